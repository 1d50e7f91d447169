"""From features to a probability: a logistic model whose weights are data."""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Mapping
from functools import cache
from importlib.resources import files

Features = Mapping[str, float]
Rater = Callable[[Features], float | None]
"""Gives a value's features its confidence, or None where it cannot say."""
_DIGITS = 3
_LEAST, _MOST = 0.01, 0.99
"""Nothing that a few hundred labelled values taught is surer than this."""


@cache
def _weights() -> dict[str, float]:
    loaded = json.loads(files("summariser.confidence").joinpath("weights.json").read_text(encoding="utf-8"))
    weights: dict[str, float] = loaded["weights"]
    return weights


def calibrated(features: Features) -> float:
    """The probability that a value with these features is right; what has no weight changes nothing."""
    return weigh(features, _weights())


def weigh(features: Features, weights: Mapping[str, float]) -> float:
    """The logistic model itself."""
    total = sum(weights.get(name, 0.0) * value for name, value in features.items())
    chance = 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))
    return round(min(max(chance, _LEAST), _MOST), _DIGITS)
