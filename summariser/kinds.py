"""Which ACLED sub-type the words of a candidate event come to, where they say so by themselves.

Weapons and forms of protest are told by their words. "Attack", "ambush" and "killed" are not: ACLED tells
them apart by who is hit, so the words after an active verb, or before a passive one, are looked at.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from summariser.cues import Cue
from summariser.lexicon import GENERIC_ATTACK
from summariser.lexicon import victims as words
from summariser.reading import Reading
from summariser.schemas.codebooks import SubEventType as S

_EXPLOSIVE: Final = (S.SUICIDE_BOMB, S.GRENADE, S.REMOTE_EXPLOSIVE)
_PROTEST: Final = (
    S.EXCESSIVE_FORCE,
    S.VIOLENT_DEMONSTRATION,
    S.PROTEST_WITH_INTERVENTION,
    S.PEACEFUL_PROTEST,
)
_TERRITORY: Final = (S.GOVERNMENT_REGAINS_TERRITORY, S.NON_STATE_OVERTAKES_TERRITORY)
_SOFT: Final = frozenset(
    {
        "ambush",
        "assaul",
        "storme",
        "stormi",
        "fired ",
        "firing",
        "shot a",
        "overra",
        "besieg",
        "harass",
        "offens",
    }
)
"""Clashes by their first letters that are attacks where the unarmed are hit."""
_BANG: Final = ("explo", "blast", "detonat", "bang")
_STATE: Final = {"state_forces", "external_forces"}
_BEFORE: Final = 70


def settled(reading: Reading, cues: Sequence[Cue]) -> tuple[S, ...]:
    """The sub-types that the cues of one candidate come to, the likeliest first; one where it is sure."""
    values = {c.value for c in cues}
    for order in (_EXPLOSIVE, _PROTEST):
        found = [s for s in order if s in values]
        if found:
            return (_of_explosives(cues, found) if order is _EXPLOSIVE else found[0],)
    if values & {S.ARMED_CLASH, *_TERRITORY}:
        return (_of_battle(reading, cues),)
    if S.MOB_VIOLENCE in values:
        return (S.MOB_VIOLENCE,)
    named = [S(c.value) for c in cues if c.value != GENERIC_ATTACK]
    attack = not named or set(named) == {S.ATTACK}
    if attack:
        hit = victims(reading, cues)
        if hit == "armed":
            return (S.ARMED_CLASH,)
        if hit == "unarmed" or named:
            return (S.ATTACK,)
        return (S.ATTACK, S.ARMED_CLASH)
    return tuple(sorted(set(named), key=lambda s: (-named.count(s), named.index(s))))


def _of_explosives(cues: Sequence[Cue], found: Sequence[S]) -> S:
    if found[0] is not S.GRENADE:
        return found[0]
    others = [c for c in cues if c.value == S.REMOTE_EXPLOSIVE and not c.text.casefold().startswith(_BANG)]
    return S.REMOTE_EXPLOSIVE if others else S.GRENADE


def _of_battle(reading: Reading, cues: Sequence[Cue]) -> S:
    for cue in cues:
        if cue.value == S.GOVERNMENT_REGAINS_TERRITORY:
            return S.GOVERNMENT_REGAINS_TERRITORY
    for cue in cues:
        if cue.value == S.NON_STATE_OVERTAKES_TERRITORY and not _hits_a_post(reading, cue):
            state = [a for a in reading.actors_in(cue.sentence) if a.end <= cue.start]
            own = bool(state) and state[-1].canonical.kind in _STATE
            return S.GOVERNMENT_REGAINS_TERRITORY if own else S.NON_STATE_OVERTAKES_TERRITORY
    fights = [c for c in cues if c.value == S.ARMED_CLASH]
    soft = bool(fights) and all(c.text.casefold()[:6] in _SOFT for c in fights)
    if soft and victims(reading, cues) == "unarmed":
        return S.ATTACK
    return S.ARMED_CLASH


def _hits_a_post(reading: Reading, cue: Cue) -> bool:
    """ "Overran the garrison": a post that was taken is no territory."""
    end = reading.sentence(cue.sentence).end
    return words.ARMED.search(reading.article.text[cue.start : min(end, cue.end + 30)]) is not None


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
