"""A brief: what many articles tell of one crisis, events that several report side by side and never merged.

Nothing in it is new. Every figure has notes, and every note is a sentence of an article.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field, model_validator

from summariser.schemas.base import Country, Evidence, Strict
from summariser.schemas.codebooks import (
    AccessKind,
    ActorKind,
    ActorRole,
    Certainty,
    Cluster,
    DatePrecision,
    DisplacementTerm,
    EventStatus,
    EventType,
    GeoPrecision,
    Measure,
    MovementStatus,
    PopulationGroup,
    Qualifier,
    ResponseStatus,
    Severity,
    SubEventType,
    Unit,
)
from summariser.schemas.figures import Quantity
from summariser.schemas.results import SCHEMA_VERSION, Sha256

NoteNumber = Annotated[int, Field(ge=1)]
Notes = Annotated[tuple[NoteNumber, ...], Field(min_length=1)]
"""Numbers of the notes that prove it, at least one."""
GroupId = Annotated[str, Field(pattern=r"^group-[a-z2-7]{12}$")]


class Note(Strict):
    """A sentence of an article: what the numbers at the figures lead to."""

    number: NoteNumber
    article: str
    """Id of the article."""
    evidence: Evidence


class BriefArticle(Strict):
    """An article that the brief was made from."""

    id: str
    name: str
    """Its title, else the name of its file, else its id."""
    source: str | None
    published: date | None
    language: str
    sha256: Sha256
    events: Annotated[int, Field(ge=0)]
    """How many events its summary holds."""
    copies: tuple[str, ...] = ()
    """Other articles of the same text, by name and source: told once, however often printed."""
    refused: Annotated[int, Field(ge=0)] = 0
    """Issues of its summary: what was refused, dropped or left open, each with its reason there."""


class Claim(Strict):
    """A figure as one article has it, and who says so, when."""

    measure: Measure
    value: Quantity | None
    low: Quantity | None
    high: Quantity | None
    qualifier: Qualifier
    said: str
    """With its hedge: "at least 12"."""
    counted: str
    """What is counted: "civilians", "ISIS fighters"."""
    unit: Unit
    group: PopulationGroup | None
    affiliation: str | None
    """The actor that the counted people belong to."""
    claimed_by: str | None
    """None where the article says it in its own voice."""
    certainty: Certainty
    article: str
    published: date | None
    """Of the article: when the claim was in print."""
    later: bool = False
    """Whether the same source gives another number in a later article: then this one is in no range."""
    notes: Notes


class BriefActor(Strict):
    """A party of an event as one article has it."""

    role: ActorRole
    kind: ActorKind
    name: str


class Member(Strict):
    """An event as one article tells it: never merged with how others tell it."""

    event: str
    """Id of the event, the same in every export."""
    article: str
    type: EventType
    sub_type: SubEventType
    status: EventStatus
    start: date | None
    end: date | None
    precision: DatePrecision
    place: str | None
    """The standard name, else the article's words."""
    admin: str | None
    country: Country | None
    lat: float | None
    lon: float | None
    geo_precision: GeoPrecision | None
    actors: tuple[BriefActor, ...]
    claims: tuple[Claim, ...]
    damage: tuple[str, ...] = ()
    """What was hit, destroyed or damaged, in the article's words."""
    notes: Notes


class Aspect(StrEnum):
    """What two reports of events are compared by."""

    STATUS = "status"
    DATE = "date"
    PLACE = "place"
    KIND = "kind"
    ACTORS = "actors"
    FIGURES = "figures"
    ARTICLE = "article"
    """Two events of one article: the article itself tells them apart."""


class Verdict(StrEnum):
    """What an aspect says of two reports being of one event."""

    SAME = "same"
    SHARED = "shared"
    """More than can be chance: a name or a number that both have."""
    OPEN = "open"
    """Vague, or told by one of them only: something shared has to make up for it."""
    APART = "apart"


class Ground(Strict):
    """One reason for or against two reports being of one event."""

    aspect: Aspect
    verdict: Verdict
    reason: Annotated[str, Field(min_length=1)]


class Link(Strict):
    """Why two members of a group are together."""

    one: str
    """Id of the event."""
    other: str
    grounds: tuple[Ground, ...]


class NearMiss(Strict):
    """Two groups that were kept apart although much speaks for their being one event."""

    one: GroupId
    other: GroupId
    maybe: bool
    """Whether it is merely not certain enough: such two count once in the low end of a total."""
    reason: Annotated[str, Field(min_length=1)]
    grounds: tuple[Ground, ...]


class Range(Strict):
    """How many, by the accounts of a group's members: from the lowest to the highest, never added."""

    measure: Measure
    low: Annotated[int, Field(ge=0)]
    high: Annotated[int, Field(ge=0)]
    or_more: bool
    """Whether the highest is "at least" so many, or a vague word whose upper end is open."""
    about: bool = False
    """Whether the lowest or the highest is stated as "about"."""
    rule: str
    """From what, in words."""
    notes: Notes

    @model_validator(mode="after")
    def _is_ordered(self) -> Range:
        if self.low > self.high:
            raise ValueError("range: high must be at least low")
        return self


