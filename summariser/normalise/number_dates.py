"""Numbers that tell when: days of a month, clock times and years.

Only the kind is decided here. What a date means is the business of ``normalise.dates``; a day and a year
of one date are two numbers, so that each can be found in the text by itself.
"""

from __future__ import annotations

from typing import Final

from summariser.normalise.number_line import DASHES, HYPHENS, Figure, Line
from summariser.normalise.number_vocab import (
    HOUSEHOLDS,
    HOUSES,
    MONTHS,
    PERSONS,
    STOP,
    TIMEZONES,
    UNITS,
    VERBS,
    YEAR_LEADS,
    words,
)

_LIST: Final = words("and or , to - – y et a al à au aux le el & through until")
_IN_MONTH: Final = words("in during of last this early late every mid since")

_PAST: Final = words("left saw went came fell rose was were had did took made began brought sent drove")


def is_month(line: Line, index: int) -> bool:
    """Whether a token is the name of a month: May, but not "may"."""
    token = line.at(index)
    if token.kind != "word" or token.low not in MONTHS:
        return False
    if token.low in ("may", "march") and line.low(index + 1) in VERBS and not _is_dated(line, index):
        return False  # "20 May Die", "20 MARCH TO ..." is left to the other side
    return token.capital or line.language in ("fr", "es", "ar")


def _is_dated(line: Line, month: int) -> bool:
    """ "The attack on 4 May left nine dead": what follows "may" is no past form, and nothing is "on 4"."""
    after = line.low(month + 1)
    return line.low(month - 2) in ("on", "since") or after.endswith("ed") or after in _PAST


def is_date(line: Line, figure: Figure) -> bool:
    """Whether a figure is the day of a month."""
    if not _is_day(figure) or figure.vague or line.at(figure.last - 1).shape == "decimal":
        return False
    if _month_after(line, figure.last):
        return True
    index = figure.first - 1
    if line.low(index) in ("the", "."):
        index -= 1
    if is_month(line, index):
        # "In January 20 people died" has no day in it, "on January 20 people gathered" has.
        return figure.noun is None or line.low(index - 1) not in _IN_MONTH
    if _on_the(line, figure):
        return True
    if line.language in ("fr", "es") and line.low(figure.first - 1) in ("le", "el") and figure.noun is None:
        return True
    return figure.noun is None and figure.hedge is None and _month_before_list(line, index)


def _is_day(figure: Figure) -> bool:
    ends = (figure.value,) if figure.value is not None else (figure.low, figure.high)
    return all(isinstance(end, int) and 1 <= end <= 31 for end in ends)


def _month_after(line: Line, index: int) -> bool:
    """A month behind the figure, perhaps behind other days: "3, 4 and 5 of May"."""
    for _ in range(3):
        if line.low(index) in ("of", "de"):
            index += 1
        if is_month(line, index):
            return True
        while line.low(index) in _LIST:
            index += 1
        day = line.at(index)
        if day.kind != "number" or not isinstance(day.value, int) or day.value > 31:
            return False
        index += 1
    return False


def _month_before_list(line: Line, index: int) -> bool:
    """Other days of the same month before the figure: "March 28 and 29"."""
    for _ in range(3):
        if line.low(index) not in _LIST:
            return False
        index -= 1
        day = line.at(index)
        if day.kind != "number" or not isinstance(day.value, int) or day.value > 31:
            return False
        index -= 1
        if is_month(line, index) or (line.low(index) == "." and is_month(line, index - 1)):
            return True
    return False


def _on_the(line: Line, figure: Figure) -> bool:
    """Whether it is "on the 19th": a day although no month is named."""
    if figure.kind != "ordinal" or line.at(figure.first).kind != "number":
        return False
    following = line.at(figure.last)
    return (line.low(figure.first - 2), line.low(figure.first - 1)) == ("on", "the") and (
        following.kind != "word" or following.low in STOP
    )


