"""A text changed at some places, and which stretch of the one is which stretch of the other.

What is read may be a cleaner text than what was given ("dis-⏎placed" as "displaced"). What is cited is
always what was given, so every change is kept with its place.
"""

from __future__ import annotations

import bisect
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True, slots=True)
class Edit:
    """One change: ``before[start:end]`` became ``text``."""

    start: int
    end: int
    text: str


@dataclass(frozen=True)
class Rewriting:
    """A text and its changes, in text order and without overlap."""

    before: str
    edits: tuple[Edit, ...]

    @cached_property
    def after(self) -> str:
        """The text with all changes made."""
        parts, at = [], 0
        for edit in self.edits:
            parts += [self.before[at : edit.start], edit.text]
            at = edit.end
        return "".join([*parts, self.before[at:]])

    @cached_property
    def _made(self) -> tuple[list[int], list[int]]:
        """Where each edit's text begins and ends in ``after``."""
        starts, ends, shift = [], [], 0
        for edit in self.edits:
            starts.append(edit.start + shift)
            ends.append(edit.start + shift + len(edit.text))
            shift += len(edit.text) - (edit.end - edit.start)
        return starts, ends

    @cached_property
    def _given(self) -> tuple[list[int], list[int]]:
        """Where each edit begins and ends in ``before``."""
        return [edit.start for edit in self.edits], [edit.end for edit in self.edits]

    def back(self, start: int, end: int) -> tuple[int, int]:
        """Which stretch of ``before`` a stretch of ``after`` was made of.

        A changed place is taken whole, also where only a part of it is asked for: of a ligature there is no
        half. What was taken away at the edge of the stretch stays outside.
        """
        starts, ends = self._made
        first = bisect.bisect_right(ends, start)  # the first change that ends behind the start
        if first < len(self.edits) and starts[first] <= start:
            left = self.edits[first].start
        else:
            left = start + self._shift(first)
        last = bisect.bisect_left(starts, end)  # one past the last change that begins before the end
        if last and ends[last - 1] >= end and last > first:
            right = self.edits[last - 1].end
        else:
            right = end + self._shift(last)
        return left, max(left, right)

    def forth(self, start: int, end: int) -> tuple[int, int]:
        """Which stretch of ``after`` a stretch of ``before`` became; changed places are taken whole."""
        starts, ends = self._made
        begins, closes = self._given
        first = bisect.bisect_right(closes, start)
        if first < len(self.edits) and begins[first] <= start:
            left = starts[first]
        else:
            left = start - self._shift(first)
        last = bisect.bisect_left(begins, end)
        if last and closes[last - 1] >= end and last > first:
            right = ends[last - 1]
        else:
            right = end - self._shift(last)
        return left, max(left, right)

    def _shift(self, edits: int) -> int:
        """What to add to an offset of ``after`` behind so many changes to have that of ``before``."""
        if not edits:
            return 0
        return self.edits[edits - 1].end - self._made[1][edits - 1]


def rewritten(before: str, edits: Iterable[tuple[int, int, str]]) -> Rewriting:
    """A text with changes given as (start, end, text), in any order.

    Raises:
        ValueError: Two changes overlap, or one lies outside.
    """
    found = tuple(Edit(*edit) for edit in sorted(edits, key=lambda edit: edit[:2]))
    at = 0
    for edit in found:
        if not at <= edit.start <= edit.end <= len(before):
            raise ValueError(f"the change at {edit.start} overlaps another, or lies outside")
        at = edit.end
    return Rewriting(before, found)
