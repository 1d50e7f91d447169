"""One number from many claims: the dead of an event, as codebooks with one total an event want them.

A summary keeps every claim apart: by group ("5 civilians", "7 soldiers"), by whose people they are, by who
says so. A total is made in four steps, each of which rather counts too few than too many:

1. A claim counts with its number; a vague word or a range with its low bound, "up to 20" alone with 20. What
   is denied counts nothing, and families are never turned into people.
2. Of one group, a source that gives two numbers gives a part and the whole: its highest counts. Of several
   sources the lowest counts (the conservative figure, after ACLED).
3. Groups that lie in one another are not added: women, children, men and the elderly make a sum, journalists,
   aid workers and the like another; of these sums and the civilians as such the highest counts. Fighters,
   soldiers, police and peacekeepers are added, those of each party apart.
4. A number of people without a word on who they are is the total. It stands against the sum of the groups
   where it is higher, or where another source gives it; where one source gives both and the sum is higher,
   the sum stands.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final

from summariser.exports.common import claim, stated
from summariser.schemas import EventFigure, Figure
from summariser.schemas.codebooks import Certainty, PopulationGroup, Qualifier, Unit

Pick = Callable[[list[int]], int]

_GROUP: Final = PopulationGroup
BY_AGE_AND_SEX: Final = frozenset(
    {_GROUP.WOMEN, _GROUP.CHILDREN, _GROUP.WOMEN_AND_CHILDREN, _GROUP.MEN, _GROUP.ELDERLY}
)
ARMED: Final = frozenset({_GROUP.FIGHTERS, _GROUP.SOLDIERS, _GROUP.POLICE, _GROUP.PEACEKEEPERS})
_ANYBODY: Final = _GROUP.PEOPLE


@dataclass(frozen=True, slots=True)
class Toll:
    """The dead of an event.

    Attributes:
        total: By the rule above; None where no claim counts.
        low: The lowest total that the claims allow.
        high: The highest.
        rule: How the total came about, in words.
    """

    total: int | None
    low: int | None
    high: int | None
    rule: str | None


def countable(figures: Iterable[EventFigure]) -> tuple[EventFigure, ...]:
    """The claims that a total can be made of: of people, and not denied."""
    return tuple(f for f in figures if f.unit is Unit.PEOPLE and f.certainty is not Certainty.DENIED)


def why_not(figure: Figure) -> str | None:
    """Why a figure is not in a total; None where it can be."""
    if figure.certainty is Certainty.DENIED:
        return "the text denies it, so that it counts nothing"
    if figure.unit is not Unit.PEOPLE:
        return f"it counts {figure.unit.value}, which are not turned into people"
    return None


def toll(figures: Iterable[EventFigure]) -> Toll:
    """The dead of an event by the claims about them."""
    claims = countable(figures)
    if not claims:
        return Toll(None, None, None, None)
    total, low, high = (_total(claims, *how) for how in ((_stated, min), (_low, min), (_high, max)))
    return Toll(total, min(low, total), max(high, total), _rule(claims, total))


def of_group(figures: Iterable[EventFigure], *, best: bool = True) -> int:
    """The total of some of an event's claims; ``best=False`` takes the highest where sources differ."""
    claims = countable(figures)
    return _total(claims, _stated, min if best else max) if claims else 0


def _stated(figure: Figure) -> int:
    return int(stated(figure))


def _low(figure: Figure) -> int:
    if figure.qualifier is Qualifier.AT_MOST:
        return int(figure.low or 0)
    return int(figure.low if figure.low is not None else stated(figure))


def _high(figure: Figure) -> int:
    return int(figure.high if figure.high is not None else stated(figure))


def _total(claims: tuple[EventFigure, ...], size: Callable[[Figure], int], pick: Pick) -> int:
    unnamed = [f for f in claims if _who(f) is _ANYBODY]
    named = [f for f in claims if _who(f) is not _ANYBODY]
    parts = _civilians(named, size, pick) + _armed(named, size, pick)
    if not unnamed:
        return parts
    whole = _of_sources(unnamed, size, pick)
    if whole >= parts or pick is max:
        return max(whole, parts)
    return parts if _sources(unnamed) <= _sources(named) else whole


def _civilians(claims: list[EventFigure], size: Callable[[Figure], int], pick: Pick) -> int:
    groups = {_who(f) for f in claims} - ARMED
    counts = {g: _of_sources([f for f in claims if _who(f) is g], size, pick) for g in groups}
    by_age = sum(count for group, count in counts.items() if group in BY_AGE_AND_SEX)
    by_calling = sum(
        count for group, count in counts.items() if group not in {*BY_AGE_AND_SEX, _GROUP.CIVILIANS}
    )
    return max(by_age, by_calling, counts.get(_GROUP.CIVILIANS, 0))


def _armed(claims: list[EventFigure], size: Callable[[Figure], int], pick: Pick) -> int:
    """Each kind by party; those of no named party are taken to be among those of the named ones."""
    total = 0
    for group in sorted(ARMED):
        of_group = [f for f in claims if _who(f) is group]
        parties = {f.affiliation for f in of_group}
        counts = {p: _of_sources([f for f in of_group if f.affiliation == p], size, pick) for p in parties}
        nobodys = counts.pop(None, 0)
        total += max(nobodys, sum(counts.values()))
    return total


def _of_sources(claims: list[EventFigure], size: Callable[[Figure], int], pick: Pick) -> int:
    """One group's number: of each source the highest, of the sources the lowest (or what ``pick`` takes)."""
    return pick([max(size(f) for f in claims if _source(f) == source) for source in _sources(claims)])


def _sources(claims: Iterable[EventFigure]) -> set[str | None]:
    return {_source(f) for f in claims}


def _source(figure: Figure) -> str | None:
    """Who says so; None is the article's own voice."""
    return figure.claimed_by.name if figure.claimed_by else None


def _who(figure: Figure) -> PopulationGroup:
    return figure.group or _ANYBODY


def _rule(claims: tuple[EventFigure, ...], total: int) -> str:
    if len(claims) == 1:
        return "the only claim"
    return f"{total} by the conservative rule, from {len(claims)} claims: " + "; ".join(map(claim, claims))
