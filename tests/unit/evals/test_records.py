"""Labels and summaries as records, and records as JSON."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest

from summariser.errors import BadLabel, BadLog
from summariser.evals.gold import Label
from summariser.evals.records import (
    EventRecord,
    FigureRecord,
    PlaceRecord,
    Records,
    from_json_value,
    from_label,
    from_summary,
    to_json_value,
)
from summariser.evals.scorers.newsroom import score
from summariser.schemas.codebooks import (
    Certainty,
    Cluster,
    Measure,
    MovementStatus,
    PopulationGroup,
    Qualifier,
    SubEventType,
    Unit,
)
from tests.unit.sample import empty_summary, sample_article, sample_summary

TEXT = (
    "Shells fell on Sake’s market on Sunday 🔥, killing 12 civilians, the mayor said. "
    "The shelling lasted an hour. At least 400 families fled to Goma. "
    "Kanyaruchinya camp holds dozens more. Water is short, and WFP brought flour."
)
LABEL: dict[str, Any] = {
    "id": "sake",
    "reading": "first",
    "events": [
        {
            "sub_type": "Shelling/artillery/missile attack|Attack",
            "start": "2024-03-10",
            "end": "2024-03-10",
            "precision": "day",
            "place": {"name": "Sake", "country": "COD"},
            "side_b": ["shoppers|civilians"],
            "quote": "Shells fell on Sake’s market",
            "more": ["shelling lasted an hour"],
            "figures": [
                {
                    "measure": "killed",
                    "value": 12,
                    "group": "civilians",
                    "claimed_by": "mayor",
                    "certainty": "claimed|stated",
                    "quote": "killing 12 civilians",
                    "optional": True,
                }
            ],
        }
    ],
    "displacement": [
        {
            "term": "forced_to_flee",
            "value": 400,
            "qualifier": "at_least",
            "unit": "households",
            "destination": {"name": "Goma"},
            "quote": "400 families fled",
        }
    ],
    "sites": [
        {
            "name": "Kanyaruchinya",
            "country": "COD",
            "quote": "Kanyaruchinya camp",
            "population": [{"low": 24, "qualifier": "dozens", "quote": "holds dozens more"}],
            "conditions": [{"severity": "moderate", "quote": "Water is short"}],
        }
    ],
    "needs": [{"cluster": "WSH", "quote": "Water is short"}],
    "harm": [{"measure": "killed", "value": 12, "group": "civilians", "quote": "killing 12 civilians"}],
    "access": [{"kind": "hostilities", "quote": "shelling lasted"}],
    "response": [{"actor": "WFP|World Food Programme", "quote": "WFP brought flour"}],
    "risks": [{"group": "civilians", "quote": "12 civilians"}],
}


def label(**changes: Any) -> Label:
    return Label.model_validate({**LABEL, **changes})


def words(spans: tuple[tuple[int, int], ...], text: str = TEXT) -> list[str]:
    return [text[start:end] for start, end in spans]


def test_a_label_keeps_alternatives_aliases_and_quotes() -> None:
    records = from_label(label(), TEXT)
    (event,) = records.events
    assert event.sub_type == (SubEventType.SHELLING, SubEventType.ATTACK)
    assert (event.start, event.place) == (date(2024, 3, 10), PlaceRecord(name=("Sake",), country="COD"))
    assert event.side_b == (("shoppers", "civilians"),)
    # Code points: what stands behind the emoji is not shifted, and nothing is widened to its sentence.
    assert words(event.spans) == ["Shells fell on Sake’s market", "shelling lasted an hour"]
    (figure,) = event.figures
    assert words(figure.spans) == ["killing 12 civilians"]
    assert (figure.measure, figure.value, figure.optional) == ((Measure.KILLED,), 12, True)
    assert figure.certainty == (Certainty.CLAIMED, Certainty.STATED)
    (moved,) = records.displacement
    assert (moved.value, moved.qualifier, moved.unit) == (400, (Qualifier.AT_LEAST,), (Unit.HOUSEHOLDS,))
    assert moved.destination == PlaceRecord(name=("Goma",))
    assert (moved.group, moved.claimed_by, moved.measure) == ((), (), ())
    (site,) = records.sites
    assert site.population[0].low == 24
    assert words(site.conditions[0].spans) == ["Water is short"]
    assert [len(getattr(records, part)) for part in ("needs", "harm", "access", "response", "risks")] == [
        1
    ] * 5
    assert records.response[0].actor == ("WFP", "World Food Programme")
    assert records.response[0].cluster == ()
    assert records.risks[0].group == (PopulationGroup.CIVILIANS,)


def test_a_quote_that_is_not_there_is_an_error() -> None:
    with pytest.raises(BadLabel, match="does not stand"):
        from_label(label(needs=[{"cluster": "WSH", "quote": "Water was short"}]), TEXT)


def test_a_quote_that_is_there_twice_is_an_error() -> None:
    with pytest.raises(BadLabel, match="more than once"):
        from_label(label(), TEXT + " " + TEXT)


def test_a_summary_keeps_everything_that_is_scored() -> None:
    text = sample_article().text
    summary = sample_summary()
    records = from_summary(summary)
    clash, strike = records.events
    assert clash.sub_type == (SubEventType.ARMED_CLASH,)
    assert clash.place == PlaceRecord(name=("Inekar", "Inékar"), country="MLI")
    assert clash.side_a == (("Azawad Liberation Column", "ALC"),)
    assert clash.side_b == (("Army of Mali", "Malian soldiers"),)
    assert strike.place is not None
    assert strike.place.name == ("Tinfadimata",)
    assert [f.measure for f in strike.figures] == [
        (m,) for m in ("killed", "injured", "destroyed", "strikes")
    ]
    assert clash.figures[0].claimed_by == ("Issa Dembélé", "Colonel Issa Dembélé")
    assert words(clash.spans, text) == [e.text for e in summary.events.events[0].evidence]  # type: ignore[union-attr]
    # The planned return stands with the displacement.
    assert [m.status for m in records.displacement] == [
        (MovementStatus.OCCURRED,),
        (MovementStatus.OCCURRED,),
        (MovementStatus.PLANNED,),
    ]
    assert records.sites[0].country == "MLI"
    assert records.response[1].actor == ()
    assert records.needs[0].people[0].value == 200
    numbers = [f for e in records.events for f in e.figures]
    numbers += [*records.displacement, *records.harm]
    numbers += [f for s in records.sites for f in (*s.population, *s.capacity)]
    numbers += [f for n in records.needs for f in n.people] + [f for r in records.response for f in r.reached]
    assert len(numbers) == len(summary.figures()), "no figure is lost"
    assert not any(number.optional for number in numbers)


def test_further_evidence_is_kept() -> None:
    summary = sample_summary()
    facts = summary.humanitarian
    assert facts is not None
    more = facts.needs[0].model_copy(update={"evidence": facts.needs[0].evidence + facts.access[0].evidence})
    changed = summary.model_copy(update={"humanitarian": facts.model_copy(update={"needs": (more,)})})
    assert from_summary(changed).needs[0].spans == tuple((e.start, e.end) for e in more.evidence)
    assert len(more.evidence) == 2


def test_half_a_summary_and_an_empty_one() -> None:
    assert from_summary(empty_summary()) == Records()
    only = from_summary(sample_summary(kind="events", humanitarian=None))
    assert only.events
    assert not only.needs
    other = from_summary(sample_summary(kind="humanitarian", events=None))
    assert not other.events
    assert other.needs


@pytest.mark.parametrize(
    "records",
    [Records(), from_summary(sample_summary()), from_label(label(), TEXT)],
    ids=["empty", "summary", "label"],
)
def test_json_there_and_back(records: Records) -> None:
    value = to_json_value(records)
    again = from_json_value(json.loads(json.dumps({"id": "a-case", **value})))
    assert again == records
    assert to_json_value(again) == value
    assert "id" not in value


def test_json_is_plain_and_short() -> None:
    figure = FigureRecord(value=12, measure=(Measure.KILLED,), spans=((0, 9),))
    event = EventRecord(sub_type=(SubEventType.ATTACK,), start=date(2024, 3, 10), figures=(figure,))
    assert to_json_value(Records(events=(event,))) == {
        "events": [
            {
                "sub_type": ["Attack"],
                "start": "2024-03-10",
                "figures": [{"value": 12.0, "measure": ["killed"], "spans": [[0, 9]]}],
            }
        ]
    }


@pytest.mark.parametrize(
    ("value", "where"),
    [
        ({"events": [{"sub_type": ["Ambush"]}]}, "events.0.sub_type.0"),
        ({"event": []}, "event"),
        ({"needs": [{"cluster": [Cluster.WASH], "gravity": "high"}]}, "gravity"),
        ({"events": [{}]}, "sub_type"),
        ({"harm": [{"value": "many"}]}, "value"),
    ],
)
def test_a_prediction_of_another_form_is_an_error_that_says_where(value: dict[str, Any], where: str) -> None:
    with pytest.raises(BadLog, match=where):
        from_json_value(value)


def test_a_summary_scores_all_right_against_its_own_records() -> None:
    records = from_summary(sample_summary())
    tallies = score(records, from_json_value(to_json_value(records))).tallies
    assert tallies["figure"].hits == tallies["figure"].expected == 11
    assert all(t.hits == t.expected == t.predicted for name, t in tallies.items() if name != "sides_swapped")
