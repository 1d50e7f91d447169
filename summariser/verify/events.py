"""Events: from a draft to verified records."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from summariser.drafts import DraftEvent, DraftFigure, EventDraft
from summariser.lexicon.parties import BURSTING, PARTS
from summariser.lexicon.polarity import NEGATED, POSSIBLE, UNTRUE
from summariser.lexicon.sides import RUINED
from summariser.nouns import singular
from summariser.reading import Reading
from summariser.roles import Roles, roles_of_sentences
from summariser.schemas import Actor, Damage, Event, EventFigure, IssueCode, Means, Target
from summariser.schemas.codebooks import (
    SUB_EVENT_TYPES,
    ActorRole,
    EventStatus,
    EventType,
    Measure,
    SubEventType,
    event_type_of,
)
from summariser.sharing import Sharing
from summariser.verify import values
from summariser.verify.ledger import Ledger
from summariser.verify.merging import merge_repeats
from summariser.verify.recurring import Key, as_one, key_of, told_again

_CRAFT = re.compile(
    r"(?:fighter )?(?:war)?(?:planes?|jets?|drones?|helicopters?(?: gunships?)?)\b(?= (?!strikes?|attacks?))",
    re.IGNORECASE,
)
"""Of "jets carried out" only the jets are a means."""
_DONE = {EventStatus.OCCURRED, EventStatus.ONGOING}
_NOT_YET = {EventStatus.PLANNED, EventStatus.THREATENED}
_ARMED_ACTS = frozenset(
    s
    for kind in (
        EventType.BATTLES,
        EventType.EXPLOSIONS,
        EventType.VIOLENCE_AGAINST_CIVILIANS,
        EventType.RIOTS,
        EventType.STRATEGIC,
    )
    for s in SUB_EVENT_TYPES[kind]
) - {SubEventType.AGREEMENT, SubEventType.ARRESTS, SubEventType.CHANGE_TO_GROUP} | {
    SubEventType.EXCESSIVE_FORCE
}
_FROM_AFAR = {
    SubEventType.AIR_STRIKE,
    SubEventType.SHELLING,
    SubEventType.CHEMICAL_WEAPON,
    SubEventType.GRENADE,
}
_BY_EXPLOSIVES = SUB_EVENT_TYPES[EventType.EXPLOSIONS]


def verify_events(draft: EventDraft, ledger: Ledger) -> tuple[Event, ...]:
    """Every event of the draft that holds up, numbered in order; the rest is in ``ledger.issues``.

    What is told twice in the same sentences, and what another part of a long document tells again, is one.
    """
    events: list[Event] = []
    told_in: dict[frozenset[str], list[int]] = {}  # only what is told in the same sentences can be the same
    on_a_day: dict[Key, list[int]] = {}
    sharing = Sharing()
    for drafted in draft.events:
        since = len(ledger.issues)
        made = _event(drafted, ledger, f"E{len(events) + 1}")
        if made is None:
            continue
        alike = told_in.setdefault(frozenset(e.sentence for e in made.evidence), [])
        twin = next((i for i in alike if _same(events[i], made)), None)
        if twin is None and made.evidence[0].sentence in ledger.reading.event_rows:
            twin = _listed_again(events, made, ledger.reading)
        if twin is not None:
            kept = events[twin]
            ledger.forget_record(since, made.id, kept.id)
            _tell_of_repeat(ledger, made, f"Repeats {kept.id}", kept.id)
            events[twin] = _with_figures_of(kept, made)
            continue
        key = key_of(made)
        before = on_a_day.setdefault(key, []) if key is not None else []
        again = told_again(made, [events[i] for i in before], ledger.reading, ledger.pieces)
        if again is not None:
            kept = events[before[again]]
            ledger.forget_record(since, made.id, kept.id)
            _tell_of_repeat(ledger, made, f"Told again in another part of the document: {kept.id}", kept.id)
            events[before[again]] = as_one(kept, made)
            continue
        alike.append(len(events))
        before.append(len(events))
        events.append(sharing.whole(made))
    return tuple(events)


def _tell_of_repeat(ledger: Ledger, made: Event, reason: str, kept: str) -> None:
    ledger.refuse(IssueCode.DUPLICATE, reason, sentence=made.evidence[0].sentence, record=kept)


def _same(one: Event, other: Event) -> bool:
    """Whether two records are one event: of one kind, told in the same sentences, at one place and time."""
    places = tuple(e.place and (e.place.name or e.place.words.text) for e in (one, other))
    return (
        one.sub_type is other.sub_type
        and {e.sentence for e in one.evidence} == {e.sentence for e in other.evidence}
        and [(a.role, a.name) for a in one.actors] == [(a.role, a.name) for a in other.actors]
        and places[0] == places[1]
        and one.when.start == other.when.start
    )


def _rows_beside(reading: Reading, sentence: str) -> frozenset[str]:
    """The rows of the table that a sentence is a row of."""
    rows = next((t.rows for t in reading.tables if any(r.sentence == sentence for r in t.rows)), ())
    return frozenset(row.sentence for row in rows)


def _listed_again(events: Sequence[Event], row: Event, reading: Reading) -> int | None:
    """Which event of the text a row of a table of incidents lists: of its type, at its place, on its day.

    None where several fit: the table may tell them apart, and the row does not. Two rows of one table are two
    incidents, whatever they have in common.
    """
    siblings = _rows_beside(reading, row.evidence[0].sentence)
    fits = [
        i
        for i, event in enumerate(events)
        if event.type is row.type
        and siblings.isdisjoint(e.sentence for e in event.evidence)
        and event.status is row.status
        and row.when.start is not None
        and event.when.start == row.when.start
        and event.place is not None
        and row.place is not None
        and (event.place.name or event.place.words.text) == (row.place.name or row.place.words.text)
    ]
    return fits[0] if len(fits) == 1 else None


def _with_figures_of(kept: Event, twin: Event) -> Event:
    """An event with what its repeat counts beside it: the repeat goes, its numbers stay."""
    lists = ("fatalities", "injuries", "other_figures")
    known = {e.sentence for e in kept.evidence}
    return kept.model_copy(
        update={
            "evidence": (*kept.evidence, *(e for e in twin.evidence if e.sentence not in known)),
        }
        | {
            name: merge_repeats((*getattr(kept, name), *getattr(twin, name)), lambda f: f.measure)
            for name in lists
        }
    )


def _event(drafted: DraftEvent, ledger: Ledger, event_id: str) -> Event | None:
    reading = ledger.reading
    sentences = tuple(s for s in drafted.sentences if reading.find(s) is not None)
    for unknown in (s for s in drafted.sentences if reading.find(s) is None):
        ledger.refuse(IssueCode.NOT_GROUNDED, "There is no such sentence", words=unknown)
    if not sentences:
        return None
    future = drafted.status in _NOT_YET
    figures = merge_repeats(_figures(drafted.figures, ledger), lambda f: f.measure)
    deaths = (Measure.KILLED, Measure.DIED)
    roles = roles_of_sentences(reading, sentences)
    own = tuple(dict.fromkeys([*sentences, *(e.sentence for f in figures for e in f.evidence[:1])]))
    when = values.when(ledger, drafted.date, (*drafted.told_in, *sentences), future=future, record=event_id)
    place = values.place(ledger, values.find_words(ledger, drafted.place, sentences), event_id)
    return Event(
        id=event_id,
        type=event_type_of(drafted.sub_type),
        sub_type=drafted.sub_type,
        status=drafted.status,
        when=when,
        place=place,
        actors=_actors(drafted, ledger, sentences, place.country if place is not None else None),
        damage=_damage(drafted, ledger, sentences),
        targets=_targets(drafted, ledger, roles),
        means=_means(drafted, ledger, sentences, roles),
        fatalities=tuple(f for f in figures if f.measure in deaths),
        injuries=tuple(f for f in figures if f.measure is Measure.INJURED),
        other_figures=tuple(f for f in figures if f.measure not in {*deaths, Measure.INJURED}),
        evidence=reading.evidence(*own),
    )


def _figures(drafted: Iterable[DraftFigure], ledger: Ledger) -> list[EventFigure]:
    made = []
    for one in drafted:
        number = values.asserted_number(
            ledger, one.number, f"measure:{one.measure}", f"that they were {one.measure}"
        )
        if number is None:
            continue
        figure = values.figure(
            ledger,
            EventFigure,
            number,
            claimed_by=one.claimed_by,
            certainty=one.certainty,
            unit=one.unit,
            group=one.group,
            measure=one.measure,
        )
        if figure is not None:
            made.append(figure)
    return made


def _actors(
    drafted: DraftEvent, ledger: Ledger, sentences: tuple[str, ...], country: str | None
) -> tuple[Actor, ...]:
    """The sides under canonical names: each actor once a side, and no support of a side that it is itself."""
    made: list[Actor] = []
    roles = (
        (ActorRole.SIDE_A, drafted.side_a),
        (ActorRole.SIDE_B, drafted.side_b),
        (ActorRole.SUPPORT_A, drafted.support_a),
        (ActorRole.SUPPORT_B, drafted.support_b),
    )
    for role, names in roles:
        for words in names:
            actor = values.actor(ledger, words, role, sentences, drafted.sub_type, country)
            if actor is None or any(a.name == actor.name and a.role is role for a in made):
                continue
            if any(a.name == actor.name for a in made):
                ledger.refuse(
                    IssueCode.INVALID, f"{actor.name} already has another role in the event",
                    sentence=actor.evidence[0].sentence, words=words,
                )  # fmt: skip
                continue
            made.append(actor)
    return tuple(made)


def _means(
    drafted: DraftEvent, ledger: Ledger, sentences: tuple[str, ...], roles: Roles
) -> tuple[Means, ...]:
    """The weapons that the event's own sentences name; of air raids and shelling the words for these."""
    if drafted.sub_type not in _ARMED_ACTS:
        return ()
    reading = ledger.reading
    found: dict[str, Means] = {}
    for part in roles.weapons:
        words = part.words
        if drafted.sub_type in _BY_EXPLOSIVES and not BURSTING.search(words):
            continue  # of a bombing by men with rifles the rifles are no means
        found.setdefault(
            words.casefold(), Means(words=words, evidence=reading.evidence(part.phrases.sentence))
        )
    if found or drafted.sub_type not in _FROM_AFAR:
        return tuple(found.values())
    for sentence in sentences:
        for cue in reading.cues.of(sentence, "event"):
            if cue.value == drafted.sub_type and not cue.is_deed:
                craft = _CRAFT.match(cue.text)
                words = craft.group() if craft else cue.text
                found.setdefault(words.casefold(), Means(words=words, evidence=reading.evidence(sentence)))
    return tuple(found.values())


