"""Displacement terms after IDMC's event-labelling practice (read from labelled data, not its manual)."""

from enum import StrEnum


class DisplacementTerm(StrEnum):
    """The word that the source itself uses for what happened to the counted people or homes."""

    DISPLACED = "displaced"
    EVACUATED = "evacuated"
    FORCED_TO_FLEE = "forced_to_flee"
    RELOCATED = "relocated"
    SHELTERED = "sheltered"
    """In shelters, hosted, or in need of shelter."""
    IN_RELIEF_CAMP = "in_relief_camp"
    DESTROYED_HOUSING = "destroyed_housing"
    PARTIALLY_DESTROYED_HOUSING = "partially_destroyed_housing"
    """Damaged but standing."""
    UNINHABITABLE_HOUSING = "uninhabitable_housing"
    """People could not stay in their homes, whatever the damage."""
    HOMELESS = "homeless"
    RETURNED = "returned"
    AFFECTED = "affected"
    """Counted as affected without a word on where they are."""
    OTHER = "other"


class MovementStatus(StrEnum):
    """Whether the movement took place."""

    OCCURRED = "occurred"
    ONGOING = "ongoing"
    PLANNED = "planned"
    """Announced, expected or ordered, not yet done."""
    DENIED = "denied"


class Cause(StrEnum):
    """What set people in motion: IDMC's three causes, or not stated."""

    CONFLICT = "conflict"
    DISASTER = "disaster"
    OTHER = "other"
    UNKNOWN = "unknown"
