"""A run from articles to a log, to scores, to a gate; over a suite that can be reckoned by hand."""

from __future__ import annotations

import json
import shutil
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest
import stub_model
from tiny import Tiny

from summariser.errors import BadData, BadLog, EngineError
from summariser.evals.cassettes import Recordings
from summariser.evals.gate import compare, load_baseline, raise_baseline
from summariser.evals.predictions import write_predictions
from summariser.evals.run_log import RunLog, read_log, write_log
from summariser.evals.runner import Plan, Step, run, strays
from summariser.evals.scoring import score_log
from summariser.evals.suites.base import Suite
from summariser.evals.tables import change_table, score_table
from summariser.evals.tally import Tally, add_up
from summariser.settings import Settings


@pytest.fixture(autouse=True)
def _cache(monkeypatch: pytest.MonkeyPatch, index_folder: Path) -> None:
    monkeypatch.setenv("SUMMARISER_CACHE_DIR", str(index_folder))


@pytest.fixture(scope="module")
def recorded(tmp_path_factory: pytest.TempPathFactory, index_folder: Path) -> Path:
    """Cassettes of the tiny suite."""
    folder = tmp_path_factory.mktemp("cassettes")
    with stub_model.model() as script, pytest.MonkeyPatch.context() as patch:
        patch.setenv("SUMMARISER_CACHE_DIR", str(index_folder))
        settings = Settings.from_environment("tiny", script.base_url, environment={})
        run(Plan((Tiny(),), Recordings(settings, folder), "record"))
    return folder


@pytest.fixture
def plan(recorded: Path, tmp_path: Path) -> Plan:
    """Recorded already; nobody answers any more."""
    folder = tmp_path / "cassettes"
    shutil.copytree(recorded, folder)
    return Plan((Tiny(),), Recordings.called("tiny", folder))


@pytest.fixture
def log(plan: Plan) -> RunLog:
    return run(plan)


def figures(log: RunLog, suite: Suite | None = None) -> dict[str, float | None]:
    scored = score_log(log, [suite or Tiny()]).suites[0]
    total = add_up(scored.tallies())
    return {m.name: total[m.tally].value(m.kind) if m.tally in total else None for m in scored.metrics}


def test_a_run_is_scored_from_its_log(log: RunLog, tmp_path: Path) -> None:
    path = tmp_path / "run.jsonl"
    write_log(path, log)
    assert read_log(path) == log
    found = figures(read_log(path))
    assert found["sentences"] == 1
    assert found["wrong"] == 0
    assert found["never"] is None, "what nothing was scored for is no zero"
    assert found["ungrounded"] == 0


def test_a_line_separator_inside_a_value_does_not_end_a_line(log: RunLog, tmp_path: Path) -> None:
    odd = log.cases[0].model_copy(update={"prediction": {"id": "one\u2028two\x85"}})
    path = tmp_path / "run.jsonl"
    write_log(path, log.model_copy(update={"cases": (odd,)}))
    assert read_log(path).cases[0].prediction == {"id": "one\u2028two\x85"}


def test_predictions_stand_in_a_file_of_their_own(log: RunLog, tmp_path: Path) -> None:
    (path,) = write_predictions(tmp_path / "out", log)
    lines = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    assert lines == [{"id": "one", "n": 1}, {"id": "two", "n": 2}, {"id": "three", "n": 3}]


def test_side_by_side_is_the_same_as_one_after_the_other(plan: Plan, log: RunLog) -> None:
    many = run(
        replace(plan, workers=2, suites=(Tiny(gold=(("one", 1), ("two", 2), ("three", 3), ("one", 1))),))
    )
    assert [(r.id, r.prediction) for r in many.cases[:3]] == [(r.id, r.prediction) for r in log.cases]


def test_a_suite_that_is_not_here_is_not_run_and_not_passed(plan: Plan) -> None:
    log = run(replace(plan, suites=(Tiny(here=False),)))
    scored = score_log(log, [Tiny(here=False)])
    assert "no library here" in (scored.suites[0].not_run or "")
    assert "NOT RUN" in score_table(scored)
    assert "tiny" in log.head.not_run


