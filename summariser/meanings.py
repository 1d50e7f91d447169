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

from summariser.bystanders import counts_times, speaks_abroad, stood_by
from summariser.count_labels import AFFECTED, HOUSING, HOUSING_OF, TOLLS, admits, rank, without_shadows
from summariser.counted import counted_by
from summariser.cues import Cue, unit_and_group
from summariser.headings import is_fragment, is_furniture
from summariser.illness import counts_an_outbreak, is_a_patient, is_dead_of_it, is_of_the_sick
from summariser.lexicon.counting import (
    ANIMALS,
    IN_OTHER_UNITS,
    PART_LEAD,
    PART_TAIL,
    RESTATES,
    SAYS_A_NUMBER,
)
from summariser.lexicon.english import ENGLISH, FEWEST_WORDS
from summariser.lexicon.motion import AND_THERE, WITHIN_THEM
from summariser.lexicon.movements import FOREIGN_HINTS, FOREIGN_WORDS, HINTS, NEVER_MOVED, PLACES_OF_STAY
from summariser.lexicon.saying import GENERIC, VERB
from summariser.lexicon.shares import DIED_BEFORE, DIED_BEHIND, OF_THE_WOUNDED
from summariser.moved import counts_no_flight, is_dealt_with, is_journey, is_of_actors, is_of_others
from summariser.normalise.numbers import NumberMention
from summariser.normalise.place_context_abroad import is_a_people
from summariser.normalise.place_tables import demonym_codes
from summariser.reach import AROUND, coordinated, cost_of, does_another_thing, is_an_age, is_not_meant
from summariser.reading import Reading
from summariser.schemas.codebooks import DisplacementTerm, Measure, PopulationGroup, Unit
from summariser.sentences import guess_language
from summariser.table_rows import is_table_of_harm
from summariser.uncounted import (
    counts_nobody,
    is_of_several_fates,
    is_of_who_tested_positive,
    tested_positive,
)
from summariser.word_order import BEFORE_FATE

_PEOPLE_FAMILIES = ("measure", "term", "site", "need", "response", "spared")
_WORD = re.compile(r"\w[\w'’-]*")
_CLEAR = 4
"""A reading this many words nearer than the next is not ambiguous."""
_NOT_COUNTED = {"survivor"}
_BARE_KILLING = {"killed", "killing"}
_IMPLICIT_REACH = 12
"""A "one" that is not written needs its verb close by: "one fighter told her" was read as one killed."""
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
_SHELTERED = f"term:{DisplacementTerm.SHELTERED}"
_STAYS = {_SHELTERED, f"term:{DisplacementTerm.IN_RELIEF_CAMP}"}
_LIVES = "lives"
_BESIDE_A_BRACKET = 14
"""So few letters stand between a number and the bracket that breaks it down: "2,091 injured (2,033 men"."""
_CAMPS = r"(?:relief|refugee|displacement|IDP|tented|transit|evacuation|makeshift|temporary)\s+camps?\b"
_INTO_CAMPS = re.compile(
    rf"\s+(?:in|at|inside|into)\s+(?:(?:the|some|about|over|several|\d[\d,.]*)\s+)*(?:\w+\s+)?{_CAMPS}",
    re.IGNORECASE,
)
_CAMPS_WHERE = re.compile(rf"{_CAMPS},?\s+(?:and|where|in which)\s+(?:[\w.,]+\s+){{0,6}}$", re.IGNORECASE)
_SOMEWHERE = re.compile(r"\s+(?:in|with|at|by|on)\b", re.IGNORECASE)
_UNIT_PAIR = {Unit.PEOPLE: Unit.HOUSEHOLDS, Unit.HOUSEHOLDS: Unit.PEOPLE}
_WERE = re.compile(r"\s+(?:was|were|had been|have been|has been)\s+")
_NOTHING = re.compile(r"^\s+")
_PERSONAL = re.compile(r"^\s+(?:a|à)(?=\s)")
"""The "a" of Spanish before people: "degollaron a seis leñadores"."""
_A_NAME = 2
"""So many words a bare name may have."""
_FEW = 8
"""Fewer people than this are seldom a movement that anybody counts, where no word says so."""
_OTHERS = {"others", "other", "more", "rest"}
_A_PEOPLE = re.compile(r"^[A-Z][a-z]+(?:s|is)$")
_HINT = re.compile(rf"\b(?:{'|'.join(HINTS)})\b", re.IGNORECASE)
_FROM_A_LEAD = 3.0
"""What a header or a heading says of a number is as near as a word of its own sentence."""
_NEAR_A_JOURNEY = 7
"""A word of any journey counts those who stand close by alone."""
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
        mine = _may_be_a_figure(number) and not counts_nobody(reading, number)
        one = _candidate(reading, number) if mine else None
        if mine and one is None and before is not None and _same_in_other_units(reading, before, number):
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
    between = reading.text[end:start]
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
        if counts_nobody(reading, number) or tested_positive(reading, number.sentence):
            continue
        if any(stood_by(reading, number, cue) for cue in reading.cues.of(number.sentence, "measure")):
            continue
        if any(does_another_thing(reading, number, cue) for cue in reading.cues.of(number.sentence, "term")):
            continue
        if counts_an_outbreak(reading, number) or is_dealt_with(reading, number):
            continue
        counted = _may_have_moved(reading, number)
        if counted is not None and not is_an_age(reading, number):
            made.append(FigureCandidate(number, *counted, (), math.inf))
    return tuple(made)


