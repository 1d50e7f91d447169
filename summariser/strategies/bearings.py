"""Where and when a toll is told to be, beside the events that it might belong to.

"The toll of Tuesday's strike rose to five" is of the strike of Tuesday, though one of Wednesday was told
last; "40 died in Sarran" is of no event in Dorra.
"""

from __future__ import annotations

import re
from typing import Final

from summariser.incident_index import Incident
from summariser.incidents import days_of
from summariser.linking import dates_event
from summariser.normalise.numbers import NumberMention
from summariser.placing import place_for
from summariser.reading import Reading
from summariser.scenes import is_carried, is_where_it_was, scene_at
from summariser.whereabouts import lies_outside

_POSSESSIVE: Final = re.compile(r"\s*['’]s?\s+\w")
_CARRIED: Final = re.compile(
    r"\b(?:hospitals?|clinics?|morgues?|mortuary|buried|burial|funerals?|evacuated|treated|treatment"
    r"|found alive|freed|released|rescued|hospital(?:es)?|hôpita(?:l|ux)|morgue)\b"
    r"|مستشفى|مستشفيات|المشرحة",
    re.IGNORECASE,
)
"""Who was brought, treated or set free in another town did not come to harm there."""


class Bearings:
    """The towns and days that the sentence of a toll names."""

    def __init__(self, reading: Reading, sentence: str) -> None:
        """Note them.

        Args:
            reading: The article.
            sentence: Id of a sentence that tells of no event itself.
        """
        carried = _CARRIED.search(reading.sentence(sentence).text) is not None
        self._towns = frozenset() if carried else _towns(reading, sentence)
        dates = [d for d in reading.dates_in(sentence) if dates_event(reading, d, ())]
        self._days = frozenset(day for d in dates for day in days_of(reading, d))
        self._carried, self._reading, self._sentence = carried, reading, sentence
        self._only = frozenset(
            day for d in dates if _POSSESSIVE.match(reading.text, d.end) for day in days_of(reading, d)
        )

    def exclude(self, incident: Incident) -> bool:
        """Whether the toll is of another town than an event, or of what another day is named for."""
        if self._towns and incident.places and not self._towns & incident.places:
            return True
        if not self._carried and lies_outside(self._reading, self._sentence, incident):
            return True
        return bool(self._only and incident.dates and not self._only & incident.dates)

    def meet(self, incident: Incident) -> bool:
        """Whether it names a day of the event."""
        return bool(self._days & incident.dates)


def _towns(reading: Reading, sentence: str) -> frozenset[str]:
    return frozenset(
        span.name.id for span in reading.place_spans.get(sentence, ()) if is_where_it_was(reading, span)
    )


def is_of_another_town(reading: Reading, number: NumberMention, incident: Incident) -> bool:
    """Whether a toll in an event's own sentence has a verb and a town of its own, behind the event's town.

    "Gunmen killed 4 in Aden and killed 5 in Taiz": the 5 are none of the dead of Aden. "Jets bombed Dorra,
    killing 5 in Sarran" is one event.
    """
    numbers = [n for n in reading.numbers_in(number.sentence) if n.kind == "count" and not n.implicit]
    end = min(
        (n.start for n in numbers if n.start > number.start), default=reading.sentence(number.sentence).end
    )
    spans = [s for s in reading.place_spans.get(number.sentence, ()) if is_where_it_was(reading, s)]
    scene = scene_at(reading, number.start)
    spans = [s for s in spans if scene is None or scene.start <= s.start < scene.end]
    own = next((s for s in spans if number.end <= s.start < end), None)
    if own is None or is_carried(reading.text[number.end : own.start]):
        return False
    here = reading.once(  # an event may have as many tolls as sentences
        "place of an incident",
        f"{incident.near()} {' '.join(incident.sentences[:2])} {len(incident.sentences)}",
        lambda: place_for(reading, incident.sentences, incident.near()),
    )
    if here is None:
        return False
    theirs = [s for s in spans if s.mention == here and s.name is not own.name and s.end <= number.start]
    return any(
        s.end <= cue.start < number.start and not cue.text.casefold().endswith("ing")
        for s in theirs
        for cue in reading.cues.of(number.sentence, "measure", "event")
    )
