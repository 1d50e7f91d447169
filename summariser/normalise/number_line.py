"""The working objects of number reading: a line of tokens and the figures found in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from summariser.normalise.number_tokens import Number, Token
from summariser.normalise.number_words import LEXICONS, Lexicon

Qualifier = Literal[
    "exactly",
    "about",
    "at_least",
    "at_most",
    "between",
    "dozens",
    "hundreds",
    "thousands",
    "tens_of_thousands",
    "hundreds_of_thousands",
    "millions",
    "several",
]
NumberKind = Literal[
    "count", "percent", "money", "age", "date", "time", "year", "ordinal", "measure", "identifier", "ratio"
]

SEVERAL_LOW: Final = 3
"""What "several", "a few", "many" and "a handful" say at least: more than two."""


@dataclass(slots=True)
class Figure:
    """A number as tokens ``[first, last)`` of its sentence."""

    first: int
    last: int
    value: Number | None = None
    low: Number | None = None
    high: Number | None = None
    qualifier: Qualifier = "exactly"
    kind: NumberKind | None = None
    scale: int = 1
    """The scale word or letter in it; "20 to 30 thousand" lends it to the 20."""
    before: int = -1
    """The token before the number, its currency sign and its hedge."""
    after: int = -1
    """The token after the number and a hedge that follows it directly."""
    noun_at: int | None = None
    """Where its noun phrase begins when it does not follow directly ("none of the ...")."""
    needs: Literal["noun", "person"] | None = None
    """Dropped unless such a noun follows: the pronoun "one" and the article "un" are no numbers."""
    hedge: tuple[int, int] | None = None
    noun: tuple[int, int] | None = None
    head: str | None = None
    inherited: bool = False
    implicit: bool = False

    @property
    def vague(self) -> bool:
        """Whether it is a word such as "dozens" that has a bound and no figure."""
        return self.value is None and self.high is None and self.low is not None


_EDGE: Final = Token("mark", "", -1, glued=False)
_PADDING: Final = (_EDGE,) * 64


class Line:
    """The tokens of a sentence, with safe access: a token beyond the edge is an empty mark.

    ``shouted`` says that it has no lower-case word, so that capitals mean nothing (telex, some headlines).
    ``cells`` are the tokens with which a cell of a table begins, where tabs part them.
    """

    __slots__ = ("_padded", "cells", "language", "shouted", "tokens")

    def __init__(
        self,
        tokens: list[Token],
        language: str,
        shouted: bool = False,
        cells: frozenset[int] = frozenset(),
    ) -> None:
        self.tokens = tokens
        self.cells = cells
        self.language = language
        self.shouted = shouted
        # Negative indices wrap round, so one padding serves both edges; no reader looks further than this.
        self._padded = [*tokens, *_PADDING]

    def at(self, index: int) -> Token:
        """The token at an index, or an empty one."""
        return self._padded[index]

    def low(self, index: int) -> str:
        """The lower-case word or mark at an index."""
        return self._padded[index].low

    def glued(self, index: int) -> bool:
        """Whether the token stands directly behind the one before it."""
        return index > 0 and self._padded[index].glued

    def fills_cell(self, first: int, last: int) -> bool:
        """Whether tokens ``[first, last)`` are a whole cell of a table."""
        begins = first in self.cells or self.low(first - 1) == "|" if first else True
        ends = last in self.cells or self.low(last) == "|" if last < len(self.tokens) else True
        return begins and ends and (first > 0 or last < len(self.tokens))

    @property
    def lexicon(self) -> Lexicon:
        """The number words of the line's language."""
        return LEXICONS[self.language]


HYPHENS: Final = frozenset("-‐‑")
DASHES: Final = frozenset("-‐‑–—")
