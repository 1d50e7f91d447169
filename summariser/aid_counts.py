"""Which numbers beside a need or an act of help count those in need, those reached, or what was brought."""

from __future__ import annotations

import re
from typing import Final

from summariser.counted import counted_by
from summariser.cues import unit_and_group
from summariser.help_words import HelpFound
from summariser.lexicon.help import HELPED, NOT_REACHED
from summariser.lexicon.needs import A_SHARE, GOODS, HARMED, PATIENTS, SHARED_BY
from summariser.need_words import NeedFound
from summariser.normalise.numbers import NumberMention
from summariser.reading import Reading
from summariser.schemas.codebooks import PopulationGroup, Unit

_NEAR: Final = 45
_CURRENCY: Final = 5
_TOLD_OF_IT: Final = re.compile(r",\s+(?:where|which|whose)\b", re.IGNORECASE)
_GOT: Final = re.compile(r"(?:received|got|given|were|had)\b", re.IGNORECASE)
"""Where what is counted is left out: "3,000 received food"."""
_PEOPLE: Final = {Unit.PEOPLE, Unit.HOUSEHOLDS}


def in_need(reading: Reading, number: NumberMention, need: NeedFound) -> bool:
    """Whether a number counts the people of a need: in its clause, and people or households."""
    if need.sign or not _counts(number) or not _within(reading, number, need.clause):
        return False
    sentence = reading.sentence(number.sentence)
    before = sentence.text[: number.start - sentence.start]
    if SHARED_BY.search(before):
        return False  # "one latrine for 190 people" is no count of those in need
    if A_SHARE.match(sentence.text, number.end - sentence.start):
        return False  # nor is "two patients to a bed"
    at, end = number.start - sentence.start, number.end - sentence.start
    between = sentence.text[end : need.start] if end <= need.start else sentence.text[need.end : at]
    if re.search(r",(?!\d)", between) or (number.noun is not None and HARMED.search(number.noun)):
        return False  # "700 have complied, the rest have nowhere to go"
    return _people(number) or PATIENTS.match(sentence.text, number.end - sentence.start) is not None


def reached_by(reading: Reading, number: NumberMention, help_: HelpFound) -> int | None:
    """Which of the things that an act of help brings a number counts, by place in its list of clusters.

    People are counted with the first; goods with the cluster whose goods the number stands before.
    """
    if not _counts(number) or not _within(reading, number, help_.clause) or _is_money(reading, number):
        return None
    sentence = reading.sentence(number.sentence)
    at = number.start - sentence.start
    if at < help_.start and not _before_the_verb(help_):
        return None
    if at > help_.end and _TOLD_OF_IT.search(sentence.text, help_.end, at):
        return None  # "children in the camp, where 9,000 people live"
    if _people(number) and number.noun is not None:
        return 0
    meaning = unit_and_group(number.noun) if number.noun else None
    given = number.noun is not None and any(p.search(number.noun) for p in GOODS.values())
    if meaning is not None and meaning[0] not in {*_PEOPLE, Unit.SUPPLIES} and not given:
        return None
    if number.noun is not None and NOT_REACHED.search(number.noun):
        return None
    after = sentence.text[number.end - sentence.start :][:50]
    for place, (_, start, _end) in enumerate(help_.clusters):
        gap = sentence.text[number.end - sentence.start : start]
        if 0 <= start - at <= _NEAR and not re.search(r"\d|[,;]", gap):
            return place
    goods = any(p.search(after) for p in GOODS.values())
    if number.kind == "measure" or goods or number.noun is None or _is_supply(number):
        return 0 if help_.clusters or HELPED.search(after) else None
    return None


def goods_of(reading: Reading, number: NumberMention) -> tuple[Unit, PopulationGroup | None] | None:
    """What a number of help counts whose noun no list has: goods, or something else, but no people.

    None where its noun is known, or is one for people who are helped, or where it has none.
    """
    noun = number.noun
    if (
        noun is None
        or number.inherited
        or _GOT.match(noun)
        or HELPED.search(noun)
        or counted_by(reading, number) is not None
    ):
        return None
    goods = number.kind == "measure" or any(p.search(noun) for p in GOODS.values())
    return (Unit.SUPPLIES if goods else Unit.OTHER), None


def _before_the_verb(help_: HelpFound) -> bool:
    """In a passive what is given stands before the verb: "5,500 meals were served by the mission"."""
    return help_.actor is None or help_.actor[0] > help_.start


def _counts(number: NumberMention) -> bool:
    return number.kind in {"count", "measure"} and not number.implicit and number.value != 0


def _is_money(reading: Reading, number: NumberMention) -> bool:
    """ "P2.1 million", "R450": a letter glued to a number that is no count."""
    before = reading.text[max(0, number.start - _CURRENCY) : number.start]
    return re.search(r"(?:[A-Za-z]|[$€£] ?)(?:\d+[.,])?$", before) is not None


def _within(reading: Reading, number: NumberMention, clause: tuple[int, int]) -> bool:
    start = reading.sentence(number.sentence).start
    return clause[0] <= number.start - start < clause[1]


def _people(number: NumberMention) -> bool:
    if number.kind != "count":
        return False
    if number.noun is None:
        return False
    meaning = unit_and_group(number.noun)
    return meaning[0] in _PEOPLE if meaning is not None else HELPED.search(number.noun) is not None


def _is_supply(number: NumberMention) -> bool:
    meaning = unit_and_group(number.noun) if number.noun else None
    return meaning is not None and meaning[0] == Unit.SUPPLIES
