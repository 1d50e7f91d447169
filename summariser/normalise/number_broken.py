"""Digits that a blank parts and that make no number together: "5 0 houses", as scanners leave it.

They may be fifty, or a five and a stray nought: neither part is what the article says, so none is read.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from summariser.normalise.number_hedges import find_after, find_before
from summariser.normalise.number_kinds import classify
from summariser.normalise.number_line import Figure, Line
from summariser.normalise.number_vocab import ALWAYS_LABELS, LABELS

WHY: Final = "Digits with a blank between them that make no number together: neither part was taken"
_BROKEN: Final = re.compile(r"\d{1,3}[ \u00a0\u202f\u2009]\d{1,2}")
_NUMBERED: Final = LABELS | ALWAYS_LABELS
"""Behind these a number names a thing, and the next one counts."""
_LISTING: Final = frozenset(",/|:;-–—+")
_CLOSING: Final = frozenset(".,;")
_TWO: Final = 2
_LEAST_WORDS: Final = 2
"""So many words to a number are in a sentence; in a row of a table there are fewer."""


def is_broken(text: str) -> bool:
    """Whether a number's text is of digits that a blank parts, and no grouped number.

    Args:
        text: The number as it stands in the article.
    """
    return _BROKEN.fullmatch(text) is not None


def with_broken(line: Line, figures: Sequence[Figure], text: str) -> list[Figure]:
    """The figures of a line, with one of no value for each two that are the halves of a broken number.

    Args:
        line: The sentence.
        figures: Its figures in order.
        text: The article.
    """
    numbers = sum(token.kind == "number" for token in line.tokens)
    if numbers < _TWO or sum(t.kind == "word" for t in line.tokens) < _LEAST_WORDS * numbers:
        return list(figures)
    halves = {id(left): right for left, right in pairwise(figures) if _are_halves(line, left, right, text)}
    found: list[Figure] = []
    taken: Figure | None = None
    for figure in figures:
        if figure is taken:
            continue
        taken = halves.get(id(figure))
        found.append(figure if taken is None else Figure(figure.first, taken.last, kind="identifier"))
    return found


def _are_halves(line: Line, left: Figure, right: Figure, text: str) -> bool:
    if right.first != left.last or right.last - left.first != _TWO or left.kind or right.kind:
        return False
    start, end = line.at(left.first).start, line.at(right.first).end
    if not is_broken(text[start:end]):
        return False
    before, after = line.at(left.first - 1), line.at(right.last)
    listed = before.kind == "number" or before.low in _LISTING
    if listed or before.low in _NUMBERED or line.glued(left.first):
        return False
    if line.glued(right.last) if after.kind == "word" else after.low not in _CLOSING:
        return False
    if after.kind == "mark" and line.at(right.last + 1).kind == "number":
        return False
    find_before(line, left)
    left.after = find_after(line, left, left.last)
    return classify(line, left) == "count"
