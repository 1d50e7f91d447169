"""Rule on dates: the same day is the same, a day's distance needs a shared number, more is apart."""

from __future__ import annotations

from datetime import date
from typing import Final

from summariser.brief.days import days
from summariser.brief.mentions import Mention, Window
from summariser.brief.verdicts import Compared, apart, open_, same
from summariser.schemas.brief import Aspect

NEAR_DAYS: Final = 7
"""So many days apart two reports are still a near miss."""
MONTH_DAYS: Final = 31
"""A report that is vaguer than this may mean too many events for the only one known to be it."""


def compare(one: Mention, other: Mention) -> Compared:
    """What the dates of two reports say of their being of one event."""
    first, second = one.window, other.window
    if first is None or second is None:
        return _undated(one, other, first or second)
    said = f"{days(first.start, first.end)} and {days(second.start, second.end)}"
    gap = max((second.start - first.end).days, (first.start - second.end).days)
    if (first.start, first.end) == (second.start, second.end) and (first.exact or _is_short(first)):
        return same(Aspect.DATE, f"both on {days(first.start, first.end)}")
    if first.exact and second.exact:
        if gap <= 0:
            return same(Aspect.DATE, f"{said} have a day in common")
        if gap == 1:
            # "Tuesday night" and "early on Wednesday"; but also the second day of a bombardment.
            return open_(Aspect.DATE, f"{said} are one day apart", numbers_only=True)
        return apart(Aspect.DATE, f"{said} are {gap} days apart", near=gap <= NEAR_DAYS)
    if gap > 0:
        return apart(Aspect.DATE, f"{said} have no day in common", near=gap <= NEAR_DAYS)
    widest = max((w.end - w.start).days for w in (first, second))
    return open_(Aspect.DATE, f"{said} may mean one day", vague=widest <= MONTH_DAYS)


def _is_short(window: Window) -> bool:
    """A battle of some days that two articles bound alike; "in May" is no bound."""
    return (window.end - window.start).days < 10


def _undated(one: Mention, other: Mention, known: Window | None) -> Compared:
    """One of them tells no day. News are of the last weeks; of what lies before it can be any."""
    printed: date | None = (one if one.window is None else other).published
    if known is None or printed is None:
        return open_(Aspect.DATE, "no day is told by one of them")
    if known.start > printed and not one.announced:
        return apart(Aspect.DATE, f"{days(known.start, known.end)} is after the other article")
    recent = (printed - known.end).days <= MONTH_DAYS
    return open_(Aspect.DATE, "no day is told by one of them", vague=recent)
