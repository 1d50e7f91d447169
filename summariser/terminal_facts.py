"""Humanitarian facts as grouped rows: people moved, sites, needs, harm, access, help, groups at risk."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from rich.text import Text

from summariser.schemas import (
    AccessConstraint,
    CivilianHarm,
    Condition,
    DisplacementFigure,
    Figure,
    GroupAtRisk,
    HumanitarianSummary,
    Need,
    Place,
    Response,
    Site,
)
from summariser.schemas.codebooks import AccessKind, Severity, SiteKind
from summariser.schemas.codebooks.iasc import CLUSTER_NAMES
from summariser.terminal_layout import MARK, NESTED, Row, listed
from summariser.terminal_text import line, quoted, shown, tag
from summariser.terminal_values import (
    according_to,
    backing,
    journey,
    measured,
    moment,
    movement,
    noun,
    quantity,
    spot,
    words,
)

FACT_LABEL_WIDTH: Final = 12
_ACCESS: Final = {
    AccessKind.DENIED: "access denied",
    AccessKind.BUREAUCRATIC: "bureaucratic obstacles",
    AccessKind.MOVEMENT_OF_PEOPLE: "people cannot move freely",
    AccessKind.OTHER: "another obstacle",
}


def fact_groups(facts: HumanitarianSummary) -> Iterator[list[Row]]:
    """Groups of rows that belong together; none is empty."""
    groups = (
        listed("Displaced", map(_moved, facts.displacement)),
        listed("Returns due", map(_return_due, facts.planned_returns)),
        *(_site(site) for site in facts.sites),
        _once("Needs", (row for need in facts.needs for row in _need(need))),
        listed("Harm", map(_harm, facts.civilian_harm)),
        listed("Access", map(_access, facts.access)),
        _once("Response", (row for act in facts.response for row in _response(act))),
        listed("At risk", map(_at_risk, facts.groups_at_risk)),
    )
    return (rows for rows in map(list, groups) if rows)


def _once(label: str, rows: Iterable[Row]) -> Iterator[Row]:
    for position, (_, mark, value) in enumerate(rows):
        yield ("" if position else label), mark, value


def _moved(figure: DisplacementFigure) -> Text:
    return _line_of(figure, movement(figure))


def _return_due(figure: DisplacementFigure) -> Text:
    return _line_of(figure, ())  # that it is a return, and planned, stands in the label


def _line_of(figure: DisplacementFigure, moved: tuple[str, ...]) -> Text:
    return line(
        f"{quantity(figure)} {noun(figure)}".strip(),
        *moved,
        *journey(figure),
        moment(figure.when),
        backing(figure),
        tags=tag(figure.evidence, figure.id),
    )


def _counted(figure: Figure) -> Text:
    return line(
        f"{quantity(figure)} {noun(figure)}".strip(), backing(figure), tags=tag(figure.evidence, figure.id)
    )


def _harm(harm: CivilianHarm) -> Text:
    return line(
        measured(harm, harm.measure),
        _at(harm.place),
        moment(harm.when),
        backing(harm),
        tags=tag(harm.evidence, harm.id),
    )


def _access(constraint: AccessConstraint) -> Text:
    return line(
        _ACCESS.get(constraint.kind, words(constraint.kind)),
        _at(constraint.place),
        according_to(constraint.claimed_by),
        tags=tag(constraint.evidence),
    )


def _at_risk(group: GroupAtRisk) -> Text:
    return line(words(group.group), quoted(group.words), tags=tag(group.evidence))


def _site(site: Site) -> Iterator[Row]:
    kind = "" if site.kind is SiteKind.OTHER else words(site.kind)
    yield "Site", "", line(shown(site.name), kind, spot(site.place), tags=tag(site.evidence))
    yield from listed("  people", map(_counted, site.population))
    yield from listed("  capacity", map(_counted, site.capacity))
    if site.overcrowding_ratio is not None and site.ratio_derived is not None:
        derived = f"{site.ratio_derived.rule}: {', '.join(site.ratio_derived.sources)}"
        yield (
            "  load",
            MARK,
            line(f"{site.overcrowding_ratio} times its capacity (derived: {shown(derived)})"),
        )
    yield from listed("  conditions", map(_condition, site.conditions))


def _condition(condition: Condition) -> Text:
    return line(
        quoted(condition.words),
        _severity(condition.severity),
        according_to(condition.claimed_by),
        tags=tag(condition.evidence),
    )


def _need(need: Need) -> Iterator[Row]:
    severity = _severity(need.severity)
    if need.severity_words:
        severity = f"{severity} ({quoted(need.severity_words)})" if severity else quoted(need.severity_words)
    yield (
        "",
        MARK,
        line(
            CLUSTER_NAMES[need.cluster],
            severity,
            _at(need.place),
            according_to(need.claimed_by),
            tags=tag(need.evidence),
        ),
    )
    yield from (("", NESTED, _counted(figure)) for figure in need.people)


def _response(act: Response) -> Iterator[Row]:
    yield (
        "",
        MARK,
        line(
            shown(act.actor) if act.actor else "actor not named",
            CLUSTER_NAMES[act.cluster] if act.cluster else "",
            words(act.status),
            _at(act.place),
            tags=tag(act.evidence),
        ),
    )
    yield from (("", NESTED, _counted(figure)) for figure in act.reached)


def _severity(severity: Severity) -> str:
    return "" if severity is Severity.UNSTATED else words(severity)


def _at(place: Place | None) -> str:
    return f"in {spot(place)}" if place else ""
