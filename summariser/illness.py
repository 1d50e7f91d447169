"""Whether a word of harm tells of the sick: who dies of an illness is not killed, no patient is injured.

Reports of an outbreak say what people die of once, and then count: "757 cases with 4 deaths", "38 deaths so
far (26 in isolation)". What stands around such a count says what it is of.
"""

from __future__ import annotations

from typing import Final

from summariser.cues import Cue
from summariser.lexicon.illness import (
    BY_VIOLENCE,
    CASES,
    COUNTED_IN_AN_OUTBREAK,
    DEATHS,
    HURT,
    INFECTION,
    OF_AN_OUTBREAK,
)
from summariser.lexicon.tolls import DISEASE
from summariser.normalise.numbers import NumberMention
from summariser.reading import Reading

_BARE_KILLING: Final = {"killed", "killing"}


def is_of_the_sick(reading: Reading, cue: Cue) -> bool:
    """Whether who dies here dies of an illness.

    Args:
        reading: The article.
        cue: A word of death.
    """
    if _is_violent(reading, cue.sentence):
        return False
    text = reading.sentence(cue.sentence).text
    if DISEASE.search(text):
        return True
    return DEATHS.fullmatch(cue.text) is not None and _told_of_cases(reading, cue.sentence)


def is_a_patient(reading: Reading, cue: Cue) -> bool:
    """Whether who lies in hospital here, or is in a critical condition, is ill.

    Args:
        reading: The article.
        cue: A word of injury.
    """
    if HURT.search(cue.text) or _is_violent(reading, cue.sentence) or _is_of_disaster(reading, cue.sentence):
        return False
    text = reading.sentence(cue.sentence).text
    return INFECTION.search(text) is not None or _told_of_cases(reading, cue.sentence)


def counts_an_outbreak(reading: Reading, number: NumberMention) -> bool:
    """Whether a number counts cases, contacts or tests: nobody moved or died by it.

    Args:
        reading: The article.
        number: The number.
    """
    if number.noun is None or number.inherited:
        text = reading.sentence(number.sentence).text
        return number.noun is None and _has_an_outbreak(reading) and OF_AN_OUTBREAK.search(text) is not None
    return number.head in COUNTED_IN_AN_OUTBREAK and _has_an_outbreak(reading)


def _told_of_cases(reading: Reading, sentence: str) -> bool:
    """Whether a sentence goes on about an outbreak: it counts cases, or stands where one is told of."""
    if _is_of_disaster(reading, sentence):
        return False
    text = reading.sentence(sentence).text
    if CASES.search(text) and (INFECTION.search(text) or _has_an_outbreak(reading)):
        return True
    before = reading.before(sentence)
    if before is not None and not _is_violent(reading, before.id) and not _is_of_disaster(reading, before.id):
        near = before.paragraph == reading.sentence(sentence).paragraph
        if near and INFECTION.search(before.text):
            return True
    return _is_of_nothing_else(reading)


def _is_violent(reading: Reading, sentence: str) -> bool:
    found = (c for c in reading.cues.of(sentence, "event") if c.text.casefold() not in _BARE_KILLING)
    return any(True for _ in found) or BY_VIOLENCE.search(reading.sentence(sentence).text) is not None


def _is_of_disaster(reading: Reading, sentence: str) -> bool:
    return "cause:disaster" in reading.cues.labels(sentence)


def _has_an_outbreak(reading: Reading) -> bool:
    return reading.once("outbreak", "", lambda: INFECTION.search(reading.text) is not None)


def _is_of_nothing_else(reading: Reading) -> bool:
    """Whether an article tells of an outbreak, and of no violence and no disaster."""
    return reading.once("only an outbreak", "", lambda: _only_an_outbreak(reading))


def _only_an_outbreak(reading: Reading) -> bool:
    if not _has_an_outbreak(reading) or reading.language != "en":
        return False
    return not any(_is_violent(reading, s.id) or _is_of_disaster(reading, s.id) for s in reading.sentences)
