"""What a number may count: the admissible readings of each figure, nearest first.

News is regular here: the word that says what a number counts stands close to it ("38 fighters had
been killed", "killing at least five people", "10 wounded", "built for 20,000 people"). Each cue of the
sentence is given a distance in words, with a toll for what lies between (another number, a clause
border, an aside). One reading that is clearly nearest is taken as it is; several within reach are put
to the model, which may choose among them and nothing else.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from summariser.counted import counted_by
from summariser.cues import Cue, is_order, unit_and_group
from summariser.headings import is_fragment
from summariser.lexicon.counting import (
    AND_A_VERB,
    ANIMALS,
    ASIDE,
    BEFORE_A_VERB,
    BEFORE_ANOTHER_NOUN,
    DOING,
    DONE,
    DONE_TO,
    IN_OTHER_UNITS,
    LABELLED,
    OBJECT,
    OF_THE,
    PART_LEAD,
    PART_OF,
    PART_TAIL,
    RELATIVE,
    RESTATES,
    SAYS_A_NUMBER,
    TO_BE,
    WHO,
)
from summariser.lexicon.english import ENGLISH, FEWEST_WORDS
from summariser.lexicon.motion import NAMED_BY_IT, WITHIN_THEM
from summariser.lexicon.movements import FOREIGN_HINTS, FOREIGN_WORDS, HINTS, NEVER_MOVED, PLACES_OF_STAY
from summariser.lexicon.polarity import AGE_IN_COMMAS
from summariser.lexicon.saying import GENERIC, VERB
from summariser.lexicon.tolls import DISEASE, PART_NOUNS
from summariser.moved import counts_no_flight, is_journey
from summariser.normalise.numbers import NumberMention
from summariser.normalise.place_tables import demonym_codes
from summariser.reading import Reading
from summariser.schemas.codebooks import DisplacementTerm, Measure, PopulationGroup, Unit
from summariser.sentences import guess_language
from summariser.word_order import NEXT_STATEMENT, acts_itself, begins_the_next, clause_borders

OTHER = "other"
"""The reading "something else", always open to the model."""

_PEOPLE_FAMILIES = ("measure", "term", "site", "need", "response", "spared")
_HOUSING = {
    f"term:{t}"
    for t in (
        DisplacementTerm.DESTROYED_HOUSING,
        DisplacementTerm.PARTIALLY_DESTROYED_HOUSING,
        DisplacementTerm.UNINHABITABLE_HOUSING,
    )
}
HOUSING_OF = {
    f"measure:{Measure.DESTROYED}": f"term:{DisplacementTerm.DESTROYED_HOUSING}",
    f"measure:{Measure.DAMAGED}": f"term:{DisplacementTerm.PARTIALLY_DESTROYED_HOUSING}",
}
"""The housing term that a word of destruction means where homes are counted."""
_EMPTIED = {f"term:{DisplacementTerm.EVACUATED}"}
_AFFECTED = f"term:{DisplacementTerm.AFFECTED}"
_THINGS = {f"measure:{m}" for m in (Measure.DESTROYED, Measure.DAMAGED)}
_NOT_PEOPLE = _HOUSING | _THINGS | {f"measure:{Measure.STRIKES}", f"measure:{Measure.MUNITIONS}"}
_WORD = re.compile(r"\w[\w'’-]*")
_OVER_A_NUMBER, _OVER_A_COMMA, _OVER_A_CLAUSE, _IN_AN_ASIDE, _BACKWARDS = 5, 2, 6, 8, 1
_CLEAR = 4
"""A reading this many words nearer than the next is not ambiguous."""
_IN_THE_NOUN = 8
_NAMES_OF_PEOPLE = {
    *(
        f"term:{t}"
        for t in (DisplacementTerm.DISPLACED, DisplacementTerm.RETURNED, DisplacementTerm.EVACUATED)
    ),
    f"measure:{Measure.PARTICIPANTS}",
}
_NAMES_OF_PEOPLE |= {f"measure:{Measure.ABDUCTED}", f"measure:{Measure.ARRESTED}"}
_NOT_COUNTED = {"survivor"}
_ADJECTIVES = {"missing", "dead", "wounded", "injured", "abducted", "kidnapped", "detained", "arrested"}
_LINKS = {"was", "were", "been", "are", "is", "be", "and", "or", "left", "reported", "listed", "feared"}
_BARE_KILLING = {"killed", "killing"}
_OLDEST = 110
_IMPLICIT_REACH = 12
"""A "one" that is not written needs its verb close by: "one fighter told her" was read as one killed."""
_AROUND = 200
"""A cue this many characters away is out of reach whatever stands between."""
_BESIDE = 2
"""A part of a whole has a word of its own only this close by: "including two who died"."""
_MOVED = {Unit.PEOPLE, Unit.HOUSEHOLDS, Unit.HOMES}
_MOVED_GROUPS = {
    None, PopulationGroup.PEOPLE, PopulationGroup.CIVILIANS, PopulationGroup.WOMEN, PopulationGroup.CHILDREN,
    PopulationGroup.WOMEN_AND_CHILDREN, PopulationGroup.ELDERLY, PopulationGroup.DISPLACED,
    PopulationGroup.REFUGEES, PopulationGroup.RETURNEES, PopulationGroup.MINORITIES,
}  # fmt: skip
_FAMILIES_ARE_NO_HOMES = 5
"""What was destroyed is rather the houses beside the families."""
_STAYS = {f"term:{DisplacementTerm.SHELTERED}", f"term:{DisplacementTerm.IN_RELIEF_CAMP}"}
_UNIT_PAIR = {Unit.PEOPLE: Unit.HOUSEHOLDS, Unit.HOUSEHOLDS: Unit.PEOPLE}
_FEW = 8
"""Fewer people than this are seldom a movement that anybody counts, where no word says so."""
_OTHERS = {"others", "other", "more", "rest"}
_A_PEOPLE = re.compile(r"^[A-Z][a-z]+(?:s|is)$")
_HINT = re.compile(rf"\b(?:{'|'.join(HINTS)})\b", re.IGNORECASE)
_FROM_A_LEAD = 3.0
"""What a header or a heading says of a number is as near as a word of its own sentence."""
_PLAINER = 2
"""A word of harm or flight so little farther away than one of any journey is what is meant."""
_REACH = 16
"""Beyond this cost a cue does not belong to the number."""


@dataclass(frozen=True, slots=True)
class FigureCandidate:
    """A number of the article that may be a figure of the summary."""

    number: NumberMention
    unit: Unit
    group: PopulationGroup | None
    options: tuple[str, ...]
    """Admissible labels ("measure:killed", "term:evacuated"...), nearest first; empty where no word says."""
    cost: float = 0.0
    """How far away the nearest word stands that says what it counts."""

    @property
    def is_clear(self) -> bool:
        """Whether there is one reading only."""
        return len(self.options) == 1


def figure_candidates(reading: Reading) -> tuple[FigureCandidate, ...]:
    """Every number that counts something which a summary has a place for, in text order."""
    found: list[FigureCandidate] = []
    before: FigureCandidate | None = None
    for number in reading.numbers:
        one = _candidate(reading, number) if _may_be_a_figure(number) else None
        if one is None and before is not None and _same_in_other_units(reading, before, number):
            one = replace(before, number=number, unit=_UNIT_PAIR[before.unit], group=None)
        if one is not None:
            found.append(one)
        before = one
    return tuple(found)


def _same_in_other_units(reading: Reading, before: FigureCandidate, number: NumberMention) -> bool:
    """Whether a number says the one before it in other units: "1,480 people (310 families)"."""
    other, end = before.number, before.number.noun_end
    counted = _counted(reading, number)
    if end is None or other.inherited or counted is None or other.sentence != number.sentence:
        return False
    start = number.start if number.hedge_start is None else min(number.start, number.hedge_start)
    between = reading.article.text[end:start]
    return counted[0] is _UNIT_PAIR.get(before.unit) and IN_OTHER_UNITS.fullmatch(between) is not None


def unsaid_candidates(reading: Reading, found: Sequence[FigureCandidate]) -> tuple[FigureCandidate, ...]:
    """Numbers of people or homes of which no word says what they count, though words near them hint at it.

    Args:
        reading: The article.
        found: What `figure_candidates` found: no number is listed twice.
    """
    taken = {c.number.id for c in found}
    made = []
    for number in reading.numbers:
        if number.id in taken or number.implicit or not _may_be_a_figure(number):
            continue
        counted = _may_have_moved(reading, number)
        if counted is not None and not _is_an_age(reading, number):
            made.append(FigureCandidate(number, *counted, (), math.inf))
    return tuple(made)


def _may_have_moved(reading: Reading, number: NumberMention) -> tuple[Unit, PopulationGroup | None] | None:
    """Unit and group of a number that may count people who moved or homes that were lost."""
    size = number.value or number.low or 0
    text = reading.sentence(number.sentence).text
    if is_order(reading.sentence(number.sentence)):
        return None
    if number.header is None and not _is_english(text):
        hinted = bool(FOREIGN_HINTS.search(text)) or not FOREIGN_WORDS.search(text)
        known = counted_by(reading, number) or (Unit.PEOPLE, PopulationGroup.PEOPLE)
        return known if hinted and known[0] in _MOVED and size >= _FEW else None
    counted = _counted(reading, number)
    if counted is None or counted[0] not in _MOVED or counted[1] not in _MOVED_GROUPS:
        return None
    if size < (_FEW if number.noun is None or counted[0] is Unit.PEOPLE else 2) or number.head in NEVER_MOVED:
        return None
    hinted = bool(_HINT.search(text)) or any(reading.cues.of(s, "term") for s in lent_by(reading, number))
    return counted if hinted else None


def has_foreign_numbers(reading: Reading) -> bool:
    """Whether a number stands in a sentence that is not English: the words of this field are English ones."""
    return any(
        _may_be_a_figure(n) and not _is_english(reading.sentence(n.sentence).text) for n in reading.numbers
    )


def _is_english(text: str) -> bool:
    """Whether a sentence has a word that holds English together; a bare label may be of any language."""
    return (
        ENGLISH.search(text) is not None
        or len(text.split()) < FEWEST_WORDS
        or (
            _HINT.search(text) is not None and not FOREIGN_WORDS.search(text) and guess_language(text) == "en"
        )
    )


def _may_be_a_figure(number: NumberMention) -> bool:
    """Counts and loads of aid, and no "many of them": "several" needs a noun of its own to say anything."""
    load = number.kind == "measure" and (unit_and_group(number.noun or "") or ("",))[0] == Unit.SUPPLIES
    if (number.kind != "count" and not load) or number.value == 0:
        return False
    if number.qualifier != "several":
        return True
    return number.noun is not None and not number.inherited and number.text.casefold() != "many"


def _is_an_age(reading: Reading, number: NumberMention) -> bool:
    """ "His brother, 12, was wounded": a bare number between commas after a word is an age."""
    text = reading.article.text
    bare = number.noun is None or number.inherited or text[number.end : number.end + 1] == ","
    closed = re.match(r",\s+(?!\d)", text[number.end : number.end + 4]) is not None
    opened = AGE_IN_COMMAS.search(text[max(0, number.start - 4) : number.start]) is not None
    whole = isinstance(number.value, int) and number.value <= _OLDEST
    return bool(bare and closed and opened and whole and number.hedge is None)


def _candidate(reading: Reading, number: NumberMention, *, restates: bool = True) -> FigureCandidate | None:
    counted = _counted(reading, number)
    if counted is None or (number.implicit and _speaks(reading, number)) or _is_an_age(reading, number):
        return None
    unit, group = counted
    if restates and RESTATES.search(reading.sentence(number.sentence).text):
        restated = _restated(reading, number, unit)
        if restated is not None:
            return FigureCandidate(number, unit, group, restated)
    costs = _costs(reading, number, unit, group)
    whole = _of_its_whole(reading, number, unit) if restates else None
    if whole and (not costs or min(costs.values()) > _BESIDE):
        return FigureCandidate(number, unit, group, whole)
    if number.header is not None or not costs:
        unit, group = lent_unit(reading, number) or (unit, group)
        costs |= {label: _FROM_A_LEAD for label in _lent(reading, number, unit) if number.header or not costs}
    if not costs:
        restated = _given_by_a_source(reading, number, unit) if restates else None
        return FigureCandidate(number, unit, group, restated) if restated else None
    return _nearest(FigureCandidate(number, unit, group, ()), costs)


def _costs(
    reading: Reading, number: NumberMention, unit: Unit, group: PopulationGroup | None
) -> dict[str, float]:
    """How far away each reading stands; words of any journey count only where no plainer word is as near."""
    costs: dict[str, float] = {}
    journeys: dict[str, float] = {}
    for cue in _cues_around(reading, number):
        if not _admits(cue.label, unit) or not _site_is_named(reading, cue):
            continue
        if (number.implicit and cue.family != "measure") or _is_not_meant(reading, number, cue):
            continue
        if _counts_another(reading, number, cue) or _is_a_shelter(reading, cue):
            continue
        cost = _cost(reading, number, cue)
        if cost <= (_IMPLICIT_REACH if number.implicit else _REACH):
            label = _sharpened(reading, number, unit, cue)
            cost += _FAMILIES_ARE_NO_HOMES * (unit is Unit.HOUSEHOLDS and label in _HOUSING)
            if counts_no_flight(reading, number, unit, group, label, cue) or _reached_a_place(reading, cue):
                continue
            into = journeys if is_journey(reading, cue) else costs
            into[label] = min(cost, into.get(label, cost))
    if journeys and min(costs.values(), default=math.inf) > min(journeys.values()) + _PLAINER:
        costs = journeys | costs
    return costs


def _nearest(candidate: FigureCandidate, costs: dict[str, float]) -> FigureCandidate | None:
    """The candidate with the readings that stand nearest; None where nothing that we count befell it."""
    nearest = min(costs.values())
    if any(k.startswith("term:") and k != _AFFECTED and v < nearest + _CLEAR for k, v in costs.items()):
        costs.pop(_AFFECTED, None)  # "were affected and evacuated" is an evacuation
    ranked = sorted(costs, key=lambda k: (costs[k], _rank(k)))
    if ranked[0].startswith("spared:"):
        return None  # "rescuers saved 45 people": nothing that we count befell them
    ranked = [label for label in ranked if not label.startswith("spared:")]
    best = costs[ranked[0]]
    # The very next word ("10 wounded") settles it.
    near = tuple(k for k in ranked if costs[k] < best + (_CLEAR if best else 1))
    return replace(candidate, options=_without_shadows(near), cost=best)


def _lent(reading: Reading, number: NumberMention, unit: Unit) -> tuple[str, ...]:
    """What the header of its column says that a number counts, else the lead-in or heading of its line."""
    if number.header is not None:
        start, end = number.header
        said = [c for c in reading.cues.of(reading.sentence_at(start).id, "term") if start <= c.start < end]
        if said:
            return tuple(dict.fromkeys(c.label for c in said if _admits(c.label, unit)))
    elif number.implicit or not is_fragment(reading.article.text, reading.sentence(number.sentence)):
        return ()
    for lead in reading.leads(number.sentence):
        labels = dict.fromkeys(c.label for c in reading.cues.of(lead, "term") if _admits(c.label, unit))
        if labels:
            return tuple(labels)
    return ()


def lent_unit(reading: Reading, number: NumberMention) -> tuple[Unit, PopulationGroup | None] | None:
    """Families or homes, where the heading of a bare number names them: "Houses burnt" over "Dorra: 35"."""
    if number.noun is not None or number.implicit:
        return None
    if not is_fragment(reading.article.text, reading.sentence(number.sentence)):
        return None
    for lead in lent_by(reading, number):
        for word in _WORD.findall(reading.sentence(lead).text):
            meaning = unit_and_group(word)
            if meaning is not None and meaning[0] in {Unit.HOMES, Unit.HOUSEHOLDS}:
                return Unit(meaning[0]), None
        if reading.cues.of(lead, "term"):
            return None
    return None


def lent_by(reading: Reading, number: NumberMention) -> tuple[str, ...]:
    """The sentences beside its own that may say what a number counts: its column's header, its headings."""
    header = (reading.sentence_at(number.header[0]).id,) if number.header is not None else ()
    return (*header, *reading.leads(number.sentence))


