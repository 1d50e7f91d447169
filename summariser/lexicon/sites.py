"""How a camp or shelter is named, counted and described, in English, French and Spanish."""

import re
from typing import Final

from summariser.schemas.codebooks import SiteKind as K

_CAP = r"(?:(?:al|el|as|ash|ad|an|ar|at|az|es|d|l|Al|El)[-’'])?[A-ZÀ-ÖØ-Þ][\w’']*(?:-[\w’']+)*"
_LINK = r"(?:of|de|du|des|da|do|dos|del|la|le|las|los|el|al|y|et|and|aux?)"
NAME: Final = rf"{_CAP}(?:\s+(?:{_LINK}\s+){{0,2}}(?:{_CAP}|\d{{1,3}}(?![\d,.]))|\s+\d{{1,3}}(?![\d,.]))*"
"""A run of capitalised words with the small words between them: "Escuela de la Paz", "Kamba 2"."""

CAMP_WORDS: Final[dict[K, str]] = {
    K.INFORMAL_SETTLEMENT: (
        r"(?:informal|spontaneous|makeshift|unplanned|irregular)\s+(?:\w+\s+)?(?:camps?|settlements?|sites?)|shanty\s?towns?|"
        r"asentamientos?\s+(?:informal(?:es)?|espontáneos?)|sites?\s+spontanés?"
    ),
    K.RECEPTION_CENTRE: (
        r"(?:reception|transit|registration|welcome|arrival)\s+(?:cent(?:re|er)s?|sites?|points?|camps?|facilit(?:y|ies))|"
        r"centres?\s+de\s+(?:transit|réception)|centros?\s+de\s+(?:tránsito|recepción)"
    ),
    K.SHELTER: (
        r"(?:(?:evacuation|collective|accommodation|relief|community|emergency|temporary|public|storm|cyclone|flood|night|mass|hosting|displacement|refugee|IDP)\s+)?"
        r"(?:shelters?(?!\s+(?:kits?|materials?|cluster|sector|items?))|(?<=evacuation\s)cent(?:re|er)s?|(?<=collective\s)cent(?:re|er)s?"
        r"|(?<=accommodation\s)cent(?:re|er)s?|(?<=relief\s)cent(?:re|er)s?|(?<=displacement\s)cent(?:re|er)s?|(?<=refugee\s)cent(?:re|er)s?)|"
        r"albergues?(?:\s+(?:municipal(?:es)?|temporal(?:es)?|provisional(?:es)?|comunitarios?))?|refugios?|alojamientos?\s+temporal(?:es)?|centros?\s+(?:de\s+(?:acogida|evacuación|albergue)|colectivos?)|"
        r"centres?\s+(?:d['’](?:accueil|hébergement|évacuation)|collectifs?|de\s+regroupement)|abris?\s+collectifs?"
    ),
    K.CAMP: (
        r"(?:(?:refugee|displacement|displaced|IDP|relief|tent(?:ed)?|transit|temporary|sprawling|overcrowded|main)\s+)*camps?(?!\s*fires?|\w)|"
        r"tent\s+(?:cit(?:y|ies)|settlements?|villages?)|tented\s+(?:sites?|settlements?)|(?:refugee|displacement|IDP)\s+settlements?|"
        r"(?:IDP|displacement|displaced|relocation|hosting|spontaneous|civilian\s+protection|protection\s+of\s+civilians|PoC|tent(?:ed)?)\s+sites?|"
        r"sites?\s+(?:de\s+(?:déplacés|regroupement)|d['’]accueil)|camps?\s+de\s+(?:déplacés|réfugiés)|"
        r"campamentos?(?:\s+de\s+(?:desplazados|refugiados|damnificados))?"
    ),
}  # fmt: skip
"""Words for a place where displaced people stay, whatever else is said of it; the sharper kind first."""

