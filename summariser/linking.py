"""Which place, time and status belong to what: the regular cases, by position and preposition.

These rules choose among values that stand in the article; they never make one. Where nothing fits they
leave the value open, because an open place is honest and a wrong one is not.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from summariser.cues import Cue
from summariser.lexicon.ties import (
    DATELINE,
    DESTINATION,
    LOCATIVE,
    NEGATION,
    OF_SAYING,
    ONGOING,
    ORIGIN,
    SEQUENCE,
    SOON,
)
from summariser.names import Name, NameMention
from summariser.normalise.dates import DateMention, resolve_date
from summariser.reading import Reading
from summariser.schemas.codebooks import MovementStatus

_LOOK_BACK = 5
"""How many sentences before an event its town may have been named."""
_PRECISE = ("day", "week", "month", "year", "unknown")


def is_negated(reading: Reading, cue: Cue) -> bool:
    """Whether the cue is denied right before it: "no sign of fighting", "without clashes"."""
    sentence = reading.sentence(cue.sentence)
    return NEGATION.search(sentence.text[: cue.start - sentence.start]) is not None


def places_in(reading: Reading, sentence: str) -> list[tuple[Name, NameMention]]:
    """The places named in a sentence, in text order; "US-backed" names none."""
    text = reading.article.text
    hits = [
        (name, mention)
        for name in reading.names
        if name.kind in {"place", "camp"}
        for mention in name.mentions
        if mention.sentence == sentence and text[mention.end : mention.end + 1] not in {"-", "‑"}
    ]
    return sorted(hits, key=lambda hit: hit[1].start)


def is_local(reading: Reading, name: Name) -> bool:
    """A town, village or camp, as against a province or a country."""
    place = reading.resolver.resolve(name.text, context=reading.places)
    if name.kind == "camp" or place.precision in {"place", "near"}:
        return True
    # A village that the gazetteer does not have: its country is inferred, or nothing is known of it.
    unknown = (place.reason or "").startswith("not in the gazetteer")
    return unknown and place.country_from != "gazetteer"


def place_for(reading: Reading, sentences: Sequence[str], near: int | None = None) -> NameMention | None:
    """The place of an event or fact: a town in its sentences, else one named shortly before, else a region.

    Args:
        reading: The article.
        sentences: The evidence, main sentence first.
        near: Offset of the word that reports it: of several towns the nearest to it is meant.
    """
    own = [(n, m) for s in sentences for n, m in places_in(reading, s) if _reads_as_place(reading, m)]
    local = [m for n, m in own if is_local(reading, n)]
    # A region in the event's own sentence says more than a town named sentences ago.
    regions = [
        m for n, m in own if reading.resolver.resolve(n.text, context=reading.places).precision == "admin"
    ]
    for choice in (local, regions):
        if choice:
            return _nearest(choice, near) if near is not None else choice[0]
    first = reading.index(sentences[0])
    for at in range(first - 1, max(-1, first - 1 - _LOOK_BACK), -1):
        earlier = [m for n, m in places_in(reading, reading.sentences[at].id) if is_local(reading, n)]
        if earlier:
            return earlier[0]
    wide = [m for _, m in own]
    return (_nearest(wide, near) if near is not None else wide[0]) if wide else None


def _reads_as_place(reading: Reading, mention: NameMention) -> bool:
    sentence = reading.sentence(mention.sentence)
    before = sentence.text[: mention.start - sentence.start]
    return LOCATIVE.search(before) is not None or not before.strip(" -–•*·.)0123456789\t")


def _nearest(mentions: Iterable[NameMention], near: int) -> NameMention:
    return min(mentions, key=lambda m: min(abs(m.start - near), abs(m.end - near)))


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


def movement_places(
    reading: Reading, sentence: str, since: int
) -> tuple[NameMention | None, NameMention | None, NameMention | None]:
    """(place, origin, destination) of a movement, by the preposition before each name of its sentence.

    Args:
        reading: The article.
        sentence: The sentence that states the movement.
        since: Where the movement begins to be told. A name before that belongs to another clause ("laid
            siege to X to allow the evacuation of thousands") and says where, not whereto.
    """
    text, offset = reading.sentence(sentence).text, reading.sentence(sentence).start
    place = origin = destination = None
    for _, mention in places_in(reading, sentence):
        before = text[: mention.start - offset]
        from_at = max((m.start() for m in ORIGIN.finditer(before)), default=-1)
        to_at = max((m.start() for m in DESTINATION.finditer(before)), default=-1)
        if mention.start < since or from_at == to_at:
            place = place or mention
        elif from_at > to_at:
            origin = origin or mention
        else:
            destination = destination or mention
    return place, origin, destination
