"""Arabic numbers in words: what they are made of, what is written onto them, and two in one word.

Words are levelled first (`lexicon.tongues.level`): vowel signs and hamzas are left out as often as written.
A number is a chain of parts, each but the first with "and" written onto it, units before tens; a scale word
multiplies what stands before it ("مئة وخمسون ألفاً", "ثلاثة آلاف وخمسمئة"). "Two hundred" and "two thousand"
are one word, with or without its last letter ("ألفي شخص"). A part of a scale word is a number as well:
"نصف مليون", "ثلاثة أرباع مليون"; of anything else ("نصف السكان") it is a share, and none.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from typing import Final

from summariser.lexicon.tongues import level
from summariser.normalise.number_tokens import Number, Token


def _table(*named: tuple[int, str]) -> dict[str, int]:
    return {level(word): value for value, written in named for word in written.split()}


_UNITS: Final = _table(
    (0, "صفر"), (1, "واحد واحدة واحدا"), (2, "اثنان اثنين اثنتان اثنتين"), (3, "ثلاثة ثلاث ثلاثا"),
    (4, "أربعة أربع أربعا"), (5, "خمسة خمس خمسا"), (6, "ستة ست ستا"), (7, "سبعة سبع سبعا"),
    (8, "ثمانية ثماني ثمان ثمانيا"), (9, "تسعة تسع تسعا"), (10, "عشرة عشر عشرا"),
)  # fmt: skip
_BEFORE_TEN: Final = _UNITS | _table((1, "أحد إحدى"), (2, "اثنا اثني اثنتا اثنتي"))
"""The first word of eleven to nineteen."""
_TEN: Final = frozenset(level("عشر عشرة").split())
_TENS: Final = _table(
    (20, "عشرون عشرين"), (30, "ثلاثون ثلاثين"), (40, "أربعون أربعين"), (50, "خمسون خمسين"),
    (60, "ستون ستين"), (70, "سبعون سبعين"), (80, "ثمانون ثمانين"), (90, "تسعون تسعين"),
)  # fmt: skip
_HUNDRED: Final = frozenset(level("مئة مائة").split())
_HUNDREDS: Final = dict.fromkeys(_HUNDRED, 100) | _table(
    (200, "مئتان مئتين مئتا مئتي مائتان مائتين مائتا مائتي"), (300, "ثلاثمئة ثلاثمائة"),
    (400, "أربعمئة أربعمائة"), (500, "خمسمئة خمسمائة"), (600, "ستمئة ستمائة"), (700, "سبعمئة سبعمائة"),
    (800, "ثمانمئة ثمانمائة ثمانيمئة"), (900, "تسعمئة تسعمائة"),
)  # fmt: skip
_SCALES: Final = _table(
    (10**3, "ألف آلاف ألفا"), (10**6, "مليون ملايين مليونا"), (10**9, "مليار مليارات مليارا")
)
_PLURALS: Final = frozenset(level("آلاف ملايين مليارات").split())
"""Alone they count nothing exactly: "thousands"."""
_PAIRS: Final = _table(
    (2_000, "ألفان ألفين ألفي"), (2_000_000, "مليونان مليونين مليوني"), (2 * 10**9, "ملياران مليارين ملياري")
)
_TWO_OR_ONE: Final = frozenset(level("ألفا مليونا مليارا").split())
"""Before what it counts it is two, elsewhere one in the accusative."""
_VAGUE: Final = _table(
    (10, "عشرات العشرات"), (100, "مئات المئات مائات"), (10**3, "آلاف الآلاف"), (10**6, "ملايين الملايين")
)
SEVERAL: Final = frozenset(level("عدة بضعة بضع").split())
_FRACTIONS: Final = {
    level("نصف"): Fraction(1, 2),
    level("ثلث"): Fraction(1, 3),
    **dict.fromkeys(level("ثلثا ثلثي").split(), Fraction(2, 3)),
    level("ربع"): Fraction(1, 4),
    level("سدس"): Fraction(1, 6),
    level("ثمن"): Fraction(1, 8),
}
"""Parts of a million. "خمس" is five and "a fifth", "عشر" ten and "a tenth": they stay whole numbers."""
_FRACTION_PLURALS: Final = _table((3, "أثلاث"), (4, "أرباع"), (5, "أخماس"), (8, "أثمان"), (10, "أعشار"))
_BEHIND_ALONE: Final = frozenset(
    level(
        "من في على إلى عن عند منذ خلال حتى بعد قبل حسب بحسب وفق وفقا "
        "بينهم بينهن منهم منهن أو ثم هذا هذه كما أي"
    ).split()
)
"""Words behind "مليونا" that are not what is counted: it is one million then, in the accusative."""
_ORDINALS: Final = frozenset(
    level(
        "حادي حادية ثاني ثانية ثالث ثالثة رابع رابعة خامس خامسة سادس سادسة سابع سابعة ثامن ثامنة تاسع تاسعة"
    ).split()
)
_PREFIXES: Final = ("", "و", "ف", "ب", "ل", "ك", "وب", "ول", "فب")
_OTHER_WORDS: Final = frozenset(level("لست بست وسبعا كست فست بعشر وصف").split())
"""Words that only look like a prefix and a number: "لست" is "I am not"."""
_MOST_PARTS: Final = 12


@dataclass(frozen=True, slots=True)
class ArabicNumber:
    """A number in words: one past its last token, its value, the last scale word in it, whether rounded."""

    end: int
    value: Number
    scale: int = 1
    rounded: bool = False


@lru_cache(maxsize=4096)
def bare(word: str) -> str:
    """A levelled word without what is written onto a number's front; itself where none stands behind."""
    low = level(word)
    if low in _OTHER_WORDS:
        return low
    for prefix in _PREFIXES:
        rest = low.removeprefix(prefix)
        if (prefix == "" or rest != low) and (_begins(rest) or rest in _VAGUE or rest in SEVERAL):
            return rest
    return low


