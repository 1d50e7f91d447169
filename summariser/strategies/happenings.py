"""Step "events": each candidate event is put to the model by itself, with a closed choice of answers."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from summariser.accounting import Account
from summariser.closing import NOBODY, NONE, EventAnswer, event_question, sides_question
from summariser.cues import Cue, unit_and_group
from summariser.engines.base import Request
from summariser.incident_index import Incident
from summariser.incidents import find_incidents
from summariser.kinds import settled
from summariser.meanings import FigureCandidate
from summariser.nouns import kinds_of, people_kind
from summariser.parties import Parties, in_an_arrest, killed_and_arrested, parties_of
from summariser.prompting import load_prompt
from summariser.reading import Reading
from summariser.reported import SURE, THRESHOLD, are_denied, incident_weight, statuses_of
from summariser.roles_abroad import kind_of_people
from summariser.schemas import IssueCode
from summariser.schemas.codebooks import SUB_EVENT_TYPES, EventStatus, EventType, SubEventType
from summariser.sides import SUPPORTED_BY, SUPPORTER_REACH, Sides, sides_of
from summariser.strategies.asking import ask_each, at_once
from summariser.verify.ledger import Ledger

V = TypeVar("V")
STEP = "events"
_MAX_TOKENS = 64
_MAX_SIDES_TOKENS = 48
_MOST_INCIDENTS, _SENTENCES_AN_INCIDENT = 12, 4
"""Candidates asked about: 12, or one for every 4 sentences of a long article. The rest is in the issues."""
_MOST_SENTENCES, _MOST_CHARACTERS, _MOST_WORDS = 3, 320, 4
_ARMED = {"state_forces", "rebel_group", "political_militia", "identity_militia", "external_forces"}
_VIOLENT = frozenset(
    s
    for kind in (EventType.BATTLES, EventType.EXPLOSIONS, EventType.VIOLENCE_AGAINST_CIVILIANS)
    for s in SUB_EVENT_TYPES[kind]
) | {SubEventType.LOOTING, SubEventType.MOB_VIOLENCE}


@dataclass(frozen=True, slots=True)
class Happening:
    """A candidate event that the model took for one."""

    incident: Incident
    sub_type: SubEventType
    status: EventStatus
    side_a: tuple[str, ...]
    side_b: tuple[str, ...]
    supporters: tuple[str, ...]


async def name_happenings(
    reading: Reading,
    account: Account,
    ledger: Ledger,
    figures: Sequence[tuple[FigureCandidate, str]] = (),
) -> tuple[Happening, ...]:
    """The candidate events that the model confirms, in the order of the text."""
    incidents = _reported(reading, ledger)
    most = max(_MOST_INCIDENTS, len(reading.sentences) // _SENTENCES_AN_INCIDENT)
    asked = sorted(incidents, key=lambda i: -_weight(reading, i))[:most]
    chosen = set(map(id, asked))
    for incident in incidents:
        if id(incident) not in chosen:
            ledger.refuse(
                IssueCode.NOT_READ,
                f"More than {most} candidate events: this one was not put to the model",
                step=STEP,
                sentence=incident.sentences[0],
                words=incident.cues[0].text,
            )
    told = _told_by_sentence(incidents)
    counted = _by_sentence(figures, lambda f: _noun_in(reading, f[0]))
    said = _by_sentence(ledger.statements, lambda s: s.named_in)

    async def happening(numbered: tuple[int, Incident]) -> tuple[Happening | None, Ledger]:
        at, incident = numbered
        aside = ledger.aside()
        account.tell(STEP, at, len(asked), incident.cues[0].text)
        others = [
            c
            for s in incident.sentences
            for i, c in told.get(s, ())
            if i is not incident and c not in incident.cues
        ]
        shown = _shown(reading, incident)
        near = [f for s in shown for f in counted.get(s, ())]
        speaking = [statement for s in shown for statement in said.get(s, ())]
        sides = sides_of(reading, shown, incident.cues, near, speaking)
        answer = _told_by_words(reading, incident)
        if answer is None:
            answer = await _ask(reading, account, aside, incident, sides)
        else:
            found = _parties(reading, incident, SubEventType(answer.kind), others)
            answer = await _with_sides(reading, account, aside, incident, sides, answer, found)
        if answer is not None and answer.kind == NONE and _is_sure(reading, incident):
            # The default model denied five such candidates of the development articles: all were events.
            answer = answer.model_copy(
                update={"kind": settled(reading, incident.cues)[0], "by": NOBODY, "on": NOBODY}
            )
        if answer is None or answer.kind == NONE:
            return None, aside
        return _happening(reading, incident, answer, others), aside

    in_order = list(enumerate((i for i in incidents if id(i) in chosen), 1))
    answered = await ask_each(in_order, happening, at_once(account.engine.info))
    for _, aside in answered:
        ledger.take_over(aside)
    return tuple(found for found, _ in answered if found is not None)


def _parties(reading: Reading, incident: Incident, sub_type: SubEventType, others: Sequence[Cue]) -> Parties:
    """The sides by the words; who denies having done it did not thereby do it."""
    told = incident.sentences
    if not incident.is_denied:
        denied = {at for at, cues in incident.cues_at.items() if are_denied(reading, cues)}
        told = [s for s in told if reading.index(s) not in denied]
    return parties_of(reading, told, sub_type, incident.cues, others)


def _told_by_sentence(incidents: Sequence[Incident]) -> dict[str, list[tuple[Incident, Cue]]]:
    """The mentions of all candidates by their sentence: of a long article each needs those beside it only."""
    return _by_sentence([(i, c) for i in incidents for c in i.cues], lambda told: told[1].sentence)


def _by_sentence(items: Iterable[V], sentence: Callable[[V], str]) -> dict[str, list[V]]:
    filed: dict[str, list[V]] = {}
    for item in items:
        filed.setdefault(sentence(item), []).append(item)
    return filed


def _noun_in(reading: Reading, candidate: FigureCandidate) -> str:
    """The sentence of what a number counts, which a number of a table has from its head."""
    number = candidate.number
    return number.sentence if number.noun_start is None else reading.sentence_at(number.noun_start).id


def _is_sure(reading: Reading, incident: Incident) -> bool:
    """Whether its words leave no doubt that something is reported."""
    return incident_weight(reading, incident.cues) >= SURE


def _told_by_words(reading: Reading, incident: Incident) -> EventAnswer | None:
    """The answer but for the sides, where the words say all else: one kind, one status, no doubt."""
    kinds, statuses = settled(reading, incident.cues), statuses_of(reading, incident.cues)
    if len(kinds) > 1 or len(statuses) > 1 or not _is_sure(reading, incident):
        return None
    return EventAnswer(kind=kinds[0], how=statuses[0], by=NOBODY, on=NOBODY)


async def _with_sides(
    reading: Reading,
    account: Account,
    ledger: Ledger,
    incident: Incident,
    sides: Sides,
    told: EventAnswer,
    found: Parties,
) -> EventAnswer:
    """The sides that no words settle, asked for by themselves: a shorter answer than the whole event's."""
    by = () if found.side_a else sides.by
    on = () if found.side_b or told.kind == SubEventType.PEACEFUL_PROTEST else sides.on
    if found.hits_things:
        on = tuple(o for o in on if _is_people(reading, o))  # "Salt Company", whose offices were hit
    if not by and not on:
        return told
    prompt = load_prompt("sides")
    shown = _shown(reading, incident)
    words = list(dict.fromkeys(c.text for c in incident.cues if c.sentence in shown))[:_MOST_WORDS]
    names = list(dict.fromkeys((*by, *on)))
    request = Request(
        step=STEP,
        messages=prompt.messages(
            sentences=" ".join(_short(reading.sentence(s).text) for s in shown),
            kind=told.kind,
            words=", ".join(words),
            names=names,
            asked=[name for name, offered in (("by", by), ("on", on)) if offered],
        ),
        response_model=sides_question(by, on),
        context={"same_actor": {n: reading.canonical(n).name for n in names}},
        max_tokens=_MAX_SIDES_TOKENS,
    )
    reply = await account.ask_piece(request, prompt)
    given = reply.value.model_dump() if reply.value is not None else _salvaged_sides(reply.raw, by, on)
    if reply.value is None:
        ledger.refuse(
            IssueCode.NO_ANSWER,
            f"No valid answer on the sides of an event: {reply.error}",
            step=STEP,
            sentence=incident.sentences[0],
            words=words[0] if words else None,
        )
    return told.model_copy(update=given)


