"""Labelled events in the form of the summary, so that grouping can be scored without the reading of articles.

Days, places, parties and figures are the label's. What a summary has beside them is found as it is for a
summary: coordinates in the gazetteer, a party's standard name in the tables of actors.
"""

from __future__ import annotations

from itertools import count

from summariser.evals.gold import GoldEvent, GoldEventFigure, GoldPlace, Label, locate
from summariser.evals.suites.base import Case
from summariser.normalise.actors import canonical_actor
from summariser.normalise.places import PlaceContext, PlaceResolver
from summariser.schemas import Actor, Claimant, Event, EventFigure, Evidence, Place, Span, When
from summariser.schemas.codebooks import (
    ActorRole,
    Certainty,
    DatePrecision,
    GeoPrecision,
    Measure,
    event_type_of,
)

_ROLES = {
    "side_a": ActorRole.SIDE_A,
    "side_b": ActorRole.SIDE_B,
    "support_a": ActorRole.SUPPORT_A,
    "support_b": ActorRole.SUPPORT_B,
}


def events_of(case: Case, label: Label, resolver: PlaceResolver) -> tuple[Event, ...]:
    """The label's events, in its order."""
    reader = _Reader(case.article.text, resolver)
    return tuple(reader.event(n, event) for n, event in enumerate(label.events, start=1))


class _Reader:
    def __init__(self, text: str, resolver: PlaceResolver) -> None:
        self._text = text
        self._resolver = resolver
        self._context: PlaceContext = resolver.context(text)
        self._numbers = count(1)

    def event(self, number: int, gold: GoldEvent) -> Event:
        figures = [self._figure(f) for f in gold.figures]
        deaths = {Measure.KILLED, Measure.DIED}
        sub_type = gold.sub_type[0]
        return Event(
            id=f"E{number}",
            type=event_type_of(sub_type),
            sub_type=sub_type,
            status=gold.status[0],
            when=self._when(gold),
            place=self._place(gold.place, gold.quote),
            actors=tuple(
                self._actor(role, names, gold.quote)
                for field, role in _ROLES.items()
                for names in getattr(gold, field)
            ),
            fatalities=tuple(f for f in figures if f.measure in deaths),
            injuries=tuple(f for f in figures if f.measure is Measure.INJURED),
            other_figures=tuple(f for f in figures if f.measure not in {*deaths, Measure.INJURED}),
            evidence=(self._proof(gold.quote),),
        )

    def _span(self, quote: str) -> Span:
        start, end = locate(quote, self._text)
        return Span(text=self._text[start:end], start=start, end=end)

    def _proof(self, quote: str) -> Evidence:
        span = self._span(quote)
        return Evidence(sentence="S1", start=span.start, end=span.end, text=span.text)

    def _when(self, gold: GoldEvent) -> When:
        if gold.start is None and gold.end is None:
            return When(precision=DatePrecision.UNKNOWN, reason="the label has none")
        return When(words=self._span(gold.quote), start=gold.start, end=gold.end, precision=gold.precision)

    def _place(self, gold: GoldPlace | None, quote: str) -> Place | None:
        if gold is None:
            return None
        tried = [self._resolver.resolve(name, context=self._context) for name in gold.name]
        fits = [p for p in tried if p.lat is not None and p.country == gold.country]
        found = fits[0] if fits else tried[0]
        known = bool(fits) or found.country == gold.country
        return Place(
            words=_words(gold.name[0]),
            name=(found.name if known else None) or gold.name[0],
            admin=found.admin if known else None,
            country=gold.country,
            country_from=None if gold.country is None else "text",
            lat=found.lat if known else None,
            lon=found.lon if known else None,
            precision=GeoPrecision(found.precision) if known else GeoPrecision.UNRESOLVED,
            geonames_id=found.geonames_id if known else None,
            reason="not in the gazetteer",
            evidence=(self._proof(quote),),
        )

    def _actor(self, role: ActorRole, names: tuple[str, ...], quote: str) -> Actor:
        read = [canonical_actor(name) for name in names]
        found = next((actor for actor in read if actor.known), read[0])
        return Actor(
            role=role,
            name=found.name,
            words=_words(names[0]),
            kind=found.kind,
            country=found.country,
            evidence=(self._proof(quote),),
        )

    def _figure(self, gold: GoldEventFigure) -> EventFigure:
        source, certainty = None, gold.certainty[0]
        if gold.claimed_by is not None:
            source = Claimant(name=gold.claimed_by[0], words=_words(gold.claimed_by[0]))
        elif certainty in {Certainty.CLAIMED, Certainty.DENIED}:
            certainty = Certainty.STATED
        return EventFigure(
            id=f"F{next(self._numbers)}",
            value=_whole(gold.value),
            low=_whole(gold.low),
            high=_whole(gold.high),
            qualifier=gold.qualifier[0],
            words=self._span(gold.quote),
            unit=gold.unit[0],
            group=gold.group[0] if gold.group else None,
            claimed_by=source,
            certainty=certainty,
            measure=gold.measure[0],
            evidence=(self._proof(gold.quote),),
        )


def _words(name: str) -> Span:
    """A label has names, not where they stand."""
    return Span(text=name, start=0, end=len(name))


def _whole(number: float | None) -> int | float | None:
    return None if number is None else int(number) if number.is_integer() else number
