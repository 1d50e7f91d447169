"""From every exception of the SDKs to the most specific class of ``summariser.errors``.

A table from exception class to a small function; the closest ancestor in the class's own order of
bases decides. A test walks all exception classes of openai and instructor and fails when one is
not in the table, so that an upgrade that brings a new one is noticed. ``Fault`` says besides
whether sending the same request again can help: rate limits, faults of the server, timeouts and
lost connections pass; a refused key or a malformed request does not.
"""

from __future__ import annotations

import json
import ssl
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any

import openai
from instructor.core import exceptions as instructor_errors
from pydantic import SecretStr

from summariser import errors

_MOST_TEXT = 300
"""A server's error text is quoted up to this many characters."""


@dataclass(frozen=True, slots=True)
class Fault:
    """What went wrong with one attempt at one call.

    Attributes:
        error: What to raise when no further attempt is made.
        passing: Whether the same request may succeed later.
        retry_after: Seconds that the server asks to wait, if it does.
    """

    error: errors.SummariserError
    passing: bool = False
    retry_after: float | None = None

    @property
    def is_refusal(self) -> bool:
        """Whether the server has too many calls: a rate limit, or a 503 that says when to come again."""
        if not self.passing:
            return False
        is_busy = self.error.details.get("status") == 503 and self.retry_after is not None
        return is_busy or isinstance(self.error, errors.RateLimited)


@dataclass(frozen=True, slots=True)
class Peer:
    """Whom the call went to, for messages. ``name`` is a URL without secrets."""

    name: str
    model: str
    key: SecretStr | None = None

    def quote(self, text: object) -> str:
        """A server's text, shortened, on one line, without the key (some servers echo it)."""
        line = " ".join(str(text).split())
        secret = self.key.get_secret_value() if self.key else ""
        if len(secret) > 5:  # shorter ones are placeholders, and would blank out ordinary words
            line = line.replace(secret, "***")
        return line if len(line) <= _MOST_TEXT else f"{line[:_MOST_TEXT]}..."


def translate(exception: BaseException, peer: Peer) -> Fault:
    """The fault for an exception of the SDKs.

    Raises:
        BaseException: The exception itself when nothing here knows it: a bug keeps its traceback.
    """
    if isinstance(exception, errors.SummariserError):
        return Fault(exception)
    for ancestor in type(exception).__mro__:
        if ancestor in HANDLERS:
            return HANDLERS[ancestor](exception, peer)
    raise exception


def retry_after(headers: Mapping[str, str], now: datetime | None = None) -> float | None:
    """Seconds to wait after ``Retry-After`` (a number or a date) or ``retry-after-ms``; None without."""
    for name, scale in (("retry-after-ms", 0.001), ("retry-after", 1.0)):
        value = headers.get(name, "").strip()
        try:
            seconds = float(value) * scale
        except ValueError:
            continue
        return seconds if 0 <= seconds < float("inf") else None
    try:
        date = parsedate_to_datetime(headers.get("retry-after", ""))
    except ValueError:
        return None
    date = date if date.tzinfo else date.replace(tzinfo=UTC)
    return max(0.0, (date - (now or datetime.now(UTC))).total_seconds())


def _status(exception: Any, peer: Peer) -> Fault:
    """Any answer with a status outside 2xx."""
    status = int(exception.status_code)
    quoted = peer.quote(_server_text(exception))
    details = {"status": status, "url": peer.name, "model": peer.model}
    if 300 <= status < 400:
        return Fault(
            errors.BadEndpoint(
                f"{peer.name} redirects elsewhere ({status})",
                "Use the address that it redirects to",
                **details,
            )
        )
    if status in {401, 403}:
        return Fault(
            errors.KeyRefused(
                f"{peer.name} refused the key ({status}): {quoted}",
                "Set api_key or OPENAI_API_KEY to a key that may use this model",
                **details,
            )
        )
    if status == 429:
        return _rate_limit(exception, peer, quoted, details)
    if status == 408:
        return Fault(_timeout_error(peer, **details), passing=True)
    if status >= 500:
        return Fault(
            errors.ServerFault(
                f"{peer.name} answered {status}: {quoted}",
                "Try again later; the fault is the server's",
                **details,
            ),
            passing=status != 501,
            retry_after=retry_after(exception.response.headers),
        )
    return Fault(_refused(exception, peer, quoted, details))


