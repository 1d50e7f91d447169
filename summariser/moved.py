"""Whether people had to go: journeys that are flights, and numbers near words of flight that count none.

"Some 900 people have reached the town" is a flight where there is fighting, and a fair where there is none.
The other way round, a word of flight beside a number may tell of an audience, a drill, a rate, or umbrellas.
"""

from __future__ import annotations

import re
from typing import Final

from summariser.cues import Cue, unit_and_group
from summariser.lexicon.motion import (
    A_PERSON,
    AUDIENCE_BEFORE,
    CAPTIVE,
    DEALT_WITH,
    DRIVEN,
    FREED,
    IDLE,
    NO_HOUSEHOLDS,
    OLD_YEAR,
    ORDINAL_BEFORE,
    PRETENDED,
    RATE_AFTER,
    RATE_BEFORE,
    SAMPLE_BEFORE,
    SHARE_BEFORE,
    STRONG,
    THINGS_HANDED_BACK,
    TOLD_OF_OLD,
    TOWN_OF,
    WERE_DEALT_WITH,
)
from summariser.lexicon.roles_abroad import GRAMMARS
from summariser.lexicon.site_patterns import OF_ANOTHER_SORT
from summariser.lexicon.sites import ROOM_AFTER, ROOM_BEFORE
from summariser.lexicon.tongues import level
from summariser.normalise.numbers import NumberMention
from summariser.reading import Reading
from summariser.schemas.codebooks import DisplacementTerm, PopulationGroup, Unit
from summariser.sentences import Sentence

_AFFECTED: Final = f"term:{DisplacementTerm.AFFECTED}"
_PLAIN: Final = {
    f"term:{t}"
    for t in (
        DisplacementTerm.DISPLACED,
        DisplacementTerm.EVACUATED,
        DisplacementTerm.FORCED_TO_FLEE,
        DisplacementTerm.RELOCATED,
    )
}
"""What is said of people alone who are otherwise counted for what they do."""
_OF_FORCES: Final = {
    PopulationGroup.SOLDIERS,
    PopulationGroup.FIGHTERS,
    PopulationGroup.POLICE,
    PopulationGroup.PEACEKEEPERS,
}
_GO_THEIR_WAY: Final = {
    None, PopulationGroup.PEOPLE, PopulationGroup.CIVILIANS, PopulationGroup.WOMEN, PopulationGroup.CHILDREN,
    PopulationGroup.WOMEN_AND_CHILDREN, PopulationGroup.ELDERLY, PopulationGroup.DISPLACED,
    PopulationGroup.REFUGEES, PopulationGroup.RETURNEES, PopulationGroup.MINORITIES, PopulationGroup.DISABLED,
}  # fmt: skip
_FEW: Final = 5
"""Fewer people on a journey than this are hardly a movement that anybody counts."""
_OF_A_ROOM: Final = 60
"""As many as may share a room: "five families to a tent"."""
_STAYS: Final = {f"term:{t}" for t in (DisplacementTerm.SHELTERED, DisplacementTerm.IN_RELIEF_CAMP)}
_HOUSING: Final = {
    f"term:{t}"
    for t in (
        DisplacementTerm.DESTROYED_HOUSING,
        DisplacementTerm.PARTIALLY_DESTROYED_HOUSING,
        DisplacementTerm.UNINHABITABLE_HOUSING,
    )
}
_A_HOME: Final = re.compile(
    r"\b(?:homes?|hous(?:e|es|ing)|dwellings?|huts?|shacks?|shelters?|tents?|flats?|apartments?|roofs?|casas?|viviendas?|maisons?|habitations?|logements?|rumah|منازل|منزل|بيوت)\b",
    re.IGNORECASE,
)
_BY_WHAT: Final = re.compile(r"\s+by\s+(?P<what>[^,.;:]{3,70})", re.IGNORECASE)
_A_CALAMITY: Final = re.compile(
    r"\b(?:cris[ei]s|disasters?|calamit\w+|catastroph\w+|emergenc\w+|hunger|famine|outbreaks?|epidemic|cholera|ebola|cold|heat|water|waters|rain\w*|it|this|them|spill|explosions?|events?|incidents?)\b",
    re.IGNORECASE,
)


