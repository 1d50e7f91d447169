"""All records with numbers, places or needs in one table with HXL hashtags: a row each.

HXL's own vocabulary and the few attributes that its users are told to make up themselves. Columns of affected
people appear where a row has such a number; all others are always there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from summariser.errors import SummariserError
from summariser.exports.cells import Cell, Row, joined, to_csv
from summariser.exports.common import (
    MOVED,
    TOOK_PLACE,
    Fact,
    Source,
    country,
    place_name,
    proof,
    stated,
    toll_proof,
)
from summariser.exports.report import Notes
from summariser.exports.tolls import of_group, toll
from summariser.schemas import (
    AccessConstraint,
    CivilianHarm,
    DisplacementFigure,
    Event,
    Figure,
    GroupAtRisk,
    Need,
    Place,
    Response,
    Site,
    When,
)
from summariser.schemas.codebooks import (
    ActorRole,
    Certainty,
    DisplacementTerm,
    Measure,
    PopulationGroup,
    SiteKind,
    Unit,
)
from summariser.schemas.codebooks.iasc import CLUSTER_NAMES

TAGS: Final = {
    "Record id": "#meta+id",
    "Record": "#meta+type",
    "Event type": "#event+type",
    "Event": "#event+name",
    "Status": "#status",
    "Side A": "#group+name+a",
    "Side B": "#group+name+b",
    "Actor": "#org+name",
    "Cause": "#cause",
    "Impact": "#impact",
    "Severity": "#severity",
    "Cluster code": "#sector+cluster+code",
    "Cluster": "#sector+cluster+name",
    "Country code": "#country+code+v_iso3",
    "Country": "#country+name",
    "Admin 1": "#adm1+name",
    "Location": "#loc+name",
    "Location type": "#loc+type",
    "Origin": "#loc+name+origin",
    "Destination": "#loc+name+dest",
    "Latitude": "#geo+lat",
    "Longitude": "#geo+lon",
    "Date": "#date+occurred",
    "From": "#date+start",
    "To": "#date+end",
    "Reported": "#date+reported",
    "Article": "#meta+source+name",
    "Source": "#meta+source",
    "Claimed by": "#meta+source+claim",
    "Article id": "#meta+id+article",
    "Evidence": "#description",
    "Sentences": "#meta+evidence+sentences",
    "Offsets": "#meta+evidence+offsets",
    "Pages": "#meta+evidence+pages",
    "Cells": "#meta+evidence+cells",
    "Confidence": "#meta+confidence",
}
"""Headers and hashtags of the columns that are always there."""

_OF_WHOM: Final = {
    PopulationGroup.WOMEN: "+f",
    PopulationGroup.MEN: "+m",
    PopulationGroup.CHILDREN: "+children",
    PopulationGroup.ELDERLY: "+elderly",
    PopulationGroup.DISPLACED: "+idps",
    PopulationGroup.REFUGEES: "+refugees",
}
_OF_WHAT: Final = {
    Measure.KILLED: "+killed",
    Measure.DIED: "+killed",
    Measure.INJURED: "+injured",
    Measure.MISSING: "+missing",
    Measure.ABDUCTED: "+abducted",
}
_MOVED: Final = {
    # Counted as affected: whether those whose homes were hit have left them, the term does not say.
    DisplacementTerm.AFFECTED: "",
    DisplacementTerm.OTHER: "",
    DisplacementTerm.DESTROYED_HOUSING: "",
    DisplacementTerm.PARTIALLY_DESTROYED_HOUSING: "",
    DisplacementTerm.RETURNED: "+returned",
    DisplacementTerm.IN_RELIEF_CAMP: "+incamp",
}
"""The attribute of a term; all others are displaced."""
_UNITS: Final = {Unit.PEOPLE: "+ind", Unit.HOUSEHOLDS: "+hh"}
_TAG: Final = re.compile(r"#[a-z][a-z0-9_]*(?:\+[a-z][a-z0-9_]*)*")
_HASHTAGS: Final = frozenset({
    "#event", "#group", "#org", "#status", "#cause", "#impact", "#severity", "#sector", "#affected",
    "#country", "#adm1", "#loc", "#geo", "#date", "#meta", "#description",
})  # fmt: skip
_NOT_COUNTED: Final = "it did not take place, so that nobody is affected by it"
_NO_TAG: Final = "HXL has no hashtag for it that is in use"


def write(sources: Sequence[Source], notes: Notes) -> bytes:
    """The records as CSV with a row of hashtags under the headers."""
    rows = list(_rows(sources, notes))
    affected = sorted({tag for row in rows for tag in row if tag.startswith("#affected")})
    tags = (*TAGS.values(), *affected)
    check(tags)
    headers = (*TAGS, *(tag[1:].replace("+", " ").capitalize() for tag in affected))
    of_tag = dict(zip(tags, headers, strict=True))
    renamed = ({of_tag[tag]: cell for tag, cell in row.items()} for row in rows)
    return to_csv(headers, renamed, under=tags)


def check(tags: Iterable[str]) -> None:
    """See that each is a hashtag of the vocabulary with well-formed attributes, and none is there twice.

    Raises:
        SummariserError: One is not: a fault of this module.
    """
    seen: set[str] = set()
    for tag in tags:
        if not _TAG.fullmatch(tag) or tag.partition("+")[0] not in _HASHTAGS or tag in seen:
            raise SummariserError(f"{tag!r} is no hashtag of ours, or is there twice", "Report it")
        seen.add(tag)


def _rows(sources: Sequence[Source], notes: Notes) -> Iterator[Row]:
    for source in sources:
        for event in source.events():
            id_ = source.id("event", event)
            notes.row("event")
            yield {"#meta+id": id_, "#meta+type": "event", **_event(event, source, id_, notes)}
        for kind, fact in source.facts():
            id_ = source.id(kind, fact)
            notes.row(kind)
            yield {"#meta+id": id_, "#meta+type": kind, **_fact(fact, source, id_, notes)}
        source.leave_out_words(notes)


def _tail(source: Source, record: Event | Fact) -> dict[str, Cell]:
    evidence = toll_proof(record) if isinstance(record, Event) else record.evidence
    info, shown = source.summary.article, proof(evidence)
    return {
        "#date+reported": info.published,
        "#meta+source+name": source.name,
        "#meta+source": info.source,
        "#meta+id+article": source.article_id,
        "#description": shown["evidence"],
        "#meta+evidence+sentences": shown["evidence_sentences"],
        "#meta+evidence+offsets": shown["evidence_offsets"],
        "#meta+evidence+pages": shown["evidence_pages"],
        "#meta+evidence+cells": shown["evidence_cells"],
        "#meta+confidence": record.confidence,
    }


def _event(event: Event, source: Source, id_: str, notes: Notes) -> Row:
    if event.status in TOOK_PLACE:
        affected = _tolls(event)
        lost = [
            f
            for f in (*event.fatalities, *event.injuries, *event.other_figures)
            if f.unit is not Unit.PEOPLE or f.measure not in _OF_WHAT or f.certainty is Certainty.DENIED
        ]
        reason = _NO_TAG
    else:
        affected = {}
        lost = [*event.fatalities, *event.injuries, *event.other_figures]
        reason = f"{event.status.value}: {_NOT_COUNTED}"
    for figure in lost:
        notes.leave_out(source.article_id, id_, reason, field=figure.measure.value)
    for name, things in (("means", event.means), ("targets", event.targets)):
        for _ in things:
            notes.leave_out(source.article_id, id_, _NO_TAG, field=name)
    return {
        "#event+type": event.type.value,
        "#event+name": event.sub_type.value,
        "#status": event.status.value,
        "#group+name+a": joined(actor.name for actor in event.side(ActorRole.SIDE_A)),
        "#group+name+b": joined(actor.name for actor in event.side(ActorRole.SIDE_B)),
        "#impact": joined(f"{d.measure.value}: {d.words.text}" for d in event.damage),
        "#meta+source+claim": joined(f.claimed_by.name for f in event.fatalities if f.claimed_by),
        **_place(event.place),
        **_when(event.when),
        **affected,
        **_tail(source, event),
    }


def _tolls(event: Event) -> dict[str, Cell]:
    """One total of each measure, and of those groups that have an attribute of their own."""
    cells: dict[str, Cell] = {}
    figures = [*event.fatalities, *event.injuries, *event.other_figures]
    for tag in dict.fromkeys(_OF_WHAT.values()):
        of_it = [f for f in figures if _OF_WHAT.get(f.measure) == tag]
        cells[f"#affected{tag}+ind"] = toll(of_it).total
        for group, attribute in _OF_WHOM.items():
            of_group_ = [f for f in of_it if f.group is group]
            cells[f"#affected{tag}{attribute}+ind"] = of_group(of_group_) if of_group_ else None
    return {tag: cell for tag, cell in cells.items() if cell is not None}


def _fact(fact: Fact, source: Source, id_: str, notes: Notes) -> Row:
    row: dict[str, Cell] = {}
    match fact:
        case DisplacementFigure():
            row = _displacement(fact, source, id_, notes)
        case CivilianHarm():
            row = {"#impact": fact.measure.value, **_place(fact.place), **_when(fact.when)}
            row |= _count(fact, _OF_WHAT.get(fact.measure), source, id_, notes)
        case Site():
            row = _site(fact, source, id_, notes)
        case Need():
            row = {**_cluster(fact), "#severity": fact.severity.value, "#impact": fact.severity_words}
            row |= {**_place(fact.place), **_first(fact.people, "", source, id_, notes)}
        case AccessConstraint():
            row = {"#impact": f"access: {fact.kind.value}", **_place(fact.place)}
        case Response():
            row = {"#org+name": fact.actor, "#status": fact.status.value, **_place(fact.place)}
            row |= _cluster(fact)
            for _ in fact.reached:
                notes.leave_out(source.article_id, id_, _NO_TAG, field="reached")
        case GroupAtRisk():
            row = {"#impact": f"at risk: {fact.group.value}"}
    claimant = getattr(fact, "claimed_by", None)
    return {**row, "#meta+source+claim": claimant.name if claimant else None, **_tail(source, fact)}


def _displacement(figure: DisplacementFigure, source: Source, id_: str, notes: Notes) -> dict[str, Cell]:
    row: dict[str, Cell] = {
        "#impact": figure.term.value,
        "#status": figure.status.value,
        "#cause": figure.cause.value,
        **_place(figure.place or figure.origin or figure.destination),
        "#loc+name+origin": place_name(figure.origin),
        "#loc+name+dest": place_name(figure.destination),
        **_when(figure.when),
    }
    if figure.status not in MOVED:
        notes.leave_out(source.article_id, id_, f"{figure.status.value}: {_NOT_COUNTED}", field="number")
        return row
    tag = _MOVED.get(figure.term, "+displaced")
    return {**row, **_count(figure, tag, source, id_, notes)}


def _site(site: Site, source: Source, id_: str, notes: Notes) -> dict[str, Cell]:
    for _ in site.capacity:
        notes.leave_out(source.article_id, id_, _NO_TAG, field="capacity")
    row = {**_place(site.place), "#loc+name": site.name, "#loc+type": site.kind.value}
    row["#impact"] = joined(condition.words for condition in site.conditions)
    tag = "+incamp" if site.kind is SiteKind.CAMP else "+displaced"
    return {**row, **_first(site.population, tag, source, id_, notes)}


def _first(figures: Sequence[Figure], tag: str, source: Source, id_: str, notes: Notes) -> dict[str, Cell]:
    """The first of several claims; the row has room for one."""
    for _ in figures[1:]:
        notes.leave_out(source.article_id, id_, "a row has room for one of several claims", field="number")
    return _count(figures[0], tag, source, id_, notes) if figures else {}


def _count(figure: Figure, tag: str | None, source: Source, id_: str, notes: Notes) -> dict[str, Cell]:
    unit = _UNITS.get(figure.unit)
    if unit is None or tag is None or figure.certainty is Certainty.DENIED:
        reason = "the text denies it" if figure.certainty is Certainty.DENIED else _NO_TAG
        notes.leave_out(source.article_id, id_, reason, field="number")
        return {}
    whom = _OF_WHOM.get(figure.group, "") if figure.group else ""
    return {f"#affected{tag}{whom}{unit}": stated(figure)}


def _cluster(fact: Need | Response) -> dict[str, Cell]:
    if fact.cluster is None:
        return {}
    return {"#sector+cluster+code": fact.cluster.value, "#sector+cluster+name": CLUSTER_NAMES[fact.cluster]}


def _place(place: Place | None) -> dict[str, Cell]:
    if place is None:
        return {}
    return {
        "#country+code+v_iso3": place.country,
        "#country+name": country(place),
        "#adm1+name": place.admin,
        "#loc+name": place_name(place),
        "#loc+type": place.precision.value,
        "#geo+lat": place.lat,
        "#geo+lon": place.lon,
    }


def _when(when: When) -> dict[str, Cell]:
    day = when.start if when.start == when.end else None
    return {"#date+occurred": day, "#date+start": when.start, "#date+end": when.end}
