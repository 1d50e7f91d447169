"""Numbers in lists of towns: each has its own town, and only what is told of it."""

from __future__ import annotations

import pytest

from summariser.api import Summariser
from summariser.articles import Article
from summariser.evals.first_choice import rules_alone
from summariser.schemas import DisplacementFigure, HumanitarianSummary
from summariser.schemas.codebooks import DisplacementTerm, Measure, Unit


def facts(text: str) -> HumanitarianSummary:
    with Summariser(engine=rules_alone()) as summariser:
        found = summariser.summarise(Article(text)).humanitarian
    assert found is not None
    return found


def moved(text: str) -> dict[str, DisplacementFigure]:
    found = facts(text)
    return {f.words.text: f for f in (*found.displacement, *found.planned_returns)}


def places(text: str) -> dict[str, str | None]:
    return {
        words: next((p.words.text for p in (f.place, f.origin) if p is not None), None)
        for words, f in moved(text).items()
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "5,000 people were displaced in Kassala and 3,200 in Gedaref state.",
            {"5,000": "Kassala", "3,200": "Gedaref"},
        ),
        (
            "The floods displaced 4,000 people in Beira, 2,500 in Dondo and 900 in Buzi.",
            {"4,000": "Beira", "2,500": "Dondo", "900": "Buzi"},
        ),
        (
            "In Kassala, 31 houses were destroyed, while in Gedaref, 36 houses were destroyed.",
            {"31": "Kassala", "36": "Gedaref"},
        ),
        (
            "In Beira 4,000 people were evacuated and 12 houses destroyed; in Dondo 2,500 were evacuated.",
            {"4,000": "Beira", "12": "Beira", "2,500": "Dondo"},
        ),
        (
            "Sofala counted 7,000 displaced people, of whom 4,000 are in Beira and 3,000 in Dondo.",
            {"7,000": "Sofala", "4,000": "Beira", "3,000": "Dondo"},
        ),
        (
            "Les inondations ont déplacé 4 000 personnes à Ségou et 2 500 à Mopti.",
            {"4 000": "Ségou", "2 500": "Mopti"},
        ),
        (
            "À Ségou, 400 personnes ont été évacuées, tandis qu'à Mopti 250 personnes ont été évacuées.",
            {"400": "Ségou", "250": "Mopti"},
        ),
        (
            "Las lluvias dejaron 4.000 desplazados en Cali y 2.500 en Buenaventura.",
            {"4.000": "Cali", "2.500": "Buenaventura"},
        ),
        ("نزح 4000 شخص في إدلب و2500 في حماة.", {"4000": "إدلب", "2500": "حماة"}),
    ],
)
def test_each_number_has_the_place_that_is_told_with_it(text: str, expected: dict[str, str]) -> None:
    found = places(text)
    assert {n: (found.get(n) or "").removesuffix(" state") for n in expected} == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kassala: 3,000 displaced people", {"3,000": "Kassala"}),
        ("Kassala state 3,000 displaced people", {"3,000": "Kassala state"}),
        (
            "Maiduguri hosts 40,000 displaced people, Konduga 25,000.",
            {"40,000": "Maiduguri", "25,000": "Konduga"},
        ),
        (
            "In Beira, 400 people were evacuated and, after rain, 250 more.",
            {"400": "Beira", "250": "Beira"},
        ),
        (
            "In Beira, which lies on the coast as Dondo does not, 400 people were evacuated.",
            {"400": "Beira"},
        ),
    ],
)
def test_a_place_before_its_number_stays(text: str, expected: dict[str, str]) -> None:
    found = places(text)
    assert {n: found.get(n) for n in expected} == expected


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The fire forced the evacuations of about 50 homes.", "about 50"),
        ("El incendio obligó a evacuar un centenar de casas.", "un centenar"),
        ("Las personas de 10 viviendas evacuadas fueron trasladadas a un gimnasio.", "10"),
    ],
)
def test_homes_that_are_emptied_are_households(text: str, words: str) -> None:
    figure = moved(text)[words]
    assert (figure.unit, figure.term) == (Unit.HOUSEHOLDS, DisplacementTerm.EVACUATED)


def test_homes_that_are_lost_stay_homes() -> None:
    figure = moved("The fire destroyed 50 homes.")["50"]
    assert (figure.unit, figure.term) == (Unit.HOMES, DisplacementTerm.DESTROYED_HOUSING)


def test_lives_that_were_claimed_live_nowhere() -> None:
    found = facts("The floods have claimed at least 80 lives in Assam, with 2,000 people in relief camps.")
    assert [f.words.text for f in found.displacement] == ["2,000"]
    assert [(f.words.text, f.measure) for f in found.civilian_harm] == [("at least 80", Measure.KILLED)]


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("Some 2,000 people are sheltering in relief camps.", DisplacementTerm.IN_RELIEF_CAMP),
        ("Some 2,000 people are lodged in 12 relief camps.", DisplacementTerm.IN_RELIEF_CAMP),
        ("It opened 12 relief camps, where 2,000 people were accommodated.", DisplacementTerm.IN_RELIEF_CAMP),
        ("It opened 12 relief camps and 2,000 people were hosted by relatives.", DisplacementTerm.SHELTERED),
        ("Some 2,000 people are sheltering in schools.", DisplacementTerm.SHELTERED),
        (
            "Some 2,000 people are sheltering with relatives near the relief camps.",
            DisplacementTerm.SHELTERED,
        ),
    ],
)
def test_relief_camps_are_told_from_other_shelter(text: str, term: DisplacementTerm) -> None:
    assert moved(text)["Some 2,000" if "Some" in text else "2,000"].term is term


def test_who_was_affected_and_evacuated_was_evacuated() -> None:
    assert moved("16,000 families were affected and evacuated.")["16,000"].term is DisplacementTerm.EVACUATED
    assert moved("16,000 families were affected by the flood.")["16,000"].term is DisplacementTerm.AFFECTED


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("Some 600 people were evacuated while 700 households have regained power.", {"Some 600"}),
        ("Some 600 people were evacuated, but 700 have received tents.", {"Some 600"}),
        ("Some 600 people were evacuated while 700 have been evacuated since.", {"Some 600", "700"}),
        ("Some 600 people were evacuated while 700 have fled.", {"Some 600", "700"}),
    ],
)
def test_who_has_a_verb_of_its_own_is_told_by_it(text: str, counted: set[str]) -> None:
    assert set(moved(text)) == counted


def test_lives_that_were_lost_are_dead() -> None:
    with Summariser(engine=rules_alone()) as summariser:
        summary = summariser.summarise(Article("Some 40 lives were lost in the attack on Mopti."))
    assert summary.events is not None
    assert [f.words.text for e in summary.events.events for f in e.fatalities] == ["Some 40"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Un incendio obligó a evacuar un centenar de casas en Tibú.", False),
        ("El gran incendio arrasó 12 casas en Tibú.", False),
        ("Los rebeldes incendiaron 24 viviendas en Tibú.", True),
        ("Un grupo armado incendió tres casas en Tibú.", True),
    ],
)
def test_a_fire_is_no_arson(text: str, told: bool) -> None:
    with Summariser(engine=rules_alone()) as summariser:
        events = summariser.summarise(Article(text)).events
    assert bool(events and events.events) is told
