"""What every row of every form tells: which article, and the sentences that prove it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from summariser.exports.cells import Cell
from summariser.exports.ids import Exported, Ids
from summariser.exports.report import Named, Notes
from summariser.normalise.place_tables import country_name
from summariser.number_words import HEDGES, number
from summariser.schemas import (
    AccessConstraint,
    CivilianHarm,
    DisplacementFigure,
    Event,
    Evidence,
    Figure,
    GroupAtRisk,
    NarrativeSentence,
    Need,
    Place,
    Response,
    Site,
    Summary,
    TableCell,
)
from summariser.schemas.codebooks import EventStatus, GeoPrecision, MovementStatus, Qualifier

ARTICLE: Final = (
    "article_id",
    "article_name",
    "article_source",
    "article_published",
    "article_language",
    "article_sha256",
)
EVIDENCE: Final = ("evidence", "evidence_sentences", "evidence_offsets", "evidence_pages", "evidence_cells")
TAIL: Final = (*EVIDENCE, "confidence", *ARTICLE)
"""The columns at the end of every table."""

TOOK_PLACE: Final = frozenset({EventStatus.OCCURRED, EventStatus.ONGOING, EventStatus.ATTEMPTED})
"""An attempt took place, though it failed; what was threatened, planned or denied did not."""

MOVED: Final = frozenset({MovementStatus.OCCURRED, MovementStatus.ONGOING})
"""Movements that took place, or do."""

Fact = DisplacementFigure | Site | Need | CivilianHarm | AccessConstraint | Response | GroupAtRisk
"""A humanitarian fact."""


@dataclass(frozen=True, slots=True)
class Source:
    """A summary on its way out.

    Attributes:
        summary: It.
        ids: The stable ids of its records: to be asked once for each.
        name: How its article is called.
    """

    summary: Summary
    ids: Ids
    name: str

    @classmethod
    def of(cls, given: Named) -> Source:
        """A summary with fresh ids; an article without title and name is called by its id."""
        ids = Ids(given.summary)
        return cls(given.summary, ids, given.summary.article.title or given.name or ids.article)

    @property
    def article_id(self) -> str:
        """The stable id of the article."""
        return self.ids.article

    def id(self, kind: str, record: Exported) -> str:
        """The stable id of a record."""
        return self.ids.of(kind, record)

    def events(self) -> tuple[Event, ...]:
        """The events; none where they were not asked for."""
        return self.summary.events.events if self.summary.events else ()

    def facts(self) -> Iterator[tuple[str, Fact]]:
        """The humanitarian facts, each with its kind; none where they were not asked for."""
        found = self.summary.humanitarian
        if found is None:
            return
        yield from (("displacement", f) for f in found.displacement)
        yield from (("planned_return", f) for f in found.planned_returns)
        yield from (("site", s) for s in found.sites)
        yield from (("need", n) for n in found.needs)
        yield from (("civilian_harm", h) for h in found.civilian_harm)
        yield from (("access", a) for a in found.access)
        yield from (("response", r) for r in found.response)
        yield from (("group_at_risk", g) for g in found.groups_at_risk)

    def leave_out_events(self, notes: Notes, reason: str) -> None:
        """Say of every event that the form does not hold it."""
        for event in self.events():
            notes.leave_out(self.article_id, self.id("event", event), reason)

    def leave_out_facts(self, notes: Notes, reason: str) -> None:
        """Say of every humanitarian fact that the form does not hold it."""
        for kind, fact in self.facts():
            notes.leave_out(self.article_id, self.id(kind, fact), reason)

    def narratives(self) -> Iterator[tuple[str, int, NarrativeSentence]]:
        """The sentences of both narratives: which, its position from the headline's 0 on, the sentence."""
        both = (("events", self.summary.events), ("humanitarian", self.summary.humanitarian))
        for name, part in both:
            told = part.narrative if part else None
            if told is not None:
                yield from ((name, at, s) for at, s in enumerate((told.headline, *told.sentences)))

    def leave_out_words(self, notes: Notes) -> None:
        """Say of narratives and issues that the form does not hold them."""
        for _, _, sentence in self.narratives():
            notes.leave_out(self.article_id, self.id("narrative", sentence), "the form holds records alone")
        for issue in self.summary.issues:
            notes.leave_out(
                self.article_id, self.id("issue", issue), "the form does not hold what was refused"
            )

    def tail(self, evidence: Sequence[Evidence], confidence: float | None) -> dict[str, Cell]:
        """The cells of `TAIL`."""
        return {**proof(evidence), "confidence": confidence, **self.article()}

    def article(self) -> dict[str, Cell]:
        """The cells of `ARTICLE`."""
        info = self.summary.article
        return {
            "article_id": self.ids.article,
            "article_name": self.name,
            "article_source": info.source,
            "article_published": info.published,
            "article_language": info.language,
            "article_sha256": info.sha256,
        }


