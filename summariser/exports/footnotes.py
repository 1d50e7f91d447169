"""Words of articles in Markdown: escaped, and proved by footnotes."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import Final

from summariser.exports.cells import plain
from summariser.exports.common import Source, in_table
from summariser.schemas import Evidence

_MARKUP: Final = re.compile(r"[\\`*_{}\[\]<>|~^$#&]")
_LINK: Final = re.compile(r":(?=/)|@|(?<=www)\.", re.IGNORECASE)
"""What readers of Markdown make links of, without any bracket."""


def escaped(text: str) -> str:
    """The text on one line, so that it shows as it stands: no emphasis, link, picture, tag or table.

    Writing from right to left is set apart, or numbers and brackets beside it would change places with it.
    """
    line = _MARKUP.sub(lambda found: f"\\{found[0]}", plain(text))
    line = _LINK.sub(lambda found: f"&#{ord(found[0])};", line)
    from_the_right = any(unicodedata.bidirectional(c) in {"R", "AL", "AN"} for c in line)
    return f"\u2068{line}\u2069" if from_the_right else line


def quoted(text: str) -> str:
    """Words of the article, in quotation marks."""
    return f"“{escaped(text).strip('“”')}”"


class Footnotes:
    """The sentences that a brief rests on, numbered as they are first cited."""

    def __init__(self) -> None:
        self._numbers: dict[tuple[str, int, int, int | None], int] = {}
        self._lines: list[str] = []

    def cite(self, source: Source, evidence: Iterable[Evidence]) -> str:
        """The marks for some sentences of an article: ``[^1][^2]``."""
        return "".join(f"[^{n}]" for n in dict.fromkeys(self._number(source, p) for p in evidence))

    def _number(self, source: Source, proof: Evidence) -> int:
        cell = proof.cell
        key = (source.article_id, proof.start, proof.end, cell.words.start if cell else None)
        if key not in self._numbers:
            self._numbers[key] = len(self._numbers) + 1
            info = source.summary.article
            day = info.published.isoformat() if info.published else None
            where = [escaped(part) for part in (info.source or source.name, day) if part]
            where += [f"p. {proof.page}"] if proof.page else []
            where.append(f"{proof.sentence}, characters {proof.start}–{proof.end}")
            where += [f"cell {escaped(in_table(cell))}"] if cell else []
            self._lines.append(f"[^{self._numbers[key]}]: {quoted(proof.text)} — {', '.join(where)}")
        return self._numbers[key]

    def lines(self) -> list[str]:
        """The footnotes, in order."""
        return self._lines
