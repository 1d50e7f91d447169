"""Shares and changes: the whole that a share is taken of, and by how much a count rose or fell."""

import re
from typing import Final

_HEDGE: Final = (
    r"(?:(?:at least|about|around|some|over|under|nearly|almost|roughly|more than|up to|an estimated|the|its|their|those|these|all"
    r"|unos|unas|los|las|más de|casi|al menos|environ|quelque|près de|plus de|les|ses|leurs|نحو|حوالي|أكثر من)\s+)*"
)
_OWNED: Final = r"(?:(?:the\s+)?(?:[\w-]+\s+){0,2}?[\w-]+['’]s?\s+)?"
"""Whose the whole is: "70 percent of the town's 40,000 residents"."""
_PARTS_EN: Final = (
    r"(?:half|(?:a|one|two|three|four)[- ](?:thirds?|quarters?|fifths?|tenths?)|(?:the|a) (?:\w+ )?(?:majority|minority)|most|a (?:\w+ )?(?:part|share|portion|fraction|proportion)"
    r"|(?:one|two|three|four|five|six|seven|eight|nine|\d{1,2}) (?:in|out of) (?:every )?(?:\w+|\d+))"
)
_PARTS_ES: Final = (
    r"(?:mitad|tercio|tercera parte|cuarta parte|quinta parte|cuarto|quinto|mayoría|mayor parte|parte)"
)
_PARTS_FR: Final = r"(?:moitié|tiers|quart|cinquième|dixième|majorité|plupart|partie)"
_PARTS_AR: Final = r"(?:نصف|ثلث|ثلثا|ثلثي|ربع|خمس|عشر|معظم|غالبية|أغلبية|أكثر)"
_PERCENT: Final = (
    r"(?:\d\s*[%٪％]|\b(?:per ?cent|pct|por ciento|pour cent)|(?<!\w)(?:بالمئة|بالمائة|في المئة|في المائة))"
)
A_SHARE_OF: Final = re.compile(
    rf"(?:{_PERCENT}|\b{_PARTS_EN})\s+of\s+{_OWNED}{_HEDGE}$"
    rf"|(?:{_PERCENT}|\b{_PARTS_ES}|\b{_PARTS_FR})\s+(?:de|des|d['’])\s*{_HEDGE}$"
    rf"|(?:{_PERCENT}|(?<!\w)و?{_PARTS_AR})\s+من\s+(?:أصل\s+|بين\s+)?{_HEDGE}(?:ال)?$",
    re.IGNORECASE,
)
"""Right before the whole: "40% of the 1,000 families", "la mitad de los 4.000", "la moitié des 3 000"."""
SOME_OF: Final = re.compile(r"\s+(?:out\s+)?of\s+(?:the\s+|his\s+|her\s+|their\s+|its\s+)?$", re.IGNORECASE)
"""Between two numbers of which the second is the whole: "one of three brothers"."""
IN_SO_MANY: Final = re.compile(
    r"\s+(?:(?:in|out of)(?: every)?|sur|(?:de|por) cada|من (?:بين )?كل|من أصل)\s+$", re.IGNORECASE
)
"""Between a noun and the whole of a share: "one child in three", "une personne sur dix"."""
ONE_IN: Final = re.compile(
    r"(?:^|[\s'’])(?:an?|une?|una?)\s+(?P<noun>[^\W\d]+)\s+(?:(?:in|out of)(?: every)?|sur|de cada)\s+$",
    re.IGNORECASE,
)
"""Before the whole of a share whose part is told by an article: "a family in four"."""
WHO: Final = re.compile(
    r"\s+(?:(?:who|that|which|qui|que)\b[^,;.]*|(?:\w+ly|already|recently|newly|internally|من|الذين)?\s*)",
    re.IGNORECASE,
)
"""From a whole to a word that is said of all of it: "the 3,000 who fled", "the 12 people displaced"."""
FINITE: Final = re.compile(
    r"(?:fled|flee\w*|died|drowned|perished|escaped|went|left|returned|moved|arrived|huy\w*|mur\w*|\w+ó|\w+ron|(?:a|ont) \w+|(?:est|sont) \w+)",
    re.IGNORECASE,
)
"""Words of what somebody did, that cannot stand behind those it befell as an adjective does."""
BACK: Final = re.compile(
    r"\b(?:returned|gone (?:back|home)|went (?:back|home)|returnees?|sont (?:rentr|retourn|reven)\w+|regres\w+|retorn\w+|volvieron|han vuelto)\b"
    r"|(?<!\w)(?:عاد|عادوا|عادت)(?!\w)",
    re.IGNORECASE,
)
"""Of a part of the displaced: all of them are displaced no more."""

