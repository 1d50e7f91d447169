"""Days that are told by their number alone: "clashes on the 9th killed four"."""

from __future__ import annotations

from datetime import date

import pytest

from summariser import Article, Summariser
from summariser.evals.first_choice import rules_alone
from summariser.normalise.dates import find_dates
from summariser.plain_text import plain_sentences

PUBLISHED = date(2024, 3, 20)


def phrases(text: str) -> list[str]:
    plain, sentences = plain_sentences(text)
    return [mention.text for mention in find_dates(plain.text, sentences)]


def days(text: str, published: date | None = PUBLISHED) -> set[tuple[date | None, date | None]]:
    with Summariser(engine=rules_alone()) as summariser:
        events = summariser.summarise(Article(text, published=published)).events.events
    return {(event.when.start, event.when.end) for event in events}


@pytest.mark.parametrize(
    "rest",
    [
        "killed four people in Marib.",
        "left at least two dead.",
        "wounded 14 civilians near Ibb.",
        "also displaced some 300 families.",
        "forced hundreds from their homes.",
        "destroyed the market.",
    ],
)
def test_a_day_that_ends_a_subject(rest: str) -> None:
    assert phrases(f"Clashes on the 9th {rest}") == ["on the 9th"]


@pytest.mark.parametrize(
    "text",
    [
        "A fire on the 9th floor killed four people.",
        "Shelling on the 9th Brigade killed four people.",
        "Clashes for the 9th time killed four people.",
        "They reported on the 9th wounded man.",
        "An attack on the 9th displaced persons' camp failed.",
        "The 9th killed four people.",
    ],
)
def test_what_is_no_day(text: str) -> None:
    assert phrases(text) == []


def test_it_is_the_last_such_day_before_publication() -> None:
    day = date(2024, 3, 9)
    assert days("Clashes on the 9th killed four people in Marib.") == {(day, day)}
    day = date(2024, 2, 25)
    assert days("Clashes on the 25th killed four people in Marib.") == {(day, day)}


def test_under_a_period_it_is_a_day_of_the_period() -> None:
    line = "Period covered: 1 to 29 February 2024\n\n"
    day = date(2024, 2, 9)
    assert days(f"{line}Clashes on the 9th killed four people in Marib.") == {(day, day)}
    assert days(f"{line}Clashes on the 9th killed four people in Marib.", None) == {(day, day)}
    line = "Period covered: 18 February to 15 March 2024\n\n"
    day = date(2024, 2, 19)
    assert days(f"{line}Clashes on the 19th killed four people in Marib.") == {(day, day)}


def test_a_day_that_the_period_does_not_have_stays_open() -> None:
    line = "Period covered: 1 to 15 March 2024\n\n"
    assert days(f"{line}Clashes on the 19th killed four people in Marib.") == {(None, None)}


def test_a_day_with_its_month_is_as_before() -> None:
    line = "Period covered: 1 to 29 February 2024\n\n"
    day = date(2024, 3, 9)
    assert days(f"{line}Clashes on the 9th of March killed four people in Marib.") == {(day, day)}
