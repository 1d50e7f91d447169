"""What the library tells whoever waits for it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Progress:
    """One report of how far the work on an article has come.

    Args:
        stage: ``"model"`` (fetching its file), ``"engine"`` (starting it), ``"read"``, or a step's name.
        done: How much is done, in ``total``'s unit: bytes for ``"model"``, steps otherwise.
        total: How much there is; 0 where it is not known.
        text: The same in a few words for people.
    """

    stage: str
    done: int
    total: int
    text: str