def _counts_another(reading: Reading, number: NumberMention, cue: Cue) -> bool:
    """Whether the cue is what another number counts: the "bodies" of "45 people and recovered 9 bodies"."""
    own = number.noun_start is not None and number.noun_start <= cue.start < (number.noun_end or 0)
    stay = cue.label in _STAYS  # "3,200 people are in 14 evacuation centres", "In 14 centres: 3,200 people"
    text, first = reading.article.text, reading.sentence(number.sentence).start
    return not own and any(
        not (stay and (n.start > number.start or WITHIN_THEM.search(text[first : n.start])))
        and n is not number
        and not n.inherited
        and n.noun_start is not None
        and n.noun_end is not None
        and n.noun_start <= cue.start < n.noun_end
        for n in reading.numbers_in(number.sentence)
    )


def _is_a_shelter(reading: Reading, cue: Cue) -> bool:
    """Whether what looks like a verb of a site ("the school shelters 300") is the noun: "into shelters"."""
    return cue.label.startswith("site:") and any(
        c.start <= cue.start and cue.end <= c.end for c in reading.cues.of(cue.sentence, "term")
    )


def _reached_a_place(reading: Reading, cue: Cue) -> bool:
    """Whether those who "reached" anything came to a place, and no help reached them."""
    same = (c for c in reading.cues.of(cue.sentence, "term") if c.start == cue.start)
    return cue.label == "response:reached" and any(is_journey(reading, c) for c in same)


