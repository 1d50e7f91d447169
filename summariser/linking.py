"""Which place, time and status belong to what: the regular cases, by position and preposition.

These rules choose among values that stand in the article; they never make one. Where nothing fits they
leave the value open, because an open place is honest and a wrong one is not.
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from typing import Final

from summariser.cues import Cue
from summariser.lexicon.counting import PART_LEAD
from summariser.lexicon.forecasts import ANOTHER_CLAUSE, FEARED, FEARED_BEHIND
from summariser.lexicon.polarity import TOLD_BEFORE, TOLD_TO, WENT, YEAR
from summariser.lexicon.ties import (
    ARE_TO,
    ARE_TO_ABROAD,
    COMPARED,
    DATELINE,
    HELD_AGAINST,
    LATER,
    NEGATION,
    NOT_YET_DONE,
    OF_SAYING,
    ONGOING,
    SEQUENCE,
    SOON,
    THESE,
    WILL_ABROAD,
)
from summariser.normalise.date_calendar import NO_PUBLICATION, OTHER_EVENT, shift_months
from summariser.normalise.dates import DateMention, ResolvedDate, resolve_date
from summariser.normalise.numbers import NumberMention
from summariser.periods import NUMBERED, numbered_day, years
from summariser.placing import is_local, movement_places, place_for, places_in
from summariser.reading import Reading
from summariser.right_before import right_before
from summariser.scenes import scene_at
from summariser.schemas.codebooks import MovementStatus

__all__ = [
    "date_for",
    "date_of_those",
    "dates_event",
    "is_a_day",
    "is_local",
    "is_negated",
    "movement_places",
    "movement_status",
    "place_for",
    "places_in",
    "resolved",
]
_COUNTED_ON = re.compile(r"\s+(?:than|of the)\b")
_CLOSED = re.compile(r"\s*(?:[,.;:)\]–—\"”]|$)|\s+(?:and|in|at|near|by|when|but)\b")
"""What follows "two days before" where it counts from what was told."""
_CLAUSE_END = re.compile(r"[,;:.)،؛]")
_EARLIER = re.compile(r"\b(?:after|following|since)\b", re.IGNORECASE)
_UNTIL = re.compile(r"\b(?:until|ahead of|prior to)\b", re.IGNORECASE)
_PRECISE = ("day", "week", "month", "year", "unknown")


def is_negated(reading: Reading, cue: Cue) -> bool:
    """Whether the cue is denied right before it: "no sign of fighting", "without clashes"."""
    sentence = reading.sentence(cue.sentence)
    return NEGATION.search(sentence.text[: cue.start - sentence.start]) is not None


def date_for(
    reading: Reading,
    sentences: Sequence[str],
    near: Sequence[int] = (),
    number: NumberMention | None = None,
) -> DateMention | None:
    """The time of an event: the most exact one in its sentences that is not the time of a statement.

    Args:
        reading: The article.
        sentences: Its sentences, the main one first.
        near: Offsets of the words that report it.
        number: The number whose time it is, if it is a number's: the time of a part of it is not its own.
    """
    if number is not None and _is_held_against(reading, number):
        return _right_behind(reading, number)
    if number is not None and any(
        is_of_a_part(reading, number, d) for d in reading.dates_in(number.sentence)
    ):
        own = [d for d in reading.dates_in(number.sentence) if not is_of_a_part(reading, number, d)]
        own = [d for d in own if dates_event(reading, d, near)]
        return min(own, key=lambda d: _precision_rank(reading, d), default=None)
    here: dict[str, list[int]] = {}
    for point in near:
        here.setdefault(reading.sentence_at(point).id, []).append(point)
    fitting = [d for s in sentences for d in reading.dates_in(s) if dates_event(reading, d, here.get(s, ()))]
    fitting = _of_the_scene(reading, fitting, near[0]) if near else fitting
    if not any(_precision_rank(reading, d) == 0 for d in fitting):
        beyond = _beyond_a_clause(reading, sentences[0], near)
        fitting += [beyond] if beyond is not None else []
    if not fitting:
        return None
    order = {s: at for at, s in reversed(list(enumerate(sentences)))}
    return min(fitting, key=lambda d: (_precision_rank(reading, d), order[d.sentence]))


def _of_the_scene(reading: Reading, dates: Sequence[DateMention], near: int) -> list[DateMention]:
    """Without the times of other scenes of a sentence, where the one that is asked for has its own."""
    scene = scene_at(reading, near)
    if scene is None:
        return list(dates)
    told_in = reading.sentence_at(near).id
    own = [d for d in dates if scene.start <= d.start < scene.end]
    return [d for d in dates if d in own or not own or d.sentence != told_in]


def _is_held_against(reading: Reading, number: NumberMention) -> bool:
    """Whether another number is compared with this one: "511,800, compared with 489,950 in September"."""
    sentence = reading.sentence(number.sentence)
    return right_before(HELD_AGAINST, sentence.text, _begin_of(number) - sentence.start) is not None


_TO_THE_NEXT = 40


def _right_behind(reading: Reading, number: NumberMention) -> DateMention | None:
    """The time that stands behind a number before anything else is told."""
    behind = [d for d in reading.dates_in(number.sentence) if d.start >= number.end]
    if not behind or behind[0].start - number.end > _TO_THE_NEXT:
        return None
    return None if re.search(r"[,;:]\s", reading.text[number.end : behind[0].start]) else behind[0]


def date_of_those(reading: Reading, sentence: str) -> DateMention | None:
    """The time of a sentence that goes on about the people of the one before: "Of them, 127,000 ..."."""
    at = reading.index(sentence)
    for _ in range(_GOES_ON_FOR):
        here = reading.sentences[at]
        if at == 0 or THESE.match(here.text) is None or reading.sentences[at - 1].paragraph != here.paragraph:
            return None
        at -= 1
        before = reading.sentences[at].id
        dates = [d for d in reading.dates_in(before) if dates_event(reading, d, ())]
        if dates:
            return dates[0] if len(dates) == 1 else None
    return None


_GOES_ON_FOR = 3
"""So many sentences may speak of "them"."""


def _beyond_a_clause(reading: Reading, sentence: str, near: Sequence[int]) -> DateMention | None:
    """The only day of a sentence, though a "before" or a "when" stands between: things told together."""
    days = [d for d in reading.dates_in(sentence) if dates_event(reading, d, ())]
    days = [d for d in days if _precision_rank(reading, d) == 0]
    if len(days) != 1:
        return None
    here = [p for p in near if reading.sentence(sentence).start <= p < reading.sentence(sentence).end]
    apart = [
        _is_of_another_day(reading.text, days[0], p)
        or _has_an_older_year(reading, reading.text[min(days[0].end, p) : max(days[0].start, p)])
        for p in here
    ]
    return None if apart and all(apart) else days[0]


def _is_of_another_day(text: str, day: DateMention, cue: int) -> bool:
    """ "Calm on Tuesday after the raid": the raid was before. "They fought until Tuesday"."""
    if day.start < cue:
        return _EARLIER.search(text[day.end : cue]) is not None
    return _UNTIL.search(text[cue : day.start]) is not None


def is_of_a_part(reading: Reading, number: NumberMention, mention: DateMention) -> bool:
    """Whether a time is that of a part of a number alone: "90,000 have fled, including 2,000 last week"."""
    if mention.start < number.end:
        return False
    return any(
        number.end < part.start < mention.start
        and (
            PART_LEAD.search(reading.text[number.end : _begin_of(part)])
            or HELD_AGAINST.search(reading.text[number.end : _begin_of(part)])
        )
        and _CLAUSE_END.search(reading.text[part.end : mention.start]) is None
        for part in reading.numbers_in(number.sentence)
        if part.kind == "count" and not part.implicit
    )


def _begin_of(number: NumberMention) -> int:
    return number.start if number.hedge_start is None else min(number.start, number.hedge_start)


def is_a_day(reading: Reading, mention: DateMention) -> bool:
    """Whether a time is one day, or a few."""
    return _precision_rank(reading, mention) == 0


def _precision_rank(reading: Reading, mention: DateMention) -> int:
    # Any publication date shows how exact the words are; it is not kept.
    published = reading.article.published
    if published is None:
        return 0 if re.search(r"day\b|yesterday|\d", mention.text, re.IGNORECASE) else 3
    return _PRECISE.index(resolved(reading, mention).precision)


def resolved(reading: Reading, mention: DateMention, *, future: bool = False) -> ResolvedDate:
    """The days of a date phrase; "the next day" counts from the day that the text told of before."""
    published = reading.article.published
    numbered = None if future else numbered_day(reading, mention)
    if numbered is not None:
        return numbered
    in_month = None if future else _of_the_month_told(reading, mention)
    if in_month is not None:
        return in_month
    found = resolve_date(mention.text, published, future=future)
    if published is None and found.reason == NO_PUBLICATION:
        return _as_written_out(reading, mention) or found
    if found.reason != OTHER_EVENT or _COUNTED_ON.match(reading.text, mention.end):
        return found
    if mention.text.casefold().endswith(_COUNTED_FROM) and not _CLOSED.match(reading.text, mention.end):
        return found  # "two days after the vote"
    return resolve_date(mention.text, published, future=future, told=day_told(reading, mention))


_TWO_DAYS: Final = (date(2000, 12, 31), date(2003, 6, 30))
"""Seen from these, "4 May" is one day of the year, and "Saturday" or "yesterday" is two."""


def _as_written_out(reading: Reading, mention: DateMention) -> ResolvedDate | None:
    """ "On 4 May" of an article that nobody dated, where it says "4 May 2024", and no other year."""
    written: dict[tuple[int, int], set[ResolvedDate]] = reading.once(
        "days written out", "", lambda: _written_out(reading)
    )
    seen = {_day_of_year(resolve_date(mention.text, day)) for day in _TWO_DAYS}
    day_of_year = seen.pop()
    if seen or day_of_year is None:
        return None
    told = written.get(day_of_year, set())
    return next(iter(told)) if len(told) == 1 else None


def _day_of_year(found: ResolvedDate) -> tuple[int, int] | None:
    if found.start is None or found.start != found.end:
        return None
    return found.start.month, found.start.day


def _written_out(reading: Reading) -> dict[tuple[int, int], set[ResolvedDate]]:
    found: dict[tuple[int, int], set[ResolvedDate]] = {}
    for mention in reading.dates:
        day = resolve_date(mention.text, None)
        day_of_year = _day_of_year(day)
        if day_of_year is not None:
            found.setdefault(day_of_year, set()).add(day)
    return found


def _of_the_month_told(reading: Reading, mention: DateMention) -> ResolvedDate | None:
    """ "Fighting began on 4 February. Clashes on the 9th": of February, whatever month the news is of.

    "The 3rd" behind 28 February is of March, as the nearer one; "the 9th" behind 14 February is not.
    """
    if NUMBERED.fullmatch(mention.text) is None or not _is_told_near(reading, mention):
        return None
    published = reading.article.published
    month = _month_before(reading, mention)
    if month is not None:
        return resolve_date(mention.text, published, told=month)
    told = day_told(reading, mention)
    if told is None:
        return None
    next_month = shift_months(told.replace(day=1), 1)
    found, later = (resolve_date(mention.text, published, told=day) for day in (told, next_month))
    if found.start is None or later.start is None or found.start >= told:
        return found
    return later if later.start - told < told - found.start and later.start > told else found


def _month_before(reading: Reading, mention: DateMention) -> date | None:
    """The last day of the month that the time before a phrase names: "in February", not "the June floods"."""
    before = reading.dates[_position(reading, mention) - 1]
    if not before.text.casefold().startswith("in ") or not dates_event(reading, before, ()):
        return None
    found = resolve_date(before.text, reading.article.published)
    return found.end if found.precision == "month" else None


def _is_told_near(reading: Reading, mention: DateMention) -> bool:
    """Whether the time before a phrase stands so near that the phrase goes on from it."""
    at = _position(reading, mention)
    if at == 0:
        return False
    before, here = (reading.index(m.sentence) for m in (reading.dates[at - 1], mention))
    return here - before <= _GOES_ON_FOR and reading.chapter(before) == reading.chapter(here)


_COUNTED_FROM = ("before", "after", "après", "avant", "después", "antes")


def _position(reading: Reading, mention: DateMention) -> int:
    """Which of the article's dates a phrase is."""
    starts: list[int] = reading.once("starts of dates", "", lambda: [d.start for d in reading.dates])
    return bisect.bisect_left(starts, mention.start)


