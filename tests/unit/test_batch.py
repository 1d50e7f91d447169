"""A batch: every article once, what is done is not done again, and a stop loses nothing."""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import queue
import signal
import sqlite3
import stat
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pyarrow.parquet
import pytest

from summariser import api, cli_batch, files
from summariser.api import Summariser
from summariser.articles import Article
from summariser.batch import BatchOptions, BatchState, Limits, outputs, run_batch, store_beside
from summariser.batch.outputs import alone_with
from summariser.cli import main
from summariser.engines.base import Engine, Request
from summariser.engines.scripted import AnswerFunction, ScriptedEngine
from summariser.errors import (
    BudgetSpent,
    ConfigurationError,
    ConnectionRefused,
    DiskFull,
    EngineCrashed,
    EngineTimeout,
    InputError,
    KeyRefused,
    OutputExists,
)
from summariser.schemas import Summary
from summariser.settings import Settings

TOWNS = ("Idlib", "Homs", "Aleppo", "Mosul", "Goma", "Bunia", "Tripoli", "Kharkiv")
NO_ANSWER = "{}"
"""What the scripted model says: nothing valid, so that the rules alone speak."""


def text(number: int) -> str:
    """An article that brings about exactly one question and its re-ask."""
    return (
        f"Rebels shelled the town of {TOWNS[number % 8]} on Sunday, killing {number + 2} people. "
        f"Some {100 * (number + 2)} residents fled to a camp."
    )


def write(path: Path, count: int, **more: Any) -> Path:
    lines = [{"id": f"a{n}", "text": text(n), "published": "2024-03-05", **more} for n in range(count)]
    path.write_text("".join(json.dumps(line) + "\n" for line in lines))
    return path


def read(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text().splitlines()]


class Batch:
    """A folder, an input of some articles, and a scripted model."""

    def __init__(self, folder: Path, cache: Path) -> None:
        self.folder, self.cache = folder, cache
        self.input, self.output = folder / "in.jsonl", folder / "out.jsonl"
        self.asked: list[str] = []

    def engine(self, act: AnswerFunction | None = None, model: str = "scripted") -> Engine:
        def answer(request: Request[Any]) -> Any:
            self.asked.append(request.step)
            return NO_ANSWER if act is None else act(request)

        return ScriptedEngine(answer, model=model)

    def run(
        self,
        act: AnswerFunction | None = None,
        *,
        stop: threading.Event | None = None,
        inputs: list[Path] | None = None,
        model: str = "scripted",
        **options: Any,
    ) -> BatchState:
        options.setdefault("concurrency", 2)
        self.asked.clear()
        settings = Settings(cache_dir=self.cache)
        with Summariser(engine=self.engine(act, model), settings=settings) as summariser:
            return run_batch(
                inputs or [self.input], self.output, BatchOptions(**options), summariser=summariser, stop=stop
            )


@pytest.fixture
def batch(tmp_path: Path, index_folder: Path) -> Batch:
    return Batch(tmp_path, index_folder)


def counts(state: BatchState) -> tuple[int, int, int, int]:
    return state.done, state.reused, state.failed, state.left


def test_each_article_once_in_the_order_of_the_input(batch: Batch) -> None:
    write(batch.input, 6)
    state = batch.run()
    assert counts(state) == (6, 0, 0, 0)
    assert state.stopped is None
    found = read(batch.output)
    assert [r["id"] for r in found] == [f"a{n}" for n in range(6)]
    for number, record in enumerate(found):
        assert record["place"] == f"{batch.input.as_posix()}:{number + 1}"
        summary = Summary.model_validate(record["summary"])
        assert summary.events is not None
        assert summary.events.events[0].fatalities[0].value == number + 2
        assert summary.provenance.seconds == 0
        assert not any(step.seconds for step in summary.provenance.steps)
        assert summary.provenance.cost_usd == 0
        assert text(number) not in json.dumps(record)


def test_a_rerun_costs_nothing_and_gives_the_same_bytes(batch: Batch) -> None:
    write(batch.input, 5)
    batch.run(concurrency=1)
    before = batch.output.read_bytes()
    state = batch.run(resume=True, concurrency=4)
    assert batch.asked == []
    assert counts(state) == (5, 5, 0, 0)
    assert state.budget.spent.calls == 0
    assert batch.output.read_bytes() == before