def _may_have_moved(reading: Reading, number: NumberMention) -> tuple[Unit, PopulationGroup | None] | None:
    """Unit and group of a number that may count people who moved or homes that were lost."""
    size = number.value or number.low or 0
    text = reading.sentence(number.sentence).text
    if is_table_of_harm(reading, number.sentence) or is_of_others(reading, number):
        return None
    if is_furniture(reading.text, reading.sentence(number.sentence)) and not (
        _HINT.search(text) or FOREIGN_HINTS.search(text)
    ):
        return None  # "Source: the camp managers, round 7; phone 777123456"
    if number.header is None and not _is_english(text) and not _is_bare_row(text):
        hinted = bool(FOREIGN_HINTS.search(text)) or not FOREIGN_WORDS.search(text)
        known = counted_by(reading, number) or (Unit.PEOPLE, PopulationGroup.PEOPLE)
        if known[1] not in _MOVED_GROUPS or is_of_actors(reading, number):
            return None
        return known if hinted and known[0] in _MOVED and size >= _FEW else None
    counted = _counted(reading, number)
    if counted is None or counted[0] not in _MOVED or counted[1] not in _MOVED_GROUPS:
        return None
    if size < (_FEW if number.noun is None or counted[0] is Unit.PEOPLE else 2) or number.head in NEVER_MOVED:
        return None
    hinted = bool(_HINT.search(text)) or any(reading.cues.of(s, "term") for s in lent_by(reading, number))
    return counted if hinted else None


def _is_bare_row(text: str) -> bool:
    """Whether a line is a name and figures ("Dorra: 12 / 30"): of no language, it hints at nothing."""
    return len(re.findall(r"[^\W\d_]{3,}", text)) <= _A_NAME and any(c in text for c in ":|\t/")


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
    if (number.kind != "count" and not load) or number.value == 0 or counts_times(number):
        return False
    if number.qualifier != "several":
        return True
    return number.noun is not None and not number.inherited and number.text.casefold() != "many"


