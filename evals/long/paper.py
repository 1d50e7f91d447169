"""The report as a PDF of A4: running heads, page numbers, ruled tables. And what stands on which page."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from pypdf import PdfWriter
from pypdf._codecs.core_font_metrics import CORE_FONT_METRICS
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

from summariser.evals.long.source import HEAD, NOTICE, Block, blocks

_WIDTH, _HEIGHT = 595.0, 842.0
_LEFT, _RIGHT, _TOP, _BOTTOM = 68.0, 527.0, 770.0, 72.0
_PLAIN, _BOLD = "Helvetica", "Helvetica-Bold"
_SIZE, _LEADING, _GAP = 11.0, 17.6, 8.0
_CELL, _ROW, _PAD = 9.0, 12.0, 9.0
_NUMBER: Final = re.compile(r"[\d.,%]+")
_CREATED: Final = "D:20231108090000Z"


@dataclass(frozen=True, slots=True)
class _Words:
    """Words and where they begin, in points from the lower left corner."""

    x: float
    y: float
    text: str
    font: str = _PLAIN
    size: float = _SIZE


@dataclass(slots=True)
class Page:
    """A page: what is drawn on it, and its words in the order of reading, without head and foot."""

    words: list[_Words] = field(default_factory=list)
    rules: list[float] = field(default_factory=list)
    text: list[str] = field(default_factory=list)


def pages() -> tuple[Page, ...]:
    """The report, laid out."""
    layout = _Layout()
    for block in blocks():
        layout.put(block)
    return tuple(layout.pages)


def pdf() -> bytes:
    """The report as a file, the same bytes each time."""
    writer = PdfWriter()
    writer.add_metadata(
        {"/Title": HEAD, "/Author": "Joint Humanitarian Desk", "/Subject": NOTICE, "/CreationDate": _CREATED}
    )
    fonts = DictionaryObject({NameObject(f"/{name}"): _font(name) for name in (_PLAIN, _BOLD)})
    laid = pages()
    for number, page in enumerate(laid, 1):
        sheet = writer.add_blank_page(_WIDTH, _HEIGHT)
        sheet[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
        stream = DecodedStreamObject()
        stream.set_data(_drawn(page, number, len(laid)))
        sheet[NameObject("/Contents")] = writer._add_object(stream.flate_encode())
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def _font(name: str) -> DictionaryObject:
    told = {"/Type": "/Font", "/Subtype": "/Type1", "/BaseFont": f"/{name}", "/Encoding": "/WinAnsiEncoding"}
    return DictionaryObject({NameObject(key): NameObject(value) for key, value in told.items()})


def _drawn(page: Page, number: int, of: int) -> bytes:
    """The page's drawing, with its running head and its foot."""
    foot = f"{NOTICE} | Page {number} of {of}"
    edges = [_Words(_LEFT, 800, HEAD, size=8), _Words(_LEFT, 40, foot, size=8)]
    lines = [f"0.5 w {_LEFT:.1f} {y:.1f} m {_RIGHT:.1f} {y:.1f} l S" for y in page.rules]
    for words in (edges[0], *page.words, edges[1]):
        safe = re.sub(r"([\\()])", r"\\\1", words.text)
        lines.append(f"BT /{words.font} {words.size} Tf {words.x:.2f} {words.y:.2f} Td ({safe}) Tj ET")
    return "\n".join(lines).encode("cp1252")


class _Layout:
    """Puts blocks on pages, from top to bottom."""

    def __init__(self) -> None:
        self.pages = [Page()]
        self.y = _TOP

    def put(self, block: Block) -> None:
        """Add a block. A heading stays with what follows it, a table on one page."""
        if block.kind == "table":
            self._table(block.rows)
            return
        big = block.kind == "title"
        bold = block.kind in ("title", "heading")
        size = _SIZE + (4 if big else 1 if bold else 0)
        indent = 14.0 if block.kind == "item" else 0.0
        room = (_TOP + _BOTTOM) / 2 if block.text.startswith("Annex") else _TOP
        if (big and self.y < room) or (bold and self.y < _BOTTOM + 4 * _LEADING):
            self._turn()
        for line in _wrapped(block.text, _RIGHT - _LEFT - indent, _BOLD if bold else _PLAIN, size):
            if self.y < _BOTTOM:
                self._turn()
            self._write(_Words(_LEFT + indent, self.y, line, _BOLD if bold else _PLAIN, size))
            self.pages[-1].text.append(line)
            self.y -= _LEADING
        self.y -= 2 if block.kind == "item" else _GAP

    def _turn(self) -> None:
        self.pages.append(Page())
        self.y = _TOP

    def _write(self, words: _Words) -> None:
        self.pages[-1].words.append(words)

    def _table(self, rows: Sequence[Sequence[str]]) -> None:
        widths = _widths(rows)
        wrapped = [
            [list(_wrapped(cell, width - _PAD, _BOLD if number == 0 else _PLAIN, _CELL))
             for cell, width in zip(row, widths, strict=True)]
            for number, row in enumerate(rows)
        ]  # fmt: skip
        heights = [max(map(len, row)) * _ROW + 5 for row in wrapped]
        if self.y - sum(heights) < _BOTTOM:
            self._turn()
        right = [all(_NUMBER.fullmatch(row[n]) or not row[n] for row in rows[2:]) for n in range(len(widths))]
        page = self.pages[-1]
        page.rules.append(self.y + 11)
        for number, (row, height) in enumerate(zip(wrapped, heights, strict=True)):
            x = _LEFT
            font = _BOLD if number == 0 or rows[number][0] == "Total" else _PLAIN
            for cell, width, at_right in zip(row, widths, right, strict=True):
                for depth, line in enumerate(cell):
                    moved = width - _PAD - _length(line, font, _CELL) if at_right else 0.0
                    self._write(_Words(x + moved, self.y - depth * _ROW, line, font, _CELL))
                x += width
            page.text.append(" | ".join(rows[number]))
            self.y -= height
            page.rules.append(self.y + 11)
        self.y -= _GAP * 2


def _widths(rows: Sequence[Sequence[str]]) -> list[float]:
    """Widths of the columns, in points: as wide as their words want, heads wrapped where they must be."""
    longest = [max(_length(row[n], _BOLD, _CELL) for row in rows[1:]) for n in range(len(rows[0]))]
    words = [max(_length(word, _BOLD, _CELL) for word in head.split()) for head in rows[0]]
    wanted = [max(pair) + _PAD for pair in zip(longest, words, strict=True)]
    spare = _RIGHT - _LEFT - sum(wanted)
    if spare >= 0:
        return [width + spare / len(wanted) for width in wanted]
    widest = wanted.index(max(wanted))
    return [width + (spare if n == widest else 0.0) for n, width in enumerate(wanted)]


def _wrapped(text: str, width: float, font: str, size: float) -> Iterator[str]:
    """The lines of a text that is broken at blanks. No words: no lines."""
    line = ""
    for word in text.split():
        longer = f"{line} {word}".strip()
        if line and _length(longer, font, size) > width:
            yield line
            longer = word
        line = longer
    if line:
        yield line


def _length(text: str, font: str, size: float) -> float:
    widths = CORE_FONT_METRICS[font].character_widths
    return sum(widths.get(letter, widths["default"]) for letter in text) * size / 1000
