"""What the bench asks of a system, and what every system's answer is counted by."""

from __future__ import annotations

import hashlib
import json
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from importlib.metadata import version
from typing import Any, Final, Protocol

import openai
from pydantic import SecretStr

from summariser.engines.wire import usage_of
from summariser.errors import SummariserError
from summariser.evals.suites.base import Case, Suite

MAX_TOKENS: Final = 1500
"""Of one answer, for every system."""
CALL_SECONDS: Final = 300.0


@dataclass(frozen=True)
class Server:
    """The one server that answers all systems."""

    base_url: str
    api_key: SecretStr
    model: str
    call_seconds: float = CALL_SECONDS


@dataclass
class Meter:
    """What one answer cost: every call of it, re-asks included."""

    tokens_in: int = 0
    tokens_out: int = 0
    calls: int = 0
    tokens_cached: int = 0
    """Of ``tokens_in``, those that the server had in its prefix cache."""
    finish_reason: str = ""


@dataclass(frozen=True)
class Answered:
    """What came of one article: a prediction, or the kind of failure."""

    prediction: dict[str, Any] | None
    failure: str | None = None
    message: str = ""
    cost: Meter = field(default_factory=Meter)


class System(Protocol):
    """One of those that are compared."""

    @property
    def name(self) -> str:
        """What it is called in tables."""

    def fingerprint(self, suite: str) -> str:
        """Changes whenever its answers may: version, prompts, schema, model, limits."""

    def answer(self, suite: Suite, case: Case) -> Answered:
        """One article.

        Raises:
            ServerGone: The server does not answer any more: nobody's failure.
        """


class ServerGone(SummariserError):
    """The server does not answer: the run stops, and goes on where it stopped."""

    exit_code = 3


def digest(*parts: Any) -> str:
    """A short hash of whatever JSON can say."""
    return hashlib.sha256(json.dumps(parts, sort_keys=True, default=str).encode()).hexdigest()[:16]


def versions(*packages: str) -> list[str]:
    """Names and versions of installed packages."""
    return [f"{package} {version(package)}" for package in packages]


def metered_client(server: Server, meter: Callable[[], Meter]) -> openai.OpenAI:
    """A client of the server that counts every call. It sends nothing twice: failures are counted."""
    client = openai.OpenAI(
        base_url=server.base_url,
        api_key=server.api_key.get_secret_value(),
        max_retries=0,
        timeout=server.call_seconds,
        # A proxy for the outside world must not be asked for an address on this machine.
        http_client=openai.DefaultHttpxClient(trust_env=False, timeout=server.call_seconds),
    )
    completions: Any = client.chat.completions
    create = completions.create

    def counted(*arguments: Any, **more: Any) -> Any:
        count = meter()
        count.calls += 1
        raw = create(*arguments, **more)
        used = usage_of(raw)
        count.tokens_in += used.tokens_in
        count.tokens_cached += used.tokens_cached
        count.tokens_out += used.tokens_out
        count.finish_reason = str(raw.choices[0].finish_reason) if raw.choices else ""
        return raw

    completions.create = counted
    return client


def failure(error: BaseException, cost: Meter) -> Answered:
    """A peer's error by kind.

    Raises:
        ServerGone: It is the server's: not to be reached, or broken.
    """
    chain = [error]
    while len(chain) < 10 and (cause := _cause(chain[-1])) is not None:
        chain.append(cause)
    kinds = [kind for link in chain if (kind := _kind(link))]
    if "gone" in kinds:
        raise ServerGone(f"The server failed ({type(chain[-1]).__name__})", "Start it and run again")
    kind = kinds[0] if kinds else "error"
    if kind in {"invalid", "error"} and cost.finish_reason == "length":
        kind = "cut off"
    # Never the error's own text: it may repeat what the article says.
    return Answered(None, kind, type(error).__name__, cost)


def _cause(error: BaseException) -> BaseException | None:
    original = getattr(error, "original", None)
    return error.__cause__ or (original if isinstance(original, BaseException) else None)


def _kind(error: BaseException) -> str | None:
    name = type(error).__name__
    if isinstance(error, openai.APITimeoutError):  # before APIConnectionError, which it is one of
        return "timeout"
    if isinstance(error, openai.APIStatusError):
        return "too long" if error.status_code in {400, 413} else "gone"
    if isinstance(error, openai.APIConnectionError):
        return "gone"
    if name == "IncompleteOutputException":
        return "cut off"
    if isinstance(error, ValueError) or name.endswith(("ParsingError", "ParseError")):
        return "invalid"
    return None


def timed(system: System, suite: Suite, case: Case) -> tuple[Answered, float]:
    """An answer and the seconds that it took by the clock on the wall."""
    started = time.monotonic()
    answered = system.answer(suite, case)
    return answered, time.monotonic() - started
