"""Dates: which days the words mean, and which words in a text are dates at all."""

from __future__ import annotations

from datetime import date

import pytest

from summariser.normalise import dates
from summariser.normalise.dates import DatePrecision, ResolvedDate, find_dates, resolve_date
from summariser.sentences import Sentence, split_sentences

TUESDAY = date(2019, 3, 12)


def span(start: str | None, end: str | None) -> tuple[date | None, date | None]:
    return (date.fromisoformat(start) if start else None, date.fromisoformat(end) if end else None)


def found(text: str) -> list[str]:
    """The phrases that the finder keeps, each checked against its offsets."""
    whole = Sentence(id="S1", start=0, end=len(text), text=text, paragraph=0, role="body")
    mentions = find_dates(text, [whole])
    assert [mention.id for mention in mentions] == [f"D{n}" for n in range(1, len(mentions) + 1)]
    assert all(text[mention.start : mention.end] == mention.text for mention in mentions)
    return [mention.text for mention in mentions]


# words, first day, last day, precision: all read on Tuesday 12 March 2019
PAST = [
    ("on Sunday", "2019-03-10", "2019-03-10", "day"),
    ("Sunday", "2019-03-10", "2019-03-10", "day"),
    ("SUNDAY", "2019-03-10", "2019-03-10", "day"),
    ("on Tuesday", "2019-03-12", "2019-03-12", "day"),  # the day of publication itself
    ("Tuesday morning", "2019-03-12", "2019-03-12", "day"),
    ("late on Monday", "2019-03-11", "2019-03-11", "day"),
    ("last Sunday", "2019-03-10", "2019-03-10", "day"),
    ("last Tuesday", "2019-03-05", "2019-03-05", "day"),  # "last" is strictly before
    ("next Friday", "2019-03-15", "2019-03-15", "day"),
    ("next Tuesday", "2019-03-19", "2019-03-19", "day"),
    ("this coming Friday", "2019-03-15", "2019-03-15", "day"),
    ("today", "2019-03-12", "2019-03-12", "day"),
    ("early this morning", "2019-03-12", "2019-03-12", "day"),
    ("yesterday", "2019-03-11", "2019-03-11", "day"),
    ("the day before yesterday", "2019-03-10", "2019-03-10", "day"),
    ("overnight", "2019-03-11", "2019-03-12", "day"),
    ("last night", "2019-03-11", "2019-03-12", "day"),
    ("tomorrow", "2019-03-13", "2019-03-13", "day"),
    ("last week", "2019-03-04", "2019-03-10", "week"),
    ("this week", "2019-03-11", "2019-03-12", "week"),
    ("earlier this week", "2019-03-11", "2019-03-12", "week"),
    ("later this week", "2019-03-12", "2019-03-17", "week"),
    ("next week", "2019-03-18", "2019-03-24", "week"),
    ("over the weekend", "2019-03-09", "2019-03-10", "week"),
    ("last weekend", "2019-03-09", "2019-03-10", "week"),
    ("last month", "2019-02-01", "2019-02-28", "month"),
    ("this month", "2019-03-01", "2019-03-12", "month"),
    ("last year", "2018-01-01", "2018-12-31", "year"),
    ("so far this year", "2019-01-01", "2019-03-12", "year"),
    ("three days ago", "2019-03-09", "2019-03-09", "day"),
    ("15 days ago", "2019-02-25", "2019-02-25", "day"),
    ("two weeks ago", "2019-02-25", "2019-03-03", "week"),
    ("a month ago", "2019-02-01", "2019-02-28", "month"),
    ("four years ago", "2015-01-01", "2015-12-31", "year"),
    ("in January", "2019-01-01", "2019-01-31", "month"),
    ("in March", "2019-03-01", "2019-03-12", "month"),  # the running month ends with publication
    ("in May", "2018-05-01", "2018-05-31", "month"),
    ("last March", "2018-03-01", "2018-03-31", "month"),
    ("in March last year", "2018-03-01", "2018-03-31", "month"),
    ("in late March", "2018-03-21", "2018-03-31", "month"),  # this year's has not come yet
    ("mid-January", "2019-01-11", "2019-01-20", "month"),
    ("5 January", "2019-01-05", "2019-01-05", "day"),
    ("on 5 April", "2018-04-05", "2018-04-05", "day"),
    ("on the 5th of April", "2018-04-05", "2018-04-05", "day"),
    ("29 February", "2016-02-29", "2016-02-29", "day"),
    ("Saturday, 9 March", "2019-03-09", "2019-03-09", "day"),
    ("20 Aug 88", "1988-08-20", "1988-08-20", "day"),
    ("11 Mar 19", "2019-03-11", "2019-03-11", "day"),
    ("13 Mar 19", "1919-03-13", "1919-03-13", "day"),  # never after publication
    ("New Year's Eve", "2018-12-31", "2018-12-31", "day"),
    ("since 1 February", "2019-02-01", "2019-03-12", "day"),
    ("since Friday", "2019-03-08", "2019-03-12", "day"),
    ("since 2011", "2011-01-01", "2019-03-12", "year"),
    ("after 5 March", "2019-03-06", "2019-03-12", "day"),
    ("between 3 and 5 March", "2019-03-03", "2019-03-05", "day"),
    ("from 3 to 5 March", "2019-03-03", "2019-03-05", "day"),
    ("from Monday to Wednesday", "2019-03-04", "2019-03-06", "day"),
    ("from Friday until Sunday", "2019-03-08", "2019-03-10", "day"),
    ("from 28 December to 3 January", "2018-12-28", "2019-01-03", "day"),
    ("6 and 7 November", "2018-11-06", "2018-11-07", "day"),
    ("in the past 24 hours", "2019-03-11", "2019-03-12", "day"),
    ("over the past three days", "2019-03-09", "2019-03-12", "day"),
    ("over the past four years", "2015-03-12", "2019-03-12", "year"),
    ("over the next two weeks", "2019-03-12", "2019-03-26", "week"),
    ("around 5 March", "2019-03-02", "2019-03-08", "week"),
    ("as of 28 February", "2019-02-28", "2019-02-28", "day"),
    ("at 9 am on Monday", "2019-03-11", "2019-03-11", "day"),
    ("Sunday (10 March)", "2019-03-10", "2019-03-10", "day"),
    ("lundi dernier", "2019-03-11", "2019-03-11", "day"),
    ("hier", "2019-03-11", "2019-03-11", "day"),
    ("la semaine dernière", "2019-03-04", "2019-03-10", "week"),
    ("il y a trois jours", "2019-03-09", "2019-03-09", "day"),
    ("du 3 au 5 mars", "2019-03-03", "2019-03-05", "day"),
    ("depuis le 1er février", "2019-02-01", "2019-03-12", "day"),
    ("dans la nuit de dimanche à lundi", "2019-03-10", "2019-03-11", "day"),
    ("el lunes pasado", "2019-03-11", "2019-03-11", "day"),
    ("ayer", "2019-03-11", "2019-03-11", "day"),
    ("hace tres días", "2019-03-09", "2019-03-09", "day"),
    ("del 3 al 5 de marzo", "2019-03-03", "2019-03-05", "day"),
    ("22 de octubre", "2018-10-22", "2018-10-22", "day"),
    ("يوم الأحد", "2019-03-10", "2019-03-10", "day"),
    ("أمس", "2019-03-11", "2019-03-11", "day"),
    ("الأسبوع الماضي", "2019-03-04", "2019-03-10", "week"),
    ("قبل ثلاثة أيام", "2019-03-09", "2019-03-09", "day"),
    ("قبل يومين", "2019-03-10", "2019-03-10", "day"),
]


