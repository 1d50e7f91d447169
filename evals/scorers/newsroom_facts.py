"""Sites, needs, access, response, groups at risk. ``newsroom`` defines them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Final, TypeVar

from summariser.evals.records import (
    ConditionRecord,
    FactRecord,
    FigureRecord,
    NeedRecord,
    Records,
    ResponseRecord,
    SiteRecord,
)
from summariser.evals.scorers import names
from summariser.evals.scorers import newsroom_words as words
from summariser.evals.scorers.alignment import Levels
from summariser.evals.scorers.newsroom_counts import (
    Codes,
    Counts,
    Fields,
    Item,
    children,
    items,
    match,
    overlap,
    shares,
)
from summariser.evals.scorers.newsroom_figures import score_pool
from summariser.schemas.codebooks import Severity

F = TypeVar("F", bound=FactRecord)

_WORST_FIRST: Final = (Severity.CRITICAL, Severity.SEVERE, Severity.MODERATE, Severity.UNSTATED)


def score_sites(gold: Records, predicted: Records, counts: Counts) -> None:
    """Camps and shelters by name, their numbers and conditions."""
    ones, others = items(gold.sites), items(predicted.sites)

    def levels(one: Item[SiteRecord], other: Item[SiteRecord]) -> Levels:
        similarity = names.similarity(one.fact.name, other.fact.name)
        if similarity < names.THRESHOLD:
            return ()
        return 1, round(100 * similarity), overlap(one.fact.spans, other.fact.spans)

    def fields(one: Item[SiteRecord], other: Item[SiteRecord], seen: Fields) -> bool:
        seen.code("site_kind", one.fact.kind, other.fact.kind)
        countries = one.fact.country or "", other.fact.country or ""
        seen.slot("site_country", countries[0], countries[1], countries[0] == countries[1])
        return True

    matching = match(ones, others, levels)
    counts.facts("site", matching)
    counts.compare("site", matching, words.site, fields)
    found = {(id(one), id(other)) for one, other in (*matching.pairs, *matching.spared)}

    def placed(one: Item[F], other: Item[F]) -> bool:
        return (id(ones[one.parent]), id(others[other.parent])) in found

    parts: tuple[tuple[str, Callable[[SiteRecord], Iterable[FigureRecord]]], ...] = (
        ("population", lambda site: site.population),
        ("capacity", lambda site: site.capacity),
    )
    for name, part in parts:
        score_pool(
            f"site_{name}", name, children(gold.sites, part), children(predicted.sites, part), counts, placed
        )
    _score_conditions(gold, predicted, counts, placed)


def _score_conditions(
    gold: Records,
    predicted: Records,
    counts: Counts,
    placed: Callable[[Item[ConditionRecord], Item[ConditionRecord]], bool],
) -> None:
    def conditions(site: SiteRecord) -> tuple[ConditionRecord, ...]:
        return site.conditions

    def levels(one: Item[ConditionRecord], other: Item[ConditionRecord]) -> Levels:
        if not (placed(one, other) and shares(one.fact.severity, other.fact.severity)):
            return ()
        return 1, overlap(one.fact.spans, other.fact.spans)

    def fields(one: Item[ConditionRecord], other: Item[ConditionRecord], seen: Fields) -> bool:
        a, b = one.fact.severity, other.fact.severity
        seen.show("severity", "|".join(a), "|".join(b), shares(a, b))
        return True

    def nearly(one: Item[ConditionRecord], other: Item[ConditionRecord]) -> Levels:
        return (1,) if placed(one, other) else ()

    matching = match(children(gold.sites, conditions), children(predicted.sites, conditions), levels)
    counts.facts("site_condition", matching)
    counts.compare("condition", matching, words.condition, fields, nearly)


def score_needs(gold: Records, predicted: Records, counts: Counts) -> None:
    """Needs by cluster, once an article, with the worst that is said of each."""

    def fields(one: Item[NeedRecord], other: Item[NeedRecord], seen: Fields) -> bool:
        seen.code("need_severity", one.fact.severity, other.fact.severity)
        return True

    _score_coded("need", gold.needs, predicted.needs, lambda n: n.cluster, words.need, counts, fields)


def score_access(gold: Records, predicted: Records, counts: Counts) -> None:
    """Access constraints by kind, once an article."""
    _score_coded("access", gold.access, predicted.access, lambda a: a.kind, words.access, counts)


def score_risks(gold: Records, predicted: Records, counts: Counts) -> None:
    """Groups at risk, once an article."""
    _score_coded("risk", gold.risks, predicted.risks, lambda r: r.group, words.risk, counts)


def _score_coded(
    tally: str,
    gold: Iterable[F],
    predicted: Iterable[F],
    codes: Callable[[F], Codes],
    said: Callable[[F], str],
    counts: Counts,
    fields: Callable[[Item[F], Item[F], Fields], bool] = lambda _one, _other, _seen: True,
) -> None:
    """Facts that a code tells apart, each code once an article."""

    def levels(one: Item[F], other: Item[F]) -> Levels:
        if not shares(codes(one.fact), codes(other.fact)):
            return ()
        return 1, overlap(one.fact.spans, other.fact.spans)

    matching = match(items(merged(gold, codes)), items(merged(predicted, codes)), levels)
    counts.facts(tally, matching)
    counts.compare(tally, matching, said, fields)


def merged(facts: Iterable[F], codes: Callable[[F], Codes]) -> list[F]:
    """One fact for each code, with the evidence of all that have it.

    Required where one of them is. A need has the worst severity of the required ones; that of the optional
    ones is admissible too. A fact with alternatives joins one that has a code of them, before it is one of
    its own.
    """
    found: list[list[F]] = []
    for fact in sorted(facts, key=lambda f: (len(codes(f)), codes(f), repr(f))):
        home = next((group for group in found if shares(codes(group[0]), codes(fact))), None)
        if home is None:
            found.append([fact])
        else:
            home.append(fact)
    return [_merge(group) for group in found]


def _merge(group: list[F]) -> F:
    deciding = [fact for fact in group if not fact.optional] or group
    spans = tuple(sorted({span for fact in group for span in fact.spans}))
    whole = replace(group[0], spans=spans, optional=all(fact.optional for fact in group))
    if isinstance(whole, NeedRecord):
        codes = dict.fromkeys((*_worst(deciding), *_worst(group)))
        return replace(whole, severity=tuple(codes))
    return whole


def _worst(needs: Iterable[FactRecord]) -> tuple[Severity, ...]:
    severities = [need.severity for need in needs if isinstance(need, NeedRecord)]
    return min(severities, key=lambda codes: (_WORST_FIRST.index(codes[0]), codes))


def score_response(gold: Records, predicted: Records, counts: Counts) -> None:
    """Help by cluster and status, and who gives it."""

    def levels(one: Item[ResponseRecord], other: Item[ResponseRecord]) -> Levels:
        a, b = one.fact, other.fact
        if not (shares(a.cluster, b.cluster) and shares(a.status, b.status)):
            return ()
        return 1, 2 * names.same(a.actor, b.actor) + overlap(a.spans, b.spans)

    def fields(one: Item[ResponseRecord], other: Item[ResponseRecord], seen: Fields) -> bool:
        a, b = one.fact, other.fact
        seen.show("cluster", "|".join(a.cluster), "|".join(b.cluster), shares(a.cluster, b.cluster))
        seen.show("response_status", "|".join(a.status), "|".join(b.status), shares(a.status, b.status))
        seen.slot("response_actor", "|".join(a.actor), "|".join(b.actor), names.same(a.actor, b.actor))
        return True

    def nearly(one: Item[ResponseRecord], other: Item[ResponseRecord]) -> Levels:
        alike = names.same(one.fact.actor, other.fact.actor), overlap(one.fact.spans, other.fact.spans)
        return (sum(alike),) if any(alike) else ()

    matching = match(items(gold.response), items(predicted.response), levels)
    counts.facts("response", matching)
    counts.compare("response", matching, words.response, fields, nearly)


def score_aid_figures(gold: Records, predicted: Records, counts: Counts) -> None:
    """Numbers of people in need, and of people or supplies reached."""

    def numbers(records: Records) -> list[Item[FigureRecord]]:
        return children(records.needs, lambda n: n.people) + children(records.response, lambda r: r.reached)

    score_pool("aid_figure", "aid figure", numbers(gold), numbers(predicted), counts)
