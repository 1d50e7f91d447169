"""The report as a Word file, with its tables; the notice stands in the foot of each page."""

from __future__ import annotations

import io

from docx import Document

from summariser.evals.long.source import HEAD, NOTICE, blocks


def docx() -> bytes:
    """The report as a file."""
    document = Document()
    document.core_properties.title = HEAD
    document.core_properties.author = "Joint Humanitarian Desk"
    document.sections[0].header.paragraphs[0].text = HEAD
    document.sections[0].footer.paragraphs[0].text = NOTICE
    styles = {"title": "Heading 1", "heading": "Heading 2", "item": "List Bullet", "paragraph": "Normal"}
    for block in blocks():
        if block.kind != "table":
            document.add_paragraph(block.text.removeprefix("• "), style=styles[block.kind])
            continue
        table = document.add_table(rows=len(block.rows), cols=len(block.rows[0]), style="Table Grid")
        for row, cells in zip(table.rows, block.rows, strict=True):
            for cell, text in zip(row.cells, cells, strict=True):
                cell.text = text
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()