def _candidate(reading: Reading, number: NumberMention, *, restates: bool = True) -> FigureCandidate | None:
    counted = _counted(reading, number)
    one = number.implicit or (number.value == 1 and reading.languages[number.sentence] != "en")
    if counted is None or (one and _speaks(reading, number)) or is_an_age(reading, number):
        return None
    unit, group = counted
    if restates and RESTATES.search(reading.sentence(number.sentence).text):
        restated = _restated(reading, number, unit)
        if restated is not None:
            return FigureCandidate(number, unit, group, restated)
    if _died_of_wounds(reading, number):
        died = "measure:died" in reading.cues.labels(number.sentence, "measure")
        return FigureCandidate(number, unit, group, ("measure:died" if died else "measure:killed",))
    if is_of_several_fates(reading, number):
        return None
    broken_down = _of_a_bracket(reading, number, unit) if restates else None
    if broken_down is not None:
        return FigureCandidate(number, unit, group, broken_down)
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
    cases = number.noun is not None and counts_an_outbreak(reading, number)
    around = tuple(_cues_around(reading, number))
    for cue in around:
        if (
            not admits(cue.label, unit)
            or _is_part_of_ruin(cue, around)
            or not _site_is_named(reading, cue)
            or _is_a_camp_by_name(reading, cue)
            or is_of_who_tested_positive(reading, cue)
        ):
            continue
        if (number.implicit and cue.family != "measure") or is_not_meant(reading, number, cue):
            continue
        if _counts_another(reading, number, cue) or _is_a_shelter(reading, cue):
            continue
        cost = cost_of(reading, number, cue)
        if cost <= (_IMPLICIT_REACH if number.implicit else _REACH):
            label = _sharpened(reading, number, unit, cue)
            if cases and label.partition(":")[0] not in {"need", "response"}:
                continue  # the sick are in need or treated, and neither dead nor displaced by being counted
            cost += _FAMILIES_ARE_NO_HOMES * (unit is Unit.HOUSEHOLDS and label in HOUSING)
            if counts_no_flight(reading, number, unit, group, label, cue) or _reached_a_place(
                reading, number, cue
            ):
                continue
            if label == f"measure:{Measure.INJURED}" and is_a_patient(reading, cue):
                continue
            if label in _STAYS and (is_dealt_with(reading, number) or counts_an_outbreak(reading, number)):
                continue
            journey = is_journey(reading, cue)
            if journey and cost > _NEAR_A_JOURNEY:
                continue
            into = journeys if journey else costs
            into[label] = min(cost, into.get(label, cost))
    if reading.languages[number.sentence] != "en" and (risen := _risen_to(reading, number, unit)):
        return {risen: 0.0}
    if journeys and min(costs.values(), default=math.inf) > min(journeys.values()) + _PLAINER:
        costs = journeys | costs
    return costs


def _is_part_of_ruin(cue: Cue, around: Sequence[Cue]) -> bool:
    """Whether a word is part of longer words for homes that are lost: the "damaged" of "fully damaged"."""
    return any(
        other.label in HOUSING and other.start <= cue.start and cue.end <= other.end
        for other in around
        if (other.start, other.end) != (cue.start, cue.end)
    )


_TO = re.compile(r"\s+(?:à|a|إلى|الى)\s+")
_RISEN_TO = re.compile(r"\s+(?:\S+\s+){1,4}(?:à|a|إلى|الى)\s+")
_RISES = re.compile(
    r"ارتف|رفع|\b(?:elev|aument|asciend|sub(?:e|ió)|pass[eé]|port[eé]|élèv|grimp|alourd)", re.IGNORECASE
)


def _risen_to(reading: Reading, number: NumberMention, unit: Unit) -> str:
    """The fate right before "to" and a number: "ارتفاع عدد القتلى إلى 27 والجرحى إلى 60"."""
    start = number.start if number.hedge_start is None else min(number.start, number.hedge_start)
    rises = _RISES.search(reading.sentence(number.sentence).text) is not None
    fates = [c for c in reading.cues.of(number.sentence, "measure") if c.end <= start]
    return next(
        (
            c.label
            for c in fates[-1:]
            if c.label in TOLLS
            and admits(c.label, unit)
            and (
                _TO.fullmatch(reading.text, c.end, start)
                or (rises and _RISEN_TO.fullmatch(reading.text, c.end, start))
            )
        ),
        "",
    )


