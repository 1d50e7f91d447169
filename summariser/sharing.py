"""Records whose equal parts are held once.

A long document's summary says the same again and again: one sentence proves an event, its place and four
figures, one town is the place of forty records. Records are frozen, so that one object can stand for all that
are equal. Pydantic keeps beside each record a set of the names that were given to it; records that were given
the same names share that as well, which is half of what a record takes.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any, Final, TypeVar, cast

from summariser.schemas import Strict

M = TypeVar("M", bound=Strict)
T = TypeVar("T")
_PLAIN: Final = (str, float, date)
_IDENTITY: Final = "id"
"""The field of records of which no two are equal: they are not looked up."""


class Sharing:
    """What is held already, of one summary."""

    def __init__(self) -> None:
        # By type, as 1 and 1.0 are equal and are not written alike.
        self._held: dict[type, dict[Any, Any]] = {}
        self._names: dict[frozenset[str], set[str]] = {}

    def whole(self, record: M) -> M:
        """The same record of parts that are held once.

        Args:
            record: It is left as it is.
        """
        if not _has_identity(record):
            known: M | None = self._held.get(type(record), {}).get(record)
            if known is not None:
                return known
        return self.made(record, {name: self.part(part) for name, part in record})

    def part(self, part: Any) -> Any:
        """A field's value: a record, several, or something plain."""
        if isinstance(part, Strict):
            return self.whole(part)
        if isinstance(part, tuple):
            return self.once(tuple(map(self.part, part)))
        return self.once(part) if type(part) in _PLAIN else part

    def made(self, record: M, parts: dict[str, Any]) -> M:
        """A record of the type of another and with its names given, made of other parts.

        Args:
            record: The other one.
            parts: All its fields; they are not validated again.
        """
        given = frozenset(record.model_fields_set)
        names = self._names.setdefault(given, set(given))
        made = cast("M", type(record).model_construct(names, **parts))
        return made if _has_identity(record) else self.once(made)

    def once(self, part: T) -> T:
        """The first of those that are equal to something."""
        held: dict[T, T] = self._held.setdefault(type(part), {})
        return held.setdefault(part, part)


def _has_identity(record: Strict) -> bool:
    return _IDENTITY in type(record).model_fields


def consumed(records: Iterable[T]) -> Iterator[T]:
    """Each of some records in order, none of which is held here once the next is asked for.

    Of a sequence that nobody else holds, as many are in memory as are left.
    """
    waiting = deque(records)
    del records
    while waiting:
        yield waiting.popleft()


def taken_apart(record: Strict) -> Iterator[tuple[str, Any]]:
    """The fields of a record, its lists as iterators that hold only what is left (`consumed`)."""
    fields = deque(record)
    del record
    while fields:
        name, part = fields.popleft()
        if isinstance(part, tuple):
            part = consumed(part)
        yield name, part
