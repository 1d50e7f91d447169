"""What the place reader takes and gives."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

GeoPrecision = Literal["place", "near", "admin", "country", "unresolved"]
"""How exactly a place is known.

==========  =================================================  ====================  ==================
value       meaning                                            ACLED geo_precision   UCDP where_prec
==========  =================================================  ====================  ==================
place       the named town, village or camp itself             1                     1
near        near it, a part of it, or outside it               2                     2
admin       a first-level area, or a part of a country         3                     4 (5 where vague)
country     the country and no more                            3                     6
unresolved  not a place on land, or not to be told apart       none                  none (7 at sea)
==========  =================================================  ====================  ==================
"""

CountryFrom = Literal["gazetteer", "text", "context"]
"""Where a country comes from: the place's own entry, words beside the name, or the rest of the
article. The last is an inference and every reader of it must say so."""


_LEAST = 1.5
_TRACE, _FIRM = 0.01, 1.5


@dataclass(frozen=True, slots=True)
class ResolvedPlace:
    """A place as far as it is known; never more than that.

    Coordinates are those of a gazetteer entry or None: an area and a country have none, and neither
    has a village that the gazetteer does not hold.
    """

    words: str
    """The words that were asked for, unchanged."""
    name: str | None
    """The usual name; for a place outside the gazetteer the name as the text has it."""
    admin: str | None
    """First-level area by name."""
    country: str | None
    """ISO 3166-1 alpha-3; XKX for Kosovo."""
    lat: float | None
    lon: float | None
    precision: GeoPrecision
    country_from: CountryFrom | None
    reason: str | None
    """Why it is unresolved, or on what it was chosen or inferred."""
    geonames_id: int | None


@dataclass(frozen=True, slots=True)
class PlaceContext:
    """The countries and places that an article names: what its other places are read against."""

    weights: Mapping[str, float] = field(default_factory=dict)
    """How much the article speaks of each country (ISO3), in mentions weighted by their kind."""
    points: tuple[tuple[float, float, str], ...] = ()
    """Latitude, longitude and country of places that are certain, at most a few dozen."""
    stated: Mapping[str, str] = field(default_factory=dict)
    """Exact key of a name to the country (ISO3) that the article puts it in: "Baghouz, Syria"."""
    inside: Mapping[str, Area] = field(default_factory=dict)
    """Exact key of a town's name to the area that the article puts it in: "San Vicente, Cauca"."""
    own: Mapping[str, tuple[str, float]] = field(default_factory=dict)
    """Exact key of a town's or an area's name to its country, and how much of that weight is its own."""

    def without(self, key: str) -> PlaceContext:
        """What the rest of the article says: no name is evidence for its own reading."""
        if key not in self.own:
            return self
        country, weight = self.own[key]
        rest = {code: value for code, value in self.weights.items() if code != country}
        if self.weights.get(country, 0.0) - weight > _TRACE:
            rest[country] = self.weights[country] - weight
        if max(rest.values(), default=0.0) < _FIRM:
            return self  # too little is left to read a name against
        return replace(self, weights=rest, own={})

    @property
    def main(self) -> str | None:
        """The country that the article speaks of most; None if it names none, or two alike.

        One small town that has its name from somewhere else is not enough to name a country.
        """
        ranked = sorted(self.weights.values(), reverse=True)
        if not ranked or ranked[0] < _LEAST or (len(ranked) > 1 and ranked[0] == ranked[1]):
            return None
        return max(self.weights, key=self.weights.__getitem__)

    @property
    def countries(self) -> tuple[str, ...]:
        """Countries, the most spoken of first."""
        return tuple(sorted(self.weights, key=lambda code: (-self.weights[code], code)))


@dataclass(frozen=True, slots=True)
class GazetteerPlace:
    """One populated place of the gazetteer."""

    id: int
    name: str
    lat: float
    lon: float
    population: int
    country: str
    admin: str | None
    """ISO 3166-2 code of the first-level area, or its name where ISO has none."""
    capital: bool
    primary: bool
    """Found by its own name, not by one of its alternate names."""


@dataclass(frozen=True, slots=True)
class Area:
    """A first-level area."""

    code: str
    name: str
    country: str


@dataclass(frozen=True, slots=True)
class District:
    """An area below the first level; it has no point of its own."""

    name: str
    country: str
    admin: str | None
    """First-level area by name, where it is known."""
