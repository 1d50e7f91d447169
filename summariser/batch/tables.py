"""Tables of articles: JSON Lines, CSV and Parquet, row by row at flat memory."""

from __future__ import annotations

import csv
import json
import re
import sys
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any, Final

from summariser.articles import MAX_BYTES
from summariser.batch.parquet import parquet_columns, parquet_count, parquet_rows
from summariser.errors import BadRow, ConfigurationError, NotText, SummariserError, UnreadableSource
from summariser.files import printable

_LINES: Final = (".jsonl", ".ndjson")
_CSV: Final = (".csv", ".tsv")
PARQUET: Final = ".parquet"
ENDINGS: Final = (*_LINES, *_CSV, PARQUET)
_LONGEST_LINE: Final = 2 * MAX_BYTES
"""A line of JSON is longer than its text: escapes."""
_SEPARATORS: Final = ",;\t"
_STRAY_BYTE: Final = re.compile("[\udc80-\udcff]")
_UTF16: Final = (b"\xff\xfe", b"\xfe\xff")
_LONGEST_NAME: Final = 40
_MOST_NAMES: Final = 20
_KINDS: Final[dict[type, str]] = {
    dict: "an object",
    list: "a list",
    str: "a text",
    int: "a whole number",
    float: "a number",
    bool: "true or false",
    type(None): "null",
}
_NO_COLUMN_TWICE: Final = "Rename one of them: which is meant cannot be told"


@dataclass(frozen=True, slots=True)
class Columns:
    """Names of a table's columns.

    Args:
        text: The article's text.
        id: Its id; by default a column "id" where there is one, or else the place in the file.
        published: Its day of publication; by default "published" where there is one.
        source: Who published it; by default "source" where there is one.
    """

    text: str = "text"
    id: str | None = None
    published: str | None = None
    source: str | None = None

    def wanted(self) -> list[str]:
        """The columns that must be there."""
        return [name for name in (self.text, self.id, self.published, self.source) if name is not None]

    def read(self) -> list[str]:
        """The columns that are read where they are there."""
        return [self.text, self.id or "id", self.published or "published", self.source or "source"]


@dataclass(frozen=True, slots=True)
class Fields:
    """One row of a table, its values as they stand there."""

    place: str
    text: object = None
    id: object = None
    published: object = None
    source: object = None
    error: SummariserError | None = None


def is_table(path: Path) -> bool:
    """Whether the file's ending is a table's."""
    return path.suffix.lower() in ENDINGS


def check(path: Path, columns: Columns) -> None:
    """See that the table can be read and has its columns. (JSON Lines have none: each line is its own.)

    Raises:
        UnreadableSource: It cannot be read.
        ConfigurationError: A column is not there, or twice.
    """
    try:
        with path.open("rb") as file:
            if file.read(2) in _UTF16:
                raise UnreadableSource(
                    f"{path} is UTF-16, and tables are read as UTF-8", "Save it as UTF-8", path=str(path)
                )
        if path.suffix.lower() in _LINES:
            return
        there = parquet_columns(path) if path.suffix.lower() == PARQUET else _csv_header(path)
    except OSError as error:
        raise _unreadable(path, error) from None
    missing = [name for name in columns.wanted() if find(name, there) is None]
    if missing:
        raise ConfigurationError(
            f"{path} has no column {missing[0]!r}; it has {_listed(there)}",
            "Name its columns with --text-column, --id-column, --published-column, --source-column",
            path=str(path),
        )
    twice = _twice(columns, there)
    if twice is not None:
        raise ConfigurationError(f"{path} has two columns {twice!r}", _NO_COLUMN_TWICE, path=str(path))


def find(name: str, there: Collection[str]) -> str | None:
    """The column of that name; else the first that differs in capitals and outer white space alone.

    An "ID" or a " Published" that nobody takes for the id or the day would be missed in silence.
    """
    return name if name in there else next(iter(_alike(name, there)), None)


def _alike(name: str, there: Collection[str]) -> list[str]:
    """The columns that `find` could mean: those of exactly that name, where there are any."""
    exact = [column for column in there if column == name]
    return exact or [column for column in there if column.strip().casefold() == name.casefold()]


def _twice(columns: Columns, there: Collection[str]) -> str | None:
    """The first column that is read and could be one or another; of the rest nobody reads."""
    return next((alike[0] for name in columns.read() if len(alike := _alike(name, there)) > 1), None)


