"""The forms of records: what a label or a summary says of one article, and the same as plain JSON."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, ClassVar, Final, TypeAlias

from pydantic import ConfigDict, TypeAdapter, ValidationError

from summariser.errors import BadLog
from summariser.schemas.codebooks import (
    AccessKind,
    Cause,
    Certainty,
    Cluster,
    DatePrecision,
    DisplacementTerm,
    EventStatus,
    Measure,
    MovementStatus,
    PopulationGroup,
    Qualifier,
    ResponseStatus,
    Severity,
    SiteKind,
    SubEventType,
    Unit,
)

Span: TypeAlias = tuple[int, int]
Spans: TypeAlias = tuple[Span, ...]
Name: TypeAlias = tuple[str, ...]
"""A name's aliases, any of which is right; empty where there is no name."""

Sure: TypeAlias = tuple[tuple[str, float], ...]
"""Confidences by name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceRecord:
    """Where: names, and the country as ISO 3166-1 alpha-3."""

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid")
    name: Name
    country: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FactRecord:
    """What every fact has: where its evidence stands, and whether it neither costs nor earns."""

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid")
    spans: Spans = ()
    optional: bool = False
    sure: Sure = field(default=(), compare=False, repr=False)
    """How sure a prediction is of the fact ("") and of its fields, by the scorer's names for them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureRecord(FactRecord):
    """A number; ``measure`` is empty where the record that holds it says what it counts."""

    value: float | None = None
    low: float | None = None
    high: float | None = None
    qualifier: tuple[Qualifier, ...] = (Qualifier.EXACTLY,)
    unit: tuple[Unit, ...] = (Unit.PEOPLE,)
    group: tuple[PopulationGroup, ...] = ()
    claimed_by: Name = ()
    certainty: tuple[Certainty, ...] = (Certainty.STATED,)
    measure: tuple[Measure, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class EventRecord(FactRecord):
    """An event."""

    sub_type: tuple[SubEventType, ...]
    status: tuple[EventStatus, ...] = (EventStatus.OCCURRED,)
    start: date | None = None
    end: date | None = None
    precision: DatePrecision = DatePrecision.UNKNOWN
    place: PlaceRecord | None = None
    side_a: tuple[Name, ...] = ()
    side_b: tuple[Name, ...] = ()
    support_a: tuple[Name, ...] = ()
    support_b: tuple[Name, ...] = ()
    figures: tuple[FigureRecord, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class MovementRecord(FigureRecord):
    """A displacement figure, planned returns included."""

    term: tuple[DisplacementTerm, ...]
    status: tuple[MovementStatus, ...] = (MovementStatus.OCCURRED,)
    cause: tuple[Cause, ...] = (Cause.UNKNOWN,)
    place: PlaceRecord | None = None
    origin: PlaceRecord | None = None
    destination: PlaceRecord | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class HarmRecord(FigureRecord):
    """Civilians harmed."""

    place: PlaceRecord | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ConditionRecord(FactRecord):
    """What a site is like."""

    severity: tuple[Severity, ...]
    claimed_by: Name = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteRecord(FactRecord):
    """A camp or shelter."""

    name: Name
    kind: tuple[SiteKind, ...] = (SiteKind.CAMP,)
    country: str | None = None
    population: tuple[FigureRecord, ...] = ()
    capacity: tuple[FigureRecord, ...] = ()
    conditions: tuple[ConditionRecord, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class NeedRecord(FactRecord):
    """What people lack."""

    cluster: tuple[Cluster, ...]
    severity: tuple[Severity, ...] = (Severity.UNSTATED,)
    people: tuple[FigureRecord, ...] = ()
    place: PlaceRecord | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AccessRecord(FactRecord):
    """What stands between people and help."""

    kind: tuple[AccessKind, ...]
    place: PlaceRecord | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ResponseRecord(FactRecord):
    """Help; ``cluster`` is empty where none is told."""

    actor: Name = ()
    cluster: tuple[Cluster, ...] = ()
    status: tuple[ResponseStatus, ...] = (ResponseStatus.DELIVERED,)
    reached: tuple[FigureRecord, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RiskRecord(FactRecord):
    """A group at risk."""

    group: tuple[PopulationGroup, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Records:
    """Everything that a label or a summary says of one article."""

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid")
    events: tuple[EventRecord, ...] = ()
    displacement: tuple[MovementRecord, ...] = ()
    sites: tuple[SiteRecord, ...] = ()
    needs: tuple[NeedRecord, ...] = ()
    harm: tuple[HarmRecord, ...] = ()
    access: tuple[AccessRecord, ...] = ()
    response: tuple[ResponseRecord, ...] = ()
    risks: tuple[RiskRecord, ...] = ()


_ADAPTER: Final = TypeAdapter(Records)


def to_json_value(records: Records) -> dict[str, Any]:
    """The records as plain JSON; what has its default is left out."""
    value: dict[str, Any] = _ADAPTER.dump_python(records, mode="json", exclude_defaults=True)
    return value


def from_json_value(value: Mapping[str, Any]) -> Records:
    """Records from plain JSON; a case's ``id`` beside them is passed over.

    Raises:
        BadLog: It does not have the form; names the field.
    """
    try:
        return _ADAPTER.validate_python({k: v for k, v in value.items() if k != "id"})
    except ValidationError as error:
        problem = error.errors()[0]
        raise BadLog(
            f"the prediction's {'.'.join(map(str, problem['loc'])) or 'form'} is wrong: {problem['msg']}",
            "Give records as to_json_value writes them",
        ) from error