def _begins(word: str) -> bool:
    return any(
        word in table for table in (_BEFORE_TEN, _TENS, _HUNDREDS, _SCALES, _PAIRS, _FRACTIONS)
    )  # fmt: skip


def vague_bound(word: str) -> int | None:
    """What "عشرات", "مئات" and their like say at least; None for other words."""
    return _VAGUE.get(bare(word))


def is_number_word(word: str) -> bool:
    """Whether a number in words can begin with a word."""
    return _begins(bare(word))


def read_number(tokens: Sequence[Token], at: int) -> ArabicNumber | None:
    """Read the longest number in words that begins at a token.

    Args:
        tokens: The sentence.
        at: Where to begin.

    Returns:
        None for what is no number: the "ten" of an ordinal, a plural such as "thousands" alone.
    """
    first = bare(tokens[at].low)
    if first in _TEN and at and level(tokens[at - 1].low).removeprefix("و").removeprefix("ال") in _ORDINALS:
        return None  # "الثاني عشر"
    if _is_fraction(tokens, at, first):
        return _part_of_scale(tokens, at, first)
    total: Number = 0
    group, scale, position = 0, 1, at
    below = 10**12
    for count in range(_MOST_PARTS):
        if position >= len(tokens):
            break
        word = first if not count else _after_and(tokens[position].low)
        if word is None:
            break
        part = _part(tokens, position, word)
        if part is None:
            if word in _FRACTIONS and total and not group and scale > 1:
                over = _over_scale(tokens, position + 1, scale)
                if over == position + 1 and _scale_at(tokens, over) > 1:
                    break  # "ألف ونصف مليون" are two numbers
                position, total = over, total + round(_FRACTIONS[word] * scale)
            break
        end, value, factor = part
        if factor == 1 and not _fits(group, value, below):
            break
        if factor > 1 and (factor >= below or (group and value and not _fits(group, value, below))):
            break
        group += value
        position = end
        if factor > 1:
            total, group, scale, below = total + max(group, 1) * factor, 0, factor, factor
    if position == at:
        return None
    return ArabicNumber(position, total + group, scale)


