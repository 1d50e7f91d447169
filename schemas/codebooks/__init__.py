"""The field's codebooks as enums: closed lists of terms that a summary may use.

Each module names its source. Definitions are written for this project; where a list only follows a
codebook at second hand its docstring says "after", not "is".
"""

from summariser.schemas.codebooks.acled import (
    SUB_EVENT_TYPES,
    ActorKind,
    EventType,
    SubEventType,
    event_type_of,
)
from summariser.schemas.codebooks.iasc import Cluster
from summariser.schemas.codebooks.idmc import Cause, DisplacementTerm, MovementStatus
from summariser.schemas.codebooks.terms import (
    AccessKind,
    ActorRole,
    Certainty,
    DatePrecision,
    EventStatus,
    GeoPrecision,
    Measure,
    PopulationGroup,
    Qualifier,
    ResponseStatus,
    Severity,
    SiteKind,
    Unit,
)

__all__ = [
    "SUB_EVENT_TYPES",
    "AccessKind",
    "ActorKind",
    "ActorRole",
    "Cause",
    "Certainty",
    "Cluster",
    "DatePrecision",
    "DisplacementTerm",
    "EventStatus",
    "EventType",
    "GeoPrecision",
    "Measure",
    "MovementStatus",
    "PopulationGroup",
    "Qualifier",
    "ResponseStatus",
    "Severity",
    "SiteKind",
    "SubEventType",
    "Unit",
    "event_type_of",
]
