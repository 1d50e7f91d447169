"""The worker: summarises the articles that it is given, and sends every call to the process that started it.

It lives until its input ends: however its parent dies, the operating system closes that pipe.
"""

from __future__ import annotations

import asyncio
import gc
import itertools
import logging
import os
import signal
import sys
import threading
from collections.abc import Callable, Mapping, Sequence
from typing import Any, BinaryIO, Final

from summariser.articles import Article
from summariser.budgets import Budget, Limits, MeteredEngine
from summariser.engines import structured
from summariser.engines.base import Engine, Reply, Request, T
from summariser.engines.calls import Target
from summariser.engines.retrying import Meter
from summariser.engines.wire import Completion, Turn
from summariser.errors import SummariserError, fault
from summariser.logs import bound, bound_fields, place_of, tell
from summariser.normalise.places import PlaceResolver
from summariser.pipeline import summarise_article
from summariser.progress import Progress
from summariser.schemas import Summary
from summariser.stopwatch import WAIT, was_spent_on
from summariser.workers.messages import (
    Answer,
    AnyMessage,
    Brief,
    Call,
    Done,
    Drop,
    Logged,
    Ping,
    PlainRequest,
    Pong,
    Ready,
    Told,
    Work,
    packed,
    read,
)

_COLLECTIONS: Final = (10_000, 20, 50)
log = logging.getLogger("summariser.api")
"""Under the name that the same event has without workers."""


def main() -> None:
    """Work until the parent is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the parent to decide on
    # Standard output is for messages alone: what anybody prints must not get in between.
    out = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    brief = read(sys.stdin.buffer)
    if isinstance(brief, Brief):
        asyncio.run(_Worker(brief, out).live())


class _Forwarding(logging.Handler):
    """Sends the library's events to the parent, whose program decides what becomes of them."""

    def __init__(self, say: Callable[[AnyMessage], None]) -> None:
        super().__init__()
        self._say = say

    def emit(self, record: logging.LogRecord) -> None:
        self._say(Logged({**vars(record), "msg": record.getMessage(), "args": None, "exc_info": None}))


class _Worker:
    """The articles in work, and the calls that wait for their answers."""

    def __init__(self, brief: Brief, out: BinaryIO) -> None:
        self._brief = brief
        self.target = brief.target or Target.of(brief.info)
        self._out = out
        self._saying = threading.Lock()
        ours = logging.getLogger("summariser")
        ours.setLevel(brief.log_level)
        ours.addHandler(_Forwarding(self.say))
        ours.propagate = False
        self._resolver = PlaceResolver(brief.cache_dir)
        self._articles: dict[int, asyncio.Task[None]] = {}
        self._calls: dict[int, asyncio.Future[Answer]] = {}
        self._ids = itertools.count()
        self._gate = asyncio.Semaphore(brief.calls_at_once)

    async def live(self) -> None:
        loop, over = asyncio.get_running_loop(), asyncio.Event()

        def listen() -> None:
            # The input as it is, without Python's buffer: a thread that waits inside the buffer
            # aborts the interpreter at its exit.
            with os.fdopen(os.dup(0), "rb") as stream:
                while (message := read(stream)) is not None:
                    if isinstance(message, Ping):
                        self.say(Pong())  # from here: the loop can be at one long article for minutes
                        continue
                    loop.call_soon_threadsafe(self._take, message)
            os._exit(0)

        # What is loaded stays: a collection need not look through it again and again. And as articles leave
        # few cycles behind, it need not come after every few hundred objects.
        gc.collect()
        gc.freeze()
        gc.set_threshold(*_COLLECTIONS)
        threading.Thread(target=listen, daemon=True).start()
        self.say(Ready())
        await over.wait()

    def say(self, message: AnyMessage) -> None:
        body = packed(message)
        with self._saying:
            self._out.write(body)
            self._out.flush()

    def _take(self, message: AnyMessage) -> None:
        if isinstance(message, Work):
            self._articles[message.number] = asyncio.create_task(self._work(message))
        elif isinstance(message, Answer):
            waiting = self._calls.pop(message.id, None)
            if waiting is not None and not waiting.done():
                waiting.set_result(message)
        elif isinstance(message, Drop) and message.number in self._articles:
            self._articles[message.number].cancel()

    async def _work(self, work: Work) -> None:
        brief = self._brief
        # The run's own limits are held where its calls are made.
        budget = Budget(Limits(calls_per_article=brief.calls_per_article))
        engine = MeteredEngine(_Remote(self, work.number), budget, self._gate)
        result: Summary | SummariserError
        try:
            with bound(**work.fields):
                result = await self._result(work.article, engine)
        finally:
            del self._articles[work.number]
        summary = result.model_dump_json().encode() if isinstance(result, Summary) else result
        self.say(Done(work.number, summary, engine.spent))

    async def _result(self, article: Article, engine: Engine) -> Summary | SummariserError:
        brief = self._brief
        try:
            return await summarise_article(
                article,
                engine,
                self._resolver,
                kind=brief.kind,
                on_progress=self._tell if brief.wants_progress else None,
                min_confidence=brief.min_confidence,
            )
        except SummariserError as error:
            return error
        except Exception as error:  # noqa: BLE001 - a fault that one article brings out must not cost the others
            tell(log, logging.INFO, "article.fault", error=type(error).__name__, where=place_of(error))
            return fault(error)

    def _tell(self, progress: Progress) -> None:
        self.say(Told(progress))

    async def call(
        self, number: int, request: Request[Any], turns: Sequence[Turn], response_format: Mapping[str, Any]
    ) -> Answer:
        id_ = next(self._ids)
        self._calls[id_] = asyncio.get_running_loop().create_future()
        is_first = len(turns) == len(request.messages)
        self.say(
            Call(
                id_, number, is_first, PlainRequest.of(request), turns, response_format, dict(bound_fields())
            )
        )
        try:
            return await self._calls[id_]
        finally:
            self._calls.pop(id_, None)


class _Remote:
    """One article's engine: asks here, and lets the parent make the calls."""

    def __init__(self, worker: _Worker, number: int) -> None:
        self.info = worker._brief.info
        self._worker = worker
        self._number = number

    async def ask(self, request: Request[T]) -> Reply[T]:
        """Answer one request; see ``Engine.ask``."""
        return await structured.ask(request, self._complete, self._worker.target)

    async def aclose(self) -> None:
        """Nothing: the engine is the parent's."""

    async def _complete(
        self,
        request: Request[Any],
        turns: Sequence[Turn],
        response_format: Mapping[str, Any],
        meter: Meter,
    ) -> Completion:
        answer = await self._worker.call(self._number, request, turns, response_format)
        meter.add(answer.spent)
        was_spent_on(WAIT, answer.waited)
        if isinstance(answer.outcome, SummariserError):
            raise answer.outcome
        return answer.outcome


if __name__ == "__main__":
    main()
