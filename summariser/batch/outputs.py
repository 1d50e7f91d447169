"""What a batch writes: every article once, in the order of the input, whole or not at all.

The output is made from the store when the work is over, so that it does not matter in which order or in
which run the articles were finished. It holds nothing that differs from run to run: the seconds in a
summary's provenance are written as 0, unless ``timings`` asks for those that were measured. The store
keeps them in any case.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import Any, BinaryIO, Final, Protocol

from summariser.batch.parquet import ParquetWriter, arrow, parquet_columns
from summariser.batch.tables import PARQUET
from summariser.engines.locking import exclusive
from summariser.errors import ConfigurationError, OutputExists, UnreadableSource
from summariser.files import cannot_write, check_place, check_writable, replacing
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
    check_place(path)  # a pipe would be replaced, and whoever reads it left waiting
    for given in inputs:
        if path.exists() and given.exists() and path.samefile(given):
            raise ConfigurationError(f"{path} is an input as well", "Name another file for the output")
    try:
        check_writable(path)
    except OSError as error:
        raise cannot_write(path, error) from None


def check_free(path: Path, *, resume: bool, store: str) -> None:
    """See that nothing is overwritten but what an earlier run of a batch wrote.

    Args:
        path: An output, or a file for the failures.
        resume: Whether to go on with what an earlier run wrote.
        store: The name of the store, for the message.

    Raises:
        OutputExists: It is there, and ``resume`` was not given; or no batch wrote it.
    """
    if not path.exists():
        return
    if not resume:
        raise OutputExists(
            f"{path} is there already",
            f"Go on with --resume (what is done in {store} costs nothing), or name another file",
            path=str(path),
        )
    if not _is_of_a_batch(path):
        raise OutputExists(
            f"{path} was not written by a batch", "Move it away, or name another file", path=str(path)
        )


def _is_of_a_batch(path: Path) -> bool:
    """Whether the file begins as a batch's do. An empty one says nothing that could be lost."""
    try:
        if path.stat().st_size == 0:
            return True
        if path.suffix.lower() == PARQUET:
            return parquet_columns(path) == list(_COLUMNS)
        with path.open("rb") as file:
            record = json.loads(file.readline())
    except (OSError, ValueError, RecursionError, UnreadableSource):
        return False
    return isinstance(record, dict) and {*record} in ({"id", "place", "summary"}, {"id", "place", "error"})


@contextmanager
def alone_with(path: Path) -> Iterator[None]:
    """Keep other batches from the same output inside the block: the last one's would take the others' place.

    Raises:
        ConfigurationError: Another batch is at work on it.
    """

    def refuse() -> None:
        raise ConfigurationError(
            f"Another batch is at work on {path}", "Wait for its end, or name another file", path=str(path)
        )

    target = path.resolve()
    lock = target.with_name(f".{target.name}.lock")
    with ExitStack() as stack:
        try:
            held = stack.enter_context(exclusive(lock, refuse))
            # Whoever held it may have taken the file away between our opening and our locking it.
            is_there = os.path.samestat(os.fstat(held.fileno()), lock.stat())
        except FileNotFoundError:
            is_there = False
        except OSError as error:
            raise cannot_write(path, error) from None
        if not is_there:
            refuse()
        try:
            yield
        finally:
            with suppress(OSError):  # Windows keeps an open file
                lock.unlink()


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
    target = path.resolve()
    temporary = target.with_name(f".{target.name}.partial")
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


def written(summary: str, *, timings: bool = False) -> str:
    """A summary's JSON as a batch writes it into Parquet."""
    record = _canonical(summary, timings=timings)
    assert record is not None
    return _json(record)


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
