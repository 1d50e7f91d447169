"""What the form of a label admits and no reader can mean: half a person, an end before its beginning."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, Final

from summariser.schemas.codebooks import Unit

_WHOLE: Final = frozenset(map(str, (Unit.PEOPLE, Unit.HOUSEHOLDS, Unit.HOMES)))


def nonsense(value: object, path: str = "") -> Iterator[tuple[str, str]]:
    """The fields of a label's JSON that cannot be meant.

    Args:
        value: The label, or a part of it, as JSON has it.
        path: Where the part is.

    Yields:
        The path of the field ("events.0.figures.1.high"), and what is wrong with it.
    """
    if isinstance(value, list | tuple):
        parts: Any = enumerate(value)
    elif isinstance(value, Mapping):
        yield from _of_fact(path, value)
        parts = value.items()
    else:
        return
    for name, part in parts:
        yield from nonsense(part, _at(path, name))


def _of_fact(path: str, fact: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    start, end = fact.get("start"), fact.get("end")
    if start and end and str(start) > str(end):
        yield _at(path, "end"), "lies before the first day"
    yield from _halves(path, fact)
    low, high = fact.get("low"), fact.get("high")
    if isinstance(low, int | float) and isinstance(high, int | float) and low > high:
        yield _at(path, "high"), "is less than the lower bound"
    code = fact.get("country")
    if code and code not in _countries():
        yield _at(path, "country"), "is no ISO 3166 country (three letters)"


def _halves(path: str, fact: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Numbers of people, households and homes that are not whole; another unit may have parts."""
    if not set(str(fact.get("unit") or Unit.PEOPLE).split("|")) <= _WHOLE:
        return
    for name in ("value", "low", "high"):
        number = fact.get(name)
        if isinstance(number, float) and not number.is_integer():
            yield _at(path, name), "is no whole number: people and homes are counted"


def _at(path: str, name: object) -> str:
    return f"{path}.{name}" if path else str(name)


@cache
def _countries() -> frozenset[str]:
    import pycountry  # noqa: PLC0415 - takes a moment to load

    return frozenset({country.alpha_3 for country in pycountry.countries} | {"XKX"})
