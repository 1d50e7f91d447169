"""What a batch writes: every article once, in the order of the input, whole or not at all.

The output is made from the store when the work is over, so that it does not matter in which order or in
which run the articles were finished. It holds nothing that differs from run to run: the seconds in a
summary's provenance are written as 0, unless ``timings`` asks for those that were measured. The store
keeps them in any case.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO, Final, Protocol

from summariser.batch.parquet import ParquetWriter, arrow
from summariser.batch.tables import PARQUET
from summariser.errors import ConfigurationError
from summariser.files import cannot_write, check_writable, replacing
from summariser.store import Failure, Item

_LINES: Final = (".jsonl", ".ndjson")
_COLUMNS: Final = ("id", "place", "summary", "error_kind", "error_message", "error_advice")


def check_output(path: Path, inputs: Iterable[Path], *, lines_only: bool = False) -> None:
    """See that the file can be written, before any work is done for it.

    Raises:
        ConfigurationError: It cannot, its ending is none that is written, or it is one of the inputs.
        DiskFull: There is no room.
        MissingExtra: Parquet, and the extra "batch" is not installed.
    """
    ending = path.suffix.lower()
    if ending not in _LINES and (lines_only or ending != PARQUET):
        wanted = ".jsonl" if lines_only else ".jsonl or .parquet"
        raise ConfigurationError(f"{path} does not end in {wanted}", "The ending says which format to write")
    if ending == PARQUET:
        arrow()
    if path.is_dir():
        raise ConfigurationError(f"{path} is a directory", "Name a file in it")
    for given in inputs:
        if path.exists() and given.exists() and path.samefile(given):
            raise ConfigurationError(f"{path} is an input as well", "Name another file for the output")
    try:
        check_writable(path)
    except OSError as error:
        raise cannot_write(path, error) from None


def write_output(path: Path, items: Iterable[Item], *, timings: bool = False) -> int:
    """Write what has a summary or a failure; what the batch did not get to is left out.

    Args:
        path: Where to; JSON Lines or Parquet by its ending.
        items: From the store.
        timings: With the seconds that were measured.

    Returns:
        How many articles were written.

    Raises:
        DiskFull: There is no room. What stood there before still does.
        ConfigurationError: It cannot be written.
    """
    written = 0
    with _writing(path) as writer:
        for item in items:
            if item.summary is not None or item.failure is not None:
                writer.add(item.id, item.place, _canonical(item.summary, timings=timings), item.failure)
                written += 1
    return written


def write_errors(path: Path, items: Iterable[Item]) -> None:
    """Write the failures alone, as JSON Lines. Raises as `write_output` does."""
    with _writing(path) as writer:
        for item in items:
            if item.failure is not None:
                writer.add(item.id, item.place, None, item.failure)


class _Writer(Protocol):
    def add(self, id_: str, place: str, summary: dict[str, Any] | None, failure: Failure | None) -> None: ...

    def close(self) -> None: ...


@contextmanager
def _writing(path: Path) -> Iterator[_Writer]:
    # A fixed name: a kill in the middle leaves one such file, which the next run replaces.
    temporary = path.resolve().with_name(f".{path.name}.partial")
    try:
        with replacing(path, temporary) as file:
            writer: _Writer = _Parquet(file) if path.suffix.lower() == PARQUET else _Lines(file)
            yield writer
            writer.close()
    except OSError as error:
        raise cannot_write(path, error) from None


class _Lines:
    def __init__(self, file: BinaryIO) -> None:
        self._file = file

    def add(self, id_: str, place: str, summary: dict[str, Any] | None, failure: Failure | None) -> None:
        record: dict[str, Any] = {"id": id_, "place": place}
        if failure is None:
            record["summary"] = summary
        else:
            record["error"] = json.loads(failure.to_json())
        self._file.write(_json(record).encode("utf-8") + b"\n")

    def close(self) -> None:
        """Nothing is held back."""


class _Parquet:
    def __init__(self, file: BinaryIO) -> None:
        self._writer = ParquetWriter(file, _COLUMNS)

    def add(self, id_: str, place: str, summary: dict[str, Any] | None, failure: Failure | None) -> None:
        error = (None, None, None) if failure is None else (failure.kind, failure.message, failure.advice)
        cells = (id_, place, None if summary is None else _json(summary), *error)
        self._writer.add(dict(zip(_COLUMNS, cells, strict=True)))

    def close(self) -> None:
        self._writer.close()


def _canonical(summary: str | None, *, timings: bool) -> dict[str, Any] | None:
    """A summary as it is written: without what differs from run to run."""
    if summary is None:
        return None
    record: dict[str, Any] = json.loads(summary)
    if not timings:
        provenance = record["provenance"]
        provenance["seconds"] = 0.0
        for step in provenance["steps"]:
            step["seconds"] = 0.0
    return record


def _json(record: dict[str, Any]) -> str:
    return json.dumps(record, ensure_ascii=False, separators=(",", ":"))
