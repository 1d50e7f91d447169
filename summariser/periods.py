"""Of which time the parts of a report tell: lines such as "Period covered: 1 to 15 March".

A year that such a line names is no other year than the news, though the report came out in the next. Where
several lines name several periods, what a part tells without a day of its own is of its period.
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Sequence

from summariser.lexicon.headings import PERIOD
from summariser.normalise.dates import DateMention
from summariser.reading import Reading

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def lines(reading: Reading) -> Sequence[str]:
    """Ids of the sentences that state a period, in the order of the text."""
    found: tuple[str, ...] = reading.once(
        "periods", "", lambda: tuple(s.id for s in reading.sentences if PERIOD.match(s.text))
    )
    return found


def years(reading: Reading) -> frozenset[int]:
    """The years that the periods name."""
    return reading.once("years of periods", "", lambda: _years(reading))


def _years(reading: Reading) -> frozenset[int]:
    return frozenset(int(y) for s in lines(reading) for y in _YEAR.findall(reading.sentence(s).text))


def period_of(reading: Reading, sentence: str) -> DateMention | None:
    """The words for the period that a sentence stands under, where the article has several periods."""
    if not _are_several(reading):
        return None
    stated = lines(reading)
    positions: list[int] = reading.once(
        "positions of periods", "", lambda: [reading.index(s) for s in stated]
    )
    at = bisect.bisect_right(positions, reading.index(sentence)) - 1
    return reading.dates_in(stated[at])[0] if at >= 0 and reading.dates_in(stated[at]) else None


def _are_several(reading: Reading) -> bool:
    return reading.once(
        "several periods", "", lambda: len({reading.sentence(s).text.casefold() for s in lines(reading)}) > 1
    )
