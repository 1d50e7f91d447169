"""Number words of English, French and Spanish, and how they add up (Arabic: `number_arabic`).

One rule serves all three: a word may be added when it is smaller than the room that the
words before it leave (after "twenty" there is room for 9, after "hundred" for 99), "hundred" and the scales
multiply what stands before them. So "twenty-three" is one number and "three five" are two.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from summariser.normalise.number_tokens import Number, Token

_HUGE: Final = 10**18
_MAX_WORDS: Final = 24
"""No written number of a news text is longer; the bound keeps a text of nothing but "hundred" linear."""


def table(names: str, start: int, step: int = 1) -> dict[str, int]:
    """Number the words of a list: each next one counts on by ``step``; a bar joins variants."""
    return {
        variant: start + step * place
        for place, variants in enumerate(names.split())
        for variant in variants.split("|")
    }


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The number words of one language."""

    cardinals: dict[str, int]
    hundreds: frozenset[str]
    scales: dict[str, int]
    joins: frozenset[str]
    """Words that join a smaller number: and, et, y."""
    articles: frozenset[str] = frozenset()
    """Words that are also the indefinite article."""
    digit_scales: dict[str, int] = field(default_factory=dict)
    """Scale words that may follow digits only ("5 dozen", "3 lakh")."""
    vague: dict[str, int] = field(default_factory=dict)
    """Plural words for a rough number, with the conservative reading."""
    several: frozenset[str] = frozenset()
    about: dict[str, int] = field(default_factory=dict)
    """French and Spanish nouns that name a rough number: une centaine, un centenar."""


_EN_SCALES = {
    "thousand": 10**3,
    "lakh": 10**5,
    "million": 10**6,
    "crore": 10**7,
    "billion": 10**9,
    "trillion": 10**12,
}
_EN = Lexicon(
    cardinals=table(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen", 0
    )
    | table("fifteen sixteen seventeen eighteen nineteen", 15)
    | table("twenty thirty forty|fourty fifty sixty seventy eighty ninety", 20, 10),
    hundreds=frozenset({"hundred"}),
    scales=_EN_SCALES,
    joins=frozenset({"and"}),
    digit_scales=_EN_SCALES
    | {"hundred": 100, "dozen": 12, "lakhs": 10**5, "crores": 10**7, "lac": 10**5, "lacs": 10**5}
    | {"thousands": 10**3, "millions": 10**6, "billions": 10**9, "mln": 10**6, "mn": 10**6, "bn": 10**9},
    vague={
        # ACLED reads tens as 10, dozens as 12 and hundreds as 100; a score is 20, so scores is read as 20.
        "tens": 10,
        "dozens": 12,
        "scores": 20,
        "hundreds": 100,
        "thousands": 10**3,
        "lakhs": 10**5,
        "millions": 10**6,
        "crores": 10**7,
        "billions": 10**9,
    },
    several=frozenset({"several", "many", "numerous", "countless"}),
)
_FR = Lexicon(
    cardinals=table("zéro un|une deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze", 0)
    | table("quinze seize", 15)
    | table("vingt|vingts trente quarante cinquante soixante septante huitante|octante nonante", 20, 10),
    hundreds=frozenset({"cent", "cents"}),
    scales={"mille": 10**3, "million": 10**6, "millions": 10**6, "milliard": 10**9, "milliards": 10**9},
    joins=frozenset({"et"}),
    articles=frozenset({"un", "une"}),
    digit_scales={"mille": 10**3, "million": 10**6, "millions": 10**6, "milliard": 10**9, "milliards": 10**9},
    vague={
        "dizaines": 10,
        "douzaines": 12,
        "vingtaines": 20,
        "centaines": 100,
        "milliers": 10**3,
        "millions": 10**6,
    },
    several=frozenset({"plusieurs", "quelques"}),
    about={
        "dizaine": 10,
        "douzaine": 12,
        "quinzaine": 15,
        "vingtaine": 20,
        "trentaine": 30,
        "quarantaine": 40,
        "cinquantaine": 50,
        "soixantaine": 60,
        "centaine": 100,
        "demi-douzaine": 6,
        "millier": 1000,
    },
)
_ES = Lexicon(
    cardinals=table(
        "cero un|una|uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce", 0
    )
    | table(
        "quince dieciséis|dieciseis diecisiete dieciocho diecinueve veinte veintiuno|veintiún|veintiuna", 15
    )
    | table("veintidós|veintidos veintitrés|veintitres veinticuatro veinticinco veintiséis|veintiseis", 22)
    | table("veintisiete veintiocho veintinueve", 27)
    | table("treinta cuarenta cincuenta sesenta setenta ochenta noventa cien|ciento", 30, 10)
    | table("doscientos|doscientas trescientos|trescientas cuatrocientos|cuatrocientas", 200, 100)
    | table("quinientos|quinientas seiscientos|seiscientas setecientos|setecientas", 500, 100)
    | table("ochocientos|ochocientas novecientos|novecientas", 800, 100),
    hundreds=frozenset(),
    scales={"mil": 10**3, "millón": 10**6, "millon": 10**6, "millones": 10**6},
    joins=frozenset({"y"}),
    articles=frozenset({"un", "una", "uno"}),
    digit_scales={"mil": 10**3, "millón": 10**6, "millon": 10**6, "millones": 10**6},
    vague={
        "decenas": 10,
        "docenas": 12,
        "cientos": 100,
        "centenares": 100,
        "miles": 10**3,
        "millones": 10**6,
    },
    several=frozenset({"varios", "varias", "numerosos", "numerosas"}),
    about={"decena": 10, "docena": 12, "quincena": 15, "veintena": 20, "treintena": 30, "cuarentena": 40}
    | {"cincuentena": 50, "sesentena": 60, "centenar": 100, "millar": 1000},
)
_AR = Lexicon(cardinals={}, hundreds=frozenset(), scales={}, joins=frozenset(), digit_scales={
    "ألف": 10**3, "الف": 10**3, "ألفا": 10**3, "الفا": 10**3, "آلاف": 10**3,
    "مليون": 10**6, "مليونا": 10**6, "ملايين": 10**6, "مليار": 10**9,
})  # fmt: skip
"""Arabic words are read by `number_arabic`: here only what may follow digits."""
LEXICONS: Final = {"en": _EN, "fr": _FR, "es": _ES, "ar": _AR}


