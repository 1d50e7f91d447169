"""What kind of thing a name names: evidence from its own words and from the words around it.

Each mention adds evidence for a place, a person, or a body. The grammar of the sentence outweighs the
gazetteer, since thousands of surnames are also towns: "Bali" after "Mustafa" is a man wherever Bali is.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from summariser.lexicon import place_frames as frames
from summariser.lexicon import places as lexicon
from summariser.lexicon.named_apart import Turn, is_storm, turn_of
from summariser.name_runs import Run, is_body, is_organisation_word
from summariser.name_tokens import Token
from summariser.normalise.actor_table import actor_rows
from summariser.normalise.place_keys import exact_key
from summariser.normalise.place_tables import country_codes, demonym_codes, region_tables
from summariser.normalise.place_words import is_ordinary, lower_words, word_list
from summariser.normalise.places import PlaceResolver

NameKind = Literal["place", "camp", "person", "organisation", "group", "unknown"]

_SORT = re.compile(r"\s+(?P<sort>(?:(?:refugee|IDP|displacement|displaced persons|transit)\s+)?[a-z-]+)\b")
# "LIMA, 20 Aug 88 (EFE) --", "Beirut (AFP) -", "GAZA, Monday —"
_DATELINE = re.compile(
    r"(?:, [^\W\d_][\w .]{2,30})??"
    r"(?:,? \d{1,2} [A-Z][a-z]{2}\w*\b|, [A-Z][a-z]{2,8}\.? \d{1,2}\b|,? \([^)]{2,40}\) ?[-–—]| ?[-–—]{1,2} )"
)
_BESIDE = re.compile(
    r",?\s+(?:(?:about|some|around|just|a few)\s+)*(?:\d+\s?(?:km|kilomet\w+|kilómetros|miles?)\s+"
    r"(?:(?:to the )?(?:north|south|east|west)\w*\s+(?:of|from)|from|away|outside|de\b|al\s)"
    r"|(?:north|south|east|west|northeast|northwest|southeast|southwest)\s+of\s)"
)
_WITHIN_ABROAD = re.compile(
    r"(?:,\s+|\s*\()(?:(?:dans|sur|en|une?|una)\s+)?(?:(?:la|le|el|l['’])\s?)?(?:"
    r"(?:village|localité|ville|zona rural|vereda|aldea|caserío)\s+"
    r"(?:de\s+la\s+|du\s+|de\s+|del\s+)?)?"
    r"(?:commune|province|territoire|région|cercle|département|préfecture|sous-préfecture|district|arrondissement|groupement|chefferie"
    r"|municipio|provincia|departamento|jurisdicción|corregimiento|cantón|distrito|estado)\s+(?:de(?:l|s)?\b|du\b|d['’]|(?=[A-ZÀ-Ý]))"
)
"""Behind a name: what it lies in, "X (province du Bam)", "X, dans la commune de Y", "X, municipio de Y"."""
_LISTED = re.compile(
    r"\s*(?:,|,?\s+(?:and|or|y|e|et|ou|as well as|&)\s)\s*(?:(?:in|en|à|the|l['’]|d['’])\s*)?"
)
_LAST_OF_LIST = re.compile(r"(?:\s(?:and|or|y|e|et|ou|as)\s|&)")
_SEATS = frozenset({"capital", "city", "town", "village", "seat", "port", "island", "suburb"})
_OPEN_TOWNS = frozenset(
    {"El", "La", "Los", "Las", "San", "Santa", "Santo", "Puerto", "Villa", "Le", "Les", "Saint", "Sainte"}
)
"""First words of many towns' names, and of no person's."""
_STRONG, _WEAK = 2.0, 0.75
_FRAME = 70
_LARGE_TOWN = 50_000
_FEWEST_LETTERS = 3
"""Of letters so few, towns and areas are written as well."""
_SORTS_ALONE = frozenset(
    {"LGA", "Upazila", "Locality", "Woreda", "Payam", "Raion", "Wilaya", "Subcounty", "Chiefdom"}
)
_BODIES_OF_THREE = frozenset({"WFP", "WHO", "FAO", "IOM", "MSF", "NRC", "IRC", "HRW"})
"""But for these, which no report means otherwise."""


@dataclass(slots=True)
class Evidence:
    """What speaks for each kind, over all mentions of a name."""

    place: float = 0.0
    person: float = 0.0
    body: float = 0.0
    camp: bool = False
    located: bool = False
    """Some mention follows a word of place, or stands before one."""
    storm: bool = False
    """Some mention names a storm."""
    turn: Turn | None = None
    """Some mention leads a line as who speaks does."""

    @property
    def is_placed(self) -> bool:
        """Whether the words around it say that it is a place."""
        return self.place >= _STRONG

    def add(self, other: Evidence) -> None:
        """Take over what another form of the same name has shown."""
        self.place += other.place
        self.person += other.person
        self.body += other.body
        self.camp |= other.camp
        self.located |= other.located
        self.storm |= other.storm
        self.turn = "clock" if "clock" in {self.turn, other.turn} else self.turn or other.turn


def read_evidence(run: Run, text: str) -> Evidence:
    """What one mention shows."""
    evidence = Evidence()
    if run.titled:
        evidence.person += 2 * _STRONG
    evidence.storm = is_storm(text, run.start)
    evidence.turn = turn_of(text, run.start, run.end)
    _read_before(run, evidence)
    _read_frame(run, text, evidence)
    _read_after(run, text, evidence)
    single = run.first == run.last and is_organisation_word(run.words[0])
    if single or is_body(run.tokens, run.first, run.last):
        evidence.body += _STRONG
    return evidence


def share_lists(found: Sequence[tuple[Run, Evidence]], text: str) -> None:
    """What is shown of one item of a list holds for all: "in A, B and C", "A and B districts"."""
    first = 0
    for index in range(1, len(found) + 1):
        gap = text[found[index - 1][0].end : found[index][0].start] if index < len(found) else ""
        if index < len(found) and _LISTED.fullmatch(gap):
            continue
        items = found[first:index]
        first = index
        if len(items) < 2 or not _LAST_OF_LIST.search(text[items[-2][0].end : items[-1][0].start]):
            continue
        if not any(evidence.place >= _STRONG for _run, evidence in (items[0], items[-1])):
            continue
        for run, evidence in items:
            if not (evidence.person or evidence.body or run.titled or evidence.place >= _STRONG):
                evidence.place += _STRONG
                evidence.located = True


def sort_after(run: Run, text: str) -> tuple[str, int] | None:
    """The sort of place that follows in the same sentence ("province", "refugee camp") and its end."""
    match = _SORT.match(text, run.end, min(run.tokens[-1].end, run.end + 40))
    if match is None:
        return None
    last = match["sort"].split()[-1].lower()
    known = lower_words("place_sorts") | lower_words("town_sorts")
    return (last, match.end("sort")) if last in known else None


def decide_kind(
    forms: Sequence[str],
    evidence: Evidence,
    resolver: PlaceResolver | None,
    countries: Sequence[str] = (),
) -> NameKind:
    """The kind that the evidence and the gazetteer agree on best.

    Args:
        forms: The forms of the name, the longest first.
        evidence: What its mentions show.
        resolver: The gazetteer, if there is one.
        countries: ISO3 of the countries that the article speaks of: a small town must lie in one.
    """
    text = forms[0]
    place, person = evidence.place, evidence.person
    if place < _STRONG and (text in frames.BRANDS or (evidence.storm and not country_codes(text))):
        return "unknown"
    area = _is_area(text, resolver)
    if any(map(_is_group, forms)) or demonym_codes(text):
        return "group"
    if (country_codes(text) or _is_region(text)) and person <= place + _STRONG:
        return "place"
    if evidence.camp:
        return "camp"
    if any(form in _known_bodies() for form in forms) and not area:
        return "organisation"  # "near MINUSCA": where it is, but no place of that name
    if evidence.body >= _STRONG and not area:
        return "organisation"
    # A dateline in capitals ("SAINT-MARC, 20 nov.") is no acronym.
    acronym = all(map(_is_acronym, forms)) and not area and place < 2 * _STRONG
    if place >= _STRONG and place >= person and not acronym:
        return "place"
    if person >= _STRONG and person > place:
        return "person"
    if acronym:
        return "organisation"
    if area or _is_known_town(text, evidence, resolver):
        return "place"
    if evidence.body > max(place, person):
        return "organisation"
    if place >= person and _in_gazetteer(text, resolver, countries if place < _WEAK else ()):
        return "place"
    return "person" if _looks_like_person(text.split(), evidence) else "unknown"


def is_placed(text: str, resolver: PlaceResolver | None, countries: Sequence[str], *, large: bool) -> bool:
    """Whether a name before a colon can be a place: a country, or one in a country that is spoken of.

    Args:
        text: The name.
        resolver: The gazetteer, if there is one.
        countries: ISO3 of the countries that the article speaks of.
        large: Whether an area or a large town is one wherever it lies.
    """
    if country_codes(text) or _is_region(text) or (countries and _in_gazetteer(text, resolver, countries)):
        return True
    return large and (_is_area(text, resolver) or _is_known_town(text, Evidence(), resolver))


@functools.cache
def _known_bodies() -> frozenset[str]:
    """Missions, agencies and armed groups by the letters that they go by."""
    letters = {name for row in actor_rows() for name in (row["name"], *row["aliases"]) if name.isupper()}
    known = frozenset(n for n in letters | word_list("acronyms") if len(n) > _FEWEST_LETTERS and n.isalpha())
    return known | _BODIES_OF_THREE


def _read_before(run: Run, evidence: Evidence) -> None:
    token, gap = run.previous(), run.tokens[run.first].gap
    if token is not None and gap == ", " and token.lower in _SEATS:
        evidence.place += _STRONG  # "the provincial capital, X"
        evidence.located = True
    if token is None or not gap.isspace():
        return
    word = token.lower
    _read_foreign(run, word, evidence)
    if word == "the" and (before := run.previous(2)) is not None:
        if before.lower in lower_words("strong_place") and not run.tokens[run.last].shouted:
            evidence.place += _WEAK
            evidence.located = True
        return
    if word in lower_words("strong_place"):
        evidence.place += _STRONG
        evidence.located = True
    elif word in lower_words("before_place"):
        evidence.place += _WEAK
        evidence.located = True
    elif word == "of" and (before := run.previous(2)) is not None:
        if before.lower in lower_words("town_sorts") | lower_words("place_sorts") | lower_words("of_place"):
            evidence.place += 2 * _STRONG
            evidence.located = True
            evidence.camp |= before.lower.startswith("camp")
    elif word in word_list("roles"):
        evidence.person += _STRONG
    elif word in word_list("saying"):
        evidence.person += _WEAK


def _read_frame(run: Run, text: str, evidence: Evidence) -> None:
    """ "At X", "the square of X", "bombed X", "the X checkpoint": words that only a place stands beside."""
    if run.titled or run.first == 0 or run.tokens[run.last].possessive:
        return
    led = _is_led(run)
    before = text[max(run.tokens[0].start, run.start - _FRAME) : run.start] if led else ""
    at = led and frames.AT.search(before) is not None and frames.AIMED_OR_EMPLOYED.search(before) is None
    first, last = run.words[0], run.words[-1]
    if len(run.words) > 1 and (first in frames.HEADS or last in frames.TAILS or first in frames.NUMBERED):
        evidence.place += _STRONG if run.previous() is not None and _located(run) else _WEAK
        evidence.located |= _located(run)
    if at or (led and frames.NAMED_BEFORE.search(before)) or frames.SITE_AFTER.match(text, run.end):
        evidence.place += _STRONG
        evidence.located = True


def _is_led(run: Run) -> bool:
    """Whether the word before it is one that `frames.NAMED_BEFORE` and `frames.AT` can end with."""
    token = run.previous()
    if token is not None and token.lower == "the":
        token = run.previous(2)
    return token is not None and (token.lower in frames.LEADS or token.lower.endswith(("ed", "ing")))


def _located(run: Run) -> bool:
    """Whether a word of place stands before it: "in the Plaza", "at", "on", "through"."""
    token = run.previous()
    if token is not None and token.lower == "the":
        token = run.previous(2)
    return token is not None and token.lower in lexicon.PLACED | lexicon.GOAL_WORDS | lexicon.ORIGIN_WORDS


def _read_foreign(run: Run, word: str, evidence: Evidence) -> None:
    """ "la vereda El Salto", "les localités de X", "dans X": words of place in other languages."""
    if word in lexicon.FOREIGN_SORTS:
        evidence.place += 2 * _STRONG
        evidence.located = True
        return
    if word in lexicon.FOREIGN_PLACED:
        evidence.place += _STRONG
        evidence.located = True
        return
    back = 1
    while word in lexicon.ARTICLES and back < 3 and (before := run.previous(back + 1)) is not None:
        back, word = back + 1, before.lower
    if word not in lexicon.FOREIGN_OF:
        if back > 1 and word in lexicon.FOREIGN_PLACED:
            evidence.place += _WEAK
            evidence.located = True
        return
    described = run.previous(back + 1)
    if described is not None and described.lower in lexicon.FOREIGN_SORTS | lexicon.FOREIGN_OF_PLACE:
        evidence.place += 2 * _STRONG
        evidence.located = True
        evidence.camp |= described.lower.startswith("camp")


def _read_after(run: Run, text: str, evidence: Evidence) -> None:
    sort = sort_after(run, text)
    if sort is not None and not run.tokens[run.last].possessive:
        evidence.place += _STRONG
        evidence.located = True
        evidence.camp |= sort[0].startswith("camp")
    token = run.following()
    if token is None:
        return
    if token.gap.isspace() and token.lower in lexicon.PLURAL_SORTS and not run.tokens[run.last].possessive:
        evidence.place += _STRONG
        evidence.located = True
    if run.first == 0 and _DATELINE.match(text, run.end):
        evidence.place += 2 * _STRONG
        evidence.located = True
        return
    if token.gap.isspace() and token.lower in word_list("followers"):
        evidence.body += _WEAK
    if token.gap.isspace() and token.lower in word_list("saying"):
        evidence.person += _STRONG if len(run.words) > 1 else _WEAK
    if _BESIDE.match(text, run.end) or _lies_within_abroad(run, text):
        evidence.place += _STRONG
        evidence.located = True
    if token.gap == ", ":
        _read_apposition(run, token, evidence)
    elif token.lower in ("who", "whose", "himself", "herself"):
        evidence.person += _STRONG


def _lies_within_abroad(run: Run, text: str) -> bool:
    """Whether it says what it lies in. A name of several words may be a person's: "Jean X, dans la"."""
    if run.titled or (len(run.words) > 1 and run.words[0] not in _OPEN_TOWNS):
        return False
    return _WITHIN_ABROAD.match(text, run.end) is not None