def _after_and(word: str) -> str | None:
    low = level(word)
    if not low.startswith("و"):
        return None
    rest = low.removeprefix("و")
    return rest if _begins(rest) else None


def _is_fraction(tokens: Sequence[Token], at: int, word: str) -> bool:
    """Whether "a half" or "three quarters" stands here."""
    return word in _FRACTIONS or _under(tokens, at, word) is not None


def _under(tokens: Sequence[Token], at: int, word: str) -> int | None:
    """What "quarters" divides by behind "three"; None where no parts are counted."""
    if word not in _UNITS or at + 1 >= len(tokens):
        return None
    under = _FRACTION_PLURALS.get(level(tokens[at + 1].low))
    return under if under is not None and 1 < _UNITS[word] < under else None


def _part_of_scale(tokens: Sequence[Token], at: int, word: str) -> ArabicNumber | None:
    """ "Half a million", "three quarters of a million"; None of anything else, which is a share."""
    under = _under(tokens, at, word)
    part = _FRACTIONS[word] if under is None else Fraction(_UNITS[word], under)
    behind = at + (1 if under is None else 2)
    scale = _scale_at(tokens, behind)
    if scale == 1:
        return None
    value = part * scale
    return ArabicNumber(behind + 1, round(value), scale, rounded=value.denominator > 1)


def _scale_at(tokens: Sequence[Token], at: int) -> int:
    """The one thousand or million at a token, with or without its article; 1 for other words."""
    word = level(tokens[at].low).removeprefix("ال") if at < len(tokens) else ""
    return 1 if word in _PLURALS else _SCALES.get(word, 1)


def _part(tokens: Sequence[Token], at: int, word: str) -> tuple[int, int, int] | None:
    """One part: one past its last token, its value, and the scale behind it (1 if none)."""
    following = level(tokens[at + 1].low) if at + 1 < len(tokens) else ""
    position, value = at + 1, 0
    if word in _PAIRS:
        return position, 2, _PAIRS[word] // 2
    if word in _BEFORE_TEN and following in _TEN and _BEFORE_TEN[word] < 10:
        position, value = at + 2, _BEFORE_TEN[word] + 10
    elif word in _UNITS and 2 < _UNITS[word] < 10 and following in _HUNDRED:
        position, value = at + 2, _UNITS[word] * 100
    elif word in _SCALES:
        if word in _PLURALS:
            return None
        # "ألفا شخص" is two thousand; "ألفاً", "ألفا من" and "ألفا ومئتي" are one.
        pair = word in _TWO_OR_ONE and not _is_marked(tokens[at]) and _counts_the_next(tokens, at + 1)
        return position, 2 if pair else 0, _SCALES[word]
    else:
        for table in (_UNITS, _TENS, _HUNDREDS):
            if word in table:
                value = table[word]
                break
        else:
            return None
    scale = _SCALES.get(level(tokens[position].low), 1) if position < len(tokens) else 1
    return (position + 1, value, scale) if scale > 1 else (position, value, 1)


def _is_marked(token: Token) -> bool:
    """Whether the sign of the indefinite case is written: "ألفاً"."""
    return "\u064b" in token.text


def _counts_the_next(tokens: Sequence[Token], at: int) -> bool:
    """Whether a noun follows, and no further part of a number, no preposition."""
    if at >= len(tokens) or tokens[at].kind != "word" or _after_and(tokens[at].low) is not None:
        return False
    return level(tokens[at].low) not in _BEHIND_ALONE


def _fits(group: int, value: int, below: int) -> bool:
    """Whether a part may be added: "five and twenty", "hundred and five"; "three and five" are two."""
    if not group:
        return value < below
    rest = group % 100
    if rest == 0:
        return value < 100
    return rest < 10 and value in _TENS.values()


def _over_scale(tokens: Sequence[Token], at: int, scale: int) -> int:
    """Behind "and a half" the scale may stand again: "مليون ونصف المليون"."""
    if at >= len(tokens):
        return at
    return at + 1 if _SCALES.get(level(tokens[at].low).removeprefix("ال")) == scale else at
