"""Whom an event's bare numbers count. All sentences are made up."""

from __future__ import annotations

from datetime import date

import pytest
from answers import agree

from summariser import Article
from summariser.api import Summariser
from summariser.engines.scripted import ScriptedEngine


@pytest.fixture(scope="module")
def summariser() -> Summariser:
    return Summariser(engine=ScriptedEngine(agree))


@pytest.mark.parametrize(
    ("text", "measure", "group", "why"),
    [
        ("Rebels attacked herders near Dorra, wounding two.", "injured", "civilians", "side B"),
        (
            "Guerrillas attacked a police patrol near Dorra, killing five.",
            "killed",
            "police",
            "side B of a fight",
        ),
        (
            "A roadside bomb tore through a bus near Dorra, killing five.",
            "killed",
            "civilians",
            "who rides a bus",
        ),
        (
            "Rebels and soldiers clashed in Dorra on Monday and five were killed.",
            "killed",
            "people",
            "of both sides",
        ),
        (
            "Gunmen attacked the village of Dorra and killed five people.",
            "killed",
            "people",
            "the text says people",
        ),
        (
            "Police arrested students in Dorra and led away 12 people.",
            "arrested",
            "people",
            "taken by the police",
        ),
        ("Gunmen raided Dorra and led away 12 people.", "abducted", "people", "taken by gunmen"),
    ],
)
def test_the_group_and_the_taking_follow_the_event(
    summariser: Summariser, text: str, measure: str, group: str, why: str
) -> None:
    events = summariser.summarise(Article(text, published=date(2024, 6, 15))).events
    assert events is not None
    figures = [f for e in events.events for f in (*e.fatalities, *e.injuries, *e.other_figures)]
    assert (measure, group) in [(str(f.measure), str(f.group)) for f in figures], why
