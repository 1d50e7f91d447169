"""Which place, time and status belong to what: the regular cases, by position and preposition.

These rules choose among values that stand in the article; they never make one. Where nothing fits they
leave the value open, because an open place is honest and a wrong one is not.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from summariser.cues import Cue
from summariser.lexicon.ties import (
    DATELINE,
    NEGATION,
    OF_SAYING,
    ONGOING,
    SEQUENCE,
    SOON,
)
from summariser.normalise.dates import DateMention, resolve_date
from summariser.placing import is_local, movement_places, place_for, places_in
from summariser.reading import Reading
from summariser.schemas.codebooks import MovementStatus

__all__ = [
    "date_for",
    "dates_event",
    "is_local",
    "is_negated",
    "movement_places",
    "movement_status",
    "place_for",
    "places_in",
]
_PRECISE = ("day", "week", "month", "year", "unknown")


def is_negated(reading: Reading, cue: Cue) -> bool:
    """Whether the cue is denied right before it: "no sign of fighting", "without clashes"."""
    sentence = reading.sentence(cue.sentence)
    return NEGATION.search(sentence.text[: cue.start - sentence.start]) is not None


def date_for(reading: Reading, sentences: Sequence[str], near: Sequence[int] = ()) -> DateMention | None:
    """The time of an event: the most exact one in its sentences that is not the time of a statement."""
    fitting = [
        d for s in sentences for d in reading.dates if d.sentence == s and dates_event(reading, d, near)
    ]
    if not fitting:
        return None
    return min(fitting, key=lambda d: (_precision_rank(reading, d), sentences.index(d.sentence)))


def _precision_rank(reading: Reading, mention: DateMention) -> int:
    # Any publication date shows how exact the words are; it is not kept.
    published = reading.article.published
    if published is None:
        return 0 if re.search(r"day\b|yesterday|\d", mention.text, re.IGNORECASE) else 3
    return _PRECISE.index(resolve_date(mention.text, published).precision)


def dates_event(reading: Reading, mention: DateMention, near: Sequence[int]) -> bool:
    """Whether a time is that of the words at ``near``: not of a statement, nor of another clause."""
    sentence = reading.sentence(mention.sentence)
    before = sentence.text[: mention.start - sentence.start]
    dateline = DATELINE.match(sentence.text)
    if dateline and mention.start < sentence.start + dateline.end():
        return False
    if OF_SAYING.search(before):
        return False
    here = [p for p in near if sentence.start <= p < sentence.end]
    if not here:
        return True
    text = reading.article.text
    return any(not SEQUENCE.search(text[min(mention.end, p) : max(mention.start, p)]) for p in here)


def movement_status(reading: Reading, sentence: str, cues: Sequence[Cue]) -> MovementStatus:
    """Whether a movement took place: "are expected to be sent home" is planned, not done."""
    text, offset = reading.sentence(sentence).text, reading.sentence(sentence).start
    for cue in cues:
        before = text[: cue.start - offset]
        for planned in reading.cues.of(sentence, "status"):
            gap = text[planned.end - offset : cue.start - offset] if planned.end <= cue.start else None
            if gap is None or len(gap.split()) > 3 or "," in gap or any(c.isdigit() for c in gap):
                continue
            if planned.value == "planned" and re.search(SOON.pattern[1:], planned.text, re.IGNORECASE):
                return MovementStatus.PLANNED
            if planned.value == "denied":
                return MovementStatus.DENIED
        if ONGOING.search(before) and cue.text.casefold().endswith("ing"):
            return MovementStatus.ONGOING
    return MovementStatus.OCCURRED
