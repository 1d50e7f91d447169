"""Every exception of the SDKs has a place in our tree, and every Retry-After is understood."""

from __future__ import annotations

import ssl
from collections.abc import Iterator
from datetime import UTC, datetime

import httpx2
import openai
import pytest
from instructor.core import exceptions
from instructor.core.exceptions import InstructorError
from pydantic import SecretStr

from summariser import errors
from summariser.engines.faults import HANDLERS, translate
from summariser.engines.redaction import Redactor
from summariser.engines.statuses import LONGEST_WAIT, Peer, retry_after

PEER = Peer("http://host/v1", "m", Redactor((SecretStr("sk-secret-key"),)))


def _descendants(cls: type) -> Iterator[type]:
    yield cls
    for child in cls.__subclasses__():
        yield from _descendants(child)


PUBLIC_OPENAI = sorted(
    {
        value
        for module in (openai, openai._exceptions)
        for name in dir(module)
        if not name.startswith("_")
        and isinstance(value := getattr(module, name), type)
        and issubclass(value, Exception)
        and value.__module__.startswith("openai")
        and name != "SubjectTokenProviderError"  # of an internal module; see the next test
    },
    key=lambda cls: cls.__name__,
)
INSTRUCTOR = sorted(
    {cls for cls in _descendants(InstructorError) if getattr(exceptions, cls.__name__, None) is cls},
    key=lambda cls: cls.__name__,
)


@pytest.mark.parametrize(
    "cls", [*PUBLIC_OPENAI, *INSTRUCTOR], ids=lambda cls: f"{cls.__module__}.{cls.__name__}"
)
def test_every_public_exception_is_mapped_by_name(cls):
    # An upgrade that brings a new exception fails here: decide what it means, then add it.
    assert cls in HANDLERS


def test_the_walk_finds_them():
    assert {openai.RateLimitError, openai.APITimeoutError, openai.OpenAIError} <= set(PUBLIC_OPENAI)
    assert len(PUBLIC_OPENAI) > 15
    assert len(INSTRUCTOR) > 10


@pytest.mark.parametrize(
    "cls",
    sorted({*_descendants(openai.OpenAIError), *_descendants(InstructorError)}, key=lambda cls: cls.__name__),
)
def test_internal_ones_fall_to_an_ancestor(cls):
    assert any(ancestor in HANDLERS for ancestor in cls.__mro__)


def response(status: int, body: object = None, **headers: str) -> httpx2.Response:
    request = httpx2.Request("POST", "http://host/v1/chat/completions")
    return httpx2.Response(status, json=body, headers=headers, request=request)


def status_error(status: int, message: str = "no", **headers: str) -> openai.APIStatusError:
    client = openai.OpenAI(api_key="x", base_url="http://host/v1")
    return client._make_status_error_from_response(
        response(status, {"error": {"message": message}}, **headers)
    )


@pytest.mark.parametrize(
    ("status", "expected", "passing"),
    [
        (302, errors.BadEndpoint, False),
        (304, errors.BadEndpoint, False),
        (400, errors.RequestRefused, False),
        (401, errors.KeyRefused, False),
        (402, errors.RequestRefused, False),
        (403, errors.KeyRefused, False),
        (404, errors.BadEndpoint, False),
        (408, errors.EngineTimeout, True),
        (409, errors.RequestRefused, False),
        (413, errors.ArticleTooLong, False),
        (418, errors.RequestRefused, False),
        (422, errors.RequestRefused, False),
        (429, errors.RateLimited, True),
        (500, errors.ServerFault, True),
        (501, errors.ServerFault, False),
        (502, errors.ServerFault, True),
        (503, errors.ServerFault, True),
        (504, errors.ServerFault, True),
        (529, errors.ServerFault, True),
    ],
)
def test_status(status, expected, passing):
    fault = translate(status_error(status), PEER)
    assert (type(fault.error), fault.passing) == (expected, passing)
    assert fault.error.advice
    assert fault.error.details["status"] == status


def connection_error(cause: BaseException) -> openai.APIConnectionError:
    error = openai.APIConnectionError(request=httpx2.Request("POST", "http://host"))
    error.__cause__ = cause
    return error


