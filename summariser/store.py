"""The store of finished work: one SQLite file that survives a kill at any moment.

A result is committed as soon as it is there, under the key of everything it depends on (`identity`). The
article's text is not kept, nor any key of an endpoint. One process at a time may hold the store: SQLite's
own lock sees to that, and the operating system gives it back when the holder dies.

Write-ahead logging makes a commit whole or absent after a kill of the process. After a power failure the
newest commits may be missing (the file is sound, the articles are done again): waiting for the disk after
each article would buy no more than that.
"""

from __future__ import annotations

import contextlib
import json
import logging
import os
import sqlite3
import threading
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Final, Self

from summariser import errors
from summariser.engines.base import Usage
from summariser.errors import DiskFull, StoreDamaged, StoreInUse, StoreVersion, SummariserError
from summariser.files import cannot_write, check_place, open_new
from summariser.logs import tell
from summariser.schemas import Summary

log = logging.getLogger(__name__)

STORE_VERSION: Final = 1
"""Raised with every change of the tables below."""
_LOG_PAGES: Final = 100
"""Of the write-ahead log, before it goes into the file and is begun anew: some 400 kB."""
_APPLICATION: Final = 0x53554D4D
"""``SUMM`` in the file's header, so that another program's SQLite file is not taken for a store."""
_TABLES: Final = """
CREATE TABLE results (
    key BLOB PRIMARY KEY,        -- SHA-256 of the article and of everything else that the result depends on
    summary BLOB,                -- the summary's JSON, compressed with zlib; NULL where it failed
    error TEXT,                  -- kind, message and advice as JSON; NULL where there is a summary
    calls INTEGER NOT NULL,      -- what it cost, failed calls included
    tokens_in INTEGER NOT NULL,
    tokens_cached INTEGER NOT NULL,
    tokens_out INTEGER NOT NULL,
    cost_usd REAL,               -- NULL where no price is known
    seconds REAL NOT NULL,
    finished TEXT NOT NULL       -- UTC
);
CREATE TABLE items (             -- the articles of the latest batch, in the order of its input
    position INTEGER PRIMARY KEY,
    id TEXT NOT NULL,
    place TEXT NOT NULL,         -- file and line, for people
    key BLOB,                    -- NULL where the row holds no article
    error TEXT                   -- what is wrong with such a row
);
CREATE INDEX items_id ON items (id);
CREATE INDEX items_key ON items (key);
"""


@dataclass(frozen=True, slots=True)
class Failure:
    """Why there is no summary of an article.

    Attributes:
        kind: The error's class in `summariser.errors`.
        message: What happened.
        advice: What to do about it.
    """

    kind: str
    message: str
    advice: str

    @classmethod
    def of(cls, error: SummariserError) -> Failure:
        """What is kept of an error. Its details are not: they can hold a whole answer."""
        return cls(type(error).__name__, *(" ".join(t.split()) for t in (error.message, error.advice)))

    def as_error(self) -> SummariserError:
        """The error again, without its details."""
        cls = getattr(errors, self.kind, None)
        if not (isinstance(cls, type) and issubclass(cls, SummariserError)):
            cls = SummariserError
        return cls(self.message, self.advice)

    def to_json(self) -> str:
        """As the store keeps it."""
        return json.dumps(
            {"kind": self.kind, "message": self.message, "advice": self.advice}, ensure_ascii=False
        )

    @classmethod
    def from_json(cls, text: object) -> Failure:
        """From what the store keeps.

        Raises:
            ValueError: It is something else.
        """
        if not isinstance(text, str):
            raise ValueError(f"A {type(text).__name__}")  # noqa: TRY004 - a damaged record, not a caller's fault
        match json.loads(text):
            case {"kind": str() as kind, "message": str() as message, "advice": str() as advice, **rest} if (
                not rest
            ):
                (kind + message + advice).encode()  # half a character could not be written out
                return cls(kind, message, advice)
        raise ValueError("No failure")


