"""Turns of wire stories that were misread: each beside what must stay as it is."""

from __future__ import annotations

from datetime import date

import pytest

from summariser.api import Summariser
from summariser.articles import Article
from summariser.evals.first_choice import rules_alone
from summariser.schemas import Event, HumanitarianSummary, Summary
from summariser.schemas.codebooks import Cause


def summarised(text: str) -> Summary:
    with Summariser(engine=rules_alone()) as summariser:
        return summariser.summarise(Article(text, published=date(2024, 6, 15)))


def events(text: str) -> tuple[Event, ...]:
    found = summarised(text).events
    assert found is not None
    return found.events


def facts(text: str) -> HumanitarianSummary:
    found = summarised(text).humanitarian
    assert found is not None
    return found


def dead(text: str) -> list[str]:
    return [f.words.text for e in events(text) for f in e.fatalities]


@pytest.mark.parametrize(
    ("text", "toll"),
    [
        ("A drone strike on El Obeid killed five members of one family.", ["five"]),
        ("A drone strike on El Obeid killed five men of one village.", ["five"]),
        ("A drone strike on El Obeid killed five men and one woman.", ["five", "one"]),
        ("A drone strike on El Obeid killed one man.", ["one"]),
    ],
)
def test_members_of_one_family_are_counted_once(text: str, toll: list[str]) -> None:
    assert dead(text) == toll


@pytest.mark.parametrize(
    ("text", "cause"),
    [
        ("Militants set fire to 40 houses in Dori; 200 people fled.", Cause.CONFLICT),
        ("Gunmen opened fire in Dori and 200 people fled.", Cause.CONFLICT),
        ("Army trucks came under fire near Dori and 200 people fled.", Cause.CONFLICT),
        ("Fire destroyed 40 houses in Accra and displaced 200 people.", Cause.DISASTER),
        ("A fire in the market of Accra displaced 200 people.", Cause.DISASTER),
        ("A fire on 31 May destroyed 37 tents and displaced 200 people.", Cause.DISASTER),
        ("A fire at the market of Accra displaced 200 people.", Cause.DISASTER),
    ],
)
def test_fire_that_is_opened_or_set_is_no_disaster(text: str, cause: Cause) -> None:
    assert {f.cause for f in facts(text).displacement} == {cause}


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        (
            "Police fired live rounds at protesters in Kisumu, killing three.",
            ["Excessive force against protesters"],
        ),
        ("Artillery rounds hit the market in Dori, killing 3.", ["Shelling/artillery/missile attack"]),
        ("Three members of a family died in a fire.", []),
        ("Two people died in the fire at a hotel in Accra.", []),
        ("Rebels set houses alight in Dori and three people died in the fire.", ["Attack"]),
    ],
)
def test_rounds_and_fires_by_what_they_are(text: str, kinds: list[str]) -> None:
    found = [e.sub_type.value for e in events(text)]
    assert found == kinds or (kinds == ["Attack"] and found)


def test_the_dead_are_those_of_the_attack_and_not_of_what_went_on_beside_it() -> None:
    first, *others = events(
        "Gunmen killed 30 villagers in Dori on Saturday as people dug trenches around it."
    )
    assert first.sub_type.value == "Attack"
    assert [f.words.text for f in first.fatalities] == ["30"]
    assert not any(e.fatalities for e in others)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Shells hit Dori. The war, which broke out in 2023, has displaced 2 million people.", None),
        ("Shells hit Dori. The conflict, now in its third year, has displaced 2 million people.", None),
        ("Fighting broke out in Dori. The fighting has displaced 3,000 people.", "Dori"),
        ("Shells hit Dori. The war has displaced 2,000 people in Djibo.", "Djibo"),
    ],
)
def test_what_a_whole_war_has_done_is_of_no_town(text: str, place: str | None) -> None:
    [figure] = facts(text).displacement
    assert (figure.place.words.text if figure.place else None) == place


@pytest.mark.parametrize(
    ("text", "sites"),
    [
        ("Fighters shelled a crowded market in Omdurman.", 0),
        ("Rockets hit a packed hotel in Omdurman.", 0),
        ("Some 300 displaced people crowd the market in Omdurman.", 1),
    ],
)
def test_a_crowded_market_is_no_shelter(text: str, sites: int) -> None:
    assert len(facts(text).sites) == sites


def test_a_dateline_is_no_place_of_what_follows() -> None:
    found = events(
        "NAIROBI - Gunmen killed four herders in Marsabit on Sunday. Three of the attackers set fire to huts."
    )
    assert {e.place.words.text for e in found if e.place} == {"Marsabit"}
