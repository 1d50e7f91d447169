"""What a suite is: cases to summarise, terms to predict in, a scorer, and the figures that it reports."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol, runtime_checkable

from summariser.articles import Article
from summariser.errors import BadData, SuiteNotHere
from summariser.evals.tally import CaseScore, Metric
from summariser.schemas import Summary

__all__ = ["BadData", "Case", "Prediction", "ScoresBeside", "Suite", "SuiteNotHere"]

Prediction = Mapping[str, Any]
"""Plain JSON in the suite's own terms, with the case's ``id``: any outside scorer can read it."""


@dataclass(frozen=True)
class Case:
    """One article of a suite.

    Attributes:
        suite: The suite's name.
        id: Its name in the suite.
        article: What is summarised.
        gold: The label, in the form that the suite's scorer reads.
        traits: By which scores can be read: tags, ``lang:ar``, ``genre:wire``, ``part:dev``.
    """

    suite: str
    id: str
    article: Article
    gold: Any
    traits: tuple[str, ...] = ()


class Suite(Protocol):
    """A set of labelled articles."""

    @property
    def name(self) -> str:
        """Its name on the command line."""

    @property
    def external(self) -> bool:
        """Whether its texts are other people's: then no word of them may be committed."""

    @property
    def scorer(self) -> str:
        """Name and version of its scorer: "muc4/1". Raised whenever a figure can change."""

    @property
    def metrics(self) -> tuple[Metric, ...]:
        """What it reports, the most important first."""

    def cases(self, data: Path | None = None) -> tuple[Case, ...]:
        """Its articles, in a fixed order.

        Args:
            data: Another file of the same form, in place of the suite's own.

        Raises:
            SuiteNotHere: The data is not there.
            BadData: It is, and cannot be read; names the line.
        """

    def predict(self, case: Case, summary: Summary) -> Prediction:
        """A summary in the suite's terms."""

    def score(self, case: Case, prediction: Prediction) -> CaseScore:
        """Compare with the label."""


@runtime_checkable
class ScoresBeside(Protocol):
    """A suite some of whose cases are scored by what came of others: a hostile article beside its twin."""

    def score_beside(self, case: Case, prediction: Prediction, others: Mapping[str, Prediction]) -> CaseScore:
        """As ``Suite.score``.

        Args:
            case: What is scored.
            prediction: What came of it.
            others: What came of the suite's other cases in the same run, by their ids.
        """