def _rate_limit(exception: Any, peer: Peer, quoted: str, details: dict[str, Any]) -> Fault:
    wait = retry_after(exception.response.headers)
    # An account without credit answers 429 as well, and waiting does not fill it.
    spent = _codes(exception) & {"insufficient_quota", "billing_hard_limit_reached"}
    advice = "Check the account's credit" if spent else "Lower the concurrency or try again later"
    error = errors.RateLimited(f"{peer.name} limits the rate: {quoted}", advice, retry_after=wait, **details)
    return Fault(error, passing=not spent, retry_after=wait)


def _refused(exception: Any, peer: Peer, quoted: str, details: dict[str, Any]) -> errors.SummariserError:
    """Another 4xx: what asking again would not cure."""
    status, codes = details["status"], _codes(exception)
    if codes & {"context_length_exceeded", "exceed_context_size_error"} or "maximum context length" in quoted:
        return errors.ArticleTooLong(
            f"The text is longer than {peer.model} can take: {quoted}",
            "Shorten it, or use a model with a larger context",
            **details,
        )
    if status == 404 and (codes & {"model_not_found"} or "model" in quoted.lower()):
        return errors.UnknownModel(
            f"{peer.name} has no model {peer.model!r}: {quoted}",
            "Name one of its models with model=",
            **details,
        )
    if status in {404, 405}:
        return errors.BadEndpoint(
            f"{peer.name} has no chat completions ({status}): {quoted}",
            "Check the base URL; most end in /v1",
            **details,
        )
    return errors.RequestRefused(
        f"{peer.name} refused the request ({status}): {quoted}",
        "Asking again would not help; check that the endpoint supports JSON-schema output and this model",
        **details,
    )


def _connection(exception: BaseException, peer: Peer) -> Fault:
    """No answer at all: refused, unknown host, bad certificate, or lost on the way."""
    causes = list(_causes(exception))
    if any(isinstance(cause, ssl.SSLCertVerificationError) for cause in causes) or any(
        "CERTIFICATE_VERIFY_FAILED" in str(cause) for cause in causes
    ):
        advice = "Check the address, or the certificates of this machine"
        return Fault(
            errors.BadEndpoint(f"The certificate of {peer.name} is not trusted", advice, url=peer.name)
        )
    names = {type(cause).__name__ for cause in causes}
    if names & {"InvalidURL", "UnsupportedProtocol", "LocalProtocolError"}:
        return Fault(
            errors.BadEndpoint(
                f"{peer.name} cannot be called", "Check the base URL and the key", url=peer.name
            )
        )
    if "ConnectError" in names:
        return Fault(
            errors.ConnectionRefused(
                f"Nobody answers at {peer.name}", "Start the server, or check the address", url=peer.name
            ),
            passing=True,
        )
    return Fault(
        errors.TransportError(
            f"The connection to {peer.name} was lost",
            "Try again; check the network if it stays",
            url=peer.name,
        ),
        passing=True,
    )


def _causes(exception: BaseException | None) -> list[BaseException]:
    chain: list[BaseException] = []
    while exception is not None and exception not in chain:
        chain.append(exception)
        exception = exception.__cause__ or exception.__context__
    return chain


def _server_text(exception: Any) -> object:
    body = exception.body
    if isinstance(body, dict) and isinstance(body.get("message"), str):
        return body["message"]
    return body or exception.message


def _codes(exception: Any) -> set[str]:
    body = exception.body if isinstance(exception.body, dict) else {}
    return {str(body[name]) for name in ("code", "type") if body.get(name)}


