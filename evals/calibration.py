"""Fitting the confidences: ``python -m summariser.evals.calibration`` writes the library's weights anew.

A logistic model of the features that ``summariser.confidence.features`` sees, with a ridge whose strength is
chosen by cross-validation over articles (whole articles are left out, for values of one article are right or
wrong together). Fitted on the newsroom's development part, whose labels are exhaustive, and there only on the
articles whose errors nobody read while rules were written (``is_unread``): on the others the rules are better
than they are anywhere else. The test part says how well that holds (``--check``: no fitting).
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

import summariser.confidence
from summariser.confidence.weights import Features, weigh
from summariser.errors import CassetteFault
from summariser.evals.cassettes import Recordings, replay
from summariser.evals.reliability import Judged, bins, calibration_error, judged
from summariser.evals.suites.base import Case
from summariser.evals.suites.newsroom import NEWSROOM_SUITE
from summariser.evals.tally import Row
from summariser.files import write_whole

_RIDGES: Final = (0.3, 1.0, 3.0, 10.0, 30.0)
_FOLDS: Final = 8
_SCALE: Final = 1_000_000
_DIGITS: Final = 3
_Floats = NDArray[np.float64]


def is_unread(case_id: str) -> bool:
    """Whether an article of the development part is of the half that was scored and not read."""
    return hashlib.sha1(case_id.encode(), usedforsecurity=False).digest()[0] % 2 == 1


@dataclass(frozen=True)
class Example:
    """A value's features, whether it was right, and its article."""

    features: Features
    right: bool
    article: str


class _Collector:
    """A rater that gives each value a number of its own, by which it is known again in the score."""

    def __init__(self) -> None:
        self.seen: list[Features] = []

    def __call__(self, features: Features) -> float:
        self.seen.append(dict(features))
        return len(self.seen) / _SCALE

    def features_of(self, confidence: float) -> Features:
        return self.seen[round(confidence * _SCALE) - 1]


def rows_of(case: Case, recordings: Recordings, **options: Any) -> tuple[Row, ...]:
    """A case's rows, from its cassette.

    Raises:
        CassetteFault: It cannot be replayed.
    """
    played = replay(case, recordings, sealed=NEWSROOM_SUITE.external, **options)
    if played.summary is None:
        return ()
    return NEWSROOM_SUITE.score(case, NEWSROOM_SUITE.predict(case, played.summary)).rows


def examples(cases: Sequence[Case], recordings: Recordings) -> list[Example]:
    """Every judged value of these articles."""
    found = []
    for case in cases:
        collector = _Collector()
        for value in judged(rows_of(case, recordings, rater=collector)):
            found.append(Example(collector.features_of(value.confidence), value.right, case.id))
    return found


def fit(data: Sequence[Example], ridge: float) -> dict[str, float]:
    """The weights; a feature that the data lacks has none."""
    names = sorted({name for e in data for name in e.features})
    table = np.array([[e.features.get(n, 0.0) for n in names] for e in data])
    right = np.array([e.right for e in data], dtype=np.float64)
    strength = np.array([0.0 if n == "any" else ridge for n in names])

    def loss(weights: _Floats) -> tuple[float, _Floats]:
        scores = table @ weights
        chance = 1 / (1 + np.exp(-scores))
        value = np.logaddexp(0, scores).sum() - right @ scores + 0.5 * strength @ weights**2
        return float(value), table.T @ (chance - right) + strength * weights

    found = minimize(loss, np.zeros(len(names)), jac=True, method="L-BFGS-B")
    weights = {n: round(float(w), _DIGITS) for n, w in zip(names, found.x, strict=True)}
    return {n: w for n, w in weights.items() if w}


def left_out(data: Sequence[Example], ridge: float) -> list[Judged]:
    """Each value judged by weights that were fitted without its article."""
    articles = sorted({e.article for e in data})
    found = []
    for fold in range(_FOLDS):
        out = set(articles[fold::_FOLDS])
        weights = fit([e for e in data if e.article not in out], ridge)
        found += [Judged("value", weigh(e.features, weights), e.right) for e in data if e.article in out]
    return found


def log_loss(values: Sequence[Judged]) -> float:
    """The average of minus the logarithm of the chance given to what was the case."""
    chances = [v.confidence if v.right else 1 - v.confidence for v in values]
    return float(-np.log(np.clip(chances, 1e-9, 1)).mean())


def write(path: Path, data: Sequence[Example]) -> Mapping[str, Any]:
    """Choose the ridge, fit on everything, write the weights with what they were made from."""
    losses = {ridge: log_loss(left_out(data, ridge)) for ridge in _RIDGES}
    ridge = min(losses, key=losses.__getitem__)
    checked = left_out(data, ridge)
    told = {
        "fitted_on": "newsroom, part:dev, the half that was not read",
        "articles": len({e.article for e in data}),
        "values": len(data),
        "right": sum(e.right for e in data),
        "ridge": ridge,
        "log_loss_left_out": round(losses[ridge], 4),
        "calibration_error_left_out": round(calibration_error(checked) or 0.0, 4),
        "weights": fit(data, ridge),
    }
    write_whole(path, json.dumps(told, indent=1, sort_keys=True) + "\n")
    return told


def main(arguments: Sequence[str] | None = None) -> int:
    """Fit and write, or check the weights that there are; 1 where a cassette is stale."""
    parser = argparse.ArgumentParser(prog="python -m summariser.evals.calibration", description=__doc__)
    parser.add_argument("--check", action="store_true", help="fit nothing: how the test part bears them out")
    options = parser.parse_args(arguments)
    recordings = Recordings.called(None)
    part = "part:test" if options.check else "part:dev"
    cases = [c for c in NEWSROOM_SUITE.cases() if part in c.traits and (options.check or is_unread(c.id))]
    try:
        if options.check:
            _print_check([v for c in cases for v in judged(rows_of(c, recordings))])
            return 0
        path = Path(summariser.confidence.__file__).resolve().parent / "weights.json"
        told = write(path, examples(cases, recordings))
    except CassetteFault as fault:
        sys.stderr.write(f"{fault}\n")
        return 1
    sys.stdout.write("".join(f"{k}: {v}\n" for k, v in told.items() if k != "weights"))
    return 0


def _print_check(values: Sequence[Judged]) -> None:
    sys.stdout.write(f"{len(values)} values, calibration error {calibration_error(values) or 0:.3f}\n")
    for one in bins(values):
        sys.stdout.write(f"  {one.count:4} values  sure {one.confidence:.2f}  right {one.right:.2f}\n")


if __name__ == "__main__":
    sys.exit(main())
