"""Pictures of chosen articles: drawn as `summariser picture` draws them, with the same numbers as a table."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from threading import Lock
from typing import Final

from summariser.exports.cells import plain
from summariser.exports.common import Source
from summariser.exports.rendering import once_each
from summariser.exports.report import Notes, reasons
from summariser.number_words import number
from summariser.page.chosen import Chosen
from summariser.pictures import KINDS, Pictured, pictured
from summariser.pictures.displacement import bars
from summariser.pictures.maps import dots
from summariser.pictures.style import unmarked
from summariser.pictures.tolls import claims
from summariser.terminal_values import day, words

_KEPT: Final = 24
"""Pictures that are held: a page shows each once, and each may be kept as a file."""
_FACTS: Final = {"displacement": "displacement", "site": "camp or shelter", "other": "another fact"}


@dataclass(frozen=True, slots=True)
class Shown:
    """A picture on the page.

    Attributes:
        kind: Which.
        title: What stands above it.
        head: The columns of its table.
        rows: The numbers that are drawn.
        left_out: What it cannot show, in words with how often.
        unwritable: Letters that its font lacks.
    """

    kind: str
    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    left_out: tuple[tuple[str, int], ...]
    unwritable: str


@dataclass(slots=True)
class Gallery:
    """Draws pictures, and holds the last ones."""

    _held: OrderedDict[tuple[object, ...], Pictured] = field(default_factory=OrderedDict)
    _lock: Lock = field(default_factory=Lock)

    def drawn(self, chosen: Chosen, kind: str, form: str) -> Pictured:
        """A picture's bytes, with the report on what it shows.

        Raises:
            MissingExtra: The extra "pictures" is not installed.
        """
        key = (kind, form, *((entry.key, entry.called) for entry, _ in chosen.found))
        with self._lock:
            if (held := self._held.get(key)) is not None:
                self._held.move_to_end(key)
                return held
        found = pictured(chosen.named, kind, form)
        with self._lock:
            self._held[key] = found
            while len(self._held) > _KEPT:
                self._held.popitem(last=False)
        return found

    def shown(self, chosen: Chosen, kind: str) -> Shown:
        """A picture as the page shows it. Raises as `drawn` does."""
        report = self.drawn(chosen, kind, "svg").report
        head, rows = _TABLES[kind]
        told = tuple(rows(once_each(chosen.named, Notes())))
        return Shown(kind, KINDS[kind].title, head, told, tuple(reasons(report.left_out)), report.unwritable)


def _tolls(sources: Sequence[Source]) -> Iterator[tuple[str, ...]]:
    for claim in claims(sources, Notes()):
        at_least = "at least " if claim.more and claim.low == claim.high else ""
        part = " (some groups alone)" if claim.part else ""
        more = " or more" if claim.more and claim.low != claim.high else ""
        yield (
            day(claim.day),
            claim.where,
            claim.claimant,
            f"{at_least}{_span(claim.low, claim.high)}{more}{part}",
        )


def _displacement(sources: Sequence[Source]) -> Iterator[tuple[str, ...]]:
    for bar in bars(sources, Notes()):
        planned = "" if bar.done else ", planned and not done"
        term = f"{words(bar.term)}{planned}"
        yield (
            plain(unmarked(bar.where, between=" ")),
            term,
            words(bar.unit),
            _span(bar.low, bar.high),
            str(bar.claims),
        )


def _map(sources: Sequence[Source]) -> Iterator[tuple[str, ...]]:
    for dot in dots(sources, Notes()):
        what = dot.type.value if dot.type is not None else _FACTS[dot.kind]
        done = "" if dot.done else ", not or not yet happened"
        yield dot.name, f"{what}{done}", number(dot.size) if dot.size else ""


def _span(low: float, high: float) -> str:
    return number(low) if low == high else f"{number(low)} to {number(high)}"


_TABLES: Final[dict[str, tuple[tuple[str, ...], Callable[[Sequence[Source]], Iterator[tuple[str, ...]]]]]] = {
    "tolls": (("Day", "Place", "Who says so", "Dead"), _tolls),
    "displacement": (("Place", "Term", "Counted", "How many", "Claims"), _displacement),
    "map": (("Place", "What", "Dead or people"), _map),
}
"""The columns of each kind's table, and its rows."""
