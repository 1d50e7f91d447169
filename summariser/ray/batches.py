"""`RaySummariser`: does a batch's work on a Ray cluster, in a `Summariser`'s place.

The driver keeps the books as ever: it reads the inputs, leaves out what is done, and writes each result into
its store as it arrives. Ray Data carries single articles to the actors and their results back.
"""

from __future__ import annotations

import asyncio
import math
import threading
from collections.abc import AsyncGenerator, AsyncIterator, Iterable, Iterator
from pathlib import Path
from types import TracebackType
from typing import Any, Final, Self

from summariser.api import Outcome
from summariser.articles import Article
from summariser.budgets import Budget, Limits
from summariser.engines.base import Engine
from summariser.errors import BudgetSpent, ConfigurationError, EngineCrashed, befalls_all
from summariser.identity import Identity
from summariser.pipeline import Kind
from summariser.prices import cost_of
from summariser.ray.extra import beside_the_driver, connect, ray_module
from summariser.ray.pools import Pool
from summariser.ray.rows import Done, FeedForm, packed
from summariser.schemas import Summary
from summariser.settings import Settings
from summariser.store import Store

_POLL_SECONDS: Final = 0.5
"""How soon a stop from another thread is seen while no result comes."""
_WIND_DOWN_SECONDS: Final = 30.0
"""How long a run may take to let go of its actors."""


class RaySummariser:
    """Many engines on the nodes of a cluster, for `run_batch`. Use it in a ``with`` block.

    Args:
        settings: Which model answers, and how it is asked.
        pool: The actors; in place of ``settings``.
        address: Of the cluster, see `extra.connect`.
        stop: Set it to let no further article begin. That `run_batch` takes no more is not enough: some
            articles wait in the actors.

    Raises:
        MissingExtra: Ray is not installed.
        ConfigurationError: As `Summariser` raises.
    """

    def __init__(
        self,
        settings: Settings | None = None,
        *,
        pool: Pool | None = None,
        address: str | None = None,
        stop: threading.Event | None = None,
    ) -> None:
        if (settings is None) == (pool is None):
            raise ConfigurationError("Settings and a pool are one too many, or missing", "Give one of them")
        ray_module()
        self._pool = pool or Pool(settings or Settings.from_environment())
        self._local = self._pool.local()
        self._address = address
        self._stop = stop or threading.Event()
        self._joined = False

    @property
    def engines(self) -> int:
        """How many engines work. Known inside the ``with`` block."""
        return self._pool.size()

    @property
    def engine(self) -> Engine:
        """One like those on the nodes, which answers nothing."""
        return self._local.engine

    def __enter__(self) -> Self:
        self._joined = connect(self._address)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._joined:
            ray_module().shutdown()
            self._joined = False

    def budget(self, limits: Limits | None = None, prices: Path | None = None) -> Budget:
        """As `Summariser.budget`; for each node as well.

        Raises:
            UnknownPrice: A limit on money, and no price.
            BadPrices: No price list.
        """
        self._local.budget(self._pool.per_node, prices)
        return self._local.budget(limits, prices)

    def identity(self, kind: Kind = "all") -> Identity:
        """As `Summariser.identity`."""
        return self._local.identity(kind)

    async def asummarise_many(
        self,
        articles: Iterable[Article],
        *,
        concurrency: int,
        kind: Kind,
        store: Store,
        budget: Budget,
        workers: int | None = None,
    ) -> AsyncIterator[Outcome]:
        """As `Summariser.asummarise_many`, with ``concurrency`` articles at once over all engines.

        Raises:
            ConfigurationError: Worker processes were asked for: here each actor is one.
            BudgetSpent: A limit kept articles from being worked on.
            EngineCrashed: The work on Ray cannot go on.
            StoreError: The store cannot be used.
            DiskFull: There is no room in it.
        """
        if workers:
            raise ConfigurationError("On Ray the actors work on the articles", "Leave workers out")
        source = iter(articles)
        first = next(source, None)
        if first is None:
            return
        run = _Run(self._pool, math.ceil(concurrency / self.engines), kind, budget, self._stop)
        stream = run.outcomes(first, source, self.identity(kind), store)
        try:
            async for outcome in stream:
                yield outcome
        finally:
            await stream.aclose()


