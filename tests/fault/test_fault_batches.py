"""Each row of the table "A batch" of ``docs/faults.md``: ``summariser batch`` against such a server."""

from __future__ import annotations

import contextlib
import json
import sqlite3
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from summariser.cli import main
from summariser.settings import Settings
from tests.fault import server
from tests.fault.cases import LIMIT_TEXT, PAGE, TEMPERATURE_UNKNOWN, USAGE, date_in, limited, takes_only
from tests.fault.engine import KEY
from tests.fault.fault_table import rows
from tests.fault.server import (
    Behaviour,
    Handler,
    Script,
    as_bytes,
    as_json,
    by_turns,
    completion,
    fails,
    ok,
    once,
    serve,
)
from tests.fault.test_fault_table import at_the_first_retry
from tests.fault.writers import first_choice, is_whole

TABLE = rows("A batch")
TOWNS = ("Idlib", "Homs", "Aleppo", "Mosul", "Goma", "Bunia")
TIMES_OUT = {"SUMMARISER_TIMEOUT": "1", "SUMMARISER_ATTEMPTS": "2"}


def text(number: int) -> str:
    """An article: one call for its events, and one question where it is asked about step by step."""
    return (
        f"Rebels shelled the town of {TOWNS[number % 6]} on Sunday, killing {number + 2} people. "
        f"Some {100 * (number + 2)} residents fled to a camp."
    )


def is_about(handler: Handler, number: int) -> bool:
    """Whether a question is about an article."""
    return f"killing {number + 2} people" in json.dumps(handler.body)


def of(number: int, fault: Behaviour) -> Behaviour:
    """A fault whenever one article is asked about."""
    return lambda handler: (fault if is_about(handler, number) else first_choice)(handler)


def of_the_whole(fault: Behaviour) -> Behaviour:
    """A fault whenever an article is asked about in one call."""
    return lambda handler: (fault if is_whole(handler.body) else first_choice)(handler)


def of_forms(handler: Handler) -> None:
    """An endpoint that knows no JSON schema."""
    refusal = takes_only("json_object")(handler.body)
    (first_choice if refusal is None else fails(400, refusal))(handler)


def of_parameters(handler: Handler) -> None:
    """A model with a temperature of its own."""
    (TEMPERATURE_UNKNOWN if "temperature" in handler.body else first_choice)(handler)


def without_usage(handler: Handler) -> None:
    events = json.dumps({"events": []})
    as_json({**completion(events), "usage": None})(handler)


@dataclass(frozen=True)
class Scenario:
    """A row's server, and how the batch is called.

    Attributes:
        behaviour: What the server does, whatever comes.
        articles: How many there are.
        arguments: Beyond the usual ones.
        environment: Beyond the usual one.
        returns: Whether a server that died comes back at the first retry.
    """

    behaviour: Behaviour
    articles: int = 4
    arguments: tuple[str, ...] = ()
    environment: Mapping[str, str] | None = None
    returns: bool = False