def _read_apposition(run: Run, token: Token, evidence: Evidence) -> None:
    """ "X, Syria", "X, another camp", "X, 35", "X, head of": what the words after a comma say of X."""
    if token.capital and country_codes(token.text):
        evidence.place += _STRONG
        evidence.located = True
    elif (
        (token.text.isdigit() and len(token.text) == 2)
        or token.lower in word_list("roles")
        or token.lower in ("who", "whose")
    ):
        evidence.person += _STRONG
    elif token.lower in ("a", "an", "the", "another", "one"):
        soon = [item.lower for item in (run.following(ahead) for ahead in range(2, 6)) if item is not None]
        sorts = [word for word in soon if word in lower_words("town_sorts")]
        if sorts:
            evidence.place += _STRONG
            evidence.located = True
            evidence.camp |= sorts[0] == "camp"
        elif len(run.words) > 1 and not word_list("roles").isdisjoint(soon):
            evidence.person += _STRONG


def _is_group(text: str) -> bool:
    return (
        text in word_list("groups")
        or is_people(text)
        or any(
            word in word_list("groups") for word in text.split()[-1:] if "-" in word or len(text.split()) == 2
        )
    )


def is_people(text: str) -> bool:
    """Is it the plural of a demonym ("Iraqis", "Frenchmen"), which names people and not a place?"""
    if not demonym_codes(text):
        return False
    return text.endswith("men") or any(
        text.endswith(ending) and demonym_codes(text[: -len(ending)] + stem)
        for ending, stem in (("s", ""), ("es", ""), ("ies", "y"))
    )