class EventGroup(Strict):
    """One event as far as the articles allow to say, with every report of it."""

    id: GroupId
    """Stays when articles are added that were published later."""
    heading: str
    type: EventType
    sub_types: tuple[SubEventType, ...]
    """As the members have them, the most frequent first."""
    took_place: bool
    """Whether a member says so: what is only threatened, planned or denied did not."""
    disputed: bool
    """Whether members differ in it: one tells it, one says that it is denied."""
    start: date | None
    end: date | None
    place: str | None
    country: Country | None
    lat: float | None
    lon: float | None
    members: Annotated[tuple[Member, ...], Field(min_length=1)]
    """By the day of publication."""
    links: tuple[Link, ...]
    ranges: tuple[Range, ...]
    counted: bool
    """Whether its ranges are in the totals."""
    why_not_counted: str | None


class EventCount(Strict):
    """How many groups there are, each counted once: what took place, and apart from it what did not."""

    took_place: Annotated[int, Field(ge=0)]
    """A report tells it as something that happened, goes on or was attempted."""
    threatened: Annotated[int, Field(ge=0)]
    planned: Annotated[int, Field(ge=0)]
    """Where some reports tell a threat and others a plan, the last one in print decides."""
    denied: Annotated[int, Field(ge=0)]


class Total(Strict):
    """A measure over all counted groups."""

    measure: Measure
    low: Annotated[int, Field(ge=0)]
    high: Annotated[int, Field(ge=0)]
    or_more: bool
    about: bool = False
    """Whether a number in it is stated as "about"."""
    groups: Annotated[tuple[GroupId, ...], Field(min_length=1)]
    rule: str


class DisplacementLine(Strict):
    """A displacement figure, with every article that has it. Stocks and flows are never added."""

    term: DisplacementTerm
    status: MovementStatus
    value: Quantity | None
    low: Quantity | None
    high: Quantity | None
    said: str
    unit: Unit
    counted: str
    place: str | None
    origin: str | None
    destination: str | None
    start: date | None
    end: date | None
    published: date | None
    """Of the first article that has it."""
    claimed_by: tuple[str, ...]
    articles: Annotated[tuple[str, ...], Field(min_length=1)]
    notes: Notes


class SiteLine(Strict):
    """A camp or shelter as one article has it."""

    name: str
    place: str | None
    population: str | None
    capacity: str | None
    ratio: float | None
    conditions: tuple[str, ...]
    article: str
    published: date | None
    notes: Notes


class NeedLine(Strict):
    """A need as one article has it."""

    severity: Severity
    words: str | None
    """The words on which the severity rests."""
    people: tuple[str, ...]
    place: str | None
    article: str
    published: date | None
    notes: Notes


class ClusterNeeds(Strict):
    """The needs of one cluster, the most severe first."""

    cluster: Cluster
    name: str
    needs: Annotated[tuple[NeedLine, ...], Field(min_length=1)]


class AccessLine(Strict):
    """What stands between people and help, with every article that tells it of that place."""

    kind: AccessKind
    place: str | None
    articles: Annotated[tuple[str, ...], Field(min_length=1)]
    notes: Notes


class ResponseLine(Strict):
    """Help, with every article that tells it."""

    actor: str | None
    cluster: Cluster | None
    status: ResponseStatus
    reached: tuple[str, ...]
    articles: Annotated[tuple[str, ...], Field(min_length=1)]
    notes: Notes


class Brief(Strict):
    """Many articles on one crisis."""

    schema_version: Literal["2.3.0"] = SCHEMA_VERSION
    title: str
    start: date | None
    """The first day that counts in the totals."""
    end: date | None
    """The last day of publication."""
    articles: tuple[BriefArticle, ...]
    """By the day of publication."""
    events: EventCount
    totals: tuple[Total, ...]
    groups: tuple[EventGroup, ...]
    """By date; those without one at the end."""
    near_misses: tuple[NearMiss, ...]
    displacement: tuple[DisplacementLine, ...]
    """By date."""
    sites: tuple[SiteLine, ...]
    needs: tuple[ClusterNeeds, ...]
    access: tuple[AccessLine, ...]
    response: tuple[ResponseLine, ...]
    notes: tuple[Note, ...]

    @model_validator(mode="after")
    def _every_member_is_in_one_group(self) -> Brief:
        events = [member.event for group in self.groups for member in group.members]
        if len(events) != len(set(events)):
            raise ValueError("brief: an event is in two groups")
        if sum(dict(self.events).values()) != len(self.groups):
            raise ValueError("brief: its count of events is not that of its groups")
        if [note.number for note in self.notes] != list(range(1, len(self.notes) + 1)):
            raise ValueError("brief: notes are numbered from 1")
        return self
