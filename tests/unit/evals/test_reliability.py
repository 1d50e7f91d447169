"""Reliability: what counts as judged, how the bins and the error come about, what a threshold trades."""

from __future__ import annotations

import pytest

from summariser.evals.calibration import Example, fit, left_out, log_loss
from summariser.evals.reliability import Bin, Judged, bins, calibration_error, judged, trades
from summariser.evals.tally import Row


def _row(
    verdict: str, sure: float, gold: str | None = "g", predicted: str | None = "p", **fields: bool
) -> Row:
    return Row(
        "event", gold, predicted, verdict,  # type: ignore[arg-type]
        tuple((name, "a", "b", right) for name, right in fields.items()),
        sure=(("", sure), *((name, sure / 2) for name in fields)),
    )  # fmt: skip


class TestJudged:
    def test_records_and_their_fields(self) -> None:
        found = list(judged([_row("part", 0.8, place=False, date=True)]))
        assert found == [
            Judged("event", 0.8, True), Judged("event: place", 0.4, False), Judged("event: date", 0.4, True),
        ]  # fmt: skip

    def test_a_wrong_record_has_no_fields_to_judge(self) -> None:
        assert list(judged([_row("wrong", 0.8, place=True)])) == [Judged("event", 0.8, False)]

    def test_extra_is_wrong_and_optional_is_nothing(self) -> None:
        rows = [_row("extra", 0.3, gold=None), _row("optional", 0.9), _row("missed", 0.1, predicted=None)]
        assert list(judged(rows)) == [Judged("event", 0.3, False)]

    def test_without_a_confidence_there_is_nothing_to_judge(self) -> None:
        assert list(judged([Row("event", "g", "p", "right")])) == []


class TestError:
    def test_bins(self) -> None:
        values = [Judged("v", 0.95, True), Judged("v", 0.91, False), Judged("v", 0.05, False)]
        assert bins(values) == (Bin(1, 0.05, 0.0), Bin(2, pytest.approx(0.93), 0.5))
        assert calibration_error(values) == pytest.approx((1 * 0.05 + 2 * 0.43) / 3)

    def test_certain_values_fall_into_the_last_bin(self) -> None:
        assert bins([Judged("v", 1.0, True)]) == (Bin(1, 1.0, 1.0),)

    def test_nothing(self) -> None:
        assert calibration_error([]) is None


def test_a_threshold_trades_recall_for_precision() -> None:
    rows = [
        _row("right", 0.9),
        _row("extra", 0.4, gold=None),
        _row("right", 0.3),
        _row("missed", 0, predicted=None),
    ]
    found = {t.least: (t.kept, t.precision, t.recall) for t in trades(rows)}
    assert found[0.0] == (3, pytest.approx(2 / 3), pytest.approx(2 / 3))
    assert found[0.5] == (1, 1.0, pytest.approx(1 / 3))
    assert 0.95 not in found, "where nothing is kept there is no precision"


class TestFit:
    DATA = tuple(
        Example({"any": 1.0, "good": float(i % 4 != 0)}, right=i % 4 != 0 or i % 8 == 0, article=f"a{i % 10}")
        for i in range(80)
    )

    def test_a_telling_feature_gets_weight(self) -> None:
        weights = fit(self.DATA, 1.0)
        assert weights["good"] > 0.5
        assert log_loss(left_out(self.DATA, 1.0)) < 0.6

    def test_a_stronger_ridge_draws_it_in(self) -> None:
        assert fit(self.DATA, 30.0)["good"] < fit(self.DATA, 1.0)["good"]
