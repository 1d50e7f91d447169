#!/usr/bin/env python3
"""What Ray costs for each article: the same batch plainly and on Ray, in turns, with a scripted engine.

    python scripts/ray_overhead.py [--articles 300] [--rounds 3] [--words 600]

Needs the extra "ray". Starts a cluster of this machine alone, with one engine, so that both have one process
that works. Measured from the first outcome to the last, so that starting is told apart: the CPU time of this
process and of all that it started (Ray's own processes, too), which other programs on the machine hardly
change; of this process alone, the driver, of which a cluster has one; and the clock. Needs Linux (/proc).
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from summariser.api import Summariser
from summariser.batch import BatchOptions, BatchState, Workforce, run_batch
from summariser.ray import Pool, RaySummariser
from summariser.settings import Settings

EXAMPLE = Path(__file__).resolve().parent.parent / "examples" / "article.txt"
CONCURRENCY = 8
STEPS = ("events", "facts", "figures", "topic")
"""What a model is asked about; the script answers nothing."""


@dataclass
class Stopwatch:
    """The time from the first outcome to the last."""

    began: float = field(default_factory=time.perf_counter)
    first: float = 0.0
    last: float = 0.0
    driver: list[float] = field(default_factory=list)
    all: list[float] = field(default_factory=list)
    articles: int = 0

    def __call__(self, state: BatchState) -> None:
        """Take a state of the batch."""
        if not state.done:
            return
        self.last = time.perf_counter()
        if not self.first or state.done == state.total:
            self.driver.append(time.process_time())
            self.all.append(cpu_of_all())
        self.first = self.first or self.last
        self.articles = state.done

    def measured(self) -> Measured:
        """What an article took."""
        count = self.articles - 1
        return Measured(
            1000 * (self.all[-1] - self.all[0]) / count,
            1000 * (self.driver[-1] - self.driver[0]) / count,
            1000 * (self.last - self.first) / count,
            self.first - self.began,
        )


class Measured(NamedTuple):
    """Milliseconds an article: CPU of all, CPU of the driver, clock; seconds to the first outcome."""

    all: float
    driver: float
    clock: float
    start: float


def cpu_of_all() -> float:
    """CPU seconds of this process and of those that it, or one of these, started and that still run."""
    parents: dict[int, int] = {}
    seconds: dict[int, float] = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                fields = (entry / "stat").read_text().rpartition(")")[2].split()
            except OSError:
                continue
            parents[int(entry.name)] = int(fields[1])
            seconds[int(entry.name)] = (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
    ours = {os.getpid()}
    while more := {pid for pid, parent in parents.items() if parent in ours} - ours:
        ours |= more
    return sum(seconds[pid] for pid in ours)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--articles", type=int, default=300, help="in each round")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--words", type=int, default=600, help="in each article")
    options = parser.parse_args()
    found: dict[str, list[Measured]] = {"plain": [], "ray": []}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write(folder, options.articles, options.words)
        settings = Settings.from_environment(f"scripted:{folder / 'answers.json'}")
        for number in range(options.rounds):
            with Summariser(settings=settings) as summariser:
                found["plain"].append(run(summariser, folder, f"plain{number}.jsonl"))
            # Joined anew each time, as a command would.
            with RaySummariser(pool=Pool(settings, actors=1)) as cluster:
                found["ray"].append(run(cluster, folder, f"ray{number}.jsonl"))
            same = (folder / f"plain{number}.jsonl").read_bytes() == (
                folder / f"ray{number}.jsonl"
            ).read_bytes()
            print(f"round {number + 1}: outputs the same: {same}", flush=True)
    print(
        f"{options.articles} articles of {options.words} words, {CONCURRENCY} at once, {os.cpu_count()} CPUs"
    )
    for way, rounds in found.items():
        print(
            f"{way:6}CPU of all {spread([r.all for r in rounds])} ms an article, "
            f"of the driver {spread([r.driver for r in rounds])} ms; "
            f"clock {spread([r.clock for r in rounds])} ms; "
            f"first outcome after {spread([r.start for r in rounds])} s"
        )
    more = [ray.all - plain.all for plain, ray in zip(found["plain"], found["ray"], strict=True)]
    print(
        f"Ray less plain: {spread(more)} ms of CPU an article; load of the machine {os.getloadavg()[0]:.1f}"
    )


def write(folder: Path, articles: int, words: int) -> None:
    """The articles: parts of the example as long as was asked for, each with a number of its own."""
    text = EXAMPLE.read_text("utf-8").split()
    body = " ".join((text * (words // len(text) + 1))[:words])
    rows = [{"id": f"a{n}", "text": f"{n + 2} people were killed in Homs. {body}"} for n in range(articles)]
    (folder / "in.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    (folder / "answers.json").write_text(json.dumps({step: {"$raw": "{}"} for step in STEPS}))


def run(workforce: Workforce, folder: Path, output: str) -> Measured:
    """One batch."""
    watch = Stopwatch()
    state = run_batch(
        [folder / "in.jsonl"],
        folder / output,
        BatchOptions(concurrency=CONCURRENCY),
        summariser=workforce,
        on_state=watch,
    )
    if state.failed or state.stopped:
        raise SystemExit(f"{state.failed} articles failed; stopped by {state.stopped}")
    return watch.measured()


def spread(values: list[float]) -> str:
    """The median, and the range."""
    return f"{statistics.median(values):.1f} ({min(values):.1f} to {max(values):.1f})"


if __name__ == "__main__":
    main()
