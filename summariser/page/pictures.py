"""What the page draws: a map of the places, a timeline of the events, and tolls by who claims them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from summariser.exports.tolls import toll
from summariser.number_words import number
from summariser.outline import Frame
from summariser.page.cards import ids
from summariser.page.map_names import Point, Spot, spots_of
from summariser.schemas import (
    AccessConstraint,
    CivilianHarm,
    Event,
    EventFigure,
    Figure,
    Need,
    Place,
    Response,
    Summary,
)
from summariser.schemas.codebooks import GeoPrecision, Measure
from summariser.terminal_values import claimant, country, day, noun, quantity, words

WIDTH: Final = 640
HEIGHT: Final = 340
TOLLS: Final = (
    Measure.KILLED,
    Measure.DIED,
    Measure.INJURED,
    Measure.MISSING,
    Measure.ABDUCTED,
    Measure.ARRESTED,
)
_ROUGH: Final = {GeoPrecision.ADMIN, GeoPrecision.COUNTRY}
_RADIUS: Final = 8
_ROUGH_RADIUS: Final = 13


@dataclass(frozen=True, slots=True)
class Dot:
    """A place on the map.

    Attributes:
        number: What it is called on the map.
        x: Pixels from the left.
        y: Pixels from the top.
        radius: Of what is drawn.
        name: The place.
        under: Its country, and how exact the point is.
        records: Ids of the records that lie there.
        rough: Whether the point stands for a region or a country.
        label: Where its name stands; None where there is no room, and its number stands upon it.
    """

    number: int
    x: float
    y: float
    radius: float
    name: str
    under: str
    records: tuple[str, ...]
    rough: bool
    label: Spot | None


@dataclass(frozen=True, slots=True)
class Map:
    """The map.

    Attributes:
        lands: Country and path of each that is in the picture.
        dots: The places.
        unplaced: Places that are named and not known: the words, and why.
    """

    lands: tuple[tuple[str, str], ...]
    dots: tuple[Dot, ...]
    unplaced: tuple[tuple[str, str], ...]


def map_of(summary: Summary) -> Map | None:
    """The map of a summary's places; None where it names none."""
    by_point: dict[tuple[float, float], list[tuple[str, Place]]] = {}
    unplaced: dict[str, str] = {}
    for record, place in _places(summary):
        if place.lat is None or place.lon is None:
            unplaced.setdefault(place.words.text, place.reason or "not located")
        else:
            by_point.setdefault((place.lon, place.lat), []).append((record, place))
    if not by_point:
        return Map((), (), tuple(unplaced.items())) if unplaced else None
    frame = Frame.around(by_point, WIDTH, HEIGHT)
    dots = []
    points = [_point(frame, *one) for one in by_point.items()]
    spots = spots_of(points, WIDTH, HEIGHT)
    for at, (found, point, spot) in enumerate(zip(by_point.values(), points, spots, strict=True), 1):
        place = found[0][1]
        where = country(place.country) if place.country else ""
        rough = place.precision in _ROUGH
        under = " · ".join(part for part in (where, f"{place.precision} only" if rough else "") if part)
        records = tuple(dict.fromkeys(record for record, _ in found))
        dots.append(Dot(at, point.x, point.y, point.radius, point.name, under, records, rough, spot))
    return Map(tuple(frame.paths()), tuple(dots), tuple(unplaced.items()))


def _point(frame: Frame, at: tuple[float, float], found: Sequence[tuple[str, Place]]) -> Point:
    x, y = frame.project(at)
    place = found[0][1]
    return Point(
        x, y, _ROUGH_RADIUS if place.precision in _ROUGH else _RADIUS, place.name or place.words.text
    )


def _places(summary: Summary) -> Iterator[tuple[str, Place]]:
    for event in summary.events.events if summary.events else ():
        if event.place is not None:
            yield event.id, event.place
    facts = summary.humanitarian
    if facts is None:
        return
    for at, moved in enumerate((*facts.displacement, *facts.planned_returns), 1):
        yield from ((f"M{at}", p) for p in (moved.place, moved.origin, moved.destination) if p is not None)
    yield from ((f"C{at}", site.place) for at, site in enumerate(facts.sites, 1))
    others: tuple[tuple[str, Sequence[Need | CivilianHarm | AccessConstraint | Response]], ...] = (
        ("N", facts.needs),
        ("H", facts.civilian_harm),
        ("A", facts.access),
        ("R", facts.response),
    )
    for letter, records in others:
        for at, record in enumerate(records, 1):
            if record.place is not None:
                yield f"{letter}{at}", record.place


@dataclass(frozen=True, slots=True)
class Moment:
    """An event on the timeline.

    Attributes:
        record: Its id.
        title: What happened.
        place: Where.
        days: When, in words.
        sentences: Ids of the sentences that state it.
        x: Where its bar begins, in hundredths of the whole.
        width: How long it is.
        status: Whether it happened.
    """

    record: str
    title: str
    place: str
    days: str
    sentences: tuple[str, ...]
    x: float
    width: float
    status: str


