"""Small PDF and Word files, made here. ``{N}`` in a line of a PDF moves to N points from the left margin."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping, Sequence

from docx import Document
from pypdf import PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject


def pdf(
    pages: Sequence[Sequence[str]], password: str | None = None, told: Mapping[str, str] | None = None
) -> bytes:
    """A PDF with some lines on each page. A page of the one line "scan" has a picture in place of text."""
    writer = PdfWriter()
    if told:
        writer.add_metadata({f"/{name}": value for name, value in told.items()})
    font = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Font"),
            NameObject("/Subtype"): NameObject("/Type1"),
            NameObject("/BaseFont"): NameObject("/Helvetica"),
        }
    )
    for lines in pages:
        page = writer.add_blank_page(600, 800)
        fonts = DictionaryObject({NameObject("/F1"): font})
        page[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
        stream = DecodedStreamObject()
        shown = "".join(map(_shown, lines))
        drawn = (
            "40 40 500 700 re f" if list(lines) == ["scan"] else f"BT /F1 12 Tf 14 TL 40 760 Td\n{shown}ET"
        )
        stream.set_data(drawn.encode("latin-1"))
        page[NameObject("/Contents")] = writer._add_object(stream)
    if password is not None:
        writer.encrypt(password, algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def _shown(line: str) -> str:
    """A line, its cells where they were asked for."""
    line = line.replace("(", "").replace(")", "")
    first, *cells = re.split(r"\{(\d+)\}", line)
    moved = "".join(
        f"{at} 0 Td ({cell}) Tj -{at} 0 Td\n" for at, cell in zip(cells[::2], cells[1::2], strict=True)
    )
    return f"({first}) Tj\n{moved}T*\n"


def docx(paragraphs: Sequence[str], table: Sequence[Sequence[str]] = (), title: str = "") -> bytes:
    """A Word file with some paragraphs, then a table."""
    document = Document()
    document.core_properties.title = title
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    if table:
        made = document.add_table(rows=len(table), cols=len(table[0]))
        for row, cells in zip(made.rows, table, strict=True):
            for cell, text in zip(row.cells, cells, strict=True):
                cell.text = text
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()
