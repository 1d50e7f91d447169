"""The scorer: hand-made articles with known answers, and what must hold of any."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summariser.evals.records import (
    AccessRecord,
    ConditionRecord,
    EventRecord,
    FigureRecord,
    HarmRecord,
    MovementRecord,
    NeedRecord,
    PlaceRecord,
    Records,
    ResponseRecord,
    RiskRecord,
    SiteRecord,
)
from summariser.evals.scorers.newsroom import METRICS, SCORER, score
from summariser.evals.scorers.newsroom_figures import same_number
from summariser.evals.tally import Tally, add_up
from summariser.schemas.codebooks import (
    AccessKind,
    Certainty,
    Cluster,
    DisplacementTerm,
    EventStatus,
    Measure,
    MovementStatus,
    PopulationGroup,
    Qualifier,
    ResponseStatus,
    Severity,
    SubEventType,
    Unit,
)

SAKE = PlaceRecord(name=("Sake",), country="COD")
GOMA = PlaceRecord(name=("Goma",), country="COD")
SUNDAY, MONDAY = date(2024, 3, 10), date(2024, 3, 11)
M23, ARMY = ("M23", "March 23 Movement"), ("Congolese army", "FARDC")
COUNTS = {m.tally for m in METRICS if m.kind == "count"}


def killed(value: float | None = None, **more: Any) -> FigureRecord:
    return FigureRecord(**{"value": value, "measure": (Measure.KILLED,), "spans": ((10, 20),), **more})


def event(**more: Any) -> EventRecord:
    """The shelling of Sake on Sunday, by M23 against the army, 12 killed."""
    shelling: dict[str, Any] = {
        "sub_type": (SubEventType.SHELLING,),
        "start": SUNDAY,
        "end": SUNDAY,
        "place": SAKE,
        "side_a": (M23,),
        "side_b": (ARMY,),
        "figures": (killed(12),),
        "spans": ((0, 30),),
    }
    return EventRecord(**{**shelling, **more})


def clash(**more: Any) -> EventRecord:
    """A clash in Goma on Monday, 5 killed."""
    fields_: dict[str, Any] = {
        "sub_type": (SubEventType.ARMED_CLASH,),
        "start": MONDAY,
        "end": MONDAY,
        "place": GOMA,
        "figures": (killed(5, spans=((110, 120),)),),
        "spans": ((100, 130),),
    }
    return event(**{**fields_, **more})


def moved(value: float | None = 400, **more: Any) -> MovementRecord:
    given_: dict[str, Any] = {
        "term": (DisplacementTerm.FORCED_TO_FLEE,),
        "origin": SAKE,
        "spans": ((200, 230),),
    }
    return MovementRecord(**{"value": value, **given_, **more})


def site(**more: Any) -> SiteRecord:
    camp: dict[str, Any] = {
        "name": ("Kanyaruchinya",),
        "country": "COD",
        "population": (FigureRecord(value=60000, spans=((300, 330),)),),
        "capacity": (FigureRecord(value=20000, spans=((300, 330),)),),
        "conditions": (ConditionRecord(severity=(Severity.CRITICAL,), spans=((330, 340),)),),
        "spans": ((300, 330),),
    }
    return SiteRecord(**{**camp, **more})


def events(*found: EventRecord) -> Records:
    return Records(events=found)


def t(hits: float, predicted: float, expected: float) -> Tally:
    return Tally(hits, predicted, expected)


CASES: list[tuple[str, Records, Records, Mapping[str, Tally | None]]] = [
    (
        "all right",
        events(event(), clash()),
        events(clash(), event()),
        {"event": t(2, 2, 2), "event_detected": t(2, 2, 2), "sub_type": t(2, 2, 2), "figure": t(2, 2, 2),
         "figure_strict": t(2, 2, 2), "figure_placed": t(2, 2, 2), "side_a": t(2, 2, 2),
         "sides_swapped": t(0, 0, 0), "evidence": t(4, 4, 4), "claimant": None, "support": None},
    ),
    (
        "nothing predicted: all is missed, and no field of an aligned event is there to be scored",
        events(event()),
        Records(),
        {"event": t(0, 0, 1), "figure": t(0, 0, 1), "figure_strict": t(0, 0, 1), "sub_type": None,
         "sides_swapped": None, "figure_exact": None, "evidence": None, "site": None},
    ),
    (
        "nothing to find: all is extra",
        Records(),
        events(event()),
        {"event": t(0, 1, 0), "figure": t(0, 1, 0), "date": None},
    ),
    ("both empty: nothing scored", Records(), Records(), {m.tally: None for m in METRICS}),
    (
        "swapped sides",
        events(event()),
        events(event(side_a=(ARMY,), side_b=(M23,))),
        {"event": t(1, 1, 1), "side_a": t(0, 1, 1), "side_b": t(0, 1, 1), "sides_swapped": t(0, 1, 0)},
    ),
    (
        "one side on the other's place, the other right: wrong, not swapped",
        events(event(side_b=(ARMY, ("civilians",)))),
        events(event(side_a=(M23, ("civilians",)), side_b=(ARMY,))),
        {"side_a": t(1, 2, 1), "side_b": t(1, 1, 2), "sides_swapped": t(0, 0, 0)},
    ),
    (
        "half of a name on the right side is less than the whole of it on the other",
        events(event(side_a=(("Ugandan army",),), side_b=(("Congolese army",),))),
        events(event(side_a=(("Congolese army",),), side_b=(("Ugandan army",),))),
        {"side_a": t(0, 1, 1), "side_b": t(0, 1, 1), "sides_swapped": t(0, 1, 0)},
    ),
    (
        "no side predicted: missed, but nothing could be swapped",
        events(event()),
        events(event(side_a=(), side_b=())),
        {"side_a": t(0, 0, 1), "sides_swapped": None},
    ),
    (
        "supporters count in their role",
        events(event(support_a=(("Rwanda",),))),
        events(event(support_b=(("Rwanda",),))),
        {"support": t(0, 1, 1), "side_a": t(1, 1, 1)},
    ),
    (
        "an event told twice: one is extra, and so is its figure",
        events(event()),
        events(event(), event()),
        {"event": t(1, 2, 1), "event_detected": t(1, 2, 1), "figure": t(1, 2, 1),
         "figure_placed": t(1, 1, 1)},
    ),
    (
        "two like events in the label want two",
        events(event(), event(start=MONDAY)),
        events(event()),
        {"event": t(1, 1, 2), "date": t(1, 1, 1)},
    ),
    (
        "a wrong number is missed and extra",
        events(event()),
        events(event(figures=(killed(13),))),
        {"event": t(1, 1, 1), "figure": t(0, 1, 1), "figure_strict": t(0, 1, 1), "figure_exact": None},
    ),
    (
        "another type: detected, and wrong",
        events(event()),
        events(event(sub_type=(SubEventType.ATTACK,))),
        {"event_detected": t(1, 1, 1), "event": t(0, 1, 1), "sub_type": t(0, 1, 1)},
    ),
    (
        "another sub-type of the type",
        events(event()),
        events(event(sub_type=(SubEventType.AIR_STRIKE,))),
        {"event": t(1, 1, 1), "sub_type": t(0, 1, 1)},
    ),
    (
        "alternatives: any of them is right, and their types too",
        events(
            event(
                sub_type=(SubEventType.SHELLING, SubEventType.ATTACK),
                status=(EventStatus.OCCURRED, EventStatus.ONGOING),
                figures=(
                    killed(
                        12,
                        certainty=(Certainty.CLAIMED, Certainty.STATED),
                        group=(PopulationGroup.CIVILIANS, PopulationGroup.PEOPLE),
                        measure=(Measure.KILLED, Measure.DIED),
                    ),
                ),
            )
        ),
        events(
            event(
                sub_type=(SubEventType.ATTACK,),
                status=(EventStatus.ONGOING,),
                figures=(killed(12, measure=(Measure.DIED,)),),
            )
        ),
        {"event": t(1, 1, 1), "sub_type": t(1, 1, 1), "status": t(1, 1, 1), "figure_strict": t(1, 1, 1),
         "certainty": t(1, 1, 1), "figure_group": t(1, 1, 1)},
    ),
    (
        "an optional event that is missing does not cost",
        events(event(), clash(optional=True)),
        events(event()),
        {"event": t(1, 1, 1), "figure": t(1, 1, 1), "evidence": t(2, 2, 2)},
    ),
    (
        "an optional event that is predicted does not earn, nor its figures",
        events(event(), clash(optional=True)),
        events(event(), clash()),
        {"event": t(1, 1, 1), "event_detected": t(1, 1, 1), "figure": t(1, 1, 1), "place": t(1, 1, 1)},
    ),
    (
        "but a number that the label does not have costs there too",
        events(clash(optional=True)),
        events(clash(figures=(killed(99),))),
        {"event": None, "figure": t(0, 1, 0)},
    ),
    (
        "only an optional figure, found twice: one is spared",
        events(event(figures=(killed(12, optional=True),))),
        events(event(figures=(killed(12), killed(12)))),
        {"figure": t(0, 1, 0), "event": t(1, 1, 1)},
    ),
    (
        "the required one of two equal figures is found first",
        events(event(figures=(killed(12, optional=True), killed(12)))),
        events(event(figures=(killed(12),))),
        {"figure": t(1, 1, 1)},
    ),
    (
        "the same number by two claimants is two figures",
        events(event(figures=(killed(12, claimed_by=("army",)), killed(12, claimed_by=("rebels",))))),
        events(event(figures=(killed(12, claimed_by=("rebels",)), killed(12, claimed_by=("army",))))),
        {"figure": t(2, 2, 2), "claimant": t(2, 2, 2)},
    ),
    (
        "found with another group and another unit: found, not exact",
        events(event(figures=(
            killed(12, group=(PopulationGroup.CIVILIANS,)), killed(3, unit=(Unit.HOUSEHOLDS,)),
        ))),
        events(event(figures=(killed(12, group=(PopulationGroup.FIGHTERS,)), killed(3)))),
        {"figure": t(2, 2, 2), "figure_exact": t(0, 2, 2), "figure_strict": t(0, 2, 2),
         "figure_group": t(1, 2, 2), "figure_unit": t(1, 2, 2)},
    ),
    (
        "extra figures lower strict and lenient alike",
        events(event()),
        events(event(figures=(killed(12), killed(7), killed(8)))),
        {"figure": t(1, 3, 1), "figure_strict": t(1, 3, 1), "figure_exact": t(1, 1, 1)},
    ),
    (
        "people is what a figure counts whose group is not said",
        events(event(figures=(killed(12, group=()),))),
        events(event(figures=(killed(12, group=(PopulationGroup.PEOPLE,)),))),
        {"figure_strict": t(1, 1, 1)},
    ),
    (
        "a figure attached to the wrong event is found, and misplaced",
        events(event(), clash()),
        events(event(figures=()), clash(figures=(killed(12), killed(5)))),
        {"figure": t(2, 2, 2), "figure_placed": t(1, 2, 2), "event": t(2, 2, 2)},
    ),
    (
        "a figure of an event that was not found is found, and misplaced",
        events(event(figures=()), clash()),
        events(event(figures=(killed(5),))),
        {"figure": t(1, 1, 1), "figure_placed": t(0, 1, 1), "event": t(1, 1, 2)},
    ),
    (
        "claimants: one right, one missing, one wrong, one too many",
        events(event(figures=(
            killed(1, claimed_by=("Jean Mbusa", "town council")), killed(2, claimed_by=("army",)),
            killed(3, claimed_by=("army",)), killed(4),
        ))),
        events(event(figures=(
            killed(1, claimed_by=("Mayor Jean Mbusa",)), killed(2), killed(3, claimed_by=("rebels",)),
            killed(4, claimed_by=("army",)),
        ))),
        {"claimant": t(1, 3, 3), "figure": t(4, 4, 4)},
    ),
    (
        "hedge and certainty",
        events(event(figures=(killed(30, qualifier=(Qualifier.AT_LEAST,), certainty=(Certainty.CLAIMED,)),))),
        events(event(figures=(killed(30, low=30, certainty=(Certainty.STATED,)),))),
        {"figure": t(1, 1, 1), "qualifier": t(0, 1, 1), "certainty": t(0, 1, 1)},
    ),
    (
        "dates: wrong, missing, and given where the label has none",
        events(event(), clash(), event(start=None, end=None, place=GOMA, spans=((500, 510),), figures=())),
        events(
            event(start=MONDAY),
            clash(start=None),
            event(start=SUNDAY, place=GOMA, spans=((500, 510),), figures=()),
        ),
        {"event": t(3, 3, 3), "date": t(0, 2, 2)},
    ),
    (
        "neither side gives a date: nothing to score",
        events(event(start=None, end=None)),
        events(event(start=None, end=None)),
        {"date": None, "event": t(1, 1, 1)},
    ),
    (
        "a place with diacritics and another form of its name, its country missing",
        events(event(place=PlaceRecord(name=("Inékar", "إنيكار"), country="MLI"))),
        events(event(place=PlaceRecord(name=("village of Inekar",)))),
        {"place": t(1, 1, 1), "country": t(0, 0, 1)},
    ),
    (
        "Arabic names, whichever way the letters are written",
        events(event(side_a=(("كتيبة النسور", "Eagles Brigade"),), place=PlaceRecord(name=("صبراتة",)))),
        events(event(side_a=(("كتيبه النسور",),), place=PlaceRecord(name=("مدينة صبراته",)))),
        {"side_a": t(1, 1, 1), "place": t(1, 1, 1)},
    ),
    (
        "nothing in common but the kind: not one event",
        events(event()),
        events(clash(sub_type=(SubEventType.SHELLING,))),
        {"event_detected": t(0, 1, 1), "figure": t(0, 1, 1)},
    ),
    (
        "same place, another day, another kind, other sentences: not one event",
        events(event(figures=())),
        events(clash(place=SAKE, figures=())),
        {"event_detected": t(0, 1, 1)},
    ),
    (
        "same place and kind, another day: one event with a wrong date",
        events(event(figures=())),
        events(event(start=MONDAY, spans=((900, 910),), figures=())),
        {"event_detected": t(1, 1, 1), "date": t(0, 1, 1), "evidence": t(0, 1, 1)},
    ),
    (
        "a toll alone can tell which event it is; a number of rockets cannot",
        events(event(), event(figures=(killed(3, measure=(Measure.MUNITIONS,)),), spans=((500, 510),))),
        events(
            clash(figures=(killed(12),)),
            clash(figures=(killed(3, measure=(Measure.MUNITIONS,)),), spans=((600, 610),)),
        ),
        {"event_detected": t(1, 2, 2)},
    ),
    (
        "displacement: found, and each field",
        Records(displacement=(moved(claimed_by=("UNHCR",), destination=GOMA),)),
        Records(
            displacement=(
                moved(
                    unit=(Unit.HOUSEHOLDS,),
                    group=(PopulationGroup.CHILDREN,),
                    status=(MovementStatus.PLANNED,),
                    origin=None,
                    place=GOMA,
                ),
            )
        ),
        {"displacement": t(1, 1, 1), "displacement_unit": t(0, 1, 1), "displacement_group": t(0, 1, 1),
         "displacement_status": t(0, 1, 1), "displacement_cause": t(1, 1, 1),
         "displacement_place": t(1, 1, 1), "displacement_claimant": t(0, 0, 1)},
    ),
    (
        "displacement by another term is missed and extra",
        Records(displacement=(moved(),)),
        Records(displacement=(moved(term=(DisplacementTerm.EVACUATED,)),)),
        {"displacement": t(0, 1, 1), "displacement_unit": None},
    ),
    (
        "vague words are their word, whatever bound stands for them; tens are filed under dozens",
        Records(displacement=(
            moved(None, low=2000, qualifier=(Qualifier.THOUSANDS,)),
            moved(None, low=10, qualifier=(Qualifier.TENS,)),
        )),
        Records(displacement=(
            moved(None, low=1000, qualifier=(Qualifier.THOUSANDS,)),
            moved(None, low=12, qualifier=(Qualifier.DOZENS,)),
        )),
        {"displacement": t(2, 2, 2)},
    ),
    (
        "harm",
        Records(harm=(HarmRecord(value=2, measure=(Measure.DIED,), group=(PopulationGroup.CHILDREN,)),)),
        Records(harm=(
            HarmRecord(value=2, measure=(Measure.DIED,)), HarmRecord(value=2, measure=(Measure.KILLED,)),
        )),
        {"harm": t(1, 2, 1), "harm_group": t(0, 1, 1), "figure": None},
    ),
    (
        "sites: name with and without its kind, numbers, conditions",
        Records(sites=(site(),)),
        Records(sites=(site(name=("Kanyaruchinya camp",), capacity=(), conditions=(
            ConditionRecord(severity=(Severity.SEVERE,)), ConditionRecord(severity=(Severity.CRITICAL,)),
        )),)),
        {"site": t(1, 1, 1), "site_population": t(1, 1, 1), "site_capacity": t(0, 0, 1),
         "site_placed": t(1, 1, 1), "site_condition": t(1, 2, 1)},
    ),
    (
        "numbers given to the wrong camp are found, and misplaced; its conditions are not",
        Records(sites=(site(), site(name=("Bulengo",), population=(), capacity=(), conditions=()))),
        Records(sites=(site(name=("Bulengo",)),)),
        {"site": t(1, 1, 2), "site_population": t(1, 1, 1), "site_placed": t(0, 2, 2),
         "site_condition": t(0, 1, 1)},
    ),
    (
        "needs once a cluster, with the worst severity",
        Records(needs=(
            NeedRecord(cluster=(Cluster.WASH,), severity=(Severity.MODERATE,)),
            NeedRecord(cluster=(Cluster.WASH,), severity=(Severity.CRITICAL,)),
            NeedRecord(cluster=(Cluster.HEALTH,)),
        )),
        Records(needs=(
            NeedRecord(cluster=(Cluster.WASH,), severity=(Severity.CRITICAL,)),
            NeedRecord(cluster=(Cluster.SHELTER,)), NeedRecord(cluster=(Cluster.SHELTER,)),
        )),
        {"need": t(1, 2, 2), "need_severity": t(1, 1, 1)},
    ),
    (
        "a need is required where one telling of it is",
        Records(needs=(
            NeedRecord(cluster=(Cluster.WASH,), optional=True), NeedRecord(cluster=(Cluster.WASH,)),
        )),
        Records(),
        {"need": t(0, 0, 1)},
    ),
    (
        "help: cluster and status find it, the actor is a field",
        Records(response=(
            ResponseRecord(actor=("WFP", "World Food Programme"), cluster=(Cluster.FOOD_SECURITY,)),
            ResponseRecord(actor=("MSF",), cluster=(Cluster.HEALTH,)),
            ResponseRecord(actor=("the ministry",)),
        )),
        Records(response=(
            ResponseRecord(actor=("Oxfam",), cluster=(Cluster.FOOD_SECURITY,)),
            ResponseRecord(actor=("MSF",), cluster=(Cluster.HEALTH,), status=(ResponseStatus.PLANNED,)),
            ResponseRecord(),
        )),
        {"response": t(2, 3, 3), "response_actor": t(0, 1, 2)},
    ),
    (
        "access and risks by their code",
        Records(
            access=(AccessRecord(kind=(AccessKind.MINES,)),),
            risks=(RiskRecord(group=(PopulationGroup.WOMEN,)),),
        ),
        Records(
            access=(AccessRecord(kind=(AccessKind.MINES,)), AccessRecord(kind=(AccessKind.MINES,))),
            risks=(RiskRecord(group=(PopulationGroup.MEN,)),),
        ),
        {"access": t(1, 1, 1), "risk": t(0, 1, 1)},
    ),
    (
        "numbers in need and reached",
        Records(
            needs=(NeedRecord(cluster=(Cluster.WASH,), people=(FigureRecord(value=200),)),),
            response=(ResponseRecord(reached=(FigureRecord(value=340),)),),
        ),
        Records(response=(ResponseRecord(reached=(FigureRecord(value=340), FigureRecord(value=5))),)),
        {"aid_figure": t(1, 2, 2)},
    ),
]  # fmt: skip


@pytest.mark.parametrize(("gold", "predicted", "expected"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_known_answers(gold: Records, predicted: Records, expected: Mapping[str, Tally | None]) -> None:
    tallies = score(gold, predicted).tallies
    assert {name: tallies.get(name) for name in expected} == expected


NUMBERS = [
    (killed(30), killed(30, low=30), True, "a bound beside the value says what the hedge says"),
    (killed(30), killed(None, low=30, qualifier=(Qualifier.AT_LEAST,)), True, "a lone bound is its number"),
    (killed(None, low=20, high=30), killed(None, low=20, high=30), True, "a range"),
    (killed(None, low=20, high=30), killed(30), False, "a range is not its end"),
    (killed(None, low=20, high=30), killed(None, low=20, high=31), False, "another range"),
    (killed(None, low=24, qualifier=(Qualifier.DOZENS,)), killed(24), False, "dozens are not 24"),
    (
        killed(None, low=200, qualifier=(Qualifier.HUNDREDS,)),
        killed(None, low=200, qualifier=(Qualifier.DOZENS,)),
        False,
        "another word, though with the same bound",
    ),
    (killed(1200), killed(1201), False, "a near miss"),
]


@pytest.mark.parametrize(("one", "other", "same", "why"), NUMBERS)
def test_same_number(one: FigureRecord, other: FigureRecord, same: bool, why: str) -> None:
    assert same_number(one, other) is same, why
    assert same_number(other, one) is same, why


def test_rows_say_what_was_wrong() -> None:
    gold = events(event(figures=(killed(12), killed(4, spans=((40, 50),)))), clash(optional=True, figures=()))
    predicted = events(
        event(status=(EventStatus.ONGOING,), figures=(killed(13), killed(900, spans=((800, 810),))))
    )
    rows = [
        (row.what, row.verdict, row.gold is not None, row.predicted is not None)
        for row in score(gold, predicted).rows
    ]
    assert rows == [
        ("event", "part", True, True),
        ("event", "optional", True, False),
        ("figure", "wrong", True, True),  # 12 and 13, from one sentence
        ("figure", "missed", True, False),
        ("figure", "extra", False, True),
    ]
    first = score(gold, predicted).rows[0]
    assert ("status", "occurred", "ongoing", False) in first.fields
    assert ("support", "-", "-", None) in first.fields
    assert first.gold_spans == ((0, 30),)


def test_a_term_that_is_wrong_is_seen() -> None:
    gold = Records(displacement=(moved(),))
    row = score(gold, Records(displacement=(moved(term=(DisplacementTerm.EVACUATED,)),))).rows[0]
    assert row.verdict == "wrong"
    assert ("term", "forced_to_flee", "evacuated", False) in row.fields


def test_an_event_of_another_type_is_wrong_and_not_part_right() -> None:
    assert score(events(event()), events(event(sub_type=(SubEventType.ATTACK,)))).rows[0].verdict == "wrong"


def test_every_metric_is_of_a_tally_that_some_case_has() -> None:
    """A misspelt name would be a figure that is never scored."""
    everything = add_up(score(gold, predicted).tallies for _, gold, predicted, _ in CASES)
    assert {m.tally for m in METRICS} == set(everything)
    assert len({m.name for m in METRICS}) == len(METRICS)
    assert SCORER == "newsroom/1"


# What must hold of any. Few values each, so that facts meet.

_spans = st.lists(st.sampled_from([(0, 9), (5, 20), (30, 40), (60, 70)]), min_size=1, max_size=2).map(tuple)
_names = st.sampled_from(
    [("M23",), ("army", "FARDC"), ("Congolese army",), ("Ugandan army",), ("الجيش",), ("…",)]
)
_places = st.none() | st.builds(PlaceRecord, name=_names, country=st.sampled_from([None, "COD", "MLI"]))


def _codes(*codes: Any) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(st.sampled_from(codes), min_size=1, max_size=2, unique=True).map(tuple)


_number: dict[str, Any] = {
    "value": st.sampled_from([1.0, 2.0, 3.0]),
    "unit": _codes(Unit.PEOPLE, Unit.HOMES),
    "group": st.just(()) | _codes(PopulationGroup.CIVILIANS, PopulationGroup.PEOPLE),
    "claimed_by": st.just(()) | _names,
    "certainty": _codes(Certainty.STATED, Certainty.CLAIMED),
    "spans": _spans,
    "optional": st.booleans(),
}
_measure = _codes(Measure.KILLED, Measure.INJURED, Measure.MUNITIONS)
_figures = st.lists(st.builds(FigureRecord, **_number, measure=_measure), max_size=2).map(tuple)
_plain = st.lists(st.builds(FigureRecord, **_number), max_size=2).map(tuple)
_sides = st.lists(_names, max_size=2).map(tuple)
_fact: dict[str, Any] = {"spans": _spans, "optional": st.booleans()}


def _many(strategy: st.SearchStrategy[Any], size: int = 2) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(strategy, max_size=size).map(tuple)


_events = st.builds(
    EventRecord,
    **_fact,
    sub_type=_codes(SubEventType.SHELLING, SubEventType.ATTACK, SubEventType.AIR_STRIKE),
    status=_codes(EventStatus.OCCURRED, EventStatus.ONGOING),
    start=st.sampled_from([None, SUNDAY, MONDAY]),
    place=_places,
    side_a=_sides,
    side_b=_sides,
    support_a=_sides,
    figures=_figures,
)
_conditions = st.builds(ConditionRecord, **_fact, severity=_codes(Severity.CRITICAL, Severity.SEVERE))
_severities = _codes(Severity.CRITICAL, Severity.MODERATE)
_records = st.builds(
    Records,
    events=_many(_events, 3),
    displacement=_many(
        st.builds(
            MovementRecord,
            **_number,
            term=_codes(DisplacementTerm.DISPLACED, DisplacementTerm.EVACUATED),
            origin=_places,
            place=_places,
        )
    ),
    sites=_many(
        st.builds(SiteRecord, **_fact, name=_names, population=_plain, conditions=_many(_conditions)), 2
    ),
    needs=_many(
        st.builds(
            NeedRecord, **_fact, cluster=_codes(*list(Cluster)[:3]), severity=_severities, people=_plain
        )
    ),
    harm=_many(st.builds(HarmRecord, **_number, measure=_measure)),
    access=_many(st.builds(AccessRecord, **_fact, kind=_codes(*list(AccessKind)[:3]))),
    response=_many(
        st.builds(ResponseRecord, **_fact, actor=_names, cluster=st.just(()) | _codes(*list(Cluster)[:2]))
    ),
    risks=_many(st.builds(RiskRecord, **_fact, group=_codes(*list(PopulationGroup)[:3]))),
)


def _as_predicted(value: Any) -> Any:
    """The same, all of it predicted: a prediction has no optional facts."""
    if isinstance(value, tuple):
        return tuple(_as_predicted(part) for part in value)
    if not is_dataclass(value) or isinstance(value, type):
        return value
    changes = {f.name: _as_predicted(getattr(value, f.name)) for f in fields(value)}
    if "optional" in changes:
        changes["optional"] = False
    return type(value)(**changes)


def _turned(records: Records) -> Records:
    """The same records in another order, figures in their events as well."""
    turned = {f.name: getattr(records, f.name)[::-1] for f in fields(records)}
    turned["events"] = tuple(
        replace(e, figures=e.figures[::-1], side_a=e.side_a[::-1], support_a=e.support_a[::-1])
        for e in turned["events"]
    )
    return Records(**turned)


@settings(max_examples=40, deadline=None)
@given(_records)
def test_what_is_perfect_is_one_everywhere(records: Records) -> None:
    required = _as_predicted(records)
    for name, tally in score(required, required).tallies.items():
        if name in COUNTS:
            assert tally.predicted == 0
        else:
            assert tally.hits == tally.predicted == tally.expected, name


@settings(max_examples=40, deadline=None)
@given(_records)
def test_optional_facts_cost_nothing_when_all_are_predicted(records: Records) -> None:
    tallies = score(records, _as_predicted(records)).tallies
    for name in ("figure", "displacement", "harm", "site_population", "need", "access", "response", "risk"):
        tally = tallies.get(name, Tally())
        assert tally.hits == tally.expected == tally.predicted, name


@settings(max_examples=40, deadline=None)
@given(_records, _records)
def test_counts_are_counts(gold: Records, predicted: Records) -> None:
    result = score(gold, predicted)
    for name, tally in result.tallies.items():
        assert tally.predicted or tally.expected or name in COUNTS, "unscored is not zero"
        if name not in COUNTS:
            assert 0 <= tally.hits <= min(tally.predicted, tally.expected), name
    for what, name in (("event", "event_detected"), ("figure", "figure"), ("displacement", "displacement"),
                       ("harm", "harm"), ("need", "need"), ("response", "response")):  # fmt: skip
        verdicts = [row.verdict for row in result.rows if row.what == what]
        tally = result.tallies.get(name, Tally())
        wrong, paired = verdicts.count("wrong"), verdicts.count("right") + verdicts.count("part")
        # An event of another type is found and wrong; any other wrong pair is one missed and one extra.
        found = paired + (wrong if what == "event" else 0)
        assert tally.hits == found
        assert tally.expected == paired + wrong + verdicts.count("missed")
        assert tally.predicted == paired + wrong + verdicts.count("extra")


@settings(max_examples=40, deadline=None)
@given(_records, _records)
def test_neither_order_nor_side_matters(gold: Records, predicted: Records) -> None:
    tallies = dict(score(gold, predicted).tallies)
    assert score(_turned(gold), _turned(predicted)).tallies == tallies
    mirrored = {
        name: tally if name in COUNTS else Tally(tally.hits, tally.expected, tally.predicted)
        for name, tally in score(predicted, gold).tallies.items()
    }
    assert mirrored == tallies


@settings(max_examples=25, deadline=None)
@given(_records, _records)
def test_tallies_add_up_over_articles(gold: Records, predicted: Records) -> None:
    one, other = score(gold, predicted).tallies, score(predicted, predicted).tallies
    total = add_up([one, other])
    for name in {*one, *other}:
        assert total[name] == one.get(name, Tally()) + other.get(name, Tally())
