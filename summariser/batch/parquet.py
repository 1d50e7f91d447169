"""Parquet, through pyarrow: the optional part of a batch's inputs and outputs."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any, BinaryIO, Final

from summariser.errors import BadRow, MissingExtra, UnreadableSource
from summariser.files import printable

ROWS_AT_ONCE: Final = 256
"""Articles are long: so many of them are some megabytes."""
_UNREADABLE: Final = (ValueError, OverflowError, LookupError, NotImplementedError)
"""What pyarrow raises for a value: text that is not UTF-8, a time out of Python's range, an unknown zone."""


def arrow() -> ModuleType:
    """pyarrow.

    Raises:
        MissingExtra: It is not installed.
    """
    try:
        import pyarrow  # noqa: PLC0415 - an optional dependency
        import pyarrow.parquet  # noqa: PLC0415
    except ImportError:
        raise MissingExtra(
            "Parquet needs the extra 'batch', which is not installed",
            "Run: pip install 'summariser[batch]'",
            extra="batch",
        ) from None
    module: ModuleType = pyarrow
    return module


def parquet_columns(path: Path) -> list[str]:
    """The names of a file's columns.

    Raises:
        UnreadableSource: It is no Parquet file.
        MissingExtra: pyarrow is not installed.
    """
    with _opened(path) as file:
        return list(file.schema_arrow.names)


def parquet_count(path: Path) -> int:
    """How many rows a file has, from its footer."""
    with _opened(path) as file:
        return int(file.metadata.num_rows)


def parquet_rows(path: Path, columns: list[str]) -> Iterator[tuple[int, dict[str, Any] | BadRow]]:
    """The rows, numbered from 1, with those of the columns that are there; an error for a bad one.

    A file is read by its row groups, so that damage in one of them costs the rest of that one only.
    """
    with _opened(path) as file:
        there = [name for name in dict.fromkeys(columns) if name in file.schema_arrow.names]
        number = 0
        for group in range(file.num_row_groups):
            end = number + file.metadata.row_group(group).num_rows
            reason = None
            batches = _batches(file, group, there)
            while number < end and reason is None:
                batch = _next(batches)
                if isinstance(batch, str):
                    reason = batch
                    continue
                for row in rows_of(batch, f"{printable(path)}:", number + 1):
                    number += 1
                    yield number, row
            while number < end:
                number += 1
                yield number, BadRow(f"{printable(path)}:{number} cannot be read: {reason}", "Mend the file")


def _opened(path: Path) -> Any:
    pyarrow = arrow()
    try:
        # Checked where the file has check sums: damage in a text would else be read as the text.
        return pyarrow.parquet.ParquetFile(path, page_checksum_verification=True)
    except (pyarrow.ArrowException, OSError) as error:
        raise _broken(path, error) from None


def _batches(file: Any, group: int, columns: list[str]) -> Iterator[Any]:
    yield from file.iter_batches(batch_size=ROWS_AT_ONCE, row_groups=[group], columns=columns)


def _next(batches: Iterator[Any]) -> Any:
    """The next rows, or why they cannot be read."""
    try:
        batch = next(batches, None)
    except (arrow().ArrowException, OSError) as error:
        return " ".join(str(error).split())[:100]
    return "the file says that there are more rows" if batch is None else batch


def rows_of(batch: Any, place: str, first: int) -> list[dict[str, Any] | BadRow]:
    """The rows of a batch; only where one of them cannot be read they are read one by one."""
    try:
        rows: list[dict[str, Any] | BadRow] = batch.to_pylist()
    except _UNREADABLE:
        return [_row_of(batch.slice(at, 1), f"{place}{first + at}") for at in range(batch.num_rows)]
    return rows


def _row_of(single: Any, place: str) -> dict[str, Any] | BadRow:
    """One row: finer times than Python has are cut, what else cannot be read makes an error of it."""
    row: dict[str, Any] = {}
    for name, column in zip(single.schema.names, single.columns, strict=True):
        kind = column.type
        try:
            if arrow().types.is_timestamp(kind) and kind.unit == "ns":
                column = column.cast(arrow().timestamp("us", kind.tz), safe=False)  # noqa: PLW2901
            row[name] = column[0].as_py()
        except _UNREADABLE as error:
            reason = " ".join(str(error).split())[:100]
            return BadRow(f"{place} has a {name!r} that cannot be read: {reason}", "Correct it")
    return row


def _broken(path: Path, error: Exception) -> UnreadableSource:
    reason = " ".join(str(error).split())[:100]
    return UnreadableSource(f"{path} cannot be read as Parquet: {reason}", "Check the file", path=str(path))


class ParquetWriter:
    """Writes records of text cells, some rows at a time.

    Args:
        file: Where to.
        columns: The names of the cells.
    """

    def __init__(self, file: BinaryIO, columns: tuple[str, ...]) -> None:
        self._arrow = arrow()
        text = self._arrow.string()
        self._schema = self._arrow.schema([(name, text) for name in columns])
        self._writer = self._arrow.parquet.ParquetWriter(
            file, self._schema, compression="zstd", write_page_checksum=True
        )
        self._rows: list[dict[str, str | None]] = []

    def add(self, row: dict[str, str | None]) -> None:
        """Take a row."""
        self._rows.append(row)
        if len(self._rows) >= ROWS_AT_ONCE:
            self._flush()

    def close(self) -> None:
        """Write what is left, and the footer."""
        self._flush()
        self._writer.close()

    def _flush(self) -> None:
        if self._rows:
            self._writer.write_table(self._arrow.Table.from_pylist(self._rows, schema=self._schema))
            self._rows = []
