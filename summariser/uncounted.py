"""Numbers beside words of harm or flight that count nobody whom they befell.

The family of "five members of one family", the centres of "two of which", the nights of "25-26", the whole of
"12 people (3 killed, 9 injured)", and people who tested positive: nobody moved or died by these.
"""

from __future__ import annotations

import re
from typing import Final

from summariser.count_labels import TOLLS
from summariser.cues import Cue, unit_and_group
from summariser.lexicon.illness import POSITIVE
from summariser.normalise.numbers import NumberMention
from summariser.reading import Reading

_AROUND: Final = 200
_OF_WHICH: Final = re.compile(r"\s+of\s+which\b", re.IGNORECASE)
_NIGHT: Final = re.compile(r"\b(?:over)?nights?\s+(?:of|from|between)\s+(?:the\s+)?$", re.IGNORECASE)
_OF_THEM: Final = re.compile(
    r"\b(?:members|relatives|people|persons|men|women|children|boys|girls|brothers|sisters|generations"
    r"|membres|personnes|hommes|femmes|enfants|miembros|personas|hombres|mujeres|niños|افراد|أفراد)"
    r"\s+(?:of|from|in|d['’]|de|من)\s*$",
    re.IGNORECASE,
)
"""Before what the counted are part of."""


def counts_nobody(reading: Reading, number: NumberMention) -> bool:
    """Whether a number counts things, days, or those among whom others are counted."""
    return _is_of_things(reading, number) or _is_their_whole(reading, number)


def is_of_who_tested_positive(reading: Reading, cue: Cue) -> bool:
    """Whether a word of flight or of a camp only says who fell ill: "1,687 of whom live in camps"."""
    return cue.family in {"term", "site"} and tested_positive(reading, cue.sentence)


def tested_positive(reading: Reading, sentence: str) -> bool:
    """Whether a sentence tells who tested positive or is in isolation."""
    return POSITIVE.search(reading.sentence(sentence).text) is not None


def _is_of_things(reading: Reading, number: NumberMention) -> bool:
    """ "Nine centres, two of which were evacuated": what is not who; "the night of 25-26" counts nobody."""
    text, end = reading.text, reading.sentence(number.sentence).end
    if number.noun is None and _OF_WHICH.match(text, number.end, end) is not None:
        before = [n for n in reading.numbers_in(number.sentence) if n.end <= number.start and n.noun]
        return bool(before) and unit_and_group(before[-1].noun or "") is None
    nights = text[max(reading.sentence(number.sentence).start, number.start - _AROUND) : number.start]
    return number.noun is None and number.low is not None and _NIGHT.search(nights) is not None


def _is_their_whole(reading: Reading, number: NumberMention) -> bool:
    """ "Five members of one family were killed": the five, and no family beside them."""
    before = reading.text[reading.sentence(number.sentence).start : number.start]
    return number.value == 1 and _OF_THEM.search(before[-_AROUND:]) is not None


def is_of_several_fates(reading: Reading, number: NumberMention) -> bool:
    """ "12 people (3 killed, 9 injured)": the 12 are neither."""
    end, sentence = max(number.end, number.noun_end or 0), reading.sentence(number.sentence)
    opened = reading.text.find("(", end, min(end + 2, sentence.end))
    closed = reading.text.find(")", opened, sentence.end) if opened >= 0 else -1
    if closed < 0 or number.inherited:
        return False
    inside = [
        c for c in reading.cues.of(sentence.id, "measure") if opened < c.start < closed and c.label in TOLLS
    ]
    parts = [n for n in reading.numbers_in(sentence.id) if opened < n.start < closed]
    return len({c.label for c in inside}) > 1 and len(parts) > 1
