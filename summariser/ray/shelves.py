"""The store of `summarise_dataset`: one actor for each file and session, which all its datasets share.

A store is one process's at a time, and a dataset lives as long as Python knows it, which may be long after
its work is done. So a second dataset gets the first one's actor; when the last one is gone, so is the actor.
"""

from __future__ import annotations

import time
import weakref
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Protocol

from summariser.engines.base import Usage
from summariser.errors import StoreInUse, SummariserError
from summariser.ray.extra import beside_the_driver, ray_module
from summariser.schemas import Summary
from summariser.store import Store

PATIENCE_SECONDS: Final = 20.0
"""So long a store is waited for: Ray ends the actor of a dataset that is gone when it gets to it."""
_POLL_SECONDS: Final = 0.2

_shelves: weakref.WeakValueDictionary[tuple[str, str, Path], Any] = weakref.WeakValueDictionary()
"""The actors that are alive, by session and file."""


@dataclass(frozen=True, slots=True)
class Result:
    """What the store shall keep of an article.

    Attributes:
        key: Its key.
        summary: The summary as JSON; None where there is an error.
        error: Why there is none.
        seconds: Wall time.
    """

    key: bytes
    summary: str | None
    error: SummariserError | None
    seconds: float

    def value(self) -> Summary | SummariserError:
        """The summary, or the error."""
        if self.summary is not None:
            return Summary.model_validate_json(self.summary)
        assert self.error is not None
        return self.error


class AnyShelf(Protocol):
    """Where a ledger finds and leaves finished work."""

    async def summary(self, key: bytes) -> str | None:
        """The finished summary under a key, as JSON."""
        ...

    async def keep(self, result: Result, usage: Usage, cost_usd: float | None) -> None:
        """Commit a result."""
        ...


class Shelf:
    """A store for many ledgers. It is plain Python, of which `shelf_of` makes an actor.

    Raises:
        StoreError: The store cannot be used.
    """

    def __init__(self, path: Path) -> None:
        self._store = Store(path)

    async def ready(self) -> None:
        """Nothing: that it returns shows that the store could be opened."""

    async def summary(self, key: bytes) -> str | None:
        """The finished summary under a key, as JSON; None where there is none."""
        found = self._store.summary(key)
        return None if found is None else found.model_dump_json()

    async def keep(self, result: Result, usage: Usage, cost_usd: float | None) -> None:
        """Commit a result; see `Store.keep`."""
        self._store.keep(result.key, result.value(), usage, seconds=result.seconds, cost_usd=cost_usd)


@dataclass(frozen=True, slots=True)
class RemoteShelf:
    """A `Shelf` that is an actor."""

    actor: Any

    async def summary(self, key: bytes) -> str | None:
        """See `Shelf.summary`."""
        found: str | None = await self.actor.summary.remote(key)
        return found

    async def keep(self, result: Result, usage: Usage, cost_usd: float | None) -> None:
        """See `Shelf.keep`."""
        await self.actor.keep.remote(result, usage, cost_usd)


def check(path: Path) -> None:
    """See that a store can be used, where what is wrong with it can be said.

    Raises:
        StoreInUse: Somebody else has it, and does not let it go.
        StoreError: Something else is wrong with it.
    """
    deadline = time.monotonic() + PATIENCE_SECONDS
    while True:
        try:
            Store(path).close()
        except StoreInUse:
            if time.monotonic() >= deadline:
                raise
            time.sleep(_POLL_SECONDS)
        else:
            return


def shelf_of(path: Path) -> Any:
    """The actor that keeps a store for this session's datasets: theirs, or else a new one.

    It lives as long as what is returned is known.

    Args:
        path: The store's file, from the root. Ray must have been joined.

    Raises:
        StoreError: The store cannot be used.
    """
    ray = ray_module()
    here = ray.get_runtime_context()
    name = (here.get_node_id(), here.get_job_id(), path)
    actor = _shelves.get(name)
    if actor is not None:
        try:
            ray.get(actor.ready.remote())
        except ray.exceptions.RayActorError:  # somebody ended it
            del _shelves[name]
        else:
            return actor
    check(path)
    actor = beside_the_driver(Shelf, path)
    ray.get(actor.ready.remote())
    _shelves[name] = actor
    return actor
