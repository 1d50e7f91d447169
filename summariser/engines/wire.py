"""The chat-completions protocol: what is sent, and how an answer is read.

Pure functions. Endpoints differ in what they leave out or add, and the SDK does not validate what
it receives, so nothing about an answer is taken for granted here.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from openai.types.chat import ChatCompletion

from summariser.engines.base import Request, TokenLogprob, Usage
from summariser.engines.faults import Peer
from summariser.errors import BadEndpoint, ModelRefused, ServerFault

Turn = dict[str, Any]
"""A message as it goes over the wire."""

TOP_LOGPROBS = 20
"""The most that hosted endpoints allow: a constrained token is often not among the likeliest few."""


@dataclass(frozen=True, slots=True)
class Completion:
    """One answer, read. ``usage`` is this call's alone."""

    text: str
    finish_reason: str = "stop"
    usage: Usage = field(default_factory=Usage)
    token_logprobs: tuple[TokenLogprob, ...] | None = None


@dataclass(frozen=True, slots=True)
class Dialect:
    """What a family of models wants otherwise than the rest.

    Attributes:
        limit_parameter: Name of the field that limits the answer's length.
        temperature: Whether a temperature may be sent.
        logprobs: Whether log-probabilities may be asked for.
    """

    limit_parameter: str = "max_tokens"
    temperature: bool = True
    logprobs: bool = True


def body(
    request: Request[Any],
    turns: Sequence[Turn],
    response_format: Mapping[str, Any],
    model: str,
    dialect: Dialect,
) -> dict[str, Any]:
    """The keyword arguments of ``chat.completions.create``."""
    arguments: dict[str, Any] = {
        "model": model,
        "messages": list(turns),
        "response_format": _with_valid_name(response_format),
        dialect.limit_parameter: request.max_tokens,
    }
    if dialect.temperature:
        arguments["temperature"] = request.temperature
    if request.logprobs and dialect.logprobs:
        arguments |= {"logprobs": True, "top_logprobs": TOP_LOGPROBS}
    return arguments


def _with_valid_name(response_format: Mapping[str, Any]) -> dict[str, Any]:
    # Endpoints refuse a schema's name outside [a-zA-Z0-9_-]{1,64}; a generic model is called "Box[int]".
    schema = response_format["json_schema"]
    name = re.sub(r"[^a-zA-Z0-9_-]+", "_", schema["name"])[:64] or "answer"
    return {**response_format, "json_schema": {**schema, "name": name}}


def read(raw: object, peer: Peer) -> Completion:
    """Read what the SDK returned for a 2xx answer.

    Raises:
        BadEndpoint: Not a chat completion: a page, plain text, another API's JSON.
        ServerFault: A chat completion with an error or without any choice inside.
        ModelRefused: The model, or a filter before it, declined.
    """
    if not isinstance(raw, ChatCompletion):
        raise BadEndpoint(
            f"{peer.name} answers with something else than a chat completion",
            "Check the base URL; most end in /v1",
            url=peer.name,
            start=peer.quote(raw)[:80],
        )
    extra = raw.model_extra or {}
    choices = getattr(raw, "choices", None)
    if not choices:
        if extra.get("error"):  # some gateways wrap a failure of the model behind them in a 200
            raise ServerFault(
                f"{peer.name} reports an error: {peer.quote(extra['error'])}",
                "Try again later",
                url=peer.name,
            )
        if choices is None:
            raise BadEndpoint(
                f"{peer.name} answers with JSON that is no chat completion",
                "Check the base URL",
                url=peer.name,
            )
        raise ServerFault(f"{peer.name} answered without any choice", "Try again later", url=peer.name)
    choice = choices[0]
    message = getattr(choice, "message", None)
    finish_reason = str(getattr(choice, "finish_reason", None) or "stop")
    refusal = getattr(message, "refusal", None)
    if refusal or finish_reason == "content_filter":
        raise ModelRefused(
            f"{peer.model} declined to answer: {peer.quote(refusal or 'content filter')}",
            "Use another model for this article",
            url=peer.name,
            model=peer.model,
        )
    return Completion(
        text=getattr(message, "content", None) or "",
        finish_reason=finish_reason,
        usage=usage_of(raw),
        token_logprobs=_logprobs(getattr(choice, "logprobs", None)),
    )


def usage_of(raw: ChatCompletion) -> Usage:
    """Tokens of one answer; what the endpoint does not say is 0.

    The cached share comes from ``usage.prompt_tokens_details`` or, from llama.cpp servers that do
    not fill it, from ``timings.cache_n``.
    """
    usage = getattr(raw, "usage", None)
    tokens_in = _count(getattr(usage, "prompt_tokens", 0))
    cached = _count(getattr(getattr(usage, "prompt_tokens_details", None), "cached_tokens", 0))
    timings = (raw.model_extra or {}).get("timings")
    if not cached and isinstance(timings, dict):
        cached = _count(timings.get("cache_n"))
    tokens_out = _count(getattr(usage, "completion_tokens", 0))
    return Usage(tokens_in=tokens_in, tokens_cached=min(cached, tokens_in), tokens_out=tokens_out, calls=1)


def _count(value: object) -> int:
    return max(0, value) if isinstance(value, int) else 0


def _logprobs(logprobs: Any) -> tuple[TokenLogprob, ...] | None:
    content = getattr(logprobs, "content", None)
    if not content:
        return None
    return tuple(
        TokenLogprob(
            item.token, item.logprob, tuple((top.token, top.logprob) for top in item.top_logprobs or ())
        )
        for item in content
    )
