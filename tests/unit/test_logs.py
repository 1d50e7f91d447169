"""What the library logs: quiet by itself, one line an event whatever comes from outside, and never a text."""

from __future__ import annotations

import ast
import asyncio
import logging
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from answers import agree

from summariser import logs
from summariser.api import Summariser
from summariser.articles import Article
from summariser.budgets import Budget, Limits
from summariser.engines.scripted import ScriptedEngine
from summariser.errors import BudgetSpent, RateLimited, ServerFault
from summariser.logs import bound, clean, tell
from summariser.normalise.places import PlaceResolver
from summariser.settings import Settings
from tests.unit.canary import ARTICLE, echo, leaks

RAID = Article(
    "Jets struck the port of Dorra on Sunday, killing at least 12 dockers and wounding 30, police said. "
    "Some 1,200 families fled to Karsa. They need water and food, UNHCR warned.\n\n"
    "Boko Haram was near the village on Monday: 12 people were killed in an attack.",
    published=date(2025, 11, 18),
)
QUIET = Article("It rained all day and the road was wet.")
log = logging.getLogger("summariser.tests")
Make = Callable[..., Summariser]


@pytest.fixture
def make(resolver: PlaceResolver) -> Make:
    def made(engine: Any = None) -> Summariser:
        face = Summariser(engine=engine or ScriptedEngine(agree), settings=Settings())
        face._resolver = resolver
        return face

    return made


@pytest.fixture
def records() -> Iterator[list[logging.LogRecord]]:
    """What is logged from here on, at every level."""
    found: list[logging.LogRecord] = []
    ours, handler = logging.getLogger("summariser"), logging.Handler()
    handler.emit = found.append  # type: ignore[method-assign]
    ours.addHandler(handler)
    ours.setLevel(logging.DEBUG)
    yield found
    ours.setLevel(logging.NOTSET)
    ours.removeHandler(handler)


def named(records: list[logging.LogRecord], event: str) -> list[Any]:
    return [r for r in records if getattr(r, "event", None) == event]


class TestTell:
    def test_fields_stand_in_the_text_and_on_the_record(self, records: list[logging.LogRecord]) -> None:
        tell(log, logging.INFO, "it.happened", model="m 1", tokens=3, seconds=1.23456, ok=True, gone=None)
        (record,) = records
        assert record.getMessage() == 'it.happened model="m 1" tokens=3 seconds=1.235 ok=true'
        assert (record.event, record.model, record.tokens, record.seconds) == ("it.happened", "m 1", 3, 1.235)
        assert not hasattr(record, "gone")
        assert record.funcName == "test_fields_stand_in_the_text_and_on_the_record"

    def test_a_percent_sign_is_no_format(self, records: list[logging.LogRecord]) -> None:
        tell(log, logging.INFO, "it.happened", file="50%s off %d.txt")
        assert records[0].getMessage() == 'it.happened file="50%s off %d.txt"'

    def test_nothing_is_worked_out_where_nobody_listens(self, caplog: pytest.LogCaptureFixture) -> None:
        class Loud(str):
            def isprintable(self) -> bool:
                raise AssertionError("looked at")

        caplog.set_level(logging.WARNING, logger="summariser")
        tell(log, logging.INFO, "it.happened", model=Loud("m"))
        assert not caplog.records

    def test_bound_fields_follow_into_tasks_and_threads(self, records: list[logging.LogRecord]) -> None:
        async def one(number: int) -> None:
            with bound(index=number):
                await asyncio.sleep(0)
                await asyncio.to_thread(tell, log, logging.INFO, "it.happened", number=number)

        async def all_of_them() -> None:
            await asyncio.gather(*map(one, range(20)))

        asyncio.run(all_of_them())
        assert sorted(r.index for r in records) == list(range(20))
        assert all(r.index == r.number for r in records)
        tell(log, logging.INFO, "it.happened")
        assert not hasattr(records[-1], "index"), "they end with the block"


