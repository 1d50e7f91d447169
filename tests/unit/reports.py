"""Reports of events in few words, for tests of how they are grouped."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import count

from summariser.brief.mentions import Mention
from summariser.schemas import (
    Actor,
    ArticleInfo,
    Claimant,
    Event,
    EventFigure,
    EventSummary,
    Evidence,
    HumanitarianSummary,
    Place,
    Span,
    Summary,
    When,
)
from summariser.schemas.codebooks import (
    ActorKind,
    ActorRole,
    Certainty,
    DatePrecision,
    EventStatus,
    GeoPrecision,
    Measure,
    PopulationGroup,
    Qualifier,
    SubEventType,
    Unit,
    event_type_of,
)
from tests.unit.sample import sample_summary

CLASH, SHELLING, AIR = SubEventType.ARMED_CLASH, SubEventType.SHELLING, SubEventType.AIR_STRIKE
BOMB, SUICIDE, ATTACK = SubEventType.REMOTE_EXPLOSIVE, SubEventType.SUICIDE_BOMB, SubEventType.ATTACK
FIRST = date(2024, 9, 1)
POINTS = {
    "Kodok": (9.889, 32.109, "Upper Nile"),
    "Lul": (9.75, 31.95, "Upper Nile"),
    "Juba": (4.85, 31.58, "CE"),
}
"""Lul is some 23 km from Kodok."""


def place(name: str | None, country: str = "SSD") -> Place | None:
    """A place: one of POINTS with coordinates, else a village that no gazetteer holds."""
    if name is None:
        return None
    known = POINTS.get(name)
    return Place(
        words=span(name),
        name=name,
        admin=known[2] if known else None,
        country=country,
        country_from="text",
        lat=known[0] if known else None,
        lon=known[1] if known else None,
        precision=GeoPrecision.PLACE if known else GeoPrecision.COUNTRY,
        geonames_id=sum(map(ord, name)) if known else None,
        evidence=proof(name),
    )


def province(name: str) -> Place:
    """A province as a whole."""
    return Place(
        words=span(name), name=name, admin=name, country="SSD", country_from="text",
        precision=GeoPrecision.ADMIN, evidence=proof(name),
    )  # fmt: skip


def span(text: str) -> Span:
    """Words at the beginning of an article."""
    return Span(text=text, start=0, end=len(text))


def proof(text: str) -> tuple[Evidence, ...]:
    """A sentence at the beginning of an article."""
    return (Evidence(sentence="S1", start=0, end=len(text), text=text),)


def killed(
    value: int | None = None,
    *,
    low: int | None = None,
    measure: Measure = Measure.KILLED,
    by: str | None = None,
    group: PopulationGroup = PopulationGroup.PEOPLE,
    qualifier: Qualifier = Qualifier.EXACTLY,
    certainty: Certainty | None = None,
    number: int = 1,
) -> EventFigure:
    """A figure of people."""
    return EventFigure(
        id=f"F{number}",
        value=value,
        low=low,
        qualifier=qualifier,
        words=span(str(value or low)),
        unit=Unit.PEOPLE,
        group=group,
        claimed_by=Claimant(name=by, words=span(by)) if by else None,
        certainty=certainty or (Certainty.CLAIMED if by else Certainty.STATED),
        measure=measure,
        evidence=proof(f"A toll of {value or low}, {by or 'it is said'}"),
    )


def event(
    day: int | None = 6,
    where: str | Place | None = "Kodok",
    kind: SubEventType = SHELLING,
    *,
    nights: int = 0,
    precision: DatePrecision = DatePrecision.DAY,
    a: Sequence[str] = (),
    b: Sequence[str] = (),
    dead: int | None = None,
    figures: Sequence[EventFigure] = (),
    status: EventStatus = EventStatus.OCCURRED,
    number: int = 1,
) -> Event:
    """An event on a day of September 2024 (or so many days before it)."""
    start = None if day is None else FIRST + timedelta(days=day - 1)
    end = None if start is None else start + timedelta(days=nights)
    figures = [*([killed(dead)] if dead is not None else []), *figures]
    figures = [f.model_copy(update={"id": f"F{number * 10 + n}"}) for n, f in enumerate(figures)]
    deaths = {Measure.KILLED, Measure.DIED}
    actors = [
        Actor(role=role, name=name, words=span(name), kind=ActorKind.REBEL_GROUP, evidence=proof(name))
        for role, names in ((ActorRole.SIDE_A, a), (ActorRole.SIDE_B, b))
        for name in names
    ]
    return Event(
        id=f"E{number}",
        type=event_type_of(kind),
        sub_type=kind,
        status=status,
        when=When(words=span("then"), start=start, end=end, precision=precision)
        if start is not None
        else When(reason="none told"),
        place=where if isinstance(where, Place) else place(where),
        actors=tuple(actors),
        fatalities=tuple(f for f in figures if f.measure in deaths),
        injuries=tuple(f for f in figures if f.measure is Measure.INJURED),
        other_figures=tuple(f for f in figures if f.measure not in {*deaths, Measure.INJURED}),
        evidence=proof(f"Event {number}"),
    )


@dataclass
class Reports:
    """Makes mentions, each of an article of its own unless one is named."""

    numbers: count[int]

    def __init__(self) -> None:
        self.numbers = count(1)

    def of(
        self, what: Event, article: str | None = None, published: date | None = date(2024, 9, 10)
    ) -> Mention:
        """A mention of an event."""
        n = next(self.numbers)
        return Mention(f"event-{n}", article or f"article-{n}", published, what)


def summary(
    name: str,
    *events: Event,
    published: date | None = date(2024, 9, 10),
    source: str | None = None,
    facts: HumanitarianSummary | None = None,
) -> Summary:
    """A summary of an article of that name."""
    return sample_summary().model_copy(
        update={
            "article": ArticleInfo(
                sha256=hashlib.sha256(name.encode()).hexdigest(),
                characters=100,
                sentences=3,
                language="en",
                published=published,
                source=source or f"{name} news",
                title=name,
            ),
            "events": EventSummary(
                events=tuple(e.model_copy(update={"id": f"E{n}"}) for n, e in enumerate(events, start=1))
            ),
            "humanitarian": facts or HumanitarianSummary(),
            "issues": (),
        }
    )
