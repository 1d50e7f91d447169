"""The labelled set: articles of twelve crises, and which of their events are one.

Each crisis is an article of the newsroom and two or three that were written beside it: a follow-up with
another toll, another source, a look back; and near misses, the same town another day, another town the same
day, other actors. ``groups.json`` names each group's events, "article/3" being the third event of that
article's label. What it does not name stands alone. ``second_reading.json`` is what a second reader put
together who had the articles and their labelled events alone. Crises of the part ``build`` were looked at
while the rules were made; those of ``held`` are scored and nothing else. The rest of the newsroom stands
among them as articles that have nothing to do with either.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from summariser.errors import BadLabel
from summariser.evals.gold import Label, load_label
from summariser.evals.suites.base import Case
from summariser.evals.suites.newsroom import NEWSROOM, NEWSROOM_SUITE, Newsroom

FOLDER: Final = Path(__file__).resolve().parent
PARTS: Final = ("build", "held")
Names = tuple[str, ...]


@dataclass(frozen=True)
class GroupsSuite(Newsroom):
    """The articles that were written for the groups, scored like the newsroom's."""

    name: str = "groups"

    def cases(self, data: Path | None = None) -> tuple[Case, ...]:
        """The articles, by id.

        Args:
            data: Another folder of the same form.

        Raises:
            BadLabel: An article or a label is not as it should be.
        """
        return tuple(replace(case, suite=self.name) for case in super().cases(data or FOLDER))


GROUPS_SUITE: Final = GroupsSuite()


@dataclass(frozen=True, slots=True)
class Part:
    """Articles among which events are grouped.

    Attributes:
        name: ``build`` or ``held``.
        cases: The articles of its crises and, beside them, those of the newsroom that belong to no crisis.
        labels: By the article's id.
        groups: Of the gold, those with one member included, each an event's name: "article/3".
    """

    name: str
    cases: tuple[Case, ...]
    labels: dict[str, Label]
    groups: tuple[Names, ...]


def part(name: str) -> Part:
    """One of the parts.

    Raises:
        BadLabel: A group names an event that no label has, or names one twice.
    """
    named = _named()
    crises = {p: {e.split("/")[0] for names in groups for e in names} for p, groups in named.items()}
    of_crisis = _written_for(crises)
    half = "dev" if name == "build" else "test"
    cases = [
        case
        for case in (*GROUPS_SUITE.cases(), *NEWSROOM_SUITE.cases())
        if of_crisis.get(case.id) == name or (case.id not in of_crisis and f"part:{half}" in case.traits)
    ]
    labels = {case.id: _label(case) for case in cases}
    return Part(name, tuple(cases), labels, _whole(named[name], labels))


def _named() -> dict[str, list[Names]]:
    data: dict[str, dict[str, list[str]]] = json.loads((FOLDER / "groups.json").read_text("utf-8"))
    return {p: [tuple(names) for names in data[p].values()] for p in PARTS}


def _written_for(crises: dict[str, set[str]]) -> dict[str, str]:
    """The part of each article that a group names, or that was written for the set."""
    found = {article: p for p, articles in crises.items() for article in articles}
    if lost := sorted({case.id for case in GROUPS_SUITE.cases()} - set(found)):
        raise BadLabel(f"groups.json names no event of {', '.join(lost)}")
    return found


def _label(case: Case) -> Label:
    folder = FOLDER if case.suite == GROUPS_SUITE.name else NEWSROOM
    return load_label(folder / "gold" / f"{case.id}.json")


def _whole(groups: Sequence[Names], labels: dict[str, Label]) -> tuple[Names, ...]:
    """The groups, and a group of its own for every event that none names."""
    known = [f"{name}/{n}" for name, label in labels.items() for n in range(1, len(label.events) + 1)]
    named = [event for names in groups for event in names]
    if strange := sorted(set(named) - set(known)):
        raise BadLabel(f"groups.json names events that no label has: {', '.join(strange)}")
    if len(named) != len(set(named)):
        raise BadLabel("groups.json names an event twice")
    return (*groups, *((event,) for event in known if event not in set(named)))
