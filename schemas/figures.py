"""Figures, places, times and actors: the values that both kinds of summary share."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import Field, StringConstraints, model_validator

from summariser.schemas.base import Confidence, Country, Derivation, Proof, Span, Strict
from summariser.schemas.codebooks import (
    ActorKind,
    ActorRole,
    Certainty,
    DatePrecision,
    GeoPrecision,
    PopulationGroup,
    Qualifier,
    Unit,
)

FigureId = Annotated[str, StringConstraints(pattern=r"^F[1-9][0-9]*$")]
Quantity = Annotated[int, Field(ge=0, strict=True)] | Annotated[float, Field(ge=0, strict=True)]

VAGUE = frozenset(
    {
        Qualifier.SEVERAL,
        Qualifier.TENS,
        Qualifier.DOZENS,
        Qualifier.HUNDREDS,
        Qualifier.THOUSANDS,
        Qualifier.TENS_OF_THOUSANDS,
        Qualifier.HUNDREDS_OF_THOUSANDS,
        Qualifier.MILLIONS,
    }
)
"""Qualifiers of words without a figure; ``low`` holds ACLED's conservative reading of them."""


class Actor(Strict):
    """Who took part in an event."""

    role: ActorRole
    name: Annotated[str, Field(min_length=1)]
    """Canonical name: "Syrian Democratic Forces" for "SDF"."""
    words: Span
    """The name as the article has it."""
    kind: ActorKind
    country: Country | None = None
    """The state that it belongs to, where it belongs to one."""
    evidence: Proof
    confidence: Confidence = None


class Claimant(Strict):
    """Who says so."""

    name: Annotated[str, Field(min_length=1)]
    """Canonical name of the person or body that makes the claim."""
    words: Span
    """The words that name the source in the article."""
    affiliation: str | None = None
    """The body that a person speaks for, where the article says so."""
    confidence: Confidence = None


class Place(Strict):
    """Where: the words of the article, and what the offline gazetteer makes of them."""

    words: Span
    name: str | None = None
    """Standard name (GeoNames, ISO 3166); None where it is not known to them."""
    admin: str | None = None
    """First-level administrative area."""
    country: Country | None = None
    country_from: Literal["gazetteer", "text", "context"] | None = None
    """``context``: inferred from what else the article names, not stated with the place."""
    lat: Annotated[float, Field(ge=-90, le=90)] | None = None
    lon: Annotated[float, Field(ge=-180, le=180)] | None = None
    precision: GeoPrecision
    geonames_id: int | None = None
    reason: str | None = None
    """Why it is not resolved, or only inferred."""
    evidence: Proof
    confidence: Confidence = None

    @model_validator(mode="after")
    def _is_whole(self) -> Place:
        if (self.lat is None) != (self.lon is None):
            raise ValueError("place: lat and lon come together")
        if (self.country is None) != (self.country_from is None):
            raise ValueError("place: a country says where it comes from, and only a country does")
        if self.precision is GeoPrecision.UNRESOLVED and not self.reason:
            raise ValueError("place: an unresolved place says why")
        return self


class When(Strict):
    """When: the words used, and the days they mean.

    ``start`` and ``end`` are both included; either may be open (None), then ``reason`` says why.
    """

    words: Span | None = None
    """None where the article gives no time for the event itself."""
    start: date | None = None
    end: date | None = None
    precision: DatePrecision = DatePrecision.UNKNOWN
    reason: str | None = None
    confidence: Confidence = None

    @model_validator(mode="after")
    def _is_ordered(self) -> When:
        if self.start and self.end and self.start > self.end:
            raise ValueError("when: start must not lie after end")
        if not (self.start or self.end) and not self.reason:
            raise ValueError("when: a time left open says why")
        if self.words is None and (self.start or self.end):
            raise ValueError("when: a date needs the words that state it")
        return self


class Figure(Strict):
    """A number that the article states, what it counts, and who says so.

    Either ``value`` is set (one number, perhaps hedged), or ``low``/``high`` bound it ("20 to 30",
    "dozens"). ``words`` is the exact span, from which ``value`` was read.
    """

    id: FigureId
    value: Quantity | None = None
    low: Quantity | None = None
    high: Quantity | None = None
    qualifier: Qualifier = Qualifier.EXACTLY
    words: Span
    """The number as it stands, hedge included: "more than 66,000"."""
    unit: Unit
    group: PopulationGroup | None = None
    """Who is counted; None where no people are."""
    counted: str | None = None
    """The counted noun phrase of the article: "ISIS fighters", "air raids"."""
    affiliation: str | None = None
    """Canonical name of the actor that the counted people belong to."""
    claimed_by: Claimant | None = None
    certainty: Certainty = Certainty.STATED
    derived: Derivation | None = None
    """Set where code, not the text, supplied the number ("a child died" is 1)."""
    evidence: Proof
    confidence: Confidence = None

    @model_validator(mode="after")
    def _is_a_number(self) -> Figure:
        if self.value is None and self.low is None and self.high is None:
            raise ValueError("figure: needs a value, or a bound")
        if self.low is not None and self.high is not None and self.low > self.high:
            raise ValueError("figure: high must be at least low")
        if self.value is not None and (
            (self.low is not None and self.value < self.low)
            or (self.high is not None and self.value > self.high)
        ):
            raise ValueError("figure: value must lie between low and high")
        if self.qualifier in VAGUE and self.value is not None:
            raise ValueError("figure: a vague word has bounds, not a value")
        if self.certainty in {Certainty.CLAIMED, Certainty.DENIED} and self.claimed_by is None:
            raise ValueError("figure: a claim or a denial names who makes it")
        if self.group is not None and self.unit not in {Unit.PEOPLE, Unit.HOUSEHOLDS}:
            raise ValueError("figure: only people and households have a group")
        return self
