"""The muc4 scorer, by cases with known answers. All incidents are made up."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from summariser.errors import BadData
from summariser.evals.scorers.muc4 import METRICS, score
from summariser.evals.scorers.muc4_form import SLOTS, Days, Incident, PredictedDate
from summariser.evals.scorers.muc4_slots import is_date, is_name
from summariser.evals.tally import CaseScore, Tally


def day(start: str | None, end: str | None = None) -> dict[str, Any]:
    return {"start": start, "end": end or start}


def key(**changes: Any) -> dict[str, Any]:
    """A bombing with one fill in most slots: 9 required fills."""
    where = {"country": "FREEDONIA", "places": ["PORTO VERDE"]}
    whole = {
        "optional": False,
        "type": "BOMBING",
        "stage": "ACCOMPLISHED",
        "date": {
            **day("1988-03-04"),
            "before": False,
            "optional": False,
            "alternatives": [day("1988-03-04")],
        },
        "location": {**where, "alternatives_parsed": [where]},
        "instruments": [["CAR BOMB", "BOMB"]],
        "perp_individuals": [["THREE MASKED MEN", "MEN"]],
        "perp_organizations": [["RED DAWN FRONT", "RDF"]],
        "physical_targets": [["HARBOUR CUSTOMS HOUSE", "CUSTOMS HOUSE"]],
        "human_targets": [
            {"names": ["IVO TANN"], "descriptions": ["CUSTOMS CLERK", "CLERK"], "optional": False}
        ],
        **{f"{slot}{bound}": None for slot in ("killed", "injured") for bound in ("", "_low", "_high")},
        **{"killed": 1, "killed_low": 1, "killed_high": 1},
        **changes,
    }
    for slot in ("instruments", "perp_individuals", "perp_organizations", "physical_targets"):
        whole.setdefault(f"{slot}_optional", [False] * len(whole[slot]))
    return whole


def incident(**changes: Any) -> Incident:
    return Incident.model_validate_json(json.dumps(key(**changes)))


def event(**changes: Any) -> dict[str, Any]:
    """What a perfect system says of it."""
    return {
        "type": "BOMBING",
        "date": day("1988-03-04"),
        "country": "FREEDONIA",
        "places": ["Porto Verde"],
        "perp_individuals": ["masked men"],
        "perp_organizations": ["RDF"],
        "human_targets": ["Ivo Tann"],
        "physical_targets": ["customs house"],
        "instruments": ["car bomb"],
        "killed": 1,
        "injured": None,
        **changes,
    }


EMPTY: dict[str, Any] = {
    **{slot: [] for slot in SLOTS},
    **dict.fromkeys(("type", "date", "country", "killed", "injured")),
}
KIDNAPPING: dict[str, Any] = {
    "type": "KIDNAPPING",
    "date": {**day("1988-02-01"), "optional": False},
    "location": {"country": "FREEDONIA", "places": ["ALTA MESA"]},
    "instruments": [],
    "perp_individuals": [],
    "perp_organizations": [],
    "physical_targets": [],
    "human_targets": [{"names": ["ADA LUND"], "descriptions": [], "optional": False}],
    "killed": None,
    "killed_low": None,
    "killed_high": None,
}
"""5 required fills."""
KIDNAPPED: dict[str, Any] = {
    **EMPTY,
    "type": "KIDNAPPING",
    "date": day("1988-02-01"),
    "country": "FREEDONIA",
    "places": ["Alta Mesa"],
    "human_targets": ["Ada Lund"],
}


def scored(gold: Sequence[Incident], events: Sequence[dict[str, Any]]) -> CaseScore:
    return score(gold, {"id": "x", "events": list(events)})


def counts(result: CaseScore, name: str) -> tuple[float, float, float] | None:
    tally = result.tallies.get(name)
    return None if tally is None else (tally.hits, tally.predicted, tally.expected)


Expected = dict[str, tuple[int, int, int] | None]
CASES: list[tuple[str, list[Incident], list[dict[str, Any]], Expected]] = [
    (
        "perfect",
        [incident()],
        [event()],
        {"slot": (10, 10, 10), "event": (1, 1, 1), "found": (1, 1, 1), "document": (1, 1, 1)},
    ),
    (
        "nothing predicted",
        [incident()],
        [],
        {"slot": (0, 0, 10), "event": (0, 0, 1), "found": (0, 0, 1), "document": (0, 0, 1)},
    ),
    (
        "irrelevant document, nothing predicted",
        [],
        [],
        {"event": (0, 0, 0), "document": (0, 0, 0), "slot": None},
    ),
    (
        "irrelevant document, an event predicted: every fill is wrong",
        [],
        [event()],
        {"slot": (0, 10, 0), "event": (0, 1, 0), "document": (0, 1, 0), "slot:type": (0, 1, 0)},
    ),
    (
        "told twice: the second time everything is wrong",
        [incident()],
        [event(), event()],
        {"slot": (10, 20, 10), "event": (1, 2, 1), "document": (1, 1, 1)},
    ),
    (
        "a wrong number",
        [incident()],
        [event(killed=2)],
        {"slot": (9, 10, 10), "slot:killed": (0, 1, 1), "event": (1, 1, 1)},
    ),
    (
        "a number where none is stated",
        [incident()],
        [event(injured=0)],
        {"slot": (10, 11, 10), "slot:injured": (0, 1, 0)},
    ),
    (
        "the other type",
        [incident()],
        [event(type="ATTACK")],
        {"slot": (9, 10, 10), "event": (1, 1, 1), "found": (0, 1, 1)},
    ),
    (
        "only the country is shared: aligned, but not found",
        [incident()],
        [{**EMPTY, "type": "ARSON", "country": "Freedonia"}],
        {"slot": (1, 2, 10), "event": (1, 1, 1), "found": (0, 1, 1)},
    ),
    (
        "type, day and country are shared: aligned, but that tells no two incidents apart",
        [incident()],
        [{**EMPTY, "type": "BOMBING", "country": "FREEDONIA", "date": day("1988-03-04")}],
        {"slot": (3, 3, 10), "event": (1, 1, 1), "found": (0, 1, 1)},
    ),
    (
        "of a required and an optional incident that fit alike, the required one is answered",
        [incident(optional=True), incident()],
        [event()],
        {"slot": (10, 10, 10), "event": (1, 1, 1)},
    ),
    (
        "nothing is shared: not aligned",
        [incident()],
        [{**EMPTY, "type": "ARSON", "country": "SYLVANIA"}],
        {"slot": (0, 2, 10), "event": (0, 1, 1), "document": (1, 1, 1)},
    ),
    (
        "two names of one fill: one is too many",
        [incident()],
        [event(perp_organizations=["RDF", "Red Dawn Front"])],
        {"slot:perp_organizations": (1, 2, 1), "slot": (10, 11, 10)},
    ),
    (
        "half of a name's words are enough, less is not",
        [incident(perp_organizations=[["RED DAWN FRONT"]])],
        [event(perp_organizations=["Dawn", "red brick"])],
        {"slot:perp_organizations": (1, 2, 1)},
    ),
    (
        "two incidents, in the other order",
        [incident(), incident(**KIDNAPPING)],
        [KIDNAPPED, event()],
        {"slot": (15, 15, 15), "event": (2, 2, 2), "found": (2, 2, 2), "document": (1, 1, 1)},
    ),
    (
        "two incidents merged into one event: aligned with the one it answers more of",
        [incident(), incident(**KIDNAPPING)],
        [event(places=["Porto Verde", "Alta Mesa"], human_targets=["Ivo Tann", "Ada Lund"])],
        {"slot": (10, 12, 15), "event": (1, 1, 2), "slot:places": (1, 2, 2)},
    ),
    (
        "one incident split into two events",
        [incident()],
        [
            event(physical_targets=[], human_targets=[], killed=None),
            event(perp_individuals=[], perp_organizations=[], instruments=[]),
        ],
        {"slot": (7, 14, 10), "event": (1, 2, 1)},
    ),
    (
        "an optional incident left out",
        [incident(), incident(**KIDNAPPING, optional=True)],
        [event()],
        {"slot": (10, 10, 10), "event": (1, 1, 1), "document": (1, 1, 1)},
    ),
    (
        "an optional incident told, and wrongly: it neither costs nor earns",
        [incident(), incident(**KIDNAPPING, optional=True)],
        [event(), {**KIDNAPPED, "killed": 9}],
        {"slot": (10, 10, 10), "event": (1, 1, 1), "found": (1, 1, 1)},
    ),
    (
        "a document with nothing but an optional incident",
        [incident(optional=True)],
        [event()],
        {"slot": None, "event": (0, 0, 0), "document": None},
    ),
    (
        "the same, and an event that is none of it",
        [incident(**KIDNAPPING, optional=True)],
        [{**EMPTY, "type": "ARSON", "country": "SYLVANIA"}],
        {"slot": (0, 2, 0), "event": (0, 1, 0), "document": None},
    ),
    (
        "optional fills left out",
        [incident(instruments_optional=[True], perp_individuals_optional=[True])],
        [event(instruments=[], perp_individuals=[])],
        {"slot": (8, 8, 8), "slot:instruments": (0, 0, 0)},
    ),
    (
        "optional fills told",
        [incident(instruments_optional=[True], perp_individuals_optional=[True])],
        [event()],
        {"slot": (8, 8, 8)},
    ),
    (
        "beside an optional fill a wrong one costs",
        [incident(instruments_optional=[True])],
        [event(instruments=["rifle"])],
        {"slot:instruments": (0, 1, 0)},
    ),
    (
        "where a name fits a required and an optional fill, the required one is answered",
        [incident(instruments=[["BOMB"], ["CAR BOMB"]], instruments_optional=[True, False])],
        [event(instruments=["bomb"])],
        {"slot:instruments": (1, 1, 1)},
    ),
    (
        "of two types either is right",
        [incident(type=["ATTACK", "BOMBING"])],
        [event(type="ATTACK")],
        {"slot:type": (1, 1, 1)},
    ),
    (
        "an optional date, wrong",
        [incident(date={**day("1988-03-04"), "optional": True})],
        [event(date=day("1988-01-01"))],
        {"slot:date": (0, 1, 0)},
    ),
    (
        "an optional date, right",
        [incident(date={**day("1988-03-04"), "optional": True})],
        [event()],
        {"slot:date": (0, 0, 0)},
    ),
    (
        "no date in the key, one predicted",
        [incident(date=None)],
        [event()],
        {"slot:date": (0, 1, 0)},
    ),
    (
        "a date with nothing in it is none",
        [incident()],
        [event(date={"start": None, "end": None})],
        {"slot:date": (0, 0, 1)},
    ),
]


@pytest.mark.parametrize(("why", "gold", "events", "expected"), CASES, ids=[c[0] for c in CASES])
def test_known_answers(
    why: str, gold: list[Incident], events: list[dict[str, Any]], expected: Expected
) -> None:
    for result in (scored(gold, events), scored(gold[::-1], events[::-1])):
        assert {name: counts(result, name) for name in expected} == expected, why


@pytest.mark.parametrize(
    ("bounds", "predicted", "expected", "why"),
    [
        ((3, 3, 3), 3, (1, 1, 1), "the number"),
        ((3, 3, 3), 4, (0, 1, 1), "another"),
        ((3, 3, 3), None, (0, 0, 1), "none"),
        ((0, 0, 0), 0, (1, 1, 1), "nobody, and the key says so"),
        ((0, 0, 0), None, (0, 0, 1), "0 is not 'not stated'"),
        ((None, 2, 5), 2, (1, 1, 1), "the lowest that is admitted"),
        ((None, 2, 5), 5, (1, 1, 1), "the highest"),
        ((None, 2, 5), 1, (0, 1, 1), "below"),
        ((None, 2, 5), 6, (0, 1, 1), "above"),
        ((None, 2, 5), None, (0, 0, 1), "some number is stated"),
        ((None, 4, None), 400, (1, 1, 1), "no upper bound"),
        ((None, 4, None), 3, (0, 1, 1), "below it"),
        ((None, 0, 5), None, (0, 0, 0), "bounds that admit nobody: may be left out"),
        ((None, 0, 5), 4, (0, 0, 0), "and earn nothing"),
        ((None, 0, 5), 6, (0, 1, 0), "but a number beyond them costs"),
        ((None, None, None), None, (0, 0, 0), "not stated"),
        ((None, None, None), 1, (0, 1, 0), "not stated, yet predicted"),
    ],
)
def test_counts_and_their_bounds(
    bounds: tuple[int | None, ...], predicted: int | None, expected: tuple[int, int, int], why: str
) -> None:
    names = ("injured", "injured_low", "injured_high")
    result = scored([incident(**dict(zip(names, bounds, strict=True)))], [event(injured=predicted)])
    assert counts(result, "slot:injured") == expected, why


D = date.fromisoformat


@pytest.mark.parametrize(
    ("admitted", "predicted", "right", "why"),
    [
        (("1988-03-04", "1988-03-04"), ("1988-03-04", "1988-03-04"), True, "the day"),
        (("1988-03-04", "1988-03-04"), ("1988-03-05", "1988-03-05"), False, "the next"),
        (("1988-03-04", "1988-03-04"), ("1988-03-04", "1988-03-05"), False, "vaguer than the key"),
        (("1988-03-04", "1988-03-04"), ("1988-03-04", None), True, "'since' counts as its day"),
        (("1988-03-04", "1988-03-04"), (None, "1988-03-04"), False, "'by' is less than the day"),
        (("1988-03-04", "1988-03-06"), ("1988-03-05", "1988-03-05"), True, "a day within the range"),
        (("1988-03-04", "1988-03-06"), ("1988-03-04", "1988-03-06"), True, "the range"),
        (("1988-03-04", "1988-03-06"), ("1988-03-03", "1988-03-05"), False, "it begins before"),
        ((None, "1988-03-04"), (None, "1988-03-04"), True, "by the day"),
        ((None, "1988-03-04"), ("1988-02-28", "1988-02-28"), True, "a day before it"),
        ((None, "1988-03-04"), ("1988-03-04", "1988-03-04"), True, "the day itself"),
        ((None, "1988-03-04"), (None, "1988-03-05"), False, "by the next"),
        ((None, "1988-03-04"), ("1988-03-01", "1988-03-05"), False, "it ends after"),
        (("1988-03-04", None), ("1988-03-09", "1988-03-09"), True, "since the day"),
        (("1988-03-04", None), ("1988-03-01", "1988-03-09"), False, "begun before it"),
        ((None, "1988-03-04"), (None, None), False, "none"),
    ],
)
def test_dates(
    admitted: tuple[str | None, str | None], predicted: tuple[str | None, str | None], right: bool, why: str
) -> None:
    key_days, said = ([D(text) if text else None for text in pair] for pair in (admitted, predicted))
    days = Days(start=key_days[0], end=key_days[1])
    assert is_date(days, PredictedDate(start=said[0], end=said[1])) is right, why


def test_alternatives_of_a_date_are_all_right() -> None:
    both = {
        **day(None, "1988-03-04"),
        "optional": False,
        "alternatives": [day(None, "1988-03-04"), day("1988-03-05", "1988-03-06")],
    }
    for said, hits in (("1988-03-01", 1), ("1988-03-05", 1), ("1988-03-07", 0)):
        result = scored([incident(date=both)], [event(date=day(said))])
        assert counts(result, "slot:date") == (hits, 1, 1)


def where(*alternatives: tuple[str, list[str]]) -> dict[str, Any]:
    parsed = [{"country": country, "places": places} for country, places in alternatives]
    return {**parsed[0], "alternatives_parsed": parsed}


@pytest.mark.parametrize(
    ("location", "places", "expected", "why"),
    [
        (where(("F", ["ALTA MESA", "LINDE"])), ["Linde"], (1, 1, 2), "a province and a town are two fills"),
        (where(("F", ["ALTA MESA", "LINDE"])), ["Linde", "Alta Mesa"], (2, 2, 2), "in either order"),
        (where(("F", ["ALTA MESA", "LINDE"]), ("F", ["LINDE"])), ["Linde"], (1, 1, 1), "the second one fits"),
        (where(("F", ["LINDE"]), ("F", [])), [], (0, 0, 0), "the country alone is an alternative"),
        (where(("F", ["LINDE"]), ("F", [])), ["Linde"], (1, 1, 1), "and so is the place"),
        (where(("F", ["LINDE"]), ("F", [])), ["Osk"], (0, 1, 0), "another place is wrong, once"),
        (where(("F", [])), ["Osk"], (0, 1, 0), "no place in the key"),
    ],
)
def test_places(
    location: dict[str, Any], places: list[str], expected: tuple[int, int, int], why: str
) -> None:
    result = scored([incident(location=location)], [event(places=places)])
    assert counts(result, "slot:places") == expected, why


def test_a_country_is_its_whole_name() -> None:
    for said, hits in (("Freedonia", 1), ("North Freedonia", 0), ("SYLVANIA", 1), ("OSK", 0)):
        gold = incident(location=where(("FREEDONIA", []), ("SYLVANIA", [])))
        assert counts(scored([gold], [event(country=said, places=[])]), "slot:country") == (hits, 1, 1)
    nowhere = scored([incident(location=None)], [event(country=None, places=[])])
    assert counts(nowhere, "slot:country") == (0, 0, 0)


@pytest.mark.parametrize(
    ("said", "right", "why"),
    [
        ("RDF", True, "an alias"),
        ("the Red Dawn Front", True, "an article more"),
        ("Dawn", True, "one of three: 2/4"),
        ("red brick", False, "one of two, one of three: 2/5"),
        ("front line", False, "likewise"),
        ("", False, "nothing"),
        ("...", False, "no word"),
    ],
)
def test_names(said: str, right: bool, why: str) -> None:
    assert is_name(said, ("RED DAWN FRONT", "RDF")) is right, why


def test_names_without_case_and_accents() -> None:
    assert is_name("José Núñez", ("JOSE NUNEZ",))
    assert is_name("San Miguel", ("SAN ISIDRO",)), "the measure's known weakness: half of two words"


def test_the_alignment_is_the_best_as_a_whole() -> None:
    """Greedy would give the first event the first incident and leave nothing right for the second."""
    first = incident(**{**KIDNAPPING, "human_targets": [
        {"names": ["ADA LUND"], "descriptions": [], "optional": False},
        {"names": ["BO FREI"], "descriptions": [], "optional": False},
    ]})  # fmt: skip
    second = incident(**{**KIDNAPPING, "type": "ARSON", "date": None, "location": None})
    both = {**EMPTY, "type": "KIDNAPPING", "human_targets": ["Ada Lund", "Bo Frei"]}
    one = {**EMPTY, "type": "KIDNAPPING", "date": day("1988-02-01"), "human_targets": ["Bo Frei"]}
    result = scored([first, second], [both, one])
    # both-first 3 + one-second 0 = 3; one-first 3 + both-second 1 = 4
    assert counts(result, "slot") == (4, 6, 8)
    assert counts(result, "event") == (2, 2, 2)


def test_of_two_events_that_answer_as_much_the_closer_one_is_aligned() -> None:
    near, far = event(killed=None), event(killed=None, places=["Porto Verde", "Osk", "Linde"])
    for events in ([near, far], [far, near]):
        rows = {row.verdict: row.predicted or "" for row in scored([incident()], events).rows}
        assert "Osk" in rows["extra"]
        assert "Osk" not in rows["part"]


def test_rows_say_what_is_wrong() -> None:
    gold = [incident(), incident(**KIDNAPPING), incident(type="ARSON", optional=True)]
    rows = scored(gold, [event(killed=2), {**EMPTY, "type": "ROBBERY", "country": "SYLVANIA"}]).rows
    assert sorted(row.verdict for row in rows) == ["extra", "missed", "optional", "part"]
    part = next(row for row in rows if row.verdict == "part")
    fields = {name: (ours, theirs, right) for name, ours, theirs, right in part.fields}
    assert fields["killed"] == ("1", "2", False)
    assert fields["perp_organizations"] == ("RED DAWN FRONT", "RDF", True)
    assert "injured" not in fields, "neither stated nor predicted"
    assert scored([incident()], [event()]).rows[0].verdict == "right"
    told = scored([incident(optional=True)], [event()]).rows
    assert [row.verdict for row in told] == ["optional"]


def test_figures_that_are_reported() -> None:
    tallies = scored([incident(), incident(**KIDNAPPING)], [event(killed=2)]).tallies
    figures = {m.name: tallies[m.tally].value(m.kind) for m in METRICS}
    assert len(figures) == len(METRICS)
    assert figures["slot_f1"] == pytest.approx(2 * 9 / (10 + 15))
    assert figures["event_f1"] == pytest.approx(2 / 3)
    assert figures["injured_f1"] is None, "nothing to score is not 0"
    assert METRICS[0].name == "slot_f1"
    assert METRICS[0].headline


def test_the_slots_add_up() -> None:
    tallies = scored([incident(), incident(**KIDNAPPING)], [event(), KIDNAPPED, event()]).tallies
    total = sum((tallies[f"slot:{slot}"] for slot in SLOTS), Tally())
    assert total == tallies["slot"]


@pytest.mark.parametrize(
    "prediction",
    [
        {},
        {"id": "x"},
        {"id": "x", "events": [{}]},
        {"id": "x", "events": [event(killed=-1)]},
        {"id": "x", "events": [event(places="Linde")]},
        {"id": "x", "events": [event(date="1988")]},
    ],
)
def test_what_is_no_prediction_is_an_error(prediction: dict[str, Any]) -> None:
    with pytest.raises(BadData, match="muc4"):
        score([incident()], prediction)


@pytest.mark.parametrize(
    "changes",
    [
        {"type": "WAR"},
        {"type": []},
        {"killed": "1"},
        {"killed_low": 3, "killed_high": 1},
        {"instruments": [[]]},
        {"instruments_optional": []},
        {"date": {**day("1988-03-04", "1988-03-01")}},
        {"optional": None},
    ],
)
def test_what_is_no_key_is_an_error(changes: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        incident(**changes)


keys = st.builds(
    incident,
    optional=st.booleans(),
    type=st.sampled_from(["ATTACK", "BOMBING"]),
    instruments=st.lists(st.sampled_from([["BOMB"], ["RIFLE", "GUN"]]), max_size=2),
    human_targets=st.lists(
        st.fixed_dictionaries(
            {"names": st.just(["IVO TANN"]), "descriptions": st.just(["CLERK"]), "optional": st.booleans()}
        ),
        max_size=2,
    ),
    killed=st.sampled_from([None, 1]),
)  # fmt: skip
events_of_all_sorts = st.builds(
    event,
    type=st.sampled_from(["ATTACK", "BOMBING"]),
    instruments=st.lists(st.sampled_from(["bomb", "gun", "knife"]), max_size=2),
    human_targets=st.lists(st.sampled_from(["Ivo Tann", "clerk", "nobody"]), max_size=2),
    killed=st.sampled_from([None, 1, 2]),
    country=st.sampled_from(["FREEDONIA", "SYLVANIA"]),
)


@settings(max_examples=40, deadline=None)
@given(st.lists(keys, max_size=3), st.lists(events_of_all_sorts, max_size=3), st.randoms())
def test_the_order_of_telling_does_not_matter(gold: list[Incident], events: list[Any], random: Any) -> None:
    before = scored(gold, events).tallies
    mixed_gold, mixed_events = random.sample(gold, len(gold)), random.sample(events, len(events))
    after = scored(mixed_gold, mixed_events).tallies
    assert after == before
    for tally in before.values():
        assert tally.hits <= min(tally.predicted, tally.expected)


def perfect(gold: Incident) -> dict[str, Any]:
    lists = ("perp_individuals", "perp_organizations", "human_targets", "physical_targets", "instruments")
    fills = {slot: [fill.aliases[-1] for fill in gold.fills(slot)] for slot in lists}
    return event(type=gold.types[0], killed=gold.killed_low, injured=gold.injured_low, **fills)


@settings(max_examples=40, deadline=None)
@given(st.lists(keys, max_size=3))
def test_the_key_itself_is_perfect(gold: list[Incident]) -> None:
    tallies = scored(gold, [perfect(one) for one in gold]).tallies
    assert all(tally.hits == tally.predicted == tally.expected for tally in tallies.values())
