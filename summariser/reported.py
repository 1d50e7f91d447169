"""How much speaks for a word of violence reporting an event, rather than only speaking of violence.

"Gunmen killed two teachers in Tel Rif on Monday" reports; "he condemned the killings", "more than 3,000 have
been killed since 1980", "to prevent attacks" and "rifles and grenades were seized" do not. Signals are
counted from the form of the word, what stands before it, and what its sentence ties to it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final

from summariser.cues import Cue
from summariser.frames import is_any
from summariser.lexicon import doubts, mishaps
from summariser.lexicon import reporting as words
from summariser.lexicon import reporting_abroad as there
from summariser.linking import dates_event, is_local, places_in
from summariser.needed_letters import Gated, gated
from summariser.normalise.dates import resolve_date
from summariser.normalise.numbers import NumberMention
from summariser.polarity import is_called_a_lie, is_remembered, is_retold, is_unreal
from summariser.reading import Reading
from summariser.reasons import PROTESTS, without_reasons
from summariser.schemas.codebooks import SUB_EVENT_TYPES, EventStatus, EventType, SubEventType

_VERB: Final = re.compile(
    r"(?:\w+ed|shot|struck|slain|beaten|blown|blew|fought|threw|took|taken|stole|stolen|set|laid|overran|retook"
    r"|burnt|cut|drove|driven|put|fell|kills?|came|went|led|held|hung|lay|dug|tore|brought|sank|gave|sat|ran|swept|broke|sent|met|shook|found|made|lit|rode|hit|hid|sprang|won|lost|torn|sunk|shoved|got|pick|trod|swore|sworn)\b",
    re.IGNORECASE,
)
_PARTICIPLE: Final = re.compile(r"\w+ing\b", re.IGNORECASE)
_LOOK_BACK: Final = 90
_ARMED: Final = {"state_forces", "rebel_group", "political_militia", "identity_militia", "external_forces"}

WEIGHTS: Final[Mapping[str, float]] = {
    "verb": 1.0,
    "participle": 0.5,
    "one": 0.5,
    "definite": -0.5,
    "plural": -0.5,
    "possible": -2.5,
    "infinitive": -1.0,
    "announced": -0.5,
    "mass": -1.5,
    "summed": -3.0,
    "thousands": -1.0,
    "spoken": -0.75,
    "court": -1.0,
    "alludes": -1.0,
    "habit": -1.5,
    "stored": -2.0,
    "unused": -1.5,
    "question": -1.5,
    "retold": -1.0,
    "day": 1.0,
    "time": 0.3,
    "local": 1.0,
    "toll": 0.75,
    "armed": 0.5,
    "lead": 1.0,
    "nature": -4.0,
    "calm": -2.0,
    "staged": -4.0,
    "sport": -3.0,
    "accident": -4.0,
    "mishap": -7.0,
    "none": -7.0,
    "head": -7.0,
    "shut": -7.0,
    "tents": -4.0,
    "private": -3.5,
    "judged": -3.0,
    "past": -2.5,
    "studied": -1.5,
    "told_by": -2.0,
    "gerund": -2.5,
    "recalled": -2.0,
    "condition": -2.0,
    "traded": -2.0,
    "tried": -2.5,
    "unreal": -6.0,
    "feared": -2.5,
    "condemned": -1.5,
    "memory": -2.0,
    "memorial": -6.0,
    "off": -2.0,
    "cause": -2.0,
}
"""What each signal counts."""
_DOUBTS: Final[Mapping[str, Gated]] = gated(
    {
        "staged": doubts.STAGED,
        "sport": doubts.SPORT,
        "accident": doubts.ACCIDENT,
        "private": doubts.PRIVATE,
        "judged": doubts.JUDGED,
        "past": doubts.OF_THE_PAST,
        "studied": doubts.STUDIED,
    }
)
"""Signals of the whole sentence."""
THRESHOLD: Final = 0.75
"""By the newsroom's development part, the practice articles and muc4 together (EXPERIMENTS.md)."""
SURE: Final = 1.0
"""From here on a candidate is an event whatever a small model says of it."""
_BROUGHT_DOWN: Final = re.compile(
    r"\b(?:shot down|downed|brought down|sabotag\w+|missiles?|hijack\w*|bombs?|torpedo\w*|mines?)\b",
    re.IGNORECASE,
)
"""What makes a crash an act of war, wherever in the article it stands."""
_HEAD_OF_TABLE: Final = re.compile(r"[^\d|\t]+(?:[|\t][^\d|\t]*)+|[^\d:/]+:[^\d/:]+(?:/[^\d/]+)+")
"""Cells without a figure: "Town | Killed | Wounded"."""
_NATURE, _SUMMED, _COURT, _HABIT = map(
    Gated, (words.NATURE, words.COUNTED_OVER_TIME, words.IN_COURT, words.HABIT)
)
_MISHAP, _BEASTS, _FIGURATIVE = map(Gated, (mishaps.MISHAP, mishaps.BEASTS, mishaps.FIGURATIVE))
_MENTION: Final = 0.2
_MOST_MENTIONS: Final = 5
_MANY: Final = 1000
"""So many dead are seldom those of one event."""
_TOLLS: Final = frozenset(f"measure:{m}" for m in ("killed", "injured", "abducted", "arrested", "missing"))
_SEVERAL: Final = 2
_HEARD: Final = 0.0
_NO_ACCIDENT: Final = {
    *SUB_EVENT_TYPES[EventType.EXPLOSIONS], *SUB_EVENT_TYPES[EventType.BATTLES],
    *SUB_EVENT_TYPES[EventType.PROTESTS], SubEventType.ABDUCTION,
    SubEventType.DISRUPTED_WEAPONS_USE, SubEventType.ARRESTS,
}  # fmt: skip
"""What no flood or crash is told as."""
_OF_WEAPONS: Final = {*SUB_EVENT_TYPES[EventType.EXPLOSIONS], SubEventType.DISRUPTED_WEAPONS_USE}