def test_exactly_what_changed_is_done_anew(batch: Batch) -> None:
    write(batch.input, 5)
    batch.run()
    lines = read(batch.input)
    lines[2]["text"] = text(9)
    lines[3]["published"] = "2024-03-06"
    lines[4]["id"] = "renamed"
    batch.input.write_text("".join(json.dumps(line) + "\n" for line in lines))
    assert counts(batch.run(resume=True)) == (5, 3, 0, 0)
    assert [r["id"] for r in read(batch.output)] == ["a0", "a1", "a2", "a3", "renamed"]
    assert counts(batch.run(resume=True, model="another")) == (5, 0, 0, 0)
    assert counts(batch.run(resume=True, kind="events")) == (5, 0, 0, 0)
    assert counts(batch.run(resume=True)) == (5, 5, 0, 0)  # the first results are there still


def test_bad_rows_and_repeated_ids_are_listed_and_stop_nothing(batch: Batch) -> None:
    lines = [
        json.dumps({"id": "a", "text": text(1)}),
        "{broken",
        json.dumps({"id": "a", "text": text(2)}),
        json.dumps({"id": "b"}),
        json.dumps({"id": "c", "text": text(1)}),  # the text of "a" again
    ]
    batch.input.write_text("\n".join(lines))
    state = batch.run(errors=batch.folder / "bad.jsonl")
    assert counts(state) == (2, 0, 3, 0)
    assert state.total == 5
    found = read(batch.output)
    assert [r.get("error", {}).get("kind") for r in found] == [None, "BadRow", "DuplicateId", "BadRow", None]
    assert found[0]["summary"] == found[4]["summary"]
    assert batch.asked.count("figures") == 2  # one question and its re-ask: the same text is read once
    assert read(batch.folder / "bad.jsonl") == [r for r in found if "error" in r]
    assert all(r["error"]["advice"] for r in found if "error" in r)


def test_an_article_that_fails_is_kept_as_failed_and_tried_again(batch: Batch) -> None:
    write(batch.input, 4)

    def refuse_second(request: Request[Any]) -> Any:
        if "killing 3" in request.messages[-1].content or "300 residents" in request.messages[-1].content:
            raise EngineTimeout("No answer in time", "Try again")
        return NO_ANSWER

    assert counts(batch.run(refuse_second)) == (3, 0, 1, 0)
    assert read(batch.output)[1]["error"] == {
        "kind": "EngineTimeout", "message": "No answer in time", "advice": "Try again",
    }  # fmt: skip
    assert counts(batch.run(resume=True)) == (4, 3, 0, 0)
    assert [("summary" in r) for r in read(batch.output)] == [True] * 4


def test_an_output_that_is_there_is_refused_with_what_to_do(batch: Batch) -> None:
    write(batch.input, 1)
    batch.output.write_text("mine")
    with pytest.raises(OutputExists, match="--resume"):
        batch.run()
    assert batch.output.read_text() == "mine"
    assert not store_beside(batch.output).exists()


def test_the_output_as_parquet(batch: Batch) -> None:
    batch.input.write_text(json.dumps({"id": "a", "text": text(1)}) + "\n{broken")
    batch.output = batch.folder / "out.parquet"
    batch.run()
    first, second = pyarrow.parquet.read_table(batch.output).to_pylist()
    assert Summary.model_validate_json(first["summary"]).events is not None
    assert (first["id"], first["error_kind"]) == ("a", None)
    assert (second["summary"], second["error_kind"]) == (None, "BadRow")
    before = batch.output.read_bytes()
    batch.run(resume=True)
    assert batch.output.read_bytes() == before


def test_the_seconds_as_measured(batch: Batch) -> None:
    write(batch.input, 1)
    batch.run(timings=True)
    assert read(batch.output)[0]["summary"]["provenance"]["seconds"] > 0


