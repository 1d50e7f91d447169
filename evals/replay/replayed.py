"""What there is to replay: models, suites, cases."""

from __future__ import annotations

from functools import cache

from summariser.errors import SuiteNotHere
from summariser.evals.cassettes import FOLDER, Recordings
from summariser.evals.suites.base import Case
from summariser.evals.suites.registry import find_suites

MODELS = tuple(sorted(path.name for path in FOLDER.iterdir() if path.is_dir()))
"""Every model that has cassettes is replayed."""


@cache
def cases_of(suite: str) -> tuple[Case, ...] | str:
    """The cases of a suite, or why there are none."""
    try:
        return find_suites([suite])[0].cases()
    except SuiteNotHere as missing:
        return str(missing)


def recordings_of(model: str) -> Recordings:
    """The set of cassettes of a model."""
    return Recordings.called(model)
