"""Whose toll it is, by the town and the day that its sentence names; whose day it is, by what it is of."""

from __future__ import annotations

from datetime import date

import pytest

from summariser.incidents import find_incidents
from summariser.linking import date_for
from summariser.meanings import figure_candidates
from summariser.polarity import why_not_asserted
from tests.conftest import Read
from tests.unit.test_homing import homed

PUBLISHED = date(2024, 6, 14)  # a Friday


@pytest.mark.parametrize(
    ("text", "toll", "event"),
    [
        # the day that it names
        (
            "A raid on Dorra on Monday killed six people. On Tuesday, a raid on Dorra killed two people."
            " The death toll of Monday's raid rose to nine.",
            "nine",
            0,
        ),
        (
            "Shells hit Dorra on Monday and killed six. On Tuesday, shells hit Dorra and killed two."
            " The number of dead from Monday's shelling is now nine.",
            "nine",
            0,
        ),
        ("Shells hit Dorra on Monday. A day later nine people had died.", "nine", 0),
    ],
)
def test_a_toll_is_of_the_day_that_it_names(read_text: Read, text: str, toll: str, event: int) -> None:
    assert homed(read_text(text, PUBLISHED))[toll][0] == event


@pytest.mark.parametrize(
    ("text", "toll", "event"),
    [
        ("Gunmen attacked Aden. Some 40 traders were killed in Taiz.", "40", 1),
        ("Gunmen attacked Aden. At least 40 traders died in Taiz.", "40", None),
        ("Gunmen attacked Aden. At least 40 traders died.", "40", 0),
        ("Gunmen attacked Aden. Some 40 traders were killed in Aden.", "40", 0),
        ("Gunmen attacked Aden. Nine of the wounded died in a hospital in Taiz.", "Nine", 0),
        ("Gunmen attacked Aden and left. Nine injured traders are treated in Taiz.", "Nine", 0),
        ("Gunmen killed 4 traders in Aden and soldiers killed 7 traders in Taiz.", "7", 1),
        ("Gunmen killed 4 traders in Aden and soldiers killed 7 traders in Taiz.", "4", 0),
        ("Hombres armados mataron a 4 campesinos en Cali y mataron a 7 campesinos en Pasto.", "7", 1),
        # one deed in both
        ("Gunmen killed 4 traders in Aden and wounded 7 guards.", "7", 0),
        ("Jets bombed Aden, killing 7 traders in Taiz.", "7", 0),
    ],
)
def test_a_toll_of_another_town_is_not_the_event_s(
    read_text: Read, text: str, toll: str, event: int | None
) -> None:
    assert homed(read_text(text, PUBLISHED))[toll][0] == event


def test_a_film_s_dead_are_nobody_s(read_text: Read) -> None:
    reading = read_text("Gunmen attacked Aden. The film shows 40 people killed in a market.")
    candidate = next(c for c in figure_candidates(reading) if c.number.text == "40")
    assert why_not_asserted(reading, candidate.number, "measure:killed") is not None
    assert len(find_incidents(reading)) == 1


@pytest.mark.parametrize(
    ("text", "number", "expected"),
    [
        ("Since May, 60,000 people have fled Aden, including 900 last week.", "60,000", "Since May"),
        ("Since May, 60,000 people have fled Aden, including 900 last week.", "900", "last week"),
        ("Some 60,000 people have fled Aden, including 900 last week.", "60,000", None),
        ("Depuis mai, 60 000 personnes ont fui Aden, dont 900 la semaine dernière.", "60 000", "Depuis mai"),
        ("Some 60,000 people, including 900 children, fled Aden last week.", "60,000", "last week"),
        ("Some 60,000 people, including 900 children, fled Aden last week.", "900", "last week"),
    ],
)
def test_the_time_of_a_part_is_not_that_of_the_whole(
    read_text: Read, text: str, number: str, expected: str | None
) -> None:
    reading = read_text(text, PUBLISHED)
    told = next(n for n in reading.numbers if n.text == number)
    found = date_for(reading, ["S1"], [told.start], told)
    assert (found.text if found else None) == expected


def test_a_number_before_last_week_counts_no_weeks(read_text: Read) -> None:
    reading = read_text("Some 60,000 people have fled, including 900 last week and 80 in the last two weeks.")
    assert [(n.text, n.kind) for n in reading.numbers] == [
        ("60,000", "count"),
        ("900", "count"),
        ("80", "count"),
        ("two", "measure"),
    ]


CORRECTED = (
    "Some 610 families fled Kasmi.\n\nCorrection: the number of families displaced in Kasmi was {}, not 610."
)


def test_a_correction_counts_what_it_corrects_and_takes_the_number_back(read_text: Read) -> None:
    reading = read_text(CORRECTED.format(720))
    found = {
        c.number.text: (c.unit, why_not_asserted(reading, c.number, c.options[0]) is None)
        for c in figure_candidates(reading)
    }
    assert found["720"] == ("households", True)
    assert [n for n, (_, holds) in found.items() if holds] == ["720"]


def test_another_number_than_the_corrected_one_stands(read_text: Read) -> None:
    reading = read_text(f"Some 90 families fled Sarran. {CORRECTED.format(720)}")
    holding = [
        c.number.text
        for c in figure_candidates(reading)
        if why_not_asserted(reading, c.number, c.options[0]) is None
    ]
    assert holding == ["90", "720"]