def _targets(drafted: DraftEvent, ledger: Ledger, roles: Roles) -> tuple[Target, ...]:
    """The things that the event's own sentences say were attacked."""
    if drafted.sub_type not in _ARMED_ACTS:
        return ()
    reading = ledger.reading
    found: dict[str, Target] = {}
    wholes = [p for p in roles.things if singular(p.phrase.head) not in PARTS]
    for part in wholes or roles.things:
        words = part.whole
        found.setdefault(
            words.casefold(),
            Target(
                words=reading.span(part.phrase.start, part.phrase.end),
                evidence=reading.evidence(part.phrases.sentence),
            ),
        )
    return tuple(found.values())


def _damage(drafted: DraftEvent, ledger: Ledger, sentences: tuple[str, ...]) -> tuple[Damage, ...]:
    """What the event's own sentences say was destroyed or damaged, where they say so of something named."""
    if drafted.status not in _DONE:
        return ()
    reading = ledger.reading
    found = []
    for sentence in map(reading.sentence, sentences):
        for match in RUINED.finditer(sentence.text):
            before = sentence.text[: match.start()]
            if NEGATED.search(before) or POSSIBLE.search(before) or UNTRUE.search(before):
                continue
            measure = Measure.DESTROYED if match["verb"].casefold().startswith("destroy") else Measure.DAMAGED
            start, end = (sentence.start + at for at in match.span("what"))
            found.append(
                Damage(
                    measure=measure, words=reading.span(start, end), evidence=reading.evidence(sentence.id)
                )
            )
    return tuple(found)
