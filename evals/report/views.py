"""What the templates draw: the tables and plots of the page, run by run, suite by suite."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from summariser.evals.report.cases import metrics_of
from summariser.evals.report.charts import BarChart, Scatter, bar_chart, in_words, scatter
from summariser.evals.report.data import ScoredRun, SuiteScores
from summariser.evals.report.figures import (
    DASH,
    RATES,
    Cost,
    Estimate,
    cost,
    estimate,
    fates,
    field_metrics,
    field_tallies,
    headlines,
    leading,
    trait_groups,
    with_trait,
)
from summariser.evals.tally import Metric, Verdict
from summariser.schemas import Provenance

_ALPHABET: Final = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


@dataclass(frozen=True, slots=True)
class RunView:
    """A run, as the head of the page has it."""

    number: int
    letter: str
    run: ScoredRun
    cases: int
    failed: int
    made_with: tuple[tuple[str, str], ...]
    """Names and versions of what made the answers, as the answers themselves say."""


@dataclass(frozen=True, slots=True)
class MetricRow:
    """One figure, run by run; None where the suite did not run."""

    metric: Metric
    cells: tuple[Estimate | None, ...]


@dataclass(frozen=True, slots=True)
class Plot:
    """A bar chart and the table behind it."""

    id: str
    chart: BarChart
    rows: tuple[tuple[str, tuple[Estimate | None, ...]], ...]


@dataclass(frozen=True, slots=True)
class TraitPlots:
    """One figure by every trait, a plot for each kind of trait."""

    metric: Metric
    plots: tuple[Plot, ...]


@dataclass(frozen=True, slots=True)
class SuiteView:
    """One suite over all runs."""

    id: str
    name: str
    external: bool
    absent: tuple[tuple[str, tuple[str, ...]], ...]
    """Why it did not run, and in which runs, by their letters."""
    headline: tuple[MetricRow, ...]
    others: tuple[MetricRow, ...]
    by_field: tuple[Plot, ...]
    fates: tuple[tuple[str, tuple[tuple[int, Counter[Verdict]], ...]], ...]
    """For each kind of fact, of each run: how many have which verdict."""
    by_trait: tuple[TraitPlots, ...]
    costs: tuple[Cost | None, ...]
    against_cost: tuple[tuple[str, Scatter], ...]
    leading: MetricRow | None

    @property
    def ran(self) -> bool:
        """Whether any run has figures of it."""
        return any(c is not None for c in self.costs)


def letter(number: int) -> str:
    """What a run is called in plots: A, B, ... Z, AA."""
    head, tail = divmod(number, len(_ALPHABET))
    return (letter(head - 1) if head else "") + _ALPHABET[tail]


def run_views(runs: Sequence[ScoredRun]) -> list[RunView]:
    """The runs, for the head of the page."""
    return [
        RunView(
            number=number,
            letter=letter(number),
            run=run,
            cases=sum(len(s.cases) for s in run.suites),
            failed=sum(c.record.error is not None for s in run.suites for c in s.cases),
            made_with=_made_with(run),
        )
        for number, run in enumerate(runs)
    ]


def _made_with(run: ScoredRun) -> tuple[tuple[str, str], ...]:
    used = [c.record.summary.provenance for s in run.suites for c in s.cases if c.record.summary is not None]
    read: dict[str, Callable[[Provenance], tuple[str, ...]]] = {
        "engine": lambda p: (f"{p.engine} {p.engine_version}",),
        "model file": lambda p: (p.model_sha256[:12],) if p.model_sha256 else (),
        "schema": lambda p: (f"{p.schema_version} ({p.schema_sha256[:8]})",),
        "prompts": lambda p: tuple(f"{u.name} {u.version} ({u.sha256[:8]})" for u in p.prompts),
    }
    found = {name: sorted({v for p in used for v in values(p)}) for name, values in read.items()}
    scorers = [value for _, value in sorted(run.head.scorers.items())]
    rows = {"summariser": [run.head.summariser_version], "scorers": scorers, **found}
    return tuple((name, ", ".join(values)) for name, values in rows.items() if values)


# --- suites -----------------------------------------------------------------------------------------


def suite_names(runs: Sequence[ScoredRun]) -> list[str]:
    """Every suite that any run has or was asked for, in the order of the first that has it."""
    names = [s.name for run in runs for s in run.suites]
    names += [name for run in runs for name in run.head.not_run]
    return list(dict.fromkeys(names))


def suite_view(runs: Sequence[ScoredRun], name: str, number: int) -> SuiteView:
    """One suite's tables and plots."""
    scores = [_scores(run, name) for run in runs]
    metrics = metrics_of([s for s in scores if s is not None])
    main = headlines(metrics)
    here = f"suite-{number}"
    costs = tuple(None if s is None else cost(s) for s in scores)
    first = leading(metrics)
    lead = None if first is None else _metric_row(first, scores)
    return SuiteView(
        id=here,
        name=name,
        external=any(s.external for s in scores if s is not None),
        absent=_absent(runs, name),
        headline=tuple(_metric_row(m, scores) for m in main),
        others=tuple(_metric_row(m, scores) for m in metrics if m not in main),
        by_field=_by_field(here, metrics, scores),
        fates=_fates(scores),
        by_trait=_by_trait(here, main, scores),
        costs=costs,
        against_cost=() if lead is None else _against_cost(here, name, lead, costs),
        leading=lead,
    )


