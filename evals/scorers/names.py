"""Whether two names are one: token sets compared after what writing adds is taken away.

A name is a tuple of aliases, any of which is right. Two names are the same when, for some pair of aliases,
the F1 of their token sets is at least a half. Before that, case, diacritics, apostrophes and the forms of
Arabic letters are made alike. What distinguishes nothing does not count as shared: without that, "al-Hol
camp" and "al-Roj camp" have two of three tokens in common. And "North Kivu" is not "South Kivu", though half
of each is the same: names that point in different directions are different.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Set
from functools import lru_cache
from typing import Final

THRESHOLD: Final = 0.5
"""From this token-set F1 on, two names are one."""

_LETTERS: Final = str.maketrans(
    {
        **dict.fromkeys("ىی", "ي"),  # the Persian yeh as well
        "ک": "ك",
        "ة": "ه",
        "ء": "",
        "ـ": "",  # lengthens the line, says nothing
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "ð": "d",
        "ı": "i",
        "æ": "ae",
        "œ": "oe",
        "þ": "th",
    }
)
"""What decomposition leaves alone. (Hamza on or under a letter is a mark, and goes with them.)"""

_POSSESSIVE: Final = re.compile(r"['’]s\b")
_ELISION: Final = re.compile(r"\b(?:[ld]|qu)['’](?=\w)")  # l'armée, d'Ituri, qu'Al...
_APOSTROPHES: Final = re.compile(r"['’‘ʼʻʿʾ`´]")
_TOKEN: Final = re.compile(r"[^\W_]+")
_ARABIC_ARTICLE: Final = re.compile(r"^(?:[وفبك]?ال|لل)(?=\w{3,})")
"""With the conjunctions and prepositions that are written together with it. What is left is a word: the
name of God keeps its first letters."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_PARTICLES: Final = _words(
    "the a an of and in at on for al el ad as ash az le la les los las de del du des dos das da di y et "
    "في من و"
)
_KINDS: Final = _words(
    "camp camps village town city district province governorate region county state municipality department "
    "site shelter settlement neighbourhood neighborhood area ville quartier commune departement "
    "ciudad pueblo campo campamento provincia municipio departamento barrio albergue "
    "مخيم مدينه قريه محافظه منطقه بلده حي"
)
_DIRECTIONS: Final = {
    form: point
    for point, forms in {
        "n": "north northern nord norte شمال شمالي شماليه",
        "s": "south southern sud sur جنوب جنوبي جنوبيه",
        "e": "east eastern est este شرق شرقي شرقيه",
        "w": "west western ouest oeste غرب غربي غربيه",
        "ne": "northeast northeastern",
        "nw": "northwest northwestern",
        "se": "southeast southeastern",
        "sw": "southwest southwestern",
    }.items()
    for form in forms.split()
}


@lru_cache(maxsize=4096)
def tokens(name: str) -> frozenset[str]:
    """All the words of a name, made alike: no case, diacritics, apostrophes or forms of letters."""
    text = _POSSESSIVE.sub("", name.casefold())
    text = _APOSTROPHES.sub("", _ELISION.sub("", text))
    marked = unicodedata.normalize("NFKD", text)
    plain = "".join(c for c in marked if unicodedata.category(c) != "Mn").translate(_LETTERS)
    digits = "".join(str(unicodedata.digit(c, c)) for c in plain)
    return frozenset(_ARABIC_ARTICLE.sub("", word) for word in _TOKEN.findall(digits))


@lru_cache(maxsize=4096)
def telling(name: str) -> frozenset[str]:
    """The words that tell one name from another: no articles, no "camp" or "village", if others are left."""
    words = tokens(name)
    kinds = _KINDS - {"state"} if "islamic" in words else _KINDS  # Rakhine State, but Islamic State
    return (words - _PARTICLES - kinds) or (words - _PARTICLES) or words


def token_f1(one: Set[str], other: Set[str]) -> float:
    """F1 of two sets of words; 0 where one is empty."""
    return 2 * len(one & other) / (len(one) + len(other)) if one and other else 0.0


def similarity(one: Iterable[str], other: Iterable[str]) -> float:
    """The best F1 of any alias of one name with any of the other; 0 where their directions differ."""
    others = tuple(other)
    return max((_likeness(a, b) for a in one for b in others), default=0.0)


def same(one: Iterable[str], other: Iterable[str]) -> bool:
    """Whether two names, with their aliases, are one."""
    return similarity(one, other) >= THRESHOLD


def _likeness(one: str, other: str) -> float:
    if one == other:  # also where it is no word at all
        return 1.0
    words = telling(one), telling(other)
    points = [{_DIRECTIONS[word] for word in each if word in _DIRECTIONS} for each in words]
    if points[0] and points[1] and points[0] != points[1]:
        return 0.0
    return token_f1(*words)
