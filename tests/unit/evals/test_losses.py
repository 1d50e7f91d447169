"""Where facts are lost: invented articles, each with one fact lost at one stage."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from summariser._version import __version__
from summariser.articles import Article
from summariser.evals.losses.stages import Stage
from summariser.evals.losses.table import loss_table, losses_of
from summariser.evals.records import EventRecord, FigureRecord, PlaceRecord, Records, to_json_value
from summariser.evals.report.data import ScoredCase, ScoredRun, SuiteScores
from summariser.evals.run_log import CaseRecord, Head
from summariser.evals.scorers.idmc import Fact
from summariser.evals.scorers.muc4_form import Incident
from summariser.evals.scoring import score_record
from summariser.evals.suites.base import Case, Suite
from summariser.evals.suites.idmc import IDMC
from summariser.evals.suites.muc4 import MUC4
from summariser.evals.suites.newsroom import NEWSROOM_SUITE
from summariser.normalise.places import PlaceResolver
from summariser.schemas import EventSummary, Issue, IssueCode, Summary
from summariser.schemas.codebooks import Measure, SubEventType
from tests.unit.evals.muc4_samples import event
from tests.unit.sample import Cuts, empty_summary

TEXT = (
    "The river rose in Varenka on Monday. Some 1,200 people fled to Dolina. In Karst 85 families were moved. "
    "Nobody knows how the 3 bridges fared."
)
FLED = Fact(quantity=1200, term="Forced to Flee", unit="People", location="Dolina", country="SVN")
SHOP = (
    "Gunmen of the Red Dawn Front shot the mayor in Porto Verde on Friday. A bomb damaged the customs house."
)


def refused(text: str, *words: str) -> Summary:
    """A summary that holds nothing, and issues about the sentences in which some words stand."""
    issues = [
        Issue(code=IssueCode.INVALID, reason="no", step="figure", sentence=Cuts(text).proof(w)[0].sentence)
        for w in words
    ]
    return empty_summary(issues=tuple(issues))


def lost(
    resolver: PlaceResolver,
    suite: Suite,
    text: str,
    gold: Any,
    prediction: dict[str, Any],
    summary: Summary | None = None,
    traits: Sequence[str] = (),
) -> list[tuple[str, Stage | None]]:
    scored = scored_case(suite, text, gold, prediction, summary, traits)
    return [(loss.what, loss.stage) for loss in losses_of(scored, resolver)]


def scored_case(
    suite: Suite,
    text: str,
    gold: Any,
    prediction: dict[str, Any],
    summary: Summary | None = None,
    traits: Sequence[str] = (),
) -> ScoredCase:
    case = Case(suite.name, "x", Article(text), gold, tuple(traits))
    record = CaseRecord(
        suite=suite.name, id="x", prediction={"id": "x", **prediction}, summary=summary or empty_summary()
    )
    return score_record(suite, case, record)


def fact(**changes: Any) -> dict[str, Any]:
    return {"figures": [FLED.model_copy(update=changes).model_dump()]}


@pytest.mark.parametrize(
    ("why", "quantity", "issues", "traits", "stage"),
    [
        ("read, and nothing came of its sentence", 1200, (), (), Stage.NOT_FOUND),
        ("read, and refused", 1200, ("Some 1,200",), (), Stage.CHOICE),
        (
            "an issue about another sentence does not make it a candidate",
            1200,
            ("river",),
            (),
            Stage.NOT_FOUND,
        ),
        ("a sum over the text", 1285, (), ("sum",), Stage.LABEL),
        ("no digits and no sum: in words that were not read", 77, (), ("in-words",), Stage.NOT_READ),
    ],
)
def test_a_missed_fact(
    resolver: PlaceResolver,
    why: str,
    quantity: int,
    issues: Sequence[str],
    traits: Sequence[str],
    stage: Stage,
) -> None:
    gold = (FLED.model_copy(update={"quantity": quantity}),)
    found = lost(resolver, IDMC, TEXT, gold, {"figures": []}, refused(TEXT, *issues), traits)
    assert found == [("fact", stage)], why


def test_a_number_that_is_read_as_another_is_a_wrong_form(resolver: PlaceResolver) -> None:
    text = "Officials counted 4 lakh people in camps."
    gold = (FLED.model_copy(update={"quantity": 4}),)
    # The reader makes 400,000 of it; a label that says 4 has the digits, in another sense.
    assert lost(resolver, IDMC, text, gold, {"figures": []}) == [("fact", Stage.FORM)]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, {"fact": None, "location": None, "country": None}),
        ({"term": "Displaced"}, {"fact": Stage.CHOICE, "location": None, "country": None}),
        ({"unit": "Households"}, {"fact": Stage.FORM, "location": None, "country": None}),
        ({"country": "HRV"}, {"fact": None, "location": None, "country": Stage.FORM}),
        ({"location": "Karst"}, {"fact": None, "location": Stage.CHOICE, "country": None}),
    ],
)
def test_a_found_fact(
    resolver: PlaceResolver, changes: dict[str, Any], expected: dict[str, Stage | None]
) -> None:
    assert dict(lost(resolver, IDMC, TEXT, (FLED,), fact(**changes))) == expected


def test_a_place_that_the_text_does_not_name(resolver: PlaceResolver) -> None:
    gold = (FLED.model_copy(update={"location": "Upper Trava"}),)
    found = dict(lost(resolver, IDMC, TEXT, gold, fact(country="HRV")))
    assert found == {"fact": None, "location": Stage.LABEL, "country": Stage.LABEL}


def test_what_is_extra_and_what_is_told_twice(resolver: PlaceResolver) -> None:
    three = {"figures": [FLED.model_dump(), FLED.model_dump(), {**FLED.model_dump(), "quantity": 85}]}
    found = lost(resolver, IDMC, TEXT, (FLED,), three)
    assert [stage for what, stage in found if what == "fact"] == [None, Stage.GROUPING, Stage.EXTRA]


KEY: dict[str, Any] = {
    "optional": False, "type": "ATTACK", "date": None, "location": None,
    "instruments": (), "instruments_optional": (), "perp_individuals": (("GUNMEN",),),
    "perp_individuals_optional": (False,), "perp_organizations": (("RED DAWN FRONT",),),
    "perp_organizations_optional": (False,), "physical_targets": (), "physical_targets_optional": (),
    "human_targets": ({"names": (), "descriptions": ("MAYOR",), "optional": False},),
    "killed": None, "killed_low": None, "killed_high": None,
    "injured": None, "injured_low": None, "injured_high": None,
}  # fmt: skip


def incident(**changes: Any) -> Incident:
    return Incident.model_validate({**KEY, **changes})


def test_a_missed_incident(resolver: PlaceResolver) -> None:
    nothing: dict[str, Any] = {"events": []}
    assert lost(resolver, MUC4, SHOP, (incident(),), nothing) == [("incident", Stage.NOT_FOUND)]
    found = lost(resolver, MUC4, SHOP, (incident(),), nothing, refused(SHOP, "Gunmen"))
    assert found == [("incident", Stage.CHOICE)]
    bishop = {"names": (), "descriptions": ("BISHOP",), "optional": False}
    elsewhere = incident(
        human_targets=(bishop,), perp_individuals=(), perp_individuals_optional=(),
        perp_organizations=(), perp_organizations_optional=(),
    )  # fmt: skip
    assert lost(resolver, MUC4, SHOP, (elsewhere,), nothing) == [("incident", Stage.LABEL)]


@pytest.mark.parametrize(
    ("sub_type", "stage"),
    [(SubEventType.ATTACK, Stage.GROUPING), (SubEventType.ARMED_CLASH, Stage.CHOICE)],
)
def test_an_incident_whose_sentence_made_another_event(
    resolver: PlaceResolver, sub_type: SubEventType, stage: Stage
) -> None:
    told = event(sub_type, evidence=Cuts(SHOP).proof("Gunmen"))
    summary = empty_summary(events=EventSummary(events=(told,)))
    assert lost(resolver, MUC4, SHOP, (incident(),), {"events": []}, summary) == [("incident", stage)]


def test_the_fills_of_an_aligned_incident(resolver: PlaceResolver) -> None:
    told = [
        {"type": "ATTACK", "perp_individuals": ["gunmen"], "instruments": ["bomb"]},
        {"type": "BOMBING", "perp_organizations": ["Red Dawn Front"]},
    ]
    found = lost(resolver, MUC4, SHOP, (incident(killed=7),), {"events": told}, refused(SHOP, "Gunmen"))
    assert [pair for pair in found if pair[0] != "incident: human_targets"] == [
        ("incident", None),
        ("incident: type", None),
        ("incident: killed", Stage.LABEL),
        ("incident: perp_individuals", None),
        ("incident: perp_organizations", Stage.GROUPING),
        ("incident: instruments", Stage.EXTRA),
        ("incident", Stage.EXTRA),
    ]
    # Whether the reading lists the mayor is the reading's matter; he stands in a candidate.
    assert dict(found)["incident: human_targets"] in {Stage.NOT_READ, Stage.CHOICE}


def span(words: str) -> tuple[tuple[int, int], ...]:
    at = RAID.index(words)
    return ((at, at + len(words)),)


RAID = "Shells fell on Dolina on Sunday, killing 12 people. Near Karst 40 were hurt. Nobody counted the rest."


def killed(value: float, words: str, **more: Any) -> FigureRecord:
    return FigureRecord(value=value, measure=(Measure.KILLED,), spans=span(words), **more)


def shelling(**more: Any) -> EventRecord:
    fields: dict[str, Any] = {
        "sub_type": (SubEventType.SHELLING,), "place": PlaceRecord(name=("Dolina",)),
        "figures": (killed(12, "killing 12 people"),), "spans": span("Shells fell on Dolina"), **more,
    }  # fmt: skip
    return EventRecord(**fields)


def newsroom(
    resolver: PlaceResolver, gold: Records, given: Records, summary: Summary | None = None
) -> list[tuple[str, Stage]]:
    found = lost(resolver, NEWSROOM_SUITE, RAID, gold, to_json_value(given), summary)
    return [(what, stage) for what, stage in found if stage is not None]


def test_an_article_in_the_schema_s_terms(resolver: PlaceResolver) -> None:
    gold = Records(events=(shelling(),))
    assert newsroom(resolver, gold, gold) == []
    assert newsroom(resolver, gold, Records()) == [("event", Stage.NOT_FOUND), ("figure", Stage.NOT_FOUND)]
    found = newsroom(resolver, gold, Records(), refused(RAID, "Shells"))
    assert found == [("event", Stage.CHOICE), ("figure", Stage.CHOICE)]
    assert newsroom(resolver, Records(), gold) == [("event", Stage.EXTRA), ("figure", Stage.EXTRA)]


def test_a_number_that_was_not_read(resolver: PlaceResolver) -> None:
    rest = killed(9, "Nobody counted the rest")
    gold = Records(events=(shelling(figures=(rest,)),))
    assert newsroom(resolver, gold, Records(events=(shelling(figures=()),))) == [("figure", Stage.NOT_READ)]


def test_claims_that_became_one(resolver: PlaceResolver) -> None:
    two = (
        killed(12, "killing 12 people", claimed_by=("Ivo Tann",)),
        killed(12, "killing 12 people", claimed_by=("Mara Lo",)),
    )
    gold, given = Records(events=(shelling(figures=two),)), Records(events=(shelling(figures=two[:1]),))
    assert newsroom(resolver, gold, given) == [("figure", Stage.GROUPING)]
    assert newsroom(resolver, given, gold) == [("figure", Stage.GROUPING)]


def test_fields_of_a_found_event(resolver: PlaceResolver) -> None:
    gold = Records(events=(shelling(side_a=(("Red Dawn Front",),), side_b=(("Dolina",),)),))
    other = shelling(place=PlaceRecord(name=("Karst",)), side_b=(("Blue League",),))
    assert newsroom(resolver, gold, Records(events=(other,))) == [
        ("event: place", Stage.CHOICE),
        ("event: side_a", Stage.LABEL),
        ("event: side_b", Stage.CHOICE),
        ("event: side_b", Stage.EXTRA),
    ]


def test_the_table_counts_and_says_no_word_of_the_text(resolver: PlaceResolver) -> None:
    scored = scored_case(IDMC, TEXT, (FLED,), {"figures": []})
    suite = SuiteScores("idmc", True, IDMC.metrics, (scored,))
    head = Head(
        run="r", mode="live", summariser_version=__version__, model="m", strategy="stepwise", scorers={}
    )
    text = loss_table([ScoredRun("r", "m", "stepwise", head, (suite,))], resolver)
    assert "| fact |  | 1 |  |  |  |  |  |  |" in text
    assert "idmc, r: 1 articles" in text
    assert "Dolina" not in text
    assert text == loss_table([ScoredRun("r", "m", "stepwise", head, (suite,))], resolver)
