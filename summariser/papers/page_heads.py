"""The heads of a PDF's table: in one line, wrapped in their cells, or one over several columns."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from summariser.papers.page_levels import (
    NUMBER,
    YEAR,
    Columns,
    Heads,
    Level,
    are_together,
    counts,
    first_line,
    has_one_each,
    head_line,
    joined_spans,
    levels_over,
    nearest,
    over,
    placed,
)
from summariser.papers.page_lines import Cell, Line
from summariser.papers.page_spans import nested

_FEWEST_CELLS: Final = 3


def heads_over(lines: Sequence[Line], body: int, columns: Columns) -> Heads | None:
    """The heads of a table whose columns are known; None where none stand over them.

    Args:
        lines: The lines of the page, in order.
        body: Which of them is its first row.
        columns: From where to where each column reaches.
    """
    levels = levels_over(lines, body)
    return nested(levels, lines, body, columns) or _simple(levels, lines, body, columns)


def _simple(levels: Sequence[Level], lines: Sequence[Line], body: int, columns: Columns) -> Heads | None:
    """Heads each of which stands over one column, of one line or wrapped."""
    for many in range(len(levels), 0, -1):
        own = levels[:many]
        # What stands over one column alone is a head only where a line of heads stands over or under it, or
        # where it was drawn after a line that stands lower: then it is the first line of a cell.
        alone = len(own[-1].cells) < min(_FEWEST_CELLS, len(columns))
        if (alone and not (own[-1].risen and many > 1)) or not are_together(own, body, lines):
            continue
        whole = _with_empty(own, columns)
        if whole is None or _is_under_others(levels[many:]) or not _are_wrapped(own, whole):
            continue
        if any(counts(c, level) for level in own for c in level.cells if over(c, whole) != [0]):
            continue
        rows = [placed(level.cells, whole) for level in reversed(own)]
        joined = [
            " ".join(c.text for row in rows if row is not None and (c := row[i]) is not None)
            for i in range(len(whole))
        ]
        if sum(map(bool, joined)) >= len(whole) - 1:
            return Heads(first_line(own), (head_line(joined, own, whole),), whole)
    return None


def _is_under_others(levels: Sequence[Level]) -> bool:
    """Whether more heads stand over some, which may be of several columns; a caption is one line of words."""
    if not levels:
        return False
    words = not any(NUMBER.fullmatch(c.text) and not YEAR.fullmatch(c.text) for c in levels[0].cells)
    return any(level.risen for level in levels) or (words and levels[0].parts > 1)


def _are_wrapped(levels: Sequence[Level], columns: Columns) -> bool:
    """Whether what stands under a head goes on with it: it was drawn next, or all columns have one over it.

    Else it may be the lower head of one of several columns under one upper head.
    """
    if len(levels[-1].cells) >= len(columns) - 1:
        return True
    higher: set[int] = set()
    for level in reversed(levels):
        where = {c: over(c, columns)[0] for c in level.cells}
        if any(at in higher and c not in level.begun for c, at in where.items()):
            return False
        higher |= set(where.values())
    return True


def _with_empty(levels: Sequence[Level], columns: Columns) -> Columns | None:
    """The columns and those that are empty but for a head; each as wide as its head, where that is wider.

    Heads that stand beside one another are of different columns. None where one stands over two columns, two
    over one, or beside its column so that more than one way of giving them to the columns is left.
    """
    names = joined_spans([c for level in levels for c in level.cells])
    if not all(has_one_each(level.cells, names) for level in levels):
        return None
    where = [over(Cell("", *name), columns) for name in names]
    if any(len(one) > 1 for one in where):
        return None
    taken = [one[0] for one in where if one]
    if len(set(taken)) < len(taken):
        return None
    beside = len(names) - len(taken)
    if len(names) - len(columns) == beside:
        return joined_spans([Cell("", *span) for span in (*columns, *names)])
    first = len(columns) - len(names)
    if first not in {0, 1} or (first and beside):  # names of places often have no head
        return None
    if any(
        where[i] != [i + first] and nearest(Cell("", *name), columns) != i + first
        for i, name in enumerate(names)
    ):
        return None
    wide = list(columns)
    for i, (left, right) in enumerate(names, start=first):
        wide[i] = (min(wide[i][0], left), max(wide[i][1], right))
    return tuple(wide) if all(one[1] < other[0] for one, other in pairwise(wide)) else None
