"""Transport retries and re-asks have budgets of their own: exact numbers of requests, and what they held."""

from __future__ import annotations

import pytest

from summariser import errors
from summariser.engines import make_engine
from summariser.engines.base import Reply
from summariser.engines.bounded import MOST_BYTES
from summariser.engines.openai_compatible import OpenAICompatibleEngine
from summariser.settings import Settings
from tests.fault.cases import LIMIT_TEXT, limited
from tests.fault.engine import GOOD, outcome, request
from tests.fault.fault_table import rows
from tests.fault.server import Behaviour, by_turns, fails, ok, serve

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
