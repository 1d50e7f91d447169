"""``python -m summariser.evals.acled_notes FILE``: the rules beside what ACLED's coders made of their notes.

ACLED's export (CSV, or JSON Lines with the same names) gives for each event a note of a sentence or three and
the codes that its coders gave it: thousands of events of all continents, coded by experts whom this project
does not know. Nothing of it is in the repository; whoever may download it can run this.

Rows are halved by a hash of the event's id: errors are shown of one half (``work``), the other one
(``hold``) is only scored. Figures come from the rules alone (`first_choice`), without a model.

What a coder knows beside the note costs nothing here: a place counts only where its name stands in the
note, a date only where the day does, a toll only where the note is not split over several events.
"""

from __future__ import annotations

import argparse
import csv
import json
import re
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any, Final

import pycountry

from summariser.api import Summariser
from summariser.articles import Article
from summariser.errors import BadData
from summariser.evals.first_choice import rules_alone
from summariser.evals.halves import Half, half_of
from summariser.evals.scorers.names import tokens
from summariser.evals.tally import Metric, Tally, add_up
from summariser.exports.acled import INTER
from summariser.exports.tolls import toll
from summariser.normalise.place_choice import distance_km
from summariser.schemas import Actor, Event, Summary
from summariser.schemas.codebooks import ActorKind, ActorRole, EventStatus, SubEventType, event_type_of

_KINDS: Final = {code: kind for kind, code in INTER.items()}
_UNDIRECTED: Final = {
    SubEventType.ARMED_CLASH,
    SubEventType.AGREEMENT,
    SubEventType.OTHER,
    SubEventType.MOB_VIOLENCE,
}
"""Of these ACLED's first actor need not be the one who acts."""
_NEAR_KM: Final = 25.0
_TAIL: Final = re.compile(
    r"\s*\[(?:size|women targeted|notes?)\b[^\]]*\]|\s*\d+ fatalit(?:y|ies) (?:coded|split)[^.]*\.", re.I
)
_SPLIT: Final = re.compile(r"\bsplit\b|\bcoded (?:as|across)\b|\bacross \w+ events", re.I)
_IN_BRACKETS: Final = re.compile(r"\([^()]*\)")
_INITIALS: Final = re.compile(r"\b[A-Z][A-Za-z]*[A-Z][A-Za-z]*\b")
_OFTEN_NAMELESS: Final = {
    ActorKind.STATE_FORCES,
    ActorKind.EXTERNAL_FORCES,
    ActorKind.RIOTERS,
    ActorKind.PROTESTERS,
    ActorKind.CIVILIANS,
}
_NAMELESS: Final = tokens(
    "military forces police government armed group unidentified militia communal gang army civilians rioters "
    "protesters for with party movement democratic national people republic united state faction coalition "
    "ethnic clan operation"
)
FIELDS: Final = (
    "detected", "events", "type", "sub_type", "status", "date", "place", "country", "actor1", "actor2",
    "kind1", "kind2", "fatalities", "no_fatalities",
)  # fmt: skip


@dataclass(frozen=True)
class Coded:
    """One row: the note, and what its coder made of it."""

    id: str
    note: str
    day: date | None
    sub_type: SubEventType
    actors: tuple[str, str]
    """With the allies of each."""
    kinds: tuple[ActorKind | None, ActorKind | None]
    places: tuple[str, ...]
    point: tuple[float, float] | None
    country: str | None
    dead: int | None
    """None where the note's toll is split over several rows."""

    @property
    def half(self) -> Half:
        """Which half it belongs to."""
        return half_of(self.id)


@dataclass(frozen=True)
class Compared:
    """One field of one row."""

    tally: Tally
    gold: str
    given: str


def read(path: Path) -> Iterator[Coded]:
    """The rows of an export that have a note and a code that this project knows.

    Raises:
        BadData: The file is no such export.
    """
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows: Iterable[Mapping[str, Any]]
        rows = csv.DictReader(file) if path.suffix == ".csv" else (json.loads(line) for line in file)
        for number, row in enumerate(rows, start=1):
            try:
                one = _coded(row)
            except (KeyError, ValueError, TypeError) as error:
                raise BadData(f"{path.name}, row {number}: {error!r}", "Give an export of ACLED") from error
            if one is not None:
                yield one


