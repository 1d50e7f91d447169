"""Names that are no places in Spanish, French and Arabic: people with an age, bodies, rivers."""

from __future__ import annotations

from datetime import date

import pytest

from summariser.lexicon.places import is_no_place
from tests.conftest import Read, Summarise

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
        ("Des hommes armés ont attaqué lundi Barsala, dans la commune de Karsa, province du Bam.", "Barsala"),
        ("Des hommes armés ont tué trois personnes lundi à Barsala (province du Bam).", "Barsala"),
        ("Hombres armados atacaron el lunes Barsala, municipio de Tumaco.", "Barsala"),
        ("قتل مسلحون أربعة أشخاص يوم الاثنين في كفر زيتا، محافظة حماة.", "كفر زيتا"),
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


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Des hommes armés ont attaqué lundi Barsala (province du Bam).", "Barsala", "place"),
        ("Atacaron el lunes El Zarzo, municipio de Tumaco.", "El Zarzo", "place"),
        ("Jean Barsala, dans la province du Bam depuis lundi, a parlé.", "Jean Barsala", "person"),
        ("Pedro Barsala, municipio de Tumaco, habló el lunes.", "Pedro Barsala", "person"),
    ],
)
def test_what_lies_in_an_area_is_a_place(read_text: Read, text: str, name: str, kind: str) -> None:
    assert [n.kind for n in read_text(text, DAY).names if n.text == name] == [kind]


@pytest.mark.parametrize(
    ("text", "moved", "dead"),
    [
        ("قتل مسلحون أربعة أشخاص يوم الاثنين في كفر زيتا.", [], [4]),
        ("فر أربعة آلاف شخص يوم الاثنين من كفر زيتا.", [4_000], []),
    ],
)
def test_a_word_of_a_village_is_no_flight(
    by_rules: Summarise, text: str, moved: list[int], dead: list[int]
) -> None:
    summary = by_rules(text, published=DAY)
    facts = summary.humanitarian
    assert [f.value for f in (facts.displacement if facts else ())] == moved
    assert [f.value for e in (summary.events.events if summary.events else ()) for f in e.fatalities] == dead


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Ils ont attaqué mardi Gao.", ["mardi"]),
        ("L'armée a repris lundi Barsala.", ["lundi"]),
        ("Police arrested Sunday Barsala in Lagos.", []),
    ],
)
def test_a_day_in_small_letters_before_a_name(read_text: Read, text: str, days: list[str]) -> None:
    assert [d.text for d in read_text(text, DAY).dates] == days


@pytest.mark.parametrize(
    ("text", "country"),
    [
        (
            "Tres personas murieron el domingo en combates en la vereda El Plateado, cerca de la cabecera "
            "municipal de Argelia. El gobernador del Cauca pidió ayuda en Popayán.",
            "COL",
        ),
        ("Tres personas murieron el domingo en combates en Tamanrasset, en el sur de Argelia.", "DZA"),
    ],
)
def test_a_town_that_is_called_as_a_country_is(by_rules: Summarise, text: str, country: str) -> None:
    places = [e.place for e in by_rules(text, published=DAY).events.events]
    assert [p.country if p else None for p in places] == [country]
