"""What an answer's status means: whether the same request may succeed later, and what to say if not.

Also for an answer whose status is good and whose body reports a fault: some gateways wrap a failure of the
model behind them in a 200.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any, Final
from urllib.parse import urlsplit

from summariser import errors
from summariser.engines.escaping import encodable
from summariser.engines.redaction import Redactor

_MOST_TEXT = 300
"""A server's error text is quoted up to this many characters."""
_TOO_LONG_CODES: Final = {"context_length_exceeded", "exceed_context_size_error", "string_above_max_length"}
_TOO_LONG: Final = re.compile(
    r"maximum context length|context (?:size|window|length)\b|prompt is too long|too many input tokens"
    r"|input token count|max_(?:completion_)?tokens\W+is too large|max_new_tokens\W+must be",
    re.IGNORECASE,
)
"""How OpenAI, vLLM, llama.cpp, TGI, Anthropic and Google say that question and answer do not fit. Asked in
smaller pieces, with shorter answers, they may."""
_OF_SCHEMA: Final = re.compile(
    r"response[_ ]?format|json[_ ]?schema|json[_ ]?object|\bschema\b|\bgrammar\b|structured[_ ]output"
    r"|guided_",
    re.IGNORECASE,
)
"""What a refusal is about when the form in which the answer is wanted is not supported, or too large."""
_NOT_TAKEN: Final = (
    r"unsupported|not (?:\w+ ){0,2}(?:support|permitted|allowed|available|enabled|recogni[sz]ed)"
    r"|unrecogni[sz]ed|doesn't support|unknown|unexpected|extra[ _](?:inputs|fields|forbidden)|deprecated"
    r"|cannot find"
)
_LIMIT: Final = r"\bmax_(?:completion_)?tokens\b"
_OPTION: Final = r"\b(?:temperature|(?:top_)?logprobs)\b"
_OUT_OF_BOUNDS: Final = r"must be|greater than|less than|at most|exceeds?\b|out of range|invalid"
"""What is said of a value in place of which another would do: so will none, where it may be left out."""
_NEAR: Final = r"[^\n]{0,80}?"
_OF_PARAMETER: Final = re.compile(
    "|".join(
        f"(?:{one}){_NEAR}(?:{other})"
        for name, said in ((_LIMIT, _NOT_TAKEN), (_OPTION, f"{_NOT_TAKEN}|{_OUT_OF_BOUNDS}"))
        for one, other in ((name, said), (said, name))
    ),
    re.IGNORECASE,
)
"""How servers say that they do not take a parameter, or no such value of it."""
_PARAMETER: Final = re.compile(f"{_LIMIT}|{_OPTION}", re.IGNORECASE)
_MOST_READ: Final = 4000
"""So many characters of a server's text are looked at for what it is about."""
_REDIRECTS: Final = {300, 301, 302, 303, 307, 308}
"""The other 3xx send nobody anywhere: 304 says that nothing has changed since, which nobody asked."""
_SECONDS: Final = re.compile(r"[0-9]+(?:\.[0-9]*)?|\.[0-9]+")
"""Not all that ``float`` reads: "1e999", "1_000" and "nan" are no durations."""
LONGEST_WAIT: Final = 365 * 86400.0
"""Seconds. Who is asked to wait for longer is asked to wait for ever; a number without end stays one that
can be reckoned with."""
_DECLINED_CODES: Final = {"content_filter", "content_policy_violation", "ResponsibleAIPolicyViolation"}


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
    redactor: Redactor = field(default_factory=Redactor)

    def quote(self, text: object) -> str:
        """A server's text, shortened, on one line, without what it was sent as a secret."""
        line = encodable(self.redactor.clean(" ".join(str(text)[:_MOST_READ].split())))
        return line if len(line) <= _MOST_TEXT else f"{line[:_MOST_TEXT]}..."


