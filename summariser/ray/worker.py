"""What runs in each actor: one engine, many articles at once."""

from __future__ import annotations

import asyncio
import contextlib
import uuid
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import SecretStr

from summariser.api import Outcome, Summariser
from summariser.articles import Article
from summariser.batch.inputs import Row
from summariser.budgets import Budget, Limits
from summariser.engines.base import Engine, Usage
from summariser.engines.cores import usable_cores
from summariser.errors import (
    BudgetSpent,
    CallsSpent,
    ConfigurationError,
    EngineCrashed,
    SummariserError,
    befalls_all,
)
from summariser.identity import Identity
from summariser.pipeline import Kind
from summariser.prices import Price
from summariser.ray.extra import ray_module
from summariser.ray.ledger import GIVEN_UP_AFTER, Post, Verdict
from summariser.ray.rows import Done, Form
from summariser.ray.shelves import Result
from summariser.settings import Settings

MakeEngine = Callable[[], Engine]
_Opened = tuple[Summariser, Identity]
_OF_THE_MACHINE = ("cache_dir", "threads")
"""Settings that each node takes from its own environment where the driver's caller gave none."""
_SCRIPTED = "scripted:"


@dataclass(frozen=True, slots=True)
class Plan:
    """What every worker is to do. It travels to the nodes, without the endpoint's key.

    Attributes:
        settings: The caller's settings as they were set.
        engine: Makes the engine, in place of what the settings mean.
        min_confidence: As for `Summariser`.
        kind: Which summaries to make.
        facts: What the results depend on, as the driver has it (`Identity.facts`).
        price: What the model costs.
        calls_per_article: The limit on calls; None for none.
        form: How articles come and results go.
        share: Workers on one node.
        cores: Of each worker; None where they share the node's.
    """

    settings: dict[str, Any]
    engine: MakeEngine | None
    min_confidence: float | None
    kind: Kind
    facts: dict[str, object]
    price: Price | None
    calls_per_article: int | None
    form: Form
    share: int
    cores: float | None

    def open(self, key: SecretStr | None) -> tuple[Summariser, Identity]:
        """The summariser of a worker, and the keys of its results.

        Raises:
            ConfigurationError: The node has another version, other rules or another model than the driver.
            SummariserError: As `Summariser` raises.
        """
        settings = settings_here(self.settings, key)
        engine = None if self.engine is None else self.engine()
        made = Summariser(engine=engine, settings=settings, min_confidence=self.min_confidence)
        if engine is None and made.engine.info.engine == "embedded" and settings.threads is None:
            threads = int(self.cores) if self.cores and self.cores >= 1 else usable_cores() // self.share
            settings = settings.model_copy(update={"threads": max(1, threads)})
            made = Summariser(settings=settings, min_confidence=self.min_confidence)
        identity = made.identity(self.kind)  # once: it can mean the hash of a model's file
        facts = identity.facts
        if facts != self.facts:
            other = ", ".join(name for name in facts if facts[name] != self.facts.get(name))
            raise ConfigurationError(
                f"A node of the cluster would make other summaries than this machine: other {other}",
                "Install the same summariser on every node, and give each the same model file",
            )
        return made, identity


def settings_to_send(settings: Settings) -> dict[str, Any]:
    """Settings as they were set, without the key, and files by their whole path."""
    values = settings.model_dump(exclude_unset=True, exclude={"api_key"})
    name = settings.model or ""
    path = Path(name.removeprefix(_SCRIPTED)).expanduser()
    if name.startswith(_SCRIPTED):
        values["model"] = f"{_SCRIPTED}{path.resolve()}"
    elif name.lower().endswith(".gguf"):
        values["model"] = str(path.resolve())
    return values


def settings_here(sent: dict[str, Any], key: SecretStr | None) -> Settings:
    """The settings of a worker: those that were sent, and what belongs to its machine."""
    own = Settings.from_environment()
    machine = own.model_dump(include=set(_OF_THE_MACHINE), exclude_unset=True)
    return Settings(**{**machine, **sent, "api_key": key})


class Gate:
    """Lets many through, or one alone."""

    def __init__(self) -> None:
        self._inside = 0
        self._waiting = 0
        self._is_alone = False
        self._changed = asyncio.Condition()

    @contextlib.asynccontextmanager
    async def with_others(self) -> AsyncIterator[None]:
        """Be inside beside others. Who waits to be alone goes first."""
        async with self._changed:
            await self._changed.wait_for(lambda: not self._is_alone and not self._waiting)
            self._inside += 1
        try:
            yield
        finally:
            async with self._changed:
                self._inside -= 1
                self._changed.notify_all()

    @contextlib.asynccontextmanager
    async def alone(self) -> AsyncIterator[None]:
        """Be the only one inside."""
        async with self._changed:
            self._waiting += 1
            await self._changed.wait_for(lambda: not self._is_alone and not self._inside)
            self._waiting -= 1
            self._is_alone = True
        try:
            yield
        finally:
            async with self._changed:
                self._is_alone = False
                self._changed.notify_all()