def _salvaged_sides(raw: str, by: Sequence[str], on: Sequence[str]) -> dict[str, str]:
    """Of an answer that names one actor twice, whoever can only have suffered it stays the target."""
    answer = _as_object(raw)
    target = str(answer.get("on"))
    return {"on": target} if target in on and target not in by else {}


def _reported(reading: Reading, ledger: Ledger) -> list[Incident]:
    """The candidate events whose words report something; the others go into the issues."""
    kept = []
    for incident in find_incidents(reading):
        if incident_weight(reading, incident.cues) >= THRESHOLD:
            kept.append(incident)
            continue
        ledger.refuse(
            IssueCode.NOT_READ,
            "The words speak of violence, but not of one event that happened, was tried or was announced",
            step=STEP,
            sentence=incident.sentences[0],
            words=incident.cues[0].text,
        )
    return kept


def _weight(reading: Reading, incident: Incident) -> float:
    """How much a candidate has to show for itself: named means, figures, a day, a place."""
    figures = sum(len(reading.numbers_in(s)) for s in incident.sentences)
    named = 0 if incident.is_generic else 3
    return named + len(incident.sentences) + min(figures, 3) + bool(incident.places) + bool(incident.dates)


async def _ask(
    reading: Reading, account: Account, ledger: Ledger, incident: Incident, sides: Sides
) -> EventAnswer | None:
    prompt = load_prompt("event")
    kinds = settled(reading, incident.cues)
    statuses = statuses_of(reading, incident.cues)
    shown = _shown(reading, incident)
    words = list(dict.fromkeys(c.text for c in incident.cues if c.sentence in shown))[:_MOST_WORDS]
    same = {n: reading.canonical(n).name for n in sides.names}
    request = Request(
        step=STEP,
        messages=prompt.messages(
            sentences=" ".join(_short(reading.sentence(s).text) for s in shown),
            words=", ".join(words),
            kinds=list(kinds),
            names=list(sides.names),
        ),
        response_model=event_question(kinds, statuses, sides.by, sides.on),
        context={"same_actor": same},
        max_tokens=_MAX_TOKENS,
    )
    reply = await account.ask_piece(request, prompt)
    if reply.value is not None:
        return reply.value
    ledger.refuse(
        IssueCode.NO_ANSWER,
        f"No valid answer on a candidate event: {reply.error}",
        step=STEP,
        sentence=incident.sentences[0],
        words=words[0] if words else None,
    )
    return _salvaged(reply.raw, kinds, statuses, sides)


