"""Tables of articles: JSON Lines, CSV and Parquet, row by row at flat memory."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any, Final

from summariser.articles import MAX_BYTES
from summariser.batch.parquet import parquet_columns, parquet_count, parquet_rows
from summariser.errors import BadRow, ConfigurationError, SummariserError, UnreadableSource

_LINES: Final = (".jsonl", ".ndjson")
_CSV: Final = (".csv", ".tsv")
PARQUET: Final = ".parquet"
ENDINGS: Final = (*_LINES, *_CSV, PARQUET)
_LONGEST_LINE: Final = 2 * MAX_BYTES
"""A line of JSON is longer than its text: escapes."""
_SEPARATORS: Final = ",;\t"


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
        ConfigurationError: A column is not there.
    """
    try:
        with path.open("rb"):
            pass
        if path.suffix.lower() in _LINES:
            return
        there = parquet_columns(path) if path.suffix.lower() == PARQUET else _csv_header(path)
    except OSError as error:
        raise UnreadableSource(
            f"{path} cannot be read: {error.strerror or error}", "Check the file", path=str(path)
        ) from None
    missing = [name for name in columns.wanted() if name not in there]
    if missing:
        raise ConfigurationError(
            f"{path} has no column {missing[0]!r}; it has {', '.join(map(repr, there)) or 'none'}",
            "Name its columns with --text-column, --id-column, --published-column, --source-column",
            path=str(path),
        )


def count(path: Path) -> int:
    """How many rows the table has."""
    ending = path.suffix.lower()
    if ending == PARQUET:
        return parquet_count(path)
    if ending in _CSV:
        return sum(1 for _ in _csv_rows(path))
    return sum(1 for _ in _lines(path))


def read(path: Path, columns: Columns) -> Iterator[Fields]:
    """The table's rows, in order; one that cannot be read has an error instead of values."""
    ending = path.suffix.lower()
    if ending in _LINES:
        rows = _line_rows(path)
    elif ending in _CSV:
        rows = _csv_rows(path)
    else:
        rows = parquet_rows(path, [*columns.wanted(), "id", "published", "source"])
    for number, row in rows:
        place = f"{path.as_posix()}:{number}"
        yield Fields(place, error=row) if isinstance(row, SummariserError) else _fields(place, row, columns)


Cells = tuple[int, "dict[str, Any] | SummariserError"]
"""Where a row stands, from 1, and its cells by column."""


def _fields(place: str, row: dict[str, Any], columns: Columns) -> Fields:
    missing = next((name for name in columns.wanted() if name not in row), None)
    id_ = row.get(columns.id or "id")
    if missing is not None:
        error = BadRow(f"{place} has no {missing!r}", "Give it one, or name another column")
        return Fields(place, id=id_, error=error)
    return Fields(
        place,
        text=row[columns.text],
        id=id_,
        published=row.get(columns.published or "published"),
        source=row.get(columns.source or "source"),
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


def _skip_line(file: IO[bytes]) -> None:
    while (rest := file.readline(_LONGEST_LINE)) and not rest.endswith(b"\n"):
        pass


def _line_rows(path: Path) -> Iterator[Cells]:
    for number, line in _lines(path):
        yield number, _parsed(line, f"{path.as_posix()}:{number}")


def _parsed(line: bytes, place: str) -> dict[str, Any] | SummariserError:
    advice = "Give one JSON object on each line, in UTF-8"
    if len(line) > _LONGEST_LINE:
        return BadRow(
            f"{place} is longer than {_LONGEST_LINE / 1e6:,.0f} MB", "Split it into single articles"
        )
    try:
        value = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError:
        return BadRow(f"{place} is not UTF-8", advice)
    except (ValueError, RecursionError) as error:
        return BadRow(f"{place} is not JSON: {' '.join(str(error).split())[:100]}", advice)
    if not isinstance(value, dict):
        return BadRow(f"{place} is a JSON {type(value).__name__}, not an object", advice)
    return value


def _open_csv(path: Path) -> IO[str]:
    csv.field_size_limit(min(MAX_BYTES, sys.maxsize))
    # What is not UTF-8 becomes lone surrogates, which an article refuses: one bad cell costs its row only.
    return path.open(encoding="utf-8-sig", errors="surrogateescape", newline="")


def _reader(file: IO[str]) -> Any:
    """A reader at the header; the separator is the one that the header has most of."""
    header = file.readline()
    file.seek(0)
    separator = max(_SEPARATORS, key=header.count)
    return csv.reader(file, delimiter=separator)


def _csv_header(path: Path) -> list[str]:
    with _open_csv(path) as file:
        try:
            return [str(cell) for cell in next(_reader(file), [])]
        except csv.Error as error:
            raise UnreadableSource(f"{path} is not CSV: {error}", "Check the file", path=str(path)) from None


def _csv_rows(path: Path) -> Iterator[Cells]:
    with _open_csv(path) as file:
        reader = _reader(file)
        header: list[str] = next(reader, [])
        while True:
            # The line on which the row begins: a cell may hold line ends.
            number = reader.line_num + 1
            try:
                cells = next(reader, None)
            except csv.Error as error:
                yield number, BadRow(f"{path.as_posix()}:{number} is not CSV: {error}", "Check its quotes")
                continue
            if cells is None:
                return
            if not cells:
                continue
            if len(cells) != len(header):
                yield (
                    number,
                    BadRow(
                        f"{path.as_posix()}:{number} has {len(cells)} cells, and the header {len(header)}",
                        "Check its quotes and separators",
                    ),
                )
                continue
            yield number, dict(zip(header, cells, strict=True))
