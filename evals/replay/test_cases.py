"""Every recorded case of every suite and model: its cassette is whole and current, its values grounded."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from replayed import MODELS, cases_of, recordings_of

from summariser.engines.catalogue import catalogue
from summariser.evals.cassettes import orphans
from summariser.evals.gate import compare, load_baseline
from summariser.evals.reliability import calibration_error, judged
from summariser.evals.run_log import CaseRecord, RunLog
from summariser.evals.scoring import score_log
from summariser.evals.suites.registry import SUITES
from summariser.evals.tables import change_table


def test_replays_whole_and_grounded(played: CaseRecord) -> None:
    assert played.error is None, played.error.message
    assert played.ungrounded == ()


@pytest.mark.parametrize("model", MODELS)
def test_the_gate_is_open(model: str, logs: Callable[[str], RunLog]) -> None:
    log = logs(model)
    every = sum(len(cases) for suite in SUITES if not isinstance(cases := cases_of(suite.name), str))
    if len(log.cases) < every:
        pytest.skip("only some cases were selected: the baseline is of whole suites")
    changes = [change for change in compare(score_log(log, SUITES), load_baseline()) if change.stops]
    assert not changes, "\n" + change_table(changes)


def test_confidences_mean_what_they_say(logs: Callable[[str], RunLog]) -> None:
    """On articles that no rule and no weight was fitted on: at most 0.08 of expected calibration error."""
    scored = score_log(logs(catalogue().default), SUITES)
    newsroom = next(s for s in scored.suites if s.name == "newsroom")
    cases = [c for c in newsroom.cases if c.score is not None and "part:test" in c.case.traits]
    if len(cases) < 20:
        pytest.skip("only some cases were selected")
    error = calibration_error([v for c in cases if c.score for v in judged(c.score.rows)])
    assert error is not None
    assert error <= 0.08


@pytest.mark.parametrize("model", MODELS)
def test_no_cassette_is_orphaned(model: str) -> None:
    here = {suite.name: cases for suite in SUITES if not isinstance(cases := cases_of(suite.name), str)}
    assert orphans(recordings_of(model), [c for cases in here.values() for c in cases], set(here)) == []


def test_some_model_has_cassettes() -> None:
    assert MODELS, "nothing would be replayed"
