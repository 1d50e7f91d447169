"""People who are still held are no toll of what was told before."""

from __future__ import annotations

from datetime import date

import pytest

from summariser import Article, Summariser
from summariser.evals.first_choice import rules_alone


def figures(text: str) -> dict[str, set[tuple[str, int | float | None]]]:
    with Summariser(engine=rules_alone()) as summariser:
        events = summariser.summarise(Article(text, published=date(2024, 3, 20))).events.events
    return {
        str(e.sub_type): {(str(f.measure), f.value) for f in (*e.fatalities, *e.injuries, *e.other_figures)}
        for e in events
    }


LOOTED = "Armed men looted a warehouse in Goma on 3 March."


@pytest.mark.parametrize(
    "held",
    [
        "Three aid workers were in the hands of the group.",
        "Three aid workers are still in the hands of the group.",
        "Three aid workers are being held in Beni.",
        "Three aid workers remained in captivity.",
    ],
)
def test_those_still_held_are_not_of_a_looting(held: str) -> None:
    assert ("abducted", 3) not in figures(f"{LOOTED} {held}")["Looting/property destruction"]


def test_those_who_were_taken_in_it_are() -> None:
    found = figures("Armed men raided a market in Goma on 3 March and took three aid workers hostage.")
    assert any(("abducted", 3) in tolls for tolls in found.values())


def test_those_still_held_are_of_their_abduction() -> None:
    found = figures(
        "Gunmen kidnapped a group of nurses near Goma on 3 March. Three nurses are still being held."
    )
    assert {value for _, value in found["Abduction/forced disappearance"]} == {3}