def _is_acronym(text: str) -> bool:
    letters = [letter for letter in text if letter.isalpha()]
    return len(letters) > 1 and " " not in text and sum(map(str.isupper, letters)) > len(letters) / 2


def _is_area(text: str, resolver: PlaceResolver | None) -> bool:
    words = text.split()
    if len(words) > 1 and words[-1].lower() in lower_words("place_ends"):
        text = " ".join(words[:-1])
    return resolver is not None and not is_ordinary(text) and bool(resolver.gazetteer.areas(text))


def _is_region(text: str) -> bool:
    tables, key = region_tables(), exact_key(text)
    known = (tables.parts, tables.disputed, tables.several, tables.waters)
    if any(key in table for table in known):
        return True
    # "LGA" alone names no area, and neither does "Upazila".
    return text not in _SORTS_ALONE and text.rsplit(maxsplit=1)[-1] in word_list("place_ends")


def _is_known_town(text: str, evidence: Evidence, resolver: PlaceResolver | None) -> bool:
    """A large town needs no word of place around it; no evidence of a person may speak against it."""
    if resolver is None or evidence.person or is_ordinary(text) or len(text) < 4:
        return False
    places = resolver.gazetteer.places(text)
    return bool(places) and (places[0].capital or places[0].population >= _LARGE_TOWN)


def _in_gazetteer(text: str, resolver: PlaceResolver | None, countries: Sequence[str]) -> bool:
    """Is there a town of this name, in one of the countries if any are given?"""
    if resolver is None or is_ordinary(text):
        return False
    found = {place.country for place in resolver.gazetteer.places(text)}
    found |= {district.country for district in resolver.gazetteer.districts(text)}
    return not found.isdisjoint(countries) if countries else bool(found)


def _looks_like_person(words: Sequence[str], evidence: Evidence) -> bool:
    """Two to four capitals that nothing else explains are a person more often than not."""
    if not 2 <= len(words) <= 4:
        return evidence.person >= _WEAK and not evidence.located
    return evidence.place < _STRONG and not any(
        word.lower() in lower_words("common") or not word[-1].isalpha() for word in words
    )
