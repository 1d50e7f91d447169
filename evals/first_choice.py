"""Answers without a model: the first thing that a question's schema admits, and as little of it as may be.

Code proposes the likeliest reading first, so this is what the library makes of an article by its rules
alone: a lower bound that costs seconds, for working on the rules.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from summariser.engines.base import Request
from summariser.engines.scripted import ScriptedEngine

_ANY_STRING = ""


class FirstChoice:
    """Draws the first of everything, and as few of anything as may be."""

    def instance(self, schema: Mapping[str, Any], types: Mapping[str, Any]) -> Any:
        """Something that a JSON schema admits.

        Args:
            schema: The schema, or a part of it.
            types: Its ``$defs``.
        """
        if "$ref" in schema:
            return self.instance(types[schema["$ref"].rpartition("/")[2]], types)
        if "enum" in schema:
            return self.pick(schema["enum"])
        if "const" in schema:
            return schema["const"]
        if "anyOf" in schema:
            return self.instance(self.pick(schema["anyOf"]), types)
        kind = schema.get("type")
        if kind == "object":
            return {k: self.instance(v, types) for k, v in schema.get("properties", {}).items()}
        if kind == "array":
            many = self.count(schema.get("minItems", 0), schema.get("maxItems", 3))
            return [self.instance(schema["items"], types) for _ in range(many)]
        return None if kind == "null" else self.string()

    def pick(self, values: list[Any]) -> Any:
        """One of several."""
        return values[0]

    def count(self, least: int, most: int) -> int:  # noqa: ARG002 - others draw between both
        """How many of a list."""
        return least

    def string(self) -> str:
        """Where any string may stand."""
        return _ANY_STRING


def first_choice(request: Request[Any]) -> Any:
    """The first choice of every list, yes to every fact, and an empty whole draft."""
    schema = request.response_model.model_json_schema()
    return FirstChoice().instance(schema, schema.get("$defs", {}))


def rules_alone() -> ScriptedEngine:
    """An engine that answers so."""
    return ScriptedEngine(first_choice, model="first choice")
