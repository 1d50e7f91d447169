"""State forces and unnamed actors by pattern: "Syrian army", "Mexico's navy", "Colombian police", "gunmen".

A country's name or demonym and the word for a force make a state actor; a country and an unnamed group
("Iraqi civilians") make an unnamed actor of that country.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from summariser.normalise.actor_names import Token, gap
from summariser.normalise.actor_table import Branch, CanonicalActor, table
from summariser.normalise.word_lists import listed
from summariser.schemas.codebooks import ActorKind


class Found(NamedTuple):
    """An actor that begins at some word: how many words, the offset after them, who it is."""

    words: int
    end: int
    actor: CanonicalActor


_BETWEEN: Final = listed(
    "federal|regular|state|elite|interim|transitional|ruling|special|own|local|naval|caretaker|"
    "military|government|regime|security|riot|national|central|communist"
)
_WITH_ARTICLE: Final = (
    "United ",
    "Central African",
    "Dominican Rep",
    "Republic of",
    "Netherlands",
    "Philippines",
)
_TITLES: Final = listed("government|regime|junta|authorities")


def force(country: str | None, branch: Branch, words: str) -> CanonicalActor:
    """The force of a state: under its own name where it has one ("Sudanese Armed Forces")."""
    if country is None:
        return CanonicalActor(words, branch.kind, None, known=False)
    named = table().forces.get((country, branch.key))
    if named is not None:
        return named
    state = table().country_names[country]
    article = "the " if state.startswith(_WITH_ARTICLE) else ""
    return CanonicalActor(f"{branch.name} of {article}{state}", branch.kind, country, known=True)


def state_actor(text: str, words: Sequence[Token], first: int) -> Found | None:
    """A state's force, or an unnamed group with its country, that begins at the word."""
    country = table().countries.at(text, words, first)
    if country is None:
        return _of_country(text, words, first)
    count, _, code = country
    after = _skip(text, words, first + count)
    if after is None:
        return None
    for at in (after, after + 1):
        branch = _branch(text, words, at)
        if branch is not None:
            length = at - first + branch[0]
            span = text[words[first].start : branch[1]]
            return Found(length, branch[1], force(code, branch[2], span))
        if at >= len(words) or words[at].key not in _BETWEEN or not _joined(text, words, at + 1):
            break
    return _group(text, words, first, after, code) or _pair(text, words, first, count, code)


def _joined(text: str, words: Sequence[Token], at: int) -> bool:
    """Whether only a blank parts the word from the one before: "Iraqi, army" is two things."""
    return 0 < at < len(words) and text[words[at - 1].end : words[at].start].strip() in {"", "'", "’", "."}


def _skip(text: str, words: Sequence[Token], at: int) -> int | None:
    """The word after the country, past a possessive ending."""
    if at < len(words) and words[at].text == "s" and text[words[at].start - 1] in "'’":
        at += 1
    return at if _joined(text, words, at) else None


def _branch(text: str, words: Sequence[Token], at: int) -> tuple[int, int, Branch] | None:
    return table().branches.at(text, words, at) if at < len(words) else None


def _group(text: str, words: Sequence[Token], first: int, at: int, code: str | None) -> Found | None:
    generic = table().generic.at(text, words, at)
    if generic is None:
        return None
    count, end, kind = generic
    name = f"{text[words[first].start : words[at].start]}{text[words[at].start : end].lower()}"
    return Found(at - first + count, end, CanonicalActor(" ".join(name.split()), kind, code, known=False))


def _pair(text: str, words: Sequence[Token], first: int, count: int, code: str | None) -> Found | None:
    """ "Russian" in "Russian and Syrian warplanes"."""
    at = first + count
    if at + 1 >= len(words) or words[at].key not in {"and", "or"} or gap(text, words[at - 1], words[at]):
        return None
    other = table().countries.at(text, words, at + 1)
    branch = (
        _branch(text, words, at + 1 + other[0]) if other and _joined(text, words, at + 1 + other[0]) else None
    )
    if branch is None:
        return None
    end = words[at - 1].end
    return Found(count, end, force(code, branch[2], text[words[first].start : end]))


def _of_country(text: str, words: Sequence[Token], first: int) -> Found | None:
    """ "Armed Forces of Colombia", "the government of Sudan"."""
    branch = _branch(text, words, first)
    if branch is None:
        return None
    at = first + branch[0]
    if at >= len(words) or words[at].key != "of" or not _joined(text, words, at):
        return None
    at += 2 if at + 1 < len(words) and words[at + 1].key == "the" else 1
    country = table().countries.at(text, words, at) if at < len(words) else None
    if country is None or not _joined(text, words, at):
        return None
    span = text[words[first].start : country[1]]
    return Found(at - first + country[0], country[1], force(country[2], branch[2], span))


def government(country: str) -> CanonicalActor:
    """A country named as an actor ("Israel struck...") stands for its government."""
    branch = next(b for word in _TITLES if (b := table().branches.whole(word)))
    return force(country, branch, country)


def unnamed(words: str, kind: ActorKind) -> CanonicalActor:
    """An actor without a name."""
    return CanonicalActor(" ".join(words.lower().split()), kind, None, known=False)
