"""Which ACLED sub-type the words of a candidate event come to, where they say so by themselves.

Weapons and forms of protest are told by their words. "Attack", "ambush" and "killed" are not: ACLED tells
them apart by who is hit, so the words after an active verb, or before a passive one, are looked at.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from summariser.cues import Cue
from summariser.frames import doer_of, is_any
from summariser.lexicon import GENERIC_ATTACK, unrest
from summariser.lexicon import victims as words
from summariser.reading import Reading
from summariser.reasons import without_reasons
from summariser.schemas.codebooks import Measure
from summariser.schemas.codebooks import SubEventType as S

_EXPLOSIVE: Final = (S.SUICIDE_BOMB, S.GRENADE, S.REMOTE_EXPLOSIVE)
_PROTEST: Final = (
    S.EXCESSIVE_FORCE,
    S.VIOLENT_DEMONSTRATION,
    S.PROTEST_WITH_INTERVENTION,
    S.PEACEFUL_PROTEST,
)
_TERRITORY: Final = (S.GOVERNMENT_REGAINS_TERRITORY, S.NON_STATE_OVERTAKES_TERRITORY)
_LETHAL: Final = re.compile(rf"\b{unrest.LETHAL}\b", re.IGNORECASE)
_VIOLENT: Final = re.compile(rf"\b{unrest.VIOLENT}\b", re.IGNORECASE)
_ON_POLICE: Final = re.compile(rf"\b{unrest.ON_POLICE}\b", re.IGNORECASE)
_INTERVENED: Final = re.compile(rf"\b{unrest.INTERVENED}\b", re.IGNORECASE)
_BESIDE: Final = frozenset({S.LOOTING, S.ARRESTS})
"""What is told beside another deed of the same event."""
_BANG: Final = ("explo", "blast", "detonat", "bang")
_STATE: Final = {"state_forces", "external_forces"}
_ARMED: Final = {*_STATE, "rebel_group", "political_militia", "identity_militia"}
_BOTH: Final = 2
_BEFORE: Final = 70
_BROUGHT_DOWN: Final = re.compile(
    r"(?:(?:shot|brought) down|downed) (?:an?|one|the) (?:[\w-]+ ){0,4}drone",
    re.IGNORECASE,
)
_DEAD: Final = frozenset({f"measure:{Measure.KILLED}", f"measure:{Measure.DIED}"})
_HURT: Final = frozenset(
    f"measure:{m}"
    for m in (Measure.KILLED, Measure.INJURED, Measure.DIED, Measure.DESTROYED, Measure.DAMAGED)
)
_CLASH: Final = re.compile(
    r"clash\w*|confrontations?|fighting|fought|skirmish\w*|assault\w*|scuffl\w*|battl\w*|storm\w*",
    re.IGNORECASE,
)
_ARTICLE: Final = 5
"""So many characters may stand between "captured" and the name of a place."""


def settled(reading: Reading, cues: Sequence[Cue]) -> tuple[S, ...]:
    """The sub-types that the cues of one candidate come to, the likeliest first; one where it is sure."""
    values = {c.value for c in cues}
    if values & {*_PROTEST}:
        return (_of_protest(reading, cues),)
    taken = next((c for c in cues if c.value == S.ABDUCTION and _takes_a_place(reading, c)), None)
    if taken is not None:
        return (_by_taker(reading, taken._replace(label=f"event:{S.NON_STATE_OVERTAKES_TERRITORY}")),)
    if S.AIR_STRIKE in values and _only_brought_down(reading, cues):
        return (S.DISRUPTED_WEAPONS_USE,)
    if S.AIR_STRIKE in values:
        return (S.AIR_STRIKE,)  # the bombs that fell are its means
    explosives = [s for s in _EXPLOSIVE if s in values]
    if explosives == [S.GRENADE] and S.SHELLING in values:
        return (S.SHELLING,)  # "fired mortars and grenade launchers"
    if explosives:
        return (_of_explosives(cues, explosives),)
    if values & {S.ARMED_CLASH, *_TERRITORY}:
        return (_of_battle(reading, cues),)
    if S.MOB_VIOLENCE in values:
        return (S.MOB_VIOLENCE,)
    named = [S(c.value) for c in cues if c.value != GENERIC_ATTACK]
    bodily = any(c.value == GENERIC_ATTACK and words.BODILY.match(c.text) for c in cues)
    named = [s for s in named if s not in _BESIDE] or ([] if bodily else named)
    attack = not named or set(named) == {S.ATTACK}
    if attack:
        if all(_is_by_a_crowd(reading, c) for c in cues):
            return (S.MOB_VIOLENCE,)
        hit = victims(reading, cues)
        if hit == "armed":
            return (S.ARMED_CLASH,)
        if hit == "unarmed" or named:
            return (S.ATTACK,)
        return (S.ATTACK, S.ARMED_CLASH)
    return tuple(sorted(set(named), key=lambda s: (-named.count(s), named.index(s))))


def _only_brought_down(reading: Reading, cues: Sequence[Cue]) -> bool:
    """Whether one drone was shot down and nobody was hurt: "shot down a drone" strikes nothing."""
    flown = [c for c in cues if c.value == S.AIR_STRIKE]
    hurt = any(reading.cues.labels(c.sentence, "measure") & _HURT for c in flown)
    return not hurt and all(_BROUGHT_DOWN.fullmatch(c.text) for c in flown)


def _is_by_a_crowd(reading: Reading, cue: Cue) -> bool:
    """Whether a crowd or party men without arms do it: "a group of residents beat the driver"."""
    sentence = reading.sentence(cue.sentence)
    if words.ARMS.search(sentence.text):
        return False
    doer = doer_of(sentence.text, cue.start - sentence.start, cue.end - sentence.start)
    return words.CROWD_DOER.search(doer) is not None and not is_any(doer, ("state",))


def _of_protest(reading: Reading, cues: Sequence[Cue]) -> S:
    """What a protest came to, by the gravest thing that its own sentences tell of it."""
    told = {c.sentence for c in cues if c.value in _PROTEST or c.value == S.ARRESTS}
    texts = [without_reasons(reading, s) for s in told]
    values = {c.value for c in cues}
    if any(_ON_POLICE.search(t) for t in texts):
        return S.VIOLENT_DEMONSTRATION
    riot = S.VIOLENT_DEMONSTRATION in values or any(_VIOLENT.search(t) for t in texts)
    dead = any(reading.cues.labels(c.sentence, "measure") & _DEAD for c in cues)
    for kind, words_of in zip(_PROTEST, (_LETHAL, _VIOLENT, _INTERVENED), strict=False):
        if riot and not dead and kind is S.EXCESSIVE_FORCE:
            continue  # force is excessive against those who protest in peace
        if kind in values or any(words_of.search(t) for t in texts):
            return kind
    return S.PEACEFUL_PROTEST


def _of_explosives(cues: Sequence[Cue], found: Sequence[S]) -> S:
    if found[0] is not S.GRENADE:
        return found[0]
    others = [c for c in cues if c.value == S.REMOTE_EXPLOSIVE and not c.text.casefold().startswith(_BANG)]
    return S.REMOTE_EXPLOSIVE if others else S.GRENADE


def _of_battle(reading: Reading, cues: Sequence[Cue]) -> S:
    for cue in cues:
        if cue.value in _TERRITORY and not _hits_a_post(reading, cue):
            return _by_taker(reading, cue)
    fights = [c for c in cues if c.value == S.ARMED_CLASH]
    if (
        fights
        and all(_CLASH.match(c.text) for c in fights)
        and all(_is_of_crowds(reading, c) for c in fights)
    ):
        return S.MOB_VIOLENCE
    one_sided = bool(fights) and all(words.ONE_SIDED.match(c.text) for c in fights)
    armed = {
        a.canonical.name for c in fights for a in reading.actors_in(c.sentence) if a.canonical.kind in _ARMED
    }
    if len(armed) >= _BOTH:
        return S.ARMED_CLASH
    if one_sided and victims(reading, cues) == "unarmed":
        return S.ATTACK
    return S.ARMED_CLASH


def _is_of_crowds(reading: Reading, cue: Cue) -> bool:
    """Whether supporters, students or villagers clash, and nobody with arms or of the state."""
    text = reading.sentence(cue.sentence).text
    if not words.CROWDS.search(text) or words.ARMS.search(text):
        return False
    return not any(
        a.canonical.kind in {*_STATE, "rebel_group", "identity_militia"}
        for a in reading.actors_in(cue.sentence)
    )


def _takes_a_place(reading: Reading, cue: Cue) -> bool:
    """Whether what is captured is a place: "rebels captured Karsa" abducts nobody."""
    if not cue.text.casefold().startswith(("captur", "seiz", "recaptur", "took")):
        return False
    reach = cue.end + _ARTICLE
    return any(cue.start < s.start <= reach for s in reading.place_spans.get(cue.sentence, ()))


def _by_taker(reading: Reading, cue: Cue) -> S:
    """Who took a place: the words say so by who stands as their doer, else by what they are used of."""
    sentence = reading.sentence(cue.sentence)
    taker = doer_of(sentence.text, cue.start - sentence.start, cue.end - sentence.start)
    state = [a for a in reading.actors_in(cue.sentence) if a.end <= cue.start]
    if is_any(taker, ("rebels",)) and not is_any(taker, ("state",)):
        return S.NON_STATE_OVERTAKES_TERRITORY
    if is_any(taker, ("state",)) or (bool(state) and state[-1].canonical.kind in _STATE):
        return S.GOVERNMENT_REGAINS_TERRITORY
    return S(cue.value)


def _hits_a_post(reading: Reading, cue: Cue) -> bool:
    """ "Overran the garrison": a post that was taken is no territory."""
    end = reading.sentence(cue.sentence).end
    return words.POST.search(reading.text[cue.start : min(end, cue.end + 30)]) is not None


def victims(reading: Reading, cues: Sequence[Cue]) -> str | None:
    """Whether "armed" or "unarmed" are hit, by the words beside the cues; None where they do not say."""
    armed = unarmed = False
    for cue in cues:
        for part in _hit(reading, cue):
            armed = armed or words.ARMED.search(part) is not None
            rest = words.ARMED.sub(" ", part)
            unarmed = unarmed or words.UNARMED.search(rest) is not None
    if unarmed:
        return "unarmed"
    return "armed" if armed else None


def _hit(reading: Reading, cue: Cue) -> list[str]:
    """The words that name what is hit."""
    sentence = reading.sentence(cue.sentence)
    at, end = cue.start - sentence.start, cue.end - sentence.start
    before, after = sentence.text[max(0, at - _BEFORE) : at], sentence.text[end:]
    passive = words.PASSIVE_BEFORE.search(before)
    if passive is not None:
        return [before[: passive.start()].rsplit(";", 1)[-1]]
    found = words.TARGET.match(after)
    what = words.DOER.split(found["what"], maxsplit=1)[0] if found is not None else ""
    if not what.strip(" ,") and cue.value in {GENERIC_ATTACK, S.ATTACK}:
        return [before[-40:]]  # "12 villagers killed in ..."
    return [what]
