"""Short ways to make a ResolvedPlace: each says what it knows, and nothing else is filled in."""

from __future__ import annotations

import dataclasses

from summariser.normalise.place_tables import country_tables
from summariser.normalise.place_types import Area, CountryFrom, GazetteerPlace, GeoPrecision, ResolvedPlace

_NOTHING = ResolvedPlace("", None, None, None, None, None, "unresolved", None, None, None)


def unresolved(reason: str) -> ResolvedPlace:
    """No place, and why."""
    return dataclasses.replace(_NOTHING, reason=reason)


def of_country(code: str, source: CountryFrom, reason: str | None = None) -> ResolvedPlace:
    """A country as a whole."""
    return of_part(country_tables().short_name[code], code, source, reason, precision="country")


def of_part(
    name: str,
    country: str,
    source: CountryFrom,
    reason: str | None = None,
    *,
    admin: str | None = None,
    precision: GeoPrecision = "admin",
) -> ResolvedPlace:
    """A named part of a country that has no point of its own."""
    return dataclasses.replace(
        _NOTHING,
        name=name,
        admin=admin,
        country=country,
        precision=precision,
        country_from=source,
        reason=reason,
    )


def of_area(area: Area, source: CountryFrom, reason: str | None = None) -> ResolvedPlace:
    """A first-level area."""
    return of_part(area.name, area.country, source, reason, admin=area.name)


def of_town(
    place: GazetteerPlace, admin: str | None, source: CountryFrom, reason: str | None = None
) -> ResolvedPlace:
    """A place of the gazetteer, with its point."""
    return ResolvedPlace(
        "", place.name, admin, place.country, place.lat, place.lon, "place", source, reason, place.id
    )


def within(found: ResolvedPlace, *, near: bool, part: bool) -> ResolvedPlace:
    """A part of a country is an area of it; a part of a town, or what lies by it, is near it."""
    if found.precision == "country" and part:
        return dataclasses.replace(found, precision="admin")
    if found.precision == "country" and near:
        reason = found.reason or "near or outside the country, or on one side of it"
        return dataclasses.replace(found, reason=reason)
    if found.precision == "place" and (near or part):
        return dataclasses.replace(found, precision="near")
    return found
