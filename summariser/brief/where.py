"""Rule on places: the same town is the same, a town and its surroundings need something shared.

A province or a country says too little by itself. Two towns more than 5 km apart are apart, as the next
village in a war is another event; a place that the gazetteer does not hold may lie anywhere in its country.
"""

from __future__ import annotations

import math
import re
import unicodedata
from typing import Final

from summariser.brief.verdicts import Compared, apart, open_, same
from summariser.normalise.place_keys import LOOSE_COUNTRIES, exact_key, loose_key
from summariser.normalise.place_tables import country_name
from summariser.schemas import Place
from summariser.schemas.brief import Aspect
from summariser.schemas.codebooks import GeoPrecision

NEIGHBOUR_KM: Final = 5.0
"""So far apart two gazetteer entries may be a town and its quarter."""
_NEAR_KM: Final = 50.0
_EARTH_KM: Final = 6371.0
_WORD: Final = re.compile(r"\w+")
_LITTLE: Final = frozenset(
    {"al", "el", "the", "of", "de", "la", "le", "du", "near", "road", "from", "to", "in"}
)


def compare(one: Place | None, other: Place | None) -> Compared:
    """What the places of two reports say of their being of one event."""
    if one is None or other is None:
        return open_(Aspect.PLACE, "no place is told by one of them", numbers_only=True)
    first, second = called(one), called(other)
    if one.country and other.country and one.country != other.country:
        return apart(Aspect.PLACE, f"{first} and {second} are in different countries")
    areas = [place for place in (one, other) if _is_area(place)]
    if _is_one(one, other):
        if areas:
            return open_(Aspect.PLACE, f"both only say {first}")
        return same(Aspect.PLACE, f"both in {first}" if first == second else f"both in {first} ({second})")
    if areas:
        return _with_area(one, other)
    if (km := distance(one, other)) is not None:
        if km <= NEIGHBOUR_KM:
            return open_(Aspect.PLACE, f"{first} and {second} are {km:.0f} km apart")
        return apart(Aspect.PLACE, f"{first} and {second} are {km:.0f} km apart", near=km <= _NEAR_KM)
    ours, theirs = _words(one), _words(other)
    if ours and theirs and (ours <= theirs or theirs <= ours):
        return same(Aspect.PLACE, f"{first} and {second}, of which one is a part of the other by its name")
    if ours & theirs:
        return open_(Aspect.PLACE, f"{first} and {second} have a name in common")
    unknown = [place for place in (one, other) if place.lat is None]
    if len(unknown) == len((one, other)) and _script(first) == _script(second):
        return apart(Aspect.PLACE, f"{first} and {second} have different names", near=True)
    return open_(Aspect.PLACE, f"{called(unknown[0])} is not in the gazetteer", numbers_only=True)


def called(place: Place) -> str:
    """The standard name, else the article's words."""
    return place.name or place.words.text


def distance(one: Place, other: Place) -> float | None:
    """Kilometres between two places; None where one has no coordinates."""
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return None
    lat1, lon1, lat2, lon2 = map(math.radians, (one.lat, one.lon, other.lat, other.lon))
    half = math.sin((lat2 - lat1) / 2) ** 2
    half += math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    return 2 * _EARTH_KM * math.asin(min(1.0, math.sqrt(half)))


def _is_one(one: Place, other: Place) -> bool:
    if one.geonames_id is not None and other.geonames_id is not None:
        return one.geonames_id == other.geonames_id  # two towns may have one name
    return bool(_keys(one) & _keys(other))


def _keys(place: Place) -> set[str]:
    """Its names, and in countries whose names are romanised in many ways, how they sound."""
    names = [n for n in (place.name, place.words.text) if n]
    keys = {exact_key(n) for n in names}
    if place.country in LOOSE_COUNTRIES:
        keys |= {f"~{loose_key(n)}" for n in names}
    return keys - {"", "~"}


def _is_area(place: Place) -> bool:
    """Whether a province or a country is all that is said; a village without coordinates is none."""
    if place.precision is GeoPrecision.COUNTRY:
        of_country = exact_key(country_name(place.country)) if place.country else ""
        return place.name is None or exact_key(place.name) == of_country
    if place.precision is GeoPrecision.ADMIN:
        return place.name is None or (
            place.admin is not None and exact_key(place.name) == exact_key(place.admin)
        )
    return False


def _with_area(one: Place, other: Place) -> Compared:
    """At least one of them is a province or a country."""
    wider, narrower = (one, other) if _is_area(one) else (other, one)
    first, second = called(narrower), called(wider)
    if GeoPrecision.COUNTRY is wider.precision:
        return open_(Aspect.PLACE, f"{first} and {second}, which is a country", numbers_only=True)
    if narrower.admin is None:
        return open_(Aspect.PLACE, f"{first} may be in {second}", numbers_only=True)
    if wider.admin and exact_key(wider.admin) == exact_key(narrower.admin):
        return open_(Aspect.PLACE, f"{first} is in {second}")
    return apart(Aspect.PLACE, f"{first} and {second} are different areas")


def _words(place: Place) -> frozenset[str]:
    text = called(place)
    return frozenset(exact_key(w) for w in _WORD.findall(text) if len(w) > 2) - _LITTLE - {""}


def _script(text: str) -> str:
    """The script of the first letter: names in two scripts cannot be compared by their letters."""
    letter = next((c for c in text if c.isalpha()), "")
    return unicodedata.name(letter, "").split(" ")[0] if letter else ""
