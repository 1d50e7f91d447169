"""Which of our events are MUC-4 incidents, and of which type. ``docs/muc4-mapping.md`` gives the reasons.

MUC-4 reports political violence against people who do not fight and against what they use: killings,
bombs, abductions, arson, robbery, whoever does it, the state included, and also where it is only attempted
or threatened. Fighting between armed sides is not one, and neither is an ambush of soldiers or police, a
protest, an arrest, or what lies more than two months back.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Final

from summariser.evals.scorers.muc4_form import IncidentType
from summariser.schemas import Event
from summariser.schemas.codebooks import (
    ActorKind,
    ActorRole,
    EventStatus,
    Measure,
    PopulationGroup,
    SubEventType,
)

TYPES: Final[Mapping[SubEventType, IncidentType | None]] = {
    SubEventType.ARMED_CLASH: None,
    SubEventType.GOVERNMENT_REGAINS_TERRITORY: None,
    SubEventType.NON_STATE_OVERTAKES_TERRITORY: None,
    SubEventType.CHEMICAL_WEAPON: "ATTACK",
    SubEventType.AIR_STRIKE: "BOMBING",
    SubEventType.SUICIDE_BOMB: "BOMBING",
    SubEventType.SHELLING: "ATTACK",
    SubEventType.REMOTE_EXPLOSIVE: "BOMBING",
    SubEventType.GRENADE: "BOMBING",
    SubEventType.PEACEFUL_PROTEST: None,
    SubEventType.PROTEST_WITH_INTERVENTION: None,
    SubEventType.EXCESSIVE_FORCE: "ATTACK",
    SubEventType.VIOLENT_DEMONSTRATION: None,
    SubEventType.MOB_VIOLENCE: "ATTACK",
    SubEventType.SEXUAL_VIOLENCE: "ATTACK",
    SubEventType.ATTACK: "ATTACK",
    SubEventType.ABDUCTION: "KIDNAPPING",
    SubEventType.AGREEMENT: None,
    SubEventType.ARRESTS: None,
    SubEventType.CHANGE_TO_GROUP: None,
    SubEventType.DISRUPTED_WEAPONS_USE: None,
    SubEventType.BASE_ESTABLISHED: None,
    SubEventType.LOOTING: "ATTACK",
    SubEventType.NON_VIOLENT_TRANSFER: None,
    SubEventType.OTHER: None,
}
"""The MUC-4 type of each ACLED sub-type; None is not an incident. No sub-type is a forced work stoppage."""

_FIRE: Final = re.compile(
    r"\b(?:arson\w*|torch(?:ed|ing)|burn(?:ed|t|ing)|ablaze|alight|on fire|set fire)\b", re.I
)
_THEFT: Final = re.compile(
    r"\b(?:rob(?:bed|bing|bery|beries)|stole|stolen|steal\w*|loot\w*|h[eo]ld-?\s?ups?)\b", re.I
)
_UNEXPLODED: Final = re.compile(
    r"\b(?:defus\w+|deactivat\w+|fail(?:ed|s) to (?:explode|detonate|go off))\b", re.I
)

BY_WORDS: Final[Mapping[SubEventType, tuple[tuple[re.Pattern[str], IncidentType], ...]]] = {
    SubEventType.LOOTING: ((_FIRE, "ARSON"), (_THEFT, "ROBBERY")),
    SubEventType.DISRUPTED_WEAPONS_USE: ((_UNEXPLODED, "BOMBING"),),
}
"""Sub-types that are several of MUC-4's: the first words that the event's own sentences have decide."""

STATUSES: Final = frozenset(
    {EventStatus.OCCURRED, EventStatus.ONGOING, EventStatus.ATTEMPTED, EventStatus.THREATENED}
)
"""MUC-4's stages are accomplished, attempted and threatened. A plan and a denial are none of them."""

STALE: Final = timedelta(days=62)
"""An incident that ended longer ago than two months is background."""

ARMED_KINDS: Final = frozenset(
    {
        ActorKind.STATE_FORCES,
        ActorKind.EXTERNAL_FORCES,
        ActorKind.REBEL_GROUP,
        ActorKind.POLITICAL_MILITIA,
        ActorKind.IDENTITY_MILITIA,
    }
)
ARMED_GROUPS: Final = frozenset(
    {PopulationGroup.FIGHTERS, PopulationGroup.SOLDIERS, PopulationGroup.POLICE, PopulationGroup.PEACEKEEPERS}
)
_VICTIMS: Final = frozenset(
    {Measure.KILLED, Measure.DIED, Measure.INJURED, Measure.ABDUCTED, Measure.MISSING}
)
_OF_THE_ARMED: Final = re.compile(
    r"\b(?:military|army|armou?red|police|patrols?|convoys?|garrisons?|barracks|outposts?|command posts?"
    r"|fortifications?|ammunition|positions?)\b",
    re.I,
)
_THE_ARMED: Final = re.compile(
    r"(?:.* )?(?:fighters?|soldiers?|troops|guerr?illas?|rebels?|militants?|insurgents?|terrorists?"
    r"|police(?:m[ae]n)?)",
    re.I,
)
"""Targets whose kind the summary does not know, though their name says it."""


def incident_type(event: Event, published: date | None) -> IncidentType | None:
    """The MUC-4 type of an event, or None where it is not an incident.

    Args:
        event: One of a summary's events.
        published: The document's day, without which nothing is too old.
    """
    if event.status not in STATUSES or is_stale(event, published) or hits_only_the_armed(event):
        return None
    text = " ".join(proof.text for proof in event.evidence)
    for words, kind in BY_WORDS.get(event.sub_type, ()):
        if words.search(text):
            return kind
    return TYPES[event.sub_type]


def is_stale(event: Event, published: date | None) -> bool:
    """Whether it ended more than two months before the document."""
    last = event.when.end or event.when.start
    return published is not None and last is not None and published - last > STALE


def hits_only_the_armed(event: Event) -> bool:
    """Whether all that the summary knows of the targets are fighters, soldiers, police and what is theirs.

    False where it knows nothing of them: an explosion without a known target is an incident.
    """
    targets = [
        actor.kind in ARMED_KINDS
        or (actor.kind is ActorKind.UNKNOWN and bool(_THE_ARMED.fullmatch(actor.words.text)))
        for actor in event.side(ActorRole.SIDE_B)
    ]
    figures = (*event.fatalities, *event.injuries, *event.other_figures)
    targets += [figure.group in ARMED_GROUPS for figure in figures if figure.measure in _VICTIMS]
    targets += [bool(_OF_THE_ARMED.search(damage.words.text)) for damage in event.damage]
    targets += [bool(_OF_THE_ARMED.search(target.words.text)) for target in event.targets]
    return bool(targets) and all(targets)
