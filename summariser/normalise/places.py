"""From the words for a place to where it is: offline, and never more than is known.

The words are taken apart (place_phrases), looked up from the narrowest reading to the widest, and
where a name is borne by several places the article's other places decide (place_choice). What cannot
be told stays unresolved with its reason; a country that only the rest of the article suggests is
marked as such; coordinates come from the gazetteer or not at all.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Sequence
from pathlib import Path

from summariser.normalise.gazetteer import Gazetteer
from summariser.normalise.gazetteer_build import Progress
from summariser.normalise.place_choice import choose_place, may_be_inside, without_old_names
from summariser.normalise.place_context import read_context
from summariser.normalise.place_frame import PlaceFrame, read_frames
from summariser.normalise.place_keys import exact_key
from summariser.normalise.place_phrases import PlacePhrase, Sort, has_name, parse_place
from summariser.normalise.place_results import of_area, of_country, of_part, of_town, unresolved, within
from summariser.normalise.place_tables import (
    country_codes,
    demonym_codes,
    demonym_country,
    english_name,
    region_tables,
)
from summariser.normalise.place_types import (
    Area,
    CountryFrom,
    GazetteerPlace,
    GeoPrecision,
    PlaceContext,
    ResolvedPlace,
)
from summariser.normalise.place_words import is_ordinary, is_place_like, never_places
from summariser.stopwatch import PLACES, spent_on

__all__ = [
    "CountryFrom",
    "GeoPrecision",
    "PlaceContext",
    "PlaceResolver",
    "ResolvedPlace",
    "demonym_country",
    "is_place_like",
]

_LONGEST_WORDS = 300
# Below this a place outside every country that the article names is taken for a chance likeness;
# above the second it is taken for itself ("trained in Birmingham" in an article about Nigeria).
_CHANCE_LIKENESS = 15_000
_WELL_KNOWN = 100_000
_TRACE = 0.01
# By a name that is not its own a foreign city is meant only if everybody knows it ("Cologne", "Saigon").
_BY_OTHER_NAME = 400_000
# A bare name is the town of that name and not the area around it if the town has this many people.
_SEAT = 15_000
_METROPOLIS = 1_000_000
_WATER = re.compile(
    r"\b(?:Sea|Ocean|River|Gulf|Straits?|Channel|Canal|Lake|Bay|Lagoon|Estuary)\b", re.IGNORECASE
)
_BORDER = re.compile(r"\b(?:border|frontier)\b", re.IGNORECASE)
_SEVERAL = re.compile(r"[^\W\d_] (?:and|or|&) (?:the )?[^\W\d_]|\bbetween\b.+\band\b")
_LIST = re.compile(r"\s*(?:,|;|\band\b|\bor\b|&|\bbetween\b)\s*")
_LONGEST_LIST = 12
_ORDINARY = "an ordinary word, and nothing says that a place is meant"
_MISSING = "not in the gazetteer"


class PlaceResolver:
    """Resolves places against the local gazetteer. Safe to share between threads.

    Args:
        cache_dir: Folder of the gazetteer's index; the platform's cache folder if None.
        on_progress: Called while the index is built, which happens once.

    Raises:
        ConfigurationError: The gazetteer's data is not installed.
    """

    def __init__(self, cache_dir: Path | None = None, *, on_progress: Progress | None = None) -> None:
        self._cache_dir = cache_dir
        self.gazetteer = Gazetteer.open(cache_dir, on_progress)

    def __reduce__(self) -> tuple[type[PlaceResolver], tuple[Path | None]]:
        # An open index does not pickle; another process opens its own.
        return (PlaceResolver, (self._cache_dir,))

    @spent_on(PLACES)
    def context(self, text: str) -> PlaceContext:
        """The countries that an article names, weighted, and its places that are certain."""
        return read_context(text, self.gazetteer)

    @spent_on(PLACES)
    def resolve(self, words: str, *, context: PlaceContext | None = None) -> ResolvedPlace:
        """Where `words` are.

        Args:
            words: A place as an article says it: a name, or a phrase around one.
            context: What the rest of the article names; without it only names that stand out by
                themselves are told apart.

        Returns:
            The place, or an unresolved one with the reason; the words are kept unchanged.
        """
        if len(words) > _LONGEST_WORDS:
            return dataclasses.replace(unresolved("too long for the name of a place"), words=words)
        context = context or PlaceContext()
        found = self._resolve_one(words, context)
        if found.lat is None and _SEVERAL.search(words) and found.precision in ("unresolved", "country"):
            found = self._resolve_list(words, context) or found
        if found.country is None and demonym_codes(words):
            found = self._by_people(words, context) or found
        return dataclasses.replace(found, words=words)

    def _by_people(self, words: str, context: PlaceContext) -> ResolvedPlace | None:
        """ "Chinese": the country, as far as the word for its people says it; the words name no place."""
        codes = demonym_codes(words)
        code = next((item for item in context.countries if item in codes), None)
        return of_country(code, "context", "by the word for its people") if code else None

    def _resolve_one(self, words: str, context: PlaceContext) -> ResolvedPlace:
        phrase = parse_place(words)
        found = unresolved("no name in it")
        if not phrase.names:
            return self._resolve_lower_case(words, context) if words.islower() else found
        for key in {exact_key(name) for name, _sort, _part in phrase.names}:
            context = context.without(key)
        for count, frame in enumerate(read_frames(phrase, context, self.gazetteer)):
            read = self._read(phrase, frame)
            if count == 0 or read.lat is not None:
                found = read
            if found.lat is not None:
                break
        return found

    def _resolve_lower_case(self, words: str, context: PlaceContext) -> ResolvedPlace:
        """ "sichuan province": without its capital a name must be well known, "orchard" is a town too."""
        found = self._resolve_one(words.title(), context)
        known = found.country_from in ("gazetteer", "text") and found.reason is None
        if known and (found.lat is None or self._population(found) >= _WELL_KNOWN):
            return found
        return unresolved("no name in it")

    def _population(self, found: ResolvedPlace) -> int:
        places = self.gazetteer.places(found.name or "")
        return max((place.population for place in places if place.id == found.geonames_id), default=0)

    def _resolve_list(self, words: str, context: PlaceContext) -> ResolvedPlace | None:
        """ "Sichuan and Yunnan provinces": no one place, but perhaps one country that holds them all."""
        parts = [part for part in _LIST.split(words) if has_name(part)]
        found = [self._resolve_one(part, context) for part in parts[:_LONGEST_LIST]]
        known = [place for place in found if place.country_from in ("gazetteer", "text")]
        if len(known) < 2 or len({place.country for place in known}) > 1 or known[0].country is None:
            return None
        admins = {place.admin for place in known}
        admin = known[0].admin if len(admins) == 1 and len(known) == len(found) else None
        reason = f"more than one place: {', '.join(place.name or '' for place in known)}"
        of_all = of_country(known[0].country, "gazetteer", reason)
        return dataclasses.replace(of_all, name=None, admin=admin, precision="admin" if admin else "country")

    def _read(self, phrase: PlacePhrase, frame: PlaceFrame) -> ResolvedPlace:
        """The first reading of the name that is known; else what the words around it say."""
        reason: str | None = None
        for name, sort, part in phrase.names:
            found = self._named(name, sort, dataclasses.replace(frame, part=part))
            if found is not None and found.precision != "unresolved":
                return within(found, near=phrase.near, part=part)
            reason = reason or (found.reason if found else None)
        name = phrase.names[-1][0]
        if reason is not None:
            return self._by_neighbour(name, phrase.beside, frame) or unresolved(reason)
        # In a list of towns ("Onslow, Exmouth, Carnarvon") the next one lies around nothing.
        around = phrase.outer[0] if len(phrase.outer) == 1 or (phrase.outer and frame.country) else None
        return (
            self._by_neighbour(name, phrase.beside, frame)
            or self._by_neighbour(name, around, frame, least=_WELL_KNOWN)
            or self._unknown(name, frame)
        )

    def _named(self, name: str, sort: Sort | None, frame: PlaceFrame) -> ResolvedPlace | None:
        """One reading of the name; None if nothing is known by it."""
        if name.lower() in never_places() and frame.country is None:
            return unresolved("a date, a number or a term, not a place")
        for read in (
            self._country, self._region, self._area_or_town, self._district, self._respelt, self._no_place
        ):  # fmt: skip
            found = read(name, sort, frame)
            if found is not None:
                return found
        return None

    def _country(self, name: str, sort: Sort | None, frame: PlaceFrame) -> ResolvedPlace | None:
        if sort in ("area", "district", "town", "camp"):
            return None
        codes = country_codes(name)
        if not codes and not is_ordinary(name):
            other = self.gazetteer.country(name)
            codes = (other,) if other else ()
        if not codes or (frame.country is not None and frame.country not in codes):
            return None  # "Georgia, USA" is no country
        if frame.country is not None:
            return of_country(frame.country, "text")
        main = frame.context.main
        if main not in (None, *codes) and codes[0] not in frame.context.countries[:2]:
            area = next((area for area in self.gazetteer.areas(name) if area.country == main), None)
            if area:
                return of_area(area, "context", "an area of the country that the article speaks of most")
        if len(codes) == 1:
            return of_country(codes[0], "gazetteer")
        code = next((item for item in frame.context.countries if item in codes), None)
        if code is None:
            return unresolved(f"{len(codes)} countries of this name: {', '.join(codes)}")
        return of_country(code, "context", "chosen by the rest of the article")

    def _region(self, name: str, sort: Sort | None, frame: PlaceFrame) -> ResolvedPlace | None:
        """Regions that are neither a country nor a first-level area; among them those of no country."""
        tables, key = region_tables(), exact_key(name)
        if key in tables.disputed:
            usual, codes = tables.disputed[key]
            reason = f"disputed between {', '.join(codes)}"
            return of_part(usual, frame.country, "text", reason) if frame.country else unresolved(reason)
        if sort in ("town", "camp", "area"):
            return None
        if key in tables.parts:
            usual, code = tables.parts[key]
            return of_part(usual, code, "gazetteer") if frame.holds(code) else None
        if key in tables.several and frame.country is None:
            return unresolved("a region of several countries")
        return unresolved("a sea, lake or river") if key in tables.waters else None

    def _area_or_town(self, name: str, sort: Sort | None, frame: PlaceFrame) -> ResolvedPlace | None:
        areas = [area for area in self.gazetteer.areas(name) if frame.holds(area.country)]
        towns = self._towns(name, frame)
        if sort == "area":
            return self._choose_area(areas, towns, frame) or self._seat(towns, frame)
        if sort == "district":
            return self._seat(towns, frame) or self._choose_area(areas, towns, frame)
        if is_ordinary(name) and not _is_meant(name, towns, areas, frame):
            return unresolved(_ORDINARY)
        if not areas or sort is not None:
            return self._choose_town(towns, frame) if towns else None
        return self._town_before_area(name, areas, towns, frame)

    def _town_before_area(
        self, name: str, areas: Sequence[Area], towns: Sequence[GazetteerPlace], frame: PlaceFrame
    ) -> ResolvedPlace | None:
        """A bare name that both a town and an area bear: "Idlib" is the town, "Sinaloa" the area."""
        choice = choose_place(towns, frame.context, stated=frame.country is not None) if towns else None
        if choice is not None and choice.place is None and towns[0].population >= _WELL_KNOWN:
            return unresolved(choice.reason or "several places of this name")
        chosen = choice.place if choice else None
        # The name itself gives its town's country a little weight: an area of the main country outweighs it.
        weights = frame.context.weights
        spoken_of = max((weights.get(area.country, 0.0) for area in areas), default=0.0)
        elsewhere = chosen is not None and not _shares_country(chosen, areas)
        known = chosen is not None and chosen.primary and chosen.population >= _WELL_KNOWN
        if (
            chosen
            and elsewhere
            and not frame.part  # "northern Ontario" is of the province, not of the town in another country
            and (weights.get(chosen.country, 0.0) > spoken_of or (known and not spoken_of))
        ):
            return self._choose_town([chosen], frame)  # Tripoli in news of Lebanon, where it is no area
        # By another of its names a city is not meant: "Henan" is no byname of Hengyang in news of Henan.
        own_name = chosen is not None and exact_key(chosen.name) == exact_key(name)
        inside = chosen is not None and any(chosen.admin == area.code for area in areas)
        may_be = (own_name or inside) and not (elsewhere and frame.part)
        seats = [chosen] if chosen and may_be and _is_seat(chosen, areas) else []
        seats = seats or self._seats_like(name, areas)
        if seats:
            return self._choose_town(seats, frame)
        return self._choose_area(areas, towns, frame)

    def _towns(self, name: str, frame: PlaceFrame) -> list[GazetteerPlace]:
        towns = [place for place in self.gazetteer.places(name) if frame.holds(place.country)]
        if frame.country is None and name.isascii():
            towns = [p for p in towns if _is_spelt_so(p, name, frame.context)]
            towns = without_old_names(name, towns)
        inside = [place for place in towns if frame.area is not None and place.admin == frame.area.code]
        if not inside and frame.area is not None and len(towns) > 1 and not may_be_inside(towns):
            return []  # one more village of the name, which the gazetteer does not have
        return inside or towns

    def _seats_like(self, name: str, areas: Sequence[Area]) -> list[GazetteerPlace]:
        """Towns of another romanisation of the area's name, inside the area ("Deir Ezzor")."""
        return [
            place
            for area in areas
            for place in self.gazetteer.places_like(name, area.country)
            if place.admin == area.code and place.population >= _SEAT
        ]

    def _choose_town(self, towns: Sequence[GazetteerPlace], frame: PlaceFrame) -> ResolvedPlace | None:
        if frame.country is None and frame.context.weights and _is_elsewhere(towns, frame.context):
            largest = max(towns, key=lambda place: place.population)
            if largest.population < _CHANCE_LIKENESS:
                return None
            if not largest.primary and frame.context.main is not None:
                return None  # an old or foreign name of a city elsewhere, in an article that never names it
            countries = ", ".join(sorted({place.country for place in towns})[:6])
            return unresolved(f"places of this name are in {countries}, which the article does not name")
        if frame.country is None and frame.context.main is not None:
            if _is_another_land(towns, frame.context):
                return unresolved("the article speaks of another country, and never of that of this name")
            towns = [place for place in towns if not _is_elsewhere([place], frame.context)]
        choice = choose_place(towns, frame.context, stated=frame.country is not None)
        if choice.place is None or choice.country_from is None:
            return unresolved(choice.reason or "several places of this name")
        return self._town(choice.place, choice.country_from, choice.reason)

    def _seat(self, towns: Sequence[GazetteerPlace], frame: PlaceFrame) -> ResolvedPlace | None:
        """A district stands where the town is that it is called after: near it, no better."""
        found = self._choose_town(towns, frame) if towns else None
        if found is None or found.precision == "unresolved":
            return found
        reason = "placed at the town that the district is named after"
        return dataclasses.replace(found, precision="near", reason=reason)

    def _choose_area(
        self, areas: Sequence[Area], towns: Sequence[GazetteerPlace], frame: PlaceFrame
    ) -> ResolvedPlace | None:
        if not areas:
            return None
        countries = sorted({area.country for area in areas})
        if len(countries) == 1:
            return of_area(areas[0], "text" if frame.country else "gazetteer")
        reason = f"{len(areas)} areas of this name: {', '.join(countries[:6])}"
        for country in frame.context.countries:
            for area in areas:
                if area.country == country:
                    return of_area(area, "context", f"spoken of, among {reason}")
        # San Salvador is a department around a capital and an island with a village: the larger seat wins.
        seats = [place for place in towns if any(place.admin == area.code for area in areas)]
        choice = choose_place(seats, frame.context) if seats else None
        if choice is None or choice.place is None:
            return unresolved(reason)
        code = choice.place.admin
        return of_area(
            next(area for area in areas if area.code == code), "gazetteer", f"the largest of {reason}"
        )

    def _district(self, name: str, sort: Sort | None, frame: PlaceFrame) -> ResolvedPlace | None:
        """An area below the first level: of the country spoken of, else of the only one that has it."""
        found = [item for item in self.gazetteer.districts(name) if frame.holds(item.country)]
        if not found or (is_ordinary(name) and sort != "district"):
            return None
        spoken = [item for code in frame.context.countries for item in found if item.country == code]
        if not spoken and (len(found) > 1 or (frame.context.main is not None and sort is None)):
            return None
        item = (spoken or found)[0]
        source: CountryFrom = "text" if frame.country else "gazetteer" if len(found) == 1 else "context"
        return of_part(item.name, item.country, source, admin=item.admin)

    def _respelt(self, name: str, sort: Sort | None, frame: PlaceFrame) -> ResolvedPlace | None:
        """Another romanisation of the name, inside a country that is stated or spoken of."""
        if is_ordinary(name) or sort == "area":
            return None
        for country in (frame.country,) if frame.country else frame.context.countries[:3]:
            places = self.gazetteer.places_like(name, country)
            if places:
                choice = choose_place(places, frame.context, stated=True)
                if choice.place is None:
                    return None
                reason = f"spelt {choice.place.name} in the gazetteer"
                return self._town(choice.place, "text" if frame.country else "context", reason)
        return None

    def _no_place(self, name: str, _sort: Sort | None, _frame: PlaceFrame) -> ResolvedPlace | None:
        """Waters, borders and lists of places: nothing to point at."""
        if _WATER.search(name):
            return unresolved("a sea, lake or river")
        if _BORDER.search(name):
            return unresolved("a border, not a place")
        return unresolved("more than one place") if _SEVERAL.search(name) else None

    def _unknown(self, name: str, frame: PlaceFrame) -> ResolvedPlace:
        """The name as it is, in the country that is stated or that the article speaks of most."""
        if is_ordinary(name) or not has_name(name) or demonym_codes(name):
            return unresolved("not the name of a place")
        name = english_name(name)
        if frame.country is not None and frame.area is not None:
            return of_part(name, frame.country, "text", _MISSING, admin=frame.area.name)
        if frame.country is not None:
            return of_part(name, frame.country, "text", _MISSING, precision="country")
        main = frame.context.main
        if main is None:
            return unresolved(_MISSING)
        reason = f"{_MISSING}; {main} is the country that the article speaks of most"
        return of_part(name, main, "context", reason, precision="country")

    def _by_neighbour(
        self, name: str, words: str | None, frame: PlaceFrame, least: int = 0
    ) -> ResolvedPlace | None:
        """ "Baghouz, near Abu Kamal", "Shejaiya, Gaza City": the point of the town beside or around it."""
        if words is None or is_ordinary(name):
            return None
        other = self.resolve(words, context=frame.context)
        if other.lat is None or not frame.holds(other.country or "") or self._population(other) < least:
            return None
        reason = f"{_MISSING}; placed at {other.name}, which it is said to be in or near"
        return dataclasses.replace(
            other, name=name, precision="near", country_from="text", reason=reason, geonames_id=None
        )

    def _town(self, place: GazetteerPlace, source: CountryFrom, reason: str | None) -> ResolvedPlace:
        return of_town(place, self.gazetteer.area_name(place.admin), source, reason)


