"""Losses of a muc4 document: incidents, and the fills of those that an event is aligned with.

A key points at no sentence. Where an incident stands is taken to be where the fills stand that tell it from
others: its targets and instruments, or else its perpetrators.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final, get_args

from summariser.evals.losses.held import Held
from summariser.evals.losses.stages import Loss, Stage
from summariser.evals.record_types import Spans
from summariser.evals.report.data import ScoredCase
from summariser.evals.scorers.muc4_form import (
    Fill,
    Incident,
    ListSlot,
    PredictedDate,
    PredictedIncident,
    PredictedIncidents,
    Slot,
)
from summariser.evals.scorers.muc4_slots import compare, is_date, is_name
from summariser.evals.scorers.names import tokens
from summariser.evals.suites.muc4_mapping import incident_type
from summariser.evals.tally import Row

_LISTS: Final[tuple[ListSlot, ...]] = get_args(ListSlot)
_SINGLES: Final[tuple[Slot, ...]] = ("type", "date", "country", "killed", "injured")
_TARGETS: Final[tuple[ListSlot, ...]] = ("human_targets", "physical_targets", "instruments")
_PERPETRATORS: Final[tuple[ListSlot, ...]] = ("perp_individuals", "perp_organizations")
_NOTHING: Final = PredictedIncident(type=None)
_Key = tuple[tuple[str, str], ...]


def losses(scored: ScoredCase, held: Held) -> Iterator[Loss]:
    """Every incident of a scored document, and every fill of the aligned ones."""
    assert scored.score is not None
    events = PredictedIncidents.model_validate(scored.record.prediction).events
    by_gold = {_gold_key(incident): incident for incident in scored.case.gold}
    by_guess = {_guess_key(event): event for event in events}
    for row in scored.score.rows:
        incident = by_gold[_key(row, 1)] if row.gold is not None else None
        event = by_guess.get(_key(row, 2)) if row.predicted is not None else None
        if row.verdict == "optional":
            continue
        if incident is None:
            yield Loss("incident", Stage.EXTRA)
        elif row.verdict == "missed":
            yield Loss("incident", _missed(incident, scored.case.article.published, held))
        else:
            assert event is not None
            yield Loss("incident", None)
            others = [other for other in events if other is not event]
            yield from _slots(incident, event, others, held)


def _key(row: Row, side: int) -> _Key:
    return tuple((f[0], str(f[side])) for f in row.fields if f[side])


def _gold_key(incident: Incident) -> _Key:
    return tuple((name, slot.gold) for name, slot in compare(incident, _NOTHING).items() if slot.gold)


def _guess_key(event: PredictedIncident) -> _Key:
    return tuple((name, slot.predicted) for name, slot in compare(_EMPTY, event).items() if slot.predicted)


_EMPTY: Final = Incident(
    optional=False, type="ATTACK", date=None, location=None, instruments=(), instruments_optional=(),
    perp_individuals=(), perp_individuals_optional=(), perp_organizations=(), perp_organizations_optional=(),
    physical_targets=(), physical_targets_optional=(), human_targets=(), killed=None, killed_low=None,
    killed_high=None, injured=None, injured_low=None, injured_high=None,
)  # fmt: skip


def _missed(incident: Incident, published: date | None, held: Held) -> Stage:
    spans: Spans = ()
    for slots in (_TARGETS, _PERPETRATORS):
        fills = [fill for slot in slots for fill in incident.fills(slot)]
        spans = spans or tuple(span for fill in fills for span in held.holding(fill.aliases))
    if not spans:
        named = any(incident.fills(slot) for slot in (*_TARGETS, *_PERPETRATORS))
        return Stage.LABEL if named else Stage.CHOICE  # with neither, anything in the article may be it
    if events := held.events_at(spans):
        # An event that is no incident was given another type, status or targets than it has.
        return Stage.GROUPING if any(incident_type(e, published) for e in events) else Stage.CHOICE
    return Stage.CHOICE if held.is_candidate(spans, "event") else Stage.NOT_FOUND


def _slots(
    incident: Incident, event: PredictedIncident, others: Sequence[PredictedIncident], held: Held
) -> Iterator[Loss]:
    compared = compare(incident, event)
    for slot in _SINGLES:
        right = compared[slot].right
        if right is None:
            continue
        stage = None if right else _single(slot, incident, event, others, held)
        yield Loss(f"incident: {slot}", stage)
    for slot in _LISTS:
        yield from _list(slot, incident, event, others, held)


def _single(
    slot: Slot, incident: Incident, event: PredictedIncident, others: Sequence[PredictedIncident], held: Held
) -> Stage:
    """Why a slot with one answer is wrong."""
    if not compare(incident, event)[slot].gold:
        return Stage.EXTRA
    if slot == "type":
        return Stage.CHOICE
    if any(compare(incident, other)[slot].matched for other in others):
        return Stage.GROUPING
    if slot == "date":
        return _date(incident, held)
    if slot == "country":
        locations = incident.location.admitted if incident.location else ()
        named = [one.country for one in locations if one.country]
        return Stage.CHOICE if held.holding(named) else Stage.FORM
    return _count(getattr(incident, slot), getattr(incident, f"{slot}_low"), held)


def _date(incident: Incident, held: Held) -> Stage:
    admitted = incident.date.admitted if incident.date else ()
    days = [PredictedDate(start=start, end=end) for start, end in held.days()]
    if any(is_date(key, day) for key in admitted for day in days):
        return Stage.CHOICE
    return Stage.FORM if days else Stage.LABEL


def _count(value: int | None, low: int | None, held: Held) -> Stage:
    number = value if value is not None else low
    if number is None:
        return Stage.LABEL
    if spans := held.spans_of(number):
        return Stage.CHOICE if held.is_candidate(spans, "event") else Stage.NOT_FOUND
    if written := held.written(number):
        return Stage.FORM if held.numbers_at(written) else Stage.NOT_READ
    return Stage.LABEL  # nowhere in digits, and read nowhere: victims that the key counted


def _list(
    slot: ListSlot,
    incident: Incident,
    event: PredictedIncident,
    others: Sequence[PredictedIncident],
    held: Held,
) -> Iterator[Loss]:
    if slot == "places":
        locations = incident.location.admitted if incident.location else ()
        chosen = max(
            locations, key=lambda one: sum(_hit((p,), event.places) for p in one.places), default=None
        )
        fills = [Fill((place,)) for place in (chosen.places if chosen else ())]
    else:
        fills = list(incident.fills(slot))
    given = event.fills(slot)
    for fill in fills:
        if not fill.optional:
            yield Loss(f"incident: {slot}", _fill(slot, fill, event, others, held))
    for name in given:
        if not any(is_name(name, fill.aliases) for fill in fills):
            yield Loss(f"incident: {slot}", Stage.EXTRA)


def _hit(aliases: Sequence[str], given: Sequence[str]) -> bool:
    return any(is_name(name, aliases) for name in given)


def _fill(
    slot: ListSlot, fill: Fill, event: PredictedIncident, others: Sequence[PredictedIncident], held: Held
) -> Stage | None:
    """Why a fill is missing; None where it is there."""
    if _hit(fill.aliases, event.fills(slot)):
        return None
    words = [tokens(alias) for alias in fill.aliases]
    if any(tokens(name) & each for name in event.fills(slot) for each in words):
        return Stage.FORM  # the same in other words, too far from them to count
    if any(_hit(fill.aliases, other.fills(slot)) for other in others):
        return Stage.GROUPING
    if any(_hit(fill.aliases, event.fills(other)) for other in _LISTS):
        return Stage.CHOICE
    spans = held.holding(fill.aliases)
    if not spans:
        return Stage.LABEL
    if not held.is_named(fill.aliases):
        return Stage.NOT_READ
    return Stage.CHOICE if held.is_candidate(spans, "event") else Stage.NOT_FOUND
