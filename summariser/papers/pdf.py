"""The text of a PDF, page by page, through pdfium, and what the PDF says of itself."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Sequence
from typing import Any, Final

import pypdfium2
import pypdfium2.raw as pdfium

from summariser.papers.found import MOST_CHARACTERS, Found, Refused, label
from summariser.papers.page_lines import Glyph, Line, lines_of, turned
from summariser.papers.page_text import joined_pages

_MOST_PAGES: Final = 1_000
_MOST_GLYPHS: Final = 60_000
"""Of one page: a dense one of a newspaper has some 15,000."""
_BROKEN_WORD: Final = frozenset({0x02, 0xFFFE})
"""What pdfium makes of a hyphen at the end of a line, and of the line's end with it."""
_BLANK: Final = 0x20
_MOST_NAMELESS: Final = 0.1
_NAMELESS: Final = "letters that the PDF does not name"
_DAY: Final = re.compile(r"(?:D:)?((?:19|20)[0-9]{2})([01][0-9])([0-3][0-9])", re.ASCII)
_PROGRAMS: Final = re.compile(
    r"microsoft (?:word|powerpoint|excel) - |untitled|\(?anonymous\)?$|[0-9a-f-]{16,}$"
    r"|.*\.(?:docx?|pdf|indd|pptx?|xlsx?|odt|rtf)$",
    re.IGNORECASE,
)
"""Titles that a program has put there from the name of a file."""
_AUTHORS: Final = re.compile(
    r"\(?(?:anonymous|admin(?:istrator)?|user|owner|author|unknown|root|pc|hp|dell)\W*", re.IGNORECASE
)


def read(data: bytes) -> Found:
    """The pages' text.

    Raises:
        Refused: It is locked, has too many pages or too much text, or none.
        pypdfium2.PdfiumError: It is damaged.
    """
    document = _opened(data)
    if len(document) > _MOST_PAGES:
        raise Refused("large")
    pages: list[list[Line]] = []
    without: list[int] = []
    nameless: list[int] = []
    size = 0
    for number in range(1, len(document) + 1):
        lines, is_blank = _page(document, number - 1)
        size += sum(len(line.text) for line in lines)
        if size > MOST_CHARACTERS:
            raise Refused("large")
        if not lines and not is_blank:
            without.append(number)
        if _is_nameless(lines):
            nameless.append(number)
            lines = []
        pages.append(lines)
    if not any(pages):
        raise Refused("empty")
    text, starts = joined_pages(pages)
    told = document.get_metadata_dict()
    return Found(
        text=text,
        pages=starts,
        title=_title(told.get("Title")),
        source=_author(told.get("Author")),
        published=_day(told.get("CreationDate")),
        unread=(
            *_told_of(
                without, "no text: it may be a scan or a picture", "no text: they may be scans or pictures"
            ),
            *_told_of(nameless, _NAMELESS, _NAMELESS),
        ),
    )


def _opened(data: bytes) -> Any:
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) == pdfium.FPDF_ERR_PASSWORD or "password" in str(error).lower():
            raise Refused("locked") from None
        raise


def _page(document: Any, index: int) -> tuple[list[Line], bool]:
    """The lines of a page, and whether nothing at all is on it; one that is damaged has none."""
    try:
        page = document[index]
    except pypdfium2.PdfiumError:
        return [], False
    try:
        text = page.get_textpage()
        try:
            degrees = page.get_rotation()
            lines = lines_of([turned(glyph, degrees) for glyph in _glyphs(text)])
        finally:
            text.close()
        return lines, not lines and pdfium.FPDFPage_CountObjects(page.raw) == 0
    except pypdfium2.PdfiumError:
        return [], False
    finally:
        page.close()


def _glyphs(text: Any) -> list[Glyph]:
    raw, box = text.raw, pdfium.FS_RECTF()
    count = pdfium.FPDFText_CountChars(raw)
    if count > _MOST_GLYPHS:
        raise Refused("large")
    where = ctypes.byref(box)
    glyphs = []
    for at in range(count):
        code = pdfium.FPDFText_GetUnicode(raw, at)
        pdfium.FPDFText_GetLooseCharBox(raw, at, where)
        place = (box.left, box.right, box.bottom, box.top)
        if code == _BLANK and pdfium.FPDFText_IsGenerated(raw, at) == 1:
            place = (0.0, 0.0, 0.0, 0.0)  # pdfium's guess, which has no place of its own
        if code in _BROKEN_WORD:
            glyphs += [Glyph("-", *place), Glyph("\n", *place)]
        else:
            glyphs.append(Glyph(_letter(code), *place))
    return glyphs


def _letter(code: int) -> str:
    if code == 0 or 0xD800 <= code <= 0xDFFF or code > 0x10FFFF:
        return "\ufffd"
    return chr(code)


def _title(value: str | None) -> str | None:
    text = label(value)
    return None if text is None or _PROGRAMS.match(text) else text


def _author(value: str | None) -> str | None:
    text = label(value)
    return None if text is None or _AUTHORS.fullmatch(text) else text


def _day(value: str | None) -> str | None:
    found = _DAY.match(value or "")
    return "-".join(found.groups()) if found else None


def _is_nameless(lines: Sequence[Line]) -> bool:
    """Whether many of its letters have a shape and no name: a font without a table of what they are."""
    text = "".join(line.text for line in lines)
    return text.count("\ufffd") > _MOST_NAMELESS * len(text)


def _told_of(pages: list[int], one: str, several: str) -> tuple[str, ...]:
    if not pages:
        return ()
    what = (
        f"Page {pages[0]} has {one}, and was"
        if len(pages) == 1
        else f"Pages {_ranges(pages)} have {several}, and were"
    )
    return (f"{what} not read",)


def _ranges(pages: list[int]) -> str:
    """Page numbers as people write them: 3, 7-9."""
    runs: list[list[int]] = []
    for page in pages:
        if runs and page == runs[-1][1] + 1:
            runs[-1][1] = page
        else:
            runs.append([page, page])
    return ", ".join(f"{first}-{last}" if last > first else str(first) for first, last in runs)
