"""What one rule says of two reports, for the decision and for people."""

from __future__ import annotations

from dataclasses import dataclass

from summariser.schemas.brief import Aspect, Ground, Verdict


@dataclass(frozen=True, slots=True)
class Compared:
    """What one rule says.

    Attributes:
        ground: The verdict and its reason.
        weight: Of what is shared: how many open aspects it makes up for.
        numbers_only: Whether only a shared number makes up for it.
        vague: Whether it is open because one report is vague, so that there may be only one event to mean.
        near: Of what is apart: whether it is only just so.
    """

    ground: Ground
    weight: int = 0
    numbers_only: bool = False
    vague: bool = False
    near: bool = False

    @property
    def verdict(self) -> Verdict:
        """Of the ground."""
        return self.ground.verdict


def same(aspect: Aspect, reason: str) -> Compared:
    """The reports agree."""
    return Compared(Ground(aspect=aspect, verdict=Verdict.SAME, reason=reason))


def shared(aspect: Aspect, reason: str, weight: int = 1) -> Compared:
    """They have in common what can hardly be chance."""
    return Compared(Ground(aspect=aspect, verdict=Verdict.SHARED, reason=reason), weight=weight)


def open_(aspect: Aspect, reason: str, *, numbers_only: bool = False, vague: bool = False) -> Compared:
    """It cannot be told."""
    ground = Ground(aspect=aspect, verdict=Verdict.OPEN, reason=reason)
    return Compared(ground, numbers_only=numbers_only, vague=vague)


def apart(aspect: Aspect, reason: str, *, near: bool = False) -> Compared:
    """They cannot be of one event."""
    return Compared(Ground(aspect=aspect, verdict=Verdict.APART, reason=reason), near=near)