BUILDINGS: Final = (
    r"(?:(?:(?:primary|secondary|high|elementary|middle|central|national|public|girls['’]?|boys['’]?|basic|lower|vocational|technical|training|nursing|Islamic|Quranic"
    r"|parish|community|village|town|city|municipal|covered|sports?|civic|convention|exhibition|youth|cultural|assembly|football|soccer|basketball|cricket|county|state|army"
    r"|former|old|disused|abandoned|unfinished|empty)\s+){0,3}"
    r"(?:schools?|colleges?|universit(?:y|ies)|institutes?|academy|stadiums?|coliseums?|arenas?|gymnasiums?|gyms?|halls?|courts?|complex|grounds?|pitch(?:es)?|fields?"
    r"|fairgrounds|showgrounds?|racecourse|churches|chapels?|church|cathedral|basilica|mosques?|monaster(?:y|ies)|temples?|convent|seminary|mission|madrasas?|cinema|theatre|theater"
    r"|hangars?|airports?|(?:prison|school|church|brick|ship|timber|railway)\s?yards?|parish houses?|rectory|presbytery|orphanages?|(?:bus|railway|train|metro|ferry) (?:stations?|terminals?|depots?)|brewery|silos?|pavilions?|abbey|priory|kindergartens?|boarding houses?|clubhouse|container (?:village|park)s?|warehouses?|factory|barracks|airfield|dormitor(?:y|ies)|hostels?|hotels?|cent(?:re|er)|gurdwara|auditorium|library|market))"
    r"|(?:écoles?|lycées?|collèges?|stades?)(?:\s+(?:primaires?|publique?s?|municipal(?:e|es)?|technique|central))?|églises?|mosquées?|cinémas?|gymnases?|salles?|paroisses?|institutions?|cour\s+de\s+l['’]école"
    r"|escuelas?|escolas?|colegios?|liceos?|(?:coliseos?|estadios?|polideportivos?|gimnasios?)(?:\s+(?:municipal|departamental|deportivo|cubierto|central))?|iglesias?|parroquias?|unidad(?:es)?\s+educativas?|canchas?|institutos?|casa\s+comunal"
    r"|salón\s+comunal|centro\s+comunal"
)
"""Buildings and grounds that become a shelter when people stay in them."""

STAYING: Final = re.compile(
    r"\b(?:shelter\w*|evacuat\w+|evacuee\w*|hous(?:e|es|ed|ing)|host(?:s|ed|ing)?|crowds?|crowded(?! (?:\w+ )?(?:markets?|bazaars?|caf[eé]s?|restaurants?|hotels?|mosques?|church(?:es)?|streets?|squares?|bus(?:es)?|stations?|buildings?|neighbou?rhoods?|areas?))|count(?:s|ed)?|opened (?:its|their) doors|accommodat\w+|lodg(?:ed|ing)|sle(?:ep|eps|eping|pt)|spen[dt] (?:\w+ ){0,5}night|displaced"
    r"|homeless|refuge|refugees?|camp(?:ed|ing)|cots|(?:planned|built|designed|meant|laid out) for|under (?:its|the) (?:stands|roof)|evicted|newcomers|bed(?:s|ded)? down|home to|squatting|(?:has|had|have) [\d,.]+ (?:people|families|persons|households)|crammed|packed(?! (?:\w+ )?(?:markets?|bazaars?|caf[eé]s?|restaurants?|hotels?|mosques?|church(?:es)?|theat\w+|bus(?:es)?))|capacity|room for|space for|ceiling of|holds?|taken in|took in|tak(?:en|ing) (?:shelter|refuge)"
    r"|stay(?:s|ed|ing)? (?:in|at)|living (?:in|at|on)|live (?:in|at|on)|alberg\w+|refugi\w+|aloja\w*|acog\w+|damnificad\w+|duerm\w+|héberg\w+|abrit\w+|accueill\w+|dorm(?:ent|ir)|log(?:é|ée|és|ées|er)"
    r"|(?:people|families|persons|residents|households|villagers) (?:are|were|remain) (?:still |now )?(?:in|at)|viv(?:ent|en)|déplacés?|sinistrés?|desplazad\w+)\b",
    re.IGNORECASE,
)
"""What makes a school or a stadium a shelter."""

