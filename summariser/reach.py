"""How far a word stands from a number, and whether it speaks of it at all.

The distance is counted in words, with a toll for what lies between (another number, a clause border, an
aside). A word that tells what the counted people did, or what befell others, is none of theirs however near.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from summariser.bystanders import is_an_age_of_several, stood_by
from summariser.count_labels import TOLLS
from summariser.cues import Cue
from summariser.lexicon.callings import is_calling
from summariser.lexicon.counting import (
    A_PERSON_OF,
    ACCUSED_OF,
    AND_A_VERB,
    ASIDE,
    BEFORE_A_VERB,
    BEFORE_ANOTHER_NOUN,
    DOERS,
    DOING,
    DONE,
    DONE_BY,
    DONE_TO,
    LABELLED,
    LATER_FATE,
    OBJECT,
    OF_A_WHOLE,
    OF_THE,
    PART_OF,
    RELATIVE,
    TO_BE,
    WHO,
    WITH_A_PART,
)
from summariser.lexicon.motion import NAMED_BY_IT
from summariser.lexicon.movements import PLACES_OF_STAY
from summariser.lexicon.polarity import AGE_IN_COMMAS
from summariser.lexicon.saying import VERB
from summariser.lexicon.tolls import PART_NOUNS
from summariser.normalise.number_vocab import PERSON
from summariser.normalise.numbers import NumberMention
from summariser.reading import Reading
from summariser.schemas.codebooks import DisplacementTerm, Measure
from summariser.word_order import NEXT_STATEMENT, acts_itself, begins_the_next, clause_borders

_WORD = re.compile(r"\w[\w'’-]*")
_BODILY = frozenset({"measure:killed", "measure:injured", "measure:abducted"})
_ACTIVE = re.compile(
    r"kill(?:ed|ing|s)|wound(?:ed|ing|s)|injur(?:ed|ing|es)|abduct(?:ed|ing|s)|kidnapp(?:ed|ing)"
    r"|a tué|ont tué|tuant|a blessé|ont blessé|blessant|mató a|mataron a|hirió a|hirieron a",
    re.IGNORECASE,
)
_BOTH_BEFELL = re.compile(
    r"\s*(?:were|was|are|is|(?:have|has|had) been)\s+\w+(?:ed|en)\s+and\s+", re.IGNORECASE
)
_DO_ANOTHER_THING = re.compile(r"\s+(?:have|has|had)\s+(?:\w+ly\s+)?(?!been\b|to\b)\w+", re.IGNORECASE)
_MEANWHILE = re.compile(r";|\b(?:while|whereas|but)\b", re.IGNORECASE)
_NOT_ACTIVE = re.compile(r"\b(?:and|or)\s+$", re.IGNORECASE)
"""Before a verb that may be a participle: "displaced and killed 8" says nothing of whom."""
_OVER_A_NUMBER, _OVER_A_COMMA, _OVER_A_CLAUSE, _IN_AN_ASIDE, _BACKWARDS = 5, 2, 6, 8, 1
_IN_THE_NOUN = 8
_NAMES_OF_PEOPLE = {
    *(
        f"term:{t}"
        for t in (DisplacementTerm.DISPLACED, DisplacementTerm.RETURNED, DisplacementTerm.EVACUATED)
    ),
    f"measure:{Measure.PARTICIPANTS}",
}
_NAMES_OF_PEOPLE |= {f"measure:{Measure.ABDUCTED}", f"measure:{Measure.ARRESTED}"}
_ADJECTIVES = {"missing", "dead", "wounded", "injured", "abducted", "kidnapped", "detained", "arrested"}
_LINKS = {"was", "were", "been", "are", "is", "be", "and", "or", "left", "reported", "listed", "feared"}
_OLDEST = 110
_BEFELL = re.compile(r"\s+(?:(?:was|were|are|is)|(?:have|had|has) been)\s+")
AROUND = 200
"""A cue this many characters away is out of reach whatever stands between."""


def is_an_age(reading: Reading, number: NumberMention) -> bool:
    """ "His brother, 12, was wounded": a bare number between commas after a word is an age."""
    text = reading.text
    first = reading.sentence(number.sentence).start
    if number.noun is None and number.hedge is None and isinstance(number.value, int):
        person = A_PERSON_OF.search(text[first : number.start])
        who = person["who"].casefold() if person is not None else ""
        if who and number.value <= _OLDEST and (who in PERSON or is_calling(who)):
            return True
    if is_an_age_of_several(reading, number):
        return True
    bare = number.noun is None or number.inherited or text[number.end : number.end + 1] == ","
    closed = re.match(r",\s+(?!\d)", text[number.end : number.end + 4]) is not None
    opened = AGE_IN_COMMAS.search(text[max(0, number.start - 4) : number.start]) is not None
    whole = isinstance(number.value, int) and number.value <= _OLDEST
    return bool(bare and closed and opened and whole and number.hedge is None)


def cost_of(reading: Reading, number: NumberMention, cue: Cue) -> float:
    """How far away a word stands, in words, with a toll for what lies between."""
    text = reading.text
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
    part = WITH_A_PART.match(text, end, sentence.end)
    if part and part.end() <= cue.start:
        aside.append(part.span())  # "three others including a woman were injured"
    between = _outside(text, a, b, aside)
    if not forwards and cue.family == "term" and LABELLED.fullmatch(between):
        return float(_BACKWARDS)  # "Displaced persons: 1,480"
    if not forwards and cue.label in _BODILY and _is_its_object(text, sentence.start, number, cue):
        return 0.0  # "shelling of a camp for displaced people killed eight"
    if forwards and number.noun == "others" and _BEFELL.fullmatch(between):
        return 0.0  # "2,300 houses collapsed and 19,000 others were damaged"
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
        both = cue.family == "term" and _BOTH_BEFELL.fullmatch(between)  # "were affected and evacuated"
        cost += 0 if both else _OVER_A_CLAUSE
    if not forwards and _is_passive(text, sentence.start, cue):
        cost += _OVER_A_CLAUSE
    others = [
        n
        for n in reading.numbers_in(number.sentence)
        if n is not number
        and n.kind == "count"
        and n.head not in PLACES_OF_STAY
        and abs(n.start - number.start) <= AROUND
        and not is_an_age(reading, n)
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


def _is_its_object(text: str, offset: int, number: NumberMention, cue: Cue) -> bool:
    """Whether a number stands right behind an active verb of harm: those are who was hit."""
    hedged = number.start if number.hedge_start is None else min(number.hedge_start, number.start)
    if cue.end > hedged or text[cue.end : hedged].strip() or _ACTIVE.fullmatch(cue.text) is None:
        return False
    return not _is_passive(text, offset, cue) and _NOT_ACTIVE.search(text, offset, cue.start) is None


def _is_passive(text: str, sentence_start: int, cue: Cue) -> bool:
    """Whether what befell is told of those before it: "three were killed and two were wounded"."""
    told = cue.family in {"measure", "term"}
    return told and TO_BE.search(text[sentence_start : cue.start]) is not None


_DEATHS = frozenset(f"measure:{m}" for m in (Measure.KILLED, Measure.DIED, Measure.INJURED))


def is_not_meant(reading: Reading, number: NumberMention, cue: Cue) -> bool:
    """Whether a word speaks of other people than those counted, or of what these did."""
    named = cue.label == f"measure:{Measure.PARTICIPANTS}" and PART_NOUNS.fullmatch(cue.text)
    if named and not (cue.end > number.start and cue.start < (number.noun_end or number.end)):
        return True  # "80 students were taken away by the gunmen"
    if stood_by(reading, number, cue) or _befell_the_whole(reading, number, cue):
        return True
    if cue.start >= (number.noun_end or number.end) and cue.text.casefold() in _ADJECTIVES:
        text = reading.text
        apart = text[number.end : cue.start].split()
        if apart and apart[-1] not in _LINKS and BEFORE_ANOTHER_NOUN.match(text, cue.end):
            return True
    if does_another_thing(reading, number, cue):
        return True
    return (
        _does_it(reading, number, cue) or _did_it(reading, number, cue) or _is_of_a_part(reading, number, cue)
    )


def does_another_thing(reading: Reading, number: NumberMention, cue: Cue) -> bool:
    """ "647 were evacuated, while 721 households have power again": these have a verb of their own."""
    end = number.noun_end if number.noun_end and not number.inherited else number.end
    if cue.end > number.start or _DO_ANOTHER_THING.match(reading.text, end) is None:
        return False
    return _MEANWHILE.search(reading.text, cue.end, number.start) is not None


def _is_of_a_part(reading: Reading, number: NumberMention, cue: Cue) -> bool:
    """Whether the number is the whole and the cue tells of a part: "300 of the 1,200 evacuees went home".

    What stands in or right after its own noun is still told of the whole: "three of the five killed".
    """
    text, first = reading.text, reading.sentence(number.sentence).start
    start = number.start if number.hedge_start is None else min(number.start, number.hedge_start)
    if not PART_OF.search(text[first:start]):
        return False
    end = number.noun_end if number.noun_end and not number.inherited else number.end
    if cue.start < end:
        return cue.end <= number.start
    own = WHO.fullmatch(text[end : cue.start])
    return not (own and (own.group().strip() or DONE.fullmatch(cue.text)))


def _befell_the_whole(reading: Reading, number: NumberMention, cue: Cue) -> bool:
    """ "Two of the five wounded in the raid died": of the part the last verb tells, not the one beside it."""
    text, end = reading.text, reading.sentence(number.sentence).end
    whole = OF_A_WHOLE.match(text, number.end, end)
    if whole is None or not whole.end() <= cue.start or WHO.fullmatch(text[whole.end() : cue.start]) is None:
        return False
    if not DONE.fullmatch(cue.text) or cue.label not in TOLLS:
        return False
    later = [c for c in reading.cues.of(cue.sentence, "measure") if c.start >= cue.end and c.label in TOLLS]
    return any(LATER_FATE.search(text[cue.end : c.end]) for c in later)


def _did_it(reading: Reading, number: NumberMention, cue: Cue) -> bool:
    """Whether the counted people stand behind the "by" of a passive: "was shot dead by two armed men"."""
    start = number.start if number.hedge_start is None else min(number.start, number.hedge_start)
    if cue.label not in _DEATHS or cue.end > start or not DOERS.search(number.noun or ""):
        return False
    return DONE_BY.match(reading.text[cue.end : start]) is not None


def _does_it(reading: Reading, number: NumberMention, cue: Cue) -> bool:
    """Whether the counted people did what the cue says: "two men shot dead a priest"."""
    if cue.start >= number.end and DOING.fullmatch(cue.text):
        return OBJECT.match(reading.text, cue.end, reading.sentence(cue.sentence).end) is not None
    text = reading.text
    end = number.noun_end if number.noun_end and not number.inherited else number.end
    if cue.start >= number.end and acts_itself(text, end, cue):
        return True
    if cue.start >= end and cue.label in _BODILY and ACCUSED_OF.fullmatch(text, end, cue.start):
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


@lru_cache(maxsize=1024)
def _asides_of(text: str) -> tuple[tuple[int, int], ...]:
    return tuple((m.start(), m.end()) for m in ASIDE.finditer(text))


def _asides(text: str, offset: int) -> list[tuple[int, int]]:
    return [(offset + a, offset + b) for a, b in _asides_of(text)]


def _listed_with(text: str, number: NumberMention, others: Sequence[NumberMention]) -> list[NumberMention]:
    """The numbers of one list with this one: "a teacher, his wife and two sons were killed"."""
    listed = [number]
    for one in sorted(others, key=lambda n: n.start):
        if one.start > number.start and coordinated(text, listed[-1], one):
            listed.append(one)
    first = number
    for one in sorted(others, key=lambda n: -n.start):
        if one.start < number.start and coordinated(text, one, first):
            listed.append(one)
            first = one
    return listed


def coordinated(text: str, one: NumberMention, other: NumberMention) -> bool:
    """Whether the two share a verb: "three soldiers and two civilians were killed"."""
    first, second = sorted((one, other), key=lambda n: n.start)
    end = first.noun_end if first.noun_end and not first.inherited else first.end
    return (
        re.fullmatch(
            r"\s*(?:,|and|, and|or|, or|as well as|et|y|e|ainsi que|así como|،)?\s*"
            r"(?:at least|about|some|another|a further|his|her|their|ses|leurs|sus|au moins|al menos)?\s*",
            text[end : second.start],
        )
        is not None
    )
