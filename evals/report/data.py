"""What the report is made from: runs whose cases were scored. Pure data; nothing is computed here.

Whoever reads the logs fills these in. A suite that was asked for and did not run is a `SuiteScores`
without cases and with the reason, so that the page can say why there is no figure.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from summariser.evals.run_log import CaseRecord, Head
from summariser.evals.suites.base import Case
from summariser.evals.tally import CaseScore, Metric, Tally


@dataclass(frozen=True)
class ScoredCase:
    """One case of one run.

    Attributes:
        case: The article and its label.
        record: What the run's log says of it.
        score: None where there was nothing to score, because the case failed.
    """

    case: Case
    record: CaseRecord
    score: CaseScore | None


@dataclass(frozen=True)
class SuiteScores:
    """One suite of one run.

    Attributes:
        name: The suite's name.
        external: Whether its texts are other people's.
        metrics: What it reports, the most important first.
        cases: Every case of the run's log, in the suite's order.
        not_run: Why the suite did not run; None where it did.
    """

    name: str
    external: bool
    metrics: tuple[Metric, ...]
    cases: tuple[ScoredCase, ...] = ()
    not_run: str | None = None

    def tallies(self) -> list[Mapping[str, Tally]]:
        """The counts of every case that has a score."""
        return [case.score.tallies for case in self.cases if case.score is not None]


@dataclass(frozen=True)
class ScoredRun:
    """One run: a model and a strategy over some suites.

    Attributes:
        name: What the run is called.
        model: The model that answered.
        strategy: How it was asked.
        head: The first line of the run's log.
        suites: In the order in which they are shown.
    """

    name: str
    model: str
    strategy: str
    head: Head
    suites: tuple[SuiteScores, ...]


@dataclass(frozen=True)
class PeerTable:
    """Other systems beside the library on one suite, ready to be shown.

    Attributes:
        suite: Its name.
        external: Whether its texts are other people's.
        articles: How many all systems have answered.
        head: Names of the columns.
        rows: A system each.
        notes: Lines below.
    """

    suite: str
    external: bool
    articles: int
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    notes: tuple[str, ...] = ()
