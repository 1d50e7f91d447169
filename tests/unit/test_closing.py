"""The closed schemas: what an answer may hold, and that nothing else gets through."""

from __future__ import annotations

import itertools
import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, ValidationError
from sample import EXAMPLE

from summariser import drafts
from summariser.closing import (
    MOST_ENUM_VALUES,
    NOBODY,
    NONE,
    closed_draft,
    closed_drafts,
    event_question,
    facts_question,
    figure_question,
    let_go,
    topic_question,
)
from summariser.engines.base import Message, Request
from summariser.engines.scripted import ScriptedEngine
from summariser.reading import Reading

Read = Callable[..., Reading]
TEXT = (
    "Fighters of the Red Column killed 12 villagers near Dorra on Monday, police said. "
    "Some 300 families fled to Karsa."
)
EVENT = event_question(
    ["Attack", "Armed clash"], ["occurred", "denied"], ["army", "Red Column"], ["villagers"]
)
RIGHT = {"kind": "Attack", "how": "occurred", "by": "army", "on": "villagers"}


def values_of(schema: Any) -> Iterator[str]:
    """All values of all enums of a JSON schema, each as often as it is written out."""
    if isinstance(schema, dict):
        yield from schema.get("enum", [])
        if "const" in schema:
            yield schema["const"]
        for part in schema.values():
            yield from values_of(part)
    elif isinstance(schema, list):
        for part in schema:
            yield from values_of(part)


def accepts(model: type[BaseModel], value: Any) -> bool:
    try:
        model.model_validate_json(json.dumps(value))
    except ValidationError:
        return False
    return True


# Small questions


def test_the_answer_on_an_event_admits_what_was_offered_and_nothing_else() -> None:
    assert accepts(EVENT, RIGHT)
    assert accepts(EVENT, {**RIGHT, "kind": NONE, "by": NOBODY, "on": NOBODY})
    for field, foreign in [
        ("kind", "Grenade"),
        ("how", "planned"),
        ("by", "villagers"),
        ("on", "army"),
        ("by", "Army"),
        ("by", ""),
        ("kind", None),
    ]:
        assert not accepts(EVENT, {**RIGHT, field: foreign}), (field, foreign)
    assert not accepts(EVENT, {**RIGHT, "dead": 12})
    assert not accepts(EVENT, {k: v for k, v in RIGHT.items() if k != "on"})


def test_the_json_schema_of_a_question_lists_exactly_what_was_offered() -> None:
    properties = EVENT.model_json_schema()["properties"]
    assert list(properties) == ["kind", "how", "by", "on"]
    assert properties["kind"]["enum"] == ["Attack", "Armed clash", NONE]
    assert properties["by"]["enum"] == ["army", "Red Column", NOBODY]
    assert EVENT.model_json_schema()["additionalProperties"] is False


def test_a_name_that_is_offered_twice_is_written_once() -> None:
    question = event_question(["Attack"], ["occurred"], ["army", "army"], [])
    assert question.model_json_schema()["properties"]["by"]["enum"] == ["army", NOBODY]
    assert question.model_json_schema()["properties"]["on"]["const"] == NOBODY


@given(st.lists(st.text(min_size=1, max_size=12), min_size=1, max_size=6, unique=True), st.text(max_size=12))
def test_any_words_can_be_offered_and_only_they_come_back(options: list[str], other: str) -> None:
    question = figure_question(options)
    assert all(accepts(question, {"counts": option}) for option in options)
    assert accepts(question, {"counts": other}) == (other in options)


def test_facts_are_answered_yes_or_no_each() -> None:
    question = facts_question(["a", "b"])
    assert accepts(question, {"a": "yes", "b": "no"})
    for wrong in (
        {"a": "yes"},
        {"a": "yes", "b": "maybe"},
        {"a": "yes", "b": "no", "c": "yes"},
        {"a": True, "b": "no"},
    ):
        assert not accepts(question, wrong), wrong
    assert list(question.model_json_schema()["properties"]) == ["a", "b"]


def test_the_topic_is_one_of_those_offered() -> None:
    question = topic_question(["conflict", "sport"])
    assert accepts(question, {"topic": "sport"})
    assert not accepts(question, {"topic": "war"})


