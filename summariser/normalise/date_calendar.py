"""What a date phrase resolves to, and the calendar arithmetic behind it.

The machine's own date is never asked for: every function here takes the day it counts from.
"""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from summariser.schemas.codebooks import DatePrecision

HIJRI: Final = "a date of the Islamic calendar, which is not converted"
NO_PUBLICATION: Final = "relative to a publication date that is not known"
NOT_READ: Final = "these words are not read as a date"
NO_START: Final = "only the end is stated"
NO_END: Final = "only the start is stated"
NO_SUCH_DAY: Final = "there is no such day in the calendar"
OTHER_EVENT: Final = "counted from another event, not from the publication"


@dataclass(frozen=True, slots=True)
class ResolvedDate:
    """The days that a phrase can mean, both ends included.

    Attributes:
        start: The first day, or None where it is not known.
        end: The last day, or None where it is not known.
        precision: How sharp the bounds are. A range whose two ends are stated days ("3 to 5 March")
            is `day`; compare `start` with `end` to tell it from one day.
        reason: Why an end is left open; None exactly when both ends are known.
    """

    start: date | None
    end: date | None
    precision: DatePrecision
    reason: str | None


@dataclass(frozen=True, slots=True)
class Frame:
    """What a phrase is read against: the day of publication, and whether it speaks of a plan."""

    published: date | None
    future: bool = False
    told: date | None = None
    """The day that the text was telling of: what "the next day" counts from."""


def open_date(reason: str, start: date | None = None, end: date | None = None) -> ResolvedDate:
    """A phrase that does not say both ends."""
    return ResolvedDate(start, end, DatePrecision.UNKNOWN, reason)


def not_counted(unit: str) -> str:
    """The reason for "weeks ago" and "the past months"."""
    return f"how many {unit}s is not stated"


def days(start: date, end: date, precision: DatePrecision = DatePrecision.DAY) -> ResolvedDate:
    """The days from `start` to `end`."""
    return ResolvedDate(start, end, precision, None)


def day_of(year: int, month: int, day: int) -> date | None:
    """The day, or None where the calendar has none (31 February)."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def month_of(year: int, month: int) -> ResolvedDate:
    """The first to the last day of a month."""
    last = calendar.monthrange(year, month)[1]
    return days(date(year, month, 1), date(year, month, last), DatePrecision.MONTH)


def year_of(year: int) -> ResolvedDate:
    """The first to the last day of a year."""
    return days(date(year, 1, 1), date(year, 12, 31), DatePrecision.YEAR)


def week_of(day: date) -> ResolvedDate:
    """Monday to Sunday around a day."""
    monday = day - timedelta(days=day.weekday())
    return days(monday, monday + timedelta(days=6), DatePrecision.WEEK)


def shift_months(day: date, months: int) -> date:
    """The same day so many months on; the month's last day where it is shorter."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def shift(day: date, count: int, unit: str) -> date:
    """`day` moved by so many hours (rounded up to days), days, weeks, months or years."""
    if unit == "month":
        return shift_months(day, count)
    if unit == "year":
        return shift_months(day, 12 * count)
    if unit == "hour":
        full_days = -(-abs(count) // 24)
        return day + timedelta(days=full_days if count > 0 else -full_days)
    return day + timedelta(days=count * (7 if unit == "week" else 1))


def weekday_before(day: date, weekday: int, *, same_day: bool) -> date:
    """The latest such weekday on (if `same_day`) or before a day."""
    back = (day.weekday() - weekday) % 7
    return day - timedelta(days=back or (0 if same_day else 7))


def weekday_after(day: date, weekday: int) -> date:
    """The first such weekday strictly after a day."""
    return day + timedelta(days=(weekday - day.weekday()) % 7 or 7)


def nearest_year(month: int, day: int, frame: Frame) -> date | None:
    """The latest such day not after publication (first one not before it, for a plan).

    Eight years are looked through, because 29 February can be that far away.
    """
    if frame.published is None:
        return None
    for distance in range(9):
        found = day_of(frame.published.year + (distance if frame.future else -distance), month, day)
        if found and (found >= frame.published if frame.future else found <= frame.published):
            return found
    return None


def full_year(two_digits: int, month: int, day: int, frame: Frame) -> date | None:
    """The day in the latest century that does not put it after publication."""
    if frame.published is None:
        return None
    century = frame.published.year // 100 * 100
    for first in (century, century - 100):
        found = day_of(first + two_digits, month, day)
        if found and found <= frame.published:
            return found
    return None


def clip(found: ResolvedDate, frame: Frame) -> ResolvedDate:
    """Cut a period that holds the day of publication to the side that the phrase speaks of.

    "This month" in a report of what happened ends on the day of publication; in a plan it begins there.
    """
    if frame.published is None or found.start is None or found.end is None:
        return found
    if not found.start <= frame.published <= found.end:
        return found
    if frame.future:
        return days(frame.published, found.end, found.precision)
    return days(found.start, frame.published, found.precision)
