"""Conflict events: who did what to whom, where, when, with what toll, according to whom."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints, model_validator

from summariser.schemas.base import Confidence, Proof, Span, Strict
from summariser.schemas.codebooks import (
    ActorRole,
    EventStatus,
    EventType,
    Measure,
    SubEventType,
    Unit,
    event_type_of,
)
from summariser.schemas.figures import Actor, Figure, Place, When
from summariser.schemas.narrative import Narrative

EventId = Annotated[str, StringConstraints(pattern=r"^E[1-9][0-9]*$")]


class EventFigure(Figure):
    """A figure of an event, with what it measures."""

    measure: Measure

    @model_validator(mode="after")
    def _tolls_count_people(self) -> EventFigure:
        tolls = {
            Measure.KILLED,
            Measure.DIED,
            Measure.INJURED,
            Measure.MISSING,
            Measure.ABDUCTED,
            Measure.ARRESTED,
        }
        if self.measure in tolls and self.unit not in {Unit.PEOPLE, Unit.HOUSEHOLDS}:
            raise ValueError(f"figure: {self.measure} counts people, not {self.unit}")
        return self


class Means(Strict):
    """A weapon or means that the article names."""

    words: Annotated[str, Field(min_length=1)]
    """As the article has it: "two rockets", "car bomb"."""
    evidence: Proof
    confidence: Confidence = None


class Damage(Strict):
    """Things destroyed or damaged, in the article's words; those with a number are figures as well."""

    measure: Literal[Measure.DESTROYED, Measure.DAMAGED]
    words: Span
    """What was hit: "military vehicles, two ammunition stores and a command post"."""
    evidence: Proof
    confidence: Confidence = None


class Target(Strict):
    """A thing that was attacked, with or without damage: premises, a vehicle, a power line."""

    words: Span
    """As the article has it: "offices of the Harbour Company"."""
    evidence: Proof
    confidence: Confidence = None


class Event(Strict):
    """One event, as the article tells it (types after ACLED).

    Two acts are one event when they are the same act in the same place at the same time; different
    means (a ground assault and the air raids that support it) are different events, as ACLED codes them.
    """

    id: EventId
    type: EventType
    sub_type: SubEventType
    status: EventStatus
    when: When
    place: Place | None = None
    """None where the article gives no place for it."""
    actors: tuple[Actor, ...] = ()
    means: tuple[Means, ...] = ()
    fatalities: tuple[EventFigure, ...] = ()
    """One for each claim and group; never merged, never summed."""
    injuries: tuple[EventFigure, ...] = ()
    other_figures: tuple[EventFigure, ...] = ()
    """Abducted, arrested, missing, destroyed, strikes, munitions, participants..."""
    damage: tuple[Damage, ...] = ()
    targets: tuple[Target, ...] = ()
    """Things, where people are actors with a side; what was ruined of them is damage as well."""
    evidence: Proof
    confidence: Confidence = None

    @model_validator(mode="after")
    def _pair_is_valid(self) -> Event:
        if event_type_of(self.sub_type) is not self.type:
            raise ValueError(f"event: sub-type {self.sub_type!r} does not belong to type {self.type!r}")
        deaths = {Measure.KILLED, Measure.DIED}
        wrong = [f.id for f in self.fatalities if f.measure not in deaths]
        wrong += [f.id for f in self.injuries if f.measure is not Measure.INJURED]
        wrong += [f.id for f in self.other_figures if f.measure in {*deaths, Measure.INJURED}]
        if wrong:
            raise ValueError(f"event: {', '.join(wrong)} stand in the wrong list for their measure")
        return self

    def side(self, role: ActorRole) -> tuple[Actor, ...]:
        """The actors with one role."""
        return tuple(actor for actor in self.actors if actor.role is role)


class EventSummary(Strict):
    """All conflict events that an article reports, in the order in which it tells them."""

    events: tuple[Event, ...] = ()
    narrative: Narrative | None = None
    """None where the article reports no event."""
