"""The ways in which text gets dirty, each as changes to a clean article: seeded, so always the same.

``HARMLESS`` takes nothing from a text that a reader needs: blanks, line ends, soft hyphens, wrapping, kinds
of quotes, ligatures, decomposed accents. ``LOSSY`` does: capitals, a bad scan, a failed decoding.
"""

from __future__ import annotations

import random
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from typing import Final, TypeAlias

from summariser.rewriting import Rewriting, rewritten

Changes: TypeAlias = Iterable[tuple[int, int, str]]
Way: TypeAlias = Callable[[str, random.Random], Changes]

_WIDTH: Final = 72
_BLANK: Final = re.compile(r"(?<=\S) (?=\S)")
_BETWEEN_LETTERS: Final = re.compile(r"(?<=[^\W\d_]) (?=[^\W\d_])")
_LINE_END: Final = re.compile(r"\n")
_INSIDE: Final = re.compile(r"(?<=[^\W\d_]{3})(?=[^\W\d_]{3})")
_ODD_BLANKS: Final = "\u2002\u2003\u2005\u2006\u2009\u200a\u202f\u205f\u3000"
_UNSEEN: Final = "\u200b\u2060\ufeff"
_SYLLABLE: Final = re.compile(
    r"(?<=[a-z]{2}[bcdfglmnprstv])(?=[bcdfglmnprstv][aeiou][a-z])"
    r"|(?<=[a-z]{2}[aeiou])(?=[bcdfglmnprstv][aeiou][a-z])"
)
_LIGATURES: Final = {"ffi": "ﬃ", "ffl": "ﬄ", "ff": "ﬀ", "fi": "ﬁ", "fl": "ﬂ"}
_STRAIGHT: Final = {"“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "—": "--", "…": "..."}


def damaged(text: str, kind: str, seed: str) -> Rewriting:
    """An article's text, dirtied in one way.

    Args:
        text: The clean article.
        kind: One of ``WAYS``.
        seed: The article's name: with it and the kind the damage is always the same.

    Raises:
        KeyError: There is no such kind.
    """
    return rewritten(text, WAYS[kind](text, random.Random(f"{kind}/{seed}")))  # noqa: S311 - no secret


def _some(pattern: re.Pattern[str], text: str, rng: random.Random, share: float) -> Iterator[re.Match[str]]:
    return (m for m in pattern.finditer(text) if rng.random() < share)


def _put(pattern: re.Pattern[str], choices: str | tuple[str, ...], share: float, text: str,
         rng: random.Random) -> Changes:  # fmt: skip
    """One of several in place of some matches."""
    return [(m.start(), m.end(), rng.choice(choices)) for m in _some(pattern, text, rng, share)]


def _trailing(text: str, rng: random.Random) -> Changes:
    return [(m.start(), m.start(), " " * rng.randint(1, 3)) for m in _LINE_END.finditer(text)]


def _wrapped(text: str, _: random.Random, *, indent: str = "    ", hyphens: bool = False) -> Changes:
    """Lines of at most 72 characters, as in a mail or a printed page."""
    for line in re.finditer(r"[^\n]+", text):
        if len(line.group()) <= _WIDTH:
            continue
        at = line.start()
        while line.end() - at > _WIDTH - len(indent):
            room = at + _WIDTH - len(indent)
            cut = text.rfind(" ", at + 1, room)
            if cut <= at:
                break
            word_end = text.find(" ", cut + 1)
            word_end = line.end() if word_end < 0 else min(word_end, line.end())
            breaks = [m.start() for m in _SYLLABLE.finditer(text, cut + 1, word_end) if m.start() < room]
            if hyphens and breaks:
                yield breaks[-1], breaks[-1], "-\n" + indent
                at = breaks[-1]
            else:
                yield cut, cut + 1, "\n" + indent
                at = cut + 1


def _curly(text: str, _: random.Random) -> Changes:
    opens = True
    for m in re.finditer("[\"'-]", text):
        mark, at = m.group(), m.start()
        before = text[at - 1 : at]
        if mark == '"':
            opens = not before or before in " \n([“—–-"
            yield at, at + 1, "“" if opens else "”"
        elif mark == "'":
            yield at, at + 1, "‘" if not before or before in " \n([“" else "’"


def _hyphens(text: str, _: random.Random) -> Changes:
    return [(m.start(), m.end(), "\u2011") for m in re.finditer(r"(?<=\w)-(?=\w)", text)]


def _straight(text: str, _: random.Random) -> Changes:
    return [(m.start(), m.end(), _STRAIGHT[m.group()]) for m in re.finditer("[“”‘’–—…]", text)]


def _decomposed(text: str, _: random.Random) -> Changes:
    split = ((at, unicodedata.normalize("NFD", c)) for at, c in enumerate(text) if ord(c) > 127)
    return [(at, at + 1, parts) for at, parts in split if len(parts) > 1]


def _ligatures(text: str, _: random.Random) -> Changes:
    return [(m.start(), m.end(), _LIGATURES[m.group()]) for m in re.finditer("ffi|ffl|ff|fi|fl", text)]


def _full_width(text: str, rng: random.Random) -> Changes:
    for m in _some(re.compile(r"[!-~]+"), text, rng, 0.15):
        yield m.start(), m.end(), "".join(chr(ord(c) + 0xFEE0) for c in m.group())


def _capitals(text: str, _: random.Random) -> Changes:
    return [(at, at + 1, c.upper()) for at, c in enumerate(text) if c.upper() != c]


def _scanned(text: str, rng: random.Random) -> Changes:
    """What a bad scan mixes up: 3 in 100 of such letters, and figures as well."""
    swaps = {"l": "1", "o": "0", "m": "rn", "0": "O", "1": "l", "rn": "m"}
    pattern = re.compile(r"(?<=[a-z])(?:l|o|m|rn)(?=[a-z])|(?<=\d)[01]|[01](?=\d)")
    return [(m.start(), m.end(), swaps[m.group()]) for m in _some(pattern, text, rng, 0.03)]


def _run_on(text: str, rng: random.Random) -> Changes:
    return _put(re.compile(r"(?<=[a-z]{2}[.!?]) (?=[A-Z])"), ("",), 0.5, text, rng)


def _misread(text: str, _: random.Random, *, encoding: str) -> Changes:
    """UTF-8 bytes read in another encoding; bytes that it does not know are read as Latin-1."""
    typed = rewritten(text, _curly(text, random.Random(0)))  # noqa: S311 - no secret
    for edit in typed.edits:
        yield edit.start, edit.end, _decoded(edit.text, encoding)
    yield from ((at, at + 1, _decoded(c, encoding)) for at, c in enumerate(text) if ord(c) > 127)


def _decoded(text: str, encoding: str) -> str:
    def one(byte: int) -> str:
        try:
            return bytes([byte]).decode(encoding)
        except UnicodeDecodeError:
            return chr(byte)

    return "".join(one(byte) for byte in text.encode("utf-8"))


HARMLESS: Final[Mapping[str, Way]] = {
    "double blanks": partial(_put, _BLANK, ("  ", "   "), 0.3),
    "tabs": partial(_put, _BETWEEN_LETTERS, ("\t",), 0.1),
    "CRLF": partial(_put, _LINE_END, ("\r\n",), 1.0),
    "CR": partial(_put, _LINE_END, ("\r",), 1.0),
    "no-break spaces": partial(_put, _BLANK, ("\u00a0",), 0.3),
    "odd spaces": partial(_put, _BLANK, _ODD_BLANKS, 0.3),
    "soft hyphens": partial(_put, _INSIDE, ("\u00ad",), 0.2),
    "unseen marks": partial(_put, _INSIDE, _UNSEEN, 0.1),
    "wrapped": partial(_wrapped, indent=""),
    "wrapped, indented": _wrapped,
    "hyphenated": partial(_wrapped, hyphens=True),
    "trailing blanks": _trailing,
    "curly quotes": _curly,
    "straight quotes": _straight,
    "no-break hyphens": _hyphens,
    "decomposed": _decomposed,
    "ligatures": _ligatures,
    "full width": _full_width,
}
LOSSY: Final[Mapping[str, Way]] = {
    "capitals": _capitals,
    "scanned": _scanned,
    "no space after stops": _run_on,
    "UTF-8 as CP1252": partial(_misread, encoding="cp1252"),
    "UTF-8 as Latin-1": partial(_misread, encoding="latin-1"),
}
WAYS: Final[Mapping[str, Way]] = {**HARMLESS, **LOSSY}
