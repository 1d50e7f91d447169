"""Words of a sum: a toll of many incidents, or of a month, is the toll of no incident that is told beside it."""

import re
from typing import Final

_HEDGE: Final = r"(?:(?:about|some|around|nearly|over|at least|more than|a total of|the|these|those|all) )*"
_MANY: Final = (
    r"(?:[5-9]|[1-9]\d{1,3}|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty|forty|fifty"
    r"|sixty|seventy|eighty|ninety|(?:twen|thir|for|fif|six|seven|eigh|nine)ty-\w+|(?:dozens|scores|hundreds) of)"
)
_KINDS: Final = r"(?:attacks|clashes|raids|bombings|explosions|shootings|battles|ambushes|strikes|air ?strikes|killings|assaults)"
OF_MANY: Final = re.compile(
    rf"\b(?:in|by|from|across|during) {_HEDGE}(?:(?!and\b|or\b)[\w-]+ ){{0,4}}(?:incidents|security events|episodes of violence)\b"
    rf"|\b(?:in|by|from|across|during) {_HEDGE}{_MANY} (?:(?!and\b|or\b)[\w-]+ ){{0,3}}{_KINDS}\b",
    re.IGNORECASE,
)
"""What a sum is over: "in eleven recorded incidents", "in incidents known to the agency", "in 19 attacks"."""

_MONTH: Final = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)(?! \d{1,2}\b)"
)
OVER_A_PERIOD: Final = re.compile(
    rf"^\W*(?:in|during|over|throughout|between|for) (?:the )?(?:(?:whole|course|entire) )?(?:of )?(?:the )?"
    rf"(?:{_MONTH}|(?:(?:first|second|third|fourth|last|past|previous|reporting|same) )?(?:\w+ )?"
    r"(?:quarter|half|months?|years?|semester|period)\b)",
    re.IGNORECASE,
)
"""How a sentence begins that tells of a month or more: "In the whole of June", "During the third quarter"."""

COMPARED: Final = re.compile(
    rf"^\W*(?:in all|in total|altogether|overall|all told)\b[^.;]{{0,90}}\b(?:in|during|over|since) (?:the )?(?:{_MONTH}|(?:past|last|whole|same|reporting) )"
    rf"|\b(?:in|during|over) (?:the (?:month|quarter|year) of )?(?:{_MONTH}|the (?:first|second|third|fourth|last) (?:quarter|half))\b[^.;]{{0,70}}"
    r"(?:,|\b(?:was|were)) (?:up|down|compared (?:to|with)|as against|against|after) (?:from )?\d",
    re.IGNORECASE,
)
"""Sums told in the sentence: "In all, 48 people died in May in the region", "31 died in May, up from 20"."""
