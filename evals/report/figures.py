"""Figures of the report: made from tallies, each with its interval and its number of cases.

A figure that nothing was there to be scored for has no value, is shown as a dash, and is no 0. The
figures by field come from the rows that the scorers give for people to look at, counted as tallies, so
that every figure on the page goes through the same arithmetic.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from summariser.evals.intervals import interval
from summariser.evals.report.data import ScoredCase, SuiteScores
from summariser.evals.tally import Kind, Metric, Row, Tally, Verdict, add_up

DASH: Final = "–"
VERDICTS: Final[tuple[Verdict, ...]] = ("right", "part", "wrong", "missed", "extra", "optional")
RATES: Final[frozenset[Kind]] = frozenset({"f1", "recall", "precision"})
"""Kinds that lie between 0 and 1 and so can be drawn on one axis."""


@dataclass(frozen=True, slots=True)
class Estimate:
    """A figure.

    Attributes:
        value: None where nothing was there to be scored.
        low: Lower end of the interval, None where there is none.
        high: Upper end.
        cases: How many cases went into it.
        kind: What kind of figure it is.
        tally: The counts behind it.
    """

    value: float | None
    low: float | None
    high: float | None
    cases: int
    kind: Kind
    tally: Tally

    @property
    def shown(self) -> str:
        """The value as the page has it."""
        return show(self.value, self.kind)

    @property
    def shown_interval(self) -> str:
        """The interval as the page has it, empty where there is none."""
        if self.low is None or self.high is None:
            return ""
        return f"{show(self.low, self.kind)}{DASH}{show(self.high, self.kind)}"


def show(value: float | None, kind: Kind) -> str:
    """A figure in words: three decimals for a rate, whole for a count, a dash where there is none."""
    if value is None:
        return DASH
    if kind == "count":
        return f"{value:,.0f}" if value == int(value) else f"{value:,.1f}"
    return f"{value:.2f}" if kind == "ratio" else f"{value:.3f}"


def estimate(tallies: Sequence[Mapping[str, Tally]], metric: Metric) -> Estimate:
    """A metric over some cases."""
    counted = [each for each in tallies if _value(each, metric) is not None]
    total = add_up(tallies).get(metric.tally)
    value = None if total is None else total.value(metric.kind)
    bounds = interval(tallies, metric) if value is not None else None
    low, high = bounds or (None, None)
    return Estimate(value, low, high, len(counted), metric.kind, total or Tally())


def case_value(case: ScoredCase, metric: Metric) -> float | None:
    """A metric of one case; None where it was not scored."""
    return None if case.score is None else _value(case.score.tallies, metric)


def _value(tallies: Mapping[str, Tally], metric: Metric) -> float | None:
    tally = tallies.get(metric.tally)
    return None if tally is None else tally.value(metric.kind)


def headlines(metrics: Iterable[Metric]) -> tuple[Metric, ...]:
    """The figures of the short table; the first of all where none is marked."""
    metrics = tuple(metrics)
    return tuple(m for m in metrics if m.headline) or metrics[:1]


def leading(metrics: Iterable[Metric]) -> Metric | None:
    """The figure by which traits, costs and runs are compared: the first headline that is a rate."""
    return next((m for m in headlines(metrics) if m.kind in RATES), None)


# --- by trait ---------------------------------------------------------------------------------------

_GROUPS: Final = {"lang": "Language", "genre": "Genre", "part": "Part"}
_TAGS: Final = "Trait"


def trait_groups(suites: Iterable[SuiteScores]) -> dict[str, list[str]]:
    """The traits of the suites' cases under the heading of their kind: "lang:ar" is a language."""
    found = sorted({trait for suite in suites for case in suite.cases for trait in case.case.traits})
    groups: dict[str, list[str]] = {}
    for trait in found:
        prefix, colon, _ = trait.partition(":")
        heading = _GROUPS.get(prefix, prefix.capitalize()) if colon else _TAGS
        groups.setdefault(heading, []).append(trait)
    # Tags, of which there are most, come last.
    return dict(sorted(groups.items(), key=lambda group: (group[0] == _TAGS, group[0])))


def with_trait(suite: SuiteScores, trait: str) -> list[Mapping[str, Tally]]:
    """The counts of the scored cases that have a trait."""
    return [c.score.tallies for c in suite.cases if c.score is not None and trait in c.case.traits]


# --- by field ---------------------------------------------------------------------------------------


def field_metrics(suites: Iterable[SuiteScores]) -> list[Metric]:
    """One metric for each field that the rows compare: how often it is right where the fact was found."""
    names: dict[str, None] = {}
    for suite in suites:
        for row in _rows(suite):
            names.update(dict.fromkeys(_compared(row)))
    return [Metric(name, name, "precision", "right, of the facts that were found") for name in names]


def field_tallies(suite: SuiteScores) -> list[Mapping[str, Tally]]:
    """The fields' counts, case by case, for `field_metrics`."""
    return [add_up(_compared(row) for row in c.score.rows) for c in suite.cases if c.score is not None]


def fates(suite: SuiteScores) -> dict[str, Counter[Verdict]]:
    """For each kind of fact, how many of its rows have which verdict."""
    found: dict[str, Counter[Verdict]] = {}
    for row in _rows(suite):
        found.setdefault(row.what, Counter())[row.verdict] += 1
    return found


def _rows(suite: SuiteScores) -> Iterable[Row]:
    return (row for case in suite.cases if case.score is not None for row in case.score.rows)


def _compared(row: Row) -> dict[str, Tally]:
    """The fields of a fact that was found; those of a missed fact are not wrong once more."""
    if row.gold is None or row.predicted is None or row.verdict == "optional":
        return {}
    # A fact may have one field several times (two actors of one side), so they are added, not set.
    return add_up(
        {f"{row.what}: {name}": Tally(hits=float(right), predicted=1, expected=1)}
        for name, _, _, right in row.fields
        if right is not None
    )


# --- cost -------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Mean:
    """A mean over the cases for which the log has the number; None where it has it for none."""

    value: float | None
    known: int

    @property
    def shown(self) -> str:
        """The value as the page has it."""
        if self.value is None:
            return DASH
        return f"{self.value:,.0f}" if self.value >= 100 else f"{self.value:,.1f}"


@dataclass(frozen=True, slots=True)
class Cost:
    """What a suite's cases cost, for each case."""

    cases: int
    failed: int
    seconds: Mean
    calls: Mean
    reasks: Mean
    tokens_in: Mean
    tokens_out: Mean


def cost(suite: SuiteScores) -> Cost:
    """The costs on record. A case that failed has none, and is no free case."""
    spent = [c.record.summary.provenance for c in suite.cases if c.record.summary is not None]
    return Cost(
        cases=len(suite.cases),
        failed=sum(c.record.error is not None for c in suite.cases),
        seconds=_mean([c.record.seconds for c in suite.cases if c.record.seconds is not None]),
        calls=_mean([p.calls for p in spent]),
        reasks=_mean([p.reasks for p in spent]),
        tokens_in=_mean([p.tokens_in for p in spent]),
        tokens_out=_mean([p.tokens_out for p in spent]),
    )


def _mean(values: Sequence[float]) -> Mean:
    return Mean(sum(values) / len(values) if values else None, len(values))
