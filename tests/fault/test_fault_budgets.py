"""Transport retries and re-asks have budgets of their own: exact numbers of requests, and what they held."""

from __future__ import annotations

import json
from typing import Any

import pytest
from pydantic import BaseModel, field_validator

from summariser import errors
from summariser.budgets import MeteredEngine
from summariser.engines import make_engine
from summariser.engines.base import Message, Reply, Request
from summariser.engines.bounded import MOST_BYTES
from summariser.engines.openai_compatible import OpenAICompatibleEngine
from summariser.settings import Settings
from tests.fault.cases import LIMIT_TEXT, TEMPERATURE_UNKNOWN, USAGE, limited, takes_nothing
from tests.fault.engine import GOOD, Answer, engine, outcome, request
from tests.fault.fault_table import rows
from tests.fault.server import Behaviour, as_json, by_turns, fails, ok, serve

INVALID = ok('{"dead": "many"}')


@pytest.mark.parametrize(
    ("behaviours", "attempts", "reasks", "requests", "counted", "ends"),
    [
        ([limited(), INVALID, limited(), INVALID], 2, 1, 4, (2, 1, 2), "no answer"),
        ([limited(), INVALID, limited(), ok(GOOD)], 2, 1, 4, (2, 1, 2), "an answer"),
        ([limited(), limited(), ok(GOOD)], 2, 5, 2, (1, 0, 0), "RateLimited"),
        ([INVALID, limited(), limited(), ok(GOOD)], 2, 1, 3, (1, 1, 1), "RateLimited"),
        ([INVALID, INVALID, ok(GOOD)], 9, 1, 2, (0, 1, 2), "no answer"),
        ([INVALID, INVALID, ok(GOOD)], 1, 2, 3, (0, 2, 3), "an answer"),
        ([limited(), ok(GOOD)], 1, 5, 1, (0, 0, 0), "RateLimited"),
        ([INVALID, ok(GOOD)], 5, 0, 1, (0, 0, 1), "no answer"),
        ([limited(), fails(500), INVALID, fails(503), limited(), ok(GOOD)], 3, 1, 6, (4, 1, 2), "an answer"),
    ],
    ids=[
        "by-turns",
        "by-turns-to-a-good-end",
        "re-asks-pay-for-no-retry",
        "the-retries-of-a-re-ask-end-too",
        "retries-pay-for-no-re-ask",
        "re-asks-without-retries",
        "no-retry-at-all",
        "no-re-ask-at-all",
        "each-call-has-its-own-retries",
    ],
)
async def test_two_budgets(
    behaviours: list[Behaviour],
    attempts: int,
    reasks: int,
    requests: int,
    counted: tuple[int, int, int],
    ends: str,
) -> None:
    with serve(*behaviours) as script:
        result = await outcome(script.base_url, request(reasks=reasks), attempts=attempts)
    assert len(script.requests) == requests
    if isinstance(result, Reply):
        assert ends == ("an answer" if result.value is not None else "no answer")
        spent = (result.usage.retries, result.usage.reasks, result.usage.calls)
    else:
        assert type(result).__name__ == ends
        spent = tuple(result.details["usage"][name] for name in ("retries", "reasks", "calls"))
    assert spent == counted
    assert not [r for r in script.requests if LIMIT_TEXT.encode() in r.raw]


async def test_never_more_requests_than_both_budgets_together() -> None:
    with serve(by_turns(limited(), INVALID)) as script:
        result = await outcome(script.base_url, request(reasks=3), attempts=2)
    assert isinstance(result, Reply)
    assert result.value is None
    assert len(script.requests) == 2 * (1 + 3)
    # Each question went out twice to the byte: once for the rate limit, once for its answer.
    raw = [r.raw for r in script.requests]
    assert raw[0::2] == raw[1::2]
    assert len(set(raw)) == 4


@pytest.mark.parametrize("status", [400, 401, 403, 404])
async def test_what_is_refused_is_sent_once_also_as_a_re_ask(status: int) -> None:
    with serve(INVALID, fails(status), ok(GOOD)) as script:
        result = await outcome(script.base_url, request(reasks=5), attempts=5)
    assert isinstance(result, errors.SummariserError)
    assert len(script.requests) == 2
    assert result.details["usage"]["tokens_in"] == 10  # of the answer before it


async def test_a_refused_schema_takes_nothing_from_either_budget() -> None:
    refused = fails(400, "response_format json_schema is not supported")
    with serve(refused, refused, limited(), INVALID, limited(), ok(GOOD)) as script:
        result = await outcome(script.base_url, request(reasks=1), attempts=2)
    assert isinstance(result, Reply)
    assert result.value is not None
    assert (result.usage.retries, result.usage.reasks, result.usage.unconstrained) == (4, 1, 2)
    forms = [r.body.get("response_format", {}).get("type") for r in script.requests]
    assert forms == ["json_schema", "json_schema", *["json_object"] * 4]
    assert not [r for r in script.requests if LIMIT_TEXT.encode() in r.raw or b"not supported" in r.raw]


