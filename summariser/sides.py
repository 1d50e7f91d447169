"""Who may be on which side of an event: the names that its sentences offer, narrowed by position.

A small model takes any name of a sentence for the perpetrator. Position rules most of them out: whoever
is counted among the dead did not do it; whoever stands after "against" had it done to him; whoever
merely says so is no side at all; people who are counted as moved or helped are told of beside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from summariser.attribution import Statement
from summariser.cues import Cue, unit_and_group
from summariser.lexicon import GENERIC_ATTACK
from summariser.lexicon.sides import (
    ACTS,
    BY,
    FATE,
    HELD,
    MEMBERS,
    PASSIVE,
    PROGRESSIVE,
    SUFFERS_AFTER,
    VICTIM_PARTICIPLE,
)
from summariser.meanings import FigureCandidate
from summariser.normalise.numbers import NumberMention
from summariser.placing import is_local, places_in
from summariser.reading import Reading
from summariser.roles_abroad import is_fate
from summariser.schemas.codebooks import SUB_EVENT_TYPES, EventType, SubEventType

_MOST_NAMES = 8
_TOLLS = {f"measure:{m}" for m in ("killed", "injured", "abducted", "missing", "died", "arrested")}
SUPPORTED_BY = re.compile(r"\b(?:backed|supported|aided|assisted|covered) by (?:the )?", re.IGNORECASE)
SUPPORTER_REACH = 20
"""A supporter is named within so many characters of "backed by"."""
_BY_REACH = 60
"""The doer of a passive ("was attacked on Friday by rebels") stands so near its verb."""
_ENOUGH = 2
"""With so many names in its own sentences, those of the sentence before are not offered."""
_ARMED = {"state_forces", "rebel_group", "political_militia", "identity_militia", "external_forces"}
_ARMED_GROUPS = {"fighters", "soldiers", "police"}
_DOERS = {"attackers", "assailants", "perpetrators", "kidnappers", "bombers", "raiders", "arsonists"}
"""Words that only those who act are called by."""
_PROTESTS = frozenset((*SUB_EVENT_TYPES[EventType.PROTESTS], *SUB_EVENT_TYPES[EventType.RIOTS]))
_BATTLES = frozenset(SUB_EVENT_TYPES[EventType.BATTLES])
_EXPLOSIVES = {SubEventType.SUICIDE_BOMB, SubEventType.REMOTE_EXPLOSIVE, SubEventType.GRENADE}
_NAMES_THE_ACT = 1
"""An actor this many characters before a cue qualifies it: "coalition air strikes"."""


@dataclass(frozen=True, slots=True)
class Sides:
    """The closed choices for both sides of one event, as words of the article."""

    by: tuple[str, ...]
    on: tuple[str, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """All names offered."""
        return tuple(dict.fromkeys((*self.by, *self.on)))


@dataclass(frozen=True, slots=True)
class _Mention:
    key: str
    words: str
    sentence: str
    start: int
    end: int
    is_armed: bool = False
    is_authority: bool = False
    """An armed body or an organisation: what a protest is against, where it is against anyone."""


def sides_of(
    reading: Reading,
    shown: Sequence[str],
    cues: Sequence[Cue],
    figures: Sequence[tuple[FigureCandidate, str]],
    statements: Sequence[Statement],
) -> Sides:
    """Who may have done the event, and who may have suffered it.

    Args:
        reading: The article.
        shown: The sentences that the question shows.
        cues: The words that report the event.
        figures: What each number counts.
        statements: Who says what.
    """
    aside = _spans(c.number for c, label in figures if not label.startswith("measure:"))
    victims = _spans(c.number for c, label in figures if label in _TOLLS)
    victims = [(a, _with_letters(reading.text, b)) for a, b in victims]
    speakers = [(s.claimant.words.start, s.claimant.words.end) for s in statements if s.named_in in shown]
    helpers = _supporters(reading, shown)
    own = {c.sentence for c in cues}
    mentions = [
        m
        for m in _mentions(reading, shown)
        if not any(_within(m, spans) for spans in (aside, speakers))
        # who backs a side is none itself, but for an act named right after: "backed by coalition air strikes"
        and (not _within(m, helpers) or any(_does(reading, m, cue) for cue in cues))
    ]
    if len({m.key for m in mentions if m.sentence in own}) >= _ENOUGH or _lies_elsewhere(reading, shown, own):
        mentions = [m for m in mentions if m.sentence in own]
    doers, sufferers = [], []
    words: dict[str, str] = {}
    for mention in mentions:
        words.setdefault(mention.key, mention.words)
        suffers = _within(mention, victims) or _suffers(reading, mention)
        if suffers:
            sufferers.append(mention.key)
        elif any(_does(reading, mention, cue) for cue in cues):
            doers.append(mention.key)
    sure = list(dict.fromkeys(doers))
    # Armed people suffer on both sides of a fight; the unarmed who suffer are not those who act.
    armed = {m.key for m in mentions if m.is_armed}
    fight = any(c.value in _BATTLES or c.value == GENERIC_ATTACK for c in cues)
    may_be_both = armed if fight and len(words) > 1 else set()
    may_do = {m.key for m in mentions if m.sentence in own} if _goes_off(cues) else set(words)
    by = sure or [k for k in words if k in may_do and (k not in sufferers or k in may_be_both)]
    hit = [k for k in sufferers if k not in sure]
    on = hit if hit and not fight else [k for k in words if k not in sure]
    speaks_only = {m.key for m in mentions if m.is_authority and not m.is_armed}
    by = [k for k in by if k not in speaks_only]  # agencies report and suffer attacks, they make none
    on = [k for k in on if k.casefold() not in _DOERS]
    if all(c.value in _PROTESTS for c in cues):
        authorities = {m.key for m in mentions if m.is_authority}
        by, on = [k for k in by if k not in authorities], [k for k in on if k in authorities]
    return Sides(_chosen(by, words), _chosen(on, words))


def _goes_off(cues: Sequence[Cue]) -> bool:
    """ "A grenade exploded in the market": no doer is told, whoever stands before it."""
    return all(c.value in _EXPLOSIVES for c in cues)


def _lies_elsewhere(reading: Reading, shown: Sequence[str], own: set[str]) -> bool:
    """Whether the sentence before is of another town than those that tell the event."""
    here, there = (
        {name.id for s in told for name, _ in places_in(reading, s) if is_local(reading, name)}
        for told in ([s for s in shown if s in own], [s for s in shown if s not in own])
    )
    return bool(here and there) and here.isdisjoint(there)


def _supporters(reading: Reading, shown: Sequence[str]) -> list[tuple[int, int]]:
    """Where actors stand that only support a side."""
    found = []
    for sentence in map(reading.sentence, shown):
        for match in SUPPORTED_BY.finditer(sentence.text):
            at = sentence.start + match.end()
            found.append((at, at + SUPPORTER_REACH))
    return found


def _chosen(keys: Sequence[str], words: dict[str, str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(words[k] for k in keys))[:_MOST_NAMES]


def _spans(numbers: Iterable[NumberMention]) -> list[tuple[int, int]]:
    found = []
    for n in numbers:
        if n.noun_start is not None and n.noun_end is not None:
            found.append((n.noun_start, n.noun_end))
    return found


_LETTERS = re.compile(r"(?: [^\s,;.:()]+){0,6} ?\([A-Z][\w-]{1,9}\)")


def _with_letters(text: str, end: int) -> int:
    """The end of a noun with its name in letters: "quatre volontaires pour la défense de la patrie (VDP)"."""
    letters = _LETTERS.match(text, end)
    return letters.end() if letters else end


def _within(mention: _Mention, spans: Sequence[tuple[int, int]]) -> bool:
    return any(a < mention.end and mention.start < b for a, b in spans)


def _mentions(reading: Reading, shown: Sequence[str]) -> list[_Mention]:
    """Actors, named people and counted people, in the order of the text."""
    found: list[_Mention] = []
    for sentence in shown:
        for actor in reading.actors_in(sentence):
            after = reading.text[actor.end : reading.sentence(sentence).end]
            if not HELD.match(after):
                key = (reading.meant_by(actor.canonical) or actor.canonical).name
                authority = actor.canonical.kind in {"state_forces", "external_forces", "organisation"}
                armed = actor.canonical.kind in _ARMED
                found.append(_Mention(key, actor.text, sentence, actor.start, actor.end, armed, authority))
        for name, m in reading.names_in(sentence):
            if name.kind == "person":
                found.append(_Mention(name.text, m.text, sentence, m.start, m.end))
        for number in reading.numbers_in(sentence):
            start, end = number.noun_start, number.noun_end
            counts = number.kind == "count" and not number.inherited and number.text.casefold() != "many"
            if not number.noun or not counts or start is None or end is None:
                continue
            named = any(start <= a.start < end for a in reading.actors_in(sentence))
            meaning = unit_and_group(number.noun)
            if (
                not named
                and meaning is not None
                and meaning[0] == "people"
                and not (FATE.fullmatch(number.noun) or is_fate(number.noun))
            ):
                found.append(
                    _Mention(number.noun, number.noun, sentence, start, end, meaning[1] in _ARMED_GROUPS)
                )
    return sorted(found, key=lambda m: m.start)


def _suffers(reading: Reading, mention: _Mention) -> bool:
    sentence = reading.sentence(mention.sentence)
    before = sentence.text[: mention.start - sentence.start]
    after = sentence.text[mention.end - sentence.start :]
    return (
        SUFFERS_AFTER.search(before) is not None
        or VICTIM_PARTICIPLE.match(after) is not None
        or (PASSIVE.match(after) is not None and PROGRESSIVE.match(after) is None)
    )


def _does(reading: Reading, mention: _Mention, cue: Cue) -> bool:
    if cue.sentence != mention.sentence:
        return False
    text = reading.text
    sentence = reading.sentence(cue.sentence)
    before = text[sentence.start : mention.start]
    if BY.search(before) and 0 <= mention.start - cue.end <= _BY_REACH:
        backs = SUPPORTED_BY.search(before, max(0, len(before) - SUPPORTER_REACH))
        return backs is None
    if mention.end > cue.start:
        return False
    between = re.sub(r"^\s*\([^)]{1,30}\)|^\)", "", text[mention.end : cue.start])  # "Column (ALC) attacked"
    between = MEMBERS.sub("", between)
    return (len(between.strip()) == 0 and len(between) <= _NAMES_THE_ACT) or _acts(between + cue.text)


def _acts(words: str) -> bool:
    return (
        ACTS.match(words) is not None or PROGRESSIVE.fullmatch(words.split(" of ", maxsplit=1)[0]) is not None
    )
