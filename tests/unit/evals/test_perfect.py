"""A reader that errs nowhere is not held back: what of the labels comes through, in one call a kind.

The bounds are what the library reaches now, rounded down: a change that loses values a large model read right
shows here, whatever the small model makes of it.
"""

from __future__ import annotations

import pytest

from summariser.evals.perfect import tallies_of
from summariser.evals.suites.newsroom import NEWSROOM_SUITE
from summariser.evals.tally import Tally, add_up
from summariser.normalise.places import PlaceResolver


@pytest.fixture(scope="module", params=["part:dev", "part:test"])
def total(request: pytest.FixtureRequest) -> dict[str, Tally]:
    resolver = PlaceResolver()
    return add_up([tallies_of(c, resolver) for c in NEWSROOM_SUITE.cases() if request.param in c.traits])


@pytest.mark.parametrize(
    ("tally", "least"),
    [
        ("event", 1.0),
        ("figure", 0.9),
        ("figure_placed", 1.0),
        ("displacement", 0.97),
        ("harm", 0.86),
        ("site", 0.9),
        ("need", 0.9),
        ("response", 0.95),
        ("access", 0.85),
    ],
)
def test_what_comes_through(total: dict[str, Tally], tally: str, least: float) -> None:
    value = total[tally].value("f1")
    assert value is not None
    assert value >= least


def test_what_comes_through_is_right(total: dict[str, Tally]) -> None:
    precision = total["figure"].value("precision")
    assert precision is not None
    assert precision >= 0.99