@pytest.mark.parametrize(
    ("output", "told"),
    [
        ("out.txt", "does not end in .jsonl or .parquet"),
        ("in.jsonl", "is an input"),
        ("no/out.jsonl", "its folder"),
    ],
)
def test_an_output_that_cannot_be(batch: Batch, output: str, told: str) -> None:
    write(batch.input, 1)
    batch.output = batch.folder / output
    with pytest.raises(ConfigurationError, match=told):
        batch.run(resume=True)


@pytest.mark.parametrize("name", ["in.jsonl", "out.jsonl"])
def test_a_store_that_is_something_else(batch: Batch, name: str) -> None:
    write(batch.input, 1)
    with pytest.raises(ConfigurationError, match="Name another store"):
        batch.run(store=batch.folder / name)


def test_failures_and_output_are_not_one_file(batch: Batch) -> None:
    write(batch.input, 1)
    with pytest.raises(ConfigurationError, match="is the output as well"):
        batch.run(errors=batch.output)
    assert not batch.output.exists()


@pytest.mark.parametrize("where", ["out.jsonl", "bad.jsonl"])
def test_a_file_that_no_batch_wrote_is_never_overwritten(batch: Batch, where: str) -> None:
    write(batch.input, 1)
    mine, errors = batch.folder / where, batch.folder / "bad.jsonl"
    mine.write_text('{"id": 1, "text": "mine"}\n')
    with pytest.raises(OutputExists, match=f"{where} is there already"):
        batch.run(errors=errors)
    with pytest.raises(OutputExists, match=f"{where} was not written by a batch"):
        batch.run(errors=errors, resume=True)
    assert mine.read_text() == '{"id": 1, "text": "mine"}\n'
    assert batch.asked == []


def test_what_a_batch_wrote_is_replaced_by_the_next(batch: Batch) -> None:
    write(batch.input, 2)
    with batch.input.open("a") as file:
        file.write("{broken\n")
    errors = batch.folder / "bad.jsonl"
    batch.run(errors=errors)
    before = batch.output.read_bytes(), errors.read_bytes()
    with pytest.raises(OutputExists):
        batch.run(errors=errors)
    batch.run(errors=errors, resume=True)
    assert (batch.output.read_bytes(), errors.read_bytes()) == before
    write(batch.input, 2)
    for _ in range(2):  # then there is no failure, and the file is empty
        batch.run(errors=errors, resume=True)
        assert errors.read_bytes() == b""


def test_a_table_that_no_batch_wrote_is_never_overwritten(batch: Batch) -> None:
    write(batch.input, 1)
    batch.output = batch.folder / "out.parquet"
    pyarrow.parquet.write_table(pyarrow.table({"id": ["mine"]}), batch.output)
    with pytest.raises(OutputExists, match="was not written by a batch"):
        batch.run(resume=True)
    batch.output.write_text("nor is this")
    with pytest.raises(OutputExists, match="was not written by a batch"):
        batch.run(resume=True)


def test_failures_are_no_input_and_no_store(batch: Batch) -> None:
    write(batch.input, 1)
    before = batch.input.read_bytes()
    with pytest.raises(ConfigurationError, match="is an input as well"):
        batch.run(errors=batch.input, resume=True)
    with pytest.raises(ConfigurationError, match="Name another store"):
        batch.run(errors=batch.folder / "x.jsonl", store=batch.folder / "x.jsonl")
    assert batch.input.read_bytes() == before


def test_a_store_that_the_next_run_would_read_as_an_article(batch: Batch) -> None:
    (articles := batch.folder / "articles").mkdir()
    (articles / "a.txt").write_text(text(1))
    with pytest.raises(ConfigurationError, match="Name another store"):
        batch.run(inputs=[articles], store=articles / "work.txt")
    batch.run(inputs=[articles], store=articles / "work.store")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_an_output_that_is_a_pipe_is_not_replaced(batch: Batch) -> None:
    write(batch.input, 1)
    os.mkfifo(batch.output)
    with pytest.raises(ConfigurationError, match="is a pipe or a device"):
        batch.run(resume=True)


