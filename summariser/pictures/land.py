"""What is seen of the world: the window around some points, and the countries in it."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from summariser.normalise.place_tables import country_name
from summariser.outline import Point, outlines, whole

Shape = list[Point]
"""A closed ring, in degrees."""

_LEAST: Final = 4.0
"""Degrees that are shown at least, so that one town still has its country around it."""
_ROOM: Final = 1.44
_FLATTEST, _TALLEST = 0.5, 0.85
"""Height to width."""
_SOUTH, _NORTH = -58.0, 84.0
"""Nobody lives beyond."""
_WORLD: Final = ((-160.0, -50.0), (175.0, 75.0))
_MOST_COUNTRIES: Final = 30
_FINE: Final = 14
"""Points a side at which it is looked where a country lies."""


@dataclass(frozen=True, slots=True)
class Window:
    """The piece of the world that is shown, in degrees.

    ``shrink`` is a degree of longitude in degrees of latitude.
    """

    west: float
    east: float
    south: float
    north: float
    shrink: float

    @property
    def ratio(self) -> float:
        """Height to width."""
        return (self.north - self.south) / ((self.east - self.west) * self.shrink)


def around(points: list[Point]) -> Window:
    """What holds all points with room around them; the inhabited world where there are none."""
    xs, ys = zip(*(points or _WORLD), strict=True)
    middle_x, middle_y = (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2
    shrink = max(math.cos(math.radians(middle_y)), 0.2)
    tall = max((max(ys) - min(ys)) * _ROOM, _LEAST)
    wide = max((max(xs) - min(xs)) * _ROOM, _LEAST / shrink)
    # Neither a strip nor a tower: land around the places tells where they are.
    wide, tall = max(wide, tall / shrink / _TALLEST), max(tall, wide * shrink * _FLATTEST)
    wide = min(wide, 360.0)
    return Window(
        middle_x - wide / 2,
        middle_x + wide / 2,
        max(middle_y - tall / 2, _SOUTH),
        min(middle_y + tall / 2, _NORTH),
        shrink,
    )


def rings(window: Window) -> Iterator[tuple[str, Shape]]:
    """What can be seen of the countries, each piece with its country's code."""
    for outline in outlines():
        for ring in map(whole, outline.rings):
            for turn in (-360, 0, 360):
                shape = [(x + turn, y) for x, y in ring]
                xs, ys = [x for x, _ in shape], [y for _, y in shape]
                across = min(xs) <= window.east and max(xs) >= window.west
                if across and min(ys) <= window.north and max(ys) >= window.south:
                    yield outline.country, shape


def countries(window: Window) -> list[tuple[str, float, float]]:
    """The names of the countries, each in the middle of what is seen of it; none where they are many."""
    seen = list(rings(window))
    if len({code for code, _ in seen}) > _MOST_COUNTRIES:
        return []
    steps = [(n + 0.5) / _FINE for n in range(_FINE)]
    xs = [window.west + step * (window.east - window.west) for step in steps]
    ys = [window.south + step * (window.north - window.south) for step in steps]
    found: dict[str, list[tuple[float, float]]] = {}
    for code, shape in seen:
        found.setdefault(code, []).extend((x, y) for x in xs for y in ys if _holds(shape, x, y))
    # The widest first, so that a strip at the edge does not take the room of a land in the middle.
    largest = sorted(found.items(), key=lambda item: (-len(item[1]), item[0]))
    return [(country_name(code), *_middle(points)) for code, points in largest if points]


def _middle(points: list[tuple[float, float]]) -> tuple[float, float]:
    """The one of some points that lies nearest to the middle of all."""
    x, y = (sum(values) / len(points) for values in zip(*points, strict=True))
    return min(points, key=lambda p: ((p[0] - x) ** 2 + (p[1] - y) ** 2, p))


def _holds(shape: Shape, x: float, y: float) -> bool:
    """Whether a point lies in a closed shape: to its left the border is crossed an odd number of times."""
    inside = False
    for (x1, y1), (x2, y2) in zip(shape, [*shape[1:], shape[0]], strict=True):
        if (y1 > y) != (y2 > y) and x > x1 + (y - y1) * (x2 - x1) / (y2 - y1):
            inside = not inside
    return inside
