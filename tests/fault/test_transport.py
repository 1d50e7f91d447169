"""The engine against a server that misbehaves: what is retried, what is not, and what comes out."""

from __future__ import annotations

import asyncio
import time
import traceback

import pytest
from pydantic import BaseModel, ValidationInfo, field_validator

from summariser import errors
from summariser.engines import make_engine
from summariser.engines.base import Message, Request, Usage
from summariser.settings import Settings
from tests.fault import server
from tests.fault.engine import GOOD, KEY, Answer, engine, outcome, request
from tests.fault.server import as_bytes, as_json, completion, fails, ok, serve


@pytest.mark.parametrize(
    ("behaviour", "why"),
    [
        (fails(429), "a rate limit without Retry-After"),
        (fails(429, Retry_After="0.05"), "a rate limit with Retry-After"),
        (fails(500), "a fault of the server"),
        (fails(502), "a bad gateway"),
        (fails(503, Retry_After="0"), "a server that is starting"),
        (fails(408), "the server's own timeout"),
        (server.drops, "a connection closed without an answer"),
        (server.resets_mid_body, "a connection reset within the answer"),
        (as_bytes(b'{"id": "1", "choices": [{"ind'), "JSON cut off in an answer of the right length"),
        (as_bytes(b"<html>busy</html>", "text/html", 502), "a gateway's page"),
    ],
)
async def test_passing_faults_are_sent_again(behaviour, why):
    with serve(behaviour, ok(GOOD)) as script:
        reply = await outcome(script.base_url)
    assert reply.value == Answer(dead=3), why
    assert (reply.usage.retries, reply.usage.calls, reply.usage.reasks) == (1, 1, 0)
    # The retried request is the same to the byte: a fault must never become part of a prompt.
    assert script.requests[0].body == script.requests[1].body


@pytest.mark.parametrize(
    ("behaviour", "expected", "why"),
    [
        (fails(400), errors.RequestRefused, "malformed"),
        (fails(400, code="context_length_exceeded"), errors.ArticleTooLong, "too long, a hosted endpoint"),
        (
            as_json({"error": {"code": 400, "type": "exceed_context_size_error", "message": "x"}}, 400),
            errors.ArticleTooLong,
            "too long, llama.cpp",
        ),
        (fails(401), errors.KeyRefused, "wrong key"),
        (fails(403), errors.KeyRefused, "key without the right"),
        (fails(404, "Not Found"), errors.BadEndpoint, "wrong path"),
        (fails(404, "the model m does not exist"), errors.UnknownModel, "wrong model"),
        (as_bytes(b"<html>404</html>", "text/html", 404), errors.BadEndpoint, "a website"),
        (fails(405), errors.BadEndpoint, "not an API"),
        (fails(409), errors.RequestRefused, "conflict"),
        (fails(422), errors.RequestRefused, "unprocessable"),
        (fails(429, code="insufficient_quota"), errors.RateLimited, "an empty account stays empty"),
        (fails(501), errors.ServerFault, "not implemented stays so"),
        (as_json({}, 307, Location="/elsewhere"), errors.BadEndpoint, "redirect"),
        (as_json({}, 302, Location="/elsewhere"), errors.BadEndpoint, "redirect that would lose the body"),
        (as_bytes(b"<html>hello</html>", "text/html"), errors.BadEndpoint, "a website that says 200"),
        (as_bytes(b"<html>hello</html>"), errors.BadEndpoint, "a page in JSON's clothes"),
        (as_bytes(b"hello", "text/plain"), errors.BadEndpoint, "plain text"),
        (as_json(["hello"]), errors.BadEndpoint, "JSON of the wrong kind"),
        (as_json({"hello": "world"}), errors.BadEndpoint, "another API"),
        (as_json({**completion(""), "choices": []}), errors.ServerFault, "no choice"),
        (as_json({"error": {"message": "upstream"}}), errors.ServerFault, "an error that says 200"),
        (ok(None, refusal="I will not"), errors.ModelRefused, "refusal"),
        (ok(None, finish_reason="content_filter"), errors.ModelRefused, "filter"),
    ],
)
async def test_lasting_faults_are_raised_at_once(behaviour, expected, why):
    with serve(behaviour, ok(GOOD)) as script:
        error = await outcome(script.base_url)
    assert type(error) is expected, why
    assert len(script.requests) == 1
    assert error.advice
    assert "\n" not in str(error)