_CHANGED: Final = (
    r"\b(?:r[io]se[ns]?|rising|f[ae]ll(?:en|s)?|falling|increas(?:ed|es|ing|e)|decreas(?:ed|es|ing|e)|gr[eo]w(?:n|s)?|climb(?:ed|s|ing)|jump(?:ed|s|ing)|drop(?:ped|s|ping)?"
    r"|declin(?:ed|es|ing|e)|soar(?:ed|s|ing)|surg(?:ed|es|ing)|shr[aiu]nk|plung(?:ed|es)|up|down"
    r"|aument\w+|subió|sube|baj[óa]|descend\w+|disminuy\w+|augment\w+|baiss\w+|diminu\w+|recul\w+|grimp\w+)\b"
    r"|(?<!\w)و?(?:ارتفعت?|انخفضت?|تراجعت?|زادت?)(?!\w)"
)
BY_HOW_MUCH: Final = re.compile(
    rf"(?:{_CHANGED})(?:\s+\S+){{0,3}}?\s+(?:by|en|de|d['’]|بمقدار|بواقع)\s*{_HEDGE}$"
    rf"|(?:{_CHANGED})\s+(?:(?:another|further|only|just|sharply|slightly)\s+)?{_HEDGE}$",
    re.IGNORECASE,
)
"""Right before how much a count changed by: "rose by 4", "fell sharply by some 3,000"."""
UP_TO_WHAT: Final = re.compile(
    rf"(?:\s+[^\W\d]+)?,?\s+(?:to|à|a|hasta|jusqu['’]à|إلى|ليصل إلى|لتصل إلى)\s+(?:a (?:total|new total) of\s+)?{_HEDGE}$",
    re.IGNORECASE,
)
"""Between how much it changed by and what it is now."""
OF_THE_WOUNDED: Final = re.compile(
    r"\s+(?:of|de|d[’']entre|des|من)(?:\s+(?:the|these|those|los|las|les|ces|ses|sus))?\s+(?:[^\W\d_]+|\d+)\s+"
    r"(?:(?:people|persons|personas|personnes|men)\s+)?(?:wounded|injured|herid[oa]s|lesionad[oa]s|bless[ée]e?s|(?:ال)?(?:جرحى|مصابين))(?!\w)",
    re.IGNORECASE,
)
"""Behind a number: it is some of the wounded, "one of the three wounded"."""
DIED_BEFORE: Final = re.compile(
    r"(?:\b(?:muri(?:ó|eron)|falleci(?:ó|eron)|died|(?:est|sont) (?:morts?|décédés?))|(?<!\w)[وف]?(?:توفي|مات|قضى))\s+(?:hoy |ayer |أمس )?$",
    re.IGNORECASE,
)
DIED_BEHIND: Final = re.compile(
    r"[^,;:.]{0,80}\b(?:died|(?:has|have) (?:since )?died|succumbed|(?:est|sont) (?:morte?s?|décédée?s?)|(?:a|ont) succombé|muri(?:ó|eron)|falleci(?:ó|eron))\b",
    re.IGNORECASE,
)
"""Before and behind such a number: those died."""
