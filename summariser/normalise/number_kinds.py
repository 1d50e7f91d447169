"""What kind of number a figure is, judged by the words on both sides of it.

The tests stand in the order of their certainty: a currency sign settles the matter, a bare four-digit
number that follows "in" is a year only after everything else has been ruled out.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Final

from summariser.normalise.number_dates import is_date, is_time, is_year
from summariser.normalise.number_line import HYPHENS, Figure, Line, NumberKind
from summariser.normalise.number_nouns import is_plural, says_when
from summariser.normalise.number_vocab import (
    ALWAYS_LABELS,
    CURRENCY_SIGNS,
    CURRENCY_WORDS,
    FILLERS,
    GLUED_UNITS,
    HOUSEHOLDS,
    HOUSES,
    LABELS,
    MONTHS,
    PARTICIPLES,
    PERSON,
    PERSONS,
    PREPOSITIONS,
    STOP,
    STREETS,
    UNIT_PREFIXES,
    UNITS,
    WEEKDAYS,
    words,
)


def classify(line: Line, figure: Figure) -> NumberKind:
    """Return the kind of a figure whose hedge and noun phrase are known."""
    if figure.kind == "ordinal":
        return "date" if is_date(line, figure) else "ordinal"
    if figure.kind == "ratio" and _is_measure(line, figure):
        return "measure"  # one-half hour
    if figure.kind is not None:
        return figure.kind
    for kind, test in _TESTS:
        if test(line, figure):
            return kind
    # Nobody counts people in fractions: "a quake (6.1)", "5.4 on the scale".
    return "measure" if isinstance(figure.value, float) else "count"


_SHARED: Final = frozenset({"age", "year", "identifier"})


def share_kinds(line: Line, figures: Sequence[Figure]) -> None:
    """Let a bare number take the kind of its neighbour: "aged 4, 6 and 9", "pages 1 and 13"."""
    for left, right in pairwise(figures):
        if left.kind == "year" and right.kind == "count" and _is_another_year(line, left, right):
            right.kind = "year"
            continue
        if (
            right.kind != "count"
            or left.kind not in _SHARED
            or right.noun is not None
            or right.hedge is not None
        ):
            continue
        between = line.low(left.last) if left.last == right.first - 1 else ""
        listed = between == "," and line.low(right.last) in (",", "and", "or", ".", ")", "")
        if between in ("and", "or") or (listed and left.kind != "year"):
            right.kind = left.kind


_AND: Final = words("and y e et à a و")


def _is_another_year(line: Line, left: Figure, right: Figure) -> bool:
    """Whether a year follows a year: "entre los años 2019 y 2023", "بين عامي 2019 و2023"."""
    if not isinstance(left.value, int) or not isinstance(right.value, int) or right.hedge is not None:
        return False
    token = line.at(right.last - 1)
    plain = token.kind == "number" and token.shape == "plain" and len(token.text.lstrip("و")) == 4
    joined = right.first == left.last or (right.first == left.last + 1 and line.low(left.last) in _AND)
    return plain and joined and left.value < right.value <= 2100 and right.head not in PERSONS


# --- money, percent -----------------------------------------------------------------------------------


def _is_money(line: Line, figure: Figure) -> bool:
    if any(line.low(index) in CURRENCY_SIGNS for index in range(figure.first - 1, figure.last + 1)):
        return True
    before = line.at(figure.first - 1)
    if before.text == ".":
        before = line.at(figure.first - 2)
    if before.low == "rs" or (
        before.low in ("usd", "eur", "gbp", "inr", "pkr", "ngn", "kes") and before.text.isupper()
    ):
        return True
    index = figure.after
    if line.low(index) in HYPHENS or line.low(index) in ("of", "de"):
        index += 1
    if line.low(index) in CURRENCY_WORDS:
        # "500 pounds of explosives" and "a 1,000-pound bomb" are weights.
        weight = line.low(index + 1) == "of" or line.low(index - 1) in HYPHENS
        return not (weight and line.low(index).startswith("pound"))
    return line.at(index).capital and line.low(index + 1) in CURRENCY_WORDS


def _is_percent(line: Line, figure: Figure) -> bool:
    index = figure.after + (line.low(figure.after) in HYPHENS)
    pair = (line.low(index), line.low(index + 1))
    return pair[0] in ("%", "％", "٪", "percent", "pct", "percentage", "بالمئة", "بالمائة") or pair in (
        ("per", "cent"),
        ("pour", "cent"),
        ("por", "ciento"),
        ("في", "المئة"),
        ("في", "المائة"),
    )


# --- age ----------------------------------------------------------------------------------------------

_AGE_UNITS: Final = words("year years month months week weeks day days yr")
_AGED: Final = words("aged age ages âgé âgée âgés")
_LIMITS: Final = words("under over below above")
_LIMITED: Final = words(
    "children kids people persons women men girls boys adults youths minors infants those anyone everyone"
)
_ARE: Final = words("is are was were all mostly mainly being")
_COMING_OF_AGE: Final = frozenset((2, 5, 10, 12, 14, 15, 16, 18, 21, 65))
_SUMS: Final = words("toll tolls casualties deaths losses number numbers figure count total")
"""Of sums "were under 20" gives the size."""


def _is_age(line: Line, figure: Figure) -> bool:
    if _says_old(line, figure.after):
        return True
    lead = line.low(figure.before)
    if lead == "of" and line.low(figure.before - 1) in _AGED:
        return True
    if lead in _AGED or (lead in HYPHENS and line.low(figure.before - 1) in _AGED):
        return True
    if lead == "of" and _is_of_one(line, figure):
        return True
    highest = figure.high if figure.value is None else figure.value
    if not isinstance(highest, int) or not 0 < highest <= 110 or figure.last != figure.first + 1:
        return False
    return _limits_age(line, figure) or _stands_after_name(line, figure)


_PARENTS: Final = words("mother father parent widow widower grandmother grandfather member leader")
"""A mother of four is not four years old."""


def _is_of_one(line: Line, figure: Figure) -> bool:
    """Whether it is the age of one person: "a girl of 15", "a nephew of eleven or twelve"."""
    highest = figure.high if figure.value is None else figure.value
    person = figure.before - 1
    if line.low(person) not in PERSON - _PARENTS or figure.noun is not None or not isinstance(highest, int):
        return False
    told = any(line.low(person - step) in ("a", "an", "the", "another") for step in (1, 2, 3))
    return told and 0 < highest <= 110


def _says_old(line: Line, index: int) -> bool:
    """Whether "-year-old", "years old" or "years of age" follows."""
    index += line.low(index) in HYPHENS
    if line.low(index) not in _AGE_UNITS:
        return False
    index += 1
    index += line.low(index) in HYPHENS
    return line.low(index) in ("old", "olds") or (line.low(index), line.low(index + 1)) == ("of", "age")


def _limits_age(line: Line, figure: Figure) -> bool:
    """Whether it is an age limit: "children under five" are not at most five children."""
    limit = figure.first - 1
    if line.low(limit) in HYPHENS:
        return line.low(limit - 1) in _LIMITS
    if line.low(limit) not in _LIMITS or figure.noun is not None:
        return False
    if line.low(limit - 1) in _ARE and figure.value in _COMING_OF_AGE:
        return not any(token.low in _SUMS for token in line.tokens[:limit])  # "most of them are under 18"
    return line.low(limit - 1) in _LIMITED and line.low(figure.last) != "more"


def _stands_after_name(line: Line, figure: Figure) -> bool:
    """Whether it is the age behind a name: "Carlos Reyes, 44, was", "Reyes (44)"; not "in Homs, 15,"."""
    if line.at(figure.first).kind != "number" or line.at(figure.first).shape != "plain" or figure.hedge:
        return False
    opener, name, closer = line.low(figure.first - 1), line.at(figure.first - 2), line.low(figure.last)
    if not name.capital or line.shouted or name.low in WEEKDAYS or name.low in MONTHS:
        return False
    if opener == "(":
        return closer == ")"
    if opener != ",":
        return False
    before = line.at(figure.first - 3)
    full_name = before.capital and before.low not in WEEKDAYS
    if full_name:
        return closer in (",", ";", ".", ")", "") or closer == "and"
    return closer in (",", ";") and before.low not in ("in", "at", "from", "near", "of", "to")


# --- measure ------------------------------------------------------------------------------------------


def _is_measure(line: Line, figure: Figure) -> bool:
    unit = unit_index(line, figure)
    if unit is not None:
        figure.noun = (unit, unit + 1)
        return True
    lead = line.low(figure.before)
    if lead == "of":
        lead = line.low(figure.before - 1)
        if lead in ("mother", "father", "parents", "parent") and figure.noun is None:
            return True  # "a mother of four": no event has to do with the four
    scale = lead in ("magnitude", "measuring", "km", "latitude", "longitude")
    if scale or line.low(figure.after) in ("°", "º", "℃", "℉"):
        figure.noun = None
        return True
    if line.low(figure.after) in HYPHENS and line.glued(figure.after) and line.glued(figure.after + 1):
        # "a three-pronged attack", "a five-star hotel": nothing is counted that could be added up.
        compound = line.at(figure.after + 1)
        if compound.kind == "word" and figure.noun is None and compound.low != "strong":
            figure.noun = (figure.after + 1, figure.after + 2)
            return True
    small = isinstance(figure.value, float) and figure.value < 10
    return small and line.low(figure.after) in ("earthquake", "quake", "tremor")


_TONNES: Final = ("mt", "mts", "MT", "MTs", "Mt")


def unit_index(line: Line, figure: Figure) -> int | None:
    """The token of the unit of measurement behind a figure, if there is one."""
    if figure.noun_at == figure.first:
        return None  # an Arabic dual names what it counts: "أصيبت امرأتان يوم الخميس"
    index = figure.after
    if line.glued(index) and line.at(index).kind == "word" and line.at(index - 1).kind == "number":
        return index if line.low(index) in GLUED_UNITS or line.low(index) in UNITS else None
    if says_when(line, index):
        return None
    index += line.low(index) in HYPHENS or (figure.vague and line.low(index) in ("of", "de"))
    while line.low(index) in FILLERS or line.low(index) in UNIT_PREFIXES:
        index += 1
    letter = line.at(index).text in ("m", "g", "t", "l", "h") and line.low(index + 1) != "."
    tonnes = line.at(index).text in _TONNES and not line.at(index + 1).capital  # "2 MT Aurora" are ships
    return index if letter or tonnes or line.low(index) in UNITS else None


# --- identifier ---------------------------------------------------------------------------------------


def _is_identifier(line: Line, figure: Figure) -> bool:
    if figure.hedge is not None or figure.vague:
        return False
    return (
        _labelled(line, figure)
        or _is_marker(line, figure)
        or _is_note_mark(line, figure)
        or _is_of_a_page(line, figure)
        or _is_address(line, figure)
        or _is_name(line, figure)
    )


_AND_TO: Final = frozenset(("and", "to"))


_ISSUES: Final = words("issue bulletin newsletter edition sitrep")
"""What comes out in numbers."""


def _labelled(line: Line, figure: Figure) -> bool:
    """Whether a label stands before it: "Route 5", "No. 5", "phase two", "Group of Seven"."""
    index = figure.first - 1
    if line.low(index) == "." and line.low(index - 1) in (
        "no",
        "nos",
        "nr",
        "art",
        "sec",
        "para",
        "vol",
        "fig",
    ):
        return True
    label = line.at(index)
    if label.low == "°" and line.low(index - 1) == "n":
        return True  # "Issue N°13"
    if figure.noun is None and label.capital and label.low in _ISSUES:
        return True  # "Bulletin 13", "Flash Update 4 |"
    if label.low == "#" or (label.low in HYPHENS and line.low(index - 1) == "covid"):
        return True  # "Covid- 19", broken at the end of a line
    if label.low == "of":
        return line.at(index - 1).capital and line.low(index - 1) in ("group", "council", "gang", "committee")
    if label.low in ("nacional", "nationale", "national", "provincial"):
        label = line.at(index - 1)  # ruta nacional 157
    if label.low not in LABELS:
        return False
    if label.low in ALWAYS_LABELS and not (label.low == "no" and line.at(figure.first).kind == "word"):
        return True
    if label.capital and not line.shouted and index > 0:
        return figure.noun is None or figure.head not in PERSONS
    following = line.at(figure.last)
    if following.low == "of":
        return True  # "volume 2 of the penal code"
    return figure.noun is None and (following.kind != "word" or following.low in PREPOSITIONS | _AND_TO)


def _is_marker(line: Line, figure: Figure) -> bool:
    """A list number at the start of the sentence ("3. On Monday ..."), or a reference "[12]"."""
    first, last = figure.first, figure.last
    if line.at(first).kind != "number" or line.at(first).shape != "plain":
        return False
    if line.low(first - 1) == "[" and line.low(last) == "]":
        return True
    opened = first == 1 and line.low(0) == "("
    if not (first == 0 or opened) or len(line.at(first).text) > 3:
        return False
    return line.low(last) in (".", ")") and line.glued(last) and line.at(last + 1).kind != "mark"


_CLOSED: Final = (".", ")", "]", "”", '"', "»", "’")


def _is_note_mark(line: Line, figure: Figure) -> bool:
    """The mark of a footnote that stands on a word or a stop: "the crisis.2 In turn", "in 20215"."""
    token, index = line.at(figure.first), figure.first - 1
    if token.kind != "number" or token.shape != "plain" or figure.last != figure.first + 1:
        return False
    before, after = line.at(index), line.at(figure.last)
    if len(token.text) == 5 and token.text.startswith(("199", "200", "201", "202")):
        # A year with a mark, where nothing is counted.
        return figure.noun is None and before.low in _IN_A_YEAR and after.kind != "word"
    if len(token.text) == 3 and before.low in MONTHS and figure.noun is None:
        return 1 <= int(token.text[:2]) <= 31 and after.kind != "word"  # "on August 292, he said"
    if len(token.text) > 2 or index < 0 or not line.glued(figure.first):
        return False
    if before.text not in _CLOSED or figure.head in PERSONS:
        return False
    if after.kind == "word" and (not after.capital or line.glued(figure.last)):
        return False
    while line.at(index).text in _CLOSED and index:
        index -= 1
    word = line.at(index)
    # "No.5", "p.12", "3.4": what the stop shortens, or parts, is no sentence.
    return word.kind == "word" and len(word.text) > 2 and word.low not in LABELS and not word.capital


_IN_A_YEAR: Final = words("in since during of by until before after from through season")
_PAPERS: Final = words("report update bulletin brief page sitrep overview factsheet dashboard newsletter")


def _is_of_a_page(line: Line, figure: Figure) -> bool:
    """What a page bears at its head or foot: "Weekly Field Report | 2", "2 | P a g e", "© 2019 Maps"."""
    if line.low(figure.first - 1) == "©":
        return True
    if line.low(figure.first - 1) == "|" and figure.last == len(line.tokens):
        return line.low(figure.first - 2) in _PAPERS
    return figure.first == 0 and line.low(figure.last) == "|" and line.low(figure.last + 1) in ("p", "page")


def _is_address(line: Line, figure: Figure) -> bool:
    """Whether it is the number of a house: "2157 Tucuman Street"."""
    if line.at(figure.first).shape != "plain":
        return False
    for index in range(figure.last, figure.last + 4):
        if not line.at(index).capital:
            return False
        if line.low(index) in STREETS and index > figure.last:
            return True
    return False


def _is_name(line: Line, figure: Figure) -> bool:
    """Whether it ends a capitalised name that counts nothing itself: "Radio Forces 2 said"."""
    token, name = line.at(figure.first), line.at(figure.first - 1)
    if (
        token.shape != "plain"
        or len(token.text) > 4
        or figure.last != figure.first + 1
        or figure.noun is not None
    ):
        return False
    if not name.capital or line.shouted or name.low in STOP or name.low in MONTHS or name.low in WEEKDAYS:
        return False
    counts = name.low in PARTICIPLES or name.low in PERSONS or name.low in HOUSES or name.low in HOUSEHOLDS
    if counts and not line.at(figure.first - 2).capital:
        return False
    return figure.first > 1 and not _title_case(line) and not (name.low.endswith("s") and not is_plural(name))


def _title_case(line: Line) -> bool:
    """Whether most words are capitalised, so that "Bomb Kills 20" is no name."""
    long = [token for token in line.tokens if token.kind == "word" and len(token.text) > 3]
    return sum(token.capital for token in long) > 0.7 * len(long)


def _is_scale(line: Line, figure: Figure) -> bool:
    """ "IDPs (in thousands)": how the numbers of a table are written, and no number."""
    if not figure.vague or line.low(figure.first - 1) not in ("in", "en", "("):
        return False
    return line.low(figure.last) in (")", "]", ",", "")


_TESTS: Final[tuple[tuple[NumberKind, Callable[[Line, Figure], bool]], ...]] = (
    ("identifier", _is_scale),
    ("money", _is_money),
    ("percent", _is_percent),
    ("time", is_time),
    ("age", _is_age),
    ("date", is_date),
    ("measure", _is_measure),
    ("year", is_year),
    ("identifier", _is_identifier),
)
