"""Sentences that tell of several places: each has its own event, toll, day and sides."""

from __future__ import annotations

from datetime import date

import pytest

from summariser.api import Summariser
from summariser.articles import Article
from summariser.evals.first_choice import rules_alone
from summariser.schemas import Event
from summariser.schemas.codebooks import ActorRole

PUBLISHED = date(2024, 6, 15)


def events(text: str) -> tuple[Event, ...]:
    with Summariser(engine=rules_alone()) as summariser:
        found = summariser.summarise(Article(text, published=PUBLISHED)).events
    assert found is not None
    return found.events


def tolls(text: str) -> dict[str, list[str]]:
    return {
        e.place.words.text if e.place else "": [f.words.text for f in (*e.fatalities, *e.injuries)]
        for e in events(text)
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Shelling killed three civilians in Karsa and five in Dorra on Tuesday.",
            {"Karsa": ["three"], "Dorra": ["five"]},
        ),
        (
            "Shelling killed at least three people in Kherson and another two in Nikopol.",
            {"Kherson": ["at least three"], "Nikopol": ["two"]},
        ),
        ("Gunmen killed 4 in Aden and killed 5 in Taiz.", {"Aden": ["4"], "Taiz": ["5"]}),
        (
            "At least 12 people were killed in clashes between the army and rebels in Rutshuru on Thursday, "
            "while in Masisi two soldiers died in an ambush.",
            {"Rutshuru": ["At least 12"], "Masisi": ["two"]},
        ),
        (
            "Militants stormed the village of Koulogon, killing 37 villagers; in nearby Bankass, the army "
            "said it had killed 20 militants.",
            {"Koulogon": ["37"], "Bankass": ["20"]},
        ),
        (
            "In Mogadishu a suicide bomber killed 8 people on Friday; in Beledweyne, a car bomb wounded 15.",
            {"Mogadishu": ["8"], "Beledweyne": ["15"]},
        ),
        (
            "Les bombardements ont tué trois civils à Ségou et cinq à Mopti.",
            {"Ségou": ["trois"], "Mopti": ["cinq"]},
        ),
        (
            "Los ataques mataron a tres civiles en Cali y a cinco en Buenaventura.",
            {"Cali": ["tres"], "Buenaventura": ["cinco"]},
        ),
        (
            "قتل ثلاثة مدنيين في إدلب وخمسة في حماة.",
            {"إدلب": ["ثلاثة"], "حماة": ["وخمسة"]},
        ),
    ],
)
def test_each_place_has_its_own_toll(text: str, expected: dict[str, list[str]]) -> None:
    assert tolls(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Jets bombed Dorra, killing 5 in Sarran.", {"Dorra": ["5"]}),
        ("Clashes in Rutshuru and Goma killed 5 people.", {"Rutshuru": ["5"]}),
        (
            "Three people were shot dead in Kherson, and two wounded were taken to a hospital in Nikopol.",
            {"Kherson": ["Three", "two"]},
        ),
        ("Gunmen killed six farmers in Kherson and fled to Nikopol.", {"Kherson": ["six"]}),
        ("Shelling killed three people in Kherson and wounded five.", {"Kherson": ["three", "five"]}),
        (
            "Shelling in Kherson killed three people, the governor said in Nikopol.",
            {"Kherson": ["three"]},
        ),
        (
            "Rebels from Nikopol attacked Kherson and killed five people in the market.",
            {"Kherson": ["five"]},
        ),
    ],
)
def test_what_is_told_of_one_place_is_one_event(text: str, expected: dict[str, list[str]]) -> None:
    assert tolls(text) == expected


def test_each_scene_has_its_own_day_and_what_stands_in_one_holds_for_both() -> None:
    own = events("In Aden a bomb killed 8 people on Friday; in Taiz, shelling wounded 15 on Saturday.")
    assert [e.when.start for e in own] == [date(2024, 6, 14), date(2024, 6, 15)]
    shared = events("Shelling killed three civilians in Aden and five in Taiz on Tuesday.")
    assert [e.when.start for e in shared] == [date(2024, 6, 11)] * 2


def test_sides_are_those_of_the_scene() -> None:
    first, second = events(
        "Militants stormed Koulogon, killing 37 villagers; in Bankass, soldiers shot dead two herders."
    )
    assert [a.words.text for a in first.side(ActorRole.SIDE_B)] == ["villagers"]
    assert [a.words.text for a in second.side(ActorRole.SIDE_A)] == ["soldiers"]
    assert [a.words.text for a in second.side(ActorRole.SIDE_B)] == ["herders"]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("In Kherson the army killed two men.", "Kherson"),
        ("In Masisi two soldiers died in an ambush.", "Masisi"),
        ("The Kherson military administration said that two men were shot dead in Nikopol.", "Nikopol"),
    ],
)
def test_a_place_before_those_who_act_there_is_where_it_was(text: str, place: str) -> None:
    assert [e.place.words.text if e.place else None for e in events(text)] == [place]
