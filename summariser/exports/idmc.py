"""One row a displacement figure, in terms after IDMC's: planned and denied movements are said, never counted.

After, not as: the terms were read from labelled data. Which figure an analyst would recommend, and which ones
only bear it out, no program decides; so there is no role.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from summariser.exports.cells import Cell, Row, joined, to_csv
from summariser.exports.common import MOVED, TAIL, Source, country, place_name, stated
from summariser.exports.report import Notes
from summariser.schemas import DisplacementFigure, Figure, Place, Site, When
from summariser.schemas.codebooks import (
    Cause,
    Certainty,
    DatePrecision,
    DisplacementTerm,
    MovementStatus,
    Qualifier,
    SiteKind,
    Unit,
)

_PLACES: Final = ("origin", "destination", "place")
_OF_A_PLACE: Final = ("", "_admin1", "_iso3", "_latitude", "_longitude")
COLUMNS: Final = (
    "figure_id", "record", "term", "category", "unit", "quantifier", "reported", "reported_words",
    "reported_low", "reported_high", "total_figures", "status", "cause", "start_date", "end_date",
    "date_accuracy", "iso3", "country", "location_identifier",
    *(f"{place}{part}" for place in _PLACES for part in _OF_A_PLACE),
    "population_group", "source", "claimed_by", "certainty", *TAIL,
)  # fmt: skip

TERMS: Final = {
    DisplacementTerm.DISPLACED: "Displaced",
    DisplacementTerm.EVACUATED: "Evacuated",
    DisplacementTerm.FORCED_TO_FLEE: "Forced to flee",
    DisplacementTerm.RELOCATED: "Relocated",
    DisplacementTerm.SHELTERED: "Sheltered",
    DisplacementTerm.IN_RELIEF_CAMP: "In relief camp",
    DisplacementTerm.DESTROYED_HOUSING: "Destroyed housing",
    DisplacementTerm.PARTIALLY_DESTROYED_HOUSING: "Partially destroyed housing",
    DisplacementTerm.UNINHABITABLE_HOUSING: "Uninhabitable housing",
    DisplacementTerm.HOMELESS: "Homeless",
    DisplacementTerm.RETURNED: "Returns",
    DisplacementTerm.AFFECTED: "Affected",
    DisplacementTerm.OTHER: "Multiple/Other",
}
"""Our terms in IDMC's words."""
_UNITS: Final = {
    Unit.PEOPLE: "Person",
    Unit.HOUSEHOLDS: "Household",
    # A home is counted as the household that lived in it.
    Unit.HOMES: "Household",
    Unit.BUILDINGS: "Household",
}
_QUANTIFIERS: Final = {
    Qualifier.EXACTLY: "Exact",
    Qualifier.AT_LEAST: "More than",
    Qualifier.AT_MOST: "Less than",
}
"""All others are approximate."""
_CAUSES: Final = {Cause.CONFLICT: "Conflict", Cause.DISASTER: "Disaster", Cause.OTHER: "Other"}
_ACCURACY: Final = {
    DatePrecision.DAY: "Day",
    DatePrecision.WEEK: "Week",
    DatePrecision.MONTH: "Month",
    DatePrecision.YEAR: "Year",
}
_STOCKS: Final = frozenset({DisplacementTerm.SHELTERED, DisplacementTerm.IN_RELIEF_CAMP})
_NO_UNIT: Final = "IDMC counts persons and households, and it is neither"


def write(sources: Sequence[Source], notes: Notes) -> bytes:
    """The displacement figures as CSV."""
    return to_csv(COLUMNS, rows(sources, notes))


def rows(sources: Sequence[Source], notes: Notes) -> Iterator[Row]:
    """The rows: displacement, planned returns and the people in sites, in the order of the articles."""
    for source in sources:
        source.leave_out_events(notes, "the form holds displacement figures alone")
        for kind, fact in source.facts():
            id_ = source.id(kind, fact)
            match fact:
                case DisplacementFigure():
                    yield from _of_figure(fact, kind, id_, source, notes)
                case Site():
                    yield from _of_site(fact, id_, source, notes)
                case _:
                    notes.leave_out(source.article_id, id_, "the form holds displacement figures alone")
        source.leave_out_words(notes)


