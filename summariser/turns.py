"""Roles that no single verb gives: who came under whose fire, was led off, ran over a mine, lost ground.

Each finding names a turn of phrase (`lexicon/turns.py`), who stands before it and who after it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from summariser.clauses import Clauses
from summariser.lexicon import turns
from summariser.nouns import singular
from summariser.phrases import Phrase

Act = Literal["harm", "arrest", "fight", "protest", "find"]
_REACH: Final = 8
_NOT_LED: Final = {"wounded", "injured", "dead", "body", "casualty", "victim", "patient", "corpse"}
"""Who is carried off for his own good."""


@dataclass(frozen=True, slots=True)
class Turn:
    """What one turn of phrase says of those around it."""

    at: int
    """Token by which it is known."""
    doers: tuple[Phrase, ...] = ()
    sufferers: tuple[Phrase, ...] = ()
    acts: tuple[Act, ...] = ("harm",)
    they_did: bool = False
    they_suffered: bool = False
    anybody: bool = False
    """Whether whoever stands there did it, armed by calling or not."""


def turns_in(clauses: Clauses) -> Iterator[Turn]:
    """All such findings of one sentence."""
    if not clauses.tokens:
        return
    for find in (
        _under_fire,
        _turned_on,
        _led_off,
        _held,
        _died,
        _mines,
        _themselves,
        _ground,
        _compounds,
        _both,
        _marches,
    ):
        yield from find(clauses)


def victims_of_mines(clauses: Clauses) -> frozenset[int]:
    """The verbs of "struck a mine": whoever stands before them did nothing."""
    found = _matches(clauses, turns.MINE)
    return frozenset(i for at, _ in found for i in (at, at + 1))


def _matches(clauses: Clauses, pattern: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    """The first token of each match, and the one after it."""
    offset = clauses.tokens[0].start if clauses.tokens else 0
    for match in pattern.finditer(clauses.text_from(0)):
        yield clauses.token_at(offset + match.start()), clauses.token_at(offset + match.end())


def _before(clauses: Clauses, at: int) -> tuple[Phrase, ...]:
    return tuple(clauses.patient(clauses.chain(at) - 1))


def _people(found: Iterable[Phrase]) -> tuple[Phrase, ...]:
    return tuple(p for p in found if p.is_people() and "thing" not in p.kinds)


def _actors(clauses: Clauses, at: int) -> tuple[Phrase, ...]:
    before = clauses.chain(at) - 1
    found = clauses.subject(before)
    if not found and clauses.key(before) in {"and", "then"}:
        found = clauses.opening_subject(before)
    return tuple(p for p in found if p.may_do())


def _after(clauses: Clauses, since: int, words: set[str]) -> tuple[Phrase, ...]:
    """The phrase after one of some words soon after."""
    for index in range(since, min(since + _REACH, len(clauses.tokens))):
        if clauses.key(index) in words and (found := clauses.objects(index + 1)):
            return tuple(found)
    return ()


def _under_fire(clauses: Clauses) -> Iterator[Turn]:
    """ "A patrol came under fire from rebels", "rebels put a patrol under fire"."""
    for at, after in _matches(clauses, turns.UNDER_FIRE):
        chain = clauses.chain(at)
        doers = _after(clauses, after, {"from", "by"})
        yield Turn(at, doers, _before(clauses, at), ("harm", "fight"), False, clauses.is_pronoun(chain - 1))
    for at, after in _matches(clauses, turns.PUT_UNDER_FIRE):
        hit = clauses.objects(after)
        if hit and turns.IS_UNDER_FIRE.match(clauses.text_from(hit[-1].last + 1)):
            yield Turn(at, _actors(clauses, at), tuple(hit), ("harm", "fight"))


def _turned_on(clauses: Clauses) -> Iterator[Turn]:
    """ "Troops opened up on marchers", "impis descended on the hostel"."""
    for at, after in _matches(clauses, turns.TURNED_ON):
        doers, hit = _actors(clauses, at), clauses.objects(after)
        pronoun = clauses.is_pronoun(clauses.chain(at) - 1)
        if (doers or pronoun) and hit:
            yield Turn(at, doers, tuple(hit), ("harm",), pronoun and not doers)


def _led_off(clauses: Clauses) -> Iterator[Turn]:
    """ "Gunmen marched the girls off into the bush", "was bundled into a van by men in masks"."""
    for at, token in enumerate(clauses.tokens):
        if token.key not in turns.LEADING or clauses.is_negated(at):
            continue
        objects = clauses.objects(at + 1)
        after = objects[-1].last + 1 if objects else at + 1
        rest = clauses.text_from(after)
        clause = re.split(r"[.;:]|, ", rest, maxsplit=1)[0]
        if turns.OFF.match(rest) is None or turns.FOR_THEIR_GOOD.search(clause):
            continue
        active = bool(objects)
        led = _people(objects if active else clauses.patient(clauses.chain(at) - 1))
        if not active and not clauses.has_be(at) and clauses.key(at - 1) != ",":
            by_whom = _after(clauses, after, {"by"})
            led = led if by_whom else ()
        led = tuple(p for p in led if singular(p.head) not in _NOT_LED)
        if not led:
            continue
        doers = _actors(clauses, at) if active else _after(clauses, after, {"by"})
        pronoun = active and not doers and clauses.is_pronoun(clauses.chain(at) - 1)
        yield Turn(at, doers, led, ("harm", "arrest"), pronoun)


def _held(clauses: Clauses) -> Iterator[Turn]:
    """ "Five men were hauled in by police", "police picked up two students"."""
    for at, after in _matches(clauses, turns.HELD):
        if clauses.has_be(at):
            yield Turn(at, _after(clauses, after, {"by"}), _people(_before(clauses, at)), ("arrest",))
        elif held := _people(clauses.objects(after)):
            yield Turn(at, _actors(clauses, at), held, ("arrest",))


def _died(clauses: Clauses) -> Iterator[Turn]:
    """ "A gardener lost a foot", "claimed the lives of two recruits"."""
    for at, _ in _matches(clauses, turns.DIED):
        pronoun = clauses.is_pronoun(clauses.chain(at) - 1)
        yield Turn(at, (), _people(_before(clauses, at)), ("harm",), False, pronoun)
    for at, after in _matches(clauses, turns.LIVES_OF):
        yield Turn(at, (), _people(clauses.objects(after)))


def _mines(clauses: Clauses) -> Iterator[Turn]:
    """ "A bus ran over a mine laid by rebels"."""
    for at, _ in _matches(clauses, turns.MINE):
        hit = tuple(p for p in _before(clauses, at) if "doer" not in p.kinds and "weapon" not in p.kinds)
        yield Turn(at, (), hit)


def _themselves(clauses: Clauses) -> Iterator[Turn]:
    """ "A man in a coat blew himself up"."""
    for at, _ in _matches(clauses, turns.ITSELF):
        yield Turn(at, _people(_before(clauses, at)), anybody=True)


def _ground(clauses: Clauses) -> Iterator[Turn]:
    """ "The post fell to rebels", "the army withdrew from the town"."""
    for at, after in _matches(clauses, turns.FELL_TO):
        lost = tuple(p for p in _before(clauses, at) if p.may_do() and "thing" not in p.kinds)
        doers = tuple(p for p in clauses.objects(after) if p.may_do())
        if doers:
            yield Turn(at, doers, lost, ("fight",))
    for at, after in _matches(clauses, turns.GAVE_WAY):
        lost = tuple(p for p in _before(clauses, at) if p.may_do() and "thing" not in p.kinds)
        yield Turn(at, _after(clauses, after, {"by"}), lost, ("fight",))


def _both(clauses: Clauses) -> Iterator[Turn]:
    """ "The army and the rebels exchanged fire", "signed a truce": the one named first is side A."""
    for pattern in (turns.TRADED, turns.SIGNED):
        for at, after in _matches(clauses, pattern):
            found = tuple(p for p in clauses.anything(clauses.chain(at) - 1) if p.is_people())
            other = found[1:] or _after(clauses, after, {"with"})
            yield Turn(at, found[:1], other, ("fight",), anybody=True)


def _marches(clauses: Clauses) -> Iterator[Turn]:
    """ "Nurses of the rural clinics staged a sit-in", "the miners' union went on strike"."""
    for at, _ in _matches(clauses, turns.MARCHES):
        if clauses.is_negated(at) or clauses.has_be(at):
            continue
        chain = clauses.chain(at)
        found = _people(clauses.patient(chain - 1))
        if not found and clauses.key(chain - 1) in {"and", "then"}:
            found = _people(clauses.opening_subject(chain - 1))
        yield Turn(at, found or tuple(clauses.crowd(chain - 1)), acts=("protest",), anybody=True)


def _compounds(clauses: Clauses) -> Iterator[Turn]:
    """ "An army raid", "rebel fire": those who do it stand right before it."""
    for at, after in _matches(clauses, turns.COMPOUND):
        owner = clauses.phrases.ending.get(at - 1)
        if owner is None or owner.owns or not owner.may_do() or "thing" in owner.kinds:
            continue
        body = "body" in owner.kinds or singular(owner.head) in turns.BODIES or owner.head in turns.BODIES
        if body and clauses.key(owner.left - 1) not in {"on", "against", "of"}:
            yield Turn(at, (owner,), tuple(_targets(clauses, after)), ("harm", "fight"))


def _targets(clauses: Clauses, after: int) -> Sequence[Phrase]:
    return clauses.objects(after + 1) if clauses.key(after) in {"on", "against"} else ()
