"""Rule on actors: a party that both reports name speaks for one event, other parties speak against it.

Who did it is what reports disagree in most, so that other names alone do not part two reports, unless both
name both sides. A description ("gunmen", "the army") may be anybody and says nothing.
"""

from __future__ import annotations

from summariser.brief.mentions import Mention
from summariser.brief.verdicts import Compared, apart, open_, shared
from summariser.schemas.brief import Aspect

_Sides = tuple[dict[str, str], dict[str, str]]


def compare(one: Mention, other: Mention) -> Compared | None:
    """What the actors say; None where one report names nobody."""
    first, second = one.parties, other.parties
    ours, theirs = {**first[0], **first[1]}, {**second[0], **second[1]}
    if not ours or not theirs:
        return None
    common = ours.keys() & theirs.keys()
    said = f"{_names(ours)} in the one, {_names(theirs)} in the other"
    if not common:
        if len(ours) > 1 and len(theirs) > 1:
            return apart(Aspect.ACTORS, f"other parties: {said}", near=True)
        return open_(Aspect.ACTORS, f"other parties: {said}")
    if _has_other_opponent(first, second):
        return open_(Aspect.ACTORS, f"one party in common, against another opponent: {said}")
    return shared(Aspect.ACTORS, f"both name {_names({key: ours[key] for key in common})}")


def _has_other_opponent(first: _Sides, second: _Sides) -> bool:
    """Whether both name both sides, and in no order do both sides have somebody in common."""
    if not (all(first) and all(second)):
        return False
    straight = bool(first[0].keys() & second[0].keys()) and bool(first[1].keys() & second[1].keys())
    crossed = bool(first[0].keys() & second[1].keys()) and bool(first[1].keys() & second[0].keys())
    return not (straight or crossed)


def _names(parties: dict[str, str]) -> str:
    return ", ".join(sorted(set(parties.values())))
