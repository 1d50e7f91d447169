"""The text of a Word file: paragraphs, lists and tables in their order, and its core properties.

What nobody sees is not read: deleted words of tracked changes, hidden text, comments. Nor are heads and
feet of pages, notes, and what stands in pictures. Macros are never looked at.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any, Final

from docx import Document

from summariser.papers.found import Found, Refused, clean, label

_UNPACKED: Final = 200_000_000
"""What may come out of the archive that a Word file is, in bytes."""
_MOST_ENTRIES: Final = 5_000
_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MC: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_PASSED_OVER: Final = frozenset(
    {
        f"{_W}del",
        f"{_W}moveFrom",
        f"{_W}pPr",
        f"{_W}rPr",
        f"{_W}txbxContent",
        f"{_W}instrText",
        f"{_MC}Fallback",
    }
)
_BREAKS: Final = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}
_ONE_WORK: Final = timedelta(days=31)
"""Between the first and the last change: of a file made from an old template there are years."""
_DEEPEST: Final = 200
_MOST_COLUMNS: Final = 63
_TEMPLATE_AUTHORS: Final = frozenset(
    {"python-docx", "microsoft office user", "user", "admin", "administrator"}
)


def read(data: bytes) -> Found:
    """The text.

    Raises:
        Refused: It is no Word file, there is too much in it, or nothing.
    """
    _check(data)
    document = Document(io.BytesIO(data))
    parts: list[str] = []
    was_item = False
    for kind, text in _blocks(document.element.body, 0):
        if text.strip():
            is_item = kind == "item"
            parts += [] if not parts else ["\n"] if is_item and was_item else ["\n\n"]
            parts.append(f"- {text}" if is_item else text)
            was_item = is_item
    properties = document.core_properties
    return Found(
        text=clean("".join(parts)),
        title=label(properties.title),
        source=_author(properties.author),
        published=_day(properties.created, properties.modified),
    )


def _check(data: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        entries = archive.infolist()
        if "[Content_Types].xml" not in archive.namelist() or not any(
            entry.filename.startswith("word/") for entry in entries
        ):
            raise Refused("broken")
        # No more is unpacked of an entry than it says here: one that lies is cut off, and so damaged.
        if len(entries) > _MOST_ENTRIES or sum(entry.file_size for entry in entries) > _UNPACKED:
            raise Refused("large")


def _blocks(parent: Any, depth: int) -> Iterator[tuple[str, str]]:
    """What stands under one another: paragraphs, items of lists, tables."""
    if depth > _DEEPEST:
        raise Refused("large")
    for element in parent:
        if element.tag == f"{_W}p":
            yield "item" if _is_item(element) else "paragraph", _words(element).strip()
        elif element.tag == f"{_W}tbl":
            yield "table", _table(element, depth + 1)
        elif element.tag in {f"{_W}sdt", f"{_W}sdtContent", f"{_W}ins", f"{_W}moveTo", f"{_W}customXml"}:
            yield from _blocks(element, depth + 1)


def _is_item(paragraph: Any) -> bool:
    properties = paragraph.find(f"{_W}pPr")
    if properties is None:
        return False
    style = properties.find(f"{_W}pStyle")
    named = style is not None and style.get(f"{_W}val", "").startswith("List")
    return named or (properties.find(f"{_W}numPr") is not None and not _is_heading(style))


def _is_heading(style: Any) -> bool:
    return style is not None and style.get(f"{_W}val", "").lower().startswith(("heading", "title"))


def _words(element: Any) -> str:
    """The words that are seen of a paragraph. Without recursion: a hostile file nests without bound."""
    parts: list[str] = []
    stack = [iter(element)]
    while stack:
        child = next(stack[-1], None)
        if child is None:
            stack.pop()
        elif child.tag == f"{_W}t":
            parts.append(child.text or "")
        elif child.tag in _BREAKS:
            parts.append(_BREAKS[child.tag])
        elif child.tag not in _PASSED_OVER and not (child.tag == f"{_W}r" and _is_hidden(child)):
            stack.append(iter(child))
    return "".join(parts)


def _is_hidden(run: Any) -> bool:
    vanish = run.find(f"{_W}rPr/{_W}vanish")
    return vanish is not None and vanish.get(f"{_W}val", "1") not in {"0", "false", "off"}


def _table(table: Any, depth: int) -> str:
    """Rows one under the other, cells parted by tabs, a merged cell once and an empty one kept.

    Each cell stands in its own column of the grid: one that reaches over several has empty ones behind it.
    A table of one column is layout: its cells are paragraphs.
    """
    rows = [_in_grid(row, depth) for row in _within(table, "tr")]
    if all(len(row) <= 1 for row in rows):
        return "\n\n".join(cell for row in rows for cell in row if cell.strip())
    lines = ("\t".join(" ".join(cell.split()) for cell in row).rstrip("\t") for row in rows)
    return "\n".join(line for line in lines if line.strip())


def _in_grid(row: Any, depth: int) -> list[str]:
    """The cells of a row, and an empty one for each further column of the grid that it or a gap takes up."""
    cells = [""] * _number(row, "trPr/{w}gridBefore", 0)
    for cell in _within(row, "tc"):
        cells += [_cell(cell, depth), *[""] * (_number(cell, "tcPr/{w}gridSpan", 1) - 1)]
    return cells


def _number(element: Any, path: str, default: int) -> int:
    """The number that a property tells, within what a table of Word can have."""
    found = element.find(f"{_W}{path.format(w=_W)}")
    value = found.get(f"{_W}val", "") if found is not None else ""
    return min(int(value), _MOST_COLUMNS) if value.isascii() and value.isdigit() else default


def _within(parent: Any, name: str) -> Iterator[Any]:
    for child in parent:
        if child.tag == f"{_W}{name}":
            yield child
        elif child.tag in {f"{_W}sdt", f"{_W}sdtContent", f"{_W}ins", f"{_W}customXml"}:
            yield from _within(child, name)


def _cell(cell: Any, depth: int) -> str:
    return "\n\n".join(text for _, text in _blocks(cell, depth) if text.strip())


def _author(value: str) -> str | None:
    text = label(value)
    return None if text is None or text.lower() in _TEMPLATE_AUTHORS else text


def _day(created: datetime | None, modified: datetime | None) -> str | None:
    """The day of its last change, where it was made at about that time; else nobody knows what is meant."""
    if created is None or modified is None:
        return None
    apart = modified.replace(tzinfo=None) - created.replace(tzinfo=None)
    return modified.date().isoformat() if timedelta(0) <= apart <= _ONE_WORK else None
