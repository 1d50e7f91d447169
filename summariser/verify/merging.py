"""Repeats: a number that the article gives twice is one figure with two pieces of evidence."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

from summariser.schemas import Figure
from summariser.schemas.codebooks import Certainty, PopulationGroup

F = TypeVar("F", bound=Figure)
_VAGUE_GROUPS = {None, PopulationGroup.PEOPLE}


def merge_repeats(figures: Iterable[F], measure: Callable[[F], object]) -> tuple[F, ...]:
    """Merge figures with one number, measure and unit whose groups and sources do not contradict each other.

    Two sources that give the same number stay two figures: they are two claims. A headline's repeat of
    a number of the text is one. Order is kept; the fuller of two is kept, with the evidence of both.
    """
    kept: list[F] = []
    for figure in figures:
        at = next(
            (i for i, k in enumerate(kept) if _repeats(k, figure) and measure(k) == measure(figure)), None
        )
        if at is None:
            kept.append(figure)
        else:
            kept[at] = _merged(kept[at], figure)
    return tuple(kept)


def _repeats(one: F, other: F) -> bool:
    numbers = (one.value, one.low, one.high, one.unit) == (other.value, other.low, other.high, other.unit)
    if not numbers or one.qualifier is not other.qualifier:
        return False
    groups = one.group == other.group or {one.group, other.group} & _VAGUE_GROUPS
    sides = one.affiliation == other.affiliation or None in (one.affiliation, other.affiliation)
    sources = (
        one.claimed_by is None or other.claimed_by is None or one.claimed_by.name == other.claimed_by.name
    )
    return bool(groups and sides and sources)


def _merged(one: F, other: F) -> F:
    better, worse = (one, other) if _fullness(one) >= _fullness(other) else (other, one)
    seen = {e.sentence for e in better.evidence}
    evidence = better.evidence + tuple(e for e in worse.evidence if e.sentence not in seen)
    return better.model_copy(update={"id": one.id, "evidence": evidence})


def _fullness(figure: Figure) -> int:
    return (
        2 * (figure.claimed_by is not None)
        + (figure.affiliation is not None)
        + (figure.group not in _VAGUE_GROUPS)
        + (figure.certainty is not Certainty.STATED)
    )