def is_journey(reading: Reading, cue: Cue) -> bool:
    """Whether a word is one of any journey, and counts as flight for what stands around it alone."""
    return any(c.start == cue.start and c.value == cue.value for c in reading.cues.of(cue.sentence, "motion"))


def is_dealt_with(reading: Reading, number: NumberMention) -> bool:
    """Whether somebody only spoke to those counted, or means to serve them: "visited 628 households".

    Asked where no word says that they moved.

    Args:
        reading: The article.
        number: The number.
    """
    sentence = reading.sentence(number.sentence)
    start = number.start if number.hedge_start is None else min(number.start, number.hedge_start)
    if DEALT_WITH.search(sentence.text[: start - sentence.start]):
        return True
    end = number.noun_end if number.noun_end and not number.inherited else number.end
    if WERE_DEALT_WITH.match(sentence.text, end - sentence.start):
        return True
    named = number.noun is not None and unit_and_group(number.noun) is not None
    # "146,893 household visits" are visits.
    return named and number.head is not None and number.head in NO_HOUSEHOLDS


def counts_no_flight(
    reading: Reading,
    number: NumberMention,
    unit: Unit,
    group: PopulationGroup | None,
    label: str,
    cue: Cue,
) -> bool:
    """Whether a number near a word of movement counts people who did not have to go, or no people at all.

    Args:
        reading: The article.
        number: The number.
        unit: What it counts.
        group: Which people, if people.
        label: What the word says, as ``term:value``.
        cue: The word.
    """
    if not label.startswith("term:"):
        return False
    sentence = reading.sentence(number.sentence)
    start = number.start if number.hedge_start is None else min(number.start, number.hedge_start)
    before = sentence.text[: start - sentence.start]
    if RATE_BEFORE.search(before) or (number.noun is None and ORDINAL_BEFORE.search(before)):
        return True
    if _is_a_size(sentence, number, before, label) or _is_of_a_sample(number, before):
        return True
    own = number.noun_end if number.noun_end and not number.inherited else number.end
    if (number.value or number.low or 0) <= _OF_A_ROOM and RATE_AFTER.match(
        sentence.text, own - sentence.start
    ):
        return True
    if unit not in {Unit.PEOPLE, Unit.HOUSEHOLDS}:
        return False
    if PRETENDED.search(sentence.text) or (
        TOLD_OF_OLD.search(sentence.text) and OLD_YEAR.search(sentence.text)
    ):
        return True
    if AUDIENCE_BEFORE.search(before) or (label == _AFFECTED and not _by_calamity(reading, cue)):
        return True
    if label in _STAYS and (ROOM_BEFORE.search(before) or OF_ANOTHER_SORT.search(sentence.text)):
        return True  # "a camp laid out for 70,000"; one of scouts
    if unit is Unit.HOUSEHOLDS:
        return label in _HOUSING and _A_HOME.search(sentence.text) is None
    if group in _OF_FORCES and label != f"term:{DisplacementTerm.EVACUATED}":
        return True
    journey = is_journey(reading, cue)
    if journey and (group not in _GO_THEIR_WAY or (number.value or number.low or _FEW) < _FEW):
        return True
    if _is_idle(number) and (journey or label not in _PLAIN or _moves_house(reading, label, cue)):
        return True
    return label not in _SURE and _is_a_thing(reading, number, cue)


def _is_a_size(sentence: Sentence, number: NumberMention, before: str, label: str) -> bool:
    """Whether it says how large a force or a town is; a whole town may be evacuated."""
    if STRONG.match(sentence.text, number.end - sentence.start):
        return True
    return label not in _OF_WHOLE_TOWNS and TOWN_OF.search(before) is not None


def is_of_others(reading: Reading, number: NumberMention) -> bool:
    """Whether a number that no word explains counts people who did not flee, by what is told around it.

    A mission's strength, a town's size, spectators, scouts, hostages and prisoners who were freed.
    """
    sentence = reading.sentence(number.sentence)
    start = number.start if number.hedge_start is None else min(number.start, number.hedge_start)
    if STRONG.match(sentence.text, number.end - sentence.start):
        return True
    before = sentence.text[: start - sentence.start]
    if TOWN_OF.search(before) or _is_of_a_sample(number, before) or _is_idle(number):
        return True
    if OF_ANOTHER_SORT.search(sentence.text) or CAPTIVE.search(number.noun or ""):
        return True
    return number.noun is None and FREED.search(sentence.text) is not None


