"""Humanitarian facts: displacement, sites, needs, harm, access, response."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, model_validator

from summariser.schemas.base import Confidence, Derivation, Proof, Strict
from summariser.schemas.codebooks import (
    AccessKind,
    Cause,
    Cluster,
    DisplacementTerm,
    Measure,
    MovementStatus,
    PopulationGroup,
    ResponseStatus,
    Severity,
    SiteKind,
    Unit,
)
from summariser.schemas.figures import Claimant, Figure, Place, When
from summariser.schemas.narrative import Narrative


class DisplacementFigure(Figure):
    """People moved or homes lost, in the source's own term (IDMC)."""

    term: DisplacementTerm
    status: MovementStatus
    cause: Cause = Cause.UNKNOWN
    place: Place | None = None
    """Where the figure holds, when the text does not tell origin from destination."""
    origin: Place | None = None
    destination: Place | None = None
    when: When

    @model_validator(mode="after")
    def _term_fits_unit(self) -> DisplacementFigure:
        housing = {
            DisplacementTerm.DESTROYED_HOUSING,
            DisplacementTerm.PARTIALLY_DESTROYED_HOUSING,
            DisplacementTerm.UNINHABITABLE_HOUSING,
        }
        people = {Unit.PEOPLE, Unit.HOUSEHOLDS}
        if self.term not in housing and self.unit not in people:
            raise ValueError(f"displacement: {self.term} counts people or households, not {self.unit}")
        return self


class Condition(Strict):
    """What a site is like, in the text's own words."""

    words: Annotated[str, Field(min_length=1)]
    severity: Severity
    claimed_by: Claimant | None = None
    evidence: Proof
    confidence: Confidence = None


class Site(Strict):
    """A camp or shelter, with its population and capacity."""

    name: Annotated[str, Field(min_length=1)]
    kind: SiteKind
    place: Place
    population: tuple[Figure, ...] = ()
    """One for each claim."""
    capacity: tuple[Figure, ...] = ()
    overcrowding_ratio: Annotated[float, Field(gt=0)] | None = None
    """Population divided by capacity, to one decimal; computed by code, never read."""
    ratio_derived: Derivation | None = None
    conditions: tuple[Condition, ...] = ()
    evidence: Proof
    confidence: Confidence = None

    @model_validator(mode="after")
    def _ratio_is_derived(self) -> Site:
        if (self.overcrowding_ratio is None) != (self.ratio_derived is None):
            raise ValueError("site: a ratio names what it was computed from")
        if self.overcrowding_ratio is not None and self.overcrowding_ratio not in self._ratios():
            raise ValueError("site: the ratio is not population divided by capacity")
        return self

    def _ratios(self) -> set[float]:
        def size(figure: Figure) -> float:
            return float(figure.value if figure.value is not None else figure.low or figure.high or 0)

        return {round(size(p) / size(c), 1) for p in self.population for c in self.capacity if size(c)}


class Need(Strict):
    """What people lack, by IASC cluster."""

    cluster: Cluster
    severity: Severity
    severity_words: str | None = None
    """The words on which `severity` rests."""
    people: tuple[Figure, ...] = ()
    place: Place | None = None
    claimed_by: Claimant | None = None
    evidence: Proof
    confidence: Confidence = None


class CivilianHarm(Figure):
    """Civilians killed, dead, injured, missing, abducted or arrested, in conflict, disaster or a camp."""

    measure: Measure
    place: Place | None = None
    when: When


class AccessConstraint(Strict):
    """What stands between people and help."""

    kind: AccessKind
    place: Place | None = None
    claimed_by: Claimant | None = None
    evidence: Proof
    confidence: Confidence = None


class Response(Strict):
    """Help: who gives or promises what."""

    actor: str | None = None
    """Canonical name; None where the article does not say who."""
    cluster: Cluster | None = None
    status: ResponseStatus
    reached: tuple[Figure, ...] = ()
    """People reached, or supplies."""
    place: Place | None = None
    evidence: Proof
    confidence: Confidence = None


class GroupAtRisk(Strict):
    """A group that the text singles out as being in danger or under suspicion."""

    group: PopulationGroup
    words: Annotated[str, Field(min_length=1)]
    evidence: Proof
    confidence: Confidence = None


class HumanitarianSummary(Strict):
    """What the article's events mean for people."""

    displacement: tuple[DisplacementFigure, ...] = ()
    """Everything but the planned returns."""
    planned_returns: tuple[DisplacementFigure, ...] = ()
    """Returns that are announced or expected."""
    sites: tuple[Site, ...] = ()
    needs: tuple[Need, ...] = ()
    civilian_harm: tuple[CivilianHarm, ...] = ()
    access: tuple[AccessConstraint, ...] = ()
    response: tuple[Response, ...] = ()
    groups_at_risk: tuple[GroupAtRisk, ...] = ()
    narrative: Narrative | None = None
    """None where the article states no humanitarian fact."""

    @model_validator(mode="after")
    def _returns_stand_in_their_list(self) -> HumanitarianSummary:
        def is_planned_return(figure: DisplacementFigure) -> bool:
            return figure.term is DisplacementTerm.RETURNED and figure.status is MovementStatus.PLANNED

        if any(is_planned_return(f) for f in self.displacement):
            raise ValueError("humanitarian: planned returns stand in planned_returns")
        if not all(is_planned_return(f) for f in self.planned_returns):
            raise ValueError("humanitarian: planned_returns holds planned returns only")
        return self