def _salvaged(raw: str, kinds: Sequence[str], statuses: Sequence[str], sides: Sides) -> EventAnswer | None:
    """What remains of an answer that is not valid: the event, without the side that is not sure.

    Its words report it, whatever the model makes of the sides. Of an answer that names one actor twice,
    whoever can only have suffered it stays the target; else neither side is kept.
    """
    answer = _as_object(raw)
    if not answer:
        return None
    kind, how, on = (str(answer.get(key)) for key in ("kind", "how", "on"))
    return EventAnswer(
        kind=kind if kind in {*kinds, NONE} else kinds[0],
        how=how if how in statuses else statuses[0],
        by=NOBODY,
        on=on if on in sides.on and on not in sides.by else NOBODY,
    )


def _as_object(raw: str) -> dict[str, Any]:
    try:
        answer = json.loads(raw)
    except ValueError:
        return {}
    return answer if isinstance(answer, dict) else {}


def _shown(reading: Reading, incident: Incident) -> list[str]:
    """The sentences to show: the one before the first, for its names, then those that report the event."""
    own = incident.sentences[:_MOST_SENTENCES]
    before = reading.before(own[0])
    lead = [before.id] if before is not None and before.role == "body" and before.id not in own else []
    order = {s: reading.index(s) for s in (*lead, *own)}
    return sorted(order, key=order.__getitem__)


