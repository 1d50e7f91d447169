"""Columns of a table, as its rows and heads show them, given to lines that no wide gap parts.

Heads stand closer than numbers: "Prefecture IDPs (individuals) IDPs (families)" has gaps that are wider than
blanks and narrower than those between numbers, and its second line may be under one column alone. So may a
row have a cell too few, because two stand close or one is empty. The columns of the rows that have all cells
tell where each belongs; where too few have, the heads tell how many columns there are. A line that has words
over two columns is prose and stays what it is.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from summariser.papers.page_heads import heads_over
from summariser.papers.page_levels import (
    YEAR,
    Columns,
    chunks,
    has_one_each,
    joined_spans,
    levels_over,
    lines_over,
    nearest,
    over,
    placed,
)
from summariser.papers.page_lines import Cell, Line
from summariser.papers.page_rows import is_row
from summariser.papers.page_spans import nested

_FEWEST_FULL: Final = 2
_MOST_ROWS: Final = 0.6
"""Of the rows of a table so many have all cells."""
_FEWEST_COLUMNS: Final = 3
_MOST_BARE: Final = 3
_BOTH: Final = 2
_FAR: Final = 3.0
"""Times the height of the letters: no farther is one row under another."""
_LOWER: Final = 0.2
"""Times the height of the letters: so far under the next row stands a cell that reaches over several rows."""


def in_columns(lines: Sequence[Line], rows: Sequence[bool]) -> list[Line]:
    """The lines of a page, those of tables with all the tabs that part their cells.

    Args:
        lines: The lines, in order.
        rows: Which of them are surely rows of a table.
    """
    found = list(lines)
    at = 0
    while at < len(lines):
        if rows[at] and _are_years(lines, at):
            at += 1
            while at < len(lines) and rows[at] and not is_row(lines[at]):
                at += 1
        last = at
        while last < len(lines) and lines[last].cells and (rows[last] or _goes_on(lines, rows, at, last)):
            last += 1
        body = [i for i in range(at, last) if rows[i]]
        columns = _columns_of(lines, body, at) if body else None
        if columns is not None:
            heads = heads_over(lines, at, columns)
            if heads is not None:
                found[heads.top : at] = [*heads.lines, *[_EMPTY] * (at - heads.top - len(heads.lines))]
            else:
                _unpart(found, lines_over(lines, at))
            _part(found, range(at, last), heads.columns if heads is not None else columns)
        elif body and any(level.risen for level in levels_over(lines, at)):
            _unpart(
                found, lines_over(lines, at)
            )  # some of the heads are wrapped: what is a row of heads is not
        at = max(last, at + 1)
    return [line for line in found if line is not _EMPTY]


_EMPTY: Final = Line("", 0.0, 0.0)


def _unpart(lines: list[Line], heads: Iterable[int]) -> None:
    """Take the tabs from heads of which nobody knows the columns: as many as the columns could mislead."""
    for i in heads:
        if len(lines[i].cells) > 1:
            text = " ".join(cell.text for cell in lines[i].cells)
            whole = Cell(text, lines[i].cells[0].left, lines[i].cells[-1].right)
            lines[i] = replace(lines[i], text=text, cells=(whole,))


def _part(lines: list[Line], table: range, columns: Columns) -> None:
    """Give the rows of a table a cell in each column, and what reaches over rows to the first of them."""
    for i in table:
        if len(lines[i].cells) != len(columns):
            lines[i] = _parted(lines[i], columns) or lines[i]
    for i in table[:-1]:
        filled = [n for n, cell in enumerate(lines[i].cells) if cell.text]
        below = lines[i + 1]
        if len(filled) == 1 < len(lines[i].cells) == len(below.cells) and below.bottom > lines[i].bottom:
            at = filled[0]
            if not below.cells[at].text:
                cells = (*below.cells[:at], lines[i].cells[at], *below.cells[at + 1 :])
                lines[i + 1] = replace(below, text="\t".join(c.text for c in cells), cells=cells)
                lines[i] = _EMPTY


def _are_years(lines: Sequence[Line], at: int) -> bool:
    """Whether what looks like a row holds heads: all its numbers are years.

    Also the first of its cells is one, as no row begins, or heads without numbers stand under it.
    """
    numbers = [cell.text for cell in lines[at].cells if cell.text[:1].isdigit()]
    if not numbers or not all(map(YEAR.fullmatch, numbers)):
        return False
    return lines[at].cells[0].text == numbers[0] or (at + 1 < len(lines) and not is_row(lines[at + 1]))


def _goes_on(lines: Sequence[Line], rows: Sequence[bool], first: int, at: int) -> bool:
    """Whether a lone cell is one of a table: it reaches over rows, or the rest of its row is empty."""
    if _is_merged(lines, rows, at):
        return True
    if at == first:
        return False
    near = range(at + 1, min(at + 1 + _MOST_BARE, len(lines)))
    below = next((i for i in near if len(lines[i].cells) != 1), None)
    if below is None or not rows[below]:
        return False
    above, line, row = lines[at - 1], lines[at], lines[below]
    own = line.cells[0]
    beside = [c for c in (above.cells[0], row.cells[0]) if own.left < c.right and own.right > c.left]
    return (
        len(beside) == _BOTH
        and not any(c.isdigit() for c in line.text)
        and not _are_years(lines, below)
        and 0 < above.bottom - line.bottom < _FAR * line.height
        and all(own.right < c.left for other in (above, row) for c in other.cells[1:])
    )


def _is_merged(lines: Sequence[Line], rows: Sequence[bool], at: int) -> bool:
    """Whether a line is a cell that reaches over the next rows: it was drawn first and stands lower."""
    if at + 1 >= len(lines) or not rows[at + 1] or len(lines[at].cells) != 1 or _are_years(lines, at + 1):
        return False
    lower = lines[at + 1].bottom - lines[at].bottom
    return _LOWER * lines[at].height < lower and not any(c.isdigit() for c in lines[at].text)


def _columns_of(lines: Sequence[Line], body: Sequence[int], first: int) -> Columns | None:
    """From where to where each column reaches, by the rows that have all cells, or by the heads.

    Cells that stand close are told apart where most rows have as many of them, one under the other.
    """
    rows = [lines[i] for i in body]
    ways = ([chunks(row) for row in rows], [list(row.cells) for row in rows])
    for parts in ways:
        most, times = max(Counter(map(len, parts)).items(), key=lambda c: (c[1], c[0]))
        if most < _FEWEST_COLUMNS or times < _FEWEST_FULL or times < _MOST_ROWS * len(rows):
            continue
        columns = _reach(parts, most)
        if columns is not None and all(placed(row, columns) is not None for row in parts):
            return columns
    by_few = next((columns for parts in ways if (columns := _by_few(parts)) is not None), None)
    if by_few is not None:
        return by_few
    return next((c for parts in ways if (c := _by_heads(parts, lines, first)) is not None), None)


def _reach(parts: Sequence[Sequence[Cell]], most: int) -> Columns | None:
    """From where to where the columns of the rows with so many cells reach.

    None where two are in one, and where the cells of one stand under nothing of it: two rows may have as many
    cells and lack different ones.
    """
    full = [row for row in parts if len(row) == most]
    columns = tuple((min(r[i].left for r in full), max(r[i].right for r in full)) for i in range(most))
    if any(len(joined_spans([r[i] for r in full])) > 1 for i in range(most)):
        return None
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
        if not has_one_each(row, columns):
            return None
    return columns


def _by_heads(parts: Sequence[Sequence[Cell]], lines: Sequence[Line], body: int) -> Columns | None:
    """The columns of a table in which almost every row has empty cells, by its heads.

    Cells that stand over one another are of one column. Each such column has a head of its own, and each head
    one column: so nothing is one that two heads stand over, or that is empty and would shift the others.
    """
    levels = levels_over(lines, body)
    if not levels:
        return None
    cells = [cell for row in parts for cell in row]
    columns = joined_spans(cells)
    for many in range(1, len(levels) + 1):
        heads = [c for level in levels[:many] for c in level.cells]
        names = joined_spans(heads)
        if len(names) < _FEWEST_COLUMNS or not all(
            has_one_each(level.cells, names) for level in levels[:many]
        ):
            continue
        both = joined_spans([*cells, *heads])
        if len(both) == len(names) and all(has_one_each(row, both) for row in parts):
            return both
        aside = len(columns) == len(names) and all(
            over(Cell("", *name), columns) == [i] or nearest(Cell("", *columns[i]), names) == i
            for i, name in enumerate(names)
        )
        if aside and all(has_one_each(row, columns) for row in parts):
            return columns
    whole = all(has_one_each(row, columns) for row in parts)
    return columns if whole and nested(levels, lines, body, columns) is not None else None


def _parted(line: Line, columns: Columns) -> Line | None:
    """A row with a cell in each column; None where it has all of them, or fits into none."""
    cells = placed(chunks(line), columns)
    if cells is None:
        return None
    whole = tuple(cell or Cell("", *span) for cell, span in zip(cells, columns, strict=True))
    return Line("\t".join(cell.text for cell in whole), line.bottom, line.height, whole, line.rise)
