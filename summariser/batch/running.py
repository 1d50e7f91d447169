"""A batch from its inputs to its output: many articles, one store, nothing lost.

Inputs -> rows -> what is not in the store yet -> `Summariser.asummarise_many` -> store -> output
"""

from __future__ import annotations

import logging
import math
import threading
from collections.abc import AsyncIterator, Callable, Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, Protocol

from summariser.api import Outcome
from summariser.articles import Article
from summariser.batch.inputs import TEXT_ENDINGS, Inputs, Row
from summariser.batch.origins import Origins
from summariser.batch.outputs import alone_with, check_free, check_output, write_errors, write_output
from summariser.batch.tables import Columns
from summariser.budgets import Budget, Limits
from summariser.engines.base import Engine, Limited
from summariser.engines.loop import run_sync
from summariser.errors import (
    BudgetSpent,
    ConfigurationError,
    DiskFull,
    DuplicateId,
    EngineCrashed,
    EngineError,
    InputError,
    SummariserError,
    TransportError,
    befalls_all,
)
from summariser.files import check_place
from summariser.identity import Identity
from summariser.logs import tell
from summariser.pipeline import Kind
from summariser.store import Store

log = logging.getLogger(__name__)

_LOST_AFTER: Final = 10
"""So many articles in a row that could not reach the engine or that it crashed over, and it is the engine
that is at fault."""


@dataclass(frozen=True, slots=True)
class BatchOptions:
    """How a batch is run.

    Args:
        resume: Go on where an output stands already; without it such an output is refused.
        concurrency: How many articles are worked on at once (1 to 1000).
        kind: Which summaries to make.
        columns: Names of the tables' columns.
        origins: When and by whom articles were published that do not say so themselves.
        limits: What this run may spend.
        prices: A price list of the caller's, see `summariser.prices`.
        store: Where finished work is kept; by default beside the output.
        errors: A file for the failures alone, as JSON Lines; they are in the output as well.
        timings: Write the seconds that were measured; two runs then differ in them.
        workers: Processes that work on the articles; see `Summariser.asummarise_many`.
    """

    resume: bool = False
    concurrency: int = 4
    kind: Kind = "all"
    columns: Columns = field(default_factory=Columns)
    origins: Origins = field(default_factory=Origins)
    limits: Limits = field(default_factory=Limits)
    prices: Path | None = None
    store: Path | None = None
    errors: Path | None = None
    timings: bool = False
    workers: int | None = None


@dataclass(slots=True)
class BatchState:
    """How far a batch has come. The numbers are of articles, bad rows included.

    Attributes:
        total: In the input.
        done: With a summary, those from the store included.
        reused: Of these, from the store.
        failed: Without a summary, and why is known: bad rows included.
        left: That were not reached because the run stopped.
        passed_over: Files in the folders of a kind that is not read.
        damaged: Results in the store that could not be read, and were done again.
        at_once: Calls that the endpoint takes at once, where that is fewer than were asked for.
        budget: What this run has spent.
        stopped: What stopped the run before its end: Ctrl-C (`KeyboardInterrupt`), a budget, an error that
            every further article would have met; None where nothing did.
    """

    budget: Budget
    total: int = 0
    done: int = 0
    reused: int = 0
    failed: int = 0
    left: int = 0
    passed_over: int = 0
    damaged: int = 0
    at_once: int | None = None
    stopped: SummariserError | KeyboardInterrupt | None = None


class Workforce(Protocol):
    """Who does a batch's work: a `Summariser`, or many of them on other machines (`summariser.ray`)."""

    @property
    def engine(self) -> Engine:
        """The engine that answers; where there are many, one that is like them."""
        ...

    def budget(self, limits: Limits | None = None, prices: Path | None = None) -> Budget:
        """A budget, with the price of the model."""
        ...

    def identity(self, kind: Kind = "all") -> Identity:
        """What the results depend on beside the article."""
        ...

    def asummarise_many(
        self,
        articles: Iterable[Article],
        *,
        concurrency: int,
        kind: Kind,
        store: Store,
        budget: Budget,
        workers: int | None = None,
    ) -> AsyncIterator[Outcome]:
        """As `Summariser.asummarise_many`: each result is in the store before its outcome is told."""
        ...


OnState = Callable[[BatchState], None]


