"""What the heads of tables say of the numbers under them, in English, French, Spanish and Arabic."""

import re
from typing import Final

_THOUSANDS: Final = re.compile(
    r"\bin thousands?\b|[’'x×]\s?(?:1[,. ]?)?000\b|\b000s|\ben (?:milliers|miles)\b"
    r"|[(\[,]\s*(?:thousands|milliers|miles|آلاف)\s*(?:[)\]]|$)|بال(?:آلاف|ألف)",
    re.IGNORECASE,
)
_MILLIONS: Final = re.compile(
    r"\b(?:in|en) mill(?:ions?|ones)\b|[(\[,]\s*mill(?:ions|ones)\s*(?:[)\]]|$)|بالملايين", re.IGNORECASE
)


def scale_of(head: str) -> int:
    """How many each number under a head stands for: 1,000 under "IDPs (in thousands)", else 1.

    Args:
        head: The words of the head, or of the caption.
    """
    if _THOUSANDS.search(head):
        return 1_000
    return 1_000_000 if _MILLIONS.search(head) else 1


def _any(*patterns: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W_])(?:{'|'.join(patterns)})(?![^\W_])", re.IGNORECASE)


TOTAL_ROW: Final = re.compile(
    r"[*_\s]*(?:(?:grand|gran|sub|sous|overall|country|national|provincial|regional)?[- ]?totale?s?|totaux|ensemble|overall|all (?:districts|provinces|areas|sites)"
    r"|(?:ال)?مجموع(?: الكلي| العام)?|(?:ال)?إجمالي)(?:[ :(].{0,40})?[*_\s]*",
    re.IGNORECASE,
)
"""The head of a row that sums up others."""
SUBTOTAL: Final = re.compile(r"[*_\s]*(?:sub|sous)[- ]?tota", re.IGNORECASE)
TOTAL_COLUMN: Final = re.compile(
    r"(?:grand |gran )?total(?:es|e)?|totaux|ensemble|(?:ال)?مجموع|(?:ال)?إجمالي", re.IGNORECASE
)

NOT_COUNTED: Final = re.compile(
    r"%|\bper ?cent\b|\bpercentages?\b|\bshare\b|\bratio\b|\brates?\b|\btaux\b|\btasa\b|\bpourcentage\b|\bporcentaje\b|نسبة|معدل"
    r"|\baverage\b|\bmean\b|\bmoyenne\b|\bpromedio\b|\bper (?:household|family|site|capita|day)\b|\bsize\b"
    r"|[$€£]|\b(?:USD|EUR|XAF|XOF|funding|funded|budget|costs?|financ\w+|requirements?|presupuesto|coût|montant|monto)\b|ميزانية|تمويل|دولار"
    r"|\bpopulation (?:\(|of|in|19|20|estim|proj|total|base|before)|\btotal population\b|\bhost population\b|\bbaseline\b|\bprojected\b|\bprojections?\b|\binhabitants\b|\bhabitants\b|\bhabitantes\b|\bcensus\b|\bvoters\b|سكان"
    r"|\bchange\b|\bvariation\b|\bvariación\b|\bdifference\b|\btrend\b|Δ|\+/-|±|\bincrease\b|\bdecrease\b"
    r"|\btargets?\b|\btargeted\b|\bplanned\b|\bplanning\b|\bexpected\b|\banticipated\b|\bforecasts?\b|\bciblées?\b|\bvisés?\b|\bprevist[oa]s?\b|\bprévue?s?\b|\battendue?s\b|\besperad[oa]s\b|\bproyectad[oa]s?\b|مستهدف|متوقع"
    r"|\bphone\b|\btel\b|\bcontact\b|\bp-?code\b|\bcode\b|\blatitude\b|\blongitude\b|\bkm\b|\brank\b|\bscore\b|\byears?\b|\bage\b|\bN[°o]\b"
    r"|\b(?:number|no\.?|nombre|número) of (?:sites|camps|centres|centers|schools|villages|locations|events|incidents)\b"
    r"|\b(?:IDP|displacement|refugee|evacuation) (?:sites|camps|centres|centers|locations)\b|\bincidents\b|\bevents\b"
    r"|\b(?:livestock|animals?|cattle|goats|sheep|bétail|ganado|cabezas|hectares?|acres)\b"
    r"|\b(?:latrines?|wells?|boreholes?|classrooms?|schools?|bridges?|roads?|health (?:facilities|centres|centers)|tents|vehicles?)\b",
    re.IGNORECASE,
)
"""A head whose numbers count no people who moved, were hurt or live somewhere, and no homes."""

