"""Worker processes: the same results, the same limits, and nothing lost when one dies."""

from __future__ import annotations

import asyncio
import json
import logging
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from summariser import Summariser
from summariser.api import Outcome
from summariser.articles import Article
from summariser.batch import Limits
from summariser.budgets import Budget
from summariser.engines.base import EngineInfo, Request, Usage
from summariser.engines.calls import Target
from summariser.engines.retrying import Meter
from summariser.engines.scripted import ScriptedEngine
from summariser.engines.wire import Completion, Turn
from summariser.errors import BudgetSpent, CallsSpent, ConfigurationError, KeyRefused, WorkerDied
from summariser.progress import Progress
from summariser.schemas import Summary
from summariser.settings import Settings
from summariser.workers import Brief, Crew, make_crew
from tests.benchmark.latency_server import first
from tests.benchmark.made_articles import news
from tests.fault.server import Handler, as_json, completion, fails, serve
from tests.unit.sample import EXAMPLE

pytestmark = pytest.mark.skipif(os.name != "posix", reason="the tests kill with signals")


def answers_first(handler: Handler) -> None:
    """The first thing that the question's schema admits; each third question gets nonsense at first."""
    requests = handler.script.requests
    body = requests[-1].body
    schema = body["response_format"]["json_schema"]["schema"]
    text = json.dumps(first(schema, schema.get("$defs", {})))
    if len(json.dumps(body)) % 3 == 0:
        text = "{"
    as_json(completion(text))(handler)


def settings(base_url: str) -> Settings:
    return Settings(
        model="m", base_url=base_url, strategy="stepwise", timeout_seconds=60.0, api_key="canary-key"
    )


def comparable(summary: Summary | None) -> str:
    """A summary without the seconds that it took."""
    assert summary is not None
    value = json.loads(summary.model_dump_json())
    value["provenance"]["seconds"] = 0
    for step in value["provenance"]["steps"]:
        step["seconds"] = 0
    return json.dumps(value, ensure_ascii=False)


def work(base_url: str, articles: Sequence[Article], workers: int, **options: Any) -> list[Outcome]:
    with Summariser(settings=settings(base_url), on_progress=options.pop("on_progress", None)) as summariser:
        return list(
            summariser.summarise_many(articles, concurrency=1, workers=workers, ordered=True, **options)
        )


def events(caplog: pytest.LogCaptureFixture) -> list[tuple[object, ...]]:
    """What was logged, without the seconds: event, article, step."""
    found = [
        (r.event, r.name, getattr(r, "index", None), getattr(r, "article", None), getattr(r, "step", None))
        for r in caplog.records
        if getattr(r, "event", "").startswith(("article.", "call.", "answer."))
    ]
    caplog.clear()
    return found


def test_results_are_the_same_to_the_byte_and_so_are_the_calls_and_the_log(
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.INFO, "summariser")
    articles = [
        *news(8, 150),
        Article(EXAMPLE.read_text(encoding="utf-8"), published=date(2025, 11, 18), title="{{ odd }}"),
    ]
    told: list[Progress] = []
    with serve(answers_first) as script:
        here = work(script.base_url, articles, 0)
        log_here = events(caplog)
        calls_here = [r.body for r in script.requests]
        script.requests.clear()
        there = work(script.base_url, articles, 1, on_progress=told.append)
        calls_there = [r.body for r in script.requests]
        log_there = events(caplog)
    assert [o.index for o in there] == list(range(len(articles)))
    for one, other in zip(here, there, strict=True):
        assert comparable(one.summary) == comparable(other.summary)
    assert sum(o.summary.provenance.reasks for o in there if o.summary) > 0
    # An article's events come in their order; those of two articles may be mixed.
    assert sorted(log_here, key=lambda e: e[2]) == sorted(log_there, key=lambda e: e[2])
    assert {"article.begun", "call.done", "article.done"} <= {e[0] for e in log_there}
    waited = {step.step for o in there if o.summary for step in o.summary.provenance.steps}
    assert "wait" in waited
    # With one article after the other the calls come in the same order as well.
    assert sorted(map(json.dumps, calls_here)) == sorted(map(json.dumps, calls_there))
    assert {"read", "verify"} <= {p.stage for p in told}


def test_limits_hold_in_the_workers_too() -> None:
    articles = list(news(4, 300))
    with serve(answers_first) as script:
        few = work(script.base_url, articles, 1, budget=Limits(calls_per_article=1))
        budget = Budget(Limits(tokens=1))
        cut: list[Outcome] = []
        with (
            Summariser(settings=settings(script.base_url)) as summariser,
            pytest.raises(BudgetSpent),
        ):
            cut.extend(summariser.summarise_many(articles, concurrency=1, workers=1, budget=budget))
    assert {type(o.error) for o in few} <= {CallsSpent, type(None)}
    assert any(isinstance(o.error, CallsSpent) for o in few)
    assert budget.spent.calls <= 2
    assert budget.spent.tokens_in == 10 * budget.spent.calls