@pytest.mark.parametrize(
    ("behaviour", "expected"),
    [
        (fails(429), errors.RateLimited),
        (fails(500), errors.ServerFault),
        (server.drops, errors.TransportError),
    ],
)
async def test_retries_end(behaviour, expected):
    with serve(behaviour) as script:
        error = await outcome(script.base_url)
    assert type(error) is expected
    assert len(script.requests) == 3
    assert error.details["attempts"] == 3
    assert error.details["usage"]["retries"] == 2


async def test_nobody_listens():
    error = await outcome(server.free_address())
    assert type(error) is errors.ConnectionRefused


async def test_retry_after_is_waited_for():
    with serve(fails(429, Retry_After="0.4"), ok(GOOD)) as script:
        started = time.monotonic()
        reply = await outcome(script.base_url)
    assert reply.value
    assert 0.4 <= time.monotonic() - started < 10


async def test_a_wait_beyond_the_cap_is_not_begun():
    with serve(fails(429, Retry_After="3600"), ok(GOOD)) as script:
        started = time.monotonic()
        error = await outcome(script.base_url)
    assert type(error) is errors.RateLimited
    assert error.details["retry_after"] == 3600
    assert time.monotonic() - started < 10


@pytest.mark.parametrize("behaviour", [server.hangs, server.drips])
async def test_time_limit_holds_to_the_last_byte(behaviour):
    with serve(behaviour) as script:
        started = time.monotonic()
        error = await outcome(script.base_url, attempts=2, timeout_seconds=0.2)
    assert type(error) is errors.EngineTimeout
    assert len(script.requests) == 2
    assert time.monotonic() - started < 5  # one slow drip alone takes six seconds


async def test_total_time_limits_the_attempts_too():
    with serve(server.hangs) as script:
        started = time.monotonic()
        error = await outcome(script.base_url, attempts=9, timeout_seconds=5.0, retry_seconds=0.3)
    assert type(error) is errors.EngineTimeout
    assert time.monotonic() - started < 4.5  # less than one attempt's own limit


async def test_cancelling_stops_at_once():
    with serve(server.hangs) as script:
        one = engine(script.base_url)
        task = asyncio.create_task(one.ask(request()))
        while not script.requests:  # noqa: ASYNC110 - another thread fills it
            await asyncio.sleep(0.01)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        await one.aclose()
    assert len(script.requests) == 1


# --- what comes back ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("content", "why"),
    [
        ('{"dead": "many"}', "wrong type"),
        ('{"injured": 3}', "wrong shape"),
        ('{"dead": 3', "cut-off JSON"),
        ("Three people.", "prose"),
        ("", "nothing"),
        (None, "no content at all"),
        ("[3]", "a list"),
    ],
)
async def test_an_invalid_answer_is_sent_back_once_and_then_kept_raw(content, why):
    with serve(ok(content)) as script:
        reply = await outcome(script.base_url)
    assert reply.value is None, why
    assert reply.raw == (content or "")
    assert reply.error
    assert (reply.usage.calls, reply.usage.reasks, reply.usage.retries) == (2, 1, 0)
    assert (reply.usage.tokens_in, reply.usage.tokens_out) == (20, 6)
    with pytest.raises(errors.InvalidReply) as caught:
        reply.required()
    assert caught.value.details["raw"] == reply.raw
    assert len(script.requests) == 2


async def test_the_re_ask_says_what_was_wrong_and_repeats_the_question_before_it():
    with serve(ok('{"dead": 4}'), ok(GOOD)) as script:
        reply = await outcome(script.base_url, request(context={"numbers": {3}}))
    assert reply.value == Answer(dead=3)
    assert type(reply.value) is Answer
    first, second = (r.body["messages"] for r in script.requests)
    assert second[:2] == first
    assert second[2] == {"role": "assistant", "content": '{"dead": 4}'}
    assert "4 is not among the numbers of the text" in second[3]["content"]
    assert "http" not in second[3]["content"]


