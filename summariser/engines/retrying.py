"""Sending one call until it is answered, for as long as that can help.

This lies below instructor: what instructor sees is an answer or a final error, so a rate limit can
never be taken for an invalid answer and become part of a prompt. Three caps hold: attempts, time
for one attempt (to the last byte, so that a server that drips bytes does not hold us), and time for
all of them. The wait for a turn (``limiter``) counts towards none: it is our own queue.
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TypeVar

import tenacity

from summariser import spans
from summariser.engines.base import Usage
from summariser.engines.faults import translate
from summariser.engines.limiter import Limiter, Paused
from summariser.engines.statuses import Fault, Peer
from summariser.errors import RateLimited
from summariser.logs import tell
from summariser.stopwatch import WAIT, spent_on

R = TypeVar("R")
log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Patience:
    """How long to keep trying; see the fields of the same names in ``Settings``."""

    attempts: int = 5
    timeout_seconds: float = 120.0
    retry_seconds: float = 600.0
    first_wait_seconds: float = 0.5
    most_wait_seconds: float = 30.0


class Meter:
    """Adds up what one request costs, also when it fails in the end."""

    def __init__(self) -> None:
        self.usage = Usage()

    def add(self, usage: Usage) -> None:
        """Count one more thing."""
        self.usage += usage


class _AttemptFailed(Exception):
    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.error.message)
        self.fault = fault


async def send(
    call: Callable[[], Awaitable[R]],
    patience: Patience,
    peer: Peer,
    meter: Meter,
    limiter: Limiter,
) -> R:
    """Await ``call()`` until it succeeds, fails for good, or patience ends.

    Args:
        call: Sends once.
        patience: How long to keep trying.
        peer: Whom the call goes to.
        meter: Where the retries are counted.
        limiter: Says when it may be sent.

    Raises:
        SummariserError: The last attempt's fault; ``details["attempts"]`` says how many there were.
    """
    ticket, started = limiter.ticket(), time.monotonic()
    sent, queued = 0, 0.0

    async def attempt() -> R:
        nonlocal sent, queued
        failure: Fault | None = None
        came = time.monotonic()
        try:
            async with limiter.turn(ticket) as turn:
                queued += time.monotonic() - came
                left = patience.retry_seconds - (time.monotonic() - started - queued)
                sent += 1
                try:
                    async with asyncio.timeout(min(patience.timeout_seconds, max(left, 0.001))):
                        answer = await call()
                except Exception as exception:  # noqa: BLE001 - translate raises again what it does not know
                    failure = translate(exception, peer)
                else:
                    turn.answered()
                    return answer
                if failure.is_refusal:
                    turn.refused(failure.retry_after)
        except Paused as paused:
            failure = _paused(paused, peer)
        # Outside the except block: the SDK's exception, whose text may echo the key, must not hang on
        # ours as its context.
        raise _AttemptFailed(failure)

    def is_over(state: tenacity.RetryCallState) -> bool:
        spent = time.monotonic() - started - queued
        is_last = state.attempt_number >= patience.attempts
        return is_last or spent + state.upcoming_sleep >= patience.retry_seconds

    def note(state: tenacity.RetryCallState) -> None:
        meter.add(Usage(retries=1))
        kind = type(_fault(state).error).__name__
        pause = state.next_action.sleep if state.next_action is not None else 0.0
        failed = state.attempt_number
        tell(
            log, logging.INFO, "call.retried", error=kind, peer=peer.name, attempt=failed, wait_seconds=pause
        )
        spans.current().event(
            "retry",
            {"error.type": kind, "summariser.attempt": failed, "summariser.wait_seconds": pause},
        )

    retrying = tenacity.AsyncRetrying(
        stop=is_over,
        wait=_wait(patience),
        retry=tenacity.retry_if_exception(lambda e: isinstance(e, _AttemptFailed) and e.fault.passing),
        before_sleep=note,
        sleep=_pause,
        reraise=True,
    )
    final: _AttemptFailed
    try:
        return await retrying(attempt)
    except _AttemptFailed as failed:
        final = failed
    error = final.fault.error
    error.details["attempts"] = sent
    # Without the frames that it was made in: their values, which a handler of exceptions may show, are the
    # server's answer as it came.
    raise error.with_traceback(None)


def _paused(paused: Paused, peer: Peer) -> Fault:
    error = RateLimited(
        f"{peer.name} limits the rate: it asks for {paused.seconds:.0f} s without calls",
        "Try again later",
        retry_after=paused.seconds,
        url=peer.name,
        model=peer.model,
    )
    return Fault(error, retry_after=paused.seconds)


async def _pause(seconds: float) -> None:
    with spent_on(WAIT):
        await asyncio.sleep(seconds)


def _fault(state: tenacity.RetryCallState) -> Fault:
    exception = state.outcome.exception() if state.outcome else None
    if not isinstance(exception, _AttemptFailed):
        raise TypeError("a retry without a failed attempt")
    return exception.fault


def _wait(patience: Patience) -> Callable[[tenacity.RetryCallState], float]:
    """As long as the server asks, or twice as long each time; with jitter, so that a batch spreads."""
    # Not wait_exponential_jitter: its first parameter has two names in the versions that are in use.
    backoff = tenacity.wait_exponential(
        multiplier=patience.first_wait_seconds, max=patience.most_wait_seconds
    )
    jitter = tenacity.wait_random(0, patience.first_wait_seconds)

    def wait(state: tenacity.RetryCallState) -> float:
        asked = _fault(state).retry_after
        if asked is not None:
            return asked + jitter(state)
        return min(backoff(state) + jitter(state), patience.most_wait_seconds)

    return wait