def test_an_error_of_the_endpoint_comes_back_as_what_it_is_and_without_the_key() -> None:
    with serve(fails(401, "canary-key is wrong")) as script:
        (outcome,) = work(script.base_url, list(news(1, 300)), 1)
    assert isinstance(outcome.error, KeyRefused)
    assert outcome.error.details["attempts"] == 1
    assert "canary" not in repr(outcome.error.details) + str(outcome.error)


def test_a_script_needs_no_guard_around_its_main_part(tmp_path: Path) -> None:
    script = tmp_path / "script.py"
    script.write_text(
        "import sys\n"
        "from summariser import Summariser\n"
        "from summariser.articles import Article\n"
        "from summariser.settings import Settings\n"
        "print('started')\n"
        "settings = Settings(model='m', base_url=sys.argv[1], strategy='stepwise')\n"
        "with Summariser(settings=settings) as summariser:\n"
        "    for outcome in summariser.summarise_many([Article('Rain fell.')], workers=1):\n"
        "        print(outcome.summary.kind)\n"
    )
    with serve(answers_first) as server:
        ran = subprocess.run(
            [sys.executable, str(script), server.base_url],
            capture_output=True,
            text=True,
            timeout=120,
            check=True,
        )
    assert ran.stdout == "started\nall\n"
    assert ran.stderr == ""


# --- the crew ----------------------------------------------------------------------------------


BRIEF = Brief(
    info=EngineInfo("openai", "test", "m", None, 8192, "stepwise"),
    cache_dir=Settings().cache_dir,
    kind="all",
    min_confidence=None,
    calls_per_article=None,
    wants_progress=False,
)
ARTICLE = next(news(1, 300))


class Endpoint:
    """Answers calls; before each it does what it is told to."""

    target = Target("m", "openai")

    def __init__(self) -> None:
        self.before: Iterator[Callable[[], object]] = iter(())
        self.flying = self.most = self.calls = 0

    async def complete(
        self,
        request: Request[Any],
        turns: Sequence[Turn],
        response_format: Mapping[str, Any],
        meter: Meter,
    ) -> Completion:
        self.calls += 1
        self.flying += 1
        self.most = max(self.most, self.flying)
        try:
            next(self.before, lambda: None)()
            await asyncio.sleep(0.01)
        finally:
            self.flying -= 1
        schema = response_format["json_schema"]["schema"]
        return Completion(json.dumps(first(schema, schema.get("$defs", {}))), usage=Usage(calls=1))


def crew_of(endpoint: Endpoint, size: int = 1) -> Crew:
    return Crew(endpoint, BRIEF, size, calls_at_once=4, from_start=True)


def pids(crew: Crew) -> list[int]:
    return [w._process.pid for w in crew._workers if w._process is not None]


