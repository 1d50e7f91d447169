"""Drafts: what a model (or the steps that question one) chose, before anything is checked.

A draft holds references only: ids of sentences and numbers, words of the article, terms of the
codebooks. It has no figure, date or country of its own, so there is nothing in it to invent; the
verifier turns references into records or refuses them.
"""

from __future__ import annotations

from pydantic import Field

from summariser.schemas import Strict
from summariser.schemas.codebooks import (
    AccessKind,
    Cause,
    Certainty,
    Cluster,
    DisplacementTerm,
    EventStatus,
    Measure,
    MovementStatus,
    PopulationGroup,
    ResponseStatus,
    Severity,
    SiteKind,
    SubEventType,
    Unit,
)


class DraftFigure(Strict):
    """A number and what it measures."""

    number: str
    """Id of the number: "N3"."""
    measure: Measure
    claimed_by: str | None = None
    """Words of the article that name the source; None leaves it to the attribution rules."""
    certainty: Certainty | None = None
    unit: Unit | None = None
    group: PopulationGroup | None = None
    """What and whom it counts; None leaves it to the counted noun."""


class DraftEvent(Strict):
    """An event."""

    sub_type: SubEventType
    status: EventStatus
    sentences: tuple[str, ...] = Field(min_length=1)
    """Ids, the sentence that states the event first."""
    date: str | None = None
    place: str | None = None
    side_a: tuple[str, ...] = ()
    side_b: tuple[str, ...] = ()
    support_a: tuple[str, ...] = ()
    support_b: tuple[str, ...] = ()
    figures: tuple[DraftFigure, ...] = ()
    told_in: tuple[str, ...] = ()
    """Sentences beside its own in which the words of its place and time stand: the caption of a table."""


class DraftDisplacement(Strict):
    """People moved or homes lost."""

    number: str
    term: DisplacementTerm
    status: MovementStatus
    place: str | None = None
    origin: str | None = None
    destination: str | None = None
    date: str | None = None
    claimed_by: str | None = None
    certainty: Certainty | None = None
    cause: Cause | None = None
    """None leaves it to the sentence."""
    unit: Unit | None = None
    group: PopulationGroup | None = None
    """What and whom it counts; None leaves it to the counted noun."""
    told_in: tuple[str, ...] = ()
    """Sentences beside its own in which the words of its place and time stand: the caption of a table."""


class DraftSite(Strict):
    """A camp or shelter."""

    name: str
    sentences: tuple[str, ...] = Field(min_length=1)
    population: tuple[str, ...] = ()
    capacity: tuple[str, ...] = ()
    where: str | None = None
    """Words that say where it is; without them its name does."""
    conditions: tuple[str, ...] = ()
    """Sentences that say what it is like there."""
    kind: SiteKind | None = None
    """None leaves it to the sentences' words."""


class DraftHarm(Strict):
    """Civilians harmed."""

    number: str
    measure: Measure
    place: str | None = None
    date: str | None = None
    claimed_by: str | None = None
    certainty: Certainty | None = None
    unit: Unit | None = None
    group: PopulationGroup | None = None
    """What and whom it counts; None leaves it to the counted noun."""
    told_in: tuple[str, ...] = ()
    """Sentences beside its own in which the words of its place and time stand: the caption of a table."""


class DraftNeed(Strict):
    """What people lack."""

    cluster: Cluster
    sentence: str
    numbers: tuple[str, ...] = ()
    place: str | None = None
    severity: Severity | None = None
    """None leaves it to the sentence's words."""


class DraftAccess(Strict):
    """What stands between people and help."""

    kind: AccessKind
    sentence: str
    place: str | None = None


class DraftResponse(Strict):
    """Help."""

    status: ResponseStatus
    sentence: str
    actor: str | None = None
    cluster: Cluster | None = None
    numbers: tuple[str, ...] = ()
    place: str | None = None


class DraftRisk(Strict):
    """A group in danger."""

    group: PopulationGroup
    sentence: str


class DraftLine(Strict):
    """A sentence of the narrative, as a model that can write one proposes it."""

    text: str
    sentences: tuple[str, ...] = Field(min_length=1)


class EventDraft(Strict):
    """All events of an article."""

    events: tuple[DraftEvent, ...] = ()
    headline: DraftLine | None = None
    narrative: tuple[DraftLine, ...] = ()


class HumanitarianDraft(Strict):
    """All humanitarian facts of an article."""

    displacement: tuple[DraftDisplacement, ...] = ()
    sites: tuple[DraftSite, ...] = ()
    harm: tuple[DraftHarm, ...] = ()
    needs: tuple[DraftNeed, ...] = ()
    access: tuple[DraftAccess, ...] = ()
    response: tuple[DraftResponse, ...] = ()
    risks: tuple[DraftRisk, ...] = ()
    headline: DraftLine | None = None
    narrative: tuple[DraftLine, ...] = ()
