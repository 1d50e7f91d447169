"""Limits on what a run may spend, and what it has spent.

Tokens and money are hard limits: once one is reached no further call is sent, so that no more is spent
than the calls in flight cost. Time is a soft one: no further article begins, those in flight are finished.
Failed calls count, for they cost as well.
"""

from __future__ import annotations

import asyncio
import logging
import math
import threading
import time
from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import dataclass, fields, replace
from functools import partial
from typing import Final

from summariser.accounting import spent_until
from summariser.engines.base import Engine, EngineInfo, Reply, Request, T, Usage
from summariser.errors import BudgetSpent, CallsSpent, ConfigurationError, UnknownPrice, UnknownUsage
from summariser.logs import tell
from summariser.prices import Price, cost_of
from summariser.stopwatch import WAIT, spent_on

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Limits:
    """What a run may spend. None means no limit.

    Args:
        tokens: Input and output tokens together.
        cost_usd: Money, in US dollars; needs the model's price.
        minutes: Wall time, in minutes, from the first article.
        calls_per_article: Calls to the model for one article, re-asks included. An article that needs
            more fails with `CallsSpent`; the others go on.

    Raises:
        ConfigurationError: A limit that is not above zero, or none at all (infinite).
    """

    tokens: int | None = None
    cost_usd: float | None = None
    minutes: float | None = None
    calls_per_article: int | None = None

    def __post_init__(self) -> None:
        for field in fields(self):
            value = getattr(self, field.name)
            # Not "inf" either: who asks for no limit should see that there is none.
            if value is not None and not 0 < value < math.inf:
                raise ConfigurationError(
                    f"The limit on {_IN_WORDS[field.name]} is {value:g}", "Give a number above 0, or no limit"
                )


_IN_WORDS: Final = {
    "tokens": "tokens",
    "cost_usd": "money",
    "minutes": "time",
    "calls_per_article": "calls for one article",
}
"""What the limits are on, for people."""