def _speaks(reading: Reading, number: NumberMention) -> bool:
    """Whether the one that is meant only says so: "wounding 30, the mayor said"."""
    end = number.noun_end or number.end
    return VERB.match(reading.article.text, end + 1, reading.sentence(number.sentence).end) is not None


def _restated(reading: Reading, number: NumberMention, unit: Unit) -> tuple[str, ...] | None:
    """ "The governor put the number at 1,200": it counts what the sentence before counts."""
    before = reading.before(number.sentence)
    if before is None or unit not in {Unit.PEOPLE, Unit.HOUSEHOLDS, Unit.HOMES}:
        return None
    for other in reading.numbers_in(before.id):
        candidate = _candidate(reading, other, restates=False) if _may_be_a_figure(other) else None
        if candidate is not None and all(_admits(o, unit) for o in candidate.options):
            return candidate.options
    return None


def _of_its_whole(reading: Reading, number: NumberMention, unit: Unit) -> tuple[str, ...] | None:
    """ "Twenty-one people, including three nurses": a part counts what its whole counts."""
    sentence = reading.sentence(number.sentence)
    before = [n for n in reading.numbers_in(sentence.id) if n.start < number.start and n.kind == "count"]
    first = number
    while before and _coordinated(reading.article.text, before[-1], first):
        first = before.pop()
    start = first.start if first.hedge_start is None else min(first.start, first.hedge_start)
    lead = PART_LEAD.search(sentence.text[: start - sentence.start])
    if not before or not (lead or PART_TAIL.match(reading.article.text, number.end, sentence.end)):
        return None
    whole = _candidate(reading, before[-1], restates=False) if _may_be_a_figure(before[-1]) else None
    if whole is None or whole.unit is not unit:
        return None
    return tuple(o for o in whole.options if o.startswith("measure:")) or None