def _listed(columns: list[str]) -> str:
    shown = ", ".join(repr(name[:_LONGEST_NAME]) for name in columns[:_MOST_NAMES]) or "none"
    more = len(columns) - _MOST_NAMES
    return f"{shown} and {more:,} more" if more > 0 else shown


def count(path: Path) -> int:
    """How many rows the table has. Raises as `read` does."""
    ending = path.suffix.lower()
    try:
        if ending == PARQUET:
            return parquet_count(path)
        return sum(1 for _ in (_csv_rows(path) if ending in _CSV else _lines(path)))
    except OSError as error:
        raise _unreadable(path, error) from None


def _unreadable(path: Path, error: OSError) -> UnreadableSource:
    return UnreadableSource(
        f"{path} cannot be read: {error.strerror or error}", "Check the file", path=str(path)
    )


def read(path: Path, columns: Columns) -> Iterator[Fields]:
    """The table's rows, in order; one that cannot be read has an error instead of values.

    Raises:
        UnreadableSource: The file itself cannot be read any further.
    """
    ending = path.suffix.lower()
    if ending in _LINES:
        rows = _line_rows(path, columns)
    elif ending in _CSV:
        rows = _csv_rows(path)
    else:
        there = parquet_columns(path)
        found = (find(name, there) for name in columns.read())
        rows = parquet_rows(path, [name for name in found if name is not None])
    for number, row in _explained(rows, path):
        place = f"{printable(path)}:{number}"
        if isinstance(row, SummariserError):
            yield Fields(place, error=row)
            continue
        fields = fields_of(place, row, columns)
        yield _in_utf8(fields) if ending in _CSV else fields


Cells = tuple[int, "dict[str, Any] | SummariserError"]
"""Where a row stands, from 1, and its cells by column."""


def _explained(rows: Iterator[Cells], path: Path) -> Iterator[Cells]:
    # In a function of its own, so that nothing is caught that comes from where the rows go.
    try:
        yield from rows
    except OSError as error:
        raise _unreadable(path, error) from None


def fields_of(place: str, row: dict[str, Any], columns: Columns) -> Fields:
    """The fields of a row; an error where a column that was asked for is not there."""

    def cell(name: str | None, default: str = "") -> object:
        found = find(name or default, row)
        return None if found is None else row[found]

    missing = next((name for name in columns.wanted() if find(name, row) is None), None)
    id_ = cell(columns.id, "id")
    if missing is not None:
        error = BadRow(f"{place} has no {missing!r}", "Give it one, or name another column")
        return Fields(place, id=id_, error=error)
    return Fields(
        place,
        text=cell(columns.text),
        id=id_,
        published=cell(columns.published, "published"),
        source=cell(columns.source, "source"),
    )


def _lines(path: Path) -> Iterator[tuple[int, bytes]]:
    """Every line that is not blank, with its number; of one that is too long only the beginning."""
    with path.open("rb") as file:
        number = 0
        while line := file.readline(_LONGEST_LINE + 1):
            number += 1
            if len(line) > _LONGEST_LINE and not line.endswith(b"\n"):
                _skip_line(file)
            if line.strip():
                yield number, line


def kind_in_words(value: object) -> str:
    """What a value is, for people who do not know Python's names."""
    return _KINDS.get(type(value), f"a {type(value).__name__}")


def _skip_line(file: IO[bytes]) -> None:
    while (rest := file.readline(_LONGEST_LINE)) and not rest.endswith(b"\n"):
        pass


def _line_rows(path: Path, columns: Columns) -> Iterator[Cells]:
    for number, line in _lines(path):
        yield number, _parsed(line, f"{printable(path)}:{number}", columns)


def _loaded(text: str) -> tuple[object, list[str]]:
    """The JSON in a text, and the names of its fields as they stand there, if it has some: also one twice."""
    names: list[str] = []

    def keep(fields: list[tuple[str, Any]]) -> dict[str, Any]:
        names[:] = [name for name, _ in fields]  # the outermost object is the last to be complete
        return dict(fields)

    return json.loads(text, object_pairs_hook=keep), names