async def test_a_rate_limit_between_the_answer_and_the_re_ask_stays_out_of_the_prompt():
    with serve(ok("no"), fails(429, "slow down, dear client"), ok(GOOD)) as script:
        reply = await outcome(script.base_url)
    assert reply.value
    assert (reply.usage.reasks, reply.usage.retries, reply.usage.calls) == (1, 1, 2)
    assert "slow down" not in str([r.body for r in script.requests])


async def test_a_failure_after_a_paid_answer_tells_what_was_paid():
    with serve(ok("no"), fails(400)) as script:
        error = await outcome(script.base_url)
    assert type(error) is errors.RequestRefused
    assert error.details["usage"]["tokens_in"] == 10


@pytest.mark.parametrize(
    ("content", "value", "why"),
    [
        ('{"dead": 12', None, "cut within the number: 12 may be 120"),
        (GOOD, Answer(dead=3), "cut just behind it"),
    ],
)
async def test_an_answer_at_the_token_limit(content, value, why):
    with serve(ok(content, finish_reason="length")) as script:
        reply = await outcome(script.base_url)
    assert reply.value == value, why
    assert reply.finish_reason == "length"
    assert (reply.error is None) == (value is not None)
    assert len(script.requests) == 1  # asking again would be cut off again


@pytest.mark.parametrize(
    "text",
    [
        "{{ 7 * 7 }} and {% for x in y %}",
        "{{ numbers }}",
        "{# gone #} {% raw %}",
        "    indented\n    everywhere\n   \t\nend",
        "surrogate-free ünïcode \u202e and \x00 and \r\n",
        "data:image/png;base64,AAAA",
    ],
)
async def test_the_text_reaches_the_model_byte_for_byte(text):
    with serve(ok(GOOD)) as script:
        reply = await outcome(script.base_url, request(text, context={"numbers": {3}, "self": 1}))
    assert reply.value
    assert script.requests[0].body["messages"][1]["content"] == text


async def test_what_is_sent():
    with serve(ok(GOOD)) as script:
        await outcome(script.base_url, request(max_tokens=77, temperature=0.3, logprobs=True))
    sent = script.requests[0]
    assert sent.path == "/v1/chat/completions"
    assert sent.headers["authorization"] == f"Bearer {KEY}"
    assert sent.body["response_format"]["json_schema"]["schema"] == Answer.model_json_schema()
    assert (sent.body["max_tokens"], sent.body["temperature"], sent.body["top_logprobs"]) == (77, 0.3, 20)


@pytest.mark.parametrize(
    ("extra", "cached", "why"),
    [
        ({}, 0, "not said"),
        ({"usage": {"prompt_tokens": 10, "prompt_tokens_details": {"cached_tokens": 4}}}, 4, "hosted"),
        ({"timings": {"cache_n": 7}}, 7, "llama.cpp"),
        ({"timings": {"cache_n": 70}}, 10, "never more than the prompt"),
        ({"usage": None}, 0, "no usage"),
        ({"usage": {"prompt_tokens": None}}, 0, "empty usage"),
    ],
)
async def test_cached_tokens(extra, cached, why):
    with serve(as_json({**completion(GOOD), **extra})) as script:
        reply = await outcome(script.base_url)
    assert reply.usage.tokens_cached == cached, why
    assert reply.usage.tokens_cached <= reply.usage.tokens_in


async def test_log_probabilities():
    answer = completion(GOOD)
    top = [{"token": "3", "logprob": -0.1, "bytes": None}, {"token": "4", "logprob": -2.5, "bytes": None}]
    answer["choices"][0]["logprobs"] = {"content": [{**top[0], "top_logprobs": top}]}
    with serve(as_json(answer)) as script:
        reply = await outcome(script.base_url, request(logprobs=True))
    assert reply.token_logprobs[0].top == (("3", -0.1), ("4", -2.5))


