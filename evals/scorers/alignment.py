"""Which of one list answers which of another: the assignment that is best as a whole.

Pairs are judged by *levels*, whole numbers with the most important first; the assignment has the largest sum
of first levels, among those the largest sum of second ones, and so on. What ties remain are broken by the
pairs' contents, never by their places in the lists: so the result does not depend on the order in which
events are told, nor on which list is called gold. (One tie stays: two lists of the very same things, paired
in a ring, and the ring turned round.)
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Mapping, Sequence
from typing import Final, TypeAlias, TypeVar

import numpy as np
from scipy.optimize import linear_sum_assignment
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

A = TypeVar("A")
Levels: TypeAlias = tuple[int, ...]
_Table: TypeAlias = Mapping[tuple[int, int], Levels]

_TIES: Final = 1 << 20
"""Tie-breaks are below this: large enough to be distinct, small enough to leave room in a float."""


def assign(ones: Sequence[A], others: Sequence[A], levels: Callable[[A, A], Levels]) -> list[tuple[int, int]]:
    """The best assignment, as pairs of indices in the order of ``ones``.

    Args:
        ones: One list.
        others: The other; each of its members answers at most one of the first.
        levels: How well two fit, not negative, always equally many, the first at least 1;
            empty where they must not be paired. Symmetric.
    """
    found = {
        (i, j): fit
        for i, one in enumerate(ones)
        for j, other in enumerate(others)
        if (fit := levels(one, other))
    }
    said = [repr(one) for one in ones], [repr(other) for other in others]
    table = {(i, j): (*fit, _tie(said[0][i], said[1][j])) for (i, j), fit in found.items()}
    return sorted(pair for part in _parts(table, len(ones), len(others)) for pair in _best(part))


def _parts(table: _Table, ones: int, others: int) -> list[_Table]:
    """Groups that have no pair in common, each to be solved by itself.

    Figures fall into groups of one measure and number. Small groups keep the weights small enough to be
    exact, however long the article.
    """
    if not table:
        return []
    rows, columns = zip(*table, strict=True)
    links = coo_array((np.ones(len(table)), (rows, [ones + j for j in columns])), shape=(ones + others,) * 2)
    _, labels = connected_components(links, directed=False)
    parts: dict[int, dict[tuple[int, int], Levels]] = {}
    for pair, levels in table.items():
        parts.setdefault(int(labels[pair[0]]), {})[pair] = levels
    return list(parts.values())


def _best(table: _Table) -> list[tuple[int, int]]:
    rows, columns = (sorted(set(side)) for side in zip(*table, strict=True))
    scales = _scales(list(table.values()), min(len(rows), len(columns)))
    weights = np.zeros((len(rows), len(columns)))
    for (i, j), levels in table.items():
        weight = sum(level * scale for level, scale in zip(levels, scales, strict=True))
        weights[rows.index(i), columns.index(j)] = weight
    chosen = zip(*(side.tolist() for side in linear_sum_assignment(weights, maximize=True)), strict=True)
    pairs = ((rows[i], columns[j]) for i, j in chosen)
    return [pair for pair in pairs if pair in table]


def _scales(rows: list[Levels], pairs: int) -> list[int]:
    """What one point of each level weighs: more than all the points of the levels behind it together."""
    scales: list[int] = []
    scale = 1
    for column in reversed(list(zip(*rows, strict=True))):
        scales.append(scale)
        scale *= max(column) * pairs + 1
    return scales[::-1]


def _tie(one: str, other: str) -> int:
    return zlib.crc32("\0".join(sorted((one, other))).encode()) % _TIES