@pytest.mark.parametrize(("words", "start", "end", "precision"), PAST)
def test_words_that_count_from_publication(words: str, start: str, end: str, precision: str) -> None:
    assert resolve_date(words, TUESDAY) == ResolvedDate(*span(start, end), DatePrecision(precision), None)


@pytest.mark.parametrize("words", [case[0] for case in PAST])
def test_without_publication_they_stay_open(words: str) -> None:
    resolved = resolve_date(words, None)
    if words == "since 2011":  # its start is stated
        assert (resolved.start, resolved.end) == span("2011-01-01", None)
        return
    assert resolved.start is None
    assert resolved.end is None
    assert resolved.precision is DatePrecision.UNKNOWN
    assert resolved.reason == "relative to a publication date that is not known"


@pytest.mark.parametrize(
    ("words", "start", "end", "precision"),
    [
        ("12 March 2019", "2019-03-12", "2019-03-12", "day"),
        ("on 12 March 2019", "2019-03-12", "2019-03-12", "day"),
        ("Tuesday, 12 March 2019", "2019-03-12", "2019-03-12", "day"),
        ("March 12, 2019", "2019-03-12", "2019-03-12", "day"),
        ("Sept. 11, 2001", "2001-09-11", "2001-09-11", "day"),
        ("2019-03-12", "2019-03-12", "2019-03-12", "day"),
        ("25/03/2019", "2019-03-25", "2019-03-25", "day"),
        ("03/25/2019", "2019-03-25", "2019-03-25", "day"),
        ("05/05/2019", "2019-05-05", "2019-05-05", "day"),
        ("March 2019", "2019-03-01", "2019-03-31", "month"),
        ("in February 2016", "2016-02-01", "2016-02-29", "month"),
        ("late January 2015", "2015-01-21", "2015-01-31", "month"),
        ("the end of March 2019", "2019-03-21", "2019-03-31", "month"),
        ("the first week of May 2014", "2014-05-01", "2014-05-31", "month"),
        ("in 2014", "2014-01-01", "2014-12-31", "year"),
        ("early 2019", "2019-01-01", "2019-04-30", "year"),
        ("mid-2019", "2019-05-01", "2019-08-31", "year"),
        ("the summer of 2014", "2014-01-01", "2014-12-31", "year"),  # whose summer is not said
        ("the 1980s", "1980-01-01", "1989-12-31", "year"),
        ("2013-14", "2013-01-01", "2014-12-31", "year"),
        ("3-5 March 2013", "2013-03-03", "2013-03-05", "day"),
        ("March 3–5, 2013", "2013-03-03", "2013-03-05", "day"),
        ("18 to 22 June 2014", "2014-06-18", "2014-06-22", "day"),
        ("from 28 March to 2 April 2014", "2014-03-28", "2014-04-02", "day"),
        ("28 December to 3 January 2015", "2014-12-28", "2015-01-03", "day"),
        ("28 December 2014 to 3 January", "2014-12-28", "2015-01-03", "day"),
        ("between January and December 2014", "2014-01-01", "2014-12-31", "month"),
        ("from 2003 to 2011", "2003-01-01", "2011-12-31", "year"),
        ("le 12 mars 2019", "2019-03-12", "2019-03-12", "day"),
        ("1er janvier 2016", "2016-01-01", "2016-01-01", "day"),
        ("en janvier 2016", "2016-01-01", "2016-01-31", "month"),
        ("el 12 de marzo de 2019", "2019-03-12", "2019-03-12", "day"),
        ("١٢ مارس ٢٠١٩", "2019-03-12", "2019-03-12", "day"),
        ("12 آذار/مارس 2019", "2019-03-12", "2019-03-12", "day"),
        ("12 марта 2019", "2019-03-12", "2019-03-12", "day"),  # no table here: dateparser, checked
        ("12 de março de 2019", "2019-03-12", "2019-03-12", "day"),
        ("2019年3月12日", "2019-03-12", "2019-03-12", "day"),
    ],
)
def test_absolute_words_mean_the_same_whatever_the_publication(
    words: str, start: str, end: str, precision: str
) -> None:
    expected = ResolvedDate(*span(start, end), DatePrecision(precision), None)
    for published in (None, TUESDAY, date(1988, 8, 20), date(2040, 1, 1)):
        assert resolve_date(words, published) == expected
    assert resolve_date(words, TUESDAY, future=True) == expected