PLACE_HEADS: Final = (
    _any(r"locations?", r"localit(?:y|ies)", r"localités?", r"localidad(?:es)?", r"villages?", r"quartiers?", r"neighbou?rhoods?", r"barangays?", r"veredas?", r"communit(?:y|ies)", r"comunidad(?:es)?", r"towns?", r"cit(?:y|ies)", r"villes?", r"ciudad(?:es)?", r"places?", r"lieux?", r"lugar(?:es)?", r"wards?", r"payams?", r"bomas?", r"settlements?", r"قرية", r"القرية", r"البلدة", r"المكان", r"الموقع", r"المدينة", r"الحي"),
    _any(r"communes?", r"municipalit(?:y|ies)", r"municipios?", r"sub-?districts?", r"townships?", r"woredas?", r"LGAs?", r"local government areas?", r"cantón", r"cantones", r"cantons?", r"parroquias?", r"zones? de santé", r"health zones?", r"aires? de santé", r"zones?", r"zonas?", r"areas?", r"áreas?", r"sections?", r"upazilas?", r"tehsils?", r"cazas?", r"counties", r"county", r"posto administrativo", r"الناحية", r"البلدية", r"المنطقة"),
    _any(r"districts?", r"distritos?", r"territoires?", r"cercles?", r"sous-préfectures?", r"القضاء", r"المديرية", r"اللواء"),
    _any(r"départements?", r"departamentos?", r"departments?", r"provinces?", r"provincias?", r"prefectures?", r"préfectures?"),
    _any(r"governorates?", r"gouvernorats?", r"regions?", r"régions?", r"región", r"regiones", r"states?", r"états?", r"estados?", r"oblasts?", r"admin(?: ?[123])?", r"المحافظة", r"الولاية", r"الإقليم"),
    _any(r"countr(?:y|ies)", r"pays", r"país(?:es)?", r"origin", r"destination", r"البلد", r"الدولة"),
)  # fmt: skip
"""Heads of columns of places, those of the smallest first."""
MONEY: Final = re.compile(
    r"[$€£]|\b(?:USD|EUR|dollars?|euros?|funding|funded|budget|expenditure|financement|financiamiento|presupuesto|fonds)\b|تمويل|ميزانية|دولار",
    re.IGNORECASE,
)
"""A caption of a table of money, whose columns are headed "Required" and "Received"."""
ORIGIN_HEAD: Final = _any(
    r"(?:place |area |district |governorate |province |country )?of origin", r"origin", r"origine", r"provenance",
    r"origen", r"procedencia", r"left", r"مكان الأصل", r"الأصل",
)  # fmt: skip
DESTINATION_HEAD: Final = _any(
    r"destinations?", r"destino", r"(?:area |place |village |town |ward |district )?of (?:arrival|displacement|refuge)",
    r"arrived in", r"host(?:ing)? (?:area|community|district)", r"accueil", r"الوجهة", r"مكان النزوح",
)  # fmt: skip
FROM_HEAD: Final = re.compile(
    r"\W*(?:from|de|desde|depuis|من)\W*|.*\b(?:origine?|provenance|origen|procedencia)\b.*", re.IGNORECASE
)
TO_HEAD: Final = re.compile(
    r"\W*(?:to|à|vers|a|hacia|إلى)\W*|.*\b(?:destinations?|destino|arrival|arrivée|llegada)\b.*",
    re.IGNORECASE,
)
"""The whole heads of two columns that say whence and whither."""
CROSSED_HEAD: Final = re.compile(
    r"\W*(?:from|de|desde|origine?s?|origen|من)\s*[\\/|→>–-]+\s*(?:to|à|vers|a|hacia|destinations?|destino|إلى)\W*",
    re.IGNORECASE,
)
"""The first head of a table whose rows are whence people went and whose columns whither: "From \\ To"."""
SITE_COLUMN: Final = _any(
    r"(?:names? of )?(?:IDP |displacement |collective |evacuation |reception |transit )?(?:sites?|camps?|shelters?|cent(?:re|er)s?)(?: names?)?",
    r"(?:noms? (?:du|des) )?(?:sites?|camps?|centres?(?: d['’]\w+)?|abris?)", r"(?:nombre del? )?(?:albergues?|refugios?|campamentos?|sitios?|centros?)",
    r"(?:اسم )?(?:ال)?(?:مخيم|مخيمات)", r"مركز الإيواء", r"مراكز الإيواء", r"موقع النزوح",
)  # fmt: skip
DATE_COLUMN: Final = _any(
    r"periods?",
    r"périodes?",
    r"per[ií]odos?",
    r"months?",
    r"mois",
    r"mes(?:es)?",
    r"weeks?",
    r"semaines?",
    r"semanas?",
    r"(?:ال)?شهر",
    r"(?:ال)?فترة",
    r"(?:ال)?أسبوع",
    r"dates?",
    r"days?",
    r"jours?",
    r"fechas?",
    r"día",
    r"when",
    r"reported",
    r"التاريخ",
    r"اليوم",
)
KIND_COLUMN: Final = _any(
    r"incidents?", r"events?", r"(?:event|incident|attack) types?", r"types?(?: (?:of|d['’]|de) ?\w+)?", r"kind", r"nature",
    r"what(?: happened)?", r"descriptions?", r"évé?è?nements?", r"attaques?", r"eventos?", r"hechos?", r"tipos?(?: de \w+)?",
    r"الحادث(?:ة)?", r"النوع", r"نوع \w+",
)  # fmt: skip
ACTOR_COLUMN: Final = _any(
    r"partners?", r"agenc(?:y|ies)", r"organi[sz]ations?", r"actors?", r"by whom", r"who", r"implement\w+(?: partner)?",
    r"partenaires?", r"organisations?", r"acteurs?", r"socios?", r"organizaciones?", r"entidad(?:es)?", r"الشريك", r"المنظمة", r"الجهة",
)  # fmt: skip
ITEM_COLUMN: Final = _any(
    r"items?", r"assistance(?: type)?", r"aid(?: type)?", r"activit(?:y|ies)", r"what", r"sectors?", r"clusters?", r"response",
    r"type of (?:assistance|aid)", r"articles?", r"activités?", r"secteurs?", r"aide", r"asistencia", r"ayuda", r"actividad(?:es)?",
    r"المساعدة", r"القطاع", r"المادة",
)  # fmt: skip

