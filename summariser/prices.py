"""What a model's tokens cost: from the caller's list, else from the kept price list genai-prices.

A caller's list is a JSON file that maps a model's name, or a pattern such as ``my-*``, to US dollars for
a million tokens::

    {"date": "2026-11-30", "my-model": {"input": 0.4, "cached": 0.1, "output": 1.6}}

``cached`` is the price of input tokens that came from the endpoint's cache; without it they cost as much
as the others.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from fnmatch import fnmatchcase
from importlib.metadata import version
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from summariser.engines.base import EngineInfo, Usage
from summariser.errors import BadPrices

_MILLION = 1_000_000
_SAMPLE = 1000
"""Tokens that the kept list is asked about: few enough for the price of an ordinary call."""


@dataclass(frozen=True, slots=True)
class Price:
    """What a million tokens of one model cost, in US dollars.

    Attributes:
        input: A million input tokens.
        cached: A million input tokens from the endpoint's cache.
        output: A million output tokens.
        origin: Where the price comes from, and of when it is.
    """

    input: float
    cached: float
    output: float
    origin: str

    @property
    def is_free(self) -> bool:
        """Whether it costs nothing, however many tokens there are."""
        return not (self.input or self.cached or self.output)

    def of(self, usage: Usage) -> float:
        """What these tokens cost, in US dollars."""
        fresh = max(0, usage.tokens_in - usage.tokens_cached)
        return (
            fresh * self.input + usage.tokens_cached * self.cached + usage.tokens_out * self.output
        ) / _MILLION


class _Entry(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)

    input: float = Field(ge=0, allow_inf_nan=False)
    cached: float | None = Field(default=None, ge=0, allow_inf_nan=False)
    output: float = Field(ge=0, allow_inf_nan=False)


def cost_of(price: Price | None, usage: Usage) -> float | None:
    """What was spent, in US dollars; None where the price is not known, or not all tokens were told."""
    return None if price is None or (usage.uncounted and not price.is_free) else price.of(usage)


def find_price(info: EngineInfo, prices: Path | None = None) -> Price | None:
    """The price of a model; None where nobody knows it.

    A model that runs on this machine, and a script, cost nothing unless the caller's list says so.

    Args:
        info: Which model answers.
        prices: The caller's list; it wins over the kept one.

    Raises:
        BadPrices: The list cannot be read or is not one.
    """
    own = _from_file(prices, info.model) if prices is not None else None
    if own is not None:
        return own
    if info.engine != "openai":
        return Price(0.0, 0.0, 0.0, "runs on this machine")
    return _from_kept_list(info.model)


def _from_file(path: Path, model: str) -> Price | None:
    try:
        listed = json.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise BadPrices(
            f"The price list {path} cannot be read: {error.strerror}", "Check the path", path=str(path)
        ) from None
    except (ValueError, RecursionError) as error:
        raise BadPrices(f"The price list {path} is not JSON: {error}", "Correct it", path=str(path)) from None
    if not isinstance(listed, dict):
        raise BadPrices(f"The price list {path} is no object of models", _FORM, path=str(path))
    dated = str(listed.pop("date", "undated"))
    entries: dict[str, _Entry] = {}
    for name, entry in listed.items():
        if not isinstance(entry, dict):
            raise BadPrices(
                f"The price list {path} is wrong at {name}: it is no object", _FORM, path=str(path)
            )
        try:
            entries[name] = _Entry.model_validate(entry)
        except ValidationError as error:
            problem = error.errors(include_url=False, include_input=False)[0]
            where = ".".join(map(str, (name, *problem["loc"])))
            raise BadPrices(
                f"The price list {path} is wrong at {where}: {problem['msg']}", _FORM, path=str(path)
            ) from None
    # An exact name wins over a pattern, an earlier pattern over a later one.
    name = model if model in entries else next((n for n in entries if fnmatchcase(model, n)), None)
    if name is None:
        return None
    found = entries[name]
    cached = found.input if found.cached is None else found.cached
    return Price(found.input, cached, found.output, f"{path.name}, {dated}")


_FORM = 'Write {"MODEL": {"input": USD, "output": USD}}, dollars for a million tokens'


def _from_kept_list(model: str) -> Price | None:
    # Loaded when a price is wanted: the list takes a second to load.
    from genai_prices import Usage as Counted  # noqa: PLC0415
    from genai_prices import calc_price  # noqa: PLC0415

    def price(**tokens: int) -> float:
        cost = calc_price(Counted(**tokens), model).total_price
        return float(cost) * _MILLION / _SAMPLE

    try:
        fresh = price(input_tokens=_SAMPLE)
        cached = price(input_tokens=_SAMPLE, cache_read_tokens=_SAMPLE)
        out = price(input_tokens=0, output_tokens=_SAMPLE)
    except LookupError:
        return None
    return Price(fresh, cached, out, f"genai-prices {version('genai-prices')}")
