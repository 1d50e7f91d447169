"""How sure a figure is: percentile intervals of a bootstrap over articles.

Articles are drawn again with replacement, whole: facts of one article are right or wrong together, so to draw
facts would make every interval too narrow. The draws are seeded: the same scores give the same interval.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

from summariser.errors import InputError
from summariser.evals.tally import Kind, Metric, Tally, add_up

DRAWS: Final = 2000
LEVEL: Final = 0.95
SEED: Final = 20190312

Cases: TypeAlias = Sequence[Mapping[str, Tally]]
"""The tallies of each article."""
_Floats: TypeAlias = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Difference:
    """What a second run has more than a first, over the same articles.

    Attributes:
        value: The second's figure less the first's.
        low: Lower end of the interval.
        high: Upper end.
    """

    value: float
    low: float
    high: float

    @property
    def is_sure(self) -> bool:
        """Whether the interval holds no zero."""
        return self.low > 0 or self.high < 0


def interval(cases: Cases, metric: Metric) -> tuple[float, float] | None:
    """The 95% interval of a metric.

    Args:
        cases: Each article's tallies, those without anything to score included.
        metric: The figure.

    Returns:
        Both ends; None where fewer than two articles have anything to score: one says nothing of others.
    """
    if sum(metric.tally in tallies for tallies in cases) < 2:
        return None
    figures = _figures(_draws(len(cases)) @ _table(cases, metric.tally), metric.kind)
    return _ends(figures)


def paired_difference(first: Cases, second: Cases, metric: Metric) -> Difference | None:
    """How two runs differ over the same articles, drawn together.

    Args:
        first: Each article's tallies in one run.
        second: The same articles in the same order in the other.
        metric: The figure.

    Returns:
        None where one of the runs has no such figure, or fewer than two articles have.

    Raises:
        InputError: The runs do not have equally many articles.
    """
    if len(first) != len(second):
        raise InputError(
            f"two runs of {len(first)} and {len(second)} articles cannot be compared in pairs",
            "Give the articles that both have, in one order",
        )
    values = [_value(cases, metric) for cases in (first, second)]
    scored = sum(metric.tally in a or metric.tally in b for a, b in zip(first, second, strict=True))
    if values[0] is None or values[1] is None or scored < 2:
        return None
    draws = _draws(len(first))
    drawn = [_figures(draws @ _table(cases, metric.tally), metric.kind) for cases in (first, second)]
    ends = _ends(drawn[1] - drawn[0])
    return None if ends is None else Difference(values[1] - values[0], *ends)


def _value(cases: Cases, metric: Metric) -> float | None:
    total = add_up(cases).get(metric.tally)
    return None if total is None else total.value(metric.kind)


def _table(cases: Cases, tally: str) -> _Floats:
    """A row for each article: hits, predicted, expected."""
    rows = [tallies.get(tally, Tally()) for tallies in cases]
    return np.array([(row.hits, row.predicted, row.expected) for row in rows], dtype=np.float64)


def _draws(articles: int) -> _Floats:
    """How often each article is in each draw."""
    shares = np.full(articles, 1 / articles)
    times: _Floats = np.random.default_rng(SEED).multinomial(articles, shares, size=DRAWS).astype(np.float64)
    return times


def _figures(sums: _Floats, kind: Kind) -> _Floats:
    """The figure of each draw, not a number where a draw has nothing to score. As ``Tally.value``."""
    hits: _Floats
    predicted: _Floats
    expected: _Floats
    hits, predicted, expected = sums.T
    if kind == "count":
        return predicted
    above, below = {
        "f1": (hits, (predicted + expected) / 2),
        "recall": (hits, expected),
        "precision": (hits, predicted),
        "ratio": (predicted, expected),
    }[kind]
    figures = np.full_like(above, np.nan)
    np.divide(above, below, out=figures, where=below > 0)
    return figures


def _ends(figures: _Floats) -> tuple[float, float] | None:
    known = figures[~np.isnan(figures)]
    if not known.size:
        return None
    low, high = np.quantile(known, [(1 - LEVEL) / 2, (1 + LEVEL) / 2])
    return float(low), float(high)