@dataclass(frozen=True, slots=True)
class Timeline:
    """Events by their days.

    Attributes:
        moments: Those with a day, in order.
        first: The first day that is shown.
        last: The last.
        published: Where the day of publication lies, in hundredths; None where it is not known.
        open: Ids and titles of events without a day.
    """

    moments: tuple[Moment, ...]
    first: str
    last: str
    published: float | None
    open: tuple[tuple[str, str], ...]


def timeline_of(summary: Summary) -> Timeline | None:
    """The timeline of a summary's events; None where no event has a day."""
    events = summary.events.events if summary.events else ()
    dated = [(_ends(event), event) for event in events]
    known = sorted(((ends, event) for ends, event in dated if ends is not None), key=lambda pair: pair[0])
    if not known:
        return None
    days = [ends for ends, _ in known]
    published = summary.article.published
    first = min(start for start, _ in days)
    last = max([end for _, end in days] + ([published] if published else []))
    whole = max((last - first).days + 1, 1)

    def share(day_: date) -> float:
        return round(100 * (day_ - first).days / whole, 2)

    moments = tuple(
        Moment(
            event.id, event.sub_type, _where(event), _days(*ends), ids(event.evidence), share(ends[0]),
            max(round(100 * ((ends[1] - ends[0]).days + 1) / whole, 2), 1.5), words(event.status),
        )
        for ends, event in known
    )  # fmt: skip
    left = tuple((event.id, str(event.sub_type)) for ends, event in dated if ends is None)
    mark = share(published) if published is not None and first <= published else None
    return Timeline(moments, day(first), day(last), mark, left)


def _ends(event: Event) -> tuple[date, date] | None:
    start, end = event.when.start, event.when.end
    if start is None and end is None:
        return None
    return (start or end, end or start)  # type: ignore[return-value]  # one of both is there


def _days(start: date, end: date) -> str:
    return day(start) if start == end else f"{day(start)} to {day(end)}"


def _where(event: Event) -> str:
    return (event.place.name or event.place.words.text) if event.place is not None else ""


@dataclass(frozen=True, slots=True)
class Claim:
    """A toll as somebody gives it."""

    text: str
    counted: str
    certainty: str
    sentences: tuple[str, ...]
    figure: str


@dataclass(frozen=True, slots=True)
class TollRow:
    """One measure of one event.

    Attributes:
        record: The event's id.
        event: What happened.
        measure: killed, injured...
        claims: Claims by claimant, in the order of the columns.
        spread: Least and most of what is claimed where they differ, in words.
    """

    record: str
    event: str
    measure: str
    claims: tuple[tuple[Claim, ...], ...]
    spread: str


@dataclass(frozen=True, slots=True)
class Tolls:
    """Tolls side by side.

    Attributes:
        claimants: The columns.
        rows: The measures of the events.
    """

    claimants: tuple[str, ...]
    rows: tuple[TollRow, ...]


def tolls_of(summary: Summary) -> Tolls | None:
    """Tolls by claimant; None where there is none."""
    events = summary.events.events if summary.events else ()
    found: list[tuple[str, str, str, list[EventFigure]]] = []
    for event in events:
        figures = (*event.fatalities, *event.injuries, *event.other_figures)
        for measure in TOLLS:
            own = [f for f in figures if f.measure is measure]
            if own:
                found.append((event.id, event.sub_type, words(measure), own))
    if not found:
        return None
    names = list(dict.fromkeys(_claims(f) for *_, figures in found for f in figures))
    names.sort(key=lambda name: name != _OWN)
    rows = tuple(
        TollRow(
            record, event, measure, tuple(_claims_of(figures, name) for name in names), _spread(figures)
        )
        for record, event, measure, figures in found
    )  # fmt: skip
    return Tolls(tuple(names), rows)


_OWN: Final = "The article itself"


def _claims(figure: Figure) -> str:
    return claimant(figure.claimed_by) or _OWN


def _claims_of(figures: Iterable[Figure], name: str) -> tuple[Claim, ...]:
    return tuple(_claim(f) for f in figures if _claims(f) == name)


def _claim(figure: Figure) -> Claim:
    return Claim(quantity(figure), noun(figure), words(figure.certainty), ids(figure.evidence), figure.id)


def _spread(figures: Iterable[EventFigure]) -> str:
    """From the lowest to the highest toll of people, as exports and briefs have it; "" where they agree."""
    found = toll(figures)
    if found.low is None or found.high is None or found.low == found.high or found.capped:
        return ""
    return f"{number(found.low)} to {number(found.high)}{' or more' if found.or_more else ''}"
