"""MUC-4 incidents: the form of the answer key, and the form of a prediction.

In a key every fill is a list of aliases, any of which is right, and may be optional; the date and the
location may have alternatives. Null is "not stated", which is not 0.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Annotated, Final, Literal, get_args

from pydantic import BaseModel, ConfigDict, Field, model_validator

IncidentType = Literal["ATTACK", "BOMBING", "KIDNAPPING", "ARSON", "ROBBERY", "FORCED WORK STOPPAGE"]
Stage = Literal["ACCOMPLISHED", "ATTEMPTED", "THREATENED"]
INCIDENT_TYPES: Final[tuple[IncidentType, ...]] = get_args(IncidentType)

ListSlot = Literal[
    "places", "perp_individuals", "perp_organizations", "human_targets", "physical_targets", "instruments"
]
Slot = Literal["type", "date", "country", ListSlot, "killed", "injured"]
SLOTS: Final[tuple[Slot, ...]] = (
    "type", "date", "country", "places", "perp_individuals", "perp_organizations",
    "human_targets", "physical_targets", "instruments", "killed", "injured",
)  # fmt: skip

Words = Annotated[str, Field(min_length=1)]
Aliases = Annotated[tuple[Words, ...], Field(min_length=1)]
Count = Annotated[int, Field(ge=0)]


@dataclass(frozen=True, slots=True)
class Fill:
    """One answer of a slot: its aliases, and whether it may be left out."""

    aliases: tuple[str, ...]
    optional: bool = False


class _Key(BaseModel):
    """Part of the answer key: strict in what is known, open to what is not."""

    model_config = ConfigDict(frozen=True, strict=True, extra="ignore")


class Days(_Key):
    """From one day to another, both included; without a start it is "by" the end."""

    start: date | None
    end: date | None

    @model_validator(mode="after")
    def _is_ordered(self) -> Days:
        if self.start and self.end and self.start > self.end:
            raise ValueError("the start lies after the end")
        return self


class KeyDate(Days):
    """The key's date, with what else it admits."""

    raw: str | None = None
    before: bool = False
    optional: bool = False
    alternatives: tuple[Days, ...] = ()

    @property
    def admitted(self) -> tuple[Days, ...]:
        """Every time that is right; none where the key states none."""
        return tuple(days for days in (*self.alternatives, self) if days.start or days.end)


class Location(_Key):
    """A country, and the places in it from the largest to the smallest."""

    country: str | None
    places: tuple[Words, ...]


class KeyLocation(Location):
    """The key's location, with what else it admits."""

    raw: str | None = None
    alternatives_parsed: tuple[Location, ...] = ()

    @property
    def admitted(self) -> tuple[Location, ...]:
        """Every location that is right."""
        return self.alternatives_parsed or (self,)


class HumanTarget(_Key):
    """Somebody who was the target, by name or by description."""

    names: tuple[Words, ...]
    descriptions: tuple[Words, ...]
    optional: bool
    number: str | None = None
    effects: tuple[str, ...] = ()


class Incident(_Key):
    """One incident of the answer key."""

    optional: bool
    type: IncidentType | Annotated[tuple[IncidentType, ...], Field(min_length=1)]
    stage: Stage | tuple[Stage, ...] | None = None
    date: KeyDate | None
    location: KeyLocation | None
    instruments: tuple[Aliases, ...]
    instruments_optional: tuple[bool, ...]
    perp_individuals: tuple[Aliases, ...]
    perp_individuals_optional: tuple[bool, ...]
    perp_organizations: tuple[Aliases, ...]
    perp_organizations_optional: tuple[bool, ...]
    physical_targets: tuple[Aliases, ...]
    physical_targets_optional: tuple[bool, ...]
    human_targets: tuple[HumanTarget, ...]
    killed: Count | None
    killed_low: Count | None
    killed_high: Count | None
    injured: Count | None
    injured_low: Count | None
    injured_high: Count | None

    @model_validator(mode="after")
    def _marks_fit(self) -> Incident:
        for slot in ("instruments", "perp_individuals", "perp_organizations", "physical_targets"):
            if len(getattr(self, slot)) != len(getattr(self, f"{slot}_optional")):
                raise ValueError(f"{slot} and {slot}_optional are not equally long")
        for slot in ("killed", "injured"):
            low, high = getattr(self, f"{slot}_low"), getattr(self, f"{slot}_high")
            if low is not None and high is not None and low > high:
                raise ValueError(f"{slot}_low is above {slot}_high")
        return self

    @property
    def types(self) -> tuple[IncidentType, ...]:
        """Every type that is right."""
        return (self.type,) if isinstance(self.type, str) else self.type

    def fills(self, slot: ListSlot) -> tuple[Fill, ...]:
        """The answers of a slot that admits several. Places have alternatives instead: see `location`."""
        if slot == "human_targets":
            return tuple(
                Fill((*one.names, *one.descriptions), one.optional)
                for one in self.human_targets
                if one.names or one.descriptions
            )
        marks: tuple[bool, ...] = getattr(self, f"{slot}_optional")
        return tuple(Fill(names, mark) for names, mark in zip(getattr(self, slot), marks, strict=True))


class PredictedDate(BaseModel):
    """A predicted time, in the key's form."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    start: date | None = None
    end: date | None = None


class PredictedIncident(BaseModel):
    """A predicted incident: one string a fill, null for what is not stated."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    type: str | None
    date: PredictedDate | None = None
    country: str | None = None
    places: tuple[str, ...] = ()
    perp_individuals: tuple[str, ...] = ()
    perp_organizations: tuple[str, ...] = ()
    human_targets: tuple[str, ...] = ()
    physical_targets: tuple[str, ...] = ()
    instruments: tuple[str, ...] = ()
    killed: Count | None = None
    injured: Count | None = None

    def fills(self, slot: ListSlot) -> tuple[str, ...]:
        """What is predicted for a slot that admits several."""
        found: tuple[str, ...] = getattr(self, slot)
        return found

    def __str__(self) -> str:
        when = self.date and (self.date.start or self.date.end)
        where = ", ".join((*self.places, *((self.country,) if self.country else ())))
        return " / ".join(part for part in (self.type or "?", where, str(when or "")) if part)


class PredictedIncidents(BaseModel):
    """A prediction: the incidents of one document."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    id: str
    events: tuple[PredictedIncident, ...]
