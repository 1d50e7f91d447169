"""Where a name must lie: what the words around it state, and what the article speaks of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from summariser.normalise.gazetteer import Gazetteer
from summariser.normalise.place_keys import exact_key
from summariser.normalise.place_phrases import PlacePhrase, parse_place
from summariser.normalise.place_tables import country_codes, demonym_codes
from summariser.normalise.place_types import Area, PlaceContext


@dataclass(frozen=True, slots=True)
class PlaceFrame:
    """The bounds inside which a name is looked for."""

    country: str | None
    """ISO3 that the words state."""
    area: Area | None
    """First-level area that the words state."""
    context: PlaceContext
    part: bool = False
    """Whether only a part is spoken of ("northern X"), as is done of areas more than of towns."""

    def holds(self, country: str) -> bool:
        """May the place lie in this country?"""
        return self.country is None or self.country == country


def read_frames(phrase: PlacePhrase, context: PlaceContext, gazetteer: Gazetteer) -> Iterator[PlaceFrame]:
    """The frames that the words allow, the likeliest first; at least one.

    There is a second one where a name around the place is both a country and an area: Atlanta is in
    one Georgia, Tbilisi in the other; and where only another sentence says which country it is in.
    """
    country = _one_of(phrase.country, context)
    area: Area | None = None
    other: Area | None = None
    for outer in reversed(phrase.outer):
        codes, areas = _outer(outer, gazetteer)
        stated = _one_of(codes, context)
        if stated is not None:
            country = country or stated
            other = next((item for item in areas if item.country != country), other)
        else:
            area = _area(areas, country, context) or area
    if country is None and area is not None:
        country = area.country
    if country is None:
        elsewhere = (context.stated.get(key) for key in _keys(phrase))
        stated = next((code for code in elsewhere if code), None)
        if stated is not None:
            yield PlaceFrame(stated, None, context)
        inside = next((a for key in _keys(phrase) if (a := context.inside.get(key)) is not None), None)
        if inside is not None:
            yield PlaceFrame(inside.country, inside, context)
            return  # no place of the name anywhere else is meant
    yield PlaceFrame(country, area if area and area.country == country else None, context)
    if other is not None:
        yield PlaceFrame(other.country, other, context)


def _keys(phrase: PlacePhrase) -> Iterator[str]:
    return (exact_key(name) for name, _sort, _part in phrase.names)


def _outer(words: str, gazetteer: Gazetteer) -> tuple[tuple[str, ...], list[Area]]:
    """The countries and the areas that a name around the place may be."""
    phrase = parse_place(words)
    codes = phrase.country
    areas: list[Area] = []
    for name, _sort, _part in phrase.names:
        codes = codes or country_codes(name) or demonym_codes(name)
        areas += gazetteer.areas(name)
    return codes, areas


def _area(areas: list[Area], country: str | None, context: PlaceContext) -> Area | None:
    inside = [area for area in areas if country in (None, area.country)]
    if len({area.country for area in inside}) > 1:
        inside = [area for code in context.countries for area in inside if area.country == code]
    return inside[0] if inside else None


def _one_of(codes: tuple[str, ...], context: PlaceContext) -> str | None:
    """The country meant by a shared name ("Congolese"): the one spoken of, else the likeliest."""
    if len(codes) < 2:
        return codes[0] if codes else None
    return next((code for code in context.countries if code in codes), codes[0])