def _nearest(candidate: FigureCandidate, costs: dict[str, float]) -> FigureCandidate | None:
    """The candidate with the readings that stand nearest; None where nothing that we count befell it."""
    nearest = min(costs.values())
    if any(k.startswith("term:") and k != AFFECTED and v < nearest + _CLEAR for k, v in costs.items()):
        costs.pop(AFFECTED, None)  # "were affected and evacuated" is an evacuation
    ranked = sorted(costs, key=lambda k: (costs[k], rank(k)))
    if ranked[0].startswith("spared:"):
        return None  # "rescuers saved 45 people": nothing that we count befell them
    ranked = [label for label in ranked if not label.startswith("spared:")]
    best = costs[ranked[0]]
    # The very next word ("10 wounded") settles it.
    near = tuple(k for k in ranked if costs[k] < best + (_CLEAR if best else 1))
    return replace(candidate, options=without_shadows(near), cost=best)


def _lent(reading: Reading, number: NumberMention, unit: Unit) -> tuple[str, ...]:
    """What the header of its column says that a number counts, else the lead-in or heading of its line."""
    if number.header is not None:
        start, end = number.header
        said = [c for c in reading.cues.of(reading.sentence_at(start).id, "term") if start <= c.start < end]
        if said:
            return tuple(dict.fromkeys(c.label for c in said if admits(c.label, unit)))
    elif number.implicit or not is_fragment(reading.text, reading.sentence(number.sentence)):
        return ()
    for lead in reading.leads(number.sentence):
        labels = dict.fromkeys(c.label for c in reading.cues.of(lead, "term") if admits(c.label, unit))
        if labels:
            return tuple(labels)
    return ()


def lent_unit(reading: Reading, number: NumberMention) -> tuple[Unit, PopulationGroup | None] | None:
    """Families or homes, where the heading of a bare number names them: "Houses burnt" over "Dorra: 35"."""
    if number.noun is not None or number.implicit:
        return None
    if not is_fragment(reading.text, reading.sentence(number.sentence)):
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
    if own and number.head == _LIVES and cue.label.startswith("site:"):
        return True  # "claimed 180 lives in Assam": nobody lives there
    stay = cue.label in _STAYS  # "3,200 people are in 14 evacuation centres", "In 14 centres: 3,200 people"
    text, first = reading.text, reading.sentence(number.sentence).start
    return not own and any(
        not (stay and (n.start > number.start or _are_within(text, first, n, number)))
        and n is not number
        and not n.inherited
        and n.noun_start is not None
        and n.noun_end is not None
        and n.noun_start <= cue.start < n.noun_end
        for n in reading.numbers_in(number.sentence)
    )


def _are_within(text: str, first: int, shelters: NumberMention, number: NumberMention) -> bool:
    """Whether a number behind that of the shelters counts those within: "In 14 centres: 3,200 people"."""
    start = number.start if number.hedge_start is None else min(number.start, number.hedge_start)
    between = text[shelters.noun_end or shelters.end : start]
    return (
        WITHIN_THEM.search(text[first : shelters.start]) is not None
        and AND_THERE.fullmatch(between) is not None
    )


def _is_a_shelter(reading: Reading, cue: Cue) -> bool:
    """Whether what looks like a verb of a site ("the school shelters 300") is the noun: "into shelters"."""
    return cue.label.startswith("site:") and any(
        c.start <= cue.start and cue.end <= c.end for c in reading.cues.of(cue.sentence, "term")
    )


def _reached_a_place(reading: Reading, number: NumberMention, cue: Cue) -> bool:
    """Whether "reached" tells of no help: they came to a place, or their number "reached 1.7 million"."""
    start = number.start if number.hedge_start is None else min(number.start, number.hedge_start)
    risen = number.noun_end is not None and number.noun_end <= cue.start < cue.end <= start
    if cue.label == "response:reached" and risen and not reading.text[cue.end : start].strip():
        return True
    same = (c for c in reading.cues.of(cue.sentence, "term") if c.start == cue.start)
    return cue.label == "response:reached" and any(is_journey(reading, c) for c in same)


