"""Which event "the attack" goes back to.

With its article the bare noun tells of no event of its own: it takes up one that was told. Its name may say
which ("l'attaque de Gao", "el ataque del domingo", "the attack that left 12 dead"); else it is the last one.
Where somebody condemns it, and when, is not where and when it was.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from summariser.cues import Cue
from summariser.incident_index import Incident
from summariser.lexicon import GENERIC_ATTACK
from summariser.lexicon.going_back import (
    DEFINITE,
    DEFINITE_AR,
    GOVERNED,
    MERGED,
    NOUN,
    SAID,
    TO_DAY,
    TO_PLACE,
    WHICH_KILLED,
)
from summariser.normalise.dates import DateMention
from summariser.place_spans import PlaceSpan
from summariser.reading import Reading

_DEAD = frozenset({"measure:killed", "measure:died"})


@dataclass(frozen=True, slots=True)
class Mention:
    """A noun with its article that takes up an event."""

    cue: Cue
    is_subject: bool
    """Whether its clause tells of it: "the attack left ...", not "condemned the attack"."""
    since: int
    """Offset from which on the places of the sentence may be its own."""
    named_places: frozenset[str]
    """Ids of the towns of its name: "the attack on X"."""
    named_days: tuple[DateMention, ...]
    dead: int | None
    """How many died in it, where that is said to tell which it is."""


def taken_up(reading: Reading, sentence: str, cues: Sequence[Cue]) -> Mention | None:
    """The mention, where all that a sentence or scene says of violence is that it takes up an attack."""
    found = next((c for c in cues if _is_definite(reading, c)), None)
    if found is None:
        return None
    here = reading.sentence(sentence)
    before = here.text[: found.start - here.start]
    determiner = DEFINITE.search(before)
    lead = before[: determiner.start()] if determiner else before
    said = SAID.search(lead) is not None
    merged = MERGED.search(before) is not None
    is_subject = not merged and (said or GOVERNED.search(lead) is None)
    others = [c for c in cues if not _is_definite(reading, c)]
    if others and (not is_subject or any(c.value != GENERIC_ATTACK or c.start < found.start for c in others)):
        return None  # "after the attack soldiers shot three boys in Dorra": one more
    return Mention(
        cue=found,
        is_subject=is_subject,
        since=found.start if said else here.start,
        named_places=frozenset(s.name.id for s in _named_places(reading, found)),
        named_days=tuple(
            d
            for d in reading.dates_in(sentence)
            if d.start >= found.end and TO_DAY.fullmatch(reading.text[found.end : d.start])
        ),
        dead=_dead(reading, found),
    )


def _is_definite(reading: Reading, cue: Cue) -> bool:
    if NOUN.fullmatch(cue.text) is None:
        return False
    if DEFINITE_AR.match(cue.text):
        return True
    before = reading.text[reading.sentence(cue.sentence).start : cue.start]
    return DEFINITE.search(before) is not None or before.endswith(("ال", "لل"))


def _named_places(reading: Reading, cue: Cue) -> Iterable[PlaceSpan]:
    for span in reading.place_spans.get(cue.sentence, ()):
        if (
            span.level in {"local", "region"}
            and span.start >= cue.end
            and TO_PLACE.fullmatch(reading.text[cue.end : span.start])
        ):
            yield span


def _dead(reading: Reading, cue: Cue) -> int | None:
    if not reading.cues.labels(cue.sentence, "measure") & _DEAD:
        return None
    for number in reading.numbers_in(cue.sentence):
        if number.kind == "count" and not number.implicit and number.start >= cue.end:
            told = WHICH_KILLED.fullmatch(reading.text[cue.end : number.start])
            return int(number.value) if told and number.value is not None else None
    return None


def ties(reading: Reading, mention: Mention, incident: Incident, days: frozenset[str]) -> int:
    """By how many of the things that its name says a mention is of an event."""
    dead = mention.dead is not None and any(
        n.value == mention.dead and n.kind == "count"
        for s in incident.sentences
        if reading.cues.labels(s, "measure") & _DEAD
        for n in reading.numbers_in(s)
    )
    return bool(mention.named_places & incident.places) + bool(days & incident.dates) + dead


def where_since(reading: Reading, mention: Mention) -> set[str]:
    """Ids of the towns where its sentence puts something, of which a mention may be told."""
    spans = reading.place_spans.get(mention.cue.sentence, ())
    return {s.name.id for s in spans if s.is_where and s.start >= mention.since}


def tells_elsewhere(reading: Reading, mention: Mention, incident: Incident) -> bool:
    """Whether the sentence has a place or a day of its own, which is that of another deed.

    "The governor, in Karsa on Wednesday, condemned the attack": it is no evidence of where and when it was.
    """
    spans = reading.place_spans.get(mention.cue.sentence, ())
    known = incident.places | mention.named_places
    if any(s.level in {"local", "region"} and s.name.id not in known for s in spans):
        return True
    return any(d not in mention.named_days for d in reading.dates_in(mention.cue.sentence))
