"""Sentences that add up many incidents: what they count belongs to none of those told beside them.

"In October 85 people were killed in eleven incidents. On the 14th gunmen attacked the market": the 85 did not
die at the market.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from summariser.lexicon.sums import COMPARED, CUMULATIVE, OF_A_WAR, OF_MANY, OVER_A_PERIOD
from summariser.lexicon.tongues import level
from summariser.linking import is_a_day, resolved
from summariser.normalise.dates import DateMention
from summariser.reading import Reading

_LONG_AGO: Final = timedelta(days=45)
_SINCE: Final = ("since ", "depuis ", "desde ", "منذ ")


def is_a_sum(reading: Reading, sentence: str) -> bool:
    """Whether a sentence adds up incidents. On one day ("killed in six attacks on Friday") they are news."""
    text = reading.sentence(sentence).text
    if not any(pattern.search(text) for pattern in (OF_MANY, COMPARED, OF_A_WAR)):
        return False
    return not any(is_a_day(reading, mention) for mention in reading.dates_in(sentence))


def is_of_a_period(reading: Reading, sentence: str) -> bool:
    """Whether a sentence turns to a month or more, and away from what was told before it."""
    return OVER_A_PERIOD.search(reading.sentence(sentence).text) is not None


def is_cumulative(reading: Reading, sentence: str) -> bool:
    """Whether a sentence has a toll since a month or a year, or since a war began, in any of the languages.

    A day in it ("since January, and five more on Friday") is of its own.
    """
    text = reading.sentence(sentence).text
    days = reading.dates_in(sentence)
    long_since = [d for d in days if _is_long_since(reading, d)]
    if not long_since and CUMULATIVE.search(level(text)) is None:
        return False
    if not reading.cues.of(sentence, "measure") or not _counts_people(reading, sentence):
        return False  # "they have been gone since February"
    return not any(is_a_day(reading, mention) for mention in days if mention not in long_since)


def _is_long_since(reading: Reading, mention: DateMention) -> bool:
    """ "Since October 7", told in June: what is counted since then is no event of that day."""
    published = reading.article.published
    if published is None or not mention.text.casefold().startswith(_SINCE):
        return False
    start = resolved(reading, mention).start
    return start is not None and published - start > _LONG_AGO


def _counts_people(reading: Reading, sentence: str) -> bool:
    """Whether a number of a sentence may count people: not "87 such raids", "forty kilometres"."""
    deeds = reading.cues.of(sentence, "event")
    return any(
        n.kind == "count"
        and not n.implicit
        and not any(
            n.noun_start <= c.start < n.noun_end
            for c in deeds
            if n.noun_start is not None and n.noun_end is not None
        )
        for n in reading.numbers_in(sentence)
    )
