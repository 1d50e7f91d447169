"""Days in words, shortened where the two ends share a month or a year."""

from __future__ import annotations

from datetime import date


def day(when: date) -> str:
    """As in "6 September 2024"."""
    return f"{when.day} {when:%B} {when.year}"


def days(start: date | None, end: date | None) -> str:
    """As in "6 to 7 September 2024"; one day where both are the same or one is open; "" without any."""
    if start is None or end is None or start == end:
        known = start or end
        return day(known) if known else ""
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day} to {day(end)}"
    if start.year == end.year:
        return f"{start.day} {start:%B} to {day(end)}"
    return f"{day(start)} to {day(end)}"
