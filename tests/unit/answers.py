"""Models made of dice: answers drawn from what a request's JSON schema admits.

A real model under constrained decoding can answer anything that the schema admits, sensible or not. The
tests put such answers through the pipeline: whatever is chosen, nothing ungrounded may come out.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from typing import Any

from summariser.engines.base import Request

Answerer = Callable[[Request[Any]], Any]
INVENTED = ("900 dead", "NATO", "Paris", "S999", "N999", "on 1 May 2031", "2,500 people fled", "")
"""Strings that stand in no article of the tests, for fields that admit any string."""


def agree(request: Request[Any]) -> Any:
    """The first choice of every list, yes to every fact, and an empty whole draft."""
    return _drawn(request, _First())


def draw(seed: int, strings: tuple[str, ...] = INVENTED) -> Answerer:
    """Answers by chance; the same for the same seed and the same order of questions."""
    dice = _Dice(random.Random(seed), strings)
    return lambda request: _drawn(request, dice)


def _drawn(request: Request[Any], choice: _First) -> Any:
    schema = request.response_model.model_json_schema()
    return choice.instance(schema, schema.get("$defs", {}))


class _First:
    """Draws the first of everything, and as few of anything as may be."""

    def instance(self, schema: Mapping[str, Any], types: Mapping[str, Any]) -> Any:
        """Something that the schema admits."""
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
        return values[0]

    def count(self, least: int, most: int) -> int:
        return least

    def string(self) -> str:
        return INVENTED[0]


class _Dice(_First):
    """Draws by chance."""

    def __init__(self, chance: random.Random, strings: tuple[str, ...]) -> None:
        self.chance = chance
        self.strings = strings

    def pick(self, values: list[Any]) -> Any:
        return self.chance.choice(values)

    def count(self, least: int, most: int) -> int:
        return self.chance.randint(least, max(least, min(most, 3)))

    def string(self) -> str:
        return self.chance.choice(self.strings)
