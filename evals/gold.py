"""Labels: what a careful coder finds in an article, in the terms of the schemas.

A label is one JSON file. It holds no offsets: a fact points at the article by a *quote*, words copied
from the sentence that states it, and loading resolves the quote to its span, so that a label can be
written and read by hand and a quote that the article does not hold is an error. ``LABELLING.md`` says
what is one event, one figure, one fact.

Where the text admits two readings of a code, the label may hold both, the better one first
("claimed|stated"); names hold their aliases the same way ("SDF|Syrian Democratic Forces"). A fact that a
careful coder might leave out is ``optional``: it neither costs nor earns.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date, datetime
from enum import Enum
from pathlib import Path
from typing import Annotated, Any, Literal, TypeVar

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainSerializer,
    ValidationError,
    model_validator,
)

from summariser.errors import BadLabel
from summariser.evals.label_sense import nonsense
from summariser.schemas.codebooks import (
    AccessKind,
    Cause,
    Certainty,
    Cluster,
    DatePrecision,
    DisplacementTerm,
    EventStatus,
    Measure,
    MovementStatus,
    PopulationGroup,
    Qualifier,
    ResponseStatus,
    Severity,
    SiteKind,
    SubEventType,
    Unit,
)

E = TypeVar("E", bound=Enum)


def _no_guess(value: object) -> object:
    """Neither true for 1, nor "1.000", which is a thousand to some."""
    if isinstance(value, bool | str):
        raise ValueError("is no number")  # noqa: TRY004 - pydantic tells of ValueErrors
    return value


Number = Annotated[float, BeforeValidator(_no_guess), Field(ge=0, le=1e12, allow_inf_nan=False)]
_OFFSETS = re.compile(r"@([0-9]+)-([0-9]+)")
READINGS = ("first", "second", "settled")
Reading = Literal["first", "second", "settled"]


def _split(value: object) -> object:
    if isinstance(value, str):
        return tuple(part.strip() for part in value.split("|"))
    return value


def _join(values: tuple[Any, ...]) -> str:
    return "|".join(str(v.value if isinstance(v, Enum) else v) for v in values)


_PARTS = (BeforeValidator(_split), PlainSerializer(_join, return_type=str), Field(min_length=1))
Name = Annotated[tuple[Annotated[str, Field(min_length=1)], ...], *_PARTS]
"""A name and its aliases, "A|B" in the file: any of them is right."""


class _Label(BaseModel):
    """Frozen, and a misspelt key is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)


class _Fact(_Label):
    """What every labelled fact has."""

    quote: Annotated[str, Field(min_length=4)]
    """Words of the sentence that states it, copied letter for letter, long enough to stand there once.
    For an article whose text is not ours to copy: the sentence's offsets, "@774-886"."""
    optional: bool = False
    """A careful coder might leave it out: it neither costs nor earns."""


class GoldPlace(_Label):
    """Where, in the article's words."""

    name: Name
    """The place's name as the article has it; the standard English name as an alias."""
    country: Annotated[str, Field(pattern=r"^[A-Z]{3}$")] | None = None
    """ISO 3166-1 alpha-3, where the article or common knowledge tells it."""


class GoldFigure(_Fact):
    """A number, what it counts, and who says so. A vague word has bounds and no value."""

    value: Number | None = None
    low: Number | None = None
    high: Number | None = None
    qualifier: Annotated[tuple[Qualifier, ...], *_PARTS] = (Qualifier.EXACTLY,)
    unit: Annotated[tuple[Unit, ...], *_PARTS] = (Unit.PEOPLE,)
    group: Annotated[tuple[PopulationGroup, ...], *_PARTS] | None = None
    claimed_by: Name | None = None
    certainty: Annotated[tuple[Certainty, ...], *_PARTS] = (Certainty.STATED,)

    @model_validator(mode="after")
    def _is_a_number(self) -> GoldFigure:
        if self.value is None and self.low is None and self.high is None:
            raise ValueError("a figure needs a value, or low, or high")
        if self.value is not None and (self.low is not None or self.high is not None):
            raise ValueError("a figure has a value, or bounds, not both")
        return self

    @property
    def number(self) -> tuple[float | None, float | None, float | None]:
        """Value, low and high: what makes two figures the same number."""
        return self.value, self.low, self.high


class GoldEventFigure(GoldFigure):
    """A figure of an event."""

    measure: Annotated[tuple[Measure, ...], *_PARTS]


class GoldEvent(_Fact):
    """One event. `quote` stands in the sentence that reports it first; `more` in the others."""

    sub_type: Annotated[tuple[SubEventType, ...], *_PARTS]
    status: Annotated[tuple[EventStatus, ...], *_PARTS] = (EventStatus.OCCURRED,)
    start: date | None = None
    end: date | None = None
    """The same as `start` where it is one day; None where it is open."""
    precision: DatePrecision = DatePrecision.UNKNOWN
    place: GoldPlace | None = None
    side_a: tuple[Name, ...] = ()
    side_b: tuple[Name, ...] = ()
    support_a: tuple[Name, ...] = ()
    support_b: tuple[Name, ...] = ()
    figures: tuple[GoldEventFigure, ...] = ()
    more: tuple[str, ...] = ()
    """Quotes from the other sentences that tell of the same event."""


class GoldMovement(GoldFigure):
    """People moved, or homes lost; planned returns as well (term returned, status planned)."""

    term: Annotated[tuple[DisplacementTerm, ...], *_PARTS]
    status: Annotated[tuple[MovementStatus, ...], *_PARTS] = (MovementStatus.OCCURRED,)
    cause: Annotated[tuple[Cause, ...], *_PARTS] = (Cause.UNKNOWN,)
    place: GoldPlace | None = None
    """Where the figure holds, when it is neither origin nor destination."""
    origin: GoldPlace | None = None
    destination: GoldPlace | None = None