# Two names of one actor


def ask_event(answers: list[Any], same: dict[str, str]) -> tuple[ScriptedEngine, Request[Any]]:
    request = Request(
        step="events",
        messages=(Message("user", "Who did it?"),),
        response_model=event_question(["Attack"], ["occurred"], ["SDF", "army"], ["the coalition", "army"]),
        context={"same_actor": same},
    )
    return ScriptedEngine(answers), request


SELF = {"kind": "Attack", "how": "occurred", "by": "SDF", "on": "the coalition"}
ONE_ACTOR = {"SDF": "Syrian Democratic Forces", "the coalition": "Syrian Democratic Forces", "army": "army"}


async def test_one_actor_on_both_sides_is_asked_about_once_more() -> None:
    engine, request = ask_event([SELF, {**SELF, "on": "army"}], ONE_ACTOR)
    reply = await engine.ask(request)
    assert reply.value is not None
    assert (reply.value.by, reply.value.on) == ("SDF", "army")
    assert (reply.usage.calls, reply.usage.reasks) == (2, 1)
    reask = engine.requests[-1].messages[-1].content
    assert "Syrian Democratic Forces" in reask
    assert NOBODY in reask


async def test_and_then_refused() -> None:
    engine, request = ask_event([SELF, SELF, {**SELF, "on": "army"}], ONE_ACTOR)
    reply = await engine.ask(request)
    assert reply.value is None
    assert reply.error is not None
    assert "both name" in reply.error
    assert len(engine.requests) == 2


@pytest.mark.parametrize(
    ("answer", "same", "why"),
    [
        (SELF, {}, "nothing is known of the names"),
        (SELF, {"SDF": "SDF", "the coalition": "the coalition"}, "two actors"),
        ({**SELF, "by": "army", "on": NOBODY}, ONE_ACTOR, "one side"),
        ({**SELF, "by": NOBODY, "on": NOBODY}, ONE_ACTOR, "nobody on both sides is no actor"),
        ({**SELF, "kind": "none"}, ONE_ACTOR, "no event, so no sides"),
    ],
)
async def test_other_answers_pass_at_once(answer: dict[str, str], same: dict[str, str], why: str) -> None:
    engine, request = ask_event([answer], same)
    reply = await engine.ask(request)
    assert reply.value is not None, why
    assert reply.usage.reasks == 0, why


async def test_one_name_on_both_sides_is_the_same_as_two_of_one_actor() -> None:
    engine, request = ask_event([{**SELF, "by": "army", "on": "army"}] * 2, {})
    assert (await engine.ask(request)).value is None


# Whole drafts

DRAFT = {"events": [{"sub_type": "Attack", "status": "occurred", "sentences": ["S1"]}]}


def event_with(**fields: Any) -> dict[str, Any]:
    return {"events": [{**DRAFT["events"][0], **fields}]}


def test_a_closed_draft_of_events_admits_the_values_of_its_article(read_text: Read) -> None:
    events, _ = closed_drafts(read_text(TEXT))
    assert events is not drafts.EventDraft
    assert issubclass(events, drafts.EventDraft)
    full = event_with(
        date="on Monday",
        place="Dorra",
        side_a=["Red Column"],
        figures=[{"number": "N1", "measure": "killed", "claimed_by": "police"}],
    )
    made = events.model_validate_json(
        json.dumps({**full, "headline": {"text": "Twelve", "sentences": ["S2"]}})
    )
    assert made.events[0].figures[0].number == "N1"
    assert made.events[0].side_b == ()


