"""Models made of dice: answers drawn from what a request's JSON schema admits.

A real model under constrained decoding can answer anything that the schema admits, sensible or not. The
tests put such answers through the pipeline: whatever is chosen, nothing ungrounded may come out.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Any

from summariser.engines.base import Request
from summariser.evals.first_choice import FirstChoice

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


def _drawn(request: Request[Any], choice: FirstChoice) -> Any:
    schema = request.response_model.model_json_schema()
    return choice.instance(schema, schema.get("$defs", {}))


class _First(FirstChoice):
    """The first of everything, and strings that stand nowhere."""

    def string(self) -> str:
        return INVENTED[0]


class _Dice(FirstChoice):
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