@pytest.mark.parametrize("of", ["output", "errors", "store"])
@pytest.mark.parametrize(
    "name", ["circle.jsonl", "long/" * 2000 + "a.jsonl", "nul\0.jsonl", "pipe.jsonl", "."]
)
def test_names_that_no_file_can_have(
    batch: Batch, command: Callable[..., int], capfd: pytest.CaptureFixture[str], name: str, of: str
) -> None:
    write(batch.input, 1)
    (batch.folder / "circle.jsonl").symlink_to("circle.jsonl")
    os.mkfifo(batch.folder / "pipe.jsonl")
    path = batch.folder / name
    if of == "output":
        batch.output = path
    assert command("--resume", *([] if of == "output" else [f"--{of}", str(path)])) == 2
    (line,) = capfd.readouterr().err.splitlines()
    assert len(line) < 500
    assert batch.asked == []


def test_its_own_files_do_not_count_as_passed_over(batch: Batch) -> None:
    (folder := batch.folder / "articles").mkdir()
    (folder / "a.txt").write_text(text(1))
    (folder / "table.xlsx").touch()
    batch.output = folder / "out.jsonl"
    for _ in range(2):
        assert batch.run(inputs=[folder], errors=folder / "bad.jsonl", resume=True).passed_over == 1


def test_two_batches_do_not_write_one_output(batch: Batch) -> None:
    write(batch.input, 1)
    errors, lock = batch.folder / "bad.jsonl", batch.folder / ".out.jsonl.lock"
    for held in (batch.output, errors):
        with alone_with(held), pytest.raises(ConfigurationError, match=f"is at work on .*{held.name}"):
            batch.run(errors=errors, store=batch.folder / "other.store")
        assert not list(batch.folder.glob(".*"))
    lock.touch()  # left behind by one that was killed
    batch.run(errors=errors)
    assert not list(batch.folder.glob(".*"))


@pytest.mark.parametrize("another", [False, True])
def test_a_lock_that_was_taken_away_is_no_lock(
    batch: Batch, monkeypatch: pytest.MonkeyPatch, another: bool
) -> None:
    real = outputs.exclusive

    @contextlib.contextmanager
    def late(path: Path, refuse: Callable[[], None]) -> Iterator[Any]:
        with real(path, refuse) as held:
            path.unlink()  # as its holder did, between our opening and our locking it
            if another:
                path.touch()
            yield held

    monkeypatch.setattr(outputs, "exclusive", late)
    with pytest.raises(ConfigurationError, match="is at work on"), alone_with(batch.output):
        pass


# Damage


def spoil(store: Path, change: str) -> None:
    with contextlib.closing(sqlite3.connect(store)) as connection, connection:
        connection.execute(f"UPDATE results SET {change}")


def test_damaged_results_are_done_again(
    batch: Batch, command: Callable[..., int], capfd: pytest.CaptureFixture[str]
) -> None:
    write(batch.input, 4)
    batch.run()
    before = batch.output.read_bytes()
    spoil(store_beside(batch.output), "summary = x'00' WHERE rowid IN (2, 3)")
    batch.asked.clear()
    assert command("--resume") == 0
    assert "results in the store that could not be read, and were not used: 2" in capfd.readouterr().err
    assert batch.asked.count("figures") == 4  # two articles, one question and its re-ask each
    assert batch.output.read_bytes() == before
    assert batch.run(resume=True).damaged == 0


def test_damaged_results_that_a_stopped_run_did_not_get_to_are_left(batch: Batch) -> None:
    write(batch.input, 3)
    batch.run()
    before = batch.output.read_bytes()
    spoil(store_beside(batch.output), "summary = NULL, error = 'x' WHERE rowid = 2")
    stop = threading.Event()
    stop.set()
    state = batch.run(resume=True, stop=stop)
    assert counts(state) == (2, 2, 0, 1)
    assert len(read(batch.output)) == 2
    batch.run(resume=True)
    assert batch.output.read_bytes() == before


def test_damaged_results_are_told_to_python(batch: Batch, caplog: pytest.LogCaptureFixture) -> None:
    path = batch.folder / "work.store"
    settings = Settings(cache_dir=batch.cache)
    with Summariser(engine=batch.engine(), settings=settings) as summariser:
        first = list(summariser.summarise_many([Article(text(1))], store=path))
        assert "damaged" not in caplog.text
        spoil(path, "summary = x'00'")
        second = list(summariser.summarise_many([Article(text(1))], store=path))
    assert "work.store not_used=1" in caplog.text
    assert not second[0].reused
    assert first[0].summary is not None
    assert second[0].summary is not None
    assert second[0].summary.events == first[0].summary.events