def _given_by_a_source(reading: Reading, number: NumberMention, unit: Unit) -> tuple[str, ...] | None:
    """ "The police mention 17": it counts what the number before it counts, here or a sentence earlier."""
    if number.noun is not None and not number.inherited:
        return None
    sentence = reading.sentence(number.sentence)
    start = number.start if number.hedge_start is None else min(number.start, number.hedge_start)
    before = sentence.text[: start - sentence.start]
    last = reading.before(sentence.id)
    earlier = [n for n in reading.numbers_in(sentence.id) if n.start < number.start]
    if not SAYS_A_NUMBER.search(before):
        after = sentence.text[number.end - sentence.start :]
        elided = re.search(r"[,;]\s+(?:and\s+|while\s+|but\s+)?((?:the|an?)\s[^,;.:\d]{2,50})$", before)
        spoken = elided is not None and GENERIC.search(elided[1]) and re.match(r"\s*(?:[.,;]|$)", after)
        if not (spoken and earlier):
            return None
    elif last is not None:
        earlier = [*reading.numbers_in(last.id), *earlier]
    for other in reversed(earlier):
        candidate = _candidate(reading, other, restates=False) if _may_be_a_figure(other) else None
        if candidate is not None and candidate.unit in {unit, Unit.HOMES}:
            fits = tuple(o for o in candidate.options if _admits(o, unit))
            return fits or None
    return None


