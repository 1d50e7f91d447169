"""The page on confidence: its numbers are those of the rows, and it says so where there are none."""

from __future__ import annotations

from dataclasses import replace

import pytest

from summariser.evals.report import render
from summariser.evals.report.data import ScoredRun
from summariser.evals.report.sureness import sureness
from summariser.evals.tally import CaseScore, Row
from tests.browser.report_runs import report_runs


def _with_confidences(part: str) -> ScoredRun:
    """The sample run, whose first article belongs to a part and has thirty rated records."""
    run = report_runs()[0]
    suite = run.suites[0]
    rows = tuple(
        Row("event", "e" if right else None, "e", "right" if right else "extra", sure=(("", sure),))
        for right, sure, times in ((True, 0.9, 18), (False, 0.9, 2), (False, 0.2, 10))
        for _ in range(times)
    )
    case = suite.cases[0]
    rated = replace(
        case,
        case=replace(case.case, traits=(part,)),
        score=CaseScore(case.score.tallies if case.score else {}, rows),
    )
    return replace(run, suites=(replace(suite, cases=(rated,)),))


def test_the_curve_and_the_trade() -> None:
    (found,) = sureness([_with_confidences("part:test")])
    assert (found.suite, found.part, found.count) == ("newsroom", "test part, only scored", 30)
    assert found.error == pytest.approx((20 * 0.0 + 10 * 0.2) / 30)
    trades = {t.least: t for t in found.trades}
    assert (trades[0.0].precision, trades[0.0].recall) == (pytest.approx(18 / 30), 1.0)
    assert trades[0.5].precision == pytest.approx(0.9)
    assert [dot.said for dot in found.curve][1] == "20 values, sure 0.90, right 0.90"


def test_it_is_on_the_page() -> None:
    page = render([_with_confidences("part:dev")])
    assert "dev part, half of it fitted on" in page
    assert "calibration error 0.067" in page


def test_a_run_without_confidences_says_so() -> None:
    assert sureness(report_runs()) == ()
    assert "No run&#39;s predictions carry confidences" in render(report_runs()) or (
        "No run's predictions carry confidences" in render(report_runs())
    )
