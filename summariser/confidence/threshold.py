"""Only what is sure enough: records and parts of records below a confidence go, each into the issues.

A source is never taken from its figure: a claim would then read like a fact. A figure of an event that goes
with its event is still told as civilian harm where it is such.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, TypeVar

from summariser.schemas import (
    DisplacementFigure,
    Event,
    Figure,
    HumanitarianSummary,
    IssueCode,
    Place,
    Site,
    Strict,
    When,
)
from summariser.verify.ledger import Ledger

S = TypeVar("S", bound=Strict)
_OPEN = "Less sure than was asked for"


def keep_sure_events(events: Iterable[Event], least: float, ledger: Ledger) -> tuple[Event, ...]:
    """The events that are at least so sure, and of these the parts that are."""
    sieve = _Sieve(least, ledger)
    return tuple(sieve.event(e) for e in sieve.records(events, "event"))


def keep_sure_facts(facts: HumanitarianSummary, least: float, ledger: Ledger) -> HumanitarianSummary:
    """The facts that are at least so sure, and of these the parts that are."""
    sieve = _Sieve(least, ledger)
    kept: dict[str, Any] = {
        name: tuple(sieve.figure(f) for f in sieve.records(getattr(facts, name), what))
        for name, what in (
            ("displacement", "displacement figure"),
            ("planned_returns", "planned return"),
            ("civilian_harm", "civilian harm"),
        )
    }
    kept["sites"] = tuple(sieve.site(s) for s in sieve.records(facts.sites, "site"))
    for name, what, numbers in (
        ("needs", "need", "people"), ("access", "access constraint", None),
        ("response", "response", "reached"), ("groups_at_risk", "group at risk", None),
    ):  # fmt: skip
        kept[name] = tuple(sieve.fact(r, numbers) for r in sieve.records(getattr(facts, name), what))
    return facts.model_copy(update=kept)


@dataclass(frozen=True)
class _Sieve:
    least: float
    ledger: Ledger

    def _is_sure(self, value: Any) -> bool:
        return value.confidence is None or value.confidence >= self.least

    def _tell(self, value: Any, what: str, words: str | None = None) -> None:
        proof = getattr(value, "evidence", None)
        self.ledger.refuse(
            IssueCode.LOW_CONFIDENCE,
            f"{_OPEN}: {what}, {value.confidence:.2f} of {self.least:g}",
            step="confidence",
            sentence=proof[0].sentence if proof else None,
            words=words or _words(value),
        )

    def records(self, records: Iterable[S], what: str) -> list[S]:
        """The sure ones; the others are told."""
        kept = []
        for record in records:
            if self._is_sure(record):
                kept.append(record)
            else:
                self._tell(record, what)
        return kept

    def place(self, place: Place | None) -> Place | None:
        if place is None or self._is_sure(place):
            return place
        self._tell(place, "place")
        return None

    def time(self, when: When) -> When:
        if self._is_sure(when):
            return when
        self._tell(when, "time", when.words.text if when.words else None)
        return When(words=when.words, reason=_OPEN)

    def event(self, event: Event) -> Event:
        lists = (("actors", "party"), ("means", "means"), ("damage", "damage"), ("targets", "target"),
                 ("fatalities", "figure"), ("injuries", "figure"), ("other_figures", "figure"))  # fmt: skip
        parts: dict[str, Any] = {
            name: tuple(self.records(getattr(event, name), f"{what} of {event.id}")) for name, what in lists
        }
        return event.model_copy(
            update={**parts, "place": self.place(event.place), "when": self.time(event.when)}
        )

    def figure(self, figure: Figure) -> Figure:
        parts: dict[str, Any] = {"when": self.time(figure.when)}  # type: ignore[attr-defined]
        names = ("place", "origin", "destination") if isinstance(figure, DisplacementFigure) else ("place",)
        for name in names:
            parts[name] = self.place(getattr(figure, name))
        return figure.model_copy(update=parts)

    def site(self, site: Site) -> Site:
        """A site keeps its place, without which it would be none; a ratio goes with either of its numbers."""
        parts: dict[str, Any] = {
            name: tuple(self.records(getattr(site, name), f"{name} of {site.name}"))
            for name in ("population", "capacity", "conditions")
        }
        if len(parts["population"]) + len(parts["capacity"]) < len(site.population) + len(site.capacity):
            parts |= {"overcrowding_ratio": None, "ratio_derived": None}
        return site.model_copy(update=parts)

    def fact(self, record: S, numbers: str | None) -> S:
        parts: dict[str, Any] = {}
        if numbers is not None:
            parts[numbers] = tuple(self.records(getattr(record, numbers), "number of people or goods"))
        if hasattr(record, "place"):
            parts["place"] = self.place(record.place)
        return record.model_copy(update=parts)


def _words(value: Any) -> str | None:
    """The words of the article that a value is about, as an issue shows them."""
    words = getattr(value, "words", None)
    if words is not None:
        return str(getattr(words, "text", words))
    for name in ("name", "sub_type", "cluster", "kind", "status"):
        if (found := getattr(value, name, None)) is not None:
            return str(found)
    return None
