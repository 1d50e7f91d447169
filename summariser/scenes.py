"""The scenes of a sentence that tells what happened in several places, each with its own deed or toll.

"Shelling killed three in Karsa and five in Dorra" is two events; so is "In Karsa a bomb wounded 15, while in
Dorra two soldiers died". "Jets bombed Karsa and Dorra" is one scene, and so is what is told of one place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from summariser.normalise.numbers import NumberMention
from summariser.place_spans import PlaceSpan
from summariser.reading import Reading

_BORDER: Final = re.compile(
    r";|,?\s+\b(?:and|while|whereas|but|y|e|mientras(?: que)?|et|tandis qu[e'’]|alors qu[e'’])(?=\W)"
    r"|[,،]?\s+(?:بينما|فيما|كما)\b|[,،]?\s+(?=و\S)|,|،",
    re.IGNORECASE,
)
_OPENS: Final = re.compile(
    r"\s*(?:(?:and|while|but|y|et)\s+)?(?:in|at|near|outside|around|en|à|au|dans|في|ب)\s*"
    r"(?:(?:the|nearby|neighbou?ring|la|el|le)\s+)?(?:(?:village|town|city|district|area|camp)\s+of\s+)?",
    re.IGNORECASE,
)
"""What stands between a border and a place that opens a clause."""
_WEAK: Final = frozenset(",،")
_HEDGES: Final = re.compile(
    r"\s*(?:(?:at|least|most|about|around|some|nearly|almost|over|more|than|up|to|another|a|an|further|additional"
    r"|otr[oa]s?|unos|unas|al|menos|más|de|au|moins|plus|environ|autres|نحو|حوالي)\s+)*",
    re.IGNORECASE,
)
_CARRIED: Final = re.compile(
    r"\b(?:hospitals?|clinics?|morgues?|mortuary|buried|burial|funerals?|evacuated|treat\w*|freed|released"
    r"|rescued|arrived|taken|brought|rushed|transferred|flown|based|born|living|spokes\w+|said|says|told"
    r"|hospital(?:es)?|hôpita(?:l|ux)|morgue|trasladad[oa]s?|transférée?s?)\b|مستشفى|مستشفيات|المشرحة",
    re.IGNORECASE,
)
"""Who was brought, treated or heard in another town did not come to harm there."""
_FALLS_ON: Final = re.compile(r"\s*\w+(?:ing|ando|iendo)\b", re.IGNORECASE)
"""What follows from the deed: "Jets bombed Dorra, killing 5 in Sarran"."""


@dataclass(frozen=True, slots=True)
class Scene:
    """A stretch of a sentence with a place of its own.

    Attributes:
        start: Where it begins, in the article.
        end: Where it ends.
        place: Offset of its place.
        elided: Whether its deed is that of the scene before: "and five in Dorra".
    """

    start: int
    end: int
    place: int
    elided: bool


def scenes_in(reading: Reading, sentence: str) -> tuple[Scene, ...]:
    """The scenes of a sentence; none where it has but one."""
    return reading.once("scenes", sentence, lambda: _scenes(reading, sentence))


def scene_at(reading: Reading, at: int) -> Scene | None:
    """The scene in which an offset lies; None in a sentence of one scene."""
    found = scenes_in(reading, reading.sentence_at(at).id)
    return next((s for s in found if s.start <= at < s.end), None)


def is_where_it_was(reading: Reading, span: PlaceSpan) -> bool:
    """Whether a town is where something happened, and not whence somebody came or how somebody is called."""
    return span.level == "local" and span.is_where and span.name.id in reading.local_names


def is_carried(words: str) -> bool:
    """Whether words before a place say that somebody was brought, treated or heard there."""
    return _CARRIED.search(words) is not None


def _scenes(reading: Reading, sentence: str) -> tuple[Scene, ...]:
    whole = reading.sentence(sentence)
    if sentence in reading.rows or whole.role != "body":
        return ()
    places = [s for s in reading.place_spans.get(sentence, ()) if _may_be_a_scene(reading, s)]
    found = [Scene(whole.start, whole.end, places[0].start, False)] if places else []
    for before, place in pairwise(places):
        cut = _cut(reading, before, place)
        if cut is not None and place.name is not before.name:
            last = found.pop()
            found.append(Scene(last.start, cut[0], last.place, last.elided))
            found.append(Scene(cut[0], whole.end, place.start, cut[1]))
    return tuple(found) if len(found) > 1 else ()


def _may_be_a_scene(reading: Reading, span: PlaceSpan) -> bool:
    return (span.level == "region" and span.is_where) or is_where_it_was(reading, span)


def _cut(reading: Reading, before: PlaceSpan, place: PlaceSpan) -> tuple[int, bool] | None:
    """Where the scene of a place begins behind the place before it, and whether its deed is told before."""
    text, since = reading.text, max(before.end, before.reach)
    if since >= place.start:
        return None
    gap = text[since : place.start]
    for border in reversed(list(_BORDER.finditer(gap))):
        lead, at = gap[border.end() :], since + border.end()
        weak = border.group() in _WEAK
        if is_carried(lead):
            return None
        number = _toll_in(reading, place.sentence, at, place.start)
        if number is not None and _is_bare(text, number, at, place.start):
            told = _tells(reading, before.sentence, reading.sentence(before.sentence).start, since)
            return (since + border.start(), True) if told else None
        if _FALLS_ON.match(lead):
            continue
        if _tells(reading, place.sentence, at, place.start) and not weak:
            return since + border.start(), False
        opened = _OPENS.fullmatch(lead) is not None and (not weak or _is_clause(text, place))
        if opened and _tells(reading, place.sentence, place.end, _next_border(reading, place)):
            return since + border.start(), False
    return None


def _is_clause(text: str, place: PlaceSpan) -> bool:
    """Whether a comma follows a place that opens a clause behind a comma: ", in Dorra, two died"."""
    return text[place.end : place.end + 1] == ","


def _toll_in(reading: Reading, sentence: str, start: int, end: int) -> NumberMention | None:
    """The one number that counts people between two offsets."""
    counts = [n for n in reading.numbers_in(sentence) if n.kind == "count" and not n.implicit]
    inside = [n for n in counts if start <= n.start < end]
    return inside[0] if len(inside) == 1 else None


def _is_bare(text: str, number: NumberMention, start: int, end: int) -> bool:
    """Whether there is but the number, with its hedge and its noun, before a place: "and five in"."""
    own = (
        number.noun_end if number.noun_end and not number.inherited and number.noun_end <= end else number.end
    )
    lead, rest = text[start : number.start], text[own:end]
    return _HEDGES.fullmatch(lead) is not None and _OPENS.fullmatch(rest) is not None


def _tells(reading: Reading, sentence: str, start: int, end: int) -> bool:
    """Whether a deed or harm is told between two offsets."""
    return any(start <= c.start < end for c in reading.cues.of(sentence, "event", "measure"))


def _next_border(reading: Reading, place: PlaceSpan) -> int:
    """Where the clause that a place opens ends."""
    end = reading.sentence(place.sentence).end
    later: Iterator[int] = (
        s.start for s in reading.place_spans.get(place.sentence, ()) if s.start > place.end
    )
    return min(later, default=end)
