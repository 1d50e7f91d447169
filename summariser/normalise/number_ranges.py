"""Two neighbouring figures that are one: ranges and ratios.

A range keeps both ends ("20 to 30" is low 20, high 30). A change is not a range: "rose from 20 to 30" and
"fell by 20 to 30" hold two numbers. A ratio has its quotient as value: "one in five" is 0.2.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from summariser.lexicon.tongues import level
from summariser.normalise.number_line import DASHES, HYPHENS, Figure, Line
from summariser.normalise.number_tokens import Number, number_from
from summariser.normalise.number_vocab import (
    CURRENCY_SIGNS,
    HARMING,
    HOUSEHOLDS,
    HOUSES,
    PERSONS,
    STOP,
    UNITS,
    words,
)

_TO: Final = words("to à a al إلى")
_OR: Final = words("or ou o أو")
_BETWEEN: Final = words("between entre بين")
_AND: Final = words("and et y e و")
_FROM: Final = words("from de desde من")
_PERCENT: Final = words("% ％ ٪ percent pct")
_CHANGE: Final = words(
    "rose risen rises rise rising increased increase increases increasing grew grown grow grows growing",
    "climbed jumped soared surged swelled fell fallen falls fall falling dropped drop drops decreased",
    "decrease declined decline reduced reduce cut raised raise revised revise expanded shrank shrunk",
    "upgraded lowered went gone up down doubled quadrupled change changed moved augmenté passé baissé",
    "aumentó pasó subió bajó aumentado aumenta pasa sube baja descendió disminuyó ascendió",
    "augmente passe passent passait baisse grimpe grimpé diminué recule reculé",
    "ارتفع ارتفعت انخفض انخفضت تراجع تراجعت زاد زادت وارتفع وارتفعت وانخفض وانخفضت وتراجع وتراجعت",
)
_BY: Final = words("by en بمقدار بواقع بنسبة")
_MANNER: Final = words("only just further another sharply slightly again about around some nearly")
_TIMES: Final = words("times fold folds percentage points point")
_SIZES: Final = words("up down cut change changed moved revise revised reduce raise")
"""Of a change, but not in front of how large it was: "cut 5 to 10 of them"."""
_CHANGE_ABROAD: Final = re.compile(
    r"(?:pass(?:e|ent|é|ée|és|ées|ait|er|ant|era)|mont(?:e|ent|é|ée|és|ait|er|ant)|augment(?:e|ent|é|ée|és|ait|er|ant)"
    r"|grimp(?:e|ent|é|ée|és|ait|er|ant)|bondi[st]?|baiss(?:e|ent|é|ée|és|ait|er|ant)|chut(?:e|é|ée|ait|er|ant)"
    r"|recul(?:e|é|ait|er|ant)|diminu(?:e|ent|é|ée|és|ait|er|ant)|ramen(?:é|ée|és|er|ant)|rédui(?:t|te|ts|re)"
    r"|alourdi[est]*|révis(?:é|ée|és)|corrig(?:é|ée|és)|relev(?:é|ée|és)"
    r"|pas(?:a|an|ó|aron|ado|aba|ar|ando|ará)|sub(?:e|en|ió|ieron|ido|ía|ir|iendo)"
    r"|aument(?:a|an|ó|aron|ado|aba|ar|ando)|baj(?:a|an|ó|aron|ado|aba|ar|ando)|elev(?:a|ó|aron|ado|ada|ar|ando)"
    r"|crec(?:e|ió|ieron|ido|er)|creciendo|descend(?:ió|ieron|ido|er)|desciende|cay(?:ó|eron)|salt(?:a|ó|aron)"
    r"|disminu(?:ye|yó|yeron|ido|ir)|redu(?:ce|jo|jeron|cido|cida|cir)|increment(?:a|ó|aron|ado)"
    r"|revis(?:ó|aron|ado|ada)|corrig(?:e|ió|ieron)|corregid[oa]"
    r"|[وف]?(?:ارتفع|يرتفع|ترتفع|لترتفع|ليرتفع|ارتفاع|زاد|ازداد|تزايد|يزداد|تزداد|قفز|انخفض|انخفاض|تراجع|هبط|تصاعد|تضاعف"
    r"|تقلص|تناقص|عدل)ت?)"
)
"""The same in French, Spanish and Arabic."""
_FAR: Final = 16
"""An Arabic verb opens its sentence, well before "from"."""
_RATIO_BASES: Final = frozenset((2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 20, 25, 50, 100, 200, 500, 1000))


def join(line: Line, figures: list[Figure]) -> list[Figure]:
    """Replace neighbours that form a range or a ratio by one figure."""
    joined: list[Figure] = []
    for figure in figures:
        merged = _merge(line, joined[-1], figure) if joined else None
        if merged is None:
            joined.append(figure)
        else:
            joined[-1] = merged
    return joined


def _merge(line: Line, left: Figure, right: Figure) -> Figure | None:
    if left.value is None or right.value is None or left.kind or right.kind:
        return None
    if right.first - left.last > 4 or not line.cells.isdisjoint(range(left.first + 1, right.first + 1)):
        return None  # "45 | – | 120" are two cells, and an empty one between them
    gap = _gap(line, left, right)
    return _ratio(line, left, right, gap) or _range(line, left, right, gap)


def _gap(line: Line, left: Figure, right: Figure) -> tuple[str, ...]:
    """The words between two figures, without percent and currency signs: "20% to 30%", "$5 to $10"."""
    start, end = left.last, right.first
    if line.low(start) in _PERCENT:
        start += 1
    elif (line.low(start), line.low(start + 1)) == ("per", "cent"):
        start += 2
    if line.low(end - 1) in CURRENCY_SIGNS:
        end -= 1
    return tuple(line.low(index) for index in range(start, end))


def _range(line: Line, left: Figure, right: Figure, gap: tuple[str, ...]) -> Figure | None:
    before = left.first - 1
    if line.low(before) in CURRENCY_SIGNS:
        before -= 1
    between = line.low(before) in _BETWEEN or _between_ages(line, before)
    in_cell = line.fills_cell(left.first, right.last)  # "1,200 - 1,500" and nothing else is a range there
    dashed = len(gap) == 1 and gap[0] in DASHES and (in_cell or _dash_joins(line, left.last, gap[0]))
    low, high = _ends(line, left, right, dashed or gap == ("/",))
    if gap == ("/",) and not 1900 <= low <= 2100:
        return None
    if not (dashed or gap == ("/",) or _worded(line, before, between, gap, (low, high))):
        return None
    if gap and gap[0] in _TO and _by_how_much(line, before, right):
        return None
    if high <= low:
        return _score(line, left, right, gap, dashed)
    first = before if line.low(before) in _BETWEEN else left.first
    return Figure(first, right.last, low=low, high=high, qualifier="between", scale=right.scale)


def _between_ages(line: Line, before: int) -> bool:
    """Whether "between the ages of" ends here."""
    return (line.low(before - 1), line.low(before)) == ("ages", "of") and "between" in (
        line.low(before - 2),
        line.low(before - 3),
    )


def _worded(
    line: Line, before: int, between: bool, gap: tuple[str, ...], ends: tuple[Number, Number]
) -> bool:
    """Whether words make a range of two figures."""
    if len(gap) == 3 and gap[0] in HYPHENS and gap[2] in HYPHENS:
        gap = gap[1:2]  # four-to-five
    if not gap and between:
        return True  # the Arabic "and" is written onto the second: "بين عشرين وثلاثين"
    if len(gap) != 1:
        return False
    if gap[0] in _AND:
        return between
    if gap[0] in _OR:
        return ends[0] < ends[1] <= ends[0] * 2
    if gap[0] not in _TO:
        return False
    return not (line.low(before) in _FROM and _has_changed(line, before))


def _has_changed(line: Line, before: int) -> bool:
    """Whether a verb of change stands before "from": "rose from 20 to 30" are an old and a new number."""
    reach = _FAR if line.language == "ar" else 7
    said = [
        level(line.low(i)) if line.language == "ar" else line.low(i)
        for i in range(max(0, before - reach), before)
    ]
    if line.language == "en":
        return any(word in _CHANGE for word in said)
    return any(word in _CHANGE or _CHANGE_ABROAD.fullmatch(word) for word in said)


def _by_how_much(line: Line, before: int, right: Figure) -> bool:
    """Read "fell by 3,000 to 12,000", "rose four to 19" as a change; "rose by 20 to 30%" is a range."""
    behind = line.low(right.last)
    behind = line.low(right.last + 1) if behind in HYPHENS else behind
    if behind in _PERCENT or behind in UNITS or behind in _TIMES or behind in ("per", "pour", "por"):
        return False
    while line.low(before) in _MANNER and before > 0:
        before -= 1
    if line.low(before) in _BY:
        return any(line.low(index) in _CHANGE for index in range(max(0, before - 4), before))
    return line.low(before) in _CHANGE - _SIZES


def _dash_joins(line: Line, index: int, dash: str) -> bool:
    """A hyphen joins only when it touches both figures; a dash also with white space on both sides."""
    glued = (line.glued(index), line.glued(index + 1))
    return glued == (True, True) or (dash not in HYPHENS and glued == (False, False))


def _ends(line: Line, left: Figure, right: Figure, dashed: bool) -> tuple[Number, Number]:
    """The two ends, the first with the scale that the second lends it: "1.2 to 1.5 million"."""
    low, high = left.value or 0, right.value or 0
    short = len(line.at(right.first).text) == 2 and right.last == right.first + 1
    if dashed and short and 1500 <= low <= 2100 and low % 100 < high < 100:
        return low, low - low % 100 + high  # 1988-89
    if left.scale == 1 and right.scale > 1 and low < 1000 and low * right.scale < high:
        return number_from(Decimal(str(low)) * right.scale), high
    if dashed and left.scale == 1 and low < 1000 <= high and high % 1000 == 0 and low * 1000 < high:
        return low * 1000, high  # "20-30,000" is twenty to thirty thousand
    return low, high


def _score(line: Line, left: Figure, right: Figure, gap: tuple[str, ...], dashed: bool) -> Figure | None:
    """Read "3 to 1", "50-50": a ratio, when the first is not the smaller one."""
    whole = isinstance(left.value, int) and isinstance(right.value, int)
    if not whole or (left.value or 0) > 100 or line.low(left.first - 1) in _FROM:
        return None
    following = line.at(right.last)
    if not dashed and (gap != ("to",) or (following.kind == "word" and following.low not in STOP)):
        return None
    value = left.value / right.value if left.value and right.value else None
    return Figure(left.first, right.last, value, kind="ratio")


def _ratio(line: Line, left: Figure, right: Figure, gap: tuple[str, ...]) -> Figure | None:
    """Read "one in five", "3 out of 4", "uno de cada cinco"; "two in 24 hours" is none."""
    low, high = left.value, right.value
    if not (isinstance(low, int) and isinstance(high, int)) or not 0 < low < high or high not in _RATIO_BASES:
        return None
    if gap in (("out", "of"), ("de", "cada"), ("in", "every"), ("of", "every"), ("out", "of", "every")):
        # "20 out of 35 houses" are counted houses; only a round base makes it a share.
        fits = high <= 10 or high in (100, 1000)
    elif gap in (("in",), ("sur",)):
        fits = low <= 9 and _share_of(line, left, right)
    elif gap == (":",) and line.glued(left.last) and line.glued(right.first):
        fits = True
    else:
        return None
    return Figure(left.first, right.last, low / high, kind="ratio") if fits else None


def _share_of(line: Line, left: Figure, right: Figure) -> bool:
    following = line.low(right.last)
    if following in UNITS or following in HYPHENS:
        return False
    if left.value == 1 or following in PERSONS or following in HOUSES or following in HOUSEHOLDS:
        return True
    closed = following in STOP or line.at(right.last).kind == "mark"
    return closed and line.low(left.first - 1) not in HARMING
