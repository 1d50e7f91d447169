"""The map: what is known of the outlines holds, and points fall where they belong."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest

from summariser.outline import Frame, Outline, Point, outlines


def inside(point: Point, outline: Outline) -> bool:
    """Whether a point lies in a country, by counting the borders east of it."""
    x, y = point
    crossings = 0
    for ring in outline.rings:
        for (ax, ay), (bx, by) in pairwise(ring):
            if (ay > y) != (by > y) and x < (bx - ax) * (y - ay) / (by - ay) + ax:
                crossings += 1
    return crossings % 2 == 1


@pytest.mark.parametrize(
    ("point", "country"),
    [
        ((32.58, 15.6), "SDN"),
        ((28.5, -1.9), "COD"),
        ((36.3, 33.5), "SYR"),
        ((-74.1, 4.7), "COL"),
        ((27.5, -29.5), "LSO"),
        ((20.9, 42.6), "XKX"),
        ((44.1, 9.6), "SOM"),
        ((33.4, 35.2), "CYP"),
    ],
)
def test_a_point_lies_in_its_country_and_in_no_other(point: Point, country: str) -> None:
    assert [o.country for o in outlines() if inside(point, o)] == [country]


def test_rings_are_closed_and_on_the_globe() -> None:
    rings = [ring for o in outlines() for ring in o.rings]
    assert len(outlines()) > 170
    assert all(ring[0] == ring[-1] and len(ring) > 3 for ring in rings)
    assert all(-180 <= x <= 180 and -90 <= y <= 90 for ring in rings for x, y in ring)


@pytest.mark.parametrize(
    "points",
    [[(28.5, -1.9)], [(28.5, -1.9), (29.2, -1.7)], [(-170.0, 60.0), (175.0, -40.0)], [(10.0, 89.0)]],
)
def test_a_frame_holds_its_points(points: list[Point]) -> None:
    frame = Frame.around(points, 640, 360)
    for x, y in map(frame.project, points):
        assert 0 <= x <= 640
        assert 0 <= y <= 360


def test_a_frame_draws_the_country_around_a_town() -> None:
    paths = dict(Frame.around([(28.5, -1.9)], 640, 360).paths())
    assert {"COD", "RWA", "UGA"} <= set(paths)
    assert "BRA" not in paths
    assert all(re.fullmatch(r"(M[-0-9. L]+Z)+", path) for path in paths.values())


def test_the_world_is_the_frame_of_no_points() -> None:
    assert len(dict(Frame.around([], 800, 400).paths())) > 165


@pytest.mark.parametrize(
    ("here", "least"), [((36.2, 50.0), 8.0), ((37.6, 55.8), 8.0), ((-178.0, 66.0), 30.0)]
)
def test_a_country_over_the_date_line_is_land(here: Point, least: float) -> None:
    """Kharkiv, with Russia at the edge; Moscow; Chukotka, where the line itself is in the picture."""
    frame = Frame.around([here], 640, 340, least=least)
    russia = dict(frame.paths())["RUS"]
    rings = []
    for piece in russia.strip("MZ").split("ZM"):
        corners = [tuple(map(float, pair.split())) for pair in piece.split("L")]
        rings.append((*corners, corners[0]))
    drawn = Outline("RUS", tuple(rings))
    for place in ((37.6, 55.75), (36.6, 50.6), (177.5, 64.7), (-175.0, 66.5)):
        turns = [frame.project((place[0] + turn, place[1])) for turn in (-360, 0, 360)]
        seen = [(x, y) for x, y in turns if 0 <= x <= frame.width and 0 <= y <= frame.height]
        assert all(inside(point, drawn) for point in seen), place
    assert any(x < 0 or x > frame.width for ring in rings for x, _ in ring), "it reaches beyond the picture"