def _parsed(line: bytes, place: str, columns: Columns) -> dict[str, Any] | SummariserError:
    advice = "Give one JSON object on each line, in UTF-8"
    if len(line) > _LONGEST_LINE:
        return BadRow(
            f"{place} is longer than {_LONGEST_LINE / 1e6:,.0f} MB", "Split it into single articles"
        )
    try:
        value, names = _loaded(line.decode("utf-8-sig"))
    except UnicodeDecodeError:
        return BadRow(f"{place} is not UTF-8", advice)
    except (ValueError, RecursionError) as error:
        return BadRow(f"{place} is not JSON: {' '.join(str(error).split())[:100]}", advice)
    if not isinstance(value, dict):
        return BadRow(f"{place} is {kind_in_words(value)}, not a JSON object", advice)
    twice = _twice(columns, names)
    if twice is not None:
        return BadRow(f"{place} has two fields {twice!r}", _NO_COLUMN_TWICE)
    return value


def _in_utf8(fields: Fields) -> Fields:
    """The row, or its error where a cell that is read holds bytes that are not UTF-8 (see `_open_csv`)."""
    cells = (fields.text, fields.id, fields.published, fields.source)
    if not any(isinstance(cell, str) and _STRAY_BYTE.search(cell) for cell in cells):
        return fields
    error = NotText(f"{fields.place} is not UTF-8", "Save the table as UTF-8")
    return Fields(fields.place, id=fields.id, error=error)


def _open_csv(path: Path) -> IO[str]:
    csv.field_size_limit(min(MAX_BYTES, sys.maxsize))
    # What is not UTF-8 becomes lone surrogates, which an article refuses: one bad cell costs its row only.
    return path.open(encoding="utf-8-sig", errors="surrogateescape", newline="")


class _CsvLines:
    """The lines of a file, counted, and whether a quoted cell is open after them."""

    def __init__(self, file: IO[str]) -> None:
        self._file = file
        self.number = 0
        self.in_quotes = False

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = next(self._file)
        self.number += 1
        if line.count('"') % 2:
            self.in_quotes = not self.in_quotes
        return line

    def skip_record(self) -> None:
        """Leave the rest of a row behind whose cells cannot be read."""
        while self.in_quotes and next(self, None) is not None:
            pass


def _reader(file: IO[str]) -> tuple[Any, _CsvLines]:
    """A reader at the header, and its lines; the separator is the one that the header has most of."""
    header = file.readline()
    file.seek(0)
    separator = max(_SEPARATORS, key=header.count)
    lines = _CsvLines(file)
    # Strict: a quote that is never closed would else take all the rows after it into one article.
    return csv.reader(lines, delimiter=separator, strict=True), lines


def _csv_header(path: Path) -> list[str]:
    with _open_csv(path) as file:
        try:
            header = [str(cell) for cell in next(_reader(file)[0], [])]
        except csv.Error as error:
            raise UnreadableSource(f"{path} is not CSV: {error}", "Check the file", path=str(path)) from None
    if any("\0" in cell for cell in header):
        raise UnreadableSource(
            f"{path} is no table in UTF-8: its header holds NUL", "Save it as CSV in UTF-8", path=str(path)
        )
    return header


def _csv_rows(path: Path) -> Iterator[Cells]:
    with _open_csv(path) as file:
        reader, lines = _reader(file)
        header: list[str] = next(reader, [])
        while True:
            # The line on which the row begins: a cell may hold line ends.
            number = lines.number + 1
            lines.in_quotes = False
            try:
                cells = next(reader, None)
            except csv.Error as error:
                yield number, _bad_record(f"{printable(path)}:{number}", str(error), lines)
                continue
            if cells is None:
                return
            if not cells:
                continue
            if len(cells) != len(header):
                yield (
                    number,
                    BadRow(
                        f"{printable(path)}:{number} has {len(cells)} cells, and the header {len(header)}",
                        "Check its quotes and separators",
                    ),
                )
                continue
            yield number, dict(zip(header, cells, strict=True))


def _bad_record(place: str, reason: str, lines: _CsvLines) -> BadRow:
    """The error for a row that is not CSV, of which the lines that belong to it are left behind."""
    if "unexpected end" in reason:
        return BadRow(
            f"{place} has a quote that is never closed: all to the end, line {lines.number}, is in it",
            "Close it, and double the quotes inside a cell",
        )
    if "field larger" in reason:
        lines.skip_record()
        return BadRow(
            f"{place} has a cell of more than {MAX_BYTES:,} characters; it ends in line {lines.number}",
            "Check its quotes, or split it into single articles",
        )
    reason = reason.replace("'\t'", "a tab")  # the csv module shows the separator as it is
    return BadRow(
        f"{place} is not CSV: {reason} (line {lines.number})",
        "Close every quote, and double the quotes inside a cell",
    )