@pytest.mark.parametrize(
    ("words", "start", "end"),
    [
        ("on Friday", "2019-03-15", "2019-03-15"),
        ("on Tuesday", "2019-03-19", "2019-03-19"),  # strictly after: today's would be "today"
        ("last Sunday", "2019-03-10", "2019-03-10"),  # what says "last" does not turn round
        ("yesterday", "2019-03-11", "2019-03-11"),
        ("5 April", "2019-04-05", "2019-04-05"),
        ("5 January", "2020-01-05", "2020-01-05"),
        ("in March", "2019-03-12", "2019-03-31"),
        ("early January", "2020-01-01", "2020-01-10"),
        ("this week", "2019-03-12", "2019-03-17"),
        ("in three weeks", "2019-03-12", "2019-04-02"),
        ("within 48 hours", "2019-03-12", "2019-03-14"),
        ("from Friday to Sunday", "2019-03-15", "2019-03-17"),
        ("the end of the month", "2019-03-21", "2019-03-31"),
        ("since 1 February", "2019-02-01", "2019-03-12"),
        ("overnight", "2019-03-12", "2019-03-13"),
    ],
)
def test_plans(words: str, start: str, end: str) -> None:
    resolved = resolve_date(words, TUESDAY, future=True)
    assert (resolved.start, resolved.end) == span(start, end)


