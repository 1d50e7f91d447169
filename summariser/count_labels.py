"""What a number may be said to count: the labels, which units admit them, and which of two says less."""

from __future__ import annotations

from summariser.schemas.codebooks import DisplacementTerm, Measure, Unit

OTHER = "other"
"""The reading "something else", always open to the model."""
HOUSING = {
    f"term:{t}"
    for t in (
        DisplacementTerm.DESTROYED_HOUSING,
        DisplacementTerm.PARTIALLY_DESTROYED_HOUSING,
        DisplacementTerm.UNINHABITABLE_HOUSING,
    )
}
HOUSING_OF = {
    f"measure:{Measure.DESTROYED}": f"term:{DisplacementTerm.DESTROYED_HOUSING}",
    f"measure:{Measure.DAMAGED}": f"term:{DisplacementTerm.PARTIALLY_DESTROYED_HOUSING}",
}
"""The housing term that a word of destruction means where homes are counted."""
_EMPTIED = {f"term:{DisplacementTerm.EVACUATED}"}
AFFECTED = f"term:{DisplacementTerm.AFFECTED}"
_THINGS = {f"measure:{m}" for m in (Measure.DESTROYED, Measure.DAMAGED)}
_NOT_PEOPLE = HOUSING | _THINGS | {f"measure:{Measure.STRIKES}", f"measure:{Measure.MUNITIONS}"}
TOLLS = tuple(
    f"measure:{m}"
    for m in (
        Measure.KILLED,
        Measure.DIED,
        Measure.INJURED,
        Measure.MISSING,
        Measure.ABDUCTED,
        Measure.ARRESTED,
    )
)
_SHADOWED_BY = {
    "term:uninhabitable_housing": (
        "term:displaced",
        "term:evacuated",
        "term:forced_to_flee",
        "term:relocated",
    ),
    "term:in_relief_camp": (
        *TOLLS,
        "site:population",
        "site:capacity",
        "term:evacuated",
        "term:displaced",
        "term:relocated",
    ),
    "term:sheltered": ("site:population", "site:capacity", "need:people", "term:in_relief_camp"),
    "need:people": ("site:capacity",),
    "measure:participants": tuple(
        f"measure:{m}" for m in Measure if m not in {Measure.PARTICIPANTS, Measure.OTHER}
    ),
    "term:affected": tuple(f"term:{t}" for t in DisplacementTerm if t is not DisplacementTerm.AFFECTED),
    "measure:died": ("measure:killed",),
}
"""A general word says nothing beside a sharper one: "displaced people in camps" are displaced."""


def admits(label: str, unit: Unit) -> bool:
    """Whether a number in this unit can count what a label says: houses are not wounded."""
    if unit is Unit.PEOPLE:
        return label not in _NOT_PEOPLE
    if unit is Unit.HOUSEHOLDS:
        return label not in (_THINGS | {f"measure:{Measure.STRIKES}", f"measure:{Measure.MUNITIONS}"})
    if unit is Unit.HOMES:
        return label in HOUSING | _EMPTIED or label in HOUSING_OF
    if unit in {Unit.BUILDINGS, Unit.VEHICLES, Unit.SETTLEMENTS}:
        return label in _THINGS
    if unit is Unit.INCIDENTS:
        return label == f"measure:{Measure.STRIKES}"
    if unit is Unit.MUNITIONS:
        return label == f"measure:{Measure.MUNITIONS}"
    return unit is Unit.SUPPLIES and label.startswith("response:")


def rank(label: str) -> int:
    """Between equal distances: sites, then movements, then tolls, then help."""
    return ("site", "term", "measure", "need", "response", "spared").index(label.partition(":")[0])


def without_shadows(options: tuple[str, ...]) -> tuple[str, ...]:
    """The readings that no sharper one among them makes needless."""
    kept = tuple(o for o in options if not any(s in options for s in _SHADOWED_BY.get(o, ())))
    return kept or options