_HOMES: Final = (
    r"(?:houses?|homes?|dwellings?|housing units?|huts?|(?:dwelling|residential) units?|maisons?|logements?|habitations?|cases"
    r"|viviendas?|casas?|(?:ال)?منازل|(?:ال)?بيوت|(?:ال)?مساكن)"
)
HOMES_HEAD: Final = _any(_HOMES)
UNINHABITABLE: Final = _any(r"uninhabitable", r"inhabitables?", r"unfit", r"غير صالحة(?: للسكن)?")
PARTLY: Final = _any(r"partially", r"partly", r"partiellement", r"parcialmente", r"جزئيا")
WHOLLY: Final = _any(
    r"totally",
    r"fully",
    r"completely",
    r"totalement",
    r"entièrement",
    r"totalmente",
    r"completamente",
    r"كليا",
)
DESTROYED: Final = _any(
    r"destroyed", r"burnt(?: down)?", r"burned", r"collapsed", r"washed away", r"razed", r"flattened", r"détruite?s?",
    r"incendiée?s?", r"effondrée?s?", r"rasée?s?", r"destruid[ao]s?", r"colapsad[ao]s?", r"quemad[ao]s?", r"(?:ال)?مدمرة",
)  # fmt: skip
DAMAGED: Final = _any(
    r"damaged",
    r"flooded",
    r"endommagée?s?",
    r"inondée?s?",
    r"dañad[ao]s?",
    r"averiad[ao]s?",
    r"inundad[ao]s?",
    r"(?:ال)?متضررة",
)