class Budget:
    """What one run has spent, held against its limits. Safe to use from several threads.

    Args:
        limits: What it may spend.
        price: What the model costs; None where that is not known.
        model: Its name, for messages.
        clock: Seconds that only grow; for tests.

    Raises:
        UnknownPrice: There is a limit on money and no price.
    """

    def __init__(
        self,
        limits: Limits | None = None,
        price: Price | None = None,
        *,
        model: str = "MODEL",
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.limits = limits or Limits()
        if self.limits.cost_usd is not None and price is None:
            raise UnknownPrice(
                f"There is a limit on money, but the price of {model} is not known",
                f'Give a price list (--prices FILE): {{"{model}": {{"input": USD, "output": USD}}}}, dollars '
                "for a million tokens",
            )
        self.price = price
        self._clock = clock
        self._began = clock()
        self._spent = Usage()
        self._lock = threading.Lock()
        self._is_told = False

    @property
    def spent(self) -> Usage:
        """Everything that was spent until now, failed calls included."""
        return self._spent

    @property
    def cost_usd(self) -> float | None:
        """What that cost, in US dollars; None where the price is not known, or not all tokens are."""
        return cost_of(self.price, self._spent)

    @property
    def seconds(self) -> float:
        """Wall time since the budget was made."""
        return self._clock() - self._began

    def add(self, usage: Usage) -> None:
        """Count what was spent."""
        with self._lock:
            self._spent += usage

    def reached(self) -> str | None:
        """The limit that was reached, in words; None while there is something left."""
        limits = self.limits
        if limits.minutes is not None and self.seconds >= limits.minutes * 60:
            return f"the limit of {limits.minutes:g} minutes"
        return self._hard_limit(self._spent)

    def check_call(self, beside: Usage | None = None) -> None:
        """Before a call is sent.

        Args:
            beside: What was spent and is not counted yet.

        Raises:
            BudgetSpent: No further call may be.
            UnknownUsage: A limit cannot be held, for the endpoint does not count tokens.
        """
        bounds_tokens = self.limits.tokens is not None
        bounds_money = self.limits.cost_usd is not None and self.price is not None and not self.price.is_free
        spent = self._spent + (beside or Usage())
        if spent.uncounted and (bounds_tokens or bounds_money):
            raise UnknownUsage(
                f"There is a limit on {'tokens' if bounds_tokens else 'money'}, and the endpoint does not "
                "tell how many tokens it took",
                "Limit the minutes or the calls for each article instead",
            )
        limit = self._hard_limit(spent)
        if limit is not None:
            raise self.error(limit)

    def error(self, limit: str) -> BudgetSpent:
        """The error for a limit that was reached."""
        if not self._is_told:  # each article in flight meets the same limit
            self._is_told = True
            tell(
                log, logging.INFO, "budget.reached", limit=limit, calls=self._spent.calls,
                tokens_in=self._spent.tokens_in, tokens_out=self._spent.tokens_out, cost_usd=self.cost_usd,
                seconds=self.seconds,
            )  # fmt: skip
        return BudgetSpent(
            f"Stopped at {limit}; spent: {self.in_words()}",
            "Finished work is kept: go on with a larger limit",
            limit=limit,
        )

    def in_words(self) -> str:
        """What was spent, for people: ``12,345 tokens in, 678 out, $0.0123, 61 calls, 2.5 minutes``."""
        spent, cost = self._spent, self.cost_usd
        money = "" if cost is None else f", {dollars(cost)}"
        untold = f" ({spent.uncounted:,} without a count of tokens)" if spent.uncounted else ""
        return (
            f"{spent.tokens_in:,} tokens in, {spent.tokens_out:,} out{money}, {spent.calls:,} calls{untold}, "
            f"{self.seconds / 60:.1f} minutes"
        )

    def nearest(self) -> tuple[float, str]:
        """Of which hard limit the largest share is spent: that share, and the limit in words."""
        limits, cost, spent = self.limits, self.cost_usd, self._spent
        shares = [(0.0, "the limit")]
        if limits.tokens is not None:
            shares.append(
                (
                    (spent.tokens_in + spent.tokens_out) / limits.tokens,
                    f"the limit of {limits.tokens:,} tokens",
                )
            )
        if limits.cost_usd is not None and cost is not None:
            shares.append((cost / limits.cost_usd, f"the limit of {dollars(limits.cost_usd)}"))
        return max(shares)

    def _hard_limit(self, spent: Usage) -> str | None:
        limits, cost = self.limits, cost_of(self.price, spent)
        if limits.tokens is not None and spent.tokens_in + spent.tokens_out >= limits.tokens:
            return f"the limit of {limits.tokens:,} tokens"
        if limits.cost_usd is not None and cost is not None and cost >= limits.cost_usd:
            return f"the limit of {dollars(limits.cost_usd)}"
        return None


def dollars(amount: float) -> str:
    """An amount of US dollars: cents, and as many places more as a small one needs."""
    return f"${amount:.2f}" if amount >= 1 or not amount else f"${amount:.4f}"


class MeteredEngine:
    """One article's way to the engine: counts what it spends and holds the limits.

    Args:
        engine: The engine that answers.
        budget: Of the run; None where nothing is limited.
        gate: Lets as many calls of the run out at a time as it has room for; None for any number.
    """

    def __init__(
        self, engine: Engine, budget: Budget | None = None, gate: asyncio.Semaphore | None = None
    ) -> None:
        self.spent = Usage()
        """What the article has spent, failed calls included."""
        self._engine = engine
        self._budget = budget or Budget()
        self._gate = gate
        self._out: dict[object, int] = {}
        """Calls of each question that is out: those that were answered, and the one that is sent."""

    @property
    def info(self) -> EngineInfo:
        """Which model answers."""
        return self._engine.info

    async def ask(self, request: Request[T]) -> Reply[T]:
        """As the engine's own.

        Raises:
            BudgetSpent: The run may spend no more.
            CallsSpent: The article may not ask again.
            UnknownUsage: A limit of the run cannot be held.
        """
        if self._gate is None:
            return await self._ask(request)
        with spent_on(WAIT) if self._gate.locked() else nullcontext():
            await self._gate.acquire()
        try:
            return await self._ask(request)
        finally:
            self._gate.release()

    async def _ask(self, request: Request[T]) -> Reply[T]:
        question = object()
        self._check(question, Usage())
        request = replace(request, before_reask=partial(self._check, question))
        spent = Usage()
        try:
            reply = await self._engine.ask(request)
        except Exception as error:
            spent = spent_until(error)
            raise
        else:
            spent = reply.usage
            return reply
        finally:
            del self._out[question]
            self.spent += spent
            self._budget.add(spent)

    async def aclose(self) -> None:
        """Nothing: the engine is the run's, not the article's."""

    def _check(self, question: object, beside: Usage) -> None:
        """Before a call of a question, also one that sends an answer back.

        Args:
            question: Which of those that are out it is.
            beside: What it has cost.
        """
        self._budget.check_call(beside)
        others = sum(calls for other, calls in self._out.items() if other is not question)
        most, calls = self._budget.limits.calls_per_article, self.spent.calls + others + beside.calls
        if most is not None and calls >= most:
            raise CallsSpent(
                f"The article took {calls} calls to the model, and {most} is the limit",
                "Allow more calls for each article",
                limit=most,
            )
        self._out[question] = beside.calls + 1
