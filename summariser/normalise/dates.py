"""Dates: where they stand in the text, and which days they mean.

`find_dates` lists the phrases; `resolve_date` reads one against the day of publication. Both use the
same grammar (`date_points`, `date_spans`). A date is never invented: what the words and the
publication date do not settle stays open, with the reason. The machine's own date is never used.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from summariser.first_letters import ByFirstLetters
from summariser.normalise.date_calendar import NOT_READ, Frame, ResolvedDate, days, open_date
from summariser.normalise.date_foreign import FOREIGN, foreign_day
from summariser.normalise.date_guards import is_date
from summariser.normalise.date_points import POINTS, Rule
from summariser.normalise.date_spans import END, NEUTRAL, POINT, SPANS, read_point
from summariser.normalise.date_words import YEAR, compiled, level
from summariser.schemas.codebooks import DatePrecision

if TYPE_CHECKING:
    from summariser.sentences import Sentence

__all__ = ["DateMention", "DatePrecision", "ResolvedDate", "find_dates", "resolve_date"]


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date phrase and where it stands.

    Attributes:
        id: "D1", "D2"... in the order of the text.
        sentence: The id of the sentence that holds it.
        start: Offset of its first character in the text.
        end: Offset after its last character.
        text: The words themselves, with a preposition directly before them ("on Sunday", "since 1
            February", "by Friday"), because it decides what they mean; the time of day after a weekday
            belongs to them too ("on Tuesday morning"), a clock time does not.
        relative: Whether the publication date is needed to know the days.
    """

    id: str
    sentence: str
    start: int
    end: int
    text: str
    relative: bool


# The Arabic "and" is written onto the next word.
_LEFT: Final = r"(?:(?<![\w$€£@#])|(?<=\Wو))(?<!\d[.,:/-])"
_RIGHT: Final = r"(?!\w)(?!'(?!s\b))(?![.,:/]\d)"
_FIXED: Final = re.compile(rf"{YEAR.replace(' ', chr(92) + 's+')}|(?:19|20)\d0'?s|(?:19|20)\d\d[-/.年]")


def find_dates(text: str, sentences: Sequence[Sentence]) -> tuple[DateMention, ...]:
    """The date phrases of a text, the longest reading of each, in order, none overlapping another.

    Args:
        text: The article, unchanged.
        sentences: Its sentences; a phrase never crosses from one into the next.
    """
    levelled = level(text)
    mentions: list[DateMention] = []
    for sentence in sentences:
        for start, end in _phrases(levelled, text, sentence.start, sentence.end):
            words = text[start:end]
            relative = _FIXED.search(levelled, start, end) is None
            mentions.append(DateMention(f"D{len(mentions) + 1}", sentence.id, start, end, words, relative))
    return tuple(mentions)


@lru_cache(maxsize=1024)  # several steps ask for the same phrases of an article
def resolve_date(
    words: str, published: date | None, *, future: bool = False, told: date | None = None
) -> ResolvedDate:
    """The days that a date phrase means.

    Absolute words mean the same whatever `published` is, so "2019" reaches to December even in an
    article of March 2019. Words that count from publication end there ("this week", "in March"),
    or begin there when `future` is set.

    Args:
        words: The phrase: as found by `find_dates`, or as a model gave it back.
        published: The article's day of publication, if known.
        future: Whether what is dated is planned or expected: "on Friday" is then the next one.
        told: The day that the text was telling of before, from which "two days later" counts.

    Returns:
        The days; an end that cannot be known is None and `reason` says why. Never raises.
    """
    frame = Frame(published, future, told)
    levelled = " ".join(level(words).split()).strip(' "“”«».,;:()[]')
    try:
        return _read(levelled, frame) or _read_inside(levelled, frame) or open_date(NOT_READ)
    except (OverflowError, ValueError):
        # Calendar arithmetic that leaves the years 1 to 9999 ("400 years ago" in an article of year 300).
        return open_date("outside the calendar")


