"""What every record is built from: strict frozen models and the evidence that proves a value."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

SentenceId = Annotated[str, StringConstraints(pattern=r"^S[1-9][0-9]*$")]
"""A sentence of the article: S1 is the first."""

Country = Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")]
"""An ISO 3166-1 alpha-3 code (XKX for Kosovo)."""

Confidence = Annotated[
    float | None,
    Field(
        default=None,
        ge=0,
        le=1,
        description="How likely it is right, as calibrated on hand-labelled articles: of those with 0.8 "
        "about four in five are. Of a part of a record (place, time, side, source): given that the record "
        "holds. Null where the way in which the model was asked has not been calibrated.",
    ),
]


class Strict(BaseModel):
    """Frozen, with no unknown field: a misspelt key is an error, not a loss."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        str_strip_whitespace=False,  # recorded text is never rewritten
        allow_inf_nan=False,
        use_attribute_docstrings=True,
        validate_default=True,
        ser_json_inf_nan="constants",
    )


class Span(Strict):
    """Words of the article and where they stand."""

    text: Annotated[str, Field(min_length=1)]
    start: Annotated[int, Field(ge=0)]
    end: Annotated[int, Field(ge=1)]

    @model_validator(mode="after")
    def _span_fits(self) -> Span:
        if self.end - self.start != len(self.text):
            raise ValueError("span: end - start must be the length of text")
        return self


class TableCell(Strict):
    """The cell of a table, or of a list, in which a value stands, and what heads it."""

    words: Span
    """The cell's own words: "1,240"."""
    row: Span | None = None
    """The head of its row, or of its item: "Abs"."""
    column: tuple[Span, ...] = ()
    """The heads of its column, the uppermost first; of a list the heading over it."""
    caption: Span | None = None
    """What stands over the table, where the value's place, its time or what it counts is told there."""
    total: bool = False
    """The value sums up others of the same table, and is never to be added to them."""

    @property
    def heads(self) -> tuple[str, ...]:
        """The words of its row's head and of its column's, as people name a cell."""
        return tuple(span.text for span in (*([self.row] if self.row else []), *self.column))


class Evidence(Strict):
    """A sentence of the article that states a value.

    ``article.text[start:end] == text`` always holds.
    """

    sentence: SentenceId
    start: Annotated[int, Field(ge=0)]
    """First character (code point) in the original text."""
    end: Annotated[int, Field(ge=1)]
    """One past the last character."""
    text: Annotated[str, Field(min_length=1)]
    """The sentence, letter for letter."""
    page: Annotated[int, Field(ge=1)] | None = None
    """The page of the document on which it begins, the first one being 1; null for what has no pages."""
    page_start: Annotated[int, Field(ge=0)] | None = None
    """First character, counted from the start of that page's text."""
    cell: TableCell | None = None
    """Where the value stands in a table: the sentence is its row then. Null for what stands in no table."""

    @model_validator(mode="after")
    def _span_fits(self) -> Evidence:
        if self.end - self.start != len(self.text):
            raise ValueError("evidence: end - start must be the length of text")
        return self


Proof = Annotated[tuple[Evidence, ...], Field(min_length=1)]
"""At least one sentence; the first is the one that states the value."""


class Derivation(Strict):
    """How code computed a value that does not itself stand in the article, and from what."""

    rule: Annotated[str, Field(min_length=1)]
    """The rule in words: "population / capacity", "country of the article's main place"."""
    sources: Annotated[tuple[str, ...], Field(min_length=1)]
    """Ids of figures, or words of the article, that went into it."""
