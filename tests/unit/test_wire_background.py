"""Wire stories: the toll of a whole war, who is called by a people, and one more in another town."""

from __future__ import annotations

from datetime import date

import pytest

from summariser.api import Summariser
from summariser.articles import Article
from summariser.evals.first_choice import rules_alone
from summariser.schemas import Event
from summariser.schemas.codebooks import ActorKind, ActorRole


def events(text: str) -> tuple[Event, ...]:
    with Summariser(engine=rules_alone()) as summariser:
        found = summariser.summarise(Article(text, published=date(2024, 6, 15))).events
    assert found is not None
    return found.events


def tolls(text: str) -> dict[str, list[str]]:
    return {
        e.place.words.text if e.place else "": [f.words.text for f in (*e.fatalities, *e.injuries)]
        for e in events(text)
    }


NEWS = "Gunmen killed 5 farmers in Dori on Sunday. "


@pytest.mark.parametrize(
    "background",
    [
        "The 15-year insurgency has killed more than 40,000 people.",
        "The 15-year insurgency has killed more than 40,000 people and forced two million from their homes.",
        "The war, which began in April 2023, has killed more than 15,000 people.",
        "More than 30,000 people are murdered in the country every year.",
        "More than 2,500 people were killed or injured in the first three months of the year, the UN said.",
        "The ministry says more than 37,000 people have been killed since October 7.",
    ],
)
def test_the_toll_of_a_war_or_of_a_year_is_of_no_event(background: str) -> None:
    assert tolls(NEWS + background) == {"Dori": ["5"]}


@pytest.mark.parametrize(
    "more",
    [
        "The fighting, which erupted on Sunday, has killed 40 people.",
        "The attack has killed 40 people, officials said.",
        "The ministry says 40 people have been killed there since Sunday.",
        "The war monitor said the attack had killed 40 people.",
    ],
)
def test_the_toll_of_what_was_just_told_stays_with_it(more: str) -> None:
    assert [t for toll in tolls(NEWS + more).values() for t in toll] == ["5", "40"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Troops killed two Syrians in Idlib and one in Hama.", {"Idlib": ["two"], "Hama": ["one"]}),
        (
            "Two farmers were killed in Kherson and one in Nikopol on Sunday.",
            {"Kherson": ["Two"], "Nikopol": ["one"]},
        ),
        ("Police killed two rebels in Kherson, one in five residents said.", {"Kherson": ["two"]}),
        ("Rebels killed two men in Goma and burned one in a row of shops.", {"Goma": ["two"]}),
        ("Police killed two rebels in Kherson and one in the crowd cheered.", {"Kherson": ["two"]}),
    ],
)
def test_one_more_in_another_town_is_a_number(text: str, expected: dict[str, list[str]]) -> None:
    assert tolls(text) == expected


@pytest.mark.parametrize(
    ("text", "words", "kind"),
    [
        ("A drone strike killed two Syrians in Idlib.", "Syrians", ActorKind.CIVILIANS),
        ("A roadside bomb killed an Afghan in Ghazni.", "Afghan", ActorKind.CIVILIANS),
        ("A drone strike killed two Syrian soldiers in Idlib.", "Syrian soldiers", ActorKind.STATE_FORCES),
        ("A car bomb killed two officers in Jamundi.", "officers", ActorKind.STATE_FORCES),
        ("A car bomb killed two election officers in Jamundi.", "election officers", ActorKind.CIVILIANS),
    ],
)
def test_people_called_by_their_people_are_not_its_state(text: str, words: str, kind: ActorKind) -> None:
    [event] = events(text)
    assert [(a.words.text, a.kind) for a in event.actors if a.role is ActorRole.SIDE_B] == [(words, kind)]


@pytest.mark.parametrize(
    ("text", "side_a", "side_b"),
    [
        (
            "A car bomb exploded in Jamundi, killing two people and wounding six soldiers.",
            [],
            ["people", "soldiers"],
        ),
        ("A mine went off in Jamundi, killing two soldiers and injuring 6 boys.", [], ["soldiers", "boys"]),
        (
            "Gunmen attacked a bus in Jamundi, killing two soldiers and wounding six civilians.",
            ["Gunmen"],
            ["soldiers", "civilians"],
        ),
        (
            "Gunmen walked in and killed two guards and wounded six soldiers.",
            ["Gunmen"],
            ["guards", "soldiers"],
        ),
    ],
)
def test_whom_a_bomb_killed_did_not_wound_the_others(text: str, side_a: list[str], side_b: list[str]) -> None:
    [event] = events(text)
    found = {role: [a.words.text for a in event.actors if a.role is role] for role in ActorRole}
    assert (found[ActorRole.SIDE_A], found[ActorRole.SIDE_B]) == (side_a, side_b)
