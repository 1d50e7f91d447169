"""The chat-completions protocol: what is sent, and how an answer is read.

Pure functions. Endpoints differ in what they leave out or add, and the SDK does not validate what
it receives, so nothing about an answer is taken for granted here.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from openai import BaseModel
from openai.types.chat import ChatCompletion

from summariser.engines.base import Request, TokenLogprob, Usage
from summariser.engines.statuses import AnswerFault, Fault, Peer, of_status
from summariser.errors import BadEndpoint, ModelRefused, ServerFault

if TYPE_CHECKING:
    import httpx2

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
    response_format: Mapping[str, Any] | None,
    model: str,
    dialect: Dialect,
) -> dict[str, Any]:
    """The keyword arguments of ``chat.completions.create``."""
    arguments: dict[str, Any] = {
        "model": model,
        "messages": list(turns),
        dialect.limit_parameter: request.max_tokens,
    }
    if response_format is not None:
        arguments["response_format"] = dict(response_format)
    if dialect.temperature:
        arguments["temperature"] = request.temperature
    if request.logprobs and dialect.logprobs:
        arguments |= {"logprobs": True, "top_logprobs": TOP_LOGPROBS}
    return arguments


def read(raw: object, peer: Peer) -> Completion:
    """Read what the SDK returned for a 2xx answer.

    Raises:
        BadEndpoint: Not a chat completion: a page, plain text, another API's JSON.
        ServerFault: A chat completion without any choice inside.
        AnswerFault: No body at all, or an error inside it.
        ModelRefused: The model, or a filter before it, declined.
    """
    if raw == "":
        raise AnswerFault(
            Fault(
                ServerFault(f"{peer.name} sent an empty answer", "Try again later", url=peer.name),
                passing=True,
            )
        )
    if not isinstance(raw, ChatCompletion):
        raise BadEndpoint(
            f"{peer.name} answers with something else than a chat completion",
            "Check the base URL; most end in /v1",
            url=peer.name,
            start=peer.quote(raw)[:80],
        )
    choice = _choice(raw, peer)
    message = choice.message
    finish_reason = peer.quote(getattr(choice, "finish_reason", None) or "stop")
    refusal = getattr(message, "refusal", None)
    if refusal or finish_reason == "content_filter":
        raise ModelRefused(
            f"{peer.model} declined to answer: {peer.quote(refusal or 'content filter')}",
            "Use another model for this article",
            url=peer.name,
            model=peer.model,
        )
    return Completion(
        # An answer that repeats a secret must not carry it into a result, a store or a recording.
        text=peer.redactor.clean(_text(message)),
        finish_reason=finish_reason,
        usage=usage_of(raw),
        token_logprobs=_logprobs(getattr(choice, "logprobs", None)),
    )


def _choice(raw: ChatCompletion, peer: Peer) -> Any:
    """The first choice, which has a message."""
    wrapped = (raw.model_extra or {}).get("error")
    choices = getattr(raw, "choices", None)
    if not choices and wrapped:
        raise AnswerFault(_wrapped(wrapped, peer))
    if isinstance(choices, list) and not choices:
        raise ServerFault(f"{peer.name} answered without any choice", "Try again later", url=peer.name)
    choice = choices[0] if isinstance(choices, list) else None
    message = getattr(choice, "message", None)
    if not isinstance(message, BaseModel):
        raise BadEndpoint(
            f"{peer.name} answers with JSON that is no chat completion", "Check the base URL", url=peer.name
        )
    return choice


def _wrapped(error: object, peer: Peer) -> Fault:
    """The fault in a 200: some gateways so wrap a failure of the model behind them, with its own status."""
    body = error if isinstance(error, dict) else {}
    text = body.get("message") or error
    status = body.get("code", body.get("status"))
    if isinstance(status, int) and 400 <= status < 600:
        return of_status(status, body, text, {}, peer)
    return Fault(
        ServerFault(f"{peer.name} reports an error: {peer.quote(text)}", "Try again later", url=peer.name)
    )


def _text(message: Any) -> str:
    """What the model wrote: a text, the text parts of a list, or what it would call a tool with.

    No tool was offered; servers that look for calls in a model's text report its answer as one.
    """
    content = getattr(message, "content", None)
    if isinstance(content, list):
        texts = [part.get("text") for part in content if isinstance(part, dict)]
        content = "".join(text for text in texts if isinstance(text, str))
    if isinstance(content, str) and content.strip():
        return content
    calls = getattr(message, "tool_calls", None)
    called = calls[0] if isinstance(calls, list) and len(calls) == 1 else None
    function = getattr(called, "function", None) or getattr(message, "function_call", None)
    arguments = getattr(function, "arguments", None)
    return arguments if isinstance(arguments, str) else ""


_MOST_TOKENS = 1_000_000_000
"""Of one answer. A larger count, as one below zero, is no count."""


def usage_of(raw: ChatCompletion) -> Usage:
    """Tokens of one answer; what the endpoint does not say is 0, and the call counts as uncounted.

    The cached share comes from ``usage.prompt_tokens_details`` or, from llama.cpp servers that do
    not fill it, from ``timings.cache_n``.
    """
    usage = getattr(raw, "usage", None)
    told = _is_count(getattr(usage, "prompt_tokens", None))
    tokens_in = _count(getattr(usage, "prompt_tokens", 0))
    cached = _count(getattr(getattr(usage, "prompt_tokens_details", None), "cached_tokens", 0))
    timings = (raw.model_extra or {}).get("timings")
    if not cached and isinstance(timings, dict):
        cached = _count(timings.get("cache_n"))
    tokens_out = _count(getattr(usage, "completion_tokens", 0))
    return Usage(
        tokens_in=tokens_in,
        tokens_cached=min(cached, tokens_in),
        tokens_out=tokens_out,
        calls=1,
        uncounted=0 if told else 1,
    )


def usage_of_refusal(response: httpx2.Response) -> Usage:
    """Tokens that a server tells of in an answer outside 2xx; no call, for it is counted as a retry.

    Some gateways charge for what a model had written when it failed.
    """
    if b'"usage"' not in response.content:
        return Usage()
    try:
        body = json.loads(response.content)
    except (ValueError, RecursionError):
        return Usage()
    inside = body.get("error") if isinstance(body, dict) else None
    told = next(
        (part["usage"] for part in (body, inside) if isinstance(part, dict) and "usage" in part), None
    )
    return replace(usage_of(ChatCompletion.construct(usage=told)), calls=0, uncounted=0)


def _is_count(value: object) -> bool:
    return isinstance(value, int) and 0 <= value <= _MOST_TOKENS


def _count(value: object) -> int:
    return value if isinstance(value, int) and _is_count(value) else 0


def _logprobs(logprobs: Any) -> tuple[TokenLogprob, ...] | None:
    """The tokens' log-probabilities; None where they are not told, or not as they should be."""
    content = getattr(logprobs, "content", None)
    if not isinstance(content, list) or not content:
        return None
    try:
        return tuple(
            TokenLogprob(*_pair(item), tuple(_pair(top) for top in item.top_logprobs or ()))
            for item in content
        )
    except (AttributeError, TypeError):
        return None


def _pair(item: Any) -> tuple[str, float]:
    if not isinstance(item.token, str) or not isinstance(item.logprob, int | float):
        raise TypeError("no token with its log-probability")
    return item.token, item.logprob
