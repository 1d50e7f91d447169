"""The articles that somebody chose, and what is to be said of those that cannot be taken."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlencode

from summariser.exports import Named
from summariser.page.history import Entry
from summariser.page.room import Room
from summariser.schemas import Summary

_WHY: Final = {
    "waiting": "waits for its summary",
    "working": "is being summarised",
    "failed": "has no summary: it failed",
    "cancelled": "has no summary: it was cancelled",
    "kept": "has no summary: nobody asked for one",
    "done": "has a summary of another version, which this one cannot read",
}


@dataclass(frozen=True, slots=True)
class Left:
    """An article that was chosen and cannot be taken.

    Attributes:
        number: Its number.
        called: What people call it; None where it is gone.
        why: In a few words, after its name.
    """

    number: int
    called: str | None
    why: str


@dataclass(frozen=True, slots=True)
class Chosen:
    """What was chosen.

    Attributes:
        found: Articles with their summaries, in the order in which they were chosen.
        left: The others.
    """

    found: tuple[tuple[Entry, Summary], ...]
    left: tuple[Left, ...]

    @property
    def named(self) -> list[Named]:
        """The summaries with what people call their articles."""
        return [Named(summary, entry.called) for entry, summary in self.found]

    @property
    def query(self) -> str:
        """Those that can be taken, as an address has them."""
        return urlencode([("article", entry.id) for entry, _ in self.found])


class NotAll(Exception):
    """Some of the chosen articles cannot be taken, or none; the others can."""

    def __init__(self, chosen: Chosen) -> None:
        super().__init__(f"{len(chosen.left)} of the chosen articles cannot be taken")
        self.chosen = chosen


def chosen(room: Room, numbers: Iterable[int]) -> Chosen:
    """The articles of some numbers.

    Raises:
        NotAll: None can be taken.
    """
    found: list[tuple[Entry, Summary]] = []
    left: list[Left] = []
    for number in dict.fromkeys(numbers):
        entry = room.history.entry(number)
        summary = room.history.summary_of(entry) if entry is not None else None
        if entry is None:
            left.append(Left(number, None, "was removed from the history"))
        elif summary is None:
            left.append(Left(number, entry.called, _WHY[entry.state]))
        else:
            found.append((entry, summary))
    whole = Chosen(tuple(found), tuple(left))
    if not found:
        raise NotAll(whole)
    return whole


def all_chosen(room: Room, numbers: Iterable[int]) -> Chosen:
    """As `chosen`, where a file has no room to say what is not in it.

    Raises:
        NotAll: Some cannot be taken: the reader decides whether the others will do.
    """
    found = chosen(room, numbers)
    if found.left:
        raise NotAll(found)
    return found
