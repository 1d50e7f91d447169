"""Records in words, for the rows that people look at."""

from __future__ import annotations

from summariser.evals.records import (
    AccessRecord,
    ConditionRecord,
    EventRecord,
    FigureRecord,
    MovementRecord,
    NeedRecord,
    PlaceRecord,
    ResponseRecord,
    RiskRecord,
    SiteRecord,
)
from summariser.schemas.codebooks import Qualifier


def place(record: PlaceRecord | None) -> str:
    """The place's first name."""
    return record.name[0] if record else ""


def day(record: EventRecord) -> str:
    """The first day, in ISO form."""
    return record.start.isoformat() if record.start else ""


def country(record: PlaceRecord | None) -> str:
    """The place's country."""
    return (record.country or "") if record else ""


def number(record: FigureRecord) -> str:
    """The number, with its hedge: "at least 12", "20 to 30", "dozens (24 or more)"."""
    hedge = record.qualifier[0]
    said = "" if hedge in {Qualifier.EXACTLY, Qualifier.BETWEEN} else hedge.value.replace("_", " ")
    if record.value is not None:
        return f"{said} {_digits(record.value)}".lstrip()
    if record.low is not None and record.high is not None:
        return f"{_digits(record.low)} to {_digits(record.high)}"
    bound = (
        f"{_digits(record.low or 0)} or more" if record.high is None else f"{_digits(record.high)} or less"
    )
    return f"{said} ({bound})" if said else bound


def _digits(number: float) -> str:
    return f"{number:,.0f}" if number == int(number) else f"{number:,}"


def figure(record: FigureRecord) -> str:
    """What it measures, the number, what it counts, and who says so: "killed: 41 fighters (Issa Dembélé)"."""
    counted = record.group[0] if record.group else record.unit[0]
    measure = f"{record.measure[0]}: " if record.measure else ""
    claim = f" ({record.claimed_by[0]})" if record.claimed_by else ""
    return f"{measure}{number(record)} {counted}{claim}"


def movement(record: MovementRecord) -> str:
    """The figure and its term."""
    return f"{record.term[0]}, {record.status[0]}: {figure(record)}"


def event(record: EventRecord) -> str:
    """Sub-type, status, place, day."""
    return ", ".join(
        part for part in (record.sub_type[0], record.status[0], place(record.place), day(record)) if part
    )


def site(record: SiteRecord) -> str:
    """The site's name."""
    return record.name[0]


def condition(record: ConditionRecord) -> str:
    """How bad it is called."""
    return record.severity[0]


def need(record: NeedRecord) -> str:
    """Cluster and severity."""
    return f"{record.cluster[0]}, {record.severity[0]}"


def access(record: AccessRecord) -> str:
    """The kind of constraint."""
    return record.kind[0]


def response(record: ResponseRecord) -> str:
    """Who, in which cluster, how far."""
    actor = record.actor[0] if record.actor else "nobody named"
    return f"{actor}, {record.cluster[0] if record.cluster else 'no cluster'}, {record.status[0]}"


def risk(record: RiskRecord) -> str:
    """The group."""
    return record.group[0]
