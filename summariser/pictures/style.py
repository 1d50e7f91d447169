"""Colours, marks and words that all pictures share."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from summariser.exports.cells import plain

COLOURS: Final = ("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#000000")
"""Okabe and Ito's, which people with any common colour blindness tell apart; yellow is too pale on white."""
MARKS: Final = ("o", "s", "^", "D", "v", "P", "X")
"""A shape beside each colour, for print without any."""
GREY: Final = "#777777"
INK: Final = "#222222"
LAND: Final = "#f0efe9"
BORDER: Final = "#b5b3aa"
BAND: Final = "#f3f3ef"
BAND_EDGE: Final = "#cfcfc7"
SEA: Final = "#ffffff"

_LONGEST: Final = 34
_START_LEFT: Final = "\u200e"
"""A mark that is not seen: what follows is laid out from left to right, with Arabic inside it as it runs."""


def label(*parts: str | None, between: str = " · ") -> str:
    """Parts that are there, as one line that is laid out from left to right.

    A part that is too long ends with an ellipsis. Letters of Arabic are joined and run from the right.
    """
    found = (shortened(part) for part in parts if part)
    return _START_LEFT + f"{between}{_START_LEFT}".join(found)


def unmarked(line: str, between: str = " · ") -> str:
    """What `label` made of two parts, without its own marks; a mark that stands in a part stays."""
    first, _, rest = line.removeprefix(_START_LEFT).partition(f"{between}{_START_LEFT}")
    return f"{first}{between}{rest}" if rest else first


def shortened(text: str, longest: int = _LONGEST) -> str:
    """The text on one line, at most so many characters."""
    line = plain(text)
    return line if len(line) <= longest else line[: longest - 1].rstrip() + "…"


def styles(names: Iterable[str]) -> dict[str, tuple[str, str]]:
    """A colour and a mark for each name, in their order, as long as there are any."""
    return dict(zip(dict.fromkeys(names), zip(COLOURS, MARKS, strict=True), strict=False))
