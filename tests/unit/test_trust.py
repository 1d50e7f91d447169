"""A large model's reading stands where the lexicon is silent, and falls where the text says otherwise."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest

from summariser import Article, Summariser
from summariser.engines.base import Request
from summariser.engines.scripted import ScriptedEngine
from summariser.schemas import IssueCode, Summary
from summariser.schemas.codebooks import Measure, PopulationGroup


def _single(text: str, events: Any = (), **facts: Any) -> Summary:
    """What comes of a large model's own answers."""

    def answer(request: Request[Any]) -> str:
        return json.dumps({"events": list(events)} if request.step == "events" else facts)

    engine = ScriptedEngine(answer, strategy="single", context_tokens=100_000)
    with Summariser(engine=engine) as summariser:
        return summariser.summarise(Article(text, published=date(2024, 3, 12)))


def _toll(measure: str, number: str = "N1", **more: Any) -> list[dict[str, Any]]:
    figure = {"number": number, "measure": measure, **more}
    return [{"sub_type": "Attack", "status": "occurred", "sentences": ["S1"], "figures": [figure]}]


@pytest.mark.parametrize(
    "text",
    [
        "The column reached Sake at dawn. By noon 12 villagers had breathed their last in its lanes.",
        "Kufikia jioni watu 12 walikuwa wamepoteza maisha huko Sake.",
    ],
)
def test_words_that_no_list_holds(text: str) -> None:
    where = "S2" if "dawn" in text else "S1"
    summary = _single(text, [_toll("killed")[0] | {"sentences": [where]}])
    assert summary.events is not None
    (figure,) = summary.events.events[0].fatalities
    assert (figure.value, figure.measure, figure.words.text) == (12, Measure.KILLED, "12")


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("Gunmen wounded 12 villagers in Sake.", "killed"),
        ("Gunmen killed 12 villagers in Sake.", "injured"),
        ("The army arrested 12 villagers in Sake.", "killed"),
    ],
)
def test_what_the_text_says_otherwise(text: str, measure: str) -> None:
    summary = _single(text, _toll(measure))
    assert summary.events is not None
    event = summary.events.events[0]
    assert (event.fatalities, event.injuries) == ((), ())
    assert any(i.code is IssueCode.NOT_GROUNDED and i.words == "12" for i in summary.issues)


def test_a_number_that_is_not_there() -> None:
    summary = _single("Gunmen killed 12 villagers in Sake.", _toll("killed", "N7"))
    assert summary.events is None or not summary.events.events or not summary.events.events[0].fatalities


def test_whom_it_counts_is_the_models_to_say() -> None:
    summary = _single("Gunmen killed 12 in Sake, all of them pupils.", _toll("killed", group="children"))
    assert summary.events is not None
    assert summary.events.events[0].fatalities[0].group is PopulationGroup.CHILDREN


def test_homes_have_no_group() -> None:
    moved = {"number": "N1", "term": "destroyed_housing", "status": "occurred", "group": "civilians"}
    summary = _single("The flood destroyed 40 houses in Sake.", displacement=[moved])
    assert summary.humanitarian is not None
    assert summary.humanitarian.displacement[0].group is None


def test_help_need_and_access_in_words_of_their_own() -> None:
    text = "The bakery of Sake has had no flour since May. Trucks of the Green Hands wait beyond the ford."
    summary = _single(
        text,
        needs=[{"cluster": "FSC", "sentence": "S1", "severity": "severe"}],
        access=[{"kind": "roads_cut", "sentence": "S2"}],
        response=[{"status": "planned", "sentence": "S2", "cluster": "FSC"}],
        risks=[{"group": "people", "sentence": "S1"}],
    )
    facts = summary.humanitarian
    assert facts is not None
    assert [str(n.severity) for n in facts.needs] == ["severe"]
    assert (len(facts.access), len(facts.response), len(facts.groups_at_risk)) == (1, 1, 1)
    assert facts.groups_at_risk[0].words in text
