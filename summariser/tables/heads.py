"""What the head of a column, or the caption, says that the numbers under it count."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from summariser.lexicon.table_heads import (
    BESIDE,
    BOTH_TOLLS,
    CAPACITY,
    DAMAGED,
    DESTROYED,
    GROUPS,
    HOMES_HEAD,
    HOUSEHOLDS,
    NEEDED,
    NOT_COUNTED,
    PARTLY,
    PEOPLE,
    REACHED,
    STAYING,
    TERMS,
    TOLLS,
    UNINHABITABLE,
    WHOLLY,
    scale_of,
)
from summariser.schemas.codebooks import DisplacementTerm, Measure, PopulationGroup, Unit

NOTHING = "nothing"
"""The label of a column whose numbers count nothing that a summary holds: shares, money, baselines."""
SOMEBODY = "somebody"
"""The label of a head that names people or families and not what befell them."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """What numbers count.

    Attributes:
        label: "term:displaced", "measure:killed", "site:capacity", "response:reached", `NOTHING`, `SOMEBODY`.
        unit: In which unit; None where its own noun says so.
        group: Which people.
        scale: How many each number stands for.
    """

    label: str
    unit: Unit | None = Unit.PEOPLE
    group: PopulationGroup | None = None
    scale: int = 1


def meaning_of(head: str) -> Meaning | None:
    """What a head says of its numbers; None where it says nothing that we know.

    Args:
        head: Its words, those of all its lines in one.
    """
    scale = scale_of(head)
    unit = Unit.HOUSEHOLDS if HOUSEHOLDS.search(head) else Unit.PEOPLE
    if CAPACITY.search(head) and "%" not in head:
        return Meaning("site:capacity", unit, None, scale)
    if NOT_COUNTED.search(head) or BOTH_TOLLS.search(head):
        return Meaning(NOTHING)
    if HOMES_HEAD.search(head) and unit is Unit.PEOPLE:
        lost = _lost(head)
        return Meaning(f"term:{lost}", Unit.HOMES, None, scale) if lost else Meaning(NOTHING)
    for value, pattern in TOLLS:
        if pattern.search(head):
            group = _group(head) or PopulationGroup.PEOPLE
            return Meaning(f"measure:{Measure(value)}", Unit.PEOPLE, group, scale)
    if REACHED.search(head):
        return Meaning("response:reached", unit, _group(head), scale)
    term = _term(head)
    if term is not None:
        return Meaning(f"term:{term}", unit, _group_moved(head, term, unit), scale)
    if STAYING.search(head):
        return Meaning("site:population", unit, None, scale)
    named = HOUSEHOLDS.search(head) or PEOPLE.search(head) or _group(head)
    return Meaning(SOMEBODY, unit, _group(head), scale) if named else None


def lost_homes(words: str) -> str | None:
    """The housing term of a caption such as "Houses destroyed by district"."""
    return _lost(words) if HOMES_HEAD.search(words) else None


def term_of(words: str) -> str | None:
    """The term of displacement that a caption names first."""
    found = [(m.start(), value) for value, pattern in TERMS if (m := pattern.search(words))]
    return min(found)[1] if found else None


def _are_several(words: str) -> bool:
    """Whether a line names two movements: side by side, or a return behind another one.

    "Displaced people who returned" does; "IDPs in camps" and "returns of displaced people" name one.
    """
    found = sorted((m.start(), m.end(), value) for value, pattern in TERMS for m in pattern.finditer(words))
    for (_, end, one), (start, _, other) in pairwise(found):
        if one != other and (other == "returned" or (start > end and BESIDE.search(words, end, start))):
            return True
    return False


def group_of(words: str) -> PopulationGroup | None:
    """The group that a head names: "Children", "Civilians killed"."""
    return _group(words)


def _lost(head: str) -> DisplacementTerm | None:
    """What became of homes; None where a head says nothing of it, or counts those destroyed and damaged."""
    if UNINHABITABLE.search(head):
        return DisplacementTerm.UNINHABITABLE_HOUSING
    if PARTLY.search(head):
        return None if WHOLLY.search(head) else DisplacementTerm.PARTIALLY_DESTROYED_HOUSING
    if WHOLLY.search(head):
        return DisplacementTerm.DESTROYED_HOUSING
    destroyed, damaged = DESTROYED.search(head), DAMAGED.search(head)
    if (destroyed is None) == (damaged is None):
        return None
    return DisplacementTerm.DESTROYED_HOUSING if destroyed else DisplacementTerm.PARTIALLY_DESTROYED_HOUSING


def _term(head: str) -> DisplacementTerm | None:
    for value, pattern in TERMS:
        if pattern.search(head):
            return DisplacementTerm(value)
    return None


def _group(head: str) -> PopulationGroup | None:
    return next((PopulationGroup(value) for value, pattern in GROUPS if pattern.search(head)), None)


def _group_moved(head: str, term: DisplacementTerm, unit: Unit) -> PopulationGroup | None:
    if unit is Unit.HOUSEHOLDS:
        return None
    named = _group(head)
    if named is not None:
        return named
    by_term = {
        DisplacementTerm.DISPLACED: PopulationGroup.DISPLACED,
        DisplacementTerm.RETURNED: PopulationGroup.RETURNEES,
    }
    return by_term.get(term, PopulationGroup.PEOPLE)


def subject_of(words: str) -> Meaning | None:
    """What a caption, or the line over a list, says that the numbers under it count.

    A line that names two things ("killed and displaced", "displacement and returns") says nothing for all of
    them; nor does one that names need, or help for the displaced.
    """
    scale = scale_of(words)
    lost = lost_homes(words)
    toll = next((value for value, pattern in TOLLS if pattern.search(words)), None)
    term = term_of(words)
    if _are_several(words) or NEEDED.search(words) or (term is not None and REACHED.search(words)):
        return None
    if lost is not None and term is None:
        return Meaning(f"term:{lost}", Unit.HOMES, None, scale)
    if toll is not None and term is None:
        return Meaning(f"measure:{toll}", Unit.PEOPLE, group_of(words), scale)
    if term is None or toll is not None:
        return None
    unit = Unit.HOUSEHOLDS if HOUSEHOLDS.search(words) else Unit.PEOPLE
    group = _group_moved(words, DisplacementTerm(term), unit)
    return Meaning(f"term:{term}", unit, group, scale)


def meaning_of_term(term: str, unit: Unit) -> Meaning:
    """The meaning of a term of displacement: its people are displaced people, returnees, or just people."""
    groups = {"displaced": PopulationGroup.DISPLACED, "returned": PopulationGroup.RETURNEES}
    group = groups.get(term, PopulationGroup.PEOPLE) if unit is Unit.PEOPLE else None
    return Meaning(f"term:{term}", unit, group)
