"""Figures that begin with digits: codes, letters glued to them, fractions and scale words behind them."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from summariser.normalise.number_line import HYPHENS, Figure, Line
from summariser.normalise.number_rough import make_vague
from summariser.normalise.number_tokens import number_from
from summariser.normalise.number_vocab import (
    AFTER_METRES,
    CURRENCY_CODES,
    CURRENCY_SIGNS,
    GLUED_UNITS,
    PERSONS,
    PREPOSITIONS,
    STOP,
    words,
)

HALVES: Final = {"½": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75"), "⅓": Decimal(1) / 3}
_ORDINAL_ENDS: Final = words("st nd rd th er ère e ème eme ª º ro do to")
_YEAR_HYPHENS: Final = words("mid pre post late early circa")
_AGE_HYPHENS: Final = words("over under plus aged age")
_FEWEST_OF_A_CODE: Final = 9
"""So many digits in one are of a telephone or a file; who counts hundreds of millions groups them."""
_SCALE_ENDS: Final = {"k": 10**3, "mn": 10**6, "mln": 10**6, "bn": 10**9, "b": 10**9, "m": 10**6}


def from_digits(line: Line, index: int) -> Figure:
    """Read the figure whose first digit literal is at a token."""
    token = line.at(index)
    figure = Figure(index, index + 1, token.value)
    if token.shape in ("clock", "date"):
        figure.kind = "time" if token.shape == "clock" else "date"
        return figure
    if token.shape == "code" or (token.shape == "plain" and len(token.text) >= _FEWEST_OF_A_CODE):
        figure.kind = "identifier"
        return figure
    if _code(line, index, figure) or _suffix(line, index, figure):
        return figure
    if token.text in ("24/7", "9/11"):
        figure.kind, figure.value = ("time" if token.text == "24/7" else "date"), None
    elif token.shape == "fraction":
        figure.kind = "ratio"
    elif line.at(index + 1).shape == "fraction" and token.shape == "plain":
        part = line.at(index + 1).value
        if token.value is not None and part is not None and part < 1:
            figure.value, figure.last = token.value + part, index + 2  # 2 1/2
    elif line.low(index + 1) in HALVES and token.value is not None:
        figure.value = number_from(Decimal(str(token.value)) + HALVES[line.low(index + 1)])
        figure.last = index + 2
    _resolve_dot(line, figure)
    _scale(line, figure)
    return figure


def _code(line: Line, index: int, figure: Figure) -> bool:
    """Whether the digits are part of a name: M23, AK-47, COVID-19, H1N1."""
    first = index
    hyphen = line.glued(index) and line.low(index - 1) in HYPHENS and line.glued(index - 1)
    before = line.at(index - 2 if hyphen else index - 1)
    if not line.glued(index) or before.kind != "word" or before.text[0] > "\u05ff":
        return False
    if before.low in CURRENCY_CODES and not hyphen and line.at(index).shape != "plain":
        return False
    if before.low in ("rs", "usd", "eur", "gbp", "us") and not hyphen:
        return False
    if hyphen and line.glued(index - 2) and line.at(index - 3).kind == "number":
        return False  # 6am-8pm
    if hyphen and (
        before.low in _YEAR_HYPHENS | _AGE_HYPHENS or before.low in PREPOSITIONS or len(before.text) > 12
    ):
        return False
    first = index - 2 if hyphen else index - 1
    while line.glued(first) and line.at(first - 1).kind != "mark":
        first -= 1
    last = index + 1
    while line.glued(last) and line.at(last).kind != "mark":
        last += 1
    figure.first, figure.last, figure.kind = first, last, "identifier"
    if last > index + 1:
        figure.value = None  # H1N1 is no single figure
    return True


def _suffix(line: Line, index: int, figure: Figure) -> bool:
    """Read letters that are glued to the digits; True when they settle what the figure is."""
    if not line.glued(index + 1) or line.at(index + 1).kind != "word":
        return False
    token, end = line.at(index), line.low(index + 1)
    if (end in _ORDINAL_ENDS or line.at(index + 1).text == "d") and token.shape == "plain":
        figure.kind, figure.last = "ordinal", index + 2
        return True
    if end == "s" and token.shape in ("plain", "grouped"):
        figure.last = index + 2
        if token.value in (10, 100, 1000, 10_000, 100_000):
            assert token.value is not None
            make_vague(line, figure, int(token.value))
        else:
            figure.kind = "age" if _decade_of_life(line, index) else "year"
        return True
    if end in _SCALE_ENDS and token.value is not None and not _metres(line, index, end):
        figure.scale = _SCALE_ENDS[end]
        figure.value = number_from(Decimal(str(token.value)) * figure.scale)
        figure.last = index + 2
        return True
    letter = len(end) == 1 and line.at(index + 1).text.isupper() and end not in ("c", "f")
    if not letter and (end in GLUED_UNITS or end in STOP or len(end) > 2):
        return False
    figure.kind, figure.last = "identifier", index + 2  # 3D, 2A
    return True


def _decade_of_life(line: Line, index: int) -> bool:
    lead = line.low(index - 1)
    if lead in ("mid", "late", "early", "-"):
        lead = line.low(index - 2) if lead != "-" else line.low(index - 3)
    return lead in ("his", "her", "their", "over", "under") and (line.at(index).value or 0) < 120


def _metres(line: Line, index: int, end: str) -> bool:
    """Whether the m of "2.5m" is metres and not millions."""
    if end != "m" or line.low(index - 1) in CURRENCY_SIGNS or line.low(index - 1) in CURRENCY_CODES:
        return False
    following = line.at(index + 2)
    return following.kind != "word" or following.low in AFTER_METRES


def _resolve_dot(line: Line, figure: Figure) -> None:
    """Read 1.500 in English as grouped before people: no count of people has a fraction."""
    token = line.at(figure.first)
    if token.shape == "dot3" and line.low(figure.last) in PERSONS:
        figure.value = int(token.text.replace(".", ""))


def _scale(line: Line, figure: Figure) -> None:
    """Multiply by scale words behind digits: 1.2 million, 3 lakh, 5 dozen, 2 mil 500."""
    if figure.value is None:
        return
    scales = line.lexicon.digit_scales
    index = figure.last + (line.low(figure.last) in HYPHENS and line.glued(figure.last + 1))
    while line.low(index) in scales:
        figure.scale *= scales[line.low(index)]
        index += 1
    if line.at(index).text == "m" and line.low(index + 1) in PERSONS:
        figure.scale *= 10**6
        index += 1
    if figure.scale == 1:
        return
    value = Decimal(str(figure.value)) * figure.scale
    figure.last = index
    rest = line.at(index)
    if figure.scale == 1000 and rest.shape == "plain" and rest.value is not None and rest.value < 1000:
        value += Decimal(str(rest.value))
        figure.last += 1
    figure.value = number_from(value)
    and_a_half(line, figure)


_AND_HALF: Final = {("et", "demi"), ("et", "demie"), ("y", "medio"), ("y", "media")}


def and_a_half(line: Line, figure: Figure) -> None:
    """Read "two and a half [million]", "a million and a half", "un million et demi", "un millar y medio"."""
    if figure.value is None:
        return
    if (line.low(figure.last), line.low(figure.last + 1)) in _AND_HALF:
        word = line.low(figure.last - 1)
        unit = line.lexicon.scales.get(word, line.lexicon.about.get(word, 1))
        figure.value = number_from(Decimal(str(figure.value)) + Decimal(unit) / 2)
        figure.last += 2
        return
    steps = [step for step in range(figure.last, figure.last + 7) if line.low(step) not in HYPHENS]
    if [line.low(step) for step in steps[:3]] not in (["and", "a", "half"], ["and", "one", "half"]):
        return
    scales = line.lexicon.scales
    value = Decimal(str(figure.value))
    if len(steps) > 3 and (after := scales.get(line.low(steps[3]))) is not None:
        figure.value, figure.last = number_from((value + Decimal("0.5")) * after), steps[3] + 1
        return
    unit = scales.get(line.low(figure.last - 1), 1)
    figure.value, figure.last = number_from(value + Decimal(unit) / 2), steps[2] + 1
