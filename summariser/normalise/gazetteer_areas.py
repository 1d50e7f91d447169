"""First-level areas: from the gazetteer's codes and ISO 3166-2 to names that articles use.

GeoNames keeps the older FIPS codes for most countries, ISO 3166-2 has codes of its own, and in some
countries the two do not divide the land alike. admin1.json therefore maps code to code, and only
where they agree; a place whose code is not in it has no area, which is better than a wrong one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import pycountry

from summariser.normalise.place_keys import exact_key
from summariser.normalise.place_tables import country_tables, read_table

_BRACKETS = re.compile(r"\s*[\[(].*$")
# Words of rank around a name. "Niger State" and "Niger" must meet, "Nord" in "Nord-Kivu" must stay.
_RANK = re.compile(
    r"\b(?:oblast|oblysy|respublika|republic|kray|avtonomnyy okrug|province|region|state|governorate|district"
    r"|department|departamento|sheng|shi|zizhiqu|city of|prefecture|county|division|territory"
    r"|capital territory|viloyati|gewest|comunidad|principado de)\b"
)
_FRENCH = {
    "nord": "north",
    "sud": "south",
    "est": "east",
    "ouest": "west",
    "centre": "central",
    "haut": "upper",
    "bas": "lower",
    "central": "central",
    "oriental": "eastern",
}


_WITH_DISTRICTS = frozenset(
    ("AZ", "BD", "BF", "DO", "ES", "FJ", "FR", "GN", "GQ", "GW", "IT", "LK", "MA", "MW", "PH", "RS", "UG")
)
"""Countries whose second level in ISO 3166-2 is one that reports name."""


@dataclass(frozen=True, slots=True)
class AreaRow:
    """One first-level area with every exact key that should find it."""

    code: str
    name: str
    country: str
    keys: frozenset[str]


def area_rows() -> Iterator[AreaRow]:
    """Every first-level area, those of ISO 3166-2 and those that only the gazetteer has."""
    document = read_table("admin1.json")
    english: dict[str, list[str]] = document["english"]
    abroad: dict[str, str] = read_table("areas_abroad.json")["areas"]
    mapped = {f"{cc}-{code}" for cc, codes in document["codes"].items() for code in codes.values()}
    iso3 = country_tables().iso2
    for item in pycountry.subdivisions:
        # Below the first level only where the gazetteer's first level is ISO's second (Indonesia).
        if item.parent_code and item.code not in mapped:
            continue
        names = english.get(item.code, [])
        yield AreaRow(
            code=item.code,
            name=names[0] if names else _plain(item.name),
            country=iso3[item.country_code],
            keys=frozenset(key for name in (item.name, *names) for key in area_keys(name))
            | {exact_key(name) for name in abroad.get(item.code, "").split("|") if name},
        )
    for cc, own in document["own"].items():
        for code, name in own.items():
            yield AreaRow(f"{cc}-{code}", name, iso3[cc], frozenset(area_keys(name)))


def district_rows() -> Iterator[tuple[str, str, str, str | None]]:
    """(key, name, ISO3, name of the first-level area) of areas below the first level."""
    iso3 = country_tables().iso2
    for code, names in read_table("districts.json")["districts"].items():
        for name in names.split("|"):
            yield exact_key(name), name, code, None
    for code, abroad in read_table("areas_abroad.json")["districts"].items():
        for name, spellings in abroad.items():
            for spelling in spellings.split("|"):
                yield exact_key(spelling), name, iso3.get(code, code), None
    by_code = {item.code: _plain(item.name) for item in pycountry.subdivisions}
    for item in pycountry.subdivisions:
        if item.parent_code and item.country_code in _WITH_DISTRICTS:
            name = by_code[item.code]
            for key in sorted(area_keys(name)):
                yield key, name, iso3[item.country_code], by_code.get(item.parent_code)


def spellings_abroad() -> Iterator[tuple[str, int]]:
    """(exact key, geonames id) of spellings in Arabic, French and Spanish that the gazetteer lacks."""
    for number, names in read_table("areas_abroad.json")["towns"].items():
        for name in names.split("|"):
            yield exact_key(name), int(number)


def admin_codes() -> dict[tuple[str, str], str]:
    """(ISO2, GeoNames admin1 code) to the code of the area."""
    document = read_table("admin1.json")
    mapped = {
        (cc, key): f"{cc}-{value}" for cc, codes in document["codes"].items() for key, value in codes.items()
    }
    return mapped | {(cc, key): f"{cc}-{key}" for cc, own in document["own"].items() for key in own}


def area_keys(name: str) -> set[str]:
    """The exact keys of a name of an area: with and without its rank, each of its halves, in English.

    >>> sorted(area_keys("Nord-Kivu"))
    ['nord kivu', 'north kivu']
    """
    keys = set()
    for part in re.split(r"[\[\]()/,]", name):
        whole = exact_key(part)
        bare = " ".join(_RANK.sub(" ", whole).split())
        stem = re.sub(r"sk(?:a|aya|iy)$", "sk", bare)
        words = whole.split()
        english = [_FRENCH.get(word, word) for word in words]
        keys |= {whole, bare, stem}
        if len(words) == 2 and english != words:
            keys |= {" ".join(english), " ".join(reversed(english))}
    return {key for key in keys if len(key) > 1 and key not in _FRENCH}


def _plain(name: str) -> str:
    """Without brackets, and turned round where a list has turned it ("Altay, Respublika")."""
    bare = _BRACKETS.sub("", name)
    head, comma, tail = bare.partition(", ")
    return f"{tail} {head}" if comma and tail[:1].isupper() else bare
