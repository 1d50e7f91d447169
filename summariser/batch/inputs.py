"""What a batch reads: folders of texts, JSON Lines, CSV and Parquet, as one stream of rows.

A row that holds no article is a row with an error, never a row less. Only what makes a whole input
unusable (a file that is not there, a column that it does not have) is raised, and before any work is done.
"""

from __future__ import annotations

import errno
import math
import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Final
from uuid import UUID

from summariser.articles import STDIN, Article, load_article, parse_date
from summariser.batch import tables
from summariser.batch.origins import Origins
from summariser.batch.tables import Columns, Fields
from summariser.errors import (
    BadDate,
    BadRow,
    ConfigurationError,
    InputError,
    SummariserError,
    UnreadableSource,
)
from summariser.files import printable

_EXACT: Final = 2.0**53
"""Below it a floating-point number holds whole numbers without loss."""
TEXT_ENDINGS: Final = (".txt", ".text", ".md", ".html", ".htm", ".pdf", ".docx", ".eml")


@dataclass(frozen=True, slots=True)
class Row:
    """One article of the input, or why it is none.

    Attributes:
        id: The caller's id, or else where it stands.
        place: Where it stands: a file, or ``file:line`` of a table.
        article: The article; None where there is an error.
        error: What is wrong with it.
    """

    id: str
    place: str
    article: Article | None
    error: SummariserError | None = None


@dataclass(frozen=True, slots=True)
class Inputs:
    """Several inputs, read one after the other.

    Args:
        paths: Folders (read with all that is in them, sorted), single texts and tables.
        columns: Names of the tables' columns.
        origins: When and by whom the articles were published, where they do not say so.
    """

    paths: Sequence[Path]
    columns: Columns = Columns()  # noqa: RUF009 - frozen
    origins: Origins = Origins()  # noqa: RUF009 - frozen

    def check(self) -> None:
        """See that every input can be read and has its columns.

        Raises:
            UnreadableSource: One is not there, may not be read, or is of a kind that is not read.
            ConfigurationError: A table lacks a column that was asked for, or there is a pattern for the names
                of texts and no text.
            MissingExtra: Parquet, and the extra "batch" is not installed.
        """
        if self.origins.file_names is not None and all(map(tables.is_table, self.paths)):
            raise ConfigurationError(
                "There is a pattern for names of files, and all inputs are tables",
                "Name the columns (--published-column, --source-column)",
            )
        for path in self.paths:
            if str(path) == STDIN:
                raise UnreadableSource("Standard input is not read by a batch", "Save it to a file")
            if not _is_there(path):
                raise UnreadableSource(f"{path} does not exist", "Check the name", path=str(path))
            if path.is_dir():
                continue
            if not path.is_file():
                raise _no_file(printable(path), "Save what it gives to a file")
            if tables.is_table(path):
                tables.check(path, self.columns)
            elif not _is_text(path):
                raise UnreadableSource(
                    f"{path} is of a kind that is not read",
                    f"Give a folder, {', '.join(TEXT_ENDINGS)}, or {', '.join(tables.ENDINGS)}",
                    path=str(path),
                )

    def count(self) -> int:
        """How many rows there are, without reading the texts."""
        return sum(
            sum(1 for _ in texts_in(path))
            if path.is_dir()
            else tables.count(path)
            if tables.is_table(path)
            else 1
            for path in self.paths
        )

    def passed_over(self, own: Iterable[Path] = ()) -> int:
        """How many files in the folders are of a kind that is not read; links to folders count.

        Args:
            own: The batch's own files, which do not count.
        """
        places = {path.resolve() for path in own}
        return sum(
            1
            for path in self.paths
            if path.is_dir()
            for file in _files_in(path, links=True)
            if (file.is_symlink() if _is_folder(file) else not (_is_text(file) or file.absolute() in places))
        )

    def reads(self, file: Path) -> bool:
        """Whether the file is one of the inputs, or would be read as a text of a folder."""
        place = file.resolve()
        return any(
            place == path.resolve()
            or (path.is_dir() and _is_text(file) and place.is_relative_to(path.resolve()))
            for path in self.paths
        )

    def rows(self) -> Iterator[Row]:
        """Every row, in the order of the inputs."""
        for path in self.paths:
            if path.is_dir():
                yield from map(self._row_of_file, texts_in(path))
            elif tables.is_table(path):
                for fields in tables.read(path, self.columns):
                    yield row_of_fields(fields, self.origins)
            else:
                yield self._row_of_file(path)

    def _row_of_file(self, path: Path) -> Row:
        place = printable(path)
        try:
            if _is_folder(path):
                raise _no_entry(place, os.strerror(errno.EACCES))
            if _is_there(path) and not path.is_file():
                raise _no_file(place, "Take it out of the folder")  # a pipe would be waited for without end
            published, source = self.origins.of_file(path)
            article = load_article(path, published=published, source=source)
            return Row(place, place, self.origins.fill(article))
        except SummariserError as error:
            return Row(place, place, None, error)


