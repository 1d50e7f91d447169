"""Tables that go on over the end of a page, under heads that are not drawn again.

The rows that a page begins with are of the table that the page before ended with where they stand in its
columns: as many, each aligned as it is there. Rows that stand otherwise are of another table, of which nobody
knows the heads.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final

from summariser.lexicon.table_heads import TOTAL_ROW
from summariser.papers.page_levels import YEAR, Columns, chunks, has_one_each, over
from summariser.papers.page_lines import Cell, Line
from summariser.papers.page_rows import is_row

_SAME: Final = 0.35
"""Times the height of the letters: no farther apart are edges that are one."""
_FEWEST_ROWS: Final = 2
"""So many rows show how the columns of a table are aligned."""
_MOST_EDGE: Final = 2
_DIGITS: Final = re.compile(r"\d+")

Edge = Callable[[Cell], float]
_EDGES: Final[tuple[Edge, ...]] = (
    lambda c: c.left,
    lambda c: c.right,
    lambda c: (c.left + c.right) / 2,
)


def carried_over(before: Sequence[Line], page: Sequence[Line]) -> tuple[int, int, list[Line]] | None:
    """What of a page goes on with the last table of the page before.

    Returns:
        How many lines end the page before and how many begin this one that are the same on both pages but for
        their numbers, as running heads and feet are; and the rows, with a cell in each column of the table.
        None where no table goes on.
    """
    foot = _recurring(before[::-1], page[::-1])
    head = _recurring(page, before)
    for below in range(foot + 1):
        for above in range(head + 1):
            table = before[: len(before) - below]
            rows = _going_on(table, page[above:])
            if rows:
                return below, above, rows
    return None


def _recurring(lines: Sequence[Line], others: Sequence[Line]) -> int:
    """How many lines at an edge of one page stand there on the other too, but for their numbers."""
    many = 0
    for line, other in zip(lines[:_MOST_EDGE], others[:_MOST_EDGE], strict=False):
        if "\t" in line.text or _DIGITS.sub("#", line.text) != _DIGITS.sub("#", other.text):
            break
        many += 1
    return many


def _going_on(before: Sequence[Line], page: Sequence[Line]) -> list[Line]:
    """The rows that a page begins with, in the columns of the table that the page before ends with."""
    table = _last_table(before)
    if table is None:
        return []
    first = next((i for i, line in enumerate(page) if not is_row(line)), len(page))
    rows = [[cell for cell in chunks(line) if cell.text] for line in page[:first]]
    if not rows or not all(rows) or _are_heads(page[0]):
        return []
    columns = _columns(table)
    if columns is None or not all(has_one_each(row, columns) for row in rows):
        return []
    placed = [{over(cell, columns)[0]: cell for cell in row} for row in rows]
    for at in range(len(columns)):
        own = [cell for row in placed if (cell := row.get(at)) is not None]
        theirs = [line.cells[at] for line in table if line.cells[at].text]
        if own and not _is_aligned([*theirs, *own], _SAME * table[-1].height):
            return []
    return [_row(line, cells, columns) for line, cells in zip(page[:first], placed, strict=True)]


def _last_table(before: Sequence[Line]) -> list[Line] | None:
    """The rows that a page ends with, all of as many cells; None where they are few or a total ends them."""
    rows: list[Line] = []
    for line in reversed(before):
        if not is_row(line) or len(line.cells) < 2 or (rows and len(line.cells) != len(rows[-1].cells)):
            break
        if _are_heads(line):
            break
        rows.append(line)
    if len(rows) < _FEWEST_ROWS or TOTAL_ROW.fullmatch(rows[0].cells[0].text):
        return None
    return rows[::-1]


def _are_heads(line: Line) -> bool:
    """Whether all numbers of a line are years: "District | 2023 | 2024"."""
    numbers = [cell.text for cell in line.cells if cell.text[:1].isdigit()]
    return not numbers or all(map(YEAR.fullmatch, numbers))


def _columns(table: Sequence[Line]) -> Columns | None:
    """From where to where each column reaches; None where one is empty or two meet."""
    found: list[tuple[float, float]] = []
    for at in range(len(table[0].cells)):
        cells = [line.cells[at] for line in table if line.cells[at].text]
        if not cells:
            return None
        left, right = min(c.left for c in cells), max(c.right for c in cells)
        if found and left <= found[-1][1]:
            return None
        found.append((left, right))
    return tuple(found)


def _is_aligned(cells: Sequence[Cell], most: float) -> bool:
    """Whether cells stand under one another by their left edges, their right ones or their middles."""
    return any(max(map(edge, cells)) - min(map(edge, cells)) <= most for edge in _EDGES)


def _row(line: Line, cells: dict[int, Cell], columns: Columns) -> Line:
    whole = tuple(cells.get(at) or Cell("", *span) for at, span in enumerate(columns))
    return replace(line, text="\t".join(cell.text for cell in whole), cells=whole)
