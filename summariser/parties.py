"""The sides of one event, chosen among the roles that its sentences give (`roles.py`)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from summariser.cues import Cue
from summariser.lexicon.blame import NO_CLAIM
from summariser.lexicon.deeds import KILLING, lemma
from summariser.lexicon.function_words import NUMBERS, words
from summariser.lexicon.parties import CALLINGS, CRAFT, PARTS
from summariser.lexicon.state_acts import (
    BY_COUNTRY,
    BY_FORCE,
    COUNTRY_ACTS,
    INTERVENES,
    PEOPLES_ARMS,
    THREATENS,
)
from summariser.lexicon.turns import BODIES
from summariser.normalise.place_tables import country_codes, demonym_codes, demonym_country
from summariser.nouns import kinds_of, singular
from summariser.reading import Reading
from summariser.referents import meant_by_they, with_names, without_pointers
from summariser.roles import CLAIMED, LIKELY, Part, Roles, roles_of_sentences
from summariser.roles_abroad import sides_abroad
from summariser.scenes import Scene, scene_at
from summariser.schemas.codebooks import ActorKind, EventType, SubEventType, event_type_of
from summariser.turns import Act

_GOES_ON = re.compile(r"\W*(?:and\s+)?(?:also\s+|then\s+)?", re.IGNORECASE)
_MOST_DOERS, _MOST_SUFFERERS = 3, 8
_PASSIVE_REACH = 60
_CLAIM_REACH, _POLICE_REACH = 3, 4
"""A claim or an accusation may stand so many sentences after its event."""
_BY_FORCES = {SubEventType.ARRESTS, SubEventType.DISRUPTED_WEAPONS_USE}
_MOST_THINGS = 2
_ON_THINGS = {
    EventType.BATTLES,
    EventType.EXPLOSIONS,
    EventType.VIOLENCE_AGAINST_CIVILIANS,
    EventType.STRATEGIC,
    EventType.RIOTS,
}
_NOBODYS = words(
    "road highway track rail railway railroad runway line cable wire grid pole sign field weapon mine fuel "
    "cargo document archive file network system"
)
"""Things that stand for nobody."""
_ARMED = {
    ActorKind.STATE_FORCES,
    ActorKind.REBEL_GROUP,
    ActorKind.POLITICAL_MILITIA,
    ActorKind.IDENTITY_MILITIA,
    ActorKind.EXTERNAL_FORCES,
}
_VERB = re.compile(r"[a-z]+", re.IGNORECASE)
_SHORT_FOR_PEOPLE = frozenset({"US", "U.S.", "UK", "UAE"})
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
    reading: Reading,
    sentences: Sequence[str],
    sub_type: SubEventType = SubEventType.ATTACK,
    cues: Sequence[Cue] = (),
    others: Sequence[Cue] = (),
) -> Parties:
    """Who did the event that some sentences tell, and who suffered it.

    Args:
        reading: The article.
        sentences: Those that tell the event.
        sub_type: What it is: who arrests and who marches is a side of arrests and marches only.
        cues: The words that report it.
        others: The words that report other events: of a sentence that tells two, each has its own part.
    """
    if all(reading.languages[s] != "en" for s in sentences):
        return Parties(*sides_abroad(reading, sentences, sub_type))
    roles = _own(reading, roles_of_sentences(reading, sentences), cues, others)
    acts = _acts(sub_type)
    doers = next((d for act in acts if (d := _doers(reading, _of(act, roles.doers)))), [])
    if not doers and "harm" in acts:
        doers = _doers(reading, [p for p in _after(reading, sentences).doers if p.strength == CLAIMED])
    if not doers and "harm" in acts and roles.they_did:
        doers = meant_by_they(reading, sentences, doers=True)
    doers = with_names(reading, sentences, doers)
    if _unclaimed(reading, sentences):
        doers = [p for p in doers if p.phrases.sentence == sentences[0]]
    acting = {_identity(reading, p) for p in doers}
    suffering = next((s for act in acts if (s := _of(act, roles.sufferers))), [])
    if not suffering and "harm" in acts and roles.they_suffered:
        suffering = meant_by_they(reading, sentences, doers=False)
    sufferers = without_pointers([p for p in suffering if _identity(reading, p) not in acting])
    if not sufferers and "harm" in acts and event_type_of(sub_type) in _ON_THINGS:
        sufferers = _hit(roles.things) or _hit(roles.settled)[:1]
    by_force = _police(reading, sentences) if sub_type in _BY_FORCES and not doers else ()
    marched = event_type_of(sub_type) is EventType.PROTESTS
    of_state = _state(reading, sentences) if "harm" in acts and not doers and not marched else ()
    threatening = _threatening(reading, sentences)
    stepped_in = _stepping_in(reading, sentences) if _may_be_met(sub_type) else ()
    if stepped_in and any(p.act == "protest" for p in doers):
        stepped_in = tuple(w for w in stepped_in if w not in {_words(p) for p in doers})
        if stepped_in:
            return Parties(tuple(_words(p) for p in doers), stepped_in, bool(roles.things))
    if threatening:
        of_state = of_state or threatening
        sufferers = [p for p in sufferers if _words(p) not in threatening]
    return Parties(
        tuple(_words(p) for p in doers) or by_force or of_state,
        tuple(_words(p) for p in _distinct(reading, sufferers)[:_MOST_SUFFERERS]),
        bool(roles.things),
    )


def _may_be_met(sub_type: SubEventType) -> bool:
    """Whether police are a side of it where they step in."""
    return sub_type is SubEventType.VIOLENT_DEMONSTRATION or (
        event_type_of(sub_type) is EventType.PROTESTS and sub_type is not SubEventType.PEACEFUL_PROTEST
    )


def _stepping_in(reading: Reading, sentences: Sequence[str]) -> tuple[str, ...]:
    """The force that meets those who protest: "police dispersed the march", "were detained by officers"."""
    for sentence in map(reading.sentence, sentences):
        for actor in reading.actors_in(sentence.id):
            if actor.canonical.kind is not ActorKind.STATE_FORCES:
                continue
            before = reading.text[max(sentence.start, actor.start - _PASSIVE_REACH) : actor.start]
            if INTERVENES.match(reading.text, actor.end, sentence.end) or BY_FORCE.search(before):
                return (actor.text,)
    return ()


def _threatening(reading: Reading, sentences: Sequence[str]) -> tuple[str, ...]:
    """The armed body that says what it will do: "the front threatened to attack the town"."""
    for sentence in sentences:
        end = reading.sentence(sentence).end
        for actor in reading.actors_in(sentence):
            if actor.canonical.kind in _ARMED and THREATENS.match(reading.text, actor.end, end):
                return (actor.text,)
    return ()


def in_an_arrest(reading: Reading, sentences: Sequence[str]) -> frozenset[str]:
    """Who arrests whom in some sentences: neither is known to have done what the arrest is for."""
    roles = roles_of_sentences(reading, sentences)
    return frozenset(_words(p) for p in (*roles.doers, *roles.sufferers) if p.act == "arrest")


def killed_and_arrested(reading: Reading, sentences: Sequence[str]) -> bool:
    """Whether one and the same did both in one sentence: "killing two people and arresting nine".

    Who arrests somebody for a killing did not kill.
    """
    for sentence in sentences:
        parts = roles_of_sentences(reading, (sentence,)).doers
        took = {p.phrase.start for p in parts if p.act == "arrest"}
        if any(p.act == "harm" and p.phrase.start in took and _kills(reading, p.at) for p in parts):
            return True
    return False


def _kills(reading: Reading, at: int) -> bool:
    verb = _VERB.match(reading.text, at)
    return verb is not None and lemma(verb.group().casefold()) in KILLING


def _state(reading: Reading, sentences: Sequence[str]) -> tuple[str, ...]:
    """The country whose forces did it: "Russia fired missiles at", "Israeli strikes on", "bombed by Israel".

    No verb gives a country for a doer, since most that countries do is said; acts of war are theirs.
    """
    for text in (reading.sentence(s).text for s in sentences):
        for pattern in (COUNTRY_ACTS, BY_COUNTRY, PEOPLES_ARMS):
            for match in pattern.finditer(text):
                who = _country_in(match["who"], people=pattern is PEOPLES_ARMS)
                if who is not None:
                    return (who,)
    return ()


def _country_in(name: str, *, people: bool) -> str | None:
    """The country, or the word for its people, that a run of capitals ends with: "On Monday Israel"."""
    words = name.split()
    for first in range(len(words)):
        rest = " ".join(words[first:])
        if demonym_country(rest) if people else country_codes(rest):
            return rest
        if people and rest in _SHORT_FOR_PEOPLE:
            return rest
    return None


def _unclaimed(reading: Reading, sentences: Sequence[str]) -> bool:
    """Whether the article says that nobody claimed it: then only its own first sentence names a doer."""
    last = max(map(reading.index, sentences))
    near = [*map(reading.sentence, sentences), *reading.sentences[last + 1 : last + 2]]
    return any(NO_CLAIM.search(s.text) is not None for s in near)


def _own(reading: Reading, roles: Roles, cues: Sequence[Cue], others: Sequence[Cue]) -> Roles:
    """Of a sentence that tells two events, the roles nearer to the words of this one."""
    if not cues or not others:
        return roles

    def mine(part: Part) -> bool:
        sentence = part.phrases.sentence
        own = [_distance(part, c) for c in cues if c.sentence == sentence]
        rival = [_distance(part, c) for c in others if c.sentence == sentence]
        return not own or not rival or min(own) <= min(rival)

    scenes = {scene_at(reading, c.start) for c in cues}

    def nearer(parts: list[Part], *, shared: bool = False) -> list[Part]:
        if not shared:
            parts = [p for p in parts if (told := scene_at(reading, p.at)) is None or told in scenes]
        return [p for p in parts if mine(p)] or parts

    return replace(
        roles,
        doers=nearer(roles.doers, shared=any(s is not None and _goes_on(reading, s) for s in scenes)),
        sufferers=nearer(roles.sufferers),
        things=nearer(roles.things),
        settled=nearer(roles.settled),
    )


def _goes_on(reading: Reading, scene: Scene) -> bool:
    """ "Gunmen killed 4 in Karsa and killed 5 in Dorra": a scene without a subject of its own."""
    opening = _GOES_ON.match(reading.text, scene.start, scene.end)
    return opening is not None and any(
        c.start == opening.end()
        for c in reading.cues.of(reading.sentence_at(scene.start).id, "event", "measure")
    )


def _distance(part: Part, cue: Cue) -> int:
    """Between a cue and the verb that gives a role."""
    return max(cue.start - part.at, part.at - cue.end, 0)


def _hit(things: Iterable[Part]) -> list[Part]:
    """Whose things were hit stands for its owner where nobody else suffered: "a clinic", "an army post"."""
    wholes = [p for p in things if singular(p.phrase.head) not in PARTS | _NOBODYS]
    return list({p.whole.casefold(): p for p in wholes}.values())[:_MOST_THINGS]


def _acts(sub_type: SubEventType) -> tuple[Act, ...]:
    """Which deeds make the sides of such an event, the surest first."""
    kind = event_type_of(sub_type)
    if sub_type is SubEventType.ARRESTS:
        return ("arrest",)
    if sub_type is SubEventType.ABDUCTION:
        return ("harm", "arrest")  # rebels detain as well
    if sub_type is SubEventType.DISRUPTED_WEAPONS_USE:
        return ("find",)
    if sub_type in {SubEventType.AGREEMENT, SubEventType.CHANGE_TO_GROUP, SubEventType.NON_VIOLENT_TRANSFER}:
        return ("fight",)
    if kind is EventType.BATTLES:
        return ("fight", "harm")
    if sub_type is SubEventType.PEACEFUL_PROTEST:
        return ("protest",)  # what a march is about ("the invasion") was done by others
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
    others = [w for w in part.whole.split() if singular(w.casefold()) not in CRAFT]
    if "weapon" in part.phrase.kinds:  # "Kornet missiles" are a make
        return not any(_owns_craft(w) for w in others)
    return all(w.casefold() in _SORTS_OF_CRAFT or w.casefold() in NUMBERS or w.isdigit() for w in others)


def _owns_craft(word: str) -> bool:
    """Whether a word before "artillery" says whose it is."""
    low = word.casefold()
    whose = singular(low) in BODIES or low in BODIES or bool(kinds_of(low) & {"doer"})
    return (
        whose
        or bool(word[:1].isupper() and demonym_codes(low.capitalize()))
        or (len(word) > 2 and word.isupper())
    )


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
    called = _words(part)
    canonical = reading.canonical(called)
    if canonical.known:
        return canonical.name.casefold()
    if part.phrase.named:
        return part.words.rsplit(None, 1)[-1].casefold()
    return singular(part.phrase.head)


def _capital(part: Part) -> bool:
    called = _words(part).split()
    return any(w[:1].isupper() for w in called[1:]) or called[0].isupper()


def _words(part: Part) -> str:
    whole = part.phrase.kinds & {"doer", "may", "body", "thing", "settled"} or part.phrase.head in {
        "member",
        "members",
    }
    whole = whole and singular(part.phrase.head) not in CALLINGS
    return part.whole if whole else part.words