@dataclass(frozen=True, slots=True)
class Composed:
    """A number written in words: one past its last token, and its value."""

    end: int
    value: Number


def compose(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> Composed | None:
    """Read the longest number in words that begins at a token.

    "a hundred" is read with its article; "a" or "one" by themselves are left to the caller, who knows
    whether they count something.
    """
    total = current = 0
    room = last_scale = _HUGE
    position = at
    seen = False
    before_join: Composed | None = None
    while position < len(tokens) and position - at < _MAX_WORDS:
        word = tokens[position].low
        value = lexicon.cardinals.get(word)
        scale = lexicon.scales.get(word)
        if value == 20 and current == 4 and word.startswith("vingt"):
            current, room = 80, 20  # quatre-vingt
        elif value is not None and value < room and (value or not seen):
            current += value
            room = _room(value, word)
        elif word in lexicon.hundreds and current < 100:
            current = (current or 1) * 100
            room = 100
        elif scale is not None and scale < last_scale:
            total += (current or 1) * scale
            current, room, last_scale = 0, scale, scale
        elif scale is not None and total and not current:
            total *= scale  # dos mil millones
            room = last_scale = scale
        elif seen and word in lexicon.joins and _joins(tokens, position, lexicon, room):
            before_join = Composed(position, total + current)
        else:
            if before_join is not None and (word in lexicon.hundreds or scale is not None):
                # "between one hundred and two hundred": what stands behind "and" is another number.
                return before_join
            break
        seen = True
        position += 1
        if _hyphenated(tokens, position):
            position += 1
    if not seen:
        return None
    if tokens[position - 1].text in _HYPHENS:
        position -= 1
    return Composed(position, total + current)


_HYPHENS: Final = frozenset("-‐‑")


def _joins(tokens: Sequence[Token], position: int, lexicon: Lexicon, room: int) -> bool:
    """Whether "and" joins: English behind a hundred, the others inside one ("treinta y cinco")."""
    if position + 1 >= len(tokens):
        return False
    value = lexicon.cardinals.get(tokens[position + 1].low, 0)
    fits = room >= 100 if tokens[position].low == "and" else 10 <= room <= 20
    return fits and 0 < value < room


def _hyphenated(tokens: Sequence[Token], position: int) -> bool:
    """Whether a hyphen that is glued on both sides stands here."""
    return (
        position + 1 < len(tokens)
        and tokens[position].text in _HYPHENS
        and tokens[position].glued
        and tokens[position + 1].glued
    )


def _room(value: int, word: str) -> int:
    """What may still be added after a cardinal: less than this."""
    if word == "soixante":
        return 20  # soixante-dix
    if word == "dix":
        return 10  # dix-sept
    if value >= 1000:
        return 1000
    if value >= 100:
        return 100
    return 10 if value >= 20 else 1
