"""Humanitarian facts of many articles: each with its article, equal ones told once with all who tell them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final

from summariser.brief.articles import Told
from summariser.brief.notebook import Notebook
from summariser.exports.common import counted, in_words, place_name
from summariser.normalise.place_keys import exact_key
from summariser.schemas import DisplacementFigure, Evidence, Figure, Need
from summariser.schemas.brief import (
    AccessLine,
    ClusterNeeds,
    DisplacementLine,
    NeedLine,
    ResponseLine,
    SiteLine,
)
from summariser.schemas.codebooks import Cluster, Severity
from summariser.schemas.codebooks.iasc import CLUSTER_NAMES

_SEVEREST: Final = (Severity.CRITICAL, Severity.SEVERE, Severity.MODERATE, Severity.UNSTATED)


def displacement(told: Sequence[Told], notebook: Notebook) -> tuple[DisplacementLine, ...]:
    """Displacement figures by date: the same number of the same thing in the same place is one line."""
    lines: dict[tuple[object, ...], list[tuple[Told, DisplacementFigure]]] = {}
    for one in told:
        facts = one.summary.humanitarian
        for figure in (*facts.displacement, *facts.planned_returns) if facts else ():
            lines.setdefault(_same_movement(figure), []).append((one, figure))
    found = [_line(given, notebook) for given in lines.values()]
    return tuple(
        sorted(found, key=lambda d: (d.end or d.start or d.published or date.max, d.term.value, d.said))
    )


def _same_movement(figure: DisplacementFigure) -> tuple[object, ...]:
    places = tuple(exact_key(place_name(p) or "") for p in (figure.place, figure.origin, figure.destination))
    number = (figure.value, figure.low, figure.high)
    return (figure.term, figure.status, figure.unit, figure.group, *number, *places)


def _line(given: Sequence[tuple[Told, DisplacementFigure]], notebook: Notebook) -> DisplacementLine:
    first, figure = given[0]
    dated = next((f.when for _, f in given if f.when.start or f.when.end), figure.when)
    said_by = dict.fromkeys(f.claimed_by.name for _, f in given if f.claimed_by)
    return DisplacementLine(
        term=figure.term,
        status=figure.status,
        value=figure.value,
        low=figure.low,
        high=figure.high,
        said=in_words(figure),
        unit=figure.unit,
        counted=counted(figure),
        place=place_name(figure.place),
        origin=place_name(figure.origin),
        destination=place_name(figure.destination),
        start=dated.start,
        end=dated.end,
        published=first.article.published,
        claimed_by=tuple(said_by),
        articles=_articles(one for one, _ in given),
        notes=_notes(((one, f.evidence) for one, f in given), notebook),
    )


def sites(told: Sequence[Told], notebook: Notebook) -> tuple[SiteLine, ...]:
    """Camps and shelters by name, each article's account apart: populations change from day to day."""
    found = [
        SiteLine(
            name=site.name,
            place=place_name(site.place),
            population=_several(site.population),
            capacity=_several(site.capacity),
            ratio=site.overcrowding_ratio,
            conditions=tuple(dict.fromkeys(c.words for c in site.conditions)),
            article=one.article.id,
            published=one.article.published,
            notes=notebook.of(
                one.article.id,
                [
                    *site.evidence,
                    *(e for f in (*site.population, *site.capacity) for e in f.evidence),
                    *(e for c in site.conditions for e in c.evidence),
                ],
            ),
        )
        for one in told
        for site in (one.summary.humanitarian.sites if one.summary.humanitarian else ())
    ]
    return tuple(sorted(found, key=lambda s: (s.name.casefold(), s.published or date.max, s.article)))


def needs(told: Sequence[Told], notebook: Notebook) -> tuple[ClusterNeeds, ...]:
    """Needs by cluster, in the order of the codebook; what one article says of one place is one line."""
    found: dict[Cluster, dict[tuple[object, ...], list[tuple[Told, Need]]]] = {}
    for one in told:
        for need in one.summary.humanitarian.needs if one.summary.humanitarian else ():
            key = (one.article.id, need.severity, exact_key(place_name(need.place) or ""))
            found.setdefault(need.cluster, {}).setdefault(key, []).append((one, need))
    return tuple(
        ClusterNeeds(
            cluster=cluster,
            name=CLUSTER_NAMES[cluster],
            needs=tuple(
                sorted((_need(given, notebook) for given in found[cluster].values()), key=_by_severity)
            ),
        )
        for cluster in Cluster
        if cluster in found
    )


def _by_severity(line: NeedLine) -> tuple[int, date, str, str]:
    return (_SEVEREST.index(line.severity), line.published or date.max, line.place or "", line.article)


def _need(given: Sequence[tuple[Told, Need]], notebook: Notebook) -> NeedLine:
    one, first = given[0]
    people = dict.fromkeys(f"{in_words(f)} {counted(f)}" for _, need in given for f in need.people)
    said = dict.fromkeys(need.severity_words for _, need in given if need.severity_words)
    proofs = [e for _, need in given for e in (*need.evidence, *(e for f in need.people for e in f.evidence))]
    return NeedLine(
        severity=first.severity,
        words="; ".join(said) or None,
        people=tuple(people),
        place=place_name(first.place),
        article=one.article.id,
        published=one.article.published,
        notes=notebook.of(one.article.id, proofs),
    )


def access(told: Sequence[Told], notebook: Notebook) -> tuple[AccessLine, ...]:
    """What keeps help from people: one line for each kind and place."""
    lines = [
        ((fact.kind.value, exact_key(place_name(fact.place) or "")), one, fact)
        for one in told
        for fact in (one.summary.humanitarian.access if one.summary.humanitarian else ())
    ]
    made = []
    for key in sorted({key for key, _, _ in lines}):
        given = [(one, fact) for k, one, fact in lines if k == key]
        made.append(
            AccessLine(
                kind=given[0][1].kind,
                place=place_name(given[0][1].place),
                articles=_articles(one for one, _ in given),
                notes=_notes(((one, fact.evidence) for one, fact in given), notebook),
            )
        )
    return tuple(made)


def response(told: Sequence[Told], notebook: Notebook) -> tuple[ResponseLine, ...]:
    """Help: one line for each actor, cluster and status."""
    lines = [
        ((fact.actor or "", fact.cluster or "", fact.status.value), one, fact)
        for one in told
        for fact in (one.summary.humanitarian.response if one.summary.humanitarian else ())
    ]
    made = []
    for key in sorted({key for key, _, _ in lines}, key=lambda k: (k[0] == "", k)):
        given = [(one, fact) for k, one, fact in lines if k == key]
        reached = dict.fromkeys(f"{in_words(f)} {counted(f)}" for _, fact in given for f in fact.reached)
        made.append(
            ResponseLine(
                actor=given[0][1].actor,
                cluster=given[0][1].cluster,
                status=given[0][1].status,
                reached=tuple(reached),
                articles=_articles(one for one, _ in given),
                notes=_notes(
                    (
                        (one, (*fact.evidence, *(e for f in fact.reached for e in f.evidence)))
                        for one, fact in given
                    ),
                    notebook,
                ),
            )
        )
    return tuple(made)


def _several(figures: Sequence[Figure]) -> str | None:
    return " / ".join(dict.fromkeys(map(in_words, figures))) or None


def _articles(told: Iterable[Told]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.article.id for one in told))


def _notes(given: Iterable[tuple[Told, Sequence[Evidence]]], notebook: Notebook) -> tuple[int, ...]:
    return tuple(sorted({n for one, proof in given for n in notebook.of(one.article.id, proof)}))
