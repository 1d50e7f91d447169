"""What the server does in each row of the table "One call" of ``docs/faults.md``.

What comes of it stands there.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from typing import Any

from tests.fault import server
from tests.fault.server import Behaviour, Handler, as_bytes, as_json, completion, fails, ok

GOOD = '{"dead": 3}'
LIMIT_TEXT = "Slow down, dear client"
"""What the rate limits of the tests say: it must be in no prompt."""


@dataclass(frozen=True)
class Case:
    """A row's server.

    Attributes:
        once: Its answers where the fault comes once.
        always: Its answer where the fault lasts.
        patience: What the engine's patience is, where the row needs its own.
    """

    once: tuple[Behaviour, ...]
    always: Behaviour
    patience: dict[str, float] = field(default_factory=dict)


def passing(behaviour: Behaviour, **patience: float) -> Case:
    """A fault, and then a good answer."""
    return Case((behaviour, ok(GOOD)), behaviour, patience)


def by_form(answer: Callable[[dict[str, Any]], str | None], status: int = 400) -> Case:
    """An endpoint that looks at the form of the schema: it refuses with a text, or answers."""

    def behave(handler: Handler) -> None:
        refusal = answer(handler.body)
        (ok(GOOD) if refusal is None else fails(status, refusal))(handler)

    return Case((behave,), fails(status, "response_format is not supported"))


def takes_only(*kinds: str | None) -> Callable[[dict[str, Any]], str | None]:
    """Of the types of ``response_format`` (None: without one)."""

    def answer(body: dict[str, Any]) -> str | None:
        kind = body.get("response_format", {}).get("type")
        return None if kind in kinds else f"response_format of type {kind} is unavailable for this model"

    return answer


def takes_no_bounds(body: dict[str, Any]) -> str | None:
    schema = json.dumps(body.get("response_format", {}))
    return "Invalid schema: keyword 'title' is not permitted" if '"title"' in schema else None


def without(parameter: str, refusal: Behaviour) -> Case:
    """A model that refuses every question with a parameter, and answers the others."""

    def behave(handler: Handler) -> None:
        (refusal if parameter in handler.body else ok(GOOD))(handler)

    return Case((behave,), refusal)


MAX_TOKENS_UNKNOWN = as_json(
    {
        "error": {
            "message": "Unsupported parameter: 'max_tokens' is not supported with this model. Use "
            "'max_completion_tokens' instead.",
            "type": "invalid_request_error",
            "param": "max_tokens",
            "code": "unsupported_parameter",
        }
    },
    400,
)
TEMPERATURE_UNKNOWN = as_json(
    {
        "error": {
            "message": "Unsupported value: 'temperature' does not support 0 with this model. Only the "
            "default (1) value is supported.",
            "type": "invalid_request_error",
            "param": "temperature",
            "code": "unsupported_value",
        }
    },
    400,
)
LOGPROBS_FORBIDDEN = fails(403, "You are not allowed to request logprobs from this model.")
EXTRA = {"type": "extra_forbidden", "loc": ["body", "top_logprobs"], "msg": "Extra inputs are not permitted"}


def takes_nothing(handler: Handler) -> None:
    """It names one parameter after the other."""
    refusals = {
        "max_tokens": MAX_TOKENS_UNKNOWN,
        "temperature": TEMPERATURE_UNKNOWN,
        "logprobs": LOGPROBS_FORBIDDEN,
    }
    named = next((refusals[name] for name in refusals if name in handler.body), ok(GOOD))
    named(handler)


def date_in(seconds: float) -> str:
    return format_datetime(datetime.now(UTC) + timedelta(seconds=seconds), usegmt=True)


def with_message(message: dict[str, Any], finish_reason: str = "stop") -> Behaviour:
    choice = {"index": 0, "finish_reason": finish_reason, "message": {"role": "assistant", **message}}
    return as_json({**completion(None), "choices": [choice]})


def limited(**headers: str) -> Behaviour:
    return fails(429, LIMIT_TEXT, **headers)


CALLS = [{"id": "c", "type": "function", "function": {"name": "answer", "arguments": GOOD}}]
PAGE = b"<!DOCTYPE html><html><body>Please log in</body></html>"
STREAMED = b'data: {"id": "1", "choices": [{"delta": {"content": "{"}}]}\n\ndata: [DONE]\n\n'
USAGE = {"prompt_tokens": 7, "completion_tokens": 2, "total_tokens": 9}
TIMES_OUT = {"timeout_seconds": 1.0, "attempts": 2}
"""So that nothing but a fault is too slow, on a busy machine either."""

CASES: dict[str, Case] = {
    # The way to the model
    "rate-limit": passing(limited()),
    "rate-limit-seconds": passing(limited(Retry_After="1")),
    "rate-limit-date": passing(limited(Retry_After=date_in(-30))),
    "rate-limit-negative": passing(limited(Retry_After="-5")),
    "rate-limit-fraction": passing(limited(Retry_After="0.05")),
    "rate-limit-garbage": passing(limited(Retry_After="soon, 1e999, Thu")),
    "rate-limit-beyond-the-cap": passing(limited(Retry_After="86400")),
    "rate-limit-date-beyond-the-cap": passing(limited(Retry_After=date_in(86400))),
    "rate-limit-beyond-all-measure": passing(limited(Retry_After="9" * 400)),
    "no-credit": passing(fails(429, code="insufficient_quota")),
    "timeout-408": passing(fails(408)),
    "server-500": passing(fails(500)),
    "server-502": passing(as_bytes(b"<html>Bad gateway</html>", "text/html", 502)),
    "server-503": passing(fails(503, Retry_After="0")),
    "server-501": passing(fails(501)),
    "closes-without-a-byte": passing(server.drops),
    "reset-mid-body": passing(server.resets_mid_body),
    "no-answer-in-time": passing(server.hangs, **TIMES_OUT),
    "slow-drip": passing(server.drips, **TIMES_OUT),
    "chunks-without-end": passing(server.sends_chunks_without_end, **TIMES_OUT),
    "truncated-json": passing(as_bytes(b'{"id": "1", "choices": [{"ind')),
    "empty-body": passing(as_bytes(b"")),
    "broken-gzip": passing(as_bytes(b"\x1f\x8bnonsense", Content_Encoding="gzip")),
    "flood-of-headers": passing(server.floods_headers),
    "huge-body": passing(server.sends_a_flood),
    "gzip-bomb": passing(server.sends_a_bomb),
    "nested-too-deep": passing(as_bytes(b"[" * 200_000)),
    "fault-with-usage": passing(as_json({"error": {"message": "no"}, "usage": USAGE}, 500)),
    # What asking again would not cure
    "status-400": passing(fails(400)),
    "status-401": passing(fails(401)),
    "status-403": passing(fails(403)),
    "status-404": passing(fails(404, "Not Found")),
    "status-404-model": passing(fails(404, "the model m does not exist", code="model_not_found")),
    "status-409": passing(fails(409)),
    "redirect": passing(as_json({}, 307, Location="/v2/chat/completions")),
    "redirect-302": passing(as_json({}, 302, Location="https://login.example/?token=secret")),
    "not-modified": passing(as_bytes(b"", status=304)),
    "login-page": passing(as_bytes(PAGE, "text/html; charset=utf-8")),
    "page-in-jsons-clothes": passing(as_bytes(PAGE)),
    "plain-text": passing(as_bytes(b"It works!", "text/plain")),
    "streamed": passing(as_bytes(STREAMED, "text/event-stream")),
    "other-api": passing(as_json({"hello": "world"})),
    "choice-without-message": passing(as_json({**completion(None), "choices": [{"index": 0}]})),
    "empty-choices": passing(as_json({**completion(None), "choices": []})),
    "error-in-200": passing(as_json({"error": {"message": "upstream"}})),
    "rate-limit-in-200": passing(as_json({"error": {"message": LIMIT_TEXT, "code": 429}})),
    # The form of the answer
    "json-schema-unknown": by_form(takes_only("json_object", "text", None)),
    "json-object-unknown": by_form(takes_only("text", None), 422),
    "schema-too-large": by_form(takes_no_bounds),
    # Parameters that the model does not take
    "max-tokens-unknown": without("max_tokens", MAX_TOKENS_UNKNOWN),
    "temperature-unknown": without("temperature", TEMPERATURE_UNKNOWN),
    "temperature-out-of-bounds": without(
        "temperature", fails(422, "`temperature` must be strictly positive")
    ),
    "logprobs-unknown": without("logprobs", fails(400, "Unrecognized request argument supplied: logprobs")),
    "logprobs-forbidden": without("logprobs", LOGPROBS_FORBIDDEN),
    "logprobs-extra": without("top_logprobs", as_json({"detail": [EXTRA]}, 422)),
    "no-parameter-known": Case((takes_nothing,), takes_nothing),
    # Too much for the model
    "context-length": passing(fails(400, code="context_length_exceeded")),
    "context-length-llama": passing(
        as_json({"error": {"code": 400, "type": "exceed_context_size_error", "message": "x"}}, 400)
    ),
    "context-length-vllm": passing(
        fails(400, "'max_tokens' is too large: 50. This model's maximum context length is 40 tokens")
    ),
    "status-413": passing(as_bytes(b"<html>Too large</html>", "text/html", 413)),
    "refusal": passing(ok(None, refusal="I will not read this")),
    "content-filter": passing(ok(None, finish_reason="content_filter")),
    "content-filter-400": passing(fails(400, "Filtered", code="content_filter")),
    "length": passing(ok('{"dead": 12', finish_reason="length")),
    "length-in-thought": passing(ok("<think>The text says 12, or {", finish_reason="length")),
    # An answer that is not valid
    "lone-surrogate": passing(ok('{"dead": "\ud800"}')),
    "wrong-shape": passing(ok('{"injured": 3}')),
    "wrong-type": passing(ok('{"dead": "many"}')),
    "not-in-the-article": passing(ok('{"dead": 4}')),
    "cut-off-answer": passing(ok('{"dead": 3')),
    "prose": passing(ok("Three people.")),
    "null-content": passing(ok(None)),
    "two-answers": passing(ok('{"dead": 4} or rather {"dead": 3}')),
    # What does no harm
    "other-content-type": passing(as_bytes(json.dumps(completion(GOOD)).encode(), "text/plain")),
    "markdown-fence": passing(ok(f"```json\n{GOOD}\n```")),
    "explained": passing(ok(f"The answer is {GOOD}. I hope this helps!")),
    "thoughts-before": passing(ok(f'<think>Not {{"dead": 4}}.</think>\n\n{GOOD}')),
    "list-of-parts": passing(with_message({"content": [{"type": "text", "text": GOOD}]})),
    "tool-call": passing(with_message({"content": None, "tool_calls": CALLS}, "tool_calls")),
    "no-usage": passing(as_json({**completion(GOOD), "usage": None})),
}
"""By the row's id."""
