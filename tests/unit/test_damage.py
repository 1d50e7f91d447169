"""What was destroyed, in the article's own words, where the text asserts it."""

from __future__ import annotations

import pytest

from summariser.lexicon.sides import RUINED


@pytest.mark.parametrize(
    ("text", "expected", "why"),
    [
        (
            "Jets hit the base, destroying trucks, two stores and a post.",
            ["trucks, two stores and a post"],
            "a list",
        ),
        (
            "The storm destroyed 40 homes and damaged 120 more, the mayor said.",
            ["40 homes", "120 more"],
            "two verbs",
        ),
        ("The shelling damaged a clinic near the port, killing two.", ["a clinic"], "up to the place"),
        ("The bridge was destroyed by rebels.", [], "the rebels were not destroyed"),
        ("It was destroyed in the fire.", [], "nothing is named after the verb"),
    ],
)
def test_what_the_verb_ruined(text: str, expected: list[str], why: str) -> None:
    assert [m["what"] for m in RUINED.finditer(text)] == expected, why
