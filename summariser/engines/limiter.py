"""How many calls an endpoint takes at once, learnt from what it refuses.

Nobody knows an endpoint's limit beforehand, and it changes. So every call is let through at first; the
first refusal (429, or 503 with ``Retry-After``) sets a limit, which then follows what is refused and what is
answered: down by a share, up by single calls. Endpoints that limit the rate instead of the calls in flight
are met in the same way, for at a given latency the one follows from the other.

- Refusals come in waves: calls that were sent before the first of them was known are refused together. A
  wave is judged as a whole. What it leaves is what the endpoint held: 64 sent and 56 refused means 8.
- From a little below that, the limit grows by one call for each round of answers until it is there again;
  beyond, it feels its way, more slowly the more often it failed at the same place, and faster with every
  step that holds.
- ``Retry-After`` is for everybody: while it lasts nothing is sent. A wave of which nothing was left pauses
  everybody as well, twice as long each time.
- Whoever waits is let in by the order of coming; a refused call keeps its place. Time in this queue is not
  time that the endpoint took.
"""

from __future__ import annotations

import asyncio
import contextlib
import heapq
import itertools
import logging
import math
import threading
import time
from dataclasses import dataclass, field
from types import TracebackType
from typing import Final, Self

from summariser.logs import tell
from summariser.stopwatch import WAIT, spent_on

log = logging.getLogger(__name__)

_DECREASE: Final = 0.9
"""Of what a wave left: so that the next calls find room, and not the edge."""
_MOST_CUT: Final = 8
"""One wave divides the limit by no more than this: it may be a minute's quota that ran out."""
_CAREFUL: Final = 1 / 8
"""Calls more for each round of answers, beyond what was held. The first step takes eight rounds."""
_MOST_CAREFUL: Final = 1 / 32
_SAME_PLACE: Final = 0.75
"""A wave that leaves more than this share of what was held before met the same limit again."""


class Allowance:
    """The limit and its rules, without any waiting. One thread at a time."""

    def __init__(self) -> None:
        self.in_flight = 0
        self.limit = math.inf
        """Calls that may be in flight; infinite until the first refusal. Never below 1."""
        self.held = math.inf
        """What the endpoint has shown to hold."""
        self._step = 1.0
        self._wave = 0
        self._size = 0
        self._refused = 0
        self._before = math.inf  # the limit that the wave met
        self._held_before = math.inf

    @property
    def has_room(self) -> bool:
        """Whether one more call may be sent."""
        return self.in_flight < int(self.limit) if self.limit < math.inf else True

    def sent(self) -> int:
        """A call goes out. Its wave, to be given back with what became of it."""
        self.in_flight += 1
        return self._wave

    def answered(self, wave: int) -> None:
        """The endpoint took the call."""
        was_full = self.in_flight >= int(self.limit) if self.limit < math.inf else False
        self.in_flight -= 1
        # Calls from before the wave say nothing of the limit after it, and calls that left room say
        # nothing of more calls.
        if not was_full or wave != self._wave:
            return
        if self.limit < self.held:
            self.limit = min(self.held, self.limit + 1 / self.limit)
            return
        self.limit += self._step / self.limit
        # One round more than it takes to come there: only then was the call that is new answered as well.
        if self.limit >= self.held + 1 + self._step:
            self.held += 1
            self._step = min(1.0, self._step * 2)

    def refused(self, wave: int) -> bool:
        """The endpoint refused the call. Whether nothing is left of the wave."""
        if wave == self._wave:
            self._begin_wave()
        self.in_flight -= 1
        self._refused += 1
        left = max(0, self._size - self._refused)
        self.held = max(1, left, math.ceil(self._before / _MOST_CUT))
        self.limit = max(1.0, min(self.limit, self.held * _DECREASE))
        if left < _SAME_PLACE * self._held_before:
            self._step = _CAREFUL
        return left == 0

    def gave_up(self) -> None:
        """The call ended in a way that says nothing of the limit."""
        self.in_flight -= 1

    def _begin_wave(self) -> None:
        self._wave += 1
        self._size, self._refused = self.in_flight, 0
        self._before = min(self.limit, self.in_flight)
        self._held_before = min(self.held, self.in_flight)
        self._step = _CAREFUL if self._step > _CAREFUL else max(_MOST_CAREFUL, self._step / 2)


class Paused(Exception):
    """The endpoint wants to be left alone for longer than anybody here waits.

    Attributes:
        seconds: Until it may be asked again.
    """

    def __init__(self, seconds: float) -> None:
        super().__init__(f"{seconds:.0f} s")
        self.seconds = seconds


@dataclass(slots=True, order=True)
class _Waiter:
    """Somebody in the queue; the lower the ticket, the earlier."""

    ticket: int
    loop: asyncio.AbstractEventLoop = field(compare=False)
    turn: asyncio.Future[None] = field(compare=False)
    wave: int | None = field(compare=False, default=None)  # once it was let in
    is_gone: bool = field(compare=False, default=False)

    def wake(self) -> None:
        if not self.turn.done():
            self.turn.set_result(None)

    def turn_away(self, seconds: float) -> None:
        if not self.turn.done():
            self.turn.set_exception(Paused(seconds))


