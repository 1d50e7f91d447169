"""Words that say how exact a number is: "more than", "some", "up to", "or more"."""

from __future__ import annotations

from typing import Final, Literal

from summariser.normalise.number_line import DASHES, HYPHENS, Figure, Line
from summariser.normalise.number_vocab import CURRENCY_SIGNS, words

_Sense = Literal["about", "at_least", "at_most"]
_Phrases = dict[tuple[str, ...], _Sense]


def _phrases(**senses: str) -> _Phrases:
    return {
        tuple(phrase.split()): sense  # type: ignore[misc]
        for sense, listed in senses.items()
        for phrase in listed.split(", ")
    }


_HEDGES: Final = {
    "en": _phrases(
        at_least="at least, at the least, no fewer than, no less than, not less than, not fewer than, more "
        "than, greater than, over, above, in excess of, upwards of, upward of, a minimum of, "
        "minimum of, exceeding, exceeds, exceeded, exceed, surpassed, surpassing, north of, as "
        "few as, >, ≥, > =",
        at_most="up to, as many as, as much as, no more than, not more than, at most, at the most, fewer "
        "than, less than, under, below, a maximum of, maximum of, <, ≤",
        about="about, around, some, approximately, approx, approx ., nearly, almost, roughly, an "
        "estimated, estimated, estimated at, estimated to be, close to, circa, ca, ca ., c ., "
        "perhaps, maybe, somewhere around, in the region of, in the order of, on the order of, ~, "
        "≈, ±",
    ),
    "fr": _phrases(
        at_least="au moins, plus de, plus d', pas moins de, pas moins d', au minimum",
        at_most="jusqu'à, moins de, moins d', au plus, pas plus de, au maximum",
        about="environ, d' environ, près de, près d', pas loin de, pas loin d', quelque, quelques, "
        "autour de, à peu près, presque, "
        "approximativement",
    ),
    "es": _phrases(
        at_least="al menos, por lo menos, más de, mas de, no menos de, como mínimo, cuando menos, mais de",
        at_most="hasta, menos de, no más de, como máximo, a lo sumo",
        about="unos, unas, alrededor de, cerca de, casi, aproximadamente, en torno a",
    ),
    "ar": _phrases(
        at_least="أكثر من, اكثر من, أزيد من, ما لا يقل عن, ما لا يقل على, لا يقل عن, ما يزيد عن, "
        "ما يزيد على, يزيد عن, يزيد على, تزيد عن, تزيد على, "
        "ما يربو على, يربو على, ما يفوق, يفوق, تفوق, فوق, على الأقل",
        at_most="أقل من, ما لا يزيد عن, ما لا يزيد على, لا يتجاوز, لا تتجاوز, ما يصل إلى, حتى",
        about="نحو, حوالي, حوالى, قرابة, زهاء, ما يقرب من, ما يقارب, يقارب, تقارب, ما يناهز, يناهز, تناهز, "
        "تقريبا",
    ),
}
_WRITTEN_ON: Final = ("و", "ب", "ل", "ف", "وب", "ول")
"""What may be written onto the first word of an Arabic hedge: "بأكثر من"."""
_HEDGES["ar"] |= {
    (f"{prefix}{phrase[0]}", *phrase[1:]): sense
    for phrase, sense in tuple(_HEDGES["ar"].items())
    for prefix in _WRITTEN_ON
}
_AFTER: Final = _phrases(
    at_least="au bas mot, cuando menos, por lo menos, "
    "or more, at least, at a minimum, - plus, - or - more, +, ou plus, au moins, o más, al "
    "menos, على الأقل, as a minimum, and above, or above, and over",
    at_most="or less, or fewer, at most, at the most, at maximum",
    about="تقريبا, or so, - odd, odd, or thereabouts, approximately, approx",
)
_BEFORE: Final = {language: _HEDGES[language] | _HEDGES["ar"] for language in _HEDGES}
_LONGEST: Final = 5
_LAST_WORDS: Final = frozenset(phrase[-1] for table in _HEDGES.values() for phrase in table)
_FIRST_WORDS: Final = frozenset(phrase[0] for phrase in _AFTER) | DASHES
# "well over 200": these lean on the hedge behind them.
_LEANING: Final = words(
    "well just slightly little far even many much significantly considerably still possibly"
)
# "control over 20 villages", "took over 3 towns", "concern about two": a preposition, not a hedge.
_GOVERNING: Final = {
    "over": words(
        "control took take takes taken taking power authority victory win wins flew flying fly fight",
        "fighting clash clashes dispute disputes concern concerns anger tensions handed hand turned jumped",
        "presided fears worries protest protests rule ruled jurisdiction arrested charged",
    ),
    "about": words(
        "talk talked talks talking speak spoke information concern concerns concerned worried know knows",
        "knew asked complained complain heard questions brought think thought doubts story stories",
    ),
    "under": words("placed held living live lived buried trapped signed arrested put come came operating"),
    "above": words("flew flying hovered"),
    "around": words("gathered travelled turned walked looked centred"),
}