def _is_spelt_so(place: GazetteerPlace, name: str, context: PlaceContext) -> bool:
    """Is a town known by this name, or at least spoken of? "Inata" alone is not Inada in Japan."""
    if place.primary or place.population >= _WELL_KNOWN or " " in name or "-" in name:
        return True  # two words are seldom alike by chance: "Abu Kamal"
    country, weight = context.own.get(exact_key(name), ("", 0.0))
    return context.weights.get(place.country, 0.0) > (weight if country == place.country else 0.0) + _TRACE


def _is_elsewhere(towns: Sequence[GazetteerPlace], context: PlaceContext) -> bool:
    """Are they all small towns of countries that the article does not name?"""
    return not any(
        place.country in context.weights
        or place.capital
        or place.population >= (_WELL_KNOWN if place.primary else _BY_OTHER_NAME)
        for place in towns
    )


def _is_another_land(towns: Sequence[GazetteerPlace], context: PlaceContext) -> bool:
    """Do all towns of a name lie in countries that the article does not name, and none is a metropolis?

    Palma beside Pemba is a village of Mozambique that the gazetteer does not hold, and not the one in Spain.
    A name of one country alone ("Kismayo") is no chance likeness, whoever else the article speaks of.
    """
    if len({place.country for place in towns}) == 1:
        return False
    return not any(
        place.country in context.weights or place.capital or place.population >= _METROPOLIS
        for place in towns
    )


def _is_seat(place: GazetteerPlace, areas: Sequence[Area]) -> bool:
    """Is a bare name this town rather than the area of that name ("Idlib", but not "Sinaloa")?"""
    inside = any(place.admin == area.code for area in areas)
    return place.capital or place.population >= (_SEAT if inside else _METROPOLIS)


def _shares_country(place: GazetteerPlace, areas: Sequence[Area]) -> bool:
    return any(area.country == place.country for area in areas)


def _is_meant(name: str, towns: Sequence[GazetteerPlace], areas: Sequence[Area], frame: PlaceFrame) -> bool:
    """May an ordinary word be read as a place here? Only where its country is spoken of."""
    if frame.country is not None:
        return bool(towns or areas)
    if " " in name and any(place.population >= _WELL_KNOWN for place in towns):
        return True
    named = frame.context.countries[:3]
    return any(place.country in named and place.population >= _CHANCE_LIKENESS for place in towns) or any(
        area.country == frame.context.main for area in areas
    )