PAID_FAULT = as_json({"error": {"message": "no"}, "usage": USAGE}, 500)
DECLINES = ok(None, refusal="I will not read this")
TOO_LONG = fails(400, code="context_length_exceeded")
CUT_OFF = ok('{"events": [{"sub_type": "Shel', finish_reason="length")
WRONG_FORM = fails(400, "response_format is not supported")
SCENARIOS: dict[str, Scenario] = {
    "every-second-call-limited": Scenario(by_turns(limited(Retry_After="0"), first_choice)),
    "limited-for-good": Scenario(limited()),
    "limited-for-a-day": Scenario(limited(Retry_After=date_in(86400))),
    "no-answer-in-time-for-one": Scenario(of(0, server.hangs), environment=TIMES_OUT),
    "fault-for-one": Scenario(of(0, fails(500))),
    "reset-for-one": Scenario(of(0, server.resets_mid_body)),
    "empty-choices-for-one": Scenario(of(0, as_json({**completion(None), "choices": []}))),
    "refused-for-one": Scenario(of(0, fails(400))),
    "dies-and-comes-back": Scenario(of(2, once(server.dies_before_the_answer, first_choice)), returns=True),
    "dies": Scenario(of(1, server.dies_before_the_answer), articles=15),
    "wrong-key": Scenario(fails(401)),
    "forbidden": Scenario(fails(403)),
    "wrong-path": Scenario(fails(404, "Not Found")),
    "wrong-model": Scenario(fails(404, "the model does not exist", code="model_not_found")),
    "redirects": Scenario(as_json({}, 307, Location="/v2/chat/completions")),
    "login-page-midway": Scenario(of(2, as_bytes(PAGE, "text/html"))),
    "no-json-schema": Scenario(of_forms),
    "no-form-at-all": Scenario(WRONG_FORM),
    "no-temperature": Scenario(of_parameters),
    "lone-surrogates": Scenario(ok('{"events": [{"sub_type": "\udc80"}]}')),
    "faults-with-usage": Scenario(PAID_FAULT, arguments=("--max-tokens", "30")),
    "too-long-in-one-call": Scenario(of_the_whole(TOO_LONG)),
    "too-long-in-pieces": Scenario(TOO_LONG),
    "declined-in-one-call": Scenario(of_the_whole(DECLINES)),
    "declined-in-pieces": Scenario(DECLINES),
    "cut-off-in-one-call": Scenario(of_the_whole(CUT_OFF)),
    "cut-off-in-pieces": Scenario(ok('{"counts": "m', finish_reason="length")),
    "never-valid": Scenario(ok("I cannot say.")),
    "no-usage": Scenario(without_usage),
    "no-usage-and-a-limit": Scenario(without_usage, arguments=("--max-tokens", "100000")),
}


@dataclass
class Batch:
    """A folder with an input, and the command over it."""

    folder: Path

    @property
    def output(self) -> Path:
        return self.folder / "out.jsonl"

    def run(self, script: Script, *arguments: str) -> int:
        source = str(self.folder / "in.jsonl")
        always = ("--kind", "events", "--concurrency", "1", "--base-url", script.base_url)
        return main(["batch", source, str(self.output), *always, *arguments])

    def records(self) -> list[dict[str, Any]]:
        if not self.output.exists():
            return []
        return [json.loads(line) for line in self.output.read_text().splitlines()]


@pytest.fixture
def batch(tmp_path: Path, index_folder: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[Scenario], Batch]:
    plain = Settings.from_environment

    def make(scenario: Scenario) -> Batch:
        lines = [json.dumps({"id": f"a{n}", "text": text(n)}) + "\n" for n in range(scenario.articles)]
        (tmp_path / "in.jsonl").write_text("".join(lines))
        surroundings = {
            "SUMMARISER_CACHE_DIR": str(index_folder),
            "SUMMARISER_ATTEMPTS": "3",
            "OPENAI_API_KEY": KEY,
            **(scenario.environment or {}),
        }
        for name, value in surroundings.items():
            monkeypatch.setenv(name, value)
        monkeypatch.setattr(
            Settings, "from_environment", lambda *given: plain(*given, first_wait_seconds=0.01)
        )
        return Batch(tmp_path)

    return make


def test_every_row_has_a_scenario_and_every_scenario_a_row() -> None:
    assert SCENARIOS.keys() == TABLE.keys()


@pytest.mark.parametrize("row", SCENARIOS)
def test_a_batch(row: str, batch: Callable[[Scenario], Batch], capfd: pytest.CaptureFixture[str]) -> None:
    scenario, told = SCENARIOS[row], TABLE[row]
    made = batch(scenario)
    with serve(scenario.behaviour) as script:
        returning = at_the_first_retry(script.come_back) if scenario.returns else contextlib.nullcontext()
        with returning:
            code = made.run(script, *scenario.arguments)
    records = made.records()
    done = sum("summary" in r for r in records)
    numbers = done, len(records) - done, scenario.articles - len(records)
    assert (*map(str, numbers), str(code)) == (told["done"], told["failed"], told["left"], told["exit code"])
    assert described(records, told["the first record"]) == told["the first record"]
    assert not [r for r in script.requests if LIMIT_TEXT.encode() in r.raw]
    shown = capfd.readouterr().err + made.output.read_text() if records else capfd.readouterr().err
    assert KEY not in shown
    if numbers[2]:
        assert "go on with --resume" in shown


