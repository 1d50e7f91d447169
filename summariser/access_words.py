"""What keeps help from people, or people from help, by the words of a sentence."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from summariser.lexicon.access import (
    ASSAULTS,
    BROKEN_OFF,
    CAUSES,
    HELD,
    HELPING_AT_ALL,
    NO_OBSTACLE,
    STATED,
    TRAFFIC,
)
from summariser.needed_letters import Gated, gated
from summariser.schemas.codebooks import AccessKind

_NEAR: Final = 80
"""So many characters may stand between what did not come and the word that says so."""
_CAUSE_NEAR: Final = 110
_STATED, _CAUSES = gated(STATED), gated(CAUSES)
_NO_OBSTACLE, _BROKEN_OFF = Gated(NO_OBSTACLE), Gated(BROKEN_OFF)
_VOWEL_SIGNS: Final = re.compile("[\u064b-\u0652]")


@lru_cache(maxsize=1024)
def access_in(text: str) -> tuple[AccessKind, ...]:
    """The obstacles that a sentence tells of, each kind once.

    Args:
        text: The sentence.
    """
    if _NO_OBSTACLE.search(text):
        return ()
    plain = _VOWEL_SIGNS.sub("", text)
    found = [kind for kind, pattern in _STATED.items() if pattern.search(plain)]
    by_cause = _by_cause(plain)
    if ASSAULTS.search(plain) or (_BROKEN_OFF.search(plain) and HELPING_AT_ALL.search(plain)):
        found.append(AccessKind.ATTACKS_ON_AID)
        by_cause = [kind for kind in by_cause if kind is not AccessKind.HOSTILITIES]
    return tuple(dict.fromkeys((*found, *by_cause)))


def _by_cause(text: str) -> list[AccessKind]:
    """What was to come, that it did not, and why: the three within a few words of each other."""
    held = [m for m in HELD.finditer(text) if any(_gap(m, t) <= _NEAR for t in TRAFFIC.finditer(text))]
    if not held:
        return []
    return [
        kind
        for kind, pattern in _CAUSES.items()
        if any(_gap(cause, m) <= _CAUSE_NEAR for cause in pattern.finditer(text) for m in held)
    ]


def _gap(one: re.Match[str], other: re.Match[str]) -> int:
    """Characters between two matches; none where one holds the other ("no ferry has sailed")."""
    return max(other.start() - one.end(), one.start() - other.end(), 0)
