"""A run's losses as a table of counts, suite by suite, in Markdown. No article's text is in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from summariser.evals.losses import idmc, muc4, newsroom
from summariser.evals.losses.held import Held
from summariser.evals.losses.stages import Loss, Stage
from summariser.evals.report.data import ScoredCase, ScoredRun, SuiteScores
from summariser.evals.scorers.idmc import SCORER as IDMC
from summariser.evals.scorers.injection import SCORER as INJECTION
from summariser.evals.scorers.muc4 import SCORER as MUC4
from summariser.evals.scorers.newsroom import SCORER as NEWSROOM
from summariser.normalise.places import PlaceResolver

COLUMNS: Final = (
    Stage.NOT_FOUND, Stage.NOT_READ, Stage.CHOICE, Stage.GROUPING, Stage.FORM, Stage.LABEL, Stage.EXTRA,
)  # fmt: skip
_KINDS: Final = {
    name.split("/")[0]: kind for name, kind in ((IDMC, idmc), (MUC4, muc4), (NEWSROOM, newsroom))
}
_WITHOUT_LABELS: Final = {INJECTION.split("/")[0]}
"""Suites that know some facts of an article and not all."""
_OWN_TERMS: Final = newsroom
"""Of suites that are labelled in the schema's terms, whatever they are called."""


def losses_of(scored: ScoredCase, resolver: PlaceResolver) -> Iterator[Loss]:
    """The losses of one case that has a score."""
    assert scored.record.summary is not None
    held = Held(scored.case.article, scored.record.summary, resolver)
    yield from _KINDS.get(scored.case.suite, _OWN_TERMS).losses(scored, held)


def loss_table(runs: Sequence[ScoredRun], resolver: PlaceResolver) -> str:
    """Every suite of some runs.

    Args:
        runs: What was scored. Cases that failed are named by number, and not in the counts.
        resolver: The gazetteer, for reading the articles anew.
    """
    blocks = [
        _suite_table(run, suite, resolver)
        for run in runs
        for suite in run.suites
        if suite.not_run is None and suite.name not in _WITHOUT_LABELS
    ]
    meanings = "\n".join(f"- **{stage}**: {_MEANINGS[stage]}" for stage in COLUMNS)
    return "\n".join(["# Where facts are lost", "", _INTRODUCTION, "", meanings, "", *blocks])


_INTRODUCTION: Final = (
    "Every missed or wrong fact, and every wrong field of a found fact (`event: place`), by the first stage "
    "of the pipeline that lost it. `right` is what was found. Written by `summariser eval --losses FILE`."
)
_MEANINGS: Final = {
    Stage.NOT_FOUND: "its sentence is in no record and no issue: it was no candidate",
    Stage.NOT_READ: "the number, name or date stands in the text and the reading does not list it",
    Stage.CHOICE: "a candidate; another label or value was chosen, or it was refused",
    Stage.GROUPING: "it came out with another event or site, merged with another fact, or twice",
    Stage.FORM: "the same value read or resolved otherwise: number, unit, hedge, day, country",
    Stage.LABEL: "the labelled value does not stand in the text: sums, names from elsewhere",
    Stage.EXTRA: "predicted, and nothing in the label answers it",
}


def _suite_table(run: ScoredRun, suite: SuiteScores, resolver: PlaceResolver) -> str:
    counts: Counter[tuple[str, Stage | None]] = Counter()
    scored = [case for case in suite.cases if case.score is not None and case.record.summary is not None]
    for case in scored:
        counts.update((loss.what, loss.stage) for loss in losses_of(case, resolver))
    failed = len(suite.cases) - len(scored)
    title = f"## {suite.name}, {run.name}: {len(suite.cases)} articles" + (
        f", {failed} failed" if failed else ""
    )
    lines = [title, "", f"| | right | {' | '.join(COLUMNS)} |", "|---|" + "---:|" * (len(COLUMNS) + 1)]
    for what in _in_order({what for what, _ in counts}):
        cells = [str(counts[what, stage] or "") for stage in (None, *COLUMNS)]
        lines.append(f"| {what} | {' | '.join(cells)} |")
    sums = [sum(n for (_, stage), n in counts.items() if stage is column) for column in (None, *COLUMNS)]
    return "\n".join([*lines, f"| **all** | {' | '.join(map(str, sums))} |", ""])


_ORDER: Final = (
    *("fact", "location", "country", "incident", "event", "figure", "displacement", "harm"),
    *("site", "population", "capacity", "condition", "need", "access", "response", "aid figure", "risk"),
)


def _in_order(whats: set[str]) -> list[str]:
    """Facts in the order of the scorers, each with its fields below it."""
    return sorted(whats, key=lambda what: (_ORDER.index(what.split(":")[0]), ":" in what, what))
