"""Numbers beside a share or a change: what is said of a part is not said of its whole.

"40% of the 1,000 families fled" counts no thousand who fled, "one in ten fled" neither one nor ten, and "fell
by 3,000 to 12,000" has one count, the second.
"""

from __future__ import annotations

from summariser.cues import Cue, unit_and_group
from summariser.lexicon import shares as words
from summariser.normalise.numbers import NumberMention
from summariser.reading import Reading
from summariser.right_before import REACH, right_before
from summariser.schemas.codebooks import Unit

_OF_A_SHARE = "It is told of a share of this number, and not of all of it"
_IS_A_SHARE = "A share of so many, and no count"
_A_CHANGE = "By how much a count changed: what it is now stands behind it"
_PEOPLE = {Unit.PEOPLE, Unit.HOUSEHOLDS, Unit.HOMES}
_LARGEST_SHARE, _LARGEST_BASE = 9, 1000


def why_no_count(reading: Reading, number: NumberMention, cue: Cue | None) -> str | None:
    """Why a number is not how many a word counts; None where it may be.

    Args:
        reading: The article.
        number: The number.
        cue: The word that says what befell them, or None where no word of the sentence does.
    """
    if number.implicit or number.header is not None:
        return None
    sentence = reading.sentence(number.sentence)
    start = number.start if number.hedge_start is None else min(number.start, number.hedge_start)
    text, at = sentence.text, start - sentence.start
    numbers = [
        n
        for n in reading.numbers_in(number.sentence)
        if -REACH <= n.start - number.start <= REACH and n is not number and not n.implicit
    ]
    if right_before(words.BY_HOW_MUCH, text, at) and any(
        _is_what_it_is_now(reading, number, n) for n in numbers if n.start > number.end
    ):
        return _A_CHANGE
    if _is_in_so_many(reading, number, numbers) or _is_of_one_in(number, text, at):
        return _IS_A_SHARE
    whole = right_before(words.A_SHARE_OF, text, at) is not None or any(
        n.kind == "count" and words.SOME_OF.fullmatch(reading.text, n.end, start)
        for n in numbers
        if n.end <= start
    )
    if whole and not _is_said_of_all(reading, number, cue):
        return _OF_A_SHARE
    return None


def _is_what_it_is_now(reading: Reading, number: NumberMention, other: NumberMention) -> bool:
    # "hasta" is read as a hedge of the second: the words between end at its digits.
    return words.UP_TO_WHAT.fullmatch(reading.text, number.end, other.start) is not None


def _is_in_so_many(reading: Reading, number: NumberMention, numbers: list[NumberMention]) -> bool:
    """Whether two numbers are a share, and this is one of them: "one child in three"."""
    return any(_is_a_share_in(reading, *pair) for n in numbers for pair in ((number, n), (n, number)))


def _is_of_one_in(number: NumberMention, text: str, at: int) -> bool:
    """Whether the part is told by an article, and no number: "une famille sur quatre"."""
    one = right_before(words.ONE_IN, text, at)
    if one is None or (number.noun is not None and not number.inherited):
        return False
    counted = unit_and_group(one["noun"])
    return counted is not None and counted[0] in _PEOPLE and 1 < (number.value or 0) <= _LARGEST_BASE


def _is_a_share_in(reading: Reading, part: NumberMention, base: NumberMention) -> bool:
    if part.noun_end is None or part.inherited or (base.noun is not None and not base.inherited):
        return False
    if (
        not 0 < (part.value or 0) <= _LARGEST_SHARE
        or not (part.value or 0) < (base.value or 0) <= _LARGEST_BASE
    ):
        return False
    counted = unit_and_group(part.noun or "")
    if counted is None or counted[0] not in _PEOPLE:
        return False
    return words.IN_SO_MANY.fullmatch(reading.text, part.noun_end, base.start) is not None


def _is_said_of_all(reading: Reading, number: NumberMention, cue: Cue | None) -> bool:
    """Whether a word is said of a whole, and the share is told of something else.

    "Half of the 3,000 people who fled are hungry": all 3,000 fled. Of the displaced of whom half are back,
    nobody says how many are displaced.
    """
    if cue is None:
        return False
    last = number.end if number.noun_end is None or number.inherited else number.noun_end
    end = reading.sentence(number.sentence).end
    if words.BACK.search(reading.text, last, end) and words.BACK.match(cue.text) is None:
        return False
    if number.start <= cue.start < last:
        return True
    if cue.start < last:
        return False
    between = reading.text[last : cue.start]
    told = words.WHO.fullmatch(between)
    return told is not None and (bool(between.strip()) or words.FINITE.match(cue.text) is None)
