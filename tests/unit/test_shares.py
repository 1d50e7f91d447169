"""What is told of a share or of a change is no count: neither the whole, nor how much it changed by."""

from __future__ import annotations

import pytest

from summariser.linking import movement_status
from summariser.meanings import figure_candidates
from summariser.polarity import why_not_asserted
from summariser.schemas.codebooks import MovementStatus
from tests.conftest import Read


def standing(read_text: Read, text: str) -> set[str]:
    """The words of the numbers that the text stands by, whatever they count."""
    reading = read_text(text)
    return {
        c.number.text
        for c in figure_candidates(reading)
        if any(why_not_asserted(reading, c.number, label) is None for label in c.options[:1])
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The number of displaced people in Kasmi dropped by 700 to 2,600.", {"2,600"}),
        ("The number of wounded rose by six to 31.", {"31"}),
        ("The death toll rose six to 31 on Friday.", {"31"}),
        ("Deaths fell 15% to 60 in Kasmi.", {"60"}),
        ("El número de heridos aumentó en 6 a 31.", {"31"}),
        ("El número de desplazados bajó en 600 hasta 3.100.", {"3.100"}),
        ("Le nombre de blessés a augmenté de 6 à 31.", {"31"}),
        ("ارتفع عدد القتلى بمقدار 6 إلى 31 في القرية.", {"31"}),
        ("ارتفعت حصيلة القصف على القرية يوم الجمعة من 15 إلى 31 قتيلا.", {"31"}),
        # ranges
        ("The raid killed 20 to 30 people.", {"20 to 30"}),
        ("Between 700 and 2,600 people fled after the river rose.", {"Between 700 and 2,600"}),
    ],
)
def test_by_how_much_a_count_changed_is_no_count(read_text: Read, text: str, expected: set[str]) -> None:
    assert standing(read_text, text) == expected


def test_a_change_of_so_many_to_so_many_per_cent_is_a_range(read_text: Read) -> None:
    reading = read_text("Displacement rose by 20 to 30 percent.")
    assert [(n.text, n.kind) for n in reading.numbers] == [("20 to 30", "percent")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Some 60% of the 2,500 villagers fled.", set()),
        ("A third of the 2,500 villagers fled the shelling.", set()),
        ("Two thirds of the 90 homes were destroyed.", set()),
        ("Half of the 2,500 displaced people have returned.", set()),
        ("One family in four fled.", set()),
        ("The blast killed 2 of 5 sisters.", {"2"}),
        ("El 30 % de los 2.500 vecinos huyó.", set()),
        ("La mitad de las 900 familias huyó del pueblo.", set()),
        ("Une famille sur quatre a fui.", set()),
        ("Plus d'un tiers des 2 500 habitants ont fui.", set()),
        ("نزح 30 في المئة من 2500 عائلة.", set()),
        # the share is told of something else
        ("Some 60% of the 2,500 villagers who fled are children.", {"2,500"}),
        ("Half of the 2,500 displaced people need water.", {"2,500"}),
        ("Said Musa, one of 700 who fled to Kasmi: “We walked.”", {"one", "700"}),
        ("A third of the 90 homes destroyed were of clay.", {"90"}),
        ("La mitad de las 900 familias desplazadas no tiene agua.", {"900"}),
        # no share
        ("One family in Sarran fled with 30 others.", {"One", "30"}),
        ("All 2,500 villagers fled.", {"2,500"}),
    ],
)
def test_what_a_share_did_was_not_done_by_all(read_text: Read, text: str, expected: set[str]) -> None:
    assert standing(read_text, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Some 700 families are to return to Kasmi in June.", MovementStatus.PLANNED),
        ("Some 700 families were to be evacuated from Kasmi.", MovementStatus.PLANNED),
        ("Some 700 families have returned to Kasmi, and many are to be thanked.", MovementStatus.OCCURRED),
        ("Some 700 families were evacuated to Kasmi.", MovementStatus.OCCURRED),
    ],
)
def test_who_is_to_return_has_not(read_text: Read, text: str, expected: MovementStatus) -> None:
    reading = read_text(text)
    cues = reading.cues.of("S1", "term")
    assert cues
    assert movement_status(reading, "S1", cues) is expected