def run_batch(
    inputs: list[Path],
    output: Path,
    options: BatchOptions | None = None,
    *,
    summariser: Workforce,
    on_state: OnState | None = None,
    stop: threading.Event | None = None,
) -> BatchState:
    """Summarise everything in the inputs into one file.

    Results are kept in the store as they finish. After a kill, a full disk or a stop, the same call with
    ``resume`` does what is left; its output then holds every article exactly once.

    Args:
        inputs: Folders of texts, single texts, JSON Lines, CSV and Parquet.
        output: JSON Lines (``.jsonl``) or Parquet (``.parquet``), written at the end.
        options: How; see there.
        summariser: Whose model answers: a `Summariser`, or a `summariser.ray.RaySummariser`.
        on_state: Told after every article; must be quick and must not raise.
        stop: Set it, from any thread, to finish what is in flight, write the output, and return.

    Returns:
        How it went. A run that was stopped says so there and is no exception: its work is kept.

    Raises:
        OutputExists: The output is there, and ``resume`` was not given; or no batch wrote it.
        InputError: An input cannot be read at all, or there is no article in any.
        ConfigurationError: An option, a column, a price, an output that cannot be.
        StoreError: The store cannot be used.
        DiskFull: No room for the store or the output; what was finished is kept.
    """
    options = options or BatchOptions()
    reading = Inputs(inputs, options.columns, options.origins)
    store_path = options.store or store_beside(output)
    _check(reading, output, options, store_path)
    state = BatchState(summariser.budget(options.limits, options.prices))
    state.total = reading.count()
    state.passed_over = reading.passed_over(p for p in (output, store_path, options.errors) if p is not None)
    if not state.total:  # most likely the wrong name; and it would take the place of an earlier output
        raise InputError(
            f"There is no article in {', '.join(map(str, inputs))}",
            f"Give folders with {', '.join(TEXT_ENDINGS)} in them, or tables with rows",
        )
    tell(log, logging.INFO, "batch.begun", articles=state.total, output=str(output), resume=options.resume)
    with ExitStack() as stack:
        for path in filter(None, (output, options.errors)):
            stack.enter_context(alone_with(path))
        store = stack.enter_context(Store(store_path))
        run = _Run(summariser, reading, options, store, state, on_state or (lambda _: None), stop)
        try:
            run_sync(run.work())
        except DiskFull as error:
            raise _with_need(error, state, store) from None
        if state.done + state.failed or state.stopped is None:
            if options.errors is not None:
                write_errors(options.errors, store.items())
            write_output(output, store.items(), timings=options.timings)
    _tell_of_end(state)
    return state


def _with_need(error: DiskFull, state: BatchState, store: Store) -> DiskFull:
    """A full disk, and how much the store will still need as far as what it holds tells."""
    left, each = state.total - state.done - state.failed, store.bytes_each()
    if each is None or left <= 0:
        return error
    size = left * each
    room = f"{size / 1e6:,.1f} MB" if size >= 1e6 else f"{math.ceil(size / 1e3)} kB"
    need = f"For the {left:,} articles that are left the store needs about {room}"
    return DiskFull(f"{error.message}. {need}", error.advice, **error.details)


def _tell_of_end(state: BatchState) -> None:
    spent, stopped = state.budget.spent, state.stopped
    tell(
        log, logging.INFO, "batch.done", articles=state.total, done=state.done, reused=state.reused,
        failed=state.failed, left=state.left, stopped=type(stopped).__name__ if stopped else None,
        calls=spent.calls, tokens_in=spent.tokens_in, tokens_cached=spent.tokens_cached,
        tokens_out=spent.tokens_out, cost_usd=state.budget.cost_usd, seconds=state.budget.seconds,
    )  # fmt: skip


def store_beside(output: Path) -> Path:
    """Where a batch keeps its work unless it is told otherwise."""
    return output.with_name(f"{output.name}.store")


def _check(reading: Inputs, output: Path, options: BatchOptions, store: Path) -> None:
    for path in filter(None, (output, options.errors, store)):
        check_place(path)
    reading.check()
    check_output(output, reading.paths)
    if options.errors is not None:
        if options.errors.resolve() == output.resolve():
            raise ConfigurationError(
                f"{options.errors} is the output as well", "Name another file for the failures"
            )
        check_output(options.errors, reading.paths, lines_only=True)
    if reading.reads(store) or store.resolve() in {
        p.resolve() for p in (output, options.errors) if p is not None
    }:
        raise ConfigurationError(f"{store} is an input or an output as well", "Name another store")
    for path in filter(None, (output, options.errors)):
        check_free(path, resume=options.resume, store=store.name)