def find_before(line: Line, figure: Figure) -> None:
    """Find the hedge before a figure; set ``before``, the hedge's span and the qualifier."""
    table = _BEFORE[line.language]
    if figure.first in line.cells:
        figure.before = figure.first - 1
        return  # what stands in another cell of a table is said of another number
    edge = _over_currency(line, figure.first)
    figure.before = edge - 1
    end = _over_filler(line, edge)
    first: int | None = None
    sense: _Sense | None = None
    start = end
    while (matched := _ending_at(line, start, table)) is not None:
        length, found = matched
        if _is_preposition(line, start - length, length):
            break
        # "at least some 20": the nearest word may be the weaker one.
        sense = found if sense in (None, "about") else sense
        start -= length
        first = start
    if first is None or sense is None:
        return
    while line.low(first - 1) in _LEANING:
        first -= 1
    if line.low(first) == "little" and line.low(first - 1) == "a":
        first -= 1
    figure.before = first - 1
    figure.hedge = (first, end)
    apply(figure, sense)


def _over_currency(line: Line, index: int) -> int:
    """Step back over a currency sign or code that belongs to the figure."""
    while True:
        before = line.at(index - 1)
        if before.low == "." and line.low(index - 2) == "rs":
            return index - 2
        code = before.capital and before.low in ("rs", "us", "usd", "eur", "gbp")
        if not (code or before.low in CURRENCY_SIGNS):
            return index
        index -= 1


def _over_filler(line: Line, index: int) -> int:
    """Step back over "another" and "a further", which may part a hedge from its number."""
    if line.low(index - 1) in ("another", "otros", "otras"):
        return index - 1
    if line.low(index - 1) in ("further", "additional", "autre") and line.low(index - 2) in ("a", "an", "un"):
        return index - 2
    return index


def _ending_at(line: Line, end: int, table: _Phrases) -> tuple[int, _Sense] | None:
    """The longest hedge whose last word is just before ``end``."""
    if line.low(end - 1).replace("’", "'") not in _LAST_WORDS:
        return None
    for length in range(min(_LONGEST, end), 0, -1):
        phrase = tuple(line.low(index).replace("’", "'") for index in range(end - length, end))
        if phrase in table:
            return length, table[phrase]
    return None


def _is_preposition(line: Line, index: int, length: int) -> bool:
    word = line.low(index)
    return length == 1 and line.low(index - 1) in _GOVERNING.get(word, frozenset())


def find_after(line: Line, figure: Figure, index: int) -> int:
    """Find a hedge that begins at a token behind the figure; return the token after it."""
    if line.low(index) not in _FIRST_WORDS or index in line.cells:
        return index
    for length in range(4, 0, -1):
        phrase = tuple(
            "-" if line.low(index + step) in DASHES else line.low(index + step) for step in range(length)
        )
        if phrase not in _AFTER or _starts_another(line, phrase, index + length):
            continue
        if phrase[0] in ("-", "+") and not line.glued(index):
            continue
        if figure.hedge is None:
            first = index + (line.low(index) in HYPHENS)
            figure.hedge = (first, index + length)
        apply(figure, _AFTER[phrase])
        return index + length
    return index


def _starts_another(line: Line, phrase: tuple[str, ...], end: int) -> bool:
    """Whether the hedge belongs to the next number: "20 killed, at least 5 of them"."""
    return phrase in (
        ("at", "least"),
        ("at", "most"),
        ("approximately",),
        ("al", "menos"),
        ("au", "moins"),
    ) and (line.at(end).kind == "number" or line.at(end).kind == "word")


def apply(figure: Figure, sense: _Sense) -> None:
    """Let a hedge change what the figure says. Ranges and vague words keep their own qualifier."""
    figure.needs = None
    if figure.value is None or figure.kind in ("identifier", "ordinal"):
        return
    if figure.qualifier in ("at_least", "at_most") and sense == "about":
        return
    figure.qualifier = sense
    figure.low = figure.value if sense == "at_least" else None
    figure.high = figure.value if sense == "at_most" else None