def signals(reading: Reading, cue: Cue) -> Mapping[str, float]:
    """The signals of one mention, by name; each is 0 or 1."""
    key = ("signals", f"{cue.label} {cue.start} {cue.end} {cue.is_deed}")
    if key not in reading.memo:
        reading.memo[key] = _signals(reading, cue)
    found: Mapping[str, float] = reading.memo[key]
    return found


def _signals(reading: Reading, cue: Cue) -> dict[str, float]:
    sentence = reading.sentence(cue.sentence)
    at = cue.start - sentence.start
    before = sentence.text[max(0, at - _LOOK_BACK) : at]
    told = without_reasons(reading, cue.sentence) if cue.value in PROTESTS else sentence.text
    abroad = reading.languages[cue.sentence] != "en"
    verb = (there.VERB if abroad else _VERB).match(cue.text) is not None
    participle = not verb and _PARTICIPLE.match(cue.text) is not None
    noun = not verb and not participle
    announced = status_of(reading, cue) is not EventStatus.OCCURRED
    found = {
        "verb": verb,
        "participle": participle,
        "announced": announced,
        "possible": not announced and words.POSSIBLE.search(before) is not None,
        "infinitive": not announced and not verb and words.INFINITIVE.search(before) is not None,
        "question": sentence.text.rstrip().endswith("?"),
        "summed": _SUMMED.search(told) is not None,
        "court": _COURT.search(told) is not None,
        "spoken": words.SPOKEN.search(told) is not None,
        "thousands": any((n.value or n.low or 0) >= _MANY for n in _toll_numbers(reading, cue.sentence)),
        "habit": _HABIT.search(told) is not None,
        "retold": is_retold(reading, cue.sentence),
        "toll": bool(
            reading.cues.labels(cue.sentence, "measure") & _TOLLS and reading.numbers_in(cue.sentence)
        ),
        "armed": any(a.canonical.kind in _ARMED for a in reading.actors_in(cue.sentence)),
    }
    found |= {name: pattern.search(told) is not None for name, pattern in _DOUBTS.items()}
    found["none"] = doubts.NONE_OF.search(before) is not None
    found["feared"] = not verb and doubts.FEARED_AFTER.match(sentence.text, at + len(cue.text)) is not None
    found["head"] = _HEAD_OF_TABLE.fullmatch(sentence.text) is not None
    found["shut"] = cue.value == SubEventType.PEACEFUL_PROTEST and (
        doubts.SHUT_BY_ITSELF.search(before) is not None
    )
    found["mishap"] = is_mishap(reading, cue.sentence)
    found["told_by"] = doubts.WHO_HAD.search(before) is not None
    found["condition"] = not announced and doubts.CONDITION.match(sentence.text) is not None
    denied = status_of(reading, cue) is EventStatus.DENIED
    found["unreal"] = not abroad and not denied and is_unreal(reading, cue.sentence, cue.start)
    found["memorial"] = not abroad and is_remembered(reading, cue)
    found["gerund"] = not verb and at == 0 and doubts.GERUND.match(sentence.text) is not None
    if not verb:
        found["recalled"] = doubts.RECALLED.search(before) is not None
        found["alludes"] = words.ALLUDES.search(before) is not None
        found["mass"] = words.MASS.search(before) is not None
    if noun:
        found["definite"] = words.DEFINITE.search(before) is not None
        found["one"] = words.ONE.search(before) is not None
        found["plural"] = cue.text.endswith("s") and not found["definite"] and not found["one"]
    if words.WEAPON.fullmatch(cue.text):
        found["stored"] = words.STORED.search(sentence.text[:at]) is not None
        outside = sentence.text[:at] + " " + sentence.text[at + len(cue.text) :]
        found["unused"] = words.USED.search(outside) is None
        found["traded"] = doubts.TRADED.search(outside) is not None
    if not found["armed"] and not is_any(sentence.text, ("state", "rebels", "mob")):
        found["tents"] = cue.value == SubEventType.BASE_ESTABLISHED
        found["nature"] = _NATURE.search(told) is not None
        found["calm"] = not found["nature"] and _is_of_nature(reading)
    if abroad:
        found |= {name: p.search(sentence.text) is not None for name, p in there.SIGNALS.items()}
        moved = noun and not found["toll"] and bool(reading.cues.labels(cue.sentence, "term"))
        found["cause"] = moved and there.FLED_FROM.search(before) is not None
        natural = not found["armed"] and cue.value not in _NO_ACCIDENT
        found["nature"] = natural and there.NATURE.search(sentence.text) is not None
        found["off"] = not found["armed"] and bool(reading.cues.labels(cue.sentence, "off"))
    found |= _ties(reading, cue)
    return {name: float(value) for name, value in found.items() if value}