def _counted(reading: Reading, number: NumberMention) -> tuple[Unit, PopulationGroup | None] | None:
    """Unit and group of the counted noun.

    A number without a noun is taken to count people, and so is one whose noun is itself the word for what
    befell them ("34,000 evacuated") or stands right beside it ("51 peole were evacuated", "killing 12
    dockers").
    """
    people = (Unit.PEOPLE, PopulationGroup.PEOPLE)
    more_homes = number.noun is not None and number.noun.casefold() in _OTHERS
    meaning = (_unit_before(reading, number) if more_homes else None) or counted_by(reading, number)
    if meaning is not None:
        return meaning
    if number.noun is None:
        return people
    if number.head in PLACES_OF_STAY:
        return None
    if any(demonym_codes(w) for w in _WORD.findall(number.noun)):
        return people
    if _A_PEOPLE.search(number.noun) and reading.cues.of(number.sentence, "term"):
        return people  # "3,000 Kukis took shelter"
    fates = [c for c in reading.cues.of(number.sentence, "term", "measure") if _admits(c.label, Unit.PEOPLE)]
    end = number.noun_end or number.end
    after = reading.article.text[end : reading.sentence(number.sentence).end]
    told = any(c.start < end and c.end > number.end for c in fates) or any(
        c.start >= end
        and re.fullmatch(r"\s+(?:was|were|had been|have been|has been)\s+", after[: c.start - end])
        for c in fates
        if c.family == "term" or c.label in _TOLLS
    )
    start = number.start if number.hedge_start is None else min(number.start, number.hedge_start)
    told = told or any(
        (c.label in _TOLLS or c.family == "term")
        and c.end <= start
        and not reading.article.text[c.end : start].strip()
        for c in fates
    )
    noun = number.noun_start or 0
    told = told or (noun < number.start and any(c.start <= noun < c.end for c in fates))  # "Evacuated: 300"
    return people if told and not number.inherited and not ANIMALS.search(number.noun) else None