def day_told(reading: Reading, mention: DateMention) -> date | None:
    """The day that the text was telling of before a phrase: the last one of an event."""
    at = _position(reading, mention)
    # By how many phrases have been read. Each may count from the one before it, so they are gone through in
    # order: an article that says "the next day" a thousand times is not read a thousand times.
    told: list[date | None] = reading.once("days told", "", lambda: [None])
    while len(told) <= at:
        told.append(_told_by(reading, reading.dates[len(told) - 1], told[-1]))
    return told[at]


def _told_by(reading: Reading, mention: DateMention, before: date | None) -> date | None:
    """The day that the text tells of after a phrase, and told of ``before`` it."""
    if not dates_event(reading, mention, ()):
        return before
    found = resolved(reading, mention)
    if found.precision == "day" and found.end is not None and found.start is not None:
        return found.end if (found.end - found.start).days <= 1 else None
    return before


def dates_event(reading: Reading, mention: DateMention, near: Sequence[int]) -> bool:
    """Whether a time is that of the words at ``near``: not of a statement, nor of another clause."""
    sentence = reading.sentence(mention.sentence)
    before = sentence.text[: mention.start - sentence.start]
    dateline = DATELINE.match(sentence.text)
    if dateline and mention.start < sentence.start + dateline.end():
        return False
    if OF_SAYING.search(before) or COMPARED.search(before):
        return False
    here = [p for p in near if sentence.start <= p < sentence.end]
    if not here:
        return True
    text = reading.text
    between = [text[min(mention.end, p) : max(mention.start, p)] for p in here]
    return any(not SEQUENCE.search(b) and not _has_an_older_year(reading, b) for b in between)


