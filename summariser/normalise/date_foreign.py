"""Whole dates in the languages that have no table here, read by dateparser and then checked.

dateparser fills what is missing from the machine's clock: "on Sunday" becomes next Sunday, "2014" the
present day and month of 2014. So it is only shown a day, a word and a four-digit year, told to demand
all three, and believed only if the day and year that it returns are the ones in the text.
"""

from __future__ import annotations

import re
from datetime import date, datetime
from functools import lru_cache
from typing import Final

import dateparser  # type: ignore[import-untyped]  # ships no annotations

from summariser.normalise.word_lists import listed

# Those of the places that conflict and disaster reports come from.
_LANGUAGES: Final = sorted(listed("pt|de|it|ru|uk|tr|fa|sw|nl|pl|id|so|am|ps|ha|my|bn|hi|ur|zh|he|ca|ro"))
_SETTINGS: Final = {
    "PARSERS": ["absolute-time"],
    "STRICT_PARSING": True,
    "REQUIRE_PARTS": ["day", "month", "year"],
    "RETURN_AS_TIMEZONE_AWARE": False,
    "RELATIVE_BASE": datetime(1, 1, 1),  # a day that no article can mean
}
FOREIGN: Final = re.compile(
    r"(?<!\w)(?P<d>\d{1,2})\.?\s+(?:de\s+)?[^\W\d_]{3,}\.?\s+(?:de\s+)?(?P<y>(?:19|20)\d\d)(?!\w)"
    r"|(?P<yc>(?:19|20)\d\d)年\d{1,2}月(?P<dc>\d{1,2})日"
)


@lru_cache(maxsize=1024)
def foreign_day(phrase: str) -> date | None:
    """The day that a whole written date names, or None."""
    match = FOREIGN.fullmatch(phrase)
    if match is None:
        return None
    found = dateparser.parse(phrase, languages=_LANGUAGES, settings=_SETTINGS)
    stated = (int(match["y"] or match["yc"]), int(match["d"] or match["dc"]))
    return found.date() if found and (found.year, found.day) == stated else None
