"""What a scorer counts, and the figures made of it.

A scorer compares one article's label with what was predicted and returns counts, never rates: counts
add up over articles, can be drawn again for an interval, and keep "nothing to score" (no count) apart
from "all wrong" (a count of no hits).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal

Kind = Literal["f1", "recall", "precision", "ratio", "count"]
Verdict = Literal["right", "part", "wrong", "missed", "extra", "optional"]


@dataclass(frozen=True, slots=True)
class Tally:
    """Hits among what was predicted and what was expected.

    A rate of right answers has the same number of predicted and expected; a plain count (ungrounded
    values) has only ``predicted``.
    """

    hits: float = 0
    predicted: float = 0
    expected: float = 0

    def __add__(self, other: Tally) -> Tally:
        """The sum, field by field."""
        return Tally(self.hits + other.hits, self.predicted + other.predicted, self.expected + other.expected)

    def value(self, kind: Kind) -> float | None:
        """The figure of one kind; None where nothing was there to be scored."""
        if kind == "count":
            return self.predicted
        if kind == "ratio":  # predicted for each expected: "facts returned for each gold fact"
            return self.predicted / self.expected if self.expected else None
        whole = {
            "f1": (self.predicted + self.expected) / 2, "recall": self.expected, "precision": self.predicted
        }[kind]  # fmt: skip
        return self.hits / whole if whole else None


@dataclass(frozen=True, slots=True)
class Metric:
    """A figure that a suite reports.

    Attributes:
        name: Its name in tables, logs and the baseline: ``event_f1``.
        tally: Which tally of the scorer it is made of.
        kind: How.
        meaning: One line for people.
        lower_is_better: For counts of faults.
        headline: Among the few that a short table shows.
    """

    name: str
    tally: str
    kind: Kind
    meaning: str
    lower_is_better: bool = False
    headline: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One comparison, for people to look at: what the label has, what was predicted, and the verdict.

    Attributes:
        what: "event", "figure", "displacement", "site"...
        gold: The label's fact in words, None where there is none.
        predicted: The prediction in words, None where there is none.
        verdict: ``part`` is a fact found with a field wrong.
        fields: Field by field (name, gold, predicted, right); right is None where it is not scored.
        gold_spans: Where the label's evidence stands in the article, in code points.
        predicted_spans: Where the prediction's stands.
        sure: How sure the prediction is of the fact ("") and of its fields, by name.
    """

    what: str
    gold: str | None
    predicted: str | None
    verdict: Verdict
    fields: tuple[tuple[str, str, str, bool | None], ...] = ()
    gold_spans: tuple[tuple[int, int], ...] = ()
    predicted_spans: tuple[tuple[int, int], ...] = ()
    sure: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True)
class CaseScore:
    """What a scorer says of one article."""

    tallies: Mapping[str, Tally]
    rows: tuple[Row, ...] = field(default=())


def add_up(scores: Iterable[Mapping[str, Tally]]) -> dict[str, Tally]:
    """The sums over many articles; a tally that no article has is not there."""
    total: dict[str, Tally] = {}
    for tallies in scores:
        for name, tally in tallies.items():
            total[name] = total.get(name, Tally()) + tally
    return total