def _has_an_older_year(reading: Reading, between: str) -> bool:
    """ "Who killed 16 men in 2012 asked on Monday for mercy": the day is that of another verb."""
    published = reading.article.published
    named = {int(m["year"]) for m in YEAR.finditer(between)} - years(reading)
    return published is not None and any(year < published.year for year in named)


def _is_only_ordered(text: str, before: str, cue: Cue) -> bool:
    """Whether people were told to leave, and no word of the sentence says that anybody did: it is planned."""
    if TOLD_TO.match(cue.text) is None and TOLD_BEFORE.search(before) is None:
        return False
    return WENT.search(TOLD_TO.sub(" ", text)) is None


_OWN_WILL = frozenset({"term:displaced", "term:forced_to_flee"})
_TAIL_OF_WORD = re.compile(r"(?<!\w)\w*$")


def _is_to_come_abroad(text: str, at: int, cue: Cue) -> bool:
    """Whether a movement of a Spanish, French or Arabic sentence is yet to come: "rentreront en juin"."""
    before = text[:at]
    tail = _TAIL_OF_WORD.search(before)
    whole = (tail[0] if tail else "") + cue.text
    if WILL_ABROAD.search(whole):
        return True
    if cue.label in _OWN_WILL:
        return False  # "des milliers de personnes doivent fuir": they do
    return ARE_TO_ABROAD.search(before) is not None or ARE_TO_ABROAD.match(whole + " ") is not None