class AnswerFault(Exception):
    """An answer with a good status that reports a fault all the same."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.error.message)
        self.fault = fault


def retry_after(headers: Mapping[str, str], now: datetime | None = None) -> float | None:
    """Seconds to wait after ``Retry-After`` (a number or a date) or ``retry-after-ms``.

    At least 0 and at most ``LONGEST_WAIT``, however long a number is; None where there is nothing that can be
    understood.
    """
    for name, scale in (("retry-after-ms", 0.001), ("retry-after", 1.0)):
        value = headers.get(name, "").strip()
        if _SECONDS.fullmatch(value):
            return min(float(value) * scale, LONGEST_WAIT)
    try:
        date = parsedate_to_datetime(headers.get("retry-after", ""))
    except (ValueError, OverflowError):  # the latter for a year of twenty digits
        return None
    date = date if date.tzinfo else date.replace(tzinfo=UTC)
    return min(max(0.0, (date - (now or datetime.now(UTC))).total_seconds()), LONGEST_WAIT)


def of_status(
    status: int, body: Mapping[str, Any], text: object, headers: Mapping[str, str], peer: Peer
) -> Fault:
    """The fault that an HTTP status means.

    Args:
        status: The status, outside 2xx.
        body: The ``error`` object of the answer, empty where there is none.
        text: What the server says.
        headers: Of the answer.
        peer: Who answered.
    """
    quoted = peer.quote(text)
    details = {"status": status, "url": peer.name, "model": peer.model}
    codes = {str(body[name]) for name in ("code", "type") if body.get(name)}
    if status in _REDIRECTS:
        return Fault(_redirect(headers, peer, details))
    if status < 400:
        return Fault(
            errors.BadEndpoint(
                f"{peer.name} answered {status}, which is no answer to a question",
                "Check the base URL, and what stands between: a cache or a proxy",
                **details,
            )
        )
    about = f"{body.get('param') or ''} {text}"[:_MOST_READ]
    parameter = _parameter(status, codes, body, about)
    if status in {401, 403} and parameter is None:
        return Fault(
            errors.KeyRefused(
                f"{peer.name} refused the key ({status}): {quoted}",
                "Set api_key or OPENAI_API_KEY to a key that may use this model",
                **details,
            )
        )
    if status == 429:
        return _rate_limit(codes, headers, peer, quoted, details)
    if status == 408:
        return Fault(timeout_error(peer, **details), passing=True)
    if parameter is not None:
        details["parameter"] = parameter
    if status in {400, 422, 501} and _OF_SCHEMA.search(about) and not _is_too_long(codes, about):
        return Fault(
            errors.SchemaRefused(
                f"{peer.name} does not take the answer's schema ({status}): {quoted}",
                "Use an endpoint or a model that supports JSON output",
                **details,
            )
        )
    if status >= 500:
        return Fault(
            errors.ServerFault(
                f"{peer.name} answered {status}: {quoted}",
                "Try again later; the fault is the server's",
                **details,
            ),
            passing=status != 501,
            retry_after=retry_after(headers),
        )
    return Fault(_refused(codes, about, peer, quoted, details))


def _parameter(status: int, codes: set[str], body: Mapping[str, Any], about: str) -> str | None:
    """The parameter of ours that the server does not take; None where it complains of something else."""
    if status not in {400, 403, 422} or _is_too_long(codes, about):
        return None
    said = _OF_PARAMETER.search(about)
    found = _PARAMETER.fullmatch(str(body.get("param") or ""))
    # Where the server names it, any complaint about an option is one. Of a limit it may be the size.
    if found is None or not (re.search(_OPTION, found[0]) or re.search(_NOT_TAKEN, about, re.IGNORECASE)):
        found = _PARAMETER.search(said[0]) if said is not None else None
    # Some answer 403 where a model gives no log-probabilities; else it is the key that they refuse.
    if found is None or (status == 403 and "logprobs" not in found[0].lower()):
        return None
    return found[0].lower()


def _redirect(headers: Mapping[str, str], peer: Peer, details: dict[str, Any]) -> errors.SummariserError:
    target = urlsplit(headers.get("location", ""))
    # A query may hold a token of whoever is to log in; the address alone says what is wrong.
    address = peer.quote(f"{target.scheme}://{target.netloc}{target.path}" if target.netloc else target.path)
    return errors.BadEndpoint(
        f"{peer.name} redirects to {address or 'another address'} ({details['status']})",
        "Use the address of the API itself; articles are not sent on to where a redirect points",
        **details,
    )


def _rate_limit(
    codes: set[str], headers: Mapping[str, str], peer: Peer, quoted: str, details: dict[str, Any]
) -> Fault:
    wait = retry_after(headers)
    # An account without credit answers 429 as well, and waiting does not fill it.
    spent = codes & {"insufficient_quota", "billing_hard_limit_reached"}
    advice = "Check the account's credit" if spent else "Lower the concurrency or try again later"
    error = errors.RateLimited(f"{peer.name} limits the rate: {quoted}", advice, retry_after=wait, **details)
    return Fault(error, passing=not spent, retry_after=wait)


def _is_too_long(codes: set[str], about: str) -> bool:
    return bool(codes & _TOO_LONG_CODES or _TOO_LONG.search(about))


def _refused(
    codes: set[str], about: str, peer: Peer, quoted: str, details: dict[str, Any]
) -> errors.SummariserError:
    """Another 4xx: what asking again would not cure."""
    status = details["status"]
    if status == 413 or _is_too_long(codes, about):
        return errors.ArticleTooLong(
            f"Question and answer are longer than {peer.model} can take: {quoted}",
            "Shorten the article, or use a model with a larger context",
            **details,
        )
    if codes & _DECLINED_CODES:
        return errors.ModelRefused(
            f"{peer.model} declined to answer: {quoted}", "Use another model for this article", **details
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
        "Asking again would not help; check that the endpoint supports this model and chat completions",
        **details,
    )


def timeout_error(peer: Peer, **details: Any) -> errors.EngineTimeout:
    """No whole answer in time."""
    advice = "Raise the timeout (SUMMARISER_TIMEOUT), or try again"
    details = {"url": peer.name, **details}
    return errors.EngineTimeout(f"{peer.name} gave no full answer in time", advice, **details)
