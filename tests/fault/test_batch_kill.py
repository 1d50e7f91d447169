"""A batch that is killed (SIGKILL) at random moments ends as one that was never disturbed, byte for byte."""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from summariser.store import Store

ROOT = Path(__file__).parents[2]
TOWNS = ("Idlib", "Homs", "Aleppo", "Mosul", "Goma", "Bunia", "Tripoli", "Kharkiv")
ARTICLES, KILLS, SEED = 200, 25, 20261130
EVENTS = 2 * ARTICLES / KILLS
"""How many events a life lasts on average: then about as much is done in it as has to be."""
pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork and SIGKILL")


def text(number: int) -> str:
    return (
        f"Rebels shelled {TOWNS[number % 8]} on Sunday, killing {number + 2} people. "
        f"Some {100 * (number + 2)} residents fled to a camp."
    )


class Nursery:
    """Starts batches and kills them. See `batch_nursery`."""

    def __init__(self, folder: Path, cache: Path) -> None:
        self.folder = folder
        environment = {**os.environ, "SUMMARISER_CACHE_DIR": str(cache), "PYTHONPATH": str(ROOT)}
        for name in ("SUMMARISER_MODEL", "SUMMARISER_BASE_URL", "OPENAI_API_KEY", "OPENAI_BASE_URL"):
            environment.pop(name, None)
        self._process = subprocess.Popen(
            [sys.executable, str(Path(__file__).with_name("batch_nursery.py"))],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=folder,
            env=environment,
        )
        self._say(["answers.json", text(0)])
        _, status = self.run("whole.jsonl")
        log = (folder / "log").read_text()
        assert os.waitstatus_to_exitcode(status) == 5, log  # two rows are bad
        self.whole = (folder / "whole.jsonl").read_bytes()
        """The output of a batch that nobody disturbed."""

    def run(self, output: str, *, kill_after: int | None = None, linger: float = 0.0) -> tuple[bytes, int]:
        """Run a batch, and kill it ``linger`` seconds after so many events.

        Returns:
            The events that were seen, and how the process ended (as of ``waitpid``).
        """
        fifo = self.folder / "events"
        if not fifo.exists():
            os.mkfifo(fifo)
        arguments = [str(fifo), str(self.folder / "log"), "batch", "in.jsonl", output, "--resume"]
        arguments += ["--model", "scripted:answers.json", "--concurrency", "4"]
        self._say(arguments)
        assert self._process.stdout is not None
        child = int(self._process.stdout.readline())
        events = b""
        with fifo.open("rb", buffering=0) as pipe:
            while kill_after is None or len(events) < kill_after:
                event = pipe.read(1)
                if not event:
                    break
                events += event
            else:
                until = time.perf_counter() + linger
                while time.perf_counter() < until:
                    pass
                os.kill(child, signal.SIGKILL)
            events += pipe.read() or b""
        return events, int(self._process.stdout.readline())

    def _say(self, words: list[str]) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps(words) + "\n")
        self._process.stdin.flush()

    def close(self) -> None:
        self._process.kill()
        self._process.communicate()


@pytest.fixture(scope="module")
def nursery(tmp_path_factory: pytest.TempPathFactory, index_folder: Path) -> Iterator[Nursery]:
    folder = tmp_path_factory.mktemp("batch")
    lines = [{"id": f"a{n}", "text": text(n), "published": "2024-03-05"} for n in range(ARTICLES)]
    rows = [json.dumps(line) + "\n" for line in lines]
    rows[50] = "{broken\n"
    rows[120] = rows[60]  # an id that was there
    (folder / "in.jsonl").write_text("".join(rows))
    (folder / "answers.json").write_text('{"figures": {"$raw": "{}"}}')
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
        events, status = nursery.run("out.jsonl", kill_after=after, linger=linger)
        killed += os.WIFSIGNALED(status)
        moments.add(events[-1:])
        now = done_in(folder / "out.jsonl.store")
        assert now >= done + events.count(b">"), "a result that was committed is gone"
        done = now
        output = folder / "out.jsonl"
        assert not output.exists() or output.read_bytes() == whole
    assert killed == KILLS
    assert len(moments) > 1

    _, status = nursery.run("out.jsonl")
    assert os.waitstatus_to_exitcode(status) == 5
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
    events, _ = nursery.run(output.name, kill_after=after)
    assert b">" not in events  # nothing was done again
    assert output.exists() or moment != b"R"
    assert not output.exists() or output.read_bytes() == whole
    nursery.run(output.name)
    assert output.read_bytes() == whole
    assert not list(folder.glob(".*"))