class TestForgery:
    @pytest.mark.parametrize(
        "hostile",
        [
            "a.txt\n2026-01-01T00:00:00.000Z INFO engine key.leaked",
            "a\rb",
            "a\x1b[2J\x1b]0;title\x07",
            "a\u2028b\u2029c\x85d\x0be",
            "a\u202eb\u2066c",
            "a\x00b\x7fc\x9bd",
            "lone \ud800 surrogate",
        ],
    )
    def test_one_line_that_no_terminal_obeys(self, records: list[logging.LogRecord], hostile: str) -> None:
        tell(log, logging.INFO, "it.happened", file=hostile)
        (record,) = records
        for text in (record.getMessage(), record.file):
            assert text.isprintable()
            assert len(text.splitlines()) == 1
            assert text.encode()

    def test_no_field_can_be_forged(self, records: list[logging.LogRecord]) -> None:
        tell(log, logging.INFO, "it.happened", file='x" model="evil', path='y\\" model=evil')
        assert records[0].getMessage() == (r'it.happened file="x\" model=\"evil" path="y\\\" model=evil"')
        assert not hasattr(records[0], "model")

    def test_long_text_is_cut_and_a_password_hidden(self) -> None:
        assert clean("x" * 1000) == "x" * 200 + "…"
        assert (
            clean("see https://me:secret@host/simple/ and http://t0k@b")
            == "see https://***@host/simple/ and http://***@b"
        )

    def test_a_new_line_is_an_escape(self) -> None:
        assert clean("a\nb") == r"a\nb"


class TestQuiet:
    def test_a_program_that_asks_for_nothing_hears_nothing(self) -> None:
        code = (
            "import logging; from summariser import logs\n"
            "import summariser\n"
            "logs.tell(logging.getLogger('summariser.x'), logging.WARNING, 'it.happened')\n"
            "root = logging.getLogger()\n"
            "assert not root.handlers and root.level == logging.WARNING\n"
            "ours = logging.getLogger('summariser')\n"
            "assert ours.level == logging.NOTSET and ours.propagate\n"
            "assert [type(h) for h in ours.handlers] == [logging.NullHandler]\n"
        )
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
        assert (done.returncode, done.stdout, done.stderr) == (0, "", "")

    def test_a_programs_own_configuration_is_respected(self) -> None:
        code = (
            "import logging, logging.config\n"
            "from summariser import logs\n"
            "logging.basicConfig(level=logging.INFO, format='%(levelname)s:%(name)s:%(message)s:%(event)s')\n"
            "logging.getLogger('summariser.engines').setLevel(logging.ERROR)\n"
            "logs.tell(logging.getLogger('summariser.api'), logging.INFO, 'heard', seconds=1.0)\n"
            "logs.tell(logging.getLogger('summariser.api'), logging.DEBUG, 'too.low')\n"
            "logs.tell(logging.getLogger('summariser.engines.calls'), logging.INFO, 'switched.off')\n"
        )
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
        assert done.stderr == "INFO:summariser.api:heard seconds=1.0:heard\n"


