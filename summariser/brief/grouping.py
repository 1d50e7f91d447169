"""Groups of reports that are of one event: the surest pairs first, and never against a rule.

Two groups become one where a pair of theirs is of one event and no pair is apart, nor of one article: who
wrote it told the two apart. Where two events of one article fit a report equally well, neither is taken.
At the end a report whose day is vague joins the only group that it can mean. Nothing depends on the order of
the input.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Final

from summariser.brief import nearness
from summariser.brief.comparing import Match, compare
from summariser.brief.mentions import Mention
from summariser.brief.verdicts import shared
from summariser.schemas.brief import Aspect, Verdict

_Pair = tuple[str, str]
_FITS_TWO: Final = "it fits two events of one article equally well"
_TOO_LITTLE: Final = "too little in common to be sure"
_KEPT_BY_OTHERS: Final = "other reports in the two groups are apart"
_CORE: Final = frozenset({Aspect.DATE, Aspect.PLACE, Aspect.KIND})


@dataclass(frozen=True, slots=True)
class Kept:
    """Two reports that were kept apart although much speaks for one event.

    Attributes:
        one: Id of an event.
        other: Of the other.
        maybe: Whether they may well be one; else one rule parts them and all others agree.
        reason: In words.
        match: What the rules say.
    """

    one: str
    other: str
    maybe: bool
    reason: str
    match: Match


@dataclass(frozen=True, slots=True)
class Grouping:
    """The groups, and why.

    Two groups may be one event where no two of their reports are apart (`may_be_one`).

    Attributes:
        groups: Each a group's reports by the day of publication; every report is in exactly one.
        links: Of pairs in one group, what joined them.
        kept: Near misses.
        matches: What the rules say of pairs of different articles that are not far apart, by ids in order.
    """

    groups: tuple[tuple[Mention, ...], ...]
    links: Mapping[_Pair, Match]
    kept: tuple[Kept, ...]
    matches: Mapping[_Pair, Match]

    def may_be_one(self) -> set[tuple[int, int]]:
        """Pairs of groups, by their places in order, no two reports of which are apart or of one article."""
        of = {m.id: place for place, found in enumerate(self.groups) for m in found}
        open_: Counter[tuple[int, int]] = Counter()
        for (one, other), match in self.matches.items():
            if not match.parting and of[one] != of[other]:
                open_[min(of[one], of[other]), max(of[one], of[other])] += 1
        return {
            (one, other)
            for (one, other), count in open_.items()
            if count == len(self.groups[one]) * len(self.groups[other])
        }


def group(mentions: Iterable[Mention]) -> Grouping:
    """Group reports of events. Ids of the mentions are different."""
    ordered = sorted(mentions, key=lambda m: m.id)
    run = _Run({m.id: m for m in ordered}, _compare_all(ordered))
    run.join_sure()
    run.join_vague()
    return run.result()


def _compare_all(mentions: Sequence[Mention]) -> dict[_Pair, Match]:
    """What the rules say of pairs of different articles, by ids in order; those far apart are left out."""
    return {
        (one.id, other.id): match
        for one, other in nearness.pairs(mentions)
        if not (match := compare(one, other)).is_far
    }


@dataclass(slots=True)
class _Run:
    mentions: dict[str, Mention]
    matches: dict[_Pair, Match]
    group_of: dict[str, str] = field(default_factory=dict)
    members: dict[str, list[str]] = field(default_factory=dict)
    links: dict[_Pair, Match] = field(default_factory=dict)
    refused: dict[_Pair, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.group_of = {name: name for name in self.mentions}
        self.members = {name: [name] for name in self.mentions}

    def join_sure(self) -> None:
        """Join pairs that are of one event, those of one rank at a time."""
        pairs = sorted((m.rank, pair) for pair, m in self.matches.items() if m.is_one)
        for _, level in groupby(pairs, key=lambda item: item[0]):
            candidates = [pair for _, pair in level]
            ambiguous = set(self._ambiguous(candidates))
            for pair in candidates:
                if pair in ambiguous:
                    self.refused.setdefault(pair, _FITS_TWO)
                elif self._may_join(*pair):
                    self._join(pair, self.matches[pair])
                else:
                    self.refused.setdefault(pair, _KEPT_BY_OTHERS)

    def join_vague(self) -> None:
        """Join a report of a vague day to the only group that it can mean."""
        wanted: dict[str, set[str]] = defaultdict(set)
        for pair, match in self.matches.items():
            if match.is_vague and not match.is_one:
                for name, other in (pair, pair[::-1]):
                    wanted[name].add(self.group_of[other])
        for name in sorted(wanted):
            if not self._is_vaguer(name) or len(self.members[self.group_of[name]]) > 1:
                continue
            groups = {self.group_of[o] for other in wanted[name] for o in self.members.get(other, ())}
            groups.discard(self.group_of[name])
            if len(groups) == 1:
                self._join_only(name, self.members[groups.pop()])

    def _is_vaguer(self, name: str) -> bool:
        window = self.mentions[name].window
        return window is None or not window.exact

    def _join_only(self, name: str, others: Sequence[str]) -> None:
        pairs = [p for o in others if (p := _pair(name, o)) in self.matches and self.matches[p].is_vague]
        if not pairs or not self._may_join(*pairs[0]):
            return
        reason = shared(Aspect.DATE, "the only event of this kind there that these articles tell of")
        best = min(pairs, key=lambda p: (self.matches[p].rank, p))
        self._join(best, Match((*self.matches[best].compared, reason)))

    def result(self) -> Grouping:
        """What came of it."""
        groups = [
            tuple(sorted((self.mentions[n] for n in names), key=lambda m: m.sort_key))
            for names in self.members.values()
        ]
        groups.sort(key=lambda g: g[0].sort_key)
        return Grouping(tuple(groups), dict(sorted(self.links.items())), tuple(self._kept()), self.matches)

    def _ambiguous(self, pairs: Sequence[_Pair]) -> Iterator[_Pair]:
        """Pairs of which one side could as well go to another event of the same article."""
        fits: dict[tuple[str, str], set[str]] = defaultdict(set)
        for one, other in pairs:
            if self.group_of[one] != self.group_of[other] and self._may_join(one, other):
                fits[self.group_of[one], self.mentions[other].article].add(other)
                fits[self.group_of[other], self.mentions[one].article].add(one)
        for one, other in pairs:
            if self.group_of[one] == self.group_of[other]:
                continue
            sides = ((one, other), (other, one))
            if any(len(fits[self.group_of[a], self.mentions[b].article]) > 1 for a, b in sides):
                yield one, other

    def _may_join(self, one: str, other: str) -> bool:
        """Whether no rule parts any two reports of the two groups."""
        first, second = self.group_of[one], self.group_of[other]
        if first == second:
            return True
        for a in self.members[first]:
            for b in self.members[second]:
                match = self.matches.get(_pair(a, b))
                if match is None or match.parting:
                    return False
        return True

    def _join(self, pair: _Pair, match: Match) -> None:
        first, second = self.group_of[pair[0]], self.group_of[pair[1]]
        self.links[pair] = match
        if first == second:
            return
        first, second = min(first, second), max(first, second)
        for name in self.members[second]:
            self.group_of[name] = first
        self.members[first] += self.members.pop(second)

    def _kept(self) -> Iterator[Kept]:
        for pair, match in sorted(self.matches.items()):
            if self.group_of[pair[0]] == self.group_of[pair[1]]:
                continue
            if pair in self.refused:
                yield Kept(*pair, True, self.refused[pair], match)
            elif not match.parting and _agrees(match):
                yield Kept(*pair, True, _TOO_LITTLE, match)
            elif match.parting and _agrees(match):
                yield Kept(*pair, False, match.parting[0].reason, match)


def _agrees(match: Match) -> bool:
    """Whether at least two of date, place and kind are the same: fewer are no near miss."""
    said = [c for c in match.compared if c.aspect in _CORE]
    return sum(c.verdict in {Verdict.SAME, Verdict.SHARED} for c in said) > 1


def _pair(one: str, other: str) -> _Pair:
    return (one, other) if one < other else (other, one)
