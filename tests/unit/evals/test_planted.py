"""Three deliberate worsenings of the real newsroom suite, each of which must be caught.

A prompt with one word changed, a scorer that is too kind, a label with one number changed. The suite's own
cassettes, labels and baseline are used, so this fails as well when the gate would not notice.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from summariser.engines.base import Message
from summariser.evals.cassettes import Recordings
from summariser.evals.gate import Baseline, Change, compare, load_baseline, raise_baseline
from summariser.evals.report.data import ScoredRun
from summariser.evals.run_log import RunLog
from summariser.evals.runner import Plan, run
from summariser.evals.scorers import names
from summariser.evals.scoring import score_log
from summariser.evals.suites.base import Case
from summariser.evals.suites.newsroom import NEWSROOM_SUITE, Newsroom
from summariser.prompting import Prompt

PLAN = Plan((NEWSROOM_SUITE,), Recordings.called(None))
SOME = frozenset(
    ("newsroom", c.id) for c in NEWSROOM_SUITE.cases() if "part:dev" in c.traits and "lang:en" in c.traits
)


@pytest.fixture(scope="module", autouse=True)
def _cache(index_folder: Path) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SUMMARISER_CACHE_DIR", str(index_folder))
        yield


@pytest.fixture(scope="module")
def log(_cache: None) -> RunLog:
    """What the development part's English articles give now."""
    return run(replace(PLAN, chosen=SOME))


@pytest.fixture(scope="module")
def baseline(log: RunLog, tmp_path_factory: pytest.TempPathFactory) -> Baseline:
    """What they gave before the worsening."""
    path = tmp_path_factory.mktemp("gate") / "baseline.json"
    raise_baseline(scored(log), path)
    return load_baseline(path)


def scored(log: RunLog, suite: Any = NEWSROOM_SUITE) -> ScoredRun:
    return score_log(log, [suite])


def stops(run_: ScoredRun, baseline: Baseline) -> list[Change]:
    return [change for change in compare(run_, baseline) if change.stops]


def test_nothing_is_caught_where_nothing_changed(log: RunLog, baseline: Baseline) -> None:
    assert stops(scored(log), baseline) == []


def test_a_worse_prompt_is_caught(baseline: Baseline, monkeypatch: pytest.MonkeyPatch) -> None:
    honest = Prompt.messages

    def messages(self: Prompt, **values: object) -> tuple[Message, ...]:
        system, *rest = honest(self, **values)
        if self.name != "event":
            return (system, *rest)
        return (Message("system", system.content.replace("Use only what", "Use more than what")), *rest)

    monkeypatch.setattr(Prompt, "messages", messages)
    log = run(replace(PLAN, chosen=SOME))
    stale = [record for record in log.cases if record.error is not None]
    assert stale, "no case asks with that prompt"
    for record in stale:
        message = record.error.message if record.error else ""
        assert f"newsroom/{record.id}" in message
        assert "the prompt changed" in message
        assert "summariser eval --record --suite newsroom" in message
    found = stops(scored(log), baseline)
    assert {c.cases[0] for c in found if c.direction == "failed"} == {record.id for record in stale}


def test_a_kinder_scorer_is_caught(log: RunLog, baseline: Baseline, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(names, "THRESHOLD", 0.0)  # any two names are one
    found = stops(scored(log), baseline)
    assert "rose" in {c.direction for c in found}, "more was right than is"
    assert any(c.metric and c.cases for c in found)


def test_a_changed_label_is_caught(log: RunLog, baseline: Baseline) -> None:
    found = stops(scored(log, _Relabelled()), baseline)
    assert "the labels or the set of cases" in [c.reason for c in found]
    assert all(c.cases in ((), (_Relabelled.chosen(),)) for c in found)


class _Relabelled(Newsroom):
    """One figure of one label has another number."""

    @staticmethod
    def chosen() -> str:
        return next(c.id for c in NEWSROOM_SUITE.cases() if ("newsroom", c.id) in SOME and _figures(c))

    def cases(self, data: Path | None = None) -> tuple[Case, ...]:
        chosen = self.chosen()
        return tuple(self._changed(c) if c.id == chosen else c for c in super().cases(data))

    @staticmethod
    def _changed(case: Case) -> Case:
        at = next(i for i, event in enumerate(case.gold.events) if event.figures)
        event = case.gold.events[at]
        figure = replace(event.figures[0], value=987_654)
        changed = replace(event, figures=(figure, *event.figures[1:]))
        events = (*case.gold.events[:at], changed, *case.gold.events[at + 1 :])
        return replace(case, gold=replace(case.gold, events=events))


def _figures(case: Case) -> bool:
    return any(event.figures for event in case.gold.events)