def is_feared(reading: Reading, number: NumberMention) -> bool:
    """Whether somebody only fears or expects that so many come or go: "the arrival of another 5,000"."""
    sentence = reading.sentence(number.sentence)
    text, start, end = sentence.text, number.start - sentence.start, number.end - sentence.start
    for found in FEARED.finditer(text, 0, start):
        if not ANOTHER_CLAUSE.search(text, found.end(), start):
            return True
    return any(first < start and end <= last for first, last in _feared_behind(text))


@lru_cache(maxsize=16)  # of a row with hundreds of numbers it is asked for each
def _feared_behind(text: str) -> tuple[tuple[int, int], ...]:
    return tuple([found.span() for found in FEARED_BEHIND.finditer(text)])


def movement_status(reading: Reading, sentence: str, cues: Sequence[Cue]) -> MovementStatus:
    """Whether a movement took place: "are expected to be sent home" is planned, not done."""
    text, offset = reading.sentence(sentence).text, reading.sentence(sentence).start
    for cue in cues:
        before = text[: cue.start - offset]
        if _is_only_ordered(text, before, cue) or ARE_TO.search(before):
            return MovementStatus.PLANNED
        if reading.languages[sentence] != "en" and _is_to_come_abroad(text, cue.start - offset, cue):
            return MovementStatus.PLANNED
        if NOT_YET_DONE.search(cue.text) and LATER.match(text, cue.end - offset):
            return MovementStatus.PLANNED
        for planned in reading.cues.of(sentence, "status"):
            gap = text[planned.end - offset : cue.start - offset] if planned.end <= cue.start else None
            if gap is None or len(gap.split()) > 3 or "," in gap or any(c.isdigit() for c in gap):
                continue
            abroad = reading.languages[sentence] != "en"
            if planned.value == "planned" and (
                abroad or re.search(SOON.pattern[1:], planned.text, re.IGNORECASE)
            ):
                return MovementStatus.PLANNED
            if planned.value == "denied":
                return MovementStatus.DENIED
        if ONGOING.search(before) and cue.text.casefold().endswith("ing"):
            return MovementStatus.ONGOING
    return MovementStatus.OCCURRED
