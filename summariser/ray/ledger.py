"""What all actors of one run must agree on: the limits, finished work, and who was lost with a worker.

One `Ledger` runs beside the driver. An actor asks it before each article (`begin`) and tells it what the
article cost (`end`): a millisecond against an article's seconds. It is plain Python, of which
`summariser.ray` makes an actor.

An article that takes its worker down with it must cost neither the run nor its neighbours. Ray starts the
actor anew and sends it all that it had; so the ledger counts for each article how often a worker was lost
with it. After the second time it is worked on alone, after the fourth it is a failure.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from time import monotonic
from typing import Final, Literal

from pydantic import SecretStr

from summariser.budgets import Budget, Limits
from summariser.engines.base import Usage
from summariser.prices import Price, cost_of
from summariser.ray.shelves import AnyShelf, Result

ALONE_AFTER: Final = 2
"""Lost with a worker so often, and an article may be the cause: nothing else is in flight beside it."""
GIVEN_UP_AFTER: Final = 4
"""Lost with a worker so often, and an article is not tried again."""
DEATHS_IN_A_ROW: Final = 20
"""A worker that died so often without finishing one article will not finish the next."""
IDLE_SECONDS: Final = 5.0
"""So long nobody works, and nobody will: what a spent node holds goes back."""
PATIENCE_SECONDS: Final = 300.0
"""A worker that has not started after this is not waited for."""
TICK_SECONDS: Final = 1.0
"""How often held articles look at the clock."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What shall become of an article.

    Attributes:
        word: ``go`` on; ``alone``: ask again when nothing else runs in the worker; ``hold``: the node may
            spend no more, see `Ledger.hold`; ``refuse``: the run is over; ``lost``: it took too many workers
            with it; ``broken``: the worker dies all the time; ``kept``: it is done.
        text: Why it is refused.
        tokens: How many tokens the worker may have spent in its life; None for no limit.
        cost_usd: The same in US dollars.
        summary: What is kept, as JSON.
    """

    word: Literal["go", "alone", "hold", "refuse", "lost", "broken", "kept"]
    text: str = ""
    tokens: int | None = None
    cost_usd: float | None = None
    summary: str | None = None


@dataclass(frozen=True, slots=True)
class Post:
    """A worker.

    Attributes:
        actor: Ray's id of the actor, the same after a restart.
        life: An id of its process.
        node: Ray's id of the node it is on.
    """

    actor: str
    life: str
    node: str


class Ledger:
    """The run's books.

    Args:
        per_node: What each node may spend.
        total: What all may spend together.
        price: What the model costs; None where that is not known.
        shelf: Keeps finished work; None where the driver does.
        workers: How many actors there will be.
        clock: Seconds that only grow; for tests.

    Raises:
        UnknownPrice: A limit on money, and no price.
    """

    def __init__(
        self,
        per_node: Limits,
        total: Limits,
        price: Price | None,
        shelf: AnyShelf | None = None,
        workers: int = 1,
        clock: Callable[[], float] = monotonic,
    ) -> None:
        self._per_node = per_node
        self._price = price
        self._clock = clock
        self._total = Budget(total, price, clock=clock)
        Budget(per_node, price)  # a limit without a price must fail here, not on the first article
        self._shelf = shelf
        self._nodes: dict[str, Budget] = {}
        self._workers = workers
        self._posts: dict[str, Post] = {}
        self._began = self._active = clock()
        self._spent: dict[str, Usage] = {}
        self._running: dict[str, Counter[str]] = {}
        self._lost: Counter[str] = Counter()
        self._deaths: Counter[str] = Counter()
        self._held = 0
        self._given_back = 0
        self._expected: int | None = None
        self._released = asyncio.Event()
        self._stopped: str | None = None
        self._key: SecretStr | None = None

    async def ready(self) -> None:
        """Nothing: that it returns shows that the ledger could be made."""

    async def entrust(self, key: SecretStr | None) -> None:
        """Take the endpoint's key for the workers: what an actor is made with, Ray keeps in its tables."""
        self._key = key

    async def arrive(self, post: Post) -> SecretStr | None:
        """A worker begins a life. The one that its actor had before is over: what it had is lost.

        Returns:
            The endpoint's key.
        """
        before = self._posts.get(post.actor)
        self._posts[post.actor] = post
        if before is not None and before.life != post.life:
            self._lost.update(self._running.pop(before.life, ()))
            self._deaths[post.actor] += 1
            self._look()
        return self._key

    async def begin(self, post: Post, article: str, key: bytes, *, alone: bool = False) -> Verdict:
        """Whether an article may be worked on now.

        Args:
            post: Who asks.
            article: What tells it from the others of the run.
            key: Of its result in the store.
            alone: Nothing else runs in the worker.
        """
        if self._deaths[post.actor] >= DEATHS_IN_A_ROW:
            return Verdict(
                "broken", f"A worker on Ray died {DEATHS_IN_A_ROW} times without finishing an article"
            )
        if self._lost[article] >= GIVEN_UP_AFTER:
            self._give_back(article)
            return Verdict("lost")
        if self._shelf is not None and (done := await self._shelf.summary(key)) is not None:
            self._give_back(article)
            return Verdict("kept", summary=done)
        here = self._node(post.node)
        if self._stopped is None and (limit := self._total.reached()) is not None:
            self._stopped = self._total.error(limit).message
        if self._stopped is not None:
            self._give_back(article)
            return Verdict("refuse", self._stopped)
        if here.reached() is not None:
            return Verdict("hold")
        if not alone and self._lost[article] >= ALONE_AFTER:
            return Verdict("alone")
        self._running.setdefault(post.life, Counter())[article] += 1
        tokens, money = self._allowance(post.life, here)
        return Verdict("go", tokens=tokens, cost_usd=money)

    async def end(
        self,
        post: Post,
        article: str,
        usage: Usage,
        result: Result | None = None,
        *,
        is_cut_short: bool = False,
    ) -> str | None:
        """Take down what an article cost, and keep its result where there is a store.

        Args:
            post: Whose.
            article: What tells it from the others of the run.
            usage: What it cost, failed calls included.
            result: What to keep; None where a limit or the set-up cut the article short.
            is_cut_short: A limit did. It is reached then, counted with what is in flight and not yet told of.

        Returns:
            The limit that has been reached, and what was spent, in words; None where there is none.
        """
        self._active = self._clock()
        running = self._running.setdefault(post.life, Counter())
        running[article] -= 1
        if running[article] <= 0:
            del running[article]
        self._deaths.pop(post.actor, None)
        self._total.add(usage)
        here = self._node(post.node)
        here.add(usage)
        self._spent[post.life] = self._spent.get(post.life, Usage()) + usage
        if result is not None and self._shelf is not None:
            await self._shelf.keep(result, usage, cost_of(self._price, usage))
        self._give_back(article)
        if (limit := self._total.reached()) is not None:
            return self._total.error(limit).message
        if here.reached() is None and is_cut_short and self._total.nearest() > here.nearest():
            return self._total.error(self._total.nearest()[1]).message
        return self._of_node(here) if is_cut_short or here.reached() is not None else None

    async def hold(self, post: Post, article: str) -> str:
        """Wait with an article on a node that may spend no more, while other nodes still work.

        Given back at once it would be followed by the next: a node that only refuses is the quickest of all.

        Returns:
            The limit that the node has reached, in words, when there is nothing else to wait for.
        """
        self._held += 1
        released = self._released
        self._look()
        while self._stopped is None and not released.is_set():
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(released.wait(), TICK_SECONDS)
            self._look()
        self._held -= 1
        self._give_back(article)
        return self._stopped or self._of_node(self._node(post.node))

    async def expect(self, articles: int) -> None:
        """Say how many articles there are in all, as soon as that is known."""
        self._expected = articles
        self._look()

    async def stop(self, reason: str) -> None:
        """Let no further article begin; those that run are finished."""
        if self._stopped is None:
            self._stopped = reason
        self._released.set()

    def _give_back(self, article: str) -> None:
        self._given_back += 1
        self._lost.pop(article, None)
        self._look()

    def _look(self) -> None:
        """Let the held articles go where nothing else is left to do."""
        if self._is_over():
            self._released.set()
            self._released = asyncio.Event()

    def _is_over(self) -> bool:
        if self._expected is not None and self._given_back + self._held >= self._expected:
            return True
        now = self._clock()
        if len(self._posts) < self._workers and now - self._began < PATIENCE_SECONDS:
            return False
        nodes = [self._nodes.get(post.node) for post in self._posts.values()]
        if all(budget is not None and budget.reached() is not None for budget in nodes):
            return True
        # Of a dataset nobody knows the number of rows.
        is_idle = not any(self._running.values()) and now - self._active >= IDLE_SECONDS
        return self._expected is None and is_idle

    def _node(self, node: str) -> Budget:
        if node not in self._nodes:
            self._nodes[node] = Budget(self._per_node, self._price, clock=self._clock)
        return self._nodes[node]

    def _of_node(self, budget: Budget) -> str:
        limit = budget.reached() or budget.nearest()[1]
        return f"Stopped at {limit} of each node; the node spent: {budget.in_words()}"

    def _allowance(self, life: str, here: Budget) -> tuple[int | None, float | None]:
        """What a worker may have spent in its life: the limit less what the others have spent."""
        own = self._spent.get(life, Usage())
        tokens = [
            budget.limits.tokens - _tokens(budget.spent) + _tokens(own)
            for budget in (here, self._total)
            if budget.limits.tokens is not None
        ]
        money = [
            budget.limits.cost_usd - self._price.of(budget.spent) + self._price.of(own)
            for budget in (here, self._total)
            if budget.limits.cost_usd is not None and self._price is not None
        ]
        return min(tokens, default=None), min(money, default=None)


def _tokens(usage: Usage) -> int:
    return usage.tokens_in + usage.tokens_out
