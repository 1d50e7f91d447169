"""The run: article by article, every system in turn, the order rotated, what is in the log left out."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from summariser.articles import Article
from summariser.errors import BadData
from summariser.evals.peers.forms import FORMS, prompts
from summariser.evals.peers.log import Line, PeerLog
from summariser.evals.peers.systems import System, timed
from summariser.evals.suites.base import Case, Suite

SEED: Final = "peers"
PART: Final = "part:dev"
"""The newsroom's test part is scored once, by its own command."""


@dataclass(frozen=True, slots=True)
class Job:
    """One article for one system."""

    suite: Suite
    case: Case
    system: System


def chosen(cases: Sequence[Case], sample: int | None, only: str = "") -> list[Case]:
    """A fixed sample, in the suite's order: the same each time, and a part of any larger one."""
    if cases and cases[0].suite not in FORMS:
        raise BadData(f"There are no peers for {cases[0].suite}", f"There are for {', '.join(FORMS)}")
    open_ones = [c for c in cases if only in c.id and (c.suite != "newsroom" or PART in c.traits)]
    if sample is None:
        return open_ones
    drawn = sorted(open_ones, key=lambda c: hashlib.sha256(f"{SEED}/{c.id}".encode()).digest())[:sample]
    return [case for case in open_ones if case in drawn]


def jobs(suite: Suite, cases: Sequence[Case], systems: Sequence[System]) -> list[Job]:
    """Article by article; each begins with another system, so that none always comes first."""
    found = []
    for number, case in enumerate(cases):
        at = number % len(systems)
        found += [Job(suite, case, system) for system in (*systems[at:], *systems[:at])]
    return found


def pending(work: Sequence[Job], log: PeerLog) -> list[Job]:
    """What the log does not hold."""
    done = log.done()
    return [job for job in work if _pair(job) not in done]


def _pair(job: Job) -> tuple[str, str, str, str, str]:
    print_ = job.system.fingerprint(job.suite.name)
    return job.system.name, print_, job.suite.name, job.case.id, job.case.article.sha256


def run(
    work: Sequence[Job],
    log: PeerLog,
    model: str,
    watch: Callable[[int, int, Line], None] = lambda _done, _total, _line: None,
    *,
    warm: bool = True,
) -> None:
    """Ask what is pending, and put each answer down as it comes.

    Args:
        work: All jobs.
        log: What is done already, and where the rest goes.
        model: What answers.
        watch: Told of each line.
        warm: Whether each system first answers an invented article of each suite, uncounted, so that none
            pays for reading its prompt for the first time.

    Raises:
        ServerGone: The server does not answer; what is done is kept.
    """
    left = pending(work, log)
    if warm:
        for suite, system in dict.fromkeys((job.suite, job.system) for job in left):
            system.answer(suite, _warm_up(suite))
    for done, job in enumerate(left, start=1):
        answered, seconds = timed(job.system, job.suite, job.case)
        name, print_, suite_name, case, article = _pair(job)
        line = Line(
            system=name,
            fingerprint=print_,
            model=model,
            suite=suite_name,
            id=case,
            article_sha256=article,
            prediction=answered.prediction,
            failure=answered.failure,
            message=answered.message,
            tokens_in=answered.cost.tokens_in,
            tokens_cached=answered.cost.tokens_cached,
            tokens_out=answered.cost.tokens_out,
            calls=answered.cost.calls,
            seconds=round(seconds, 3),
        )
        log.add(line)
        watch(done, len(left), line)


def _warm_up(suite: Suite) -> Case:
    example = prompts(suite.name).examples[0]
    return Case(suite.name, "warm-up", Article(example.text, published=example.published), None)