class Limiter:
    """One engine's limit, for all its callers, from any thread and event loop.

    Args:
        name: Of the endpoint, for the log.
        first_pause: Seconds, after a wave of which nothing was left and without ``Retry-After``; doubled
            as long as nothing is answered.
        most_pause: No such pause is longer.
        patience: Seconds; callers are turned away from a longer pause that the endpoint asks for.
    """

    def __init__(
        self, name: str, *, first_pause: float = 0.5, most_pause: float = 30.0, patience: float = 600.0
    ) -> None:
        self._name = name
        self._first_pause = self._next_pause = first_pause
        self._most_pause = most_pause
        self._patience = patience
        self._lock = threading.Lock()
        self._allowance = Allowance()
        self._tickets = itertools.count()
        self._queue: list[_Waiter] = []
        self._pause_ends = 0.0
        self._timer_of: asyncio.AbstractEventLoop | None = None
        self._told = math.inf  # the limit that the log last spoke of
        self._is_wave_told = True

    @property
    def limit(self) -> int | None:
        """How many calls may be in flight; None as long as none was refused."""
        limit = self._allowance.limit
        return None if limit == math.inf else int(limit)

    def ticket(self) -> int:
        """A place in the order of coming, for all attempts of one call."""
        return next(self._tickets)

    def turn(self, ticket: int) -> Turn:
        """A context in which one call may be in flight. Entering waits for room.

        Raises:
            Paused: On entering, as there is nothing to wait for.
        """
        return Turn(self, ticket)

    async def _enter(self, ticket: int) -> int:
        loop = asyncio.get_running_loop()
        with self._lock:
            pause = self._pause()
            if pause > self._patience:
                raise Paused(pause)
            if not self._queue and not pause and self._allowance.has_room:
                return self._allowance.sent()
            waiter = _Waiter(ticket, loop, loop.create_future())
            heapq.heappush(self._queue, waiter)
            self._admit()
        try:
            await waiter.turn
        except BaseException:
            with self._lock:
                waiter.is_gone = True
                if waiter.wave is not None:  # let in and cancelled at the same moment
                    self._allowance.gave_up()
                self._admit()
            raise
        assert waiter.wave is not None
        return waiter.wave

    def _answered(self, wave: int) -> None:
        with self._lock:
            self._allowance.answered(wave)
            self._next_pause = self._first_pause
            self._tell_growth()
            self._admit()

    def _refused(self, wave: int, retry_after: float | None) -> None:
        with self._lock:
            before, was = self._allowance.in_flight, self._allowance.limit
            nothing_left = self._allowance.refused(wave)
            pause = retry_after
            if pause is None and nothing_left:
                pause, self._next_pause = self._next_pause, min(self._most_pause, self._next_pause * 2)
            if pause:
                self._pause_ends = max(self._pause_ends, time.monotonic() + pause)
            if self._allowance.limit < was:
                self._tell_wave(before, pause)
            if self._pause() > self._patience:
                self._turn_away()
            self._admit()

    def _gave_up(self) -> None:
        with self._lock:
            self._allowance.gave_up()
            self._admit()

    def _pause(self) -> float:
        """Seconds until anything may be sent."""
        return max(0.0, self._pause_ends - time.monotonic()) if self._pause_ends else 0.0

    def _admit(self) -> None:
        """Let in whom there is room for. Under the lock."""
        while self._queue:
            if self._queue[0].is_gone:
                heapq.heappop(self._queue)
                continue
            pause = self._pause()
            if pause:
                self._wake_after(pause, self._queue[0].loop)
                return
            if not self._allowance.has_room:
                return
            waiter = heapq.heappop(self._queue)
            waiter.wave = self._allowance.sent()
            try:
                waiter.loop.call_soon_threadsafe(waiter.wake)
            except RuntimeError:  # its loop was closed over its head
                self._allowance.gave_up()

    def _turn_away(self) -> None:
        """Nobody who waits would wait so long."""
        for waiter in self._queue:
            with contextlib.suppress(RuntimeError):  # its loop was closed
                waiter.loop.call_soon_threadsafe(waiter.turn_away, self._pause())
        self._queue.clear()

    def _wake_after(self, seconds: float, loop: asyncio.AbstractEventLoop) -> None:
        if self._timer_of is not None and not self._timer_of.is_closed():
            return  # when it goes off it looks whether the pause has grown
        try:
            loop.call_soon_threadsafe(loop.call_later, seconds, self._pause_over)
            self._timer_of = loop
        except RuntimeError:
            self._queue[0].is_gone = True
            self._admit()

    def _pause_over(self) -> None:
        with self._lock:
            self._timer_of = None
            self._admit()

    def _tell_wave(self, in_flight: int, pause: float | None) -> None:
        limit = int(self._allowance.limit)
        if self._is_wave_told or limit <= self._told / 2:
            tell(
                log, logging.INFO, "limit.lowered", peer=self._name, in_flight=in_flight, limit=limit,
                pause_seconds=pause,
            )  # fmt: skip
            self._told, self._is_wave_told = limit, False

    def _tell_growth(self) -> None:
        if self._told == math.inf:
            return
        limit = int(self._allowance.limit)
        if limit < self._told or limit >= self._told * 1.25 + 1:
            tell(log, logging.INFO, "limit.raised", peer=self._name, limit=limit)
            self._told = limit
        self._is_wave_told = True


class Turn:
    """One call's time in flight. Without a word on how it ended it says nothing of the limit."""

    def __init__(self, limiter: Limiter, ticket: int) -> None:
        self._limiter = limiter
        self._ticket = ticket
        self._wave = 0
        self._is_over = False

    def answered(self) -> None:
        """The endpoint took the call."""
        self._is_over = True
        self._limiter._answered(self._wave)

    def refused(self, retry_after: float | None) -> None:
        """It refused the call, as it has too many.

        Args:
            retry_after: Seconds for which it asks not to be called, if it does.
        """
        self._is_over = True
        self._limiter._refused(self._wave, retry_after)

    async def __aenter__(self) -> Self:
        with spent_on(WAIT):
            self._wave = await self._limiter._enter(self._ticket)
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if not self._is_over:
            self._limiter._gave_up()
