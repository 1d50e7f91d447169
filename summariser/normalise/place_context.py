"""Which countries an article speaks of, and which places in them are certain.

Every country name, demonym, area and large town counts for its country. A name in a place's position
("in Syria") counts more than an adjective ("Syrian"), and much more than one that only says who did
something ("US-backed"). The first lines count double, for that is where the scene is set.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from summariser.lexicon.named_apart import is_apart, turn_of
from summariser.normalise.gazetteer import Gazetteer
from summariser.normalise.place_choice import STANDS_OUT
from summariser.normalise.place_context_abroad import (
    is_inside_abroad,
    said_abroad,
    stated_abroad,
    stated_in_arabic,
)
from summariser.normalise.place_keys import exact_key
from summariser.normalise.place_tables import country_codes, country_tables, demonym_codes, region_tables
from summariser.normalise.place_types import Area, GazetteerPlace, PlaceContext
from summariser.normalise.place_words import is_ordinary, lower_words
from summariser.sentences import guess_language

_COUNTRY = 3.0
_IN_PLACE = 2.0
_ACRONYM = 1.0
_DEMONYM = 1.5
_ACTOR = 0.5
_ARMED_MEN = 0.75
_ABROAD = 0.1
_AREA = 1.5
_LARGE_TOWN = 1.0
_SMALL_TOWN = 0.5
_CAPITAL_STANDS_OUT = 2.0
_VOTE_BELOW = 1.5
_FEWEST_VOTES = 2
_VOTE = 1.0
_SCENE_LENGTH = 400
_SCENE_FACTOR = 2.0
_LARGE = 100_000
_SMALL = 5_000
_MOST_POINTS = 40
_ACTS_ABROAD = re.compile(
    r"(?:['’]s)?\s+(?:(?:has|have|had|also|again|later)\s+){0,2}"
    r"(?:bombed|struck|shelled|fired|launched|attacked|invaded|pounded|bombarded|targeted|killed|hit"
    r"|carried out|claimed|accused|denied|condemned|said|says|blamed|vowed|threatened|urged|warned"
    r"|(?:air ?strikes?|air raids?|strikes?|missiles?|drones?|rockets?|bombs?|bombing|shelling|shells?"
    r"|bombardment|war ?planes?|jets?|artillery|invasion|raids?)\b)"
)
"""After a country or its people: what it does to others, or says. That places nothing there."""
_FORCES = re.compile(
    r"\s+(?:[a-z-]+\s+){0,2}?(?:forces?|army|military|troops|soldiers|navy|air force|war ?planes|settlers"
    r"|border guards|gendarmes|peacekeepers|mercenaries)\b"
)
"""After the word for a people: its armed men may be anywhere."""
_OF_A_CAUSE = re.compile(
    r"(?:\b(?:invasion|aggression|wars?|solidarity|support|peace|refugees|military operation)"
    r" (?:of|in|against|for|with|on|to|from) (?:the )?|\b(?:pro|anti)-)$",
    re.IGNORECASE,
)
"""Before a country that people march for or against: elsewhere, more often than not."""
_OF_A_TOWN = re.compile(
    r"\b(?:municipios?|cabecera(?: municipal)?|casco urbano"
    r"|zonas? rural(?:es)?|alcald(?:e|esa|ía)|corregimiento"
    r"|vereda|parroquia|communes?|mairie|maire)\s+(?:de|d['’])\s*$",
    re.IGNORECASE,
)
_AREA_BEHIND = re.compile(r"\s+(?:states?|provinces?|regions?|governorates?|oblast|department)\b")
_TO_CAUSE = 40
_LISTED_BEFORE = re.compile(r"(?:[,;]|\b(?:and|or|y|e|et|ou|o)) +$")
_LISTED_AFTER = re.compile(r",? (?:and|or|y|e|et|ou|o) [^\W\d_]|, (?=[A-ZÀ-Þ])")
"""What makes a list of two names that a comma parts."""
_LONGEST_NAME = 5
_LONGEST_GAP = 48
_INSIDE = re.compile(
    r"(?:, | in | \(|, in )(?:the )?"
    r"(?:(?:far |remote )?(?:north|south|east|west|centr)[a-z]*(?:-[a-z]+)? (?:part of )?)?",
    re.IGNORECASE,
)

_IN_A_TOWN = re.compile(
    r"(?:,|,? ?\(|,?) ?(?:(?:en el|del|dans la|de la|in the|of the) )?"
    r"(?:municipio|municipality|commune) (?:de |of |d['’])",
    re.IGNORECASE,
)
"""Between a village and the town that gives its municipality the name: "El Carmen (municipio de"."""

# Capitalised runs, with the lower-case words that names hold; or words of a script without capitals.
_LETTER = r"[^\W\d_]"
_UPPER = r"(?:[A-Z\u00c0-\u00d6\u00d8-\u00de\u0100-\u017f\u0400-\u042f])"
_ARTICLE = "(?:al|el|an|as|ash|ad|ar|at|az|ed|ez|es|d|l|N)[-’']"
# A hyphen goes on before a capital or a particle ("Port-au-Prince"), and ends the name in "US-backed".
_INNER = rf"{_LETTER}|[’'](?={_LETTER})|-(?={_UPPER}|[a-z]{{1,3}}-{_UPPER})|(?<=-)[a-z]{{1,3}}-"
_CAPITALISED = rf"(?:{_ARTICLE})?{_UPPER}(?:{_INNER})*"
_PART = rf"(?:(?:{_UPPER}\.)+{_UPPER}?|(?:St|Mt|Ft|Dr)\.|{_CAPITALISED})"
_RUN = re.compile(
    rf"(?<![\w])(?:{_PART}(?:(?: | (?:of|the|de|del|la|el|al|of the|d) ){_PART}){{0,11}}"
    r"|[\u0590-\u06ff\u0900-\u0dff\u3040-\u9fff\uac00-\ud7a3]+(?: [\u0590-\u06ff\u0900-\u0dff]+)*)"
)


@dataclass(frozen=True, slots=True)
class _Hit:
    """What a run of capitals says about countries."""

    countries: tuple[str, ...]
    weight: float
    point: GazetteerPlace | None = None
    key: str = ""
    """Of a town or an area: under what its name is found."""


def read_context(text: str, gazetteer: Gazetteer) -> PlaceContext:
    """The countries that `text` names with their weights, and points of places that are certain."""
    weights: dict[str, float] = defaultdict(float)
    places: dict[int, GazetteerPlace] = {}
    known: dict[str, tuple[_Hit, ...]] = {}
    stated: dict[str, str] = {}
    inside: dict[str, Area] = {}
    own: dict[str, tuple[str, float]] = {}
    last, last_end, language = "", 0, guess_language(text)
    for match, hits in _hits(text, gazetteer, known):
        run = match[0]
        where = _stated(last, last_end, match, text, language, gazetteer) if last else None
        if isinstance(where, Area):
            inside.setdefault(exact_key(last), where)
            _move(weights, own, exact_key(last), where.country)
        elif where is not None:
            stated.setdefault(exact_key(last), where)
        last, last_end = run, match.end()
        scene = _SCENE_FACTOR if match.start() < _SCENE_LENGTH else 1.0
        for hit in hits:
            weight = scene * _in_sentence(hit, text, match.start(), match.end())
            for share, country in enumerate(hit.countries, start=1):
                weights[country] += weight / (share * len(hit.countries))
            if hit.point is not None:
                places[hit.point.id] = hit.point
            if hit.key and len(hit.countries) == 1:
                own[hit.key] = (hit.countries[0], own.get(hit.key, ("", 0.0))[1] + weight)
    if language != "en":
        for name, code in stated_in_arabic(text, gazetteer):
            stated.setdefault(exact_key(name), code)
        for start, code, weight in said_abroad(text, language, gazetteer):
            if _is_a_town(text, start):
                continue
            weights[code] += weight * (_SCENE_FACTOR if start < _SCENE_LENGTH else 1.0)
    if max(weights.values(), default=0.0) < _VOTE_BELOW:
        _vote(known, gazetteer, weights)
    points = sorted(places.values(), key=lambda place: -weights[place.country])[:_MOST_POINTS]
    return PlaceContext(
        dict(weights), tuple((place.lat, place.lon, place.country) for place in points), stated, inside, own
    )


def _is_a_town(text: str, start: int) -> bool:
    """ "La cabecera municipal de Argelia", "el municipio de Líbano": a town that is called as a country."""
    return _OF_A_TOWN.search(text, max(0, start - _TO_CAUSE), start) is not None


def _hits(
    text: str, gazetteer: Gazetteer, known: dict[str, tuple[_Hit, ...]]
) -> Iterator[tuple[re.Match[str], tuple[_Hit, ...]]]:
    """The runs of capitals that may name places, and what each says; `known` is filled with them.

    Not the names of storms, nor of a speaker who is called as a small town is.
    """
    for match in _RUN.finditer(text):
        run = match[0]
        read = known[run] if run in known else tuple(_read_run(run, gazetteer))
        if any(hit.weight == _COUNTRY and not hit.key for hit in read) and _is_a_town(text, match.start()):
            continue
        hits = _as_area(match, text, gazetteer) or read
        small = all(hit.weight <= _SMALL_TOWN for hit in hits)
        turn = small and turn_of(text, *match.span()) is not None
        if not country_codes(run) and (turn or is_apart(text, *match.span())):
            continue
        known[run] = read
        yield match, hits


def _vote(runs: Iterable[str], gazetteer: Gazetteer, weights: dict[str, float]) -> None:
    """Where nothing names a country: the one that several names of the article can all lie in.

    "Hamilton, Dunedin and Nelson" are each of several countries; only one has all three.
    """
    votes: dict[str, set[str]] = defaultdict(set)
    for run in runs:
        name = _bare(run)
        if len(name) < 4 or is_ordinary(name) or demonym_codes(name):
            continue
        found = {place.country for place in gazetteer.places(name)}
        found |= {area.country for area in gazetteer.areas(name)}
        found |= {district.country for district in gazetteer.districts(name)}
        for country in found:
            votes[country].add(exact_key(name))
    ranked = sorted(votes.values(), key=len, reverse=True)
    if not ranked or len(ranked[0]) < _FEWEST_VOTES or (len(ranked) > 1 and len(ranked[0]) == len(ranked[1])):
        return
    country = max(votes, key=lambda code: len(votes[code]))
    weights[country] += _VOTE * len(votes[country])


def _stated_country(name: str, between: str, run: str) -> str | None:
    """ "Baghouz, Syria", "al-Hol, in northeastern Syria": the country that the text puts a name in.

    A list is no such statement: in "Iraq, Syria and Lebanon" the name itself is a country.
    """
    if len(between) > _LONGEST_GAP or not _INSIDE.fullmatch(between):
        return None
    codes = country_codes(run)
    if len(codes) != 1 or is_ordinary(name):
        return None
    own = (name, *name.split())
    return None if any(country_codes(word) or demonym_codes(word) for word in own) else codes[0]


def _stated(
    name: str, end: int, match: re.Match[str], text: str, language: str, gazetteer: Gazetteer
) -> str | Area | None:
    """The country (ISO3) or the area that the text puts a name in, by the run of capitals behind it."""
    between = text[end : match.start()]
    code = _stated_country(name, between, match[0])
    if code is None and language != "en":
        code = stated_abroad(name, between, match[0], gazetteer)
    if code is None and _IN_A_TOWN.fullmatch(between) and not is_ordinary(name):
        return _area_of_a_town(match[0], gazetteer)
    return code or _stated_area(name, end, match, text, language, gazetteer)


def _area_of_a_town(name: str, gazetteer: Gazetteer) -> Area | None:
    """The first-level area that a municipality lies in; None where towns of its name lie in several."""
    towns = {(p.admin, p.country) for p in gazetteer.places(name) if p.primary}
    if len(towns) != 1:
        return None
    code, country = towns.pop()
    area = gazetteer.area_name(code)
    return None if code is None or area is None else Area(code, area, country)


def _stated_area(
    name: str, end: int, match: re.Match[str], text: str, language: str, gazetteer: Gazetteer
) -> Area | None:
    """ "San Vicente, Cauca", "Valence, dans la Drôme": the first-level area that the text puts a town in.

    Args:
        name: The town's name, which ends at ``end``.
        end: Where that is.
        match: The run of capitals behind it.
        text: The article.
        language: Its language.
        gazetteer: The places of the world.
    """
    between = text[end : match.start()]
    fits = _INSIDE.fullmatch(between) or (language != "en" and is_inside_abroad(between))
    if len(between) > _LONGEST_GAP or not fits or is_ordinary(name) or country_codes(name):
        return None
    areas = gazetteer.areas(match[0]) or [
        area
        for district in gazetteer.districts(match[0])
        for area in gazetteer.areas(district.admin or "")
        if area.country == district.country
    ]
    towns = gazetteer.places(name)
    cities = any(p.primary and p.population >= _LARGE for p in gazetteer.places(match[0]))
    large = {p.admin for p in towns if cities and p.primary and p.population >= _LARGE}
    found = [a for a in areas if any(p.admin == a.code and p.country == a.country for p in towns)]
    if found and large <= {a.code for a in found}:
        return found[0] if len(found) == 1 else None
    if len(areas) != 1 or not towns or found:
        return None
    # None of the towns lies there: a village of their name does, or it is a list ("Cali, Cauca and Nariño").
    listed = _LISTED_BEFORE.search(text[max(0, end - len(name) - 8) : end - len(name)])
    if listed or _LISTED_AFTER.match(text, match.end()) or "(" in between[:-1]:
        return None
    known = any(p.population >= _LARGE and p.country == areas[0].country for p in towns)
    return None if known or any(p.primary for p in gazetteer.places(match[0])) else areas[0]


def _in_sentence(hit: _Hit, text: str, start: int, end: int) -> float:
    if re.match(r"[-–](?:backed|led|allied|made|supported|sponsored|trained|funded)", text[end : end + 12]):
        return _ACTOR
    cause = None if hit.key else _OF_A_CAUSE.search(text, max(0, start - _TO_CAUSE), start)
    if cause is not None:
        return _ABROAD if cause[0].endswith("-") else _ACTOR
    before = text[max(0, start - 24) : start].split()
    if hit.weight in (_COUNTRY, _DEMONYM, _ACRONYM) and not hit.key and _ACTS_ABROAD.match(text, end):
        return _ABROAD
    if hit.weight == _DEMONYM and not hit.key and _FORCES.match(text, end):
        return _ARMED_MEN
    if hit.weight >= _COUNTRY and before and before[-1].lower() in lower_words("strong_place"):
        return hit.weight + _IN_PLACE
    return hit.weight


def _read_run(run: str, gazetteer: Gazetteer) -> Iterator[_Hit]:
    """What a run of capitals names: a town or an area as a whole, countries and demonyms within it.

    Only as a whole: "Mustafa Bali" is no word about Bali.
    """
    words = run.split()
    while len(words) > 1 and words[0].lower() in lower_words("common") and not _country(" ".join(words)):
        words.pop(0)
    # Of a shouted line the last word is no town: "WE HEARD FIREWORKS".
    rest = run.isupper() and len(words) < len(run.split())
    hit = None if rest else _town(" ".join(words), gazetteer) or _area(words, gazetteer)
    if hit is not None:
        yield hit
        return
    while words:
        sizes = range(min(_LONGEST_NAME, len(words)), 0, -1)
        hits = ((size, _country(" ".join(words[:size]))) for size in sizes)
        size, hit = next(((size, hit) for size, hit in hits if hit is not None), (1, None))
        if hit is not None:
            yield hit
        del words[:size]


def _move(weights: dict[str, float], own: dict[str, tuple[str, float]], key: str, country: str) -> None:
    """Count a town for the country of the area that the text puts it in: "Saint Petersburg (Florida)"."""
    before, weight = own.get(key, (country, 0.0))
    if before != country:
        weights[before] -= weight
        weights[country] += weight
        own[key] = (country, weight)


def _as_area(match: re.Match[str], text: str, gazetteer: Gazetteer) -> tuple[_Hit, ...] | None:
    """ "Chin state", "Richmond (Virginia)": the area of that name, whatever town bears it elsewhere."""
    since = max(0, match.start() - _TO_CAUSE)
    bracketed = text.rfind("(", since, match.start()) > text.rfind(")", since, match.start())
    if not bracketed and not _AREA_BEHIND.match(text, match.end()):
        return None
    bare = _bare(match[0])
    areas = {area.country for area in gazetteer.areas(bare)}
    return (_Hit(tuple(areas), _AREA),) if len(areas) == 1 and not country_codes(bare) else None


def _bare(words: str) -> str:
    return re.sub(r"['’]s?$", "", words)


def _country(words: str) -> _Hit | None:
    bare = _bare(words)
    codes = country_codes(bare)
    if codes:
        acronym = bare.replace(".", "") in country_tables().by_acronym
        return _Hit(codes, _ACRONYM if acronym else _COUNTRY)
    codes = demonym_codes(bare)
    if codes:
        return _Hit(codes, _DEMONYM)
    part = region_tables().parts.get(exact_key(bare))
    return _Hit((part[1],), _AREA) if part is not None else None


def _area(words: list[str], gazetteer: Gazetteer) -> _Hit | None:
    """A first-level area, with or without its rank; or a country in another language."""
    if len(words) > 1 and words[-1].lower() in lower_words("place_ends"):
        words = words[:-1]
    bare = _bare(" ".join(words))
    if len(bare) < 4 and bare.isascii():
        return None
    if country_codes(bare) or demonym_codes(bare) or is_ordinary(bare):
        return None
    areas = {area.country for area in gazetteer.areas(bare)}
    if len(areas) == 1:
        elsewhere = any(p.population >= _LARGE and p.country not in areas for p in gazetteer.places(bare))
        return None if elsewhere else _Hit(tuple(areas), _AREA)
    districts = {district.country for district in gazetteer.districts(bare)}
    if len(districts) == 1:
        return _Hit(tuple(districts), _SMALL_TOWN, key=exact_key(bare))
    country = gazetteer.country(bare)
    return _Hit((country,), _COUNTRY) if country else None


def _town(words: str, gazetteer: Gazetteer) -> _Hit | None:
    """A town that can only be one: well known, or alone of its name."""
    run = _bare(words)
    if len(run) < 4 or country_codes(run) or demonym_codes(run) or is_ordinary(run):
        return None
    found = gazetteer.places(run)
    if not found or exact_key(run) in region_tables().parts:
        return None
    best = found[0]
    others = max((place.population for place in found if place.country != best.country), default=0)
    stands_out = STANDS_OUT if not best.capital else _CAPITAL_STANDS_OUT
    if best.population < stands_out * others or best.population < _SMALL:
        return None
    large = best.population >= _LARGE or best.capital
    return _Hit(
        (best.country,),
        _LARGE_TOWN if large else _SMALL_TOWN,
        best if best.primary or large else None,
        exact_key(run),
    )
