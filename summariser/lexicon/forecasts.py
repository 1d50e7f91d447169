"""Words of those who fear or expect that people will come or go: nobody has moved yet."""

import re
from typing import Final

_COMING = (
    r"(?:arrivals?|influx|exodus|displacements?|flight|movements?|returns?|evacuations?)\b"
    r"|(?:arrivées?|afflux|exode|déplacements?|fuite|retours?|évacuations?)\b"
    r"|(?:llegadas?|afluencia|éxodo|desplazamientos?|huida|retornos?|evacuaci(?:ón|ones))\b"
)
FEARED: Final = re.compile(
    r"\b(?:fear(?:s|ed|ing)?|expect(?:s|ed|ing)?|anticipat(?:es?|ed|ing)|brac(?:es?|ed|ing) for|prepar(?:es?|ed|ing) for"
    r"|warn(?:s|ed|ing)? of"
    r"|crai(?:nt|gnent|gnait|gnaient|gnant)|redout(?:e|ent|ait|aient|ant)|s['’]attend(?:ent|ait|aient)?|appréhend(?:e|ent)"
    r"|tem(?:e|en|ía|ían|iendo|ió|ieron)|esper(?:a|an|aba|aban)|prev(?:é|én|eía|eían))\s+"
    r"(?:(?:à|a|the|an?|another|further|more|new|mass(?:ive)?|large|une?|l['’]|la|le|les|des|un|una|el|los|nuev[ao]s?|nouve(?:au|l|lle)x?)\s*){0,4}"
    rf"(?:{_COMING})"
    r"|\b(?:crai(?:nt|gnent|gnait|gnaient)|redout(?:e|ent|ait|aient))\s+qu(?:e\b|['’])"
    r"|\b(?:se\s+)?tem(?:e|en|ía|ían)\s+que\b|\bse\s+espera(?:ba)?\s+que\b"
    r"|(?:يُ?توقع|تتوقع|يتوقعون|من المتوقع|من المرتقب|يُ?خشى|تخشى|يخشون|مخاوف من|خشية)\s+(?:\w+\s+){0,2}?"
    r"(?:وصول|نزوح|تدفق|فرار|هروب|عودة|موجة|إجلاء)\b",
    re.IGNORECASE,
)
"""Before those who are to come: "fear the arrival of another 5,000", "craignent l'arrivée de"."""
FEARED_BEHIND: Final = re.compile(
    rf"(?:{_COMING})(?:[^.;:,]|[.,](?=\d)){{0,120}}?\b(?:is|are|was|were|est|sont|était|étaient|está|están|estaba)\s+(?:also\s+|aussi\s+|también\s+)?"
    r"(?:expected|feared|anticipated|attendue?s?|redoutée?s?|prévue?s?|crainte?s?|previst[ao]s?|esperad[ao]s?)\b",
    re.IGNORECASE,
)
"""Around them: "the arrival of 600 families is expected"."""
ANOTHER_CLAUSE: Final = re.compile(
    r"[.;:،؛]|,\s|\b(?:but|while|after|mais|tandis|après|pero|mientras|tras|بعد|لكن)\b"
)
"""Between such words and a movement: it is told by itself."""
