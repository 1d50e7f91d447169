"""The words that carry meaning in this field, as data: label -> patterns.

A cue never makes a record by itself. It says which readings of a sentence are *admissible*: the closed
schema offers only those to the model, and the verifier refuses a record whose sentence holds no cue
for it ("killed" may not be read from a sentence that says "injured").
Patterns are regular-expression fragments, matched without regard to case at word boundaries.
"""

from typing import Final

from summariser.lexicon.events import EVENT_CUES as _EVENTS
from summariser.lexicon.events import GENERIC_ATTACK
from summariser.lexicon.humanitarian import (
    ACCESS_CUES,
    CAUSE_CUES,
    NEED_CUES,
    RESPONSE_CUES,
    RISK_CUES,
    SEVERITY_CUES,
    SITE_CUES,
)
from summariser.lexicon.movements import HINTS, MOVEMENT_CUES
from summariser.lexicon.off_topic import NOT_AN_EVENT, OFF_TOPIC
from summariser.lexicon.orders import ORDERS as _ORDERS
from summariser.lexicon.people import GROUP_NOUNS, UNIT_NOUNS
from summariser.lexicon.status import STATUS_CUES
from summariser.lexicon.tolls import FIGURE_CUES
from summariser.lexicon.unrest import UNREST as _UNREST

EVENT_CUES: Final[dict[str, tuple[str, ...]]] = {
    kind: tuple(cue for table in (_EVENTS, _UNREST, _ORDERS) for cue in table.get(kind, ()))
    for kind in dict.fromkeys((*_EVENTS, *_UNREST, *_ORDERS))
}
"""Cues by sub-event type (and `GENERIC_ATTACK`)."""

__all__ = [
    "ACCESS_CUES",
    "CAUSE_CUES",
    "EVENT_CUES",
    "FIGURE_CUES",
    "GENERIC_ATTACK",
    "GROUP_NOUNS",
    "HINTS",
    "MOVEMENT_CUES",
    "NEED_CUES",
    "NOT_AN_EVENT",
    "OFF_TOPIC",
    "RESPONSE_CUES",
    "RISK_CUES",
    "SEVERITY_CUES",
    "SITE_CUES",
    "STATUS_CUES",
    "UNIT_NOUNS",
]