NOT_A_SITE: Final = re.compile(
    r"\b(?:army|military|training|rebels?|guerrilla|militants?|insurgents?|police|prison|prisoner|labou?r|concentration|death|summer|work|boot|mining|logging|base|enemy|jihadist"
    r"|terrorist|militia|paramilitary|fighters?|contra|holiday|fishing|base|soldiers?|troops?|gang|detention|re-?education|separatists?|scout|cattle|nomad\w*|rival|political|opposition"
    r"|campaign|government|bomb|air[ -]raid|animal|conditioning|altitude|pre-?season|fitness|coding|music|art|drama|language|bible|band|cricket|football|rugby|tennis|ski|swimming|soccer|basketball|golf|surf|yoga|(?:squad|team|club)['’]s|dog|cat|donkey|horse|bird|pet|wildlife|bus|bike|bicycle|cycle|tax|smoking|mi?litar(?:es)?|militaires?|guerriller[oa]s?)\s*$",
    re.IGNORECASE,
)
"""Before "camp": another sort of camp."""
NOT_A_SITE_AFTER: Final = re.compile(
    r"\s*(?:of|belonging to|run by|used by|des?|del?|de los|de la)\s+(?:the\s+)?(?:\w+\s+){0,2}(?:rebels?|guerrillas?|fighters?|militants?|insurgents?|army|soldiers|militia\w*|separatists|gang\w*"
    r"|MFDC|FARC|ELN|FMLN|contras?|Taliban|ISIS|guerrilleros|milices?|rebelles)",
    re.IGNORECASE,
)

TOLL_HEAD: Final = re.compile(
    r"\b(?:killed|dead|deaths?|died|fatalit(?:y|ies)|casualt(?:y|ies)|wounded|injured|injuries|missing|abducted|kidnapped|arrested|detained|victims?|cases?"
    r"|muert[oe]s|heridos|fallecidos|desaparecidos|morts|blessés|tués|disparus|mortos|feridos|قتلى|جرحى)\b",
    re.IGNORECASE,
)
"""The head of a column that counts harm: its table lists places, and nobody stays there."""
ENCAMPS: Final = re.compile(
    r"\b(?:set(?:s|ting)? up|pitch(?:ed|es|ing)?|ma(?:de|kes?|king)|str(?:uck|ikes?|iking)|br(?:oke|eaks?|eaking)|establish(?:ed|es|ing)?)\s+(?:a\s+|their\s+|its\s+)?$",
    re.IGNORECASE,
)
"""Before "camp": whoever halts for the night. Of the displaced alone it makes a site."""
HELD_IN: Final = re.compile(
    r"\b(?:hostages?|captives?|abductees?|kidnap\w+|abducted|captors?)\b[^.;]* (?:from|in|at|to) (?:an?|the|their|its) (?:[\w-]+ ){0,3}$",
    re.IGNORECASE,
)
"""Before "camp": where captives are kept."""
ENCAMPED: Final = re.compile(
    r"\b(?:displaced|refugees?|famil(?:y|ies)|residents|villagers|homeless|evacuees|survivors|migrants|IDPs|civilians|returnees|UNHCR|IOM|Red (?:Cross|Crescent)|aid|relief|agenc(?:y|ies))\b",
    re.IGNORECASE,
)

SITE_ANAPHOR: Final = re.compile(
    r"\b(?:the|this|that|its|their)\s+(?:\w+\s+)?(?:camp|shelter|site|settlement|centre|center)\b|\b(?:el|este|dicho)\s+(?:campamento|albergue)\b|\ble\s+(?:site|camp|centre)\b",
    re.IGNORECASE,
)
IT: Final = re.compile(
    r"^(?:It|There|Here|Its|They|Inside|Conditions|Families there|Residents|Hay|Il y a|Allí)\b"
)
"""How a sentence goes on about the site named last."""

GREATEST: Final = re.compile(
    rf"\b(?:largest|biggest|main|second|newest|smallest|next|nearest|busiest|worst|most crowded|another|other|third|latest)\s+(?:(?:\w+\s+){{0,2}}(?:of\s+(?:them|these|the\s+[a-z]\w*)|cent(?:re|er)|camp|site|shelter|settlement)|one)"
    rf",?\s+(?:is|was|called|named|being)?,?\s*(?:the\s+)?(?P<name>{NAME})"
)
"""The largest centre is Ronda": what is said to be the largest of the sites has no word for a site itself."""

