"""Names on the page's map: none covers another, a point, or goes over the edge."""

from __future__ import annotations

import itertools
import random

from summariser.page.map_names import Point, _choices, spots_of


def test_a_name_stands_to_the_right_where_there_is_room() -> None:
    (spot,) = spots_of([Point(100, 100, 8, "Goma")], 640, 340)
    assert spot is not None
    assert (spot.anchor, spot.x > 108) == ("start", True)


def test_at_the_right_edge_it_stands_to_the_left() -> None:
    (spot,) = spots_of([Point(630, 100, 8, "Goma")], 640, 340)
    assert spot is not None
    assert spot.anchor == "end"


def test_two_near_towns_have_their_names_apart() -> None:
    one, other = spots_of([Point(100, 100, 8, "Goma"), Point(130, 102, 8, "Bukavu")], 640, 340)
    assert one is not None
    assert other is not None
    assert one.anchor == "end", "the right of it is the other's"
    assert other.anchor == "start"


def test_names_without_room_are_told_by_number_and_none_covers_another() -> None:
    chance = random.Random(7)
    points = [
        Point(
            chance.uniform(10, 630),
            chance.uniform(10, 330),
            chance.choice((8, 13)),
            "A town's name"[: n % 9 + 4],
        )
        for n in range(90)
    ]
    spots = spots_of(points, 640, 340)
    boxes = [
        next(box for spot, box in _choices(point) if spot == found)
        for point, found in zip(points, spots, strict=True)
        if found is not None
    ]
    assert 0 < len(boxes) < len(points)
    assert not any(one.meets(other) for one, other in itertools.combinations(boxes, 2))
    for box in boxes:
        assert box.left >= 0
        assert box.right <= 640
        assert not any(
            box.left < p.x + p.radius and p.x - p.radius < box.right
            and box.top < p.y + p.radius and p.y - p.radius < box.bottom
            for p in points
        )  # fmt: skip


def test_points_of_one_town_have_one_name() -> None:
    first, second = spots_of([Point(20, 20, 13, "Goma"), Point(20, 20, 8, "Goma")], 60, 40)
    assert (first, second) == (None, None), "no room on so small a map"
