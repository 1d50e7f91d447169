"""What a capitalised name names beside places, bodies and people told of: a storm, or who speaks in a log.

"Cyclone Winston" is no Winston, and in "[14:09] Omar: the road is closed" Omar is who writes. Towns
somewhere bear nearly every such name.
"""

from __future__ import annotations

import re
from typing import Final, Literal

Turn = Literal["clock", "line"]

_NAMED: Final = r"[^\W\d_]['’\w-]+"
_ONE: Final = (
    r"(?:(?i:(?:super[ -]?)?(?:cyclone|hurricane|typhoon)|tropical (?:storm|depression|cyclone)|winter storm"
    r"|hurac[aá]n|cicl[oó]n(?: tropical)?|tif[oó]n|tormenta(?: tropical| invernal)?|depresi[oó]n tropical|borrasca"
    r"|ouragan|cyclone tropical|typhon|temp[êe]te(?: tropicale)?|dépression tropicale)"
    r"|(?<![\w,] )Storm|(?i:after|as|before|by|during|following|from|in|of|since|that|when) Storm)"
)
""" "Storm" without more is a verb behind a subject: "Troops Storm Aleppo"."""
_MANY: Final = (
    r"(?i:cyclones|hurricanes|typhoons|tropical (?:storms|depressions|cyclones)|winter storms|huracanes|ciclones"
    r"|tormentas(?: tropicales)?|ouragans|cyclones tropicaux|typhons|temp[êe]tes(?: tropicales)?)"
)
_STORM: Final = re.compile(rf"(?<!\w)(?:{_ONE}|{_MANY}(?: {_NAMED}(?:, {_NAMED})* (?:and|y|et))?) \Z")
_STORM_ARABIC: Final = re.compile(
    r"(?<!\w)(?:[وفبل]|بال|لل)?(?:ال)?(?:إعصار|اعصار|عاصفة|أعاصير)(?: (?:ال)?(?:مداري|استوائي|مدارية|استوائية))? \Z"
)
_SPACE: Final = re.compile(r" ")
_LOOK: Final = 60
_CLOCK: Final = r"\d{1,2}[:.h]\d{2}(?::\d{2})?(?:\s?[AaPp]\.?[Mm]\.?)?"
_LED_BY_CLOCK: Final = re.compile(
    rf"(?:\A|\n)[\s\[(•*–—-]*(?:[\d/.-]{{6,10}},?\s+)?{_CLOCK}(?:\s?(?:GMT|UTC|local))?[\s\])|,–—-]*\Z"
)
_LINE: Final = re.compile(r"(?:\A|\n)[\s•*>–—-]*\Z")
_COLON: Final = re.compile(
    rf"(?:\s?\((?!\d)[^()\n]{{1,30}}\))?(?P<clock>,?\s?[\[(]?{_CLOCK}[\])]?)?\s?:(?=\s)"
)


def is_storm(text: str, start: int) -> bool:
    """Whether the name that begins at `start` is a storm's.

    >>> is_storm("after Cyclone Winston", 14), is_storm("troops storm Aleppo", 13)
    (True, False)
    """
    before = text[max(0, start - _LOOK) : start]
    return _STORM.search(before) is not None or _STORM_ARABIC.search(before) is not None


def turn_of(text: str, start: int, end: int) -> Turn | None:
    """Whether ``text[start:end]`` leads a line as who speaks does, with a clock beside it or without one.

    >>> turn_of("[14:09] Omar: closed", 8, 12), turn_of("Omar: closed", 0, 4), turn_of("Omar said", 0, 4)
    ('clock', 'line', None)
    """
    colon = _COLON.match(text, end)
    if colon is None:
        return None
    before = text[max(0, start - _LOOK) : start] if start > _LOOK else text[:start]
    if _LED_BY_CLOCK.search(before):
        return "clock"
    if _LINE.search(before):
        return "clock" if colon["clock"] else "line"
    return None


def is_apart(text: str, start: int, end: int) -> bool:
    """Whether the capitals of ``text[start:end]`` name a storm, or who speaks behind a clock."""
    words = [start, *(m.end() for m in _SPACE.finditer(text, start, end))]
    return any(is_storm(text, word) for word in words) or turn_of(text, start, end) == "clock"