TERMS: Final = (
    ("returned", _any(r"returnees?", r"returned", r"returns", r"retourné?e?s?", r"retours?", r"retornad[oa]s?", r"retornos?", r"(?:ال)?عائد(?:ون|ين)", r"(?:ال)?عودة")),
    ("evacuated", _any(r"evacuated", r"evacuees?", r"evacuations?", r"évacuée?s?", r"évacuations?", r"evacuad[oa]s?", r"evacuaciones", r"(?:ال)?إجلاء", r"(?:الذين )?تم إجلاؤهم")),
    ("relocated", _any(r"relocated", r"relocations?", r"relocalisée?s?", r"réinstallée?s?", r"reubicad[oa]s?", r"reasentad[oa]s?")),
    ("in_relief_camp", _any(r"in (?:the )?camps?", r"camp residents", r"dans (?:les|des) camps?", r"en campamentos?", r"في المخيمات")),
    ("sheltered", _any(r"sheltered", r"in (?:evacuation |collective )?(?:shelters?|cent(?:re|er)s?)", r"hosted", r"hébergée?s?", r"accueillie?s?", r"albergad[oa]s?", r"en albergues?", r"في مراكز الإيواء")),
    ("homeless", _any(r"homeless", r"sans[- ]abris?", r"sin (?:hogar|techo)", r"بلا مأوى")),
    ("forced_to_flee", _any(r"fled", r"forced to flee", r"ont fui", r"huyeron", r"فروا")),
    ("displaced", _any(
        r"IDPs?", r"PDIs?", r"PDI", r"displaced", r"displacements?", r"new(?:ly)? (?:arrivals?|arrived|displaced)", r"arrivals?", r"refugees?", r"asylum[- ]seekers?",
        r"déplacée?s?", r"déplacements?", r"arrivées?", r"arrivants?", r"réfugiée?s?", r"desplazad[oa]s?", r"desplazamientos?", r"llegadas", r"refugiad[oa]s?",
        r"(?:ال)?نازح(?:ون|ين|ة)?", r"(?:ال)?نزوح", r"(?:ال)?مهجر(?:ون|ين)", r"(?:ال)?لاجئ(?:ون|ين)",
    )),
    ("affected", _any(r"affected", r"affectée?s?", r"sinistrée?s?", r"damnificad[oa]s?", r"afectad[oa]s?", r"(?:ال)?متضرر(?:ون|ين)")),
)  # fmt: skip
"""The terms of displacement by the words of a head, the sharper first."""

TOLLS: Final = (
    ("killed", _any(r"killed", r"dead", r"deaths?", r"died", r"fatalit(?:y|ies)", r"tuée?s?", r"morts?", r"décès", r"décédée?s?", r"muert[oa]s?", r"fallecid[oa]s?", r"(?:ال)?قتلى", r"(?:ال)?وفيات", r"(?:ال)?شهداء")),
    ("injured", _any(r"injured", r"injuries", r"wounded", r"blessée?s?", r"herid[oa]s?", r"lesionad[oa]s?", r"(?:ال)?جرحى", r"(?:ال)?مصاب(?:ون|ين)")),
    ("missing", _any(r"missing", r"disparue?s?", r"desaparecid[oa]s?", r"(?:ال)?مفقود(?:ون|ين)")),
    ("abducted", _any(r"abducted", r"kidnapped", r"abductions", r"enlevée?s?", r"secuestrad[oa]s?", r"(?:ال)?مخطوف(?:ون|ين)", r"(?:ال)?مختطف(?:ون|ين)")),
    ("arrested", _any(r"arrested", r"detained", r"arrêtée?s?", r"détenus?", r"detenid[oa]s?", r"(?:ال)?معتقل(?:ون|ين)")),
)  # fmt: skip
EXPECTED: Final = re.compile(
    r"\b(?:planned|planning|projected|projections?|expected|anticipated|forecasts?|targets?|targeted|prévue?s?|planifiée?s?"
    r"|projetée?s?|attendue?s|previst[oa]s?|planificad[oa]s?|proyectad[oa]s?|esperad[oa]s)\b|متوقع|مخطط ل|مستهدف",
    re.IGNORECASE,
)
"""What heads say of what has not happened yet."""
ARRIVALS: Final = re.compile(
    r"\b(?:arriv\w*|departures?|departed|left|newly|new|relocated|transferred|nouveaux|nouvelles|départs?|llegad[oa]s?|nuev[oa]s|salidas?)\b|وافد|وصول|مغادر",
    re.IGNORECASE,
)
"""What heads say of people who came to a camp, or left it, beside those who stay."""
YEAR_HEAD: Final = re.compile(r"(?:19|20)\d\d(?:\s?[/–-]\s?(?:19|20)?\d\d)?\s?(?:[*†‡]+|\([a-z0-9]\))?")
"""The whole head of a column of a year, or of two: "2024", "2023*", "2022/23"."""
BOTH_TOLLS: Final = _any(r"casualt(?:y|ies)", r"victims?", r"victimes?", r"víctimas?", r"(?:ال)?ضحايا")
"""Dead and wounded together: no measure of the codebooks."""
CAPACITY: Final = _any(
    r"capacit\w+", r"room for", r"places", r"plazas", r"cupos", r"(?:ال)?سعة", r"(?:ال)?طاقة(?: الاستيعابية)?"
)
STAYING: Final = _any(
    r"population", r"occupan\w+", r"occupation", r"residents?", r"hosted", r"ocupación", r"población"
)
REACHED: Final = _any(
    r"reached", r"assisted", r"served", r"beneficiar(?:y|ies)", r"supported", r"atteinte?s?", r"assistée?s?",
    r"bénéficiaires?", r"servie?s?", r"alcanzad[oa]s?", r"atendid[oa]s?", r"asistid[oa]s?", r"beneficiari[oa]s?", r"(?:ال)?مستفيد(?:ون|ين)",
)  # fmt: skip

