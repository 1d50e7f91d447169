"""Running suites: every case summarised, from cassettes or by a live engine, into one run log.

A case that fails is a line of the log and the run goes on; only what would befall every further case (no
engine, no model file) stops it. Recording keeps every finished case, so that a sitting can end at any
moment, and skips what is still good.
"""

from __future__ import annotations

import multiprocessing
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from summariser._version import __version__
from summariser.api import Summariser
from summariser.engines import make_engine
from summariser.errors import CassetteFault, SuiteNotHere, SummariserError
from summariser.evals.cassettes import Played, Recordings, live, orphans, record, replay
from summariser.evals.grounding import ungrounded
from summariser.evals.run_log import CaseRecord, Failure, Head, RunLog
from summariser.evals.suites.base import Case, Suite

Mode = Literal["replay", "record", "live"]


@dataclass(frozen=True)
class Plan:
    """What to run.

    Attributes:
        suites: In the order in which they are run.
        recordings: The model, and where its cassettes are.
        mode: From cassettes, recording what is stale, or live without keeping anything.
        data: Another file or folder for the one suite, in place of its own.
        only: Only cases whose id holds this.
        trait: Only cases that have it: "lang:ar", "part:test", "conflicting-tolls".
        chosen: Only these cases (suite, id).
        run: A name for the run; by default that of the set of cassettes.
        workers: Processes that replay side by side.
        again: Record everything anew, also what is still good.
    """

    suites: Sequence[Suite]
    recordings: Recordings
    mode: Mode = "replay"
    data: Path | None = None
    only: str = ""
    trait: str = ""
    chosen: frozenset[tuple[str, str]] | None = None
    run: str = ""
    workers: int = 1
    again: bool = False

    def wants(self, case: Case) -> bool:
        """Whether the case is to be run."""
        if self.trait and self.trait not in case.traits:
            return False
        return self.only in case.id and (self.chosen is None or (case.suite, case.id) in self.chosen)


@dataclass(frozen=True, slots=True)
class Step:
    """How far a run has come.

    Attributes:
        done: Cases that are through, this one among them.
        total: All.
        case: ``suite/id``.
        record: What came of it.
        kept: Whether a cassette was good already.
        seconds_left: By what the cases done so far took for their length; None while nothing is known.
    """

    done: int
    total: int
    case: str
    record: CaseRecord
    kept: bool = False
    seconds_left: float | None = None


Watch = Callable[[Step], None]


@dataclass
class Gathered:
    """The cases of a plan, and the suites that are not here."""

    cases: list[tuple[Suite, Case]] = field(default_factory=list)
    not_run: dict[str, str] = field(default_factory=dict)


def gather(plan: Plan) -> Gathered:
    """The cases to run.

    Raises:
        EvalError: A suite's data or labels cannot be read.
    """
    found = Gathered()
    for suite in plan.suites:
        try:
            cases = suite.cases(plan.data)
        except SuiteNotHere as missing:
            if plan.data is not None:  # named by the caller: a mistake, not a suite that one may lack
                raise
            found.not_run[suite.name] = str(missing)
            continue
        found.cases += [(suite, case) for case in cases if plan.wants(case)]
    return found


def run(plan: Plan, watch: Watch = lambda _: None) -> RunLog:
    """Run a plan to its end.

    Args:
        plan: What to run.
        watch: Told of each case as it is through.

    Returns:
        The log: one record for each case, in the suites' order. A stale cassette is a failed case.

    Raises:
        EvalError: The data cannot be read.
        EngineError: Recording or live, and the engine cannot be had.
    """
    gathered = gather(plan)
    if plan.mode == "replay":
        records = _replay_all(plan, gathered.cases, watch)
    else:
        records = _run_live(plan, gathered.cases, watch)
    info = plan.recordings.info
    head = Head(
        run=plan.run or plan.recordings.name,
        mode=plan.mode,
        summariser_version=__version__,
        model=info.model,
        strategy=info.strategy,
        scorers={suite.name: suite.scorer for suite in plan.suites},
        not_run=gathered.not_run,
    )
    return RunLog(head=head, cases=tuple(records))


