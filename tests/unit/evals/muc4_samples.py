"""Events built by hand, for the tests of the muc4 adapter. Everything in them is made up."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from summariser.schemas import Actor, Damage, Event, EventFigure, Means, Place, When
from summariser.schemas.codebooks import (
    ActorKind,
    ActorRole,
    DatePrecision,
    EventStatus,
    GeoPrecision,
    Measure,
    PopulationGroup,
    SubEventType,
    Unit,
    event_type_of,
)
from tests.unit.sample import Cuts

TEXT = (
    "On Friday gunmen and rebels of the Red Dawn Front blew up the customs house and two trucks in "
    "Porto Verde in Bolivia with a car bomb. Clerks, soldiers and a mayor were hit, said Colonel Ott and "
    "Doctor Um. The army and the Harbour Party blame the Blue League, whose man Ivo Tann was seen there. "
    "The UJF hailed the militants."
)
CUTS = Cuts(TEXT)


def actor(words: str, kind: ActorKind, role: ActorRole = ActorRole.SIDE_A, name: str | None = None) -> Actor:
    return Actor(role=role, name=name or words, words=CUTS.span(words), kind=kind, evidence=CUTS.proof(words))


def target(words: str, kind: ActorKind) -> Actor:
    return actor(words, kind, ActorRole.SIDE_B)


def count(
    value: float | None,
    group: PopulationGroup | None = PopulationGroup.PEOPLE,
    measure: Measure = Measure.KILLED,
    claimant: str | None = None,
    **more: Any,
) -> EventFigure:
    """A figure; its id is set by `event`."""
    fields: dict[str, Any] = {
        "id": "F1",
        "value": value,
        "words": CUTS.span("two"),
        "unit": Unit.PEOPLE,
        "group": group,
        "measure": measure,
        "evidence": CUTS.proof("two"),
        **more,
    }
    if claimant is not None:
        fields["claimed_by"] = {"name": claimant, "words": CUTS.span(claimant)}
        fields.setdefault("certainty", "claimed")
    return EventFigure.model_validate(fields)


def things(counted: str, measure: Measure = Measure.DESTROYED) -> EventFigure:
    return count(2, None, measure, unit=Unit.VEHICLES, counted=counted)


def damage(words: str) -> Damage:
    return Damage(measure=Measure.DESTROYED, words=CUTS.span(words), evidence=CUTS.proof(words))


def means(words: str) -> Means:
    return Means(words=words, evidence=CUTS.proof(words))


def place(words: str, country: str | None = "BOL") -> Place:
    return Place(
        words=CUTS.span(words),
        country=country,
        country_from="text" if country else None,
        precision=GeoPrecision.PLACE,
        evidence=CUTS.proof(words),
    )


def on(start: str | None, end: str | None = None) -> When:
    if start is None:
        return When(reason="no time is given")
    days = [date.fromisoformat(day) for day in (start, end or start)]
    return When(words=CUTS.span("On Friday"), start=days[0], end=days[1], precision=DatePrecision.DAY)


def event(
    sub_type: SubEventType = SubEventType.REMOTE_EXPLOSIVE,
    *,
    status: EventStatus = EventStatus.OCCURRED,
    figures: Iterable[EventFigure] = (),
    says: str = "",
    **more: Any,
) -> Event:
    """An event; ``says`` replaces the sentence that states it."""
    deaths, injuries, others = [], [], []
    for number, figure in enumerate(figures, start=1):
        numbered = figure.model_copy(update={"id": f"F{number}"})
        lists = {Measure.KILLED: deaths, Measure.DIED: deaths, Measure.INJURED: injuries}
        lists.get(figure.measure, others).append(numbered)
    evidence = Cuts(says).proof(says) if says else CUTS.proof("On Friday")
    fields: dict[str, Any] = {"when": on(None), "evidence": evidence, **more}
    return Event(
        id="E1", type=event_type_of(sub_type), sub_type=sub_type, status=status,
        fatalities=tuple(deaths), injuries=tuple(injuries), other_figures=tuple(others), **fields,
    )  # fmt: skip
