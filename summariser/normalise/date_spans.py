"""Phrases that name a stretch of time: "from 3 to 5 March", "since Friday", "over the past weeks".

A stretch is read from the points at its ends. Where only one end is said, the other stays open or is
the day of publication, and the reason says which.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Final

from summariser.normalise import date_calendar as cal
from summariser.normalise.date_calendar import NO_PUBLICATION, Frame, ResolvedDate, days, open_date
from summariser.normalise.date_points import POINTS, VAGUE, Rule
from summariser.normalise.date_words import (
    COUNT,
    DAY,
    MONTH,
    PAIRS,
    UNIT,
    UNITS,
    WEEKDAY,
    YEAR,
    any_of,
    compiled,
    number_of,
)
from summariser.normalise.word_lists import listed
from summariser.schemas.codebooks import DatePrecision

SINCE: Final = r"since|depuis(?: le| la| l')?|desde(?: el| la)?|منذ"
FROM: Final = r"(?:starting|beginning)(?: on| in| from)?|from|as from|à partir du|a partir del"
AFTER: Final = r"after|après le|después del|بعد"
BY: Final = r"by|until|till|up to|jusqu'au|jusqu'à|hasta(?: el)?|حتى"
BEFORE: Final = r"before|prior to|avant le|antes del"
AROUND: Final = r"around|about|circa|vers le|alrededor del"
NEUTRAL: Final = r"on|in|during|throughout|as of|as at|dated|le|el|en|au|في|dans la nuit de"

_ORDER: Final = ("day", "week", "month", "year", "unknown")


def read_point(words: str, frame: Frame) -> ResolvedDate | None:
    """The days of a phrase that names one point, with or without a preposition before it."""
    bare = compiled(rf"(?:(?:{NEUTRAL})\s)?(?:the\s)?(?P<bare>.+)").fullmatch(words)
    for candidate in (words, bare["bare"] if bare else words):
        for rule in POINTS:
            if (match := rule.match(candidate)) is not None:
                return rule.read(match, frame)
    return None


def _coarser(first: DatePrecision, second: DatePrecision) -> DatePrecision:
    return max(first, second, key=_ORDER.index)


def _read_one_sided(match: re.Match[str], frame: Frame) -> ResolvedDate:
    groups = match.groupdict()
    side = next(name for name in ("since", "from", "after", "by", "before", "around") if groups.get(name))
    point = read_point(match["point"], Frame(frame.published, frame.future and side != "since"))
    if point is None or point.reason is not None or point.start is None or point.end is None:
        return point or open_date(cal.NOT_READ)
    one_day = timedelta(days=1)
    if side == "by":
        return ResolvedDate(None, point.end, point.precision, cal.NO_START)
    if side == "before":
        return ResolvedDate(None, point.start - one_day, point.precision, cal.NO_START)
    if side == "around":
        return _around(point, frame)
    start = point.end + one_day if side == "after" else point.start
    planned = frame.future and side != "since"
    if side == "from" or planned or frame.published is None or start > frame.published:
        return ResolvedDate(start, None, point.precision, cal.NO_END)
    return days(start, frame.published, point.precision)


def _around(point: ResolvedDate, frame: Frame) -> ResolvedDate:
    """Three days to either side of a day; a longer period is vague enough as it is."""
    if point.precision is not DatePrecision.DAY or point.start is None or point.end is None:
        return point
    wide = days(point.start - timedelta(days=3), point.end + timedelta(days=3), DatePrecision.WEEK)
    return (
        wide
        if frame.future or frame.published is None or point.end > frame.published
        else cal.clip(wide, frame)
    )


def _between(first: str, last: str, frame: Frame) -> ResolvedDate | None:
    """A stretch from its two ends; an end that lacks the year or the week takes it from the other.

    "28 December to 3 January 2015" begins in 2014, "Friday to Sunday" on the Friday before that Sunday.
    """
    start, end = read_point(first, frame), read_point(last, frame)
    if start is None or end is None:
        return None
    start, end = _fit(first, last, start, end, frame)
    for side in (start, end):
        if side.reason is not None:
            return open_date(side.reason)
    if start.start is None or end.end is None or start.start > end.end:
        return open_date("the end lies before the beginning")
    return days(start.start, end.end, _coarser(start.precision, end.precision))


def _fit(
    first: str, last: str, start: ResolvedDate, end: ResolvedDate, frame: Frame
) -> tuple[ResolvedDate, ResolvedDate]:
    nothing = Frame(None)
    fixed_start, fixed_end = _bounds(read_point(first, nothing)), _bounds(read_point(last, nothing))
    if fixed_end and not fixed_start:
        return read_point(first, Frame(fixed_end[1])) or start, end
    if fixed_start and not fixed_end:
        return start, read_point(last, Frame(fixed_start[0], future=True)) or end
    here, there = _bounds(start), _bounds(end)
    if fixed_start or not here or not there or here[0] <= there[1]:
        return start, end
    if frame.future:
        return start, read_point(last, Frame(here[0], future=True)) or end
    return read_point(first, Frame(there[1])) or start, end


def _bounds(found: ResolvedDate | None) -> tuple[date, date] | None:
    if found is None or found.start is None or found.end is None:
        return None
    return found.start, found.end


def _read_range(match: re.Match[str], frame: Frame) -> ResolvedDate:
    return _between(match["a"], match["b"], frame) or open_date(cal.NOT_READ)


def _read_days(match: re.Match[str], frame: Frame) -> ResolvedDate:
    """ "3-5 March 2013", "March 3-5", "6 and 7 November": the month and year serve both days."""
    first, last = match["d1"], match["d2"]
    month = match["m"] + (f" {match['y']}" if match["y"] else "")
    found = _between(f"{first} {month}", f"{last} {month}", frame)
    together = match["joint"] is None or match["opener"]
    if found and found.start and found.end and not together:
        named = 2 + match["more"].count(",")
        if (found.end - found.start).days + 1 != named:
            return open_date("several separate days")
    return found or open_date(cal.NO_SUCH_DAY)


def _read_two_years(match: re.Match[str], _: Frame) -> ResolvedDate:
    """ "2013-14"; other pairs ("2013-19") may be anything."""
    year = int(match["y"])
    if (year + 1) % 100 != int(match["yy"]):
        return open_date("what the second number stands for is not certain")
    return days(date(year, 1, 1), date(year + 1, 12, 31), DatePrecision.YEAR)


def _length(match: re.Match[str]) -> tuple[str, int | None]:
    """The unit and how many: "week" is one, "weeks" without a number nobody knows how many."""
    groups = match.groupdict()
    if groups.get("pair"):
        return PAIRS[match["pair"]], 2
    word = " ".join(match["u"].lower().split())
    if groups.get("n"):
        count = number_of(match["n"])
    else:
        count = None if word.endswith("s") or word in _ARABIC_PLURALS else 1
    return UNITS[word], None if UNITS[word] == "minute" else count


_ARABIC_PLURALS: Final = listed("أيام|أسابيع|أشهر|شهور|سنوات|أعوام|ساعات|دقائق")


def _precision(unit: str) -> DatePrecision:
    return DatePrecision.DAY if unit == "hour" else DatePrecision(unit)


def _read_past(match: re.Match[str], frame: Frame) -> ResolvedDate:
    if frame.published is None:
        return open_date(NO_PUBLICATION)
    unit, count = _length(match)
    if count is None:
        return open_date(cal.not_counted(unit), end=frame.published)
    return days(cal.shift(frame.published, -count, unit), frame.published, _precision(unit))


def _read_ahead(match: re.Match[str], frame: Frame) -> ResolvedDate:
    if frame.published is None:
        return open_date(NO_PUBLICATION)
    unit, count = _length(match)
    if count is None:
        return open_date(cal.not_counted(unit), start=frame.published)
    return days(frame.published, cal.shift(frame.published, count, unit), _precision(unit))


def _read_within(match: re.Match[str], frame: Frame) -> ResolvedDate:
    """ "In three weeks" looks ahead in a plan; "killed thirty in three weeks" looks back."""
    if _length(match)[1] is not None and not frame.future:
        return open_date(NO_PUBLICATION if frame.published is None else "it may look back or ahead")
    return _read_ahead(match, frame)


def _read_for(match: re.Match[str], frame: Frame) -> ResolvedDate:
    """ "For weeks" reaches up to publication, or begins there in a plan; "for three days" is anywhere."""
    if frame.published is None:
        return open_date(NO_PUBLICATION)
    unit, count = _length(match)
    if count is not None:
        return open_date("a duration, of which neither the start nor the end is stated")
    reason = cal.not_counted(unit)
    return (
        open_date(reason, start=frame.published) if frame.future else open_date(reason, end=frame.published)
    )


def _unnamed(pattern: str) -> str:
    """A pattern whose groups have lost their names, so that it can stand in another one twice."""
    return re.sub(r"\(\?P<\w+>", "(?:", pattern).replace("(?P=sep)", "[-/.]")


_ENDS: Final = frozenset({"iso", "numeric", "day", "month", "year", "weekday", "near", "unit"})
POINT: Final = "(?:" + "|".join(f"(?:{_unnamed(rule.pattern)})" for rule in POINTS) + ")"
END: Final = "(?:" + "|".join(f"(?:{_unnamed(rule.pattern)})" for rule in POINTS if rule.name in _ENDS) + ")"
"""Any point of time, and those that a range can end with; neither names a group."""
_ARTICLE: Final = "(?:le |el |the |la )?"
_MANY: Final = rf"(?:(?P<n>{COUNT}|{VAGUE}) )"
_UNIT: Final = rf"(?P<u>{UNIT})(?!\w)"
_DURING: Final = "(?:(?:over|in|during|within|for|throughout|through) )?"
_UNNAMED_YEAR: Final = rf"(?:,?\s*{YEAR})?"
_YEAR_AFTER: Final = rf"(?:(?:,?\s*| of | de | del )(?P<y>{YEAR}))?"

SPANS: Final = (
    Rule(
        "days",
        r"(?P<opener>(?:from|between|du|de|del|entre|بين|من)(?: le| el)? )?(?:on |el |le )?(?:the )?"
        rf"(?P<d1>{DAY})(?P<more>(?:, {DAY})*)"
        rf"(?:\s*-\s*| to | through | until | au | al | à | إلى | الى | حتى |"
        r"(?P<joint>,? and | y | et | و\s*))(?:the |le |el )?"
        rf"(?P<d2>{DAY}) (?:of |de |من )?(?P<m>{MONTH}){_YEAR_AFTER}",
        _read_days,
    ),
    Rule(
        "days",
        rf"(?P<opener>(?:from|between) )?(?:on )?(?P<m>{MONTH}) (?P<d1>{DAY})(?P<more>(?:, {DAY})*)"
        rf"(?:\s*-\s*| to | through |(?P<joint>,? and ))(?P<d2>{DAY})(?!\s*{MONTH}){_YEAR_AFTER}",
        _read_days,
    ),
    Rule(
        "range",
        rf"(?:dans la nuit )?(?:from|since|du|de|del|desde|من) {_ARTICLE}(?P<a>{END})"
        r"(?:\s*-\s*|,? (?:to|until|till|through|into|au|al|a|à|hasta|إلى) )(?:early |late )?"
        rf"{_ARTICLE}(?P<b>{END})",
        _read_range,
    ),
    Rule(
        "range",
        rf"(?:between|entre|بين) (?:los años |les années |عامي |العامين |سنتي )?"
        rf"{_ARTICLE}(?P<a>{END}) (?:and |et |y |و\s*){_ARTICLE}(?P<b>{END})",
        _read_range,
    ),
    Rule(
        "range",
        rf"(?:ليلة|ليل) (?P<a>{WEEKDAY})(?:\s*[-–/]\s*| إلى | )(?P<b>{WEEKDAY})(?!\w)",
        _read_range,
    ),
    Rule("range", rf"in (?P<a>{MONTH}) (?:and|or) (?P<b>{MONTH}{_UNNAMED_YEAR})", _read_range),
    Rule("two years", r"(?:(?:in|during|since|from) )?(?P<y>(?:19|20)\d\d)[-/](?P<yy>\d\d)", _read_two_years),
    Rule("bare range", rf"(?P<a>{END})(?:\s*-\s*| (?:to|until|through|into) )(?P<b>{END})", _read_range),
    Rule(
        "one-sided",
        rf"(?:(?P<since>{SINCE})|(?P<from>{FROM})|(?P<after>{AFTER})|(?P<by>{BY})|(?P<before>{BEFORE})|"
        rf"(?P<around>{AROUND})) (?:the )?(?P<point>{POINT})",
        _read_one_sided,
    ),
    Rule(
        "past",
        rf"{_DURING}(?:the |these )?(?:past|last|previous|recent) {_MANY}{_UNIT}(?! of(?!\w))",
        _read_past,
    ),
    # "The last day of the truce" and "the last week of May" are counted from something else.
    Rule("past", rf"{_DURING}(?:the |these )(?:past|last(?! day(?!s))) {_UNIT}(?! of(?!\w))", _read_past),
    Rule("past", rf"{_DURING}(?:the )?recent (?P<u>days|weeks|months|years)(?!\w)", _read_past),
    Rule("past", rf"(?:depuis|desde hace) {_MANY}{_UNIT}", _read_past),
    Rule(
        "past",
        rf"(?:au cours des|durant les|ces|les|durante los|durante las|en los|en las|los|las) "
        rf"{_MANY}?(?:derniers|dernières|últimos|últimas) {_UNIT}",
        _read_past,
    ),
    Rule(
        "past",
        rf"(?:durante los|durante las|en los|en las|los|las) (?:últimos|últimas) {_MANY}{_UNIT}",
        _read_past,
    ),
    Rule("past", r"(?:(?:خلال|في) )?ال(?P<u>أيام|أسابيع|أشهر|سنوات|ساعات) (?:الماضية|الأخيرة)", _read_past),
    Rule(
        "past",
        rf"(?:(?:خلال|في) )?ال(?P<u>أيام|أسابيع|أشهر|سنوات|ساعات) ال(?P<n>{COUNT}) (?:الماضية|الأخيرة)",
        _read_past,
    ),
    Rule(
        "past",
        rf"(?:(?:خلال|في) )?ال(?:ـ ?)?(?P<n>\d{{1,3}}) (?P<u>{UNIT}) (?:الماضية|الأخيرة)",
        _read_past,
    ),
    Rule(
        "past",
        rf"(?:(?:خلال|في) )?ال(?P<pair>{any_of(PAIRS)}) (?:الماضيين|الأخيرين|الماضيتين|الأخيرتين)",
        _read_past,
    ),
    Rule("ahead", rf"{_DURING}(?:the )?(?:coming|next|upcoming) {_MANY}{_UNIT}", _read_ahead),
    # Bare "the next day" follows another event; "over the next week" follows publication.
    Rule("ahead", rf"{_DURING[:-1]}the (?:coming|next|upcoming) {_UNIT}", _read_ahead),
    Rule("ahead", rf"{_DURING}(?:coming|upcoming) (?P<u>days|weeks|months|years)(?!\w)", _read_ahead),
    Rule(
        "ahead",
        r"(?:dans les|en los|en las) (?P<u>jours|días|semanas) (?:à venir|prochains|próximos|próximas)",
        _read_ahead,
    ),
    Rule(
        "within",
        rf"(?:in|within|dans) {_MANY}{_UNIT}(?:'s?)?(?: time(?!\w))?(?! (?:of|ago)(?!\w))",
        _read_within,
    ),
    Rule("within", r"(?:in|within) (?P<u>hours|days|weeks|months|years)(?!\w)(?! of(?!\w))", _read_within),
    Rule(
        "for",
        rf"for (?:(?:more than|over|about|nearly|almost|at least) )?{_MANY}?{_UNIT}(?! ago(?!\w))",
        _read_for,
    ),
)
"""Every form of a stretch; tried before the points."""
