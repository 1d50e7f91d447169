"""Rule on kinds: those that reporters take for one another need something shared, all others are apart."""

from __future__ import annotations

from typing import Final

from summariser.brief.verdicts import Compared, apart, open_, same
from summariser.schemas.brief import Aspect
from summariser.schemas.codebooks import SubEventType, event_type_of

_S: Final = SubEventType
CONFUSED: Final[tuple[tuple[str, frozenset[SubEventType]], ...]] = (
    (
        "who hears an explosion cannot tell a shell from a bomb or a drone",
        frozenset({_S.SHELLING, _S.AIR_STRIKE}),
    ),
    (
        "what went off, and whether with its bearer, is often known only later",
        frozenset({_S.REMOTE_EXPLOSIVE, _S.SUICIDE_BOMB, _S.GRENADE}),
    ),
    (
        "one report tells of the fighting, another of its outcome",
        frozenset(
            {
                _S.ARMED_CLASH,
                _S.GOVERNMENT_REGAINS_TERRITORY,
                _S.NON_STATE_OVERTAKES_TERRITORY,
                _S.ATTACK,
            }
        ),
    ),
    ("an exchange of fire is a clash to one, shelling to another", frozenset({_S.ARMED_CLASH, _S.SHELLING})),
    (
        "an attack with guns and a bomb is told by what did the most harm",
        frozenset({_S.ATTACK, _S.REMOTE_EXPLOSIVE, _S.SUICIDE_BOMB, _S.GRENADE}),
    ),
    ("a mine or a bomb may begin an ambush", frozenset({_S.ARMED_CLASH, _S.REMOTE_EXPLOSIVE})),
    (
        "who began the violence at a protest is told in different ways",
        frozenset(
            {
                _S.PEACEFUL_PROTEST,
                _S.PROTEST_WITH_INTERVENTION,
                _S.EXCESSIVE_FORCE,
                _S.VIOLENT_DEMONSTRATION,
            }
        ),
    ),
    (
        "a crowd that rages also loots and burns",
        frozenset({_S.MOB_VIOLENCE, _S.LOOTING, _S.VIOLENT_DEMONSTRATION}),
    ),
    ("people are taken away in an attack", frozenset({_S.ATTACK, _S.ABDUCTION})),
    ("to one an arrest, to another an abduction", frozenset({_S.ARRESTS, _S.ABDUCTION})),
    (
        "a place is left by agreement or under fire",
        frozenset(
            {_S.NON_VIOLENT_TRANSFER, _S.GOVERNMENT_REGAINS_TERRITORY, _S.NON_STATE_OVERTAKES_TERRITORY}
        ),
    ),
)
"""Sub-types that reports of one event give it, and why."""


def compare(one: SubEventType, other: SubEventType) -> Compared:
    """What the kinds of two reports say of their being of one event."""
    if one is other:
        return same(Aspect.KIND, f"both {one.value}")
    said = f"{one.value} and {other.value}"
    for reason, family in CONFUSED:
        if one in family and other in family:
            return open_(Aspect.KIND, f"{said}: {reason}")
    return apart(Aspect.KIND, f"{said} are different kinds", near=event_type_of(one) is event_type_of(other))