def test_inputs_without_an_article_take_no_output_away(batch: Batch) -> None:
    write(batch.input, 2)
    batch.run()
    before = batch.output.read_bytes()
    batch.input.write_text("")
    (empty := batch.folder / "empty").mkdir()
    with pytest.raises(InputError, match=r"no article in .*in\.jsonl, .*empty"):
        batch.run(inputs=[batch.input, empty], resume=True)
    assert batch.output.read_bytes() == before


def test_files_have_what_the_umask_gives_and_no_rest_is_left(batch: Batch) -> None:
    write(batch.input, 2)
    before = os.umask(0o027)
    try:
        batch.run(errors=batch.folder / "bad.jsonl")
    finally:
        os.umask(before)
    made = {f.name: stat.S_IMODE(f.stat().st_mode) for f in batch.folder.iterdir() if f != batch.input}
    assert made == {"out.jsonl": 0o640, "bad.jsonl": 0o640, "out.jsonl.store": 0o640}


# Stops


def stopping_after(calls: int, stop: threading.Event) -> AnswerFunction:
    left = iter(range(calls - 1))

    def answer(_: Request[Any]) -> Any:
        if next(left, None) is None:
            stop.set()
        return NO_ANSWER

    return answer


def finishes(batch: Batch, count: int, **options: Any) -> None:
    """What is left is done, and the output is that of an undisturbed run."""
    state = batch.run(resume=True, **options)
    assert (state.done, state.failed, state.left) == (count, 0, 0)
    resumed = batch.output.read_bytes()
    batch.output.unlink()
    store_beside(batch.output).unlink()
    batch.run(**options)
    assert batch.output.read_bytes() == resumed


def test_a_stop_finishes_what_is_in_flight_and_writes_it(batch: Batch) -> None:
    write(batch.input, 8)
    stop = threading.Event()
    state = batch.run(stopping_after(5, stop), stop=stop)
    assert isinstance(state.stopped, KeyboardInterrupt)
    assert 0 < state.done < 8
    assert state.done + state.left == 8
    assert len(read(batch.output)) == state.done
    finishes(batch, 8)


def test_a_stop_keeps_in_the_output_what_an_earlier_run_finished(batch: Batch) -> None:
    write(batch.input, 6)
    batch.run()
    lines = read(batch.input)
    lines[0]["text"] = text(20)
    batch.input.write_text("".join(json.dumps(line) + "\n" for line in lines))
    stop = threading.Event()
    stop.set()
    state = batch.run(stop=stop, resume=True)
    assert counts(state) == (5, 5, 0, 1)
    assert [r["id"] for r in read(batch.output)] == ["a1", "a2", "a3", "a4", "a5"]


@pytest.mark.parametrize("limits", [Limits(tokens=1500), Limits(cost_usd=0.0015)])
def test_a_spent_budget_stops_with_what_is_finished(batch: Batch, limits: Limits) -> None:
    write(batch.input, 8)
    prices = batch.folder / "prices.json"
    prices.write_text('{"scripted": {"input": 1.0, "output": 1.0}}')
    state = batch.run(limits=limits, prices=prices, concurrency=1)
    assert isinstance(state.stopped, BudgetSpent)
    assert "go on with a larger limit" in str(state.stopped)
    assert 0 < state.done < 8
    assert state.failed == 0  # one that was cut short is no failure of its own
    assert state.done + state.left == 8
    spent = state.budget.spent
    assert 1500 <= spent.tokens_in + spent.tokens_out < 3000  # no call was sent after the limit
    assert state.budget.cost_usd == pytest.approx((spent.tokens_in + spent.tokens_out) / 1e6)
    finishes(batch, 8, prices=prices)


def test_failed_articles_count_against_the_budget(batch: Batch) -> None:
    write(batch.input, 4)
    calls = iter(range(100))

    def fail_second_call(_: Request[Any]) -> Any:
        if next(calls) % 2:
            raise EngineTimeout("No answer in time", "Try again")
        return NO_ANSWER

    state = batch.run(fail_second_call, concurrency=1)
    assert state.failed == 4
    assert state.budget.spent.calls == 4
    assert state.budget.spent.tokens_in > 0