@pytest.mark.parametrize(
    ("words", "future", "start", "end", "reason"),
    [
        ("by Friday", False, None, "2019-03-08", "only the end is stated"),
        ("by Friday", True, None, "2019-03-15", "only the end is stated"),
        ("until March 2020", False, None, "2020-03-31", "only the end is stated"),
        ("before 5 March", False, None, "2019-03-04", "only the end is stated"),
        ("from 1 March", False, "2019-03-01", None, "only the start is stated"),
        ("after 5 March", True, "2020-03-06", None, "only the start is stated"),
        ("over the past weeks", False, None, "2019-03-12", "how many weeks is not stated"),
        ("for weeks", False, None, "2019-03-12", "how many weeks is not stated"),
        ("for several months", False, None, "2019-03-12", "how many months is not stated"),
        ("in recent days", False, None, "2019-03-12", "how many days is not stated"),
        ("a few days ago", False, None, "2019-03-12", "how many days is not stated"),
        ("2 or 3 days ago", False, None, "2019-03-12", "how many days is not stated"),
        ("in weeks", False, "2019-03-12", None, "how many weeks is not stated"),
        ("within weeks", True, "2019-03-12", None, "how many weeks is not stated"),
        ("in the coming days", False, "2019-03-12", None, "how many days is not stated"),
        ("in the next few months", False, "2019-03-12", None, "how many months is not stated"),
        ("in three weeks", False, None, None, "it may look back or ahead"),
        ("for three days", False, None, None, "a duration, of which neither the start nor the end is stated"),
        ("12/03/2019", False, None, None, "which of the two numbers is the month is not certain"),
        ("12/03/19", False, None, None, "which of the three numbers is the year is not certain"),
        ("31/31/2019", False, None, None, "there is no such day in the calendar"),
        ("31 February 2019", False, None, None, "there is no such day in the calendar"),
        ("31 February", False, None, None, "there is no such day in the calendar"),
        ("6 and 17 November", False, None, None, "several separate days"),
        ("from 5 to 3 March 2019", False, None, None, "the end lies before the beginning"),
        ("the following day", False, None, None, "counted from another event, not from the publication"),
        ("two weeks later", False, None, None, "counted from another event, not from the publication"),
        ("the end of the month", False, None, None, "which month is meant is not stated"),
        ("March 28 and April 3", False, None, None, "more than one date"),
        ("in winter 2014", False, None, None, "a winter belongs to two years"),
        ("two days before 12 March 2019", False, None, None, "these words are not read as a date"),
        ("24 people", False, None, None, "these words are not read as a date"),
        ("2019 people", False, None, None, "these words are not read as a date"),
        ("soon", False, None, None, "these words are not read as a date"),
        ("", False, None, None, "these words are not read as a date"),
    ],
)
def test_what_stays_open_says_why(
    words: str, future: bool, start: str | None, end: str | None, reason: str
) -> None:
    resolved = resolve_date(words, TUESDAY, future=future)
    assert (resolved.start, resolved.end) == span(start, end)
    assert resolved.reason == reason


