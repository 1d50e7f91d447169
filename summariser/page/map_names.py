"""Names beside the points of a map, none of which covers another or a point."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

Anchor = Literal["start", "middle", "end"]
_LETTER: Final = 7.6
"""Pixels of a letter of 13 px, bold; a wide one takes the whole 13."""
_WIDE: Final = 13.0
_HEIGHT: Final = 15.0
_GAP: Final = 4.0


@dataclass(frozen=True, slots=True)
class Point:
    """A point with a name.

    Attributes:
        x: Pixels from the left.
        y: Pixels from the top.
        radius: Of what is drawn there.
        name: What is written beside it.
    """

    x: float
    y: float
    radius: float
    name: str


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a name stands: the ends of its line as SVG's `text` has them."""

    x: float
    y: float
    anchor: Anchor


@dataclass(frozen=True, slots=True)
class _Box:
    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: _Box) -> bool:
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )


def spots_of(points: Sequence[Point], width: float, height: float) -> list[Spot | None]:
    """Where the name of each point stands: right of it, left, above or below, the first ones first.

    Args:
        points: In the order of their importance.
        width: Of the map, in pixels.
        height: Of it.

    Returns:
        None for a name that has no room: the point has to be told by its number.
    """
    taken = [_Box(p.x - p.radius, p.y - p.radius, p.x + p.radius, p.y + p.radius) for p in points]
    spots: list[Spot | None] = []
    for point in points:
        for spot, box in _choices(point):
            inside = box.left >= 0 and box.top >= 0 and box.right <= width and box.bottom <= height
            if inside and not any(map(box.meets, taken)):
                taken.append(box)
                spots.append(spot)
                break
        else:
            spots.append(None)
    return spots


def _choices(point: Point) -> list[tuple[Spot, _Box]]:
    size = sum(_WIDE if unicodedata.east_asian_width(c) in "WF" else _LETTER for c in point.name)
    beside, half = point.radius + _GAP, size / 2
    found = []
    middle: list[tuple[Anchor, float, float, float]] = [
        ("start", point.x + beside, point.x + beside, point.y),
        ("end", point.x - beside, point.x - beside - size, point.y),
        ("middle", point.x, point.x - half, point.y - beside - _HEIGHT / 2),
        ("middle", point.x, point.x - half, point.y + beside + _HEIGHT / 2),
    ]
    for anchor, x, left, y in middle:
        box = _Box(left, y - _HEIGHT / 2, left + size, y + _HEIGHT / 2)
        found.append((Spot(round(x, 1), round(y + 4, 1), anchor), box))
    return found
