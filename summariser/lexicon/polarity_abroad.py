"""The same as `polarity` for Spanish, French and Arabic: read only in articles of these languages."""

import re
from typing import Final

NEGATED: Final = re.compile(
    r"(?:(?:\b(?:no|nunca|jamás|tampoco|nadie)\b(?!\s+(?:menos|más|solo|sólo|obstante|identificad\w+|pud\w+ evitar)\b)"
    r"|\b(?:jamais|personne n)\b|(?<!\w)(?:لم|لن|ليس|نفى|نفت)(?!\w))[^,;:.!?،؛\n]{0,25}"
    r"|(?:\b(?:sin que|sin|sans que|sans|aucune?|ning[uú]n[oa]?)|(?<!\w)(?:دون|بدون|عدم))\s+(?:\w+\s+)?)$",
    re.IGNORECASE,
)
UNTRUE: Final = re.compile(
    r"\b(?:simulacros?|falso que|es falso|noticias? falsas?|bulos?|rumor(?:es)?|desmint\w+|desmentir\w*|en la (?:película|novela|serie)"
    r"|exercices? de simulation|fausses? (?:nouvelles?|informations?|rumeurs?)|rumeurs?|dans le (?:film|roman)|intox)\b"
    r"|(?<!\w)(?:ال)?(?:شائعات|شائعة|إشاعة|تدريب وهمي|مناورة وهمية|أخبار كاذبة|في فيلم)(?!\w)",
    re.IGNORECASE,
)
UNCONFIRMED: Final = re.compile(
    r"\b(?:n[’'](?:a|ont|avait|avaient)|ne (?:peut|peuvent|pouvait))\s+(?:pas|pu|toujours pas|pas encore|jamais)\s+(?:encore\s+|pu\s+)?(?:confirm\w+|vérifi\w+)\b[^;:.!?\n]*$"
    r"|\bno\s+(?:ha|han|había|habían|pud\w+|puede)\s+(?:podido\s+)?(?:confirm\w+|verific\w+)\b[^;:.!?\n]*$|\bno\s+(?:confirm\w+|verific\w+)\b[^;:.!?\n]*$",
    re.IGNORECASE,
)
"""Before a statement: somebody does not confirm it."""
_NOT_ON = r"(?:(?!(?<!\w)(?:y|e|pero|aunque|tras|después|et|mais|après|و)(?!\w))[^,;:.!?،؛\n])"
DENIED: Final = re.compile(
    r"(?:\bse (?:desmient|desmint|descart|nieg|neg)(?:e|en|ió|ieron|a|an|ó|aron)\b(?! a\b)"
    r"|\b(?:desmentid|descartad)[oa]s?\b|\bon (?:dément|nie|réfute|rejette)\b|\b(?:démenti|nié|réfuté)(?:e|s|es)\b"
    rf"|(?<!\w)(?:تم|جرى) نفي(?!\w)){_NOT_ON}{{0,60}}$",
    re.IGNORECASE,
)
"""Before a statement: it is denied, by nobody who is named ("se desmiente la muerte de 30 civiles")."""
IS_DENIED: Final = re.compile(
    rf"{_NOT_ON}{{0,40}}?\b(?:(?:es|est|sont|fue|fueron|son|queda|quedan|quedó|quedaron|ha sido|han sido|a été|ont été)\s+"
    r"(?:\w+(?:mente|ment)\s+)?(?:desmentid[oa]s?|descartad[oa]s?|démenti(?:e|s|es)?|nié(?:e|s|es)?|réfuté(?:e|s|es)?))\b",
    re.IGNORECASE,
)
"""Behind a statement: the same."""
POSSIBLE: Final = re.compile(
    r"(?:\b(?:podrían?|amenaz\w+ con|intent\w+|planea\w*|pretend\w+|buscaban?|querían?|a fin de|a punto de|por poco)"
    r"|\b(?:pourraient?|menac\w+ de|tent\w+ de|projet\w+ de|voulaient?|afin de|risqu\w+ de|faill(?:i|it|irent))"
    r"|(?<!\w)(?:ربما|حاول\w*|محاولة|كاد\w*))\s+(?:\w+\s+)?$",
    re.IGNORECASE,
)
RETOLD: Final = re.compile(
    r"\bhace (?:\w+ )?(?:años?|décadas?|meses)\b|\bel año pasado\b|\baniversario\b|\ben los últimos (?:\w+ )?(?:años|meses)\b|\ben lo (?:que va|corrido) del? "
    r"|\bil y a (?:\w+ )?(?:ans?|mois|décennies?)\b|\bl[’'](?:an|année) (?:dernière?|passée?)\b|\banniversaire\b|\bau cours des dernière?s (?:mois|années)\b"
    r"|\ben (?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre) dernier\b"
    r"|قبل (?:\S+ )?(?:سنوات|أعوام|عقود)|العام الماضي|ذكرى|خلال السنوات (?:الماضية|الأخيرة)|منذ اندلاع الحرب",
    re.IGNORECASE,
)
YEAR: Final = re.compile(
    r"(?:\b(?:en|desde|depuis|de|du|dès|durante|année|año|entre)\s+(?:\w+\s+(?:de\s+)?)?|(?<!\w)(?:عام|سنة|منذ|في|بين|عامي)\s+(?:\S+\s+)?)(?P<year>(?:19|20)\d\d)\b",
    re.IGNORECASE,
)