class TestEvents:
    def test_an_article(self, make: Make, records: list[logging.LogRecord]) -> None:
        summary = make().summarise(RAID)
        (begun,), (done,) = named(records, "article.begun"), named(records, "article.done")
        assert begun.article == done.article == RAID.sha256[:12]
        assert begun.characters == len(RAID.text)
        cost = summary.provenance
        assert summary.events is not None
        assert (done.events, done.issues) == (len(summary.events.events), len(summary.issues))
        assert done.facts >= 2
        assert (done.calls, done.tokens_in, done.tokens_out) == (cost.calls, cost.tokens_in, cost.tokens_out)
        calls = named(records, "call.done")
        assert len(calls) == cost.calls > 0
        assert sum(c.tokens_in for c in calls) == cost.tokens_in
        assert {c.article for c in calls} == {done.article}
        assert all(c.finish == "stop" and c.seconds >= 0 and c.model == "scripted" for c in calls)
        steps = [r.step for r in named(records, "step.done")]
        assert steps[0] == "read"
        assert set(steps) >= {"read", "topic", "figures", "events", "facts", "verify", "narrative"}
        assert all(r.levelno == logging.DEBUG for r in named(records, "step.done"))

    def test_what_fails(self, make: Make, records: list[logging.LogRecord]) -> None:
        def broken(_: object) -> Any:
            raise ServerFault("The server said: 4,217 dead", "Later")

        with pytest.raises(ServerFault):
            make(ScriptedEngine(broken)).summarise(RAID)
        (failed,) = named(records, "article.failed")
        assert failed.error == "ServerFault"
        assert named(records, "call.failed")[0].error == "ServerFault"
        assert not named(records, "article.done")

    def test_a_fault_of_ours_says_where(self, make: Make, records: list[logging.LogRecord]) -> None:
        def broken(_: object) -> Any:
            raise ZeroDivisionError(RAID.text)

        (outcome,) = make(ScriptedEngine(broken)).summarise_many([RAID])
        assert outcome.error is not None
        (fault,) = named(records, "article.fault")
        assert fault.error == "ZeroDivisionError"
        assert fault.where.startswith("test_logs.py:")

    def test_what_is_sent_back(self, make: Make, records: list[logging.LogRecord]) -> None:
        make(ScriptedEngine(lambda request: '{"kind": "none of these"}')).summarise(RAID)
        back, invalid = named(records, "answer.sent_back"), named(records, "answer.invalid")
        assert back
        assert invalid
        assert all(
            set(r.problems.split(",")) <= {"literal_error", "missing", "extra_forbidden"} for r in back
        )
        assert [c.reask for c in named(records, "call.done")][:2] == [0, 1]

    def test_a_stream(self, make: Make, records: list[logging.LogRecord], tmp_path: Any) -> None:
        store = tmp_path / "work\nstore"
        for _ in range(2):
            assert all(o.summary for o in make().summarise_many([RAID, QUIET], store=store))
        opened = named(records, "store.opened")
        assert [(r.is_new, r.results) for r in opened] == [(True, 0), (False, 2)]
        assert opened[0].path.endswith(r"work\nstore")
        first, second = named(records, "stream.done")
        assert (first.done, first.reused, first.failed) == (2, 0, 0)
        assert (second.done, second.reused, second.failed) == (0, 2, 0)
        assert sorted(r.index for r in named(records, "article.done")) == [0, 1]
        assert sorted(r.index for r in named(records, "article.reused")) == [0, 1]

    def test_a_budget_is_told_once(self, make: Make, records: list[logging.LogRecord]) -> None:
        face = make()
        budget = Budget(Limits(tokens=1))
        with pytest.raises(BudgetSpent):
            list(face.summarise_many([RAID] * 5, concurrency=3, budget=budget))
        (reached,) = named(records, "budget.reached")
        assert reached.limit == "the limit of 1 tokens"
        assert reached.tokens_in > 0
        assert named(records, "stream.done")[0].error == "BudgetSpent"


class TestNoText:
    """At no level, whatever happens."""

    @pytest.mark.parametrize(
        "script", [agree, echo, lambda _: "{}", lambda r: RateLimited(echo(r), "Wait", raw=echo(r))]
    )
    def test_no_word_of_the_article_no_answer_no_key(
        self, make: Make, records: list[logging.LogRecord], caplog: pytest.LogCaptureFixture, script: Any
    ) -> None:
        caplog.set_level(logging.DEBUG)
        (outcome,) = make(ScriptedEngine(script)).summarise_many([ARTICLE])
        assert named(records, "call.done") or named(records, "call.failed"), "the model was asked"
        assert outcome.error is not None or leaks(str(outcome.summary)), "the canaries are there to be found"
        bare = vars(logging.makeLogRecord({}))
        for record in records:
            fields = {name: value for name, value in vars(record).items() if name not in bare}
            assert not leaks(f"{record.getMessage()} {fields} {record.exc_info}")
        # asyncio's debug lines hold no text; what is left is ours, and what the libraries below us say.
        assert not leaks(caplog.text)

    def test_what_instructor_says_to_others_is_left_alone(self, caplog: pytest.LogCaptureFixture) -> None:
        loggers = [n for n in logging.root.manager.loggerDict if n.startswith("instructor.")]
        assert any("retry" in name for name in loggers)
        logging.getLogger(next(name for name in loggers if "retry" in name)).error("to others")
        assert "to others" in caplog.text


def test_no_field_has_the_name_of_an_attribute_of_records() -> None:
    """`logging` refuses them, and would only do so where somebody listens."""
    taken = set(vars(logging.makeLogRecord({}))) | {"message", "asctime", "event"}
    found = []
    for path in Path(logs.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", getattr(node.func, "attr", "")) in {
                "tell", "_tell", "bound",
            }:  # fmt: skip
                found += [(path.name, k.arg) for k in node.keywords]
    assert len(found) > 50
    assert not [field for field in found if field[1] in taken]
