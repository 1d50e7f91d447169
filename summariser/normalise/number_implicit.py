"""A "1" that no word says: "a child died", "killed the mayor", "the baby of ... , who left, died".

A singular person (or a house) counts as one only when something happened to it in the same clause. The
subject of an active verb did it and did not suffer it: "a soldier killed three civilians" has no such 1.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from summariser.lexicon.callings import is_calling
from summariser.normalise.number_harm import (
    AMONG,
    BE,
    DIED,
    HARMED,
    RUINING,
    STOP_MARKS,
    TO_HOUSES,
    TO_PEOPLE,
    TO_SOMEBODY,
    TOLD_BEFORE,
    Harm,
    harm_at,
    is_hurt,
    is_passive,
    is_passive_at,
    is_reduced,
)
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

_DETERMINERS: Final = words("a an the another his her their its")
_HARM_NOUNS: Final = words(
    "killing murder death deaths assassination kidnapping abduction execution shooting arrest wounding",
    "beheading loss life disappearance detention slaying",
)
_PERSON_ENDS: Final = (
    "woman", "sman", "dman", "kman", "tman", "erman", "yman", "monger", "smith", "wright", "herd", "maker",
    "keeper", "worker", "driver", "dealer", "seller", "picker", "cutter", "grower",
)  # fmt: skip
_CALLINGS: Final[frozenset[str]] = frozenset({"by its ending"})
"""Stands for every noun that ends as the names of trades do."""
_RELATIVES: Final = words("who whom whose which that where")
_CLAUSE_WORDS: Final = words(
    "when after while as because if but although before since until unless so",
)
_ASIDE_MARKS: Final = frozenset((",", "–", "—"))
_ASIDE: Final = 40
_REACH: Final = 45


def find_implicit(line: Line, figures: Sequence[Figure]) -> list[Figure]:
    """Return a figure for every singular person or house that suffered harm in the line."""
    taken = {index for figure in figures for index in range(figure.first, figure.last)}
    # Where a counted noun of several ends: "two men, a woman and a child" goes on behind it.
    ends = {f.noun[1] for f in figures if f.noun is not None and f.kind == "count" and f.value != 1}
    found: list[Figure] = []
    for index, token in enumerate(line.tokens):
        if token.kind != "word" or index in taken:
            continue
        if token.low == "another" and _is_bare_victim(line, index):
            figure = Figure(index, index + 1, 1, kind="count", implicit=True)
            figure.before, figure.after = index - 1, index + 1
            found.append(figure)
            continue
        if token.low not in _DETERMINERS:
            if _is_titled_victim(line, index):
                found.append(_figure(line, index, (index, index + 1)))
            continue
        harm = TO_PEOPLE
        span = _singular(line, index + 1, PERSON)
        if span is None and (span := _singular(line, index + 1, _CALLINGS)) is not None:
            harm = TO_SOMEBODY
        if span is None and token.low not in ("his", "her", "their", "its"):
            harm = TO_HOUSES
            span = _singular(line, index + 1, HOUSE)
        if span is None:
            continue
        listed = line.low(index - 1) in ("and", ",") and index - 1 in ends
        if listed:
            ends.add(span[1])
        if (
            _suffers(line, index, span[1], harm, listed)
            or _is_object(line, index, harm.doing)
            or (_is_set_on_fire(line, index, span[1]) if harm is TO_HOUSES else _is_among(line, index))
        ):
            found.append(_figure(line, index, span))
    return found


def _figure(line: Line, index: int, span: tuple[int, int]) -> Figure:
    figure = Figure(index, index + 1, 1, kind="count", noun=span, head=line.low(span[1] - 1), implicit=True)
    figure.before, figure.after = index - 1, index + 1
    return figure


def _is_titled_victim(line: Line, index: int) -> bool:
    """A person told without an article: "Mayor Juan Paz was shot", "Woman hurt in blast"."""
    token = line.at(index)
    if not token.capital or token.low not in PERSON or line.low(index - 1) in _DETERMINERS:
        return False
    if index > 0 and line.at(index - 1).kind == "word" and line.low(index - 1) not in STOP | HARMING:
        return False  # "Vice President": the head of a longer title, or the end of a name
    end = index + 1
    while (
        line.at(end).kind == "word" and line.at(end).capital and line.low(end) not in STOP and end < index + 6
    ):
        end += 1
    if end > index + 1 and _is_object(line, index, HARMING):
        return True  # "killed Judge Ana Ruiz"
    if end == index + 1:  # a headline has no articles
        return index == 0 and line.low(end) in HARMED | DIED and is_reduced(line, end + 1)
    if line.low(end) == "," and line.at(end + 1).kind == "number" and line.low(end + 2) == ",":
        end += 3
    return not line.shouted and _suffers(line, index, end, TO_PEOPLE, listed=False)


def _is_bare_victim(line: Line, index: int) -> bool:
    """ "Killed one man and wounded another", "one dead and another injured"."""
    after = line.at(index + 1)
    if line.low(index - 1) in HARMING and line.low(index - 1) != "down":
        return after.kind == "mark" or after.low in STOP
    return after.low in HARMED and is_reduced(line, index + 2)


def _is_among(line: Line, determiner: int) -> bool:
    """ "Among the dead were two girls and a nurse", "killed five people, including a nurse"."""
    for index in range(determiner - 1, max(-1, determiner - _LIST), -1):
        word = line.low(index)
        if word in STOP_MARKS or word in _SAID:
            return False  # "among them four children, said the head nurse"
        if word in ("including", "included") or (line.low(index - 1), word) in _AMONG_THEM:
            return any(line.low(at) in TOLD_BEFORE for at in range(max(0, index - _ASIDE), index))
        if word in BE and line.low(index - 1) in AMONG:
            return line.low(index - 2) in ("the", "those") and line.low(index - 3) == "among"
        if word in AUXILIARIES or word in PREPOSITIONS:
            return False
    return False


_LIST: Final = 12
_SAID: Final = words("said says told adds added according reported reports")
_AMONG_THEM: Final = {("among", "them"), ("among", "whom"), ("amongst", "them")}


def _is_set_on_fire(line: Line, determiner: int, end: int) -> bool:
    """ "Set fire to a bus", "set a warehouse alight"."""
    before = line.low(determiner - 1)
    if (line.low(determiner - 2), before) == ("fire", "to"):
        return line.low(determiner - 3) in ("set", "setting", "sets")
    if before not in ("set", "setting", "sets"):
        return False
    return any(
        line.low(at) in ("alight", "ablaze") or (line.low(at), line.low(at + 1)) == ("on", "fire")
        for at in range(end, end + 6)
    )


def _is_person(word: str, nouns: frozenset[str]) -> bool:
    if nouns is _CALLINGS:
        return is_calling(word)
    return word in nouns or (nouns is PERSON and len(word) > 6 and word.endswith(_PERSON_ENDS))


def _singular(line: Line, start: int, nouns: frozenset[str]) -> tuple[int, int] | None:
    """The phrase up to its last singular noun: "14-year-old schoolgirl", "police officer"."""
    end: int | None = None
    for index in range(start, start + 8):
        token = line.at(index)
        if _is_person(token.low, nouns) and not (token.capital and not line.shouted and index > start):
            end = index + 1
            continue
        if end is not None:
            break
        # "A 14-year-old girl"; "another 19 soldiers" are no single one
        aged = token.kind == "number" and line.low(index + 1) in ("-", "year", "month", "day")
        age = aged or token.low in (
            "-",
            "year",
            "month",
            "day",
            "old",
            "only",
            "former",
            "then",
        )
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
        or token.low in DIED
        or token.low.endswith("ly")
        or token.low in HARMED
    )


def _suffers(line: Line, determiner: int, index: int, harm: Harm, listed: bool) -> bool:
    """Whether the clause says that its subject, which ends before ``index``, died or was harmed."""
    if line.low(determiner - 1) in PREPOSITIONS or line.low(determiner - 1) in VERBS:
        return _left_dead(line, determiner, index)
    limit = min(len(line.tokens), index + _REACH)
    qualified = False
    while index < limit:
        word = line.low(index)
        if harm is not TO_HOUSES and is_hurt(line, index):
            return True
        if word in _RELATIVES and qualified:
            return False  # "a truck loaded with men who were killed"
        if is_participle(word) and word not in harm.done and line.low(index + 1) in PREPOSITIONS:
            qualified, index = True, index + 1  # "a truck hired by an agency"
            continue
        if word == "(" or word in _ASIDE_MARKS:
            if listed and harm_at(line, index + 1, harm):
                return True  # "Nine people - three women and a child - were killed"
            skipped = _over_list(line, index) or _over_aside(line, index, harm)
            if skipped is None:
                return False
            index = skipped
            continue
        verdict = _verdict(line, index, harm)
        if verdict is not None:
            return verdict or _then_harmed(line, index, harm)
        index += 2 if word == "aged" else 1
    return False


def _then_harmed(line: Line, index: int, harm: Harm) -> bool:
    """Whether the one that acted suffers then: "a farmer stepped on a mine and lost both legs"."""
    if line.low(index) in _CLAUSE_WORDS:
        return False
    for at in range(index if line.low(index) == "and" else index + 1, index + _THEN):
        word = line.low(at)
        if word in STOP_MARKS or word in _RELATIVES or word in _CLAUSE_WORDS:
            return False
        if word in ("and", "but"):
            hurt = harm is not TO_HOUSES and is_hurt(line, at + 1)
            done = line.low(index) in BE and line.low(at + 1) in harm.done  # "was dragged out and shot"
            return hurt or done or line.low(at + 1) in harm.ending or is_passive_at(line, at + 1, harm)
    return False


_THEN: Final = 14


def _verdict(line: Line, index: int, harm: Harm) -> bool | None:
    """What a word of the clause decides about its subject; None when it decides nothing."""
    word = line.low(index)
    if word in STOP_MARKS or word in _CLAUSE_WORDS or word in MODALS:
        return False
    if word in harm.ending:
        return True
    if word in _RELATIVES:
        return harm_at(line, index + 1, harm) or _after_clause(line, index + 1, harm)
    if word in AUXILIARIES:
        return is_passive(line, index, harm.done)
    if word in harm.done:
        if line.at(index - 1).kind == "number":
            return False  # "the nurse, who treated 23 wounded"
        return is_reduced(line, index + 1)
    another = word in ("and", "or") and not _another_subject(line, index + 1)
    active = word in VERBS or (word != "aged" and is_participle(word) and not _modifies(line, index))
    return False if another or active else None


def _after_clause(line: Line, index: int, harm: Harm) -> bool:
    """Whether the verb of harm stands behind a relative clause that a comma closes."""
    for at in range(index, index + _ASIDE):
        if line.low(at) in STOP_MARKS or at >= len(line.tokens):
            return False
        if line.low(at) == "," and (harm_at(line, at + 1, harm) or is_hurt(line, at + 1)):
            return True
    return False


def _over_aside(line: Line, comma: int, harm: Harm) -> int | None:
    """Step over ", who left to join when she was a girl," and return the verb behind it.

    A comma directly before the verb closes an aside that the noun stands in: it is not the subject.
    """
    closer = {"(": ")"}.get(line.low(comma), line.low(comma))
    if harm_at(line, comma + 1, harm):
        return None
    for index in range(comma + 1, comma + _ASIDE):
        word = line.low(index)
        if word in STOP_MARKS or (word == "" and index >= len(line.tokens)):
            return None
        if word == closer and (closer == ")" or harm_at(line, index + 1, harm)):
            return index + 1
    return None


def _over_list(line: Line, comma: int) -> int | None:
    """Step over the further items of a list: "the judge, her clerk and two guards"."""
    if not _another_subject(line, comma + 1) or line.at(comma + 1).capital:
        return None
    at = comma + 1
    for _ in range(_LIST * 2):
        word = line.low(at)
        if word == "and" and _another_subject(line, at + 1) and not line.at(at + 1).capital:
            for end in range(at + 2, at + 8):
                if line.low(end) in AUXILIARIES or line.low(end) in DIED or line.low(end) in HARMED:
                    return end
            return None
        if word in STOP_MARKS or word in VERBS or word in PREPOSITIONS:
            return None
        at += 1
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
        return line.low(index - 1) in _HARM_NOUNS and harming is not RUINING
    if line.low(index) in ("and", ",", "or"):
        index = _list_head(line, index, harming)
    word = line.low(index)
    if harming is not RUINING and (line.low(index - 1), word) in _TO_DEATH:
        return not any(line.low(index - step) in BE for step in (2, 3))
    if harming is not RUINING and word in ("up", "hit", "struck", "hitting", "striking"):
        beaten = word == "up" and line.low(index - 1) in ("beat", "beating", "picked", "rounded")
        return beaten or (word != "up" and _in_the_body(line, determiner))
    if word not in harming or index < 0:
        return False
    if word == "down":
        return line.low(index - 1) in ("gunned", "shot", "burned", "burnt", "knocked", "mowed")
    if word == "up":
        return line.low(index - 1) in ("blew", "blowing", "blown", "beat", "beating")
    if word == "claimed":
        return False
    passive = any(line.low(index - step) in BE for step in (1, 2))
    return not passive and line.low(index - 1) not in ("to", "not")


_TO_DEATH: Final = {
    ("shot", "dead"),
    ("to", "death"),
    ("taken", "hostage"),
    ("took", "hostage"),
    ("taking", "hostage"),
    ("picked", "off"),
    ("picking", "off"),
}


def _in_the_body(line: Line, determiner: int) -> bool:
    """ "Struck a boy in the neck"."""
    return any(
        line.low(at) == "in" and line.low(at + 1) in ("the", "his", "her") and line.low(at + 2) in _BODY
        for at in range(determiner + 1, determiner + 9)
    )


_BODY: Final = words(
    "head neck chest back leg arm shoulder stomach abdomen thigh knee foot hand face legs arms eye groin"
)


def _list_head(line: Line, index: int, harming: frozenset[str]) -> int:
    """Walk back over a list of objects to its verb: "killed two soldiers, a woman and a child"."""
    for step in range(index - 1, max(-1, index - 14), -1):
        word = line.low(step)
        if word in harming:
            return step
        if (
            word in STOP_MARKS
            or word in ("by", "with", "from", "in", "at")
            or word in AUXILIARIES
            or word in _CLAUSE_WORDS
        ):
            break
    return -1
