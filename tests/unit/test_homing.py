"""Which event a number belongs to, and which numbers are harm to civilians."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from summariser.incidents import find_incidents
from summariser.kinds import settled
from summariser.meanings import figure_candidates
from summariser.reading import Reading
from summariser.schemas.codebooks import EventStatus, Measure
from summariser.strategies.happenings import Happening
from summariser.strategies.homing import find_homes, is_harm, measure_of

Read = Callable[..., Reading]


def happenings_of(reading: Reading) -> list[Happening]:
    return [
        Happening(i, settled(reading, i.cues)[0], EventStatus.OCCURRED, None, None, ())
        for i in find_incidents(reading)
    ]


def homed(reading: Reading) -> dict[str, tuple[int | None, bool]]:
    """Number words -> the event it belongs to, and whether it is harm."""
    named = [(c, c.options[0]) for c in figure_candidates(reading)]
    homes = find_homes(reading, happenings_of(reading), named)
    return {
        c.number.text: (homes.get(c.number.id), is_harm(reading, c, label, homes.get(c.number.id)))
        for c, label in named
    }


CASES = [
    ("Jets bombed Dorra. The raid killed 12 farmers.", "12", (0, True), "farmers, in an event"),
    ("Jets bombed Dorra. The raid killed 12 rebels.", "12", (0, False), "fighters"),
    ("Jets bombed Dorra. The raid killed 12 people.", "12", (0, False), "people of whom nothing is said"),
    ("A flood swept through Dorra. It killed 12 people.", "12", (None, True), "no event: a disaster"),
    (
        "Jets bombed Dorra. A cyclone struck Sarran the day after. At least 14 died.",
        "14",
        (None, True),
        "the disaster came after the raid",
    ),
    ("Cholera has reached Dorra. It has killed 31 people.", "31", (None, True), "an illness"),
    ("Troops opened fire on a crowd in Dorra. At least 9 died.", "9", (0, False), "that fire is no blaze"),
    ("Jets bombed Dorra. Some 40 homes were destroyed.", "40", (0, False), "homes are counted in events too"),
    ("A flood struck Dorra. Some 40 homes were destroyed.", "40", (None, False), "but not of a flood"),
]


@pytest.mark.parametrize(("text", "number", "expected", "why"), CASES)
def test_where_a_number_belongs(
    read_text: Read, text: str, number: str, expected: tuple[int | None, bool], why: str
) -> None:
    assert homed(read_text(text))[number] == expected, why


def test_homes_lost_are_things_destroyed_in_an_event() -> None:
    assert measure_of("term:destroyed_housing") is Measure.DESTROYED
    assert measure_of("term:displaced") is None
