"""Losses of an article that is labelled in the schema's own terms: every kind of fact, and its fields."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from typing import Any, Final

from summariser.evals.losses.held import Held
from summariser.evals.losses.stages import Loss, Stage
from summariser.evals.record_types import (
    EventRecord,
    FactRecord,
    FigureRecord,
    Name,
    PlaceRecord,
    Records,
    SiteRecord,
    Spans,
    from_json_value,
)
from summariser.evals.report.data import ScoredCase
from summariser.evals.scorers import names
from summariser.evals.scorers import newsroom_words as words
from summariser.evals.scorers.newsroom_counts import shares
from summariser.evals.scorers.newsroom_figures import same_number
from summariser.evals.tally import Row

_GROUPED: Final = frozenset({"figure_placed", "site_placed"})
_KEYS: Final = frozenset({"measure", "number", "term", "cluster", "response_status", "severity"})
"""What makes a fact the one that it is: right wherever it was found."""
_FORMS: Final = ("_unit", "qualifier", "country")
_SIDES: Final = {
    "side_a": ("side_a",), "side_b": ("side_b",), "support": ("support_a", "support_b"),
}  # fmt: skip
_Key = tuple[str, str, Spans]


def losses(scored: ScoredCase, held: Held) -> Iterator[Loss]:
    """Every fact of a scored article, and every field of the found ones. Optional facts are left out."""
    assert scored.score is not None
    assert scored.record.prediction is not None
    gold: Records = scored.case.gold
    predicted = from_json_value(scored.record.prediction)
    labelled, given = dict(_facts(gold)), dict(_facts(predicted))
    numbers: defaultdict[str, list[Any]] = defaultdict(list)
    for (what, _, _), fact in given.items():
        numbers[what].append(fact)
    for row in scored.score.rows:
        if row.verdict == "optional":
            continue
        one = labelled.get((row.what, row.gold or "", row.gold_spans))
        other = given.get((row.what, row.predicted or "", row.predicted_spans))
        if row.verdict == "extra":
            yield Loss(row.what, _extra(row, other, labelled))
        elif row.verdict == "missed":
            yield Loss(row.what, _missed(row, one, numbers[row.what], held))
        elif row.verdict == "wrong":
            yield Loss(row.what, _wrong(row, one, held))
        else:
            yield Loss(row.what, None)
            yield from _fields(row, one, other, held)


def _facts(records: Records) -> Iterator[tuple[_Key, Any]]:
    """Facts by what a row shows of them: kind, words, evidence."""

    def keyed(what: str, say: Callable[[Any], str], facts: Any) -> Iterator[tuple[_Key, Any]]:
        for fact in facts:
            yield (what, say(fact), fact.spans), fact

    yield from keyed("event", words.event, records.events)
    yield from keyed("figure", words.figure, (f for e in records.events for f in e.figures))
    yield from keyed("displacement", words.movement, records.displacement)
    yield from keyed("harm", words.figure, records.harm)
    yield from keyed("site", words.site, records.sites)
    yield from keyed("population", words.figure, (f for s in records.sites for f in s.population))
    yield from keyed("capacity", words.figure, (f for s in records.sites for f in s.capacity))
    aid = [f for n in records.needs for f in n.people] + [f for r in records.response for f in r.reached]
    yield from keyed("aid figure", words.figure, aid)
    yield from keyed("response", words.response, records.response)


def _extra(row: Row, fact: FactRecord | None, labelled: dict[_Key, Any]) -> Stage:
    """A labelled number told once more is a merge that failed; anything else is not in the label."""
    if isinstance(fact, FigureRecord):
        same = [f for (what, _, _), f in labelled.items() if what == row.what and same_number(f, fact)]
        if any(shares(f.measure, fact.measure) for f in same):
            return Stage.GROUPING
    return Stage.EXTRA


def _missed(row: Row, fact: FactRecord | None, given: list[Any], held: Held) -> Stage:
    if isinstance(fact, FigureRecord):
        if not held.has_number(fact):
            return _unread(fact, held)
        if any(same_number(f, fact) and shares(f.measure, fact.measure) for f in given):
            return Stage.GROUPING  # two claims, or two groups, became one
    if row.what == "event":
        if held.is_evidence(row.gold_spans, "event"):
            return Stage.GROUPING
    elif isinstance(fact, SiteRecord) and not held.is_named(fact.name):
        return Stage.NOT_READ
    part = "event" if row.what in {"event", "figure"} else "fact"
    return Stage.CHOICE if held.is_candidate(row.gold_spans, part) else Stage.NOT_FOUND


def _unread(figure: FigureRecord, held: Held) -> Stage:
    """The quote holds the number: in digits or in words, of which another number was read, or none."""
    number = next(n for n in (figure.value, figure.low, figure.high) if n is not None)
    if here := held.written(number, figure.spans):
        return Stage.FORM if held.numbers_at(here) else Stage.NOT_READ
    in_words = [n for n in held.numbers_at(figure.spans) if not any(c.isdigit() for c in n.text)]
    return Stage.FORM if in_words else Stage.NOT_READ


def _wrong(row: Row, fact: FactRecord | None, held: Held) -> Stage:
    """Found with what makes it a fact wrong: its type, its measure or its number."""
    right = {name: agrees for name, _, _, agrees in row.fields}
    if isinstance(fact, FigureRecord) and right.get("number") is False and not held.has_number(fact):
        return _unread(fact, held)
    return Stage.CHOICE


def _fields(row: Row, one: FactRecord | None, other: FactRecord | None, held: Held) -> Iterator[Loss]:
    for name, _, _, right in row.fields:
        if right is None or name in _KEYS:
            continue
        if name in _SIDES and isinstance(one, EventRecord) and isinstance(other, EventRecord):
            yield from _sides(name, one, other, held)
            continue
        stage = None if right else _field(name, row, one, held)
        yield Loss(f"{row.what}: {name.removeprefix(row.what + '_')}", stage)


def _field(name: str, row: Row, fact: FactRecord | None, held: Held) -> Stage:
    if name in _GROUPED:
        return Stage.GROUPING
    if any(form in name for form in _FORMS):
        return Stage.FORM
    if name == "date":
        return _date(fact, row.gold_spans, held)
    wanted = _names(name, fact)
    if wanted and not held.is_named(wanted):
        return Stage.NOT_READ if held.holding(wanted) else Stage.LABEL
    return Stage.CHOICE


def _names(name: str, fact: FactRecord | None) -> Name:
    """The names that a field is of; none where it is a code, or the label leaves it open."""
    if name == "place" and isinstance(fact, EventRecord):
        return fact.place.name if fact.place else ()
    if name == "displacement_place":
        places = [getattr(fact, part, None) for part in ("origin", "destination", "place")]
        return tuple(alias for place in places if isinstance(place, PlaceRecord) for alias in place.name)
    if name.endswith("claimant") and isinstance(fact, FigureRecord):
        return fact.claimed_by
    return getattr(fact, "actor", ()) if name == "response_actor" else ()


def _date(fact: FactRecord | None, spans: Spans, held: Held) -> Stage:
    start = fact.start if isinstance(fact, EventRecord) else None
    if start is None or any(start == first for first, _ in held.days()):
        return Stage.CHOICE
    return Stage.FORM if held.days(spans) else Stage.NOT_READ


def _sides(field: str, one: EventRecord, other: EventRecord, held: Held) -> Iterator[Loss]:
    """Name by name: those of the label, and those that are on no list of it."""

    def of(event: EventRecord, roles: tuple[str, ...]) -> list[Name]:
        return [name for role in roles for name in getattr(event, role)]

    roles = _SIDES[field]
    wanted, given = of(one, roles), of(other, roles)
    for name in wanted:
        stage: Stage | None = None
        if not any(names.same(name, answer) for answer in given):
            stage = Stage.CHOICE
            if not held.is_named(name):
                stage = Stage.NOT_READ if held.holding(name) else Stage.LABEL
        yield Loss(f"event: {field}", stage)
    for answer in given:
        if not any(names.same(name, answer) for name in wanted):
            yield Loss(f"event: {field}", Stage.EXTRA)