SITE_CONDITIONS: Final = re.compile(
    r"\b(?:conditions?|situation|overcrowd\w*|crowded|congest\w+|sanitation|hygiene|facilities|services|squalid|unsafe|filthy|latrines?|toilets?|showers?|sewage|taps?|drinking water|boreholes?|wells?"
    r"|partitions?|privacy|lighting|unlit|sle(?:ep|eps|eping|pt) (?:\w+ ){0,2}(?:in|on|under|upright|outside|outdoors|rough)|share (?:a|one|the)|in shifts|mud(?:dy)?|flooded|leak\w*|cramped|packed|crammed"
    r"|stench|rats|cold|unheated|heating|electricity|no (?:water|power|soap|food|beds|light|doctor|clinic)|adequate|inadequate|tolerable|bearable|unbearable|orderly|well run|scabies|diarrhoea"
    r"|midwife|condiciones|hacinamiento|hacinad\w+|baños?|duchas?|letrinas?|pozo|douches?|promiscuité|surpeupl\w+|insalubr\w+)\b"
    r"|^(?:Adequate|Poor|Good|Fair|Crowded|Overcrowded|Clean)\b"
    r"|\b(?:one|a|une|un|una) (?:latrine|toilet|tap|shower|letrina|ducha|douche)\b",
    re.IGNORECASE,
)
"""What tells what it is like in a site."""

ROOM_BEFORE: Final = re.compile(
    r"(?:(?:built|designed|rated|meant|intended|planned|laid out|set up|equipped|made|suitable|certified|licensed|prepared|constructed|conceived)\s+(?:to\s+(?:accommodate|hold|house|shelter|host|take|receive)|for)"
    r"|capacity\s*(?:is|was|of|for|to (?:hold|host|house)|[:(]|stands at|at)?|(?:room|space|places|beds|cots)\s+for|ceiling\s+of|maximum\s+of|limit\s+of"
    r"|(?:can|could|may|should|able to|only)\s+(?:only\s+|just\s+)?(?:hold|accommodate|house|host|shelter|take|fit|receive|sleep)"
    r"|(?:allowed|allows|licen[sc]ed|cleared|approved|certified|sized|registered|set|capped)\s+(?:for|at)|cap\s+of|prévu\s+pour|conçu\s+pour|aménagé\s+pour|pour\s+une\s+capacité\s+de|capacité\s+(?:d['’]accueil\s+)?(?:de|:)|d['’]une\s+capacité\s+de|peut\s+(?:accueillir|héberger|loger)"
    r"|(?:se\s+)?(?:montó|diseñ\w+|previst\w+|constru\w+|habilitó|habilitad\w+)\s+para|capacidad\s+(?:para|de|:)|cupos?\s+para|(?:plazas|espacio|sitio|lugar)\s+para|con\s+capacidad\s+(?:máxima\s+)?(?:para|de)|pued[eo]n?\s+(?:albergar|acoger|alojar|recibir)"
    r"|(?:طاقت(?:ه|ها)|قدرت(?:ه|ها))(?: الاستيعابية)?(?: (?:البالغة|تبلغ|هي))?|سعت(?:ه|ها)|(?:ب|ل)?(?:سعة|طاقة استيعابية|قدرة استيعابية) (?:تبلغ |قدرها |تصل إلى )?|[يت]تسع ل?|(?:صمم|أنشئ|أقيم|جهز|بني)ت? (?:أصلا )?(?:ل|لاستيعاب|لإيواء)?|لاستيعاب|بطاقة استيعابية تبلغ)"
    r"\s*(?:an?\s+|the\s+|no more than\s+|up to\s+|only\s+|about\s+|some\s+|around\s+|fewer than\s+|less than\s+|at most\s+|hasta\s+|unas\s+|unos\s+)*$",
    re.IGNORECASE,
)
ROOM_AFTER: Final = re.compile(
    r"\s*(?:-(?:person|bed|place|capacity)\b|(?:\w+\s+){0,1}(?:beds|places|spaces|slots|cots|capacity|plazas|cupos|lits|places)\b)",
    re.IGNORECASE,
)
"""A capacity stands behind "room for" or before "places"."""
MORE: Final = re.compile(
    r"\s*(?:\w+\s+){0,1}(?:more|another|additional|others|further|de plus|más)\b", re.IGNORECASE
)
"""Room for 2,000 more is not what a site was built for."""

