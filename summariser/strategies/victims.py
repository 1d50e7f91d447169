"""Whom an event's bare numbers count, and whether those who were taken are arrested or abducted.

"Guerrillas attacked a police post, killing five": the number counts police, though no noun stands beside it.
Who suffered an event says so: its side B, else what was hit. Who took people tells the
police's "23 were led away" from a gang's.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Final

from summariser.cues import unit_and_group
from summariser.lexicon.fates import HIT, IN_BATTLE, NOBODY_IN_PARTICULAR, STRUCK, TAKEN_BY_FORCE, TAKING_THEM
from summariser.meanings import FigureCandidate
from summariser.nouns import people_kind
from summariser.reading import Reading
from summariser.roles import roles_of_sentences
from summariser.schemas.codebooks import (
    ActorKind,
    EventType,
    Measure,
    PopulationGroup,
    SubEventType,
    Unit,
    event_type_of,
)
from summariser.strategies.happenings import Happening

Named = Sequence[tuple[FigureCandidate, str]]
_HARMED: Final = {
    f"measure:{m}"
    for m in (
        Measure.KILLED,
        Measure.DIED,
        Measure.INJURED,
        Measure.MISSING,
        Measure.ABDUCTED,
        Measure.ARRESTED,
    )
}
_ABDUCTED, _ARRESTED = f"measure:{Measure.ABDUCTED}", f"measure:{Measure.ARRESTED}"
_PARTICIPANTS = f"measure:{Measure.PARTICIPANTS}"
_GROUP_OF_KIND: Final = {
    ActorKind.REBEL_GROUP: PopulationGroup.FIGHTERS,
    ActorKind.POLITICAL_MILITIA: PopulationGroup.FIGHTERS,
    ActorKind.IDENTITY_MILITIA: PopulationGroup.FIGHTERS,
    ActorKind.STATE_FORCES: PopulationGroup.SOLDIERS,
    ActorKind.EXTERNAL_FORCES: PopulationGroup.SOLDIERS,
    ActorKind.CIVILIANS: PopulationGroup.CIVILIANS,
    ActorKind.PROTESTERS: PopulationGroup.PROTESTERS,
}
_CROWDS: Final = {EventType.PROTESTS}
_POLICE: Final = re.compile(r"\b(?:polic\w*|gendarm\w*|constab\w*)\b", re.IGNORECASE)
_NEAR: Final = 40
"""A participle this many characters before its number has it for an object."""


def name_victims(
    reading: Reading, happenings: Sequence[Happening], figures: Named, homes: Mapping[str, int]
) -> tuple[tuple[FigureCandidate, str], ...]:
    """The figures, each with the group that its event makes of a bare number, and with the right taking."""
    return tuple(
        _named(reading, happenings[homes[c.number.id]], c, label) if c.number.id in homes else (c, label)
        for c, label in figures
    )


def _named(
    reading: Reading, happening: Happening, candidate: FigureCandidate, label: str
) -> tuple[FigureCandidate, str]:
    taken = _taken(reading, candidate, label, happening)
    group = _group(reading, candidate, taken, happening)
    return (candidate if group is None else replace(candidate, group=group)), taken


def _taken(reading: Reading, candidate: FigureCandidate, label: str, happening: Happening) -> str:
    """Arrested, where a state's forces took them and no word says that it was a kidnapping."""
    if label != _ABDUCTED:
        return label
    cues = [c for c in reading.cues.of(candidate.number.sentence, "measure") if c.label == _ABDUCTED]
    armed = candidate.group in {PopulationGroup.SOLDIERS, PopulationGroup.FIGHTERS, PopulationGroup.POLICE}
    if cues and armed and all(IN_BATTLE.search(c.text) for c in cues):
        return _ARRESTED  # prisoners of war
    if not cues or any(not TAKING_THEM.fullmatch(c.text) for c in cues):
        return label
    by_force = any(
        reading.canonical(side).kind in {ActorKind.STATE_FORCES, ActorKind.EXTERNAL_FORCES}
        or TAKEN_BY_FORCE.search(side)
        for side in happening.side_a
    )
    return _ARRESTED if by_force or happening.sub_type is SubEventType.ARRESTS else label


def _group(
    reading: Reading, candidate: FigureCandidate, label: str, happening: Happening
) -> PopulationGroup | None:
    """The group of a number that only says people; None where nothing tells."""
    if candidate.unit is not Unit.PEOPLE or candidate.group is not PopulationGroup.PEOPLE:
        return None
    kind = event_type_of(happening.sub_type)
    if label == _PARTICIPANTS:
        return PopulationGroup.PROTESTERS if kind in _CROWDS else None
    if label not in _HARMED or not _is_bare(candidate):
        return None
    if candidate.number.sentence not in happening.incident.sentences:
        return None  # told later, and perhaps of others
    if kind is EventType.BATTLES and not _is_object(reading, candidate):
        return None  # of both sides
    suffered = _one({g for side in happening.side_b if (g := group_of(reading, side)) is not None})
    if suffered is not None and suffered not in {PopulationGroup.WOMEN, PopulationGroup.CHILDREN}:
        return suffered
    if happening.side_b and suffered is None:
        return None
    # The event's kind alone names nobody: "an attack that killed five" does not say that they were civilians.
    return _hit(reading, happening, candidate)


def _is_bare(candidate: FigureCandidate) -> bool:
    """Whether its noun says nothing of who they were: "killing five", "nine bodies", "two others"."""
    number = candidate.number
    if number.implicit:
        return False
    return number.noun is None or number.inherited or NOBODY_IN_PARTICULAR.fullmatch(number.noun) is not None


def _is_object(reading: Reading, candidate: FigureCandidate) -> bool:
    """ "Attacked the patrol, killing five": those whom the attackers killed."""
    number = candidate.number
    before = reading.text[max(0, number.start - _NEAR) : number.start]
    return re.search(r"\b(?:kill|wound|injur|leav)ing\s+(?:[\w-]+\s+){0,3}$", before) is not None


def group_of(reading: Reading, side: str) -> PopulationGroup | None:
    """The group of those on a side: "two priests" are civilians, a police patrol police."""
    meaning = unit_and_group(side)
    if meaning is not None and meaning[1] not in {None, PopulationGroup.PEOPLE}:
        return PopulationGroup(meaning[1])
    kind = reading.canonical(side).kind
    if kind is ActorKind.UNKNOWN:
        kind = people_kind(side, suffers=True)
    group = _GROUP_OF_KIND.get(kind)
    if group is PopulationGroup.SOLDIERS and _POLICE.search(f"{side} {reading.canonical(side).name}"):
        return PopulationGroup.POLICE
    return group


def _hit(reading: Reading, happening: Happening, candidate: FigureCandidate) -> PopulationGroup | None:
    """Who is where it struck: in an army truck soldiers, on a bus civilians."""
    things = [t.whole for t in roles_of_sentences(reading, happening.incident.sentences).things]
    if not things and event_type_of(happening.sub_type) is EventType.EXPLOSIONS:
        sentence = reading.sentence(candidate.number.sentence)
        told = sentence.text[: candidate.number.start - sentence.start]
        things = [m["what"] for m in STRUCK.finditer(told)]
    return _one({g for words in things if (g := _of_thing(words)) is not None})


def _of_thing(words: str) -> PopulationGroup | None:
    return next((group for group, pattern in HIT.items() if pattern.search(words)), None)


def _one(groups: Iterable[PopulationGroup]) -> PopulationGroup | None:
    found = list(groups)
    return found[0] if len(found) == 1 else None
