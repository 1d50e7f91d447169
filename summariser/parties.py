"""The sides of one event, chosen among the roles that its sentences give (`roles.py`)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from summariser.lexicon.function_words import NUMBERS
from summariser.lexicon.parties import CRAFT
from summariser.nouns import singular
from summariser.reading import Reading
from summariser.roles import CLAIMED, LIKELY, Act, Part, Roles, people_before, roles_of_sentences
from summariser.roles_abroad import sides_abroad
from summariser.schemas.codebooks import ActorKind, EventType, SubEventType, event_type_of

_MOST_DOERS, _MOST_SUFFERERS = 3, 8
_CLAIM_REACH, _PRONOUN_REACH, _POLICE_REACH = 3, 2, 4
"""A claim or an accusation may stand so many sentences after its event."""
_SORTS_OF_CRAFT = frozenset(
    {"the", "a", "an", "fighter", "attack", "combat", "war", "several", "some", "unidentified"}
)


@dataclass(frozen=True, slots=True)
class Parties:
    """Both sides in the article's words; empty where the sentences give none."""

    side_a: tuple[str, ...] = ()
    side_b: tuple[str, ...] = ()
    hits_things: bool = False
    """Whether the sentences say that things were attacked."""


def parties_of(
    reading: Reading, sentences: Sequence[str], sub_type: SubEventType = SubEventType.ATTACK
) -> Parties:
    """Who did the event that some sentences tell, and who suffered it.

    Args:
        reading: The article.
        sentences: Those that tell the event.
        sub_type: What it is: who arrests and who marches is a side of arrests and marches only.
    """
    if all(reading.languages[s] != "en" for s in sentences):
        return Parties(*sides_abroad(reading, sentences, sub_type))
    roles = roles_of_sentences(reading, sentences)
    acts = _acts(sub_type)
    doers = next((d for act in acts if (d := _doers(reading, _of(act, roles.doers)))), [])
    if not doers and "harm" in acts:
        doers = _doers(reading, [p for p in _after(reading, sentences).doers if p.strength == CLAIMED])
    if not doers and "harm" in acts and roles.they_did:
        doers = _meant(reading, sentences, doers=True)
    acting = {_identity(reading, p) for p in doers}
    suffering = next((s for act in acts if (s := _of(act, roles.sufferers))), [])
    if not suffering and "harm" in acts and roles.they_suffered:
        suffering = _meant(reading, sentences, doers=False)
    sufferers = [p for p in suffering if _identity(reading, p) not in acting]
    by_force = _police(reading, sentences) if sub_type is SubEventType.ARRESTS and not doers else ()
    return Parties(
        tuple(_words(p) for p in doers) or by_force,
        tuple(_words(p) for p in _distinct(reading, sufferers)[:_MOST_SUFFERERS]),
        bool(roles.things),
    )


def _acts(sub_type: SubEventType) -> tuple[Act, ...]:
    """Which deeds make the sides of such an event, the surest first."""
    kind = event_type_of(sub_type)
    if sub_type is SubEventType.ARRESTS:
        return ("arrest",)
    if sub_type in {SubEventType.AGREEMENT, SubEventType.CHANGE_TO_GROUP, SubEventType.NON_VIOLENT_TRANSFER}:
        return ("fight",)
    if kind is EventType.BATTLES:
        return ("fight", "harm")
    if kind in {EventType.PROTESTS, EventType.RIOTS}:
        return ("protest", "harm")
    return ("harm", "fight") if kind is EventType.EXPLOSIONS else ("harm",)


def _of(act: Act, parts: Iterable[Part]) -> list[Part]:
    return [p for p in parts if p.act == act]


def _police(reading: Reading, sentences: Sequence[str]) -> tuple[str, ...]:
    """The force that an arrest's sentences name, else those around it: who else arrests?"""
    first, last = min(map(reading.index, sentences)), max(map(reading.index, sentences))
    before = reversed(reading.sentences[max(0, first - _POLICE_REACH) : first])
    near = [*sentences, *(s.id for s in (*reading.sentences[last + 1 : last + 2], *before))]
    for sentence in near:
        for actor in reading.actors_in(sentence):
            if actor.canonical.kind is ActorKind.STATE_FORCES:
                return (actor.text,)
    return ()


def _doers(reading: Reading, parts: Iterable[Part]) -> list[Part]:
    """The surest: those of a verb, else those who claimed it or are accused; one without a name."""
    found = [p for p in parts if not _is_bare_craft(p)]
    sure = [p for p in found if p.strength >= LIKELY] or found
    kept: list[Part] = []
    for part in sorted(_distinct(reading, sure), key=lambda p: -p.strength):
        unnamed = not part.phrase.named and not _capital(part)
        if unnamed and any(not k.phrase.named and not _capital(k) for k in kept):
            continue
        kept.append(part)
    return kept[:_MOST_DOERS]


def _is_bare_craft(part: Part) -> bool:
    """ "Jets carried out 20 raids": whose they are stands elsewhere; "coalition jets" say it."""
    if singular(part.phrase.head) not in CRAFT:
        return False
    others = {singular(w) for w in part.whole.casefold().split()} - CRAFT
    return all(w in _SORTS_OF_CRAFT or w in NUMBERS or w.isdigit() for w in others)


def _meant(reading: Reading, sentences: Sequence[str], *, doers: bool) -> list[Part]:
    """Whom "they" of the first sentence mean: the last such people told of shortly before."""
    first = min(map(reading.index, sentences))
    for sentence in reversed(reading.sentences[max(0, first - _PRONOUN_REACH) : first]):
        found = people_before(reading, sentence.id, doers=doers)
        if found:
            return list(found[:1])
    return []


def _after(reading: Reading, sentences: Sequence[str]) -> Roles:
    """The roles of the sentences right after an event's last one."""
    last = max(map(reading.index, sentences))
    following = [s.id for s in reading.sentences[last + 1 : last + 1 + _CLAIM_REACH]]
    return roles_of_sentences(reading, following)


def _distinct(reading: Reading, parts: Iterable[Part]) -> list[Part]:
    """Each party once, the fullest words for it."""
    found: dict[str, Part] = {}
    for part in parts:
        key = _identity(reading, part)
        held = found.get(key)
        if held is None:
            found[key] = part
    return list(found.values())


def _identity(reading: Reading, part: Part) -> str:
    words = _words(part)
    canonical = reading.canonical(words)
    if canonical.known:
        return canonical.name.casefold()
    if part.phrase.named:
        return part.words.rsplit(None, 1)[-1].casefold()
    return singular(part.phrase.head)


def _capital(part: Part) -> bool:
    words = _words(part)
    return any(w[:1].isupper() for w in words.split()[1:]) or words.split()[0].isupper()


def _words(part: Part) -> str:
    whole = part.phrase.kinds & {"doer", "may", "body"} or part.phrase.head in {"member", "members"}
    return part.whole if whole else part.words
