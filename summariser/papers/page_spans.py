"""Heads of two lines of which some of the upper one stand over several columns of a PDF's table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from summariser.papers.page_levels import (
    Columns,
    Heads,
    Level,
    are_together,
    counts,
    first_line,
    head_line,
    nearest,
    over,
)
from summariser.papers.page_lines import Cell, Line

_FEWEST_UNDER_ONE: Final = 2


def nested(levels: Sequence[Level], lines: Sequence[Line], body: int, columns: Columns) -> Heads | None:
    """Heads of two lines of which some of the upper one stand over several columns each.

    The lower line has a head for each of those; the other columns have theirs in the upper line, or between.
    """
    for many in (2, 3):
        if len(levels) < many:
            break
        low, *between, high = levels[:many]
        under = _one_each(low.cells, columns)
        middle = _one_each([c for level in between for c in level.cells], columns)
        if under is None or middle is None or len(under) < _FEWEST_UNDER_ONE or set(under) & set(middle):
            continue
        if not are_together(levels[:many], body, lines) or any(counts(c, low) for c in low.cells):
            continue
        upper = _upper(high.cells, middle, under, columns)
        if upper is not None:
            lower = [under[i].text if i in under else "" for i in range(len(columns))]
            own = [*between, high]
            return Heads(
                first_line(levels[:many]),
                (head_line(upper, own, columns), head_line(lower, [low], columns)),
                columns,
            )
    return None


def _one_each(cells: Sequence[Cell], columns: Columns) -> dict[int, Cell] | None:
    """The column of each cell; None where one stands over two, or two over one."""
    found: dict[int, Cell] = {}
    for cell in cells:
        where = over(cell, columns)
        at = where[0] if where else nearest(cell, columns)
        if len(where) > 1 or at is None or at in found:
            return None
        found[at] = cell
    return found


def _upper(
    cells: Sequence[Cell], middle: Mapping[int, Cell], under: Mapping[int, Cell], columns: Columns
) -> list[str] | None:
    """The upper heads, each at the first of its columns; None where nobody can tell which these are."""
    found = {i: cell.text for i, cell in middle.items()}
    groups: list[Cell] = []
    for cell in cells:
        where = over(cell, columns)
        if len(where) == 1 and where[0] not in under:
            if where[0] in found:
                return None
            found[where[0]] = cell.text
        else:
            groups.append(cell)
    many = len(columns)
    # Heads of one line that are set in the middle may stand as high as either line of one that is wrapped.
    sure = (len(found) > len(middle) and not middle) or all(_is_wide(c, under, columns) for c in groups)
    if len(under) == many or not sure:
        starts = _by_repeated(groups, under, columns)
    elif set(range(1, many)) <= set(found) | set(under):
        starts = _by_runs(groups, under, columns)
    else:
        return None
    if not starts:
        return None
    return [found.get(i, "") or starts.get(i, "") for i in range(many)]


def _by_runs(groups: Sequence[Cell], under: Mapping[int, Cell], columns: Columns) -> dict[int, str] | None:
    """Where upper heads begin over columns side by side that have no other: each over as many of them."""
    runs: list[list[int]] = []
    for i in sorted(under):
        if runs and runs[-1][-1] == i - 1:
            runs[-1].append(i)
        else:
            runs.append([i])
    found: dict[int, str] = {}
    for run in runs:
        own = [
            c
            for c in groups
            if _reach(run, under, columns)[0] <= _middle(c) <= _reach(run, under, columns)[1]
        ]
        if not own or len(run) % len(own) or len(run) // len(own) < _FEWEST_UNDER_ONE:
            return None
        wide = len(run) // len(own)
        for n, cell in enumerate(own):
            block = run[n * wide : (n + 1) * wide]
            if not _is_within(cell, block, under, columns):
                return None
            found[block[0]] = cell.text
    return found if len(found) == len(groups) else None


def _by_repeated(
    groups: Sequence[Cell], under: Mapping[int, Cell], columns: Columns
) -> dict[int, str] | None:
    """Where upper heads begin if all columns have lower ones: these are the same under each."""
    texts = [under[i].text.casefold() if i in under else "" for i in range(len(columns))]
    many = len(groups)
    for wide in range((len(columns) - 1) // many if many > 1 else 0, _FEWEST_UNDER_ONE - 1, -1):
        first = len(columns) - many * wide
        if not all(texts[first:]):
            continue
        blocks = [range(at, at + wide) for at in range(first, len(columns), wide)]
        if len({tuple(texts[i] for i in block) for block in blocks}) == 1 and all(
            _is_within(cell, block, under, columns) for cell, block in zip(groups, blocks, strict=True)
        ):
            return {block[0]: cell.text for cell, block in zip(groups, blocks, strict=True)}
    return None


def _is_wide(cell: Cell, under: Mapping[int, Cell], columns: Columns) -> bool:
    """Whether a cell stands over several columns, as wide as they and their lower heads are."""
    reach = [_reach([i], under, columns) if i in under else columns[i] for i in range(len(columns))]
    return len(over(cell, tuple(reach))) > 1


def _reach(block: Sequence[int], under: Mapping[int, Cell], columns: Columns) -> tuple[float, float]:
    first, last = block[0], block[-1]
    return min(columns[first][0], under[first].left), max(columns[last][1], under[last].right)


def _is_within(cell: Cell, block: Sequence[int], under: Mapping[int, Cell], columns: Columns) -> bool:
    left, right = _reach(block, under, columns)
    return left <= _middle(cell) <= right and not set(over(cell, columns)) - set(block)


def _middle(cell: Cell) -> float:
    return (cell.left + cell.right) / 2
