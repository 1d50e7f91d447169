"""How many: the range over a group's accounts, and totals over groups that never add one event twice.

An account is an article: what it says of one measure is made into its lowest and highest number as in every
export (`summariser.exports.tolls`). A group's range goes from the lowest account to the highest; one that
counts a part of those who were hit (the children, the soldiers, two journalists) is no low end where another
counts more sorts of people. Accounts are never added. Over groups the ranges are, with care:

- What is threatened, planned or denied counts nothing, nor what lies before the brief's time.
- Two groups that may be one event count once in the low end: the larger of the two.
- A group without a day counts in the high end alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Final

from summariser.brief.mentions import PARTS, is_part
from summariser.exports.common import TOOK_PLACE
from summariser.exports.tolls import ARMED, countable, span, toll
from summariser.schemas import EventFigure
from summariser.schemas.brief import Claim, EventGroup, Range, Total
from summariser.schemas.codebooks import EventStatus, Measure, PopulationGroup

COUNTED: Final = (
    Measure.KILLED,
    Measure.INJURED,
    Measure.MISSING,
    Measure.ABDUCTED,
    Measure.ARRESTED,
)
"""Measures of people that have a range. Who died is counted with the killed."""


class Account:
    """What one article says of an event."""

    def __init__(self, status: EventStatus, claims: Sequence[tuple[EventFigure, Claim]]) -> None:
        self.counts = status in TOOK_PLACE
        self._claims = [(figure, claim) for figure, claim in claims if not claim.later]

    def of(self, measure: Measure) -> list[tuple[EventFigure, Claim]]:
        """Its claims of one measure that can be counted."""
        wanted = {measure, Measure.DIED} if measure is Measure.KILLED else {measure}
        fit = [(f, c) for f, c in self._claims if f.measure in wanted]
        kept = set(map(id, countable(f for f, _ in fit)))
        return [(f, c) for f, c in fit if id(f) in kept]


def ranges(accounts: Iterable[Account]) -> tuple[Range, ...]:
    """The ranges of a group, of the measures that any account has."""
    counting = [account for account in accounts if account.counts]
    found = [_range(measure, [a.of(measure) for a in counting]) for measure in COUNTED]
    return tuple(r for r in found if r is not None)


def _range(measure: Measure, accounts: Sequence[list[tuple[EventFigure, Claim]]]) -> Range | None:
    told = [a for a in accounts if a]
    # "Four children were killed" says nothing of all who were, where another account does.
    told = [a for a in told if not is_part(f for f, _ in a)] or told
    if not told:
        return None
    found = span(toll(f for f, _ in account) for account in told)
    # "Six soldiers" is no low end beside "ten people", but may be the most that is told of.
    wider = [a for a in told if not _is_of_one_sort(a)]
    if wider and len(wider) < len(told):
        of_wider = span(toll(f for f, _ in account) for account in wider)
        found = of_wider if of_wider.high == found.high else replace(found, low=of_wider.low)
    if found.low is None or found.high is None:
        return None
    return Range(
        measure=measure,
        low=found.low,
        high=found.high,
        or_more=found.or_more,
        about=found.about,
        rule="the only account" if len(told) == 1 else f"the lowest and the highest of {len(told)} accounts",
        notes=tuple(sorted({n for account in told for _, c in account for n in c.notes})),
    )


def _is_of_one_sort(account: Sequence[tuple[EventFigure, Claim]]) -> bool:
    """Whether it counts the armed alone, or people of a calling alone ("two journalists")."""
    groups = {figure.group or PopulationGroup.PEOPLE for figure, _ in account}
    if groups & {PopulationGroup.PEOPLE, PopulationGroup.CIVILIANS, *PARTS}:
        return False
    return groups <= ARMED or not groups & ARMED


def totals(groups: Sequence[EventGroup], may_be_one: Callable[[str, str], bool]) -> tuple[Total, ...]:
    """The measures over the groups that are counted.

    Args:
        groups: All groups.
        may_be_one: Whether two groups, by id, may be of one event.
    """
    found = [_total(measure, groups, may_be_one) for measure in COUNTED]
    return tuple(t for t in found if t is not None)


def _total(
    measure: Measure, groups: Sequence[EventGroup], may_be_one: Callable[[str, str], bool]
) -> Total | None:
    told = [(g, r) for g in groups if g.counted for r in g.ranges if r.measure is measure]
    if not told:
        return None
    dated = [(g, r) for g, r in told if g.start is not None or g.end is not None]
    clusters = _clusters([g.id for g, _ in dated], may_be_one)
    lows = {g.id: r.low for g, r in dated}
    said = [f"{len(told)} groups"]
    if len(clusters) < len(dated):
        said.append("groups that may be one event count once in the low end")
    if len(dated) < len(told):
        said.append("groups without a day count in the high end alone")
    return Total(
        measure=measure,
        low=sum(max(lows[name] for name in cluster) for cluster in clusters),
        high=sum(r.high for _, r in told),
        or_more=any(r.or_more for _, r in told),
        about=any(r.about for _, r in told),
        groups=tuple(g.id for g, _ in told),
        rule="; ".join(said),
    )


def _clusters(names: Sequence[str], linked: Callable[[str, str], bool]) -> list[list[str]]:
    """The names in sets between which there is no link."""
    clusters: list[list[str]] = []
    for name in names:
        near = [c for c in clusters if any(linked(name, other) for other in c)]
        clusters = [c for c in clusters if c not in near]
        clusters.append([name, *(other for c in near for other in c)])
    return clusters