def _timeout_error(peer: Peer, **details: Any) -> errors.EngineTimeout:
    advice = "Raise the timeout (SUMMARISER_TIMEOUT), or try again"
    details = {"url": peer.name, **details}
    return errors.EngineTimeout(f"{peer.name} gave no full answer in time", advice, **details)


def _not_json(exception: Any, peer: Peer) -> Fault:
    """A body that calls itself JSON and does not parse."""
    if str(getattr(exception, "doc", "{")).lstrip()[:1] not in {"{", "["}:  # a page in JSON's clothes
        return _PROTOCOL(exception, peer)
    error = errors.ServerFault(
        f"{peer.name} sent a cut-off answer",
        "Try again; look at what stands between if it stays",
        url=peer.name,
    )
    return Fault(error, passing=True)


Handler = Callable[[Any, Peer], Fault]


def _always(cls: type[errors.SummariserError], message: str, advice: str, passing: bool = False) -> Handler:
    return lambda exception, peer: Fault(
        cls(message, advice, url=peer.name, kind=type(exception).__name__), passing=passing
    )


_INVALID = _always(errors.InvalidReply, "The model gave no valid answer", "Try again, or use a larger model")
_SET_UP = _always(
    errors.ConfigurationError, "The client could not be set up", "Check the model, the base URL and the key"
)
_PROTOCOL = _always(
    errors.BadEndpoint,
    "The endpoint does not speak the OpenAI protocol",
    "Check the base URL; most end in /v1",
)
_LOST = _always(errors.TransportError, "The connection was lost", "Try again", passing=True)
_KEY = _always(errors.KeyRefused, "The key was refused", "Set api_key or OPENAI_API_KEY")
_REFUSED = _always(errors.ModelRefused, "The model declined to answer", "Use another model for this article")
_ENGINE = _always(errors.EngineError, "The engine failed", "Report it with the details")

HANDLERS: dict[type[BaseException], Handler] = {
    openai.OpenAIError: _SET_UP,
    openai.APIError: _ENGINE,
    openai.APIStatusError: _status,
    openai.BadRequestError: _status,
    openai.AuthenticationError: _status,
    openai.PermissionDeniedError: _status,
    openai.NotFoundError: _status,
    openai.ConflictError: _status,
    openai.UnprocessableEntityError: _status,
    openai.RateLimitError: _status,
    openai.InternalServerError: _status,
    openai.OAuthError: _KEY,
    openai.APIConnectionError: _connection,
    openai.APITimeoutError: lambda _, peer: Fault(_timeout_error(peer), passing=True),
    openai.APIResponseValidationError: _PROTOCOL,
    openai.LengthFinishReasonError: _INVALID,
    openai.ContentFilterFinishReasonError: _REFUSED,
    openai.InvalidWebhookSignatureError: _PROTOCOL,
    openai.WebSocketConnectionClosedError: _LOST,
    openai.WebSocketQueueFullError: _LOST,
    instructor_errors.InstructorError: _ENGINE,
    instructor_errors.InstructorRetryException: _INVALID,
    instructor_errors.IncompleteOutputException: _INVALID,
    instructor_errors.ResponseParsingError: _INVALID,
    instructor_errors.ValidationError: _INVALID,
    instructor_errors.AsyncValidationError: _INVALID,
    instructor_errors.ProviderError: _ENGINE,
    instructor_errors.ConfigurationError: _SET_UP,
    instructor_errors.ModeError: _SET_UP,
    instructor_errors.ClientError: _SET_UP,
    instructor_errors.MultimodalError: _SET_UP,
    instructor_errors.TokenBudgetError: _always(
        errors.BudgetSpent, "The budget of tokens is spent", "Raise the budget"
    ),
    instructor_errors.TokenBudgetExceeded: _always(
        errors.BudgetSpent, "The budget of tokens is spent", "Raise the budget"
    ),
    instructor_errors.TokenUsageUnavailableError: _PROTOCOL,
    json.JSONDecodeError: _not_json,
    UnicodeDecodeError: _not_json,
    TimeoutError: lambda _, peer: Fault(_timeout_error(peer), passing=True),
}