async def test_what_is_not_taken_is_remembered_and_takes_nothing_from_either_budget() -> None:
    with serve(limited(), takes_nothing, takes_nothing, limited(), takes_nothing) as script:
        one = engine(script.base_url, attempts=2)
        first = await one.ask(request(reasks=0, logprobs=True))
        asked = len(script.requests)
        second = await one.ask(request(reasks=0, logprobs=True))
        await one.aclose()
    assert first.value is not None
    assert second.value is not None
    assert (first.usage.retries, second.usage.retries) == (5, 0)
    assert (asked, len(script.requests)) == (6, 7)
    last = script.requests[-1].body
    assert last["max_completion_tokens"] == request().max_tokens
    assert not last.keys() & {"max_tokens", "temperature", "logprobs", "top_logprobs"}
    assert all(sent.body["messages"] == last["messages"] for sent in script.requests)


async def test_what_another_fault_hides_is_not_remembered() -> None:
    """Without its temperature the question fails as well: nothing shows that it was the temperature."""
    with serve(TEMPERATURE_UNKNOWN, fails(400), ok(GOOD)) as script:
        one = engine(script.base_url)
        with pytest.raises(errors.RequestRefused):
            await one.ask(request())
        await one.ask(request())
        await one.aclose()
    assert ["temperature" in sent.body for sent in script.requests] == [True, False, True]


@pytest.mark.parametrize(
    "told",
    [
        {"error": {"message": "no"}, "usage": USAGE},
        {"error": {"message": "no", "usage": USAGE}},
        {"message": "no", "usage": USAGE},
    ],
    ids=["beside", "inside", "alone"],
)
@pytest.mark.parametrize("status", [400, 401, 404, 422, 429, 500, 503])
async def test_tokens_of_failed_attempts_count(told: dict[str, Any], status: int) -> None:
    with serve(as_json(told, status)) as script:
        result = await outcome(script.base_url, attempts=2)
    assert isinstance(result, errors.SummariserError)
    spent, sent = result.details["usage"], len(script.requests)
    assert (spent["tokens_in"], spent["tokens_out"]) == (7 * sent, 2 * sent)
    assert (spent["calls"], spent["uncounted"], spent["retries"]) == (0, 0, sent - 1)


@pytest.mark.parametrize(
    "usage", [None, [], "7", {"prompt_tokens": -1}, {"prompt_tokens": "7"}, {"prompt_tokens": 10**12}]
)
async def test_a_count_that_is_none_is_not_counted(usage: object) -> None:
    with serve(as_json({"error": {"message": "no"}, "usage": usage}, 500), ok(GOOD)) as script:
        result = await outcome(script.base_url)
    assert isinstance(result, Reply)
    assert (result.usage.tokens_in, result.usage.tokens_out, result.usage.uncounted) == (10, 3, 0)


@pytest.mark.parametrize("half", ["\ud800", "before \udc00", "\udfff and more"])
async def test_half_a_character_is_sent_back_and_kept_as_its_escape(half: str) -> None:
    with serve(ok(json.dumps({"dead": half}, ensure_ascii=False))) as script:
        result = await outcome(script.base_url)
    assert isinstance(result, Reply)
    assert result.value is None
    assert result.raw.encode().decode("unicode_escape") == f'{{"dead": "{half}"}}'
    assert (result.usage.tokens_in, result.usage.calls, result.usage.reasks) == (20, 2, 1)
    assert script.requests[1].body["messages"][2]["content"] == result.raw


async def test_half_a_character_in_a_text_is_no_valid_text() -> None:
    class Said(BaseModel):
        words: str

    asked = Request("said", (Message("user", "?"),), Said, reasks=0)
    for half in ("\ud800", "a\udc00b", "\ude00\ud83d"):
        with serve(ok(json.dumps({"words": half}, ensure_ascii=False))) as script:
            one = engine(script.base_url)
            assert (await one.ask(asked)).value is None
            await one.aclose()


async def test_a_server_that_says_half_a_character_fails_like_any_other() -> None:
    for fault in (fails(400, "no \ud800"), ok(None, refusal="no \ud800"), fails(429, "no \ud800")):
        with serve(fault) as script:
            result = await outcome(script.base_url, attempts=1)
        assert isinstance(result, errors.SummariserError)
        assert str(result).encode()
        assert r"no \ud800" in str(result)


async def test_what_a_fault_of_our_own_cost_is_counted() -> None:
    class Buggy(Answer):
        @field_validator("dead")
        @classmethod
        def look_up(cls, value: int) -> int:
            return {12: 12}[value]  # KeyError: not a statement about the answer

    with serve(ok(GOOD)) as script:
        one = engine(script.base_url)
        metered = MeteredEngine(one)
        with pytest.raises(KeyError):
            await metered.ask(Request("bug", (Message("user", "?"),), Buggy))
        await one.aclose()
    assert (metered.spent.tokens_in, metered.spent.calls) == (10, 1)


def test_the_budgets_are_as_the_page_says() -> None:
    told = {name: (row["default"], row["variable"]) for name, row in rows("Budgets").items()}
    with serve(ok(GOOD)) as script:
        made = make_engine(Settings(base_url=script.base_url))
    assert isinstance(made, OpenAICompatibleEngine)
    defaults = {
        **{name: getattr(made._patience, name) for name in told if hasattr(made._patience, name)},
        "reasks": request().reasks,
        "most_bytes": MOST_BYTES,
    }
    assert {name: float(default) for name, (default, _) in told.items()} == defaults
    for name, (_, variable) in told.items():
        if variable != "-":
            given = Settings.from_environment(environment={variable: "7"})
            assert getattr(given, name) == 7
