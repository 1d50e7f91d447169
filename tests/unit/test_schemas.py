"""The schemas: what they refuse, and that their JSON is stable."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, ValidationError
from sample import Cuts, empty_summary, sample_article, sample_summary

from summariser import schemas
from summariser.schemas import (
    Actor,
    CivilianHarm,
    Claimant,
    Derivation,
    DisplacementFigure,
    Event,
    EventFigure,
    Evidence,
    Figure,
    HumanitarianSummary,
    Issue,
    Narrative,
    NarrativeSentence,
    Place,
    Site,
    Span,
    StepCost,
    Strict,
    Summary,
    When,
)
from summariser.schemas.codebooks import SUB_EVENT_TYPES, EventType, SubEventType, event_type_of

PROOF = (Evidence(sentence="S1", start=0, end=4, text="text"),)
SPAN = Span(text="twelve", start=3, end=9)
PLACE = {"words": SPAN, "precision": "place", "evidence": PROOF}
CLAIMANT = Claimant(name="police", words=SPAN)
FIGURE = {"id": "F1", "value": 12, "words": SPAN, "unit": "people", "evidence": PROOF}
WHEN = {"words": SPAN, "start": date(2025, 11, 14), "end": date(2025, 11, 15)}
EVENT = {
    "id": "E1",
    "type": "Battles",
    "sub_type": "Armed clash",
    "status": "occurred",
    "when": When(reason="open"),
    "evidence": PROOF,
}
MOVED = {**FIGURE, "term": "displaced", "status": "occurred", "when": When(reason="open")}
KILLED = EventFigure(**FIGURE, measure="killed")
INJURED = EventFigure(**{**FIGURE, "id": "F2"}, measure="injured")
MISSING = EventFigure(**{**FIGURE, "id": "F3"}, measure="missing")
SITE = {"name": "Karsa", "kind": "camp", "place": Place(**PLACE), "evidence": PROOF}
LINE = NarrativeSentence(text="Twelve died.", evidence=PROOF)


ADMITTED: list[tuple[type[BaseModel], dict[str, Any], str]] = [
    (Evidence, {"sentence": "S12", "start": 3, "end": 4, "text": "x"}, "a sentence"),
    (Span, {"text": "é", "start": 0, "end": 1}, "one code point"),
    (Figure, FIGURE, "a number"),
    (Figure, {**FIGURE, "value": 0}, "none"),
    (Figure, {**FIGURE, "value": 1.5}, "a fraction"),
    (Figure, {**FIGURE, "value": 12, "low": 12, "qualifier": "at_least"}, "at least"),
    (Figure, {**FIGURE, "value": None, "low": 20, "high": 30, "qualifier": "between"}, "a range"),
    (Figure, {**FIGURE, "value": None, "low": 20, "high": 20}, "a range of one"),
    (Figure, {**FIGURE, "value": None, "low": 12, "qualifier": "dozens"}, "a vague word"),
    (Figure, {**FIGURE, "group": "children"}, "a group of people"),
    (Figure, {**FIGURE, "unit": "households", "group": "refugees"}, "a group of households"),
    (Figure, {**FIGURE, "certainty": "claimed", "claimed_by": CLAIMANT}, "a claim"),
    (Figure, {**FIGURE, "certainty": "denied", "claimed_by": CLAIMANT}, "a denial"),
    (Figure, {**FIGURE, "certainty": "disputed"}, "disputed by nobody in particular"),
    (When, WHEN, "a range of days"),
    (When, {**WHEN, "end": None, "reason": "open end"}, "an open end"),
    (When, {"reason": "the text gives none"}, "no time"),
    (Place, PLACE, "a place"),
    (Place, {**PLACE, "lat": -90, "lon": 180}, "the ends of the earth"),
    (Place, {**PLACE, "country": "MLI", "country_from": "context"}, "an inferred country"),
    (Place, {**PLACE, "precision": "unresolved", "reason": "not known"}, "an unresolved place"),
    (Event, EVENT, "an event"),
    (
        Event,
        {**EVENT, "fatalities": (KILLED,), "injuries": (INJURED,), "other_figures": (MISSING,)},
        "in their lists",
    ),
    (DisplacementFigure, MOVED, "a movement"),
    (DisplacementFigure, {**MOVED, "term": "destroyed_housing", "unit": "homes"}, "homes destroyed"),
    (Site, SITE, "a camp"),
    (
        Site,
        {
            **SITE,
            "population": ({**FIGURE, "value": 15_000},),
            "capacity": ({**FIGURE, "id": "F2", "value": 6_000},),
            "overcrowding_ratio": 2.5,
            "ratio_derived": Derivation(rule="a / b", sources=("F1", "F2")),
        },
        "a ratio",
    ),
    (Narrative, {"headline": LINE, "sentences": (LINE,)}, "one sentence"),
    (Narrative, {"headline": LINE, "sentences": (LINE,) * 5}, "five"),
    (
        Narrative,
        {"headline": {**LINE.model_dump(), "text": " ".join(["w"] * 20)}, "sentences": (LINE,)},
        "20 words",
    ),
    (Issue, {"code": "invalid", "reason": "r", "step": "verify"}, "an issue"),
]

REFUSED: list[tuple[type[BaseModel], dict[str, Any], str, str]] = [
    (Evidence, {"sentence": "S0", "start": 0, "end": 1, "text": "x"}, "sentence", "sentences count from 1"),
    (Evidence, {"sentence": "1", "start": 0, "end": 1, "text": "x"}, "sentence", "a number is no id"),
    (
        Evidence,
        {"sentence": "S1\n", "start": 0, "end": 1, "text": "x"},
        "sentence",
        "a line end is no part of an id",
    ),
    (
        Evidence,
        {"sentence": "S1", "start": 0, "end": 2, "text": "x"},
        "length of text",
        "the span does not fit",
    ),
    (Evidence, {"sentence": "S1", "start": -1, "end": 0, "text": "x"}, "start", "before the text"),
    (Evidence, {"sentence": "S1", "start": 0, "end": 1, "text": ""}, "text", "no text"),
    (Span, {"text": "xy", "start": 0, "end": 3}, "length of text", "the span does not fit"),
    (Span, {"text": "xy", "start": 0, "end": 2, "note": ""}, "note", "a field that is not known"),
    (Figure, {**FIGURE, "value": None}, "needs a value", "no number at all"),
    (Figure, {**FIGURE, "value": -1}, "value", "less than none"),
    (Figure, {**FIGURE, "value": float("nan")}, "value", "not a number"),
    (Figure, {**FIGURE, "value": float("inf")}, "value", "infinity"),
    (Figure, {**FIGURE, "value": None, "low": 30, "high": 20}, "high must be", "the bounds are crossed"),
    (Figure, {**FIGURE, "value": 12, "low": 13}, "between low and high", "below its bound"),
    (Figure, {**FIGURE, "value": 12, "high": 11}, "between low and high", "above its bound"),
    (Figure, {**FIGURE, "value": 12, "qualifier": "dozens"}, "vague", "a value for a vague word"),
    (Figure, {**FIGURE, "certainty": "claimed"}, "names who", "a claim of nobody"),
    (Figure, {**FIGURE, "certainty": "denied"}, "names who", "a denial of nobody"),
    (Figure, {**FIGURE, "unit": "vehicles", "group": "children"}, "have a group", "vehicles are no children"),
    (Figure, {**FIGURE, "id": "12"}, "id", "a number is no id"),
    (Figure, {**FIGURE, "unit": "elephants"}, "unit", "a term of no codebook"),
    (Figure, {**FIGURE, "evidence": ()}, "evidence", "no evidence"),
    (Figure, {k: v for k, v in FIGURE.items() if k != "words"}, "words", "no words"),
    (When, {**WHEN, "end": date(2025, 11, 13)}, "start must not lie", "it ends before it starts"),
    (When, {"words": SPAN}, "says why", "open without a reason"),
    (When, {**WHEN, "words": None}, "needs the words", "a date without words"),
    (Place, {**PLACE, "lat": 1.0}, "come together", "half a coordinate"),
    (Place, {**PLACE, "lat": 91, "lon": 0}, "lat", "beyond the pole"),
    (Place, {**PLACE, "country": "MLI"}, "where it comes from", "a country from nowhere"),
    (Place, {**PLACE, "country_from": "text"}, "where it comes from", "from somewhere, but no country"),
    (Place, {**PLACE, "country": "Mali", "country_from": "text"}, "country", "a name is no code"),
    (Place, {**PLACE, "precision": "unresolved"}, "says why", "unresolved without a reason"),
    (Event, {**EVENT, "sub_type": "Grenade"}, "does not belong", "a pair that is not in the codebook"),
    (Event, {**EVENT, "type": "War"}, "type", "a type that is not in the codebook"),
    (Event, {**EVENT, "fatalities": (INJURED,)}, "wrong list", "the injured among the dead"),
    (Event, {**EVENT, "injuries": (KILLED,)}, "wrong list", "the dead among the injured"),
    (Event, {**EVENT, "other_figures": (KILLED,)}, "wrong list", "the dead among the others"),
    (Event, {**EVENT, "evidence": ()}, "evidence", "no evidence"),
    (EventFigure, {**FIGURE, "measure": "killed", "unit": "homes"}, "counts people", "homes are not killed"),
    (DisplacementFigure, {**MOVED, "unit": "homes"}, "counts people", "homes are not displaced"),
    (
        DisplacementFigure,
        {k: v for k, v in MOVED.items() if k != "when"},
        "when",
        "no time, not even an open one",
    ),
    (Site, {**SITE, "overcrowding_ratio": 2.5}, "computed from", "a ratio from nowhere"),
    (
        Site,
        {**SITE, "overcrowding_ratio": 99.0, "ratio_derived": Derivation(rule="a / b", sources=("F1", "F2"))},
        "not population divided by capacity",
        "a ratio of nothing",
    ),
    (Figure, {**FIGURE, "value": "41"}, "value", "words are no number"),
    (
        Site,
        {**SITE, "overcrowding_ratio": 0, "ratio_derived": Derivation(rule="r", sources=("F1",))},
        "ratio",
        "zero",
    ),
    (Derivation, {"rule": "r", "sources": ()}, "sources", "derived from nothing"),
    (Narrative, {"headline": LINE, "sentences": ()}, "sentences", "no sentence"),
    (Narrative, {"headline": LINE, "sentences": (LINE,) * 6}, "sentences", "six"),
    (
        Narrative,
        {"headline": {**LINE.model_dump(), "text": " ".join(["w"] * 21)}, "sentences": (LINE,)},
        "20 words",
        "a headline of 21 words",
    ),
    (Issue, {"code": "odd", "reason": "r", "step": "verify"}, "code", "a code that is not known"),
    (Issue, {"code": "invalid", "reason": "", "step": "verify"}, "reason", "no reason"),
    (Issue, {"code": "invalid", "reason": "r", "step": "verify", "sentence": "here"}, "sentence", "no id"),
    (StepCost, dict.fromkeys(StepCost.model_fields, -1) | {"step": "s"}, "calls", "less than no calls"),
]


@pytest.mark.parametrize(("model", "fields", "why"), ADMITTED)
def test_what_is_admitted(model: type[BaseModel], fields: dict[str, Any], why: str) -> None:
    made = model(**fields)
    assert model.model_validate_json(made.model_dump_json()) == made, why


@pytest.mark.parametrize(("model", "fields", "message", "why"), REFUSED)
def test_what_is_refused(model: type[BaseModel], fields: dict[str, Any], message: str, why: str) -> None:
    with pytest.raises(ValidationError) as refusal:
        model(**fields)
    assert message in str(refusal.value), why


# Pairs of the codebook


def test_each_of_the_25_sub_types_belongs_to_one_of_the_6_types() -> None:
    assert len(EventType) == 6
    assert len(SubEventType) == 25
    listed = [s for subs in SUB_EVENT_TYPES.values() for s in subs]
    assert sorted(listed) == sorted(SubEventType)
    assert all(s in SUB_EVENT_TYPES[event_type_of(s)] for s in SubEventType)


@given(st.sampled_from(EventType), st.sampled_from(SubEventType))
def test_only_the_pairs_of_the_codebook_are_admitted(kind: EventType, sub_type: SubEventType) -> None:
    pair = {**EVENT, "type": kind, "sub_type": sub_type}
    if event_type_of(sub_type) is kind:
        assert Event(**pair).type is kind
    else:
        with pytest.raises(ValidationError):
            Event(**pair)


def test_planned_returns_stand_in_their_list_and_nothing_else_does() -> None:
    planned = DisplacementFigure(**{**MOVED, "term": "returned", "status": "planned"})
    done = DisplacementFigure(**MOVED)
    assert HumanitarianSummary(planned_returns=(planned,), displacement=(done,)).planned_returns == (planned,)
    for wrong in ({"displacement": (planned,)}, {"planned_returns": (done,)}):
        with pytest.raises(ValidationError):
            HumanitarianSummary(**wrong)


@pytest.mark.parametrize(
    ("kind", "left_out"), [("events", "humanitarian"), ("humanitarian", "events"), ("all", None)]
)
def test_a_summary_holds_what_was_asked_for(kind: str, left_out: str | None) -> None:
    given_out = {"kind": kind} | ({left_out: None} if left_out else {})
    assert sample_summary(**given_out).kind == kind
    for wrong in ({"kind": "events"}, {"kind": "humanitarian"}, {"kind": "all", "events": None}):
        with pytest.raises(ValidationError):
            sample_summary(**wrong)


# Strictness


def models() -> list[type[Strict]]:
    found: list[type[Strict]] = [Strict]
    for model in found:
        found += model.__subclasses__()
    return [m for m in found if m.__module__.startswith("summariser.schemas")]


@pytest.mark.parametrize("model", models(), ids=lambda m: m.__name__)
def test_every_model_is_frozen_and_knows_its_fields(model: type[Strict]) -> None:
    assert model.model_config["frozen"]
    assert model.model_config["extra"] == "forbid"
    assert not model.model_config["str_strip_whitespace"]


def test_every_exported_model_is_strict() -> None:
    exported = [getattr(schemas, name) for name in schemas.__all__]
    assert all(issubclass(m, Strict) for m in exported if isinstance(m, type) and issubclass(m, BaseModel))


def test_a_record_cannot_be_changed() -> None:
    summary = sample_summary()
    with pytest.raises(ValidationError):
        summary.kind = "events"  # type: ignore[misc]
    assert summary.events is not None
    with pytest.raises(ValidationError):
        summary.events.events[0].fatalities[0].value = 900  # type: ignore[misc]


def test_a_misspelt_key_is_an_error_at_any_depth() -> None:
    data = json.loads(sample_summary().model_dump_json())
    assert Summary.model_validate(data)
    for path in (("note",), ("events", "note"), ("events", "events", 0, "note"), ("article", "note")):
        wrong = json.loads(json.dumps(data))
        spot = wrong
        for step in path[:-1]:
            spot = spot[step]
        spot[path[-1]] = "?"
        with pytest.raises(ValidationError):
            Summary.model_validate(wrong)


def test_recorded_text_is_never_rewritten() -> None:
    text = "  “dire”\u00a0—\tvery\u200b "
    assert Span(text=text, start=0, end=len(text)).text == text
    assert Evidence(sentence="S1", start=0, end=len(text), text=text).model_dump()["text"] == text


# JSON


def dumps(summary: Summary) -> Iterator[str]:
    yield summary.model_dump_json()
    yield Summary.model_validate_json(summary.model_dump_json()).model_dump_json()
    yield Summary.model_validate(summary.model_dump()).model_dump_json()


@pytest.mark.parametrize(
    "summary",
    [
        sample_summary(),
        empty_summary(),
        sample_summary(kind="events", humanitarian=None),
        sample_summary(kind="humanitarian", events=None),
    ],
    ids=["sample", "empty", "events", "humanitarian"],
)
def test_dump_and_validate_and_dump_again_is_identical(summary: Summary) -> None:
    assert len(set(dumps(summary))) == 1
    assert Summary.model_validate_json(summary.model_dump_json()) == summary


def test_the_keys_stand_in_the_order_of_the_fields() -> None:
    """A reader of the JSON sees the same order in every summary, and the number before its words."""
    data = json.loads(sample_summary().model_dump_json())
    assert list(data) == [
        "schema_version", "kind", "article", "events", "humanitarian", "issues", "provenance",
    ]  # fmt: skip
    figure = data["events"]["events"][0]["fatalities"][0]
    assert list(figure) == [*Figure.model_fields, "measure"]
    assert list(figure)[:6] == ["id", "value", "low", "high", "qualifier", "words"]
    assert list(data["events"]["events"][0]) == list(Event.model_fields)


def test_whole_numbers_stay_whole() -> None:
    data = json.loads(Figure(**FIGURE).model_dump_json())
    assert data["value"] == 12
    assert isinstance(data["value"], int)
    assert isinstance(json.loads(Figure(**{**FIGURE, "value": 1.5}).model_dump_json())["value"], float)


def test_dates_are_iso_days() -> None:
    data = json.loads(When(**WHEN).model_dump_json())
    assert (data["start"], data["end"]) == ("2025-11-14", "2025-11-15")


def test_every_field_of_a_summary_says_what_it_is_or_is_plain() -> None:
    """The published schema is the documentation of a reader in another language."""
    described = 0
    for model in (Figure, Event, Place, When, Site, Actor, CivilianHarm):
        schema = model.model_json_schema()
        assert schema.get("description"), model.__name__
        described += sum("description" in p for p in schema["properties"].values())
    assert described > 10


@given(st.integers(0, 10**9), st.integers(0, 10**9))
def test_bounds_are_admitted_exactly_when_they_are_ordered(low: int, high: int) -> None:
    fields = {**FIGURE, "value": None, "low": low, "high": high}
    if low <= high:
        assert Figure(**fields).low == low
    else:
        with pytest.raises(ValidationError):
            Figure(**fields)


def test_the_spans_of_the_sample_are_those_of_its_article() -> None:
    text = sample_article().text
    for evidence in Cuts(text).sentences:
        assert text[evidence.start : evidence.end] == evidence.text