def test_recording_goes_on_where_it_stopped(tmp_path: Path) -> None:
    with stub_model.model() as script:
        settings = Settings.from_environment("tiny", script.base_url, environment={})
        plan = Plan((Tiny(),), Recordings(settings, tmp_path), "record")

        def stop(step: Step) -> None:
            if step.done == 2:
                raise KeyboardInterrupt

        with pytest.raises(KeyboardInterrupt):
            run(plan, stop)
        seen: list[Step] = []
        run(plan, seen.append)
        assert [step.kept for step in seen] == [True, True, False]


def test_an_engine_that_cannot_be_had_stops_a_recording(tmp_path: Path) -> None:
    settings = Settings.from_environment("tiny", "http://127.0.0.1:9/v1", environment={}, attempts=1)

    @dataclass(frozen=True)
    class Violent(Tiny):
        def cases(self, data: Path | None = None) -> Any:
            (first, *_) = super().cases()
            text = "Gunmen shot dead four farmers near the village of Tassik on Monday, the prefect said.\n"
            return (replace(first, article=replace(first.article, text=text)),)

    with pytest.raises(EngineError):
        run(Plan((Violent(),), Recordings(settings, tmp_path), "record"))


def test_a_stale_case_is_a_line_of_the_log_and_the_run_goes_on(plan: Plan) -> None:
    (plan.recordings.folder / plan.recordings.name / "tiny" / "two.json").unlink()
    log = run(plan)
    assert [r.error is None for r in log.cases] == [True, False, True]
    scored = score_log(log, [Tiny()])
    assert "1 FAILED" in score_table(scored)
    changes = compare(scored, load_baseline())
    assert changes[0].stops


def test_orphans(plan: Plan) -> None:
    assert strays(plan) == []
    assert [p.name for p in strays(replace(plan, suites=(Tiny(gold=(("one", 1),)),)))] == [
        "three.json",
        "two.json",
    ]


@pytest.mark.parametrize(
    ("lines", "named"),
    [
        ([], "is empty"),
        (["{}"], "line 1"),
        (["not json"], "line 1"),
        (["HEAD", '{"kind": "case"}'], "line 2"),
        (["HEAD", "HEAD"], "line 2"),
    ],
)
def test_what_is_no_log_is_refused(log: RunLog, tmp_path: Path, lines: list[str], named: str) -> None:
    path = tmp_path / "run.jsonl"
    head = log.head.model_dump_json()
    path.write_text("".join(f"{head if line == 'HEAD' else line}\n" for line in lines), "utf-8")
    with pytest.raises(BadLog, match=named):
        read_log(path)


def test_a_log_of_unknown_cases_is_refused(log: RunLog) -> None:
    with pytest.raises(BadLog, match="tiny/two"):
        score_log(log, [Tiny(gold=(("one", 1),))])
    with pytest.raises(BadLog, match="suite tiny"):
        score_log(log, [])


# The gate


@pytest.fixture
def baseline(log: RunLog, tmp_path: Path) -> Path:
    path = tmp_path / "baseline.json"
    raise_baseline(score_log(log, [Tiny()]), path)
    return path


def changes(log: RunLog, suite: Suite, baseline: Path) -> list[Any]:
    return compare(score_log(log, [suite]), load_baseline(baseline))


def test_an_unchanged_run_passes(log: RunLog, baseline: Path) -> None:
    assert changes(log, Tiny(), baseline) == []


def test_a_raised_baseline_is_read_as_it_was_written(log: RunLog, baseline: Path) -> None:
    text = baseline.read_text("utf-8")
    again = baseline.with_name("again.json")
    raise_baseline(score_log(log, [Tiny()]), again)
    assert again.read_text("utf-8") == text
    assert json.loads(text)["runs"]["tiny"]["tiny"]["figures"]["sentences"] == 1


