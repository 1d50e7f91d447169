"""Denials that look back: "The army denied this", right behind the sentence that says what.

What one side says and another denies is disputed, also where the denial is a sentence of its own. It is about
the sentence before it, and no further: a denial that says itself what it denies ("denied that it had fired")
is about that.
"""

from __future__ import annotations

import re

from summariser.lexicon import polarity_abroad as abroad
from summariser.lexicon.doubts import DENIES_BACK, NOT_DENIED, OWN_CLAIM
from summariser.lexicon.tongues import level
from summariser.normalise.numbers import NumberMention
from summariser.reading import Reading
from summariser.sentences import Sentence


def denial_of(reading: Reading, number: NumberMention) -> str | None:
    """Id of the sentence that denies what a number counts; None where none does.

    The number of a headline is that of the text, and is denied where that one is.
    """
    if number.id in reading.cells:
        return None
    sentence = number.sentence
    if reading.sentence(sentence).role == "headline":
        size = (number.value, number.low, number.high)
        told = (n for n in reading.numbers if (n.value, n.low, n.high) == size)
        sentence = next((n.sentence for n in told if reading.sentence(n.sentence).role == "body"), sentence)
    return reading.once("denied behind", sentence, lambda: _denied_behind(reading, sentence))


def _denied_behind(reading: Reading, sentence_id: str) -> str | None:
    at = reading.index(sentence_id)
    if at + 1 >= len(reading.sentences) or reading.chapter(at) != reading.chapter(at + 1):
        return None
    behind = reading.sentences[at + 1]
    if {behind.role, reading.sentences[at].role} != {"body"}:
        return None
    return behind.id if _denies_back(behind, reading.languages.get(behind.id, "en")) else None


def _denies_back(sentence: Sentence, language: str) -> bool:
    text = level(sentence.text) if language != "en" else sentence.text
    denies: re.Pattern[str] | None = DENIES_BACK if language == "en" else abroad.DENIES_BACK.get(language)
    match = denies.search(text) if denies is not None else None
    if match is None:
        return False
    before = text[: match.start()]
    others = (NOT_DENIED, OWN_CLAIM) if language == "en" else (abroad.NOT_DENIED, abroad.OWN_CLAIM)
    return not any(pattern.search(before) for pattern in others)
