"""Patterns that are searched for only in texts that hold what each of their matches must hold.

Most sentences hold nothing of what a list of words is looked for: a set of the sentence's short strings of
letters, made once, tells so in a fraction of the time that the regular expression takes to look at every
character.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property, lru_cache
from itertools import product
from typing import Any, Final, TypeVar

from summariser.first_letters import REPEATS, ZERO_WIDTH, parsed

K = TypeVar("K")
_SHORT, _LONG = 3, 5
"""Characters of the strings that are compared. Shorter ones are in every sentence."""
_MOST_STRINGS: Final = 1000
_EVERYWHERE: Final = frozenset({" the ", " and ", " of ", " to ", " in ", " for ", " on ", " at "})
"""What nearly every text holds: a list with one of them tells nothing."""
_MOST_JOINED: Final = 64
_KEPT_TEXTS: Final = 32
"""Sentences, of which several patterns ask one after the other; each takes some 30 kB."""
_FOLDED: Final = str.maketrans({"\u0130": "i", "\u0131": "i", "\u017f": "s"})
"""What matches an ASCII letter where the case does not count, and does not become one by ``lower``."""
_NO_WORD: Final = re.compile(r"\W")
_ASCII: Final = {c: " " for c in range(128) if _NO_WORD.match(chr(c))}
_EDGE: Final = "AT_BOUNDARY"

_Strings = frozenset[str]
_Found = tuple[_Strings | None, _Strings | None]
"""All that a part matches, where that is a short list; strings of which each match holds one."""
_EMPTY: Final[_Strings] = frozenset({""})
_BLANK: Final[_Strings] = frozenset({" "})
_ANYTHING: Final[_Found] = (None, None)


class Gated:
    """A pattern that is tried only on texts that hold letters which its matches must hold.

    Args:
        pattern: The pattern. One that can match without any certain letters is always tried.
    """

    def __init__(self, pattern: re.Pattern[str]) -> None:
        self.pattern = pattern
        self._search, self._finditer = pattern.search, pattern.finditer

    @cached_property
    def _needed(self) -> frozenset[str] | None:
        return needed(self.pattern)  # not before it is asked for: to parse it takes longer than to compile it

    def search(self, text: str, *span: int) -> re.Match[str] | None:
        """As the pattern's own."""
        return self._search(text, *span) if self._may_match(text) else None

    def finditer(self, text: str, *span: int) -> Iterator[re.Match[str]]:
        """As the pattern's own."""
        return self._finditer(text, *span) if self._may_match(text) else iter(())

    def _may_match(self, text: str) -> bool:
        return self._needed is None or not self._needed.isdisjoint(_pieces(text))


class Rare(Gated):
    """A gated pattern of which an article's texts are asked one time, and by it alone.

    Looking for some hundred strings takes less time than making a set of all that a text holds, which pays
    where many patterns ask for the same text.
    """

    @cached_property
    def _whole(self) -> tuple[str, ...] | None:
        strings = _strings(self.pattern)
        return None if strings is None else tuple(strings)

    def _may_match(self, text: str) -> bool:
        if self._whole is None:
            return True
        low = _bare(text)
        return any(letters in low for letters in self._whole)


def gated(patterns: Mapping[K, re.Pattern[str]]) -> dict[K, Gated]:
    """A table of patterns, each gated by its own letters."""
    return {key: Gated(pattern) for key, pattern in patterns.items()}


@lru_cache(maxsize=_KEPT_TEXTS)
def _pieces(text: str) -> frozenset[str]:
    """All strings of three to five characters in a text, without case and with blanks for all signs."""
    low = _bare(text)
    starts = range(len(low) - _SHORT + 1)
    return frozenset([low[at : at + size] for size in range(_SHORT, _LONG + 1) for at in starts])


def _bare(text: str) -> str:
    """A text without case, with a blank for each sign and for both of its ends."""
    if text.isascii():
        return f" {text.lower().translate(_ASCII)} "
    return f" {_NO_WORD.sub(' ', text.translate(_FOLDED).lower())} "


def needed(pattern: re.Pattern[str]) -> frozenset[str] | None:
    """Strings of three to five characters of which each match, with what stands beside it, holds one.

    They are in small letters, with a blank for each sign and for the edge of a word. None where there is no
    such list: a match may hold anything, or the list is too long.
    """
    strings = _strings(pattern)
    return frozenset(s[:_LONG] for s in strings) if strings is not None else None


