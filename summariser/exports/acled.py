"""One row an event, in columns after ACLED's: what took place, with one number of dead.

After, not as: the codes are ACLED's, the coding is a program's. Events that were threatened, planned or
denied are no rows, for whoever counts rows counts what happened.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from summariser.exports.cells import Cell, Row, joined, to_csv
from summariser.exports.common import (
    TAIL,
    TOOK_PLACE,
    Source,
    claim,
    country,
    no_point,
    place_name,
    toll_proof,
)
from summariser.exports.report import Notes
from summariser.exports.tolls import toll, why_not
from summariser.schemas import Actor, Event, When
from summariser.schemas.codebooks import ActorKind, ActorRole, DatePrecision, GeoPrecision

COLUMNS: Final = (
    "event_id", "event_date", "event_end_date", "year", "time_precision", "event_status", "event_type",
    "sub_event_type", "actor1", "assoc_actor_1", "inter1", "actor2", "assoc_actor_2", "inter2", "iso3",
    "country", "admin1", "location", "location_words", "latitude", "longitude", "geo_precision", "source",
    "notes", "fatalities", "fatalities_low", "fatalities_high", "fatalities_rule", "fatalities_claims", *TAIL,
)  # fmt: skip

INTER: Final = {
    ActorKind.STATE_FORCES: 1,
    ActorKind.REBEL_GROUP: 2,
    ActorKind.POLITICAL_MILITIA: 3,
    ActorKind.IDENTITY_MILITIA: 4,
    ActorKind.RIOTERS: 5,
    ActorKind.PROTESTERS: 6,
    ActorKind.CIVILIANS: 7,
    ActorKind.EXTERNAL_FORCES: 8,
}
"""ACLED\'s code of each kind of actor; what news needs beside them has none."""
_TIME: Final = {DatePrecision.DAY: 1, DatePrecision.WEEK: 2, DatePrecision.MONTH: 3}
_GEO: Final = {GeoPrecision.PLACE: 1, GeoPrecision.NEAR: 2, GeoPrecision.ADMIN: 3, GeoPrecision.COUNTRY: 3}
_NOT_HAPPENED: Final = "it did not take place, and a row would count as an event"
_ONE_TOTAL: Final = "the form has one total of the dead, and no other number"


def write(sources: Sequence[Source], notes: Notes) -> bytes:
    """The events as CSV."""
    return to_csv(COLUMNS, rows(sources, notes))


def rows(sources: Sequence[Source], notes: Notes) -> Iterator[Row]:
    """The rows, in the order of the articles and of the events in each."""
    for source in sources:
        for event in source.events():
            id_ = source.id("event", event)
            if event.status not in TOOK_PLACE:
                notes.leave_out(source.article_id, id_, f"{event.status.value}: {_NOT_HAPPENED}")
                continue
            _note(event, source.article_id, id_, notes)
            notes.row("event")
            yield _row(event, source, id_)
        source.leave_out_facts(notes, "the form holds events alone")
        source.leave_out_words(notes)


def _row(event: Event, source: Source, id_: str) -> Row:
    dead = toll(event.fatalities)
    place = event.place
    return {
        "event_id": id_,
        **_time(event.when),
        "event_status": event.status.value,
        "event_type": event.type.value,
        "sub_event_type": event.sub_type.value,
        **_actors(event),
        "iso3": place.country if place else None,
        "country": country(place),
        "admin1": place.admin if place else None,
        "location": place_name(place),
        "location_words": place.words.text if place else None,
        "latitude": place.lat if place else None,
        "longitude": place.lon if place else None,
        "geo_precision": _GEO.get(place.precision) if place else None,
        "source": source.summary.article.source,
        "notes": " ".join(proof.text for proof in event.evidence),
        # No claim is no fatality, as ACLED has it; the claims beside it tell the two apart.
        "fatalities": dead.total or 0,
        "fatalities_low": dead.low,
        "fatalities_high": dead.upper,
        "fatalities_rule": dead.rule,
        "fatalities_claims": joined(claim(figure) for figure in event.fatalities),
        **source.tail(toll_proof(event), event.confidence),
    }


def _time(when: When) -> dict[str, Cell]:
    first = when.start or when.end
    return {
        "event_date": first,
        "event_end_date": when.end if when.end != first else None,
        "year": first.year if first else None,
        "time_precision": time_precision(when),
    }


def time_precision(when: When) -> int | None:
    """1 for the day itself, 2 within a week, 3 within a month; None where it is vaguer or open."""
    if when.start is None or when.end is None:
        return None
    days = (when.end - when.start).days
    by_length = 1 if days == 0 else 2 if days < 7 else 3 if days < 31 else None
    by_words = _TIME.get(when.precision)
    return None if by_length is None or by_words is None else max(by_length, by_words)


def _actors(event: Event) -> dict[str, Cell]:
    cells: dict[str, Cell] = {}
    sides = ((ActorRole.SIDE_A, ActorRole.SUPPORT_A), (ActorRole.SIDE_B, ActorRole.SUPPORT_B))
    for number, (main, support) in enumerate(sides, start=1):
        actors = (*event.side(main), *event.side(support))
        first = actors[0] if actors else None
        cells |= {
            f"actor{number}": first.name if first else None,
            f"assoc_actor_{number}": joined(actor.name for actor in actors[1:]),
            f"inter{number}": _inter(first),
        }
    return cells


def _inter(actor: Actor | None) -> int | None:
    return INTER.get(actor.kind) if actor else None


def _note(event: Event, article: str, id_: str, notes: Notes) -> None:
    """Say which values of the event the row cannot hold."""

    def lost(field: str, reason: str) -> None:
        notes.leave_out(article, id_, reason, field=field)

    for figure in event.fatalities:
        if (reason := why_not(figure)) is not None:
            lost("fatalities", reason)
    for name, values in (("injuries", event.injuries), ("other_figures", event.other_figures)):
        for _ in values:
            lost(name, _ONE_TOTAL)
    for name, things in (("means", event.means), ("damage", event.damage), ("targets", event.targets)):
        for _ in things:
            lost(name, "the form has no column for it")
    when, place = event.when, event.place
    if when.start is None and when.end is None:
        lost("event_date", f"no day is known ({when.reason})")
    elif time_precision(when) is None:
        lost("time_precision", "the time is open, or vaguer than a month")
    if place is None or place.lat is None:
        lost("location" if place is None else "latitude", no_point(place))
    for actor in event.actors:
        if actor.kind not in INTER:
            lost("inter", f"ACLED has no code for an actor of the kind {actor.kind.value}")
