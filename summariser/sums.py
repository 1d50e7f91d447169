"""Sentences that add up many incidents: what they count belongs to none of those told beside them.

"In October 85 people were killed in eleven incidents. On the 14th gunmen attacked the market": the 85 did not
die at the market.
"""

from __future__ import annotations

from summariser.lexicon.sums import COMPARED, OF_MANY, OVER_A_PERIOD
from summariser.linking import is_a_day
from summariser.reading import Reading


def is_a_sum(reading: Reading, sentence: str) -> bool:
    """Whether a sentence adds up incidents. On one day ("killed in six attacks on Friday") they are news."""
    text = reading.sentence(sentence).text
    if OF_MANY.search(text) is None and COMPARED.search(text) is None:
        return False
    return not any(is_a_day(reading, mention) for mention in reading.dates_in(sentence))


def is_of_a_period(reading: Reading, sentence: str) -> bool:
    """Whether a sentence turns to a month or more, and away from what was told before it."""
    return OVER_A_PERIOD.search(reading.sentence(sentence).text) is not None
