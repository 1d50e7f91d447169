"""The whole result for one article: both summaries, what was refused, and where it all comes from."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated, Final, Literal

from pydantic import Field, model_validator

from summariser.schemas.base import SentenceId, Strict
from summariser.schemas.events import EventSummary
from summariser.schemas.figures import Figure
from summariser.schemas.humanitarian import HumanitarianSummary

SCHEMA_VERSION: Final = "2.3.0"
"""Semantic version of the published schemas: a change that breaks a reader raises the first number."""

Sha256 = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
Count = Annotated[int, Field(ge=0)]


Origin = Literal["caller", "page_markup", "pdf_metadata", "docx_properties", "mail_header"]
"""Who says something of an article: whoever called, or the article's own file."""


class IssueCode(StrEnum):
    """Why something is not in the summary, or not fully resolved."""

    NOT_GROUNDED = "not_grounded"
    """The value does not stand in the sentence that was cited for it."""
    INVALID = "invalid"
    """It breaks a rule of the schema (type pair, bounds, dates)."""
    DUPLICATE = "duplicate"
    """It repeats a record that is already there."""
    UNRESOLVED_PLACE = "unresolved_place"
    UNRESOLVED_DATE = "unresolved_date"
    INFERRED = "inferred"
    """Kept, but rests on an inference that the record marks."""
    NO_ANSWER = "no_answer"
    """The model gave nothing valid for a step, after the re-ask."""
    NOT_READ = "not_read"
    """Part of the article was not put to the model."""
    OFF_TOPIC = "off_topic"
    """The article uses words of conflict or need, but is about something else."""
    LANGUAGE = "language"
    """The article's language is read with less certainty."""
    LOW_CONFIDENCE = "low_confidence"
    """It is less sure than the caller asked for (``min_confidence``)."""
    UNPLACED = "unplaced"
    """A figure that belongs to no event and no humanitarian fact of the summary."""


class Issue(Strict):
    """Something that was refused, dropped, or could not be resolved, and why."""

    code: IssueCode
    reason: Annotated[str, Field(min_length=1)]
    step: str
    """The step of the pipeline that found it."""
    sentence: SentenceId | None = None
    words: str | None = None
    """The words of the article, or the model's value, that it is about."""
    record: str | None = None
    """Id of the record that it is about, where that was kept: "E2", "F5"."""


class ArticleInfo(Strict):
    """Which article this is about."""

    sha256: Sha256
    """Of the text in UTF-8."""
    characters: Count
    sentences: Count
    language: str
    """ISO 639-1, or "und"."""
    published: date | None
    source: str | None
    title: str | None
    published_from: Origin | None = None
    """Where ``published`` comes from; null where there is none. A file's own may be that of its making."""
    source_from: Origin | None = None
    title_from: Origin | None = None
    pages: Annotated[int, Field(ge=1)] | None = None
    """How many pages a PDF has; null for what has no pages."""


class PromptUsed(Strict):
    """A prompt template that was rendered."""

    name: str
    version: str
    sha256: Sha256


class StepCost(Strict):
    """What one step of the pipeline cost. Tokens are the engine's own count."""

    step: str
    calls: Count
    reasks: Count
    retries: Count
    tokens_in: Count
    tokens_cached: Count
    """Of ``tokens_in``, those that the engine had in its prefix cache."""
    tokens_out: Count
    seconds: Annotated[float, Field(ge=0)]


class Provenance(Strict):
    """Where the result comes from and what it cost."""

    summariser_version: str
    schema_version: str
    schema_sha256: Sha256
    engine: str
    engine_version: str
    model: str
    model_sha256: Sha256 | None
    """None for a hosted model, whose bytes are not known."""
    strategy: Literal["stepwise", "single"]
    prompts: tuple[PromptUsed, ...]
    steps: tuple[StepCost, ...]
    calls: Count
    reasks: Count
    retries: Count
    tokens_in: Count
    tokens_cached: Count
    tokens_out: Count
    unconstrained: Count = 0
    """Of ``calls``, those for which the endpoint refused the closed schema: their answers were not decoded
    under it, and only checked against it afterwards."""
    uncounted: Count = 0
    """Of ``calls``, those whose tokens the endpoint does not tell: they are missing in the sums above."""
    seconds: Annotated[float, Field(ge=0)]
    """Wall clock, from the article to the result, the engine's start included."""
    cost_usd: Annotated[float, Field(ge=0)] | None = None
    """None where no price is known."""


class Summary(Strict):
    """The result for one article."""

    schema_version: Literal["2.3.0"] = SCHEMA_VERSION
    kind: Literal["all", "events", "humanitarian"]
    article: ArticleInfo
    events: EventSummary | None
    """None where it was not asked for."""
    humanitarian: HumanitarianSummary | None
    issues: tuple[Issue, ...]
    provenance: Provenance

    @model_validator(mode="after")
    def _figures_are_one_each(self) -> Summary:
        ids = [f.id for f in self.figures()]
        if len(ids) != len(set(ids)):
            raise ValueError("summary: two figures have one id")
        return self

    def figures(self) -> tuple[Figure, ...]:
        """Every figure of both summaries, in their order."""
        found: list[Figure] = []
        for event in self.events.events if self.events else ():
            found += (*event.fatalities, *event.injuries, *event.other_figures)
        if self.humanitarian is not None:
            facts = self.humanitarian
            found += (*facts.displacement, *facts.planned_returns, *facts.civilian_harm)
            found += (f for s in facts.sites for f in (*s.population, *s.capacity))
            found += (f for n in facts.needs for f in n.people)
            found += (f for r in facts.response for f in r.reached)
        return tuple(found)

    @model_validator(mode="after")
    def _holds_what_was_asked_for(self) -> Summary:
        if (self.events is None) != (self.kind == "humanitarian"):
            raise ValueError("summary: events are there unless only humanitarian facts were asked for")
        if (self.humanitarian is None) != (self.kind == "events"):
            raise ValueError("summary: humanitarian facts are there unless only events were asked for")
        return self
