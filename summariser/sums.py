"""Sentences that add up many incidents: what they count belongs to none of those told beside them.

"In October 85 people were killed in eleven incidents. On the 14th gunmen attacked the market": the 85 did not
die at the market.
"""

from __future__ import annotations

from summariser.lexicon.sums import COMPARED, CUMULATIVE, OF_MANY, OVER_A_PERIOD
from summariser.lexicon.tongues import level
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


def is_cumulative(reading: Reading, sentence: str) -> bool:
    """Whether a sentence has a toll since a month or a year, or since a war began, in any of the languages.

    A day in it ("since January, and five more on Friday") is of its own.
    """
    if CUMULATIVE.search(level(reading.sentence(sentence).text)) is None:
        return False
    if not reading.cues.of(sentence, "measure") or not _counts_people(reading, sentence):
        return False  # "they have been gone since February"
    return not any(is_a_day(reading, mention) for mention in reading.dates_in(sentence))


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
