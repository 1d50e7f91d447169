"""Plots: bars and points stand where their figures are, and nothing is drawn for what was not scored."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summariser.evals.report.charts import _wrap, bar_chart, in_words, scatter, ticks_up_to
from summariser.evals.report.figures import Estimate
from summariser.evals.tally import Tally


def figure(value: float | None, low: float | None = None, high: float | None = None) -> Estimate:
    return Estimate(value, low, high, 0 if value is None else 3, "f1", Tally())


def test_bars_are_as_long_as_their_figures() -> None:
    chart = bar_chart("t", "d", [("camp", [(0, figure(0.25, 0.1, 0.4)), (2, figure(1.0))])])
    first, second = chart.groups[0].bars
    assert (first.run, first.width, first.whisker) == (0, "25.00%", ("10.00%", "40.00%"))
    assert (second.run, second.width, second.whisker) == (2, "100.00%", None)
    assert first.y < second.y < chart.height


def test_what_was_not_scored_has_no_bar_and_what_is_all_wrong_has_one() -> None:
    chart = bar_chart("t", "d", [("camp", [(0, figure(None)), (1, figure(0.0))])])
    assert [bar.width for bar in chart.groups[0].bars] == [None, "0.00%"]


def test_groups_do_not_overlap() -> None:
    rows = [(f"a rather long name of trait {n}", [(0, figure(0.5)), (1, figure(0.5))]) for n in range(5)]
    groups = bar_chart("t", "d", rows).groups
    for one, two in itertools.pairwise(groups):
        assert two.y >= max(one.bars[-1].y + 12, one.y + 13 * len(one.lines))


@pytest.mark.parametrize(
    ("name", "lines", "why"),
    [
        ("camp", ("camp",), "short"),
        ("evacuation-planned", ("evacuation-planned",), "fits"),
        ("narrative_numbers_verified", ("narrative_numbers_", "verified"), "broken where a word ends"),
        ("FORCED WORK STOPPAGE", ("FORCED WORK", "STOPPAGE"), "capitals are wide"),
        ("x" * 40, ("x" * 20 + "…",), "one word, cut"),
        ("one two three four five six seven eight nine ten", None, "two lines at most"),
        ("", ("",), "nameless"),
    ],
)
def test_labels_fit_their_column(name: str, lines: tuple[str, ...] | None, why: str) -> None:
    found = _wrap(name)
    assert lines is None or found == lines, why
    assert len(found) <= 2
    assert all(len(line) <= 21 for line in found)


@given(st.floats(0.001, 1e7))
def test_ticks_are_round_and_reach_past_the_most(most: float) -> None:
    ticks = ticks_up_to(most)
    assert ticks[0] == 0
    assert ticks[-1] >= most * (1 - 1e-9)
    assert 2 <= len(ticks) <= 6
    assert ticks == sorted(set(ticks))


def test_points_stand_at_quality_and_cost() -> None:
    plot = scatter("t", "d", "seconds", [(0, figure(0.5, 0.25, 0.75), 10.0), (1, figure(1.0), 20.0)])
    one, two = plot.points
    assert (one.x, one.y, one.whisker) == ("50.00%", 100.0, (150.0, 50.0))
    assert (two.x, two.y, two.whisker) == ("100.00%", 0.0, None)
    assert one.aside != two.aside, "two runs in one place can both be read"


def test_a_run_without_a_number_is_named_and_not_put_at_zero() -> None:
    plot = scatter("t", "d", "seconds", [(0, figure(None), 10.0), (1, figure(0.5), None), (2, None, 1.0)])
    assert plot.points == ()
    assert plot.absent == (0, 1, 2)


def test_a_plot_says_what_it_shows() -> None:
    rows = [("camp", [(0, figure(0.25)), (1, figure(None))]), ("range", [(0, figure(0.5))])]
    said = in_words(["A", "B"], rows)
    assert "0.250 (camp, run A)" in said
    assert "0.500 (range, run A)" in said
    assert "none scored" in in_words(["A"], [("camp", [(0, figure(None))])])
    assert in_words(["A"], []) == "Nothing to draw."
