"""Every record of a summary as a flat row, kind by kind: what the workbook and the long table hold.

Nothing is left out here but what stands in the row of the parent anyway. Figures of events, sites, needs and
responses are rows of their own (``figure``), which name their parent.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from summariser.exports.cells import Cell, joined
from summariser.exports.common import MOVED, TAIL, TOOK_PLACE, Fact, Source, country, stated
from summariser.exports.ids import Exported
from summariser.schemas import (
    AccessConstraint,
    CivilianHarm,
    Claimant,
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
from summariser.schemas.codebooks import ActorRole, Certainty, ResponseStatus
from summariser.schemas.codebooks.iasc import CLUSTER_NAMES

Cells = dict[str, Cell]

_WHEN: Final = ("date_start", "date_end", "date_precision", "date_words", "date_reason")
_PLACE_PARTS: Final = (
    "words", "name", "admin", "country", "iso3", "iso3_from", "lat", "lon", "precision", "geonames_id",
    "reason",
)  # fmt: skip
_SAID: Final = ("claimed_by", "claimant_affiliation")
_NUMBER: Final = (
    "number", "value", "low", "high", "qualifier", "number_words", "unit", "population_group", "counted",
    "affiliation", *_SAID, "certainty", "derived",
)  # fmt: skip


_HELPED: Final = frozenset({ResponseStatus.DELIVERED, ResponseStatus.ONGOING})


def _place_columns(*roles: str) -> tuple[str, ...]:
    return tuple(f"{role}_{part}" for role in roles for part in _PLACE_PARTS)


_ROLES: Final = tuple(role.value for role in ActorRole)
_PLACE: Final = _place_columns("place")
_MOVED: Final = (
    "term", "status", "cause", *_NUMBER, *_WHEN, *_place_columns("place", "origin", "destination"),
)  # fmt: skip

KINDS: Final[dict[str, tuple[str, ...]]] = {
    "event": (
        "type", "sub_type", "status", *_WHEN, *_PLACE, *_ROLES, *(f"{role}_kinds" for role in _ROLES),
        "means", "targets", "damage",
    ),
    "figure": ("parent_id", "parent_kind", "parent_status", "measure", *_NUMBER),
    "displacement": _MOVED,
    "planned_return": _MOVED,
    "site": ("name", "site_kind", *_PLACE, "overcrowding_ratio", "ratio_derived", "conditions"),
    "need": ("cluster", "cluster_name", "severity", "severity_words", *_SAID, *_PLACE),
    "civilian_harm": ("measure", *_NUMBER, *_WHEN, *_PLACE),
    "access": ("access_kind", *_SAID, *_PLACE),
    "response": ("actor", "cluster", "cluster_name", "status", *_PLACE),
    "group_at_risk": ("population_group", "words"),
    "narrative": ("summary", "position", "text"),
    "issue": ("code", "step", "sentence", "words", "reason"),
}  # fmt: skip
"""The kinds of records, and the columns of each between its id and `TAIL`."""

LABELS: Final = {
    "event": "Events",
    "figure": "Figures",
    "displacement": "Displacement",
    "planned_return": "Planned returns",
    "site": "Sites",
    "need": "Needs",
    "civilian_harm": "Civilian harm",
    "access": "Access",
    "response": "Response",
    "group_at_risk": "Groups at risk",
    "narrative": "Narrative",
    "issue": "Issues",
}
"""The kinds for people."""


class Record(NamedTuple):
    """A record on its way out.

    Attributes:
        kind: One of `KINDS`.
        cells: What is known of it, by column.
        value: It itself.
    """

    kind: str
    cells: Cells
    value: Exported


def columns_of(kind: str) -> tuple[str, ...]:
    """All columns of a kind, in order."""
    return ("id", *KINDS[kind], *TAIL)


def records(source: Source) -> Iterator[Record]:
    """Every record of a summary, with its kind, in the summary's order; a parent before its figures."""
    for event in source.events():
        id_ = source.id("event", event)
        cells = {"id": id_, **_event(event), **source.tail(event.evidence, event.confidence)}
        yield Record("event", cells, event)
        figures = (*event.fatalities, *event.injuries, *event.other_figures)
        parts = [(f.measure.value, f) for f in figures]
        yield from _children(source, cells, "event", parts, counts=event.status in TOOK_PLACE)
    for kind, fact in source.facts():
        id_ = source.id(kind, fact)
        cells = {"id": id_, **_fact(fact), **source.tail(fact.evidence, fact.confidence)}
        yield Record(kind, cells, fact)
        counts = not isinstance(fact, Response) or fact.status in _HELPED
        yield from _children(source, cells, kind, _parts(fact), counts=counts)
    yield from _narratives(source)
    for issue in source.summary.issues:
        said: Cells = {
            "code": issue.code.value,
            "step": issue.step,
            "sentence": issue.sentence,
            "words": issue.words,
            "reason": issue.reason,
        }
        cells = {"id": source.id("issue", issue), **said, **source.tail((), None)}
        yield Record("issue", cells, issue)


def _children(
    source: Source, parent: Cells, kind: str, figures: Sequence[tuple[str, Figure]], *, counts: bool
) -> Iterator[Record]:
    for measure, figure in figures:
        cells: Cells = {
            "id": source.id("figure", figure),
            "parent_id": parent["id"],
            "parent_kind": kind,
            "parent_status": parent.get("status"),
            "measure": measure,
        }
        cells |= {**number(figure, counts=counts), **source.tail(figure.evidence, figure.confidence)}
        yield Record("figure", cells, figure)