FOREIGN_EVENTS = [
    (event_with(sentences=["S3"]), "a sentence that is not there"),
    (event_with(sentences=[]), "no sentence"),
    (event_with(date="on Friday"), "another day"),
    (event_with(date="monday"), "not letter for letter"),
    (event_with(place="Paris"), "another place"),
    (event_with(side_a=["NATO"]), "another actor"),
    (event_with(support_b=["NATO"]), "another supporter"),
    (event_with(sub_type="Massacre"), "a term of no codebook"),
    (event_with(status="rumoured"), "a status of no codebook"),
    (event_with(figures=[{"number": "N3", "measure": "killed"}]), "a number that is not there"),
    (event_with(figures=[{"number": "900", "measure": "killed"}]), "a number instead of its id"),
    (event_with(figures=[{"number": "N1", "measure": "eaten"}]), "a measure of no codebook"),
    (event_with(figures=[{"number": "N1", "measure": "killed", "claimed_by": "NATO"}]), "another source"),
    (event_with(figures=[{"number": "N1", "measure": "killed", "value": 900}]), "a value of its own"),
    (event_with(dead=900), "a field of its own"),
    ({"headline": {"text": "T", "sentences": ["S9"]}}, "a line that rests on nothing"),
]
FOREIGN_FACTS = [
    ({"displacement": [{"number": "N7", "term": "displaced", "status": "occurred"}]}, "another number"),
    ({"displacement": [{"number": "N2", "term": "teleported", "status": "occurred"}]}, "another term"),
    (
        {"displacement": [{"number": "N2", "term": "displaced", "status": "occurred", "origin": "Paris"}]},
        "another place",
    ),
    ({"sites": [{"name": "Paris", "sentences": ["S1"]}]}, "another camp"),
    ({"sites": [{"name": None, "sentences": ["S1"]}]}, "a camp without a name"),
    ({"sites": [{"name": "Karsa", "sentences": ["S1"], "population": ["N8"]}]}, "another population"),
    ({"harm": [{"number": "N9", "measure": "killed"}]}, "another toll"),
    ({"needs": [{"cluster": "ZZZ", "sentence": "S1"}]}, "another cluster"),
    ({"needs": [{"cluster": "WSH", "sentence": "S7"}]}, "another sentence"),
    ({"access": [{"kind": "magic", "sentence": "S1"}]}, "another kind"),
    ({"response": [{"status": "delivered", "sentence": "S1", "actor": "NATO"}]}, "another helper"),
    ({"risks": [{"group": "elves", "sentence": "S1"}]}, "another group"),
]


@pytest.mark.parametrize(("draft", "why"), FOREIGN_EVENTS)
def test_a_value_from_elsewhere_cannot_be_in_an_event(
    read_text: Read, draft: dict[str, Any], why: str
) -> None:
    events, _ = closed_drafts(read_text(TEXT))
    assert accepts(events, DRAFT)
    assert not accepts(events, draft), why


@pytest.mark.parametrize(("draft", "why"), FOREIGN_FACTS)
def test_a_value_from_elsewhere_cannot_be_in_a_fact(read_text: Read, draft: dict[str, Any], why: str) -> None:
    _, facts = closed_drafts(read_text(TEXT))
    assert accepts(facts, {"displacement": [{"number": "N2", "term": "displaced", "status": "occurred"}]})
    assert not accepts(facts, draft), why


def test_the_schema_itself_closes_the_world(read_text: Read) -> None:
    """An engine that decodes under the JSON schema cannot write a value from elsewhere."""
    reading = read_text(TEXT)
    for model in closed_drafts(reading):
        types = model.model_json_schema()["$defs"]
        assert types["SentenceRef"]["enum"] == ["S1", "S2"]
        assert types["NumberRef"]["enum"] == [n.id for n in reading.numbers]
        assert set(types["NameWords"]["enum"]) == {f for n in reading.names for f in (n.text, *n.aliases)}
        assert {a.text for a in reading.actors} <= set(types["ActorWords"]["enum"])
        for words in (*types["NameWords"]["enum"], *types["ActorWords"]["enum"]):
            assert words in TEXT


def test_the_schema_from_the_mould_is_the_one_that_pydantic_makes(read_text: Read) -> None:
    texts = (TEXT, "Ten people fled Karsa.", "Omar Haddad sang in Karsa.", TEXT.replace("Twelve", "Thirty"))
    for text in (*texts, *texts):
        for model in closed_drafts(read_text(text)):
            own = model.model_json_schema(mode="validation")
            schema = model.model_json_schema()
            assert json.dumps(schema) == json.dumps(own)
            schema["$defs"].clear()  # whoever gets it may change it
            assert model.model_json_schema() == own