def described(records: list[dict[str, Any]], told: str) -> str:
    """The first record in the table's terms: its error, or of its provenance what the table speaks of."""
    if not records:
        return "-"
    if "error" in records[0]:
        return str(records[0]["error"]["kind"])
    summary = records[0]["summary"]
    codes = {issue["code"] for issue in summary["issues"]}
    facts = {
        **summary["provenance"],
        "no_answer": "no_answer" in codes,
        "events": len(summary["events"]["events"]),
    }
    names = [part.partition("=")[0] for part in told.split()]
    return " ".join(f"{name}={facts.get(name)}" for name in names)


def test_what_stopped_a_batch_costs_nothing_twice(batch: Callable[[Scenario], Batch]) -> None:
    """The login page goes away: the next run asks about what is left, and about nothing else."""
    made = batch(SCENARIOS["login-page-midway"])
    with serve(of(2, once(as_bytes(PAGE, "text/html"), first_choice))) as script:
        assert made.run(script) == 2
        asked = len(script.requests)
        assert made.run(script, "--resume") == 0
    assert [r["id"] for r in made.records()] == ["a0", "a1", "a2", "a3"]
    assert (asked, len(script.requests)) == (3, 5)


def test_what_a_failed_article_cost_is_in_the_store(batch: Callable[[Scenario], Batch]) -> None:
    """One answer in one call and one about a piece, both declined and both paid for."""
    made = batch(SCENARIOS["declined-in-pieces"])
    with serve(DECLINES) as script:
        assert made.run(script) == 5
    with contextlib.closing(sqlite3.connect(made.folder / "out.jsonl.store")) as store:
        spent = store.execute("SELECT calls, tokens_in, tokens_out FROM results").fetchall()
    assert spent == [(2, 20, 6)] * 4
    assert len(script.requests) == 8


def test_a_rate_limit_under_load(batch: Callable[[Scenario], Batch]) -> None:
    """429 on every second call, six articles in flight: each gets through, and each 429 is counted."""
    made = batch(Scenario(first_choice, articles=6, environment={"SUMMARISER_ATTEMPTS": "20"}))
    with serve(by_turns(limited(), first_choice)) as script:
        assert made.run(script, "--concurrency", "6") == 0
    spent = [r["summary"]["provenance"] for r in made.records()]
    assert [p["calls"] for p in spent] == [1] * 6
    assert sum(p["retries"] for p in spent) == len(script.requests) - 6 == 6
    assert not [r for r in script.requests if LIMIT_TEXT.encode() in r.raw]


@pytest.mark.parametrize(
    ("fault", "code"),
    [
        (fails(401), 3),
        (fails(404, "Not Found"), 2),
        (fails(500), 3),
        (fails(400), 3),
        (TOO_LONG, 2),
        (DECLINES, 3),
    ],
    ids=["key", "path", "fault", "malformed", "too-long", "declined"],
)
def test_one_article_by_the_command_line(
    fault: Behaviour, code: int, batch: Callable[[Scenario], Batch], capfd: pytest.CaptureFixture[str]
) -> None:
    made = batch(Scenario(fault))
    (made.folder / "article.txt").write_text(text(0))
    with serve(fault) as script:
        command = [
            "summarise",
            str(made.folder / "article.txt"),
            "--kind",
            "events",
            "--base-url",
            script.base_url,
        ]
        assert main(command) == code
    (line,) = capfd.readouterr().err.splitlines()
    assert line.startswith("summariser: ")
    assert KEY not in line
