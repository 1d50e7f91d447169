"""The idmc scorer, by cases with known answers. All records are made up."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summariser.errors import BadData
from summariser.evals.scorers.idmc import METRICS, Fact, right_place, score
from summariser.evals.tally import Tally

FLED = Fact(
    quantity=1200, term="Forced to Flee", unit="People", location="Sabkha and Tel Rumman", country="SYR"
)
HOMES = Fact(quantity=40, term="Destroyed Housing", unit="Households", location=None, country="SYR")


def predict(*facts: Fact) -> dict[str, Any]:
    return {"id": "x", "figures": [fact.model_dump() for fact in facts]}


def changed(fact: Fact, **changes: Any) -> Fact:
    return fact.model_copy(update=changes)


CASES: list[tuple[str, list[Fact], list[Fact], dict[str, Tally]]] = [
    (
        "perfect",
        [FLED, HOMES],
        [FLED, HOMES],
        {
            "fact": Tally(2, 2, 2), "quantity": Tally(2, 2, 2), "term": Tally(2, 2, 2),
            "unit": Tally(2, 2, 2), "location": Tally(1, 1, 1), "country": Tally(2, 2, 2),
            "location_all": Tally(1, 1, 1),
        },
    ),
    (
        "empty: location and country are not asked, which is not the same as wrong",
        [FLED],
        [],
        {"fact": Tally(0, 0, 1), "quantity": Tally(0, 0, 1),
            "location_all": Tally(0, 1, 1)},
    ),
    (
        "a repeated fact is right once and wrong once",
        [HOMES],
        [HOMES, HOMES],
        {
            "fact": Tally(1, 2, 1), "quantity": Tally(1, 2, 1), "term": Tally(1, 1, 1),
            "unit": Tally(1, 1, 1), "country": Tally(1, 1, 1),
        },
    ),
    (
        "the same fact labelled twice is found twice",
        [HOMES, HOMES],
        [HOMES, HOMES],
        {
            "fact": Tally(2, 2, 2), "quantity": Tally(2, 2, 2), "term": Tally(2, 2, 2),
            "unit": Tally(2, 2, 2), "country": Tally(2, 2, 2),
        },
    ),
    (
        "a wrong number",
        [HOMES],
        [changed(HOMES, quantity=41)],
        {"fact": Tally(0, 1, 1), "quantity": Tally(0, 1, 1)},
    ),
    (
        "a wrong term leaves the quantity right",
        [HOMES],
        [changed(HOMES, term="Partially Destroyed Housing")],
        {
            "fact": Tally(0, 1, 1), "quantity": Tally(1, 1, 1), "term": Tally(0, 1, 1),
            "unit": Tally(1, 1, 1), "country": Tally(1, 1, 1),
        },
    ),
    (
        "a wrong unit as well",
        [HOMES],
        [changed(HOMES, unit="People", country=None)],
        {
            "fact": Tally(0, 1, 1), "quantity": Tally(1, 1, 1), "term": Tally(1, 1, 1),
            "unit": Tally(0, 1, 1), "country": Tally(0, 1, 1),
        },
    ),
    (
        "of two with the right quantity the whole fact is taken, whatever the order",
        [FLED],
        [changed(FLED, term="Evacuated"), changed(FLED, location="Manbij")],
        {
            "fact": Tally(1, 2, 1), "quantity": Tally(1, 2, 1), "term": Tally(1, 1, 1),
            "unit": Tally(1, 1, 1), "location": Tally(0, 1, 1), "country": Tally(1, 1, 1),
            "location_all": Tally(0, 1, 1),
        },
    ),
    (
        "one whole fact before two halves, even where these are in the right place",
        [changed(HOMES, location="Lesna"), changed(HOMES, term="Homeless", location="Brodek")],
        [changed(HOMES, location="Brodek"), changed(HOMES, unit="People", location="Lesna")],
        {
            "fact": Tally(1, 2, 2), "quantity": Tally(2, 2, 2), "term": Tally(1, 2, 2),
            "unit": Tally(1, 2, 2), "location": Tally(0, 2, 2), "country": Tally(2, 2, 2),
            "location_all": Tally(0, 2, 2),
        },
    ),
    (
        "the spelling's case does not matter",
        [FLED],
        [changed(FLED, term="Forced to flee", location="sabkha")],
        {
            "fact": Tally(1, 1, 1), "quantity": Tally(1, 1, 1), "term": Tally(1, 1, 1),
            "unit": Tally(1, 1, 1), "location": Tally(1, 1, 1), "country": Tally(1, 1, 1),
            "location_all": Tally(1, 1, 1),
        },
    ),
]  # fmt: skip


@pytest.mark.parametrize(("why", "gold", "predicted", "expected"), CASES, ids=[c[0] for c in CASES])
def test_known_answers(why: str, gold: list[Fact], predicted: list[Fact], expected: dict[str, Tally]) -> None:
    assert score(gold, predict(*predicted)).tallies == expected, why
    assert score(gold[::-1], predict(*predicted[::-1])).tallies == expected, "order does not matter"


@pytest.mark.parametrize(
    ("gold", "predicted", "right", "why"),
    [
        ("Sabkha and Tel Rumman", "Sabkha", True, "one of those that the label lists"),
        ("Sabkha,Tel Rumman, Manbij", "Tel Rumman", True, "no blank behind the comma"),
        ("Sabkha and Tel Rumman", "Tel Rumman and Sabkha", True, "the whole list in another order"),
        ("Lesna, Brodek, Osk and Linde", "Linde, Osk, Brodek, Lesna", True, "too long for one of its parts"),
        ("Lesna, Brodek, Osk and Linde", "Osk", True, "one of many, too few words for the whole"),
        ("Sabkha", None, False, "none given"),
        ("Sabkha", "", False, "nothing in it"),
        ("Rumman Province", "Idlib Province", False, "'province' does not count as shared"),
        ("Rumman Province", "Rumman", True, "nor as missing"),
        ("North Rumman", "South Rumman", False, "the other end"),
        ("Deir Sandal", "Sandal valley road", False, "one of three against two: 0.4"),
        ("Deir Sandal", "Sandal", True, "one of one against two: 0.67"),
    ],
)
def test_places(gold: str, predicted: str | None, right: bool, why: str) -> None:
    assert right_place(gold, predicted) is right, why


def test_figures_that_are_reported() -> None:
    tallies = score([FLED, HOMES], predict(FLED, FLED, changed(HOMES, unit="People"), HOMES)).tallies
    figures = {m.name: tallies[m.tally].value(m.kind) for m in METRICS}
    assert figures["fact_recall"] == 1
    assert figures["fact_precision"] == 0.5
    assert figures["fact_f1"] == pytest.approx(2 / 3)
    assert figures["facts_per_gold"] == 2


def test_rows_tell_right_part_missed_extra_and_repeated() -> None:
    other = changed(HOMES, quantity=7)
    gold = [FLED, HOMES, changed(HOMES, quantity=9)]
    rows = score(gold, predict(FLED, FLED, changed(HOMES, term="Homeless"), other)).rows
    verdicts = sorted(row.verdict for row in rows)
    assert verdicts == ["extra", "missed", "part", "right", "wrong"]
    part = next(row for row in rows if row.verdict == "part")
    assert ("term", "Destroyed Housing", "Homeless", False) in part.fields
    assert ("location", "", "", None) in part.fields, "not labelled is not scored"


@pytest.mark.parametrize(
    "prediction",
    [
        {},
        {"id": "x"},
        {"id": "x", "figures": [{"quantity": "40"}]},
        {"id": "x", "figures": [{**HOMES.model_dump(), "quantity": -1}]},
        {"id": "x", "figures": [{**HOMES.model_dump(), "quantity": True}]},
    ],
)
def test_what_is_no_prediction_is_an_error(prediction: dict[str, Any]) -> None:
    with pytest.raises(BadData, match="idmc"):
        score([HOMES], prediction)


facts = st.builds(
    Fact,
    quantity=st.integers(1, 3),
    term=st.sampled_from(["Displaced", "Evacuated"]),
    unit=st.sampled_from(["People", "Households"]),
    location=st.sampled_from([None, "Sabkha", "Manbij"]),
    country=st.sampled_from([None, "SYR", "IRQ"]),
)


@settings(max_examples=60, deadline=None)  # a loaded machine is no failure
@given(st.lists(facts, max_size=5), st.lists(facts, max_size=5))
def test_counts_hold_whatever_is_predicted(gold: list[Fact], predicted: list[Fact]) -> None:
    tallies = score(gold, predict(*predicted)).tallies
    fact, quantity = tallies["fact"], tallies["quantity"]
    assert fact.hits <= quantity.hits <= min(len(gold), len(predicted))
    # one to one: what two bags of facts have in common, no more
    bag = [g.what for g in gold]
    common = sum(min(bag.count(w), [p.what for p in predicted].count(w)) for w in set(bag))
    assert fact == Tally(common, len(predicted), len(gold))
    assert score(gold, predict(*reversed(predicted))).tallies == tallies


@settings(max_examples=60, deadline=None)  # a loaded machine is no failure
@given(st.lists(facts, max_size=5))
def test_the_label_itself_is_perfect(gold: list[Fact]) -> None:
    result = score(gold, predict(*gold))
    assert all(tally.hits == tally.predicted == tally.expected for tally in result.tallies.values())
    assert all(row.verdict == "right" for row in result.rows)
