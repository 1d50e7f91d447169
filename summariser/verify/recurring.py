"""Events that a long document tells again in another of its parts: one event, with all evidence.

A report tells an attack in its highlights, in the section of the town and in the chapter on protection. Two
records are one event where all of this holds:

- they are told in different parts: in different pieces, under different headings, or so many sentences apart
  that no reader takes the one for the next act of the other;
- both have the same day, or the same first and last day, and the same town, and the same status;
- they are of one kind, or one of them only says "attack" or "killed", and both are violence;
- no two known groups stand for one side;
- their tolls are compatible: for each measure that both count, they have a number in common, or one says "at
  least" and the other no less, or different sources claim them (then both claims stand side by side). Of a
  record without a toll there must be no second event that it could be.

Where one of them only says "attack", and in articles of up to 120 sentences, a number in common is needed.
Everything else stays two events.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from summariser.reading import Reading
from summariser.schemas import Actor, Damage, Event, EventFigure, Evidence, Means, Target
from summariser.schemas.codebooks import (
    ActorRole,
    EventType,
    GeoPrecision,
    Measure,
    Qualifier,
    SubEventType,
)
from summariser.verify.merging import merge_repeats

PARTS_APART: Final = 12
"""So many sentences between two records, and they are told in different parts of a document."""
LONG: Final = 120
"""Sentences of a document that is long enough to tell an event again without its toll."""
_PLAIN: Final = {SubEventType.ATTACK, SubEventType.ARMED_CLASH}
"""What "attack", "violence" and "killed" alone are taken for."""
_VIOLENT: Final = {EventType.BATTLES, EventType.EXPLOSIONS, EventType.VIOLENCE_AGAINST_CIVILIANS}
Key = tuple[object, ...]


def key_of(event: Event) -> Key | None:
    """What two records of one event have in common; None where day or town is open."""
    place, when = event.place, event.when
    if place is None or place.precision not in {GeoPrecision.PLACE, GeoPrecision.NEAR} or place.name is None:
        return None
    if when.start is None or when.end is None:
        return None
    return (when.start, when.end, place.country, place.name, event.status)


def told_again(made: Event, earlier: Sequence[Event], reading: Reading, parts: dict[str, int]) -> int | None:
    """Which of the earlier events with its key a record tells again: its place among them.

    Args:
        made: The record.
        earlier: Those with the same key.
        reading: The article.
        parts: In which piece of the article each sentence was asked about; empty where there was one.
    """
    fitting = [
        (at, shared)
        for at, event in enumerate(earlier)
        if _in_another_part(event, made, reading, parts)
        and (shared := _tolls_shared(event, made)) is not None
        and (_of_one_kind(event, made) or (shared and _may_be_one_kind(event, made)))
        and not _other_parties(event, made, reading)
    ]
    sure = [at for at, shared in fitting if shared]
    if sure:
        return sure[0]
    # In a short article two acts of one day and town are told as two more often than one is told twice.
    return fitting[0][0] if len(fitting) == 1 and len(reading.sentences) > LONG else None


def as_one(kept: Event, again: Event) -> Event:
    """The fuller of two records with all that the other has; it keeps the id of the first."""
    main, other = (again, kept) if _fullness(again) > _fullness(kept) else (kept, again)
    return main.model_copy(
        update={
            "id": kept.id,
            "actors": _actors(main, other),
            "means": _means(main, other),
            "damage": _damage(main, other),
            "targets": _targets(main, other),
            "evidence": _evidence(main.evidence, other.evidence),
            **{
                name: merge_repeats((*getattr(main, name), *getattr(other, name)), lambda f: f.measure)
                for name in ("fatalities", "injuries", "other_figures")
            },
        }
    )


def _in_another_part(one: Event, other: Event, reading: Reading, parts: dict[str, int]) -> bool:
    if parts:
        pieces = [{parts.get(e.sentence) for e in event.evidence} for event in (one, other)]
        if not pieces[0] & pieces[1]:
            return True
    ours, theirs = (sorted(reading.index(e.sentence) for e in event.evidence) for event in (one, other))
    if min(abs(b - a) for a in ours for b in theirs) >= PARTS_APART:
        return True
    first, second = sorted((ours, theirs))
    return first[-1] < second[0] and _has_heading(reading, first[-1], second[0])


def _has_heading(reading: Reading, after: int, until: int) -> bool:
    return any(reading.section(s.id).is_heading for s in reading.sentences[after + 1 : until])


def _of_one_kind(one: Event, other: Event) -> bool:
    return one.sub_type is other.sub_type


def _may_be_one_kind(one: Event, other: Event) -> bool:
    plain = one.sub_type in _PLAIN or other.sub_type in _PLAIN
    return plain and {one.type, other.type} <= _VIOLENT


def _other_parties(one: Event, other: Event, reading: Reading) -> bool:
    """Whether both name a known group for one side, and not the same: "gunmen" may be anybody."""
    for role in (ActorRole.SIDE_A, ActorRole.SIDE_B):
        ours, theirs = (_known(event.side(role), reading) for event in (one, other))
        if ours and theirs and not ours & theirs:
            return True
    return False


def _known(actors: Iterable[Actor], reading: Reading) -> set[str]:
    return {a.name for a in actors if reading.canonical(a.words.text).known}


def _tolls_shared(one: Event, other: Event) -> bool | None:
    """Whether two records have a number in common; None where their numbers contradict each other."""
    shared = False
    for measures in ({Measure.KILLED, Measure.DIED}, {Measure.INJURED}, {Measure.ABDUCTED}):
        ours, theirs = (_counts(event, measures) for event in (one, other))
        if not ours or not theirs:
            continue
        same = any(_is_same(a, b) for a in ours for b in theirs)
        if not same and not any(_may_be_same(a, b) for a in ours for b in theirs):
            return None
        shared = shared or same
    return shared


def _counts(event: Event, measures: set[Measure]) -> list[EventFigure]:
    figures = (*event.fatalities, *event.injuries, *event.other_figures)
    return [f for f in figures if f.measure in measures]


def _is_same(one: EventFigure, other: EventFigure) -> bool:
    bounds = [(f.value, f.low, f.high) for f in (one, other)]
    return bounds[0] == bounds[1] or (one.value is not None and one.value == other.value)


def _may_be_same(one: EventFigure, other: EventFigure) -> bool:
    """Whether one is a bound that the other keeps, or both are claims of different sources."""
    for bound, exact in ((one, other), (other, one)):
        known = bound.value if bound.value is not None else bound.low
        if bound.qualifier is Qualifier.AT_LEAST and known is not None and (exact.value or 0) >= known:
            return True
        if bound.value is None and exact.value is not None:
            return (bound.low or 0) <= exact.value <= (bound.high or exact.value)
    claims = one.claimed_by, other.claimed_by
    return claims[0] is not None and claims[1] is not None and claims[0].name != claims[1].name


def _fullness(event: Event) -> tuple[bool, int, int]:
    said = len(event.actors) + len(event.means) + len(event.targets) + len(event.damage)
    return event.sub_type not in _PLAIN, said, len(event.evidence)


def _actors(main: Event, other: Event) -> tuple[Actor, ...]:
    """Those of the fuller record; of the other only who has a side that is empty there."""
    names = {a.name for a in main.actors}
    sides = {a.role for a in main.actors}
    return (*main.actors, *(a for a in other.actors if a.name not in names and a.role not in sides))


def _means(main: Event, other: Event) -> tuple[Means, ...]:
    seen = {m.words.casefold() for m in main.means}
    return (*main.means, *(m for m in other.means if m.words.casefold() not in seen))


def _damage(main: Event, other: Event) -> tuple[Damage, ...]:
    seen = {(d.measure, d.words.text.casefold()) for d in main.damage}
    return (*main.damage, *(d for d in other.damage if (d.measure, d.words.text.casefold()) not in seen))


def _targets(main: Event, other: Event) -> tuple[Target, ...]:
    seen = {t.words.text.casefold() for t in main.targets}
    return (*main.targets, *(t for t in other.targets if t.words.text.casefold() not in seen))


def _evidence(main: Sequence[Evidence], other: Sequence[Evidence]) -> tuple[Evidence, ...]:
    seen = {e.sentence for e in main}
    return (*main, *(e for e in other if e.sentence not in seen))
