"""The stages at which a fact can be lost, and one loss."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Stage(StrEnum):
    """Where a fact was lost: the first stage, in the order of the pipeline, that did not hand it on."""

    LABEL = "in the label"
    """The labelled value does not stand in the text: a sum over it, a name from elsewhere."""
    NOT_READ = "value not read"
    """Number, name or date stands in the text, and the reading does not list it."""
    NOT_FOUND = "sentence not found"
    """The value was read, and its sentence is in no record and no issue: it was no candidate."""
    CHOICE = "wrong choice"
    """It was a candidate, and another label or value was chosen, or it was refused."""
    GROUPING = "wrong grouping"
    """It came out with another event or site, merged with another fact, or twice."""
    FORM = "wrong form"
    """The value was read or resolved otherwise: another number, unit, hedge, day or country."""
    EXTRA = "extra"
    """Predicted, and nothing in the label answers it."""


@dataclass(frozen=True, slots=True)
class Loss:
    """One fact, or one field of a found fact, that is missed or wrong.

    Attributes:
        what: Which kind of fact; ``event: place`` is a field of a found event.
        stage: Where it was lost; None for what is right.
    """

    what: str
    stage: Stage | None
