"""The muc4 suite: its file, and a summary in MUC-4's terms. All records are made up."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from summariser.articles import Article
from summariser.errors import BadData, SuiteNotHere
from summariser.evals.scorers.muc4_form import Incident, ListSlot
from summariser.evals.suites.base import Case, Suite
from summariser.evals.suites.muc4 import MUC4, perpetrators, toll
from summariser.schemas import Actor, Event, EventFigure, EventSummary
from summariser.schemas.codebooks import (
    ActorKind,
    Certainty,
    EventStatus,
    Measure,
    PopulationGroup,
    Qualifier,
    SubEventType,
    Unit,
)
from tests.unit.evals.muc4_samples import (
    TEXT,
    actor,
    count,
    damage,
    event,
    means,
    on,
    place,
    target,
    things,
)
from tests.unit.evals.test_muc4_scorer import KIDNAPPING, key
from tests.unit.sample import empty_summary, sample_summary

DAY = date(1988, 3, 10)
P = PopulationGroup


def record(*incidents: dict[str, Any], **changes: Any) -> dict[str, Any]:
    text = "PORTO VERDE, 10 Mar 88 -- A bomb went off at the customs house."
    return {"id": "one", "text": text, "published": "1988-03-10", "incidents": list(incidents), **changes}


def write(path: Path, *records: Any) -> Path:
    file = path / "keys.jsonl"
    file.write_text("".join(json.dumps(r) + "\n" for r in records), "utf-8")
    return file


def predicted(*events: Event, published: date | None = DAY) -> list[dict[str, Any]]:
    found = empty_summary(events=EventSummary(events=events))
    prediction = MUC4.predict(Case("muc4", "one", Article(TEXT, published=published), ()), found)
    assert prediction["id"] == "one"
    assert json.loads(json.dumps(prediction)) == prediction, "plain JSON"
    return list(prediction["events"])


def test_it_is_a_suite() -> None:
    suite: Suite = MUC4
    assert (suite.name, suite.external, suite.scorer) == ("muc4", True, "muc4/1")
    assert len({metric.name for metric in suite.metrics}) == len(suite.metrics)


def test_records_become_cases(tmp_path: Path) -> None:
    kidnapping = key(**KIDNAPPING, stage=["THREATENED", "ATTEMPTED"])
    optional = key(optional=True, type=["ATTACK", "BOMBING"])
    data = write(
        tmp_path,
        record(key(), kidnapping),
        record(id="two"),
        record(optional, id="three", later="a key that nobody knows yet"),
    )
    cases = MUC4.cases(data)
    assert [case.id for case in cases] == ["one", "two", "three"]
    assert cases[0].article.published == DAY
    assert [len(case.gold) for case in cases] == [2, 0, 1]
    assert cases[0].traits == (
        "relevant", "several-incidents", "stage:ACCOMPLISHED", "stage:ATTEMPTED", "stage:THREATENED",
        "type:BOMBING", "type:KIDNAPPING",
    )  # fmt: skip
    assert cases[1].traits == ("irrelevant",)
    assert cases[2].traits == ("optional-only", "stage:ACCOMPLISHED", "type:ATTACK", "type:BOMBING")


@pytest.mark.parametrize(
    ("bad", "says"),
    [
        (record(published="10 March 1988"), "published"),
        (record(published=None), "published"),
        (record(key(type="WAR")), "incidents.0.type"),
        (record(key(killed="one")), "incidents.0.killed"),
        (record({k: v for k, v in key().items() if k != "location"}), "incidents.0.location"),
        (record(key(instruments_optional=[])), "instruments_optional"),
        (record(text=""), "line 2"),
        (record(id="first"), "'first'"),
    ],
)
def test_a_bad_record_is_named_by_its_line(tmp_path: Path, bad: Any, says: str) -> None:
    with pytest.raises(BadData, match="line 2") as caught:
        MUC4.cases(write(tmp_path, record(id="first"), bad))
    assert says in str(caught.value)


def test_what_is_not_here_says_so(tmp_path: Path) -> None:
    with pytest.raises(SuiteNotHere, match=r"muc4.*none\.jsonl"):
        MUC4.cases(tmp_path / "none.jsonl")


def test_a_whole_event() -> None:
    bomb = event(
        when=on("1988-03-04"),
        place=place("Porto Verde"),
        actors=(actor("gunmen", ActorKind.POLITICAL_MILITIA), actor("Red Dawn Front", ActorKind.REBEL_GROUP)),
        means=(means("car bomb"),),
        damage=(damage("customs house and two trucks"),),
        figures=[
            count(3, P.CIVILIANS, counted="clerks"),
            count(2, P.SOLDIERS, Measure.INJURED, counted="soldiers"),
        ],
    )
    assert predicted(bomb) == [
        {
            "type": "BOMBING",
            "date": {"start": "1988-03-04", "end": "1988-03-04"},
            "country": "BOLIVIA",
            "places": ["Porto Verde"],
            "perp_individuals": ["gunmen"],
            "perp_organizations": ["Red Dawn Front"],
            "human_targets": ["clerks", "soldiers"],
            "physical_targets": ["customs house", "two trucks"],
            "instruments": ["car bomb"],
            "killed": 3,
            "injured": 2,
        }
    ]


def test_what_is_no_incident_is_left_out() -> None:
    events = (event(SubEventType.ARMED_CLASH), event(status=EventStatus.PLANNED), event())
    renamed = tuple(e.model_copy(update={"id": f"E{n}"}) for n, e in enumerate(events, start=1))
    assert [e["type"] for e in predicted(*renamed)] == ["BOMBING"]


def test_dates_as_the_key_writes_them() -> None:
    assert predicted(event())[0]["date"] == {"start": None, "end": "1988-03-10"}, "by the document's day"
    assert predicted(event(), published=None)[0]["date"] is None
    ranged = predicted(event(when=on("1988-03-01", "1988-03-03")))[0]["date"]
    assert ranged == {"start": "1988-03-01", "end": "1988-03-03"}


def test_places_as_the_key_writes_them() -> None:
    assert predicted(event(place=place("Bolivia")))[0]["places"] == [], "a country is no place in it"
    assert predicted(event(place=place("Porto Verde", country=None)))[0]["country"] is None
    nowhere = predicted(event())[0]
    assert (nowhere["places"], nowhere["country"]) == ([], None)


@pytest.mark.parametrize(
    ("who", "individuals", "organizations", "why"),
    [
        (actor("gunmen", ActorKind.POLITICAL_MILITIA), ["gunmen"], [], "an unnamed group is its people"),
        (actor("Red Dawn Front", ActorKind.REBEL_GROUP), [], ["Red Dawn Front"], "a named one a body"),
        (
            actor("rebels", ActorKind.REBEL_GROUP, name="Red Dawn Front"),
            ["rebels"],
            ["Red Dawn Front"],
            "people whose body is known: both",
        ),
        (actor("soldiers", ActorKind.STATE_FORCES), ["soldiers"], [], "people"),
        (actor("army", ActorKind.STATE_FORCES, name="Army of Freedonia"), [], ["army"], "a body"),
        (actor("Ivo Tann", ActorKind.UNKNOWN), ["Ivo Tann"], [], "a person"),
        (actor("UJF", ActorKind.UNKNOWN), [], ["UJF"], "a body by its acronym"),
        (actor("Blue League", ActorKind.UNKNOWN), [], ["Blue League"], "a body by its name"),
        (target("Red Dawn Front", ActorKind.REBEL_GROUP), [], [], "side B does not perpetrate"),
    ],
)
def test_perpetrators(who: Actor, individuals: list[str], organizations: list[str], why: str) -> None:
    assert [list(names) for names in perpetrators(event(actors=(who,)))] == [individuals, organizations], why


def test_targets() -> None:
    rebels = actor("Red Dawn Front", ActorKind.REBEL_GROUP)
    told = event(
        actors=(
            rebels,
            target("Clerks", ActorKind.CIVILIANS),
            target("Harbour Party", ActorKind.ORGANISATION),
        ),
        figures=[
            count(3, counted="clerks"),
            count(2, counted="wounded", measure=Measure.INJURED),
            count(1, P.FIGHTERS, counted="rebels", affiliation="Red Dawn Front"),
            count(4, counted="dockers", measure=Measure.ABDUCTED),
            count(50, counted="marchers", measure=Measure.PARTICIPANTS),
            things("trucks"),
            things("sheds", Measure.DAMAGED),
        ],
    )
    found = predicted(told)[0]
    assert found["human_targets"] == ["Clerks", "dockers"]
    assert found["physical_targets"] == ["trucks", "sheds", "Harbour Party"]


TOLLS: list[tuple[str, list[EventFigure], int | None]] = [
    ("none", [], None),
    ("one", [count(7)], 7),
    ("nobody", [count(0)], 0),
    ("of two claimants the lower", [count(9, claimant="Colonel Ott"), count(7, claimant="Doctor Um")], 7),
    ("of one claimant's two the higher", [count(7), count(9)], 9),
    ("a denied one is none", [count(9, certainty=Certainty.DENIED, claimant="Doctor Um")], None),
    ("fighters and soldiers add up", [count(17, P.FIGHTERS), count(2, P.SOLDIERS)], 19),
    ("people contain their parts", [count(26), count(4, P.POLICE)], 26),
    ("unless these are more", [count(1), count(5, P.SOLDIERS)], 6),
    ("civilians contain children", [count(12, P.CIVILIANS), count(4, P.CHILDREN)], 12),
    ("and officials", [count(12, P.CIVILIANS), count(1, P.OFFICIALS)], 12),
    ("civilians and soldiers add up", [count(12, P.CIVILIANS), count(4, P.SOLDIERS)], 16),
    ("officials contain women", [count(3, P.OFFICIALS), count(1, P.WOMEN)], 3),
    ("women and children alone add up", [count(3, P.WOMEN), count(4, P.CHILDREN)], 7),
    ("no group is people", [count(5, None, unit=Unit.PEOPLE), count(2, P.CHILDREN)], 5),
    ("a vague word", [count(None, low=24, qualifier=Qualifier.DOZENS)], 24),
    ("a range", [count(None, low=3, high=5, qualifier=Qualifier.BETWEEN)], 3),
    ("an upper bound", [count(None, high=5, qualifier=Qualifier.AT_MOST)], 5),
    ("families are not counted", [count(5, unit=Unit.HOUSEHOLDS)], None),
    (
        "each claimant's groups",
        [
            count(6, P.FIGHTERS, claimant="Doctor Um"),
            count(41, P.FIGHTERS, claimant="Colonel Ott"),
            count(7, P.SOLDIERS, claimant="Colonel Ott"),
            count(30, P.SOLDIERS, claimant="Doctor Um"),
        ],
        13,
    ),
]


@pytest.mark.parametrize(("why", "figures", "expected"), TOLLS, ids=[c[0] for c in TOLLS])
def test_one_number_for_many_claims(why: str, figures: list[EventFigure], expected: int | None) -> None:
    assert toll(figures) == expected, why
    assert toll(figures[::-1]) == expected


def test_a_summary_without_events() -> None:
    case = Case("muc4", "one", Article(TEXT, published=DAY), ())
    only = sample_summary(kind="humanitarian", events=None)
    assert MUC4.predict(case, only) == {"id": "one", "events": []}


def test_a_whole_summary() -> None:
    """The example article's: a clash, which is none, and an air strike on civilians."""
    case = Case("muc4", "one", Article(TEXT, published=date(2025, 11, 18)), ())
    found = list(MUC4.predict(case, sample_summary())["events"])
    assert [(e["type"], e["killed"], e["injured"], e["country"]) for e in found] == [
        ("BOMBING", 12, 23, "MALI")
    ]


