"""What logs and traces hear of a stream of articles."""

from __future__ import annotations

import logging
import time
from contextvars import Context
from types import TracebackType
from typing import Self

from summariser import spans
from summariser.engines.base import EngineInfo
from summariser.logs import tell

log = logging.getLogger(__name__)


class StreamLog:
    """One stream, from its first article to its end: a context manager around it.

    Args:
        info: Which model answers.
        kind: Which summaries are made.
        concurrency: How many articles are worked on at once.
    """

    def __init__(self, info: EngineInfo, kind: str, concurrency: int) -> None:
        self._counts = {"done": 0, "reused": 0, "failed": 0}
        self._began = time.perf_counter()
        self._span = spans.open_span(
            "batch",
            {
                "summariser.kind": kind,
                "summariser.batch.concurrency": concurrency,
                "summariser.engine": info.engine,
                "summariser.model": info.model,
            },
        )
        tell(
            log, logging.INFO, "stream.begun", kind=kind, concurrency=concurrency, engine=info.engine,
            engine_version=info.engine_version, model=info.model,
        )  # fmt: skip

    def context(self) -> Context:
        """Where an article's task runs: its span stands under the stream's."""
        return self._span.context()

    def count(self, error: Exception | None, *, reused: bool) -> None:
        """Take down an outcome."""
        self._counts["failed" if error is not None else "reused" if reused else "done"] += 1

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        name = None
        if error is not None and not isinstance(error, GeneratorExit):  # a caller who wants no more
            name = type(error).__name__
            self._span.fail(error)
        self._span.set({f"summariser.batch.{name}": n for name, n in self._counts.items()})
        self._span.end()
        tell(
            log, logging.INFO, "stream.done", error=name, seconds=time.perf_counter() - self._began,
            **self._counts,
        )  # fmt: skip
