"""Budgets and prices: what is counted, where a limit stops, and what a price comes from."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from pydantic import BaseModel

from summariser.budgets import Budget, Limits, MeteredEngine, dollars
from summariser.engines.base import EngineInfo, Message, Request, Usage
from summariser.engines.scripted import ScriptedEngine
from summariser.errors import (
    BadPrices,
    BudgetSpent,
    CallsSpent,
    ConfigurationError,
    EngineTimeout,
    SummariserError,
    UnknownPrice,
    UnknownUsage,
    befalls_all,
)
from summariser.prices import Price, cost_of, find_price

PRICE = Price(input=1.0, cached=0.5, output=2.0, origin="test")


class Answer(BaseModel):
    dead: int


def request(reasks: int = 1) -> Request[Answer]:
    return Request("count", (Message("user", "one two three"),), Answer, reasks=reasks)


def info(model: str, engine: str = "openai") -> EngineInfo:
    return EngineInfo(engine, "1", model, None, 8192, "single")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("limits", "told"),
    [
        ({"tokens": 0}, "The limit on tokens is 0"),
        ({"cost_usd": -1.0}, "The limit on money is -1"),
        ({"minutes": float("nan")}, "The limit on time is nan"),
        ({"minutes": float("inf")}, "The limit on time is inf"),
        ({"cost_usd": float("nan")}, "The limit on money is nan"),
        ({"cost_usd": float("inf")}, "The limit on money is inf"),
        ({"calls_per_article": 0}, "The limit on calls for one article is 0"),
    ],
)
def test_a_limit_is_above_zero_and_is_one(limits: dict[str, float], told: str) -> None:
    with pytest.raises(ConfigurationError, match=told):
        Limits(**limits)  # type: ignore[arg-type]


def test_a_price_counts_cached_tokens_apart() -> None:
    assert PRICE.of(Usage(tokens_in=3_000_000, tokens_cached=1_000_000, tokens_out=500_000)) == 2 + 0.5 + 1


@pytest.mark.parametrize(
    ("limits", "told"),
    [
        (Limits(tokens=100), "the limit of 100 tokens"),
        (Limits(cost_usd=0.0001), "the limit of $0.0001"),
    ],
)
def test_a_hard_limit_refuses_the_next_call(limits: Limits, told: str) -> None:
    budget = Budget(limits, PRICE)
    budget.add(Usage(tokens_in=90, tokens_out=4, calls=1))
    budget.check_call()
    assert budget.reached() is None
    budget.add(Usage(tokens_in=6, calls=1))
    assert budget.reached() == told
    with pytest.raises(BudgetSpent, match="96 tokens in, 4 out") as caught:
        budget.check_call()
    assert befalls_all(caught.value)
    assert caught.value.exit_code == 4


def test_time_stops_new_articles_and_no_call() -> None:
    now = [0.0]
    budget = Budget(Limits(minutes=2), clock=lambda: now[0])
    assert budget.reached() is None
    now[0] = 120.0
    assert budget.reached() == "the limit of 2 minutes"
    budget.check_call()


def test_money_needs_a_price() -> None:
    with pytest.raises(UnknownPrice, match=r'price of m is not known.*--prices FILE\): \{"m": \{"input"'):
        Budget(Limits(cost_usd=1), model="m")


async def test_everything_that_is_asked_is_counted() -> None:
    budget = Budget()
    engine = ScriptedEngine(["wrong", {"dead": 3}, EngineTimeout("No answer", "Wait")])
    metered = MeteredEngine(engine, budget)
    await metered.ask(request())
    assert metered.spent.calls == 2  # the invalid answer counts
    spent = metered.spent.tokens_in
    assert spent > 3
    again = ScriptedEngine(["wrong", EngineTimeout("No answer", "Wait")])
    failing = MeteredEngine(again, budget)
    with pytest.raises(EngineTimeout):
        await failing.ask(request())
    assert failing.spent.calls == 1  # what was answered before the failure
    assert budget.spent.calls == 3


@pytest.mark.parametrize(
    ("limits", "kind"),
    [(Limits(calls_per_article=1), CallsSpent), (Limits(tokens=2), BudgetSpent)],
)
async def test_an_answer_is_not_sent_back_beyond_a_limit(limits: Limits, kind: type[Exception]) -> None:
    script = ScriptedEngine(["no answer at all", {"dead": 3}])
    engine = MeteredEngine(script, Budget(limits))
    with pytest.raises(kind):
        await engine.ask(request())
    assert engine.spent.calls == 1
    assert len(script.requests) == 1


async def test_an_article_has_its_own_limit_of_calls() -> None:
    budget = Budget(Limits(calls_per_article=2))
    metered = MeteredEngine(ScriptedEngine(lambda _: "wrong"), budget)
    with pytest.raises(CallsSpent):  # not a poorer answer, which would count as the article's for good
        await metered.ask(request(reasks=5))
    assert metered.spent.calls == 2
    with pytest.raises(CallsSpent) as caught:
        await metered.ask(request())
    assert not befalls_all(caught.value)  # the next article has calls of its own
    await MeteredEngine(ScriptedEngine([{"dead": 1}]), budget).ask(request())


UNTOLD = Usage(calls=1, uncounted=1)


@pytest.mark.parametrize(
    ("limits", "price", "held"),
    [
        (Limits(tokens=100), PRICE, False),
        (Limits(cost_usd=1.0), PRICE, False),
        (Limits(cost_usd=1.0), Price(0.0, 0.0, 0.0, "here"), True),  # nothing, times whatever it is
        (Limits(minutes=5.0, calls_per_article=9), PRICE, True),
        (Limits(), None, True),
    ],
)
def test_a_limit_that_cannot_be_held_is_said(limits: Limits, price: Price | None, held: bool) -> None:
    budget = Budget(limits, price)
    budget.check_call()
    budget.add(UNTOLD)
    if held:
        budget.check_call()
        return
    with pytest.raises(UnknownUsage, match="does not tell how many tokens") as caught:
        budget.check_call()
    assert befalls_all(caught.value)


def test_what_is_not_counted_costs_an_unknown_sum() -> None:
    assert cost_of(PRICE, Usage(tokens_in=1_000_000)) == 1.0
    assert cost_of(PRICE, Usage(tokens_in=1_000_000) + UNTOLD) is None
    assert cost_of(None, Usage()) is None
    assert cost_of(Price(0.0, 0.0, 0.0, "here"), UNTOLD) == 0.0
    budget = Budget(price=PRICE)
    budget.add(UNTOLD)
    assert budget.cost_usd is None
    assert "1 calls (1 without a count of tokens)" in budget.in_words()


@pytest.mark.parametrize(("amount", "text"), [(0.0, "$0.00"), (0.0123, "$0.0123"), (12.3456, "$12.35")])
def test_dollars(amount: float, text: str) -> None:
    assert dollars(amount) == text


def test_the_kept_list_knows_hosted_models() -> None:
    price = find_price(info("gpt-4.1-mini"))
    assert price is not None
    assert 0 < price.cached < price.input < price.output
    assert price.origin.startswith("genai-prices ")
    assert find_price(info("my-own-model")) is None


@pytest.mark.parametrize("engine", ["embedded", "scripted"])
def test_what_runs_here_costs_nothing(engine: str) -> None:
    price = find_price(info("m", engine))
    assert price is not None
    assert price.of(Usage(tokens_in=1000, tokens_out=1000)) == 0


@pytest.mark.parametrize(
    ("model", "expected"),
    [("m", (1, 0.5, 2)), ("my-7b", (3, 3, 4)), ("gpt-4.1-mini", (9, 9, 9))],
)
def test_the_callers_list_wins(tmp_path: Path, model: str, expected: tuple[float, ...]) -> None:
    file = tmp_path / "prices.json"
    listed = {
        "date": "2026-11-30",
        "my-*": {"input": 3.0, "output": 4.0},
        "m": {"input": 1.0, "cached": 0.5, "output": 2.0},
        "gpt-4.1-mini": {"input": 9.0, "output": 9.0},
    }
    file.write_text(json.dumps(listed))
    price = find_price(info(model), file)
    assert price is not None
    assert (price.input, price.cached, price.output) == expected
    assert price.origin == "prices.json, 2026-11-30"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("{", "is not JSON"),
        ("[]", "no object of models"),
        ('{"m": 3}', "wrong at m: it is no object"),
        ("[" * 100_000, "is not JSON"),
        ('{"m": {"input": -1, "output": 1}}', "wrong at m.input"),
        ('{"m": {"input": 1}}', "wrong at m.output"),
        ('{"m": {"input": 1, "output": NaN}}', "wrong at m.output"),
    ],
)
def test_a_list_that_is_none(tmp_path: Path, text: str, told: str) -> None:
    (tmp_path / "p.json").write_text(text)
    with pytest.raises(BadPrices, match=told):
        find_price(info("m"), tmp_path / "p.json")


def test_a_list_with_the_mark_that_windows_writes(tmp_path: Path) -> None:
    (tmp_path / "p.json").write_text('{"m": {"input": 1, "output": 2}}', encoding="utf-8-sig")
    price = find_price(info("m"), tmp_path / "p.json")
    assert price is not None
    assert price.output == 2


def test_a_list_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(BadPrices, match="cannot be read") as caught:
        find_price(info("m"), tmp_path / "p.json")
    assert isinstance(caught.value, SummariserError)
