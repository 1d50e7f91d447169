"""The suites as tests: what was selected is replayed once, and each case looks at its record."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from replayed import MODELS, cases_of, recordings_of

from summariser.evals.run_log import CaseRecord, RunLog
from summariser.evals.runner import Plan, run
from summariser.evals.suites.registry import SUITES
from summariser.normalise.places import PlaceResolver


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """One test for each model and case; one, skipped, for a suite that is not here."""
    if "played" not in metafunc.fixturenames:
        return
    chosen: list[Any] = []
    for model in MODELS:
        for suite in SUITES:
            cases = cases_of(suite.name)
            if isinstance(cases, str):
                mark = pytest.mark.skip(reason=f"NOT RUN: {cases}")
                chosen.append(
                    pytest.param((model, suite.name, ""), id=f"{model}-{suite.name}-not-run", marks=mark)
                )
            else:
                chosen += [
                    pytest.param((model, suite.name, case.id), id=f"{model}-{suite.name}-{case.id}")
                    for case in cases
                ]
    metafunc.parametrize("played", chosen, indirect=True)


@pytest.fixture(scope="session")
def logs(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], RunLog]:
    """The run log of a model, over all the cases that were selected."""
    wanted: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for item in request.session.items:
        callspec = getattr(item, "callspec", None)
        if callspec is not None and "played" in callspec.params:
            model, suite, case = callspec.params["played"]
            wanted[model].add((suite, case))
    kept = getattr(request.config, "cache", None)  # absent under -p no:cacheprovider
    folder = os.environ.get("SUMMARISER_TEST_CACHE") or (
        str(kept.mkdir("summariser-index")) if kept else str(tmp_path_factory.mktemp("summariser-index"))
    )
    os.environ["SUMMARISER_CACHE_DIR"] = folder  # the processes that replay inherit it
    PlaceResolver(Path(folder))  # built once, here, not by each of them

    @cache
    def log_of(model: str) -> RunLog:
        plan = Plan(
            SUITES,
            recordings_of(model),
            chosen=frozenset(wanted[model]),
            workers=1 if "PYTEST_XDIST_WORKER" in os.environ else min(2, os.cpu_count() or 1),
        )
        return run(plan)

    return log_of


@pytest.fixture
def played(request: pytest.FixtureRequest, logs: Callable[[str], RunLog]) -> CaseRecord:
    """The record of one case."""
    model, suite, case = request.param
    return next(r for r in logs(model).cases if (r.suite, r.id) == (suite, case))