@pytest.mark.parametrize(
    ("cause", "expected", "passing"),
    [
        (httpx2.ConnectError("refused"), errors.ConnectionRefused, True),
        (httpx2.RemoteProtocolError("closed"), errors.TransportError, True),
        (httpx2.ReadError("reset"), errors.TransportError, True),
        (httpx2.UnsupportedProtocol("gopher"), errors.BadEndpoint, False),
        (httpx2.LocalProtocolError("bad header"), errors.BadEndpoint, False),
        (ssl.SSLCertVerificationError("self-signed"), errors.BadEndpoint, False),
        (httpx2.ConnectError("[SSL: CERTIFICATE_VERIFY_FAILED] x"), errors.BadEndpoint, False),
    ],
)
def test_connection(cause, expected, passing):
    fault = translate(connection_error(cause), PEER)
    assert (type(fault.error), fault.passing) == (expected, passing)


def test_bugs_are_not_translated():
    with pytest.raises(KeyError):
        translate(KeyError("x"), PEER)


def test_our_own_errors_pass_unchanged():
    error = errors.ModelRefused("no")
    assert translate(error, PEER).error is error


@pytest.mark.parametrize(
    ("status", "is_one"), [(300, True), (302, True), (308, True), (304, False), (305, False), (399, False)]
)
def test_what_is_called_a_redirect(status, is_one):
    message = translate(status_error(status), PEER).error.message
    assert ("redirects to" in message) == is_one
    assert str(status) in message


@pytest.mark.parametrize("text", ["a\nb", "x" * 5000, "the key sk-secret-key is wrong"])
def test_quotes_are_short_single_lines_without_the_key(text):
    quoted = PEER.quote(text)
    assert "\n" not in quoted
    assert len(quoted) < 400
    assert "sk-secret-key" not in quoted


def test_a_placeholder_key_does_not_blank_words_out():
    assert Peer("u", "m", Redactor((SecretStr("none"),))).quote("none of it") == "none of it"


NOW = datetime(2026, 1, 1, 12, 0, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("headers", "expected", "why"),
    [
        ({}, None, "absent"),
        ({"retry-after": "3"}, 3.0, "seconds"),
        ({"retry-after": "0"}, 0.0, "at once"),
        ({"retry-after": "1.5"}, 1.5, "not in the standard, but sent"),
        ({"retry-after": " 7 "}, 7.0, "blanks"),
        ({"retry-after-ms": "250", "retry-after": "9"}, 0.25, "the finer one wins"),
        ({"retry-after-ms": "x", "retry-after": "9"}, 9.0, "the finer one is broken"),
        ({"retry-after": "Thu, 01 Jan 2026 12:00:30 GMT"}, 30.0, "a date"),
        ({"retry-after": "Thu, 01 Jan 2026 11:00:00 GMT"}, 0.0, "a date gone by"),
        ({"retry-after": "soon"}, None, "a word"),
        ({"retry-after": "-3"}, None, "negative"),
        ({"retry-after-ms": "-3", "retry-after": "9"}, 9.0, "the finer one is negative"),
        ({"retry-after": "-0.5"}, None, "negative, a fraction"),
        ({"retry-after": ".5"}, 0.5, "a fraction without its nought"),
        ({"retry-after": "9" * 400}, LONGEST_WAIT, "longer than a float"),
        ({"retry-after": "9" * 400 + ".5"}, LONGEST_WAIT, "the same with a fraction"),
        ({"retry-after-ms": "9" * 400}, LONGEST_WAIT, "the same in milliseconds"),
        ({"retry-after": "0" * 400 + "7"}, 7.0, "long, and not much"),
        ({"retry-after": "Fri, 31 Dec 9999 23:59:59 GMT"}, LONGEST_WAIT, "a date beyond all measure"),
        ({"retry-after": "Thu, 01 Jan 99999 00:00:00 GMT"}, None, "a year that no date has"),
        ({"retry-after": f"Thu, 01 Jan {'9' * 40} 00:00:00 GMT"}, None, "one that no integer has"),
        ({"retry-after": "Thu, 01 Jan 1970 00:00:00 GMT"}, 0.0, "a date long gone by"),
        ({"retry-after": "Thu, 01 Jan 2026 12:00:30"}, 30.0, "a date without its zone"),
        ({"retry-after": "inf"}, None, "a word"),
        ({"retry-after": "1e999"}, None, "not how a duration is written"),
        ({"retry-after": "1_000"}, None, "not either"),
        ({"retry-after": "nan"}, None, "not a number"),
        ({"retry-after": "3, 5"}, None, "two"),
        ({"retry-after": ""}, None, "empty"),
    ],
)
def test_retry_after(headers, expected, why):
    assert retry_after(headers, NOW) == expected, why
