"""Whether a number of people only tells how large a place or a crowd is: those who live there, or looked on.

"Gunmen killed a priest before 200 worshippers", "three people in Kano, a city of 4 million people": the
verb before such a phrase is done with its object, and the number belongs to what hangs on it.
"""

from __future__ import annotations

import re

from summariser.count_labels import TOLLS
from summariser.cues import Cue
from summariser.lexicon.bystanders import (
    ABOARD,
    AGES_IN_A_ROW,
    HANGING_ABROAD,
    SIZE_OF_A_CROWD,
    SIZE_OF_A_LOAD,
    SIZE_OF_A_PLACE,
    STOOD_BY,
)
from summariser.lexicon.roles_abroad import GRAMMARS
from summariser.lexicon.saying_abroad import SAYING
from summariser.lexicon.tongues import level
from summariser.normalise.numbers import NumberMention
from summariser.reading import Reading
from summariser.schemas.codebooks import Measure

_DEATHS = {f"measure:{m}" for m in (Measure.KILLED, Measure.DIED, Measure.INJURED)}
_HARM = {*TOLLS, f"measure:{Measure.PARTICIPANTS}"}
_OLDEST = 110


def stood_by(reading: Reading, number: NumberMention, cue: Cue) -> bool:
    """Whether the word before a number is not about those it counts: they live there, or looked on."""
    start = number.start if number.hedge_start is None else min(number.start, number.hedge_start)
    if cue.label in _DEATHS and cue.start > number.end and reading.languages[number.sentence] == "en":
        return ABOARD.match(reading.text, number.end, cue.start) is not None
    if cue.label not in _HARM or cue.end > start or number.implicit:
        return False
    between = reading.text[cue.end : start]
    if reading.languages[number.sentence] != "en":
        return HANGING_ABROAD.search(between) is not None
    if cue.label in _DEATHS and SIZE_OF_A_LOAD.search(between):
        return True
    return any(p.search(between) for p in (SIZE_OF_A_PLACE, SIZE_OF_A_CROWD, STOOD_BY))


def is_an_age_of_several(reading: Reading, number: NumberMention) -> bool:
    """Whether a bare number stands in a row of ages: "three boys, 9, 12 and 14, were killed"."""
    if number.hedge is not None or not isinstance(number.value, int) or number.value > _OLDEST:
        return False
    sentence = reading.sentence(number.sentence)
    at = number.start - sentence.start
    return any(m.start("ages") <= at < m.end("ages") for m in AGES_IN_A_ROW.finditer(sentence.text))


_TIMES = re.compile(
    r"(?:\w+ )?(?:ocasi(?:ón|ones)|ve(?:z|ces)|fois|reprises?|occasions?|مرة|مرات)"
    r"|(?:de |d['’])?(?:kil[oó]metros?|kilomètres?|km|metros|mètres|horas?|heures?|días?|jours?|minut[oe]s?"
    r"|semanas?|semaines?)",
    re.IGNORECASE,
)
_WHOSE = re.compile(r"(?: (?:de|del|du|des|d['’])[ ]?\w+){0,2} ")
_CLOSED = re.compile('[,»”"]\\s*$')
_NEAR = 40


def counts_times(number: NumberMention) -> bool:
    """Whether its noun is one of times or ways: "nueve ocasiones", "une quinzaine de kilomètres"."""
    return number.noun is not None and _TIMES.fullmatch(number.noun) is not None


def speaks_abroad(reading: Reading, number: NumberMention) -> bool:
    """Whether "one" only says so, or is a body of several, in Spanish, French and Arabic.

    "Un élu de Gao parle de 22 morts", "« ... », confie une infirmière", "un comando mató a tres".
    """
    language = reading.languages[number.sentence]
    how, grammar = SAYING.get(language), GRAMMARS.get(language)
    if how is None or grammar is None:
        return False
    if grammar.bodies.fullmatch(level((number.head or "").casefold())):
        return True
    if not how.subject_first:
        return False
    sentence = reading.sentence(number.sentence)
    end = (number.noun_end if number.noun_end and not number.inherited else number.end) - sentence.start
    text = level(sentence.text)
    if (whose := _WHOSE.match(text, end)) is not None and how.verb.match(text, whose.end()):
        return True
    if how.verb.match(text, end + 1):
        return True
    before = text[max(0, number.start - sentence.start - _NEAR) : number.start - sentence.start].rstrip()
    return any(
        m.end() == len(before) and _CLOSED.search(before[: m.start()]) is not None
        for m in how.verb.finditer(before)
    )