class Worker:
    """The class that Ray Data makes an actor of. Its calls run side by side in one event loop.

    Args:
        plan: What to do.
        ledger: The run's `Ledger`, an actor.
    """

    def __init__(self, plan: Plan, ledger: Any) -> None:
        context = ray_module().get_runtime_context()
        self._post = Post(context.get_actor_id() or "", uuid.uuid4().hex, context.get_node_id())
        self._plan = plan
        self._ledger = ledger
        self._key = ledger.arrive.remote(self._post)
        self._budget = Budget(price=plan.price)
        self._gate: Gate | None = None
        self._opening: asyncio.Task[_Opened | SummariserError] | None = None

    async def __call__(self, table: Any) -> Any:
        """Work on the articles of a table. One of them at a time is given, so that each is a task of its own.

        Raises:
            EngineCrashed: The actor dies all the time.
        """
        if self._opening is None:
            self._gate = Gate()
            self._opening = asyncio.create_task(self._open())
        opened = await asyncio.shield(self._opening)
        rows = self._plan.form.read(table)
        done = await asyncio.gather(*(self._one(row, opened) for row in rows))
        return self._plan.form.write(table, rows, done, self._plan.price)

    async def _open(self) -> _Opened | SummariserError:
        """The summariser, or why there is none: an error of the set-up that every article would meet."""
        key = await self._key
        try:
            return await asyncio.to_thread(self._plan.open, key)
        except SummariserError as error:
            return error if befalls_all(error) else ConfigurationError(error.message, error.advice)

    async def _one(self, row: Row, opened: _Opened | SummariserError) -> Done:
        if row.article is None:
            return Done(error=row.error)
        if isinstance(opened, SummariserError):
            return Done(error=opened)
        assert self._gate is not None
        summariser, identity = opened
        key = identity.key(row.article)
        article = f"{row.id} {key.hex()}"
        async with self._gate.with_others():
            verdict: Verdict = await self._ledger.begin.remote(self._post, article, key)
            if verdict.word == "go":
                return await self._work(summariser, row.article, article, key, verdict)
        if verdict.word == "alone":
            async with self._gate.alone():
                verdict = await self._ledger.begin.remote(self._post, article, key, alone=True)
                if verdict.word == "go":
                    return await self._work(summariser, row.article, article, key, verdict)
        if verdict.word == "hold":
            return Done(left=await self._ledger.hold.remote(self._post, article))
        return _not_begun(verdict)

    async def _work(
        self, summariser: Summariser, article: Article, name: str, key: bytes, verdict: Verdict
    ) -> Done:
        self._budget.limits = Limits(
            verdict.tokens, verdict.cost_usd, calls_per_article=self._plan.calls_per_article
        )
        outcome = await self._outcome(summariser, article)
        error = None if outcome is None else outcome.error
        is_cut_short = outcome is None or (
            isinstance(error, BudgetSpent) and not isinstance(error, CallsSpent)
        )
        usage = Usage() if outcome is None else outcome.spent
        seconds = 0.0 if outcome is None else outcome.seconds
        summary = None if outcome is None or outcome.summary is None else outcome.summary.model_dump_json()
        is_the_runs = error is not None and befalls_all(error)
        result = None if is_cut_short or is_the_runs else Result(key, summary, _bare(error), seconds)
        limit: str | None = await self._ledger.end.remote(
            self._post, name, usage, result, is_cut_short=is_cut_short
        )
        if is_cut_short:
            return Done(left=limit or "The limit is reached", usage=usage, seconds=seconds)
        return Done(summary, error, usage=usage, seconds=seconds)

    async def _outcome(self, summariser: Summariser, article: Article) -> Outcome | None:
        """What became of the article; None where the budget was spent before its first call."""
        stream = summariser.asummarise_many(
            [article], concurrency=1, kind=self._plan.kind, budget=self._budget
        )
        with contextlib.suppress(BudgetSpent):
            async for outcome in stream:
                return outcome
        return None


def _not_begun(verdict: Verdict) -> Done:
    if verdict.word == "kept":
        return Done(verdict.summary)
    if verdict.word == "refuse":
        return Done(left=verdict.text)
    if verdict.word == "broken":
        raise EngineCrashed(verdict.text, "Look into its log in Ray's session folder: it may lack memory")
    return Done(
        error=EngineCrashed(
            f"{GIVEN_UP_AFTER} workers were lost while they worked on the article",
            "Look whether it is out of the ordinary; the next run tries it again",
        )
    )


def _bare(error: SummariserError | None) -> SummariserError | None:
    """The error without its details, which can hold a whole answer."""
    return None if error is None else type(error)(error.message, error.advice)
