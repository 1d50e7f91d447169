"""Places on a map: what happened where, where people left and where they went."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from summariser.exports.common import TOOK_PLACE, Source, no_point, place_name, stated
from summariser.exports.report import Notes
from summariser.exports.tolls import toll
from summariser.pictures.extra import explain, new_figure
from summariser.pictures.land import Window, around, countries, rings
from summariser.pictures.names import set_names
from summariser.pictures.style import BORDER, COLOURS, GREY, INK, LAND
from summariser.schemas import DisplacementFigure, Event, Place, Site
from summariser.schemas.codebooks import EventType

TITLE: Final = "Places of events, displacement and needs"
_OF_TYPE: Final = dict(zip(EventType, COLOURS, strict=False))
_OF_FACT: Final = {"displacement": "s", "site": "^", "other": "D"}
_WIDE, _LEGEND = 8.0, 2.2
"""Inches of the map, and of what stands beside it."""
_MOST_LABELS: Final = 40


@dataclass(frozen=True, slots=True)
class Dot:
    """A record at a place.

    Attributes:
        lon: Degrees.
        lat: Degrees.
        name: The place's.
        kind: "event", "displacement", "site" or "other".
        type: Of an event.
        size: Dead or people, for the area of the mark; 0 where nobody is counted.
        done: False where it was threatened, planned or denied.
        to: Where people went from here, where the text says so.
    """

    lon: float
    lat: float
    name: str
    kind: str
    type: EventType | None
    size: float
    done: bool
    to: tuple[float, float] | None = None


def dots(sources: Sequence[Source], notes: Notes) -> list[Dot]:
    """Every record that has a place with coordinates; larger ones first, so that no small one is hidden."""
    found = [dot for source in sources for dot in _of_source(source, notes)]
    return sorted(found, key=lambda d: (-d.size, d.lat, d.lon, d.kind))


def _of_source(source: Source, notes: Notes) -> Iterator[Dot]:
    for event in source.events():
        dead = toll(event.fatalities).total if event.status in TOOK_PLACE else None
        done = event.status in TOOK_PLACE
        yield from _dot(source, "event", event, event.place, notes, size=dead or 0, done=done)
    for kind, fact in source.facts():
        match fact:
            case DisplacementFigure():
                yield from _moved(source, kind, fact, notes)
            case Site():
                people = max((stated(f) for f in fact.population), default=0)
                yield from _dot(source, kind, fact, fact.place, notes, size=people, done=True)
            case _ if (place := getattr(fact, "place", None)) is not None:
                yield from _dot(source, kind, fact, place, notes, size=0, done=True)
            case _:
                notes.leave_out(source.article_id, source.id(kind, fact), no_point(None))


def _moved(source: Source, kind: str, figure: DisplacementFigure, notes: Notes) -> Iterator[Dot]:
    done = figure.status.value in {"occurred", "ongoing"}
    start, end = figure.origin or figure.place, figure.destination
    to = (end.lon, end.lat) if start is not None and end is not None and _has_point(end) else None
    size = stated(figure) if done else 0
    yield from _dot(source, kind, figure, start or end, notes, size=size, done=done, to=to)


def _has_point(place: Place) -> bool:
    return place.lat is not None and place.lon is not None


def _dot(
    source: Source,
    kind: str,
    record: Any,
    place: Place | None,
    notes: Notes,
    *,
    size: float,
    done: bool,
    to: Any = None,
) -> Iterator[Dot]:
    id_ = source.id(kind, record)
    if place is None or place.lat is None or place.lon is None:
        notes.leave_out(source.article_id, id_, no_point(place))
        return
    notes.row(kind)
    shown = "displacement" if kind == "planned_return" else kind if kind in {"event", *_OF_FACT} else "other"
    type_ = record.type if isinstance(record, Event) else None
    yield Dot(place.lon, place.lat, place_name(place) or "", shown, type_, size, done, to)


def draw(sources: Sequence[Source], notes: Notes) -> tuple[Any, list[str]]:
    """The picture, and the names in it."""
    found = _one_side(dots(sources, notes))
    window = around([(d.lon, d.lat) for d in found] + [d.to for d in found if d.to is not None])
    figure = new_figure(_WIDE + _LEGEND, max(3.0, _WIDE * window.ratio + 0.8))
    axes = figure.add_subplot()
    axes.set_title(TITLE, loc="left", color=INK)
    axes.set_xticks([])
    axes.set_yticks([])
    for spine in axes.spines.values():
        spine.set_visible(True)
        spine.set_color(BORDER)
    axes.set_aspect(1 / window.shrink)
    axes.set_xlim(window.west, window.east)
    axes.set_ylim(window.south, window.north)
    _land(axes, window)
    _arrows(axes, found)
    most = {
        kind: max((d.size for d in found if d.kind == kind), default=0) for kind in {d.kind for d in found}
    }
    for dot in found:
        _mark(axes, dot, most[dot.kind])
    _legend(axes, found)
    explain(
        figure,
        "Hollow marks did not happen, or not yet. Outlines: Natural Earth, as borders run on the ground.",
    )
    largest = {(dot.lon, dot.lat): dot for dot in reversed(found)}
    names = [(dot.name, dot.lon, dot.lat) for dot in list(largest.values())[::-1]]
    marks = [(dot.lon, dot.lat) for dot in found]
    set_names(figure, axes, names[:_MOST_LABELS], marks, countries(window))
    return figure, [dot.name for dot in found]


def _one_side(found: list[Dot]) -> list[Dot]:
    """The dots, counted on eastwards over the date line where they lie closer together so."""
    lons = [dot.lon for dot in found]
    east = [_east(lon) for lon in lons]
    if not lons or max(lons) - min(lons) <= max(east) - min(east):
        return found
    return [
        replace(d, lon=_east(d.lon), to=None if d.to is None else (_east(d.to[0]), d.to[1])) for d in found
    ]


def _east(lon: float) -> float:
    return lon + 360 if lon < 0 else lon


def _land(axes: Any, window: Window) -> None:
    from matplotlib.collections import PolyCollection  # noqa: PLC0415 - an optional dependency

    shapes = [ring for _, ring in rings(window)]
    axes.add_collection(
        PolyCollection(shapes, facecolor=LAND, edgecolor=BORDER, linewidth=0.7, zorder=0), autolim=False
    )


def _arrows(axes: Any, found: list[Dot]) -> None:
    for dot in found:
        if dot.to is not None and dot.to != (dot.lon, dot.lat):
            style = {"arrowstyle": "-|>", "color": GREY, "linewidth": 1.1, "connectionstyle": "arc3,rad=0.15"}
            axes.annotate(
                "", dot.to, (dot.lon, dot.lat), arrowprops={**style, "shrinkA": 4, "shrinkB": 4}, zorder=1
            )


def _mark(axes: Any, dot: Dot, most: float) -> None:
    colour = _OF_TYPE[dot.type] if dot.type is not None else GREY
    area = 40 + 360 * (dot.size / most if most else 0)
    axes.scatter(
        [dot.lon], [dot.lat], s=area, marker=_OF_FACT.get(dot.kind, "o"), linewidth=1.1, alpha=0.8,
        zorder=2 + 0.5 * (dot.type is not None) + 0.2 * (not dot.done),
        facecolor=colour if dot.done else "none", edgecolor="white" if dot.done else colour,
    )  # fmt: skip


def _legend(axes: Any, found: list[Dot]) -> None:
    from matplotlib.lines import Line2D  # noqa: PLC0415 - an optional dependency

    def entry(text: str, mark: str, colour: str, *, filled: bool = True) -> Any:
        fill = colour if filled else "none"
        return Line2D(
            [], [], marker=mark, linestyle="", markerfacecolor=fill, markeredgecolor=colour, label=text
        )

    kinds = {dot.kind for dot in found}
    entries = [entry(t.value, "o", c) for t, c in _OF_TYPE.items() if any(d.type is t for d in found)]
    words = {"displacement": "displacement", "site": "camp or shelter", "other": "need, harm, access, help"}
    entries += [entry(words[kind], mark, GREY) for kind, mark in _OF_FACT.items() if kind in kinds]
    if any(not dot.done for dot in found):
        entries.append(entry("not (yet) happened", "o", INK, filled=False))
    if entries:
        axes.legend(handles=entries, loc="upper left", bbox_to_anchor=(1.0, 1.0), alignment="left",
                    title="area: the dead, or people,\nwithin each kind")  # fmt: skip
    if not found:
        axes.text(0.5, 0.5, "No place with coordinates", ha="center", transform=axes.transAxes, color=GREY)
