"""What a peer is asked to fill in: plain pydantic schemas, suite by suite, and prompts as data.

The same forms serve every peer: instructor takes them as they are, LangExtract's schema is made of them.
Fields that may be left out have a default, so that an answer need not spend tokens on them.
"""

from __future__ import annotations

import json
from datetime import date as Day
from functools import cache
from pathlib import Path
from typing import Annotated, Any, Final, Literal

from pydantic import BaseModel, ConfigDict, Field

from summariser.evals.scorers.muc4_form import IncidentType
from summariser.schemas.codebooks import DisplacementTerm, Measure, PopulationGroup, SubEventType, Unit

PROMPTS: Final = Path(__file__).resolve().parent / "prompts"
MOST: Final = 20
"""Facts of one list: a small model that begins to repeat itself would otherwise do so to the limit."""

Words = Annotated[str, Field(max_length=200)]
Names = Annotated[list[Words], Field(max_length=MOST)]
Iso3 = Annotated[str, Field(pattern=r"^[A-Z]{3}$")]
Count = Annotated[int, Field(ge=0, le=1_000_000_000)]
Vague = Literal[
    "several", "dozens", "hundreds", "thousands", "tens_of_thousands", "hundreds_of_thousands", "millions"
]


class _Form(BaseModel):
    model_config = ConfigDict(extra="ignore")


IdmcTerm = Literal[
    "Displaced",
    "Evacuated",
    "Forced to Flee",
    "Relocated",
    "Sheltered",
    "In Relief Camp",
    "Destroyed Housing",
    "Partially Destroyed Housing",
    "Uninhabitable Housing",
    "Homeless",
    "Returns",
    "Affected",
    "Multiple/Other",
]


class IdmcFigure(_Form):
    """One displacement figure in IDMC's terms."""

    quantity: Count
    term: IdmcTerm
    unit: Literal["People", "Households"]
    location: Words | None = None
    country_iso3: Iso3 | None = None


class IdmcAnswer(_Form):
    """All figures of an excerpt."""

    figures: Annotated[list[IdmcFigure], Field(max_length=MOST)]


class Muc4Incident(_Form):
    """One incident in MUC-4's slots."""

    type: IncidentType
    date: Day | None = None
    country: Words | None = None
    places: Names = []
    perp_individuals: Names = []
    perp_organizations: Names = []
    human_targets: Names = []
    physical_targets: Names = []
    instruments: Names = []
    killed: Count | None = None
    injured: Count | None = None


class Muc4Answer(_Form):
    """All incidents of a report."""

    incidents: Annotated[list[Muc4Incident], Field(max_length=MOST)]


class NewsFigure(_Form):
    """A number of an event. It is required: left open, a small model lists every measure that there is."""

    measure: Measure
    value: Count
    vague: Vague | None = None
    """For a word without a number, with ``value`` 0."""
    unit: Unit = Unit.PEOPLE
    group: PopulationGroup | None = None
    claimed_by: Words | None = None


class NewsEvent(_Form):
    """An event in ACLED's terms."""

    quote: Words
    sub_type: SubEventType
    date: Day | None = None
    place: Words | None = None
    country_iso3: Iso3 | None = None
    side_a: Names = []
    side_b: Names = []
    figures: Annotated[list[NewsFigure], Field(max_length=MOST)] = []


class NewsDisplacement(_Form):
    """A number of people moved, or of homes lost."""

    term: DisplacementTerm
    value: Count
    vague: Vague | None = None
    unit: Unit = Unit.PEOPLE
    place: Words | None = None
    claimed_by: Words | None = None


class NewsroomAnswer(_Form):
    """All events and displacement of an article."""

    events: Annotated[list[NewsEvent], Field(max_length=MOST)]
    displacement: Annotated[list[NewsDisplacement], Field(max_length=MOST)]


FORMS: Final[dict[str, type[IdmcAnswer] | type[Muc4Answer] | type[NewsroomAnswer]]] = {
    "idmc": IdmcAnswer,
    "muc4": Muc4Answer,
    "newsroom": NewsroomAnswer,
}
Answer = IdmcAnswer | Muc4Answer | NewsroomAnswer


class Example(BaseModel):
    """A worked example: an invented text and its answer. ``words`` in it are for LangExtract's spans."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    text: str
    published: Day | None = None
    answer: dict[str, Any]


class Prompts(BaseModel):
    """What one suite's peers are told."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    plain: str
    guide: str
    examples: tuple[Example, ...]
    chunk_characters: int
    """LangExtract's ``max_char_buffer``."""


@cache
def prompts(suite: str) -> Prompts:
    """The prompts of a suite."""
    return Prompts.model_validate_json((PROMPTS / f"{suite}.json").read_bytes())


def worded(published: Day | None, text: str) -> str:
    """The article as every peer gets it: with the day of publication, where one is known."""
    return f"Published: {published.isoformat()}\n\n{text}" if published else text


def compact(suite: str, answer: dict[str, Any]) -> str:
    """An example's answer as a model would write it: validated, and without what is left open."""
    filled = FORMS[suite].model_validate(answer)
    return json.dumps(
        filled.model_dump(mode="json", exclude_none=True, exclude_unset=True),
        ensure_ascii=False,
        separators=(",", ":"),
    )
