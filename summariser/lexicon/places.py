"""The words around the name of a place: what governs it, what describes it, what only bears it.

English, Spanish, French and Portuguese side by side: a word of one that means something else in another
stands in the lists of its own language only.
"""

from __future__ import annotations

import re
from typing import Final


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


PLACED: Final = _words(
    "in at near on around outside inside within across throughout along over between amid off beyond under "
    "surrounding nearby hit hits hitting struck strikes striking bombed bombing shelled shelling attacked "
    "attacking targeted targeting rocked pounded battered ravaged devastated inundated flooded besieged stormed "
    "overran captured seized retook recaptured retaken affecting lashed "
    "en cerca dentro fuera sobre entre por junto contra "
    "à au aux dans sur près autour chez entre "
    "em "
    "في قرب عند داخل خارج وسط شمال جنوب شرق غرب بين حول عبر على استهدف استهدفت قصف قصفت ضرب ضربت "
    "هاجم هاجمت اقتحم اقتحمت استهداف اقتحام"
)
"""Words after which a place says where."""
ORIGIN_WORDS: Final = _words(
    "from fled flee fleeing flees left leave leaving abandoned abandoning abandon escaped escaping vacated vacate "
    "evacuated quit quitting deserted emptied "
    "desde abandonaron abandonado abandonando abandonar dejaron dejado huyeron huido "
    "depuis fui fuient quitté quittent quitter abandonné fuyant fuir quittant "
    "abandonaram deixaram deixado "
    "من غادر غادروا مغادرة هجر"
)
"""Words after which it says whence."""
GOAL_WORDS: Final = _words(
    "to into toward towards onto reached reach reaching entered entering "
    "hacia hasta alcanzaron llegaron vers jusque jusqu'à gagné rejoint regagné regagner rejoindre para até "
    "إلى الى نحو باتجاه صوب بلغوا وصلوا دخلوا"
)
"""Words after which it says whither."""
LOCAL_WORDS: Final[dict[str, dict[str, frozenset[str]]]] = {
    "es": {"to": _words("a al")},
    "pt": {"in": _words("no na nos nas"), "to": _words("a ao à aos")},
}
"""Words of one language that would be others elsewhere ("a", "no")."""
OF: Final = _words("of de del du des do da dos das d' d’ l'")
"""After these the word before them describes the place: "outskirts of", "la zona del"."""
ARTICLES: Final = _words("the a an l’ el la los las le les l' l’ this that its their his her")

SORTS: Final = _words(
    "province provinces governorate governorates state states region regions department departments district "
    "districts sub-district sub-districts municipality municipalities township townships commune communes county "
    "counties prefecture prefectures canton cantons zone zones territory territories division island islands "
    "city cities town towns village villages hamlet hamlets capital settlement settlements camp camps "
    "neighbourhood neighbourhoods neighborhood neighborhoods suburb suburbs area areas quarter quarters "
    "community communities locality localities parish parishes barangay barangays ward wards woreda woredas "
    "upazila upazilas payam payams valley mountains hills outskirts centre center port coast coastal border "
    "part parts axis track road forest base airport bridge river lake basin delta slums slum "
    "provincia provincias departamento departamentos municipio municipios ciudad ciudades pueblo pueblos aldea "
    "aldeas barrio barrios zona zonas región regiones cantón cantones distrito distritos comunidad comunidades "
    "vereda veredas corregimiento corregimientos parroquia parroquias caserío caseríos cabecera localidad "
    "localidades comuna comunas estado sector sectores montañas "
    "ville villes région régions département départements territoire territoires localité localités "
    "préfecture préfectures secteur secteurs cercle cercles quartier quartiers chefferie groupement "
    "axe site sites hauteur environs périphérie arrondissement arrondissements communauté "
    "cidade cidades município municípios bairro bairros aldeias vila "
    "محافظة مدينة بلدة بلدات قرية قرى مخيم مخيمات ريف منطقة مناطق حي أحياء ناحية قضاء مديرية ولاية بلدية محلية إقليم قطاع "
    "جزيرة ضاحية معبر"
)
"""Common words that stand between the preposition and the name."""
FOREIGN_SORTS: Final = _words(
    "provincia departamento municipio ciudad pueblo aldea barrio cantón distrito comunidad vereda corregimiento "
    "parroquia caserío cabecera localidad comuna recinto resguardo inspección ville localité localités "
    "villages territoire préfecture sous-préfecture cercle quartier quartiers chefferie groupement commune "
    "arrondissement cidade município bairro aldeia povoado distrito campamento provincias departamentos "
    "municipios ciudades pueblos aldeas barrios cantones distritos comunidades veredas localidades "
    "municípios cidades bairros territoires communes quartiers"
)
"""Spanish, French and Portuguese ones, which stand before the name: "vereda X", "localité de X"."""
FOREIGN_PLACED: Final = _words(
    "en à dans vers depuis desde hacia hasta chez em près cerca aux abandonaron abandonado abandonando abandonar "
    "dejaron fui quitté quittent fuyant gagné rejoint regagné"
)
FOREIGN_OF: Final = _words("de del du des do da d'")
FOREIGN_OF_PLACE: Final = _words(
    "zona zonas región área sector sectores montañas selva valle costa norte sur este oeste centro afueras "
    "habitantes vecinos alcalde alcaldía alcaldesa puerto isla río base camp camps site sites région "
    "département zone secteur axe hauteur environs périphérie nord sud ouest centre plaine habitants maire mairie "
    "localité marché près cerca inmediaciones alrededores proximidades aeropuerto "
    "village hameau hameaux bourg bourgade bourgades villes province provinces district districts"
)
"""Nouns before "de" that say that a place follows."""
PLURAL_SORTS: Final = _words(
    "provinces governorates states regions departments districts sub-districts municipalities townships communes "
    "counties prefectures cantons zones territories islands cities towns villages areas suburbs neighbourhoods "
    "neighborhoods camps quarters lgas woredas localities upazilas payams oblasts wilayas chiefdoms"
)