_TOLD_FR: Final = r"(?:informations?|bilans?|chiffres?|affirmations?|propos|rapports?|versions?|faits)"
_TOLD_ES: Final = r"(?:version(?:es)?|informacion(?:es)?|cifras?|reportes?|informes?|hechos)"
_TOLD_AR: Final = r"(?:الانباء|التقارير|الخبر|الادعاءات|المزاعم|المعلومات|الارقام|الحصيله)"
DENIES_BACK: Final = {
    "fr": re.compile(
        rf"\b(?:a|ont|avait|avaient) (?:\w+ ){{0,2}}?(?:dementi|nie|rejete|refute|conteste)(?:e?s?)\b"
        rf"(?=\s*(?:[.,;!»\"”]|$)| (?:ces|cette|les?|la|ce|cela|toutes? ces|l['’])\s?(?:\w+ ){{0,2}}?{_TOLD_FR}| cela\b)"
        rf"|\b(?:dement|dementent|nie|nient|rejette|rejettent|refute|refutent)(?=\s*(?:[.,;!»\"”]|$)| (?:ces|cette|les|la|ce|cela) (?:\w+ ){{0,2}}?{_TOLD_FR}| cela\b)"
        rf"|\bqualifi\w+ (?:ces|cette|les|la|ce) (?:\w+ ){{0,2}}?{_TOLD_FR} (?:de|d['’]) ?(?:\w+ )?(?:mensong|fauss|faux|infond|sans fondement|propagande)",
        re.IGNORECASE,
    ),
    "es": re.compile(
        rf"\b(?:lo|la|los|las) (?:ha |han |habia )?(?:nego|negaron|niega|niegan|negado|desmintio|desmintieron|desmiente|desmienten|desmentido|rechazo|rechazaron)\b"
        rf"|\b(?:nego|negaron|niega|niegan|desmintio|desmintieron|desmiente|desmienten|rechazo|rechazaron|rechaza) (?:estas?|esas?|las?|los|el|dichas?|tales) (?:\w+ ){{0,2}}?{_TOLD_ES}\b(?! (?:de|sobre) que)"
        rf"|\b(?:califico|calificaron|tildo|tildaron) (?:de|como) (?:\w+ ){{0,1}}?fals[ao]s? (?:estas?|esas?|las?|los|el) {_TOLD_ES}",
        re.IGNORECASE,
    ),
    "ar": re.compile(
        rf"(?<!\w)[وف]?(?:نفي|نفت|نفوا|ينفي|تنفي|كذب|كذبت)(?: [\w-]+){{1,5}}? (?:ذلك|(?:هذه )?(?:صحه )?(?:هذه )?{_TOLD_AR})(?!\w)(?! (?:التي|عن|حول|بشان))"
    ),
}
"""By language, levelled: "l'armée a démenti", "el ejército lo negó", "ونفى الجيش ذلك"."""
NOT_DENIED: Final = re.compile(
    r"(?:\bn['’]|\b(?:jamais|ni|personne|no|nunca|nadie|tampoco)\b|(?<!\w)(?:لم|لا|لن|ما)(?!\w))[^.,;،]{0,40}$",
    re.IGNORECASE,
)
"""Right before such a denial: there is none."""
OWN_CLAIM: Final = re.compile(
    r"[;:؛]|\b(?:pero|mientras|aunque|mais|tandis|alors que|bien que|culp\w+|acus\w+|dij\w+|afirm\w+|asegur\w+|accus\w+|affirm\w+|imput\w+)\b"
    r"|(?<!\w)[وف]?(?:لكن|قال|قالت|اتهم|اتهمت)(?!\w)",
    re.IGNORECASE,
)
"""Before such a denial: its own sentence says what is denied."""
