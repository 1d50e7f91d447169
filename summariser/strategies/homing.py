"""Which event a number belongs to, and which numbers are harm to civilians.

A number belongs to an event of its own sentence, else to the last one told shortly before. What is told of
a flood, a crash or an illness belongs to none, whatever was told before it: it is harm that stands alone.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final

from summariser.count_labels import HOUSING_OF
from summariser.illness import died_of_illness, goes_on_about_the_sick
from summariser.incident_index import Incident
from summariser.incidents import is_support
from summariser.lexicon.fates import ARRESTED_FOR
from summariser.lexicon.tolls import NATURAL, NO_FIRE
from summariser.meanings import FigureCandidate
from summariser.needed_letters import Gated
from summariser.normalise.numbers import NumberMention
from summariser.polarity import is_retold
from summariser.reading import Reading
from summariser.reasons import stands_in_a_reason
from summariser.scenes import Scene, scene_at
from summariser.schemas.codebooks import (
    EventStatus,
    EventType,
    Measure,
    PopulationGroup,
    SubEventType,
    event_type_of,
)
from summariser.strategies.bearings import Bearings, is_of_another_town
from summariser.strategies.happenings import Happening
from summariser.sums import is_a_sum, is_cumulative, is_of_a_period

_TOLL_REACH = 6
"""How many sentences after its event a toll may stand."""
_THING_REACH = 3
"""Strikes, rockets and ruins are told closer to it."""
_ARMED_GROUPS = {PopulationGroup.FIGHTERS, PopulationGroup.SOLDIERS, PopulationGroup.POLICE}
_CIVIL = {
    PopulationGroup.CIVILIANS, PopulationGroup.WOMEN, PopulationGroup.CHILDREN, PopulationGroup.ELDERLY,
    PopulationGroup.WOMEN_AND_CHILDREN, PopulationGroup.AID_WORKERS, PopulationGroup.HEALTH_WORKERS,
    PopulationGroup.JOURNALISTS,
    PopulationGroup.DISPLACED, PopulationGroup.REFUGEES, PopulationGroup.RETURNEES, PopulationGroup.DISABLED,
    PopulationGroup.MINORITIES,
}  # fmt: skip
_HARM = {Measure.KILLED, Measure.DIED, Measure.INJURED, Measure.MISSING, Measure.ABDUCTED, Measure.ARRESTED}
_OF_ANY_CAUSE = {Measure.KILLED, Measure.DIED, Measure.INJURED, Measure.MISSING}
"""What a disaster, an accident or an illness does to people as well."""
_RUIN = {Measure.DESTROYED, Measure.DAMAGED}
"""What it does to things."""
_MEASURE_OF_HOUSING = {term: Measure(measure.partition(":")[2]) for measure, term in HOUSING_OF.items()}
_SAYS_LITTLE = {
    "killed",
    "killing",
    "struck",
    "hit",
    "shot",
    "violence",
    "battered",
    "pounded",
    "storm",
    "stormed",
}
"""Words of an attack that a disaster shares, or that nobody meant."""


_TAKEN = {Measure.ABDUCTED, Measure.ARRESTED}
_TAKINGS = {SubEventType.ABDUCTION, SubEventType.ARRESTS}
_STILL_HELD: Final = re.compile(
    r"\b(?:still|remain(?:s|ed|ing)?|continue[sd]? to be) (?:\w+ ){0,2}?"
    r"(?:held|detained|captives?|hostages?|captivity|detention|custody|imprisoned|jailed|in the hands)\b"
    r"|\b(?:are|were|was|is) (?:still )?(?:in the hands of|in captivity|in custody|in detention)\b"
    r"|\b(?:are|is) (?:still |being |currently ){0,2}held(?! up)\b"
    r"|\b(?:sont|est|restent|demeurent) (?:toujours |encore )?(?:détenue?s?|captifs?|captives?|otages?)\b"
    r"|\b(?:siguen|sigue|permanecen|permanece|continúan) "
    r"(?:detenid[oa]s?|secuestrad[oa]s?|cautiv[oa]s?|retenid[oa]s?)\b"
    r"|(?:لا يزال|لا تزال|ما زال|لا يزالون|ما زالوا) (?:[^\W\d_]+ ){0,3}(?:محتجز|مخطوف|معتقل)",
    re.IGNORECASE,
)
"""How people are who were taken some time: no toll of a looting or an attack that was told before."""


def measure_of(label: str) -> Measure | None:
    """What an event counts under a label; homes lost are counted in both halves of a summary."""
    if label.startswith("measure:"):
        return Measure(label.removeprefix("measure:"))
    return _MEASURE_OF_HOUSING.get(label)


def find_homes(
    reading: Reading, happenings: Sequence[Happening], figures: Sequence[tuple[FigureCandidate, str]]
) -> Mapping[str, int]:
    """The event of each number that has one: number -> place in ``happenings``.

    The body is read first: a headline repeats a number of the text, and belongs where the text puts it.
    """
    found: dict[str, int] = {}
    known: dict[tuple[object, ...], int] = {}
    natural = _natural(reading)
    told: dict[int, list[int]] = {}
    for i, happening in enumerate(happenings):
        for at in happening.incident.cues_at:
            told.setdefault(at, []).append(i)
    measured = [(c, m, label) for c, label in figures if (m := measure_of(label)) is not None]
    for candidate, measure, label in sorted(
        measured, key=lambda m: reading.sentence(m[0].number.sentence).role == "headline"
    ):
        number = candidate.number
        key = (measure, number.value, number.low)
        in_headline = reading.sentence(number.sentence).role == "headline"
        home = known.get(key) if in_headline else None
        if home is None:
            home = _home(reading, happenings, told, candidate, measure, natural)
        if home is not None and not (label.startswith("term:") and not _ruins(happenings[home])):
            known.setdefault(key, home)
            found[number.id] = home
    return found


def _ruins(happening: Happening) -> bool:
    """Whether homes can be lost in it: not in an arrest or a truce."""
    return event_type_of(happening.sub_type) is not EventType.STRATEGIC


_NATURAL = Gated(NATURAL)


def _natural(reading: Reading) -> frozenset[str]:
    """The sentences that tell of a disaster, an accident or an illness, or go on with one."""
    found = set()
    natural = False
    for sentence in reading.sentences:
        violent = any(c.text.casefold() not in _SAYS_LITTLE for c in reading.cues.of(sentence.id, "event"))
        disaster = any(
            c.value == "disaster" and not NO_FIRE.search(sentence.text[: c.start - sentence.start])
            for c in reading.cues.of(sentence.id, "cause")
        )
        if violent:
            natural = False
        elif disaster or _NATURAL.search(sentence.text):
            natural = True
        elif reading.languages[sentence.id] != "en":
            ill = goes_on_about_the_sick(reading, sentence.id)
            natural = natural or ill is True
            if ill is False:
                found.add(sentence.id)
        if natural:
            found.add(sentence.id)
    return frozenset(found)


def _home(
    reading: Reading,
    happenings: Sequence[Happening],
    told: Mapping[int, Sequence[int]],
    candidate: FigureCandidate,
    measure: Measure,
    natural: frozenset[str],
) -> int | None:
    """The event that a number belongs to: of its own sentence, else the last one told shortly before.

    Args:
        reading: The article.
        happenings: Its events.
        told: Which of them are told at each position.
        candidate: The number.
        measure: What it counts.
        natural: The sentences that tell of no violence.
    """
    number = candidate.number
    if number.sentence in natural and measure in _OF_ANY_CAUSE | _RUIN:
        return None
    # Those whose death a march is about did not die in it.
    mourned = measure in _HARM and stands_in_a_reason(reading, number.sentence, number.start)
    if (
        mourned
        or (measure in _HARM and died_of_illness(reading, number))
        or is_a_sum(reading, number.sentence)
    ):
        return None
    retold = is_retold(reading, number.sentence)
    at = reading.index(number.sentence)
    same = told.get(at, ())
    scene = scene_at(reading, number.start) if same else None
    if scene is not None:
        same = [i for i in same if _is_told_in(happenings[i].incident, at, scene)]
        if not same:
            return None  # "while one protester was shot dead in Dorra", which is no event
    if same:
        return _told_beside(reading, happenings, same, candidate.number, measure)
    reach = _TOLL_REACH if measure in _HARM | {Measure.SURRENDERED} else _THING_REACH
    if is_of_a_period(reading, number.sentence) or is_cumulative(reading, number.sentence):
        return None
    held = measure in _TAKEN and _STILL_HELD.search(reading.sentence(number.sentence).text) is not None
    bearings = Bearings(reading, number.sentence)
    best: tuple[bool, int, bool, int] | None = None
    for gap in range(1, min(reach, at) + 1):
        sentence = reading.sentences[at - gap]
        if sentence.role != "body" or is_retold(reading, sentence.id) != retold:
            continue  # a toll of another year is none of this event
        if reading.chapter(at - gap) != reading.chapter(at):
            break  # nor one under another heading
        for i in told.get(at - gap, ()):
            if happenings[i].status in {EventStatus.PLANNED, EventStatus.THREATENED}:
                continue
            if bearings.exclude(happenings[i].incident) or (held and happenings[i].sub_type not in _TAKINGS):
                continue
            cues = happenings[i].incident.cues_at[at - gap]
            rank = (
                not bearings.meet(happenings[i].incident),
                gap,
                all(is_support(reading, c) for c in cues),
                i,
            )
            best = rank if best is None else min(best, rank)
    return best[3] if best else None


def _told_beside(
    reading: Reading,
    happenings: Sequence[Happening],
    same: Sequence[int],
    number: NumberMention,
    measure: Measure,
) -> int | None:
    """Which of the events of its own sentence a number belongs to."""
    at = reading.index(number.sentence)

    def distance(i: int) -> tuple[bool, bool, int]:
        cues = happenings[i].incident.cues_at[at]
        supports = all(is_support(reading, c) for c in cues)
        apart = min((abs(c.start - number.start) for c in cues), default=10_000)
        return not _suits(measure, happenings[i].sub_type), supports, apart

    home = min(same, key=distance)
    if measure is Measure.KILLED and _is_arrested_for(reading, happenings[home], at, number):
        return None
    return None if is_of_another_town(reading, number, happenings[home].incident) else home


def _is_arrested_for(reading: Reading, happening: Happening, at: int, number: NumberMention) -> bool:
    """Whether those whom a number counts were dead before: "arrested two over the killing of nine"."""
    if happening.sub_type is not SubEventType.ARRESTS:
        return False
    ends = [c.end for c in happening.incident.cues_at[at] if c.end <= number.start]
    return bool(ends) and ARRESTED_FOR.search(reading.text, max(ends), number.start) is not None


def _is_told_in(incident: Incident, at: int, scene: Scene) -> bool:
    """Whether an event is told in a scene of a sentence."""
    again = incident.scenes_at.get(at)
    points = again if again is not None else [c.start for c in incident.cues_at[at]]
    return any(scene.start <= point < scene.end for point in points)


def _suits(measure: Measure, sub_type: SubEventType) -> bool:
    """Whether such a toll can come of such an event: the dead of a riot are not those of its arrests."""
    if measure is Measure.ARRESTED:
        return sub_type not in {SubEventType.AIR_STRIKE, SubEventType.SHELLING, SubEventType.REMOTE_EXPLOSIVE}
    peaceful = event_type_of(sub_type) is EventType.STRATEGIC
    return not (peaceful and measure in {Measure.KILLED, Measure.INJURED, Measure.MISSING})


def is_harm(reading: Reading, candidate: FigureCandidate, label: str, home: int | None) -> bool:
    """Whether a number is harm to civilians, or to people in a disaster, an accident or an illness.

    Args:
        reading: The article.
        candidate: The number.
        label: What it counts.
        home: The event that it belongs to; a number of people that belongs to none harms by itself.
    """
    measure = measure_of(label)
    if measure not in _HARM or not label.startswith("measure:"):
        return False
    if candidate.group in _CIVIL:
        return True
    if measure not in _OF_ANY_CAUSE or candidate.group not in {PopulationGroup.PEOPLE, PopulationGroup.MEN}:
        return False
    return home is None and not is_retold(reading, candidate.number.sentence)