DESCRIBING: Final = _words(
    "northern southern eastern western central north south east west northeast northwest southeast southwest "
    "northeastern northwestern southeastern southwestern north-east north-west south-east south-west "
    "north-eastern north-western south-eastern south-western far mid upper lower remote rural coastal "
    "mountainous hilly neighbouring neighboring nearby besieged restive volatile strategic small large main "
    "two three four five six seven eight nine ten several many some various different other most all both "
    "provincial regional departmental federal national administrative border flood-hit flood-affected quake-hit worst-hit hardest-hit affected tiny historic southernmost "
    "northernmost easternmost westernmost greater entire whole "
    "varias varios algunas vecina vecino norte sur este oeste occidental oriental otra otro "
    "plusieurs voisin voisine nord sud est ouest deux trois"
)
"""Adjectives and numbers there."""

DIRECTED: Final = re.compile(
    r"(?<![\w-])(?:(?:far|rural|remote|coastal|upper|lower)[ -])?"
    r"(?:(?:north|south)[- ]?(?:east|west)?|east|west|centr|north-centr)(?:ern|ernmost|al)?"
    r"(?:(?: and (?:north|south|east|west)\w*)? (?:areas?|parts?|regions?|districts?|provinces?|suburbs?|coast"
    r"|shores?|villages?) of)?(?: the)? $",
    re.IGNORECASE,
)
"""A direction before a name, with the noun that it describes: "southern areas of", "western"."""

BODY_AFTER: Final = re.compile(
    r"^(?:['’]s)?\s+(?:(?!(?:in|and|where|the|an?|some|several|many|one|two|three|four|five|six|seven|eight|nine|ten"
    r"|eleven|twelve|dozens?|hundreds?|hundred|at|more|about|around|when|after|before|as|while|killed|killing|his|their)\b|\d)"
    r"[\w'’-]+\s+){0,2}?"
    r"(?:government|governor|authorit(?:y|ies)|police|army|military|forces?|troops|soldiers|officials?|mayor"
    r"|minist(?:ry|er)|president|spokes\w+|administration|council|parliament|commission(?:er)?|commander"
    r"|ambassador|embassy|consulate|correspondent|bureau|court|university|hospital|newspaper|radio|television"
    r"|news agency|meteorolog\w+|(?:civil|disaster|emergency)\s\w+\s(?:agency|office|service)|red cross"
    r"|city council|director|deputy|prefect|lawmaker|senator|resident|native)\b",
    re.IGNORECASE,
)
"""The place only bears a body's or a person's name: "the X provincial government"."""
SAID_AFTER: Final = re.compile(
    r"^(?:['’]s)?,?\s+(?:(?:has|have|had|was|were)\s+)?(?:said|says|told|reported|announced|confirmed|added|estimat\w+|claim\w*"
    r"|expects?|warned|dijo|informó|a déclaré|a indiqué)\b",
    re.IGNORECASE,
)
TOLD_BEFORE: Final = re.compile(
    r"(?:interviewed|speaking|spoke|reached|contacted|phone|telephone|reporters|journalists|told \w+|writing"
    r"|based|office|ministry|headquarters?|headquartered|embassy|administration|government|agency|hospital"
    r"|monitor\w*|heard|observatory|talks?|negotiations|conference|meeting|summit)\s+(?:\w+\s+)?(?:in|from|at|outside)\s+(?:the\s+)?$"
    r"|\b(?:Radio|TV|Voice of|Radio[- ]?Télévision|Televisi[oó]n)\s+$",
    re.IGNORECASE,
)
"""Where somebody speaks, not where it happened."""