# --- secrets and surroundings ------------------------------------------------------------------


async def test_the_key_is_nowhere_to_be_seen(caplog):
    caplog.set_level("DEBUG")
    with serve(fails(401, f"bad key {KEY} given")) as script:
        one = engine(script.base_url)
        with pytest.raises(errors.KeyRefused) as caught:
            await one.ask(request())
        await one.aclose()
    shown = [
        str(caught.value),
        repr(caught.value.details),
        repr(one),
        repr(vars(one)),
        "".join(traceback.format_exception(caught.value)),
        *(
            record.getMessage()
            for record in caplog.records
            if record.name.startswith(("summariser", "instructor"))
        ),
    ]
    assert not [text for text in shown if KEY in text]
    assert caught.value.__context__ is None  # the SDK's exception holds the echoed key


async def test_a_proxy_is_not_asked_for_an_address_on_this_machine(monkeypatch):
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.setenv(name, server.free_address().removesuffix("/v1"))
    with serve(ok(GOOD)) as script:
        reply = await outcome(script.base_url)
    assert reply.value


def test_one_engine_serves_several_event_loops():
    with serve(ok(GOOD)) as script:
        one = engine(script.base_url)
        replies = [asyncio.run(one.ask(request())) for _ in range(3)]
        asyncio.run(one.aclose())
    assert all(reply.value for reply in replies)


async def test_many_at_once():
    with serve(fails(429), fails(503), ok(GOOD)) as script:
        one = engine(script.base_url)
        replies = await asyncio.gather(*(one.ask(request()) for _ in range(20)))
        await one.aclose()
    assert all(reply.value for reply in replies)
    total = sum((reply.usage for reply in replies), Usage())
    assert (total.calls, total.retries) == (20, 2)


async def test_a_bug_in_a_validator_keeps_its_traceback():
    class Buggy(BaseModel):
        dead: int

        @field_validator("dead")
        @classmethod
        def look_up(cls, value: int, info: ValidationInfo) -> int:
            return {}[value]  # KeyError: not a statement about the answer

    with serve(ok(GOOD)) as script:
        one = engine(script.base_url)
        with pytest.raises(KeyError):
            await one.ask(Request("bug", (Message("user", "?"),), Buggy, max_tokens=9))
        await one.aclose()


# --- what the SDK would read from the environment by itself -------------------------------------


async def asked_with(settings: Settings) -> None:
    one = make_engine(settings)
    try:
        await one.ask(request())
    finally:
        await one.aclose()


OPENAIS = {
    "OPENAI_ORG_ID": "org-of-mine",
    "OPENAI_PROJECT_ID": "project-of-mine",
    "OPENAI_ADMIN_KEY": "admin-key-0123456789",
    "OPENAI_CUSTOM_HEADERS": "X-Gateway-Key: gateway-key-0123456789\nno header",
}


@pytest.mark.parametrize("variable", ["SUMMARISER_BASE_URL", "OPENAI_BASE_URL"])
async def test_what_is_meant_for_the_openai_api_goes_nowhere_else(variable, monkeypatch):
    for name, value in OPENAIS.items():
        monkeypatch.setenv(name, value)
    with serve(ok(GOOD)) as script:
        await asked_with(Settings.from_environment("m", environment={**OPENAIS, variable: script.base_url}))
    sent = script.requests[0].headers
    mine = variable == "OPENAI_BASE_URL"
    assert (sent.get("openai-organization"), sent.get("x-gateway-key")) == (
        ("org-of-mine", "gateway-key-0123456789") if mine else (None, None)
    )
    assert "admin-key" not in str(sent)
    assert sent["authorization"] == "Bearer none"


async def test_a_secret_header_is_not_quoted():
    echo = fails(400, "you sent gateway-key-0123456789")
    with serve(echo) as script:
        settings = Settings.from_environment("m", environment={**OPENAIS, "OPENAI_BASE_URL": script.base_url})
        with pytest.raises(errors.RequestRefused, match=r"you sent \*\*\*"):
            await asked_with(settings)
