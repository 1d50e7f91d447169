"""What stands over the rows of a PDF's table, by how high it stands, and over which columns.

A program draws a table cell by cell: "People⏎displaced⏎since March" comes before the head of the next column,
which begins higher than that ends. So heads are seen by how high they stand, not by their order; the order
tells only that a lone line stands in a cell and is no caption.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from summariser.papers.page_lines import Cell, Line

_NEAR: Final = 2.2
"""Times the height of the letters: no farther is a line of heads over the next one."""
_CLOSE: Final = 1.4
"""Times that height: no farther are lines of one cell."""
_SAME: Final = 0.3
_FARTHER: Final = 2.0
_GAP: Final = 0.45
"""Times the height of the letters: wider than a blank, also where cells stand close."""
_MOST_LEVELS: Final = 12
"""Of five lines, where those beside them are set in the middle."""
_HIGHEST: Final = 10
"""Times the height of the letters."""
_MOST_LINES: Final = 40
NUMBER: Final = re.compile(r"\W*\d[\d.,\s%–-]*\W*")
YEAR: Final = re.compile(r"(?:19|20)\d\d\W{0,2}")

Columns = tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class Level:
    """Words that stand equally high over a table.

    Attributes:
        cells: They, from the left.
        bottom: Where their feet stand.
        height: How high their letters are.
        drawn: Which they are, in the order in which what is near the table was drawn.
        begun: Which of them go on with what was drawn before them: they stand close under it.
        risen: What was drawn before each of them stands lower: each is the first line of a cell.
        parts: How many of them a wide gap parts from the one before.
    """

    cells: tuple[Cell, ...]
    bottom: float
    height: float
    drawn: frozenset[tuple[int, int]]
    begun: frozenset[Cell] = frozenset()
    risen: bool = True
    parts: int = 0


@dataclass(frozen=True, slots=True)
class Heads:
    """The heads of a table.

    Attributes:
        top: The first of their lines.
        lines: What stands in their stead, with a cell for each column.
        columns: The columns of the table, those too that are empty but for their head.
    """

    top: int
    lines: tuple[Line, ...]
    columns: Columns


def chunks(line: Line) -> list[Cell]:
    """The words of a line, those together between which there is no more than a blank."""
    found: list[Cell] = []
    for cell in line.cells:
        words = cell.words or ((cell.text, cell.left, cell.right),)
        for n, (text, left, right) in enumerate(words):
            if n and left - found[-1].right <= _GAP * line.height:
                found[-1] = Cell(f"{found[-1].text} {text}", found[-1].left, right, (), cell.foot)
            else:
                found.append(Cell(text, left, right, (), cell.foot))
    return found


def levels_over(lines: Sequence[Line], body: int) -> list[Level]:
    """What stands over the first row of a table and near it, the lowest first.

    Args:
        lines: The lines of the page, in order.
        body: Which of them is the first row.
    """
    foot = lines[body].bottom + lines[body].rise
    first = body
    while first and body - first < _MOST_LINES:
        line = lines[first - 1]
        if not line.cells or not 0 < line.bottom - foot <= _HIGHEST * line.height:
            break
        first -= 1
    levels: list[Level] = []
    below, height = foot, lines[body].height
    drawn = [
        (_foot(c, line), (i, n), c)
        for i, line in enumerate(lines[first:body], start=first)
        for n, c in enumerate(chunks(line))
    ]
    before = dict(zip([mark for _, mark, _ in drawn[1:]], drawn, strict=False))
    for bottom, mark, cell in sorted(drawn):
        line = lines[mark[0]]
        if levels and bottom - levels[-1].bottom <= _SAME * line.height:
            level = levels.pop()
        elif bottom - below > _NEAR * line.height + height or len(levels) == _MOST_LEVELS:
            break
        else:
            level = Level((), bottom, line.height, frozenset())
        last = before.get(mark)
        goes_on = last is not None and _is_close(last[0] - bottom, last[2], cell, line.height)
        risen = last is not None and last[0] < bottom - _SAME * line.height
        levels.append(
            replace(
                level,
                cells=tuple(sorted((*level.cells, cell), key=lambda c: c.left)),
                drawn=level.drawn | {mark},
                begun=level.begun | ({cell} if goes_on else set()),
                risen=level.risen and risen,
                parts=level.parts + any(c.left == cell.left for c in line.cells),
            )
        )
        below, height = level.bottom, line.height
    return levels


def _foot(cell: Cell, line: Line) -> float:
    return line.bottom if cell.foot is None else cell.foot


def _is_close(step: float, above: Cell, cell: Cell, height: float) -> bool:
    """Whether words stand close under others, as lines of one cell do."""
    return 0 < step <= _CLOSE * height and above.left < cell.right and cell.left < above.right


def lines_over(lines: Sequence[Line], body: int) -> list[int]:
    """The lines that stand over the first row of a table and near it."""
    return sorted({at for level in levels_over(lines, body) for at, _ in level.drawn})


def over(cell: Cell, columns: Columns) -> list[int]:
    """The columns that a cell stands over."""
    return [i for i, (left, right) in enumerate(columns) if cell.left < right and cell.right > left]


def placed(cells: Sequence[Cell], columns: Columns) -> list[Cell | None] | None:
    """What of some cells of one height stands in each column.

    None where something stands in two, or beside the column of something else.
    """
    found: list[Cell | None] = [None] * len(columns)
    beside: set[int] = set()
    for cell in cells:
        where = over(cell, columns)
        if len(where) > 1:
            return None
        at = where[0] if where else nearest(cell, columns)
        if at is None:
            return None
        before = found[at]
        if before is not None and (not where or at in beside):
            return None
        beside |= set() if where else {at}
        found[at] = cell if before is None else Cell(f"{before.text} {cell.text}", before.left, cell.right)
    return found


def nearest(cell: Cell, columns: Columns) -> int | None:
    """The column beside which a cell stands; None where another one is not clearly farther away."""
    away = sorted((max(left - cell.right, cell.left - right), i) for i, (left, right) in enumerate(columns))
    return away[0][1] if len(away) == 1 or _FARTHER * away[0][0] <= away[1][0] else None


def has_one_each(cells: Sequence[Cell], columns: Columns) -> bool:
    """Whether each cell stands over one column, and no two over the same."""
    where = [over(cell, columns) for cell in cells]
    return all(len(one) == 1 for one in where) and len({one[0] for one in where}) == len(cells)


def joined_spans(cells: Sequence[Cell]) -> Columns:
    """From where to where cells reach that stand over one another."""
    found: list[tuple[float, float]] = []
    for cell in sorted(cells, key=lambda c: c.left):
        if found and cell.left < found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], cell.right))
        else:
            found.append((cell.left, cell.right))
    return tuple(found)


def counts(cell: Cell, level: Level) -> bool:
    """Whether a cell begins with a number that is neither a year nor the rest of a wrapped head."""
    return cell.text[:1].isdigit() and not YEAR.fullmatch(cell.text) and cell not in level.begun


def are_together(levels: Sequence[Level], body: int, lines: Sequence[Line]) -> bool:
    """Whether nothing else was drawn between the first of the heads and the table's first row."""
    own = frozenset[tuple[int, int]]().union(*(level.drawn for level in levels))
    return sum(len(chunks(line)) for line in lines[min(own)[0] : body]) == len(own)


def first_line(levels: Sequence[Level]) -> int:
    """Which line of the page was drawn first of some levels."""
    return min(min(level.drawn) for level in levels)[0]


def head_line(texts: Sequence[str], levels: Sequence[Level], columns: Columns) -> Line:
    """The heads of all columns, with tabs between them, as one line that stands where some levels stand."""
    low, high = min(level.bottom for level in levels), max(level.bottom for level in levels)
    cells = tuple(Cell(text, *span) for text, span in zip(texts, columns, strict=True))
    return Line("\t".join(texts), low, levels[-1].height, cells, high - low)
