"""Which of several places of one name is meant.

Evidence, from strong to weak: the country that the words themselves state; the countries that the
article speaks of; nearness to its other places; how large a place is. A place is chosen only where
it stands out; otherwise the reason lists what it could have been.
"""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from summariser.normalise.place_types import CountryFrom, GazetteerPlace, PlaceContext

# A choice stands out when it weighs this many times the next: Paris in France against Paris in Texas
# (80 times), not Hyderabad in India against Hyderabad in Pakistan (4 times).
STANDS_OUT = 5.0
_NAMED_APART = 1.5
_MAIN_COUNTRY = 60.0
_NAMED_COUNTRY = 15.0
_NAMED_ONCE = 3.0
_NEARBY = 4.0
_NEARBY_KM = 120.0
_CAPITAL = 3.0
_SAME_PLACE_KM = 15.0
# Villages whose population the gazetteer gives as 0 still count for something.
_FLOOR = 300
_LARGE = 100_000
_MUCH_LARGER = 3
_SPELT_ALIKE = 0.7
"""Two romanisations of one name have so much of their letters in common; two names have less."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A chosen place, or the reason why none was."""

    place: GazetteerPlace | None
    country_from: CountryFrom | None = None
    reason: str | None = None


def choose_place(
    candidates: Sequence[GazetteerPlace], context: PlaceContext, *, stated: bool = False
) -> Choice:
    """Choose among places of one name.

    Args:
        candidates: At least one place, already limited to a country that the words state.
        context: What the rest of the article names.
        stated: The words state the country.
    """
    places = _distinct(candidates)
    source: CountryFrom = "text" if stated else "gazetteer"
    if len(places) == 1:
        return Choice(places[0], source)
    plain = sorted(places, key=lambda place: -_size(place))
    if _size(plain[0]) >= STANDS_OUT * _size(plain[1]) and not _outweighed(plain, context):
        return Choice(plain[0], source)
    ranked = sorted(places, key=lambda place: -_weight(place, context))
    best, second = ranked[0], ranked[1]
    # A country that the article names against one that it does not is evidence by itself.
    apart = best.country in context.weights and second.country not in context.weights
    if _weight(best, context) < (_NAMED_APART if apart else STANDS_OUT) * _weight(second, context):
        if best.country != second.country or not (stated or best.country in context.weights):
            return Choice(None, reason=_several(places))
        # Inside one known country the larger one is likelier, unless there is no difference.
        if _weight(best, context) < 1.5 * _weight(second, context):
            return Choice(None, reason=_several(places))
    if stated:
        return Choice(best, "text", f"the likeliest of {len(places)} places of this name in {best.country}")
    if len({place.country for place in places}) == 1:
        return Choice(
            best, "gazetteer", f"the likeliest of {len(places)} places of this name in {best.country}"
        )
    reason = f"chosen by the countries that the article names, among {_several(places)}"
    return Choice(best, "context", reason)


def without_old_names(name: str, towns: Sequence[GazetteerPlace]) -> list[GazetteerPlace]:
    """Without towns that bear another name than theirs, where one of their country is spelt like it.

    "Sloviansk" is how Slovyansk is written as well, and was once the name of Nikopol. In another country it
    may be what a town is called there: "Saida" is Sidon as well.
    """
    alike = [p for p in towns if p.primary or _is_alike(p.name, name)]
    return [p for p in towns if p in alike or not any(_outdoes(other, p) for other in alike)]


def _outdoes(alike: GazetteerPlace, other: GazetteerPlace) -> bool:
    """Whether a town is none of the two entries of one, and hardly smaller, in the same country."""
    if alike.country != other.country or other.population > _MUCH_LARGER * alike.population:
        return False
    return distance_km((alike.lat, alike.lon), (other.lat, other.lon)) >= _SAME_PLACE_KM


def _is_alike(one: str, other: str) -> bool:
    a, b = (unicodedata.normalize("NFKD", n).casefold() for n in (one, other))
    return SequenceMatcher(None, a, b).ratio() >= _SPELT_ALIKE


def may_be_inside(towns: Sequence[GazetteerPlace]) -> bool:
    """May one of several towns of a name lie in an area, though the gazetteer has each in another one?

    A large town may: areas are redrawn, and its own is then an old one.
    """
    return any(place.admin is None or place.population >= _LARGE for place in towns)


def distance_km(here: tuple[float, float], there: tuple[float, float]) -> float:
    """Great-circle distance between two points (latitude, longitude)."""
    (lat1, lon1), (lat2, lon2) = ((math.radians(lat), math.radians(lon)) for lat, lon in (here, there))
    half = (
        math.sin((lat2 - lat1) / 2) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    )
    return 2 * 6371.0 * math.asin(math.sqrt(min(1.0, half)))


def _distinct(candidates: Sequence[GazetteerPlace]) -> list[GazetteerPlace]:
    """Without the alternate names of others, and without a town's second entry a few kilometres off.

    "Victoria" is an old name of Hong Kong, but where a large town bears a name as its own, that is
    no reading. The gazetteer lists some towns twice: the larger entry is kept.
    """
    if any(place.primary and place.population >= _LARGE for place in candidates):
        candidates = [place for place in candidates if place.primary]
    kept: list[GazetteerPlace] = []
    for place in sorted(candidates, key=lambda item: -item.population)[:60]:
        here = (place.lat, place.lon)
        if not any(
            other.country == place.country and distance_km(here, (other.lat, other.lon)) < _SAME_PLACE_KM
            for other in kept
        ):
            kept.append(place)
    return kept


def _size(place: GazetteerPlace) -> float:
    size = float(max(place.population, _FLOOR)) * (1.0 if place.primary else 0.5)
    return size * _CAPITAL if place.capital else size


def _weight(place: GazetteerPlace, context: PlaceContext) -> float:
    weight = _size(place)
    if place.country == context.main:
        weight *= _MAIN_COUNTRY
    elif place.country in context.weights:
        # A country named once in passing says less than one that half the article is about.
        share = context.weights[place.country] / max(context.weights.values())
        weight *= max(_NAMED_ONCE, _NAMED_COUNTRY * share)
    here = (place.lat, place.lon)
    if any(
        country == place.country and distance_km(here, (lat, lon)) < _NEARBY_KM
        for lat, lon, country in context.points
    ):
        weight *= _NEARBY
    return weight


def _outweighed(ranked: Sequence[GazetteerPlace], context: PlaceContext) -> bool:
    """Does the article speak for another one than the largest?"""
    return max(ranked, key=lambda place: _weight(place, context)) is not ranked[0]


def _several(places: Sequence[GazetteerPlace]) -> str:
    countries = sorted({place.country for place in places})
    shown = ", ".join(countries[:6]) + (", ..." if len(countries) > 6 else "")
    return f"{len(places)} places of this name: {shown}"
