"""Whether memory stays flat: the peak of 1,000 articles and of 100 times as many, each in its own process.

    python3 scripts/dev.py memory
    python -m tests.benchmark.memory [--counts 1000 100000] [--ways batch many workers] [--most 50]

The articles are two sentences each, all with texts, numbers and names of their own, and a script answers
at least one question on each. ``batch`` is ``run_batch`` with its store and output, step by step; ``many``
is ``Summariser.summarise_many`` with a store, a call for each whole draft; ``workers`` is ``summarise_many``
with two worker processes against an endpoint on this machine, the largest process counted. Exit code 1
where the last count's peak lies more than ``--most`` MB above the first's.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from summariser import Summariser
from summariser.batch import BatchOptions, run_batch
from summariser.engines.base import Request, Strategy
from summariser.engines.scripted import ScriptedEngine
from summariser.settings import Settings
from tests.benchmark.flow import endpoint
from tests.benchmark.latency_server import first
from tests.benchmark.made_articles import short

ROOT = Path(__file__).parents[2]
CONCURRENCY = 16


def engine(strategy: Strategy) -> ScriptedEngine:
    """Answers everything with the first thing that is admitted."""

    def answer(request: Request[Any]) -> Any:
        schema = request.response_model.model_json_schema()
        return first(schema, schema.get("$defs", {}))

    made = ScriptedEngine(answer, strategy=strategy)
    made.requests = type(made.requests)(maxlen=1)  # it keeps a thousand, with their schemas, for tests
    return made


def batch(count: int, folder: Path) -> int:
    """A whole batch; for how many articles a question was answered and a summary made."""
    rows = folder / "rows.jsonl"
    with rows.open("w", encoding="utf-8") as file:
        for article in short(count):
            file.write(json.dumps({"text": article.text, "published": str(article.published)}) + "\n")
    with Summariser(engine=engine("stepwise")) as summariser:
        options = BatchOptions(concurrency=CONCURRENCY)
        state = run_batch([rows], folder / "out.jsonl", options, summariser=summariser)
        return min(state.done, state.budget.spent.calls)


def many(count: int, folder: Path) -> int:
    """A stream with a store."""
    with Summariser(engine=engine("single")) as summariser:
        outcomes = summariser.summarise_many(
            short(count), concurrency=CONCURRENCY, store=folder / "work.store"
        )
        return sum(
            outcome.summary is not None and outcome.summary.provenance.calls > 0 for outcome in outcomes
        )


def workers(count: int, _folder: Path) -> int:
    """A stream with worker processes."""
    with endpoint(0.0) as base_url:
        settings = Settings(model="m", base_url=base_url, strategy="stepwise")
        with Summariser(settings=settings) as summariser:
            outcomes = summariser.summarise_many(short(count), concurrency=CONCURRENCY, workers=2)
            return sum(
                outcome.summary is not None and outcome.summary.provenance.calls > 0 for outcome in outcomes
            )


WAYS = {"batch": batch, "many": many, "workers": workers}


def peak(way: str, count: int) -> tuple[float, float]:
    """Megabytes that a process of its own needed at most, and its seconds."""
    began = time.monotonic()
    command = [sys.executable, "-m", "tests.benchmark.memory", "--child", way, "--counts", str(count)]
    child = subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True)
    return float(child.stdout), time.monotonic() - began


def run_here(way: str, count: int) -> None:
    """The child's part: do it, and print the peak."""
    with tempfile.TemporaryDirectory() as folder:
        done = WAYS[way](count, Path(folder))
    if done != count:
        raise SystemExit(f"{done} of {count} articles have a summary")
    who = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN) if way == "workers" else (resource.RUSAGE_SELF,)
    print(max(resource.getrusage(w).ru_maxrss for w in who) / 1024)


def main() -> None:
    """Measure what the arguments say."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--counts", type=int, nargs="+", default=[1000, 100_000])
    parser.add_argument("--ways", nargs="+", choices=list(WAYS), default=list(WAYS))
    parser.add_argument("--most", type=float, default=50.0, help="MB between the first and the last count")
    parser.add_argument("--child", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.child:
        run_here(options.child, options.counts[0])
        return
    is_flat = True
    for way in options.ways:
        peaks = []
        for count in options.counts:
            megabytes, seconds = peak(way, count)
            peaks.append(megabytes)
            print(f"{way:8} {count:9,} articles: peak {megabytes:6.1f} MB, {seconds:,.0f} s", flush=True)
        grown = peaks[-1] - peaks[0]
        is_flat = is_flat and grown <= options.most
        print(f"{way:8} grew by {grown:.1f} MB", flush=True)
    raise SystemExit(0 if is_flat else 1)


if __name__ == "__main__":
    main()
