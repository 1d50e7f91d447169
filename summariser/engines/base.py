"""The engine protocol: one question in, one validated answer out.

An engine turns a ``Request`` (messages and the pydantic model that the answer must satisfy) into a
``Reply``. Three engines speak it: a hosted or self-hosted OpenAI-compatible endpoint, the embedded
llama.cpp server, and a script for tests and demonstrations. A reply without a valid value is a
value (``Reply.value is None``, with the raw text kept); a way to the model that failed is an
exception from ``summariser.errors``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Generic, Literal, Protocol, TypeVar, runtime_checkable

from pydantic import BaseModel

from summariser.errors import InvalidReply

T = TypeVar("T", bound=BaseModel)
Strategy = Literal["stepwise", "single"]
"""One small question at a time, or one call for everything."""


@dataclass(frozen=True, slots=True)
class Message:
    """One turn of the conversation. Its text reaches the model byte for byte."""

    role: Literal["system", "user", "assistant"]
    content: str


@dataclass(frozen=True)
class Request(Generic[T]):
    """One question to a model.

    Attributes:
        step: Name of the pipeline step, for logs and for the cost by step.
        messages: The conversation so far, the question last.
        response_model: What the answer must validate as; its JSON schema constrains decoding.
        context: Handed to the pydantic validators as ``info.context``: what they need to check an
            answer against the article. A validator that raises brings about a re-ask.
        max_tokens: Limit on the answer's length.
        temperature: 0 for the same answer each time.
        logprobs: Ask for the log-probabilities of the answer's tokens.
        reasks: How often an invalid answer is sent back with what was wrong about it.
        before_reask: Told what the question has cost before an answer is sent back; what it raises ends the
            question. So limits hold within a question as well.
        prompt: Name and version of the template that the messages were made from, for traces.
    """

    step: str
    messages: tuple[Message, ...]
    response_model: type[T]
    context: Mapping[str, Any] = field(default_factory=dict)
    max_tokens: int = 512
    temperature: float = 0.0
    logprobs: bool = False
    reasks: int = 1
    before_reask: Callable[[Usage], None] | None = field(default=None, compare=False, repr=False)
    prompt: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Usage:
    """What an answer cost. Calls that failed or were sent back count as well.

    Attributes:
        tokens_in: Prompt tokens, those from the cache included.
        tokens_cached: Prompt tokens that came from a cache; never more than ``tokens_in``.
        tokens_out: Generated tokens.
        calls: Answers received, re-asks included.
        reasks: Answers sent back as invalid.
        retries: Times that a call had to be sent again because the way to the model failed, or because the
            endpoint refused the form in which the answer was wanted.
        seconds: Wall time, waits included.
        unconstrained: Of ``calls``, those that were not decoded under the closed schema because the endpoint
            refuses it. Their answers were checked like all others, but only afterwards.
        uncounted: Of ``calls``, those whose tokens the endpoint does not tell: they count as 0 above.
    """

    tokens_in: int = 0
    tokens_cached: int = 0
    tokens_out: int = 0
    calls: int = 0
    reasks: int = 0
    retries: int = 0
    seconds: float = 0.0
    unconstrained: int = 0
    uncounted: int = 0

    def __add__(self, other: Usage) -> Usage:
        """The sum, field by field."""
        if not isinstance(other, Usage):
            return NotImplemented
        return Usage(*(getattr(self, name) + getattr(other, name) for name in Usage.__slots__))


@dataclass(frozen=True, slots=True)
class TokenLogprob:
    """A generated token, its log-probability, and the likeliest tokens in its place."""

    token: str
    logprob: float
    top: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True)
class Reply(Generic[T]):
    """The answer to a request.

    Attributes:
        value: The validated answer, or None when nothing valid came.
        raw: The last text as the model wrote it, valid or not.
        usage: Of all attempts.
        finish_reason: As the endpoint says: "stop", "length"...
        error: One line on why there is no value; None when there is one.
        token_logprobs: Of the last text, when the request asked and the endpoint can.
    """

    value: T | None
    raw: str
    usage: Usage
    finish_reason: str
    error: str | None
    token_logprobs: tuple[TokenLogprob, ...] | None = None

    def required(self) -> T:
        """The value, or ``InvalidReply`` carrying the raw text."""
        if self.value is None:
            raise InvalidReply(
                f"The model's answer is not valid: {self.error}",
                "Try again, or use a larger model",
                raw=self.raw,
                finish_reason=self.finish_reason,
            )
        return self.value


@dataclass(frozen=True, slots=True)
class EngineInfo:
    """Which model answers, for the provenance of a summary.

    Attributes:
        engine: "embedded", "openai" or "scripted".
        engine_version: Version of what runs or reaches the model, as "xllamacpp 2026.10".
        model: The model's name.
        model_sha256: Hash of the model's file where there is one that is known.
        context_tokens: Context window, prompt and answer together.
        strategy: Which way of asking suits the model.
    """

    engine: Literal["embedded", "openai", "scripted"]
    engine_version: str
    model: str
    model_sha256: str | None
    context_tokens: int
    strategy: Strategy


class Engine(Protocol):
    """What a pipeline needs of a model. Safe to use from several event loops and threads."""

    @property
    def info(self) -> EngineInfo:
        """Which model answers."""
        ...

    async def ask(self, request: Request[T]) -> Reply[T]:
        """Answer one request.

        Raises:
            EngineError: The way to the model failed for good, or the model refused.
            ConfigurationError: The endpoint or the model's name is wrong.
            ArticleTooLong: The messages do not fit the model's context.
        """
        ...

    async def aclose(self) -> None:
        """Let go of connections and processes. Asking again afterwards opens them anew."""
        ...


@runtime_checkable
class Limited(Protocol):
    """An engine that finds out how many calls it may have in flight."""

    @property
    def limit(self) -> int | None:
        """So many; None as long as none was refused."""
        ...
