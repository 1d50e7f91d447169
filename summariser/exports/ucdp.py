"""One row a deadly event, in columns after UCDP GED's: the dead by side, best, low and high.

After, not as: UCDP's coders judge sources that a program sees one of. An event without a death that anybody
counts is none of theirs, and what was threatened, planned or denied is none of anybody's.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from summariser.exports.cells import Cell, Row, joined, to_csv
from summariser.exports.common import TAIL, TOOK_PLACE, Source, claim, country, no_point, toll_proof
from summariser.exports.report import Notes
from summariser.exports.tolls import ARMED, of_group, toll, why_not
from summariser.schemas import Event, EventFigure, Place, When
from summariser.schemas.codebooks import (
    ActorKind,
    ActorRole,
    DatePrecision,
    EventStatus,
    GeoPrecision,
    Measure,
    PopulationGroup,
)

COLUMNS: Final = (
    "id", "year", "type_of_violence", "event_status", "side_a", "side_b", "source_article", "source_date",
    "source_headline", "source_original", "where_prec", "where_description", "adm_1", "latitude", "longitude",
    "country", "iso3", "event_clarity", "date_prec", "date_start", "date_end", "deaths_a", "deaths_b",
    "deaths_civilians", "deaths_unknown", "best", "low", "high", "deaths_claims", *TAIL,
)  # fmt: skip

_STATES: Final = frozenset({ActorKind.STATE_FORCES, ActorKind.EXTERNAL_FORCES})
_GROUPS: Final = frozenset({ActorKind.REBEL_GROUP, ActorKind.POLITICAL_MILITIA, ActorKind.IDENTITY_MILITIA})
_UNARMED: Final = frozenset({ActorKind.CIVILIANS, ActorKind.PROTESTERS})
_SERVES: Final = {
    PopulationGroup.SOLDIERS: _STATES,
    PopulationGroup.POLICE: _STATES,
    PopulationGroup.PEACEKEEPERS: frozenset({ActorKind.EXTERNAL_FORCES}),
    PopulationGroup.FIGHTERS: _GROUPS,
}
"""Which kinds of actors the armed dead belong to where the text does not name their party."""
_BY_WORDS: Final = {
    DatePrecision.DAY: 1,
    DatePrecision.WEEK: 3,
    DatePrecision.MONTH: 4,
    DatePrecision.YEAR: 5,
}
_BY_LENGTH: Final = ((0, 1), (5, 2), (6, 3), (30, 4), (365, 5))
"""Days between start and end, and the precision up to them."""
_LONG: Final = 4
_NO_DEATH: Final = "nobody is counted dead in it, and the form holds deadly events alone"
_NOT_HAPPENED: Final = "it did not take place, and a row would count as an event"


@dataclass(frozen=True, slots=True)
class Deaths:
    """The dead of an event by side; ``a + b + civilians + unknown`` is ``best``.

    ``high`` is None where the claims name no upper bound ("at least 14", "dozens").
    """

    a: int
    b: int
    civilians: int
    unknown: int
    low: int
    high: int | None

    @property
    def best(self) -> int:
        """All of them."""
        return self.a + self.b + self.civilians + self.unknown


def write(sources: Sequence[Source], notes: Notes) -> bytes:
    """The deadly events as CSV."""
    return to_csv(COLUMNS, rows(sources, notes))


def rows(sources: Sequence[Source], notes: Notes) -> Iterator[Row]:
    """The rows, in the order of the articles and of the events in each."""
    for source in sources:
        for event in source.events():
            id_ = source.id("event", event)
            deaths = deaths_of(event)
            if event.status not in TOOK_PLACE:
                notes.leave_out(source.article_id, id_, f"{event.status.value}: {_NOT_HAPPENED}")
            elif deaths is None or deaths.high == 0:
                notes.leave_out(source.article_id, id_, _NO_DEATH)
            else:
                _note(event, source.article_id, id_, notes)
                notes.row("event")
                yield _row(event, source, id_, deaths)
        source.leave_out_facts(notes, "the form holds events alone")
        source.leave_out_words(notes)


def deaths_of(event: Event) -> Deaths | None:
    """The dead by side; None where nobody is counted."""
    found = toll(event.fatalities)
    if found.total is None:
        return None
    by_side: dict[str, list[EventFigure]] = {"a": [], "b": [], "civilians": [], "unknown": []}
    for figure in event.fatalities:
        by_side[_side(figure, event)].append(figure)
    a, b, civilians = (of_group(by_side[name]) for name in ("a", "b", "civilians"))
    unknown = max(0, found.total - a - b - civilians)
    best = a + b + civilians + unknown
    high = None if found.upper is None else max(found.upper, best)
    return Deaths(a, b, civilians, unknown, min(found.low or 0, best), high)


def _side(figure: EventFigure, event: Event) -> str:
    """Whose dead they are: by the party that the text names, else by what the dead were."""
    sides = {
        "a": (*event.side(ActorRole.SIDE_A), *event.side(ActorRole.SUPPORT_A)),
        "b": (*event.side(ActorRole.SIDE_B), *event.side(ActorRole.SUPPORT_B)),
    }
    group = figure.group or PopulationGroup.PEOPLE
    if group not in {*ARMED, PopulationGroup.PEOPLE}:
        return "civilians"
    if figure.affiliation is not None:
        named = [side for side, actors in sides.items() if any(a.name == figure.affiliation for a in actors)]
        return named[0] if len(named) == 1 else "unknown"
    fits = [side for side, actors in sides.items() if any(a.kind in _SERVES.get(group, ()) for a in actors)]
    return fits[0] if len(fits) == 1 else "unknown"


def _row(event: Event, source: Source, id_: str, deaths: Deaths) -> Row:
    info, place, first = source.summary.article, event.place, event.when.start or event.when.end
    claimants = (f.claimed_by.name if f.claimed_by else None for f in event.fatalities)
    return {
        "id": id_,
        "year": first.year if first else None,
        "type_of_violence": type_of_violence(event),
        "event_status": event.status.value,
        "side_a": _names(event, ActorRole.SIDE_A),
        "side_b": _names(event, ActorRole.SIDE_B),
        "source_article": source.name,
        "source_date": info.published,
        "source_headline": info.title,
        "source_original": joined(claimants),
        "where_prec": where_precision(place),
        "where_description": place.words.text if place else None,
        "adm_1": place.admin if place else None,
        "latitude": place.lat if place else None,
        "longitude": place.lon if place else None,
        "country": country(place),
        "iso3": place.country if place else None,
        "event_clarity": clarity(event),
        "date_prec": date_precision(event.when),
        "date_start": event.when.start,
        "date_end": event.when.end,
        **_dead(deaths),
        "deaths_claims": joined(claim(figure) for figure in event.fatalities),
        **source.tail(toll_proof(event), event.confidence),
    }


def _dead(deaths: Deaths) -> dict[str, Cell]:
    return {
        "deaths_a": deaths.a,
        "deaths_b": deaths.b,
        "deaths_civilians": deaths.civilians,
        "deaths_unknown": deaths.unknown,
        "best": deaths.best,
        "low": deaths.low,
        "high": deaths.high,
    }


def _names(event: Event, role: ActorRole) -> str | None:
    return joined(actor.name for actor in event.side(role))


def type_of_violence(event: Event) -> int | None:
    """1 state-based, 2 non-state, 3 one-sided; None where the sides do not tell."""
    a, b = ({actor.kind for actor in event.side(r)} for r in (ActorRole.SIDE_A, ActorRole.SIDE_B))
    armed_a, armed_b = a & (_STATES | _GROUPS), b & (_STATES | _GROUPS)
    if armed_a and armed_b:
        return 1 if (a | b) & _STATES else 2
    if armed_a and (b & _UNARMED or _only_civilians_died(event)):
        return 3
    return None


def _only_civilians_died(event: Event) -> bool:
    groups = {figure.group for figure in event.fatalities}
    return bool(groups) and not groups & {*ARMED, PopulationGroup.PEOPLE, None}


def where_precision(place: Place | None) -> int | None:
    """1 the place, 2 near it, 3 an area below the first level, 4 one of the first, 6 the country."""
    if place is None:
        return None
    match place.precision:
        case GeoPrecision.PLACE:
            return 1
        case GeoPrecision.NEAR:
            return 2
        case GeoPrecision.ADMIN:
            return 3 if place.admin is not None and place.name not in {None, place.admin} else 4
        case GeoPrecision.COUNTRY:
            return 6
        case _:
            return None


def date_precision(when: When) -> int | None:
    """1 the day, 2 two to six days, 3 a week, 4 a month, 5 a year; None where it is vaguer or open."""
    if when.start is None or when.end is None or when.precision not in _BY_WORDS:
        return None
    days = (when.end - when.start).days
    by_length = next((precision for most, precision in _BY_LENGTH if days <= most), None)
    return None if by_length is None else max(by_length, _BY_WORDS[when.precision])


def clarity(event: Event) -> int:
    """1 where the event stands out as one; 2 where it is told as a sum of several, or over a long time."""
    strikes = (f for f in event.other_figures if f.measure is Measure.STRIKES)
    several = any((f.value if f.value is not None else 2) > 1 for f in strikes)
    long = (date_precision(event.when) or _LONG) >= _LONG
    return 2 if several or long or event.status is EventStatus.ONGOING else 1


def _note(event: Event, article: str, id_: str, notes: Notes) -> None:
    """Say which values of the event the row cannot hold."""

    def lost(field: str, reason: str) -> None:
        notes.leave_out(article, id_, reason, field=field)

    for figure in event.fatalities:
        if (reason := why_not(figure)) is not None:
            lost("best", reason)
    for name, values in _without_column(event):
        for _ in values:
            lost(name, "the form has no column for it")
    if date_precision(event.when) is None:
        lost("date_prec", event.when.reason or "the time is open, or vaguer than a year")
    if event.place is None or event.place.lat is None:
        lost("where_prec" if event.place is None else "latitude", no_point(event.place))
    if type_of_violence(event) is None:
        lost("type_of_violence", "the sides do not tell which of the three it is")


def _without_column(event: Event) -> Iterable[tuple[str, Sequence[object]]]:
    yield "injuries", event.injuries
    yield "other_figures", event.other_figures
    yield "means", event.means
    yield "damage", event.damage
    yield "targets", event.targets
    yield "support", (*event.side(ActorRole.SUPPORT_A), *event.side(ActorRole.SUPPORT_B))