def _unit_before(reading: Reading, number: NumberMention) -> tuple[Unit, PopulationGroup | None] | None:
    """What the number before counts, where it is homes: "damaged 80 houses and destroyed 20 others"."""
    before = [n for n in reading.numbers_in(number.sentence) if n.start < number.start and n.noun is not None]
    meaning = unit_and_group(before[-1].noun or "") if before else None
    if meaning is None or meaning[0] not in {Unit.HOMES, Unit.HOUSEHOLDS}:
        return None
    return Unit(meaning[0]), None


def _admits(label: str, unit: Unit) -> bool:
    if unit is Unit.PEOPLE:
        return label not in _NOT_PEOPLE
    if unit is Unit.HOUSEHOLDS:
        return label not in (_THINGS | {f"measure:{Measure.STRIKES}", f"measure:{Measure.MUNITIONS}"})
    if unit is Unit.HOMES:
        return label in _HOUSING | _EMPTIED or label in HOUSING_OF
    if unit in {Unit.BUILDINGS, Unit.VEHICLES, Unit.SETTLEMENTS}:
        return label in _THINGS
    if unit is Unit.INCIDENTS:
        return label == f"measure:{Measure.STRIKES}"
    if unit is Unit.MUNITIONS:
        return label == f"measure:{Measure.MUNITIONS}"
    return unit is Unit.SUPPLIES and label.startswith("response:")


def _site_is_named(reading: Reading, cue: Cue) -> bool:
    if not cue.label.startswith("site:"):
        return True
    before = reading.before(cue.sentence)
    near = [cue.sentence, *([before.id] if before else [])]
    return any(reading.cues.of(s, "sitekind") for s in near)


def _cost(reading: Reading, number: NumberMention, cue: Cue) -> float:
    text = reading.article.text
    start, end = number.start, max(number.end, number.noun_end or 0 if not number.inherited else 0)
    if cue.start < start and cue.end >= end:
        return 0.0  # "marched nine miners off": the words close around it
    if cue.start < end and cue.end > start:
        # "2,000 of the displaced were taken back": who they are says less than what befell them.
        whole = number.noun_start == cue.start and number.noun_end == cue.end
        if whole and cue.family == "term":
            return 1.0  # "518,000 displaced or relocated"
        named = (
            cue.label in _NAMES_OF_PEOPLE
            or NAMED_BY_IT.fullmatch(cue.text)
            or OF_THE.search(text[number.end : cue.start])
        )
        return float(_IN_THE_NOUN if named else 0)
    forwards = cue.start >= end
    a, b = (end, cue.start) if forwards else (cue.end, start)
    sentence = reading.sentence(number.sentence)
    aside = _asides(sentence.text, sentence.start)
    relative = RELATIVE.match(text, end, sentence.end)
    if relative and relative.end() <= cue.start:
        aside.append(relative.span())  # "400 families who fled the shelling are due to return"
    between = _outside(text, a, b, aside)
    if not forwards and cue.family == "term" and LABELLED.fullmatch(between):
        return float(_BACKWARDS)  # "Displaced persons: 1,480"
    cost = float(len(_WORD.findall(between)))
    if forwards and VERB.search(text[a:b]) and not VERB.search(between):
        cost += _OVER_A_CLAUSE  # over ", a spokesman said," another statement begins
    cost += _OVER_A_COMMA * between.count(",") + _OVER_A_CLAUSE * len(
        re.findall(r"[;:]|\b(?:while|but|whereas)\b", between)
    )
    cost += _OVER_A_CLAUSE * len(AND_A_VERB.findall(between))
    cost += _OVER_A_CLAUSE * clause_borders(between)
    if forwards and begins_the_next(cue):
        cost += NEXT_STATEMENT
    if forwards and re.search(r"(?:^|\w)\s+and\s+$", between):  # the cue is the verb of the next statement
        cost += _OVER_A_CLAUSE
    if not forwards and _is_passive(text, sentence.start, cue):
        cost += _OVER_A_CLAUSE
    others = [
        n
        for n in reading.numbers_in(number.sentence)
        if n is not number
        and n.kind == "count"
        and n.head not in PLACES_OF_STAY
        and abs(n.start - number.start) <= _AROUND
        and not _is_an_age(reading, n)
    ]
    listed = _listed_with(text, number, others)
    cost += _OVER_A_NUMBER * sum(
        1
        for n in others
        if a <= n.start < b and n not in listed and not any(x <= n.start < y for x, y in aside)
    )
    cost += _OVER_A_NUMBER * any(_is_the_noun_of(cue, n, number) for n in others)
    same_aside = any(x <= cue.start < y and not (x <= start < y) for x, y in aside)
    return cost + (_IN_AN_ASIDE if same_aside else 0) + (0 if forwards else _BACKWARDS)


