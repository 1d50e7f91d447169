"""One article's way to an engine that may crash: one crash is survived, a second one fails the article.

The retry stands here and not in the engine because only here it is known which article a question belongs
to: an article of twenty questions that kills the engine at each of them must not be tried twenty times. The
article goes on with the question that was lost; what was answered before is not asked again.
"""

from __future__ import annotations

import dataclasses
import logging

from summariser import spans
from summariser.engines.base import Engine, EngineInfo, Reply, Request, T, Usage
from summariser.errors import EngineCrashed
from summariser.logs import tell

log = logging.getLogger(__name__)


class SurvivingEngine:
    """Asks once more after the first crash of the engine over one article.

    Args:
        engine: The engine that answers; it starts itself anew when it is asked after a crash.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._crashes = 0

    @property
    def info(self) -> EngineInfo:
        """Which model answers."""
        return self._engine.info

    async def ask(self, request: Request[T]) -> Reply[T]:
        """As the engine's own.

        Raises:
            EngineCrashed: For the second time over this article; ``details["crashes"]`` counts them.
        """
        try:
            return await self._engine.ask(request)
        except EngineCrashed as crash:
            self._crashes += 1
            if self._crashes > 1:
                raise _last(crash, self._crashes, Usage()) from None
            spent = _spent(crash) + Usage(retries=1)
        tell(log, logging.WARNING, "call.repeated", step=request.step, error="EngineCrashed")
        spans.current().event("call.repeated", {"error.type": "EngineCrashed"})
        try:
            reply = await self._engine.ask(request)
        except EngineCrashed as crash:
            self._crashes += 1
            raise _last(crash, self._crashes, spent) from None
        return dataclasses.replace(reply, usage=spent + reply.usage)

    async def aclose(self) -> None:
        """Nothing: the engine is not the article's."""


def _last(crash: EngineCrashed, crashes: int, before: Usage) -> EngineCrashed:
    """The error of a crash that is not survived."""
    usage = dataclasses.asdict(before + _spent(crash))
    return EngineCrashed(
        f"The engine was lost {crashes} times over this article, and is not asked again: {crash.message}",
        crash.advice,
        **{**crash.details, "usage": usage, "crashes": crashes},
    )


def _spent(crash: EngineCrashed) -> Usage:
    usage = crash.details.get("usage")
    return Usage(**usage) if isinstance(usage, dict) else Usage()