def _coded(row: Mapping[str, Any]) -> Coded | None:
    note = _TAIL.sub("", str(row["notes"] or "")).strip()
    try:
        sub_type = SubEventType(row["sub_event_type"])
    except ValueError:
        return None
    if not note:
        return None
    names = ("actor1", "assoc_actor_1"), ("actor2", "assoc_actor_2")
    lat, lon = row.get("latitude"), row.get("longitude")
    return Coded(
        id=str(row["event_id_cnty"]),
        note=note,
        day=_day(row["event_date"]) if str(row.get("time_precision", "1"))[:1] == "1" else None,
        sub_type=sub_type,
        actors=(_joined(row, names[0]), _joined(row, names[1])),
        kinds=(_kind(row.get("inter1")), _kind(row.get("inter2"))),
        places=tuple(str(row[k]) for k in ("location", "admin3", "admin2") if row.get(k)),
        point=(float(lat), float(lon)) if lat and lon else None,
        country=_iso3(row.get("iso")),
        dead=None if _SPLIT.search(str(row["notes"])) else int(float(row["fatalities"] or 0)),
    )


def _joined(row: Mapping[str, Any], names: tuple[str, str]) -> str:
    return "; ".join(str(row[n]) for n in names if row.get(n))


def _kind(code: Any) -> ActorKind | None:
    try:
        return _KINDS.get(int(float(code)))
    except (TypeError, ValueError):
        return None


def _iso3(code: Any) -> str | None:
    try:
        found = pycountry.countries.get(numeric=f"{int(float(code)):03d}")
    except (TypeError, ValueError):
        return None
    return getattr(found, "alpha_3", None)


def _day(value: Any) -> date:
    if isinstance(value, int | float):
        return datetime.fromtimestamp(value / 1000, UTC).date()
    for form in ("%Y-%m-%d", "%d %B %Y", "%d-%B-%Y", "%d-%b-%y"):
        try:
            return datetime.strptime(str(value), form).replace(tzinfo=UTC).date()
        except ValueError:
            continue
    raise ValueError(f"no date: {value}")


def compare(row: Coded, summary: Summary) -> dict[str, Compared]:
    """Every field of one row."""
    events = [
        e for e in (summary.events.events if summary.events else ()) if e.status is not EventStatus.DENIED
    ]
    best = _nearest(row, events)
    found = {
        "detected": _ratio(best is not None, "event", "none"),
        "events": Compared(
            Tally(float(best is not None and best.sub_type is row.sub_type), len(events), 1),
            row.sub_type.value,
            ", ".join(e.sub_type.value for e in events),
        ),
    }
    if best is None:
        return found
    found["sub_type"] = _ratio(best.sub_type is row.sub_type, row.sub_type.value, best.sub_type.value)
    found["type"] = _ratio(best.type.value == _type(row.sub_type), _type(row.sub_type), best.type.value)
    took_place = best.status in {EventStatus.OCCURRED, EventStatus.ONGOING}
    found["status"] = _ratio(took_place, "occurred", best.status.value)
    if row.day is not None and re.search(rf"\b0?{row.day.day}\b", row.note):
        found["date"] = _f1(row.day.isoformat(), str(best.when.start or ""), row.day == best.when.start)
    found |= _where(row, best) | _sides(row, best)
    if row.dead is not None:
        total = toll(best.fatalities).total or 0
        name = "fatalities" if row.dead else "no_fatalities"
        found[name] = _ratio(total == row.dead, str(row.dead), str(total))
    return found


def _type(sub_type: SubEventType) -> str:
    return event_type_of(sub_type).value


def _nearest(row: Coded, events: Sequence[Event]) -> Event | None:
    """The event that is most like the row's: by its code, then by its kind, then the first."""
    want = _type(row.sub_type)
    order = sorted(events, key=lambda e: (e.sub_type is not row.sub_type, e.type.value != want))
    return order[0] if order else None


def _where(row: Coded, event: Event) -> dict[str, Compared]:
    named = [p for p in row.places if p.casefold() in row.note.casefold()]
    if not named:
        return {}
    given = event.place
    words = "" if given is None else f"{given.words.text} ({given.country})"
    right = given is not None and (
        any(tokens(p) & (tokens(given.words.text) | tokens(given.name or "")) for p in named[:1])
        or _near(row.point, given.lat, given.lon)
    )
    found = {"place": _f1(named[0], words, right)}
    if row.country and given is not None:
        found["country"] = _f1(row.country, given.country or "", row.country == given.country)
    return found


def _near(point: tuple[float, float] | None, lat: float | None, lon: float | None) -> bool:
    if point is None or lat is None or lon is None:
        return False
    return distance_km(point, (lat, lon)) <= _NEAR_KM


