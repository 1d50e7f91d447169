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


SUMS = [
    "In June 62 people were killed in nineteen attacks. On Friday gunmen attacked Dorra and killed five.",
    "At least 62 people were killed in incidents known to us. On Friday gunmen in Dorra killed five.",
    "On Friday gunmen attacked Dorra and killed five. During the third quarter 62 people were killed.",
    "On Friday gunmen attacked Dorra and killed five. In all, 62 people were killed in June in the region.",
    "On Friday gunmen in Dorra killed five. In the region 62 people were killed in June, up from 40 in May.",
]


@pytest.mark.parametrize("text", SUMS)
def test_a_sum_is_the_toll_of_no_incident_beside_it(read_text: Read, text: str):
    found = homed(read_text(text))
    assert found["five"][0] == 0
    assert found["62"][0] is None


@pytest.mark.parametrize(
    "text",
    [
        "On Friday 62 people were killed in nineteen attacks in Dorra.",
        "Two bombs went off in Dorra. In the attacks 62 people were killed.",
        "In June gunmen attacked Dorra and killed 62 people.",
    ],
)
def test_a_day_and_a_month_of_one_incident_have_its_toll(read_text: Read, text: str):
    assert homed(read_text(text))["62"][0] is not None


REPORT = """Security

4.1 Dorra district

Rebels clashed with soldiers in Dorra on 3 March. The army said that two soldiers were killed.

4.2 Karsa district

Calm ended at dawn on 5 March, when the rebels came to Karsa. They clashed with soldiers for most of the day.

At least 15 people were killed, the mayor said.
"""


def test_nothing_is_told_over_a_numbered_heading(read_text: Read):
    reading = read_text(REPORT)
    assert len(find_incidents(reading)) == 2
    found = homed(reading)
    assert found["two"][0] == 0
    assert found["15"][0] == 1


def test_houses_that_a_flood_destroyed_are_none_of_the_bombs_before_it(read_text: Read):
    text = "A soldier died when a mine went off near Dorra. Floods destroyed 340 houses in Karsa."
    assert homed(read_text(text))["340"][0] is None
