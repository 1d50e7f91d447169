"""How each kind of point phrase is read: from the match of its pattern to the days it means.

The patterns stand in `date_points`; a reader only looks at the named groups. Words that need the
publication date stay open without it; nothing is ever filled in from today.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Final

from summariser.normalise import date_calendar as cal
from summariser.normalise.date_calendar import NO_PUBLICATION, Frame, ResolvedDate, days, open_date
from summariser.normalise.date_words import DAYS_IN_WORDS, PAIRS, UNITS, WEEKDAYS, month_of_word, number_of
from summariser.normalise.word_lists import listed
from summariser.schemas.codebooks import DatePrecision

_PARTS: Final = {
    "early": (0, 1, 3), "beginning": (0, 1, 3), "start": (0, 1, 3), "début": (0, 1, 3),
    "principios": (0, 1, 3), "comienzos": (0, 1, 3),
    "mid": (1, 2, 3), "middle": (1, 2, 3), "mi": (1, 2, 3), "milieu": (1, 2, 3), "mediados": (1, 2, 3),
    "late": (2, 3, 3), "end": (2, 3, 3), "fin": (2, 3, 3), "finales": (2, 3, 3), "fines": (2, 3, 3),
    "مطلع": (0, 1, 3), "أوائل": (0, 1, 3), "بداية": (0, 1, 3), "منتصف": (1, 2, 3), "أواسط": (1, 2, 3),
    "أواخر": (2, 3, 3), "نهاية": (2, 3, 3),
    "first half": (0, 1, 2), "second half": (1, 2, 2),
}  # fmt: skip
PAST: Final = listed(
    "last|past|this past|dernier|dernière|derniere|passé|pasado|el pasado|pasada|الماضي|الماضية"
)
AHEAD: Final = listed(
    "next|coming|this coming|the coming|prochain|prochaine|próximo|el próximo|próxima|proximo|proxima|"
    "que viene|المقبل|القادم|المقبلة|القادمة"
)
YEARLY: Final = {"last year": -1, "this year": 0, "next year": 1}


def _word(match: re.Match[str], group: str) -> str:
    return " ".join((match[group] or "").lower().split())


def _narrow(found: ResolvedDate, part: str) -> ResolvedDate:
    """ "Early", "mid" and "late" as thirds: of a month by days (10, 20), of a year by months."""
    if part not in _PARTS or found.start is None:
        return found
    first, last, of = _PARTS[part]
    year, month = found.start.year, found.start.month
    if found.precision is DatePrecision.YEAR:
        end = cal.month_of(year, 12 * last // of).end
        return ResolvedDate(date(year, 12 * first // of + 1, 1), end, found.precision, None)
    if found.precision is DatePrecision.MONTH:
        end = found.end if last == of else date(year, month, 30 * last // of)
        return ResolvedDate(date(year, month, 30 * first // of + 1), end, found.precision, None)
    return found


def _one_day(found: date | None, reason: str) -> ResolvedDate:
    return days(found, found) if found else open_date(reason)


def read_iso(match: re.Match[str], _: Frame) -> ResolvedDate:
    """2019-03-12."""
    return _one_day(cal.day_of(int(match["y"]), int(match["m"]), int(match["d"])), cal.NO_SUCH_DAY)


def read_ordinal(match: re.Match[str], frame: Frame) -> ResolvedDate:
    """ "The 16th" is that of the month of what was told last, else the latest one before publication."""
    base = frame.told or frame.published
    if base is None:
        return open_date(NO_PUBLICATION)
    day = int(re.sub(r"\D", "", match["d"]))
    for back in (0, 1, 2):
        month = cal.shift_months(base.replace(day=1), back if frame.future else -back)
        found = cal.day_of(month.year, month.month, day)
        if found and (found >= base if frame.future else frame.published is None or found <= frame.published):
            return days(found, found)
    return open_date(cal.NO_SUCH_DAY)


def read_numeric(match: re.Match[str], _: Frame) -> ResolvedDate:
    """12/03/2019 is March to most of the world and December to the United States: never guessed."""
    first, second = int(match["a"]), int(match["b"])
    if len(match["yy"]) == 2:
        return open_date("which of the three numbers is the year is not certain")
    year = int(match["yy"])
    readings = {
        found for found in (cal.day_of(year, second, first), cal.day_of(year, first, second)) if found
    }
    if len(readings) > 1:
        return open_date("which of the two numbers is the month is not certain")
    return _one_day(next(iter(readings), None), cal.NO_SUCH_DAY)


def read_day(match: re.Match[str], frame: Frame) -> ResolvedDate:
    """A day and a month, with a year or without. A weekday beside it adds nothing: the date stands."""
    groups = match.groupdict()
    month = month_of_word(match["m"])
    day = DAYS_IN_WORDS[_word(match, "word")] if groups.get("word") else int(re.sub(r"\D", "", match["d"]))
    if groups.get("y"):
        return _one_day(cal.day_of(int(match["y"]), month, day), cal.NO_SUCH_DAY)
    if cal.day_of(2000, month, day) is None:
        return open_date(cal.NO_SUCH_DAY)
    if frame.published is None:
        return open_date(NO_PUBLICATION)
    if groups.get("yearly"):
        year = frame.published.year + YEARLY[_word(match, "yearly")]
        return _one_day(cal.day_of(year, month, day), cal.NO_SUCH_DAY)
    if groups.get("yy"):
        return _one_day(cal.full_year(int(match["yy"]), month, day, frame), cal.NO_SUCH_DAY)
    return _one_day(cal.nearest_year(month, day, frame), cal.NO_SUCH_DAY)


def read_hijri(_match: re.Match[str], _: Frame) -> ResolvedDate:
    """A day of the Islamic calendar is told apart and left open: its day of ours differs by country."""
    return open_date(cal.HIJRI)


def read_month(match: re.Match[str], frame: Frame) -> ResolvedDate:
    """A month, or its early, middle or late third, with a year or counted from publication."""
    month = month_of_word(match["m"])
    part = _word(match, "part")
    if match["y"]:
        return _narrow(cal.month_of(int(match["y"]), month), part)
    published = frame.published
    if published is None:
        return open_date(NO_PUBLICATION)
    if match["yearly"]:
        return _narrow(cal.month_of(published.year + YEARLY[_word(match, "yearly")], month), part)
    which = _word(match, "which") or _word(match, "after")
    year, ahead = published.year, which in AHEAD or (frame.future and which not in PAST)
    if which in PAST:
        year -= month >= published.month
    elif which in AHEAD:
        year += month <= published.month
    elif ahead:
        year += month < published.month
    else:
        year -= month > published.month
    found = _narrow(cal.month_of(year, month), part)
    # "Late March" in a report of 12 March about the past is last year's.
    if not ahead and found.start is not None and found.start > published:
        found = _narrow(cal.month_of(year - 1, month), part)
    if ahead and found.end is not None and found.end < published:
        found = _narrow(cal.month_of(year + 1, month), part)
    return cal.clip(found, Frame(published, ahead))


def read_year(match: re.Match[str], _: Frame) -> ResolvedDate:
    """A year, its thirds, a season in it, or a decade."""
    groups = match.groupdict()
    if groups.get("decade"):
        first = int(match["decade"])
        return days(date(first, 1, 1), date(first + 9, 12, 31), DatePrecision.YEAR)
    if (groups.get("season") or "").lower() == "winter":
        return open_date("a winter belongs to two years")
    return _narrow(cal.year_of(int(match["y"])), _word(match, "part"))


def read_weekday(match: re.Match[str], frame: Frame) -> ResolvedDate:
    """The latest such day up to publication, or the first after it."""
    if frame.published is None:
        return open_date(NO_PUBLICATION)
    weekday = WEEKDAYS[_word(match, "w")]
    which = _word(match, "which") or _word(match, "after")
    if which in AHEAD or (frame.future and which not in PAST):
        found = cal.weekday_after(frame.published, weekday)
    else:
        found = cal.weekday_before(frame.published, weekday, same_day=which not in PAST)
    return days(found, found)


NEAR: Final = {
    "today": (0, 0), "tonight": (0, 0), "aujourd'hui": (0, 0), "ce matin": (0, 0), "ce soir": (0, 0),
    "cet après-midi": (0, 0), "hoy": (0, 0), "esta mañana": (0, 0), "esta tarde": (0, 0),
    "esta noche": (0, 0), "اليوم": (0, 0),
    "yesterday": (-1, -1), "hier": (-1, -1), "ayer": (-1, -1), "أمس": (-1, -1), "امس": (-1, -1),
    "last night": (-1, 0), "overnight": (-1, 0), "la nuit dernière": (-1, 0), "anoche": (-1, 0),
    "la pasada noche": (-1, 0), "la noche pasada": (-1, 0),
    "the day before yesterday": (-2, -2), "avant-hier": (-2, -2), "anteayer": (-2, -2),
    "anteanoche": (-2, -1), "antenoche": (-2, -1), "avant-hier soir": (-2, -2),
    "الليلة قبل الماضية": (-2, -1), "الليلة الماضية": (-1, 0), "الليلة الفائتة": (-1, 0),
    "antes de ayer": (-2, -2), "antier": (-2, -2), "avant hier": (-2, -2), "أول أمس": (-2, -2),
    "أول من أمس": (-2, -2), "أمس الأول": (-2, -2), "قبل أمس": (-2, -2),
    "tomorrow": (1, 1), "demain": (1, 1), "mañana": (1, 1), "غدا": (1, 1), "غدًا": (1, 1), "غداً": (1, 1),
    "the day after tomorrow": (2, 2), "après-demain": (2, 2), "pasado mañana": (2, 2),
}  # fmt: skip


def read_near(match: re.Match[str], frame: Frame) -> ResolvedDate:
    """Today, yesterday, last night, tomorrow."""
    if frame.published is None:
        return open_date(NO_PUBLICATION)
    first, last = NEAR.get(_word(match, "near"), (0, 0))
    if frame.future and _word(match, "near") == "overnight":
        first, last = 0, 1
    return days(frame.published + timedelta(days=first), frame.published + timedelta(days=last))


def read_unit(match: re.Match[str], frame: Frame) -> ResolvedDate:
    """Last, this or next week, month, year or weekend."""
    published = frame.published
    if published is None:
        return open_date(NO_PUBLICATION)
    word = _word(match, "u")
    which = _word(match, "which") or _word(match, "after")
    part = _word(match, "part")
    step = -1 if which in PAST else int(which in AHEAD)
    if word in {"weekend", "week-end", "fin de semana"}:
        return _weekend(published, which, frame.future)
    unit = UNITS[word]
    there = cal.shift(published, step, unit)
    found = {
        "week": cal.week_of(there),
        "month": cal.month_of(there.year, there.month),
        "year": cal.year_of(there.year),
    }[unit]
    if step:
        return _narrow(found, part)
    ahead = part == "later" or (frame.future and part not in {"earlier", "so far", "thus far"})
    return cal.clip(_narrow(found, part), Frame(published, ahead))


def _weekend(published: date, which: str, future: bool) -> ResolvedDate:
    """Saturday and Sunday; "last weekend" is over, and the next one has not begun."""
    if which in AHEAD or (future and which not in PAST):
        saturday = cal.weekday_after(published, 5)
    elif which in PAST:
        saturday = cal.weekday_before(published, 6, same_day=False) - timedelta(days=1)
    else:
        saturday = cal.weekday_before(published, 5, same_day=True)
        return days(saturday, min(published, saturday + timedelta(days=1)), DatePrecision.WEEK)
    return days(saturday, saturday + timedelta(days=1), DatePrecision.WEEK)


def read_unit_end(match: re.Match[str], frame: Frame) -> ResolvedDate:
    """ "The end of the month": the running one in a plan; in a report of the past it may be any."""
    if frame.published is None:
        return open_date(NO_PUBLICATION)
    unit = UNITS[_word(match, "u")]
    if not frame.future:
        return open_date(f"which {unit} is meant is not stated")
    here = frame.published
    whole = {
        "week": cal.week_of(here),
        "month": cal.month_of(here.year, here.month),
        "year": cal.year_of(here.year),
    }[unit]
    return cal.clip(_narrow(whole, _word(match, "part")), frame)


def read_ago(match: re.Match[str], frame: Frame) -> ResolvedDate:
    """So many days ago is a day; so many weeks, months or years ago is that week, month or year."""
    if frame.published is None:
        return open_date(NO_PUBLICATION)
    groups = match.groupdict()
    unit = PAIRS[match["pair"]] if groups.get("pair") else UNITS[_word(match, "u")]
    count = 2 if groups.get("pair") else number_of(match["n"] or "")
    if unit == "minute":
        unit, count = "hour", 1
    if count is None:
        return open_date(cal.not_counted(unit), end=frame.published)
    there = cal.shift(frame.published, -count, unit)
    if unit == "hour":
        return days(there, frame.published)
    if unit == "week":
        return cal.week_of(there)
    if unit == "month":
        return cal.month_of(there.year, there.month)
    return cal.year_of(there.year) if unit == "year" else days(there, there)


FEASTS: Final = {
    "new year's day": (1, 1), "christmas eve": (12, 24), "christmas day": (12, 25), "boxing day": (12, 26),
    "new year's eve": (12, 31),
}  # fmt: skip


def read_feast(match: re.Match[str], frame: Frame) -> ResolvedDate:
    """Days that have a name and fall on the same date every year."""
    month, day = FEASTS[_word(match, "feast")]
    if match["y"]:
        return _one_day(cal.day_of(int(match["y"]), month, day), cal.NO_SUCH_DAY)
    return _one_day(cal.nearest_year(month, day, frame), NO_PUBLICATION)


_BACK: Final = re.compile(
    r"\b(?:earlier|before|beforehand|previous|preceding|veille|plus tôt|auparavant|avant"
    r"|anterior|víspera|antes|السابق)\b",
    re.IGNORECASE,
)
_ON: Final = re.compile(
    r"\b(?:later|afterwards?|after|following|next|(?:sur)?lendemain|plus tard|après"
    r"|siguiente|otro día|después|más tarde|التالي)\b",
    re.IGNORECASE,
)
_TWO: Final = re.compile(r"surlendemain|avant-veille", re.IGNORECASE)
_OF_DAYS: Final = {"hour": 0, "minute": 0, "day": 1}


def read_elsewhere(match: re.Match[str], frame: Frame) -> ResolvedDate:
    """ "The following day", "two days later": counted from the day that the text was telling of.

    Hours stay on their day. What is counted from "the same week" is not a day, and stays open.
    """
    words, told = match[0].lower(), frame.told
    if told is None:
        return open_date(cal.OTHER_EVENT)
    step = -1 if _BACK.search(words) else int(_ON.search(words) is not None)
    weekday = next((number for name, number in WEEKDAYS.items() if name in words.split()), None)
    if weekday is not None and step:
        there = (
            cal.weekday_after(told, weekday)
            if step > 0
            else cal.weekday_before(told, weekday, same_day=False)
        )
        return days(there, there)
    unit = next((UNITS[word] for word in reversed(words.split()) if word in UNITS), "day")
    counted = number_of(words.split()[0])
    count = counted if match["count"] or counted else 2 if _TWO.search(words) else 1
    if unit not in _OF_DAYS or (count is None and unit == "day"):
        return open_date(cal.OTHER_EVENT)
    there = told + timedelta(days=step * _OF_DAYS[unit] * (count or 0))
    return days(there, there)