def test_the_edges_of_the_calendar_are_open_and_not_an_error() -> None:
    assert resolve_date("400 years ago", date(300, 1, 1)).reason == "outside the calendar"
    assert resolve_date("tomorrow", date.max).reason == "outside the calendar"
    assert resolve_date("last year", date.min).reason == "outside the calendar"


def test_two_digit_years_need_the_publication() -> None:
    assert resolve_date("20 Aug 88", None).start is None
    assert resolve_date("20 Aug 88", date(1988, 8, 25)).start == date(1988, 8, 20)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rebels attacked the post on Sunday, and left.", ["on Sunday"]),
        ("Sunday’s attack followed yesterday's vote.", ["Sunday", "yesterday"]),
        ("The town fell on Tuesday morning.", ["on Tuesday morning"]),
        ("The town fell in March.", ["in March"]),  # the full stop is not part of it
        ("It began on Saturday, 10 December 1988, at dawn.", ["on Saturday, 10 December 1988"]),
        ("Quito, 20 Aug 88 (ABC) -- Police said", ["20 Aug 88"]),
        (
            "Fighting from 28 March to 2 April 2014 and on 3 May",
            ["from 28 March to 2 April 2014", "on 3 May"],
        ),
        ("Clashes on 28 October and 3 November", ["on 28 October", "3 November"]),  # two days, no stretch
        ("Clashes between 3 and 5 March and on 6 and 7 May", ["between 3 and 5 March", "on 6 and 7 May"]),
        ("Since 1 February, over 9 000 people", ["Since 1 February"]),
        ("As of 15 February, 1 dead", ["As of 15 February"]),
        ("They have besieged it for weeks.", ["for weeks"]),
        ("They will return in weeks.", ["in weeks"]),
        ("over the past four years and in recent days", ["over the past four years", "in recent days"]),
        ("a fire\nin\n2014 destroyed it", ["in\n2014"]),  # a line break inside the phrase
        ("Ils ont fui hier, lundi 11 mars 2019.", ["hier", "lundi 11 mars 2019"]),
        ("Huyeron el 22 de octubre y ayer.", ["el 22 de octubre", "ayer"]),
        ("قتل خمسة يوم الأحد 10 مارس 2019 وأمس", ["يوم الأحد 10 مارس 2019", "أمس"]),
        ("12 марта 2019 года", ["12 марта 2019"]),
        ("the last two weeks of May 2014", ["the last two weeks of May 2014"]),
        ("in March or April", ["in March or April"]),
    ],
)
def test_phrases_are_found_whole(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "It may rain, and in may ways it did.",  # a verb
        "The march reached the square; they march in march.",  # a walk
        "President May spoke to Mr. March and April Jones.",  # surnames and first names
        "Augusto asked Juan and Julio to wait a second.",
        "He wrote for the Sunday Times and The Sunday Telegraph.",
        "Black Friday sales; Bloody Sunday; the Good Friday Agreement.",  # names of days, not dates
        "Sunday Igboho was arrested near Santo Domingo.",  # a man and a town
        "every Sunday, on Sundays, each Friday",  # no one day
        "Russia Today and USA Today",
        "an overnight curfew",
        "24 people, 1,988 people, 2019 people",  # counts
        "in 2019 people fled the town",  # may be a count
        "by 2000 GMT, in 2000 homes, from 2000 to 2500 people",
        "prices rose by 2000 and 2014 more",
        "about 2000 were killed",
        "the deadliest attack in years, the first rain in months",  # an unknown time back
        "sentenced to 25 years, jailed for 25 years",  # durations
        "version 12.3.4 cost $2014",
        "the last day of the truce",
        "12 fighters 2019",
    ],
)
def test_near_misses(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On 5 May 20 people died.", ["On 5 May"]),  # 20 is no year
        ("On 3 February 2013 people fled.", ["On 3 February"]),  # 2013 may be a count
        ("March 20 brought rain", ["March 20"]),
        ("The Sunday Times said on Sunday", ["on Sunday"]),
        ("Russia Today said today", ["today"]),
        ("In May, May said it", ["In May"]),
        ("In 2019, people fled", ["In 2019"]),
    ],
)
def test_the_date_beside_the_near_miss(text: str, expected: list[str]) -> None:
    assert found(text) == expected


