"""What a process and its workers say to each other: plain data, pickled, each message with its length before.

Only what our own processes wrote is ever read, over pipes that nobody else has.
"""

from __future__ import annotations

import logging
import pickle
import struct
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO, Final

from summariser.articles import Article
from summariser.engines.base import EngineInfo, Message, Request, Usage
from summariser.engines.calls import Target
from summariser.engines.wire import Completion, Turn
from summariser.errors import SummariserError
from summariser.logs import Field
from summariser.pipeline import Kind
from summariser.progress import Progress

LENGTH: Final = struct.Struct("<Q")
"""Before each message: how many bytes it has."""


@dataclass(frozen=True, slots=True)
class Brief:
    """The first message to a worker: what holds for all its articles.

    Attributes:
        info: Which model answers.
        cache_dir: Where the gazetteer is.
        kind: Which summaries to make.
        min_confidence: What is less sure is left out; None keeps everything.
        calls_per_article: The most; None for any number.
        wants_progress: Whether somebody listens to `Progress`.
        target: Which model is called, for the log.
        log_level: From which level on the log is listened to.
        calls_at_once: The most questions that a worker has out: no more are answered at a time.
    """

    info: EngineInfo
    cache_dir: Path
    kind: Kind
    min_confidence: float | None
    calls_per_article: int | None
    wants_progress: bool
    target: Target | None = None
    log_level: int = logging.WARNING
    calls_at_once: int = 1


@dataclass(frozen=True, slots=True)
class Work:
    """To a worker: an article to summarise. ``fields``: what every event of the log says of it."""

    number: int
    article: Article
    fields: Mapping[str, Field]


@dataclass(frozen=True, slots=True)
class Drop:
    """To a worker: nobody waits for the article any more."""

    number: int


@dataclass(frozen=True, slots=True)
class Ping:
    """To a worker: show that you are alive."""


@dataclass(frozen=True, slots=True)
class Pong:
    """From a worker: it is alive, whatever it is busy with."""


@dataclass(frozen=True, slots=True)
class Call:
    """From a worker: a call to make. The request's model stays with the worker.

    Attributes:
        id: To be given back with the answer.
        number: Whose article's.
        is_first: Whether it is a question and not a re-ask.
        request: The request without the parts that cannot travel.
        turns: The whole conversation.
        response_format: What constrains the answer.
        fields: What every event of the log says of it.
    """

    id: int
    number: int
    is_first: bool
    request: PlainRequest
    turns: Sequence[Turn]
    response_format: Mapping[str, Any]
    fields: Mapping[str, Field]


@dataclass(frozen=True, slots=True)
class PlainRequest:
    """What a call needs of a `Request`. ``messages``: how many of the turns, the first ones, are its own."""

    step: str
    messages: int
    max_tokens: int
    temperature: float
    logprobs: bool

    @classmethod
    def of(cls, request: Request[Any]) -> PlainRequest:
        """Without the model and what its validators need."""
        return cls(
            request.step, len(request.messages), request.max_tokens, request.temperature, request.logprobs
        )

    def as_request(self, turns: Sequence[Turn], response_model: type[Any]) -> Request[Any]:
        """A request again, for an engine's lower half, which does not look at the model."""
        return Request(
            self.step,
            tuple(Message(**turn) for turn in turns[: self.messages]),
            response_model,
            max_tokens=self.max_tokens,
            temperature=self.temperature,
            logprobs=self.logprobs,
        )


@dataclass(frozen=True, slots=True)
class Answer:
    """To a worker: what became of a call.

    Attributes:
        id: Of the call.
        outcome: Its answer, or why there is none.
        spent: What the attempts at it cost, its answer left out.
        waited: Seconds of it in which no call was in flight: the queue, pauses.
    """

    id: int
    outcome: Completion | SummariserError
    spent: Usage
    waited: float


@dataclass(frozen=True, slots=True)
class Told:
    """From a worker: how far an article has come."""

    progress: Progress


@dataclass(frozen=True, slots=True)
class Logged:
    """From a worker: an event of the log, as the attributes of its `logging.LogRecord`."""

    record: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Ready:
    """From a worker: it has loaded everything and takes articles."""


@dataclass(frozen=True, slots=True)
class Done:
    """From a worker: an article is finished.

    Attributes:
        number: Which.
        result: The summary's JSON, or why there is none.
        spent: What it cost, failed calls included.
    """

    number: int
    result: bytes | SummariserError
    spent: Usage


AnyMessage = Brief | Work | Drop | Ping | Pong | Call | Answer | Told | Logged | Ready | Done


def packed(message: AnyMessage) -> bytes:
    """A message as it goes over the pipe."""
    body = pickle.dumps(message, protocol=pickle.HIGHEST_PROTOCOL)
    return LENGTH.pack(len(body)) + body


def unpacked(body: bytes) -> AnyMessage:
    """A message from what came after its length."""
    message: AnyMessage = pickle.loads(body)  # noqa: S301 - see the module's docstring
    return message


def read(stream: BinaryIO) -> AnyMessage | None:
    """The next message; None where the pipe has ended."""
    head = stream.read(LENGTH.size)
    if len(head) < LENGTH.size:
        return None
    (length,) = LENGTH.unpack(head)
    body = stream.read(length)
    return unpacked(body) if len(body) == length else None
