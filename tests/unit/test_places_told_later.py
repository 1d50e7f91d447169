"""The place of an event is not that of which a later sentence tells something else."""

from __future__ import annotations

from datetime import date

import pytest

from summariser import Article, Summariser
from summariser.evals.first_choice import rules_alone


def place(text: str) -> str | None:
    with Summariser(engine=rules_alone()) as summariser:
        event = summariser.summarise(Article(text, published=date(2024, 3, 20))).events.events[0]
    return event.place.words.text if event.place and event.place.words else None


@pytest.mark.parametrize(
    "later",
    [
        "The camp of Bulengo received 200 families.",
        "Bulengo camp is full.",
        "The site at Bulengo has no water.",
        "The Bulengo displacement site has two latrines.",
    ],
)
def test_a_site_of_which_something_else_is_told(later: str) -> None:
    assert place(f"An air strike in the vicinity of a hospital killed 9. {later}") is None


@pytest.mark.parametrize(
    ("later", "words"),
    [
        ("The camp of Bulengo was shelled at dawn.", "Bulengo"),
        ("The camp of Bulengo was hit at dawn.", "Bulengo"),
        ("The bombs fell on the camp of Bulengo.", "Bulengo"),
        ("It happened in Goma at dawn.", "Goma"),
        ("Goma was hit at dawn.", "Goma"),
    ],
)
def test_where_a_later_sentence_goes_on_with_it(later: str, words: str) -> None:
    assert place(f"An air strike near a hospital killed 9 people. {later}") == words


def test_a_site_that_was_told_of_before() -> None:
    text = "Families fled to Bulengo camp. There an air strike killed 9 people. Bulengo camp is full."
    assert place(text) == "Bulengo camp"
    text = "In Goma an air strike killed 9 people. The camp of Bulengo is full."
    assert place(text) == "Goma"