def test_sentences_and_offsets() -> None:
    text = "It was calm on Monday. On\u00a0Tuesday it was not, unlike in 2014."
    first = Sentence("S1", 0, 22, text[:22], 0, "body")
    second = Sentence("S2", 23, len(text), text[23:], 0, "body")
    mentions = find_dates(text, [first, second])
    assert [(m.id, m.sentence, m.text, m.relative) for m in mentions] == [
        ("D1", "S1", "on Monday", True),
        ("D2", "S2", "On\u00a0Tuesday", True),
        ("D3", "S2", "in 2014", False),
    ]
    assert [(m.start, m.end) for m in mentions] == [(12, 21), (23, 33), (53, 60)]


def test_a_phrase_never_crosses_a_sentence() -> None:
    text = "They left on 5 March 2019"
    halves = [
        Sentence("S1", 0, 14, text[:14], 0, "body"),
        Sentence("S2", 15, len(text), text[15:], 0, "body"),
    ]
    assert [m.text for m in find_dates(text, halves)] == ["March 2019"]


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("the same day", "2019-03-02"),
        ("that night", "2019-03-02"),
        ("hours later", "2019-03-02"),
        ("an hour before", "2019-03-02"),
        ("the next morning", "2019-03-03"),
        ("two days later", "2019-03-04"),
        ("the previous day", "2019-03-01"),
        ("the following Tuesday", "2019-03-05"),
    ],
)
def test_what_counts_from_the_day_told_before(words: str, day: str) -> None:
    told = date(2019, 3, 2)
    assert (resolve_date(words, TUESDAY, told=told).start, resolve_date(words, TUESDAY).start) == (
        date.fromisoformat(day),
        None,
    )


@pytest.mark.parametrize("words", ["several days later", "that week", "two months later"])
def test_what_counts_from_it_and_names_no_day(words: str) -> None:
    assert resolve_date(words, TUESDAY, told=date(2019, 3, 2)).start is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two men died on the 6th.", ["on the 6th"]),
        ("He lived on the 6th floor.", []),
        ("In the 6th brigade nobody spoke.", []),
    ],
)
def test_a_day_by_its_number_alone(text: str, expected: list[str]) -> None:
    assert found(text) == expected
    assert all(resolve_date(words, TUESDAY).start == date(2019, 3, 6) for words in expected)


def test_a_day_that_a_rule_knows_is_not_asked_of_dateparser(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def foreign_day(phrase: str) -> date | None:
        asked.append(phrase)
        return date(2024, 5, 17)

    monkeypatch.setattr(dates, "foreign_day", foreign_day)
    text = "Gunmen came on 16 May 2024 and left on 17 maja 2024."
    found = find_dates(text, split_sentences(text))
    assert ([d.text for d in found], asked) == (["on 16 May 2024", "17 maja 2024"], ["17 maja 2024"])
