"""From every exception of the SDKs to the most specific class of ``summariser.errors``.

A table from exception class to a small function; the closest ancestor in the class's own order of
bases decides. A test walks all exception classes of openai and instructor and fails when one is
not in the table, so that an upgrade that brings a new one is noticed. ``Fault`` says besides
whether sending the same request again can help: rate limits, faults of the server, timeouts and
lost connections pass; a refused key or a malformed request does not.
"""

from __future__ import annotations

import json
import re
import ssl
from collections.abc import Callable
from typing import Any, Final

import openai
from instructor.core import exceptions as instructor_errors

from summariser import errors
from summariser.engines.statuses import AnswerFault, Fault, Peer, of_status, timeout_error


def translate(exception: BaseException, peer: Peer) -> Fault:
    """The fault for an exception of the SDKs.

    Raises:
        BaseException: The exception itself when nothing here knows it: a bug keeps its traceback.
    """
    if isinstance(exception, errors.SummariserError):
        return Fault(exception)
    if isinstance(exception, AnswerFault):
        return exception.fault
    for ancestor in type(exception).__mro__:
        if ancestor in HANDLERS:
            return HANDLERS[ancestor](exception, peer)
    raise exception


def _status(exception: Any, peer: Peer) -> Fault:
    """Any answer with a status outside 2xx."""
    body = exception.body if isinstance(exception.body, dict) else {}
    headers = exception.response.headers
    return of_status(int(exception.status_code), body, _server_text(exception), headers, peer)


def _connection(exception: BaseException, peer: Peer) -> Fault:
    """No answer at all: refused, unknown host, bad certificate, or lost on the way."""
    causes = list(_causes(exception))
    own = next((cause for cause in causes if isinstance(cause, errors.SummariserError)), None)
    if own is not None:  # the client's own, which the SDK took for a lost connection
        return Fault(own)
    if any(isinstance(cause, ssl.SSLCertVerificationError) for cause in causes) or any(
        "CERTIFICATE_VERIFY_FAILED" in str(cause) for cause in causes
    ):
        advice = "Check the address, or the certificates of this machine"
        return Fault(
            errors.BadEndpoint(f"The certificate of {peer.name} is not trusted", advice, url=peer.name)
        )
    if any(_NOT_TLS.search(str(cause)) for cause in causes):
        return Fault(
            errors.BadEndpoint(
                f"{peer.name} does not speak TLS", "Give the address with http://", url=peer.name
            )
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


_NOT_TLS: Final = re.compile(
    r"WRONG_VERSION_NUMBER|RECORD_LAYER_FAILURE|PACKET_LENGTH_TOO_LONG", re.IGNORECASE
)
"""What OpenSSL says of a peer that answers in plain text."""


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


def _not_json(exception: Any, peer: Peer) -> Fault:
    """A body that calls itself JSON and does not parse."""
    body = str(getattr(exception, "doc", "{")).strip()
    if body[:1] not in {"", "{", "["}:  # a page in JSON's clothes
        return _PROTOCOL(exception, peer)
    error = errors.ServerFault(
        f"{peer.name} sent {'a cut-off' if body else 'an empty'} answer",
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
    openai.APITimeoutError: lambda _, peer: Fault(timeout_error(peer), passing=True),
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
    RecursionError: _always(
        errors.ServerFault, "The endpoint's answer is nested too deep to be read", "Look at what it sends"
    ),
    TimeoutError: lambda _, peer: Fault(timeout_error(peer), passing=True),
}
