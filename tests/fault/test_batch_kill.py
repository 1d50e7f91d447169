"""A batch that is killed (SIGKILL) at random moments ends as one that was never disturbed, byte for byte."""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from nursery import Nursery, send, write_input

from summariser.store import Store

ARTICLES, KILLS, SEED = 200, 25, 20261130
EVENTS = 2 * ARTICLES / KILLS
"""How many events a life lasts on average: then about as much is done in it as has to be."""
KILL = send(signal.SIGKILL)
pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork and SIGKILL")


@pytest.fixture(scope="module")
def nursery(tmp_path_factory: pytest.TempPathFactory, index_folder: Path) -> Iterator[Nursery]:
    folder = tmp_path_factory.mktemp("batch")
    write_input(folder, ARTICLES)
    nursery = Nursery(folder, index_folder)
    yield nursery
    nursery.close()


def done_in(store: Path) -> int:
    """How many results the store holds. That it opens shows that it is whole and its lock given back."""
    if not store.exists():
        return 0
    with Store(store) as opened:
        return int(opened._connection.execute("SELECT count(*) FROM results").fetchone()[0])


def test_killed_at_25_random_moments(nursery: Nursery) -> None:
    folder, whole, chance = nursery.folder, nursery.whole, random.Random(SEED)
    killed, done, moments = 0, 0, set()
    for _ in range(KILLS):
        after, linger = chance.randrange(round(2 * EVENTS)), chance.uniform(0, 0.01)
        events, code = nursery.run("out.jsonl", (b"", after, KILL), linger=linger)
        killed += code == -signal.SIGKILL
        moments.add(events[-1:])
        now = done_in(folder / "out.jsonl.store")
        assert now >= done + events.count(b">"), "a result that was committed is gone"
        done = now
        output = folder / "out.jsonl"
        assert not output.exists() or output.read_bytes() == whole
    assert killed == KILLS
    assert len(moments) > 1

    assert nursery.run("out.jsonl")[1] == 5
    assert (folder / "out.jsonl").read_bytes() == whole
    ids = [json.loads(line)["id"] for line in whole.splitlines()]
    assert len(ids) == ARTICLES
    assert sorted(p.name for p in folder.iterdir() if p.name.startswith(("out", "."))) == [
        "out.jsonl", "out.jsonl.store",
    ]  # fmt: skip


@pytest.mark.parametrize("moment", [b"w", b"r", b"R"])
def test_killed_while_the_output_is_written(nursery: Nursery, moment: bytes) -> None:
    folder, whole = nursery.folder, nursery.whole
    output = folder / f"{moment.decode()}.jsonl"
    shutil.copy(folder / "whole.jsonl.store", folder / f"{output.name}.store")
    lines = len(whole.splitlines())
    after = {b"w": lines // 2, b"r": lines + 1, b"R": lines + 2}[moment]
    events, _ = nursery.run(output.name, (b"", after, KILL))
    assert b">" not in events  # nothing was done again
    assert output.exists() or moment != b"R"
    assert not output.exists() or output.read_bytes() == whole
    nursery.run(output.name)
    assert output.read_bytes() == whole
    assert not list(folder.glob(".*"))
