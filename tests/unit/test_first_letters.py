"""First letters of patterns: how a match can begin, and that no match is lost by it."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summariser.first_letters import ByFirstLetters, beginnings


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        ("killed", {"kil"}),
        ("killed|wounded", {"kil", "wou"}),
        ("(?:re)?captured", {"rec", "cap"}),
        ("[Aa]ir[ -]?strikes?", {"air"}),
        (r"\d+ dead", {"0"}),
        (r"\d dead", {"0 d"}),
        ("(?<!up to )three|7 men", {"thr", "0 m"}),
        (r"(?P<n>an|a)\s+(?:of )?\w+", {"an ", "a "}),
        ("no|not", {"no", "not"}),
        ("Évacués", {"éva"}),
        ("عشرات", {"عشر"}),
    ],
)
def test_how_a_match_can_begin(pattern: str, words: set[str]) -> None:
    assert beginnings(pattern) == words


@pytest.mark.parametrize("pattern", [r"\w+ killed", ".*", "[^a]b", "(?:dead)?", r"(a)?\1", ""])
def test_what_can_begin_with_anything(pattern: str) -> None:
    assert beginnings(pattern) == {""}


def test_in_their_own_order_whatever_they_begin_with() -> None:
    table = ByFirstLetters(
        [("one", "killed"), ("any", r"\w+ing"), ("two", "kil?o|9 men"), ("three", "wounded")]
    )
    assert table.at("killing", 0) == table.at("\u212aILLING", 0) == ("one", "any", "two")
    assert table.at("no kilo", 3) == ("one", "any", "two")
    assert table.at("4 men", 0) == ("any", "two")
    assert table.at("z", 0) == ("any",)


PATTERNS = (
    "killed|wounded",
    "shot(?: dead)?",
    r"\d{1,3} men",
    "évacués?",
    "(?:un)?hurt",
    r"a|an|(?:the )?two",
    "k9?",
)


@given(st.text(alphabet="kilednwoushtr anév 09KÉſ", max_size=8) | st.sampled_from([*"ak", "ſhot", "12 men"]))
def test_nothing_that_matches_is_left_out(text: str) -> None:
    table = ByFirstLetters([(p, p) for p in PATTERNS])
    matching = {p for p in PATTERNS if re.match(p, text, re.IGNORECASE)}
    assert matching <= set(table.at(text, 0))
