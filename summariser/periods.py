"""Of which time the parts of a report tell: lines such as "Period covered: 1 to 15 March".

A year that such a line names is no other year than the news, though the report came out in the next. Where
several lines name several periods, what a part tells without a day of its own is of its period.
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Sequence

from summariser.lexicon.headings import PERIOD
from summariser.normalise.date_calendar import NO_SUCH_DAY, ResolvedDate, open_date
from summariser.normalise.dates import DateMention, resolve_date
from summariser.reading import Reading

NUMBERED = re.compile(r"(?:on )?the \d{1,2}(?:st|nd|rd|th)", re.IGNORECASE)
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
    return _over(reading, sentence) if _are_several(reading) else None


def numbered_day(reading: Reading, mention: DateMention) -> ResolvedDate | None:
    """ "On the 9th" under a stated period: its last such day, not that before the day of publication.

    A day that the period does not have stays open. None for other words, and where no period is stated.
    """
    if NUMBERED.fullmatch(mention.text) is None:
        return None
    period = _over(reading, mention.sentence)
    if period is None:
        return None
    covered = resolve_date(period.text, reading.article.published)
    if covered.start is None or covered.end is None:
        return None
    found = resolve_date(mention.text, covered.end)
    return found if found.start and found.start >= covered.start else open_date(NO_SUCH_DAY)


def _over(reading: Reading, sentence: str) -> DateMention | None:
    """The words for the period that a sentence stands under."""
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