def test_a_limit_of_calls_fails_the_article_alone(batch: Batch) -> None:
    write(batch.input, 2)
    with batch.input.open("a") as file:
        file.write(json.dumps({"id": "plain", "text": "Rebels shelled Homs."}) + "\n")
    many = text(1) + " " + "Some 400 people were evacuated. Some 900 residents fled."
    with batch.input.open("a") as file:
        file.write(json.dumps({"id": "many", "text": many}) + "\n")
    state = batch.run(limits=Limits(calls_per_article=1))
    assert state.stopped is None
    assert state.total == 4
    assert all(r["error"]["kind"] == "CallsSpent" for r in read(batch.output) if "error" in r)
    for record in read(batch.output):
        if "summary" in record:
            assert record["summary"]["provenance"]["calls"] <= 1


def test_what_would_befall_every_article_stops_the_run(batch: Batch) -> None:
    write(batch.input, 6)

    def refuse(_: Request[Any]) -> Any:
        raise KeyRefused("The endpoint refused the key", "Check it")

    state = batch.run(refuse)
    assert isinstance(state.stopped, KeyRefused)
    assert counts(state) == (0, 0, 0, 6)
    assert not batch.output.exists()
    finishes(batch, 6)


def test_an_engine_that_dies_twice_over_an_article_costs_that_article_only(batch: Batch) -> None:
    write(batch.input, 4)

    def die(request: Request[Any]) -> Any:
        if TOWNS[2] in request.messages[-1].content:
            raise EngineCrashed("The engine's process died", "Check the free memory")
        return NO_ANSWER

    assert counts(batch.run(die)) == (3, 0, 1, 0)
    assert [r["error"]["kind"] for r in read(batch.output) if "error" in r] == ["EngineCrashed"]
    finishes(batch, 4)


def test_an_engine_that_dies_over_every_article_stops_the_run(batch: Batch) -> None:
    write(batch.input, 30)

    def die(_: Request[Any]) -> Any:
        raise EngineCrashed("The engine's process died", "Check the free memory")

    state = batch.run(die)
    assert isinstance(state.stopped, EngineCrashed)
    assert "The engine is lost, 12 articles in a row" in str(state.stopped)
    assert 12 <= state.failed < 15  # those in flight when it was noticed are counted as well
    assert state.left > 0
    finishes(batch, 30)


def test_a_limit_of_time_finishes_what_is_in_flight(batch: Batch, monkeypatch: pytest.MonkeyPatch) -> None:
    write(batch.input, 6)
    now = [0.0]
    real = api.Budget.__init__
    clock = {"clock": lambda: now[0]}
    with monkeypatch.context() as patch:
        patch.setattr(api.Budget, "__init__", lambda self, *a, **named: real(self, *a, **{**named, **clock}))

        def pass_time(_: Request[Any]) -> Any:
            now[0] += 20
            return NO_ANSWER

        state = batch.run(pass_time, limits=Limits(minutes=1), concurrency=1)
    assert isinstance(state.stopped, BudgetSpent)
    assert counts(state) == (2, 0, 0, 4)  # 20 and 40 seconds; 60 and 80: the second one is finished
    finishes(batch, 6)


def test_a_lost_network_stops_the_run_and_the_failures_are_tried_again(batch: Batch) -> None:
    write(batch.input, 20)
    calls = iter(range(1000))

    def lose(_: Request[Any]) -> Any:
        if next(calls) >= 4:
            raise ConnectionRefused("Nobody listens", "Start it")
        return NO_ANSWER

    state = batch.run(lose)
    assert isinstance(state.stopped, ConnectionRefused)
    assert state.failed >= 10
    assert state.left > 0
    finishes(batch, 20)


def test_no_room_for_the_output(batch: Batch, monkeypatch: pytest.MonkeyPatch) -> None:
    write(batch.input, 3)

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(files.os, "fsync", full)
        with pytest.raises(DiskFull):
            batch.run()
    assert {f.name for f in batch.folder.iterdir()} == {"in.jsonl", "out.jsonl.store"}
    assert counts(batch.run()) == (3, 3, 0, 0)
    finishes(batch, 3)


