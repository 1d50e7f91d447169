"""Persons counted without a number in Spanish, French and Arabic: "al alcalde", "le juge", "طفل", "جنديان".

As in English, one person is a "1" only where something happened to him: the object of a verb of harm, the
subject of its passive or of dying, whoever follows "asesinato del". Arabic says "two" by an ending.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Final

from summariser.lexicon.arabic.people import GROUPS as ARABIC_GROUPS
from summariser.lexicon.arabic.people import UNITS as ARABIC_UNITS
from summariser.lexicon.french.people import GROUPS as FRENCH
from summariser.lexicon.one_person import (
    DOING_AR,
    DUALS_OF,
    HARMED_AR,
    OBJECT,
    SINGULAR_AR,
    SUBJECT,
)
from summariser.lexicon.spanish.people import GROUPS as SPANISH
from summariser.lexicon.tongues import level
from summariser.normalise.number_line import Figure, Line
from summariser.schemas.codebooks import PopulationGroup

_PEOPLE: Final = PopulationGroup.PEOPLE
_AFTER, _BETWEEN = 9, 3
_DEFINITE: Final = {"es": {"el", "la", "al"}, "fr": {"le", "la", "l'", "l’"}}
_BREAKS: Final = re.compile(r"[,;:.()«»]|\b(?:que|qui|quien|y|et)\b")


@cache
def romance_persons() -> frozenset[str]:
    """Spanish and French nouns of one person, in lower case."""
    nouns = (n for table in (SPANISH, FRENCH) for g, of in table.items() if g != _PEOPLE for n in of)
    return frozenset(n for n in nouns if " " not in n) | {"joven", "jeune", "hermano", "frère", "proche"}


def is_dual(word: str) -> bool:
    """Whether an Arabic word says two of somebody or something by its ending: "عنصران"."""
    bare = re.sub("^[وفبل](?=.{5})", "", level(word))
    if bare in _NO_DUALS:
        return False
    if bare.endswith(("تان", "تين")) and len(bare) > 5:
        return f"{bare[:-3]}ه" in _feminine()
    if bare.endswith("ين"):
        return bare[:-2] in _things()
    return bare.endswith("ان") and (bare[:-2] in DUALS_OF or bare[:-2] in _things())


_NO_DUALS: Final = frozenset({"فتيان", "جيران", "شبان"})
"""Plurals that end like a dual."""


@cache
def _feminine() -> frozenset[str]:
    """Counted nouns that end in -a: nobody's plural ends in "-tan" or "-tayn"."""
    nouns = (n for table in (ARABIC_GROUPS, ARABIC_UNITS) for of in table.values() for n in of)
    return DUALS_OF | {level(n) for n in nouns if " " not in n and level(n).endswith("ه")}


@cache
def _things() -> frozenset[str]:
    """Counted things: their plurals are words of their own, so "-ayn" says two ("منزلين")."""
    nouns = (level(n) for of in ARABIC_UNITS.values() for n in of if " " not in n)
    return frozenset(n for n in nouns if len(n) > 2 and not n.endswith(("ات", "ا", "ان", "ين", "ه")))


def find_persons(line: Line, taken: Sequence[Figure]) -> list[Figure]:
    """A figure of one for every person of the line who suffered harm and has no number."""
    used = {index for figure in taken for index in range(figure.first, figure.last)}
    used |= {i for f in taken if f.noun is not None for i in range(*f.noun)}
    if line.language == "ar":
        return [_one(at, at + 1) for at in range(len(line.tokens)) if at not in used and _arabic(line, at)]
    if line.language not in _DEFINITE:
        return []
    return [
        _one(at, at + 1, at + 2)
        for at in range(len(line.tokens) - 1)
        if at not in used and at + 1 not in used and _romance(line, at)
    ]


def _one(first: int, last: int, end: int | None = None) -> Figure:
    noun = (first, last) if end is None else (last, end)
    figure = Figure(first, last, 1, kind="count", noun=noun, implicit=True)
    figure.before, figure.after = first - 1, last
    return figure


def _romance(line: Line, at: int) -> bool:
    """ "El alcalde fue asesinado", "mataron al alcalde": an article, a person, and harm."""
    if line.low(at) not in _DEFINITE[line.language] or line.low(at + 1) not in romance_persons():
        return False
    before = level(" ".join(line.low(i) for i in range(max(0, at - _BETWEEN), at)))
    lead = f"{before} del" if line.low(at) == "al" and before.endswith(" de") else before
    if any(m.end() == len(lead) for m in OBJECT[line.language].finditer(lead)):
        return True
    own = "" if not at else line.low(at - 1)
    if own in {"de", "a", "con", "por", "en", "contra", "según", "selon", "par", "avec", "à", "chez"}:
        return False
    after = level(" ".join(line.low(i) for i in range(at + 2, at + 2 + _AFTER)))
    found = SUBJECT[line.language].match(after)
    return found is not None and line.low(at) != "al" and _BREAKS.search(found.group()) is None


def _arabic(line: Line, at: int) -> bool:
    """ "قتل طفل", "بإصابة جندي", and the object behind its doer: "قتل مسلحون طبيباً"."""
    word = level(line.low(at))
    bare = word.removesuffix("ا")
    if word not in SINGULAR_AR and bare not in SINGULAR_AR:
        return False
    before = level(line.low(at - 1)) if at else ""
    if HARMED_AR.fullmatch(before):
        return True
    if word == bare and not word.endswith("ه"):
        return False
    return (
        any(DOING_AR.fullmatch(level(line.low(i))) for i in range(max(0, at - _BETWEEN), at - 1))
        and line.at(at - 1).kind == "word"
    )
