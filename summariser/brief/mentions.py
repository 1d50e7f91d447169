"""Events on their way into groups: each with its article, and the few values that rules compare."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import Final, NamedTuple

from summariser.exports.tolls import BY_AGE_AND_SEX
from summariser.schemas import Actor, Event, EventFigure
from summariser.schemas.codebooks import ActorKind, ActorRole, DatePrecision, EventStatus, PopulationGroup

ANNOUNCED: Final = frozenset({EventStatus.THREATENED, EventStatus.PLANNED})

_STATES: Final = frozenset({ActorKind.STATE_FORCES, ActorKind.EXTERNAL_FORCES})
_SIDES: Final = (
    frozenset({ActorRole.SIDE_A, ActorRole.SUPPORT_A}),
    frozenset({ActorRole.SIDE_B, ActorRole.SUPPORT_B}),
)


PARTS: Final = frozenset({*BY_AGE_AND_SEX, PopulationGroup.DISABLED, PopulationGroup.MINORITIES})
"""Groups that are a part of all who were hit: "four children" is no toll where there is another."""


class Window(NamedTuple):
    """The days on which an event may lie, both included; ``exact`` where they are one day, or a night."""

    start: date
    end: date
    exact: bool


@dataclass(frozen=True)
class Mention:
    """An event as one article tells it. What rules compare is made once, for each meets many others.

    Attributes:
        id: Of the event, stable.
        article: Id of the article.
        published: Its day.
        event: The event.
    """

    id: str
    article: str
    published: date | None
    event: Event

    @property
    def announced(self) -> bool:
        """Whether it is a threat or a plan, and no event that somebody says to have taken place."""
        return self.event.status in ANNOUNCED

    @property
    def figures(self) -> tuple[EventFigure, ...]:
        """All figures of the event."""
        return (*self.event.fatalities, *self.event.injuries, *self.event.other_figures)

    @property
    def sort_key(self) -> tuple[date, str]:
        """By the day of publication; articles without one come last."""
        return (self.published or date.max, self.id)

    @cached_property
    def window(self) -> Window | None:
        """When; None where no day is told. What began and is not over lasts to the day of publication."""
        when = self.event.when
        start = when.start or when.end
        if start is None:
            return None
        end = when.end or max(start, self.published or start)
        exact = when.precision is DatePrecision.DAY and end - start <= timedelta(days=1)
        return Window(start, end, exact)

    @cached_property
    def parties(self) -> tuple[dict[str, str], dict[str, str]]:
        """The named parties of both sides: a key to compare them by, and the name."""
        a, b = (
            {key: actor.name for actor in self.event.actors if actor.role in roles for key in _keys(actor)}
            for roles in _SIDES
        )
        return a, b


def is_part(figures: Iterable[EventFigure]) -> bool:
    """Whether all of them count only a part of those who were hit."""
    return all(figure.group in PARTS for figure in figures)


def _keys(actor: Actor) -> tuple[str, ...]:
    """What a party is compared by; none for "gunmen", "the army" and civilians, who may be any.

    A state's army, police and air force are one party: reports differ in how exactly they name them.
    """
    if actor.kind in _STATES and actor.country:
        return (f"state:{actor.country}",)
    if actor.kind in {ActorKind.CIVILIANS, ActorKind.PROTESTERS, ActorKind.RIOTERS}:
        return ()
    # Names of the tables have capitals; what is only described ("gunmen") has none.
    return (actor.name.casefold(),) if actor.name != actor.name.lower() or not actor.name.isascii() else ()