def test_no_room_for_the_store(batch: Batch, monkeypatch: pytest.MonkeyPatch) -> None:
    write(batch.input, 12)
    real = api.Store._open

    def small(self: api.Store) -> None:
        real(self)
        self._run(f"PRAGMA max_page_count = {self._one('PRAGMA page_count') + 3}")

    with monkeypatch.context() as patch:
        patch.setattr(api.Store, "_open", small)
        with pytest.raises(DiskFull, match="--resume"):
            batch.run()
    finishes(batch, 12)


def test_a_folder_that_may_not_be_written_to(batch: Batch, monkeypatch: pytest.MonkeyPatch) -> None:
    write(batch.input, 1)

    def refuse(*_: object) -> int:
        raise OSError(30, "Read-only file system")

    with monkeypatch.context() as patch:
        patch.setattr(files.os, "open", refuse)  # the tests may run as a user who may do anything
        with pytest.raises(ConfigurationError, match="may not be written to"):
            batch.run()
    assert batch.asked == []


# Python's own stream


def test_many_articles_with_a_store(batch: Batch) -> None:
    articles = [Article(text(n)) for n in range(4)]
    path = batch.folder / "work.store"
    settings = Settings(cache_dir=batch.cache)
    with Summariser(engine=batch.engine(), settings=settings) as summariser:
        first = list(summariser.summarise_many(articles, store=path, ordered=True))
        asked = len(batch.asked)
        second = list(summariser.summarise_many(iter(articles), store=path, ordered=True))
    assert len(batch.asked) == asked
    assert [o.summary for o in first] == [o.summary for o in second]
    assert [(a.reused, b.reused) for a, b in zip(first, second, strict=True)] == [(False, True)] * 4


def test_many_articles_with_a_budget(batch: Batch) -> None:
    articles = (Article(text(n)) for n in range(100))
    settings = Settings(cache_dir=batch.cache)
    found = []
    with Summariser(engine=batch.engine(), settings=settings) as summariser:
        stream = summariser.summarise_many(articles, budget=Limits(tokens=1500), concurrency=1)
        with pytest.raises(BudgetSpent, match="limit of 1,500 tokens"):
            found.extend(stream)
    assert [o.index for o in found] == list(range(len(found)))
    assert 0 < len(found) < 10


# The command line


@pytest.fixture
def command(batch: Batch, monkeypatch: pytest.MonkeyPatch) -> Callable[..., int]:
    monkeypatch.setenv("SUMMARISER_CACHE_DIR", str(batch.cache))

    def run(*arguments: str, act: AnswerFunction | None = None) -> int:
        monkeypatch.setattr(api, "make_engine", lambda *_: batch.engine(act))
        return main(["batch", str(batch.input), str(batch.output), *arguments])

    return run


def test_exit_codes_and_closing_lines(
    batch: Batch, command: Callable[..., int], capfd: pytest.CaptureFixture[str]
) -> None:
    write(batch.input, 3)
    assert command("--max-tokens", "1000", "--concurrency", "1") == 4  # one article, and half of the next
    told = capfd.readouterr()
    assert "Stopped at the limit of 1,000 tokens; spent:" in told.err
    assert "go on with --resume" in told.err
    assert command() == 2
    assert "--resume" in capfd.readouterr().err
    assert command("--resume") == 0
    assert "3 summaries in" in capfd.readouterr().err
    with batch.input.open("a") as file:
        file.write("{broken\n")
    assert command("--resume", "--quiet") == 5
    told = capfd.readouterr()
    assert told.err.splitlines() == [
        f"summariser: 1 of 4 articles have no summary; {batch.output} says why",
    ]
    assert told.out == ""


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--max-cost", "0"], "The limit on money is 0"),
        *(
            ([option, value], f"The limit on {what} is {value}. Give a number above 0, or no limit")
            for option, what in (("--max-cost", "money"), ("--max-minutes", "time"))
            for value in ("inf", "nan", "-inf")
        ),
        (["--engine", "ray", "--max-cost-per-node", "inf"], "The limit on money is inf"),
        (["--text-column", "body", "--concurrency", "0"], "concurrency"),
        (["--errors", "bad.csv"], "does not end in .jsonl"),
        (["--prices", "none.json"], "price list none.json cannot be read"),
    ],
)
def test_a_mistake_is_one_line(
    batch: Batch,
    command: Callable[..., int],
    capfd: pytest.CaptureFixture[str],
    arguments: list[str],
    told: str,
) -> None:
    write(batch.input, 1)
    assert command(*arguments) == 2
    (line,) = capfd.readouterr().err.splitlines()
    assert told in line