def _parts(fact: Fact) -> list[tuple[str, Figure]]:
    match fact:
        case Site():
            return [
                *(("population", figure) for figure in fact.population),
                *(("capacity", figure) for figure in fact.capacity),
            ]
        case Need():
            return [("people in need", figure) for figure in fact.people]
        case Response():
            return [("reached", figure) for figure in fact.reached]
        case _:
            return []


def _narratives(source: Source) -> Iterator[Record]:
    for name, position, sentence in source.narratives():
        cells: Cells = {"id": source.id("narrative", sentence), "summary": name, "position": position}
        cells |= {"text": sentence.text, **source.tail(sentence.evidence, None)}
        yield Record("narrative", cells, sentence)


def _event(event: Event) -> Cells:
    sides: Cells = {}
    for role in ActorRole:
        actors = event.side(role)
        sides[role.value] = joined(actor.name for actor in actors)
        sides[f"{role.value}_kinds"] = joined(actor.kind.value for actor in actors)
    return {
        "type": event.type.value,
        "sub_type": event.sub_type.value,
        "status": event.status.value,
        **when(event.when),
        **place("place", event.place),
        **sides,
        "means": joined(means.words for means in event.means),
        "targets": joined(target.words.text for target in event.targets),
        "damage": joined(f"{d.measure.value}: {d.words.text}" for d in event.damage),
    }


def _fact(fact: Fact) -> Cells:
    match fact:
        case DisplacementFigure():
            where = {**place("place", fact.place), **place("origin", fact.origin)}
            return {
                "term": fact.term.value,
                "status": fact.status.value,
                "cause": fact.cause.value,
                **number(fact, counts=fact.status in MOVED),
                **when(fact.when),
                **where,
                **place("destination", fact.destination),
            }
        case CivilianHarm():
            of_harm = {**number(fact), **when(fact.when), **place("place", fact.place)}
            return {"measure": fact.measure.value, **of_harm}
        case Site():
            return _site(fact)
        case Need():
            return {
                **_cluster(fact),
                "severity": fact.severity.value,
                "severity_words": fact.severity_words,
                **_said(fact.claimed_by),
                **place("place", fact.place),
            }
        case AccessConstraint():
            said = {**_said(fact.claimed_by), **place("place", fact.place)}
            return {"access_kind": fact.kind.value, **said}
        case Response():
            helps: Cells = {"actor": fact.actor, "status": fact.status.value}
            return {**helps, **_cluster(fact), **place("place", fact.place)}
        case GroupAtRisk():
            return {"population_group": fact.group.value, "words": fact.words}


def _site(site: Site) -> Cells:
    derived = site.ratio_derived
    return {
        "name": site.name,
        "site_kind": site.kind.value,
        **place("place", site.place),
        "overcrowding_ratio": site.overcrowding_ratio,
        "ratio_derived": derived.rule if derived else None,
        "conditions": joined(f"{c.severity.value}: {c.words}" for c in site.conditions),
    }


def _cluster(fact: Need | Response) -> Cells:
    if fact.cluster is None:
        return {}
    return {"cluster": fact.cluster.value, "cluster_name": CLUSTER_NAMES[fact.cluster]}


def number(figure: Figure, *, counts: bool = True) -> Cells:
    """A figure's own cells.

    ``number`` is the one to count with: the value, else the low bound, else the high one. It is empty where
    nothing is to be counted, so that no sum takes in what was threatened, planned or denied, or what sums up
    other figures of its own table.
    """
    cell = figure.evidence[0].cell
    counts = counts and figure.certainty is not Certainty.DENIED and not (cell is not None and cell.total)
    return {
        "number": stated(figure) if counts else None,
        "value": figure.value,
        "low": figure.low,
        "high": figure.high,
        "qualifier": figure.qualifier.value,
        "number_words": figure.words.text,
        "unit": figure.unit.value,
        "population_group": figure.group.value if figure.group else None,
        "counted": figure.counted,
        "affiliation": figure.affiliation,
        **_said(figure.claimed_by),
        "certainty": figure.certainty.value,
        "derived": figure.derived.rule if figure.derived else None,
    }


def _said(claimant: Claimant | None) -> Cells:
    if claimant is None:
        return {}
    return {"claimed_by": claimant.name, "claimant_affiliation": claimant.affiliation}


def when(time: When) -> Cells:
    """When, in cells."""
    return {
        "date_start": time.start,
        "date_end": time.end,
        "date_precision": time.precision.value,
        "date_words": time.words.text if time.words else None,
        "date_reason": time.reason,
    }


def place(role: str, where: Place | None) -> Cells:
    """Where, in cells whose names begin with the role: "origin_name"."""
    if where is None:
        return {}
    parts: Cells = {
        "words": where.words.text,
        "name": where.name,
        "admin": where.admin,
        "country": country(where),
        "iso3": where.country,
        "iso3_from": where.country_from,
        "lat": where.lat,
        "lon": where.lon,
        "precision": where.precision.value,
        "geonames_id": where.geonames_id,
        "reason": where.reason,
    }
    return {f"{role}_{part}": value for part, value in parts.items()}
