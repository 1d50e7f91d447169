"""Whether a text takes a number back: "sixteen, not 60", "rose to 27 from 13", "reports of 40 were wrong"."""

from __future__ import annotations

from functools import lru_cache

from summariser.lexicon import corrections as words
from summariser.normalise.numbers import NumberMention
from summariser.reading import Reading
from summariser.right_before import right_before


def is_withdrawn(reading: Reading, number: NumberMention) -> bool:
    """Whether another number has taken the place of this one, or the text calls it wrong."""
    if number.implicit:
        return False
    sentence = reading.sentence(number.sentence)
    start = number.start if number.hedge_start is None else min(number.start, number.hedge_start)
    text, at = sentence.text, start - sentence.start
    before, after = text[:at], text[number.end - sentence.start :]
    if _is_corrected_below(reading, number):
        return True
    if right_before(words.A_COUNT, text, at) and words.IS_WRONG.match(after):
        return True
    if _is_a_correction(text) and words.MISSTATED.search(before):
        return True
    if right_before(words.CHANGED_FROM, text, at) and words.OF_A_COUNT.search(text):
        return True
    if right_before(words.UP_FROM, text, at):
        return True
    if right_before(words.CHANGES_ITS, text, at) and words.TO_ANOTHER.match(after):
        return True
    if reading.languages[number.sentence] != "en":
        return right_before(words.NOT_THIS_ABROAD, text, at) is not None or _is_old_abroad(
            reading, number, before
        )
    others = [n for n in _counts(reading, number.sentence) if n is not number]
    if others and (right_before(words.NOT_THIS, text, at) or right_before(words.FORMER_COUNT, text, at)):
        return True
    return _gives_way(reading, number, before, others)


@lru_cache(maxsize=16)  # of a row with hundreds of numbers it is asked for each
def _is_a_correction(text: str) -> bool:
    return words.CORRECTION.search(text) is not None


def _is_corrected_below(reading: Reading, number: NumberMention) -> bool:
    """Whether a correction further down takes it back: "450 fled. [...] Correction: 540, not 450"."""
    if number.kind != "count" or number.value is None:
        return False
    wrong: dict[object, int] = reading.once("corrected counts", "", lambda: _taken_back(reading))
    at = wrong.get(number.value)
    return at is not None and reading.index(number.sentence) < at


def _taken_back(reading: Reading) -> dict[object, int]:
    """Counts that a correction says are wrong, with the position of the last that does."""
    found: dict[object, int] = {}
    for at, sentence in enumerate(reading.sentences):
        if not _is_a_correction(sentence.text):
            continue
        for number in _counts(reading, sentence.id):
            start = number.start if number.hedge_start is None else min(number.start, number.hedge_start)
            if words.NOT_THIS.search(sentence.text[: start - sentence.start]):
                found[number.value] = at
    return found


def _counts(reading: Reading, sentence: str) -> list[NumberMention]:
    """The numbers of a sentence that may be a count."""
    return [n for n in reading.numbers_in(sentence) if n.kind == "count" and not n.implicit]


def _is_old_abroad(reading: Reading, number: NumberMention, before: str) -> bool:
    """Whether a count changed from this to another: "pasó de 13 a 27", "monte à 27, contre 13 la veille"."""
    others = [n for n in _counts(reading, number.sentence) if n is not number]
    if words.AGAINST_ABROAD.search(before):
        return any(n.end < number.start for n in others)
    if not words.FROM_ABROAD.search(before):
        return False
    between = (reading.text[number.end : n.start] for n in others if n.start > number.end)
    return any(words.TO_ABROAD.fullmatch(said) for said in between)


def _gives_way(reading: Reading, number: NumberMention, before: str, others: list[NumberMention]) -> bool:
    """Whether a number behind it is said to hold now: "first said 40 ... now say four", "not 60 but 16"."""
    text, end = reading.text, reading.sentence(number.sentence).end
    if right_before(words.NOT_BUT, before, len(before)):
        return any(
            words.BUT_THIS.fullmatch(text, number.end, n.start) for n in others if n.start > number.end
        )
    if not words.SAID_FIRST.search(before):
        return False
    if any(words.SAYS_NOW.search(text[number.end : n.start]) for n in others if n.start > number.end):
        return True
    at = reading.index(number.sentence) + 1
    if at >= len(reading.sentences) or words.SAYS_NOW.search(text[number.end : end]):
        return False
    after = reading.sentences[at]
    now = words.SAYS_NOW.search(after.text)
    return now is not None and any(n.start > after.start + now.start() for n in _counts(reading, after.id))
