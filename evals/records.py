"""One neutral form for what a label says and what a summary says, so that the two can be compared.

A code is a tuple of admissible terms: a label may hold alternatives, a prediction has one. A name is a tuple
of aliases. Evidence is spans of the article in code points. As plain JSON the same records are the
prediction in a run log, which any outside scorer can read.
"""

from __future__ import annotations

from typing import Any, Protocol

from summariser.evals import gold
from summariser.evals.record_types import (
    AccessRecord,
    ConditionRecord,
    EventRecord,
    FactRecord,
    FigureRecord,
    HarmRecord,
    MovementRecord,
    Name,
    NeedRecord,
    PlaceRecord,
    Records,
    ResponseRecord,
    RiskRecord,
    SiteRecord,
    Span,
    Spans,
    from_json_value,
    to_json_value,
)
from summariser.schemas import (
    Actor,
    Claimant,
    DisplacementFigure,
    Event,
    EventFigure,
    Figure,
    HumanitarianSummary,
    Place,
    Site,
    Summary,
)
from summariser.schemas.base import Evidence
from summariser.schemas.codebooks import ActorRole

__all__ = [
    "AccessRecord",
    "ConditionRecord",
    "EventRecord",
    "FactRecord",
    "FigureRecord",
    "HarmRecord",
    "MovementRecord",
    "Name",
    "NeedRecord",
    "PlaceRecord",
    "Records",
    "ResponseRecord",
    "RiskRecord",
    "SiteRecord",
    "Span",
    "Spans",
    "from_json_value",
    "from_label",
    "from_summary",
    "to_json_value",
]

# From a label


def from_label(label: gold.Label, text: str) -> Records:
    """A label's records; each quote becomes its span, and nothing more.

    Raises:
        BadLabel: A quote does not stand in the text, or stands there twice.
    """
    read = _LabelReader(text)
    return Records(
        events=tuple(read.event(e) for e in label.events),
        displacement=tuple(read.movement(m) for m in label.displacement),
        sites=tuple(read.site(s) for s in label.sites),
        needs=tuple(
            NeedRecord(
                cluster=n.cluster,
                severity=n.severity,
                people=tuple(read.figure(f) for f in n.people),
                place=read.place(n.place),
                **read.fact(n),
            )
            for n in label.needs
        ),
        harm=tuple(
            HarmRecord(measure=h.measure, place=read.place(h.place), **read.number(h)) for h in label.harm
        ),
        access=tuple(
            AccessRecord(kind=a.kind, place=read.place(a.place), **read.fact(a)) for a in label.access
        ),
        response=tuple(
            ResponseRecord(
                actor=r.actor or (),
                cluster=r.cluster or (),
                status=r.status,
                reached=tuple(read.figure(f) for f in r.reached),
                **read.fact(r),
            )
            for r in label.response
        ),
        risks=tuple(RiskRecord(group=r.group, **read.fact(r)) for r in label.risks),
    )


class _Quoted(Protocol):
    @property
    def quote(self) -> str: ...

    @property
    def optional(self) -> bool: ...


class _LabelReader:
    """Turns a label's facts into records, beside the text that their quotes are of."""

    def __init__(self, text: str) -> None:
        self._text = text

    def fact(self, fact: _Quoted, more: tuple[str, ...] = ()) -> dict[str, Any]:
        quotes = (fact.quote, *more)
        return {"spans": tuple(gold.locate(q, self._text) for q in quotes), "optional": fact.optional}

    def number(self, figure: gold.GoldFigure) -> dict[str, Any]:
        return {
            "value": figure.value,
            "low": figure.low,
            "high": figure.high,
            "qualifier": figure.qualifier,
            "unit": figure.unit,
            "group": figure.group or (),
            "claimed_by": figure.claimed_by or (),
            "certainty": figure.certainty,
            **self.fact(figure),
        }

    def figure(self, figure: gold.GoldFigure) -> FigureRecord:
        measure = figure.measure if isinstance(figure, gold.GoldEventFigure) else ()
        return FigureRecord(measure=measure, **self.number(figure))

    @staticmethod
    def place(place: gold.GoldPlace | None) -> PlaceRecord | None:
        return None if place is None else PlaceRecord(name=place.name, country=place.country)

    def event(self, event: gold.GoldEvent) -> EventRecord:
        return EventRecord(
            sub_type=event.sub_type,
            status=event.status,
            start=event.start,
            end=event.end,
            precision=event.precision,
            place=self.place(event.place),
            side_a=event.side_a,
            side_b=event.side_b,
            support_a=event.support_a,
            support_b=event.support_b,
            figures=tuple(self.figure(f) for f in event.figures),
            **self.fact(event, event.more),
        )

    def movement(self, movement: gold.GoldMovement) -> MovementRecord:
        return MovementRecord(
            term=movement.term,
            status=movement.status,
            cause=movement.cause,
            place=self.place(movement.place),
            origin=self.place(movement.origin),
            destination=self.place(movement.destination),
            **self.number(movement),
        )

    def site(self, site: gold.GoldSite) -> SiteRecord:
        return SiteRecord(
            name=site.name,
            kind=site.kind,
            country=site.country,
            population=tuple(self.figure(f) for f in site.population),
            capacity=tuple(self.figure(f) for f in site.capacity),
            conditions=tuple(
                ConditionRecord(severity=c.severity, claimed_by=c.claimed_by or (), **self.fact(c))
                for c in site.conditions
            ),
            **self.fact(site),
        )