class GoldCondition(_Fact):
    """What a site is like."""

    severity: Annotated[tuple[Severity, ...], *_PARTS]
    claimed_by: Name | None = None


class GoldSite(_Fact):
    """A camp or shelter."""

    name: Name
    kind: Annotated[tuple[SiteKind, ...], *_PARTS] = (SiteKind.CAMP,)
    country: Annotated[str, Field(pattern=r"^[A-Z]{3}$")] | None = None
    population: tuple[GoldFigure, ...] = ()
    capacity: tuple[GoldFigure, ...] = ()
    conditions: tuple[GoldCondition, ...] = ()


class GoldNeed(_Fact):
    """What people lack."""

    cluster: Annotated[tuple[Cluster, ...], *_PARTS]
    severity: Annotated[tuple[Severity, ...], *_PARTS] = (Severity.UNSTATED,)
    people: tuple[GoldFigure, ...] = ()
    place: GoldPlace | None = None


class GoldHarm(GoldFigure):
    """Civilians killed, dead, injured, missing, abducted or arrested; the event's figure is repeated here."""

    measure: Annotated[tuple[Measure, ...], *_PARTS]
    place: GoldPlace | None = None


class GoldAccess(_Fact):
    """What stands between people and help."""

    kind: Annotated[tuple[AccessKind, ...], *_PARTS]
    place: GoldPlace | None = None


class GoldResponse(_Fact):
    """Help: who gives or promises what."""

    actor: Name | None = None
    cluster: Annotated[tuple[Cluster, ...], *_PARTS] | None = None
    status: Annotated[tuple[ResponseStatus, ...], *_PARTS] = (ResponseStatus.DELIVERED,)
    reached: tuple[GoldFigure, ...] = ()


class GoldRisk(_Fact):
    """A group that the text singles out as in danger or under suspicion."""

    group: Annotated[tuple[PopulationGroup, ...], *_PARTS]


class Label(_Label):
    """One reading of one article. Exhaustive: what it does not hold, the article does not state."""

    id: str
    reading: Reading
    events: tuple[GoldEvent, ...] = ()
    displacement: tuple[GoldMovement, ...] = ()
    sites: tuple[GoldSite, ...] = ()
    needs: tuple[GoldNeed, ...] = ()
    harm: tuple[GoldHarm, ...] = ()
    access: tuple[GoldAccess, ...] = ()
    response: tuple[GoldResponse, ...] = ()
    risks: tuple[GoldRisk, ...] = ()
    notes: str = ""
    """Doubts and decisions, for the one who settles."""
    by: str | None = None
    """Who made it, where that was written down."""
    at: datetime | None = None
    """When it was saved, UTC."""
    begun_from: Literal["nothing", "summary"] = "nothing"
    """``summary``: it is a model's summary that was corrected, and so not blind to it. A label of that kind
    measures nothing about the model that it was begun from."""
    readers: tuple[str, ...] = ()
    """Of a settled label: whose readings it settles."""

    def facts(self) -> Iterator[_Fact]:
        """Every fact, nested ones included."""
        for event in self.events:
            yield event
            yield from event.figures
        yield from self.displacement
        for site in self.sites:
            yield site
            yield from (*site.population, *site.capacity, *site.conditions)
        for need in self.needs:
            yield need
            yield from need.people
        yield from (*self.harm, *self.access)
        for help_ in self.response:
            yield help_
            yield from help_.reached
        yield from self.risks

    def quotes(self) -> Iterator[str]:
        """Every quote of every fact."""
        for fact in self.facts():
            yield fact.quote
            if isinstance(fact, GoldEvent):
                yield from fact.more


def load_label(path: Path) -> Label:
    """Read a label.

    Raises:
        BadLabel: It is missing, no JSON, or does not fit the form; says where.
    """
    try:
        return Label.model_validate_json(path.read_bytes())
    except OSError as error:
        raise BadLabel(f"{path.name}: cannot be read ({error.strerror})") from error
    except ValidationError as error:
        lines = [f"{'.'.join(map(str, e['loc'])) or 'file'}: {e['msg']}" for e in error.errors()]
        raise BadLabel(f"{path.name}: " + "; ".join(lines)) from error


def to_json(label: Label) -> str:
    """The file's text: only what is not a default, one fact after the other."""
    return (
        json.dumps(label.model_dump(mode="json", exclude_defaults=True), ensure_ascii=False, indent=1) + "\n"
    )


def locate(quote: str, text: str) -> tuple[int, int]:
    """Where a quote stands, as code point offsets.

    Raises:
        BadLabel: It stands nowhere, or more than once; or offsets that lie outside.
    """
    if offsets := _OFFSETS.fullmatch(quote):
        start, end = int(offsets[1]), int(offsets[2])
        if not start < end <= len(text):
            raise BadLabel(f"the offsets {quote} lie outside the article")
        return start, end
    start = text.find(quote)
    if start < 0:
        raise BadLabel(f"the quote does not stand in the article: {quote!r}")
    if text.find(quote, start + 1) >= 0:
        raise BadLabel(f"the quote stands there more than once, make it longer: {quote!r}")
    return start, start + len(quote)


def problems(label: Label, text: str) -> list[str]:
    """What is wrong with a label beside its article; empty when nothing is."""
    found: list[str] = []
    for quote in label.quotes():
        try:
            locate(quote, text)
        except BadLabel as error:
            found.append(str(error))
    found += [f"{path} {message}" for path, message in nonsense(label.model_dump(mode="json"))]
    return found