def _is_passive(text: str, sentence_start: int, cue: Cue) -> bool:
    """Whether what befell is told of those before it: "three were killed and two were wounded"."""
    told = cue.family in {"measure", "term"}
    return told and TO_BE.search(text[sentence_start : cue.start]) is not None


def _is_not_meant(reading: Reading, number: NumberMention, cue: Cue) -> bool:
    named = cue.label == f"measure:{Measure.PARTICIPANTS}" and PART_NOUNS.fullmatch(cue.text)
    if named and not (cue.end > number.start and cue.start < (number.noun_end or number.end)):
        return True  # "80 students were taken away by the gunmen"
    if cue.start >= (number.noun_end or number.end) and cue.text.casefold() in _ADJECTIVES:
        text = reading.article.text
        apart = text[number.end : cue.start].split()
        if apart and apart[-1] not in _LINKS and BEFORE_ANOTHER_NOUN.match(text, cue.end):
            return True
    return _does_it(reading, number, cue) or _is_of_a_part(reading, number, cue)


def _is_of_a_part(reading: Reading, number: NumberMention, cue: Cue) -> bool:
    """Whether the number is the whole and the cue tells of a part: "300 of the 1,200 evacuees went home".

    What stands in or right after its own noun is still told of the whole: "three of the five killed".
    """
    text, first = reading.article.text, reading.sentence(number.sentence).start
    start = number.start if number.hedge_start is None else min(number.start, number.hedge_start)
    if not PART_OF.search(text[first:start]):
        return False
    end = number.noun_end if number.noun_end and not number.inherited else number.end
    if cue.start < end:
        return cue.end <= number.start
    own = WHO.fullmatch(text[end : cue.start])
    return not (own and (own.group().strip() or DONE.fullmatch(cue.text)))


def _does_it(reading: Reading, number: NumberMention, cue: Cue) -> bool:
    """Whether the counted people did what the cue says: "two men shot dead a priest"."""
    if cue.start >= number.end and DOING.fullmatch(cue.text):
        return OBJECT.match(reading.article.text, cue.end, reading.sentence(cue.sentence).end) is not None
    text = reading.article.text
    end = number.noun_end if number.noun_end and not number.inherited else number.end
    if cue.start >= number.end and acts_itself(text, end, cue):
        return True
    if cue.start < number.end or not DONE_TO.fullmatch(cue.text):
        return False
    return (
        BEFORE_A_VERB.fullmatch(text[end : cue.start]) is not None
        and OBJECT.match(text, cue.end, reading.sentence(cue.sentence).end) is not None
    )


def _is_the_noun_of(cue: Cue, other: NumberMention, number: NumberMention) -> bool:
    """Whether a cue says who another number counts: "of the 2,000 displaced, 300 went home"."""
    start, end = other.noun_start, other.noun_end
    if start is None or end is None or end == number.noun_end or cue.label not in _NAMES_OF_PEOPLE:
        return False
    return start <= cue.start < end


def _cues_around(reading: Reading, number: NumberMention) -> list[Cue]:
    """The cues near a number, so that a list of a hundred tolls takes time in proportion to its length."""
    return [
        c
        for c in reading.cues.of(number.sentence, *_PEOPLE_FAMILIES)
        if c.start - number.end <= _AROUND and number.start - c.end <= _AROUND
    ]


