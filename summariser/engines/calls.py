"""One call to a model as logs, spans and metrics see it: which model, how long, how many tokens.

The names of attributes and metrics are those of OpenTelemetry's semantic conventions for generative AI,
version 0.1.0 (docs/gen-ai/client-inference.md and gen-ai-token-metrics.md in their repository). Nothing of
what was asked or answered is told.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Awaitable
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import urlsplit

from summariser import spans
from summariser.engines.base import EngineInfo, Request, Usage
from summariser.engines.wire import Completion
from summariser.logs import tell

log = logging.getLogger(__name__)

_PROVIDERS: Final = {"openai": "openai", "embedded": "llama.cpp", "scripted": "scripted"}
"""``gen_ai.provider.name``: which dialect of telemetry this is. The conventions know of no llama.cpp."""
_OPENAI_API: Final = "https://api.openai.com/v1"
_PORTS: Final = {"http": 80, "https": 443}


@dataclass(frozen=True, slots=True)
class Target:
    """Which model calls go to.

    Attributes:
        model: The name that it is asked for by.
        provider: As the conventions call it.
        address: The server's host; None where there is no server.
        port: Its port.
    """

    model: str
    provider: str
    address: str | None = None
    port: int | None = None

    @classmethod
    def of(cls, info: EngineInfo, base_url: str | None = None) -> Target:
        """The target of an engine.

        Args:
            info: Which model answers.
            base_url: Where; None for the OpenAI API, or for no server at all.
        """
        provider = _PROVIDERS[info.engine]
        if base_url is None and info.engine != "openai":
            return cls(info.model, provider)
        parts = urlsplit(base_url or _OPENAI_API)
        return cls(info.model, provider, parts.hostname, parts.port or _PORTS.get(parts.scheme))

    def attributes(self) -> dict[str, spans.Value]:
        """What a span and a metric of any call to it have in common."""
        return {
            "gen_ai.operation.name": "chat",
            "gen_ai.provider.name": self.provider,
            "gen_ai.request.model": self.model,
            "server.address": self.address,
            "server.port": self.port,
        }


async def watched(
    call: Awaitable[Completion], request: Request[Any], target: Target, reask: int
) -> Completion:
    """Await a call, its retries included, and tell what came of it.

    Args:
        call: The call.
        request: What it asks.
        target: Which model it goes to.
        reask: How often an answer to the same question was sent back before.
    """
    began = time.perf_counter()
    with spans.span(f"chat {target.model}", client=True) as span:
        if span.is_recording:
            span.set(_asked(request, target, reask))
        try:
            completion = await call
        except BaseException as error:
            seconds, kind = time.perf_counter() - began, type(error).__name__
            tell(
                log, logging.INFO, "call.failed", step=request.step, model=target.model, error=kind,
                reask=reask, seconds=seconds,
            )  # fmt: skip
            _count(target, Usage(), seconds, kind)
            raise
        seconds, spent = time.perf_counter() - began, completion.usage
        if span.is_recording:
            span.set(_answered(completion))
    tell(
        log, logging.INFO, "call.done", step=request.step, model=target.model, tokens_in=spent.tokens_in,
        tokens_cached=spent.tokens_cached, tokens_out=spent.tokens_out, seconds=seconds,
        finish=completion.finish_reason, reask=reask,
    )  # fmt: skip
    _count(target, spent, seconds)
    return completion


def _asked(request: Request[Any], target: Target, reask: int) -> spans.Attributes:
    name, version = request.prompt or (None, None)
    return {
        **target.attributes(),
        "gen_ai.output.type": "json",
        "gen_ai.request.max_tokens": request.max_tokens,
        "gen_ai.request.temperature": request.temperature,
        "gen_ai.prompt.name": name,
        "gen_ai.prompt.version": version,
        "summariser.step": request.step,
        "summariser.reask": reask,
    }


def _answered(completion: Completion) -> spans.Attributes:
    spent = completion.usage
    return {
        "gen_ai.response.finish_reasons": (completion.finish_reason,),
        "gen_ai.usage.input_tokens": spent.tokens_in,
        "gen_ai.usage.output_tokens": spent.tokens_out,
        "gen_ai.usage.cache_read.input_tokens": spent.tokens_cached,
    }


def _count(target: Target, spent: Usage, seconds: float, error: str | None = None) -> None:
    tokens = {"input": spent.tokens_in, "output": spent.tokens_out, "cached": spent.tokens_cached}
    spans.count_call(target.attributes(), seconds=seconds, tokens=tokens, error=error)
