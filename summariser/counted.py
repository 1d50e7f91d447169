"""Whom or what a number counts: by its noun, and where that says no more than "people", by the words around.

"Three of its members", "two dead and seven wounded, all of them marines", "five of them children", "twelve
members of the National Police": the group is told, though the noun beside the number does not tell it.
"""

from __future__ import annotations

import re

from summariser.cues import unit_and_group
from summariser.lexicon.callings import is_calling
from summariser.lexicon.counting import (
    ALL_OF_THEM,
    AND_CHILDREN,
    BAND_OF,
    LEADING_NOUN,
    OF_AN_AGE,
    OF_AN_ARMY,
    OF_ITS,
    OF_POLICE,
    OF_THEM_ARE,
    WITH_AN_ARTICLE,
)
from summariser.normalise.numbers import NumberMention
from summariser.reading import Reading
from summariser.right_before import right_before
from summariser.schemas.codebooks import PopulationGroup, Unit

Counted = tuple[Unit, PopulationGroup | None]
_PEOPLE = (Unit.PEOPLE, PopulationGroup.PEOPLE)
_GROUP_OF_KIND = {
    "state_forces": PopulationGroup.SOLDIERS,
    "external_forces": PopulationGroup.SOLDIERS,
    "rebel_group": PopulationGroup.FIGHTERS,
    "political_militia": PopulationGroup.FIGHTERS,
    "identity_militia": PopulationGroup.FIGHTERS,
}
_MEMBERS = {"members", "member", "men", "personnel", "elements", "operatives", "cadres", "casualties", "dead"}
_OTHERS = {"others", "other", "more"}
_OLD, _ADULT = 65, 18
_NEAR = 14
"""An actor this many characters behind the noun is whose members are counted: "members of the ..."."""


def counted_by(reading: Reading, number: NumberMention) -> Counted | None:
    """Unit and group of what a number counts; None where its noun is not known."""
    start = number.start if number.hedge_start is None else min(number.start, number.hedge_start)
    if number.noun is None or number.inherited:
        sentence = reading.sentence(number.sentence)
        if right_before(BAND_OF, sentence.text, start - sentence.start):
            return _PEOPLE
    noun = number.noun
    if noun is None and (named := WITH_AN_ARTICLE.match(reading.text, number.end)) is not None:
        noun = named["noun"]  # "two al-Qaeda militants"
    meaning = unit_and_group(noun) if noun else None
    found = (Unit(meaning[0]), PopulationGroup(meaning[1]) if meaning[1] else None) if meaning else None
    if found is not None and found != _PEOPLE:
        return _narrowed(reading, number, found)
    return _sharper(reading, number) or found or _by_calling(number)


def _narrowed(reading: Reading, number: NumberMention, found: Counted) -> Counted:
    """What the words around a known noun add: "women and children", "men of theirs", a child by its age."""
    unit, group = found
    if number.inherited or group is None or number.noun_end is None:
        return found
    text, end = reading.text, number.noun_end
    both = {PopulationGroup.WOMEN, PopulationGroup.CHILDREN}
    if group in both and AND_CHILDREN.match(text, end):
        return unit, PopulationGroup.WOMEN_AND_CHILDREN
    if group is PopulationGroup.MEN and OF_ITS.search(text[number.start : end]):
        return _of_an_actor(reading, number, end, text[end : end + _NEAR]) or found
    if group is PopulationGroup.SOLDIERS and number.head in {"officer", "officers"}:
        told = reading.sentence(number.sentence).text
        return (
            (unit, PopulationGroup.POLICE)
            if OF_POLICE.search(told) and not OF_AN_ARMY.search(told)
            else found
        )
    aged = OF_AN_AGE.search(number.noun or "")
    if aged is not None and (aged["years"] is None or int(aged["years"]) >= _OLD):
        return unit, PopulationGroup.ELDERLY
    if aged is not None and int(aged["years"]) < _ADULT:
        return unit, PopulationGroup.CHILDREN
    return found


def _by_calling(number: NumberMention) -> Counted | None:
    """Civilians, where a noun that no list has ends as the names of trades do: "nine weavers"."""
    if number.noun is None or number.inherited or number.head is None or not is_calling(number.head):
        return None
    return Unit.PEOPLE, PopulationGroup.CIVILIANS


def _sharper(reading: Reading, number: NumberMention) -> Counted | None:
    """A group, or a unit, that the words around the number tell."""
    sentence = reading.sentence(number.sentence)
    own = number.noun_end if number.noun_end and not number.inherited else number.end
    after = sentence.text[own - sentence.start :]
    for pattern in (OF_THEM_ARE, ALL_OF_THEM):
        told = pattern.match(after)
        meaning = unit_and_group(told["noun"]) if told else None
        if meaning is not None and meaning[1] not in {None, PopulationGroup.PEOPLE}:
            return Unit.PEOPLE, PopulationGroup(meaning[1])
    if number.noun is None and (leading := LEADING_NOUN.match(sentence.text)):
        meaning = unit_and_group(leading["noun"])
        if meaning is not None and meaning[0] != Unit.PEOPLE and _is_next(leading, number, sentence.start):
            return Unit(meaning[0]), None
    return _of_an_actor(reading, number, own, after) or _others(reading, number)


def _is_next(leading: re.Match[str], number: NumberMention, offset: int) -> bool:
    start = number.start if number.hedge_start is None else min(number.start, number.hedge_start)
    return leading.end() + offset == start


def _of_an_actor(reading: Reading, number: NumberMention, own: int, after: str) -> Counted | None:
    """ "Twelve members of the National Police", "three of its members": the group of those they belong to."""
    here = reading.actors_in(number.sentence)
    bare = number.head in _MEMBERS or (number.noun is not None and unit_and_group(number.noun) is None)
    inside = [a for a in here if bare and not number.inherited and number.start <= a.start < own]
    close = [a for a in here if own <= a.start <= own + _NEAR] if re.match(r"\s+of\b", after) else []
    if not inside and not close and OF_ITS.search(reading.text[number.start : own + 30]):
        close = [a for a in here if a.end <= number.start][-1:]
    for actor in (*inside, *close):
        group = _GROUP_OF_KIND.get(str(actor.canonical.kind))
        if group is not None:
            police = "polic" in f"{actor.text} {actor.canonical.name}".casefold()
            return Unit.PEOPLE, PopulationGroup.POLICE if police else group
    return None


def _others(reading: Reading, number: NumberMention) -> Counted | None:
    """ "Two soldiers were killed and three others wounded": soldiers, too."""
    if (number.noun or "").casefold() not in _OTHERS:
        return None
    text = reading.text
    for other in reversed(reading.numbers_in(number.sentence)):
        if other.start >= number.start or other.kind != "count" or not other.noun or other.noun_end is None:
            continue
        told = re.search(r"\w", re.sub(r"\band\b|,", "", text[other.noun_end : number.start]))
        meaning = unit_and_group(other.noun) if told else None
        if meaning is None or meaning[0] != Unit.PEOPLE:
            return None
        return Unit.PEOPLE, PopulationGroup(meaning[1] or PopulationGroup.PEOPLE)
    return None
