"""How far two readings of the same articles agree.

F1 is the scorer's, with one reading in the place of the label: it is the same whichever that is. Kappa
(Cohen's) is for codes, over the facts that both readings hold: agreement beyond what two readers would have
who gave the codes as often as these do, and knew nothing of the article.

The scorer is lenient by design: a fact that is optional to either reader is spared, and "claimed|stated" is
the same as "stated". A reader who is in doubt throughout would agree with everybody. So each figure is given
twice, as the scorer has it and with every fact counted, optional or not; and kappa compares the better code
of each reader, over every fact that both hold, with how often there were alternatives beside it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, is_dataclass, replace
from dataclasses import fields as fields_of
from typing import Any, Final

from summariser.evals.intervals import interval
from summariser.evals.records import Records
from summariser.evals.scorers.newsroom import METRICS, compare
from summariser.evals.scorers.newsroom_counts import Codes, shares
from summariser.evals.tally import Metric, Tally, add_up

NONE: Final = "none"
"""The code of a field that a reading leaves open."""
_DUTY: Final = "optional"
"""Whether a fact is optional: the one field that only the readings as they are can tell."""
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
        tally: Facts of both, of the second, of the first reading, every fact counted.
        value: The figure, every fact counted.
        interval: Its 95%, over articles; None where fewer than two have it.
        scored: The figure as the scorer has it, optional facts spared; None where all were.
    """

    metric: Metric
    tally: Tally
    value: float
    interval: tuple[float, float] | None
    scored: float | None


@dataclass(frozen=True)
class Agreement:
    """Agreement of two readings over many articles; what neither holds anywhere is not there."""

    articles: int
    fields: tuple[FieldAgreement, ...]
    kappas: Mapping[str, Kappa]


def agree(readings: Iterable[tuple[Records, Records]]) -> Agreement:
    """Compare two readings of each article."""
    pairs = list(readings)
    comparisons = [compare(required(first), required(second)) for first, second in pairs]
    spared = [compare(first, second) for first, second in pairs]
    cases = [comparison.score.tallies for comparison in comparisons]
    total, scored = add_up(cases), add_up(comparison.score.tallies for comparison in spared)
    fields = []
    for metric in METRICS:
        value = _value(total, metric)
        if value is not None and metric in _SHOWN:
            ends = interval(cases, metric)
            fields.append(FieldAgreement(metric, total[metric.tally], value, ends, _value(scored, metric)))
    codes = [code for comparison in comparisons for code in comparison.codes if code[0] != _DUTY]
    codes += [code for comparison in spared for code in comparison.codes if code[0] == _DUTY]
    return Agreement(len(cases), tuple(fields), _kappas(codes))


def _value(total: Mapping[str, Tally], metric: Metric) -> float | None:
    tally = total.get(metric.tally)
    return tally.value(metric.kind) if tally else None


def required(records: Records) -> Records:
    """The same records without one that is optional."""

    def strip(value: Any) -> Any:
        if isinstance(value, tuple):
            return tuple(strip(part) for part in value)
        if not is_dataclass(value) or isinstance(value, type):
            return value
        parts = {part.name: strip(getattr(value, part.name)) for part in fields_of(value)}
        return replace(value, **{**parts, **({"optional": False} if "optional" in parts else {})})

    whole: Records = strip(records)
    return whole


def _kappas(codes: Iterable[tuple[str, Codes, Codes]]) -> dict[str, Kappa]:
    answers: dict[str, list[tuple[Codes, Codes]]] = {}
    for name, one, other in codes:
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