def row_of_fields(fields: Fields, origins: Origins | None = None) -> Row:
    """A row of a table, its values checked."""
    name, origins = fields.place, origins or Origins()
    try:
        name = _label(fields.id, "id", fields.place) or fields.place
        if fields.error is not None:
            raise fields.error
        article = Article(
            _text(fields.text, fields.place),
            published=_day(fields.published, fields.place) or origins.published,
            source=_label(fields.source, "source", fields.place) or origins.source,
            name=fields.place,
        )
    except BadDate as error:  # a day is checked where nothing is known of rows
        told = BadDate(f"{fields.place}: {error.message}", error.advice, **error.details)
        return Row(name, fields.place, None, told)
    except SummariserError as error:
        return Row(name, fields.place, None, fields.error or error)
    return Row(name, fields.place, article)


def _is_there(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:  # a name that is too long
        return False


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:  # its own folder may be listed and not entered
        return False


def _is_text(path: Path) -> bool:
    return path.suffix.lower() in TEXT_ENDINGS


def texts_in(folder: Path) -> Iterator[Path]:
    """The texts, and the folders below that cannot be read, each a failure: there may be articles in it."""
    return (path for path in _files_in(folder) if _is_text(path) or _is_folder(path))


def _files_in(folder: Path, *, links: bool = False) -> Iterator[Path]:
    """Every file under the folder but hidden ones, sorted, and the folders below that cannot be read.

    Links to folders are not followed, for they may lead in a circle; ``links`` lists them as well.

    Raises:
        UnreadableSource: The folder itself cannot be read.
    """
    closed: list[Path] = []

    def refuse(error: OSError) -> None:
        if Path(error.filename) == folder:
            raise _no_entry(str(folder), error.strerror or str(error))
        closed.append(Path(error.filename))

    for where, folders, files in os.walk(folder, onerror=refuse):
        yield from _emptied(closed)
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (Path(where, name) for name in sorted(files) if not name.startswith("."))
        if links:
            yield from (path for path in (Path(where, name) for name in folders) if path.is_symlink())

    yield from _emptied(closed)


def _emptied(paths: list[Path]) -> Iterator[Path]:
    while paths:
        yield paths.pop(0)


def _no_entry(name: str, reason: str) -> UnreadableSource:
    return UnreadableSource(f"The folder {name} cannot be read: {reason}", "Check its permissions", path=name)


def _no_file(name: str, advice: str) -> UnreadableSource:
    return UnreadableSource(f"{name} is a pipe or a device, not a file", advice, path=name)


def _plain(value: object, place: str) -> object:
    """A cell as it was meant by programs that have fewer types than Parquet.

    Some call text bytes. pandas makes fractions of a column of whole numbers in which one is missing, and NaN
    of the one that is.
    """
    if isinstance(value, bytes):
        try:
            return value.decode("utf-8")
        except UnicodeDecodeError:
            raise BadRow(f"{place} has a cell that is not UTF-8", "Give its text in UTF-8") from None
    if isinstance(value, float) and math.isnan(value):
        return None
    if isinstance(value, float) and value.is_integer() and abs(value) < _EXACT:
        return int(value)
    return str(value) if isinstance(value, UUID) else value


def _text(value: object, place: str) -> str:
    """The text of a row."""
    advice = "Give it one, or name the column (--text-column)"
    value = _plain(value, place)
    if value is None:
        raise BadRow(f"{place} has no text", advice)
    if not isinstance(value, str):
        raise BadRow(f"{place} has {tables.kind_in_words(value)} in place of its text", advice)
    return value


def _label(value: object, called: str, place: str) -> str | None:
    """An id or a source as text; None where the cell is empty."""
    value = _plain(value, place)
    if value is None or value == "":
        return None
    if not isinstance(value, str | int) or isinstance(value, bool):
        raise BadRow(f"{place}: the {called} is {tables.kind_in_words(value)}", "Give text or a whole number")
    text = str(value)
    if any("\ud800" <= c <= "\udfff" for c in text):
        raise InputError(f"{place}: the {called} is not valid Unicode", "Give it in UTF-8")
    return text


def _day(value: object, place: str) -> date | None:
    """The day of publication, of a date or a text that begins with one."""
    value = _plain(value, place)
    if value is None or value == "":
        return None
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    text = str(value).strip()
    # A time of day after the date is of no use to a reader of days.
    return parse_date(text[:10] if text[10:11] in {"T", "t", " "} else text)
