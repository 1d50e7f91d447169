"""How much of an endpoint's room the pipeline uses: beside a bare client, in one run, by turns.

    python3 scripts/dev.py flow
    python -m tests.benchmark.flow [--articles 600] [--words 200 600] [--strategy stepwise single]

An endpoint on this machine answers every call after a second. Three clients with 64 calls in flight ask it
the same questions, by turns: the SDK alone (``bare``: the bodies are ready, the answers are thrown away),
``Summariser.summarise_many`` and the command ``summariser batch``. What is compared are calls a second, as
the endpoint counts them, between the first third of the calls and the last tenth: while workers load and the
last articles trickle out, a long batch and this short one differ. ``whole`` is the rate with both.

Seconds of the processor are those of the client with its workers, for one article. What 64 calls a second
need of them for articles of so many calls stands beside: it is what the machine must have.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import openai

from summariser import Summariser
from summariser.articles import Article
from summariser.engines import structured, wire
from summariser.engines.base import EngineInfo, Reply, Request, Strategy, T
from summariser.engines.calls import Target
from summariser.engines.retrying import Meter
from summariser.settings import Settings
from tests.benchmark.latency_server import first
from tests.benchmark.made_articles import news

ROOT = Path(__file__).parents[2]
IN_FLIGHT = 64
_WINDOW = (1 / 3, 0.9)

Bodies = list[list[dict[str, Any]]]
"""The calls of each article, as keyword arguments of the SDK."""


@dataclass(frozen=True, slots=True)
class Rate:
    """One client's run.

    Attributes:
        steady: Calls a second in the window.
        whole: Calls a second from the start of the client to the last answer.
        most: Calls in flight at most.
        cpu: Seconds of the processor for one article.
    """

    steady: float
    whole: float
    most: int
    cpu: float


class Recorder:
    """An engine that answers as the endpoint does, at once, and keeps what would have been sent."""

    def __init__(self, strategy: Strategy) -> None:
        self.info = EngineInfo("openai", "recorder", "m", None, 32_768, strategy)
        self._target = Target.of(self.info)
        self.calls: list[dict[str, Any]] = []

    async def ask(self, request: Request[T]) -> Reply[T]:
        return await structured.ask(request, self._complete, self._target)

    async def _complete(
        self, request: Request[Any], turns: Sequence[wire.Turn], response_format: Any, meter: Meter
    ) -> wire.Completion:
        self.calls.append(wire.body(request, turns, response_format, "m", wire.Dialect()))
        schema = response_format["json_schema"]["schema"]
        return wire.Completion(json.dumps(first(schema, schema.get("$defs", {}))))

    async def aclose(self) -> None:
        pass


def recorded(articles: Sequence[Article], strategy: Strategy) -> Bodies:
    """Every call of every article."""
    recorder, bodies = Recorder(strategy), []
    with Summariser(engine=recorder) as summariser:
        for article in articles:
            summariser.summarise(article)
            bodies.append(recorder.calls)
            recorder.calls = []
    return bodies


@contextlib.contextmanager
def endpoint(seconds: float) -> Iterator[str]:
    """An endpoint in a process of its own; its base URL."""
    server = subprocess.Popen(
        [sys.executable, str(Path(__file__).with_name("latency_server.py")), str(seconds)],
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        assert server.stdout is not None
        yield f"http://127.0.0.1:{int(server.stdout.readline())}/v1"
    finally:
        server.kill()
        server.wait()


def measured(base_url: str, articles: int, client: Callable[[], None]) -> Rate:
    """Run a client, and see what the endpoint says of it."""
    _times(base_url)
    began, cpu = time.monotonic(), _cpu()
    client()
    spent = _cpu() - cpu
    seen = _times(base_url)
    times = sorted(seen["times"])
    start, end = (int(len(times) * share) for share in _WINDOW)
    steady = (end - start) / (times[end] - times[start])
    return Rate(steady, len(times) / (times[-1] - began), seen["most"], spent / articles)


def _times(base_url: str) -> Any:
    with urllib.request.urlopen(base_url.removesuffix("/v1") + "/times") as reply:
        return json.load(reply)


def _cpu() -> float:
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(u.ru_utime + u.ru_stime for u in used)


def bare(base_url: str, bodies: Bodies) -> None:
    """The SDK alone: as many articles at once, each one's calls one after the other."""

    async def work() -> None:
        async with openai.AsyncOpenAI(base_url=base_url, api_key="none", max_retries=0) as client:
            waiting = iter(bodies)

            async def caller() -> None:
                for calls in waiting:
                    for body in calls:
                        await client.chat.completions.create(**body)

            await asyncio.gather(*(caller() for _ in range(IN_FLIGHT)))

    asyncio.run(work())


