"""The process that takes the text out of one PDF or Word file: bytes on standard input, JSON on output."""

from __future__ import annotations

import contextlib
import io
import json
import logging
import re
import sys
import zipfile
from collections import Counter
from collections.abc import Callable, Iterable
from typing import Final

_MEMORY: Final = 2_000_000_000
"""Bytes of address space."""
_SECONDS: Final = 50
_UNPACKED: Final = 200_000_000
"""A Word file is a ZIP archive: what may come out of it, in bytes."""
_MOST_CHARACTERS: Final = 2_000_000
_MOST_PAGES: Final = 400
_PAGE_NUMBER: Final = re.compile(
    r"\s*(?:page|seite|página|p\.)?\s*[-–]?\s*\d{1,4}\s*(?:[-–]|(?:of|/|de|sur)\s*\d{1,4})?\s*", re.IGNORECASE
)
_OF_PAGE: Final = re.compile(
    r"(?:page|seite|página|p\.)\s*\d+(?:\s*(?:of|/|de|sur)\s*\d+)?|\d+\s*(?:of|/)\s*\d+", re.I
)

Read = tuple[str, str | None]


class Refused(Exception):
    """The file cannot be used; the argument is a word that `papers` explains."""


def main() -> int:
    """Read, and say what was found."""
    logging.disable(logging.CRITICAL)
    _limit()
    readers: dict[str, Callable[[bytes], Read]] = {"pdf": read_pdf, "docx": read_docx}
    try:
        text, title = readers[sys.argv[1]](sys.stdin.buffer.read())
        if not any(c.isalnum() for c in text):
            raise Refused("empty")  # noqa: TRY301 - one place that answers
        said = {"text": text, "title": title}
    except Refused as refused:
        said = {"error": str(refused)}
    except ImportError:
        said = {"error": "missing"}
    except MemoryError:
        said = {"error": "large"}
    except Exception:  # noqa: BLE001 - the libraries raise whatever a broken file brings out
        said = {"error": "broken"}
    sys.stdout.write(json.dumps(said))
    return 0


def _limit() -> None:
    try:
        import resource  # noqa: PLC0415 - not on every platform
    except ImportError:
        return
    for kind, most in ((resource.RLIMIT_AS, _MEMORY), (resource.RLIMIT_CPU, _SECONDS)):
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(kind, (most, most))


def read_pdf(data: bytes) -> Read:
    """The text of a PDF's pages, without running heads and page numbers."""
    from pypdf import PdfReader  # noqa: PLC0415 - an optional dependency

    reader = PdfReader(io.BytesIO(data))
    if reader.is_encrypted and not reader.decrypt(""):
        raise Refused("locked")
    if len(reader.pages) > _MOST_PAGES:
        raise Refused("large")
    pages: list[list[str]] = []
    size = 0
    for page in reader.pages:
        text = _clean(page.extract_text())
        size += len(text)
        if size > _MOST_CHARACTERS:
            raise Refused("large")
        pages.append(text.splitlines())
    title = reader.metadata.title if reader.metadata is not None else None
    return "\n".join(line for page in _without_furniture(pages) for line in page).strip(), _title(title)


def _without_furniture(pages: list[list[str]]) -> list[list[str]]:
    """Pages without their numbers, and without lines that head or end most of them.

    What ends like a sentence stays: a report may well say the same thing on every page.
    """
    edges = Counter(line for page in pages for line in {_key(at) for at in (*page[:2], *page[-2:])} if line)
    often = {line for line, n in edges.items() if n >= 3 and n > len(pages) / 2}
    kept = []
    for page in pages:
        last = len(page) - 2
        kept.append(
            [
                line
                for at, line in enumerate(page)
                if not ((at < 2 or at >= last) and (_key(line) in often or _PAGE_NUMBER.fullmatch(line)))
            ]
        )
    return kept


def _key(line: str) -> str:
    """A line without the number of its page; nothing for one that is a sentence."""
    line = line.strip()
    return "" if line.endswith((".", "!", "?", "؟", "。")) else _OF_PAGE.sub("#", line)


def read_docx(data: bytes) -> Read:
    """The paragraphs and tables of a Word file, in their order."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        if "word/document.xml" not in archive.namelist():
            raise Refused("broken")
        if sum(entry.file_size for entry in archive.infolist()) > _UNPACKED:
            raise Refused("large")
    from docx import Document  # noqa: PLC0415 - an optional dependency
    from docx.table import Table  # noqa: PLC0415

    document = Document(io.BytesIO(data))
    parts: list[str] = []
    for block in document.iter_inner_content():
        if isinstance(block, Table):
            rows = (" | ".join(_once(cell.text for cell in row.cells)) for row in block.rows)
            parts.append("\n".join(rows))
        else:
            parts.append(block.text)
    text = "\n\n".join(part for part in map(_clean, parts) if part.strip())
    if len(text) > _MOST_CHARACTERS:
        raise Refused("large")
    return text, _title(document.core_properties.title)


def _once(cells: Iterable[str]) -> list[str]:
    """The cells of a row, a merged one once."""
    found: list[str] = []
    for cell in cells:
        text = " ".join(cell.split())
        if not found or found[-1] != text:
            found.append(text)
    return found


def _clean(text: str) -> str:
    """Text without half characters and NULs, which no article may hold."""
    return re.sub("[\x00\ud800-\udfff]", "\ufffd", text)


def _title(title: object) -> str | None:
    text = " ".join(_clean(str(title)).split()) if title else ""
    return text[:300] or None


if __name__ == "__main__":
    raise SystemExit(main())
