"""Many patterns over one text: each is tried only where a word begins as one of its matches can begin.

A regular expression engine that runs some hundred alternations one after the other looks at every character a
hundred times. The first letters of what a pattern matches can be read off its parse, and a table from letters
to patterns leaves one or two to try at each word.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any, Final, Generic, TypeVar

K = TypeVar("K")
LENGTH: Final = 3
"""Letters looked at. Fewer tell too little apart; more make tables that are no faster."""
_ANYTHING: Final = frozenset({("", False)})
_NOTHING: Final = frozenset({("", True)})
_Beginnings = frozenset[tuple[str, bool]]
"""What can stand there, as folded letters, and whether it ends there exactly (else anything may follow)."""
_Parsed = Iterable[tuple[Any, Any]]
ZERO_WIDTH: Final = {"ASSERT", "ASSERT_NOT", "AT"}
REPEATS: Final = {"MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"}
_MOST_IN_A_RANGE: Final = 64
_MOST_BEGINNINGS: Final = 2000
_CLASSES: Final = {"CATEGORY_DIGIT": "0", "CATEGORY_SPACE": " "}


def folded(text: str) -> str:
    """A text without its case, all digits as one and all white space as one; as long as it was."""
    return "".join("0" if c.isdigit() else " " if c.isspace() else (c.casefold() or c)[0] for c in text)


def parsed(pattern: str, flags: int) -> Any:
    """The parts of a regular expression, each as its kind and what belongs to it."""
    parse: Any = re._parser.parse  # type: ignore[attr-defined]  # the one place that knows the grammar
    return parse(pattern, flags)


def beginnings(pattern: str) -> frozenset[str]:
    """How a match can begin: up to three folded letters each, after which anything may follow.

    Args:
        pattern: A regular expression, meant without regard to case.

    Returns:
        The beginnings; an empty one where a match can begin with anything.
    """
    found = {words for words, _ in _of_sequence(parsed(pattern, re.IGNORECASE))}
    return frozenset({""}) if "" in found or len(found) > _MOST_BEGINNINGS else frozenset(found)


def _of_sequence(parsed: _Parsed) -> _Beginnings:
    whole: set[str] = {""}
    cut: set[str] = set()
    for code, value in parsed:
        parts = _of_item(str(code), value)
        longer: set[str] = set()
        for words in whole:
            for more, ends in parts:
                both = (words + more)[:LENGTH]
                (longer if ends and len(both) < LENGTH else cut).add(both)
        whole = longer
        if not whole or len(whole) + len(cut) > _MOST_BEGINNINGS:
            break
    return frozenset({(words, True) for words in whole} | {(words, False) for words in cut})


def _of_item(code: str, value: Any) -> _Beginnings:
    if code in ZERO_WIDTH:
        return _NOTHING
    if code == "LITERAL":
        return frozenset({(folded(chr(value)), True)})
    if code == "IN":
        return _of_set(value)
    if code == "SUBPATTERN":
        return _of_sequence(value[3])
    if code == "ATOMIC_GROUP":
        return _of_sequence(value)
    if code == "BRANCH":
        return frozenset().union(*(_of_sequence(branch) for branch in value[1]))
    if code in REPEATS:
        least, most, body = value
        once = _of_sequence(body)
        if most != 1:  # it may come again: what follows the first is not looked at
            once = frozenset({(words, False) for words, _ in once})
        return once if least else once | _NOTHING
    return _ANYTHING


def _of_set(items: _Parsed) -> _Beginnings:
    letters: set[str] = set()
    for code, value in items:
        name = str(code)
        if name == "LITERAL":
            letters.add(folded(chr(value)))
        elif name == "RANGE" and value[1] - value[0] < _MOST_IN_A_RANGE:
            letters |= {folded(chr(c)) for c in range(value[0], value[1] + 1)}
        elif name == "CATEGORY" and str(value) in _CLASSES:
            letters.add(_CLASSES[str(value)])
        else:
            return _ANYTHING
    return frozenset({(one, True) for one in letters})


class ByFirstLetters(Generic[K]):
    """Patterns filed by how they can begin.

    Args:
        patterns: What is to be known of each pattern, and the pattern.
    """

    def __init__(self, patterns: Sequence[tuple[K, str]]) -> None:
        self._keys = [key for key, _ in patterns]
        self._filed: dict[str, set[int]] = {}
        for at, (_, pattern) in enumerate(patterns):
            for words in beginnings(pattern):
                self._filed.setdefault(words, set()).add(at)
        self.of = lru_cache(maxsize=16_384)(self._of)

    def at(self, text: str, start: int) -> tuple[K, ...]:
        """What can match at a place of a text, in the patterns' own order."""
        return self.of(text[start : start + LENGTH])

    def _of(self, words: str) -> tuple[K, ...]:
        key = folded(words)
        found = set().union(*(self._filed.get(key[:n], ()) for n in range(LENGTH + 1)))
        return tuple(self._keys[i] for i in sorted(found))