def many(settings: Settings, articles: Sequence[Article], workers: int | None) -> None:
    """The library."""
    with Summariser(settings=settings) as summariser:
        for outcome in summariser.summarise_many(articles, concurrency=IN_FLIGHT, workers=workers):
            if outcome.error is not None:
                raise outcome.error


def batch(settings: Settings, articles: Sequence[Article], workers: int | None) -> None:
    """The command, with its store and its output."""
    with tempfile.TemporaryDirectory() as folder:
        rows = Path(folder) / "rows.jsonl"
        with rows.open("w", encoding="utf-8") as file:
            for article in articles:
                row = {"text": article.text, "published": str(article.published), "source": article.source}
                file.write(json.dumps(row) + "\n")
        command = ["-m", "summariser", "batch", str(rows), str(Path(folder) / "out.jsonl"), "-q"]
        command += ["--model", "m", "--base-url", str(settings.base_url), "--concurrency", str(IN_FLIGHT)]
        command += [] if workers is None else ["--workers", str(workers)]
        environment = {
            **os.environ,
            "SUMMARISER_STRATEGY": str(settings.strategy),
            "SUMMARISER_CONTEXT": str(settings.context_tokens),
        }
        subprocess.run([sys.executable, *command], cwd=ROOT, env=environment, check=True)


def compare(base_url: str, words: int, strategy: Strategy, options: argparse.Namespace) -> None:
    """One kind of article: the clients by turns, as often as asked."""
    articles = list(news(options.articles, words))
    bodies = recorded(articles, strategy)
    calls = sum(map(len, bodies))
    length = statistics.mean(len(a.text.split()) for a in articles)
    kind = f"{length:.0f} words, {strategy}, {calls / len(articles):.1f} calls each"
    print(f"\n{len(articles)} articles of {kind}")
    settings = Settings(
        model="m", base_url=base_url, strategy=strategy, context_tokens=32_768, timeout_seconds=60
    )
    clients: dict[str, Callable[[], None]] = {
        "bare": lambda: bare(base_url, bodies),
        "summarise_many": lambda: many(settings, articles, options.workers),
        "batch": lambda: batch(settings, articles, options.workers),
    }
    ratios: dict[str, list[float]] = {name: [] for name in clients}
    for _ in range(options.repeats):
        reference = 0.0
        for name, client in clients.items():
            rate = measured(base_url, len(articles), client)
            reference = reference or rate.steady
            ratios[name].append(rate.steady / reference)
            need = rate.cpu * rate.steady / calls * len(articles)
            print(
                f"  {name:15} {rate.steady:6.1f} calls/s ({ratios[name][-1]:6.1%}), whole {rate.whole:6.1f}, "
                f"{rate.most} in flight, {rate.cpu * 1000:5.0f} ms CPU an article = {need:.2f} cores",
                flush=True,
            )
    for name in ("summarise_many", "batch"):
        found = ratios[name]
        print(
            f"  {name}: median {statistics.median(found):.1%} of bare ({min(found):.1%} to {max(found):.1%})"
        )


def main() -> None:
    """Measure what the arguments say."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--articles", type=int, default=600)
    parser.add_argument("--words", type=int, nargs="+", default=[200, 600])
    parser.add_argument(
        "--strategy", nargs="+", choices=["stepwise", "single"], default=["stepwise", "single"]
    )
    parser.add_argument("--repeats", type=int, default=3)
    parser.add_argument("--seconds", type=float, default=1.0, help="that an answer takes")
    parser.add_argument(
        "--workers", type=int, default=None, help="0 for none; by default as the library chooses"
    )
    options = parser.parse_args()
    print(f"{os.cpu_count()} CPUs, load {os.getloadavg()[0]:.1f}; answers after {options.seconds:g} s")
    with endpoint(options.seconds) as base_url:
        for strategy in options.strategy:
            for words in options.words:
                compare(base_url, words, strategy, options)


if __name__ == "__main__":
    main()
