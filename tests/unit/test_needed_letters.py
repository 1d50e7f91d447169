"""Patterns behind their letters: what a match must hold, and that nothing is missed."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from summariser.lexicon import doubts, mishaps, needs, unreal
from summariser.lexicon.frames import CLASSES
from summariser.lexicon.need_signs import SIGNS
from summariser.needed_letters import Gated, needed
from tests.unit.sample import EXAMPLE


@pytest.mark.parametrize(
    ("pattern", "strings", "why"),
    [
        (r"\b(?:kill|wound)ed\b", {" kill", " woun"}, "the edge of a word counts as a character"),
        (r"(?<!\w)(?:act|ai)(?!\w)", {" act ", " ai "}, "on both sides"),
        (r"to\s+kill", {" kill"}, "so does white space of any length"),
        (r"[ -]air[ -]strike", {" air "}, "and any sign"),
        (r"x(?:\bfoo)?bard", {"xfoob", "xbard"}, "with and without what may be left out"),
        (r"\w+ing\b", {"ing "}, "an ending"),
        (r"(?:the )*mayor's", {"mayor"}, "not what may be left out"),
        (r"\b-foo", {"foo", " foo"}, "here the edge is that of a word before"),
        (r"[kK]illed", {"kille"}, "one letter in two sizes"),
        (r"a.?b", None, "nothing certain"),
        (r"killed|\d", None, "one branch without letters"),
        (r"(?:kill)*", None, "may be missing"),
        (r"žrtve", {"rtve"}, "only letters whose case is plain"),
    ],
)
def test_what_a_match_must_hold(pattern: str, strings: set[str] | None, why: str) -> None:
    found = needed(re.compile(pattern, re.IGNORECASE))
    assert (found is None) == (strings is None), why
    assert (found or set()) <= (strings or set()), why


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        (r"\bkilled\b", "KILLED"),
        (r"\bkilled\b", "\u212aILLED"),
        (r"\bis\b", "\u0130s"),
        (r"\bisle\b", "an \u0131\u017fle"),
        (r"no[ ]?fly\s+zone", "a nofly\n zone"),
        (r"\bdon't\b", "don't"),
        (r"(?<!\w)-?foot", "a -foot"),
        (r"café\b", "CAFÉ"),
        (r"[^a]bcde", "\nbcde"),
    ],
)
def test_what_matches_is_found(pattern: str, text: str) -> None:
    compiled = re.compile(pattern, re.IGNORECASE)
    match, found = compiled.search(text), Gated(compiled).search(text)
    assert match is not None
    assert found is not None
    assert found.span() == match.span()


def _patterns() -> Iterator[re.Pattern[str]]:
    yield from (
        *SIGNS.values(),
        *needs.STATEMENTS.values(),
        *needs.GOODS.values(),
        *needs.FACILITIES.values(),
    )
    yield from (c.also for c in CLASSES.values() if c.also is not None)
    for module in (doubts, mishaps, unreal):
        yield from (p for p in vars(module).values() if isinstance(p, re.Pattern))


def test_the_lexicon_finds_the_same_behind_its_letters() -> None:
    text = EXAMPLE.read_text(encoding="utf-8")
    pieces = [*text.split("\n"), *text.split(". "), text.upper()]
    for pattern in _patterns():
        behind = Gated(pattern)
        for piece in pieces:
            spans = [m.span() for m in pattern.finditer(piece)]
            assert [m.span() for m in behind.finditer(piece)] == spans
            match = behind.search(piece)
            assert (match and match.span()) == (spans[0] if spans else None)
