"""Records on a map, as RFC 7946 has it: a feature for each place of each record.

A record whose place has no coordinates, or that has no place, is a feature without a geometry, which the
standard allows and QGIS shows in its table. Nothing is put at a country's middle.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any, Final

from summariser.exports.cells import Cell, joined, plain
from summariser.exports.common import TOOK_PLACE, Source, claim, no_point
from summariser.exports.records import Record, records
from summariser.exports.report import Notes
from summariser.exports.tolls import toll
from summariser.schemas import CivilianHarm, DisplacementFigure, Event, Figure

_ROLES: Final = ("place", "origin", "destination")
_NO_PLACE: Final = {
    "group_at_risk": "a group has no place",
    "narrative": "a sentence has no place",
    "issue": "what was refused has no place",
}
_DIGITS: Final = 6
"""Of a degree: a tenth of a metre."""


def write(sources: Sequence[Source], notes: Notes) -> bytes:
    """The records as a GeoJSON feature collection in UTF-8, one feature a line."""
    features = [_json(feature) for source in sources for feature in _features(source, notes)]
    body = ",\n".join(features)
    return f'{{"type":"FeatureCollection","features":[\n{body}\n]}}\n'.encode()


def _json(value: object) -> str:
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    # The same value; but no page that holds the file can take a piece of an article for a tag.
    return text.replace("<", "\\u003c")


def _features(source: Source, notes: Notes) -> Iterator[dict[str, Any]]:
    found = list(records(source))
    claims: dict[str, list[str]] = {}
    for record in found:
        if record.kind == "figure" and isinstance(record.value, Figure):
            parent, measure = str(record.cells["parent_id"]), record.cells["measure"]
            claims.setdefault(parent, []).append(f"{measure}: {claim(record.value)}")
    for record in found:
        id_ = str(record.cells["id"])
        if record.kind in _NO_PLACE:
            notes.leave_out(source.article_id, id_, _NO_PLACE[record.kind])
        elif record.kind != "figure":
            notes.row(record.kind)
            more = _more(record, claims.get(id_, []))
            yield from _of_record(record, id_, more, source, notes)


def _of_record(
    record: Record, id_: str, more: dict[str, Cell], source: Source, notes: Notes
) -> Iterator[dict[str, Any]]:
    there = [role for role in _ROLES if record.cells.get(f"{role}_words") is not None]
    if not there:
        notes.leave_out(source.article_id, id_, no_point(None), field="geometry")
        yield _feature(record, id_, None, more)
    for role in there:
        if record.cells[f"{role}_lat"] is None:
            reason = no_point(getattr(record.value, role))
            notes.leave_out(source.article_id, id_, reason, field="geometry")
        yield _feature(record, id_ if role == there[0] else f"{id_}-{role}", role, more)


def _feature(record: Record, id_: str, role: str | None, more: dict[str, Cell]) -> dict[str, Any]:
    cells = {
        name: cell
        for name, cell in record.cells.items()
        if not name.endswith(("_lat", "_lon")) and name != "id"
    }
    properties: dict[str, Cell] = {"record_id": record.cells["id"], "kind": record.kind}
    properties |= {"place_role": role, **cells, **more}
    return {
        "type": "Feature",
        "id": id_,
        "geometry": _point(record, role),
        "properties": {name: _value(cell) for name, cell in properties.items()},
    }


def _point(record: Record, role: str | None) -> dict[str, Any] | None:
    lat, lon = (record.cells.get(f"{role}_{part}") for part in ("lat", "lon"))
    if not isinstance(lat, (int, float)) or not isinstance(lon, (int, float)):
        return None
    return {"type": "Point", "coordinates": [round(lon, _DIGITS), round(lat, _DIGITS)]}


def _more(record: Record, claims: list[str]) -> dict[str, Cell]:
    """What a map wants to show at once: a line of words, and the dead of what took place."""
    cells: dict[str, Cell] = {"figures": joined(claims)}
    match record.value:
        case Event() as event:
            dead = toll(event.fatalities) if event.status in TOOK_PLACE else None
            cells |= {"label": event.sub_type.value, "fatalities": dead.total if dead else None}
            cells["fatalities_rule"] = dead.rule if dead else None
        case DisplacementFigure() | CivilianHarm() as figure:
            cells["label"] = claim(figure)
    return cells


def _value(cell: Cell) -> Cell:
    if isinstance(cell, str):
        return plain(cell)
    return cell.isoformat() if cell is not None and not isinstance(cell, (int, float)) else cell
