"""The embedded engine is killed in the middle of an article, in every way, and the article does not notice.

Also not the others, the store, or the caller: one crash over an article is survived, a second one is that
article's failure, and an engine that dies over every article ends the batch.
"""

from __future__ import annotations

import json
import logging
import os
import signal
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from summariser import errors
from summariser.api import Summariser
from summariser.articles import Article
from summariser.batch import BatchOptions, BatchState, run_batch
from summariser.engines import make_engine
from summariser.engines.base import Reply, Request
from summariser.engines.embedded import EmbeddedEngine
from summariser.engines.models import model_path
from summariser.normalise.places import PlaceResolver
from summariser.schemas import Summary
from summariser.settings import Settings
from summariser.store import Store
from tests.fault.engine_stub import install, new_engine

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")

ROOT = Path(__file__).parents[2]
EXAMPLE = Article((ROOT / "examples" / "article.txt").read_text("utf-8"), name="example")
NEAR = "Boko Haram was near the {} village on Monday: {} people were killed in an attack."
"""Nobody is said to have done it, but somebody was near: so there is something to ask."""
CALLS = 2
"""Of an article after this pattern: one question, and its re-ask, for the stub's answer fits no question."""
WELL = "answer " * CALLS
TEST_MODEL = "smollm2-135m"


