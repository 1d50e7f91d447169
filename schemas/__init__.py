"""The contract of the product: strict models of what a summary may say, after the field's codebooks."""

from summariser.schemas.base import Confidence, Country, Derivation, Evidence, SentenceId, Span, Strict
from summariser.schemas.events import Damage, Event, EventFigure, EventSummary, Means, Target
from summariser.schemas.figures import Actor, Claimant, Figure, Place, When
from summariser.schemas.humanitarian import (
    AccessConstraint,
    CivilianHarm,
    Condition,
    DisplacementFigure,
    GroupAtRisk,
    HumanitarianSummary,
    Need,
    Response,
    Site,
)
from summariser.schemas.narrative import Narrative, NarrativeSentence
from summariser.schemas.results import (
    SCHEMA_VERSION,
    ArticleInfo,
    Issue,
    IssueCode,
    PromptUsed,
    Provenance,
    StepCost,
    Summary,
)

__all__ = [
    "SCHEMA_VERSION",
    "AccessConstraint",
    "Actor",
    "ArticleInfo",
    "CivilianHarm",
    "Claimant",
    "Condition",
    "Confidence",
    "Country",
    "Damage",
    "Derivation",
    "DisplacementFigure",
    "Event",
    "EventFigure",
    "EventSummary",
    "Evidence",
    "Figure",
    "GroupAtRisk",
    "HumanitarianSummary",
    "Issue",
    "IssueCode",
    "Means",
    "Narrative",
    "NarrativeSentence",
    "Need",
    "Place",
    "PromptUsed",
    "Provenance",
    "Response",
    "SentenceId",
    "Site",
    "Span",
    "StepCost",
    "Strict",
    "Summary",
    "Target",
    "When",
]
