"""What Arabic, French and Spanish words say about the countries of an article, without capitals.

Arabic has none: countries, areas, words for peoples and large towns are looked for word by word, without what
is written onto their front. French and Spanish write the words for peoples small ("l'armée malienne").
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from summariser.normalise.gazetteer import Gazetteer
from summariser.normalise.place_tables import read_table
from summariser.normalise.word_lists import listed

_WORD: Final = re.compile("[\u0621-\u0652\u0670-\u06d3]+")
_PREFIX: Final = re.compile("^(?:[وف]?(?:ب|ل|ك)?)(?=.{3})")
_SIGNS: Final = re.compile("[\u064b-\u0652\u0670]")
_LONGEST: Final = 3
_COUNTRY, _PEOPLE, _AREA, _TOWN = 3.0, 1.5, 1.5, 1.0
_ABROAD: Final = 0.5
_LARGE: Final = 100_000
_ACTING_ABROAD: Final = frozenset({"USA", "RUS", "FRA", "GBR", "ISR", "TUR", "IRN"})
"""Whose forces act in other countries: the word for them places little ("غارات إسرائيلية")."""
_BEFORE_TOWN: Final = listed(
    "في|من|إلى|الى|نحو|قرب|بين|مدينة|بلدة|محافظة|ولاية|مخيم|ريف|شمال|جنوب|شرق|غرب|وسط|شمالي|جنوبي|شرقي|غربي"
)
_SORTS: Final = _BEFORE_TOWN | listed(
    "قرية|حي|جبل|وادي|معبر|سوق|ساحل|منطقة|ناحية|قضاء|مديرية|بلدية|عاصمة|شمالية|جنوبية|شرقية|غربية|"
    "حدود|مطار|ميناء|طريق|معسكر|ميدان"
)
"""Words for sorts of places and for directions; some of them name one, too: Medina is "the city"."""
_BROADCASTS: Final = listed("قناة|شبكة|لقناة|لشبكة|مراسل|مراسلة|وقناة|تلفزيون")
"""Before "al-Jazeera", which is a state of Sudan, too."""

_INSIDE: Final = re.compile(
    r"(?:, | \()(?:(?:au|aux|en|dans|dans l[ea]|dans l['’]|en el|en la|al) ?)?"
    r"(?:(?:nord|sud|est|ouest|norte|sur|este|oeste)(?:-\w+)? (?:du |des |de la |de l['’]|del |de ))?",
    re.IGNORECASE,
)
"""Between a town and its country, a comma or a bracket: "de Tripoli au Liban" says where somebody went."""
_INSIDE_ARABIC: Final = re.compile(
    r"(?<!\w)(?P<town>[\u0621-\u064a]{3,}) ?(?:\((?:في )?|[،,] (?:في )?|(?:في )?(?:شمال|جنوب|شرق|غرب|وسط)ي? )"
    r"(?P<country>[\u0621-\u064a]{3,})(?!\w)"
)

Said = tuple[int, str, float]
"""Where, which country (ISO3), and how much it says."""


def said_abroad(text: str, language: str, gazetteer: Gazetteer) -> Iterator[Said]:
    """Each word of a text that speaks of a country."""
    for code, pattern in _peoples(language):
        weight = _ABROAD if code in _ACTING_ABROAD else _PEOPLE
        for match in pattern.finditer(text):
            yield match.start(), code, weight
    if language == "ar":
        yield from _arabic(text, gazetteer)


@functools.cache
def _peoples(language: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    table: dict[str, str] = read_table("areas_abroad.json")["peoples"].get(language, {})
    if language == "ar":
        shape = "(?<![\\w])[وفبلك]?(?:ال|لل)?(?:{})(?:ة|ون|ين|ان|ا|تين|تان)?(?!\\w)"
    else:
        shape = r"(?<!\w)(?:{})(?!\w)"
    return tuple((code, re.compile(shape.format(stems), re.IGNORECASE)) for code, stems in table.items())


def is_a_people(word: str, language: str) -> bool:
    """Whether a word is that for somebody of a country: "فلسطينياً", "maliens", "colombianos"."""
    bare = _SIGNS.sub("", word)
    return any(pattern.fullmatch(bare) for _, pattern in _peoples(language))


def _arabic(text: str, gazetteer: Gazetteer) -> Iterator[Said]:
    words = list(_WORD.finditer(text))
    at = 0
    while at < len(words):
        size = 0
        for longest in range(min(_LONGEST, len(words) - at), 0, -1):
            last = words[at + longest - 1]
            if any(text[w.end() : v.start()] != " " for w, v in pairwise(words[at : at + longest])):
                continue
            said = _named(words, at, text[words[at].start() : last.end()], gazetteer)
            if said is not None:
                yield words[at].start(), *said
                size = longest
                break
        at += size or 1


def _named(words: list[re.Match[str]], at: int, name: str, gazetteer: Gazetteer) -> tuple[str, float] | None:
    prefix = _PREFIX.match(name)
    if name == "الجزيرة" and at and words[at - 1][0] in _BROADCASTS:
        return None
    for bare in dict.fromkeys((name, name[prefix.end() :] if prefix else name)):
        if (code := gazetteer.country(bare)) is not None:
            return code, _COUNTRY
        if bare.removeprefix("ال") in _SORTS:
            continue  # "in the city of X", "in the north"
        areas = {area.country for area in gazetteer.areas(bare)}
        before = words[at - 1][0] if at else ""
        placed = before in _BEFORE_TOWN or before.removeprefix("و") in _BEFORE_TOWN  # "ولاية" begins with it
        if len(areas) == 1 and (" " in bare or placed or bare != name):
            return areas.pop(), _AREA
        if placed:
            places = [p for p in gazetteer.places(bare) if p.population >= _LARGE or p.capital]
            if places and len({p.country for p in places}) == 1:
                return places[0].country, _TOWN
    return None


def is_inside_abroad(between: str) -> bool:
    """Whether words between two names say that the first lies in the second."""
    return _INSIDE.fullmatch(between) is not None


def stated_abroad(name: str, between: str, run: str, gazetteer: Gazetteer) -> str | None:
    """The country that words put a town in: "Tripoli (Liban)", "Tripoli, au nord du Liban"."""
    if not _INSIDE.fullmatch(between) or gazetteer.country(name) is not None:
        return None
    code = gazetteer.country(run)
    return code if any(place.country == code for place in gazetteer.places(name)) else None


def stated_in_arabic(text: str, gazetteer: Gazetteer) -> Iterator[tuple[str, str]]:
    """Each town that Arabic words put in a country, with it: "طرابلس شمال لبنان", "طرابلس (لبنان)"."""
    for match in _INSIDE_ARABIC.finditer(text):
        code = gazetteer.country(match["country"])
        if code is None:
            continue
        town = match["town"]
        for name in dict.fromkeys((town, _PREFIX.sub("", town))):
            if gazetteer.country(name) is None and any(p.country == code for p in gazetteer.places(name)):
                yield name, code
                break
