"""Runs batches in processes of their own and does things to them at a chosen event. See `batch_nursery`."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
TOWNS = ("Idlib", "Homs", "Aleppo", "Mosul", "Goma", "Bunia", "Tripoli", "Kharkiv")
ANSWERS = '{"figures": {"$raw": "{}"}}'

Step = tuple[bytes, int, Callable[[int], object]]
"""An event, how often it must come, and what is then done to the process of that id."""


def text(number: int) -> str:
    return (
        f"Rebels shelled {TOWNS[number % 8]} on Sunday, killing {number + 2} people. "
        f"Some {100 * (number + 2)} residents fled to a camp."
    )


def write_input(folder: Path, articles: int) -> None:
    """Write the input, two of its lines bad, and the model's script."""
    lines = [{"id": f"a{n}", "text": text(n), "published": "2024-03-05"} for n in range(articles)]
    rows = [json.dumps(line) + "\n" for line in lines]
    rows[articles // 4] = "{broken\n"
    rows[articles // 2] = rows[articles // 3]  # an id that was there
    (folder / "in.jsonl").write_text("".join(rows))
    (folder / "answers.json").write_text(ANSWERS)


def send(number: signal.Signals) -> Callable[[int], None]:
    """What sends a signal."""
    return lambda child: os.kill(child, number)


class Nursery:
    """Starts batches over ``in.jsonl``, and makes one that nobody disturbs."""

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
            env={**environment, "SUMMARISER_ATTEMPTS": "1"},
        )
        self._say(["answers.json", text(0)])
        _, code = self.run("whole.jsonl")
        assert code == 5, self.told()  # two rows are bad
        self.whole = (folder / "whole.jsonl").read_bytes()
        """The output of a batch that nobody disturbed."""

    def run(
        self,
        output: str,
        *steps: Step,
        linger: float = 0.0,
        model: list[str] | None = None,
        **conditions: Any,
    ) -> tuple[bytes, int]:
        """Run a batch, and do to it what the steps say, one after the other.

        Args:
            output: Where to.
            steps: What is done; the event ``b""`` stands for any.
            linger: Seconds between an event and what is done then.
            model: Options that name the model, in place of the script.
            conditions: See `batch_nursery.live`.

        Returns:
            The events that were seen, and the exit code (less than 0: the signal that ended it).
        """
        fifo = self.folder / "events"
        if not fifo.exists():
            os.mkfifo(fifo)
        (self.folder / "log").write_text("")
        arguments = ["batch", "in.jsonl", output, "--resume", "--concurrency", "4"]
        arguments += model or ["--model", "scripted:answers.json"]
        self._say({"fifo": str(fifo), "log": str(self.folder / "log"), "arguments": arguments, **conditions})
        assert self._process.stdout is not None
        child = int(self._process.stdout.readline())
        events = b""
        with fifo.open("rb", buffering=0) as pipe:
            for wanted, times, act in steps:
                seen = 0
                while seen < times and (event := pipe.read(1)):
                    events += event
                    seen += event == wanted or not wanted
                until = time.perf_counter() + linger
                while time.perf_counter() < until:
                    pass
                if seen == times:
                    act(child)
            events += pipe.read() or b""
        return events, os.waitstatus_to_exitcode(int(self._process.stdout.readline()))

    def told(self) -> str:
        """What the latest batch wrote to standard error."""
        return (self.folder / "log").read_text()

    def _say(self, words: Any) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps(words) + "\n")
        self._process.stdin.flush()

    def close(self) -> None:
        self._process.kill()
        self._process.communicate()