def _read(words: str, frame: Frame) -> ResolvedDate | None:
    for rule, finder in _FINDERS[: len(SPANS)]:
        match = finder.fullmatch(words)  # a span has no lead: the same as its own pattern
        if match is not None:
            return rule.read(match, frame)
    point = read_point(words, frame)
    if point is not None:
        return point
    day = foreign_day(words)
    return days(day, day) if day else None


_AROUND_IT: Final = compiled(
    r"(?:[\s,()]|\b(?:the|at|on|in|of|early|late|hours?|dawn|dusk|noon|midnight|midday|local|time|gmt|utc|morning|"
    r"afternoon|evening|night|day|about|around|and|or|a\.?m\.?|p\.?m\.?|hrs)\b|\d{1,2}(?:[:.]\d\d)?)*"
)


def _read_inside(words: str, frame: Frame) -> ResolvedDate | None:
    """A phrase with a clock time or the like around it, or the same day said twice.

    "At 9 am on Tuesday" and "Sunday (10 March)" are read; "two days before Sunday" is not, because
    its other words would be lost.
    """
    spans = list(_phrases(words, words, 0, len(words)))
    rest = words
    for start, end in reversed(spans):
        rest = rest[:start] + rest[end:]
    if not spans or _AROUND_IT.fullmatch(rest) is None:
        return None
    readings = {_read(words[start:end], frame) for start, end in spans}
    return readings.pop() if len(readings) == 1 else open_date("more than one date")


def _finder(rule: Rule) -> tuple[Rule, re.Pattern[str]]:
    return rule, compiled(rf"{_LEFT}{_lead(rule)}(?P<body>{rule.pattern}){_RIGHT}")


def _lead(rule: Rule) -> str:
    return rf"(?P<lead>(?:{NEUTRAL}) )?(?:the )?" if rule in POINTS else "(?P<lead>)"


def _beginning(rule: Rule) -> str:
    """A pattern that begins as the rule's matches do.

    Points of time behind other words are any character in it: they are most of what there is to parse.
    """
    short = rule.pattern.replace(POINT, ".").replace(END, ".")
    if rule.pattern.startswith(f"(?P<a>{END})"):
        short = short.replace("(?P<a>.)", f"(?P<a>{END})", 1)
    return f"{_lead(rule)}{short}".replace(" ", r"\s+")


_FINDERS: Final = tuple(map(_finder, (*SPANS, *POINTS)))
_BY_START: Final = ByFirstLetters([(at, _beginning(rule)) for at, (rule, _) in enumerate(_FINDERS)])
_STARTS: Final = re.compile(rf"{_LEFT}\w")


def _candidates(levelled: str, text: str, begin: int, end: int) -> Iterator[tuple[int, int]]:
    past = [begin] * len(_FINDERS)
    for start in _STARTS.finditer(levelled, begin, end):
        at = start.start()
        for which in _BY_START.at(levelled, at):
            if past[which] > at:
                continue
            rule, finder = _FINDERS[which]
            match = finder.match(levelled, at, end)
            if match is not None and is_date(rule.name, match, text):
                yield match.span()
                past[which] = match.end()


def _phrases(levelled: str, text: str, begin: int, end: int) -> Iterator[tuple[int, int]]:
    """The spans to keep: of two that overlap the longer, so that "3 to 5 March" is one phrase."""
    taken: list[tuple[int, int]] = []
    known = set(_candidates(levelled, text, begin, end))
    spans = known | {match.span() for match in FOREIGN.finditer(levelled, begin, end)}
    for start, stop in sorted(spans, key=lambda span: (span[0] - span[1], span[0])):
        if not all(stop <= other[0] or start >= other[1] for other in taken):
            continue
        # Only what no rule knows is asked of dateparser: for one day it takes longer than all the rules.
        if (start, stop) in known or foreign_day(levelled[start:stop]):
            taken.append((start, stop))
    yield from sorted(taken)
