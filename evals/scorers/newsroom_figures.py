"""Figures: of events, of displacement, of civilian harm, of sites and of aid. ``newsroom`` defines them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final, TypeVar

from summariser.evals.records import (
    EventRecord,
    FigureRecord,
    HarmRecord,
    MovementRecord,
    PlaceRecord,
    Records,
)
from summariser.evals.scorers import names
from summariser.evals.scorers import newsroom_words as words
from summariser.evals.scorers.alignment import Levels
from summariser.evals.scorers.newsroom_counts import (
    Codes,
    Counts,
    Fields,
    Item,
    Matching,
    children,
    items,
    match,
    overlap,
    shares,
)
from summariser.schemas.codebooks import PopulationGroup, Qualifier, Unit
from summariser.schemas.figures import VAGUE

G = TypeVar("G", bound=FigureRecord)
Pairing = Mapping[int, int]
"""Which record of the prediction answers which of the label: places in their lists."""

_PEOPLE: Final = {Unit.PEOPLE, Unit.HOUSEHOLDS}
_SAME_WORD: Final = {Qualifier.TENS: Qualifier.DOZENS}
"""The library files "tens" and "scores" under dozens: it has one qualifier for words below a hundred."""


def number_keys(figure: FigureRecord) -> frozenset[tuple[object, ...]]:
    """What makes two numbers one: they are, when they share a key.

    A value is itself, whatever bounds stand beside it ("at least 30" is 30, low 30 in a summary and 30 in a
    label). A vague word is its word: what it says at least is a convention on which coders differ (ACLED
    reads dozens as 12, the labels as 24). Other bounds are a range, and a single one is its number.
    """
    if figure.value is not None:
        return frozenset({(figure.value,)})
    vague = {_SAME_WORD.get(q, q) for q in figure.qualifier if q in VAGUE}
    if vague:
        return frozenset((word,) for word in vague)
    bounds = tuple(bound for bound in (figure.low, figure.high) if bound is not None)
    return frozenset({bounds})


def same_number(one: FigureRecord, other: FigureRecord) -> bool:
    """Whether two figures have the same number."""
    return bool(number_keys(one) & number_keys(other))


def groups(figure: FigureRecord) -> Codes:
    """Whom it counts: people whose group is not said are ``people``; what is not people has none."""
    if figure.group:
        return figure.group
    return (PopulationGroup.PEOPLE,) if _PEOPLE & set(figure.unit) else ()


def is_exact(one: FigureRecord, other: FigureRecord) -> bool:
    """Whether figures with the same number count the same."""
    return shares(one.unit, other.unit) and shares(groups(one), groups(other))


def claimant_fits(one: FigureRecord, other: FigureRecord) -> bool:
    """Whether the same claims both, or nobody claims either."""
    if not (one.claimed_by and other.claimed_by):
        return not (one.claimed_by or other.claimed_by)
    return names.same(one.claimed_by, other.claimed_by)


def fit(one: FigureRecord, other: FigureRecord) -> int:
    """How much two figures with one number have in common: which of equal numbers is which."""
    return (
        4 * overlap(one.spans, other.spans)
        + 3 * claimant_fits(one, other)
        + 2 * shares(one.certainty, other.certainty)
        + shares(one.qualifier, other.qualifier)
    )


def score_event_figures(gold: Records, predicted: Records, events: Pairing, counts: Counts) -> None:
    """The figures of all events, wherever they are attached."""

    def placed(one: Item[FigureRecord], other: Item[FigureRecord]) -> bool:
        return events.get(one.parent) == other.parent

    def levels(one: Item[FigureRecord], other: Item[FigureRecord]) -> Levels:
        if not (shares(one.fact.measure, other.fact.measure) and same_number(one.fact, other.fact)):
            return ()
        return 1, is_exact(one.fact, other.fact), 8 * placed(one, other) + fit(one.fact, other.fact)

    def figures_of(event: EventRecord) -> tuple[FigureRecord, ...]:
        return event.figures

    def fields(one: Item[FigureRecord], other: Item[FigureRecord], seen: Fields) -> bool:
        _show_key(one.fact, other.fact, one.fact.measure, other.fact.measure, "measure", seen)
        seen.code("figure_unit", one.fact.unit, other.fact.unit)
        seen.code("figure_group", groups(one.fact), groups(other.fact))
        right = placed(one, other)
        seen.rate("figure_placed", "its event", "its event" if right else "another event", right)
        _claim("claimant", one.fact, other.fact, seen)
        seen.code("certainty", one.fact.certainty, other.fact.certainty)
        seen.code("qualifier", one.fact.qualifier, other.fact.qualifier)
        return True

    matching = match(children(gold.events, figures_of), children(predicted.events, figures_of), levels)
    counts.facts("figure", matching)
    exact = sum(is_exact(one.fact, other.fact) for one, other in matching.pairs)
    found = len(matching.pairs)
    counts.add("figure_exact", exact, found, found)
    counts.add("figure_strict", exact, found + len(matching.extra), found + len(matching.missed))
    counts.compare("figure", matching, words.figure, fields, nearly)


def nearly(one: Item[G], other: Item[G]) -> Levels:
    """A fact with one thing wrong: the number right, or the sentence and the measure."""
    number = same_number(one.fact, other.fact)
    sentence = overlap(one.fact.spans, other.fact.spans)
    if number or (sentence and shares(one.fact.measure, other.fact.measure)):
        return 1, number + sentence
    return ()


def score_displacement(gold: Records, predicted: Records, counts: Counts) -> None:
    """People moved and homes lost, planned returns included."""

    def levels(one: Item[MovementRecord], other: Item[MovementRecord]) -> Levels:
        if not (shares(one.fact.term, other.fact.term) and same_number(one.fact, other.fact)):
            return ()
        alike = 2 * shares(one.fact.status, other.fact.status) + 4 * _places_meet(one.fact, other.fact)
        return 1, is_exact(one.fact, other.fact), fit(one.fact, other.fact) + alike

    def fields(one: Item[MovementRecord], other: Item[MovementRecord], seen: Fields) -> bool:
        a, b = one.fact, other.fact
        _show_key(a, b, a.term, b.term, "term", seen)
        seen.code("displacement_unit", a.unit, b.unit)
        seen.code("displacement_group", groups(a), groups(b))
        seen.code("displacement_status", a.status, b.status)
        seen.code("displacement_cause", a.cause, b.cause)
        seen.slot("displacement_place", _where(a), _where(b), _places_meet(a, b))
        _claim("displacement_claimant", a, b, seen)
        return True

    def close(one: Item[MovementRecord], other: Item[MovementRecord]) -> Levels:
        term = shares(one.fact.term, other.fact.term)
        return nearly(one, other) if term or same_number(one.fact, other.fact) else ()

    matching = match(items(gold.displacement), items(predicted.displacement), levels)
    counts.facts("displacement", matching)
    counts.compare("displacement", matching, words.movement, fields, close)
    _keep_terms(matching, counts)


def _keep_terms(matching: Matching[MovementRecord], counts: Counts) -> None:
    """Terms on which two sides agree or not: those of all that have the same number."""
    other_terms = match(
        matching.missed, matching.extra, lambda one, other: (1,) if same_number(one.fact, other.fact) else ()
    )
    for one, other in (*matching.pairs, *other_terms.pairs):
        counts.codes.append(("displacement_term", one.fact.term, other.fact.term))


def _places(movement: MovementRecord) -> tuple[PlaceRecord, ...]:
    return tuple(p for p in (movement.origin, movement.destination, movement.place) if p)


def _where(movement: MovementRecord) -> str:
    return ", ".join(words.place(place) for place in _places(movement))


def _places_meet(one: MovementRecord, other: MovementRecord) -> bool:
    return any(names.same(a.name, b.name) for a in _places(one) for b in _places(other))


def score_harm(gold: Records, predicted: Records, counts: Counts) -> None:
    """Civilians harmed."""

    def levels(one: Item[HarmRecord], other: Item[HarmRecord]) -> Levels:
        if not (shares(one.fact.measure, other.fact.measure) and same_number(one.fact, other.fact)):
            return ()
        return 1, is_exact(one.fact, other.fact), fit(one.fact, other.fact)

    def fields(one: Item[HarmRecord], other: Item[HarmRecord], seen: Fields) -> bool:
        _show_key(one.fact, other.fact, one.fact.measure, other.fact.measure, "measure", seen)
        seen.code("harm_group", groups(one.fact), groups(other.fact))
        return True

    matching = match(items(gold.harm), items(predicted.harm), levels)
    counts.facts("harm", matching)
    counts.compare("harm", matching, words.figure, fields, nearly)


def score_pool(
    tally: str,
    what: str,
    gold: list[Item[FigureRecord]],
    predicted: list[Item[FigureRecord]],
    counts: Counts,
    placed: Callable[[Item[FigureRecord], Item[FigureRecord]], bool] | None = None,
) -> None:
    """Figures that only their number tells apart: of sites and of aid.

    Args:
        tally: Where they are counted.
        what: Of what kind the rows are.
        gold: The label's, of all the article.
        predicted: The prediction's.
        counts: Takes the counts.
        placed: Whether two belong to the same site; counted as ``site_placed``.
    """

    def levels(one: Item[FigureRecord], other: Item[FigureRecord]) -> Levels:
        if not same_number(one.fact, other.fact):
            return ()
        right = placed is not None and placed(one, other)
        return 1, 8 * right + 4 * is_exact(one.fact, other.fact) + fit(one.fact, other.fact)

    def fields(one: Item[FigureRecord], other: Item[FigureRecord], seen: Fields) -> bool:
        seen.show(
            "number", words.number(one.fact), words.number(other.fact), same_number(one.fact, other.fact)
        )
        seen.show("unit", "|".join(one.fact.unit), "|".join(other.fact.unit), None)
        if placed is not None:
            right = placed(one, other)
            seen.rate("site_placed", "its site", "its site" if right else "another site", right)
        return True

    matching = match(gold, predicted, levels)
    counts.facts(tally, matching)
    counts.compare(what, matching, words.figure, fields, nearly)


def _show_key(one: FigureRecord, other: FigureRecord, a: Codes, b: Codes, name: str, seen: Fields) -> None:
    seen.show(name, "|".join(a), "|".join(b), shares(a, b))
    seen.show("number", words.number(one), words.number(other), same_number(one, other))


def _claim(tally: str, one: FigureRecord, other: FigureRecord, seen: Fields) -> None:
    seen.slot(tally, "|".join(one.claimed_by), "|".join(other.claimed_by), claimant_fits(one, other))