class _Run:
    """One run over the inputs."""

    def __init__(
        self,
        summariser: Workforce,
        inputs: Inputs,
        options: BatchOptions,
        store: Store,
        state: BatchState,
        on_state: OnState,
        stop: threading.Event | None,
    ) -> None:
        self._summariser = summariser
        self._inputs = inputs
        self._options = options
        self._store = store
        self._state = state
        self._tell = on_state
        self._stop = stop or threading.Event()
        self._identity: Identity = summariser.identity(options.kind)
        self._unreached = self._rows = 0

    async def work(self) -> None:
        """Do what is not done yet. Every row is taken down, also after a stop."""
        pending = self._pending()
        outcomes = self._summariser.asummarise_many(
            pending,
            concurrency=self._options.concurrency,
            kind=self._options.kind,
            store=self._store,
            budget=self._state.budget,
            workers=self._options.workers,
        )
        try:
            async for outcome in outcomes:
                self._note(outcome)
                self._state.at_once = self._at_once()
                self._tell(self._state)
        except (BudgetSpent, EngineError) as error:
            # The last of it was spent between the taking of an article and its first call; or all workers
            # on other machines are lost.
            self._halt(error)
            for _ in pending:
                pass
        self._recount()

    def _pending(self) -> Iterator[Article]:
        """The articles that are not in the store yet, until the run stops."""
        for position, row in enumerate(self._inputs.rows()):
            article = self._take_down(position, row)
            if article is not None and not self._is_stopped():
                yield article
            elif article is None:
                self._tell(self._state)

    def _take_down(self, position: int, row: Row) -> Article | None:
        """Write the row into the store; the article where there is work to do for it."""
        article, error, state = row.article, row.error, self._state
        self._rows = position + 1
        first = self._store.place_of(row.id, before=position)
        if first is not None:
            article = None
            error = error or DuplicateId(
                f"{row.place} has the id of {first}", "Give each article an id of its own", id=row.id
            )
        key = None if article is None else self._identity.key(article)
        # The same text twice under two ids is worked on once; both get the result.
        is_twin = key is not None and self._store.has_item(key, before=position)
        self._store.add_item(position, row.id, row.place, key, error)
        if key is None:
            state.failed += 1
            tell(
                log, logging.INFO, "batch.row_failed", id=row.id, place=row.place, error=type(error).__name__
            )
        elif self._store.is_done(key):
            state.done += 1
            state.reused += 1
        elif not is_twin:
            return article
        return None

    def _is_stopped(self) -> bool:
        if self._state.stopped is None and self._stop.is_set():
            self._state.stopped = KeyboardInterrupt()
        if self._state.stopped is None and (limit := self._state.budget.reached()) is not None:
            self._state.stopped = self._state.budget.error(limit)
        return self._state.stopped is not None

    def _note(self, outcome: Outcome) -> None:
        error = outcome.error
        is_engines = isinstance(error, TransportError | EngineCrashed)
        self._unreached = self._unreached + 1 if is_engines else 0
        if error is None:
            self._state.done += 1
        elif befalls_all(error):
            self._halt(error)
        else:
            self._state.failed += 1
            if self._unreached >= _LOST_AFTER + self._options.concurrency:
                self._halt(
                    type(error)(
                        f"The engine is lost, {self._unreached} articles in a row: {error.message}",
                        error.advice,
                        **error.details,
                    )
                )

    def _at_once(self) -> int | None:
        engine = self._summariser.engine
        limit = engine.limit if isinstance(engine, Limited) else None
        return limit if limit is not None and limit < self._options.concurrency else None

    def _halt(self, error: SummariserError) -> None:
        if self._state.stopped is None:
            self._state.stopped = error

    def _recount(self) -> None:
        """The numbers as the store has them: what was counted on the way knew nothing of twins."""
        self._store.end_items(self._rows)
        counts = self._store.counts()
        self._state.done, self._state.failed, self._state.left = counts
        self._state.total = sum(counts)
        self._state.damaged = self._store.damaged
        if self._state.left:
            self._is_stopped()  # also where other machines gave back what they had not begun
        # A stop that came after the last article stopped nothing.
        if not self._state.left and not isinstance(self._state.stopped, SummariserError):
            self._state.stopped = None
        self._tell(self._state)
