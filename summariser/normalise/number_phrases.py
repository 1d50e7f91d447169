"""Figures in words: cardinals, "one", what "a" may open, shares, nothing at all, and ordinals."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from summariser.normalise.number_arabic import read_number
from summariser.normalise.number_digits import and_a_half
from summariser.normalise.number_line import HYPHENS, Figure, Line
from summariser.normalise.number_rough import several
from summariser.normalise.number_tokens import Number
from summariser.normalise.number_vocab import (
    ALWAYS_LABELS,
    CLAUSE_HARM,
    HARMED,
    HARMING,
    LABELS,
    PERSONS,
    STOP,
    ZERO_NOUNS,
    words,
)
from summariser.normalise.number_words import compose, table


def cardinal(line: Line, index: int) -> Figure | None:
    """Read a number in words, with a dozen, a share or a half behind it."""
    composed = compose(line.tokens, index, line.lexicon)
    if composed is None:
        return None
    figure = Figure(index, composed.end, composed.value)
    last_word = line.low(composed.end - 1)
    figure.scale = line.lexicon.scales.get(last_word, 100 if last_word in line.lexicon.hundreds else 1)
    alone = composed.end == index + 1
    if alone and line.low(index - 1) in ("per", "pour", "por") and composed.value >= 100:
        return None
    part = line.low(composed.end + (line.low(composed.end) in HYPHENS))
    if part in _PARTS_ABROAD and line.language != "en" and composed.value < 20:
        return _parts_abroad(line, index, composed.end, composed.value)
    if part in _PARTS and composed.value < 20:
        return _parts(line, index, composed.end, composed.value)
    if alone and composed.value == 1:
        if line.low(index) == "one" and line.low(composed.end) != "dozen":
            return _one(line, figure)
        figure.needs = "person" if line.low(index) in line.lexicon.articles else None
    if line.low(composed.end) == "dozen" and composed.value < 100:
        figure.value, figure.last = composed.value * 12, composed.end + 1
    _about(line, figure)
    and_a_half(line, figure)
    return figure


def arabic(line: Line, index: int) -> Figure | None:
    """Read an Arabic number in words."""
    found = read_number(line.tokens, index)
    if found is None:
        return None
    figure = Figure(index, found.end, found.value, scale=found.scale)
    if found.rounded:
        figure.qualifier = "about"
    if found.value == 1 and line.at(index - 1).kind == "word":
        figure.noun_at = index - 1  # "قتيل واحد"
    return figure


_PRONOUN_BEFORE: Final = words(
    "this that which another every each any no some the only other same such wrong right former latter",
    "your my",
)
_ONE_ANOTHER: Final = words(
    "another by day time thing can could should must may might would will has's self to",
)


def _one(line: Line, figure: Figure) -> Figure | None:
    """Read "one" as a number before a noun, "of the ..." or the verb of a toll; else it is a pronoun."""
    index = figure.first
    before, after = line.low(index - 1), line.low(index + 1)
    if before in ALWAYS_LABELS - {"no"} or (
        before != "no" and before in LABELS and line.at(index - 1).capital
    ):
        return figure
    if after == "of":
        return None if before in ("no", "every", "each", "any") else figure
    if before in _PRONOUN_BEFORE and (line.at(index + 1).kind != "word" or after in STOP):
        return None
    if before in ("no", "every", "each", "any", "another", "this", "that", "which"):
        return None
    if _goes_on_with_one(line, index):
        return figure
    if after in ("in", "out") and line.at(index + 2 + (after == "out")).kind != "mark":
        figure.needs = "noun"
        return figure
    if after in CLAUSE_HARM or (after in ("was", "is", "remains", "has") and _harm_follows(line, index + 2)):
        return figure
    if after in _ONE_ANOTHER:
        return None
    figure.needs = None if line.low(index + 1) in HYPHENS else "noun"
    return figure


_WHERE: Final = words("in at near outside")
_SCENE: Final = 16


def _goes_on_with_one(line: Line, index: int) -> bool:
    """ "Killed two farmers in Karsa and one in Dorra": one more, in another place."""
    named = line.low(index + 1) in _WHERE and line.at(index + 2).capital
    if not named or line.low(index - 1) not in ("and", ",", "another"):
        return False
    before = range(max(0, index - _SCENE), index)
    first = next((at for at in before if line.low(at) in _WHERE and line.at(at + 1).capital), None)
    return first is not None and any(line.low(at) in HARMING | HARMED for at in range(before.start, first))


def _harm_follows(line: Line, index: int) -> bool:
    return any(line.low(index + step) in CLAUSE_HARM for step in range(3))


def article(line: Line, index: int) -> Figure | None:
    """Read what "a" may open: a hundred, a dozen, a few, a pair of, a third of, a number of."""
    lexicon = line.lexicon
    word, after = line.low(index + 1), line.low(index + 2)
    if word in lexicon.hundreds or word in lexicon.scales:
        composed = compose(line.tokens, index + 1, lexicon)
        assert composed is not None, "a scale word is a number"
        figure = Figure(index, composed.end, composed.value)
        and_a_half(line, figure)
        return figure
    if word == "dozen":
        return Figure(index, index + 2, 12)
    if word in ("half", "quarter", "third") and (share := _fraction_of_scale(line, index, index + 1)):
        return share
    if word == "few" or (word == "handful" and after == "of") or (word == "number" and after == "of"):
        return several(line, index, index + 2)
    if word in _GROUPS and after == "of":
        return Figure(index, index + 2, _GROUPS[word])
    if word in _PARTS and (after == "of" or (word == "quarter" and after == "century")):
        return Figure(index, index + 2, _PARTS[word], kind="ratio")
    return None


_GROUPS: Final = {"pair": 2, "couple": 2, "trio": 3}
_PARTS: Final[dict[str, float]] = {
    "half": 0.5,
    "halves": 0.5,
    "third": 1 / 3,
    "quarter": 0.25,
    **{name: 1 / n for n, name in enumerate(("fifth", "sixth", "seventh", "eighth", "ninth", "tenth"), 5)},
}
_PARTS.update({f"{name}s": value for name, value in tuple(_PARTS.items()) if name not in ("half", "halves")})


_OF_A_SCALE: Final = {"half": Fraction(1, 2), "quarter": Fraction(1, 4), "third": Fraction(1, 3)}


def _fraction_of_scale(line: Line, first: int, index: int) -> Figure | None:
    """Read "half a million", "a half million", "half a dozen", "a third of a million"."""
    share = _OF_A_SCALE[line.low(index)]
    index += 1
    if line.low(index) == "of":
        index += 1
    if line.low(index) in ("a", "an") or line.low(index) in HYPHENS:
        index += 1
    scale = 12 if line.low(index) == "dozen" else line.lexicon.scales.get(line.low(index))
    if scale is None:
        return None
    value = share * scale
    if value.denominator > 1:
        return Figure(first, index + 1, round(value), qualifier="about")
    return Figure(first, index + 1, int(value))


def half(line: Line, index: int) -> Figure | None:
    """Read "half a million" and "half of"; "the second half" is no number."""
    figure = _fraction_of_scale(line, index, index)
    if figure is not None:
        return figure
    after = line.low(index + 1)
    if (
        after in ("of", "the", "a", "an", "its", "their", "all", "his", "her")
        and line.low(index - 1) != "first"
    ):
        return Figure(index, index + 1, 0.5, kind="ratio")
    return None


def _parts(line: Line, first: int, index: int, count: Number) -> Figure | None:
    """Read "two-thirds", "one third of", "three quarters"; "one third party" has no share in it."""
    hyphen = line.low(index) in HYPHENS
    word = line.low(index + hyphen)
    end = index + hyphen + 1
    if not (hyphen or word.endswith("s") or line.low(end) == "of"):
        return None if count == 1 else Figure(first, index, count)
    scale = line.lexicon.scales.get(line.low(end + 2))
    if scale is not None and line.low(end) == "of" and line.low(end + 1) in ("a", "one"):
        return Figure(first, end + 3, round(count * _PARTS[word] * scale))  # three quarters of a million
    return Figure(first, end, count * _PARTS[word], kind="ratio")


_PARTS_ABROAD: Final = {
    **dict.fromkeys(words("quart quarts cuarto cuartos"), Fraction(1, 4)),
    **dict.fromkeys(words("tiers tercio tercios"), Fraction(1, 3)),
}


def _parts_abroad(line: Line, first: int, index: int, count: Number) -> Figure | None:
    """Read "un quart de million", "tres cuartos de millón"; of anything else it is a share, and no count."""
    end = index + 1 + (line.low(index + 1) in ("de", "d'", "d’"))
    end += line.low(end) == "un"
    scale = line.lexicon.scales.get(line.low(end))
    if scale is None or end == index + 1:
        return None
    value = Fraction(count) * _PARTS_ABROAD[line.low(index)] * scale
    figure = Figure(first, end + 1, round(value), scale=scale)
    if value.denominator > 1:
        figure.qualifier = "about"
    return figure


def _about(line: Line, figure: Figure) -> None:
    """Read "une centaine de", "un centenar de": about a hundred."""
    at = figure.last + (line.low(figure.last) in _ROUNDLY)
    about = line.lexicon.about.get(line.low(at))
    half = line.low(at) in HALVED and line.low(at + 1) in HYPHENS  # "une demi-douzaine"
    if half and figure.value == 1:
        about, at = line.lexicon.about.get(line.low(at + 2), 0) // 2, at + 2
    if not about or figure.value != 1:
        return
    if line.low(at) in _ALSO_ELSE and (line.low(at + 1) not in _OF or line.low(at + 2) in ("un", "une")):
        return  # a fortnight, a quarantine of a month
    figure.value, figure.qualifier = about, "about"
    figure.last = at + 1
    figure.needs = None


_ROUNDLY: Final = words("bonne bon petite petit buena buen")
""""Une bonne centaine"."""
_OF: Final = words("de d' d’")
_ALSO_ELSE: Final = words("quincena cuarentena quarantaine quinzaine")
HALVED: Final = words("demi medio media")


def halved(line: Line, index: int) -> Figure | None:
    """Read "medio centenar", "media docena", "medio millón", "demi-million"."""
    at = index + 1 + (line.low(index + 1) in HYPHENS)
    word = line.low(at)
    about = line.lexicon.about.get(word)
    if about is not None:
        return Figure(index, at + 1, about // 2, qualifier="about")
    scale = line.lexicon.scales.get(word, 0)
    return Figure(index, at + 1, scale // 2, scale=scale) if scale >= 10**6 else None


def pair(line: Line, index: int) -> Figure | None:
    """Read "un par de soldados"; "par" alone is no number."""
    return (
        Figure(index, index + 2, 2) if line.low(index + 1) == "par" and line.low(index + 2) == "de" else None
    )


def dozen(line: Line, index: int) -> Figure | None:
    """Read a bare "dozen" ("more than dozen people"); "per dozen" is a price."""
    return Figure(index, index + 1, 12) if line.low(index - 1) != "per" else None


def twin(line: Line, index: int) -> Figure | None:
    """Read "twin blasts" as two; "the twin of" is no number."""
    after = line.at(index + 1)
    if after.kind == "word" and after.low.endswith("s") and after.low not in STOP:
        return Figure(index, index + 1, 2)
    return None


def couple(line: Line, index: int) -> Figure | None:
    """Read "couple of" without its article; "the couple" are not counted."""
    if line.low(index + 1) == "of":
        return Figure(index, index + 1, 2)
    return None


# --- nothing ------------------------------------------------------------------------------------------


NOTHING: Final = {
    "en": ("no", "none", "nobody", "without", "not"),
    "fr": ("aucun", "aucune"),
    "es": ("ningún", "ninguna", "sin"),
    "ar": (),
}


_DENIALS: Final = words("no without aucun aucune ningún ninguna sin")


def none(line: Line, index: int) -> Figure | None:
    """Read "no casualties", "no one was killed", "none of the ... died" as 0.

    "No one knows" and "no longer" count nothing: the noun or the verb must be one of harm.
    """
    word = line.low(index)
    if word == "not":
        single = (line.low(index + 1), line.low(index + 2)) == ("a", "single")
        return Figure(index, index + 3, 0) if single else None
    if word not in _DENIALS:
        return _nobody(line, index, index + 1)
    if line.low(index + 1) == "one":
        return _nobody(line, index, index + 2)
    for step in range(index + 1, index + 5):
        token = line.at(step)
        if token.low in ZERO_NOUNS:
            return Figure(index, index + 1, 0, noun_at=step)
        if token.kind != "word" or (token.low in STOP and token.low not in ("any", "known")):
            return None
        # "No soldiers were hurt" counts nobody, "no guerrilla clashes" nothing of the kind.
        after = line.at(step + 1)
        if (
            token.low in PERSONS
            and word not in ("without", "sin")
            and (after.kind != "word" or after.low in STOP)
        ):
            return _nobody(line, index, index + 1)
    return None


def _nobody(line: Line, first: int, last: int) -> Figure | None:
    for step in range(last, last + 12):
        token = line.at(step)
        if token.low in CLAUSE_HARM:
            return Figure(first, last, 0)
        if token.kind == "mark" and token.low in ("", ".", ";", ":", "?", "!"):
            break
    return None


# --- ordinals -----------------------------------------------------------------------------------------

_ORDINAL_WORDS: Final = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
)
_TENTH_WORDS: Final = (
    "twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth hundredth"
)
ORDINALS: Final = table(_ORDINAL_WORDS, 1) | table(_TENTH_WORDS, 20, 10)
TENS: Final = table("twenty thirty forty fifty sixty seventy eighty ninety", 20, 10)


def ordinal(line: Line, index: int) -> Figure | None:
    """Read "first"; "a second" of time is none."""
    word = line.low(index)
    if word == "second" and _second_of_time(line, index):
        return None
    return Figure(index, index + 1, ORDINALS[word], kind="ordinal")


def _second_of_time(line: Line, index: int) -> bool:
    before, after = line.low(index - 1), line.at(index + 1)
    if before in ("per", "each", "every", "split", "single", "one"):
        return True
    return before == "a" and (after.kind != "word" or after.low in STOP)


def compound_ordinal(line: Line, index: int) -> Figure | None:
    """Read "twenty-first"."""
    step = 1 + (line.low(index + 1) in HYPHENS)
    unit = ORDINALS.get(line.low(index + step), 10)
    if unit < 10 and (step == 2 or line.low(index + step) != "second"):
        return Figure(index, index + step + 1, TENS[line.low(index)] + unit, kind="ordinal")
    return None
