"""Words of an outbreak in Spanish, French and Arabic: what people die of, and how its dead are counted."""

import re
from typing import Final

_SPANISH: Final = (
    r"cólera|sarampión|ébola|malaria|paludismo|dengue|tifoidea|tifus|polio(?:mielitis)?|difteria|meningitis|fiebre amarilla|viruela(?: símica)?"
    r"|hepatitis|covid(?:-?19)?|coronavirus|gripe|influenza|diarreas?|disentería|zika|chikun\w+|leptospirosis|tuberculosis"
    r"|brotes? de|epidemias?|pandemia"
)
_FRENCH: Final = (
    r"choléra|rougeole|ebola|paludisme|malaria|dengue|typhoïde|typhus|polio(?:myélite)?|diphtérie|méningite|fièvre jaune|variole"
    r"|hépatite|covid(?:-?19)?|coronavirus|grippe|diarrhées?|dysenterie|tuberculose|mpox|épidémies?|pandémie"
)
_ARABIC: Final = (
    r"[وفبلك]{0,2}(?:ال|ل)?(?:كوليرا|حصبة|إيبولا|ملاريا|ضنك|تيفوئيد|دفتيريا|خناق|شلل الأطفال|حمى|كورونا|كوفيد|إنفلونزا|إسهال\S*"
    r"|إسهالات|جدري|سل|وباء|أوبئة|جائحة|تفشي)"
)
INFECTION_ABROAD: Final = re.compile(rf"(?<!\w)(?:{_SPANISH}|{_FRENCH}|{_ARABIC})(?!\w)", re.IGNORECASE)
_ILLNESS: Final = (
    rf"(?:{_SPANISH}|{_FRENCH}|{_ARABIC}"
    r"|enfermedad(?:es)?|desnutrición|malnutrición|hambre|hambruna|neumonía|deshidratación|hipotermia|infarto"
    r"|maladies?|malnutrition|dénutrition|faim|famine|pneumonie|déshydratation|hypothermie|crise cardiaque"
    r"|[وفبلك]{0,2}(?:ال|ل)?(?:مرض|أمراض|سوء التغذية|جوع|مجاعة|جفاف الجسم|التهاب رئوي|نوبة قلبية))(?!\w)"
)
DISEASE_ABROAD: Final = re.compile(rf"(?<!\w){_ILLNESS}", re.IGNORECASE)
"""What people die of, and are not killed by."""
CASES_ABROAD: Final = re.compile(
    r"(?:\d ?(?:nuevos |nouveaux )?|(?<!\w))(?:casos?|cas) (?:de |d['’]|du |confirm|suspect|positi|probab|sospech|activ|nuev|nouveau)"
    r"|\d (?:casos|cas)(?!\w)|(?<!\w)contagi(?:os|ados)(?!\w)|(?<!\w)(?:tasa de letalidad|taux de létalité)(?!\w)"
    r"|\d (?:حالة|حالات)(?!\w)|(?<!\w)حالات? (?:إصابة|مؤكدة|مشتبه|جديدة)",
    re.IGNORECASE,
)
"""What a report of an outbreak counts beside its dead."""
COUNTED_ABROAD: Final = re.compile(
    r"\s*(?:nuevos |nouveaux )?(?:casos?|cas|contagios|infecciones|infections|pacientes|patients|muestras|échantillons|doses|dosis"
    r"|حالة|حالات|إصابة|إصابات|جرعة|عينة)(?!\w)",
    re.IGNORECASE,
)
"""Right behind a number of an outbreak: none of them moved, died or was wounded."""
HURT_ABROAD: Final = re.compile(
    r"bless|brûl|mutil|balles?|herid|balead|puñal|quemad|lesion|جرح|جريح|جروح|طعن", re.IGNORECASE
)
"""Words of injury that an illness does not do."""
DEATHS_ABROAD: Final = re.compile(
    r"muertes?|muert[oa]s?|fallecid[oa]s?|fallecimientos?|defunci(?:ón|ones)|murieron|murió|mueren|fallecieron|falleció|víctimas? mortales?"
    r"|fait \S+ morts?|décès|décéd(?:é|ée|és|ées)|morts?|mortes?|mortels?|(?:est|sont|était|étaient) (?:mort|morte|décédé|décédée)s?|meur(?:t|ent)|succomb(?:é|ée|ent)"
    r"|[وفبل]?(?:ال)?(?:وفاة|وفيات|متوفى|متوفين|توفي|توفيت|توفوا|يتوفى|مات|ماتوا|ماتت)",
    re.IGNORECASE,
)
"""Words of death that do not say that anybody killed."""
_DUE: Final = (
    r"(?:de(?:l| la)?|por(?: la| el)?|a causa de(?:l| la)?|debido al?(?: la)?|asociad[oa]s al?(?: la)?|du|d['’]|de l['’]|des suites d[eu](?: la| l['’])?"
    r"|dus? (?:au|aux|à la)|dues? (?:au|aux|à la)|liée?s? (?:au|aux|à la|à l['’])|à cause d[eu](?: la)?|من|بسبب|جراء|نتيجة|إثر|جراء تفشي|بسبب تفشي)"
)
DIED_OF: Final = re.compile(
    rf"(?:\s(?:{_DUE}\s?)|\s(?=[وف]?ب(?:ال)?))(?:un |una |une |brote de |l['’])?{_ILLNESS}", re.IGNORECASE
)
"""Right behind a word of death: what they died of, whoever attacked whom in the same sentence."""
KILLS: Final = re.compile(
    rf"(?<!\w){_ILLNESS}(?: (?:y a|a|ont|avait|ha|han|había|déjà|ya|se)){{0,2}} $", re.IGNORECASE
)
"""Before a word of killing: the illness is what kills."""