def _strings(pattern: re.Pattern[str]) -> _Strings | None:
    """The same in their whole length."""
    if pattern.flags & re.ASCII:
        return None  # it has another notion of where words end
    return _of_sequence(parsed(pattern.pattern, pattern.flags))[1]


def _of_sequence(items: Iterable[tuple[Any, Any]]) -> _Found:
    """Parts one after the other: what each must hold, and what those hold that are certain and adjoining."""
    run, lead, best, whole = _EMPTY, "", None, True
    for code, value in items:
        name = str(code)
        side = _edge(name, value)
        if side is not None:
            if run == _EMPTY:
                lead = " " if side != "after" else lead
            elif side != "before" and all(s and _is_word(s[-1]) for s in run):
                best = _better(best, frozenset(f"{lead}{s} " for s in run))
            continue
        if name in ZERO_WIDTH:
            continue
        exact, holds = _of_item(name, value)
        best = _better(best, holds)
        if exact is not None and len(run) * len(exact) <= _MOST_JOINED:
            if run == _EMPTY and not all(s and _is_word(s[0]) for s in exact):
                lead = ""  # the edge may be of what stands before it
            run = frozenset(a + b for a, b in product(run, exact))
            continue
        blanks = name in REPEATS and value[0] > 0 and _of_sequence(value[2])[0] == _BLANK
        best = _better(best, frozenset(f"{lead}{s}{' ' if blanks else ''}" for s in run))
        run, lead, whole = exact or _EMPTY, " " if blanks else "", False
    return (run if whole else None), _better(best, frozenset(lead + s for s in run))


def _edge(name: str, value: Any) -> str | None:
    """Which side of the edge of a word a part of no width asks for: "before" the word, "after" it, "any"."""
    if name == "AT":
        return "any" if str(value) == _EDGE else None
    if name != "ASSERT_NOT":
        return None
    direction, body = value
    if [(str(code), str(inner)) for code, inner in body] != [("IN", "[(CATEGORY, CATEGORY_WORD)]")]:
        return None
    return "before" if direction < 0 else "after"


def _is_word(character: str) -> bool:
    return _NO_WORD.match(character) is None


def _better(one: _Strings | None, other: _Strings | None) -> _Strings | None:
    """Of two lists, the one whose shortest string is longer; None where neither tells anything."""
    fitting = [
        s
        for s in (one, other)
        if s and min(map(len, s)) >= _SHORT and len(s) <= _MOST_STRINGS and s.isdisjoint(_EVERYWHERE)
    ]
    return max(fitting, key=lambda s: (min(*map(len, s), _LONG), -len(s)), default=None)


def _of_item(code: str, value: Any) -> _Found:
    if code == "LITERAL":
        return _of_character(value), None
    if code == "IN":
        return _of_set(value), None
    if code == "SUBPATTERN":
        return _of_sequence(value[3])
    if code == "ATOMIC_GROUP":
        return _of_sequence(value)
    if code == "BRANCH":
        return _of_branches([_of_sequence(branch) for branch in value[1]])
    if code in REPEATS:
        least, most, body = value
        exact, holds = _of_sequence(body)
        if not least:
            return (exact | _EMPTY if exact is not None and most == 1 else None), None
        return (exact if most == 1 else None), _better(holds, exact)
    return _ANYTHING


def _of_character(value: int) -> _Strings | None:
    character = chr(value)
    if not character.isascii():
        return None  # it may match another that differs from it in more than ``lower`` knows of
    return frozenset({character.lower()}) if _is_word(character) else _BLANK


def _of_set(items: Iterable[tuple[Any, Any]]) -> _Strings | None:
    """What one character out of a set can be; white space and any sign are the same blank."""
    found: set[str] = set()
    for code, value in items:
        if str(code) == "CATEGORY" and str(value) in {"CATEGORY_SPACE", "CATEGORY_NOT_WORD"}:
            found.add(" ")
            continue
        strings = _of_character(value) if str(code) == "LITERAL" else None
        if strings is None:
            return None
        found |= strings
    return frozenset(found)


def _of_branches(branches: list[_Found]) -> _Found:
    exact: set[str] = set()
    holds: set[str] = set()
    for own, strings in branches:
        exact |= own or set()
        holds |= strings or set()
    return (
        frozenset(exact) if all(own is not None for own, _ in branches) else None,
        frozenset(holds) if all(strings is not None for _, strings in branches) else None,
    )
