"""The public face: `Summariser`, asynchronous at heart with a thin synchronous skin."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import threading
import time
from collections.abc import AsyncGenerator, AsyncIterable, AsyncIterator, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

from pydantic import SecretStr

from summariser.accounting import OnProgress
from summariser.articles import Article
from summariser.budgets import Budget, Limits, MeteredEngine
from summariser.confidence import Rater, calibrated
from summariser.engines import make_engine
from summariser.engines.base import Engine, Usage
from summariser.engines.loop import run_sync
from summariser.engines.models import Progress as FetchProgress
from summariser.engines.surviving import SurvivingEngine
from summariser.errors import (
    BudgetSpent,
    ConfigurationError,
    InputError,
    SummariserError,
    befalls_all,
    fault,
)
from summariser.identity import Identity
from summariser.logs import bound, place_of, tell
from summariser.normalise.places import PlaceResolver
from summariser.pipeline import Kind, summarise_article
from summariser.prices import cost_of, find_price
from summariser.progress import Progress
from summariser.schemas import EventSummary, HumanitarianSummary, Summary
from summariser.settings import Settings
from summariser.store import Store
from summariser.stream_log import StreamLog
from summariser.workers import Brief, Crew, make_crew

log = logging.getLogger(__name__)

_AT_ONCE = 1000
"""More than this many articles in flight gain nothing and hold memory."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one article of many: a summary, or the error that kept it from one.

    Attributes:
        index: Its position in the input, from 0.
        article: The article.
        summary: The summary; None where there is an error.
        error: Why there is none; None where there is a summary.
        reused: Whether the summary was in the store already and cost nothing.
        spent: What it cost this time, failed calls included.
        seconds: Wall time that it took, in seconds.
    """

    index: int
    article: Article
    summary: Summary | None
    error: SummariserError | None
    reused: bool = False
    spent: Usage = Usage()  # noqa: RUF009 - frozen
    seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class _Way:
    """How the articles of one stream are worked on."""

    kind: Kind
    budget: Budget
    store: Store | None
    identity: Identity | None
    told: StreamLog
    crew: Crew | None
    gate: asyncio.Semaphore
    """Of the calls that are made here, with no worker between."""

    def key(self, article: Article) -> bytes | None:
        """Where the store keeps the article's result; None where nothing is kept."""
        if self.identity is None or not isinstance(article, Article):
            return None
        return self.identity.key(article)

    def at_once(self, concurrency: int) -> int:
        """How many articles are open: with workers some are read while others wait for their answers."""
        return concurrency + (concurrency // 2 if self.crew is not None and self.crew.has_started else 0)


class Summariser:
    """Summarises articles. One instance serves any number of articles, threads and event loops.

    With nothing set it runs the embedded model: no key, no server, no account. The first question
    starts the engine (and fetches its model, once); `close` or the end of the process stops it.

    Args:
        model: A name of ``summariser model list``, a path to a .gguf file, a hosted model's name, or
            ``scripted:FILE``.
        base_url: An OpenAI-compatible endpoint to use instead of the embedded model.
        api_key: Its key; by default the environment's ``OPENAI_API_KEY``.
        engine: A ready engine, in place of all of these.
        settings: Ready settings, in place of the environment.
        min_confidence: Between 0 and 1: values that are less sure go into ``summary.issues`` instead of the
            summary. None keeps them all, each with its confidence.
        on_progress: Called with a `Progress` as steps begin; it must be quick and must not raise.
        with_parts: Whether it is told what is verified so far as well (``Progress.part``). Costs the time of
            verifying each part.
        rater: Gives each value its confidence; for calibration.

    Raises:
        ConfigurationError: A model that is not known, a URL that is not one, a key that is missing.
    """

    def __init__(
        self,
        model: str | None = None,
        base_url: str | None = None,
        api_key: str | SecretStr | None = None,
        *,
        engine: Engine | None = None,
        settings: Settings | None = None,
        min_confidence: float | None = None,
        on_progress: OnProgress | None = None,
        with_parts: bool = False,
        rater: Rater = calibrated,
    ) -> None:
        # The values of a frame may be shown when an exception comes out of it: none of ours is a bare key.
        api_key = SecretStr(api_key) if isinstance(api_key, str) else api_key
        if min_confidence is not None and not 0 <= min_confidence <= 1:
            raise ConfigurationError(
                f"min_confidence is {min_confidence}, not between 0 and 1", "Give a share such as 0.5"
            )
        if settings is not None and (model or base_url or api_key):
            raise ConfigurationError(
                "Settings were given beside model, base_url or api_key", "Give one of them"
            )
        if settings is None:
            try:
                settings = Settings.from_environment(model, base_url, api_key)
            except SummariserError:
                base_url = None  # which may have a key in it
                raise
        self._settings = settings
        self._on_progress = on_progress
        self._with_parts = with_parts
        self._min_confidence = min_confidence
        self._rater = rater
        self._engine = engine if engine is not None else make_engine(self._settings, self._fetching)
        self._resolver: PlaceResolver | None = None
        self._opening = threading.Lock()

    @property
    def engine(self) -> Engine:
        """The engine that answers."""
        return self._engine

    async def asummarise(self, article: Article, kind: Kind = "all") -> Summary:
        """Summarise an article.

        Args:
            article: What to read.
            kind: ``"events"``, ``"humanitarian"``, or ``"all"``.

        Raises:
            InputError: The article cannot be read.
            EngineError: The model could not be reached or started. A crash of the embedded engine is survived
                once an article; a second one is `EngineCrashed`.
            ModelFileError: The model's file could not be had.
        """
        return await self._summarise(article, self._engine, kind)

    async def _summarise(self, article: Article, engine: Engine, kind: Kind) -> Summary:
        _check_kind(kind)
        if not isinstance(article, Article):
            raise InputError(f"A {type(article).__name__} is no Article", "Give Article(text=...)")
        # Opened once, in a thread; for each article the way to a thread and back would be a long one.
        resolver = self._resolver
        if resolver is None:
            resolver = await asyncio.to_thread(self._places)
        return await summarise_article(
            article,
            SurvivingEngine(engine),
            resolver,
            kind=kind,
            on_progress=self._on_progress,
            min_confidence=self._min_confidence,
            rater=self._rater,
            with_parts=self._with_parts,
        )

    def summarise(self, article: Article, kind: Kind = "all") -> Summary:
        """As `asummarise`, for callers without an event loop (notebooks, scripts)."""
        return run_sync(self.asummarise(article, kind))

    async def aevents(self, article: Article) -> EventSummary:
        """Only the events. Raises as `asummarise` does."""
        summary = await self.asummarise(article, "events")
        assert summary.events is not None
        return summary.events

    def events(self, article: Article) -> EventSummary:
        """As `aevents`."""
        return run_sync(self.aevents(article))

    async def ahumanitarian(self, article: Article) -> HumanitarianSummary:
        """Only the humanitarian facts. Raises as `asummarise` does."""
        summary = await self.asummarise(article, "humanitarian")
        assert summary.humanitarian is not None
        return summary.humanitarian

    def humanitarian(self, article: Article) -> HumanitarianSummary:
        """As `ahumanitarian`."""
        return run_sync(self.ahumanitarian(article))

    async def asummarise_many(
        self,
        articles: Iterable[Article] | AsyncIterable[Article],
        *,
        concurrency: int = 4,
        kind: Kind = "all",
        ordered: bool = False,
        store: Store | Path | str | None = None,
        budget: Budget | Limits | None = None,
        workers: int | None = None,
    ) -> AsyncIterator[Outcome]:
        """Summarise many articles, yielding each outcome as it is there.

        One bad article never stops the rest: its outcome holds the error. Articles are taken from the
        input only as there is room for them, so a stream of any length is read at flat memory.

        Args:
            articles: The articles; may be endless.
            concurrency: How many are worked on at once (1 to 1000), and how many calls are in flight at
                most, though an endpoint is asked several questions of one article at a time. With workers
                half as many articles more are read meanwhile.
            kind: As for `asummarise`.
            ordered: Yield in the order of the input instead of as they finish.
            store: Where finished work is kept, in a file: what is there already is not done again, and a
                failure is tried again. See `summariser.store`.
            budget: What the stream may spend. Once it is spent, no further article is taken.
            workers: Processes that work on the articles, so that all cores do (0 to 64). None starts one for
                each core where that pays: an endpoint, a concurrency of 16 and more, more than 16 articles.

        Raises:
            ConfigurationError: A concurrency or a kind that there is not; workers for an engine or a rater
                that works in this process only.
            WorkerDied: Workers that were asked for could not be started.
            BudgetSpent: The budget was spent while there were articles left; after the outcomes that were
                there. Articles that it cut short have it as their outcome's error.
            StoreError: The store cannot be used.
            DiskFull: There is no room in the store.
        """
        _check_kind(kind)
        if not 1 <= concurrency <= _AT_ONCE:
            raise ConfigurationError(f"concurrency is {concurrency}", f"Use 1 to {_AT_ONCE}")
        if not isinstance(budget, Budget):
            budget = Budget() if budget is None else self.budget(budget)
        with contextlib.ExitStack() as stack:
            if isinstance(store, Path | str):
                store = stack.enter_context(Store(store))
                stack.callback(_tell_of_damage, store)
            identity = self.identity(kind) if store is not None else None
            told = stack.enter_context(StreamLog(self._engine.info, kind, concurrency))
            async with contextlib.AsyncExitStack() as closing:
                crew = self._crew(workers, concurrency, kind, budget)
                if crew is not None:
                    closing.push_async_callback(crew.aclose)
                gate = asyncio.Semaphore(concurrency)
                way = _Way(kind, budget, store, identity, told, crew, gate)
                stream = self._stream(articles, concurrency, ordered, way)
                async for outcome in await closing.enter_async_context(contextlib.aclosing(stream)):
                    told.count(outcome.error, reused=outcome.reused)
                    yield outcome

    async def _stream(
        self,
        articles: Iterable[Article] | AsyncIterable[Article],
        concurrency: int,
        ordered: bool,
        way: _Way,
    ) -> AsyncGenerator[Outcome, None]:
        source = _numbered(articles)
        running: dict[asyncio.Task[Outcome], None] = {}  # in the order of the input
        # Taken in a task of its own: a source that is slow to give the next article must not hold up
        # the outcomes that are there.
        taking: asyncio.Task[tuple[int, Article] | None] | None = None
        exhausted = False
        stopped: BudgetSpent | None = None
        try:
            while True:
                if taking is None and not exhausted and len(running) < way.at_once(concurrency):
                    taking = asyncio.create_task(_take(source))
                wanted = list(running)[:1] if ordered else list(running)
                waiting = [*wanted, *([taking] if taking is not None else [])]
                if not waiting:
                    break
                await asyncio.wait(waiting, return_when=asyncio.FIRST_COMPLETED)
                if taking is not None and taking.done() and taking.exception() is None:
                    taken, taking = taking.result(), None
                    if taken is None:
                        exhausted = True
                    elif (limit := way.budget.reached()) is not None:
                        exhausted = True
                        stopped = way.budget.error(limit)
                    else:
                        work = asyncio.create_task(self._outcome(*taken, way), context=way.told.context())
                        running[work] = None
                for done in [task for task in wanted if task.done()]:
                    del running[done]
                    yield done.result()
                if taking is not None and taking.done():
                    taking.result()  # the source's own error, after the outcomes that were there
            if stopped is not None:
                raise stopped
        finally:
            left = [*running, *([taking] if taking is not None else [])]
            for task in left:
                task.cancel()
            await asyncio.gather(*left, return_exceptions=True)
            await source.aclose()

    def summarise_many(
        self,
        articles: Iterable[Article],
        *,
        concurrency: int = 4,
        kind: Kind = "all",
        ordered: bool = False,
        store: Store | Path | str | None = None,
        budget: Budget | Limits | None = None,
        workers: int | None = None,
    ) -> Iterator[Outcome]:
        """As `asummarise_many`."""
        stream = self.asummarise_many(
            articles,
            concurrency=concurrency,
            kind=kind,
            ordered=ordered,
            store=store,
            budget=budget,
            workers=workers,
        )
        try:
            while (outcome := run_sync(_next(stream))) is not None:
                yield outcome
        finally:
            run_sync(_close(stream))

    def budget(self, limits: Limits | None = None, prices: Path | None = None) -> Budget:
        """A budget for `summarise_many`, with the price of this model.

        Args:
            limits: What may be spent; None for no limit.
            prices: A price list of the caller's, see `summariser.prices`.

        Raises:
            UnknownPrice: There is a limit on money, and the model's price is not known.
            BadPrices: The list is not one.
        """
        info = self._engine.info
        return Budget(limits, find_price(info, prices), model=info.model)

    def identity(self, kind: Kind = "all") -> Identity:
        """What this instance's results depend on beside the article: their keys in a store."""
        return Identity(
            self._engine.info,
            self._settings,
            kind=kind,
            min_confidence=self._min_confidence,
            rater=self._rater,
        )

    async def _outcome(self, index: int, article: Article, way: _Way) -> Outcome:
        with bound(index=index):
            return await self._work(index, article, way)

    async def _work(self, index: int, article: Article, way: _Way) -> Outcome:
        key = way.key(article)
        done = way.store.summary(key) if way.store is not None and key is not None else None
        if done is not None:
            tell(log, logging.INFO, "article.reused", article=article.sha256[:12])
            return Outcome(index, article, done, None, reused=True)
        began = time.monotonic()
        result, spent = await self._worked(index, article, way)
        seconds = time.monotonic() - began
        cost = cost_of(way.budget.price, spent)
        if isinstance(result, Summary):
            provenance = result.provenance.model_copy(update={"cost_usd": cost})
            result = result.model_copy(update={"provenance": provenance})
        if way.store is not None and key is not None and not _is_the_runs(result):
            way.store.keep(key, result, spent, seconds=seconds, cost_usd=cost)
        if isinstance(result, SummariserError):
            return Outcome(index, article, None, result, spent=spent, seconds=seconds)
        return Outcome(index, article, result, None, spent=spent, seconds=seconds)

    async def _worked(
        self, index: int, article: Article, way: _Way
    ) -> tuple[Summary | SummariserError, Usage]:
        """An article's result and what it cost: by a worker where there is one, else here."""
        crew = way.crew
        if crew is not None and isinstance(article, Article) and await crew.is_there(index):
            finished = await crew.summarise(article, way.budget)
            return finished.result, finished.spent
        engine = MeteredEngine(self._engine, way.budget, way.gate)
        async with crew.slots if crew is not None else contextlib.nullcontext():
            return await self._result(article, engine, way.kind), engine.spent

    def _crew(self, workers: int | None, concurrency: int, kind: Kind, budget: Budget) -> Crew | None:
        most, listens = budget.limits.calls_per_article, self._on_progress is not None
        info, cache = self._engine.info, self._settings.cache_dir
        brief = Brief(info, cache, kind, self._min_confidence, most, listens)
        engine = self._engine if self._rater is calibrated else None  # another rater may not travel
        return make_crew(engine, brief, workers, concurrency, self._on_progress)

    async def _result(self, article: Article, engine: Engine, kind: Kind) -> Summary | SummariserError:
        try:
            return await self._summarise(article, engine, kind)
        except SummariserError as error:
            return error
        except Exception as error:  # noqa: BLE001 - a fault that one article brings out must not cost the others
            tell(log, logging.INFO, "article.fault", error=type(error).__name__, where=place_of(error))
            return fault(error)

    async def aclose(self) -> None:
        """Stop the engine. Using the instance again starts it anew."""
        await self._engine.aclose()

    def close(self) -> None:
        """As `aclose`."""
        run_sync(self.aclose())

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.aclose()

    def _places(self) -> PlaceResolver:
        with self._opening:
            if self._resolver is None:
                self._resolver = PlaceResolver(self._settings.cache_dir)
            return self._resolver

    def _fetching(self, state: FetchProgress) -> None:
        if self._on_progress is not None:
            self._on_progress(Progress("model", state.done_bytes, state.total_bytes, state.stage))


def _tell_of_damage(store: Store) -> None:
    if store.damaged:
        tell(log, logging.WARNING, "store.damaged_results", path=str(store.path), not_used=store.damaged)


def _is_the_runs(result: Summary | SummariserError) -> bool:
    """Whether it is a failure of the run and says nothing of the article."""
    return isinstance(result, SummariserError) and befalls_all(result)


def _check_kind(kind: str) -> None:
    if kind not in ("all", "events", "humanitarian"):
        raise ConfigurationError(f"There is no kind {kind!r}", "Use all, events or humanitarian")


async def _take(source: AsyncIterator[tuple[int, Article]]) -> tuple[int, Article] | None:
    return await anext(source, None)


async def _numbered(
    articles: Iterable[Article] | AsyncIterable[Article],
) -> AsyncGenerator[tuple[int, Article], None]:
    index = 0
    if isinstance(articles, AsyncIterable):
        async for article in articles:
            yield index, article
            index += 1
    else:
        for article in articles:
            yield index, article
            index += 1


async def _next(stream: AsyncIterator[Outcome]) -> Outcome | None:
    return await anext(stream, None)


async def _close(stream: AsyncIterator[Outcome]) -> None:
    close = getattr(stream, "aclose", None)
    if close is not None:
        await close()
