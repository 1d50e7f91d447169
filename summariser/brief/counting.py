"""How many events took place, and apart from them how many were threatened, planned or denied."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from summariser.schemas.brief import EventCount, EventGroup


def count_of(groups: Iterable[EventGroup]) -> EventCount:
    """The groups by what became of them, each counted once."""
    found = Counter(state_of(group) for group in groups)
    return EventCount(**{name: found[name] for name in EventCount.model_fields})


def state_of(group: EventGroup) -> str:
    """``took_place``, else the status that the last report in print gives it: a plan can become a threat."""
    return "took_place" if group.took_place else group.members[-1].status.value
