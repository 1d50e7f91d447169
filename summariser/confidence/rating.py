"""Every value of a summary with its confidence: copies of the verified records."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any, TypeVar

from summariser.confidence import features
from summariser.confidence.weights import Rater
from summariser.reading import Reading
from summariser.schemas import (
    AccessConstraint,
    Actor,
    Claimant,
    Condition,
    Event,
    Evidence,
    Figure,
    HumanitarianSummary,
    Need,
    Place,
    Response,
    Site,
    Strict,
    When,
)
from summariser.sharing import Sharing, consumed, taken_apart

F = TypeVar("F", bound=Figure)
S = TypeVar("S", bound=Strict)


def rate_events(events: Iterable[Event], reading: Reading, rater: Rater) -> tuple[Event, ...]:
    """The same events, each value with its confidence."""
    rate = _Rating(reading, rater)
    return tuple(rate.event(e) for e in consumed(events))


def rate_facts(facts: HumanitarianSummary, reading: Reading, rater: Rater) -> HumanitarianSummary:
    """The same facts, each value with its confidence."""
    rate = _Rating(reading, rater)
    ways: dict[str, Callable[[Any], Strict]] = {
        "displacement": lambda f: rate.figure(f, "displacement"),
        "planned_returns": lambda f: rate.figure(f, "displacement"),
        "civilian_harm": lambda f: rate.figure(f, "harm"),
        "sites": rate.site,
        "needs": rate.need,
        "access": rate.constraint,
        "response": rate.response,
        "groups_at_risk": lambda g: rate.plain(g, "risk"),
    }
    given, fields = facts.model_fields_set, taken_apart(facts)
    del facts
    rated: dict[str, Any] = {
        name: tuple(map(ways[name], part)) if name in ways else part for name, part in fields
    }
    return HumanitarianSummary.model_construct(given, **rated)


@dataclass(frozen=True)
class _Rating:
    reading: Reading
    rater: Rater
    sharing: Sharing = field(default_factory=Sharing)

    def _with(self, record: S, seen: features.Values, **parts: object) -> S:
        return self.sharing.made(record, {**dict(record), "confidence": self.rater(seen), **parts})

    def plain(self, record: S, kind: str) -> S:
        """A record of which only its sentence is looked at."""
        proof: tuple[Evidence, ...] = record.evidence  # type: ignore[attr-defined]
        return self._with(record, features.stated(kind, proof, self.reading))

    def event(self, event: Event) -> Event:
        home = event.evidence[0]
        return self._with(
            event,
            features.of_event(event, self.reading),
            when=self.time(event.when, home),
            place=self.place(event.place, home),
            actors=tuple(self.actor(a, home) for a in event.actors),
            means=tuple(self.plain(m, "means") for m in event.means),
            damage=tuple(self.plain(d, "damage") for d in event.damage),
            targets=tuple(self.plain(t, "damage") for t in event.targets),
            **{
                name: tuple(self.figure(f, "figure") for f in getattr(event, name))
                for name in ("fatalities", "injuries", "other_figures")
            },
        )

    def figure(self, figure: F, kind: str) -> F:
        home = figure.evidence[0]
        parts: dict[str, object] = {"claimed_by": self.claimant(figure.claimed_by, home)}
        for name in ("place", "origin", "destination"):
            if hasattr(figure, name):
                parts[name] = self.place(getattr(figure, name), home)
        if hasattr(figure, "when"):
            parts["when"] = self.time(figure.when, home)
        return self._with(figure, features.of_figure(figure, kind, self.reading), **parts)

    def figures(self, figures: Iterable[F], kind: str) -> tuple[F, ...]:
        return tuple(self.figure(f, kind) for f in figures)

    def place(self, place: Place | None, home: Evidence) -> Place | None:
        return None if place is None else self._with(place, features.of_place(place, home, self.reading))

    def time(self, when: When, home: Evidence) -> When:
        """A time that is left open is no value, and has no confidence."""
        if when.start is None and when.end is None:
            return when
        return self._with(when, features.of_time(when, home, self.reading))

    def actor(self, actor: Actor, home: Evidence) -> Actor:
        return self._with(actor, features.of_actor(actor, home, self.reading))

    def claimant(self, claimant: Claimant | None, home: Evidence) -> Claimant | None:
        if claimant is None:
            return None
        return self._with(claimant, features.of_claimant(claimant, home, self.reading))

    def site(self, site: Site) -> Site:
        return self._with(
            site,
            features.of_site(site, self.reading),
            place=self.place(site.place, site.evidence[0]),
            population=self.figures(site.population, "population"),
            capacity=self.figures(site.capacity, "capacity"),
            conditions=tuple(self.condition(c) for c in site.conditions),
        )

    def condition(self, condition: Condition) -> Condition:
        proof = condition.evidence
        seen = features.stated("condition", proof, self.reading)
        return self._with(condition, seen, claimed_by=self.claimant(condition.claimed_by, proof[0]))

    def need(self, need: Need) -> Need:
        home = need.evidence[0]
        return self._with(
            need,
            features.of_need(need, self.reading),
            place=self.place(need.place, home),
            people=self.figures(need.people, "aid figure"),
            claimed_by=self.claimant(need.claimed_by, home),
        )

    def constraint(self, access: AccessConstraint) -> AccessConstraint:
        home = access.evidence[0]
        return self._with(
            access,
            features.stated("access", access.evidence, self.reading) | {f"access: {access.kind}": 1.0},
            place=self.place(access.place, home),
            claimed_by=self.claimant(access.claimed_by, home),
        )

    def response(self, response: Response) -> Response:
        return self._with(
            response,
            features.of_response(response, self.reading),
            place=self.place(response.place, response.evidence[0]),
            reached=self.figures(response.reached, "aid figure"),
        )
