"""Each row of the table "One call" of ``docs/faults.md``, against a server that does what it says."""

from __future__ import annotations

import contextlib
import logging
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from summariser import Article, Summariser, errors
from summariser.engines.base import Reply
from summariser.settings import Settings
from tests.fault import server
from tests.fault.cases import CASES, LIMIT_TEXT
from tests.fault.engine import KEY, Answer, outcome, request
from tests.fault.fault_table import rows
from tests.fault.server import Script, ok, serve
from tests.fault.writers import first_choice

TABLE = rows("One call")
ATTEMPTS, REASKS = 3, 1
ARTICLE = Article(
    "Rebels shelled the town of Idlib on Sunday, killing 3 people. Some 300 residents fled to a camp."
)
SPECIAL: dict[str, Callable[..., Any]] = {}
"""Rows whose fault is no answer of a server, and the tests that see them."""
ASKED = request(context={"numbers": {3, 12}}, logprobs=True)
OTHER_WAYS = {"another form", "other parameters"}


def sees(row: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Marks the test of a row that has no case."""

    def note(test: Callable[..., Any]) -> Callable[..., Any]:
        SPECIAL[row] = test
        return test

    return note


def test_every_row_has_a_test_and_every_test_a_row() -> None:
    assert not CASES.keys() & SPECIAL.keys()
    assert CASES.keys() | SPECIAL.keys() == TABLE.keys()


def cell(row: str, column: str) -> str:
    """What the table says; nothing where it lacks the row, which one test says for all."""
    return TABLE.get(row, {}).get(column, "")


def ends(result: Reply[Answer] | errors.SummariserError) -> str:
    """How the table calls it."""
    if isinstance(result, errors.SummariserError):
        return type(result).__name__
    return "an answer" if result.value is not None else "no answer"


def leads(result: Reply[Answer] | errors.SummariserError, script: Script | None = None) -> str:
    """What the engine did about it, by what it counted and sent; for an error, what a caller can do."""
    usage = result.details["usage"] if isinstance(result, errors.SummariserError) else vars_of(result)
    if usage["unconstrained"]:
        return "another form"
    if usage["retries"]:
        sent = {frozenset(asked.body) for asked in script.requests} if script is not None else set()
        return "other parameters" if len(sent) > 1 else "retry"
    if usage["reasks"]:
        return "re-ask"
    if isinstance(result, errors.ArticleTooLong | errors.ModelRefused):
        return "smaller pieces"
    if isinstance(result, errors.SummariserError):
        return "typed error"
    return "nothing" if result.value is not None else "smaller pieces"


def vars_of(reply: Reply[Answer]) -> dict[str, Any]:
    return {name: getattr(reply.usage, name) for name in type(reply.usage).__slots__}


@pytest.mark.parametrize("row", CASES)
async def test_a_fault_that_comes_once(row: str) -> None:
    case, told = CASES[row], TABLE[row]
    with serve(*case.once) as script:
        result = await outcome(script.base_url, ASKED, **{"attempts": ATTEMPTS, **case.patience})
    found = leads(result, script), str(len(script.requests)), ends(result)
    assert found == (told["leads to"], told["requests"], told["ends as"])
    check_error(result)
    check_prompts(script, told["leads to"])


@pytest.mark.parametrize("row", [row for row in CASES if cell(row, "if it lasts") != "-"])
async def test_a_fault_that_lasts(row: str) -> None:
    case, told = CASES[row], TABLE[row]
    attempts = int(case.patience.get("attempts", ATTEMPTS))
    with serve(case.always) as script:
        result = await outcome(script.base_url, ASKED, **{"attempts": attempts, **case.patience})
    assert ends(result) == told["if it lasts"]
    most = {"retry": attempts, "re-ask": 1 + REASKS, "another form": 4, "other parameters": 2}
    assert len(script.requests) == most.get(told["leads to"], 1)
    check_error(result)
    check_prompts(script, told["leads to"])


def check_error(result: object) -> None:
    """One line, what to do, and no secret."""
    if isinstance(result, errors.SummariserError):
        assert result.advice
        assert "\n" not in str(result)
        assert "secret" not in str(result)
        assert KEY not in repr(result.details)


def check_prompts(script: Script, lead: str) -> None:
    """What is sent again is the same to the byte; only what a model wrote is ever added to a question."""
    sent = [asked.raw for asked in script.requests]
    assert not [raw for raw in sent if LIMIT_TEXT.encode() in raw]
    if lead == "retry":
        assert len(set(sent)) == 1
    if lead == "re-ask":
        first, second = (asked.body["messages"] for asked in script.requests)
        assert second[:2] == first
        assert [turn["role"] for turn in second[2:]] in ([], ["assistant", "user"])


@pytest.mark.parametrize("row", [r for r in CASES if cell(r, "leads to") not in {"nothing"} | OTHER_WAYS])
def test_through_the_whole_pipeline(row: str, index_folder: Path) -> None:
    """The same faults, the model asked about a whole article in one call."""
    case, lead = CASES[row], TABLE[row]["leads to"]
    with serve(case.once[0], first_choice) as script:
        told = Settings(
            base_url=script.base_url,
            cache_dir=index_folder,
            attempts=ATTEMPTS,
            retry_seconds=20.0,
            first_wait_seconds=0.01,
            timeout_seconds=case.patience.get("timeout_seconds"),
        )
        with Summariser(settings=told) as summariser:
            if lead == "typed error":
                with pytest.raises(getattr(errors, TABLE[row]["ends as"])):
                    summariser.summarise(ARTICLE, "events")
                assert len(script.requests) == 1
                return
            summary = summariser.summarise(ARTICLE, "events")
    spent = summary.provenance
    assert (spent.retries, spent.reasks) == (int(lead == "retry"), int(lead == "re-ask"))
    assert spent.strategy == ("stepwise" if lead == "smaller pieces" else "single")
    assert [i.code for i in summary.issues if "step by step" in i.reason] == (
        ["no_answer"] if lead == "smaller pieces" else []
    )
    assert summary.events is not None
    assert len(summary.events.events) == 1
    check_prompts(script, lead)


@contextlib.contextmanager
def at_the_first_retry(act: Callable[[], object]) -> Iterator[None]:
    """Do something when the engine says that it will try again: an event, where a wait would be a guess."""

    class Listener(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            act()

    log, listener = logging.getLogger("summariser.engines.retrying"), Listener()
    level = log.level
    log.setLevel(logging.INFO)
    log.addHandler(listener)
    try:
        yield
    finally:
        log.removeHandler(listener)
        log.setLevel(level)


@sees("nobody-listens")
async def test_nobody_listens() -> None:
    told = TABLE["nobody-listens"]
    with serve(ok('{"dead": 3}')) as script:
        script.die()
        with at_the_first_retry(script.come_back):
            reply = await outcome(script.base_url, attempts=ATTEMPTS)
    assert (leads(reply), ends(reply)) == (told["leads to"], told["ends as"])
    assert isinstance(reply, Reply)
    assert str(reply.usage.retries + 1) == told["requests"]
    error = await outcome(server.free_address(), attempts=ATTEMPTS)
    assert ends(error) == told["if it lasts"]
    assert isinstance(error, errors.SummariserError)
    assert error.details["attempts"] == ATTEMPTS


@sees("tls-to-a-plain-port")
async def test_tls_to_a_plain_port() -> None:
    told = TABLE["tls-to-a-plain-port"]
    with serve(ok('{"dead": 3}')) as script:
        error = await outcome(script.base_url.replace("http://", "https://"))
    assert (leads(error), ends(error), ends(error)) == (
        told["leads to"],
        told["ends as"],
        told["if it lasts"],
    )
    assert isinstance(error, errors.SummariserError)
    assert str(error.details["attempts"]) == told["requests"]
    assert "http://" in error.advice