def test_one_path_is_too_few(capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["batch", "in.jsonl"]) == 2
    assert "OUTPUT at the end" in capfd.readouterr().err


@pytest.fixture
def interruptible() -> Iterator[None]:
    """Ctrl-C as a terminal has it: a test runner's children may have been told to ignore it."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("interruptible")
def test_ctrl_c_once_finishes_what_is_in_flight(
    batch: Batch,
    command: Callable[..., int],
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    write(batch.input, 8)
    heard = threading.Event()
    monkeypatch.setattr(cli_batch, "complain", lambda line: (heard.set(), print(line)))
    sent = iter([True])

    def answer(_: Request[Any]) -> Any:
        if next(sent, False):
            os.kill(os.getpid(), signal.SIGINT)
            assert heard.wait(timeout=60)  # the handler runs in the main thread, this is another
        return NO_ANSWER

    assert command(act=answer) == 130
    told = capfd.readouterr().out
    assert "Ctrl-C again stops now" in told
    assert "are left: go on with --resume" in told
    assert 0 < len(read(batch.output)) < 8
    monkeypatch.undo()
    finishes(batch, 8)


@pytest.mark.usefixtures("interruptible")
def test_ctrl_c_twice_stops_now(
    batch: Batch,
    command: Callable[..., int],
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    write(batch.input, 8)
    heard = threading.Event()
    monkeypatch.setattr(cli_batch, "complain", lambda line: (heard.set(), print(line)))

    class Hanging(ScriptedEngine):
        async def ask(self, request: Request[Any]) -> Any:
            os.kill(os.getpid(), signal.SIGINT)
            assert await asyncio.to_thread(heard.wait, 60)
            os.kill(os.getpid(), signal.SIGINT)
            await asyncio.Event().wait()  # what is in flight never ends

    monkeypatch.setattr(batch, "engine", lambda *_: Hanging({}))
    assert command("--concurrency", "1") == 130
    assert "was not written" in capfd.readouterr().out
    assert not batch.output.exists()
    monkeypatch.undo()
    finishes(batch, 8)


def test_no_key_in_the_store_or_the_output(
    batch: Batch, command: Callable[..., int], monkeypatch: pytest.MonkeyPatch
) -> None:
    write(batch.input, 2)
    monkeypatch.setenv("OPENAI_API_KEY", "canary-0123456789abcdef")
    assert command("--errors", str(batch.folder / "bad.jsonl")) == 0
    assert len(list(batch.folder.iterdir())) == 4
    for file in batch.folder.iterdir():
        assert b"canary" not in file.read_bytes(), file


def test_a_second_ctrl_c_ends_a_run_that_does_not_let_go(monkeypatch: pytest.MonkeyPatch) -> None:
    ended: queue.Queue[int] = queue.Queue()
    monkeypatch.setattr(cli_batch.os, "_exit", ended.put)
    monkeypatch.setattr(cli_batch, "_LEAVE_SECONDS", 0.05)
    stop = cli_batch.Stop(threading.Event())
    stop._hear(signal.SIGINT, None)
    with pytest.raises(KeyboardInterrupt):
        stop._hear(signal.SIGINT, None)
    assert ended.get(timeout=60) == 130
    monkeypatch.setattr(cli_batch, "_LEAVE_SECONDS", 3600.0)
    tidy = cli_batch.Stop(threading.Event())
    tidy._hear(signal.SIGINT, None)
    with pytest.raises(KeyboardInterrupt):
        tidy._hear(signal.SIGINT, None)
    tidy.left()
    assert tidy._way_out is not None
    tidy._way_out.join(60)
    assert not tidy._way_out.is_alive()
    assert ended.empty()
