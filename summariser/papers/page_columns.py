"""Columns of a table, as its full rows show them, given to lines that no wide gap parts.

Heads stand closer than numbers: "Prefecture IDPs (individuals) IDPs (families)" has gaps that are wider than
blanks and narrower than those between numbers, and its second line may be under one column alone. So may a
row have a cell too few, because two stand close or one is empty. The columns of the rows that have all cells
tell where each belongs; a line that has words over two columns is prose and stays what it is.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from summariser.papers.page_lines import Cell, Line

_GAP: Final = 0.45
"""Times the height of the letters: wider than a blank, also where cells stand close."""
_NEAR: Final = 2.2
"""Times that height: no farther is a line of heads over the next one."""
_MOST_HEADS: Final = 4
_FEWEST_FULL: Final = 2
_MOST_ROWS: Final = 0.6
"""Of the rows of a table so many have all cells."""
_FEWEST_COLUMNS: Final = 3

Columns = tuple[tuple[float, float], ...]


def in_columns(lines: Sequence[Line], rows: Sequence[bool]) -> list[Line]:
    """The lines of a page, those of tables with all the tabs that part their cells.

    Args:
        lines: The lines, in order.
        rows: Which of them are surely rows of a table.
    """
    found = list(lines)
    at = 0
    while at < len(lines):
        last = at
        while last < len(lines) and rows[last] and lines[last].cells:
            last += 1
        columns = _columns_of(lines[at:last])
        if columns is not None:
            for i in range(at, last):
                if len(lines[i].cells) != len(columns):
                    found[i] = _parted(lines[i], columns) or lines[i]
            top, head = _head(lines, at, columns)
            if head is not None:
                found[top:at] = [head] + [_EMPTY] * (at - top - 1)
        at = max(last, at + 1)
    return [line for line in found if line is not _EMPTY]


_EMPTY: Final = Line("", 0.0, 0.0)


def _columns_of(rows: Sequence[Line]) -> Columns | None:
    """From where to where each column reaches, by the rows that have all cells.

    Cells that stand close are told apart where most rows have as many of them, one under the other.
    """
    ways = ([_chunks(row) for row in rows], [list(row.cells) for row in rows])
    for parts in ways:
        counted = Counter(map(len, parts))
        if not counted:
            return None
        most, times = max(counted.items(), key=lambda c: (c[1], c[0]))
        if most < _FEWEST_COLUMNS or times < _FEWEST_FULL or times < _MOST_ROWS * len(rows):
            continue
        columns = _reach(parts, most)
        if columns is not None:
            return columns
    return next((columns for parts in ways if (columns := _by_few(parts)) is not None), None)


def _reach(parts: Sequence[Sequence[Cell]], most: int) -> Columns | None:
    """From where to where the columns of the rows with so many cells reach; None where two are in one."""
    full = [row for row in parts if len(row) == most]
    columns = tuple((min(r[i].left for r in full), max(r[i].right for r in full)) for i in range(most))
    return columns if all(one[1] < other[0] for one, other in pairwise(columns)) else None


def _by_few(parts: Sequence[Sequence[Cell]]) -> Columns | None:
    """The columns of a table in which many rows have empty cells, by the rows that have none.

    Each cell of all other rows stands over one column, and no two over the same: else nobody knows.
    """
    most = max(map(len, parts))
    if most < _FEWEST_COLUMNS or sum(len(row) == most for row in parts) < _FEWEST_FULL:
        return None
    columns = _reach(parts, most)
    if columns is None:
        return None
    for row in parts:
        over = [[i for i, (a, b) in enumerate(columns) if c.left < b and c.right > a] for c in row]
        if any(len(one) != 1 for one in over) or len({one[0] for one in over}) < len(row):
            return None
    return columns


def _head(lines: Sequence[Line], body: int, columns: Columns) -> tuple[int, Line | None]:
    """The lines of heads over a table as one line, and the first of them."""
    top = body
    parted: list[list[Cell | None]] = []
    while top and body - top < _MOST_HEADS:
        line = lines[top - 1]
        below = lines[top]
        if not line.cells or line.bottom - below.bottom - below.rise > _NEAR * line.height + below.height:
            break
        cells = _placed(line, columns)
        if cells is None or any(c is not None and c.text[:1].isdigit() for c in cells[1:]):
            break
        parted.insert(0, cells)
        top -= 1
    # What stands over one column alone is a head only where a line of heads stands over or under it.
    while parted and sum(c is not None for c in parted[0]) < min(_FEWEST_COLUMNS, len(columns)):
        parted.pop(0)
        top += 1
    if not parted or top == body:
        return body, None
    joined = [" ".join(c.text for row in parted if (c := row[i]) is not None) for i in range(len(columns))]
    if sum(map(bool, joined)) < len(columns) - 1:
        return body, None
    own = lines[top:body]
    low, high = min(line.bottom for line in own), max(line.bottom for line in own)
    whole = tuple(Cell(text, *span) for text, span in zip(joined, columns, strict=True))
    return top, Line("\t".join(joined), low, own[0].height, whole, high - low)


def _parted(line: Line, columns: Columns) -> Line | None:
    """A row with a cell in each column; None where it has all of them, or fits into none."""
    placed = _placed(line, columns)
    if placed is None:
        return None
    whole = tuple(cell or Cell("", *span) for cell, span in zip(placed, columns, strict=True))
    return Line("\t".join(cell.text for cell in whole), line.bottom, line.height, whole, line.rise)


def _placed(line: Line, columns: Columns) -> list[Cell | None] | None:
    """What of a line stands in each column; None where something stands in two."""
    found: list[Cell | None] = [None] * len(columns)
    for chunk in _chunks(line):
        over = [i for i, (left, right) in enumerate(columns) if chunk.left < right and chunk.right > left]
        if len(over) > 1:
            return None
        at = over[0] if over else _nearest(chunk, columns)
        before = found[at]
        found[at] = (
            Cell(f"{before.text} {chunk.text}", before.left, chunk.right) if before is not None else chunk
        )
    return found


def _nearest(chunk: Cell, columns: Columns) -> int:
    middle = (chunk.left + chunk.right) / 2
    return min(range(len(columns)), key=lambda i: abs(middle - sum(columns[i]) / 2))


def _chunks(line: Line) -> list[Cell]:
    """The words of a line, those together between which there is no more than a blank."""
    found: list[Cell] = []
    for cell in line.cells:
        words = cell.words or ((cell.text, cell.left, cell.right),)
        for n, (text, left, right) in enumerate(words):
            if n and left - found[-1].right <= _GAP * line.height:
                found[-1] = Cell(f"{found[-1].text} {text}", found[-1].left, right)
            else:
                found.append(Cell(text, left, right))
    return found
