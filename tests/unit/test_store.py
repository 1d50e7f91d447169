"""The store: what is kept comes back, one process at a time, and every broken file is told apart."""

from __future__ import annotations

import os
import sqlite3
import stat
import subprocess
import sys
import zlib
from contextlib import closing
from pathlib import Path

import pytest
from sample import sample_summary

from summariser.engines.base import Usage
from summariser.errors import (
    ConfigurationError,
    DiskFull,
    EngineTimeout,
    StoreDamaged,
    StoreError,
    StoreInUse,
    StoreVersion,
    SummariserError,
)
from summariser.store import STORE_VERSION, Failure, Store

KEY, OTHER = b"k" * 32, b"o" * 32
COST = Usage(tokens_in=10, tokens_cached=4, tokens_out=2, calls=1)


def execute(path: Path, statement: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as connection, connection:
        return connection.execute(statement).fetchall()


def test_a_summary_comes_back_as_it_was(tmp_path: Path) -> None:
    with Store(tmp_path / "s") as store:
        store.keep(KEY, sample_summary(), COST, seconds=1.5, cost_usd=0.25)
    with Store(tmp_path / "s") as store:
        assert store.summary(KEY) == sample_summary()
        assert store.is_done(KEY)
        assert store.summary(OTHER) is None
    columns = "calls, tokens_in, tokens_cached, tokens_out, cost_usd, seconds"
    assert execute(tmp_path / "s", f"SELECT {columns} FROM results") == [(1, 10, 4, 2, 0.25, 1.5)]


def test_a_failure_is_kept_and_gives_way_to_a_summary(tmp_path: Path) -> None:
    with Store(tmp_path / "s") as store:
        store.add_item(0, "a", "f:1", KEY, None)
        store.keep(KEY, EngineTimeout("No answer\nin time", "Try again", raw="long"), COST, seconds=1)
        assert not store.is_done(KEY)
        assert store.summary(KEY) is None
        (item,) = store.items()
        assert item.failure == Failure("EngineTimeout", "No answer in time", "Try again")
        assert type(item.failure.as_error()) is EngineTimeout
        assert store.counts() == (0, 1, 0)
        store.keep(KEY, sample_summary(), COST, seconds=1)
        assert store.is_done(KEY)
        assert store.counts() == (1, 0, 0)


def test_items_come_in_the_order_of_the_input_each_once(tmp_path: Path) -> None:
    with Store(tmp_path / "s") as store:
        for _ in range(2):  # a second batch takes the first one's place
            store.add_item(0, "a", "f:1", KEY, None)
            store.add_item(1, "b", "f:2", None, ConfigurationError("Bad"))
            store.add_item(2, "c", "f:3", KEY, None)
            store.add_item(3, "d", "f:4", OTHER, None)
        store.keep(KEY, sample_summary(), COST, seconds=1)
        found = [(i.id, i.summary is not None, i.failure is not None) for i in store.items()]
        assert found == [("a", True, False), ("b", False, True), ("c", True, False), ("d", False, False)]
        assert store.counts() == (2, 1, 1)
        assert store.place_of("b", before=4) == "f:2"
        assert store.place_of("z", before=4) is None
        assert store.has_item(OTHER, before=4)
        assert not store.has_item(b"x" * 32, before=4)
        # Those of the batch before, further down, are not this one's.
        assert store.place_of("b", before=1) is None
        assert not store.has_item(OTHER, before=3)
        store.end_items(2)
        assert [i.id for i in store.items()] == ["a", "b"]


def test_what_the_batch_before_took_down_is_not_written_again(tmp_path: Path) -> None:
    def take_down(store: Store) -> None:
        for position in range(200):
            store.add_item(position, f"a{position}", f"f:{position}", bytes([position]) * 32, None)
        store.end_items(200)

    with Store(tmp_path / "s") as store:
        take_down(store)
        assert store.bytes_each() is None
        assert (tmp_path / "s-wal").stat().st_size < 1_000_000
    with Store(tmp_path / "s") as store:
        take_down(store)
        log = tmp_path / "s-wal"
        assert not log.exists() or log.stat().st_size == 0
        store.keep(KEY, sample_summary(), COST, seconds=1)
        assert 1_000 < (store.bytes_each() or 0) < 100_000


DAMAGE = {
    "no zlib": "summary = x'00ff'",
    "text in place of bytes": "summary = 'hello'",
    "no JSON": "summary = :no_json",
    "another JSON": "summary = :other_json",
    "no Unicode": "summary = :no_unicode",
    "nothing at all": "summary = NULL",
    "both": "error = '{}'",
    "an error that is no JSON": "summary = NULL, error = '{'",
    "an error with a field less": """summary = NULL, error = '{"kind": "BadRow", "message": "x"}'""",
    "an error that is no text": "summary = NULL, error = x'ff00'",
    "an error that is no Unicode": "summary = NULL, error = CAST(x'ff22' AS TEXT)",
    "half a character": r"""summary = NULL, error = '{"kind": "A", "message": "\ud800", "advice": ""}'""",
    "a list without end": "summary = NULL, error = :deep",
}


def damage(path: Path, change: str, key: bytes) -> None:
    values = {
        "key": key,
        "no_json": zlib.compress(b"{"),
        "other_json": zlib.compress(b'{"events": []}'),
        "no_unicode": zlib.compress(b'{"a": "\xff"}'),
        "deep": "[" * 100_000,
    }
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(f"UPDATE results SET {change} WHERE key = :key", values)


@pytest.mark.parametrize("change", DAMAGE.values(), ids=DAMAGE)
def test_a_damaged_record_counts_as_not_done_and_stops_no_other(tmp_path: Path, change: str) -> None:
    with Store(tmp_path / "s") as store:
        for key in (KEY, OTHER):
            store.keep(key, sample_summary(), COST, seconds=1)
    damage(tmp_path / "s", change, KEY)
    with Store(tmp_path / "s") as store:
        for position, key in enumerate((KEY, OTHER)):
            store.add_item(position, str(position), "f", key, None)
        assert not store.is_done(KEY)
        assert store.damaged == 1
        assert store.summary(KEY) is None
        assert store.damaged == 1  # told once
        assert store.summary(OTHER) == sample_summary()
        assert store.counts() == (1, 0, 1)
        assert [i.summary is not None for i in store.items()] == [False, True]
        store.keep(KEY, sample_summary(), COST, seconds=1)
        assert store.summary(KEY) == sample_summary()


def test_an_error_of_a_kind_that_there_is_not() -> None:
    for kind in ("annotations", "ClassVar", "Gone", "_HOPELESS"):
        assert type(Failure(kind, "What happened", "").as_error()) is SummariserError


def test_the_umask_says_who_may_read_it(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        with Store(tmp_path / "s") as store:
            store.keep(KEY, sample_summary(), COST, seconds=1)
            modes = {stat.S_IMODE(f.stat().st_mode) for f in tmp_path.iterdir()}
    finally:
        os.umask(before)
    assert modes == {0o640}


def test_one_process_at_a_time(tmp_path: Path) -> None:
    script = (
        "import sys; from summariser.store import Store; from summariser.errors import StoreInUse\n"
        "try: Store(sys.argv[1])\nexcept StoreInUse as error: print(error)"
    )
    command = [sys.executable, "-c", script, str(tmp_path / "s")]
    with Store(tmp_path / "s"):
        told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
        assert "is in use already" in told
        with pytest.raises(StoreInUse):
            Store(tmp_path / "s")
    assert subprocess.run(command, capture_output=True, text=True, check=True).stdout == ""


def test_a_store_of_another_version(tmp_path: Path) -> None:
    Store(tmp_path / "s").close()
    execute(tmp_path / "s", f"PRAGMA user_version = {STORE_VERSION + 1}")
    with pytest.raises(StoreVersion, match=f"version {STORE_VERSION + 1}; this summariser reads version"):
        Store(tmp_path / "s")


def test_the_database_of_another_program_is_left_alone(tmp_path: Path) -> None:
    execute(tmp_path / "s", "CREATE TABLE theirs (x)")
    before = (tmp_path / "s").read_bytes()
    with pytest.raises(StoreDamaged, match="no store of summariser"):
        Store(tmp_path / "s")
    assert (tmp_path / "s").read_bytes() == before


def test_a_file_that_is_no_database(tmp_path: Path) -> None:
    (tmp_path / "s").write_text("This is a letter. " * 100)
    with pytest.raises(StoreDamaged, match="Move it away"):
        Store(tmp_path / "s")


def test_a_broken_page(tmp_path: Path) -> None:
    with Store(tmp_path / "s") as store:
        for number in range(50):
            store.keep(bytes([number]) * 32, sample_summary(), COST, seconds=1)
    content = bytearray((tmp_path / "s").read_bytes())
    content[4096:8192] = b"\xff" * 4096
    (tmp_path / "s").write_bytes(content)
    with pytest.raises(StoreDamaged):
        Store(tmp_path / "s")


@pytest.mark.parametrize("size", [0, 1])
def test_a_store_that_was_killed_at_its_birth_is_new(tmp_path: Path, size: int) -> None:
    if size:  # as far as the header, no tables
        execute(tmp_path / "s", "PRAGMA journal_mode = WAL")
    else:
        (tmp_path / "s").touch()
    with Store(tmp_path / "s") as store:
        store.keep(KEY, sample_summary(), COST, seconds=1)
        assert store.is_done(KEY)


def test_no_room(tmp_path: Path) -> None:
    with Store(tmp_path / "s") as store:
        store.keep(KEY, sample_summary(), COST, seconds=1)
        pages = store._connection.execute("PRAGMA page_count").fetchone()[0]
        store._connection.execute(f"PRAGMA max_page_count = {pages}")

        def fill() -> None:
            for number in range(100):
                store.keep(bytes([number]) * 32, sample_summary(), COST, seconds=1)

        with pytest.raises(DiskFull, match="what was finished is kept"):
            fill()
    with Store(tmp_path / "s") as store:
        assert store.summary(KEY) == sample_summary()


@pytest.mark.parametrize("where", [".", "missing/s"])
def test_a_place_where_no_store_can_be(tmp_path: Path, where: str) -> None:
    with pytest.raises(ConfigurationError):
        Store(tmp_path / where)


def test_a_store_that_may_not_be_written_to(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Store(tmp_path / "s").close()
    monkeypatch.setattr(os, "access", lambda *_: False)  # the tests may run as root, who may everything
    with pytest.raises(ConfigurationError, match="Change its permissions"):
        Store(tmp_path / "s")


def test_every_error_of_a_store_says_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "s").write_text("no database at all, but long enough to be looked at" * 10)
    with pytest.raises(StoreError) as caught:
        Store(tmp_path / "s")
    assert caught.value.advice
    assert caught.value.exit_code == 2
