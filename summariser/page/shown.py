"""An article as the page shows it: paragraphs of sentences, each with its id, letter for letter.

Characters that act instead of being seen (marks of direction, escapes) are shown by their number: they could
turn a line around, and the reader must see that they are there.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from summariser.plain_text import plain_sentences

SHOWN: Final = 300_000
"""So many characters of an article are on the page."""
_ACTS: Final = re.compile(
    "[\x00-\x08\x0b-\x0c\x0e-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\U000e0000-\U000e007f]"
)


_LETTER: Final = "[\u0590-\u06ef\u06fa-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]"
"""Of a script that is written from the right, without digits: these stand from the left everywhere."""
_FROM_RIGHT: Final = re.compile(_LETTER)
_FROM_LEFT: Final = re.compile(r"\b[a-zà-ÿ]{2,}\b")
"""A word that is no name: those stand in Arabic sentences too."""
_FEW: Final = 2
_RUN_FROM_RIGHT: Final = re.compile(f"{_LETTER}+(?:[ \u00a0'\u2019\"-]+{_LETTER}+)*")
_ISOLATED: Final = re.compile("\u2068([^\u2066-\u2069\u202a-\u202e]*)\u2069")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text; ``acts`` where it is the number of a character that would act.

    ``apart`` where it is set apart from what stands beside it, as text from the right must be.
    """

    text: str
    acts: bool = False
    apart: bool = False


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of the article with a name of its own on the page: a cell of a table, or its head."""

    start: int
    end: int

    @property
    def name(self) -> str:
        """Its id."""
        return f"c{self.start}-{self.end}"


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence.

    Attributes:
        id: "S1" is the first.
        start: First code point in the article.
        end: One past the last.
        text: The sentence, letter for letter.
        role: headline, body, dateline or footer.
        paragraph: Number of its paragraph.
    """

    id: str
    start: int
    end: int
    text: str
    role: str
    paragraph: int

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """The sentence in stretches that can be shown."""
        return pieces(self.text)

    def parts(self, marks: Collection[str]) -> Iterator[tuple[str, str]]:
        """The sentence in stretches, each with its name; an empty one where nothing rests on it alone.

        Args:
            marks: Names of cells and heads (`Mark.name`); one that reaches into another is left out.
        """
        at = self.start
        for start, end in sorted(tuple(map(int, name[1:].split("-"))) for name in marks):
            if at <= start and end <= self.end:
                yield "", self.text[at - self.start : start - self.start]
                yield f"c{start}-{end}", self.text[start - self.start : end - self.start]
                at = end
        yield "", self.text[at - self.start :]


@dataclass(frozen=True, slots=True)
class Paper:
    """An article's sentences.

    Attributes:
        lines: Those that are shown.
        left_out: How many are not, for it is too long.
    """

    lines: tuple[Line, ...]
    left_out: int = 0

    @property
    def paragraphs(self) -> list[list[Line]]:
        """The sentences by paragraph."""
        found: dict[int, list[Line]] = {}
        for line in self.lines:
            found.setdefault(line.paragraph, []).append(line)
        return list(found.values())

    def at(self, start: int) -> str | None:
        """The id of the sentence that holds a code point."""
        return next((line.id for line in self.lines if line.start <= start < line.end), None)

    def sentence(self, name: str) -> Line | None:
        """The sentence of an id."""
        return next((line for line in self.lines if line.id == name), None)


@lru_cache(maxsize=32)
def paper_of(text: str) -> Paper:
    """An article's sentences, by the ids that summaries cite."""
    plain, sentences = plain_sentences(text)
    lines: list[Line] = []
    for sentence in sentences:
        start, end = plain.back(sentence.start, sentence.end)
        if end > SHOWN:
            break
        lines.append(Line(sentence.id, start, end, text[start:end], sentence.role, sentence.paragraph))
    return Paper(tuple(lines), len(sentences) - len(lines))


def pieces(text: str) -> tuple[Piece, ...]:
    """A text in stretches that can be shown."""
    return tuple(_pieces(text))


def _pieces(text: str) -> Iterator[Piece]:
    at = 0
    for found in _ACTS.finditer(text):
        if found.start() > at:
            yield Piece(text[at : found.start()])
        yield Piece(f"U+{ord(found[0]):04X}", acts=True)
        at = found.end()
    if at < len(text):
        yield Piece(text[at:])


def said(text: str) -> tuple[Piece, ...]:
    """A value in words, as `summariser.terminal_values` writes it, in stretches that can be shown.

    The isolates that it sets around text from the right are of its own, and no character of the article's.
    """
    found: list[Piece] = []
    at = 0
    for match in _ISOLATED.finditer(text):
        found += _pieces(text[at : match.start()])
        found += [replace(piece, apart=True) for piece in _pieces(match[1])]
        at = match.end()
    return (*found, *_pieces(text[at:]))


def direction(text: str) -> str:
    """``rtl`` where a sentence runs from the right, ``ltr`` where it merely has such words in it.

    Not by the first letter, as browsers choose it, nor by most: "640 أسرة fled to القضارف" is English.
    """
    return "rtl" if _FROM_RIGHT.search(text) and len(_FROM_LEFT.findall(text)) < _FEW else "ltr"


def mixed(text: str) -> tuple[Piece, ...]:
    """A sentence of ours with words of the article in it, in stretches that can be shown.

    Words from the right are set apart, or two of them would change places around the comma between them.
    """
    if direction(text) == "rtl":
        return pieces(text)
    found: list[Piece] = []
    at = 0
    for run in _RUN_FROM_RIGHT.finditer(text):
        found += _pieces(text[at : run.start()])
        found += [piece if piece.acts else replace(piece, apart=True) for piece in _pieces(run[0])]
        at = run.end()
    return (*found, *_pieces(text[at:]))


def plain(text: str) -> str:
    """One string of it, for titles and other places that hold no markup."""
    return "".join(f"[{piece.text}]" if piece.acts else piece.text for piece in pieces(text))