NEEDED: Final = re.compile(
    r"\bin need\b|\bneed(?:s|ed|ing)?\b|\b(?:dans le|ayant) besoin\b|\bbesoins?\b|\bnecesid\w+|\bnecesitad\w+|محتاج|(?:ال)?احتياج",
    re.IGNORECASE,
)
"""What a line over a table says of people who need help: they are no more displaced or hurt than others."""
BESIDE: Final = re.compile(r"\b(?:and|or|et|ou|y|e|o|versus|vs)\b|[&/+,;]|(?<!\w)و")
"""What stands between two things that a line names side by side."""

HOUSEHOLDS: Final = _any(
    r"famil(?:y|ies)", r"households?", r"HHs?", r"ménages?", r"familles?", r"foyers?", r"familias?", r"hogares?", r"núcleos(?: familiares)?",
    r"(?:ال)?أسر", r"(?:ال)?عائلات", r"(?:ال)?أسرة",
)  # fmt: skip
PEOPLE: Final = _any(
    r"people", r"persons?", r"individuals?", r"ind\.?", r"souls", r"number", r"no\.?", r"total", r"personnes?", r"individus?", r"nombre", r"effectifs?",
    r"personas", r"individuos", r"número", r"cantidad", r"(?:ال)?أفراد", r"(?:ال)?أشخاص", r"(?:ال)?عدد", r"figures?", r"count",
)  # fmt: skip
GROUPS: Final = (
    ("children", _any(r"children", r"boys", r"girls", r"minors", r"enfants", r"garçons", r"filles", r"niñ[oa]s", r"menores", r"(?:ال)?أطفال")),
    ("women", _any(r"women", r"females?", r"femmes", r"mujeres", r"(?:ال)?نساء")),
    ("men", _any(r"men", r"males?", r"hommes", r"hombres", r"(?:ال)?رجال")),
    ("elderly", _any(r"elderly", r"older people", r"60\+", r"personnes âgées", r"adultos mayores", r"(?:ال)?مسن(?:ون|ين)")),
    ("refugees", _any(r"refugees?", r"réfugiée?s?", r"refugiad[oa]s?", r"(?:ال)?لاجئ(?:ون|ين)")),
    ("civilians", _any(r"civilians?", r"civile?s?", r"civiles", r"(?:ال)?مدني(?:ون|ين)")),
)  # fmt: skip

PART_OF: Final = re.compile(
    r"(?:of (?:which|whom|them)|including|among them|dont|parmi|de (?:los|las) (?:cuales|que)|de ell[oa]s|entre ell[oa]s|incluid[oa]s"
    r"|من بينهم|منهم)(?!\w)",
    re.IGNORECASE,
)
"""How an item begins that is a part of the one before it."""
BY_PLACE: Final = re.compile(
    r"(?:\b(?:by|per|in each|par|por|selon|según)\b|حسب|بحسب)\s+(?:\w+\s+){0,2}?(?:location|localit|localidad|village|quartier|neighbou?rhood|barangay|vereda|communit|comunidad|town|cit(?:y|ies)"
    r"|ville|ciudad|place|lieu|lugar|ward|payam|commune|municip|sub-?district|township|woreda|LGA|cantón|canton|parroquia|zone|zona|area|área|county|counties|district|distrito|département|departamento|department"
    r"|territoire|cercle|province|provincia|préfecture|prefecture|governorate|gouvernorat|region|région|región|state|état|estado|oblast|country|pays|país|site|camp|القرية|البلدة|الناحية|القضاء|المحافظة|المنطقة|الموقع)",
    re.IGNORECASE,
)
"""What a line says whose list has an item for each place: "by municipality"."""
