"""One worker process, from our side: start it, give it articles, make its calls, notice its end."""

from __future__ import annotations

import asyncio
import contextlib
import contextvars
import itertools
import logging
import subprocess
import sys
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any, Final

from summariser.articles import Article
from summariser.budgets import Budget
from summariser.errors import WorkerDied
from summariser.logs import bound_fields, tell
from summariser.workers.messages import (
    LENGTH,
    Answer,
    AnyMessage,
    Brief,
    Call,
    Done,
    Drop,
    Logged,
    Ping,
    Ready,
    Told,
    Work,
    packed,
    unpacked,
)

log = logging.getLogger(__name__)

SILENT_SECONDS: Final = 30.0
"""A worker that says nothing for so long, not even to pings, is killed. Its listening thread gets its turn
within milliseconds whatever the article; half a minute is for machines short of memory or overloaded."""
START_SECONDS: Final = 180.0
"""The same until it has loaded: it listens to nothing before, and a cold disk or a busy machine is slow."""
_PINGS: Final = 6
"""So many go unanswered, one after the other. They are counted, and not only seconds: while this process or
the machine sleeps, or this process's loop is busy, no ping goes out, and nobody owes an answer."""
_STOP_SECONDS: Final = 2.0
_BOOT: Final = "import sys; sys.path[:] = {path!r}; from summariser.workers.child import main; main()"

MakeCall = Callable[[Call, Budget], Awaitable[Answer]]
OnTold = Callable[[Told], None]


@dataclass(slots=True)
class _Job:
    budget: Budget
    done: asyncio.Future[Done]
    context: contextvars.Context
    calls: set[asyncio.Task[None]]


class WorkerProcess:
    """One run of a worker. Belongs to the event loop in which it was started.

    Args:
        brief: What holds for all its articles.
        make_call: Makes a call for it; never raises.
        on_told: Gets its progress.
    """

    def __init__(self, brief: Brief, make_call: MakeCall, on_told: OnTold) -> None:
        self._brief = brief
        self._make_call = make_call
        self._on_told = on_told
        self._jobs: dict[int, _Job] = {}
        self._numbers = itertools.count()
        self._ready: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._process: asyncio.subprocess.Process | None = None
        self._listening: asyncio.Task[None] | None = None
        self._watching: asyncio.Task[None] | None = None
        self._unanswered = 0
        self._killed: str | None = None
        self._is_stopping = False

    @property
    def load(self) -> int:
        """How many articles it has in work."""
        return len(self._jobs)

    @property
    def is_alive(self) -> bool:
        """Whether it takes articles."""
        return self._listening is not None and not self._listening.done()

    async def start(self) -> None:
        """Start it, and wait until it has loaded everything.

        Raises:
            WorkerDied: It could not be started, or did not get so far.
        """
        try:
            # Not multiprocessing: its children run the caller's own script again, unless that guards
            # itself. A session of its own keeps a terminal's Ctrl-C away.
            self._process = await asyncio.create_subprocess_exec(
                sys.executable,
                "-c",
                _BOOT.format(path=sys.path),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                start_new_session=True,
            )
        except OSError as error:
            raise WorkerDied(
                f"A worker process cannot be started: {error.strerror}", "Work without any (workers=0)"
            ) from error
        self._listening = asyncio.create_task(self._listen(self._process))
        self._watching = asyncio.create_task(self._watch(self._process))
        self._say(self._brief)
        await self._ready

    async def summarise(self, article: Article, budget: Budget) -> Done:
        """Have an article summarised.

        Raises:
            WorkerDied: The process died over its articles; whose fault that is nobody knows.
        """
        number = next(self._numbers)
        job = _Job(budget, asyncio.get_running_loop().create_future(), contextvars.copy_context(), set())
        self._jobs[number] = job
        try:
            self._say(Work(number, article, dict(bound_fields())))
            return await job.done
        except asyncio.CancelledError:
            self._say(Drop(number))
            raise
        finally:
            del self._jobs[number]
            for call in job.calls:
                call.cancel()

    async def stop(self) -> None:
        """End it: ask by closing its input, then insist."""
        process = self._process
        self._is_stopping = True
        if process is None:
            return
        if process.stdin is not None:
            process.stdin.close()
        try:
            async with asyncio.timeout(_STOP_SECONDS):
                await process.wait()
        except TimeoutError:
            with contextlib.suppress(ProcessLookupError):
                process.kill()
            await process.wait()
        if self._listening is not None:
            await asyncio.gather(self._listening, return_exceptions=True)

    def _say(self, message: AnyMessage) -> None:
        assert self._process is not None
        assert self._process.stdin is not None
        with contextlib.suppress(OSError, RuntimeError):  # it has died; whoever waits for it is told
            self._process.stdin.write(packed(message))

    async def _listen(self, process: asyncio.subprocess.Process) -> None:
        assert process.stdout is not None
        try:
            while True:
                (length,) = LENGTH.unpack(await process.stdout.readexactly(LENGTH.size))
                self._unanswered = 0
                self._take(unpacked(await process.stdout.readexactly(length)))
        except (asyncio.IncompleteReadError, OSError):
            pass
        finally:
            await self._tell_of_the_end(process)

    async def _watch(self, process: asyncio.subprocess.Process) -> None:
        """Kill it when it hangs: its pipe stays open, and nothing else would tell."""
        tick, limit = SILENT_SECONDS / _PINGS, START_SECONDS
        while self._unanswered * tick < limit:
            self._unanswered += 1
            self._say(Ping())
            await asyncio.sleep(tick)
            limit = SILENT_SECONDS if self._ready.done() else START_SECONDS
        self._killed = f"no answer in {limit:g} s"
        with contextlib.suppress(ProcessLookupError):
            process.kill()

    async def _tell_of_the_end(self, process: asyncio.subprocess.Process) -> None:
        code = await process.wait()
        if self._watching is not None:
            self._watching.cancel()
        how = self._killed or (f"signal {-code}" if code < 0 else f"exit code {code}")
        if not self._is_stopping:
            tell(
                log,
                logging.WARNING,
                "worker.died",
                how=how,
                articles=len(self._jobs),
                index=None,
                article=None,
            )
        all_waiting: list[asyncio.Future[Any]] = [self._ready, *(job.done for job in self._jobs.values())]
        for waiting in all_waiting:
            if not waiting.done():
                waiting.set_exception(
                    WorkerDied(f"A worker process died ({how})", "Check the free memory; use fewer workers")
                )

    def _take(self, message: AnyMessage) -> None:
        if isinstance(message, Call):
            job = self._jobs.get(message.number)
            if job is not None:  # else it was dropped meanwhile
                call = asyncio.create_task(self._answer(message, job.budget), context=job.context.copy())
                job.calls.add(call)
                call.add_done_callback(job.calls.discard)
        elif isinstance(message, Done):
            job = self._jobs.get(message.number)
            if job is not None and not job.done.done():
                job.done.set_result(message)
        elif isinstance(message, Logged):
            _log_again(message)
        elif isinstance(message, Told):
            self._on_told(message)
        elif isinstance(message, Ready) and not self._ready.done():
            self._ready.set_result(None)

    async def _answer(self, call: Call, budget: Budget) -> None:
        self._say(await self._make_call(call, budget))


def _log_again(message: Logged) -> None:
    """A worker's event, to whoever listens to ours."""
    record = logging.makeLogRecord(dict(message.record))
    logger = logging.getLogger(record.name)
    if logger.isEnabledFor(record.levelno):
        logger.handle(record)
