"""Repeats: a number that the article gives twice is one figure with two pieces of evidence."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

from summariser.schemas import Figure, Place, When
from summariser.schemas.codebooks import Certainty, GeoPrecision, PopulationGroup

F = TypeVar("F", bound=Figure)
_CONTESTED = {Certainty.DENIED, Certainty.DISPUTED}
"""What one source denies is not what another says."""
_LENT = ("when", "place", "origin", "destination")
"""What the sentence that tells it more fully may leave open, and another has said."""
_VAGUE_GROUPS = {None, PopulationGroup.PEOPLE}


def merge_repeats(
    figures: Iterable[F], measure: Callable[[F], object], *, digits: int | None = None
) -> tuple[F, ...]:
    """Merge figures with one number, measure and unit whose groups and sources do not contradict each other.

    Two sources that give the same number stay two figures: they are two claims. A headline's repeat of
    a number of the text is one. Order is kept; the fuller of two is kept, with the evidence of both.

    Args:
        figures: In text order.
        measure: What two figures must have in common beside their number.
        digits: With so many digits before its last zeros a number is no round one, and proves by itself that
            the same is told again: nobody counts 11,302 damaged houses twice.
    """
    kept: list[F] = []
    alike: dict[object, list[int]] = {}  # a table may have a thousand figures, and few of one number
    for figure in figures:
        rivals = alike.setdefault((measure(figure), figure.value, figure.unit), [])
        at = next(
            (
                i
                for i in rivals
                if (_repeats(kept[i], figure) if digits is None else _same_count(kept[i], figure, digits))
            ),
            None,
        )
        if at is None:
            rivals.append(len(kept))
            kept.append(figure)
        else:
            kept[at] = _merged(kept[at], figure)
    return tuple(kept)


def _repeats(one: F, other: F) -> bool:
    numbers = (one.value, one.low, one.high, one.unit) == (other.value, other.low, other.high, other.unit)
    if not numbers or one.qualifier is not other.qualifier:
        return False
    if one.certainty is not other.certainty and {one.certainty, other.certainty} & _CONTESTED:
        return False
    if _elsewhere(one, other) or _in_one_table(one, other):
        return False
    groups = one.group == other.group or {one.group, other.group} & _VAGUE_GROUPS
    sides = one.affiliation == other.affiliation or None in (one.affiliation, other.affiliation)
    sources = (
        one.claimed_by is None or other.claimed_by is None or one.claimed_by.name == other.claimed_by.name
    )
    return bool(groups and sides and sources)


def _same_count(one: F, other: F, digits: int) -> bool:
    """Whether two figures have a number so odd that only a retold count has it twice."""
    same = one.value is not None and (one.value, one.unit) == (other.value, other.unit)
    contested = {one.certainty, other.certainty} & _CONTESTED or _in_one_table(one, other)
    return same and not contested and _significant_digits(one.value or 0) >= digits


def _in_one_table(one: Figure, other: Figure) -> bool:
    """Whether two figures stand in two cells of one table: 84 came back to Karsa, and 84 in all."""
    cells = one.evidence[0].cell, other.evidence[0].cell
    if cells[0] is None or cells[1] is None or cells[0].words == cells[1].words:
        return False
    heads = {h.start for h in cells[0].column} & {h.start for h in cells[1].column}
    return bool(heads) or one.evidence[0].sentence == other.evidence[0].sentence


def _significant_digits(value: float) -> int:
    return len(str(int(value)).rstrip("0"))


def _elsewhere(one: Figure, other: Figure) -> bool:
    """Whether the two are told of two towns or of two times: 500 left Dorra, and 500 left Karsa."""
    towns = [
        (getattr(one, part, None), getattr(other, part, None)) for part in ("place", "origin", "destination")
    ]
    times = getattr(one, "when", None), getattr(other, "when", None)
    return any(_differ(a, b) for a, b in towns) or (
        times[0] is not None
        and times[1] is not None
        and None not in (times[0].start, times[1].start)
        and times[0].start != times[1].start
    )


def _differ(one: Place | None, other: Place | None) -> bool:
    """Two towns. A country beside a town of it, or a name that is not known, proves nothing."""
    known = (GeoPrecision.PLACE, GeoPrecision.NEAR)
    if one is None or other is None or one.precision not in known or other.precision not in known:
        return False
    return one.name != other.name


def _merged(one: F, other: F) -> F:
    better, worse = (one, other) if _fullness(one) >= _fullness(other) else (other, one)
    seen = {e.sentence for e in better.evidence}
    evidence = better.evidence + tuple(e for e in worse.evidence if e.sentence not in seen)
    lent = {
        part: getattr(worse, part) for part in _LENT if _is_open(better, part) and not _is_open(worse, part)
    }
    return better.model_copy(update={"id": one.id, "evidence": evidence, **lent})


def _is_open(figure: Figure, part: str) -> bool:
    """Whether a figure has such a part, and the text did not say it where the figure was told."""
    told = getattr(figure, part, None)
    if isinstance(told, When):
        return told.start is None and told.end is None
    return told is None


def _fullness(figure: Figure) -> int:
    return (
        2 * (figure.claimed_by is not None)
        + (figure.affiliation is not None)
        + (figure.group not in _VAGUE_GROUPS)
        + (figure.certainty is not Certainty.STATED)
    )
