"""Facts of labels in words, for people who compare two of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from summariser.number_words import number

JSON = dict[str, Any]
_CODES: Final = ("measure", "sub_type", "term", "cluster", "kind", "group", "severity")


def title_of(kind: JSON, fact: JSON) -> str:
    """A fact in a few words: its code, its number, its place."""
    parts = [in_words(fact.get(name)) for name in _CODES]
    rest = [in_words(fact.get(n)) for n in ("name", "actor", "start", "place")]
    words = [part for part in (number_in_words(fact), *parts, *rest) if part]
    return " · ".join(dict.fromkeys(words)) or str(kind.get("one", "fact"))


def number_in_words(fact: JSON) -> str:
    """A fact's value, or its bounds."""
    low, high = in_words(fact.get("low")), in_words(fact.get("high"))
    bounds = (
        f"{low} to {high}" if low and high else f"{low} or more" if low else f"{high} or less" if high else ""
    )
    return in_words(fact.get("value")) or bounds


def in_words(value: object) -> str:
    """A value of a label for people."""
    words: list[tuple[type, Callable[[Any], str]]] = [
        (bool, lambda v: "yes" if v else "no"),
        (dict, lambda v: ", ".join(in_words(p) for p in v.values() if p)),
        (list, lambda v: "; ".join(map(in_words, v))),
        (float, number),
        (int, number),
        (str, lambda v: v.replace("|", " or ").replace("_", " ")),
    ]
    return next((say(value) for kind, say in words if isinstance(value, kind)), "")
