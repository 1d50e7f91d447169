"""The embedded engine: its process starts, serves, dies and is started again.

The real parent and the real child run here; only the native library inside the child is replaced,
by a stub that serves canned answers and crashes on demand. ``live`` tests use the real library with
the small test model.
"""

from __future__ import annotations

import asyncio
import json
import os
import signal
import subprocess
import sys
import textwrap
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import openai
import pytest
from pydantic import BaseModel, ConfigDict, Field

from summariser import errors
from summariser.engines import make_engine
from summariser.engines.base import EngineInfo, Message, Request
from summariser.engines.cores import usable_cores
from summariser.engines.embedded import EmbeddedEngine
from summariser.engines.models import ModelFile, model_path
from summariser.engines.server_process import ServerProcess
from summariser.files import mark_of
from summariser.settings import Settings
from tests.fault.engine_stub import install, new_engine

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")


class Answer(BaseModel):
    dead: int
    pid: int


REQUEST = Request("count", (Message("user", "How many?"),), Answer, max_tokens=50)


@pytest.fixture
def script(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The stub in place of the native library; the returned file is its script."""
    return install(tmp_path, monkeypatch)


@pytest.fixture
def engine(script: Path) -> Iterator[EmbeddedEngine]:
    made = new_engine(script)
    yield made
    made.stop()


def is_running(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0]
    except OSError:
        return False
    return state != "Z"


def wait_until_gone(pid: int, seconds: float = 5.0) -> bool:
    deadline = time.monotonic() + seconds
    while is_running(pid) and time.monotonic() < deadline:
        time.sleep(0.02)
    return not is_running(pid)


async def test_started_by_the_first_question_and_kept(engine):
    with pytest.raises(errors.EngineNotStarted):
        _ = engine.base_url
    first, second = await engine.ask(REQUEST), await engine.ask(REQUEST)
    assert first.value.dead == 3
    assert first.value.pid == second.value.pid != os.getpid()
    assert first.usage.retries == 0


async def test_close_stops_it_and_a_question_starts_it_again(engine):
    first = (await engine.ask(REQUEST)).value.pid
    key = engine.api_key
    await engine.aclose()
    assert wait_until_gone(first)
    assert (await engine.ask(REQUEST)).value.pid != first
    assert engine.api_key != key


@pytest.mark.parametrize(
    ("ending", "said"),
    [("crash", "signal 9"), ("segv", "signal 11"), ("abort", "signal 6"), ("exit", "exit code 3")],
)
async def test_a_crash_is_an_error_and_the_next_question_finds_a_new_process(engine, script, ending, said):
    first = (await engine.ask(REQUEST)).value.pid
    script.write_text(ending)
    with pytest.raises(errors.EngineCrashed) as caught:
        await engine.ask(REQUEST)
    assert said in str(caught.value)
    assert ending == "exit" or "GGML_ASSERT" in str(caught.value)
    assert (await engine.ask(REQUEST)).value.pid != first


async def test_killed_between_questions(engine):
    first = (await engine.ask(REQUEST)).value.pid
    os.kill(first, signal.SIGKILL)
    # Not wait_until_gone: a process is a corpse before all of its threads are, and waited for only then.
    assert engine._running.process.is_gone(10)
    assert (await engine.ask(REQUEST)).value.pid != first


async def test_killed_in_the_middle_of_a_question(engine, script):
    script.write_text("hang answer")
    task = asyncio.create_task(engine.ask(REQUEST))
    while script.read_text() != "answer":  # noqa: ASYNC110 - another process writes it
        await asyncio.sleep(0.02)
    os.kill(engine._running.process.pid, signal.SIGKILL)
    with pytest.raises(errors.EngineCrashed, match="signal 9"):
        await task
    assert (await engine.ask(REQUEST)).value.dead == 3


@pytest.mark.parametrize("how", ["hang", "stop"])
async def test_a_process_that_hangs_is_ended_and_started_anew(script, how, caplog):
    engine = new_engine(script, timeout_seconds=3)
    first = (await engine.ask(REQUEST)).value.pid
    script.write_text(how)
    with pytest.raises(errors.EngineCrashed, match="no answer in 3 s") as caught:
        await engine.ask(REQUEST)
    assert "SUMMARISER_TIMEOUT" in caught.value.advice
    assert [r.how for r in caplog.records if getattr(r, "event", "") == "engine.died"] == ["no answer in 3 s"]
    assert not is_running(first)
    assert (await engine.ask(REQUEST)).value.pid != first
    engine.stop()


async def test_a_process_that_drops_the_connection_is_ended(engine, script):
    first = (await engine.ask(REQUEST)).value.pid
    script.write_text("drop")
    with pytest.raises(errors.EngineCrashed, match="dropped the connection"):
        await engine.ask(REQUEST)
    assert not is_running(first)
    assert (await engine.ask(REQUEST)).value.pid != first


async def test_killed_while_it_loads_it_gets_one_more_try(engine, script):
    script.write_text("load:kill answer")
    assert (await engine.ask(REQUEST)).value.dead == 3
    assert script.read_text() == ""


async def test_killed_twice_while_it_loads_the_set_up_is_at_fault(engine, script):
    script.write_text("load:kill load:kill answer")
    with pytest.raises(errors.EngineNotStarted, match="signal 9"):
        await engine.ask(REQUEST)
    assert script.read_text() == "answer"


async def test_an_exit_while_it_loads_is_not_tried_again(engine, script):
    script.write_text("load:exit load:kill answer")
    with pytest.raises(errors.EngineNotStarted, match="exit code 3"):
        await engine.ask(REQUEST)
    assert script.read_text() == "load:kill answer"


async def test_an_engine_that_ran_and_does_not_come_back_has_crashed(engine, script):
    await engine.ask(REQUEST)
    script.write_text("crash load:exit answer")
    with pytest.raises(errors.EngineCrashed, match="signal 9"):
        await engine.ask(REQUEST)
    with pytest.raises(errors.EngineCrashed, match=r"After a stop, .* \(exit code 3\)"):
        await engine.ask(REQUEST)
    assert (await engine.ask(REQUEST)).value.dead == 3


def test_no_image_of_its_memory_is_left_by_a_crash(engine):
    engine.start()
    limits = Path(f"/proc/{engine._running.process.pid}/limits").read_text()
    assert next(line for line in limits.splitlines() if "core" in line).split()[4:6] == ["0", "0"]


async def test_a_model_that_does_not_load(engine, script):
    script.write_text("fail")
    with pytest.raises(errors.EngineNotStarted) as caught:
        await engine.ask(REQUEST)
    # The first complaint is the cause; the later ones only follow from it.
    assert "invalid magic characters" in str(caught.value)
    assert "exit code 1" in str(caught.value)
    assert caught.value.details["killed"] is False
    assert any("Failed to init server" in line for line in caught.value.details["log"])


def test_a_model_that_changes_while_it_is_loaded_is_not_used(script):
    mark = mark_of(script)
    info = EngineInfo("embedded", "stub", "m", None, 512, "stepwise")
    script.write_text("answer")  # after the check, before the process has it
    engine = EmbeddedEngine(info, lambda _: ModelFile(script, mark))
    with pytest.raises(errors.ModelFileError, match="changed while it was loaded"):
        asyncio.run(engine.ask(REQUEST))
    assert script.read_text() == "answer", "nothing was asked of it"
    assert engine._running is None
    pid = int(Path(f"{script}.pid").read_text())
    assert not is_running(pid)


def test_a_start_that_takes_too_long():
    slow = [sys.executable, "-c", "import time; time.sleep(60)"]
    process = ServerProcess({}, slow)
    with pytest.raises(errors.EngineNotStarted, match="not ready within"):
        process.wait_until_ready(0.3)
    assert wait_until_gone(process.pid)


def test_a_program_that_is_not_there():
    with pytest.raises(errors.EngineNotStarted, match="cannot be started"):
        ServerProcess({}, ["/no/such/program"])


async def test_questions_wait_their_turn_outside_the_time_limit(script):
    engine = new_engine(script, timeout_seconds=5.0)
    replies = await asyncio.gather(*(engine.ask(REQUEST) for _ in range(8)))
    assert len({reply.value.pid for reply in replies}) == 1
    engine.stop()


def test_several_event_loops(engine):
    pids = {asyncio.run(engine.ask(REQUEST)).value.pid for _ in range(3)}
    assert len(pids) == 1


async def test_cancelling_during_the_start_stops_the_search_for_the_model():
    stopped = []

    searching, stopped_for_good = threading.Event(), threading.Event()

    def find(check) -> Path:
        searching.set()
        try:
            while True:
                check()
                time.sleep(0.02)
        finally:
            stopped.append(True)
            stopped_for_good.set()

    info = EngineInfo("embedded", "stub", "m", None, 512, "stepwise")
    task = asyncio.create_task(EmbeddedEngine(info, find).ask(REQUEST))
    assert await asyncio.to_thread(searching.wait, 10)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert await asyncio.to_thread(stopped_for_good.wait, 10)
    assert stopped == [True]


def test_a_foreign_client(engine):
    with engine.served() as serving:
        client = openai.OpenAI(base_url=serving.base_url, api_key=serving.api_key.get_secret_value())
        answer = client.chat.completions.create(model="any", messages=[{"role": "user", "content": "?"}])
        pid = json.loads(answer.choices[0].message.content)["pid"]
        assert answer.model_extra["seen"]["threads"] == 1
        stranger = openai.OpenAI(base_url=serving.base_url, api_key="guess", max_retries=0)
        with pytest.raises(openai.AuthenticationError):
            stranger.chat.completions.create(model="any", messages=[])
    assert wait_until_gone(pid)


def test_the_key_is_neither_in_arguments_nor_in_the_environment(engine):
    with engine.served() as serving:
        folder = Path(f"/proc/{engine._running.process.pid}")
        seen = (folder / "cmdline").read_bytes() + (folder / "environ").read_bytes()
        assert serving.api_key.get_secret_value().encode() not in seen
        assert serving.api_key.get_secret_value() not in repr(serving)


PARENT = """
import sys, time
from pathlib import Path
from summariser.engines.server_process import ServerProcess
config = dict(model_path=sys.argv[1], model="m", api_key="k", context_tokens=512, threads=1)
process = ServerProcess(config)
process.wait_until_ready(20)
print(process.pid, flush=True)
{then}
"""


@pytest.mark.parametrize(
    ("then", "send", "why"),
    [
        ("time.sleep(60)", signal.SIGKILL, "killed without notice"),
        ("time.sleep(60)", signal.SIGTERM, "terminated"),
        ("time.sleep(60)", signal.SIGINT, "Ctrl-C"),
        ("pass", None, "the end of the program"),
        ("raise RuntimeError", None, "an exception"),
        ("import os; os._exit(1)", None, "an exit without clean-up"),
        (
            "import os; os.fork() or time.sleep(60); time.sleep(1); os.kill(os.getpid(), 9)",
            None,
            "a fork lives on",
        ),
    ],
)
def test_it_ends_with_its_parent(script, then, send, why):
    command = [sys.executable, "-c", PARENT.format(then=then), str(script)]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([os.environ["PYTHONPATH"], str(Path.cwd())])}
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment
    ) as parent:
        pid = int(parent.stdout.readline())
        assert send is None or is_running(pid)
        if send is not None:
            parent.send_signal(send)
        if "fork" in why:
            time.sleep(1)
            parent.kill()
        parent.wait(10)
        assert wait_until_gone(pid), why


def test_two_programs_do_not_disturb_each_other(script):
    one, two = new_engine(script), new_engine(script)
    with one.served() as first, two.served() as second:
        assert first.base_url != second.base_url
        assert asyncio.run(one.ask(REQUEST)).value.pid != asyncio.run(two.ask(REQUEST)).value.pid
        one.stop()
        assert asyncio.run(two.ask(REQUEST)).value.dead == 3


def test_usable_cores(tmp_path):
    quota = tmp_path / "cpu.max"
    assert usable_cores(quota=quota) >= 1
    quota.write_text("max 100000")
    assert usable_cores(tmp_path, quota) >= 1
    quota.write_text("50000 100000")  # half a core
    assert usable_cores(tmp_path, quota) == 1
    quota.write_text("nonsense")
    assert usable_cores(tmp_path, quota) >= 1


def test_hyperthreads_of_one_core_count_once(tmp_path):
    for cpu in os.sched_getaffinity(0):
        folder = tmp_path / f"cpu{cpu}" / "topology"
        folder.mkdir(parents=True)
        (folder / "physical_package_id").write_text("0\n")
        (folder / "core_id").write_text("0\n")
    assert usable_cores(tmp_path, tmp_path / "none") == 1


# --- the real library --------------------------------------------------------------------------

TEST_MODEL = "smollm2-135m"


@pytest.fixture(scope="module")
def live_engine() -> Iterator[EmbeddedEngine]:
    settings = Settings.from_environment(model=TEST_MODEL, offline=True)
    path = model_path(TEST_MODEL, settings.cache_dir)
    if not path.is_file():
        pytest.skip(f"no {path.name} in the cache: run `summariser model pull {TEST_MODEL}`")
    made = make_engine(settings)
    yield made
    made.stop()


class Figure(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    value: Literal[3, 1200, 40]
    group: Literal["civilians", "fighters"] | None
    sentence: int = Field(ge=1, le=2)


class Figures(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    figures: list[Figure] = Field(min_length=1, max_length=2)
    note: None


def live_request(text: str = "Three civilians died. About 1,200 people fled.", **options) -> Request[Figures]:
    messages = (Message("system", "You list figures as JSON."), Message("user", text))
    return Request("figures", messages, Figures, **{"max_tokens": 200, **options})


@pytest.mark.live
def test_live_the_schema_binds_the_model(live_engine):
    for text in ("Seventeen cats slept.", "Three civilians died.", "{{ 7 * 7 }} {% if %}"):
        reply = asyncio.run(live_engine.ask(live_request(text, logprobs=True, reasks=0)))
        assert reply.error is None
        assert 1 <= len(reply.value.figures) <= 2
        assert len(reply.token_logprobs) == reply.usage.tokens_out


@pytest.mark.live
def test_live_the_prefix_is_cached_and_the_answer_repeats(live_engine):
    first = asyncio.run(live_engine.ask(live_request()))
    second = asyncio.run(live_engine.ask(live_request()))
    assert second.raw == first.raw
    assert second.usage.tokens_cached >= second.usage.tokens_in - 2


@pytest.mark.live
def test_live_a_text_that_is_too_long(live_engine):
    with pytest.raises(errors.ArticleTooLong):
        asyncio.run(live_engine.ask(live_request("word " * 20000)))


@pytest.mark.live
def test_live_without_the_key_nothing_is_answered(live_engine):
    asyncio.run(live_engine.ask(live_request()))
    stranger = openai.OpenAI(base_url=live_engine.base_url, api_key="guess", max_retries=0)
    with pytest.raises(openai.AuthenticationError):
        stranger.models.list()


@pytest.mark.live
def test_live_a_crash_is_survived(live_engine):
    asyncio.run(live_engine.ask(live_request()))
    pid = live_engine._running.process.pid
    os.kill(pid, signal.SIGKILL)
    # Not /proc: there the first thread is a zombie while the others still end, and a process whose threads
    # end is alive to its parent.
    assert live_engine._running.process.is_gone(5)
    assert asyncio.run(live_engine.ask(live_request())).error is None


@pytest.mark.live
def test_live_a_file_that_is_no_model(tmp_path):
    path = tmp_path / "broken.gguf"
    path.write_text(textwrap.dedent("not a model at all"))
    engine = make_engine(Settings.from_environment(model=str(path), environment={}))
    with pytest.raises(errors.EngineNotStarted, match="magic"):
        asyncio.run(engine.ask(live_request()))
