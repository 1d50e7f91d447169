"""Running asynchronous code from synchronous callers, and state that belongs to one event loop.

The library is written once, asynchronously. The synchronous face hands its coroutines to ONE
long-lived loop in a daemon thread: connections stay open from call to call, a notebook's own loop
does not matter, and Ctrl-C cancels the task instead of orphaning it.
"""

from __future__ import annotations

import asyncio
import concurrent.futures
import contextlib
import contextvars
import os
import threading
import weakref
from collections.abc import Callable, Coroutine
from typing import Any, Generic, TypeVar

from summariser.errors import ConfigurationError

R = TypeVar("R")

_start = threading.Lock()
_loop: asyncio.AbstractEventLoop | None = None

_POLL_SECONDS = 0.5
"""A wait without a limit could not be interrupted on Windows."""
_CLEAN_UP_SECONDS = 5.0


class Recall:
    """A way to end from another thread what `run_sync` runs: the task and what it awaits are cancelled."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._end: Callable[[], None] | None = None
        self._asked = False

    def ask(self) -> None:
        """End it; what has not begun yet ends as soon as it begins. May be asked again."""
        with self._lock:
            self._asked = True
            if self._end is not None:
                self._end()

    def _arm(self, end: Callable[[], None]) -> None:
        with self._lock:
            self._end = end
            if self._asked:
                end()


def run_sync(coroutine: Coroutine[Any, Any, R], recall: Recall | None = None) -> R:
    """Run a coroutine to its end on the background loop and return its result.

    Ctrl-C in the caller cancels the task, gives it a moment to clean up, and is raised again.

    Args:
        coroutine: What to run.
        recall: How other threads end it before its end.

    Raises:
        asyncio.CancelledError: It was recalled.
        ConfigurationError: Called from code that itself runs on the background loop, which would
            wait for itself for ever.
    """
    loop = _background_loop()
    if _running_loop() is loop:
        coroutine.close()
        raise ConfigurationError("The synchronous API was called from inside itself", "Await the async one")
    tasks: list[asyncio.Task[R]] = []
    # Not run_coroutine_threadsafe: its future counts as done as soon as it is cancelled, while the
    # task is still cleaning up.
    finished: concurrent.futures.Future[None] = concurrent.futures.Future()
    context = contextvars.copy_context()

    def start() -> None:
        tasks.append(loop.create_task(coroutine, context=context))
        tasks[0].add_done_callback(lambda _: finished.set_result(None))

    def end() -> None:
        loop.call_soon_threadsafe(_cancel, tasks)

    loop.call_soon_threadsafe(start)
    if recall is not None:
        recall._arm(end)
    try:
        while not finished.done():
            concurrent.futures.wait([finished], timeout=_POLL_SECONDS)
    except KeyboardInterrupt:
        loop.call_soon_threadsafe(_cancel, tasks)
        concurrent.futures.wait([finished], timeout=_CLEAN_UP_SECONDS)
        raise
    return tasks[0].result()


def _cancel(tasks: list[asyncio.Task[R]]) -> None:
    for task in tasks:
        task.cancel()


def _running_loop() -> asyncio.AbstractEventLoop | None:
    try:
        return asyncio.get_running_loop()
    except RuntimeError:
        return None


def _background_loop() -> asyncio.AbstractEventLoop:
    global _loop  # noqa: PLW0603 - one loop for the process is the point
    with _start:
        if _loop is None or _loop.is_closed():
            _loop = asyncio.new_event_loop()
            threading.Thread(target=_drive, args=(_loop,), name="summariser-loop", daemon=True).start()
        return _loop


def _drive(loop: asyncio.AbstractEventLoop) -> None:
    while not loop.is_closed():
        # A task that raises SystemExit stops the loop; its caller gets the exception, the others go on.
        with contextlib.suppress(SystemExit, KeyboardInterrupt):
            loop.run_forever()


def _forget_after_fork() -> None:
    # A forked child has the parent's loop object but not the thread that drives it.
    global _loop, _start
    _loop, _start = None, threading.Lock()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_forget_after_fork)


class PerLoop(Generic[R]):
    """One value for each running event loop, made on first use.

    HTTP clients and asyncio locks belong to the loop in which they were first used; an engine may
    be called from several.
    """

    def __init__(self, make: Callable[[], R]) -> None:
        self._make = make
        self._values: weakref.WeakKeyDictionary[asyncio.AbstractEventLoop, R] = weakref.WeakKeyDictionary()
        self._lock = threading.Lock()

    def get(self) -> R:
        """The running loop's value."""
        loop = asyncio.get_running_loop()
        with self._lock:
            if loop not in self._values:
                self._values[loop] = self._make()
            return self._values[loop]

    def pop_all(self) -> list[tuple[asyncio.AbstractEventLoop, R]]:
        """Every value with its loop; none remains."""
        with self._lock:
            pairs = list(self._values.items())
            self._values.clear()
            return pairs
