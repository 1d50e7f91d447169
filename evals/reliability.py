"""Whether confidences mean what they say: values set beside how sure they were.

A value is a record (right where the label has it) or a field of a found record (right where the scorer says
so). What is optional in the label counts on neither side. The expected calibration error is the distance
between how sure values are and how often they are right, in ten bins of equal width, weighed by size.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from summariser.evals.tally import Row

BINS: Final = 10
_RIGHT: Final = frozenset({"right", "part"})
THRESHOLDS: Final = tuple(t / 20 for t in range(20))
"""At which the trade of recall for precision is drawn."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A predicted value, how sure it was, and whether it was right.

    Attributes:
        what: "event", "figure"..., or a record and its field: "event: place".
        confidence: Between 0 and 1.
        right: By the label.
    """

    what: str
    confidence: float
    right: bool

    @property
    def is_record(self) -> bool:
        """A whole record, not a field of one."""
        return ": " not in self.what


@dataclass(frozen=True, slots=True)
class Bin:
    """Values of like confidence: how many, how sure on the average, how many of them right."""

    count: int
    confidence: float
    right: float


@dataclass(frozen=True, slots=True)
class Trade:
    """What a least confidence keeps of all records.

    Attributes:
        least: The threshold.
        kept: Records at least so sure.
        precision: Of them, the right ones.
        recall: Of the label's records, those found by them.
    """

    least: float
    kept: int
    precision: float
    recall: float


def judged(rows: Iterable[Row]) -> Iterator[Judged]:
    """Every predicted value of a scored article that has a confidence and that the label decides on."""
    for row in rows:
        if row.predicted is None or row.verdict == "optional":
            continue
        sure = dict(row.sure)
        found = row.verdict in _RIGHT
        if "" in sure:
            yield Judged(row.what, sure[""], found)
        if found:
            for name, _, predicted, right in row.fields:
                if name in sure and right is not None and predicted:
                    yield Judged(f"{row.what}: {name}", sure[name], right)


def bins(values: Sequence[Judged]) -> tuple[Bin, ...]:
    """The reliability curve: a point for each bin that holds anything, the least sure first."""
    found = []
    for at in range(BINS):
        inside = [v for v in values if min(int(v.confidence * BINS), BINS - 1) == at]
        if inside:
            count = len(inside)
            sure, right = sum(v.confidence for v in inside), sum(v.right for v in inside)
            found.append(Bin(count, sure / count, right / count))
    return tuple(found)


def calibration_error(values: Sequence[Judged]) -> float | None:
    """Expected calibration error; None where there is nothing to judge."""
    if not values:
        return None
    return sum(b.count * abs(b.confidence - b.right) for b in bins(values)) / len(values)


def trades(rows: Sequence[Row]) -> tuple[Trade, ...]:
    """What each threshold keeps, over all records (not their fields)."""
    records = [v for v in judged(rows) if v.is_record]
    missed = sum(row.predicted is None and row.verdict == "missed" for row in rows)
    missed += sum(
        row.verdict == "wrong" and row.gold is not None and row.predicted is not None for row in rows
    )
    labelled = sum(v.right for v in records) + missed
    found = []
    for least in THRESHOLDS:
        kept = [v for v in records if v.confidence >= least]
        if kept and labelled:
            right = sum(v.right for v in kept)
            found.append(Trade(least, len(kept), right / len(kept), right / labelled))
    return tuple(found)
