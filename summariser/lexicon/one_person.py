"""How Spanish, French and Arabic say that one person suffered harm, in levelled lower case."""

import re
from typing import Final

from summariser.lexicon.tongues import level

OBJECT: Final = {
    "es": re.compile(
        r"(?:mat|asesin|secuestr|rapt|plagi|degoll|decapit|fusil|ejecut|linch|balead?|apunal|acribill|ahorc|detuv|captur|arrest|hir|abat|ultim|remat|tirote|tortur|viol|golpe)"
        r"(?:aron|o|ieron|io|an|a)(?: a)?|(?:asesinato|homicidio|muerte|secuestro|rapto|plagio|detencion|arresto|captura|ejecucion|desaparicion) d(?:e|el)"
    ),
    "fr": re.compile(
        r"(?:ont|a|avaient|avait) (?:\w+ )?(?:tue|enleve|kidnappe|assassine|egorge|execute|abattu|poignarde|arrete|interpelle|blesse|lynche|sequestre)"
        r"|(?:assassinat|enlevement|meurtre|mort|kidnapping|arrestation|execution|interpellation) d(?:e|u)"
    ),
}
"""Right before "el" or "le": a person behind it is the object of harm."""
SUBJECT: Final = {
    "es": re.compile(
        r"(?:\S+ ){0,6}?(?:(?:fue|ha sido|habia sido|resulto|quedo|murio) (?:\w+mente )?(?:asesinad|muert|bale|balead|secuestrad|herid|malherid|degollad|decapitad|acribillad|tirotead|apunalad|detenid|arrestad|capturad|raptad|plagiad|ejecutad|ahorcad|linchad|ultimad)[oa]?"
        r"|fallecio|murio|perdio la vida|perecio)(?!\w)"
    ),
    "fr": re.compile(
        r"(?:\S+ ){0,6}?(?:(?:a|avait|aurait) (?:\w+ )?ete (?:\w+ment )?(?:tue|assassine|enleve|kidnappe|blesse|abattu|egorge|execute|arrete|interpelle|poignarde|lynche|decapite)e?|est morte?|est decedee?|a succombe|a peri|a perdu la vie)(?!\w)"
    ),
}
"""Right behind a person: he suffered it."""
HARMED_AR: Final = re.compile(
    "[وف]?(?:قتل|اصيب|جرح|خطف|اختطف|اعتقل|اغتيل|استشهد|توفي|اعدم|احتجز|لقي|سقط|قضي)ت?"
    "|[وفبل]?(?:ال)?(?:مقتل|اصابه|اغتيال|اختطاف|خطف|اعتقال|وفاه|استشهاد|اعدام|ذبح|احتجاز|توقيف|جثه)"
)
DOING_AR: Final = re.compile(
    "[وف]?(?:قتل|خطف|اختطف|اعتقل|اغتال|اعدم|احتجز|طعن|ذبح|ردي|اردي|اوقف|دهس)(?:ت|وا)?"
)
SINGULAR_AR: Final = frozenset(
    level(
        "طفل طفلة شاب شابة جندي شرطي ضابط مدني مواطن رجل امرأة سيدة فتاة صحفي صحافي صحفية طبيب طبيبة ممرض ممرضة معلم معلمة"
        " مدرس ناشط ناشطة مزارع سائق عامل عاملة طالب طالبة متظاهر محتج مسلح قائد قيادي عنصر مسعف متطوع قاض محام محامية شخص"
        " حارس نزيل سجين لاجئ نازح مسن مسنة رضيع إمام شيخ تاجر مهندس موظف موظفة عضو مراسل مصور راع صياد كاهن نائب فتى صبي حاخام"
    ).split()
)
DUALS_OF: Final = frozenset(
    level(
        "عنصر متظاهر محتج طفل جندي شرطي مدني رجل شاب ضابط مسلح مقاتل عامل طالب معلم مدرس صحفي صحافي ناشط مسعف طبيب مواطن لاجئ"
        " مهاجم انتحاري قيادي شقيق مزارع سائق حارس نازح متطوع مهندس موظف شخص قتيل جريح مصاب فتى صياد سجين معتقل انفجار صاروخ منزل"
        " طفلة امرأة سيدة فتاة شقيقة عائلة أسرة قذيفة قنبلة عبوة سيارة مسيرة غارة طائرة جثة حافلة مدرسة شاحنة"
    ).split()
)