def is_of_actors(reading: Reading, number: NumberMention) -> bool:
    """Whether a number that no word explains counts who acts, in Spanish, French or Arabic.

    "Unos cincuenta encapuchados irrumpieron", "خرج المئات في مظاهرة": nobody moved house.
    """
    grammar = GRAMMARS.get(reading.languages[number.sentence])
    if grammar is None:
        return False
    sentence = reading.sentence(number.sentence)
    start = number.start if number.hedge_start is None else min(number.start, number.hedge_start)
    if ROOM_BEFORE.search(sentence.text[: start - sentence.start]) or ROOM_AFTER.match(
        sentence.text, number.end - sentence.start
    ):
        return True  # "pour une capacité de 5 000 places"
    head = level((number.head or number.noun or "").casefold())
    if any(p.fullmatch(w) for p in (grammar.doers, grammar.bodies) for w in (head, head.removeprefix("ال"))):
        return True
    told = reading.cues.labels(number.sentence, "event")
    return number.noun is None and any(label in told for label in _GATHERINGS)


_GATHERINGS: Final = (
    "event:Peaceful protest",
    "event:Protest with intervention",
    "event:Violent demonstration",
)


def _is_of_a_sample(number: NumberMention, before: str) -> bool:
    """Those who were asked in a survey, money, or the "five" of "two houses in five"."""
    if SAMPLE_BEFORE.search(before):
        return True
    if number.noun is not None and not number.inherited:
        return False  # "two families in five tents"
    return (number.value or 0) <= _OF_A_SHARE and SHARE_BEFORE.search(before) is not None


_OF_A_SHARE: Final = 100
_OF_WHOLE_TOWNS: Final = {
    f"term:{t}"
    for t in (DisplacementTerm.EVACUATED, DisplacementTerm.FORCED_TO_FLEE, DisplacementTerm.AFFECTED)
}
"""What befalls a "town of 5,000" as a whole."""
_SURE: Final = {f"term:{DisplacementTerm.EVACUATED}", f"term:{DisplacementTerm.FORCED_TO_FLEE}"}
"""Things do not flee, and what is evacuated is people, however their noun is spelt."""


def _moves_house(reading: Reading, label: str, cue: Cue) -> bool:
    """Whether nothing drives those who are relocated: a firm relocates its staff as well."""
    if label != f"term:{DisplacementTerm.RELOCATED}" or reading.cues.of(cue.sentence, "cause", "event"):
        return False
    return DRIVEN.search(reading.sentence(cue.sentence).text.replace(cue.text, " ")) is None


def _is_idle(number: NumberMention) -> bool:
    head = (number.head or "").casefold()
    return head in IDLE or head.removesuffix("s") in IDLE


def _is_a_thing(reading: Reading, number: NumberMention, cue: Cue) -> bool:
    """Whether an unknown noun is that of a thing: "returned 5,000 umbrellas", "400 homeless beehives"."""
    if reading.language != "en" or number.noun is None or number.inherited or number.head is None:
        return False
    if unit_and_group(number.noun) is not None or number.noun_end is None:
        return False
    if cue.start < number.noun_end <= cue.end or any(w[0].isupper() for w in number.noun.split()):
        return False  # "34,000 evacuated", "130 displaced Yazidis"
    return A_PERSON.fullmatch(number.head) is None and THINGS_HANDED_BACK.match(cue.text) is not None


def _by_calamity(reading: Reading, cue: Cue) -> bool:
    """Whether what affected them is a disaster or a conflict, and not a new rule or a late train."""
    sentence = reading.sentence(cue.sentence)
    by = _BY_WHAT.match(reading.text, cue.end, sentence.end)
    if by is not None:
        here = reading.cues.of(cue.sentence, "cause", "event")
        inside = any(by.start() <= c.start < by.end() for c in here)
        return inside or any(p.search(by["what"]) for p in (_A_CALAMITY, DRIVEN))
    told = (c for s in reading.sentences for c in reading.cues.of(s.id, "cause", "event", "term", "measure"))
    return reading.language != "en" or any(c.label != _AFFECTED for c in told)
