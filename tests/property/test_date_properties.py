"""What must hold for every date phrase, publication date and text."""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from summariser.normalise import dates
from summariser.normalise.dates import find_dates, resolve_date
from summariser.sentences import Sentence

# The first phrase compiles the grammar, which no deadline for a single example allows for.
unhurried = settings(deadline=None)

PUBLISHED = st.dates(min_value=date(1980, 1, 1), max_value=date(2030, 12, 31))
DAYS = list(calendar.day_name)
MONTHS = list(calendar.month_name)[1:]
COUNT = st.integers(min_value=1, max_value=40)
UNIT = st.sampled_from(["day", "week", "month", "year"])

WEEKDAYS = st.builds(
    "{}{}{}".format, st.sampled_from(["", "on ", "last "]), st.sampled_from(DAYS), st.just("")
)
LOOKING_BACK = st.one_of(
    WEEKDAYS,
    st.sampled_from(["today", "yesterday", "overnight", "last night", "over the weekend", "last weekend"]),
    st.builds(
        "{} {}".format,
        st.sampled_from(["last", "this", "earlier this", "early last"]),
        UNIT.filter("day".__ne__),
    ),
    st.builds("{} {}s ago".format, COUNT, UNIT),
    st.builds("over the past {} {}s".format, COUNT, UNIT),
    st.builds("over the past {}s".format, UNIT),
    st.builds(
        "{}{}".format,
        st.sampled_from(["in ", "in early ", "in mid-", "in late ", "last "]),
        st.sampled_from(MONTHS),
    ),
    st.builds("on {} {}".format, st.integers(1, 28), st.sampled_from(MONTHS)),
    st.builds("since {} {}".format, st.integers(1, 28), st.sampled_from(MONTHS)),
    st.builds("from {} to {}".format, st.sampled_from(DAYS), st.sampled_from(DAYS)),
    st.builds("{} and {} {}".format, st.integers(1, 14), st.integers(15, 28), st.sampled_from(MONTHS)),
    st.builds("since {}".format, st.sampled_from(DAYS)),
)
LOOKING_AHEAD = st.one_of(
    st.builds("next {}".format, st.sampled_from([*DAYS, *MONTHS, "week", "month", "year"])),
    st.builds("in the next {} {}s".format, COUNT, UNIT),
    st.builds("in the coming {}s".format, UNIT),
    st.just("tomorrow"),
)
ABSOLUTE = st.builds(
    "{}{:%d} {} {}".format,
    st.sampled_from(["", "on ", "since ", "by ", "the "]),
    st.dates(),
    st.sampled_from(MONTHS),
    st.integers(1900, 2099),
)
PHRASES = st.one_of(LOOKING_BACK, LOOKING_AHEAD, ABSOLUTE)


@unhurried
@given(LOOKING_BACK, PUBLISHED)
def test_what_looks_back_never_lies_after_publication(words: str, published: date) -> None:
    resolved = resolve_date(words, published)
    assert resolved.start or resolved.end or resolved.reason
    assert resolved.start is None or resolved.start <= published
    assert resolved.end is None or resolved.end <= published


@unhurried
@given(PHRASES, PUBLISHED, st.booleans())
def test_the_start_is_never_after_the_end_and_what_is_open_has_a_reason(
    words: str, published: date, future: bool
) -> None:
    resolved = resolve_date(words, published, future=future)
    closed = resolved.start is not None and resolved.end is not None
    assert (resolved.reason is None) == closed
    if resolved.start and resolved.end:
        assert resolved.start <= resolved.end


@unhurried
@given(st.one_of(LOOKING_BACK, LOOKING_AHEAD), st.booleans())
def test_nothing_relative_is_resolved_without_publication(words: str, future: bool) -> None:
    resolved = resolve_date(words, None, future=future)
    assert (resolved.start, resolved.end) == (None, None)
    assert resolved.reason


@unhurried
@given(WEEKDAYS, PUBLISHED, st.booleans())
def test_a_week_later_every_weekday_is_a_week_later(words: str, published: date, future: bool) -> None:
    here = resolve_date(words, published, future=future)
    there = resolve_date(words, published + timedelta(days=7), future=future)
    assert here.start
    assert there.start == here.start + timedelta(days=7)
    assert here.start.strftime("%A") in words


@unhurried
@given(st.text(), st.one_of(st.none(), st.dates()), st.booleans())
def test_any_text_is_read_or_left_open_and_never_an_error(
    words: str, published: date | None, future: bool
) -> None:
    resolved = resolve_date(words, published, future=future)
    assert resolved.reason or (resolved.start and resolved.end)


@unhurried
@given(
    st.lists(st.one_of(PHRASES, st.text(max_size=12)), max_size=6),
    st.sampled_from([" ", ", ", "\n", "\u00a0"]),
)
def test_offsets_give_the_text_back_and_never_overlap(pieces: list[str], joint: str) -> None:
    text = joint.join(pieces)
    mentions = find_dates(text, [Sentence("S1", 0, len(text), text, 0, "body")])
    end = 0
    for mention in mentions:
        assert text[mention.start : mention.end] == mention.text
        assert end <= mention.start < mention.end
        end = mention.end


@unhurried
@given(PHRASES, PUBLISHED)
def test_what_is_found_can_be_read(words: str, published: date) -> None:
    text = f"The bridge was closed {words}; nobody was hurt."
    mentions = find_dates(text, [Sentence("S1", 0, len(text), text, 0, "body")])
    assert mentions
    for mention in mentions:
        assert resolve_date(mention.text, published).reason != "these words are not read as a date"


def test_no_module_asks_for_the_time_of_the_machine() -> None:
    folder = Path(dates.__file__).parent
    sources = [path.read_text(encoding="utf-8") for path in folder.glob("date*.py")]
    assert len(sources) > 5
    assert not [source for source in sources if re.search(r"\.(?:today|now|utcnow)\(|\btime\.", source)]
