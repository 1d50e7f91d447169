"""Event types and actor kinds after the ACLED codebook (6 types, 25 sub-types, inter codes 1 to 8)."""

from enum import StrEnum
from typing import Final


class EventType(StrEnum):
    """ACLED event type: what sort of thing happened."""

    BATTLES = "Battles"
    EXPLOSIONS = "Explosions/Remote violence"
    PROTESTS = "Protests"
    RIOTS = "Riots"
    VIOLENCE_AGAINST_CIVILIANS = "Violence against civilians"
    STRATEGIC = "Strategic developments"


class SubEventType(StrEnum):
    """ACLED sub-event type. Each belongs to exactly one `EventType` (see `SUB_EVENT_TYPES`)."""

    ARMED_CLASH = "Armed clash"
    GOVERNMENT_REGAINS_TERRITORY = "Government regains territory"
    NON_STATE_OVERTAKES_TERRITORY = "Non-state actor overtakes territory"
    CHEMICAL_WEAPON = "Chemical weapon"
    AIR_STRIKE = "Air/drone strike"
    SUICIDE_BOMB = "Suicide bomb"
    SHELLING = "Shelling/artillery/missile attack"
    REMOTE_EXPLOSIVE = "Remote explosive/landmine/IED"
    GRENADE = "Grenade"
    PEACEFUL_PROTEST = "Peaceful protest"
    PROTEST_WITH_INTERVENTION = "Protest with intervention"
    EXCESSIVE_FORCE = "Excessive force against protesters"
    VIOLENT_DEMONSTRATION = "Violent demonstration"
    MOB_VIOLENCE = "Mob violence"
    SEXUAL_VIOLENCE = "Sexual violence"
    ATTACK = "Attack"
    ABDUCTION = "Abduction/forced disappearance"
    AGREEMENT = "Agreement"
    ARRESTS = "Arrests"
    CHANGE_TO_GROUP = "Change to group/activity"
    DISRUPTED_WEAPONS_USE = "Disrupted weapons use"
    BASE_ESTABLISHED = "Headquarters or base established"
    LOOTING = "Looting/property destruction"
    NON_VIOLENT_TRANSFER = "Non-violent transfer of territory"
    OTHER = "Other"


SUB_EVENT_TYPES: Final[dict[EventType, tuple[SubEventType, ...]]] = {
    EventType.BATTLES: (
        SubEventType.ARMED_CLASH,
        SubEventType.GOVERNMENT_REGAINS_TERRITORY,
        SubEventType.NON_STATE_OVERTAKES_TERRITORY,
    ),
    EventType.EXPLOSIONS: (
        SubEventType.CHEMICAL_WEAPON,
        SubEventType.AIR_STRIKE,
        SubEventType.SUICIDE_BOMB,
        SubEventType.SHELLING,
        SubEventType.REMOTE_EXPLOSIVE,
        SubEventType.GRENADE,
    ),
    EventType.PROTESTS: (
        SubEventType.PEACEFUL_PROTEST,
        SubEventType.PROTEST_WITH_INTERVENTION,
        SubEventType.EXCESSIVE_FORCE,
    ),
    EventType.RIOTS: (SubEventType.VIOLENT_DEMONSTRATION, SubEventType.MOB_VIOLENCE),
    EventType.VIOLENCE_AGAINST_CIVILIANS: (
        SubEventType.SEXUAL_VIOLENCE,
        SubEventType.ATTACK,
        SubEventType.ABDUCTION,
    ),
    EventType.STRATEGIC: (
        SubEventType.AGREEMENT,
        SubEventType.ARRESTS,
        SubEventType.CHANGE_TO_GROUP,
        SubEventType.DISRUPTED_WEAPONS_USE,
        SubEventType.BASE_ESTABLISHED,
        SubEventType.LOOTING,
        SubEventType.NON_VIOLENT_TRANSFER,
        SubEventType.OTHER,
    ),
}
"""Which sub-types each type admits: the only valid pairs."""

_TYPE_OF: Final = {sub: kind for kind, subs in SUB_EVENT_TYPES.items() for sub in subs}


def event_type_of(sub_type: SubEventType) -> EventType:
    """The one event type that `sub_type` belongs to."""
    return _TYPE_OF[sub_type]


class ActorKind(StrEnum):
    """What sort of actor it is: ACLED's inter codes 1 to 8, and two that news needs beside them."""

    STATE_FORCES = "state_forces"
    """Code 1: military and police of a state that acts on its own territory."""
    REBEL_GROUP = "rebel_group"
    """Code 2: an armed group with a political aim against a state."""
    POLITICAL_MILITIA = "political_militia"
    """Code 3: armed people in the service of a political body, or unidentified armed groups."""
    IDENTITY_MILITIA = "identity_militia"
    """Code 4: armed along ethnic, clan, religious or local lines."""
    RIOTERS = "rioters"
    """Code 5."""
    PROTESTERS = "protesters"
    """Code 6."""
    CIVILIANS = "civilians"
    """Code 7."""
    EXTERNAL_FORCES = "external_forces"
    """Code 8: foreign states' forces, coalitions, peacekeepers, private companies."""
    ORGANISATION = "organisation"
    """Not an ACLED code: an agency, ministry or NGO that speaks or helps rather than fights."""
    UNKNOWN = "unknown"
    """The article does not say, or the name is not known to the tables."""
