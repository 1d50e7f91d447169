"""The fields of a label for the page: what there is to fill in, and the codebooks' choices for it.

They are those of `summariser.evals.gold`, in the order in which a reader fills them in; a test holds the two
together.
"""

from __future__ import annotations

from enum import Enum
from typing import Any, Final

from summariser.normalise.place_tables import country_name
from summariser.schemas.codebooks import (
    SUB_EVENT_TYPES,
    AccessKind,
    Cause,
    Certainty,
    Cluster,
    DatePrecision,
    DisplacementTerm,
    EventStatus,
    Measure,
    MovementStatus,
    PopulationGroup,
    Qualifier,
    ResponseStatus,
    Severity,
    SiteKind,
    Unit,
)
from summariser.schemas.codebooks.iasc import CLUSTER_NAMES

JSON = dict[str, Any]
Choices = list[tuple[str, str]]


def _choices(terms: type[Enum]) -> Choices:
    return [(str(term.value), str(term.value).replace("_", " ")) for term in terms]


def _codes(name: str, label: str, choices: Choices, default: str | None = None) -> JSON:
    """A code; a second one where the text admits both."""
    return {"name": name, "label": label, "type": "codes", "choices": choices, "default": default}


_CLUSTERS: Final = [(str(c.value), f"{c.value} · {CLUSTER_NAMES[c]}") for c in Cluster]
_SUB_TYPES: Final = [
    (str(sub.value), str(sub.value), str(kind.value))
    for kind, subs in SUB_EVENT_TYPES.items()
    for sub in subs
]
_MEASURE: Final = _codes("measure", "Measure", _choices(Measure))
_SEVERITY: Final = _codes("severity", "Severity", _choices(Severity))
_OPTIONAL: Final = {
    "name": "optional",
    "label": "Optional",
    "type": "flag",
    "help": "A careful coder might leave it out: it neither costs nor earns.",
}


def _place(name: str, label: str) -> JSON:
    return {"name": name, "label": label, "type": "place"}


def _names(name: str, label: str) -> JSON:
    return {"name": name, "label": label, "type": "names", "help": "One a line; aliases after |"}


def _name(name: str, label: str) -> JSON:
    return {"name": name, "label": label, "type": "name", "help": "Aliases after |"}


_NUMBER: Final[list[JSON]] = [
    {"name": "value", "label": "Value", "type": "number"},
    {"name": "low", "label": "Low", "type": "number"},
    {"name": "high", "label": "High", "type": "number"},
    _codes("qualifier", "Hedge", _choices(Qualifier), "exactly"),
    _codes("unit", "Unit", _choices(Unit), "people"),
    _codes("group", "Who is counted", _choices(PopulationGroup)),
    _name("claimed_by", "Claimed by"),
    _codes("certainty", "Certainty", _choices(Certainty), "stated"),
]
_FIGURE: Final[list[JSON]] = [*_NUMBER, _OPTIONAL]


def _part(name: str, label: str, one: str, fields: list[JSON]) -> JSON:
    return {"name": name, "label": label, "one": one, "fields": fields, "parts": []}


def _kind(name: str, label: str, one: str, letter: str, key: str, fields: list[JSON], *parts: JSON) -> JSON:
    return {
        "name": name,
        "label": label,
        "one": one,
        "letter": letter,
        "key": key,
        "fields": [*fields, _OPTIONAL],
        "parts": list(parts),
        "more": name == "events",
    }


KINDS: Final[list[JSON]] = [
    _kind(
        "events", "Events", "event", "E", "a",
        [
            {**_codes("sub_type", "Type", []), "choices": _SUB_TYPES},
            _codes("status", "Status", _choices(EventStatus), "occurred"),
            {"name": "start", "label": "From", "type": "date"},
            {"name": "end", "label": "To", "type": "date"},
            {
                "name": "precision", "label": "Known to the", "type": "code",
                "choices": _choices(DatePrecision), "default": "unknown",
            },
            _place("place", "Place"),
            _names("side_a", "Side A"),
            _names("side_b", "Side B"),
            _names("support_a", "Backing A"),
            _names("support_b", "Backing B"),
        ],
        _part("figures", "Figures", "figure", [_MEASURE, *_FIGURE]),
    ),
    _kind(
        "displacement", "Displacement", "movement", "M", "m",
        [
            _codes("term", "Term", _choices(DisplacementTerm)),
            *_NUMBER,
            _codes("status", "Status", _choices(MovementStatus), "occurred"),
            _codes("cause", "Cause", _choices(Cause), "unknown"),
            _place("place", "Where"),
            _place("origin", "From"),
            _place("destination", "To"),
        ],
    ),
    _kind(
        "sites", "Camps and shelters", "site", "C", "c",
        [
            _name("name", "Name"),
            _codes("kind", "Kind", _choices(SiteKind), "camp"),
            {"name": "country", "label": "Country", "type": "country"},
        ],
        _part("population", "Population", "population", _FIGURE),
        _part("capacity", "Capacity", "capacity", _FIGURE),
        _part(
            "conditions", "Conditions", "condition",
            [_SEVERITY, _name("claimed_by", "Claimed by"), _OPTIONAL],
        ),
    ),
    _kind(
        "needs", "Needs", "need", "N", "w",
        [
            _codes("cluster", "Cluster", _CLUSTERS),
            _codes("severity", "Severity", _choices(Severity), "unstated"),
            _place("place", "Where"),
        ],
        _part("people", "People in need", "figure", _FIGURE),
    ),
    _kind("harm", "Civilian harm", "harm", "H", "h", [_MEASURE, *_NUMBER, _place("place", "Where")]),
    _kind(
        "access", "Access", "constraint", "A", "b",
        [_codes("kind", "Kind", _choices(AccessKind)), _place("place", "Where")],
    ),
    _kind(
        "response", "Response", "response", "R", "i",
        [
            _name("actor", "Actor"),
            _codes("cluster", "Cluster", _CLUSTERS),
            _codes("status", "Status", _choices(ResponseStatus), "delivered"),
        ],
        _part("reached", "Reached", "figure", _FIGURE),
    ),
    _kind(
        "risks", "Groups at risk", "group", "G", "g",
        [_codes("group", "Group", _choices(PopulationGroup))],
    ),
]  # fmt: skip
"""The kinds of facts; ``key`` adds one on the page."""


def countries() -> Choices:
    """Code and name of each country, for suggestions."""
    import pycountry  # noqa: PLC0415 - takes a moment to load

    codes = sorted({country.alpha_3 for country in pycountry.countries} | {"XKX"})
    return sorted(((code, country_name(code)) for code in codes), key=lambda pair: pair[1])
