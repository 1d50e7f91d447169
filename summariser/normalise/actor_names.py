"""Names as runs of words: how an actor's name is compared with a text, and the index that does it.

Two names are the same when their words are, whatever stands between these: blank, hyphen and
apostrophe do not count ("al-Qaeda", "Al Qaeda"), accents neither. Capitals do count, because
"shining path", "is" and "who" are words: where the listed name has a capital the text must have one,
and an acronym must be written as it is listed.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, Generic, NamedTuple, TypeVar

from summariser.normalise.word_lists import listed

_WORD: Final = re.compile(r"[^\W_]+(?:['’ʼ](?!s\b)[^\W_]+)*")
_NO_GAP: Final = re.compile(r"[\s'’ʼ‐‑–-]+")
_PARAGRAPH: Final = re.compile(r"\n\s*\n")
# Words that a name may write either way: "Harakat Al-Shabaab", "Frente Farabundo Marti Para La..."
PARTICLES: Final = listed(
    "al|el|as|ash|ad|an|ul|wal|wa|ed|ez|e|i|y|of|the|for|and|in|de|del|la|las|los|le|les|des|du|d|l|et|"
    "au|aux|para|do|da|to|against|with|s|en|fi|li|na"
)


class Token(NamedTuple):
    """A word of a text: as written, as compared, and where."""

    text: str
    key: str
    start: int
    end: int


def fold(word: str) -> str:
    """The word without case, accents and the make of its apostrophes."""
    if word.isascii():
        return word.lower()
    bare = "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c))
    return re.sub("[’ʼ]", "'", bare).casefold()


def tokens_of(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """The words of a stretch of text, possessive endings as words of their own."""
    stop = len(text) if end is None else end
    return [Token(m[0], fold(m[0]), m.start(), m.end()) for m in _WORD.finditer(text, start, stop)]


def gap(text: str, left: Token, right: Token) -> str:
    """What parts two words apart from blanks, hyphens and apostrophes; a paragraph's end is a gap too."""
    between = text[left.end : right.start]
    return "¶" if _PARAGRAPH.search(between) else _NO_GAP.sub("", between)


def is_acronym(word: str) -> bool:
    """Written in capitals throughout: SDF, M23."""
    return len(word) > 1 and word.isupper()


Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class _Name(Generic[Value]):
    words: tuple[str, ...]
    keys: tuple[str, ...]
    gaps: tuple[str, ...]
    tail: str
    value: Value


class NameIndex(Generic[Value]):
    """Finds the listed names in a run of words."""

    def __init__(self, names: Iterable[tuple[str, Value]]) -> None:
        self._by_first: dict[str, list[_Name[Value]]] = defaultdict(list)
        for name, value in names:
            words = tokens_of(name)
            entry = _Name(
                tuple(word.text for word in words),
                tuple(word.key for word in words),
                tuple(gap(name, a, b) for a, b in pairwise(words)),
                name[words[-1].end :],
                value,
            )
            self._by_first[entry.keys[0]].append(entry)
        for entries in self._by_first.values():
            entries.sort(key=lambda entry: -len(entry.keys))

    @property
    def first_words(self) -> Set[str]:
        """The words that a listed name begins with."""
        return self._by_first.keys()

    def begins(self, key: str) -> bool:
        """Whether a listed name begins with a word."""
        return key in self._by_first

    def at(
        self, text: str, words: Sequence[Token], first: int, *, any_case: bool = False
    ) -> tuple[int, int, Value] | None:
        """The longest name that begins with the word at `first`; of equals the one written just so.

        Returns:
            How many words it has, the offset after it, and its value; or None.
        """
        best: tuple[int, int, Value] | None = None
        for name in self._by_first.get(words[first].key, ()):
            count = len(name.keys)
            if best is not None and count < best[0]:
                break
            run = words[first : first + count]
            if tuple(word.key for word in run) != name.keys:
                continue
            if any(gap(text, a, b) != g for (a, b), g in zip(pairwise(run), name.gaps, strict=True)):
                continue
            written = tuple(word.text for word in run)
            if not any_case and not all(map(_case_fits, name.words, written)):
                continue
            if best is None or written == name.words:
                end = run[-1].end
                best = count, end + len(name.tail) if text.startswith(name.tail, end) else end, name.value
        return best

    def whole(self, text: str, *, any_case: bool = False) -> Value | None:
        """The value of the name that the whole text is."""
        words = tokens_of(text)
        found = self.at(text, words, 0, any_case=any_case) if words else None
        return found[2] if found and found[0] == len(words) else None


def _case_fits(listed: str, written: str) -> bool:
    if listed.lower() in PARTICLES or listed.islower() or not listed[0].isupper():
        return True
    if sum(letter.isupper() for letter in listed) > 1:
        return written == listed  # SDF, JeM
    return written[0].isupper()
