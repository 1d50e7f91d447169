"""A label to begin with: what a summary says, in the fields of a label."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from summariser.evals.record_types import FigureRecord, PlaceRecord, Spans
from summariser.evals.records import from_summary
from summariser.schemas import Summary

JSON = dict[str, Any]


def draft_of_summary(summary: Summary, text: str) -> JSON:
    """A label that says what a summary says.

    Args:
        summary: The summary.
        text: Its article.
    """
    made = _Maker(text)
    records = from_summary(summary)
    return {
        "events": [
            made.clean(
                sub_type=_codes(e.sub_type), status=_codes(e.status), start=_day(e.start), end=_day(e.end),
                precision=str(e.precision), place=_place(e.place),
                side_a=_names(e.side_a), side_b=_names(e.side_b),
                support_a=_names(e.support_a), support_b=_names(e.support_b),
                figures=[made.figure(f) for f in e.figures], **made.quotes(e.spans, more=True),
            )
            for e in records.events
        ],
        "displacement": [
            made.clean(
                term=_codes(m.term), status=_codes(m.status), cause=_codes(m.cause), place=_place(m.place),
                origin=_place(m.origin), destination=_place(m.destination), **made.figure(m),
            )
            for m in records.displacement
        ],
        "sites": [
            made.clean(
                name=_codes(s.name), kind=_codes(s.kind), country=s.country,
                population=[made.figure(f) for f in s.population],
                capacity=[made.figure(f) for f in s.capacity],
                conditions=[
                    made.clean(
                        severity=_codes(c.severity), claimed_by=_codes(c.claimed_by), **made.quotes(c.spans)
                    )
                    for c in s.conditions
                ],
                **made.quotes(s.spans),
            )
            for s in records.sites
        ],
        "needs": [
            made.clean(
                cluster=_codes(n.cluster), severity=_codes(n.severity), place=_place(n.place),
                people=[made.figure(f) for f in n.people], **made.quotes(n.spans),
            )
            for n in records.needs
        ],
        "harm": [made.clean(place=_place(h.place), **made.figure(h)) for h in records.harm],
        "access": [
            made.clean(kind=_codes(a.kind), place=_place(a.place), **made.quotes(a.spans))
            for a in records.access
        ],
        "response": [
            made.clean(
                actor=_codes(r.actor), cluster=_codes(r.cluster), status=_codes(r.status),
                reached=[made.figure(f) for f in r.reached], **made.quotes(r.spans),
            )
            for r in records.response
        ],
        "risks": [made.clean(group=_codes(r.group), **made.quotes(r.spans)) for r in records.risks],
        "notes": "",
    }  # fmt: skip


class _Maker:
    """Writes quotes for one article."""

    def __init__(self, text: str) -> None:
        self._text = text

    def figure(self, figure: FigureRecord) -> JSON:
        value = figure.value
        return self.clean(
            measure=_codes(getattr(figure, "measure", ())), value=_number(value),
            # A label has a value or bounds; a summary may have both.
            low=_number(figure.low) if value is None else None,
            high=_number(figure.high) if value is None else None,
            qualifier=_codes(figure.qualifier), unit=_codes(figure.unit), group=_codes(figure.group),
            claimed_by=_codes(figure.claimed_by), certainty=_codes(figure.certainty),
            **self.quotes(figure.spans),
        )  # fmt: skip

    def quotes(self, spans: Spans, *, more: bool = False) -> JSON:
        quotes = [self.quote(start, end) for start, end in spans]
        found: JSON = {"quote": quotes[0] if quotes else ""}
        return {**found, "more": quotes[1:]} if more else found

    def quote(self, start: int, end: int) -> str:
        return quote_of(self._text, start, end)

    @staticmethod
    def clean(**fields: Any) -> JSON:
        return {name: value for name, value in fields.items() if value not in (None, "", [], {})}


def quote_of(text: str, start: int, end: int) -> str:
    """The words of a sentence as a label points at them: by offsets where they stand more than once."""
    words = text[start:end]
    return words if len(words) >= 4 and text.count(words) == 1 else f"@{start}-{end}"


def _codes(values: Iterable[object]) -> str:
    """Several admissible codes or aliases; a stroke in a name would part it."""
    return "|".join(str(value).replace("|", "/") for value in values)


def _names(values: Iterable[Iterable[str]]) -> list[str]:
    return [_codes(aliases) for aliases in values]


def _place(place: PlaceRecord | None) -> JSON | None:
    if place is None:
        return None
    return {"name": _codes(place.name), **({"country": place.country} if place.country else {})}


def _day(day: date | None) -> str | None:
    return day.isoformat() if day is not None else None


def _number(value: float | None) -> float | int | None:
    return int(value) if value is not None and value == int(value) else value