def test_a_changed_label_is_caught_and_named(log: RunLog, baseline: Path) -> None:
    found = changes(log, Tiny(gold=(("one", 1), ("two", 5), ("three", 3))), baseline)
    assert [(c.metric, c.direction) for c in found] == [
        ("", "changed"),
        ("sentences", "fell"),
        ("wrong", "fell"),
    ]
    assert "labels" in found[0].reason
    assert found[1].cases == ("two",)
    assert (found[1].before, found[1].now) == (1, pytest.approx(0.666667))
    assert "FELL     tiny sentences 1 -> 0.6667\n         by two" in change_table(found)


def test_a_worse_scorer_is_caught(log: RunLog, baseline: Path) -> None:
    @dataclass(frozen=True)
    class Mild(Tiny):
        def score(self, case: Any, prediction: Any) -> Any:
            score = super().score(case, prediction)
            return replace(score, tallies={**score.tallies, "sentences": Tally(1, 1, 2)})

    found = changes(log, Mild(), baseline)
    assert [(c.metric, c.direction) for c in found] == [("sentences", "fell")]
    assert found[0].cases == ("one", "three", "two")


def test_a_new_version_of_a_scorer_is_named(log: RunLog, baseline: Path) -> None:
    newer = log.model_copy(update={"head": log.head.model_copy(update={"scorers": {"tiny": "tiny/2"}})})
    (found,) = changes(newer, Tiny(scorer="tiny/2"), baseline)
    assert found.reason == "the scorer: tiny/1 to tiny/2"


def test_a_figure_that_rose_has_to_be_written_down(log: RunLog, tmp_path: Path) -> None:
    path = tmp_path / "low.json"
    wrong = Tiny(gold=(("one", 1), ("two", 2), ("three", 4)))
    raise_baseline(score_log(log, [wrong]), path)
    directions = {c.metric: c.direction for c in changes(log, Tiny(), path)}
    assert directions["sentences"] == "rose"
    assert directions["wrong"] == "rose", "fewer faults are better, whichever way the number went"


def test_changes_that_cancel_out_are_caught(log: RunLog, tmp_path: Path) -> None:
    def predicted(numbers: dict[str, int]) -> RunLog:
        cases = tuple(
            r.model_copy(update={"prediction": {"id": r.id, "n": numbers[r.id]}}) for r in log.cases
        )
        return log.model_copy(update={"cases": cases})

    path = tmp_path / "baseline.json"
    raise_baseline(score_log(predicted({"one": 9, "two": 2, "three": 3}), [Tiny()]), path)
    (found,) = changes(predicted({"one": 1, "two": 9, "three": 3}), Tiny(), path)
    assert found.direction == "changed"
    assert set(found.cases) == {"one", "two"}


def test_a_metric_that_is_gone_and_one_that_is_new(log: RunLog, baseline: Path) -> None:
    fewer = Tiny(metrics=Tiny().metrics[1:])
    assert [(c.metric, c.direction) for c in changes(log, fewer, baseline)] == [("sentences", "gone")]
    data = json.loads(baseline.read_text("utf-8"))
    del data["runs"]["tiny"]["tiny"]["figures"]["wrong"]
    baseline.write_text(json.dumps(data), "utf-8")
    assert [(c.metric, c.direction) for c in changes(log, Tiny(), baseline)] == [("wrong", "new")]


def test_a_run_that_the_baseline_does_not_know_does_not_pass(log: RunLog, tmp_path: Path) -> None:
    (found,) = changes(log, Tiny(), tmp_path / "none.json")
    assert found.stops


def test_a_baseline_is_not_raised_from_a_failed_case(plan: Plan, tmp_path: Path) -> None:
    (plan.recordings.folder / plan.recordings.name / "tiny" / "two.json").unlink()
    with pytest.raises(BadData, match="tiny/two"):
        raise_baseline(score_log(run(plan), [Tiny()]), tmp_path / "baseline.json")


def test_what_is_no_baseline_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "baseline.json"
    path.write_text('{"runs": {"a": 1}}', "utf-8")
    with pytest.raises(BadData, match=r"baseline\.json"):
        load_baseline(path)
