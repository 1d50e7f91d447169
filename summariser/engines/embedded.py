"""The embedded engine: a model on this machine, with no key, server or account to set up.

llama.cpp's HTTP server runs in a child process (see ``embedded_child``) and is spoken to like any
other endpoint. It is started by the first question, which also fetches the model's file if need be,
and stopped by ``aclose`` or the end of the program. When it dies in the middle of a question it is
started once more and the question asked again; when it dies again, that is ``EngineCrashed``.
"""

from __future__ import annotations

import asyncio
import contextlib
import dataclasses
import secrets
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from pydantic import SecretStr

from summariser.engines.base import EngineInfo, Reply, Request, T, Usage
from summariser.engines.cores import usable_cores
from summariser.engines.loop import PerLoop
from summariser.engines.openai_compatible import Endpoint, OpenAICompatibleEngine
from summariser.engines.retrying import Patience
from summariser.engines.server_process import ServerProcess
from summariser.errors import EngineCrashed, EngineNotStarted, EngineTimeout, TransportError

_GRACE_SECONDS = 2.0

FindModel = Callable[[Callable[[], None]], Path]
"""Returns the model's file, fetching it if need be; calls its argument often, which may raise to stop."""


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
        # The server has one slot. Waiting here instead of in its queue keeps the wait out of the
        # question's time limit.
        self._turn: PerLoop[asyncio.Semaphore] = PerLoop(lambda: asyncio.Semaphore(1))

    async def ask(self, request: Request[T]) -> Reply[T]:
        """Answer one request; see ``Engine.ask``.

        Raises:
            ModelFileError: The model's file cannot be had.
            EngineNotStarted: The server does not start.
            EngineCrashed: It died twice over this question.
        """
        async with self._turn.get():
            try:
                return await self._ask_once(request)
            except EngineCrashed as crash:
                spent = _usage(crash) + Usage(retries=1)
            reply = await self._ask_once(request)
            return dataclasses.replace(reply, usage=reply.usage + spent)

    async def _ask_once(self, request: Request[T]) -> Reply[T]:
        running = await self._start_in_thread()
        try:
            return await running.client.ask(request)
        except TransportError as error:
            # A crash shows as a lost connection first; a question that took too long is none.
            grace = 0.0 if isinstance(error, EngineTimeout) else _GRACE_SECONDS
            if not await asyncio.to_thread(running.process.is_gone, grace):
                raise
            await running.client.aclose()
            crash = self._crash(running.process, error)
        raise crash

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
                self._running = self._launch(check)
            return self._running

    def _launch(self, check: Callable[[], None]) -> _Running:
        path = self._find_model(check)
        key = SecretStr(secrets.token_urlsafe(32))
        process = ServerProcess(
            {
                "model_path": str(path),
                "model": self.info.model,
                "api_key": key.get_secret_value(),
                "context_tokens": self.info.context_tokens,
                "threads": self._options.threads or usable_cores(),
            }
        )
        address = process.wait_until_ready(self._options.start_timeout_seconds, check)
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

    def _crash(self, process: ServerProcess, error: TransportError) -> EngineCrashed:
        line = process.last_words()
        return EngineCrashed(
            f"The embedded engine's process died ({process.ending()})" + (f": {line}" if line else ""),
            "Check the free memory, or use a smaller model",
            model=self.info.model,
            usage=error.details.get("usage", {}),
        )


def _usage(crash: EngineCrashed) -> Usage:
    usage = crash.details["usage"]
    return Usage(**usage) if isinstance(usage, dict) else Usage()
