"""How many bytes of an article stay when it is done: for ``tests/unit/test_memory.py``.

    python -m tests.benchmark.staying STRATEGY ARTICLES [models|outcomes]

Prints what Python has handed out and not got back, for each article, in the middle one of several rounds: a
leak shows in every round, a table that is filled once (a codebook, a pattern that is seldom met) in one. What
caches with a limit hold is given back before each look, as they are full after some thousand articles and
not after some hundred. The last argument plants a leak. In a process of its own: other tests leave threads
and caches behind.
"""

from __future__ import annotations

import functools
import gc
import itertools
import re
import statistics
import sys
import tempfile
import tracemalloc
from pathlib import Path
from typing import Any

from summariser import Summariser
from summariser.engines.base import Request, Strategy
from summariser.engines.scripted import ScriptedEngine
from tests.benchmark.latency_server import first
from tests.benchmark.made_articles import short

_ROUNDS = 3


def answered(request: Request[Any]) -> Any:
    schema = request.response_model.model_json_schema()
    return first(schema, schema.get("$defs", {}))


def engine(strategy: Strategy, leak: list[object] | None = None) -> ScriptedEngine:
    """Answers; with a leak it keeps the model of each question, which is made for one article."""

    def answer(request: Request[Any]) -> Any:
        if leak is not None:
            leak.append(request.response_model)
        return answered(request)

    made = ScriptedEngine(answer, strategy=strategy)
    made.requests = type(made.requests)(maxlen=1)  # it keeps a thousand for tests to look at
    return made


def grown(model: ScriptedEngine, store: Path, articles: int, leak: list[object] | None = None) -> float:
    """Bytes for each article that are still there after a round, the median; a leak keeps the outcomes."""
    each, rounds = articles // 2, []
    source = short(10_000)
    with Summariser(engine=model) as summariser:

        def work(count: int) -> None:
            some = itertools.islice(source, count)
            for outcome in summariser.summarise_many(some, concurrency=4, store=store):
                assert outcome.summary is not None
                if leak is not None:
                    leak.append(outcome)

        work(30)  # tables, patterns and prompts that stay for good
        tracemalloc.start()
        try:
            work(each)  # what Python itself keeps at hand for reuse
            settle()
            before, _ = tracemalloc.get_traced_memory()
            for _ in range(_ROUNDS):
                work(each)
                settle()
                after, _ = tracemalloc.get_traced_memory()
                rounds.append((after - before) / each)
                before = after
        finally:
            tracemalloc.stop()
    return statistics.median(rounds)


def settle() -> None:
    """Give back what no one holds, and what caches with a limit do."""
    for thing in gc.get_objects():
        # Not isinstance: asking it of every object fills caches of its own.
        if type(thing) is functools._lru_cache_wrapper and thing.cache_parameters()["maxsize"] is not None:
            thing.cache_clear()
    re.purge()
    for _ in range(3):
        gc.collect()


def main(strategy: Strategy, articles: str, planted: str = "") -> None:
    """Measure, and print."""
    leak: list[object] = []
    model = engine(strategy, leak if planted == "models" else None)
    with tempfile.TemporaryDirectory() as folder:
        kept = leak if planted == "outcomes" else None
        print(grown(model, Path(folder) / "work.store", int(articles), kept))
    if planted and len(leak) < int(articles):
        raise SystemExit("nothing was kept")


if __name__ == "__main__":
    main(*sys.argv[1:])  # type: ignore[arg-type]
