"""Whether what a sentence tells lies in another area than an event: another region, or another country.

Towns are told apart by their names alone. A region holds towns: "in North Kivu" may be in Goma, but nothing
that was in Rafah was in Gao.
"""

from __future__ import annotations

from collections.abc import Iterable

from summariser.incident_index import Incident
from summariser.names import Name
from summariser.normalise.place_types import ResolvedPlace
from summariser.place_spans import PlaceSpan
from summariser.reading import Reading


def areas_in(reading: Reading, sentence: str) -> set[str]:
    """Ids of the regions that a sentence puts something in."""
    return {span.name.id for span in _where(reading, sentence) if span.level == "region"}


def lies_outside(reading: Reading, sentence: str, incident: Incident) -> bool:
    """Whether a sentence puts something where none of the towns and regions of an event can be.

    Args:
        reading: The article.
        sentence: One that has no town in common with the event.
        incident: A candidate event.
    """
    theirs = {span.name.id: span.name for span in _where(reading, sentence)}
    known = incident.places | incident.areas
    if not theirs or not known or known & set(theirs):
        return False
    mine = _resolved(reading, (n for n in _by_id(reading, known)))
    return not any(_may_meet(a, b) for a in _resolved(reading, theirs.values()) for b in mine)


def _where(reading: Reading, sentence: str) -> list[PlaceSpan]:
    """The towns and regions of a sentence that are where something is told to be."""
    return [s for s in reading.place_spans.get(sentence, ()) if s.level in {"local", "region"} and s.is_where]


def _by_id(reading: Reading, ids: Iterable[str]) -> list[Name]:
    names = reading.once("names by id", "", lambda: {n.id: n for n in reading.names})
    return [names[i] for i in sorted(ids) if i in names]


def _resolved(reading: Reading, names: Iterable[Name]) -> list[ResolvedPlace]:
    return [reading.where(name.text) for name in names]


def _may_meet(a: ResolvedPlace, b: ResolvedPlace) -> bool:
    """Whether two places may be one, or one in the other; what is not known may."""
    if a.country is None or b.country is None or "context" in {a.country_from, b.country_from}:
        return True
    if a.country != b.country:
        return False
    if a.admin is None or b.admin is None or {a.precision, b.precision} <= {"place"}:
        return True
    return a.admin == b.admin
