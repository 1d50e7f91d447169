"""The progress of a batch on stderr: one bar on a terminal, elsewhere a plain line now and then."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Final

from rich.console import Console
from rich.progress import BarColumn, Progress, TaskID, TextColumn
from rich.text import Text

from summariser.batch import BatchState
from summariser.budgets import dollars

_TENTHS: Final = 10
_QUIET_SECONDS: Final = 60.0
"""Without a terminal a line comes after this time at the latest, and at each tenth of the way."""


class BatchProgress:
    """Shows how far a batch has come.

    Args:
        console: Where to; standard error.
        quiet: Show nothing.
        clock: Seconds that only grow; for tests.
    """

    def __init__(
        self, console: Console, *, quiet: bool = False, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._console = console
        self._quiet = quiet
        self._clock = clock
        self._began = self._said_at = clock()
        self._said_tenth = 0
        self._bar: Progress | None = None
        self._task = TaskID(0)

    @contextmanager
    def shown(self) -> Iterator[None]:
        """Show the states that come while the block runs."""
        self._began = self._said_at = self._clock()
        if self._quiet or not self._console.is_terminal:
            yield
            return
        columns = (BarColumn(bar_width=24), TextColumn("{task.description}"))
        with Progress(*columns, console=self._console, redirect_stdout=False, redirect_stderr=False) as bar:
            self._bar = bar
            self._task = bar.add_task("reading", total=None)
            try:
                yield
            finally:
                self._bar = None

    def __call__(self, state: BatchState) -> None:
        """Take a state; may be called from any thread."""
        finished = state.done + state.failed
        if self._bar is not None:
            self._bar.update(
                self._task, total=state.total, completed=finished, description=self.describe(state)
            )
        elif not self._quiet and not self._console.is_terminal:
            tenth = _TENTHS * finished // state.total if state.total else 0
            if tenth > self._said_tenth or self._clock() - self._said_at >= _QUIET_SECONDS:
                self._said_tenth, self._said_at = tenth, self._clock()
                self._console.print(Text(self.describe(state)), soft_wrap=True)

    def describe(self, state: BatchState) -> str:
        """``120/200 · 3.1/min · 26 min left · 2 failed · 98,120 tokens · $0.0412 · limited to 8 at once``."""
        finished = state.done + state.failed
        parts = [f"{finished:,}/{state.total:,}"]
        worked = finished - state.reused
        seconds = self._clock() - self._began
        if worked > 0 and seconds > 0:
            rate = worked / seconds
            parts.append(f"{rate * 60:,.1f}/min" if rate < 1 else f"{rate:,.1f}/s")
            parts.append(f"{_span(max(0, state.total - finished) / rate)} left")
        if state.reused:
            parts.append(f"{state.reused:,} were done")
        parts.append(f"{state.failed:,} failed")
        spent, cost = state.budget.spent, state.budget.cost_usd
        parts.append(f"{spent.tokens_in + spent.tokens_out:,} tokens")
        if cost:
            parts.append(dollars(cost))
        if state.at_once is not None:
            parts.append(f"limited to {state.at_once} at once")
        return " · ".join(parts)


def _span(seconds: float) -> str:
    """A time to wait: ``40 s``, ``26 min``, ``7 h 10 min``."""
    if seconds < 90:
        return f"{seconds:.0f} s"
    minutes = round(seconds / 60)
    return f"{minutes} min" if minutes < 90 else f"{minutes // 60} h {minutes % 60} min"
