"""The background loop behind the synchronous API."""

from __future__ import annotations

import asyncio
import contextvars
import os
import signal
import sys
import threading
import time

import pytest

from summariser.engines.loop import PerLoop, run_sync
from summariser.errors import ConfigurationError


async def echo(value: object) -> object:
    await asyncio.sleep(0)
    return value


async def where() -> tuple[int, asyncio.AbstractEventLoop]:
    return threading.get_ident(), asyncio.get_running_loop()


def test_result():
    assert run_sync(echo(3)) == 3


def test_exception_keeps_its_type():
    async def fail() -> None:
        raise KeyError("x")

    with pytest.raises(KeyError):
        run_sync(fail())


def test_a_timeout_inside_is_an_exception_like_any_other():
    async def late() -> None:
        async with asyncio.timeout(0.01):
            await asyncio.sleep(5)

    with pytest.raises(TimeoutError):
        run_sync(late())


def test_one_loop_in_one_other_thread():
    first, second = run_sync(where()), run_sync(where())
    assert first == second
    assert first[0] != threading.get_ident()


async def test_inside_a_running_loop_as_in_a_notebook():
    assert run_sync(echo(3)) == 3


def test_from_many_threads_at_once():
    results: list[object] = []
    threads = [threading.Thread(target=lambda n=n: results.append(run_sync(echo(n)))) for n in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(results) == list(range(20))


def test_inside_itself_is_refused_instead_of_waiting_for_ever():
    async def nested() -> object:
        return run_sync(echo(1))

    with pytest.raises(ConfigurationError):
        run_sync(nested())


def test_context_variables_are_seen():
    variable: contextvars.ContextVar[int] = contextvars.ContextVar("variable")
    variable.set(7)

    async def look() -> int:
        return variable.get()

    assert run_sync(look()) == 7


def test_a_task_that_exits_does_not_take_the_loop_down():
    async def leave() -> None:
        raise SystemExit(3)

    with pytest.raises(SystemExit):
        run_sync(leave())
    assert run_sync(echo(3)) == 3


@pytest.mark.skipif(sys.platform == "win32", reason="no kill")
def test_ctrl_c_cancels_the_task_and_waits_for_its_clean_up():
    cleaned = []

    async def work() -> None:
        try:
            await asyncio.sleep(30)
        finally:
            await asyncio.sleep(0.2)
            cleaned.append(True)

    threading.Timer(0.3, os.kill, (os.getpid(), signal.SIGINT)).start()
    started = time.monotonic()
    with pytest.raises(KeyboardInterrupt):
        run_sync(work())
    assert cleaned == [True]
    assert time.monotonic() - started < 5
    assert run_sync(echo(3)) == 3


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork")
@pytest.mark.filterwarnings("ignore:This process .* is multi-threaded")
def test_a_forked_child_has_a_loop_of_its_own():
    run_sync(echo(1))
    child = os.fork()
    if child == 0:
        os._exit(0 if run_sync(echo(5)) == 5 else 1)
    assert os.waitpid(child, 0)[1] == 0


def test_per_loop_values():
    made = []
    values: PerLoop[object] = PerLoop(lambda: made.append(object()) or made[-1])

    async def get_twice() -> bool:
        return values.get() is values.get()

    assert all(asyncio.run(get_twice()) for _ in range(3))
    assert len(made) == 3
    values.pop_all()
    assert values.pop_all() == []