# From a summary


def from_summary(summary: Summary) -> Records:
    """A summary's records; a part that was not asked for has none."""
    facts = summary.humanitarian or HumanitarianSummary()
    return Records(
        events=tuple(_event(e) for e in (summary.events.events if summary.events else ())),
        displacement=tuple(_movement(m) for m in (*facts.displacement, *facts.planned_returns)),
        sites=tuple(_site(s) for s in facts.sites),
        needs=tuple(
            NeedRecord(
                cluster=(n.cluster,),
                severity=(n.severity,),
                people=tuple(_figure(f) for f in n.people),
                place=_place(n.place),
                spans=_spans(n.evidence),
                **_sure(fact=n),
            )
            for n in facts.needs
        ),
        harm=tuple(
            HarmRecord(measure=(h.measure,), place=_place(h.place), **_number(h), **_sure(fact=h))
            for h in facts.civilian_harm
        ),
        access=tuple(
            AccessRecord(kind=(a.kind,), place=_place(a.place), spans=_spans(a.evidence), **_sure(fact=a))
            for a in facts.access
        ),
        response=tuple(
            ResponseRecord(
                actor=(r.actor,) if r.actor else (),
                cluster=(r.cluster,) if r.cluster else (),
                status=(r.status,),
                reached=tuple(_figure(f) for f in r.reached),
                spans=_spans(r.evidence),
                **_sure(fact=r),
            )
            for r in facts.response
        ),
        risks=tuple(
            RiskRecord(group=(g.group,), spans=_spans(g.evidence), **_sure(fact=g))
            for g in facts.groups_at_risk
        ),
    )


def _sure(**values: Any) -> dict[str, Any]:
    """Confidences by the scorer's names for the fields; ``fact`` is the record itself."""
    found = tuple(
        ("" if name == "fact" else name, value.confidence)
        for name, value in values.items()
        if value is not None and value.confidence is not None
    )
    return {"sure": found}


def _spans(evidence: tuple[Evidence, ...]) -> Spans:
    return tuple((e.start, e.end) for e in evidence)


def _aliases(*names: str | None) -> Name:
    return tuple(dict.fromkeys(name for name in names if name))


def _place(place: Place | None) -> PlaceRecord | None:
    if place is None:
        return None
    return PlaceRecord(name=_aliases(place.name, place.words.text), country=place.country)


def _claimant(claimant: Claimant | None) -> Name:
    return () if claimant is None else _aliases(claimant.name, claimant.words.text)


def _number(figure: Figure) -> dict[str, Any]:
    return {
        "value": figure.value,
        "low": figure.low,
        "high": figure.high,
        "qualifier": (figure.qualifier,),
        "unit": (figure.unit,),
        "group": (figure.group,) if figure.group else (),
        "claimed_by": _claimant(figure.claimed_by),
        "certainty": (figure.certainty,),
        "spans": _spans(figure.evidence),
    }


def _figure(figure: Figure) -> FigureRecord:
    measure = (figure.measure,) if isinstance(figure, EventFigure) else ()
    return FigureRecord(measure=measure, **_number(figure), **_sure(fact=figure, claimant=figure.claimed_by))


def _event(event: Event) -> EventRecord:
    def side(role: ActorRole) -> tuple[Name, ...]:
        actors: tuple[Actor, ...] = event.side(role)
        return tuple(_aliases(actor.name, actor.words.text) for actor in actors)

    return EventRecord(
        sub_type=(event.sub_type,),
        status=(event.status,),
        start=event.when.start,
        end=event.when.end,
        precision=event.when.precision,
        place=_place(event.place),
        side_a=side(ActorRole.SIDE_A),
        side_b=side(ActorRole.SIDE_B),
        support_a=side(ActorRole.SUPPORT_A),
        support_b=side(ActorRole.SUPPORT_B),
        figures=tuple(_figure(f) for f in (*event.fatalities, *event.injuries, *event.other_figures)),
        spans=_spans(event.evidence),
        **_sure(
            fact=event,
            date=event.when,
            place=event.place,
            side_a=_only(event.side(ActorRole.SIDE_A)),
            side_b=_only(event.side(ActorRole.SIDE_B)),
        ),
    )


def _only(actors: tuple[Actor, ...]) -> Actor | None:
    """The one actor of a side: of several, none stands for the field."""
    return actors[0] if len(actors) == 1 else None


def _movement(movement: DisplacementFigure) -> MovementRecord:
    return MovementRecord(
        term=(movement.term,),
        status=(movement.status,),
        cause=(movement.cause,),
        place=_place(movement.place),
        origin=_place(movement.origin),
        destination=_place(movement.destination),
        **_number(movement),
        **_sure(
            fact=movement,
            displacement_place=movement.origin or movement.place or movement.destination,
            displacement_claimant=movement.claimed_by,
        ),
    )


def _site(site: Site) -> SiteRecord:
    return SiteRecord(
        name=(site.name,),
        kind=(site.kind,),
        country=site.place.country,
        population=tuple(_figure(f) for f in site.population),
        capacity=tuple(_figure(f) for f in site.capacity),
        conditions=tuple(
            ConditionRecord(
                severity=(c.severity,),
                claimed_by=_claimant(c.claimed_by),
                spans=_spans(c.evidence),
                **_sure(fact=c),
            )
            for c in site.conditions
        ),
        spans=_spans(site.evidence),
        **_sure(fact=site),
    )
