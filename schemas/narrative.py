"""The summary in words: a headline and a few sentences, each with its evidence."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, field_validator

from summariser.schemas.base import Proof, Strict
from summariser.schemas.figures import FigureId


class NarrativeSentence(Strict):
    """One sentence of the narrative.

    Every number in it is the number of one of ``figures``, or a date of the summary.
    """

    text: Annotated[str, Field(min_length=1)]
    figures: tuple[FigureId, ...] = ()
    """The verified figures whose numbers it uses."""
    evidence: Proof


class Narrative(Strict):
    """A headline of at most 20 words, and at most 5 sentences (at least 2 where there is matter for 2)."""

    headline: NarrativeSentence
    sentences: Annotated[tuple[NarrativeSentence, ...], Field(min_length=1, max_length=5)]

    @field_validator("headline")
    @classmethod
    def _is_short(cls, value: NarrativeSentence) -> NarrativeSentence:
        if len(value.text.split()) > 20:
            raise ValueError("narrative: a headline has at most 20 words")
        return value
