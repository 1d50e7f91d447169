"""What kind of actor somebody is, by ACLED's codes: what the words say, then the part played in the event.

Whoever demonstrates is a protester, whatever the calling, and whoever riots or lynches in a mob is a rioter.
A state's forces are foreign ones where they act in another country.
"""

from __future__ import annotations

from typing import Final

from summariser.lexicon import parties
from summariser.lexicon.actor_kinds import IDENTITY, NOT_THE_STATES, PRIVATE, STATE_BODY, UNIDENTIFIED
from summariser.normalise.place_tables import demonym_country
from summariser.nouns import singular, tokenise
from summariser.schemas.codebooks import ActorKind, ActorRole, EventType, SubEventType, event_type_of

_UNARMED: Final = {
    ActorKind.UNKNOWN,
    ActorKind.CIVILIANS,
    ActorKind.ORGANISATION,
    ActorKind.PROTESTERS,
    ActorKind.RIOTERS,
}
_OF_A_STATE: Final = parties.CRAFT | {"force", "troop", "army", "military", "navy", "police", "soldier"}


def kind_by_words(words: str) -> ActorKind | None:
    """What a description says by itself: "the coast guard", "armed men", "communal militia"; None if nothing.

    >>> str(kind_by_words("unidentified armed men")), str(kind_by_words("clan militiamen"))
    ('political_militia', 'identity_militia')
    """
    if PRIVATE.search(words) is not None:
        return ActorKind.EXTERNAL_FORCES
    if IDENTITY.search(words) is not None:
        return ActorKind.IDENTITY_MILITIA
    if UNIDENTIFIED.search(words) is not None:
        return ActorKind.POLITICAL_MILITIA
    if STATE_BODY.search(words) is not None and NOT_THE_STATES.search(words) is None:
        return ActorKind.STATE_FORCES
    return None


def state_of(words: str) -> str | None:
    """The state whose forces or craft some words call: "a Turkish drone", "Kenyan artillery".

    >>> state_of("Turkish artillery"), state_of("Turkish miners")
    ('TUR', None)
    """
    told = [t for t in tokenise(words) if t.is_word]
    if not told or singular(told[-1].key) not in _OF_A_STATE:
        return None
    return next((c for t in told[:-1] if t.capital and (c := demonym_country(t.key.capitalize()))), None)


def is_of_a_people(words: str, before: str) -> bool:
    """Whether somebody is called by a people and by nothing else: "two Syrians", "an Afghan".

    >>> is_of_a_people("Syrians", "two "), is_of_a_people("Afghan", " an "), is_of_a_people("Afghan", "the ")
    (True, True, False)
    """
    one = before.casefold().endswith((" a ", " an "))
    several = words.endswith("s") and not words.endswith("ss")
    return words[:1].isupper() and (one or several) and demonym_country(words) is not None


def kind_in_event(
    kind: ActorKind,
    role: ActorRole,
    sub_type: SubEventType,
    *,
    known: bool,
    of: str | None,
    at: str | None,
) -> ActorKind:
    """The kind of an actor in one event.

    Args:
        kind: What it is elsewhere.
        role: Its side.
        sub_type: What the event is.
        known: Whether it is a body of the tables or has a name of its own.
        of: ISO3 of its country.
        at: ISO3 of the event's country.
    """
    event = event_type_of(sub_type)
    if role is ActorRole.SIDE_A:
        peaceful = sub_type is SubEventType.PEACEFUL_PROTEST
        if event is EventType.PROTESTS and (peaceful or kind in _UNARMED):
            return ActorKind.PROTESTERS
        crowd = kind in _UNARMED or (
            kind in {ActorKind.POLITICAL_MILITIA, ActorKind.IDENTITY_MILITIA} and not known
        )
        if event is EventType.RIOTS and crowd:
            return ActorKind.RIOTERS
    if sub_type is SubEventType.MOB_VIOLENCE and role is ActorRole.SIDE_B and not known:
        kind = ActorKind.CIVILIANS if kind is ActorKind.POLITICAL_MILITIA else kind  # a thief who is lynched
    if kind is ActorKind.STATE_FORCES and of is not None and at is not None and of != at:
        return ActorKind.EXTERNAL_FORCES
    return kind