def test_one_draft_by_itself_is_that_of_both(read_text: Read) -> None:
    reading = read_text(TEXT)
    for both, kind in zip(closed_drafts(reading), (drafts.EventDraft, drafts.HumanitarianDraft), strict=True):
        assert json.dumps(closed_draft(kind, reading).model_json_schema()) == json.dumps(
            both.model_json_schema()
        )


def test_a_draft_that_is_let_go_holds_neither_validator_nor_schema(read_text: Read) -> None:
    reading = read_text(TEXT)
    closed: Any = closed_draft(drafts.HumanitarianDraft, reading)
    assert accepts(closed, {})
    assert len(closed.parts) > 5
    let_go(closed)
    assert not any(part.__pydantic_validator__ or part.__pydantic_core_schema__ for part in closed.parts)
    let_go(drafts.HumanitarianDraft)
    assert accepts(drafts.HumanitarianDraft, {}), "an open draft is everybody's"
    assert accepts(closed_draft(drafts.HumanitarianDraft, reading), {})


def test_each_value_is_written_once_in_a_schema(read_text: Read) -> None:
    for model in closed_drafts(read_text(TEXT)):
        written = list(values_of(model.model_json_schema()))
        assert written.count("S1") == written.count("N1") == 1


@pytest.mark.parametrize(
    ("text", "missing", "why"),
    [
        (
            "It rained all day and the road was wet.",
            {"NumberRef", "NameWords", "ActorWords"},
            "nothing in it",
        ),
        ("Twelve villagers died.", {"NameWords", "DateWords"}, "a number and no name"),
        ("Omar Haddad sang in Karsa.", {"NumberRef", "DateWords"}, "names and no number"),
    ],
)
def test_an_article_without_a_kind_of_value_gets_a_schema_without_it(
    read_text: Read, text: str, missing: set[str], why: str
) -> None:
    events, facts = closed_drafts(read_text(text))
    assert accepts(events, {})
    assert accepts(facts, {})
    for model in (events, facts):
        assert not missing & set(model.model_json_schema()["$defs"]), why
    if "NumberRef" in missing:
        assert not accepts(events, event_with(figures=[{"number": "N1", "measure": "killed"}]))
        assert not accepts(facts, {"harm": [{"number": "N1", "measure": "killed"}]})
    if "NameWords" in missing:
        assert not accepts(events, event_with(place="Karsa"))
        assert accepts(events, event_with(place=None))
        assert not accepts(facts, {"sites": [{"name": "Karsa", "sentences": ["S1"]}]})


def many(count: int) -> str:
    return " ".join(
        f"Some {100 + i} people fled the town of {name} on foot." for i, name in enumerate(_names(count))
    )


def _names(count: int) -> Iterator[str]:
    letters = ("".join(p) for p in itertools.product("bdfgklmnprst", "aeiou", "bdgklmnrst", "aeiou"))
    return (f"{word.capitalize()}rz" for word in itertools.islice(letters, count))


@pytest.mark.parametrize("count", [1, 20, 60, 90, 130, 300])
def test_no_schema_holds_more_values_than_an_endpoint_takes(read_text: Read, count: int) -> None:
    for model, base in zip(
        closed_drafts(read_text(many(count))), (drafts.EventDraft, drafts.HumanitarianDraft), strict=True
    ):
        if model is not base:
            assert len(list(values_of(model.model_json_schema()))) <= MOST_ENUM_VALUES


def test_an_article_with_too_many_values_is_asked_about_with_the_open_draft(read_text: Read) -> None:
    assert closed_drafts(read_text(many(300))) == (drafts.EventDraft, drafts.HumanitarianDraft)
    assert closed_drafts(read_text(many(20)))[0] is not drafts.EventDraft


def test_the_shipped_examples_get_closed_schemas(read_text: Read) -> None:
    for file in sorted(EXAMPLE.parent.glob("*.txt")):
        events, facts = closed_drafts(read_text(file.read_text(encoding="utf-8")))
        assert events is not drafts.EventDraft, file.name
        assert facts is not drafts.HumanitarianDraft, file.name
