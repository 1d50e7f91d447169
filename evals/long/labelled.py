"""The labels of the report, as they are written in ``labels.json``.

Form: one record a line. ``place``, ``sub_type``, ``term``, ``measure``, ``name`` and names of sides hold what
is right, with ``|`` between alternatives; ``quotes`` the words that state it, each with its page. What is
``optional`` neither costs nor earns. What is ``superseded`` was taken back by the report itself, and counts
where it comes out as though it stood. ``never`` holds numbers that must not come out as people who moved, or
as dead. ``earlier`` marks incidents of other months.
"""

from __future__ import annotations

import json
import unicodedata
from dataclasses import dataclass
from typing import Any, Final

from summariser.evals.long.source import FOLDER

Record = dict[str, Any]
DEAD: Final = ("killed", "died")


@dataclass(frozen=True, slots=True)
class Labels:
    """Everything that is labelled, by kind."""

    published: str
    events: list[Record]
    displacement: list[Record]
    sites: list[Record]
    harm: list[Record]
    never: list[Record]


def labels() -> Labels:
    """The labels on file."""
    return Labels(**json.loads((FOLDER / "labels.json").read_text("utf-8")))


def pages_of(record: Record) -> set[int]:
    """The pages on which a record's words stand."""
    return {page for page, _ in record["quotes"]}


def is_needed(record: Record) -> bool:
    """Whether it counts as missed where it is not found."""
    return not record.get("optional") and not record.get("superseded")


def among(word: str, alternatives: str) -> bool:
    """Whether a codebook term or a measure is one of those that a label admits."""
    return word in alternatives.split("|")


def meets(name: str, alternatives: str) -> bool:
    """Whether a name is, holds or is held by one that a label admits, whatever its accents and case."""
    said = _plain(name)
    return any(said and (said in right or right in said) for right in map(_plain, alternatives.split("|")))


def _plain(name: str) -> str:
    apart = unicodedata.normalize("NFKD", name.casefold())
    return "".join(letter for letter in apart if letter.isalnum())