def proof(evidence: Iterable[Evidence]) -> dict[str, Cell]:
    """The cells of `EVIDENCE`: sentences, their numbers, where they stand (code points, pages, tables)."""
    proofs = tuple(dict.fromkeys(evidence))
    return {
        "evidence": " | ".join(p.text for p in proofs) or None,
        "evidence_sentences": "; ".join(p.sentence for p in proofs) or None,
        "evidence_offsets": "; ".join(f"{p.start}-{p.end}" for p in proofs) or None,
        "evidence_pages": "; ".join(str(p.page) for p in proofs if p.page) or None,
        "evidence_cells": "; ".join(in_table(p.cell) for p in proofs if p.cell) or None,
    }


def in_table(cell: TableCell) -> str:
    """A cell by its heads, and where it stands: "Abs · IDPs: 1,240 [210-215]", "(total)" behind a total."""
    heads = " · ".join(cell.heads)
    words = cell.words
    total = " (total)" if cell.total else ""
    return f"{heads + ': ' if heads else ''}{words.text} [{words.start}-{words.end}]{total}"


def toll_proof(event: Event) -> tuple[Evidence, ...]:
    """The sentences that state an event, and those that state its dead."""
    return (*event.evidence, *(proof for figure in event.fatalities for proof in figure.evidence))


def place_name(place: Place | None) -> str | None:
    """The standard name, else the words of the article."""
    return None if place is None else place.name or place.words.text


_KNOWN_AS: Final = {
    GeoPrecision.PLACE: "a place",
    GeoPrecision.NEAR: "near a place",
    GeoPrecision.ADMIN: "an area",
    GeoPrecision.COUNTRY: "a country",
    GeoPrecision.UNRESOLVED: "words",
}


def no_point(place: Place | None) -> str:
    """Why a record has no coordinates."""
    if place is None:
        return "the article gives no place for it"
    return place.reason or f"known as {_KNOWN_AS[place.precision]} alone"


def country(place: Place | None) -> str | None:
    """The English name of the place's country."""
    return None if place is None or place.country is None else country_name(place.country)


def stated(figure: Figure) -> int | float:
    """The one number to take a figure by: its value, else the low bound, else the high one."""
    found = next(n for n in (figure.value, figure.low, figure.high) if n is not None)
    return int(found) if float(found).is_integer() else found


def in_words(figure: Figure) -> str:
    """The figure with its hedge, as a person writes it: "at least 12", "20 to 30", "dozens (10 or more)"."""
    if figure.value is not None:
        return f"{HEDGES.get(figure.qualifier, '')}{number(figure.value)}"
    if figure.low is not None and figure.high is not None:
        return f"{number(figure.low)} to {number(figure.high)}"
    bound = f"{number(stated(figure))} or {'more' if figure.low is not None else 'fewer'}"
    if figure.qualifier in {Qualifier.EXACTLY, Qualifier.BETWEEN, *HEDGES}:
        return bound
    return f"{figure.qualifier.value.replace('_', ' ')} ({bound})"


def claim(figure: Figure, shown: Callable[[str], str] = str) -> str:
    """A figure in one line, with who says so: "12 civilians (police; claimed)".

    Args:
        figure: It.
        shown: What is done to the article's words in it.
    """
    by = f"{shown(figure.claimed_by.name)}; " if figure.claimed_by else ""
    whose = f" of {shown(figure.affiliation)}" if figure.affiliation else ""
    return f"{in_words(figure)} {shown(counted(figure))}{whose} ({by}{figure.certainty.value})"


def counted(figure: Figure) -> str:
    """What a figure counts, in words."""
    noun = figure.group or figure.unit
    return figure.counted or noun.value.replace("_", " ")
