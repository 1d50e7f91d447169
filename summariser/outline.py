"""The outlines of the world's countries, to draw places on without a network.

Natural Earth's 1:110m countries, which is public domain; `outline.json` says which edition. Borders are drawn
as they run on the ground in that edition and say nothing about who is right. At this scale a small country
or an island may have no outline.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources
from itertools import accumulate
from typing import Any, Final, Self

Point = tuple[float, float]
"""Longitude and latitude in degrees: x before y."""
Ring = tuple[Point, ...]

_STEPLESS: Final = 180.0
"""A ring that jumps further than this from one point to the next runs over the edge of the map."""
_ROUND: Final = 360.0


@dataclass(frozen=True, slots=True)
class Outline:
    """One country.

    Attributes:
        country: ISO 3166-1 alpha-3 (XKX for Kosovo).
        rings: Closed rings; holes (Lesotho in South Africa) are rings as well, to be filled "evenodd".
    """

    country: str
    rings: tuple[Ring, ...]


@cache
def outlines() -> tuple[Outline, ...]:
    """Every country that has one, by code."""
    data: dict[str, Any] = json.loads(
        resources.files("summariser").joinpath("outline.json").read_text("utf-8")
    )
    arcs = [_points(arc) for arc in data["arcs"]]
    return tuple(
        Outline(country, tuple(_ring(ring, arcs) for ring in rings))
        for country, rings in data["countries"].items()
    )


def _points(arc: list[int]) -> Ring:
    """An arc from its steps in hundredths of a degree."""
    xs, ys = accumulate(arc[::2]), accumulate(arc[1::2])
    return tuple((x / 100, y / 100) for x, y in zip(xs, ys, strict=True))


def _ring(arcs: list[int], known: list[Ring]) -> Ring:
    """A ring from its arcs. As in TopoJSON, ~n is arc n backwards; each begins where the last one ended."""
    points: list[Point] = []
    for index in arcs:
        arc = known[index] if index >= 0 else known[~index][::-1]
        points.extend(arc[1:] if points else arc)
    return tuple(points)


def whole(ring: Ring) -> list[Point]:
    """A ring that runs over the date line, counted on instead of jumping to the other edge of the map."""
    points: list[Point] = []
    turn = 0.0
    for x, y in ring:
        if points and abs(x + turn - points[-1][0]) > _STEPLESS:
            turn += _ROUND if x + turn < points[-1][0] else -_ROUND
        points.append((x + turn, y))
    return points


@dataclass(frozen=True, slots=True)
class Frame:
    """A piece of the map and the picture that it fills.

    Degrees of longitude are shrunk as they are at the middle's latitude, so that shapes look as they are.

    Attributes:
        west: Longitude of the left edge.
        north: Latitude of the upper edge.
        scale: Pixels a degree of latitude.
        shrink: What a degree of longitude is of one of latitude.
        width: Pixels.
        height: Pixels.
    """

    west: float
    north: float
    scale: float
    shrink: float
    width: int
    height: int

    @classmethod
    def around(cls, points: Iterable[Point], width: int, height: int, *, least: float = 8.0) -> Self:
        """The frame that holds some points with room around them.

        Args:
            points: Longitude and latitude. Without any it is the inhabited world.
            width: Of the picture, in pixels.
            height: Likewise.
            least: Degrees that are shown at least, so that one town still has its country around it.
        """
        found = list(points)
        if not found:
            west, east, south, north = -170.0, 180.0, -56.0, 78.0
        else:
            west, east = min(x for x, _ in found), max(x for x, _ in found)
            south, north = min(y for _, y in found), max(y for _, y in found)
        middle_x, middle_y = (west + east) / 2, (south + north) / 2
        shrink = max(math.cos(math.radians(middle_y)), 0.2) if found else 0.75
        room = 1.35 if found else 1.0
        tall = max((north - south) * room, least)
        wide = max((east - west) * room * shrink, least)
        scale = min(width / wide, height / tall)
        return cls(
            west=middle_x - width / (2 * scale * shrink),
            north=middle_y + height / (2 * scale),
            scale=scale,
            shrink=shrink,
            width=width,
            height=height,
        )

    def project(self, point: Point) -> Point:
        """Where a point lies in the picture: pixels from the left and from the top."""
        x, y = point
        return (
            round((x - self.west) * self.shrink * self.scale, 1),
            round((self.north - y) * self.scale, 1),
        )

    def paths(self) -> Iterator[tuple[str, str]]:
        """Each country that reaches into the frame, and its outline as the data of an SVG path."""
        for outline in outlines():
            seen = [ring for ring in map(whole, outline.rings) for ring in _turned(ring) if self._meets(ring)]
            if seen:
                yield outline.country, "".join(self._path(ring) for ring in seen)

    def _meets(self, ring: list[Point]) -> bool:
        xs, ys = [x for x, _ in map(self.project, ring)], [y for _, y in map(self.project, ring)]
        return max(xs) >= 0 and min(xs) <= self.width and max(ys) >= 0 and min(ys) <= self.height

    def _path(self, ring: list[Point]) -> str:
        points = dict.fromkeys(self.project(point) for point in ring)
        return "M" + "L".join(f"{x:g} {y:g}" for x, y in points) + "Z"


def _turned(ring: list[Point]) -> Iterator[list[Point]]:
    """A ring as it lies once round the world to the west, where it is, and once round to the east."""
    for turn in (-_ROUND, 0.0, _ROUND):
        yield [(x + turn, y) for x, y in ring]