def _toll_numbers(reading: Reading, sentence: str) -> tuple[NumberMention, ...]:
    """The numbers of a sentence that has a word for a toll."""
    tolls = reading.cues.labels(sentence, "measure") & _TOLLS
    return tuple(n for n in reading.numbers_in(sentence) if n.kind == "count") if tolls else ()


def _is_of_nature(reading: Reading) -> bool:
    return reading.once("of nature", "", lambda: _speaks_of_nature(reading))


def _speaks_of_nature(reading: Reading) -> bool:
    """Whether the article names no armed body, and speaks of weather, water or illness more than of violence.

    "The storm bombarded the coast", "cholera killed 52": reports of floods borrow the words of war.
    """
    if any(a.canonical.kind in _ARMED and a.canonical.known for a in reading.actors):
        return False
    natural = sum(words.NATURE.search(s.text) is not None for s in reading.sentences)
    if natural < _SEVERAL:
        return False
    violent = sum(bool(reading.cues.of(s.id, "event")) for s in reading.sentences)
    return natural >= violent


def is_mishap(reading: Reading, sentence: str) -> bool:
    """Whether a sentence tells of harm that nobody meant: a crash, a collapse, an animal, a heart attack.

    "Killing 20 people" is said of a bus as of a gang. A later sentence goes on about that crash,
    where no word of the whole article speaks of anybody's intent.
    """
    text = reading.sentence(sentence).text
    if _BEASTS.search(text) or _FIGURATIVE.search(text):
        return True
    if _is_meant(text):
        return False
    told = _MISHAP.search(text) is not None
    return reading.once("unmeant", str(told), lambda: _unmeant([s.text for s in reading.sentences], told))


