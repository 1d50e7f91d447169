"""Where the seconds of an article go: each of them counted once, under the step that it was spent on.

A step that begins inside another pauses it, so the steps' seconds add up to the time that passed. Code that
does not know which article it works for (an engine that waits for its turn, the gazetteer) says what it does
with `spent_on`; the watch of the article in whose context it runs counts it.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Final

WAIT: Final = "wait"
"""The step of waiting for the engine: its start, its turn, the pauses between two attempts."""
PLACES: Final = "places"
"""The step of looking places up in the gazetteer."""

_running: ContextVar[Stopwatch | None] = ContextVar("summariser_stopwatch", default=None)


class Stopwatch:
    """Seconds by step, for one article. Its steps follow one another; it is not for several threads at once.

    Args:
        clock: Seconds that only grow; for tests.
    """

    def __init__(self, clock: Callable[[], float] = time.perf_counter) -> None:
        self.seconds: dict[str, float] = {}
        """What was spent, by step, in the order in which they first began."""
        self._clock = clock
        self._open: list[str] = []
        self._since = clock()
        self._began = self._shifted = self._since

    @property
    def total(self) -> float:
        """Seconds since the watch was made."""
        return self._clock() - self._began

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        """Count the block under a step; a step inside it is counted apart."""
        self._charge()
        self.seconds.setdefault(name, 0.0)
        self._open.append(name)
        try:
            yield
        finally:
            self._charge()
            self._open.pop()

    def shift(self, name: str, seconds: float) -> None:
        """Count seconds of the step that is open under another one: they were spent so, elsewhere.

        Of several that passed at the same time each second is counted once: no more than went by since the
        last were told, and than the step has.
        """
        self._charge()
        if self._open:
            seconds = min(seconds, self._since - self._shifted, self.seconds[self._open[-1]])
            self.seconds[self._open[-1]] -= seconds
            self.seconds[name] = self.seconds.get(name, 0.0) + seconds
            self._shifted = self._since

    @contextmanager
    def running(self) -> Iterator[None]:
        """Make this the watch that `spent_on` counts on, in this context and what is begun from it."""
        token = _running.set(self)
        try:
            yield
        finally:
            _running.reset(token)

    def _charge(self) -> None:
        now = self._clock()
        if self._open:
            self.seconds[self._open[-1]] += now - self._since
        self._since = now


@contextmanager
def spent_on(step: str) -> Iterator[None]:
    """Count the block under a step of the article that this runs for, if it runs for one."""
    watch = _running.get()
    if watch is None:
        yield
        return
    with watch.step(step):
        yield


def was_spent_on(step: str, seconds: float) -> None:
    """Count seconds that another process spent for the article that this runs for; see `Stopwatch.shift`."""
    watch = _running.get()
    if watch is not None:
        watch.shift(step, seconds)