def _short(text: str) -> str:
    return text if len(text) <= _MOST_CHARACTERS else text[:_MOST_CHARACTERS].rsplit(" ", 1)[0] + " ..."


def _happening(reading: Reading, incident: Incident, answer: EventAnswer, others: Sequence[Cue]) -> Happening:
    """The event: its sides as the words around its verbs have them, else as the model answered."""
    sub_type = SubEventType(answer.kind)
    if sub_type is SubEventType.ARRESTS and not others and killed_and_arrested(reading, incident.sentences):
        sub_type = SubEventType.ATTACK  # those who were taken are part of it
    found = _parties(reading, incident, sub_type, others)
    by: tuple[str, ...] = (answer.by,) if answer.by != NOBODY else ()
    on: tuple[str, ...] = (answer.on,) if answer.on != NOBODY else ()
    if (sub_type in _VIOLENT and not all(_may_do_harm(reading, a) for a in by)) or (
        by and by[0] in found.side_b
    ):
        by = ()  # a small model takes any name for the perpetrator
    if sub_type is not SubEventType.ARRESTS:
        held = {w.casefold() for w in in_an_arrest(reading, incident.sentences)}
        by = tuple(b for b in by if b.casefold() not in held)
    side_a = found.side_a or by
    if sub_type is SubEventType.PEACEFUL_PROTEST:
        on = ()  # whom a peaceful march is against suffers nothing
    if found.hits_things and not all(_is_people(reading, o) for o in on):
        on = ()  # "Salt Company", whose offices were hit
    side_b = found.side_b or tuple(b for b in on if not any(b in a for a in side_a))
    if len(settled(reading, incident.cues)) > 1 or sub_type != answer.kind:
        sub_type = _by_sides(reading, side_a, side_b, sub_type)
    return Happening(
        incident, sub_type, EventStatus(answer.how), side_a, side_b, _supporters(reading, incident)
    )


def _by_sides(
    reading: Reading, side_a: Sequence[str], side_b: Sequence[str], answered: SubEventType
) -> SubEventType:
    """ACLED tells "attack" apart by the target: armed against armed is a clash, against others an attack."""
    kinds = [{_kind(reading, side) for side in sides} for sides in (side_a, side_b)]
    if not all(kinds) or any("unknown" in k for k in kinds):
        return answered
    return SubEventType.ARMED_CLASH if all(k <= _ARMED for k in kinds) else SubEventType.ATTACK


def _may_do_harm(reading: Reading, words: str) -> bool:
    """Whether somebody is armed, or is called by what he does to others ("gunmen", "a mob")."""
    return _kind(reading, words) in _ARMED | {"rioters", "protesters"} or bool(
        words.split() and "doer" in kinds_of(words.rsplit(maxsplit=1)[-1].casefold())
    )


def _is_people(reading: Reading, words: str) -> bool:
    """Whether words call people, and not a body or a place."""
    if _kind(reading, words) in _ARMED or unit_and_group(words) is not None:
        return True
    return any(n.kind == "person" and words in (n.text, *n.aliases) for n in reading.names)


def _kind(reading: Reading, side: str) -> str:
    """The kind of an actor, or of counted people: "41 fighters" are armed though they have no name."""
    kind = reading.canonical(side).kind
    if kind != "unknown":
        return str(kind)
    meaning = unit_and_group(side)
    if meaning is not None and meaning[1] == "fighters":
        return "rebel_group"
    abroad = kind_of_people(side, suffers=True) if reading.language != "en" else None
    return str(abroad or people_kind(side, suffers=True))


def _supporters(reading: Reading, incident: Incident) -> tuple[str, ...]:
    """Actors named right after "backed by" in the event's own sentences."""
    found = []
    for sentence_id in incident.sentences:
        sentence = reading.sentence(sentence_id)
        for match in SUPPORTED_BY.finditer(sentence.text):
            at = sentence.start + match.end()
            if any(c.sentence == sentence_id and c.start < at for c in incident.cues):
                found += [
                    a.text for a in reading.actors_in(sentence_id) if at <= a.start <= at + SUPPORTER_REACH
                ]
    return tuple(found)