def test_the_shared_keys_are_perfect_by_themselves() -> None:
    """Every key, told back in its own words, scores 1: nothing in the real file is beyond the scorer."""
    try:
        cases = MUC4.cases()
    except SuiteNotHere as error:
        pytest.skip(str(error))
    for case in cases:
        tallies = MUC4.score(case, {"id": case.id, "events": [told_back(one) for one in case.gold]}).tallies
        assert all(t.hits == t.predicted == t.expected for t in tallies.values()), case.id


def told_back(incident: Incident) -> dict[str, Any]:
    names: tuple[ListSlot, ...] = (
        "perp_individuals", "perp_organizations", "human_targets", "physical_targets", "instruments",
    )  # fmt: skip
    where = incident.location.admitted[0] if incident.location else None
    days = incident.date.admitted[0] if incident.date else None
    return {
        "type": incident.types[-1],
        "date": days.model_dump(include={"start", "end"}) if days else None,
        "country": where and where.country,
        "places": where.places if where else [],
        "killed": incident.killed_low if incident.killed is None else incident.killed,
        "injured": incident.injured_low if incident.injured is None else incident.injured,
        **{slot: [fill.aliases[-1] for fill in incident.fills(slot)] for slot in names},
    }


def test_a_prediction_is_scored(tmp_path: Path) -> None:
    case = MUC4.cases(write(tmp_path, record(key())))[0]
    prediction = MUC4.predict(case, empty_summary(events=EventSummary(events=(event(),))))
    tallies = MUC4.score(case, prediction).tallies
    assert (tallies["event"].hits, tallies["slot:type"].hits, tallies["slot"].expected) == (1, 1, 10)
