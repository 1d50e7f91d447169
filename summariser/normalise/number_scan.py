"""From tokens to figures: every number of a sentence with its value, before it is known what it counts.

The scan goes from left to right and each reader either takes tokens or leaves them, so nothing is read
twice. Which reader is asked depends on the word alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final

from summariser.normalise import number_arabic as arabic
from summariser.normalise import number_phrases as phrases
from summariser.normalise import number_rough as rough
from summariser.normalise.number_abroad import is_dual
from summariser.normalise.number_digits import HALVES, from_digits
from summariser.normalise.number_line import Figure, Line
from summariser.normalise.number_tokens import Token, number_from
from summariser.normalise.number_vocab import words
from summariser.normalise.number_words import LEXICONS


def scan(line: Line) -> list[Figure]:
    """Return the figures of a line from left to right, ranges and ratios joined."""
    readers = _READERS_BY_LANGUAGE[line.language]
    found: list[Figure] = []
    index = 0
    while index < len(line.tokens):
        token = line.tokens[index]
        figure: Figure | None = None
        if token.kind == "number":
            figure = from_digits(line, index)
        elif token.low in HALVES:
            figure = Figure(index, index + 1, number_from(HALVES[token.low]), kind="ratio")
        else:
            for reader in readers.get(token.low, ()) or (
                _arabic_readers(token) if token.kind == "word" and token.low > "\u05ff" else ()
            ):
                figure = reader(line, index)
                if figure is not None:
                    break
        if figure is None:
            index += 1
            continue
        # A code such as "AK-47" reaches back over words that were not figures themselves.
        if found and figure.first < found[-1].last:
            figure.first, figure.value = found.pop().first, None
        found.append(figure)
        index = max(figure.last, index + 1)
    return found


# --- which reader for which word ----------------------------------------------------------------------

_Reader = Callable[[Line, int], Figure | None]


def _readers(language: str) -> dict[str, tuple[_Reader, ...]]:
    lexicon = LEXICONS[language]
    table: dict[str, list[_Reader]] = {}

    def add(names: Iterable[str], reader: _Reader) -> None:
        for name in names:
            table.setdefault(name, []).append(reader)

    if language == "en":
        add(("a", "an"), phrases.article)
        add(("half",), phrases.half)
        add(phrases.TENS, phrases.compound_ordinal)
        add(phrases.ORDINALS, phrases.ordinal)
        add(("few", "handful"), rough.several_word)
        add(("twin",), phrases.twin)
        add(("couple",), phrases.couple)
        add(("dozen",), phrases.dozen)
    if language in ("es", "fr"):
        add(phrases.HALVED, phrases.halved)
    if language == "es":
        add(("un",), phrases.pair)
    add(phrases.NOTHING[language], phrases.none)
    if language != "ar":
        add(lexicon.several, rough.several_word)
        add(lexicon.vague, rough.vague)
        add(lexicon.cardinals, phrases.cardinal)
        add(lexicon.hundreds, phrases.cardinal)
        add(lexicon.scales, phrases.cardinal)
    return {name: tuple(found) for name, found in table.items()}


_READERS_BY_LANGUAGE: Final = {language: _readers(language) for language in LEXICONS}


def _arabic_readers(token: Token) -> tuple[_Reader, ...]:
    """Arabic words need no guess at the language: the script says it."""
    if arabic.vague_bound(token.low) is not None:
        return (_arabic_rough,)
    if arabic.bare(token.low) in arabic.SEVERAL:
        return (_arabic_several,)
    if token.low in _DUALS or is_dual(token.low):
        return (_arabic_dual,)
    return (phrases.arabic,) if arabic.is_number_word(token.low) else ()


_DUALS: Final = words(
    "شخصان شخصين مدنيان مدنيين جنديان جنديين طفلان طفلين طفلتان طفلتين امرأتان امرأتين سيدتان سيدتين",
    "رجلان رجلين شرطيان شرطيين مسلحان مسلحين قتيلان قتيلين جريحان جريحين شقيقان شقيقين صحفيان صحفيين",
    "صحافيان عائلتان عائلتين أسرتان أسرتين منزلان منزلين مسعفان مسعفين ضابطان ضابطين قذيفتان قذيفتين",
    "صاروخان صاروخين غارتان غارتين مسيرتان مسيرتين مسيّرتين برميلان برميلين قنبلتان قنبلتين مصابان",
    "جثتان جثتين سيارتان سيارتين",
) - words("مدنيين مسلحين شرطيين صحفيين مسعفين")
"""Arabic says "two soldiers" in one word; a form that is a plural as well is left to the plural."""


def _arabic_dual(line: Line, index: int) -> Figure | None:
    """Two, of what the same word names; behind another number it is that number's noun."""
    if index and line.at(index - 1).kind == "number":
        return None
    return Figure(index, index + 1, 2, noun_at=index)


def _arabic_several(line: Line, index: int) -> Figure | None:
    """ "عدة أشخاص"; "بضعة عشر" is more than ten."""
    teens = line.low(index + 1) in ("عشر", "عشرة")
    figure = rough.several(line, index, index + 1 + teens)
    if teens:
        rough.set_bound(figure, 11)
    return figure


def _arabic_rough(line: Line, index: int) -> Figure | None:
    """Dozens, hundreds; "عشرات الآلاف" is tens of thousands."""
    low = arabic.vague_bound(line.low(index)) or 0
    figure = Figure(index, index + 1)
    more = arabic.vague_bound(line.low(index + 1))
    if more is not None and more >= 1000 and low < more:
        low, figure.last = low * more, index + 2
    rough.set_bound(figure, low)
    return figure
