"""How far two groupings agree: by pairs, and B-cubed.

Pairs: of the pairs of events that are in one group here, how many are in one group there. B-cubed (Bagga and
Baldwin 1998): of each event's group, the share that belongs there, averaged over events. Pairs punish one
wrong union of two large groups more; B-cubed credits every event that rightly stands alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

Groups = Sequence[Sequence[str]]


@dataclass(frozen=True, slots=True)
class Score:
    """Precision and recall, with what they are made of.

    Attributes:
        hits: What is right of what was found.
        found: What was found.
        hits_of_gold: What of the gold was found.
        gold: What there is to find.
    """

    hits: float
    found: float
    hits_of_gold: float
    gold: float

    @property
    def precision(self) -> float:
        """1 where nothing was found."""
        return self.hits / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        """1 where there is nothing to find."""
        return self.hits_of_gold / self.gold if self.gold else 1.0

    @property
    def f1(self) -> float:
        """Their harmonic mean."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def pairs(groups: Groups) -> set[tuple[str, str]]:
    """Every pair of events that are in one group, each in order."""
    return {pair for group in groups for pair in combinations(sorted(group), 2)}


def pairwise(found: Groups, gold: Groups) -> Score:
    """By pairs."""
    ours, theirs = pairs(found), pairs(gold)
    hits = len(ours & theirs)
    return Score(hits, len(ours), hits, len(theirs))


def b_cubed(found: Groups, gold: Groups) -> Score:
    """B-cubed. An event that is only in one of the two counts there with nothing right."""
    ours, theirs = _of(found), _of(gold)
    precision = [_share(ours[e], theirs.get(e)) for e in ours]
    recall = [_share(theirs[e], ours.get(e)) for e in theirs]
    return Score(sum(precision), len(precision), sum(recall), len(recall))


def _of(groups: Groups) -> dict[str, frozenset[str]]:
    return {event: frozenset(group) for group in groups for event in group}


def _share(group: frozenset[str], other: frozenset[str] | None) -> float:
    return len(group & other) / len(group) if other is not None else 0.0
