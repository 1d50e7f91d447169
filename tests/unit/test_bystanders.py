"""A number that says how large a place is, who looked on, or how old somebody was, is no toll."""

from __future__ import annotations

import pytest

from summariser.meanings import figure_candidates
from tests.conftest import Read


def harmed(read_text: Read, text: str) -> list[str]:
    """The words of the numbers that count the killed, the injured or those taken."""
    harm = ("measure:killed", "measure:injured", "measure:abducted")
    return [c.number.text for c in figure_candidates(read_text(text)) if c.options[0] in harm]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Raiders killed six people in Dorra, a town of 70,000 people.", ["six"]),
        ("Raiders killed six people in Dorra, home to some 9,000 people.", ["six"]),
        ("Two porters died when jets hit a clinic that cares for 80 patients.", ["Two"]),
        ("Raiders killed two cooks at a school with 450 pupils.", ["two"]),
        ("Two clerks were killed on a ferry carrying 120 passengers.", ["Two"]),
        ("Raiders abducted a minibus with 14 passengers.", ["14"]),
        ("Raiders shot two monks before 50 worshippers.", ["two"]),
        ("A shell killed two aunts at a wedding of 200 guests.", ["two"]),
        ("Raiders killed two aldermen elected by 8,000 voters.", ["two"]),
        ("Raiders killed two traders in front of their 7 children.", ["two"]),
        ("Un grupo armado mató a dos maestros en una aldea de 600 habitantes.", ["dos"]),
        ("Deux gardes ont été tués dans une école de 250 élèves.", ["Deux"]),
        ("Raiders killed two men in Dorra, whose population is 70,000 people.", ["two"]),
        ("Raiders killed two men; one leaves a wife and 8 children.", ["two"]),
        # what is counted is who was harmed
        ("A band of 25 farmers was killed.", ["25"]),
        ("Raiders killed a family of 5 people.", ["5"]),
        ("The raid on the town ended with 14 dead.", ["14"]),
        ("The blast in a town of 900 people killed 14 men.", ["14"]),
    ],
)
def test_who_lives_there_or_looked_on_was_not_harmed(read_text: Read, text: str, expected: list[str]) -> None:
    assert harmed(read_text, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two cousins, 7 and 13, were killed.", ["Two"]),
        ("Four girls, 6, 9, 11 and 12, were killed.", ["Four"]),
        ("The raid killed nine people; most of them were under 18.", ["nine"]),
        ("In two raids 7 and 13 men were killed.", ["7", "13"]),
        ("Deaths were under 18, and nine men were killed.", ["nine"]),
    ],
)
def test_bare_ages_count_nobody(read_text: Read, text: str, expected: list[str]) -> None:
    assert [w for w in harmed(read_text, text) if w != "18"] == expected
    assert "under 18" not in harmed(read_text, text)
