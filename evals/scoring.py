"""From a run log to scores: no model, no cassette, only the log, the labels and the scorers.

To what a suite's scorer counts come counts that every suite shares: values that the article does not
state, refused values, and what it cost. So quality and cost stand in one table and one baseline.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from summariser.errors import BadLog, SuiteNotHere
from summariser.evals.report.data import ScoredCase, ScoredRun, SuiteScores
from summariser.evals.run_log import CaseRecord, RunLog
from summariser.evals.suites.base import Case, Prediction, ScoresBeside, Suite
from summariser.evals.tally import CaseScore, Metric, Tally
from summariser.schemas import IssueCode

SHARED_METRICS: Final = (
    Metric("ungrounded", "ungrounded", "count", "values that the article does not state", True),
    Metric("narrative_unverified", "narrative_unverified", "count",
           "narrative sentences with a number that is no verified figure", True),
    Metric("refused", "refused", "ratio", "values refused or left out with a reason, an article", True),
    Metric("calls", "calls", "ratio", "calls of the model, an article", True),
    Metric("reasks", "reasks", "ratio", "answers sent back as invalid, an article", True),
    Metric("tokens_in", "tokens_in", "ratio", "prompt tokens, an article", True),
    Metric("tokens_out", "tokens_out", "ratio", "generated tokens, an article", True),
    Metric("seconds", "seconds", "ratio", "the engine's seconds when it was recorded, an article", True),
)  # fmt: skip
"""Counted for every suite, whatever its terms."""
UNGATED: Final = frozenset({"seconds"})
"""Recorded anew, they differ: shown, not gated."""
_REFUSALS: Final = {
    IssueCode.NOT_GROUNDED, IssueCode.INVALID, IssueCode.DUPLICATE, IssueCode.NO_ANSWER, IssueCode.NOT_READ,
    IssueCode.UNPLACED,
}  # fmt: skip


def score_log(log: RunLog, suites: Sequence[Suite], data: Path | None = None) -> ScoredRun:
    """Score every case of a log.

    Args:
        log: What a run wrote.
        suites: All suites that there are.
        data: The data that the run had in place of the suite's own.

    Raises:
        BadLog: It holds a suite or a case that is not known.
        SuiteNotHere: The labels of a suite of the log are not on this machine.
    """
    known = {suite.name: suite for suite in suites}
    asked = [*dict.fromkeys([*log.head.scorers, *(r.suite for r in log.cases)])]
    if strange := [name for name in asked if name not in known]:
        raise BadLog(f"The log holds the suite {strange[0]}", f"Known are {', '.join(known)}")
    scored = []
    for name in asked:
        records = [r for r in log.cases if r.suite == name]
        scored.append(_score_suite(known[name], records, log.head.not_run.get(name), data))
    head = log.head
    return ScoredRun(head.run, head.model, head.strategy, head, tuple(scored))


def _score_suite(
    suite: Suite, records: Sequence[CaseRecord], not_run: str | None, data: Path | None
) -> SuiteScores:
    metrics = (*suite.metrics, *SHARED_METRICS)
    if not records:
        return SuiteScores(suite.name, suite.external, metrics, not_run=not_run or "no case was asked for")
    try:
        cases = {case.id: case for case in suite.cases(data)}
    except SuiteNotHere as missing:
        raise SuiteNotHere(f"{suite.name} cannot be scored: {missing.message}", missing.advice) from missing
    scored = []
    predictions = {r.id: r.prediction for r in records if r.prediction is not None}
    for record in records:
        if record.id not in cases:
            raise BadLog(
                f"The log holds {suite.name}/{record.id}, which the suite does not",
                "Score it with the data that it was made with (--data)",
            )
        scored.append(score_record(suite, cases[record.id], record, predictions))
    return SuiteScores(suite.name, suite.external, metrics, tuple(scored))


def score_record(
    suite: Suite, case: Case, record: CaseRecord, others: Mapping[str, Prediction] | None = None
) -> ScoredCase:
    """Score one case. One that failed has no score: its error is what there is to see.

    Args:
        suite: The case's suite.
        case: The article and its label.
        record: What came of it.
        others: What came of the suite's cases in the same run, for a suite that scores one beside another.
    """
    if record.prediction is None:
        return ScoredCase(case, record, None)
    if isinstance(suite, ScoresBeside):
        score = suite.score_beside(case, record.prediction, others or {})
    else:
        score = suite.score(case, record.prediction)
    return ScoredCase(case, record, CaseScore({**score.tallies, **shared_tallies(record)}, score.rows))


def shared_tallies(record: CaseRecord) -> dict[str, Tally]:
    """What is counted for every suite."""
    tallies = {
        "ungrounded": Tally(predicted=len(record.ungrounded)),
        "narrative_unverified": Tally(predicted=sum("narrative" in u for u in record.ungrounded)),
    }
    if record.summary is None:
        return tallies
    cost = record.summary.provenance
    refused = sum(issue.code in _REFUSALS for issue in record.summary.issues)
    for name, amount in (
        ("refused", refused), ("calls", cost.calls), ("reasks", cost.reasks),
        ("tokens_in", cost.tokens_in), ("tokens_out", cost.tokens_out), ("seconds", record.seconds),
    ):  # fmt: skip
        if amount is not None:
            tallies[name] = Tally(predicted=amount, expected=1)
    return tallies