@dataclass(frozen=True, slots=True)
class Item:
    """One article of a batch, and what became of it.

    Attributes:
        id: The caller's name for it.
        place: File and line that it came from.
        summary: The summary's JSON as it was made; None where there is none.
        failure: Why there is none; None as well where the batch stopped before.
    """

    id: str
    place: str
    summary: str | None
    failure: Failure | None


class Store:
    """A store of finished work, open for one process.

    Args:
        path: The file; made if it is not there.

    Raises:
        StoreInUse: Somebody has it open, in this process or in another.
        StoreVersion: Another version of summariser made it.
        StoreDamaged: It is no store, or it is broken.
        ConfigurationError: It cannot be made there.
        DiskFull: There is no room for it.
    """

    def __init__(self, path: Path | str) -> None:
        self.path = Path(path)
        self.damaged = 0
        """How many results could not be read, and were taken out."""
        self._lock = threading.RLock()
        _make_file(self.path)
        with self._explained():
            self._connection = sqlite3.connect(
                self.path, isolation_level=None, timeout=0, check_same_thread=False
            )
        # Damaged text as well is one record's damage, and not a statement's.
        self._connection.text_factory = lambda raw: raw.decode("utf-8", "surrogateescape")
        try:
            with self._explained():
                self._open()
        except BaseException:
            self._connection.close()
            raise

    def _open(self) -> None:
        # Before the first access: then the lock lies on the file itself, also where shared memory does not
        # work, and holds until the process ends.
        self._run("PRAGMA locking_mode = EXCLUSIVE")
        # Killed between the making of the file and of its tables, it is as good as new.
        is_new = not self._one("SELECT count(*) FROM sqlite_master")
        if not is_new:
            self._check_kind()  # before anything is changed in what may be another program's file
        if self._one("PRAGMA journal_mode = WAL") != "wal":
            raise self._damaged()
        self._run("PRAGMA synchronous = NORMAL")
        # Small, and empty at the beginning: on a nearly full disk the room is for results.
        self._run(f"PRAGMA wal_autocheckpoint = {_LOG_PAGES}")
        self._empty_log()
        if is_new:
            self._make_tables()
        if self._one("PRAGMA quick_check(1)") != "ok":
            raise self._damaged()
        if log.isEnabledFor(logging.INFO):
            kept = self._one("SELECT count(*) FROM results")
            tell(
                log, logging.INFO, "store.opened", path=str(self.path), is_new=is_new, results=int(str(kept))
            )

    def _check_kind(self) -> None:
        if self._one("PRAGMA application_id") != _APPLICATION:
            raise StoreDamaged(
                f"{self.path} is a database, but no store of summariser", "Name another file (--store)"
            )
        version = self._one("PRAGMA user_version")
        if version != STORE_VERSION:
            raise StoreVersion(
                f"The store {self.path} has version {version}; this summariser reads version {STORE_VERSION}",
                "Use the summariser that made it, or name a new file (--store)",
                version=version,
            )

    def _make_tables(self) -> None:
        self._run("BEGIN IMMEDIATE")
        try:
            for statement in filter(str.strip, _without_comments(_TABLES).split(";")):
                self._run(statement)
            self._run(f"PRAGMA application_id = {_APPLICATION}")
            self._run(f"PRAGMA user_version = {STORE_VERSION}")
            self._run("COMMIT")
        except BaseException:
            if self._connection.in_transaction:
                self._run("ROLLBACK")
            raise

    def summary(self, key: bytes) -> Summary | None:
        """The finished summary under a key; None where there is none, or only a failure.

        A record that cannot be read (a bit that turned, a hand that edited it) must not stop all the others:
        it is counted in `damaged` and taken out, so that its article is done again.
        """
        with self._explained():
            found = self._row("SELECT summary, error FROM results WHERE key = ?", key)
        if found is None:
            return None
        try:
            return _read_result(*found)
        except _UNREADABLE:
            with self._explained():
                self._run("DELETE FROM results WHERE key = ?", key)
            self.damaged += 1
            return None

    def is_done(self, key: bytes) -> bool:
        """Whether there is a finished summary under a key, and one that can be read."""
        return self.summary(key) is not None

    def keep(
        self,
        key: bytes,
        result: Summary | SummariserError,
        usage: Usage,
        *,
        seconds: float,
        cost_usd: float | None = None,
    ) -> None:
        """Commit a result, in place of an earlier one under the same key.

        Args:
            key: From `identity.Identity`.
            result: The summary, or the error that kept the article from one.
            usage: What it cost, failed calls included.
            seconds: Wall time.
            cost_usd: Money, in US dollars, where a price is known.

        Raises:
            DiskFull: There is no room. What was there before still is.
        """
        failure = Failure.of(result).to_json() if isinstance(result, SummariserError) else None
        packed = zlib.compress(result.model_dump_json().encode()) if isinstance(result, Summary) else None
        finished = datetime.now(UTC).isoformat(timespec="seconds")
        spent = (usage.calls, usage.tokens_in, usage.tokens_cached, usage.tokens_out)
        with self._explained():
            self._write(
                "INSERT OR REPLACE INTO results VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                *(key, packed, failure, *spent, cost_usd, seconds, finished),
            )

    def add_item(
        self, position: int, id_: str, place: str, key: bytes | None, error: SummariserError | None
    ) -> None:
        """Take down an article of the batch, after those before it.

        Nothing is written where the batch before had the same one there: on a disk that was full, a list
        written anew by each run would take the room that was made for results.
        """
        failure = Failure.of(error).to_json() if error is not None else None
        item = (position, id_, place, key, failure)
        with self._explained():
            if self._row("SELECT * FROM items WHERE position = ?", position) != item:
                self._write("INSERT OR REPLACE INTO items VALUES (?, ?, ?, ?, ?)", *item)

    def end_items(self, count: int) -> None:
        """The batch has so many articles: what an earlier one had beyond is forgotten. Results stay."""
        with self._explained():
            if self._one("SELECT 1 FROM items WHERE position >= ? LIMIT 1", count) is not None:
                self._run("DELETE FROM items WHERE position >= ?", count)

    def place_of(self, id_: str, before: int) -> str | None:
        """Where the first article with this id stands, of those before a position; None where none has it."""
        with self._explained():
            found = self._one(
                "SELECT place FROM items WHERE id = ? AND position < ? ORDER BY position LIMIT 1", id_, before
            )
        return None if found is None else str(found)

    def has_item(self, key: bytes, before: int) -> bool:
        """Whether an article of the batch, before a position, has this key already."""
        with self._explained():
            found = self._one("SELECT 1 FROM items WHERE key = ? AND position < ? LIMIT 1", key, before)
        return found is not None

    def bytes_each(self) -> float | None:
        """How large the file is for each of its results; None where it has none or cannot be asked."""
        try:
            results = int(str(self._one("SELECT count(*) FROM results")))
            pages, size = (int(str(self._one(f"PRAGMA {name}"))) for name in ("page_count", "page_size"))
        except sqlite3.DatabaseError:
            return None
        return pages * size / results if results else None

    def counts(self) -> tuple[int, int, int]:
        """How many articles of the batch have a summary, a failure, and neither."""
        with self._explained(), self._lock:
            row = self._connection.execute(
                "SELECT count(results.summary), "
                "count(CASE WHEN results.summary IS NULL THEN coalesce(items.error, results.error) END), "
                "count(*) FROM items LEFT JOIN results ON results.key = items.key"
            ).fetchone()
        done, failed, total = row
        return done, failed, total - done - failed

    def items(self) -> Iterator[Item]:
        """The articles of the batch in the order of its input, each once, with what became of it."""
        with self._explained():
            rows = self._connection.execute(
                "SELECT id, place, summary, coalesce(items.error, results.error) FROM items "
                "LEFT JOIN results ON results.key = items.key ORDER BY position"
            )
            for id_, place, packed, failure in rows:
                try:
                    summary = None if packed is None else _unpacked(packed)
                    item = Item(id_, place, summary, None if failure is None else Failure.from_json(failure))
                except _UNREADABLE:  # it could be read when the batch began
                    raise self._damaged() from None
                yield item

    def close(self) -> None:
        """Let the file go. Everything is in it already."""
        with self._lock:
            self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _run(self, statement: str, *values: object) -> None:
        with self._lock:
            self._connection.execute(statement, values)

    def _write(self, statement: str, *values: object) -> None:
        """Run and commit; where there is no room for it, once more with the log emptied into the file."""
        try:
            self._run(statement, *values)
        except sqlite3.OperationalError as error:
            if getattr(error, "sqlite_errorcode", 0) & 0xFF not in _NO_ROOM:
                raise
            self._empty_log()
            self._run(statement, *values)

    def _empty_log(self) -> None:
        # Where there is no room for that either, what it holds is still read.
        with contextlib.suppress(sqlite3.OperationalError):
            self._run("PRAGMA wal_checkpoint(TRUNCATE)")

    def _row(self, statement: str, *values: object) -> tuple[object, ...] | None:
        """The first row; None where there is none."""
        with self._lock:
            row: tuple[object, ...] | None = self._connection.execute(statement, values).fetchone()
        return row

    def _one(self, statement: str, *values: object) -> object:
        """The first column of the first row; None where there is no row."""
        row = self._row(statement, *values)
        return None if row is None else row[0]

    def _damaged(self) -> StoreDamaged:
        return StoreDamaged(
            f"The store {self.path} is no SQLite file, or it is broken",
            "Move it away: the next run makes a new one and does its work again",
            path=str(self.path),
        )

    @contextlib.contextmanager
    def _explained(self) -> Iterator[None]:
        """SQLite's errors as ours."""
        try:
            yield
        except sqlite3.DatabaseError as error:
            code = getattr(error, "sqlite_errorcode", 0) & 0xFF
            raise self._explanation(code, error) from None

    def _explanation(self, code: int, error: sqlite3.DatabaseError) -> SummariserError:
        if code in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}:
            return StoreInUse(
                f"The store {self.path} is in use already", "Wait until it is free, or name another (--store)"
            )
        if code in _NO_ROOM:
            return DiskFull(
                f"The store {self.path} cannot be written: {error}",
                "Free some space; what was finished is kept, go on with --resume",
                path=str(self.path),
            )
        if code in {sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM}:
            return errors.ConfigurationError(
                f"The store {self.path} cannot be written: {error}", "Name another file (--store)"
            )
        return self._damaged()