@pytest.fixture
def script(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    return install(tmp_path, monkeypatch)


@pytest.fixture
def engine(script: Path) -> Iterator[EmbeddedEngine]:
    made = new_engine(script, timeout_seconds=4)
    yield made
    made.stop()


@pytest.fixture
def summariser(engine: EmbeddedEngine, resolver: PlaceResolver) -> Iterator[Summariser]:
    with Summariser(engine=engine, settings=Settings()) as made:
        made._resolver = resolver
        yield made


def near(number: int) -> Article:
    return Article(NEAR.format(f"Village{number}", number + 5), name=str(number))


def told(summary: Summary) -> dict[str, Any]:
    """A summary without what it cost."""
    record = summary.model_dump(mode="json")
    for key in ("steps", "calls", "reasks", "retries", "seconds", "cost_usd"):
        record["provenance"].pop(key)
    record["provenance"] = {k: v for k, v in record["provenance"].items() if not k.startswith("tokens_")}
    return record


@pytest.mark.parametrize(
    ("ending", "call"),
    [
        ("crash", 1),
        ("exit", 1),
        ("crash", 4),
        ("segv", 4),
        ("abort", 4),
        ("exit", 4),
        ("drop", 4),
        ("stop", 4),
    ],
)
def test_one_crash_within_an_article_is_survived(
    summariser: Summariser, script: Path, caplog: pytest.LogCaptureFixture, ending: str, call: int
) -> None:
    caplog.set_level(logging.WARNING)
    undisturbed = summariser.summarise(EXAMPLE)
    assert undisturbed.provenance.calls > 4
    script.write_text("answer " * (call - 1) + ending)
    summary = summariser.summarise(EXAMPLE)
    assert told(summary) == told(undisturbed)
    assert (undisturbed.provenance.retries, summary.provenance.retries) == (0, 1)
    assert sum(step.retries for step in summary.provenance.steps) == 1
    assert "engine.died" in caplog.text
    assert "call.repeated" in caplog.text


def test_a_second_crash_over_one_article_is_its_failure_also_at_another_question(
    summariser: Summariser, script: Path
) -> None:
    script.write_text("crash " + WELL * 2 + "segv")
    with pytest.raises(errors.EngineCrashed, match="lost 2 times over this article") as caught:
        summariser.summarise(EXAMPLE)
    assert "signal 11" in str(caught.value)
    assert caught.value.details["crashes"] == 2
    assert caught.value.__cause__ is None
    assert script.read_text() == ""
    assert summariser.summarise(EXAMPLE).provenance.retries == 0  # the engine is as good as new


def test_the_cost_of_a_crash_is_counted(summariser: Summariser, script: Path) -> None:
    plain = summariser.summarise(near(1)).provenance
    assert plain.calls == CALLS
    script.write_text("answer crash")  # the first answer is sent back, and the re-ask crashes
    crashed = summariser.summarise(near(1)).provenance
    assert (crashed.calls, crashed.reasks, crashed.retries) == (CALLS + 1, 2, 1)
    assert crashed.tokens_in > plain.tokens_in


def batch(summariser: Summariser, folder: Path, count: int, **options: Any) -> BatchState:
    rows = [{"id": f"a{n}", "text": near(n).text} for n in range(count)]
    (folder / "in.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    return run_batch(
        [folder / "in.jsonl"],
        folder / "out.jsonl",
        BatchOptions(concurrency=1, **options),
        summariser=summariser,
    )


def records(folder: Path) -> dict[str, dict[str, Any]]:
    lines = map(json.loads, (folder / "out.jsonl").read_text().splitlines())
    return {line["id"]: line for line in lines}


def test_a_batch_goes_on_after_an_article_that_kills_the_engine_twice(
    summariser: Summariser, script: Path, tmp_path: Path
) -> None:
    # Article 0 is well, 1 crashes once, 2 twice, 3 is lost to an engine that does not come back, 4 is well.
    script.write_text(f"{WELL} crash {WELL} segv crash crash load:exit {WELL}")
    state = batch(summariser, tmp_path, 5)
    assert (state.done, state.failed, state.left, state.stopped) == (3, 2, 0, None)
    found = records(tmp_path)
    assert [n for n, r in found.items() if "summary" in r] == ["a0", "a1", "a4"]
    assert [found[n]["error"]["kind"] for n in ("a2", "a3")] == ["EngineCrashed"] * 2
    assert "lost 2 times over this article" in found["a2"]["error"]["message"]
    assert "After a stop, the embedded engine ended at its start" in found["a3"]["error"]["message"]
    assert [found[n]["summary"]["provenance"]["retries"] for n in ("a0", "a1", "a4")] == [0, 1, 0]
    with Store(tmp_path / "out.jsonl.store") as store:  # sound, and given back
        assert store.counts() == (3, 2, 0)
    again = batch(summariser, tmp_path, 5, resume=True)
    assert (again.done, again.reused, again.failed) == (5, 3, 0)


def test_an_engine_that_dies_over_every_article_ends_the_batch(
    summariser: Summariser, script: Path, tmp_path: Path
) -> None:
    script.write_text("crash " * 1000)
    state = batch(summariser, tmp_path, 30)
    assert isinstance(state.stopped, errors.EngineCrashed)
    assert "The engine is lost, 11 articles in a row" in str(state.stopped)
    assert state.done == 0
    assert state.left >= 30 - 13
    crashes = 1000 - len(script.read_text().split())
    assert 22 <= crashes <= 26, "each article is tried twice, and no article after the stop"


def test_an_engine_that_never_starts_ends_the_batch_at_once(
    summariser: Summariser, script: Path, tmp_path: Path
) -> None:
    script.write_text("load:exit " * 10)
    state = batch(summariser, tmp_path, 5)
    assert isinstance(state.stopped, errors.EngineNotStarted)
    assert (state.done, state.failed, state.left) == (0, 0, 5)


class Killing:
    """Kills the engine's process in the middle of one question."""

    def __init__(self, engine: EmbeddedEngine, question: int) -> None:
        self.info = engine.info
        self.killed: list[int] = []
        self._engine = engine
        self._left = question

    async def ask(self, request: Request[Any]) -> Reply[Any]:
        self._left -= 1
        if self._left == 0:
            pid = self._engine._running.process.pid
            seen = threading.Event()
            watcher = threading.Thread(target=self._kill_when_busy, args=(pid, seen), daemon=True)
            watcher.start()
            assert seen.wait(10)
        return await self._engine.ask(request)

    def _kill_when_busy(self, pid: int, seen: threading.Event) -> None:
        """When the process has begun to compute: its time on the processor grows."""
        before = cpu_ticks(pid)
        seen.set()
        while cpu_ticks(pid) < before + 2:
            time.sleep(0.002)
        os.kill(pid, signal.SIGKILL)
        self.killed.append(pid)

    async def aclose(self) -> None:
        await self._engine.aclose()


def cpu_ticks(pid: int) -> int:
    fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return int(fields[11]) + int(fields[12])


@pytest.mark.live
def test_live_a_kill_within_a_batch_changes_nothing(tmp_path: Path, resolver: PlaceResolver) -> None:
    settings = Settings.from_environment(model=TEST_MODEL, offline=True)
    if not model_path(TEST_MODEL, settings.cache_dir).is_file():
        pytest.skip(f"run `summariser model pull {TEST_MODEL}`")
    found = []
    for name, question in (("undisturbed", 0), ("killed", 2)):
        engine = make_engine(settings)
        assert isinstance(engine, EmbeddedEngine)
        killing = Killing(engine, question)
        folder = tmp_path / name
        folder.mkdir()
        with Summariser(engine=killing, settings=settings) as made:
            made._resolver = resolver
            state = batch(made, folder, 3)
        assert (state.done, state.failed, state.stopped) == (3, 0, None)
        assert len(killing.killed) == (1 if question else 0)
        found.append({n: Summary.model_validate(r["summary"]) for n, r in records(folder).items()})
    undisturbed, killed = found
    assert {n: told(s) for n, s in killed.items()} == {n: told(s) for n, s in undisturbed.items()}
    assert sum(s.provenance.retries for s in killed.values()) == 1
    assert sum(s.provenance.calls for s in killed.values()) > 0
