"""Whether only their name says that people moved: "food for 6,125 displaced people" counts who was fed."""

from __future__ import annotations

import re
from typing import Final

from summariser.meanings import FigureCandidate
from summariser.reach import AROUND
from summariser.reading import Reading
from summariser.schemas.codebooks import DisplacementTerm

_STAYS: Final = {f"term:{DisplacementTerm.SHELTERED}", f"term:{DisplacementTerm.IN_RELIEF_CAMP}"}
_A_PLACE_OF_STAY: Final = re.compile(
    r"(?:camps?|shelters?|cent(?:re|er)s?|sites?|settlements?)$", re.IGNORECASE
)
_BEFALLEN: Final = re.compile(r"affected|displaced|uprooted|impacted|hit by", re.IGNORECASE)
_SO_NAMED: Final = re.compile(
    r"(?:\s*\([^()]{0,60}\)|\))?\s+(?:who (?:are|were|have been)\s+)?"
    r"(?:(?:newly|recently|internally|most|directly)\s+)?"
)
"""Between who is counted and a word that only says who they are: "households (16,920 people) affected"."""


def only_named(reading: Reading, candidate: FigureCandidate) -> bool:
    """Whether nothing but the name of those counted says that they moved.

    Beside an act of help such a number counts those who were helped, and not all who are displaced.

    Args:
        reading: The article.
        candidate: A number, with what it may count.
    """
    terms = [o for o in candidate.options if o.startswith("term:")]
    if not terms or any(o.partition(":")[0] not in {"term", "response"} for o in candidate.options):
        return False
    number = candidate.number
    first = number.noun_start if number.noun_start is not None else number.start
    last = number.noun_end if number.noun_end is not None else number.end
    told = [c for c in reading.cues.of(number.sentence, "term") if c.label in terms]
    near = [c for c in told if abs(c.start - number.start) <= AROUND]
    return bool(near) and all(
        (c.label in _STAYS and _A_PLACE_OF_STAY.search(c.text) is not None)
        or first <= c.start < last
        or (
            c.start >= last
            and _BEFALLEN.fullmatch(c.text) is not None
            and _SO_NAMED.fullmatch(reading.text, last, c.start) is not None
        )
        for c in near
    )
