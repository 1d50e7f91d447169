"""Scores and the gate's findings as text for a terminal. Nothing is printed here."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from summariser.evals.by_trait import group_table, grouped
from summariser.evals.gate import Change
from summariser.evals.intervals import interval
from summariser.evals.report.data import ScoredRun, SuiteScores
from summariser.evals.scoring import SHARED_METRICS
from summariser.evals.tally import Metric, Tally, add_up

_MOST_CASES = 8
_ALWAYS = {"ungrounded", "narrative_unverified", "tokens_out", "seconds", "calls", "reasks"}


def score_table(run: ScoredRun, *, every: bool = False) -> str:
    """Each suite's figures with n and the 95% interval.

    Args:
        run: What was scored.
        every: All metrics, not only the headlines and the cost.
    """
    blocks = [f"{run.name} ({run.model}, {run.strategy}, {run.head.mode})"]
    for suite in run.suites:
        blocks.append(_suite_table(suite, every=every))
    return "\n\n".join(blocks) + "\n"


def trait_tables(run: ScoredRun, kind: str, *, every: bool = False) -> str:
    """Each suite's figures by its articles' traits of one kind, with n and the 95% interval.

    Args:
        run: What was scored.
        kind: What stands before the colon of a trait: "lang", "genre", "part".
        every: All rates, not the headlines alone.
    """
    blocks = []
    for suite in run.suites:
        groups = grouped(((c.case.traits, c.score.tallies) for c in suite.cases if c.score is not None), kind)
        if groups:
            metrics = [m for m in suite.metrics if (every or m.headline) and m not in SHARED_METRICS]
            blocks.append(f"{run.name}, {suite.name} by {kind}\n{group_table(groups, metrics)}")
    return "\n\n".join(blocks or [f"{run.name}: no article has a trait {kind!r}"]) + "\n"


def _suite_table(suite: SuiteScores, *, every: bool) -> str:
    if suite.not_run is not None:
        return f"{suite.name}: NOT RUN. {suite.not_run}"
    failed = [c for c in suite.cases if c.score is None]
    lines = [f"{suite.name}: {len(suite.cases)} articles" + (f", {len(failed)} FAILED" if failed else "")]
    total, tallies = add_up(suite.tallies()), suite.tallies()
    for metric in suite.metrics:
        if not (every or metric.headline or metric.name in _ALWAYS):
            continue
        tally = total.get(metric.tally)
        if tally is None:
            lines.append(f"  {metric.name:<24} {'-':>7}   not scored: nothing to score")
            continue
        value, bounds = _shown(metric, tally.value(metric.kind)), _interval(tallies, metric)
        lines.append(f"  {metric.name:<24} {value:>7}   {bounds:<16} {metric.meaning}")
    return "\n".join(lines)


def _interval(tallies: Sequence[Mapping[str, Tally]], metric: Metric) -> str:
    if metric.kind == "count":
        return ""
    bounds = interval(tallies, metric)
    return f"[{_shown(metric, bounds[0])}, {_shown(metric, bounds[1])}]" if bounds else ""


def _shown(metric: Metric, value: float | None) -> str:
    if value is None:
        return "-"
    if metric.kind == "count" or metric in SHARED_METRICS:
        return f"{value:,.0f}" if value >= 100 or value == int(value) else f"{value:,.1f}"
    return f"{value:.3f}"


def change_table(changes: Iterable[Change]) -> str:
    """What the gate found, one line for each figure, the cases that did it below."""
    lines = []
    for change in changes:
        name = f"{change.suite} {change.metric}".strip()
        numbers = ""
        if change.before is not None or change.now is not None:
            numbers = f" {_number(change.before)} -> {_number(change.now)}"
        reason = f": {change.reason}" if change.reason else ""
        lines.append(f"{change.direction.upper():<8} {name}{numbers}{reason}")
        if change.cases:
            more = len(change.cases) - _MOST_CASES
            shown = ", ".join(change.cases[:_MOST_CASES]) + (f" and {more} more" if more > 0 else "")
            lines.append(f"         by {shown}")
    return "\n".join(lines) + "\n" if lines else ""


def _number(value: float | None) -> str:
    return "nothing" if value is None else f"{value:.4f}".rstrip("0").rstrip(".")
