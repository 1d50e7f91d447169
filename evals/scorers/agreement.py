"""How far two readings of the same articles agree.

F1 is the scorer's, with one reading in the place of the label: it is the same whichever that is. Kappa
(Cohen's) is for codes, over the facts that both readings hold: agreement beyond what two readers would have
who gave the codes as often as these do, and knew nothing of the article.

F1 takes alternatives as the scorer does: "claimed|stated" agrees with "stated". A reader who is in doubt
throughout would agree with everybody; so kappa compares the better code of each and nothing else, and how
often there were alternatives stands beside it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from summariser.evals.intervals import interval
from summariser.evals.records import Records
from summariser.evals.scorers.newsroom import METRICS, Comparison, compare
from summariser.evals.scorers.newsroom_counts import Codes, shares
from summariser.evals.tally import Metric, Tally, add_up

NONE: Final = "none"
"""The code of a field that a reading leaves open."""
_F1: Final = frozenset(metric.tally for metric in METRICS if metric.kind == "f1")
_SHOWN: Final = frozenset(
    metric
    for metric in METRICS
    if metric.kind == "f1" or (metric.kind == "recall" and metric.tally not in _F1)
)
"""Without precision and recall of facts: they call one reading right."""


@dataclass(frozen=True, slots=True)
class Kappa:
    """Agreement on one field.

    Attributes:
        n: Facts that both readings hold.
        same: Share of them whose better code is the same.
        admitted: Share of them in which a code of one reading is admissible in the other.
        alternatives: Share of them in which a reading gives more than one code.
        kappa: Of the better codes; None where both gave one and the same throughout: there was nothing to
            disagree about.
    """

    n: int
    same: float
    admitted: float
    alternatives: float
    kappa: float | None


@dataclass(frozen=True, slots=True)
class FieldAgreement:
    """Agreement on one kind of fact, or one field of it.

    Attributes:
        metric: What is compared.
        tally: Facts of both, of the second, of the first reading.
        value: The figure.
        interval: 95%, over articles; None where fewer than two have it.
    """

    metric: Metric
    tally: Tally
    value: float
    interval: tuple[float, float] | None


@dataclass(frozen=True)
class Agreement:
    """Agreement of two readings over many articles; what neither holds anywhere is not there."""

    articles: int
    fields: tuple[FieldAgreement, ...]
    kappas: Mapping[str, Kappa]


def agree(readings: Iterable[tuple[Records, Records]]) -> Agreement:
    """Compare two readings of each article."""
    comparisons = [compare(first, second) for first, second in readings]
    cases = [comparison.score.tallies for comparison in comparisons]
    total = add_up(cases)
    fields = []
    for metric in METRICS:
        tally = total.get(metric.tally)
        value = tally.value(metric.kind) if tally else None
        if tally and value is not None and metric in _SHOWN:
            fields.append(FieldAgreement(metric, tally, value, interval(cases, metric)))
    return Agreement(len(cases), tuple(fields), _kappas(comparisons))


def _kappas(comparisons: Iterable[Comparison]) -> dict[str, Kappa]:
    answers: dict[str, list[tuple[Codes, Codes]]] = {}
    for comparison in comparisons:
        for name, one, other in comparison.codes:
            answers.setdefault(name, []).append((one, other))
    return {name: kappa(pairs) for name, pairs in sorted(answers.items())}


def kappa(pairs: Iterable[tuple[Codes, Codes]]) -> Kappa:
    """Agreement of two readers' codes, one pair a fact; there must be one at least."""
    answers = list(pairs)
    n = len(answers)
    best = [(_best(one), _best(other)) for one, other in answers]
    same = sum(one == other for one, other in best)
    first, second = Counter(one for one, _ in best), Counter(other for _, other in best)
    # Whole numbers, so that "nothing to disagree about" is exactly that.
    by_chance = sum(first[code] * second[code] for code in first)
    return Kappa(
        n=n,
        same=same / n,
        admitted=sum(shares(one, other) for one, other in answers) / n,
        alternatives=sum(len(one) > 1 or len(other) > 1 for one, other in answers) / n,
        kappa=None if by_chance == n * n else (same * n - by_chance) / (n * n - by_chance),
    )


def _best(codes: Codes) -> str:
    return str(codes[0]) if codes else NONE