OF_A_CLOCK: Final = re.compile(
    r"\b(?:times|clocks?|local time|hora(?: local)?|heures?(?: locales?)?|التوقيت)(?: (?:are|is|son|sont))?(?: (?:in|de|d'|en|à|of|for))?:?\s+$"
    r"|\bبتوقيت\s+$",
    re.IGNORECASE,
)
TIME_AFTER: Final = re.compile(r"^\s+(?:local )?time\b|^\s*\((?:GMT|UTC)", re.IGNORECASE)
"""Around the place whose clock is told by: "All times Kyiv (GMT+3)", "11 a.m. Damascus time"."""

LAUNCHED_FROM: Final = re.compile(
    r"\b(?:fired|launched|lobbed|lanzad[oa]s?|disparad[oa]s?|tirée?s?|lancée?s?)\s+(?:\w+\s+)?(?:from|desde|depuis|de)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
"""Right before the place from which something was fired: it came down elsewhere."""

DEALT_WITH: Final = re.compile(
    r"\b(?:agree\w*|deals?|talks?|pacts?|accords?|treaty|treaties|negotiat\w+|ties|relations|coordinat\w+|cooperat\w+"
    r"|consult\w+|memorandum|arrangements?|understanding|discuss\w+|met)\s+(?:\w+\s+){0,2}?with\s+(?:the\s+)?$"
    r"|\b(?:blamed|accused|told|warned|urged)\s+$",
    re.IGNORECASE,
)
"""A capital or a country that somebody deals with: a government, not a place."""

SMALL_FEATURE: Final = re.compile(
    r"\b(?:road|street|avenue|highway|bridge|river|lake|creek|stream|canal|bay|sea|ocean|mountains?|mount"
    r"|volcano|dam|school|church|mosque|market|stadium|hospital|university|square|plaza|barracks|hotel"
    r"|calle|avenida|carretera|puente|río|rio|rue|pont|fleuve|rivière|lac|lago)\b",
    re.IGNORECASE,
)
"""Named things that lie in a place: roads, rivers, buildings."""

BUILDING: Final = re.compile(
    r"\b(?:parks?|courthouse|cathedral|museum|palace|embassy|consulate|ministry|department|offices?|headquarters|buildings?|college|monument|tower|prison|jail|(?:police|bus|railway|train|petrol|gas|fire) station"
    r"|mall|factory|city hall|town hall|boulevard|campus|complex|library|courts?|roundabout|junction|stadium|toll|medical cent(?:er|re))$",
    re.IGNORECASE,
)
"""How the name of a building or a public place ends."""

WHOLE_COUNTRY: Final = re.compile(
    r"\b(?:(?:in|across|throughout|over|around|of) the (?:(?:whole|entire) )?(?:country|nation)"
    r"|the (?:country|nation) (?:now |still |currently |already )?(?:had|has|have|hosts?|hosted|counts|counted|sheltered|shelters|recorded|registered)"
    r"|en el país|dans le pays|no país"
    r"|le pays (?:compt(?:e|ait)|accueill(?:e|ait)|héberg(?:e|eait)|enregistr(?:e|ait)|a enregistré|avait)"
    r"|el país (?:tenía|tiene|cuenta con|contaba con|acog(?:e|ía)|registr(?:a|ó|aba)|alberg(?:a|aba)))\b"
    r"|(?:في|على مستوى|بعموم|في عموم|في أنحاء) (?:البلاد|البلد)(?!\w)",
    re.IGNORECASE,
)
"""What a country counts, or what is told in it, in words that may mean a part; `NATIONWIDE` means all of it."""

NATIONWIDE: Final = re.compile(
    r"\b(?:nation-?wide|country-?wide|(?:across|throughout|all over) (?:the (?:(?:whole|entire) )?|our )(?:country|nation)"
    r"|in (?:the (?:whole|entire) (?:country|nation)|the (?:country|nation) as a whole)"
    r"|en todo el (?:país|territorio nacional)|en el conjunto del país|a nivel nacional|a escala nacional"
    r"|dans (?:tout le|l['’]ensemble du) pays|à travers le pays|(?:à l['’]échelle|au (?:plan|niveau)) nationale?)\b"
    r"|(?:عموم|جميع أنحاء|كل أنحاء|كافة أنحاء|مستوى) البلاد",
    re.IGNORECASE,
)
"""What is so told is of the country as a whole, and of no town told of before."""

HOMES: Final = re.compile(
    r"\b(?:from|out of|fled|flee|fleeing|left|leave|leaving|abandon\w*|evacuat\w*|vacat\w*|lost|return\w* to|back to"
    r"|de|desde|fui|quitt\w+|dej\w+)\s+(?:\w+\s+){0,3}"
    r"(?:homes?|houses?|villages?|residences|dwellings|camps?|settlements?|casas|hogares|viviendas|maisons|foyers"
    r"|villages|places of origin|areas?|communities|neighbou?rhoods?)\s*$",
    re.IGNORECASE,
)
"""What stands before "in X" where people left their homes there: X is whence they came."""
RETURNED: Final = re.compile(r"\b(?:return|back|went home|go home|regres|retourn|regagn|volv)", re.IGNORECASE)

BREAK_HARD: Final = re.compile(r"[;!?]|:\s|\.\s|\s[–—-]{1,2}\s|\n\s*[•*-]?")
BREAK_CLAUSE: Final = re.compile(
    r"\b(?:while|whereas|but|although|though|after|before|when|since|because|as|who|which|that|following|and another"
    r"|mientras|pero|aunque|cuando|porque|que|tandis que|alors que|mais|quand|tras|après)\b",
    re.IGNORECASE,
)
WHERE: Final = re.compile(r",?\s*(?:where|wherein|donde|où|onde)\b", re.IGNORECASE)
"""After a place: what follows happened there."""

THE_WHOLE_WAR: Final = re.compile(
    r"\W*(?:(?:the|this|that|a|an)\s+)?(?:[\w’'-]+\s+){0,4}?"
    r"(?:(?:civil\s+)?war|insurgency|rebellion"
    r"|(?:conflict|crisis|fighting|violence)(?=[^.;]{0,60}\b(?:since|broke out|began|started|erupted|year)\b))\b"
    r"[^.;]{0,80}\b(?:has|have|had)\s+(?:\w+\s+){0,3}?(?:killed|displaced|uprooted|forced|driven|left|claimed|cost)\b",
    re.IGNORECASE,
)
"""What a whole war has done is of no town that was told of before: "The war, which began in 2023, has killed"."""
RIVER_BEFORE: Final = re.compile(
    r"(?<!\w)(?:ríos?|quebrada|laguna|caño|fleuves?|rivière|نهر|بحيرة) (?:(?:de la|del|de|du|la|el|le) )?\Z",
    re.IGNORECASE,
)
"""Before a name of water, which is called as a town far away may be: "el río San Juan"."""
_AGED: Final = re.compile(
    r"(?:, |,? \()(?:de |âgée? de )?\d{1,3} (?:ans|años)(?=[,.;)»])| ?\(\d{1,3} (?:عاما|عاماً|سنة)\)"
)
"""Behind a name it is a person's: "Adama, 34 ans,"."""
_BELONGS: Final = re.compile(
    r"(?<!\w)(?:afiliad[oa]s? al?|vinculad[oa]s? al?|affiliée?s? (?:à|au)|ralliée?s? (?:à|au)) \Z",
    re.IGNORECASE,
)
_PLACED_ABROAD: Final = re.compile(
    r"(?<!\w)(?:à|en|dans|de|vers|desde|hasta|hacia|في|إلى|من) \Z", re.IGNORECASE
)
_BODY_ABROAD: Final = re.compile(
    r"al[- ]?(?:qaïda|qaeda|qaida|qaëda|shabaab|chabab|shabab|nosra|nusra)", re.IGNORECASE
)


def is_no_place(name: str, before: str, after: str) -> bool:
    """Whether a name in Spanish, French or Arabic is a person with an age, or a body that somebody belongs to.

    Args:
        name: The name.
        before: What stands before it.
        after: What stands behind it.
    """
    if _BODY_ABROAD.fullmatch(name) or _BELONGS.search(before):
        return True
    return _AGED.match(after) is not None and _PLACED_ABROAD.search(before) is None
