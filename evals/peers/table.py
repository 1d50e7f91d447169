"""The bench's figures: every system on the articles that all of them have answered.

A failed answer is scored as a prediction of nothing. The *best peer* of a suite is the one with the best
leading figure; seconds and generated tokens are given as multiples of its.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from summariser.evals.intervals import interval, paired_difference
from summariser.evals.peers.grounding import ungrounded
from summariser.evals.peers.log import Line, PeerLog
from summariser.evals.peers.mapping import empty
from summariser.evals.report.data import PeerTable
from summariser.evals.suites.base import Case, Suite
from summariser.evals.suites.registry import find_suites
from summariser.evals.tally import Metric, Tally, add_up

OWN: Final = "summariser"
SHOWN: Final[dict[str, tuple[str, ...]]] = {
    "idmc": ("fact_f1", "fact_recall", "facts_per_gold", "location_given_quantity"),
    "muc4": ("slot_f1", "event_f1", "document_f1"),
    "newsroom": ("event_f1", "figure_f1", "figure_exact_f1", "claimant_f1", "displacement_f1"),
}
"""Figures of what every system is asked for; the first is the leading one."""


@dataclass(frozen=True)
class Standing:
    """One system on one suite.

    Attributes:
        system: Its name.
        tallies: Of each article.
        lines: Of each article, as logged.
        ungrounded: Values that do not stand in their articles.
    """

    system: str
    tallies: tuple[Mapping[str, Tally], ...]
    lines: tuple[Line, ...]
    ungrounded: int

    def mean(self, what: str) -> float:
        """A cost for each article."""
        return sum(float(getattr(line, what)) for line in self.lines) / len(self.lines)

    def value(self, metric: Metric) -> float | None:
        """A figure."""
        total = add_up(self.tallies).get(metric.tally)
        return None if total is None else total.value(metric.kind)


def tables(log: PeerLog, systems: Sequence[str] = (), data: Path | None = None) -> list[PeerTable]:
    """One table for each suite of the log.

    Args:
        log: What was answered.
        systems: Only these.
        data: The data that the run had in place of the one suite's own.
    """
    latest = log.latest()
    names = list(dict.fromkeys(suite for suite, _ in latest))
    found = []
    for suite in find_suites(names) if names else ():
        answers = {
            system: lines
            for (name, system), lines in latest.items()
            if name == suite.name and (not systems or system in systems)
        }
        if standings := _standings(suite, answers, data):
            found.append(_table(suite, standings))
    return found


def _standings(suite: Suite, answers: Mapping[str, Mapping[str, Line]], data: Path | None) -> list[Standing]:
    shared = set.intersection(*(set(lines) for lines in answers.values())) if answers else set()
    cases = [case for case in suite.cases(data) if case.id in shared]
    ordered = sorted(answers, key=lambda name: (name != OWN, name))
    return [_standing(suite, name, cases, answers[name]) for name in ordered] if cases else []


def _standing(suite: Suite, system: str, cases: Sequence[Case], lines: Mapping[str, Line]) -> Standing:
    told = [lines[case.id] for case in cases]
    given = [line.prediction or empty(suite.name, line.id) for line in told]
    return Standing(
        system,
        tuple(suite.score(case, p).tallies for case, p in zip(cases, given, strict=True)),
        tuple(told),
        sum(len(ungrounded(suite.name, p, c.article)) for c, p in zip(cases, given, strict=True)),
    )


def _table(suite: Suite, standings: Sequence[Standing]) -> PeerTable:
    known = {metric.name: metric for metric in suite.metrics}
    metrics = [known[name] for name in SHOWN[suite.name]]
    leading = metrics[0]
    peers = [s for s in standings if s.system != OWN]
    best = max(peers, key=lambda s: s.value(leading) or 0.0, default=None)
    costs = ("calls", "tokens in", "of these cached", "tokens out", "seconds")
    multiples = ("tokens out, x best peer", "seconds, x best peer")
    head = ("system", *(m.name for m in metrics), "ungrounded", "failed", *costs, *multiples)
    return PeerTable(
        suite=suite.name,
        external=suite.external,
        articles=len(standings[0].lines),
        head=head,
        rows=tuple(_row(standing, metrics, best) for standing in standings),
        notes=_notes(standings, leading, best),
    )


def _row(standing: Standing, metrics: Sequence[Metric], best: Standing | None) -> tuple[str, ...]:
    cells = [standing.system + (" (best peer)" if standing is best else "")]
    for metric in metrics:
        value, ends = standing.value(metric), interval(standing.tallies, metric)
        bounds = f" [{ends[0]:.2f}, {ends[1]:.2f}]" if ends else ""
        cells.append("-" if value is None else f"{value:.3f}{bounds}")
    cells.append(str(standing.ungrounded))
    kinds = Counter(line.failure for line in standing.lines if line.failure)
    told = ", ".join(f"{n} {kind}" for kind, n in sorted(kinds.items()))
    cells.append(f"{kinds.total()} ({told})" if told else "0")
    cells += [f"{standing.mean('calls'):.1f}"]
    cells += [f"{standing.mean(what):,.0f}" for what in ("tokens_in", "tokens_cached", "tokens_out")]
    cells.append(f"{standing.mean('seconds'):.1f}")
    cells += [_times(standing, best, what) for what in ("tokens_out", "seconds")]
    return tuple(cells)


def _times(standing: Standing, best: Standing | None, what: str) -> str:
    if best is None or not best.mean(what):
        return "-"
    return f"{standing.mean(what) / best.mean(what):.2f}"


def _notes(standings: Sequence[Standing], leading: Metric, best: Standing | None) -> tuple[str, ...]:
    """How surely the library is better than the best peer."""
    own = next((s for s in standings if s.system == OWN), None)
    if own is None or best is None:
        return ()
    difference = paired_difference(best.tallies, own.tallies, leading)
    if difference is None:
        return ()
    ends = f"[{difference.low:+.3f}, {difference.high:+.3f}]"
    return (
        f"{leading.name}: {OWN} less {best.system} {difference.value:+.3f} {ends} over the same articles.",
    )


def markdown(found: Sequence[PeerTable], model: str) -> str:
    """The tables for a README."""
    blocks = []
    for table in found:
        lines = [
            f"**{table.suite}**, {table.articles} articles, {model}; calls, tokens and seconds are means:",
            "",
        ]
        lines += [f"| {' | '.join(table.head)} |", "|---|" + "---:|" * (len(table.head) - 1)]
        lines += [f"| {' | '.join(row)} |" for row in table.rows]
        blocks.append("\n".join([*lines, "", *table.notes]))
    return "\n\n".join(blocks) + "\n"