_NO_ROOM: Final = {sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR}
"""A full disk shows as an input/output error where SQLite writes its log."""
_UNREADABLE: Final = (ValueError, zlib.error, RecursionError)
"""What the reading of a damaged record raises; pydantic's errors and those of Unicode are ValueErrors."""


def _read_result(packed: object, failure: object) -> Summary | None:
    """A record's summary; None where it is a failure. Raises one of `_UNREADABLE` where it is neither."""
    if (packed is None) == (failure is None):
        raise ValueError
    if packed is not None:
        return Summary.model_validate_json(_unpacked(packed))
    Failure.from_json(failure)
    return None


def _unpacked(packed: object) -> str:
    return zlib.decompress(packed if isinstance(packed, bytes) else b"").decode()


def _without_comments(script: str) -> str:
    return "\n".join(line.split("--")[0] for line in script.splitlines())


def _make_file(path: Path) -> None:
    """Make the file if it is not there: SQLite itself would not ask the umask for all it allows."""
    check_place(path)
    try:
        open_new(path).close()
    except FileExistsError:
        # Asked here, for SQLite calls it an input/output error; and not tried, for closing a file gives
        # back the locks that this process has on it.
        if not os.access(path, os.W_OK):
            raise errors.ConfigurationError(
                f"The store {path} may not be written to", "Change its permissions, or name another (--store)"
            ) from None
    except OSError as error:
        raise cannot_write(path, error) from None