HOLDS_BEFORE: Final = re.compile(
    r"(?:\b(?:holds?|held|holding|hosts?|hosted|hosting|houses?|housed|housing|shelters?|sheltered|sheltering|accommodates?|accommodated|accommodating|contains?|is home to|home to|now has|has|had|with"
    r"|viv(?:ent|en|ían)|logent|dorment|duermen|there (?:are|were)|t(?:akes|ook|aken) in|opened (?:its|their) doors to|counts?|count stands at|receiv(?:es|ed)|population\s*(?:of|is|was|stands at|stood at|[:(]|now|at)?(?:\s+(?:estimated at|over|about))?|number(?:s|ed|ing)?|swollen to|grown to|risen to|numbers|its|crammed with|packed with|filled with"
    r"|crowded with|occupied by|inhabited by|lodges|registered|counted|reach(?:ed|ing)"
    r"|accueille(?:nt)?|accueillait|abrite(?:nt)?|abritait|héberge(?:nt)?|compte(?:nt)?|comptait|avec|aloja(?:n)?|alberga(?:n)?|albergaba|acoge(?:n)?|(?:aloja|alberga|acoge|hospeda|cobija|resguarda)n?\s+a|cuenta con|con|recibió|reciben?(?:\s+a)?|hospedan?|reçoi(?:t|vent)"
    r"|(?<!\w)[وف]?[يت](?:ؤوي|أوي|ضم|ستضيف|حتضن|قطنه?ا?|سكنه?ا?|عيش)(?: [^\s،.؛:0-9٠-٩]+){0,5}|فيه|فيها)"
    r"|pop\.?|[(:–—|/])\s*(?:now|currently|today|already|still|désormais|aujourd['’]hui|actuellement|déjà|à ce jour|à présent|حاليا|اليوم|الآن|نحو|حوالي|قرابة|زهاء|أكثر من|ما لا يقل عن|ما يزيد على|مخيم|معسكر|المخيم|actualmente|hoy|ya|a|an|the|some|about|around|nearly|almost|over|more than|at least|up to|an estimated"
    r"|estimated|approximately|quelque|environ|près de|plus de|au moins|unas|unos|cerca de|casi|más de|al menos)*(?:\s+(?:some|about|around|nearly|over|more than|at least|an estimated|estimated|quelque|environ|près de|plus de))?\s*$",
    re.IGNORECASE,
)
HELD_AFTER: Final = re.compile(
    r"[^.;:]{0,60}?\b(?:(?:are|were|is|was|have been|had been|are being|now|currently)?\s*(?:living|live|lives|stay|stays|staying|stayed|sheltering|shelter|sheltered|sleeping|sleep|slept|crammed|crowded|packed|camped|housed|hosted|lodged|accommodated"
    r"|registered|shar(?:e|es|ed|ing)|queu(?:e|es|ed|ing)|huddl(?:e|es|ed|ing)|bed(?:s|ded)? down|wait(?:s|ed|ing)?|settled|remain(?:ed|ing)?|(?:are|were) (?:still |now )?(?:in|at)|residing|reside|spent|taken (?:shelter|refuge)|took (?:shelter|refuge)|taking (?:shelter|refuge)|found (?:shelter|refuge)|seeking (?:shelter|refuge)|sought (?:shelter|refuge)"
    r"|vivent|logent|dorment|sont (?:hébergés|accueillis|abrités|logés)|hébergés|duermen|viven|permanecen|están|se (?:alojan|refugian|encuentran)|alojad[oa]s|refugiad[oa]s)"
    r"|(?:in|at|inside)\s+(?:the\s+)?$)",
    re.IGNORECASE,
)
"""How the people of a site are counted."""

