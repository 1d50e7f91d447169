"""Confidence on the page: whether it means what it says, and what a threshold trades."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from summariser.evals.reliability import Bin, Trade, bins, calibration_error, judged, trades
from summariser.evals.report.charts import percent
from summariser.evals.report.data import ScoredRun, SuiteScores
from summariser.evals.tally import Row

PLOT_HEIGHT: Final = 200
PARTS: Final = (("part:test", "only scored"), ("part:dev", "half of it fitted on"))
_LEAST_VALUES: Final = 20
"""Of fewer values a curve says nothing."""


@dataclass(frozen=True, slots=True)
class Dot:
    """One point: across and down, and how large."""

    x: str
    y: float
    radius: float
    said: str


@dataclass(frozen=True, slots=True)
class Sureness:
    """One run's values in one part of a suite."""

    id: str
    suite: str
    part: str
    run: int
    count: int
    error: float
    bins: tuple[Bin, ...]
    trades: tuple[Trade, ...]
    plot_height: int = PLOT_HEIGHT

    @property
    def curve(self) -> tuple[Dot, ...]:
        """How often right against how sure; a larger point holds more values."""
        return tuple(
            _dot(b.confidence, b.right, 3 + 9 * b.count / self.count, f"{b.count} values, sure "
                 f"{b.confidence:.2f}, right {b.right:.2f}")
            for b in self.bins
        )  # fmt: skip

    @property
    def trade(self) -> tuple[Dot, ...]:
        """Precision against recall, a point for each threshold."""
        return tuple(
            _dot(t.recall, t.precision, 4, f"from {t.least:.2f}: precision {t.precision:.2f}, "
                 f"recall {t.recall:.2f}, {t.kept} records")
            for t in self.trades
        )  # fmt: skip


def sureness(runs: Sequence[ScoredRun]) -> tuple[Sureness, ...]:
    """Of every run and suite whose predictions carry confidences, part by part."""
    found: list[Sureness] = []
    for number, run in enumerate(runs):
        for suite in run.suites:
            for part, meaning in PARTS:
                rows = _rows(suite, part)
                values = list(judged(rows))
                error = calibration_error(values)
                if error is None or len(values) < _LEAST_VALUES:
                    continue
                found.append(
                    Sureness(
                        id=f"sure-{number}-{len(found)}",
                        suite=suite.name,
                        part=f"{part.partition(':')[2]} part, {meaning}",
                        run=number,
                        count=len(values),
                        error=error,
                        bins=bins(values),
                        trades=trades(rows),
                    )
                )
    return tuple(found)


def _rows(suite: SuiteScores, part: str) -> list[Row]:
    return [
        row
        for case in suite.cases
        if case.score is not None and part in case.case.traits
        for row in case.score.rows
    ]


def _dot(across: float, up: float, radius: float, said: str) -> Dot:
    return Dot(percent(across), round(PLOT_HEIGHT * (1 - up), 1), round(radius, 1), said)
