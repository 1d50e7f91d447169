"""Rows of tables whose cells are wrapped, in one line each.

"Governorate of the very⏎long name | 1,200 | 200" comes out of a PDF as two or three lines, in the order in
which its program drew the cells. They belong together where they stand as near to one another as lines of one
paragraph and farther from the next row, and where all numbers stand on one of them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from summariser.papers.page_lines import Cell, Line

_NEAR: Final = 1.2
"""Times the height of the letters: no farther are lines of one cell."""
_SAME: Final = 0.3
"""Times that height: lines of different cells side by side."""
_APART: Final = 1.15
_MOST: Final = 12
_YEAR: Final = re.compile(r"(?:19|20)\d\d\W{0,2}")
"""Years alone are heads."""
_NUMBER: Final = re.compile(r"\W*\d[\d.,\s%–-]*\W*")

Placed = tuple[float, Cell]
"""A cell, and where its foot stands."""


def is_row(line: Line) -> bool:
    """Whether a line is surely a row of a table: one of its cells is a number."""
    cells = line.text.split("\t")
    return len(cells) > 1 and any(map(_NUMBER.fullmatch, cells))


def whole_rows(lines: Sequence[Line]) -> list[Line]:
    """The lines of a page, with wrapped rows in one line each."""
    found: list[Line] = []
    at = 0
    while at < len(lines):
        group = _near(lines, at)
        behind = at + len(group)
        beside = [*lines[max(0, at - 1) : at], *lines[behind : behind + 1]]
        row = _row(group) if _stands_apart(group, beside) else None
        found.append(row or lines[at])
        at += len(group) if row else 1
    return found


def _near(lines: Sequence[Line], at: int) -> list[Line]:
    """The line and those behind it that stand side by side with it or close under it."""
    first = lines[at]
    group, low = [first], first.bottom
    for line in lines[at + 1 : at + _MOST]:
        is_near = low - _NEAR * first.height <= line.bottom <= first.bottom + _SAME * first.height
        if not (is_near and line.cells and first.cells):
            break
        group.append(line)
        low = min(low, line.bottom)
    return group


def _stands_apart(group: Sequence[Line], beside: Sequence[Line]) -> bool:
    """Whether its lines are nearer to one another than to those before and behind.

    In a table that is set tightly a wrapped cell cannot be told from the next row, or from text under it.
    """
    feet = sorted((line.bottom for line in group), reverse=True)
    steps = [above - foot for above, foot in pairwise(feet)]
    others = [feet[0], feet[-1]]
    gaps = [min(abs(line.bottom - foot) for foot in others) for line in beside]
    return bool(steps) and bool(gaps) and min(gaps) > _APART * max(steps)


def _row(group: Sequence[Line]) -> Line | None:
    """The row that some lines are; None where they are none."""
    if len(group) < 2 or all(len(line.cells) < 2 for line in group):
        return None
    height = group[0].height
    placed = [(line.bottom, cell) for line in group for cell in line.cells]
    numbers = [foot for foot, cell in placed if _NUMBER.fullmatch(cell.text)]
    years = all(_YEAR.fullmatch(cell.text) for _, cell in placed if _NUMBER.fullmatch(cell.text))
    if years or max(numbers) - min(numbers) > _SAME * height:
        return None
    columns = _columns(placed)
    if columns is None or len(columns) < 2:
        return None
    cells = tuple(_joined(column) for column in columns)
    low, high = min(line.bottom for line in group), max(line.bottom for line in group)
    return Line("\t".join(cell.text for cell in cells), low, height, cells, high - low)


def _columns(placed: Sequence[Placed]) -> list[list[Placed]] | None:
    """The cells by column, from the left; None where one reaches over two columns, as prose does."""
    columns: list[list[Placed]] = []
    spans: list[tuple[float, float]] = []
    for foot, cell in sorted(placed, key=lambda p: p[1].right - p[1].left):
        over = [n for n, (left, right) in enumerate(spans) if cell.left < right and cell.right > left]
        if len(over) > 1:
            return None
        if over:
            left, right = spans[over[0]]
            spans[over[0]] = (min(left, cell.left), max(right, cell.right))
            columns[over[0]].append((foot, cell))
        else:
            spans.append((cell.left, cell.right))
            columns.append([(foot, cell)])
    return [columns[n] for n in sorted(range(len(columns)), key=lambda n: spans[n])]


def _joined(column: Sequence[Placed]) -> Cell:
    down = [cell for _, cell in sorted(column, key=lambda p: -p[0])]
    return Cell(" ".join(c.text for c in down), min(c.left for c in down), max(c.right for c in down))