def _is_meant(text: str) -> bool:
    """Whether a text has a word of intent that it does not deny."""
    return mishaps.MEANT.search(mishaps.NOT_MEANT.sub(" ", text)) is not None


def _unmeant(sentences: Sequence[str], told: bool) -> bool:
    """Whether what a sentence tells is the mishap of its article.

    Args:
        sentences: All sentences of the article.
        told: Whether the sentence itself has a word for a mishap.
    """
    meant = any(map(_is_meant, sentences))
    if told:
        return not (meant and any(_BROUGHT_DOWN.search(s) for s in sentences))
    return not meant and any(_MISHAP.search(s) for s in sentences)


def _ties(reading: Reading, cue: Cue) -> dict[str, bool]:
    """Where and when, and where in the article."""
    published = reading.article.published
    days = times = False
    for mention in reading.dates_in(cue.sentence):
        if dates_event(reading, mention, [cue.start]):
            precise = published is None or resolve_date(mention.text, published).precision == "day"
            days, times = days or precise, times or not precise
    return {
        "day": days,
        "time": times and not days,
        "local": any(is_local(reading, name) for name, _ in places_in(reading, cue.sentence)),
        "lead": cue.sentence == reading.lead,
    }


def status_of(reading: Reading, cue: Cue) -> EventStatus:
    """What the words right before a mention, and some right after, say of whether it took place."""
    sentence = reading.sentence(cue.sentence)
    at, end = cue.start - sentence.start, cue.end - sentence.start
    before = sentence.text[max(0, at - _LOOK_BACK) : at]
    if doubts.DENIED.search(before) or is_called_a_lie(reading, cue):
        return EventStatus.DENIED
    if words.THREATS.match(cue.text) or words.THREATENED.search(before):
        return EventStatus.THREATENED
    if _is_to_come(cue, before, sentence.text[end:]):
        return EventStatus.PLANNED
    if reading.languages[cue.sentence] != "en":
        for status, pattern in there.STATUS.items():
            if pattern.search(before):
                return EventStatus(status)
    weapon = cue.value in _OF_WEAPONS
    if words.TRIED.search(before) or (
        weapon and words.FAILED.search(sentence.text, max(0, at - _LOOK_BACK), end + _LOOK_BACK)
    ):
        return EventStatus.ATTEMPTED
    return EventStatus.OCCURRED


def are_denied(reading: Reading, cues: Sequence[Cue]) -> bool:
    """Whether somebody denies what all these mentions tell."""
    return all(status_of(reading, c) is EventStatus.DENIED for c in cues)


def _is_to_come(cue: Cue, before: str, after: str) -> bool:
    """Whether the words around a mention say that it is yet to come.

    Args:
        cue: The mention.
        before: What its sentence has before it.
        after: What its sentence has after it.
    """
    if words.TO_COME.search(before):
        return words.CARRIED_OUT.search(before) is None
    if _VERB.match(cue.text):
        return False
    announced = words.ANNOUNCED.search(before) is not None and words.FOR_TIME.match(after) is not None
    return announced or words.FOR_A_DAY.match(after) is not None


def statuses_of(reading: Reading, cues: Sequence[Cue]) -> list[str]:
    """The status of a candidate event: that of most of its mentions, of equally many the first's.

    The default model, offered a choice, called plain reports of past attacks "threatened".
    """
    body = [c for c in cues if reading.sentence(c.sentence).role != "headline"] or list(cues)
    told = [status_of(reading, c) for c in body if weight(signals(reading, c)) >= _HEARD] or [
        status_of(reading, c) for c in body
    ]
    return [max(told, key=lambda s: (told.count(s), -told.index(s))).value]


def weight(found: Mapping[str, float]) -> float:
    """What signals come to."""
    return sum(WEIGHTS[name] * value for name, value in found.items())


def incident_weight(reading: Reading, cues: Sequence[Cue]) -> float:
    """How much speaks for a candidate event: its best mention, and a little for each other."""
    best = max(weight(signals(reading, cue)) for cue in cues)
    others = min(len({c.sentence for c in cues}), _MOST_MENTIONS) - 1
    return best + _MENTION * others
