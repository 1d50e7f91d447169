"""Confidences: every value has one, features say what they name, and a threshold loses nothing in silence."""

from __future__ import annotations

import math
from datetime import date
from typing import Any

import pytest

from summariser import Article, Summariser
from summariser.confidence import features
from summariser.confidence.weights import calibrated, weigh
from summariser.engines.scripted import ScriptedEngine
from summariser.errors import ConfigurationError
from summariser.normalise.places import PlaceResolver
from summariser.reading import Reading, read
from summariser.schemas import IssueCode, Strict, Summary
from summariser.terminal_values import sure

TEXT = (
    "Rebels of the Northern Front attacked the village of Sake on Sunday, killing 12 civilians, police "
    "spokesman Jean Kito said. Some 3,000 people were displaced from Sake."
)


def _summarise(least: float | None = None, rater: Any = calibrated) -> Summary:
    engine = ScriptedEngine(lambda _: '{"kind":"Attack","how":"occurred","by":"nobody","on":"nobody"}')
    with Summariser(engine=engine, min_confidence=least, rater=rater) as summariser:
        return summariser.summarise(Article(TEXT, published=date(2024, 3, 12)))


def _values(node: Any) -> list[Strict]:
    """Every record inside a summary that has a confidence."""
    if isinstance(node, tuple):
        return [v for part in node for v in _values(part)]
    if not isinstance(node, Strict):
        return []
    parts = [v for name in type(node).model_fields for v in _values(getattr(node, name))]
    return [node, *parts] if "confidence" in type(node).model_fields else parts


def test_every_value_has_one() -> None:
    summary = _summarise()
    values = _values(summary)
    assert {type(v).__name__ for v in values} >= {"Event", "EventFigure", "DisplacementFigure", "Place"}
    left_open = [v for v in values if v.confidence is None]  # type: ignore[attr-defined]
    assert all(type(v).__name__ == "When" and v.start is None for v in left_open)  # type: ignore[attr-defined]


def test_nothing_but_the_confidence_changes() -> None:
    def without(node: Any) -> Any:
        if isinstance(node, dict):
            return {k: without(v) for k, v in node.items() if k not in {"confidence", "provenance"}}
        return [without(v) for v in node] if isinstance(node, list) else node

    rated, other = (_summarise(rater=r).model_dump(mode="json") for r in (calibrated, lambda _: 0.5))
    assert without(rated) == without(other)


def test_what_is_less_sure_is_told() -> None:
    whole, strict = _summarise(), _summarise(least=1.0)
    assert whole.events is not None
    assert strict.events is not None
    assert strict.humanitarian is not None
    assert whole.events.events
    assert (strict.events.events, strict.humanitarian.displacement) == ((), ())
    told = [i for i in strict.issues if i.code is IssueCode.LOW_CONFIDENCE]
    assert len(told) >= len(whole.events.events) + 1
    assert all("of 1" in i.reason and i.step == "confidence" for i in told)
    assert strict.events.narrative is None


def test_a_threshold_of_nothing_keeps_everything() -> None:
    assert _summarise(least=0.0).events == _summarise().events


def test_a_part_goes_and_its_record_stays() -> None:
    def rater(seen: features.Features) -> float:
        return 0.1 if "place" in seen or "actor" in seen or "time" in seen else 0.9

    summary = _summarise(least=0.5, rater=rater)
    assert summary.events is not None
    event = summary.events.events[0]
    assert (event.place, event.actors, event.when.start) == (None, (), None)
    assert event.when.reason
    assert event.fatalities[0].claimed_by is not None, "a claim must not come to read like a fact"


def test_a_single_call_has_none_and_says_so() -> None:
    engine = ScriptedEngine(lambda _: '{"events":[],"headline":null,"narrative":[]}', strategy="single")
    with Summariser(engine=engine, min_confidence=0.9) as summariser:
        summary = summariser.summarise(Article(TEXT), "events")
    assert [i.step for i in summary.issues if i.code is IssueCode.LOW_CONFIDENCE] == ["confidence"]


@pytest.mark.parametrize("least", [-0.1, 1.01, math.nan])
def test_a_threshold_that_is_no_share(least: float) -> None:
    with pytest.raises(ConfigurationError, match="between 0 and 1"):
        Summariser(min_confidence=least)


class TestWeights:
    def test_no_feature_is_even(self) -> None:
        assert weigh({}, {}) == 0.5

    def test_what_has_no_weight_changes_nothing(self) -> None:
        assert weigh({"a": 1.0, "strange": 1.0}, {"a": 1.0}) == weigh({"a": 1.0}, {"a": 1.0})

    @pytest.mark.parametrize(("weight", "chance"), [(900.0, 0.99), (-900.0, 0.01)])
    def test_nothing_is_certain(self, weight: float, chance: float) -> None:
        assert weigh({"a": 1.0}, {"a": weight}) == chance


@pytest.fixture(scope="module")
def resolver() -> PlaceResolver:
    return PlaceResolver()


class TestFeatures:
    def _reading(self, text: str, resolver: PlaceResolver) -> Reading:
        return read(Article(text), resolver)

    def test_a_figure(self, resolver: PlaceResolver) -> None:
        summary = _summarise()
        assert summary.events is not None
        figure = summary.events.events[0].fatalities[0]
        seen = features.of_figure(figure, "figure", self._reading(TEXT, resolver))
        assert seen["figure: killed"] == 1
        assert seen["claimed"] == 1
        assert seen["no word for it in its sentence"] == 0
        assert seen["vague"] == seen["no number word"] == 0

    def test_all_between_nought_and_one(self, resolver: PlaceResolver) -> None:
        seen: list[features.Features] = []

        def rater(values: features.Features) -> float:
            seen.append(values)
            return 0.5

        _summarise(rater=rater)
        assert len(seen) > 5
        assert all(0 <= value <= 1 for values in seen for value in values.values())


@pytest.mark.parametrize(
    ("confidence", "shown"), [(None, ""), (0.817, " · sure 0.82"), (1.0, " · sure 1.00")]
)
def test_the_page_says_how_sure(confidence: float | None, shown: str) -> None:
    assert sure(confidence) == shown


def test_people_of_no_calling_are_taken_to_be_civilians_and_marked() -> None:
    with Summariser(engine=ScriptedEngine(lambda _: "{}")) as summariser:
        one, other = (
            summariser.summarise(Article(f"Rebels shelled the town of Idlib on Sunday, killing 12 {whom}."))
            for whom in ("people", "farmers")
        )
    told = [[i.words for i in s.issues if "civilians" in i.reason] for s in (one, other)]
    assert told == [["people"], []]
