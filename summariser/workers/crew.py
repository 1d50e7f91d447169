"""All workers of a stream: how many, since when, and the calls that they have made for them."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final, Protocol, runtime_checkable

from pydantic import BaseModel

from summariser import spans
from summariser.accounting import OnProgress
from summariser.articles import Article
from summariser.budgets import Budget
from summariser.engines.base import Request, Usage
from summariser.engines.calls import Target
from summariser.engines.cores import usable_cpus
from summariser.engines.retrying import Meter
from summariser.engines.wire import Completion, Turn
from summariser.errors import ConfigurationError, SummariserError, WorkerDied, fault
from summariser.logs import bound, tell
from summariser.schemas import Summary
from summariser.stopwatch import WAIT, Stopwatch, spent_on
from summariser.workers.messages import Answer, Brief, Call, Told
from summariser.workers.process import WorkerProcess

log = logging.getLogger(__name__)

FROM_CONCURRENCY: Final = 16
"""With fewer articles at once one process keeps up with any endpoint."""
_MOST: Final = 64
_FROM_ARTICLE: Final = 16
"""A shorter stream is over before workers have loaded."""


@runtime_checkable
class Completes(Protocol):
    """An engine whose single calls others may prepare: its lower half looks at no response model."""

    target: Target
    """Which model it calls."""

    async def complete(
        self,
        request: Request[Any],
        turns: Sequence[Turn],
        response_format: Mapping[str, Any],
        meter: Meter,
    ) -> Completion:
        """Make one call, with retries; see ``structured.Complete``."""
        ...


@dataclass(frozen=True, slots=True)
class Finished:
    """What a worker made of an article.

    Attributes:
        result: The summary, or why there is none.
        spent: What it cost, failed calls included.
    """

    result: Summary | SummariserError
    spent: Usage


class Crew:
    """The workers of one stream.

    Args:
        engine: Makes their calls.
        brief: What holds for all articles.
        size: How many processes.
        calls_at_once: The most calls in flight.
        from_start: Start with the first article and wait for it; else in the background, when the stream
            has shown to be long, and work goes on without workers until they are there.
        on_progress: Whoever listens to progress.
    """

    def __init__(
        self,
        engine: Completes,
        brief: Brief,
        size: int,
        *,
        calls_at_once: int,
        from_start: bool,
        on_progress: OnProgress | None = None,
    ) -> None:
        self._engine = engine
        self._brief = brief
        self._size = size
        self.slots = asyncio.Semaphore(calls_at_once)
        """One for each call in flight; also for those who make calls without the crew."""
        self._from_start = from_start
        self._on_progress = on_progress
        self._workers: list[WorkerProcess] = []
        self._starting: asyncio.Task[None] | None = None
        self._replacing = asyncio.Lock()

    async def is_there(self, index: int) -> bool:
        """Whether the article of this index can be given to a worker.

        Raises:
            WorkerDied: Workers that were asked for cannot be started.
        """
        if self._starting is None and (self._from_start or index >= _FROM_ARTICLE):
            self._starting = asyncio.create_task(self._start())
        if self._from_start and self._starting is not None:
            await asyncio.shield(self._starting)
        return bool(self._workers)

    @property
    def has_started(self) -> bool:
        """Whether there are workers."""
        return bool(self._workers)

    async def summarise(self, article: Article, budget: Budget) -> Finished:
        """Have an article summarised by the worker that has the fewest.

        A worker that dies is replaced, and its articles begun anew; the second time they fail.
        """
        try:
            worker = await self._worker()
            try:
                done = await worker.summarise(article, budget)
            except WorkerDied:
                done = await (await self._worker()).summarise(article, budget)
        except WorkerDied as death:
            return Finished(death, Usage())
        if isinstance(done.result, SummariserError):
            return Finished(done.result, done.spent)
        return Finished(Summary.model_validate_json(done.result), done.spent)

    async def aclose(self) -> None:
        """Stop all workers."""
        if self._starting is not None:
            self._starting.cancel()
            await asyncio.gather(self._starting, return_exceptions=True)
        await asyncio.gather(*(worker.stop() for worker in self._workers))
        self._workers.clear()

    async def _start(self) -> None:
        crew = [self._new() for _ in range(self._size)]
        try:
            await asyncio.gather(*(worker.start() for worker in crew))
        except BaseException as error:
            await asyncio.gather(*(worker.stop() for worker in crew))
            if self._from_start or not isinstance(error, WorkerDied):
                raise
            tell(log, logging.WARNING, "worker.not_started", error=error.message)
            return
        self._workers = crew
        tell(log, logging.INFO, "worker.started", count=len(crew))

    async def _worker(self) -> WorkerProcess:
        async with self._replacing:
            for place, worker in enumerate(self._workers):
                if not worker.is_alive:
                    self._workers[place] = new = self._new()
                    await new.start()
        return min(self._workers, key=lambda worker: worker.load)

    def _new(self) -> WorkerProcess:
        return WorkerProcess(self._brief, self._make_call, self._told)

    def _told(self, told: Told) -> None:
        if self._on_progress is not None:
            self._on_progress(told.progress)

    async def _make_call(self, call: Call, budget: Budget) -> Answer:
        """One call of a worker's: within the budget, and within the calls that may be in flight."""
        meter = Meter()
        outcome: Completion | SummariserError
        spent, watch = Usage(), Stopwatch()
        try:
            with watch.running(), bound(**call.fields):
                outcome = await self._complete(call, budget, meter)
            spent = outcome.usage
        except SummariserError as error:
            outcome = error
        except Exception as error:  # noqa: BLE001 - as above: the article's, not the run's
            outcome = fault(error)
        budget.add(spent + meter.usage + Usage(reasks=int(not call.is_first)))
        return Answer(call.id, outcome, meter.usage, watch.seconds.get(WAIT, 0.0))

    async def _complete(self, call: Call, budget: Budget, meter: Meter) -> Completion:
        with spent_on(WAIT):
            await self.slots.acquire()
        try:
            if call.is_first:
                budget.check_call()
            request = call.request.as_request(call.turns, BaseModel)
            return await self._engine.complete(request, call.turns, call.response_format, meter)
        finally:
            self.slots.release()


def make_crew(
    engine: object, brief: Brief, workers: int | None, concurrency: int, on_progress: OnProgress | None
) -> Crew | None:
    """The crew for a stream; None where this process does the work alone.

    Args:
        engine: Whose calls they are.
        brief: What holds for all articles.
        workers: How many were asked for; None to decide here.
        concurrency: The most calls in flight.
        on_progress: Whoever listens to progress.

    Raises:
        ConfigurationError: A number of workers that cannot be, or an engine that cannot have any.
    """
    if workers is not None and not 0 <= workers <= _MOST:
        raise ConfigurationError(f"workers is {workers}", f"Use 0 to {_MOST}, or none for as many as pay")
    size = workers
    if not isinstance(engine, Completes):
        if workers:
            raise ConfigurationError(
                "Workers need an endpoint, and the calibrated confidence", "Leave workers out"
            )
        return None
    if size is None:
        cores = usable_cpus()
        # Spans of an article end where its process does.
        pays = cores > 1 and concurrency >= FROM_CONCURRENCY and not spans.are_wanted()
        size = cores if pays else 0
    if not size:
        return None
    level = logging.getLogger("summariser").getEffectiveLevel()
    return Crew(
        engine,
        replace(brief, target=engine.target, log_level=level, calls_at_once=concurrency),
        size,
        calls_at_once=concurrency,
        from_start=workers is not None,
        on_progress=on_progress,
    )
