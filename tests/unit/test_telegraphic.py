"""Lines that are labels and numbers, and reports of a sentence or two: what moved, whose homes, where."""

from __future__ import annotations

from datetime import date

import pytest

from summariser.schemas import DisplacementFigure
from summariser.sentences import guess_language
from tests.conftest import Read, Summarise

DAY = date(2016, 3, 20)


def moved(by_rules: Summarise, text: str) -> list[DisplacementFigure]:
    made = by_rules(text, published=DAY).humanitarian
    return list(made.displacement) if made is not None else []


def told(by_rules: Summarise, text: str) -> set[str]:
    return {f"{f.value} {f.unit.value} {f.term.value}" for f in moved(by_rules, text)}


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("Viviendas destruidas: 45.", {"45 homes destroyed_housing"}),
        (
            "Familias evacuadas: 120. Casas inundadas: 85",
            {"120 households evacuated", "85 homes uninhabitable_housing"},
        ),
        (
            "Sinistrés : 12 000 personnes ; maisons effondrées : 1 130 ; ménages déplacés : 640",
            {"12000 people homeless", "1130 homes destroyed_housing", "640 households displaced"},
        ),
        (
            "Maisons détruites : 48, maisons endommagées : 120.",
            {"48 homes destroyed_housing", "120 homes partially_destroyed_housing"},
        ),
        (
            "Se reportan 24 casas totalmente destruidas y 118 parcialmente dañadas.",
            {"24 homes destroyed_housing", "118 homes partially_destroyed_housing"},
        ),
        (
            "Au total 48 maisons ont été détruites et 120 partiellement endommagées à Mopti.",
            {"48 homes destroyed_housing", "120 homes partially_destroyed_housing"},
        ),
        (
            "According to the agency, 2,340 houses were fully damaged and 5,600 partially damaged.",
            {"2340 homes destroyed_housing", "5600 homes partially_destroyed_housing"},
        ),
        (
            "2,300 houses collapsed and 19,000 others were damaged when a quake jolted the county.",
            {"2300 homes destroyed_housing", "19000 homes partially_destroyed_housing"},
        ),
        ("Some 45,000 people who had fled returned to their villages in June.", {"45000 people returned"}),
        # As they were: families are families, members of them people, and who fled has not returned.
        (
            "The flood displaced 300 families, and 12 family members were evacuated.",
            {"300 households displaced", "12 people evacuated"},
        ),
        ("Some 45,000 people who had fled are staying with relatives.", {"45000 people displaced"}),
        (
            "Damaged houses: 120; destroyed: 30.",
            {"120 homes partially_destroyed_housing", "30 homes destroyed_housing"},
        ),
    ],
)  # fmt: skip
def test_what_the_numbers_count(by_rules: Summarise, text: str, facts: set[str]) -> None:
    assert told(by_rules, text) == facts


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Viviendas destruidas: 45. Viviendas afectadas: 312.", "es"),
        ("Maisons détruites : 48, ménages déplacés : 120", "fr"),
        ("DISPLACED: 5,300 HH / 26,500 PERSONS", "en"),
        ("Casas: 45", "en"),  # one word may be a name
        ("The Casas and Familias wards of the hospital", "en"),
    ],
)
def test_the_language_of_labels(text: str, language: str) -> None:
    assert guess_language(text) == language


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("En Popayán, 600 familias quedaron sin hogar.", "Popayán", "COL"),
        ("En Maracaibo se registraron combates que desplazaron a 300 personas.", "Maracaibo", "VEN"),
        ("Clashes in Niger state displaced 300 people.", "Niger", "NGA"),
        ("Clashes in Niger displaced 300 people.", "Niger", "NER"),
        ("Floods displaced 2,000 people in northern Ontario.", "Ontario", "CAN"),
        ("Floods displaced 2,000 people in Syria's Idlib province.", "Idlib", "SYR"),
        ("Floods displaced 2,000 people in northern Idlib.", "Idlib", "SYR"),
    ],
)
def test_where(by_rules: Summarise, text: str, name: str, country: str) -> None:
    (figure,) = moved(by_rules, text)
    assert figure.place is not None
    assert (figure.place.name, figure.place.country) == (name, country)


def test_whose_the_district_is_does_not_hide_it(read_text: Read) -> None:
    spans = read_text("Officials evacuated 30,000 people in Gujarat's Kutch district.").place_spans["S1"]
    assert [(s.text, s.outer) for s in spans] == [("Gujarat", True), ("Kutch district", False)]
    # Another country's place is no part of it, and a possessive of no place owns none.
    spans = read_text("Officials met in Kampala's hotel and in Goma.").place_spans["S1"]
    assert [s.outer for s in spans] == [False, False]


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("The number of displaced people in Ukraine has reached 1.7 million.", {"1700000 people displaced"}),
        ("The agency has reached 1,700 people.", set()),  # with help
        ("An estimated 70 percent of the town's 40,000 residents have fled.", set()),
        ("Some 40,000 of the town's residents have fled.", {"40000 people forced_to_flee"}),
    ],
)
def test_numbers_that_rise_and_shares(by_rules: Summarise, text: str, facts: set[str]) -> None:
    assert told(by_rules, text) == facts