def _scores(run: ScoredRun, name: str) -> SuiteScores | None:
    return next((s for s in run.suites if s.name == name and s.not_run is None), None)


def _absent(runs: Sequence[ScoredRun], name: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    reasons: dict[str, list[str]] = {}
    for number, run in enumerate(runs):
        if _scores(run, name) is None:
            reasons.setdefault(_why(run, name), []).append(letter(number))
    return tuple((reason, tuple(letters)) for reason, letters in reasons.items())


def _why(run: ScoredRun, name: str) -> str:
    said = next((s.not_run for s in run.suites if s.name == name and s.not_run), None)
    return said or run.head.not_run.get(name) or "not asked for"


def _metric_row(metric: Metric, scores: Sequence[SuiteScores | None]) -> MetricRow:
    return MetricRow(metric, tuple(None if s is None else estimate(s.tallies(), metric) for s in scores))


def _plot(
    name: str, title: str, rows: Sequence[tuple[str, tuple[Estimate | None, ...]]], runs: int
) -> Plot | None:
    """None where no bar could be drawn."""
    drawn = [(label, [(n, e) for n, e in enumerate(cells) if e is not None]) for label, cells in rows]
    if not any(e.value is not None for _, es in drawn for _, e in es):
        return None
    desc = in_words([letter(n) for n in range(runs)], drawn)
    return Plot(name, bar_chart(title, desc, drawn), tuple(rows))


def _by_field(here: str, metrics: Sequence[Metric], scores: Sequence[SuiteScores | None]) -> tuple[Plot, ...]:
    main = headlines(metrics)
    others = [_metric_row(m, scores) for m in metrics if m not in main and m.kind in RATES]
    fields = field_metrics([s for s in scores if s is not None])
    counts = [None if s is None else field_tallies(s) for s in scores]
    found = [
        _plot(f"{here}-other", "The suite's figures by field", _named(others), len(scores)),
        _plot(
            f"{here}-field",
            "Field right, where the fact was found",
            [(m.name, tuple(None if c is None else estimate(c, m) for c in counts)) for m in fields],
            len(scores),
        ),
    ]
    return tuple(plot for plot in found if plot is not None)


def _named(rows: Sequence[MetricRow]) -> list[tuple[str, tuple[Estimate | None, ...]]]:
    return [(row.metric.name, row.cells) for row in rows]


def _fates(
    scores: Sequence[SuiteScores | None],
) -> tuple[tuple[str, tuple[tuple[int, Counter[Verdict]], ...]], ...]:
    found = {number: fates(s) for number, s in enumerate(scores) if s is not None}
    kinds = dict.fromkeys(what for each in found.values() for what in each)
    return tuple((what, tuple((n, each.get(what, Counter())) for n, each in found.items())) for what in kinds)


def _by_trait(
    here: str, metrics: Sequence[Metric], scores: Sequence[SuiteScores | None]
) -> tuple[TraitPlots, ...]:
    groups = trait_groups([s for s in scores if s is not None])
    found: list[TraitPlots] = []
    for at, metric in enumerate(m for m in metrics if m.kind in RATES):
        plots = [
            _plot(
                f"{here}-trait-{at}-{number}",
                heading,
                [
                    (
                        trait.partition(":")[2] or trait,
                        tuple(None if s is None else estimate(with_trait(s, trait), metric) for s in scores),
                    )
                    for trait in traits
                ],
                len(scores),
            )
            for number, (heading, traits) in enumerate(groups.items())
        ]
        drawn = tuple(plot for plot in plots if plot is not None)
        if drawn:
            found.append(TraitPlots(metric, drawn))
    return tuple(found)


def _against_cost(
    here: str, name: str, lead: MetricRow, costs: Sequence[Cost | None]
) -> tuple[tuple[str, Scatter], ...]:
    axes: tuple[tuple[str, Callable[[Cost], float | None]], ...] = (
        ("seconds a case", lambda c: c.seconds.value),
        ("output tokens a case", lambda c: c.tokens_out.value),
    )
    found: list[tuple[str, Scatter]] = []
    for number, (across, read) in enumerate(axes):
        values = [None if c is None else read(c) for c in costs]
        # A suite that a run did not run is no point of its plot, and none that is missing.
        runs = [(n, e, values[n]) for n, e in enumerate(lead.cells) if costs[n] is not None]
        said = "; ".join(
            f"run {letter(n)}: {e.shown if e else DASH} at {DASH if v is None else f'{v:,.1f}'} {across}"
            for n, e, v in runs
        )
        title = f"{name}: {lead.metric.name} against {across}"
        found.append((f"{here}-cost-{number}", scatter(title, said, across, runs)))
    return tuple(found)