def _speaks(reading: Reading, number: NumberMention) -> bool:
    """Whether the one that is meant only says so: "wounding 30, the mayor said"."""
    end = number.noun_end or number.end
    if reading.languages[number.sentence] != "en":
        return speaks_abroad(reading, number)
    return VERB.match(reading.text, end + 1, reading.sentence(number.sentence).end) is not None


def _died_of_wounds(reading: Reading, number: NumberMention) -> bool:
    """ "Murió uno de los tres heridos": the one is dead, whatever stands right beside it."""
    if number.kind != "count":
        return False
    whole = OF_THE_WOUNDED.match(reading.text, number.end)
    if whole is None:
        return False
    sentence = reading.sentence(number.sentence)
    if DIED_BEFORE.search(sentence.text[: number.start - sentence.start]):
        return True
    return DIED_BEHIND.match(reading.text, whole.end(), sentence.end) is not None


def _restated(reading: Reading, number: NumberMention, unit: Unit) -> tuple[str, ...] | None:
    """ "The governor put the number at 1,200": it counts what the sentence before counts."""
    before = reading.before(number.sentence)
    if before is None or unit not in {Unit.PEOPLE, Unit.HOUSEHOLDS, Unit.HOMES}:
        return None
    for other in reading.numbers_in(before.id):
        candidate = _candidate(reading, other, restates=False) if _may_be_a_figure(other) else None
        if candidate is not None and all(admits(o, unit) for o in candidate.options):
            return candidate.options
    return None


def _of_its_whole(reading: Reading, number: NumberMention, unit: Unit) -> tuple[str, ...] | None:
    """ "Twenty-one people, including three nurses": a part counts what its whole counts."""
    sentence = reading.sentence(number.sentence)
    before = [n for n in reading.numbers_in(sentence.id) if n.start < number.start and n.kind == "count"]
    first = number
    while before and coordinated(reading.text, before[-1], first):
        first = before.pop()
    start = first.start if first.hedge_start is None else min(first.start, first.hedge_start)
    lead = PART_LEAD.search(sentence.text[: start - sentence.start])
    if not before or not (lead or PART_TAIL.match(reading.text, number.end, sentence.end)):
        return None
    whole = _candidate(reading, before[-1], restates=False) if _may_be_a_figure(before[-1]) else None
    if whole is None or whole.unit is not unit:
        return None
    return tuple(o for o in whole.options if o.startswith("measure:")) or None


