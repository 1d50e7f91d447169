"""Questions that do not wait for one another: as many at once as the way to the model takes.

An endpoint answers several calls in the time of one; the embedded engine gains nothing by it.
Whatever the answers' order, what comes of them is that of the text: the answers are given back in it, and
what is refused on the way is written down in it (`Ledger.aside`).
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Final, TypeVar

from summariser.engines.base import EngineInfo

I = TypeVar("I")  # noqa: E741 - an item
A = TypeVar("A")
AT_ONCE: Final = 8
"""Questions about one document that are out at a time; an endpoint's own limit holds beside it."""


_IN_TURN: ContextVar[bool] = ContextVar("questions in turn", default=False)


def at_once(info: EngineInfo) -> int:
    """How many questions of one document an engine is asked at a time."""
    return AT_ONCE if info.engine == "openai" and not _IN_TURN.get() else 1


@contextmanager
def in_turn() -> Iterator[None]:
    """Questions one after the other at an endpoint too: what is recorded twice is then the same twice."""
    before = _IN_TURN.set(True)
    try:
        yield
    finally:
        _IN_TURN.reset(before)


async def ask_each(items: Sequence[I], ask: Callable[[I], Awaitable[A]], most: int) -> list[A]:
    """The answers about some things, in the order of the things.

    They are begun in that order. Where one fails none is begun any more, and those that are out are awaited:
    what they cost is counted. The error is that of the first thing that failed.

    Args:
        items: What is asked about.
        ask: Asks about one.
        most: How many questions may be out at a time.
    """
    answers: dict[int, A] = {}
    failed: dict[int, Exception] = {}
    waiting = iter(enumerate(items))

    async def work() -> None:
        for at, item in waiting:
            try:
                answers[at] = await ask(item)
            except Exception as error:  # noqa: BLE001 - raised below, when the others are back
                failed[at] = error
            if failed:
                return

    async with asyncio.TaskGroup() as group:
        for _ in range(min(most, len(items))):
            group.create_task(work())
    if failed:
        raise failed[min(failed)]
    return [answers[at] for at in range(len(items))]
