"""Intervals: what a bootstrap must give for articles of which the answer is known."""

from __future__ import annotations

from collections.abc import Mapping
from math import sqrt

import pytest

from summariser.errors import InputError
from summariser.evals.intervals import interval, paired_difference
from summariser.evals.tally import Kind, Metric, Tally

F1 = Metric("f1", "x", "f1", "")
RIGHT, WRONG = {"x": Tally(1, 1, 1)}, {"x": Tally(0, 1, 1)}
NOTHING: Mapping[str, Tally] = {}


def test_what_does_not_vary_has_no_width() -> None:
    assert interval([RIGHT] * 5, F1) == (1, 1)
    assert interval([WRONG] * 5, F1) == (0, 0)


def test_one_article_says_nothing_of_others() -> None:
    assert interval([], F1) is None
    assert interval([RIGHT], F1) is None
    assert interval([RIGHT, NOTHING, NOTHING], F1) is None
    assert interval([{"y": Tally(1, 1, 1)}] * 3, F1) is None


def test_width_is_that_of_a_binomial() -> None:
    ends = interval([RIGHT, WRONG] * 50, F1)
    assert ends is not None
    half = 1.96 * sqrt(0.25 / 100)
    assert ends[0] == pytest.approx(0.5 - half, abs=0.015)
    assert ends[1] == pytest.approx(0.5 + half, abs=0.015)


def test_facts_of_one_article_are_drawn_together() -> None:
    """Ten facts in each of four articles are not forty independent ones."""
    few = interval([{"x": Tally(10, 10, 10)}, {"x": Tally(0, 10, 10)}] * 2, F1)
    many = interval([RIGHT, WRONG] * 20, F1)
    assert few is not None
    assert many is not None
    assert few[1] - few[0] > 2 * (many[1] - many[0])


def test_the_same_scores_give_the_same_interval() -> None:
    cases = [RIGHT, WRONG, RIGHT, NOTHING]
    assert interval(cases, F1) == interval(cases, F1)


def test_draws_without_anything_to_score_are_left_out() -> None:
    """Where most articles have nothing, many a draw has nothing, and that is not 0."""
    ends = interval([RIGHT, RIGHT, *[NOTHING] * 20], F1)
    assert ends == (1, 1)


KINDS: list[tuple[Kind, tuple[float, float]]] = [
    ("f1", (2 / 3, 2 / 3)),  # 2 hits, 4 predicted, 2 expected
    ("precision", (0.5, 0.5)),
    ("recall", (1, 1)),
    ("ratio", (2, 2)),
    ("count", (40, 40)),
]


@pytest.mark.parametrize(("kind", "expected"), KINDS)
def test_every_kind_is_drawn_as_it_is_counted(kind: Kind, expected: tuple[float, float]) -> None:
    metric = Metric("m", "x", kind, "")
    assert interval([{"x": Tally(2, 4, 2)}] * 10, metric) == pytest.approx(expected)


def test_the_interval_holds_the_figure() -> None:
    cases = [{"x": Tally(i % 3, 3, 3)} for i in range(30)]
    ends = interval(cases, F1)
    assert ends is not None
    assert ends[0] < 1 / 3 < ends[1]


def test_a_difference_in_every_article_is_sure_though_the_intervals_overlap() -> None:
    first = [{"x": Tally(i % 8, 10, 10)} for i in range(24)]
    second = [{"x": Tally(i % 8 + 1, 10, 10)} for i in range(24)]
    difference = paired_difference(first, second, F1)
    assert difference is not None
    assert (difference.value, difference.low, difference.high) == pytest.approx((0.1, 0.1, 0.1))
    assert difference.is_sure
    ends = interval(first, F1), interval(second, F1)
    assert ends[0] is not None
    assert ends[1] is not None
    assert ends[0][1] > ends[1][0]


def test_a_difference_in_one_article_is_not_sure() -> None:
    difference = paired_difference([WRONG, *[RIGHT] * 9], [RIGHT] * 10, F1)
    assert difference is not None
    assert difference.value == pytest.approx(0.1)
    assert not difference.is_sure


def test_a_loss_is_negative() -> None:
    difference = paired_difference([RIGHT] * 4, [WRONG] * 4, F1)
    assert difference is not None
    assert (difference.value, difference.low, difference.high) == (-1, -1, -1)
    assert difference.is_sure


def test_what_cannot_be_compared_in_pairs() -> None:
    assert paired_difference([RIGHT, RIGHT], [NOTHING, NOTHING], F1) is None
    assert paired_difference([RIGHT], [RIGHT], F1) is None
    assert paired_difference([], [], F1) is None
    with pytest.raises(InputError, match="2 and 1"):
        paired_difference([RIGHT, RIGHT], [RIGHT], F1)
