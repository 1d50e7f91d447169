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
4. A source that gives a number of people without a word on who they are, or one of the armed and one of the
   others, counts all the dead: that number is its total, unless its groups add up to more. The total is the
   lowest of those sources, the range goes over all of them. Where none counts all, the groups of all sources
   are added.

An upper bound alone ("at most 120") is no low end where another source has one, and a number without an upper
bound ("at least 14", "dozens") leaves the range open where it is the highest.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from summariser.exports.common import claim, stated
from summariser.schemas import EventFigure, Figure
from summariser.schemas.codebooks import Certainty, PopulationGroup, Qualifier, Unit

Pick = Callable[[Sequence["_Bound"]], "_Bound"]

_GROUP: Final = PopulationGroup
BY_AGE_AND_SEX: Final = frozenset(
    {_GROUP.WOMEN, _GROUP.CHILDREN, _GROUP.WOMEN_AND_CHILDREN, _GROUP.MEN, _GROUP.ELDERLY}
)
ARMED: Final = frozenset({_GROUP.FIGHTERS, _GROUP.SOLDIERS, _GROUP.POLICE, _GROUP.PEACEKEEPERS})
_ANYBODY: Final = _GROUP.PEOPLE


_NOT_OPEN: Final = frozenset({Qualifier.EXACTLY, Qualifier.ABOUT, Qualifier.AT_MOST, Qualifier.BETWEEN})
"""Hedges that do not say "or more" by themselves."""


@dataclass(frozen=True, slots=True, order=True)
class _Bound:
    """A number of people; of two that are equal the open one is the higher."""

    number: int
    open: bool = False
    about: bool = False

    def __add__(self, other: _Bound) -> _Bound:
        return _Bound(self.number + other.number, self.open or other.open, self.about or other.about)


_NONE: Final = _Bound(0)


@dataclass(frozen=True, slots=True)
class Toll:
    """The dead of an event.

    Attributes:
        total: By the rule above; None where no claim counts.
        low: The lowest total that the claims allow.
        high: The highest number that is stated.
        rule: How the total came about, in words.
        or_more: Whether that highest number has no upper bound: "at least 14", "dozens".
        about: Whether the lowest or the highest is stated as "about".
        capped: Whether there is an upper bound alone ("at most 120"), so that ``low`` is nobody's number.
    """

    total: int | None
    low: int | None
    high: int | None
    rule: str | None
    or_more: bool = False
    about: bool = False
    capped: bool = False

    @property
    def upper(self) -> int | None:
        """The highest total that the claims allow; None where they name no upper bound."""
        return None if self.or_more else self.high


@dataclass(frozen=True, slots=True)
class Account:
    """What one source says of the dead.

    Attributes:
        source: Who says so; None is the article's own voice.
        toll: Its total, by its own figures alone.
        whole: Whether it counts all the dead, not the soldiers or the children alone.
    """

    source: str | None
    toll: Toll
    whole: bool


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
    found = accounts(claims)
    whole = [account.toll for account in found if account.whole]
    if len(found) < 2 or not whole:
        return _added(claims)
    most = _added(claims) if len(whole) < len(found) else None
    spanned = span([*whole, most] if most and (most.high or 0) > max(t.high or 0 for t in whole) else whole)
    total = min(t.total for t in whole if t.total is not None)
    low = min(t for t in (span(whole).low, total) if t is not None)
    return replace(spanned, total=total, low=low, rule=_rule(claims, total, spanned.or_more))


def accounts(figures: Iterable[EventFigure]) -> tuple[Account, ...]:
    """What each source says, in the order of their first claims; every source has one that counts."""
    by_source: dict[str | None, list[EventFigure]] = {}
    for figure in countable(figures):
        by_source.setdefault(_source(figure), []).append(figure)
    return tuple(Account(name, _added(tuple(own)), _counts_all(own)) for name, own in by_source.items())


def span(tolls: Iterable[Toll]) -> Toll:
    """From the lowest to the highest of several tolls; without a total.

    An upper bound alone is no low end where another toll has one.
    """
    told = [t for t in tolls if t.low is not None and t.high is not None]
    if not told:
        return Toll(None, None, None, None)
    capped = all(t.capped for t in told)
    lows = [((t.high if t.capped and not capped else t.low) or 0, t) for t in told]
    low, lowest = min(lows, key=lambda pair: pair[0])
    highest = max(told, key=lambda t: (t.high or 0, t.or_more))
    about = lowest.about or highest.about
    return Toll(None, low, highest.high, None, highest.or_more, about, capped)


