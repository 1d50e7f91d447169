"""A candidate event, and the candidates of an article by where, when and in which sentences they are told.

A sentence can only belong to a candidate that is told near it, or that has a place or a day in common with
it. So of the candidates of a long article few are compared with each sentence.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from summariser.cues import Cue
from summariser.lexicon import GENERIC_ATTACK


@dataclass(slots=True)
class Incident:
    """A candidate event: its mentions, and what they have in common."""

    family: frozenset[str]
    sentences: list[str] = field(default_factory=list)
    cues: list[Cue] = field(default_factory=list)
    places: set[str] = field(default_factory=set)
    dates: set[str] = field(default_factory=set)
    areas: set[str] = field(default_factory=set)
    """Ids of the regions that its sentences name; ``places`` holds towns, villages and camps."""
    to_come: bool = False
    """Whether it is announced or threatened: another event than one that took place."""
    is_denied: bool = True
    """Whether all its mentions are denials: nothing else is told of it."""
    is_retold: bool = True
    """Whether all its sentences tell of another year."""
    cues_at: dict[int, list[Cue]] = field(default_factory=dict, repr=False)
    """The mentions by the position of their sentence: one event may have thousands of both."""
    kinds: set[str] = field(default_factory=set, repr=False)
    """The values of its cues."""
    scenes_at: dict[int, list[int]] = field(default_factory=dict, repr=False)
    """By the position of a sentence, the places there of which the sentence says the deed elsewhere."""
    first: int = sys.maxsize
    last: int = -1
    """The positions of its first and its last sentence."""

    @property
    def is_generic(self) -> bool:
        """Whether its words only say "attack" or "killed"."""
        return self.kinds <= {GENERIC_ATTACK}

    def near(self) -> int:
        """The word that reports it, or the place that is told with another's: "and five in Dorra"."""
        return self.scenes_at[self.first][0] if self.first in self.scenes_at else self.cues[0].start

    def gap(self, at: int, reach: int) -> int | None:
        """How many sentences lie between a position and its nearest sentence; None for more than reach."""
        return next((n for n in range(reach + 1) if at - n in self.cues_at or at + n in self.cues_at), None)


class Candidates:
    """The candidates so far, in the order in which they were begun."""

    def __init__(self) -> None:
        self._all: list[Incident] = []
        self._by_position: dict[int, list[int]] = {}
        self._by_tie: dict[str, list[int]] = {}
        self._number: dict[int, int] = {}

    def __len__(self) -> int:
        return len(self._all)

    def __iter__(self) -> Iterator[Incident]:
        return iter(self._all)

    def begin(self, incident: Incident) -> None:
        """One more."""
        self._number[id(incident)] = len(self._all)
        self._all.append(incident)

    def note(self, incident: Incident, at: int, ties: Iterable[str]) -> None:
        """Remember a sentence of a candidate.

        Args:
            incident: The candidate, which has begun.
            at: The sentence's position.
            ties: Ids of its places, and its days.
        """
        number = self._number[id(incident)]
        for where in (self._by_position.setdefault(at, []), *(self._by_tie.setdefault(t, []) for t in ties)):
            if not where or where[-1] != number:
                where.append(number)

    def at(self, *positions: int) -> list[Incident]:
        """Those told in the sentences at these positions, the last begun first."""
        return self._latest(n for p in positions for n in self._by_position.get(p, ()))

    def around(self, at: int, reach: int) -> list[Incident]:
        """Those told in a sentence or in so many before and after it, the last begun first."""
        return self.at(*range(at - reach, at + reach + 1))

    def tied(self, at: int, reach: int, ties: Iterable[str]) -> list[Incident]:
        """Those told around a sentence and those with a place or a day of it, the last begun first."""
        near = (n for p in range(at - reach, at + reach + 1) for n in self._by_position.get(p, ()))
        return self._latest([*near, *(n for t in ties for n in self._by_tie.get(t, ()))])

    def _latest(self, numbers: Iterable[int]) -> list[Incident]:
        return [self._all[n] for n in sorted(set(numbers), reverse=True)]
