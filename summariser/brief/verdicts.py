"""What one rule says of two reports, for the decision and for people."""

from __future__ import annotations

from dataclasses import dataclass

from summariser.schemas.brief import Aspect, Ground, Verdict


@dataclass(frozen=True, slots=True)
class Compared:
    """What one rule says.

    Attributes:
        aspect: What it looks at.
        verdict: What it says.
        reason: Why, in words.
        weight: Of what is shared: how many open aspects it makes up for.
        numbers_only: Whether only a shared number makes up for it.
        vague: Whether it is open because one report is vague, so that there may be only one event to mean.
        near: Of what is apart: whether it is only just so.
    """

    aspect: Aspect
    verdict: Verdict
    reason: str
    weight: int = 0
    numbers_only: bool = False
    vague: bool = False
    near: bool = False

    @property
    def ground(self) -> Ground:
        """For the brief."""
        return Ground(aspect=self.aspect, verdict=self.verdict, reason=self.reason)


def same(aspect: Aspect, reason: str) -> Compared:
    """The reports agree."""
    return Compared(aspect, Verdict.SAME, reason)


def shared(aspect: Aspect, reason: str, weight: int = 1) -> Compared:
    """They have in common what can hardly be chance."""
    return Compared(aspect, Verdict.SHARED, reason, weight=weight)


def open_(aspect: Aspect, reason: str, *, numbers_only: bool = False, vague: bool = False) -> Compared:
    """It cannot be told."""
    return Compared(aspect, Verdict.OPEN, reason, numbers_only=numbers_only, vague=vague)


def apart(aspect: Aspect, reason: str, *, near: bool = False) -> Compared:
    """They cannot be of one event."""
    return Compared(aspect, Verdict.APART, reason, near=near)
