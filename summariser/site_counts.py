"""Which numbers beside a named camp or shelter count the people in it, and which its room."""

from __future__ import annotations

import re
from typing import Literal

from summariser.cues import unit_and_group
from summariser.lexicon.sites import (
    HELD_AFTER,
    HOLDS_BEFORE,
    MORE,
    MOVED,
    OCCUPANTS,
    ROOM_AFTER,
    ROOM_BEFORE,
    YET_TO_GO,
)
from summariser.normalise.numbers import NumberMention
from summariser.reading import Reading
from summariser.schemas.codebooks import Unit
from summariser.table_rows import numbers_of_cell, title_of

Counted = Literal["population", "capacity"]
_STAYING = frozenset(
    {"site:population", "site:capacity", "term:displaced", "term:sheltered", "term:in_relief_camp"}
)
_OF_CELLS: dict[str, Counted] = {"site:population": "population", "site:capacity": "capacity"}
_BARE = re.compile(r"\s*(?:$|[,.;:)|]|\s(?:by|on|in|as of|in total|souls|and)\b)")
_ROOM_HEAD = re.compile(r"capacit|room|places|planned|cupos|plazas", re.IGNORECASE)
_PEOPLE_HEAD = re.compile(
    r"popul|people|persons?|individ|IDPs?|occup|famil|househ|ménages|personnes|déplacés|personas|hogares|resid|refug|evacuees|now\b|current",
    re.IGNORECASE,
)
_ROOM_UNITS = re.compile(r"(?:beds?|places?|cots?|spaces?|slots?|plazas|cupos|lits)\b", re.IGNORECASE)


def counted_at_site(reading: Reading, number: NumberMention, *, row: bool) -> Counted | None:
    """What a number in a sentence about a site counts, if people or room.

    Args:
        reading: The article.
        number: A number of that sentence.
        row: The number is the first one after the site's name in a list of sites, where it needs no verb.
    """
    if number.kind != "count" or number.implicit or number.value == 0 or _is_of_a_kind(number):
        return None
    sentence = reading.sentence(number.sentence)
    text = sentence.text
    start = number.start if number.hedge_start is None else min(number.start, number.hedge_start)
    before, after = text[: start - sentence.start], text[number.end - sentence.start :]
    if MORE.match(after):
        return None
    if ROOM_BEFORE.search(before) or ROOM_AFTER.match(after):
        return "capacity"
    fits = OCCUPANTS.match(after)
    rest = after[fits.end() :] if fits else after
    if YET_TO_GO.match(rest):
        return None
    verb = re.match(
        r"\s*(?:(?:have|has|had|were|was|are|who|will|since|just|to be)\s+){0,3}(?:been\s+)?", rest
    )
    moved = MOVED.match(rest, verb.end() if verb else 0)
    if moved or not (
        fits or _BARE.match(after) or number.noun is None or number.inherited or _a_people(number)
    ):
        return "population" if not moved and HELD_AFTER.match(after) and _people(number) else None
    if row or HOLDS_BEFORE.search(before) or HELD_AFTER.match(after):
        return "population"
    return None


def stays_nowhere(reading: Reading, number: NumberMention) -> bool:
    """Whether the head of its column says that a number counts nobody who stays: "IDPs %", "Returnees"."""
    told = reading.cells.get(number.id)
    return told is not None and bool(told.label) and not told.listed and told.label not in _STAYING


def in_table(reading: Reading, number: NumberMention) -> Counted | None:
    """What the head of its column says that a number of a table counts."""
    told = reading.cells.get(number.id)
    if told is not None and told.of_site:
        return _OF_CELLS.get(told.label)
    title = title_of(reading, number)
    room, people = _ROOM_HEAD.search(title), _PEOPLE_HEAD.search(title)
    if room is not None and people is not None:
        # "Population Capacity" over "34,200 25,000": two columns that nothing parts, each in its order.
        beside = numbers_of_cell(reading, number)
        if len(beside) != len((room, people)):
            return None
        first = people.start() < room.start()
        return "population" if (beside[0] is number) is first else "capacity"
    if room is not None:
        return "capacity"
    return "population" if people is not None else None


def _a_people(number: NumberMention) -> bool:
    """Whether its noun is the name of a people: "108,000 Malians"."""
    last = (number.noun or "").split()[-1:]
    return bool(last) and last[0][0].isupper() and last[0].endswith(("s", "ese", "a", "i"))


def _people(number: NumberMention) -> bool:
    meaning = unit_and_group(number.noun) if number.noun else ("people", None)
    return meaning is not None and meaning[0] in {Unit.PEOPLE, Unit.HOUSEHOLDS}


def _is_of_a_kind(number: NumberMention) -> bool:
    """Whether it counts things that are neither people nor room ("14 latrines")."""
    if number.noun is None or number.inherited or _ROOM_UNITS.search(number.noun):
        return False
    meaning = unit_and_group(number.noun)
    return meaning is not None and meaning[0] not in {Unit.PEOPLE, Unit.HOUSEHOLDS}
