"""Whether what was filled in is a label: its form, its terms, its quotes, and what is wrong, at the field."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any, Final

from pydantic import ValidationError

from summariser.errors import BadLabel
from summariser.evals.gold import Label, locate
from summariser.evals.label_sense import nonsense
from summariser.page.label_form import KINDS

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
    senseless = ({"path": path, "message": message} for path, message in nonsense(given))
    found = [*_quotes(given, text), *senseless]
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


def is_draft(value: object, size: int) -> bool:
    """Whether something that was sent may be kept as a draft: an object of the right outline, not too big."""
    if not isinstance(value, dict) or size > _MOST_BYTES or not isinstance(value.get("about", {}), dict):
        return False
    return all(
        isinstance(facts := value.get(kind["name"], []), list) and all(isinstance(f, dict) for f in facts)
        for kind in KINDS
    )