def _of_a_bracket(reading: Reading, number: NumberMention, unit: Unit) -> tuple[str, ...] | None:
    """ "193 deaths (135 men and 58 women)": the parts in a bracket count what the number before it counts."""
    text, sentence = reading.text, reading.sentence(number.sentence)
    opened = text.rfind("(", max(sentence.start, number.start - AROUND), number.start)
    closed = text.find(")", opened, sentence.end) if opened >= 0 else -1
    if closed < number.end or number.noun is None or unit is not Unit.PEOPLE:
        return None
    if any(opened < c.start < closed for c in reading.cues.of(sentence.id, "measure", "term")):
        return None  # "12 people (3 killed, 9 injured)"
    before = [n for n in reading.numbers_in(sentence.id) if n.start < opened and _may_be_a_figure(n)]
    end = max(before[-1].end, before[-1].noun_end or 0) if before else 0
    if not before or not 0 < opened - end + 1 <= _BESIDE_A_BRACKET:
        return None
    whole = _candidate(reading, before[-1], restates=False)
    size = before[-1].value
    larger = size is None or number.value is None or number.value <= size
    return whole.options if whole is not None and whole.unit is unit and larger else None


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
            fits = tuple(o for o in candidate.options if admits(o, unit))
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
    language = reading.languages[number.sentence]
    if any(demonym_codes(w) for w in _WORD.findall(number.noun)) or is_a_people(number.noun, language):
        return people
    if _A_PEOPLE.search(number.noun) and reading.cues.of(number.sentence, "term"):
        return people  # "3,000 Kukis took shelter"
    fates = [c for c in reading.cues.of(number.sentence, "term", "measure") if admits(c.label, Unit.PEOPLE)]
    end = number.noun_end or number.end
    after = reading.text[end : reading.sentence(number.sentence).end]
    abroad = language != "en"
    told = any(c.start < end and c.end > number.end for c in fates) or any(
        c.start >= end
        and (BEFORE_FATE if abroad and c.label in TOLLS else _WERE).fullmatch(after[: c.start - end])
        for c in fates
        if c.family == "term" or c.label in TOLLS
    )
    start = number.start if number.hedge_start is None else min(number.start, number.hedge_start)
    told = told or any(
        (c.label in TOLLS or (c.family == "term" and c.label != AFFECTED))
        and c.end <= start
        and not (_PERSONAL if abroad else _NOTHING).sub("", reading.text[c.end : start]).strip()
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


def _site_is_named(reading: Reading, cue: Cue) -> bool:
    if not cue.label.startswith("site:"):
        return True
    before = reading.before(cue.sentence)
    near = [cue.sentence, *([before.id] if before else [])]
    return any(reading.cues.of(s, "sitekind") for s in near)


def _is_a_camp_by_name(reading: Reading, cue: Cue) -> bool:
    """ "اقتحام مخيم بلاطة": a place in these words; who lives in it is counted at the site."""
    if cue.label != f"term:{DisplacementTerm.IN_RELIEF_CAMP}" or reading.languages[cue.sentence] != "ar":
        return False
    return any(
        name.kind == "camp" and 0 <= mention.start - cue.end <= 1
        for name, mention in reading.names_in(cue.sentence)
    )


def _cues_around(reading: Reading, number: NumberMention) -> list[Cue]:
    """The cues near a number, so that a list of a hundred tolls takes time in proportion to its length."""
    return [
        c
        for c in reading.cues.of(number.sentence, *_PEOPLE_FAMILIES)
        if c.start - number.end <= AROUND and number.start - c.end <= AROUND
    ]


def _is_in_camps(reading: Reading, cue: Cue) -> bool:
    """ "Sheltering in 12 relief camps", "opened 12 relief camps, where 900 people were accommodated"."""
    if _INTO_CAMPS.match(reading.text, cue.end):
        return True
    before = reading.text[max(reading.sentence(cue.sentence).start, cue.start - AROUND) : cue.start]
    return _CAMPS_WHERE.search(before) is not None and not _SOMEWHERE.match(reading.text, cue.end)


def _sharpened(reading: Reading, number: NumberMention, unit: Unit, cue: Cue) -> str:
    """The label of a cue; "died" beside a word of violence or disaster means killed by it.

    Homes that are destroyed are housing, but for the one house that no number word counts.
    """
    if unit is Unit.HOMES and not number.implicit and cue.label in HOUSING_OF:
        return HOUSING_OF[cue.label]
    if cue.label == _SHELTERED and _is_in_camps(reading, cue):
        return f"term:{DisplacementTerm.IN_RELIEF_CAMP}"
    if cue.label not in (f"measure:{Measure.DIED}", f"measure:{Measure.KILLED}"):
        return cue.label
    if cue.label == f"measure:{Measure.KILLED}":
        return f"measure:{Measure.DIED}" if is_of_the_sick(reading, cue) else cue.label
    if is_dead_of_it(reading, cue):
        return cue.label
    violent = [c for c in reading.cues.of(cue.sentence, "event") if c.text.casefold() not in _BARE_KILLING]
    disaster = "cause:disaster" in reading.cues.labels(cue.sentence)
    return f"measure:{Measure.KILLED}" if violent or disaster else cue.label
