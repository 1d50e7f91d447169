"""Summaries from files: what ``summarise --json`` and ``batch`` write."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from pydantic import ValidationError

from summariser.errors import BadRow, UnreadableSource
from summariser.exports.report import Named
from summariser.files import printable
from summariser.schemas import SCHEMA_VERSION, Summary

_LINES: Final = (".jsonl", ".ndjson")
_PARQUET: Final = ".parquet"
_COLUMNS: Final = ["id", "place", "summary", "error_kind", "error_message"]
_LONGEST_REASON: Final = 200


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A record of a file that gives no summary.

    Attributes:
        place: File and line, or row.
        reason: Why.
        failed: The batch says that the article has none; False where the record itself is at fault.
        name: The article's id, where the record tells it.
    """

    place: str
    reason: str
    failed: bool
    name: str | None = None

    def __str__(self) -> str:
        called = f"{self.place} ({self.name})" if self.name else self.place
        return f"{called} {'has no summary' if self.failed else 'is not read'}: {self.reason}"


def read_summaries(path: Path) -> Iterator[Named | Unreadable]:
    """The summaries of a file, in its order, one at a time.

    Args:
        path: JSON of one summary, JSON Lines of summaries or of a batch, or a batch's Parquet.

    Yields:
        Each summary with its article's name (the batch's id, else the file's name), or why there is none.

    Raises:
        UnreadableSource: The file cannot be read, or holds nothing.
        MissingExtra: It is Parquet, and the extra that reads it is not installed.
    """
    try:
        records = _rows(path) if path.suffix.lower() == _PARQUET else _objects(path)
        nothing = True
        for record in records:
            nothing = False
            yield record
    except OSError as error:
        reason = error.strerror or str(error)
        raise UnreadableSource(f"{path} cannot be read: {reason}", "Check the file", path=str(path)) from None
    if nothing:
        raise UnreadableSource(f"{path} holds no summary", "Make one with 'summariser summarise --json'")


def summaries_in(content: bytes, name: str) -> Iterator[Named | Unreadable]:
    """The summaries in JSON or JSON Lines, as `read_summaries` gives them.

    Args:
        content: JSON of one summary, over as many lines as it likes; an array of such; or one on each line.
        name: How messages call it.
    """
    whole = _parsed(content)
    lines = content.splitlines()
    if isinstance(whole, list):
        for number, item in enumerate(whole, start=1):
            yield _record(item, f"{name}:[{number}]", f"{Path(name).stem}:{number}")
    elif isinstance(whole, Exception) and isinstance(_parsed(next(filter(None, lines), b"")), dict):
        yield from _lines(lines, name)
    else:
        # One object; or something else, about which one message is enough.
        yield _record(whole, name, Path(name).stem)


def _objects(path: Path) -> Iterator[Named | Unreadable]:
    if path.suffix.lower() not in _LINES:
        yield from summaries_in(path.read_bytes(), printable(path))
        return
    with path.open("rb") as file:
        yield from _lines(file, printable(path))


def _lines(lines: Iterable[bytes], name: str) -> Iterator[Named | Unreadable]:
    for number, line in enumerate(lines, start=1):
        if line.strip():
            yield _record(_parsed(line), f"{name}:{number}", f"{Path(name).stem}:{number}")


def _parsed(content: bytes) -> Any:
    """The JSON value, or the error for what is none."""
    try:
        return json.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        return error


def _record(value: Any, place: str, name: str) -> Named | Unreadable:
    match value:
        case {"summary": dict() as summary, **rest}:
            return _summary(summary, place, _whole(rest.get("id")) or name)
        case {"error": dict() as error, **rest}:
            said = f"{error.get('kind', 'error')}: {error.get('message', 'no reason is given')}"
            return Unreadable(place, _short(said), True, _whole(rest.get("id")))
        case {"schema_version": _}:
            return _summary(value, place, name)
        case Exception():
            return Unreadable(place, f"not JSON ({_short(value)})", False)
        case _:
            return Unreadable(place, "no summary, and no record of a batch", False)


def _whole(name: object) -> str | None:
    """An id that can be written out: half a character, which JSON can hold, is escaped."""
    return name.encode("utf-8", "backslashreplace").decode("utf-8") if isinstance(name, str) else None


def _summary(value: dict[str, Any], place: str, name: str) -> Named | Unreadable:
    version = value.get("schema_version")
    if version != SCHEMA_VERSION:
        reason = f"it has schema {version}, and {SCHEMA_VERSION} is read; summarise the article again"
        return Unreadable(place, _short(reason), False, name)
    try:
        # By way of JSON, for in Python's own values a list is no tuple.
        return Named(Summary.model_validate_json(json.dumps(value)), name)
    except (ValidationError, ValueError, RecursionError) as error:
        return Unreadable(place, f"no valid summary ({_short(_first(error))})", False, name)


def _first(error: Exception) -> str:
    if not isinstance(error, ValidationError):
        return str(error)
    first = error.errors(include_url=False, include_input=False)[0]
    return f"{'.'.join(map(str, first['loc'])) or 'summary'}: {first['msg']}"


def _rows(path: Path) -> Iterator[Named | Unreadable]:
    # Behind it stand seconds of loading, which no other form of input needs.
    from summariser.batch.parquet import parquet_columns, parquet_rows  # noqa: PLC0415

    path.open("rb").close()  # a file that is not there is told as such, whatever is installed
    if "summary" not in parquet_columns(path):
        raise UnreadableSource(f"{path} has no column 'summary'", "Give the Parquet of 'summariser batch'")
    for number, row in parquet_rows(path, _COLUMNS):
        place = f"{printable(path)}:{number}"
        if isinstance(row, BadRow):
            yield Unreadable(place, row.message, False)
            continue
        name = row.get("id") or f"{path.stem}:{number}"
        summary = row.get("summary")
        if summary is None:
            said = f"{row.get('error_kind')}: {row.get('error_message')}"
            yield Unreadable(place, _short(said), True, name)
            continue
        value = _parsed(str(summary).encode())
        yield _summary(value, place, name) if isinstance(value, dict) else _record(value, place, name)


def _short(value: object) -> str:
    return " ".join(str(value).split())[:_LONGEST_REASON]