class _Run:
    """One stream of articles through the cluster."""

    def __init__(self, pool: Pool, in_flight: int, kind: Kind, budget: Budget, stop: threading.Event) -> None:
        from summariser.ray.feeding import Feed, fed_dataset, tables  # noqa: PLC0415 - needs Ray

        self._budget = budget
        self._stop = stop
        self._ray = ray_module()
        self._feed = beside_the_driver(Feed)
        self._ledger = pool.books(budget.limits, budget.price)
        self._results = tables(
            pool.over(
                fed_dataset(self._feed),
                FeedForm(),
                self._ledger,
                in_flight=in_flight,
                kind=kind,
                price=budget.price,
            )
        )
        # Read ahead so far and no further: what is in flight, and as much again on its way.
        self._window = 2 * in_flight * pool.size()
        self._waiting: dict[int, Article] = {}
        self._sent = 0
        self._ended = False
        self._stopping = False
        self._left: str | None = None

    async def outcomes(
        self, first: Article, source: Iterator[Article], identity: Identity, store: Store
    ) -> AsyncGenerator[Outcome, None]:
        """Every outcome, its result in the store."""
        arrived: asyncio.Queue[Any] = asyncio.Queue()
        loop = asyncio.get_running_loop()
        thread = threading.Thread(
            target=self._collect, args=(loop, arrived), name="summariser-ray", daemon=True
        )
        thread.start()
        self._send(first)
        try:
            while not (self._ended and not self._waiting):
                self._fill(source)
                self._heed_stop()
                for index, done in await self._next(arrived):
                    article = self._waiting.pop(index, None)
                    if article is None:
                        continue  # worked on a second time: its node was lost after it
                    if done.is_empty:
                        raise EngineCrashed("Ray gave an article back unread", "Report it")  # noqa: TRY301
                    self._feed.done.remote(index)
                    self._budget.add(done.usage)
                    if done.left is not None:
                        self._left = done.left  # the latest knows best what was spent
                    else:
                        yield self._outcome(index, article, done, identity, store)
            await self._wind_down(thread)
        except Exception:
            self._end()
            await self._wind_down(thread)
            raise
        finally:
            self._end()
        if self._left is not None and not self._stop.is_set():
            limit = self._budget.reached()
            raise (
                self._budget.error(limit)
                if limit is not None
                else BudgetSpent(self._left, "Finished work is kept: go on with a larger limit")
            )

    @staticmethod
    async def _wind_down(thread: threading.Thread) -> None:
        """Let Ray Data come to its end: its own threads must not meet the next run of this process."""
        await asyncio.to_thread(thread.join, _WIND_DOWN_SECONDS)

    def _end(self) -> None:
        for actor in (self._feed, self._ledger):
            self._ray.kill(actor)

    def _send(self, article: Article) -> None:
        self._waiting[self._sent] = article
        self._feed.put.remote(self._sent, packed(article))
        self._sent += 1

    def _fill(self, source: Iterator[Article]) -> None:
        """Send articles while there is room, and say when there are no more."""
        if self._ended:
            return
        is_over = self._left is not None
        while not is_over and len(self._waiting) < self._window:
            article = next(source, None)
            if article is None:
                is_over = True
            else:
                self._send(article)
        if is_over:
            self._ended = True
            self._feed.end.remote(self._sent)
            self._ledger.expect.remote(self._sent)

    def _heed_stop(self) -> None:
        if self._stop.is_set() and not self._stopping:
            self._stopping = True
            self._ledger.stop.remote("Stopped")

    async def _next(self, arrived: asyncio.Queue[Any]) -> list[tuple[int, Done]]:
        """The next results; none after a while without any.

        Raises:
            EngineCrashed: Ray gave up.
        """
        if not self._waiting:
            return []
        try:
            table = await asyncio.wait_for(arrived.get(), _POLL_SECONDS)
        except TimeoutError:
            return []
        if table is None or isinstance(table, Exception):
            reason = "it ended too soon" if table is None else _reason(table)
            raise EngineCrashed(
                f"The work on Ray stopped: {reason}",
                "Finished work is kept; look into Ray's session folder, and go on with --resume",
            )
        return FeedForm.results(table)

    def _collect(self, loop: asyncio.AbstractEventLoop, arrived: asyncio.Queue[Any]) -> None:
        """Hand over what comes. The window holds what can be in the queue."""
        end: Exception | None = None
        try:
            for table in self._results:
                loop.call_soon_threadsafe(arrived.put_nowait, table)
        except Exception as error:  # noqa: BLE001 - whatever Ray raises ends the run, in the run's own thread
            end = error
        loop.call_soon_threadsafe(arrived.put_nowait, end)

    def _outcome(self, index: int, article: Article, done: Done, identity: Identity, store: Store) -> Outcome:
        error = done.error
        result = error if error is not None else Summary.model_validate_json(done.summary or "")
        if error is None or not befalls_all(error):
            cost = cost_of(self._budget.price, done.usage)
            store.keep(identity.key(article), result, done.usage, seconds=done.seconds, cost_usd=cost)
        summary = result if isinstance(result, Summary) else None
        return Outcome(index, article, summary, error, spent=done.usage, seconds=done.seconds)


def _reason(error: BaseException) -> str:
    """The innermost cause in one line: Ray wraps it in traces of its own."""
    while error.__cause__ is not None and str(error.__cause__).strip():
        error = error.__cause__
    lines = [line.strip() for line in str(error).splitlines() if line.strip()]
    return f"{type(error).__name__}: {lines[-1][:300]}" if lines else type(error).__name__
