"""A suite of three tiny articles; the prediction is the number of sentences, so all can be reckoned."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from summariser.articles import Article
from summariser.errors import SuiteNotHere
from summariser.evals.suites.base import Case, Prediction
from summariser.evals.tally import CaseScore, Metric, Row, Tally
from summariser.schemas import Summary

TEXTS = {
    "one": "The library opens at nine.\n",
    "two": "The library opens at nine. It closes at five.\n",
    "three": "The library opens at nine. It closes at five. Entry is free.\n",
}
METRICS = (
    Metric("sentences", "sentences", "f1", "sentences counted right", headline=True),
    Metric("wrong", "wrong", "count", "articles counted wrong", lower_is_better=True),
    Metric("never", "never", "f1", "nothing ever has this"),
)


@dataclass(frozen=True)
class Tiny:
    """Counts sentences; the label says how many there are."""

    gold: tuple[tuple[str, int], ...] = (("one", 1), ("two", 2), ("three", 3))
    name: str = "tiny"
    external: bool = False
    scorer: str = "tiny/1"
    metrics: tuple[Metric, ...] = METRICS
    here: bool = True

    def cases(self, data: Path | None = None) -> tuple[Case, ...]:
        if not self.here:
            raise SuiteNotHere("tiny: there is no library here", "Build one")
        return tuple(Case(self.name, i, Article(TEXTS[i], name=i), n) for i, n in self.gold)

    def predict(self, case: Case, summary: Summary) -> Prediction:
        return {"id": case.id, "n": summary.article.sentences}

    def score(self, case: Case, prediction: Prediction) -> CaseScore:
        right = prediction["n"] == case.gold
        tallies = {"sentences": Tally(float(right), 1, 1), "wrong": Tally(predicted=float(not right))}
        return CaseScore(
            tallies, (Row("count", str(case.gold), str(prediction["n"]), "right" if right else "wrong"),)
        )
