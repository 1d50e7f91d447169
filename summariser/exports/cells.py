"""Text of an article made safe for a cell, and tables as CSV.

A spreadsheet takes a cell for a formula that begins with one of a few signs, and a formula can fetch and
send. Articles are untrusted, so such a cell gets an apostrophe before it, which spreadsheets read as "this
is text" and other readers see. Numbers are written as numbers: the sign of a latitude is none of those.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Final

Cell = str | int | float | bool | date | None
"""What a cell can hold; None where there is nothing to say."""
Row = Mapping[str, Cell]

_BETWEEN: Final = "; "
_FORMULA: Final = re.compile(r"[=+\-@\uff1d\uff0b\uff0d\uff20\u2212\ufe62\ufe63\ufe66\ufe6b]")
"""The signs of a formula, and their wide, small and typographic forms, which some spreadsheets take too."""
_DIRECTIONS: Final = re.compile("[\u202a-\u202e\u2066-\u2069]")
"""Overrides and isolates: they show a text backwards, and reach beyond their cell."""
_PASSED_OVER: Final = re.compile("[\u00ad\u180e\u200b-\u200f\u2060-\u2064\ufeff\"'`]*")
"""What may stand before the sign unseen, or be taken off on the way: it makes a formula no safer."""
LONGEST: Final = 32_767
"""Characters that a cell of Excel holds."""


def plain(text: str) -> str:
    """The text on one line, with nothing in it that a program obeys instead of showing.

    White space becomes single blanks, control characters become visible signs, what turns the direction of
    writing becomes a mark.
    """
    line = " ".join(text.split())
    return _DIRECTIONS.sub("\ufffd", "".join(map(_visible, line)))


def _visible(char: str) -> str:
    code = ord(char)
    if code < 0x20:
        return chr(0x2400 + code)  # the control pictures: "\x1b" shows as one sign that reads ESC
    if code == 0x7F:
        return "\u2421"
    if 0x80 <= code <= 0x9F or 0xD800 <= code <= 0xDFFF or code & 0xFFFE == 0xFFFE:
        return "\ufffd"
    return char


def safe(text: str) -> str:
    """The text as a cell of a table: `plain`, and no formula."""
    line = plain(text)
    start = _PASSED_OVER.match(line)
    assert start is not None
    return f"'{line}" if _FORMULA.match(line, start.end()) else line


def cut(text: str) -> str:
    """The text in as many characters as a cell of Excel holds."""
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"


def joined(parts: Iterable[str | None], between: str = _BETWEEN) -> str | None:
    """The parts that are there, each once, in their order; None where there is none."""
    found = dict.fromkeys(part for part in parts if part)
    return between.join(found) or None


def written(value: Cell) -> str:
    """The value as text: safe, and numbers and days so that every reader takes them for what they are."""
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case str():
            return safe(value)
        case date():
            return value.isoformat()
        case float() if value.is_integer():
            return str(int(value))
        case _:
            return str(value)


def to_csv(columns: Sequence[str], rows: Iterable[Row], *, under: Sequence[str] = ()) -> bytes:
    """A table as CSV in UTF-8, lines ended by a line feed.

    Args:
        columns: Their names, in order; every key of a row is one of them.
        rows: The values by column.
        under: A second line of headers.
    """
    file = io.StringIO(newline="")
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(columns)
    if under:
        writer.writerow(under)
    for row in rows:
        unknown = row.keys() - set(columns)
        assert not unknown, f"no such column: {unknown}"
        writer.writerow([written(row.get(column)) for column in columns])
    return file.getvalue().encode("utf-8")