def is_running(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


async def test_a_worker_that_dies_is_replaced_and_its_articles_are_begun_anew() -> None:
    endpoint = Endpoint()
    crew = crew_of(endpoint)
    try:
        assert await crew.is_there(0)
        (first_pid,) = pids(crew)
        undisturbed = await crew.summarise(ARTICLE, Budget())
        endpoint.before = iter([lambda: os.kill(first_pid, signal.SIGKILL)])
        several = await asyncio.gather(*(crew.summarise(ARTICLE, Budget()) for _ in range(6)))
        assert isinstance(undisturbed.result, Summary)
        for finished in several:
            assert isinstance(finished.result, Summary)
            assert comparable(finished.result) == comparable(undisturbed.result)
        assert pids(crew) != [first_pid]
        assert endpoint.most <= 4
        last = pids(crew)
    finally:
        await crew.aclose()
    assert not any(map(is_running, [first_pid, *last]))


async def test_an_article_that_kills_its_worker_twice_fails_and_the_next_is_well() -> None:
    endpoint = Endpoint()
    crew = crew_of(endpoint)

    def kill() -> None:
        os.kill(pids(crew)[0], signal.SIGKILL)

    try:
        await crew.is_there(0)
        endpoint.before = iter([kill, kill])
        assert isinstance((await crew.summarise(ARTICLE, Budget())).result, WorkerDied)
        assert isinstance((await crew.summarise(ARTICLE, Budget())).result, Summary)
    finally:
        await crew.aclose()


async def test_a_worker_that_hangs_is_killed_replaced_and_told_of_once(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr("summariser.workers.process.SILENT_SECONDS", 5.0)
    endpoint = Endpoint()
    crew = crew_of(endpoint)
    try:
        await crew.is_there(0)
        (first_pid,) = pids(crew)
        endpoint.before = iter([lambda: os.kill(first_pid, signal.SIGSTOP)])
        async with asyncio.timeout(60):
            several = await asyncio.gather(*(crew.summarise(ARTICLE, Budget()) for _ in range(4)))
        assert all(isinstance(finished.result, Summary) for finished in several)
        assert not is_running(first_pid)
    finally:
        await crew.aclose()
    (died,) = [r for r in caplog.records if getattr(r, "event", "") == "worker.died"]
    assert (vars(died)["how"], vars(died)["articles"]) == ("no answer in 5 s", 4)


async def test_a_worker_that_is_busy_for_long_is_alive(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("summariser.workers.process.SILENT_SECONDS", 4.0)
    busy = "import time\ndef main_is_busy(self, work):\n    end = time.monotonic() + 6\n"
    busy += "    while time.monotonic() < end: pass\n    return kept(self, work)\n"
    monkeypatch.setattr(
        "summariser.workers.process._BOOT",
        "import sys; sys.path[:] = {path!r}; from summariser.workers import child\n"
        f"kept = child._Worker._work\n{busy}child._Worker._work = main_is_busy\nchild.main()",
    )
    crew = crew_of(Endpoint())
    try:
        await crew.is_there(0)
        before = pids(crew)
        assert isinstance((await crew.summarise(ARTICLE, Budget())).result, Summary)
        assert pids(crew) == before
    finally:
        await crew.aclose()


async def test_one_that_hangs_at_the_end_is_not_waited_for(caplog: pytest.LogCaptureFixture) -> None:
    crew = crew_of(Endpoint())
    await crew.is_there(0)
    (pid,) = pids(crew)
    os.kill(pid, signal.SIGSTOP)
    async with asyncio.timeout(15):
        await crew.aclose()
    assert not is_running(pid)
    assert not [r for r in caplog.records if getattr(r, "event", "") == "worker.died"]


async def test_who_is_cancelled_takes_its_calls_along() -> None:
    endpoint = Endpoint()
    crew = crew_of(endpoint)
    called = asyncio.Event()
    try:
        await crew.is_there(0)
        endpoint.before = iter([called.set])
        task = asyncio.create_task(crew.summarise(ARTICLE, Budget()))
        await called.wait()
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        assert isinstance((await crew.summarise(ARTICLE, Budget())).result, Summary)
        assert (endpoint.flying, crew._workers[0].load) == (0, 0)
    finally:
        await crew.aclose()


async def test_workers_that_cannot_start_are_an_error_where_they_were_asked_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    crew = crew_of(Endpoint())
    with pytest.raises(WorkerDied):
        await crew.is_there(0)
    await crew.aclose()
    waits = Crew(Endpoint(), BRIEF, 1, calls_at_once=4, from_start=False)
    assert not await waits.is_there(0)
    assert waits._starting is None
    assert not await waits.is_there(16)
    assert waits._starting is not None
    await waits._starting
    assert not await waits.is_there(17)
    await waits.aclose()


@pytest.mark.parametrize(
    ("engine", "workers", "concurrency", "size"),
    [
        (Endpoint(), None, 4, 0),
        (Endpoint(), None, 64, 3),
        (Endpoint(), 0, 64, 0),
        (Endpoint(), 2, 4, 2),
        (ScriptedEngine([]), None, 64, 0),
        (ScriptedEngine([]), 0, 64, 0),
    ],
)
def test_how_many_workers(
    engine: object, workers: int | None, concurrency: int, size: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("summariser.workers.crew.usable_cpus", lambda: 3)
    crew = make_crew(engine, BRIEF, workers, concurrency, None)
    assert (0 if crew is None else crew._size) == size


@pytest.mark.parametrize(("engine", "workers"), [(ScriptedEngine([]), 1), (Endpoint(), 65), (Endpoint(), -1)])
def test_workers_that_cannot_be(engine: object, workers: int) -> None:
    with pytest.raises(ConfigurationError):
        make_crew(engine, BRIEF, workers, 64, None)


def test_an_unusual_rater_stays_in_this_process() -> None:
    with (
        serve(answers_first) as script,
        Summariser(settings=settings(script.base_url), rater=lambda *_: 0.5) as summariser,
        pytest.raises(ConfigurationError),
    ):
        list(summariser.summarise_many([ARTICLE], workers=1))


def test_where_spans_are_recorded_no_workers_are_started_unasked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("summariser.workers.crew.usable_cpus", lambda: 3)
    monkeypatch.setattr("summariser.spans.are_wanted", lambda: True)
    assert make_crew(Endpoint(), BRIEF, None, 64, None) is None