def strays(plan: Plan) -> list[Path]:
    """Cassettes that belong to no case of the plan's suites, of those that are here."""
    gathered = gather(plan)
    names = {suite.name for suite in plan.suites} - set(gathered.not_run)
    return orphans(plan.recordings, [case for _, case in gathered.cases], names)


def _replay_all(plan: Plan, cases: list[tuple[Suite, Case]], watch: Watch) -> list[CaseRecord]:
    records = []
    for done, (record_, (_, case)) in enumerate(zip(_replays(plan, cases), cases, strict=True), start=1):
        records.append(record_)
        watch(Step(done, len(cases), f"{case.suite}/{case.id}", record_, kept=True))
    return records


def _replays(plan: Plan, cases: list[tuple[Suite, Case]]) -> Iterator[CaseRecord]:
    jobs = [(suite, case, plan.recordings) for suite, case in cases]
    if plan.workers < 2 or len(jobs) < 2 * plan.workers:
        yield from map(_replay_one, jobs)
        return
    # Spawned, not forked: the parent may hold threads and an open gazetteer.
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(plan.workers, mp_context=context) as pool:
        yield from pool.map(_replay_one, jobs, chunksize=4)


def _replay_one(job: tuple[Suite, Case, Recordings]) -> CaseRecord:
    suite, case, recordings = job
    try:
        played = replay(case, recordings, sealed=suite.external)
    except CassetteFault as fault:
        return CaseRecord(suite=suite.name, id=case.id, error=_failure(fault))
    return _to_record(suite, case, played)


def _run_live(plan: Plan, cases: list[tuple[Suite, Case]], watch: Watch) -> list[CaseRecord]:
    pace = _Pace([len(case.article.text) for _, case in cases])
    records = []
    # One engine for the whole sitting, started by the first question.
    with Summariser(engine=make_engine(plan.recordings.settings)) as summariser:
        for done, (suite, case) in enumerate(cases, start=1):
            started = time.monotonic()
            played, kept = _answer(plan, suite, case, summariser)
            records.append(_to_record(suite, case, played))
            pace.passed(done, None if kept else time.monotonic() - started)
            name = f"{case.suite}/{case.id}"
            watch(Step(done, len(cases), name, records[-1], kept=kept, seconds_left=pace.left(done)))
    return records


def _answer(plan: Plan, suite: Suite, case: Case, summariser: Summariser) -> tuple[Played, bool]:
    """What came of a case, and whether its cassette was good already."""
    if plan.mode == "live":
        return live(case, summariser), False
    if not plan.again and (good := _good(case, plan.recordings, sealed=suite.external)) is not None:
        return good, True
    return record(case, plan.recordings, summariser, sealed=suite.external, again=plan.again), False


def _good(case: Case, recordings: Recordings, *, sealed: bool) -> Played | None:
    """What the cassette gives, where it is still good."""
    try:
        return replay(case, recordings, sealed=sealed)
    except CassetteFault:
        return None


def _to_record(suite: Suite, case: Case, played: Played) -> CaseRecord:
    if played.summary is None:
        assert played.error is not None
        return CaseRecord(suite=suite.name, id=case.id, error=_failure(played.error))
    return CaseRecord(
        suite=suite.name,
        id=case.id,
        prediction=dict(suite.predict(case, played.summary)),
        summary=played.summary,
        ungrounded=tuple(ungrounded(played.summary, case.article)),
        seconds=played.seconds,
    )


def _failure(error: SummariserError) -> Failure:
    return Failure(type=type(error).__name__, message=str(error))


class _Pace:
    """How long the rest will take: seconds for each character of what was done live, times what is left.

    Cases whose cassette was good took nothing. What is left is taken to hold the same share of them.
    """

    def __init__(self, lengths: Sequence[int]) -> None:
        self._lengths = lengths
        self._seconds = 0.0
        self._characters = 0
        self._live = 0

    def passed(self, done: int, seconds: float | None) -> None:
        if seconds is not None:
            self._seconds += seconds
            self._characters += self._lengths[done - 1]
            self._live += 1

    def left(self, done: int) -> float | None:
        if not self._characters:
            return None
        share = self._live / done
        return share * sum(self._lengths[done:]) * self._seconds / self._characters
