"""The embedded engine: a model on this machine, with no key, server or account to set up.

llama.cpp's HTTP server runs in a child process (see ``embedded_child``) and is spoken to like any
other endpoint. It is started by the first question, which also fetches the model's file if need be,
and stopped by ``aclose`` or the end of the program.

A process that dies over a question, gives no answer in time, or drops the connection is
``EngineCrashed``: what is left of it is ended, and the next question starts another. Whether a question is
asked again is decided where it is known which article it belongs to (see ``surviving``).
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import secrets
import threading
import time
from collections.abc import AsyncIterator, Callable, Iterator
from dataclasses import dataclass

from pydantic import SecretStr

from summariser.engines.base import EngineInfo, Reply, Request, T
from summariser.engines.cores import usable_cores
from summariser.engines.loop import PerLoop
from summariser.engines.models import ModelFile
from summariser.engines.openai_compatible import Endpoint, OpenAICompatibleEngine
from summariser.engines.retrying import Patience
from summariser.engines.server_process import ServerProcess
from summariser.errors import (
    EngineCrashed,
    EngineNotStarted,
    EngineTimeout,
    ModelFileError,
    RateLimited,
    ServerFault,
    TransportError,
)
from summariser.logs import tell
from summariser.stopwatch import WAIT, spent_on

log = logging.getLogger(__name__)

_GRACE_SECONDS = 2.0
"""A crash shows as a lost connection first, and as an ended process a moment later."""

FindModel = Callable[[Callable[[], None]], ModelFile]
"""Returns the model's file as it was checked, fetching it if need be; calls its argument often, which may
raise to stop."""


@dataclass(frozen=True, slots=True)
class EmbeddedOptions:
    """See the fields of the same names in ``Settings``."""

    threads: int | None = None
    timeout_seconds: float = 900.0
    start_timeout_seconds: float = 180.0


@dataclass(frozen=True, slots=True)
class Serving:
    """A running embedded server, for any OpenAI client."""

    base_url: str
    api_key: SecretStr


@dataclass(frozen=True)
class _Running:
    process: ServerProcess
    serving: Serving
    client: OpenAICompatibleEngine


class _Stopped(Exception):
    """Whoever waited for the start has gone away."""


class EmbeddedEngine:
    """Asks a model that runs in a child process."""

    def __init__(
        self, info: EngineInfo, find_model: FindModel, options: EmbeddedOptions | None = None
    ) -> None:
        self.info = info
        self._find_model = find_model
        self._options = options or EmbeddedOptions()
        self._starting = threading.Lock()
        self._running: _Running | None = None
        self._has_served = False
        # The server has one slot. Waiting here instead of in its queue keeps the wait out of the
        # question's time limit.
        self._turn: PerLoop[asyncio.Semaphore] = PerLoop(lambda: asyncio.Semaphore(1))

    async def ask(self, request: Request[T]) -> Reply[T]:
        """Answer one request; see ``Engine.ask``.

        Raises:
            ModelFileError: The model's file cannot be had.
            EngineNotStarted: The server does not start.
            EngineCrashed: It died over this question, hung, or did not come back after an earlier crash.
                The next question starts it anew.
        """
        async with self._one_at_a_time():
            with spent_on(WAIT):
                running = await self._start_in_thread()
            try:
                return await running.client.ask(request)
            except TransportError as error:
                crash = await asyncio.to_thread(self._crash, running.process, error)
                if crash is None:
                    raise
            await running.client.aclose()
            # Not the message: what native code wrote last could quote the question.
            tell(
                log, logging.WARNING, "engine.died", model=self.info.model, pid=running.process.pid,
                how=running.process.ending(), step=request.step,
            )  # fmt: skip
            raise crash

    @contextlib.asynccontextmanager
    async def _one_at_a_time(self) -> AsyncIterator[None]:
        turn = self._turn.get()
        with spent_on(WAIT):
            await turn.acquire()
        try:
            yield
        finally:
            turn.release()

    async def aclose(self) -> None:
        """Stop the server. The next question starts it again."""
        running = self._running
        if running is not None:
            await running.client.aclose()
        await asyncio.to_thread(self.stop)

    def stop(self) -> None:
        """``aclose`` for synchronous callers."""
        with self._starting:
            running, self._running = self._running, None
        if running is not None:
            running.process.stop()
            tell(log, logging.INFO, "engine.stopped", model=self.info.model, pid=running.process.pid)

    @contextlib.contextmanager
    def served(self) -> Iterator[Serving]:
        """A running server for a foreign client, stopped at the end.

        ::

            with engine.served() as serving:
                client = openai.OpenAI(
                    base_url=serving.base_url, api_key=serving.api_key.get_secret_value()
                )
        """
        try:
            yield self.start()
        finally:
            self.stop()

    @property
    def base_url(self) -> str:
        """Address of the running server, up to and with ``/v1``."""
        return self._serving().base_url

    @property
    def api_key(self) -> SecretStr:
        """Key of the running server; each start has another."""
        return self._serving().api_key

    def start(self) -> Serving:
        """Fetch the model if need be, start the server if it does not run, wait until it is ready."""
        return self._start(lambda: None).serving

    def _start(self, check: Callable[[], None]) -> _Running:
        """``start``; ``check`` is called often, and what it raises ends the start."""
        with self._starting:
            if self._running is None or not self._running.process.is_alive():
                self._running = self._launch_or_explain(check)
                self._has_served = True
            return self._running

    def _launch_or_explain(self, check: Callable[[], None]) -> _Running:
        """``_launch``; a process that is killed while it loads gets one more try.

        Raises:
            EngineNotStarted: It never ran: the set-up is at fault.
            EngineCrashed: It ran before and did not come back: the machine may be short of memory now.
        """
        try:
            try:
                return self._launch(check)
            except EngineNotStarted as error:
                if self._has_served or not error.details.get("killed"):
                    raise
                tell(log, logging.WARNING, "engine.not_started", model=self.info.model, attempt=1)
            return self._launch(check)
        except EngineNotStarted as error:
            if not self._has_served:
                raise
            raise EngineCrashed(
                f"After a stop, {error.message[0].lower()}{error.message[1:]}",
                error.advice,
                model=self.info.model,
                log=error.details.get("log"),
            ) from None

    def _launch(self, check: Callable[[], None]) -> _Running:
        model = self._find_model(check)
        began = time.perf_counter()
        tell(log, logging.DEBUG, "engine.starting", model=self.info.model, file=str(model.path))
        key = SecretStr(secrets.token_urlsafe(32))
        process = ServerProcess(
            {
                "model_path": str(model.path),
                "model": self.info.model,
                "api_key": key.get_secret_value(),
                "context_tokens": self.info.context_tokens,
                "threads": self._options.threads or usable_cores(),
            }
        )
        address = process.wait_until_ready(self._options.start_timeout_seconds, check)
        if not model.is_unchanged():  # between the check and the loading, or during either
            process.stop()
            raise ModelFileError(
                f"The model's file {model.path} changed while it was loaded",
                "Wait until nobody writes it, then try again",
                path=str(model.path),
            )
        tell(
            log, logging.INFO, "engine.started", model=self.info.model, pid=process.pid, address=address,
            context_tokens=self.info.context_tokens, seconds=time.perf_counter() - began,
        )  # fmt: skip
        serving = Serving(f"{address}/v1", key)
        # No attempts beyond the first: a lost connection means a crash, which ``ask`` sees to.
        patience = Patience(
            attempts=1,
            timeout_seconds=self._options.timeout_seconds,
            retry_seconds=self._options.timeout_seconds + 1,
        )
        endpoint = Endpoint(serving.base_url, key, self.info.model, extra_body={"cache_prompt": True})
        return _Running(process, serving, OpenAICompatibleEngine(self.info, endpoint, patience))

    async def _start_in_thread(self) -> _Running:
        gone = threading.Event()

        def check() -> None:
            if gone.is_set():
                raise _Stopped

        try:
            return await asyncio.to_thread(self._start, check)
        except asyncio.CancelledError:
            # The thread would go on fetching the model, and the interpreter waits for it at its exit.
            gone.set()
            raise

    def _serving(self) -> Serving:
        running = self._running
        if running is None or not running.process.is_alive():
            raise EngineNotStarted("The embedded engine does not run", "Use `with engine.served():`")
        return running.serving

    def _crash(self, process: ServerProcess, error: TransportError) -> EngineCrashed | None:
        """What the fault says of the process; None where the process lives and answers.

        A process that hangs or drops connections is ended: the next question must not meet it again.
        """
        answered = isinstance(error, ServerFault | RateLimited)
        hung = isinstance(error, EngineTimeout)
        advice = "Check the free memory, or use a smaller model"
        if process.is_gone(0.0 if answered or hung else _GRACE_SECONDS):
            line = process.last_words()
            what = f"The embedded engine's process died ({process.ending()})" + (f": {line}" if line else "")
        elif answered:
            return None
        else:
            silence = f"no answer in {self._options.timeout_seconds:g} s"
            process.kill(silence if hung else "dropped the connection")
            how = f"gave {silence}" if hung else "dropped the connection"
            what = f"The embedded engine {how} and was ended"
            advice = "Raise the timeout (SUMMARISER_TIMEOUT), or use a smaller model" if hung else advice
        return EngineCrashed(what, advice, model=self.info.model, usage=error.details.get("usage", {}))