MOVED: Final = re.compile(
    r"[^.;]{0,80}\b(?:abattus|tués|blessés|morts|mataron|muert[oe]s|heridos|killed|wounded|injured|shot|kidnapped|abducted)\b|\b(?:arriv\w+|moved|left|leav\w+|fled|return\w+|transferred|relocated|reached|crossed|came|gone|evicted|killed|died|wounded|injured|dead|births?|born|missing|cases?|complied|latrines?|toilets?"
    r"|tents?|sheds|volunteers|staff|guards|nurses|doctors)\b",
    re.IGNORECASE,
)
"""What else may be counted beside a site."""
YET_TO_GO: Final = re.compile(
    r"\s*(?:(?:(?:are|is|were|was)(?: all)?(?: due| set| expected| about)? to|will|doivent|vont|devraient|devront|deben|deberán|van a)\s+"
    r"(?:return|leave|move|go|be (?:moved|relocated|returned|evacuated)|rentrer|retourner|partir|quitter|volver|regresar|retornar|salir)"
    r"|(?:rentr|retourn|quitt)eront|partiront|(?:volver|regresar|retornar)án)\b",
    re.IGNORECASE,
)
"""Behind people: what is told of is that they are to leave, and not how many a site holds."""
OCCUPANTS: Final = re.compile(
    r"\s*(?:of (?:the|these|those)\s+)?(?:[\w-]+\s+){0,2}(?:occupants|residents|inhabitants|inmates|evacuees|dwellers|HHs?|hhs?|inds?\b\.?|indiv\.?|pax|pers\.?|souls|internally displaced|displaced|IDPs|refugees|newcomers|arrivals|survivors|homeless|villagers|civilians|women|children|people|persons|individuals|families|households|personnes|ménages|familles"
    r"|déplacés|réfugiés|personas|familias|hogares|desplazados|damnificados|albergados"
    r"|نازح\w*|لاجئ\w*|أشخاص|شخص\w*|نسمة|أسرة|أسر|عائلة|عائلات|مهجر\w*|فرد\w*|امرأة|نساء|طفل\w*|أطفال)\b",
    re.IGNORECASE,
)

SITE_HEAD: Final = re.compile(
    r"\b(?:sites?|camps?|cent(?:re|er)s?|shelters?|schools?|albergues?|campamentos?|name|nom|nombre|location|settlements?)\b",
    re.IGNORECASE,
)
"""The head of the first column of a table of sites."""

WITHIN: Final = re.compile(
    r"\s*(?:of (?:the|these|those)\s+)?(?:[\w-]+\s+){1,3}(?:of|in|at|inside|from)\s+(?:the\s+)?(?:[a-z]\w+\s+){0,2}",
    re.IGNORECASE,
)
"""Between a number and the site: "the 3,000 residents of"."""
AT: Final = re.compile(r"\s*(?:in|at|inside)\s+(?:the\s+)?", re.IGNORECASE)
THERE: Final = re.compile(r"\b(?:in|at|inside|au|dans|en|à)\s+(?:the\s+)?(?:\w+\s+)?$", re.IGNORECASE)
AND_THEN: Final = re.compile(
    rf"\s*(?:(?i:{'|'.join(f'(?:{p})' for p in CAMP_WORDS.values())})(?!\w))?,?\s*(?:(?:some|about|around|nearly|over|more than|at least|an estimated)\s+)?$"
)
"""Between the site and its number: "in Dorra camp 4,300 people share 20 latrines"."""

TAKES_IN: Final = re.compile(
    r"\b(?:hous|shelter|accommodat|host|lodg|put up|tak|took|regist|receiv|héberg|accueil|alberg|acog)",
    re.IGNORECASE,
)
"""Verbs of help that say that people stay."""
OF_THE_SITE: Final = re.compile(
    r"\s*(?:\([^()]{0,60}\)\s*)?(?:(?:who|that|which)\s+)?(?:(?:are|were|is|currently|now|still|also)\s+)*"
    r"(?:liv(?:e|es|ing)|stay(?:s|ing)?|resid(?:e|es|ing)|shelter(?:ed|ing)|hosted|housed|accommodated|settled|encamped|remain(?:s|ing)?)\b",
    re.IGNORECASE,
)
"""Behind people who were helped: they live at the site all the same, "the 3,000 refugees living in Kalma camp"."""
HOSTS_BEFORE: Final = re.compile(
    r"\b(?:hosts?|hosting|houses|housing|home to|holds?|shelters|sheltering|accommodates|accommodating|population of|['’]s)\s+(?:(?:some|about|the|more|than|over|nearly|almost|around|an|estimated)\s+)*$",
    re.IGNORECASE,
)
"""Right before them, behind the site."""
