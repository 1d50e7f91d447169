"""The tables of actors: who is known under which names, and what states' forces are called.

The data lies in actors.json and, for countries and their demonyms, in countries.json, which the places
use too. It is read once, when it is first needed.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from summariser.normalise.actor_names import NameIndex
from summariser.schemas.codebooks import ActorKind


@dataclass(frozen=True, slots=True)
class CanonicalActor:
    """One actor, under the name that all its other names lead to.

    Attributes:
        name: "Syrian Democratic Forces", whether the text says SDF or QSD; an actor without a name is
            called by the words used, in lower case ("gunmen").
        kind: ACLED's kind. A state's forces are `state_forces` wherever they act: whether they act
            abroad depends on the event's place, which is not known here.
        country: ISO 3166-1 alpha-3 where the actor belongs to one state.
        known: Whether the tables know it; otherwise the name is the one used.
    """

    name: str
    kind: ActorKind
    country: str | None
    known: bool


@dataclass(frozen=True, slots=True)
class Branch:
    """A force that every state has: its name ("Armed forces"), its key in the table and its kind."""

    key: str
    name: str
    kind: ActorKind


@dataclass(frozen=True, slots=True)
class ActorTable:
    """Everything that is known about names, as indices."""

    actors: Mapping[str, CanonicalActor]
    names: NameIndex[CanonicalActor]
    ambiguous: NameIndex[tuple[CanonicalActor, ...]]
    countries: NameIndex[str | None]
    country_names: Mapping[str, str]
    branches: NameIndex[Branch]
    forces: Mapping[tuple[str, str], CanonicalActor]
    generic: NameIndex[ActorKind]
    heads: Mapping[str, ActorKind]


def _read(name: str) -> Any:
    return json.loads(resources.files("summariser.normalise").joinpath(name).read_text(encoding="utf-8"))


@cache
def table() -> ActorTable:
    """The tables, read once."""
    data, places = _read("actors.json"), _read("countries.json")
    actors = {row["name"]: _actor(row) for row in data["actors"]}
    listed = [
        (name, actors[row["name"]]) for row in data["actors"] for name in (row["name"], *row["aliases"])
    ]
    forces = {
        (row["country"], row["branch"]): actors[row["name"]] for row in data["actors"] if "branch" in row
    }
    states = {code: row["name"] for code, row in places["countries"].items()}
    listed += _abroad(actors, forces, {key: row["name"] for key, row in data["branches"].items()}, states)
    branches = [
        (word, Branch(key, row["name"], ActorKind(row["kind"])))
        for key, row in data["branches"].items()
        for word in row["words"]
    ]
    return ActorTable(
        actors=actors,
        names=NameIndex(listed),
        ambiguous=NameIndex(
            (name, tuple(actors[one] for one in bearers)) for name, bearers in data["ambiguous"].items()
        ),
        countries=NameIndex(_countries(places)),
        country_names=states,
        branches=NameIndex(branches),
        forces=forces,
        generic=NameIndex(
            (word, ActorKind(kind)) for kind, words in data["generic"].items() for word in words
        ),
        heads={word: ActorKind(kind) for kind, words in data["heads"].items() for word in words},
    )


def _abroad(
    actors: Mapping[str, CanonicalActor],
    forces: Mapping[tuple[str, str], CanonicalActor],
    branches: Mapping[str, str],
    states: Mapping[str, str],
) -> Iterator[tuple[str, CanonicalActor]]:
    """Names in Arabic, French and Spanish: listed ones, and those of states' forces by their adjectives."""
    data = _read("actors_abroad.json")
    for name, others in data["aliases"].items():
        for other in others.split("|"):
            yield from _written_on(other, actors[name])
    for name, others in data["organisations"].items():
        actor = actors.get(name) or CanonicalActor(name, ActorKind.ORGANISATION, None, known=True)
        for other in (name, *others.split("|")):
            yield from _written_on(other, actor)
    for code, tongues in data["states"].items():
        for language, adjectives in tongues.items():
            forms = adjectives.split("|")
            for branch, pattern in data["forces"][language]:
                actor = forces.get((code, branch)) or CanonicalActor(
                    f"{branches[branch]} of {states[code]}", ActorKind.STATE_FORCES, code, known=True
                )
                step = 2 if language == "ar" else 3
                for at in range(0, len(forms) - 1, step):
                    m, f = forms[at : at + 2]
                    name = pattern.format(m=m, f=f, p=forms[min(at + 2, len(forms) - 1)])
                    yield from _written_on(name, actor)


def _written_on(name: str, actor: CanonicalActor) -> Iterator[tuple[str, CanonicalActor]]:
    """A name, and an Arabic one with what is written onto its front: "والجيش", "للجيش"."""
    yield name, actor
    if name[0] < "\u0600":
        if name[0].islower():
            yield name[0].upper() + name[1:], actor
        return
    for prefix in ("و", "ف", "ب", "ل", "ول"):
        yield f"{prefix}{name}", actor
    if name.startswith("ال"):
        yield f"لل{name[2:]}", actor
        if " " not in name and name.endswith(("ين", "ون")):
            yield name[2:], actor  # what is left of "للحوثيين" without "to the", and "حوثيون"


@cache
def _unnamed_in_english() -> Mapping[str, str]:
    table_ = _read("actors_abroad.json")["unnamed"]
    return {other.lower(): name for name, others in table_.items() for other in others.split("|")}


def in_english(words: str) -> str:
    """English for an actor without a name in Arabic, French or Spanish; other words as they are.

    >>> in_english("hombres armados"), in_english("gunmen")
    ('armed men', 'gunmen')
    """
    return _unnamed_in_english().get(" ".join(words.lower().split()), words)


def actor_rows() -> list[Mapping[str, Any]]:
    """The rows of the actors as the table holds them: ``name``, ``aliases`` and more."""
    rows: list[Mapping[str, Any]] = _read("actors.json")["actors"]
    return rows


def _actor(row: Mapping[str, Any]) -> CanonicalActor:
    return CanonicalActor(row["name"], ActorKind(row["kind"]), row["country"], known=True)


def _countries(places: Mapping[str, Any]) -> Iterator[tuple[str, str | None]]:
    """Names and demonyms with their country; a demonym that two countries share has none."""
    for name in (*places["shared_demonyms"], *places["shared_names"]):
        yield name, None
    for code, row in places["countries"].items():
        for name in (*row["names"], *row["demonyms"]):
            yield name, code
