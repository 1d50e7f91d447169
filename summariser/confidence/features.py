"""What can be seen of a value that bears on whether it is right: how, where and beside what it is stated.

Every feature is a number between 0 and 1, named in plain words. Those that begin with a kind ("event: named
side a") count for values of that kind alone. Nothing here depends on which article it is, nor on names in it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import timedelta
from functools import lru_cache

from summariser.reading import Reading
from summariser.schemas import (
    Actor,
    Claimant,
    DisplacementFigure,
    Event,
    Evidence,
    Figure,
    Need,
    Place,
    Response,
    Site,
    When,
)
from summariser.schemas.codebooks import ActorKind, ActorRole, Severity
from summariser.schemas.figures import VAGUE

Values = dict[str, float]
Features = Mapping[str, float]
_MANY_NUMBERS, _MANY_WORDS, _MANY_SENTENCES, _FAR, _MANY_RIVALS = 4, 60, 4, 12, 3
_EARLY = 4
_OLD = timedelta(days=30)
_WORD = re.compile(r"\w+")
_LABELLED = ("measure", "term", "site", "need", "response")


def stated(kind: str, evidence: Sequence[Evidence], reading: Reading) -> Values:
    """What every value has: its kind, and the sentence that states it."""
    sentence = reading.sentence(evidence[0].sentence)
    counts = sum(n.kind == "count" and not n.implicit for n in reading.numbers_in(sentence.id))
    return {
        "any": 1.0,
        kind: 1.0,
        "not in English": float(reading.language != "en"),
        f"{kind}: not in English": float(reading.language != "en"),
        "not in the body": float(sentence.role != "body"),
        "numbers beside it": min(counts, _MANY_NUMBERS) / _MANY_NUMBERS,
        "long sentence": min(_words_in(sentence.text), _MANY_WORDS) / _MANY_WORDS,
    }


@lru_cache(maxsize=16)  # of a row with hundreds of numbers it is asked for each
def _words_in(text: str) -> int:
    return len(_WORD.findall(text))


def of_figure(figure: Figure, kind: str, reading: Reading) -> Values:
    """A number: what it measures, how it is written, what else it could count."""
    found = stated(kind, figure.evidence, reading)
    label = _label(figure)
    if label is not None:
        found[f"{kind}: {label.partition(':')[2]}"] = 1.0
    cues = reading.cues.of(figure.evidence[0].sentence, *_LABELLED)
    own = [c for c in cues if c.label == label]
    start, end = figure.words.start, figure.words.end
    text = reading.text
    gaps = [len(_WORD.findall(text[min(end, c.end) : max(start, c.start)])) for c in own]
    told: Mapping[object, int] = reading.once(
        "how often told", "", lambda: Counter(n.value for n in reading.numbers if n.value is not None)
    )
    same = told.get(figure.value, 0)
    found |= {
        "no word for it in its sentence": float(not own),
        "far from its word": min(min(gaps, default=_FAR), _FAR) / _FAR,
        "rivals": min(len({c.label for c in cues} - {label}), _MANY_RIVALS) / _MANY_RIVALS,
        "vague": float(figure.qualifier in VAGUE),
        "no number word": float(figure.derived is not None),
        "nothing counted beside it": float(figure.counted is None),
        "told again": float(same > 1),
        "claimed": float(figure.claimed_by is not None),
        f"{kind}: claimed": float(figure.claimed_by is not None),
    }
    return found


def _label(figure: Figure) -> str | None:
    if isinstance(figure, DisplacementFigure):
        return f"term:{figure.term}"
    measure = getattr(figure, "measure", None)
    return f"measure:{measure}" if measure is not None else None


def of_event(event: Event, reading: Reading) -> Values:
    """An event: its type, and how much the article has to say of it."""
    found = stated("event", event.evidence, reading)
    published, start = reading.article.published, event.when.start
    roles = {a.role for a in event.actors}
    found |= {
        f"event: {event.type}": 1.0,
        f"event: {event.status}": 1.0,
        "event: sentences": min(len(event.evidence), _MANY_SENTENCES) / _MANY_SENTENCES,
        "event: at the beginning": float(reading.index(event.evidence[0].sentence) < _EARLY),
        "event: place": float(event.place is not None),
        "event: time": float(start is not None),
        "event: old": float(bool(published and start and published - start > _OLD)),
        "event: side a": float(ActorRole.SIDE_A in roles),
        "event: side b": float(ActorRole.SIDE_B in roles),
        "event: toll": float(bool(event.fatalities or event.injuries)),
        "event: other figures": float(bool(event.other_figures)),
    }
    return found


def of_place(place: Place, home: Evidence, reading: Reading) -> Values:
    """A place of a record whose main sentence is ``home``."""
    found = stated("place", place.evidence, reading)
    found |= {
        f"place: {place.precision}": 1.0,
        "place: told elsewhere": float(place.evidence[0].sentence != home.sentence),
        "place: country inferred": float(place.country_from == "context"),
    }
    return found


def of_time(when: When, home: Evidence, reading: Reading) -> Values:
    """A time of a record; one that is left open says nothing."""
    found = stated("time", (home,), reading)
    inside = when.words is not None and home.start <= when.words.start < home.end
    return found | {f"time: {when.precision}": 1.0, "time: told elsewhere": float(not inside)}


def of_actor(actor: Actor, home: Evidence, reading: Reading) -> Values:
    """A party to an event."""
    found = stated("actor", actor.evidence, reading)
    beside = len({a.canonical.name for a in reading.actors_in(actor.evidence[0].sentence)})
    found |= {
        f"actor: {actor.role}": 1.0,
        "actor: of no known kind": float(actor.kind is ActorKind.UNKNOWN),
        "actor: no name": float(actor.words.text.islower()),
        "actor: told elsewhere": float(actor.evidence[0].sentence != home.sentence),
        "actor: others beside it": min(max(beside - 1, 0), _MANY_RIVALS) / _MANY_RIVALS,
    }
    return found


def of_claimant(claimant: Claimant, home: Evidence, reading: Reading) -> Values:
    """Who says so."""
    found = stated("source", (home,), reading)
    inside = home.start <= claimant.words.start < home.end
    return found | {
        "source: told elsewhere": float(not inside),
        "source: a person of a body": float(claimant.affiliation is not None),
        "source: no name": float(claimant.words.text.islower()),
    }


def of_site(site: Site, reading: Reading) -> Values:
    """A camp or shelter."""
    found = stated("site", site.evidence, reading)
    return found | {
        f"site: {site.kind}": 1.0,
        "site: population": float(bool(site.population)),
        "site: condition": float(bool(site.conditions)),
    }


def of_need(need: Need, reading: Reading) -> Values:
    """What people lack."""
    found = stated("need", need.evidence, reading)
    unstated = float(need.severity is Severity.UNSTATED)
    return found | {f"need: {need.cluster}": 1.0, "need: no word of severity": unstated}


def of_response(response: Response, reading: Reading) -> Values:
    """Help."""
    found = stated("response", response.evidence, reading)
    return found | {
        f"response: {response.status}": 1.0,
        "response: by somebody": float(response.actor is not None),
        "response: cluster": float(response.cluster is not None),
    }
