"""Events: which of the prediction's is which of the label's, and their fields. ``newsroom`` defines them."""

from __future__ import annotations

from typing import Final

from summariser.evals.records import EventRecord, Name, Records
from summariser.evals.scorers import names
from summariser.evals.scorers import newsroom_words as words
from summariser.evals.scorers.alignment import Levels, assign
from summariser.evals.scorers.newsroom_counts import (
    Codes,
    Counts,
    Fields,
    Item,
    items,
    match,
    overlap,
    shares,
)
from summariser.evals.scorers.newsroom_figures import Pairing, same_number
from summariser.schemas.codebooks import Measure, event_type_of

TOLLS: Final = frozenset(
    {Measure.KILLED, Measure.DIED, Measure.INJURED, Measure.MISSING, Measure.ABDUCTED, Measure.ARRESTED}
)
"""Measures whose number by itself tells one event from another."""

_SIDES: Final = ("side_a", "side_b")
_ROLES: Final = (*_SIDES, "support_a", "support_b")
RoleName = tuple[str, Name]


def event_types(event: EventRecord) -> Codes:
    """The ACLED types that its sub-types belong to."""
    return tuple(dict.fromkeys(event_type_of(sub_type) for sub_type in event.sub_type))


def likeness(one: EventRecord, other: EventRecord) -> int:
    """How much speaks for two events being one; 0 where they must not be paired.

    They may be where they share evidence, or a place and a day or a sub-type, or a toll. Points: evidence
    4, sub-type 3 (type alone 1), place 3, first day 2, each of up to two names of parties 1, each of up to
    two figures 2. Between pairings of equal likeness the other fields decide.
    """
    evidence = overlap(one.spans, other.spans)
    place = bool(one.place and other.place and names.same(one.place.name, other.place.name))
    sub_type = shares(one.sub_type, other.sub_type)
    day = one.start is not None and one.start == other.start
    if not (evidence or (place and (day or sub_type)) or _shared_figures(one, other, only_tolls=True)):
        return 0
    return (
        4 * evidence
        + (3 if sub_type else 1 if shares(event_types(one), event_types(other)) else 0)
        + 3 * place
        + 2 * day
        + min(2, len(_shared_names(one, other)))
        + 2 * min(2, _shared_figures(one, other))
        + 1  # so that a pair that may be is worth more than none
    )


def _shared_figures(one: EventRecord, other: EventRecord, *, only_tolls: bool = False) -> int:
    pairs = [
        (i, j)
        for i, a in enumerate(one.figures)
        for j, b in enumerate(other.figures)
        if same_number(a, b)
        and shares(a.measure, b.measure)
        and not (only_tolls and TOLLS.isdisjoint(set(a.measure) & set(b.measure)))
    ]
    return min(len({i for i, _ in pairs}), len({j for _, j in pairs}))


def _roles(event: EventRecord) -> list[RoleName]:
    return [(role, name) for role in _ROLES for name in getattr(event, role)]


def _shared_names(one: EventRecord, other: EventRecord) -> list[tuple[RoleName, RoleName]]:
    """Parties that both name, whichever their roles.

    All roles are matched together: so "Ugandan army" is the label's Ugandan army on the other side, and not
    half of its "Congolese army" on this one.
    """
    ones, others = _roles(one), _roles(other)

    def levels(a: RoleName, b: RoleName) -> Levels:
        similarity = names.similarity(a[1], b[1])
        return (round(100 * similarity), a[0] == b[0]) if similarity >= names.THRESHOLD else ()

    return [(ones[i], others[j]) for i, j in assign(ones, others, levels)]


def score_events(gold: Records, predicted: Records, counts: Counts) -> Pairing:
    """Align and count.

    Returns:
        Which predicted event answers which of the label, optional ones included, for the figures.
    """
    ones, others = items(gold.events), items(predicted.events)

    def levels(one: Item[EventRecord], other: Item[EventRecord]) -> Levels:
        points = likeness(one.fact, other.fact)
        return (points, _alike(one.fact, other.fact)) if points else ()

    matching = match(ones, others, levels)
    counts.facts("event_detected", matching)
    found = len(matching.pairs)
    right = sum(_same_type(one.fact, other.fact) for one, other in matching.pairs)
    counts.add("event", right, found + len(matching.extra), found + len(matching.missed))
    swaps = [
        _swapped(one.fact, other.fact)
        for one, other in matching.pairs
        if all(f.side_a or f.side_b for f in (one.fact, other.fact))
    ]
    if swaps:
        counts.count("sides_swapped", sum(swaps))
    counts.compare("event", matching, words.event, _fields)
    # Items are looked up by identity: two events of one article may be equal.
    places = [{id(item): i for i, item in enumerate(side)} for side in (ones, others)]
    return {places[0][id(a)]: places[1][id(b)] for a, b in (*matching.pairs, *matching.spared)}


def _alike(one: EventRecord, other: EventRecord) -> int:
    """What else two events have in common: decides between pairings of equal likeness."""
    roles = sum(a[0] == b[0] for a, b in _shared_names(one, other))
    return shares(one.status, other.status) + (one.end == other.end) + roles + _shared_figures(one, other)


def _same_type(one: EventRecord, other: EventRecord) -> bool:
    return shares(event_types(one), event_types(other))


def _swapped(one: EventRecord, other: EventRecord) -> bool:
    """Whether parties of one side stand on the other, and none where it belongs."""
    roles = {(a, b) for (a, _), (b, _) in _shared_names(one, other) if a in _SIDES and b in _SIDES}
    return any(a != b for a, b in roles) and not any(a == b for a, b in roles)


def _fields(one: Item[EventRecord], other: Item[EventRecord], seen: Fields) -> bool:
    gold, predicted = one.fact, other.fact
    seen.code("sub_type", gold.sub_type, predicted.sub_type)
    seen.code("status", gold.status, predicted.status)
    seen.slot("date", words.day(gold), words.day(predicted), gold.start == predicted.start)
    near = bool(gold.place and predicted.place and names.same(gold.place.name, predicted.place.name))
    seen.slot("place", words.place(gold.place), words.place(predicted.place), near)
    one_country, other_country = words.country(gold.place), words.country(predicted.place)
    seen.slot("country", one_country, other_country, one_country == other_country)
    hits = [a for (a, _), (b, _) in _shared_names(gold, predicted) if a == b]
    for role in _SIDES:
        seen.names(role, getattr(gold, role), getattr(predicted, role), hits.count(role))
    seen.names(
        "support",
        (*gold.support_a, *gold.support_b),
        (*predicted.support_a, *predicted.support_b),
        hits.count("support_a") + hits.count("support_b"),
    )
    return _same_type(gold, predicted)
