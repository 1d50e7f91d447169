"""What in an article is not what it seems: unseen characters, text shown backwards, look-alikes, code.

An article may hold what nobody sees (characters of no width, marks of direction, tags), letters and digits
of other alphabets that look like plain ones, and text that is for programs (markup, addresses, templates).
None of it reports anything, and each of it can make a reader see what does not stand there, or miss what
does. So it is read as a person sees it: unseen characters are left out, look-alikes become what they look
like, and what is for programs is a blank. It is the first step to the plain text (`plain_text`), by which
spans and evidence find back to the article, and each kind of it is told.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from dataclasses import dataclass
from typing import Final

from summariser.code_in_text import find_code
from summariser.lexicon.lookalikes import FOLDED, LOOKALIKES

HIDDEN: Final = "characters that nobody sees"
TURNED: Final = "text that is shown in another order than it stands"
CODE: Final = "text for programs (markup, addresses, templates)"
LOOKALIKE: Final = "letters or digits of another alphabet that look like plain ones"


@dataclass(frozen=True, slots=True)
class Passed:
    """A stretch of the article that is not read as it stands. Code points of the article.

    Attributes:
        what: ``HIDDEN``, ``TURNED``, ``CODE`` or ``LOOKALIKE``.
        start: Its first character.
        end: One past its last.
        instead: What is read in its place.
    """

    what: str
    start: int
    end: int
    instead: str


def find_disguises(text: str) -> tuple[Passed, ...]:
    """All stretches that are not read as they stand, in text order and without overlap."""
    found: list[Passed] = []
    at = 0
    for what, first, end in sorted(_passed(text), key=lambda p: (p[1], -p[2])):
        if end > at:
            start = max(first, at)
            found.append(Passed(what, start, end, _instead(what, text[start:end])))
            at = end
    return tuple(found)


def _instead(what: str, words: str) -> str:
    if what == CODE or _CONTROL.match(words):
        return " "  # "1\x1b[31m2" is not 12 to whoever reads the file
    if what == LOOKALIKE:
        return "".join(_BOTH.get(char) or _POINTS[char] for char in words)
    return ""


def _passed(text: str) -> Iterator[tuple[str, int, int]]:
    for what, pattern in ((HIDDEN, _UNSEEN), (HIDDEN, _STACKED), (HIDDEN, _CONTROL)):
        yield from ((what, m.start(), m.end()) for m in pattern.finditer(text))
    yield from ((CODE, start, end) for start, end in find_code(text))
    if not text.isascii():
        yield from _turned(text)
        yield from _lookalikes(text)


_CONTROL: Final = re.compile(
    # An escape sequence with what ends it, or a control character alone. White space is none.
    r"(?:\x1b\[|\x9b)[0-?]{0,40}[ -/]{0,4}[@-~]"
    r"|(?:\x1b\]|\x9d)[^\x07\x1b\x9c\n]{0,200}(?:\x07|\x1b\\|\x9c)"
    r"|[\x01-\x08\x0e-\x1b\x7f\x80-\x84\x86-\x9f]"
)
_JOINERS: Final = "\u200c\u200d"
_NEEDS_JOINERS: Final = "\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\u0900-\u0dff\u1000-\u109f\u1780-\u17ff"
"""Scripts whose words need them: Persian, Hindi, Burmese. Between figures nobody knows what they mean."""
_UNSEEN: Final = re.compile(
    "(?:[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200e\u200f\u202a-\u202e"
    "\u2060-\u206f\u20e3\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
    f"|(?<![{_NEEDS_JOINERS}0-9])[{_JOINERS}]|[{_JOINERS}](?![{_NEEDS_JOINERS}0-9]))+"
)
_MARK: Final = "[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20f0]"
_STACKED: Final = re.compile(f"(?<={_MARK}){_MARK}{{2,}}")
"""Marks upon marks: no alphabet of ours stacks more than two."""
_OVERRIDES: Final = re.compile("([\u202d\u202e])([^\u202c\n]*)")
_LEFT_TO_RIGHT: Final = re.compile(r"[0-9A-Za-z\u00c0-\u024f]")
_RIGHT_TO_LEFT: Final = re.compile("[\u0590-\u08ff\ufb1d-\ufefc]")


def _turned(text: str) -> Iterator[tuple[str, int, int]]:
    """What an override shows backwards: Latin and digits from the right, Arabic and Hebrew from the left."""
    for match in _OVERRIDES.finditer(text):
        against = _LEFT_TO_RIGHT if match[1] == "\u202e" else _RIGHT_TO_LEFT
        if against.search(match[2]):
            yield (TURNED, match.start(2), match.end(2))


_WORD: Final = re.compile(r"\w+")
_WIDE_POINT: Final = re.compile("(?<=\\d)[\uff0c\uff0e](?=\\d)")
_POINTS: Final = {"\uff0c": ",", "\uff0e": "."}


def _lookalikes(text: str) -> Iterator[tuple[str, int, int]]:
    """Look-alikes within Latin words, and digits and letters that are other forms of plain ones."""
    yield from ((LOOKALIKE, m.start(), m.end()) for m in _WIDE_POINT.finditer(text))
    for match in _WORD.finditer(text):
        word = match.group()
        if word.isascii():
            continue
        latin = any(char.isascii() and char.isalpha() for char in word)
        known = latin and all(char in LOOKALIKES or char in FOLDED or not _is_other(char) for char in word)
        yield from _runs(word, match.start(), _BOTH if known else FOLDED)


_BOTH: Final = LOOKALIKES | FOLDED


def _is_other(char: str) -> bool:
    """Whether it is a letter of another alphabet than Latin."""
    return char.isalpha() and ord(char) > 0x24F


def _runs(word: str, offset: int, chars: Container[str]) -> Iterator[tuple[str, int, int]]:
    at = 0
    while at < len(word):
        end = at
        while end < len(word) and word[end] in chars:
            end += 1
        if end > at:
            yield (LOOKALIKE, offset + at, offset + end)
        at = max(end, at + 1)