def is_time(line: Line, figure: Figure) -> bool:
    """Whether a figure is a time of the day: 8 a.m., 2345 GMT, at 0330."""
    after = line.low(figure.after)
    if after in ("am", "pm") and line.low(figure.after + 1) != "i":
        return True
    if after in ("a", "p") and line.low(figure.after + 1) == "." and line.low(figure.after + 2) == "m":
        return True
    if after in TIMEZONES or (after == "h" and line.language in ("fr", "es")):
        return True
    digits = line.at(figure.first)
    if digits.shape != "plain" or len(digits.text) != 4 or not isinstance(digits.value, int):
        return False
    zero_led = digits.text[0] == "0" and digits.value % 100 < 60
    if (
        line.low(figure.before) == "at"
        and figure.noun is None
        and digits.value < 2400
        and digits.value % 100 < 60
    ):
        return True
    if after in ("hours", "hrs"):
        return zero_led or digits.value % 100 in (0, 15, 30, 45)
    return zero_led and line.low(figure.before) in ("at", "by", "from", "until", "around", "about", "to")


_ADVERBIAL: Final = words("in during")
_EVENTS: Final = words(
    "floods elections riots monsoons protests hostilities events wars fires earthquakes accords",
)


def is_year(line: Line, figure: Figure) -> bool:
    """Whether a figure is a year. A number of people is one only behind "in": "in 2015 people fled"."""
    first = next((token for token in line.tokens[figure.first : figure.last] if token.kind == "number"), None)
    if _short_year(line, figure):
        return True
    if first is None:
        return False
    low = figure.low if figure.value is None else figure.value
    if first.shape != "plain" or len(first.text) != 4 or not isinstance(low, int) or not 1000 <= low <= 2100:
        return False
    lead = line.low(figure.before)
    month = is_month(line, figure.before) or (lead == "." and is_month(line, figure.before - 1))
    day = line.at(figure.before - 1)
    if month:
        return True
    if lead == "," and (is_month(line, figure.before - 1) or _names_day(line, figure.before - 1, day.value)):
        return True
    if (lead in ("(", "[") and line.low(figure.last) in (")", "]")) or figure.qualifier == "between":
        return low >= 1800
    if low < 1800 or figure.qualifier in ("at_least", "at_most"):
        return (
            lead in ("in", "since", "year", "circa") and figure.noun is None and figure.qualifier == "exactly"
        )
    counted = figure.head in PERSONS or figure.head in HOUSES or figure.head in HOUSEHOLDS
    if lead in YEAR_LEADS or lead in HYPHENS:
        return not counted or lead in _ADVERBIAL
    if figure.hedge is not None:
        return False
    return not counted and _attributive(line, figure, low)


def _attributive(line: Line, figure: Figure, year: int) -> bool:
    """Whether it is a year without "in": the 1995 eruption, its 2010 census; not "killed 2014"."""
    if not 1900 <= year <= 2100:
        return False
    lead = line.at(figure.before)
    determined = lead.low in (
        "the",
        "a",
        "an",
        "its",
        "his",
        "their",
        "our",
        "this",
        "that",
    ) or lead.low.endswith(("'s", "’s", "s'", "s’"))
    if (
        determined
        or figure.head in _EVENTS
        or (figure.before < 0 and line.low(figure.last) in ("was", "saw"))
    ):
        return True
    after = line.at(figure.last)
    if after.kind == "word" and after.low not in STOP:
        return lead.capital and lead.low not in VERBS and not line.shouted and figure.head not in UNITS
    named = lead.kind == "word" and lead.low not in VERBS and not lead.low.endswith(("ed", "ing", "of"))
    return named or lead.low in (",", "/") or lead.low in DASHES


def _names_day(line: Line, index: int, value: object) -> bool:
    """Whether a token is the day of "August 5, 1988"."""
    return isinstance(value, int) and value <= 31 and is_month(line, index - 1)


def _short_year(line: Line, figure: Figure) -> bool:
    """Whether it is a year in two digits: '88, and the 88 of "20 Aug 88"."""
    token = line.at(figure.first)
    if token.kind != "number" or len(token.text) != 2 or figure.last != figure.first + 1:
        return False
    if line.low(figure.first - 1) in ("'", "’", "‘") and line.glued(figure.first):
        return figure.noun is None
    return is_month(line, figure.first - 1) and line.at(figure.first - 2).kind == "number"
