"""Step "events": each candidate event is put to the model by itself, with a closed choice of answers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from summariser.accounting import Account
from summariser.closing import NOBODY, NONE, EventAnswer, event_question
from summariser.cues import Cue, unit_and_group
from summariser.engines.base import Request
from summariser.incidents import Incident, find_incidents
from summariser.linking import is_negated
from summariser.normalise.actors import canonical_actor
from summariser.prompting import load_prompt
from summariser.reading import Reading
from summariser.schemas import IssueCode
from summariser.verify.ledger import Ledger

STEP = "events"
_MAX_TOKENS = 64
_MOST_INCIDENTS = 12
"""Candidates asked about in one piece of an article; what is beyond is said in the issues."""
_MOST_SENTENCES, _MOST_CHARACTERS, _MOST_NAMES = 3, 320, 8
_SUPPORT = re.compile(r"\b(?:backed|supported|aided|assisted|covered) by (?:the )?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Happening:
    """A candidate event that the model took for one, with its answer."""

    incident: Incident
    answer: EventAnswer
    supporters: tuple[str, ...]


async def name_happenings(reading: Reading, account: Account, ledger: Ledger) -> tuple[Happening, ...]:
    """The candidate events that the model confirms, in the order of the text."""
    incidents = [
        i for i in map(lambda i: _without_negated(reading, i), find_incidents(reading)) if i.sentences
    ]
    asked = sorted(incidents, key=lambda i: -_weight(reading, i))[:_MOST_INCIDENTS]
    for incident in incidents:
        if incident not in asked:
            ledger.refuse(
                IssueCode.NOT_READ, f"More than {_MOST_INCIDENTS} candidate events: this one was not put to the model",
                step=STEP, sentence=incident.sentences[0], words=incident.cues[0].text,
            )  # fmt: skip
    confirmed = []
    for at, incident in enumerate((i for i in incidents if i in asked), 1):
        account.tell(STEP, at, len(asked), incident.cues[0].text)
        answer = await _ask(reading, account, ledger, incident)
        if answer is not None and answer.kind != NONE:
            confirmed.append(Happening(incident, answer, _supporters(reading, incident)))
    return tuple(confirmed)


def _without_negated(reading: Reading, incident: Incident) -> Incident:
    cues = [c for c in incident.cues if not is_negated(reading, c)]
    with_cues = {c.sentence for c in cues}
    return Incident(
        incident.family,
        [s for s in incident.sentences if s in with_cues],
        cues,
        incident.places,
        incident.dates,
    )


def _weight(reading: Reading, incident: Incident) -> float:
    """How much a candidate has to show for itself: named means, figures, a day, a place."""
    figures = sum(len(reading.numbers_in(s)) for s in incident.sentences)
    named = 0 if incident.is_generic else 3
    return named + len(incident.sentences) + min(figures, 3) + bool(incident.places) + bool(incident.dates)


async def _ask(reading: Reading, account: Account, ledger: Ledger, incident: Incident) -> EventAnswer | None:
    prompt = load_prompt("event")
    shown = _shown(reading, incident)
    names = _names(reading, shown)
    words = list(dict.fromkeys(c.text for c in incident.cues if c.sentence in shown))[:4]
    same = {n: canonical_actor(n, text_aliases=reading.aliases).name for n in names}
    request = Request(
        step=STEP,
        messages=prompt.messages(
            sentences=" ".join(_short(reading.sentence(s).text) for s in shown),
            words=", ".join(words),
            kinds=list(incident.options()),
            names=names,
        ),
        response_model=event_question(incident.options(), names),
        context={"same_actor": same},
        max_tokens=_MAX_TOKENS,
    )
    reply = await account.ask(request, prompt)
    if reply.value is None:
        ledger.refuse(
            IssueCode.NO_ANSWER, f"No valid answer on a candidate event: {reply.error}", step=STEP,
            sentence=incident.sentences[0], words=words[0] if words else None,
        )  # fmt: skip
    return reply.value


def _shown(reading: Reading, incident: Incident) -> list[str]:
    """The sentences to show: the one before the first, for its names, then those that report the event."""
    own = incident.sentences[:_MOST_SENTENCES]
    before = reading.before(own[0])
    lead = [before.id] if before is not None and before.role == "body" and before.id not in own else []
    order = {s: reading.index(s) for s in (*lead, *own)}
    return sorted(order, key=order.__getitem__)


def _short(text: str) -> str:
    return text if len(text) <= _MOST_CHARACTERS else text[:_MOST_CHARACTERS].rsplit(" ", 1)[0] + " ..."


def _names(reading: Reading, shown: Sequence[str]) -> list[str]:
    """Who may have done it or suffered it: actors, named people and counted people of the sentences."""
    found: dict[str, str] = {}
    for sentence in shown:
        for actor in reading.actors_in(sentence):
            found.setdefault(actor.canonical.name, actor.text)
        for name in reading.names:
            if name.kind == "person" and any(m.sentence == sentence for m in name.mentions):
                found.setdefault(name.text, next(m.text for m in name.mentions if m.sentence == sentence))
        for number in reading.numbers_in(sentence):
            if (
                number.noun
                and number.kind == "count"
                and not number.inherited
                and number.noun not in found.values()
            ):
                inside = [a for a in reading.actors_in(sentence) if number.noun_start is not None
                          and number.noun_start <= a.start < (number.noun_end or 0)]  # fmt: skip
                if not inside and _is_people(number.noun):
                    found.setdefault(number.noun, number.noun)
    return list(found.values())[:_MOST_NAMES]


def _is_people(noun: str) -> bool:
    meaning = unit_and_group(noun)
    return meaning is not None and meaning[0] == "people"


def _supporters(reading: Reading, incident: Incident) -> tuple[str, ...]:
    """Actors named right after "backed by" in the event's own sentences."""
    found = []
    for sentence_id in incident.sentences:
        sentence = reading.sentence(sentence_id)
        for match in _SUPPORT.finditer(sentence.text):
            at = sentence.start + match.end()
            found += [a.text for a in reading.actors_in(sentence_id) if at <= a.start <= at + 20]
    return tuple(found)


def cue_positions(cues: Sequence[Cue]) -> list[int]:
    """Where the cues stand."""
    return [c.start for c in cues]
