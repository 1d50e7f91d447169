"""Figures of the report: the arithmetic of the tallies, a dash for what was not scored, costs on record."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summariser.evals.report import ScoredCase, SuiteScores
from summariser.evals.report.figures import (
    DASH,
    Estimate,
    case_value,
    cost,
    estimate,
    fates,
    field_metrics,
    field_tallies,
    headlines,
    leading,
    show,
    trait_groups,
    with_trait,
)
from summariser.evals.run_log import CaseRecord, Failure
from summariser.evals.suites.base import Case
from summariser.evals.tally import CaseScore, Kind, Metric, Row, Tally, add_up
from tests.browser.report_runs import report_runs
from tests.unit.sample import sample_article

F1 = Metric("f", "t", "f1", "")
COUNTS = st.integers(0, 20)
TALLIES = st.builds(Tally, COUNTS, COUNTS, COUNTS)


def suite(*rows: Row) -> SuiteScores:
    case = Case("s", "c", sample_article(), None, ("camp", "lang:ar"))
    scored = ScoredCase(case, CaseRecord(suite="s", id="c"), CaseScore({"t": Tally(1, 2, 3)}, rows))
    return SuiteScores("s", False, (F1,), (scored,))


@given(st.lists(st.dictionaries(st.sampled_from(["t", "u"]), TALLIES), max_size=6))
def test_a_figure_is_what_its_tallies_add_up_to(tallies: list[dict[str, Tally]]) -> None:
    total = add_up(tallies).get("t")
    for kind in ("f1", "recall", "precision", "ratio", "count"):
        found = estimate(tallies, Metric("m", "t", kind, ""))
        assert found.value == (total.value(kind) if total else None)
        assert found.cases <= len(tallies)


@pytest.mark.parametrize(
    ("value", "kind", "shown", "why"),
    [
        (None, "f1", DASH, "nothing to score"),
        (0.0, "f1", "0.000", "all wrong is a figure"),
        (2 / 3, "recall", "0.667", "three decimals"),
        (1.23456, "ratio", "1.23", "a ratio may pass 1"),
        (0, "count", "0", "no fault counted"),
        (1234, "count", "1,234", "whole"),
        (2.5, "count", "2.5", "a half is not rounded away"),
        (None, "count", DASH, "no case was counted"),
    ],
)
def test_a_figure_in_words(value: float | None, kind: Kind, shown: str, why: str) -> None:
    assert show(value, kind) == shown, why


def test_nothing_to_score_is_no_zero() -> None:
    absent = estimate([{"other": Tally(1, 1, 1)}, {}], F1)
    assert absent == Estimate(None, None, None, 0, "f1", Tally())
    assert absent.shown == DASH
    empty = estimate([{"t": Tally()}], F1)
    assert (empty.value, empty.cases) == (None, 0)
    wrong = estimate([{"t": Tally(0, 1, 1)}], F1)
    assert (wrong.shown, wrong.cases) == ("0.000", 1)


def test_cases_are_counted_that_have_something_to_score() -> None:
    tallies = [{"t": Tally(1, 1, 1)}, {"t": Tally()}, {}, {"t": Tally(0, 0, 2)}]
    assert estimate(tallies, F1).cases == 2
    assert estimate(tallies, Metric("p", "t", "precision", "")).cases == 1


def test_an_interval_stands_with_a_figure_of_several_cases() -> None:
    found = estimate([{"t": Tally(n % 2, 1, 1)} for n in range(20)], F1)
    assert found.low is not None
    assert found.high is not None
    assert found.value is not None
    assert found.low < found.value < found.high
    assert found.shown_interval == f"{found.low:.3f}{DASH}{found.high:.3f}"
    assert estimate([{"t": Tally(1, 1, 1)}], F1).shown_interval == ""


def test_a_case_without_a_score_has_no_value() -> None:
    failed = next(c for c in report_runs()[0].suites[0].cases if c.score is None)
    assert case_value(failed, F1) is None


def test_the_figures_of_the_short_table() -> None:
    plain, marked = Metric("a", "a", "f1", ""), Metric("b", "b", "count", "", headline=True)
    rate = Metric("c", "c", "recall", "", headline=True)
    assert headlines((plain, marked, rate)) == (marked, rate)
    assert headlines((plain,)) == (plain,)
    assert headlines(()) == ()
    assert leading((plain, marked, rate)) == rate, "a count is no figure to draw"
    assert leading((marked,)) is None


def test_fields_are_scored_where_the_fact_was_found() -> None:
    fields = (
        ("date", "x", "y", False),
        ("side", "a", "a", True),
        ("side", "b", "c", False),
        ("note", "", "", None),
    )
    found = Row("event", "g", "p", "part", fields)
    missed = Row("event", "g", None, "missed", (("date", "x", "", False),))
    extra = Row("event", None, "p", "extra", (("date", "", "x", False),))
    spare = Row("event", "g", "p", "optional", (("date", "x", "x", True),))
    each = suite(found, missed, extra, spare)
    assert [m.name for m in field_metrics([each])] == ["event: date", "event: side"]
    assert field_tallies(each) == [{"event: date": Tally(0, 1, 1), "event: side": Tally(1, 2, 2)}]
    assert fates(each) == {"event": Counter(part=1, missed=1, extra=1, optional=1)}


def test_traits_stand_under_their_kind() -> None:
    runs = report_runs()
    groups = trait_groups(s for run in runs for s in run.suites)
    assert groups["Language"] == ["lang:ar", "lang:en"]
    assert groups["Part"] == ["part:dev", "part:test"]
    assert "camp" in groups["Trait"]
    assert list(groups)[-1] == "Trait"
    assert len(with_trait(runs[0].suites[0], "lang:ar")) == 1
    assert with_trait(runs[0].suites[0], "short") == [], "the failed case has no score"


def test_costs_are_means_over_what_is_on_record() -> None:
    newsroom = report_runs()[0].suites[0]
    found = cost(newsroom)
    assert (found.cases, found.failed) == (8, 1)
    assert found.tokens_out.known == 7, "a failed case is no free case"
    assert found.seconds.known == 6, "one case does not say how long it took"
    assert found.seconds.value == pytest.approx((12 + 5 * 20) / 6)


def test_costs_that_nobody_knows_are_dashes() -> None:
    case = Case("s", "c", sample_article(), None)
    error = Failure(type="EngineTimeout", message="too slow")
    failed = ScoredCase(case, CaseRecord(suite="s", id="c", error=error), None)
    found = cost(SuiteScores("s", False, (F1,), (failed,)))
    assert (found.seconds.shown, found.tokens_out.shown, found.failed) == (DASH, DASH, 1)
