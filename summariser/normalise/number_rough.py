"""Words for a rough number: dozens, tens of thousands, several hundred, a few.

They have no value, only a bound: the conservative reading that ACLED's coders use (tens 10, dozens 12,
hundreds 100). ``tens`` and ``scores`` have no qualifier of their own and are filed under ``dozens``, their
bound (10, 20) keeps them apart.
"""

from __future__ import annotations

from typing import Final

from summariser.normalise.number_line import Figure, Line, Qualifier
from summariser.normalise.number_vocab import words

SEVERAL_LOW: Final = 3
"""What "several", "a few", "many" and "a handful" say at least: more than two."""


def vague(line: Line, index: int) -> Figure | None:
    """Read a plural such as "dozens"; "he scores" is a verb."""
    if line.low(index) == "scores" and line.low(index + 1) not in _AFTER_SCORES:
        return None
    figure = Figure(index, index + 1)
    make_vague(line, figure, line.lexicon.vague[line.low(index)])
    return figure


_AFTER_SCORES: Final = words("of more were are have had killed dead wounded injured missing others people")


def make_vague(line: Line, figure: Figure, low: int) -> None:
    """Set bound and qualifier, reading on over "of thousands": tens of thousands, hundreds of millions."""
    after = figure.last
    joined = line.low(after) in ("of", "de")
    word = line.low(after + joined)
    factor = line.lexicon.vague.get(word, line.lexicon.scales.get(word, 0))
    if factor >= 1000 and joined:
        low, figure.last = low * factor, after + joined + 1
    set_bound(figure, low)


def set_bound(figure: Figure, low: int) -> None:
    """Make a figure one that has a lower bound only, in the words that go with it."""
    figure.value, figure.low, figure.qualifier = None, low, _rough(low)


def _rough(low: int) -> Qualifier:
    if low < 100:
        return "dozens"
    if low < 1_000:
        return "hundreds"
    if low < 10_000:
        return "thousands"
    if low < 100_000:
        return "tens_of_thousands"
    return "hundreds_of_thousands" if low < 1_000_000 else "millions"


_SEVERAL_SCALES: Final = {
    "dozen": 12,
    "hundred": 100,
    "thousand": 10**3,
    "lakh": 10**5,
    "million": 10**6,
    "billion": 10**9,
}


def several(line: Line, first: int, last: int) -> Figure:
    """Read "several", "a few", "many", and with a scale "several hundred", "a few dozen"."""
    figure = Figure(first, last, low=SEVERAL_LOW, qualifier="several")
    if line.low(last) in line.lexicon.vague and line.language != "en":
        figure.last += 1  # plusieurs centaines, varias decenas
        make_vague(line, figure, line.lexicon.vague[line.low(last)])
        return figure
    low = 1
    while line.low(last) in _SEVERAL_SCALES:
        low *= _SEVERAL_SCALES[line.low(last)]
        last += 1
    if low > 1:
        figure.last, figure.low, figure.qualifier = last, low, _rough(low)
    return figure


def several_word(line: Line, index: int) -> Figure | None:
    """Read "several", "many", "a few" without its article; "how many" and "few" count nothing."""
    word, before, after = line.low(index), line.low(index - 1), line.low(index + 1)
    if word == "many" and (before in ("how", "so", "too", "as", "not") or after in ("a", "an", "as")):
        return None
    if word == "few":
        if before not in ("past", "last", "next", "first", "coming", "recent", "only", "these", "another"):
            return None
    elif word == "handful" and after != "of":
        return None
    return several(line, index, index + 1)
