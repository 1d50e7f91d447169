"""Whether what was filled in is a label: its form, its terms, its quotes, and what is wrong, at the field."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any, Final

from pydantic import ValidationError

from summariser.errors import BadLabel
from summariser.evals.gold import Label, locate
from summariser.page.label_form import KINDS, countries
from summariser.schemas.codebooks import Unit

JSON = dict[str, Any]
_MOST_BYTES: Final = 4_000_000
_OWN: Final = {"id", "reading", "by", "at", "readers", "begun_from"}
"""What the page sets and nobody fills in."""
_WORDS: Final = {
    "missing": "is needed",
    "too_short": "is needed",
    "string_too_short": "is needed: choose a sentence",
    "extra_forbidden": "is no field of a label",
    "string_pattern_mismatch": "is no ISO 3166 country (three letters)",
    "float_parsing": "is no number",
    "float_type": "is no number",
    "greater_than_equal": "is below 0",
    "date_from_datetime_parsing": "is no day (YYYY-MM-DD)",
    "date_parsing": "is no day (YYYY-MM-DD)",
    "enum": "is not one of the codebook's terms",
}
_WHOLE: Final = frozenset(map(str, (Unit.PEOPLE, Unit.HOUSEHOLDS, Unit.HOMES)))
_COUNTRIES: Final = frozenset(code for code, _ in countries())


def check(
    draft: JSON, text: str, *, case: str, reading: str, by: str, begun_from: str = "nothing"
) -> tuple[Label | None, list[JSON]]:
    """The label that was filled in, and everything that is wrong with it.

    Args:
        draft: The fields.
        text: The article.
        case: The case's id.
        reading: first, second or settled.
        by: Who labels.
        begun_from: nothing, or summary.

    Returns:
        The label, None where it is none; ``{"path", "message"}`` for each error, with the path in the draft.
    """
    given = {name: value for name, value in draft.items() if name not in _OWN and name != "about"}
    head = {
        "id": case, "reading": reading, "by": by, "begun_from": begun_from,
        "at": datetime.now(UTC).isoformat(timespec="seconds"),
    }  # fmt: skip
    try:
        label = Label.model_validate({**given, **head})
    except ValidationError as error:
        return None, _explained(error)
    found = [*_quotes(given, text), *_sense(given)]
    return (None if found else label), found


def _explained(error: ValidationError) -> list[JSON]:
    found = []
    for one in error.errors(include_url=False, include_input=False):
        path = [part for part in one["loc"] if not (isinstance(part, str) and part.startswith("function"))]
        words = _WORDS.get(one["type"]) or re.sub("^Value error, ", "", one["msg"])
        while len(path) > 1 and isinstance(path[-1], int) and path[-2] not in _LISTS:
            path.pop()  # the number of an alternative: the field is named before it
        found.append({"path": ".".join(map(str, path)), "message": words})
    return found


_LISTS: Final = {
    *(kind["name"] for kind in KINDS),
    *(part["name"] for kind in KINDS for part in kind["parts"]),
    "more",
}


def _facts(draft: JSON) -> Iterator[tuple[str, JSON]]:
    """Every fact with its path."""
    for kind in KINDS:
        for at, fact in enumerate(draft.get(kind["name"], [])):
            path = f"{kind['name']}.{at}"
            yield path, fact
            for part in kind["parts"]:
                for n, nested in enumerate(fact.get(part["name"], [])):
                    yield f"{path}.{part['name']}.{n}", nested


def _quotes(draft: JSON, text: str) -> Iterator[JSON]:
    for path, fact in _facts(draft):
        named = [(f"{path}.quote", str(fact.get("quote", "")))]
        named += [(f"{path}.more.{n}", str(quote)) for n, quote in enumerate(fact.get("more", []))]
        for at, quote in named:
            try:
                locate(quote, text)
            except BadLabel as error:
                message = error.message.partition(": '")[0].partition(': "')[0]
                yield {"path": at, "message": f"{message} ({quote[:60]})"}


def _sense(draft: JSON) -> Iterator[JSON]:
    """What the form admits and no reader can mean."""
    for path, fact in _facts(draft):
        start, end = fact.get("start"), fact.get("end")
        if start and end and str(start) > str(end):
            yield {"path": f"{path}.end", "message": "lies before the first day"}
        yield from _halves(path, fact)
        low, high = fact.get("low"), fact.get("high")
        if isinstance(low, int | float) and isinstance(high, int | float) and low > high:
            yield {"path": f"{path}.high", "message": "is less than the lower bound"}
        for name in ("place", "origin", "destination"):
            place = fact.get(name)
            if isinstance(place, dict):
                yield from _country(f"{path}.{name}.country", place.get("country"))
        yield from _country(f"{path}.country", fact.get("country"))


def _halves(path: str, fact: JSON) -> Iterator[JSON]:
    """Numbers of people, households and homes that are not whole; another unit may have parts."""
    if not set(str(fact.get("unit") or Unit.PEOPLE).split("|")) <= _WHOLE:
        return
    for name in ("value", "low", "high"):
        number = fact.get(name)
        if isinstance(number, float) and not number.is_integer():
            yield {"path": f"{path}.{name}", "message": "is no whole number: people and homes are counted"}


def _country(path: str, code: object) -> Iterator[JSON]:
    if code and code not in _COUNTRIES:
        yield {"path": path, "message": "is no ISO 3166 country (three letters)"}


def is_draft(value: object, size: int) -> bool:
    """Whether something that was sent may be kept as a draft: an object of the right outline, not too big."""
    if not isinstance(value, dict) or size > _MOST_BYTES or not isinstance(value.get("about", {}), dict):
        return False
    return all(
        isinstance(facts := value.get(kind["name"], []), list) and all(isinstance(f, dict) for f in facts)
        for kind in KINDS
    )
