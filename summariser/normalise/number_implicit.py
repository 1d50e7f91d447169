"""A "1" that no word says: "a child died", "killed the mayor", "the baby of ... , who left, died".

A singular person (or a house) counts as one only when something happened to it in the same clause. The
subject of an active verb did it and did not suffer it: "a soldier killed three civilians" has no such 1.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from summariser.normalise.number_line import Figure, Line
from summariser.normalise.number_nouns import is_participle
from summariser.normalise.number_vocab import (
    AUXILIARIES,
    HARMING,
    HOUSE,
    MODALS,
    PERSON,
    PREPOSITIONS,
    STOP,
    VERBS,
    words,
)

_DETERMINERS: Final = words("a an the another his her their")
_DIED: Final = words(
    "died dies drowned perished succumbed disappeared vanished suffocated starved bled",
)
_HARMED: Final = words(
    "killed wounded injured shot murdered assassinated executed kidnapped abducted arrested detained",
    "captured beheaded stabbed hurt maimed slain hanged lynched tortured raped hospitalised",
    "hospitalized imprisoned displaced electrocuted crushed poisoned missing dead gunned drowned seized",
    "jailed beaten",
)
_HARM_NOUNS: Final = words(
    "killing murder death deaths assassination kidnapping abduction execution shooting arrest wounding",
    "beheading loss life disappearance detention slaying",
)
_RUINED: Final = words(
    "destroyed damaged burned burnt razed demolished flattened bombed looted torched gutted wrecked",
    "shelled",
)
_RUINING: Final = _RUINED | words(
    "destroying destroys damaging damages burning razing demolishing flattening torching wrecking",
    "looting down up",
)
_COLLAPSED: Final = words("collapsed collapses burned burnt caved")
_ADVERBS: Final = words(
    "also later then reportedly allegedly seriously badly critically fatally instantly subsequently",
    "once",
)
_RELATIVES: Final = words("who whom whose which that where")
_CLAUSE_WORDS: Final = words(
    "when after while as because if but although before since until unless so",
)
_STOP_MARKS: Final = frozenset(".;:!?")
_ASIDE_MARKS: Final = frozenset((",", "–", "—"))
_ASIDE: Final = 40
_REACH: Final = 45


@dataclass(frozen=True, slots=True)
class _Harm:
    """The verbs that harm one kind of noun."""

    nouns: frozenset[str]
    done: frozenset[str]
    """Participles: was killed, was destroyed."""
    doing: frozenset[str]
    """Active forms before their object: killed a, destroying a."""
    ending: frozenset[str]
    """Verbs that need no object: died, collapsed."""


_TO_PEOPLE: Final = _Harm(PERSON, _HARMED, HARMING, _DIED)
_TO_HOUSES: Final = _Harm(HOUSE, _RUINED, _RUINING, _COLLAPSED)


def find_implicit(line: Line, figures: Sequence[Figure]) -> list[Figure]:
    """Return a figure for every singular person or house that suffered harm in the line."""
    taken = {index for figure in figures for index in range(figure.first, figure.last)}
    # Where a counted noun of several ends: "two men, a woman and a child" goes on behind it.
    ends = {f.noun[1] for f in figures if f.noun is not None and f.kind == "count" and f.value != 1}
    found: list[Figure] = []
    for index, token in enumerate(line.tokens):
        if token.low not in _DETERMINERS or token.kind != "word" or index in taken:
            continue
        harm = _TO_PEOPLE
        span = _singular(line, index + 1, PERSON)
        if span is None and token.low not in ("his", "her", "their"):
            harm = _TO_HOUSES
            span = _singular(line, index + 1, HOUSE)
        if span is None:
            continue
        listed = line.low(index - 1) in ("and", ",") and index - 1 in ends
        if listed:
            ends.add(span[1])
        if _suffers(line, index, span[1], harm, listed) or _is_object(line, index, harm.doing):
            found.append(_figure(line, index, span))
    return found


def _figure(line: Line, index: int, span: tuple[int, int]) -> Figure:
    figure = Figure(index, index + 1, 1, kind="count", noun=span, head=line.low(span[1] - 1), implicit=True)
    figure.before, figure.after = index - 1, index + 1
    return figure


def _singular(line: Line, start: int, nouns: frozenset[str]) -> tuple[int, int] | None:
    """The phrase up to its last singular noun: "14-year-old schoolgirl", "police officer"."""
    end: int | None = None
    for index in range(start, start + 8):
        token = line.at(index)
        if token.low in nouns and not (token.capital and not line.shouted and index > start):
            end = index + 1
            continue
        if end is not None:
            break
        age = token.kind == "number" or token.low in ("-", "year", "month", "day", "old")
        if not age and (token.kind != "word" or token.low in STOP):
            return None
    if end is None or line.low(end - 1) == "general" or _plural_follows(line, end):
        return None
    return start, end


def _plural_follows(line: Line, index: int) -> bool:
    """Whether the person only qualifies another noun: "a soldier group", "the guard post"."""
    token = line.at(index)
    if token.kind != "word" or token.low in STOP or token.capital:
        return token.low in ("-", "'", "’") and line.glued(index)
    return not (
        is_participle(token.low)
        or token.low == "aged"
        or token.low in _DIED
        or token.low.endswith("ly")
        or token.low in _HARMED
    )


def _suffers(line: Line, determiner: int, index: int, harm: _Harm, listed: bool) -> bool:
    """Whether the clause says that its subject, which ends before ``index``, died or was harmed."""
    if line.low(determiner - 1) in PREPOSITIONS or line.low(determiner - 1) in VERBS:
        return _left_dead(line, determiner, index)
    limit = min(len(line.tokens), index + _REACH)
    while index < limit:
        word = line.low(index)
        if word == "(" or word in _ASIDE_MARKS:
            if listed and _verb_at(line, index + 1, harm):
                return True  # "Nine people - three women and a child - were killed"
            skipped = _over_aside(line, index, harm)
            if skipped is None:
                return False
            index = skipped
            continue
        verdict = _verdict(line, index, harm)
        if verdict is not None:
            return verdict
        index += 2 if word == "aged" else 1
    return False


def _verdict(line: Line, index: int, harm: _Harm) -> bool | None:
    """What a word of the clause decides about its subject; None when it decides nothing."""
    word = line.low(index)
    if word in _STOP_MARKS or word in _CLAUSE_WORDS or word in MODALS:
        return False
    if word in harm.ending:
        return True
    if word in _RELATIVES:
        return _verb_at(line, index + 1, harm)
    if word in AUXILIARIES:
        return _passive(line, index, harm.done)
    if word in harm.done:
        return _reduced(line, index + 1)
    another = word in ("and", "or") and not _another_subject(line, index + 1)
    active = word in VERBS or (word != "aged" and is_participle(word) and not _modifies(line, index))
    return False if another or active else None


def _verb_at(line: Line, index: int, harm: _Harm) -> bool:
    while line.low(index) in _ADVERBS or line.low(index).endswith("ly"):
        index += 1
    return line.low(index) in harm.ending or (
        line.low(index) in AUXILIARIES and _passive(line, index, harm.done)
    )


def _passive(line: Line, index: int, harmed: frozenset[str]) -> bool:
    """Whether an auxiliary leads to a participle of harm: "has also been seriously wounded"."""
    if (line.low(index + 1), line.low(index + 2)) == ("among", "the"):
        return line.low(index + 3) in _AMONG and harmed is _HARMED
    for step in range(index, index + 7):
        word = line.low(step)
        if word in harmed or (word in _DIED and harmed is _HARMED):
            # "had killed three" is active.
            return word in _DIED or any(line.low(before) in _BE for before in range(index, step))
        adverb = word in _ADVERBS or word.endswith("ly") or word in ("found", "taken", "shot")
        if word in ("not", "never") or not (word in AUXILIARIES or adverb):
            return False
    return False


_AMONG: Final = words("dead wounded injured missing victims")
_BE: Final = words(
    "was is were are been being be got gets went remains remained",
)


def _reduced(line: Line, index: int) -> bool:
    """Whether a participle without auxiliary is passive: in "a soldier killed three" it is not."""
    token = line.at(index)
    return token.kind == "mark" or token.low in PREPOSITIONS or token.low in ("when", "while", "dead", "as")


def _over_aside(line: Line, comma: int, harm: _Harm) -> int | None:
    """Step over ", who left to join when she was a girl," and return the verb behind it.

    A comma directly before the verb closes an aside that the noun stands in: it is not the subject.
    """
    closer = {"(": ")"}.get(line.low(comma), line.low(comma))
    if _verb_at(line, comma + 1, harm):
        return None
    for index in range(comma + 1, comma + _ASIDE):
        word = line.low(index)
        if word in _STOP_MARKS or (word == "" and index >= len(line.tokens)):
            return None
        if word == closer and (closer == ")" or _verb_at(line, index + 1, harm)):
            return index + 1
    return None


_COUNTS: Final = words("two three four five six seven eight nine ten several dozens many")


def _another_subject(line: Line, index: int) -> bool:
    token = line.at(index)
    return token.kind == "number" or token.capital or token.low in _DETERMINERS or token.low in _COUNTS


def _modifies(line: Line, index: int) -> bool:
    """Whether a participle stands before a noun or behind a preposition: "in the besieged town"."""
    after = line.at(index + 1)
    return line.low(index - 1) in ("the", "a", "an") or (after.kind == "word" and after.low not in STOP)


def _left_dead(line: Line, determiner: int, index: int) -> bool:
    """Whether the noun is left as harmed: "leaving a woman dead"."""
    return line.low(determiner - 1) in ("left", "leaving", "leaves", "leave") and line.low(index) in (
        "dead", "injured", "wounded", "missing", "homeless",
    )  # fmt: skip


def _is_object(line: Line, determiner: int, harming: frozenset[str]) -> bool:
    """Whether the noun is what a verb or a noun of harm acts upon, alone or in a list."""
    index = determiner - 1
    if line.low(index) == "of":
        return line.low(index - 1) in _HARM_NOUNS and harming is HARMING
    if line.low(index) in ("and", ",", "or"):
        index = _list_head(line, index, harming)
    word = line.low(index)
    if word not in harming or index < 0:
        return False
    if word == "down":
        return line.low(index - 1) in ("gunned", "shot", "burned", "burnt", "knocked", "mowed")
    if word == "up":
        return line.low(index - 1) in ("blew", "blowing", "blown")
    if word == "claimed":
        return False
    passive = any(line.low(index - step) in _BE for step in (1, 2))
    return not passive and line.low(index - 1) not in ("to", "not")


def _list_head(line: Line, index: int, harming: frozenset[str]) -> int:
    """Walk back over a list of objects to its verb: "killed two soldiers, a woman and a child"."""
    for step in range(index - 1, max(-1, index - 14), -1):
        word = line.low(step)
        if word in harming:
            return step
        if (
            word in _STOP_MARKS
            or word in ("by", "with", "from", "in", "at")
            or word in AUXILIARIES
            or word in _CLAUSE_WORDS
        ):
            break
    return -1