def of_group(figures: Iterable[EventFigure], *, best: bool = True) -> int:
    """The total of some of an event's claims; ``best=False`` takes the highest where sources differ."""
    claims = countable(figures)
    return _total(claims, _stated, min if best else max).number if claims else 0


def _added(claims: tuple[EventFigure, ...]) -> Toll:
    """The toll by the groups of all the claims."""
    if not claims:
        return Toll(None, None, None, None)
    total, low, high = (_total(claims, *how) for how in ((_stated, min), (_low, min), (_high, max)))
    return Toll(
        total.number,
        min(low.number, total.number),
        max(high.number, total.number),
        _rule(claims, total.number, high.open),
        or_more=high.open,
        about=low.about or high.about,
        capped=all(f.qualifier is Qualifier.AT_MOST and f.low is None for f in claims),
    )


def _counts_all(claims: Sequence[EventFigure]) -> bool:
    groups = {_who(f) for f in claims}
    return _ANYBODY in groups or bool(groups & ARMED and groups - ARMED)


def _stated(figure: Figure) -> _Bound:
    return _bound(figure, stated(figure))


def _low(figure: Figure) -> _Bound:
    if figure.qualifier is Qualifier.AT_MOST:
        return _bound(figure, figure.low or 0)
    return _bound(figure, figure.low if figure.low is not None else stated(figure))


def _high(figure: Figure) -> _Bound:
    return _bound(figure, figure.high if figure.high is not None else stated(figure))


def _bound(figure: Figure, number: float) -> _Bound:
    open_ = figure.qualifier is Qualifier.AT_LEAST or (
        figure.high is None and figure.value is None and figure.qualifier not in _NOT_OPEN
    )
    return _Bound(int(number), open_, figure.qualifier is Qualifier.ABOUT)


def _total(claims: tuple[EventFigure, ...], size: Callable[[Figure], _Bound], pick: Pick) -> _Bound:
    unnamed = [f for f in claims if _who(f) is _ANYBODY]
    named = [f for f in claims if _who(f) is not _ANYBODY]
    parts = _civilians(named, size, pick) + _armed(named, size, pick)
    if not unnamed:
        return parts
    return max(_of_sources(unnamed, size, pick), parts)


def _civilians(claims: list[EventFigure], size: Callable[[Figure], _Bound], pick: Pick) -> _Bound:
    groups = {_who(f) for f in claims} - ARMED
    counts = {g: _of_sources([f for f in claims if _who(f) is g], size, pick) for g in groups}
    by_age = sum((count for group, count in counts.items() if group in BY_AGE_AND_SEX), _NONE)
    callings = [n for group, n in counts.items() if group not in {*BY_AGE_AND_SEX, _GROUP.CIVILIANS}]
    by_calling = sum(callings, _NONE)
    return max(by_age, by_calling, counts.get(_GROUP.CIVILIANS, _NONE))


def _armed(claims: list[EventFigure], size: Callable[[Figure], _Bound], pick: Pick) -> _Bound:
    """Each kind by party; those of no named party are taken to be among those of the named ones."""
    total = _NONE
    for group in sorted(ARMED):
        of_group = [f for f in claims if _who(f) is group]
        parties = {f.affiliation for f in of_group}
        counts = {p: _of_sources([f for f in of_group if f.affiliation == p], size, pick) for p in parties}
        nobodys = counts.pop(None, _NONE)
        total += max(nobodys, sum(counts.values(), _NONE))
    return total


def _of_sources(claims: list[EventFigure], size: Callable[[Figure], _Bound], pick: Pick) -> _Bound:
    """One group's number: of each source the highest, of the sources the lowest (or what ``pick`` takes)."""
    return pick([max(size(f) for f in claims if _source(f) == source) for source in _sources(claims)])


def _sources(claims: Iterable[EventFigure]) -> set[str | None]:
    return {_source(f) for f in claims}


def _source(figure: Figure) -> str | None:
    """Who says so; None is the article's own voice."""
    return figure.claimed_by.name if figure.claimed_by else None


def _who(figure: Figure) -> PopulationGroup:
    return figure.group or _ANYBODY


def _rule(claims: tuple[EventFigure, ...], total: int, or_more: bool) -> str:
    found = "the only claim"
    if len(claims) > 1:
        found = f"{total} by the conservative rule, from {len(claims)} claims: " + "; ".join(
            map(claim, claims)
        )
    return f"{found}; no upper bound is told" if or_more else found
