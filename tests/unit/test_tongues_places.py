"""Names that are no places in Spanish, French and Arabic: people with an age, bodies, rivers."""

from __future__ import annotations

from datetime import date

import pytest

from summariser.lexicon.places import is_no_place
from tests.conftest import Summarise

DAY = date(2024, 3, 12)


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("Une attaque menée par des combattants affiliés à Al-Qaïda a fait trois morts lundi.", None),
        ("La base de Al Qaeda fue atacada el lunes y murieron tres personas.", None),
        ("Un ataque de un grupo afiliado a Al Qaeda en Barsa dejó tres muertos.", "Barsa"),
        ("Hombres armados mataron a tres pescadores en el río San Juan el lunes.", "río San Juan"),
        ("Hombres armados mataron a tres pescadores en San Juan, a orillas del río Atrato.", "San Juan"),
        ("Hombres armados mataron a tres personas en San Juan el lunes.", "San Juan"),
        ("Aminata Diallo, 25 ans, a été tuée dans une attaque à Djibo lundi.", "Djibo"),
    ],
)
def test_where_it_happened(by_rules: Summarise, text: str, where: str | None) -> None:
    places = [e.place for e in by_rules(text, published=DAY).events.events]
    assert [p.words.text if p else None for p in places] == [where]


@pytest.mark.parametrize(
    ("name", "before", "after", "expected"),
    [
        ("Adama", "« Ils ont tué mon frère », raconte ", ", 34 ans, à son arrivée.", True),
        ("Salma", "", ", de 12 años, huyó.", True),
        ("سلمى", "قالت ", " (12 عاما) إنها هربت", True),
        ("Adama", "Ils ont fui à ", ", 34 ans après la guerre.", False),
        ("Adama", "À ", ", 34 personnes ont fui.", False),
        ("Salma", "La Cruz Roja en ", ", 12 personas huyeron.", False),
        ("Alcaida", "un grupo vinculado a ", " huyó.", True),
        ("Barsa", "hombres armados atacaron ", " el lunes.", False),
    ],
)
def test_who_has_an_age_or_members_is_no_place(name: str, before: str, after: str, expected: bool) -> None:
    assert is_no_place(name, before, after) is expected
