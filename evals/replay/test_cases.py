"""Every recorded case of every suite and model: its cassette is whole and current, its values grounded."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from replayed import MODELS, cases_of, recordings_of

from summariser.evals.cassettes import orphans
from summariser.evals.gate import compare, load_baseline
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


@pytest.mark.parametrize("model", MODELS)
def test_no_cassette_is_orphaned(model: str) -> None:
    here = {suite.name: cases for suite in SUITES if not isinstance(cases := cases_of(suite.name), str)}
    assert orphans(recordings_of(model), [c for cases in here.values() for c in cases], set(here)) == []


def test_some_model_has_cassettes() -> None:
    assert MODELS, "nothing would be replayed"
