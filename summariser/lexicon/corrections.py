"""How a text takes a number back: it was wrong, it was said first, it has been revised."""

import re
from typing import Final

_HEDGE = r"(?:(?:at least|about|around|some|over|under|nearly|almost|roughly|more than|up to|as many as|only|just|an estimated|the|a|an)\s+)*"
_COUNT = r"(?:tolls?|counts?|figures?|numbers?|estimates?|tall(?:y|ies)|totals?|reports?|claims?|statements?|accounts?|versions?)"
_FORMER = r"(?:earlier|previous|prior|initial|preliminary|provisional|first|original|former|old)"
_WRONG = r"(?:wrong|incorrect|false|mistaken|inaccurate|untrue|erroneous|overstated|exaggerated|inflated|too high|too low|an? (?:error|mistake|misprint|exaggeration)|not (?:true|correct|accurate|right))"
NOT_THIS: Final = re.compile(
    rf"(?:[,;(–—-]|\band|\bbut|\brather than|\binstead of)\s*(?:and |but )?not\s+{_HEDGE}$|\b(?:rather than|instead of|as opposed to)\s+{_HEDGE}$",
    re.IGNORECASE,
)
"""Right before a number that another takes the place of: "sixteen, not 60"."""
NOT_BUT: Final = re.compile(r"\bnot\s+$", re.IGNORECASE)
BUT_THIS: Final = re.compile(rf"(?:\s+[\w-]+){{0,3}},?\s+but\s+(?:rather\s+)?{_HEDGE}$", re.IGNORECASE)
"""Between the two of "not 60 but sixteen"."""
CHANGED_FROM: Final = re.compile(
    rf"\b(?:revis\w+|lower(?:ed|ing|s)?|rais(?:ed|ing|es)|cut(?:ting)?|correct(?:ed|ing|s)|reduc(?:ed|ing|es)|r[io]se[ns]?|rising|climb(?:ed|ing|s)?|up|down|increas(?:ed|ing|es)"
    rf"|jump(?:ed|ing|s)?|drop(?:ped|ping|s)?|f[ae]ll(?:en|s)?|falling|updat(?:ed|ing|es)|chang(?:ed|ing|es)|gr[eo]w(?:n|s)?|soar(?:ed|ing|s)?|amend(?:ed|ing|s)|adjust(?:ed|ing|s)|downgrad\w+|upgrad\w+|doubl(?:ed|ing|es))\b"
    rf"[^.;:\n]{{0,60}}?\bfrom\s+(?:(?:an?|the|its|their|that)\s+)?(?:(?!people\b)[a-z'’-]+\s+){{0,3}}?(?:of\s+)?{_HEDGE}$",
    re.IGNORECASE,
)
"""Right before a number that was given before: "rose to 27 from 13", "revised down from 18"."""
OF_A_COUNT: Final = re.compile(
    r"\b(?:tolls?|death|deaths|counts?|figures?|numbers?|estimates?|tall(?:y|ies)|totals?|dead|killed|killing|injured|wounded|casualties|missing|losses|people"
    r"|IDPs?|displaced|displacement|refugees|returnees|famil(?:y|ies)|households|homes|houses)\b",
    re.IGNORECASE,
)
"""In a sentence that says of a toll how it changed."""
UP_FROM: Final = re.compile(
    rf"\b(?:up|down)\s+from\s+(?:(?:an?|the)\s+)?(?:(?!people\b)[a-z]+\s+){{0,3}}?(?:of\s+)?{_HEDGE}$",
    re.IGNORECASE,
)
CHANGES_ITS: Final = re.compile(
    rf"\b(?:revis|correct|lower|rais|cut|reduc|chang|amend|updat|adjust)(?:ed|es|s|ing|e)?\s+(?:its|the|their|his|her|that)\s+(?:[\w-]+\s+){{0,3}}?{_COUNT}\s+of\s+{_HEDGE}$",
    re.IGNORECASE,
)
TO_ANOTHER: Final = re.compile(
    r"[^.;:\n]{0,60}?\b(?:up |down )?to\s+(?:(?:at least|about|some|just|only)\s+)?(?:\d|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)",
    re.IGNORECASE,
)
"""Around the old number of "corrected its toll of 90 dead to 60"."""
FORMER_COUNT: Final = re.compile(
    rf"\b(?:{_FORMER}\s+(?:\w+\s+){{0,2}}?{_COUNT})\s+(?:(?:of|was|were|had been|stood at|put|said|gave|spoke of|that|it|at|there)\s+)+{_HEDGE}$"
    rf"|\bwithdr[ae]w\w*\s+[^.;:\n]{{0,40}}?{_COUNT}\s+(?:of|that)\s+{_HEDGE}$",
    re.IGNORECASE,
)
"""Right before a number: it is an earlier count's."""
IS_WRONG: Final = re.compile(
    rf"[^.;\n]{{0,80}}?\b(?:was|were|is|are|had been|has been|have been|proved|turned out|prov(?:ed|en))\s+(?:to (?:be|have been)\s+)?(?:\w+ly\s+)?(?:{_WRONG}|corrected|withdrawn|retracted|revised|superseded)\b",
    re.IGNORECASE,
)
"""Behind a count: it does not hold."""
A_COUNT: Final = re.compile(
    rf"\b{_COUNT}\s+(?:of|that|putting|saying|about)\b[^.;\n]{{0,80}}$", re.IGNORECASE
)
SAID_FIRST: Final = re.compile(
    r"\b(?:first|initially|originally|earlier|previously|at first|had)\s+(?:had\s+|was\s+|were\s+)?"
    r"(?:said|reported|put|spoken of|spoke of|announced|given|gave|claimed|stated|counted|estimated|feared|thought|believed)\b[^.;\n]*$",
    re.IGNORECASE,
)
"""Before a number: it was said first."""
SAYS_NOW: Final = re.compile(
    r"\b(?:now|later|since|then|but later|subsequently|afterwards|on \w+day)\s+(?:(?:has|have|had)\s+)?"
    r"(?:says?|said|puts?|report(?:s|ed)?|gives?|gave|speaks?|spoke|revis\w+|lower\w+|rais\w+|correct\w+|reduc\w+|confirm\w+|cut|changed)\b"
    r"|\b(?:revis|correct|lower|reduc)ed\s+(?:it|that|this|the (?:\w+ )?(?:toll|count|figure|number|total))\b",
    re.IGNORECASE,
)
"""Of the number behind it: it holds now."""
CORRECTION: Final = re.compile(
    r"^\W*(?:correction|corrects|corrected|clarification|erratum|editor['’]s note)\b|\b(?:an? (?:earlier|previous) version of (?:this|the|our)|this (?:story|article|report) has been corrected)\b",
    re.IGNORECASE,
)
"""A sentence that puts the article itself right."""
MISSTATED: Final = re.compile(
    r"\b(?:said|stated|reported|gave|wrote|misstated|wrongly|incorrectly|mistakenly|erroneously|put|instead of|rather than)\b(?![^\n]*\b(?:correct(?! version)|right|actual|true) (?:number|figure|toll|count|total)|[^\n]*\b(?:should (?:have been|be|have read|read)|in fact|actually|it is|it was)\b)[^\n]*$",
    re.IGNORECASE,
)
"""Before a number in such a sentence: it is the wrong one."""
NOT_BUT_IN: Final = re.compile(r"\bnot\s+(?:[\w,-]+\s+){1,4}?but\b", re.IGNORECASE)
"""A "not" that denies a number and not the deed."""
NOT_THIS_ABROAD: Final = re.compile(
    r"\b(?:y no|et non(?: pas)?|en lugar de|au lieu de)\s+(?:de\s+|los\s+|les\s+)?$", re.IGNORECASE
)
"""The same as `NOT_THIS` in Spanish and French."""
_CHANGED_ABROAD = (
    r"(?:\b(?:sub|aument|pas|mont|elev|élèv|alourdi|baj|baiss|redu|rédui|revis|révis|augment|grimp|bond|ramen|disminu|diminu"
    r"|corrig|correg|crec|descend|desciend|chut|recul|increment|salt)\w*|(?<!\w)[وفل]?(?:[ايت]?رتفع|ارتفاع|زاد|[ايت]?زداد|تزايد|قفز"
    r"|انخفض|انخفاض|تراجع|هبط|تصاعد|عدل|عُدل)\w*)"
)
FROM_ABROAD: Final = re.compile(
    rf"{_CHANGED_ABROAD}\s[^.;:\n]{{0,90}}?(?<!\w)(?:de|d[’']|desde|من)\s*$", re.IGNORECASE
)
TO_ABROAD: Final = re.compile(
    r"(?:\s+[^\W\d]+){0,2},?\s+(?:[aà]|hasta|إلى|الى)\s+(?:\w+\s+){0,2}", re.IGNORECASE
)
"""Around the old number of "pasó de 13 a 27", "est passé de 13 à 27", "ارتفع من 13 إلى 27"."""
AGAINST_ABROAD: Final = re.compile(
    rf"{_CHANGED_ABROAD}\s[^.;:\n]{{0,90}}?(?<!\w)(?:contre|frente a|desde|بعد أن كان\w*|بعدما كان\w*|مقابل)\s+(?:l[eao]s\s+)?$",
    re.IGNORECASE,
)
"""Before the old number where the new one was said first: "monte à 27, contre 13 la veille"."""