def _outside(text: str, a: int, b: int, asides: Sequence[tuple[int, int]]) -> str:
    """``text[a:b]`` without the asides."""
    kept, at = [], a
    for x, y in sorted(asides):
        if y <= at or x >= b:
            continue
        kept.append(text[at : max(at, x)])
        at = max(at, y)
    kept.append(text[min(at, b) : b])
    return "".join(kept)


@lru_cache(maxsize=4096)
def _asides_of(text: str) -> tuple[tuple[int, int], ...]:
    return tuple((m.start(), m.end()) for m in ASIDE.finditer(text))


def _asides(text: str, offset: int) -> list[tuple[int, int]]:
    return [(offset + a, offset + b) for a, b in _asides_of(text)]


def _listed_with(text: str, number: NumberMention, others: Sequence[NumberMention]) -> list[NumberMention]:
    """The numbers of one list with this one: "a teacher, his wife and two sons were killed"."""
    listed = [number]
    for one in sorted(others, key=lambda n: n.start):
        if one.start > number.start and _coordinated(text, listed[-1], one):
            listed.append(one)
    first = number
    for one in sorted(others, key=lambda n: -n.start):
        if one.start < number.start and _coordinated(text, one, first):
            listed.append(one)
            first = one
    return listed


def _coordinated(text: str, one: NumberMention, other: NumberMention) -> bool:
    """Whether the two share a verb: "three soldiers and two civilians were killed"."""
    first, second = sorted((one, other), key=lambda n: n.start)
    end = first.noun_end if first.noun_end and not first.inherited else first.end
    return (
        re.fullmatch(
            r"\s*(?:,|and|, and|or|, or|as well as)?\s*"
            r"(?:at least|about|some|another|a further|his|her|their)?\s*",
            text[end : second.start],
        )
        is not None
    )


def _sharpened(reading: Reading, number: NumberMention, unit: Unit, cue: Cue) -> str:
    """The label of a cue; "died" beside a word of violence or disaster means killed by it.

    Homes that are destroyed are housing, but for the one house that no number word counts.
    """
    if unit is Unit.HOMES and not number.implicit and cue.label in HOUSING_OF:
        return HOUSING_OF[cue.label]
    if cue.label not in (f"measure:{Measure.DIED}", f"measure:{Measure.KILLED}"):
        return cue.label
    violent = [c for c in reading.cues.of(cue.sentence, "event") if c.text.casefold() not in _BARE_KILLING]
    if cue.label == f"measure:{Measure.KILLED}":
        ill = DISEASE.search(reading.sentence(cue.sentence).text) and not violent
        return f"measure:{Measure.DIED}" if ill else cue.label
    disaster = "cause:disaster" in reading.cues.labels(cue.sentence)
    return f"measure:{Measure.KILLED}" if violent or disaster else cue.label


def _rank(label: str) -> int:
    """Between equal distances: sites, then movements, then tolls, then help."""
    return ("site", "term", "measure", "need", "response", "spared").index(label.partition(":")[0])


_TOLLS = tuple(
    f"measure:{m}"
    for m in (
        Measure.KILLED,
        Measure.DIED,
        Measure.INJURED,
        Measure.MISSING,
        Measure.ABDUCTED,
        Measure.ARRESTED,
    )
)
_SHADOWED_BY = {
    "term:uninhabitable_housing": (
        "term:displaced",
        "term:evacuated",
        "term:forced_to_flee",
        "term:relocated",
    ),
    "term:in_relief_camp": (
        *_TOLLS,
        "site:population",
        "site:capacity",
        "term:evacuated",
        "term:displaced",
        "term:relocated",
    ),
    "term:sheltered": ("site:population", "site:capacity", "need:people", "term:in_relief_camp"),
    "need:people": ("site:capacity",),
    "measure:participants": tuple(
        f"measure:{m}" for m in Measure if m not in {Measure.PARTICIPANTS, Measure.OTHER}
    ),
    "term:affected": tuple(f"term:{t}" for t in DisplacementTerm if t is not DisplacementTerm.AFFECTED),
    "measure:died": ("measure:killed",),
}
"""A general word says nothing beside a sharper one: "displaced people in camps" are displaced."""


def _without_shadows(options: tuple[str, ...]) -> tuple[str, ...]:
    kept = tuple(o for o in options if not any(s in options for s in _SHADOWED_BY.get(o, ())))
    return kept or options