def _sides(row: Coded, event: Event) -> dict[str, Compared]:
    first, second = event.side(ActorRole.SIDE_A), event.side(ActorRole.SIDE_B)
    found: dict[str, Compared] = {}
    names, kinds = row.actors, row.kinds
    if row.sub_type in _UNDIRECTED and _alike(names[1], kinds[1], first) + _alike(
        names[0], kinds[0], second
    ) > (_alike(names[0], kinds[0], first) + _alike(names[1], kinds[1], second)):
        names, kinds = (names[1], names[0]), (kinds[1], kinds[0])
    for place, given in ((0, first), (1, second)):
        if not names[place] and not given:
            continue
        shown = "; ".join(f"{a.words.text} [{a.kind.value}]" for a in given)
        found[f"actor{place + 1}"] = Compared(
            Tally(
                float(bool(names[place]) and _alike(names[place], kinds[place], given)),
                float(bool(given)),
                float(bool(names[place])),
            ),
            names[place],
            shown,
        )
        kind = kinds[place]
        if names[place] and given and kind is not None:
            right = any(a.kind is kind for a in given)
            found[f"kind{place + 1}"] = _ratio(right, f"{names[place]} [{kind.value}]", shown)
    return found


def _alike(name: str, kind: ActorKind | None, given: Sequence[Actor]) -> bool:
    """Whether one of the actors is the one of the code: by a name in common, or by kind.

    By kind alone where the code names nobody ("Unidentified Armed Group (Mali)"), and for those whom news
    often leaves without a name: "the military", "residents".
    """
    name = _IN_BRACKETS.sub("", name)
    stems = {t[:4] for t in tokens(name) if t not in _NAMELESS and len(t) > 2}
    initials = set(_INITIALS.findall(name))
    by_kind = kind is not None and (kind in _OFTEN_NAMELESS or not stems)
    for actor in given:
        words = f"{actor.words.text} {actor.name}"
        if stems & {t[:4] for t in tokens(words)} or initials & set(_INITIALS.findall(words)):
            return True
        if by_kind and actor.kind is kind:
            return True
    return False


def _ratio(right: bool, gold: str, given: str) -> Compared:
    return Compared(Tally(float(right), 1, 1), gold, given)


def _f1(gold: str, given: str, right: bool) -> Compared:
    return Compared(Tally(float(right), float(bool(given)), 1), gold, given)


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the table, or the errors of one field."""
    parser = argparse.ArgumentParser(prog="python -m summariser.evals.acled_notes", description=__doc__)
    parser.add_argument("file", type=Path, help="an export of ACLED: .csv, or .jsonl with its names")
    parser.add_argument("--every", type=int, default=1, metavar="N", help="each Nth row alone")
    parser.add_argument("--type", help="rows of one event or sub-event type alone")
    parser.add_argument("--half", choices=["work", "hold"], help="rows of one half alone")
    parser.add_argument("--errors", choices=FIELDS, help="what went wrong, of the half to work on")
    options = parser.parse_args(arguments)
    rows = [r for r in read(options.file) if options.type in (None, r.sub_type.value, _type(r.sub_type))]
    wanted = "work" if options.errors else options.half
    rows = [r for r in rows if wanted in (None, r.half)][:: options.every]
    found: list[tuple[Half, dict[str, Tally]]] = []
    with Summariser(engine=rules_alone()) as summariser:
        for row in rows:
            published = row.day + timedelta(days=1) if row.day else None
            compared = compare(row, summariser.summarise(Article(row.note, published=published)))
            found.append((row.half, {k: c.tally for k, c in compared.items()}))
            one = compared.get(options.errors or "")
            if one is not None and (
                one.tally.hits < one.tally.expected or one.tally.predicted > one.tally.hits
            ):
                _say(f"- {row.id}: coded {one.gold!r}, given {one.given!r} :: {row.note}")
    if not options.errors:
        _table(found)
    return 0


def _table(found: Sequence[tuple[Half, Mapping[str, Tally]]]) -> None:
    sums = {c: add_up(t for half, t in found if c in ("all", half)) for c in ("all", "work", "hold")}
    _say(f"{'':16}" + "".join(f"{c:>8}" for c in sums) + f"{'coded':>10}{'given':>8}")
    for metric in (Metric(f, f, "f1", f) for f in FIELDS):
        whole = sums["all"].get(metric.tally)
        if whole is None:
            continue
        values = [s.get(metric.tally, Tally()).value(metric.kind) for s in sums.values()]
        shown = "".join(f"{'-' if v is None else format(v, '.3f'):>8}" for v in values)
        _say(f"{metric.name:16}{shown}{whole.expected:10.0f}{whole.predicted:8.0f}")


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")


if __name__ == "__main__":
    sys.exit(main())