def _of_figure(
    figure: DisplacementFigure, kind: str, id_: str, source: Source, notes: Notes
) -> Iterator[Row]:
    if figure.unit not in _UNITS:
        notes.leave_out(source.article_id, id_, f"{figure.unit.value}: {_NO_UNIT}")
        return
    counts = figure.status in MOVED and figure.certainty is not Certainty.DENIED
    if not counts:
        reason = f"{figure.status.value}, so that it is reported and not counted"
        notes.leave_out(source.article_id, id_, reason, field="total_figures")
    if _accuracy(figure.when) is None:
        reason = figure.when.reason or "the time is open"
        notes.leave_out(source.article_id, id_, reason, field="date_accuracy")
    places = {"origin": figure.origin, "destination": figure.destination, "place": figure.place}
    notes.row(kind)
    yield {
        "figure_id": id_,
        "record": kind,
        "term": TERMS[figure.term],
        "category": _category(figure),
        **_number(figure, counts=counts),
        "status": figure.status.value,
        "cause": _CAUSES.get(figure.cause),
        "start_date": figure.when.start,
        "end_date": figure.when.end,
        "date_accuracy": _accuracy(figure.when),
        **_places(places),
        **_said(figure, source),
        **source.tail(figure.evidence, figure.confidence),
    }


def _of_site(site: Site, id_: str, source: Source, notes: Notes) -> Iterator[Row]:
    """The people in a camp are in a relief camp; those in any other site are sheltered."""
    term = DisplacementTerm.IN_RELIEF_CAMP if site.kind is SiteKind.CAMP else DisplacementTerm.SHELTERED
    if not site.population:
        notes.leave_out(source.article_id, id_, "nobody is counted in it")
    for _ in site.capacity:
        notes.leave_out(source.article_id, id_, "the form has no column for it", field="capacity")
    for figure in site.population:
        figure_id = source.id("figure", figure)
        if figure.unit not in _UNITS:
            notes.leave_out(source.article_id, figure_id, f"{figure.unit.value}: {_NO_UNIT}")
            continue
        notes.row("figure")
        yield {
            "figure_id": figure_id,
            "record": "site",
            "term": TERMS[term],
            "category": "Stock",
            **_number(figure, counts=figure.certainty is not Certainty.DENIED),
            "status": MovementStatus.ONGOING.value,
            **_places({"place": site.place}),
            "place": site.name,
            **_said(figure, source),
            **source.tail(figure.evidence, figure.confidence),
        }


def _category(figure: DisplacementFigure) -> str:
    """Whether people are counted where they are (a stock), or as they move (a flow)."""
    return "Stock" if figure.term in _STOCKS else "Flow"


def _number(figure: Figure, *, counts: bool) -> dict[str, Cell]:
    return {
        "unit": _UNITS[figure.unit],
        "quantifier": _QUANTIFIERS.get(figure.qualifier, "Approximately"),
        "reported": stated(figure),
        "reported_words": figure.words.text,
        "reported_low": figure.low,
        "reported_high": figure.high,
        "total_figures": stated(figure) if counts else None,
    }


def _said(figure: Figure, source: Source) -> dict[str, Cell]:
    return {
        "population_group": figure.group.value if figure.group else None,
        "source": source.summary.article.source,
        "claimed_by": figure.claimed_by.name if figure.claimed_by else None,
        "certainty": figure.certainty.value,
    }


def _accuracy(when: When) -> str | None:
    return _ACCURACY.get(when.precision) if when.start or when.end else None


def _places(places: dict[str, Place | None]) -> dict[str, Cell]:
    there = {name: place for name, place in places.items() if place is not None}
    first = next((place for place in there.values() if place.country), None)
    cells: dict[str, Cell] = {
        "iso3": first.country if first else None,
        "country": country(first),
        "location_identifier": _identifier(there),
    }
    for name, place in there.items():
        cells |= {
            name: place_name(place),
            f"{name}_admin1": place.admin,
            f"{name}_iso3": place.country,
            f"{name}_latitude": place.lat,
            f"{name}_longitude": place.lon,
        }
    return cells


def _identifier(places: dict[str, Place]) -> str | None:
    """Origin, Destination or both; nothing where the text does not tell which the place is."""
    return joined(name.capitalize() for name in ("origin", "destination") if name in places)
