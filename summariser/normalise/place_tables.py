"""Countries, demonyms and regions by name: small tables, read once, that need no gazetteer."""

from __future__ import annotations

import functools
import json
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import resources
from typing import Any

from summariser.normalise.place_keys import exact_key


@dataclass(frozen=True, slots=True)
class CountryTables:
    """The tables of countries.json, by exact key unless said otherwise."""

    short_name: Mapping[str, str]
    """ISO3 to the usual English name."""
    by_name: Mapping[str, tuple[str, ...]]
    """Several codes where a name is shared ("Congo"), the likeliest first."""
    by_acronym: Mapping[str, str]
    """By the letters as written without stops: "US" is a country, "us" and "car" are not."""
    by_demonym: Mapping[str, tuple[str, ...]]
    iso2: Mapping[str, str]
    """ISO 3166-1 alpha-2 to alpha-3."""


@dataclass(frozen=True, slots=True)
class RegionTables:
    """The tables of regions.json, by exact key; the first item of a value is the name as written."""

    parts: Mapping[str, tuple[str, str]]
    disputed: Mapping[str, tuple[str, tuple[str, ...]]]
    several: Mapping[str, str]
    waters: Mapping[str, str]


def read_table(name: str) -> Any:
    """One of the JSON files beside this module."""
    return json.loads(resources.files("summariser.normalise").joinpath(name).read_text(encoding="utf-8"))


@functools.cache
def country_tables() -> CountryTables:
    """The country tables, read on first use."""
    document = read_table("countries.json")
    by_name: dict[str, tuple[str, ...]] = {}
    by_acronym: dict[str, str] = {}
    by_demonym: dict[str, tuple[str, ...]] = {}
    for code, entry in document["countries"].items():
        for name in entry["names"]:
            if is_acronym(name):
                by_acronym[name.replace(".", "")] = code
            else:
                by_name[exact_key(name)] = (code,)
        for word in entry["demonyms"]:
            by_demonym[exact_key(word)] = (code,)
    by_name |= {exact_key(name): tuple(codes) for name, codes in document["shared_names"].items()}
    by_demonym |= {exact_key(word): tuple(codes) for word, codes in document["shared_demonyms"].items()}
    return CountryTables(
        short_name={code: entry["name"] for code, entry in document["countries"].items()},
        by_name=by_name,
        by_acronym=by_acronym,
        by_demonym=by_demonym,
        iso2={entry["iso2"]: code for code, entry in document["countries"].items()},
    )


@functools.cache
def region_tables() -> RegionTables:
    """The region tables, read on first use."""
    document = read_table("regions.json")
    parts = {exact_key(name): (name, code) for code, names in document["parts"].items() for name in names}
    several = {exact_key(name): name for name in document["several"]}
    for name, spellings in read_table("areas_abroad.json")["regions"].items():
        for key in map(exact_key, spellings.split("|")):
            if exact_key(name) in parts:
                parts[key] = parts[exact_key(name)]
            elif exact_key(name) in several:
                several[key] = several[exact_key(name)]
    return RegionTables(
        parts=parts,
        disputed={exact_key(name): (name, tuple(codes)) for name, codes in document["disputed"].items()},
        several=several,
        waters={exact_key(name): name for name in document["waters"]},
    )


@functools.cache
def _unlisted() -> dict[str, str]:
    table = read_table("areas_abroad.json")["unlisted"]
    return {exact_key(other): name for name, others in table.items() for other in others.split("|")}


def english_name(name: str) -> str:
    """The usual English name of a camp or village that the gazetteer lacks; the name itself if unknown.

    >>> english_name("الهول"), english_name("Aruco")
    ('Al-Hol', 'Aruco')
    """
    return _unlisted().get(exact_key(name), name)


def is_acronym(name: str) -> bool:
    """Two to five letters that are not a word: "UAE", "U.S.", "oPt", "BiH"."""
    letters = name.replace(".", "")
    return 2 <= len(letters) <= 5 and letters.isalpha() and sum(map(str.isupper, letters)) >= 2


@functools.lru_cache(maxsize=4_096)
def country_codes(words: str) -> tuple[str, ...]:
    """ISO3 of the country that `words` names; several if the name is shared, empty if none."""
    tables = country_tables()
    bare = words.strip()
    if is_acronym(bare):
        code = tables.by_acronym.get(bare.replace(".", ""))
        if code:
            return (code,)
        if bare.isupper() and len(bare) <= 3:
            return ()
    key = exact_key(bare).removeprefix("the ")
    return tables.by_name.get(key, ())


@functools.lru_cache(maxsize=4_096)
def demonym_codes(word: str) -> tuple[str, ...]:
    """ISO3 of the countries that `word` is a demonym of; several for "Congolese" or "Korean"."""
    if not word[:1].isupper():
        return ()  # "polish" and "turkish" in lower case are other words, or not worth the risk
    return country_tables().by_demonym.get(exact_key(word), ())


def demonym_country(word: str) -> str | None:
    """ISO3 of the country that the demonym belongs to, or None where it cannot be told alone.

    >>> demonym_country("Syrian"), demonym_country("Iraqis"), demonym_country("Congolese")
    ('SYR', 'IRQ', None)
    """
    codes = demonym_codes(word)
    return codes[0] if len(codes) == 1 else None


@functools.cache
def country_name(iso3: str) -> str:
    """The country's usual English name: "DR Congo"; the code itself where there is none."""
    entry = read_table("countries.json")["countries"].get(iso3)
    return str(entry["name"]) if entry else iso3
