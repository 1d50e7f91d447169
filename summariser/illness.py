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
from summariser.lexicon.illness_abroad import (
    CASES_ABROAD,
    COUNTED_ABROAD,
    DEATHS_ABROAD,
    DIED_OF,
    DISEASE_ABROAD,
    HURT_ABROAD,
    INFECTION_ABROAD,
    KILLS,
)
from summariser.lexicon.tolls import DISEASE
from summariser.normalise.numbers import NumberMention
from summariser.reading import Reading

_BARE_KILLING: Final = {"killed", "killing"}
_NEAR: Final = 40
"""Characters from a number to the word of death that it goes with."""


def is_of_the_sick(reading: Reading, cue: Cue) -> bool:
    """Whether who dies here dies of an illness.

    Args:
        reading: The article.
        cue: A word of death.
    """
    if reading.languages[cue.sentence] != "en":
        return _is_of_the_sick_abroad(reading, cue)
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
    if reading.languages[cue.sentence] != "en":
        if HURT_ABROAD.search(cue.text) or _is_violent(reading, cue.sentence):
            return False
        return INFECTION_ABROAD.search(reading.sentence(cue.sentence).text) is not None
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
    if reading.languages[number.sentence] != "en":
        sentence = reading.sentence(number.sentence)
        counted = COUNTED_ABROAD.match(reading.text, number.end, sentence.end) is not None
        return counted and _has_an_outbreak_abroad(reading)
    if number.noun is None or number.inherited:
        text = reading.sentence(number.sentence).text
        return number.noun is None and _has_an_outbreak(reading) and OF_AN_OUTBREAK.search(text) is not None
    return number.head in COUNTED_IN_AN_OUTBREAK and _has_an_outbreak(reading)


def is_dead_of_it(reading: Reading, cue: Cue) -> bool:
    """Whether a word of death stands right beside the illness, whatever else its sentence tells of.

    Args:
        reading: The article.
        cue: The word.
    """
    if reading.languages[cue.sentence] == "en":
        return False
    return _dead_of(reading, cue) or _killed_by_it(reading, cue)


def died_of_illness(reading: Reading, number: NumberMention) -> bool:
    """Whether a number counts who died of an illness, by the words right beside it; not in English.

    Args:
        reading: The article.
        number: The number.
    """
    deaths = (c for c in reading.cues.of(number.sentence, "measure") if is_dead_of_it(reading, c))
    return any(-_NEAR < c.start - number.end < _NEAR for c in deaths)


def goes_on_about_the_sick(reading: Reading, sentence: str) -> bool | None:
    """Whether a sentence of another language tells of the ill; None where what was told before decides.

    Args:
        reading: The article.
        sentence: The sentence, which tells of no violence.
    """
    text = reading.sentence(sentence).text
    if INFECTION_ABROAD.search(text) or (CASES_ABROAD.search(text) and _has_an_outbreak_abroad(reading)):
        return True
    return False if DISEASE_ABROAD.search(text) else None


def _is_of_the_sick_abroad(reading: Reading, cue: Cue) -> bool:
    if is_dead_of_it(reading, cue):
        return True
    if _is_violent(reading, cue.sentence) or DEATHS_ABROAD.fullmatch(cue.text) is None:
        return False
    if _is_of_disaster(reading, cue.sentence):
        return False
    text = reading.sentence(cue.sentence).text
    if DISEASE_ABROAD.search(text) or (CASES_ABROAD.search(text) and _has_an_outbreak_abroad(reading)):
        return True
    before = reading.before(cue.sentence)
    if before is None or before.paragraph != reading.sentence(cue.sentence).paragraph:
        return False
    if _is_violent(reading, before.id) or _is_of_disaster(reading, before.id):
        return False
    return INFECTION_ABROAD.search(before.text) is not None


def _dead_of(reading: Reading, cue: Cue) -> bool:
    """Whether a word of death is followed by the illness: "murieron de cólera", "décès dus à la rougeole"."""
    if DEATHS_ABROAD.fullmatch(cue.text) is None:
        return False
    return DIED_OF.match(reading.text, cue.end, reading.sentence(cue.sentence).end) is not None


def _killed_by_it(reading: Reading, cue: Cue) -> bool:
    sentence = reading.sentence(cue.sentence)
    return KILLS.search(reading.text, max(sentence.start, cue.start - _NEAR), cue.start) is not None


def _has_an_outbreak_abroad(reading: Reading) -> bool:
    return reading.once("outbreak abroad", "", lambda: INFECTION_ABROAD.search(reading.text) is not None)


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
