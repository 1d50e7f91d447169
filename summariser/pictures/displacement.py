"""Displacement by place: what claims of one place and term have in common, and how far they go apart."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from summariser.exports.common import MOVED, Source, country, place_name, stated
from summariser.exports.report import Notes
from summariser.pictures.extra import new_figure
from summariser.pictures.style import COLOURS, GREY, INK, label, shortened
from summariser.schemas import DisplacementFigure, Place
from summariser.schemas.codebooks import Certainty, DisplacementTerm, Unit

TITLE: Final = "Displacement by place"
_UNITS: Final = {Unit.PEOPLE: "people", Unit.HOUSEHOLDS: "households", Unit.HOMES: "homes"}
_T: Final = DisplacementTerm
_FAMILIES: Final = {
    "moved": (COLOURS[0], (_T.DISPLACED, _T.FORCED_TO_FLEE, _T.EVACUATED, _T.RELOCATED)),
    "sheltered": (COLOURS[2], (_T.SHELTERED, _T.IN_RELIEF_CAMP)),
    "lost homes": (
        COLOURS[1],
        (_T.DESTROYED_HOUSING, _T.PARTIALLY_DESTROYED_HOUSING, _T.UNINHABITABLE_HOUSING, _T.HOMELESS),
    ),
    "returned": (COLOURS[3], (_T.RETURNED,)),
    "affected, other": (GREY, (_T.AFFECTED, _T.OTHER)),
}
"""What the terms have in common, and its colour: the term itself stands beside each bar."""
_FAMILY: Final = {term: family for family, (_, terms) in _FAMILIES.items() for term in terms}
_PLANNED: Final = "////"
_STEEP: Final = 100
"""With numbers so many times one another, the scale goes by orders of magnitude."""
_MOST_ROWS: Final = 24
_MOST_TICKS: Final = 5
_HOW: Final = "Full: the lowest claim of a place and term; pale: up to the highest. Nothing is added up."
_MANY: Final = f"the picture has room for {_MOST_ROWS} places of a unit"


@dataclass(frozen=True, slots=True)
class Bar:
    """The claims of one place, term and unit.

    Attributes:
        where: The place with its direction: "from Goma".
        term: IDMC's.
        unit: People, households or homes: never one turned into another.
        low: The lowest claim.
        high: The highest.
        claims: How many.
        done: False where it is planned alone.
    """

    where: str
    term: DisplacementTerm
    unit: Unit
    low: float
    high: float
    claims: int
    done: bool


def bars(sources: Sequence[Source], notes: Notes) -> list[Bar]:
    """The bars of all units, the longest first."""
    groups: dict[tuple[str, DisplacementTerm, Unit, bool], list[tuple[float, float]]] = {}
    for source in sources:
        for where, figure in _figures(source, notes):
            number = float(stated(figure))
            span = (float(figure.low if figure.low is not None else number), float(figure.high or number))
            key = (where, figure.term, figure.unit, figure.status in MOVED)
            groups.setdefault(key, []).append((min(span[0], number), max(span[1], number)))
    found = [
        Bar(where, term, unit, min(low for low, _ in own), max(high for _, high in own), len(own), done)
        for (where, term, unit, done), own in groups.items()
    ]
    return sorted(found, key=lambda bar: (-bar.high, bar.where, bar.term.value))


def _figures(source: Source, notes: Notes) -> Iterator[tuple[str, DisplacementFigure]]:
    for kind, figure in source.facts():
        if not isinstance(figure, DisplacementFigure):
            continue
        id_ = source.id(kind, figure)
        where = _where(figure)
        if figure.unit not in _UNITS:
            notes.leave_out(source.article_id, id_, f"it counts {figure.unit.value}")
        elif figure.certainty is Certainty.DENIED or figure.status.value == "denied":
            notes.leave_out(source.article_id, id_, "the text denies it")
        elif where is None:
            notes.leave_out(source.article_id, id_, "the article gives no place for it")
        else:
            notes.row(kind)
            yield where, figure


def _where(figure: DisplacementFigure) -> str | None:
    """One place a figure: where people came from says more of a crisis than where they went."""
    ends = (("from", figure.origin), ("in", figure.place), ("to", figure.destination))
    return next((label(word, _full(place), between=" ") for word, place in ends if place), None)


def _full(place: Place) -> str:
    name, land = place_name(place) or "", country(place)
    return f"{shortened(name, 24)}, {land}" if land and land != name else name


def draw(sources: Sequence[Source], notes: Notes) -> tuple[Any, list[str]]:
    """The picture, and the names in it."""
    found = bars(sources, notes)
    panels = [(unit, [bar for bar in found if bar.unit is unit]) for unit in _UNITS]
    panels = [(unit, own) for unit, own in panels if own]
    shown = [(unit, own[:_MOST_ROWS]) for unit, own in panels]
    for _, own in panels:
        for bar in own[_MOST_ROWS:]:
            notes.leave_out("", f"displacement-{bar.where}", _MANY, field="bar")
    rows = [len(own) for _, own in shown]
    figure = new_figure(9, max(2.6, 1.2 + 0.27 * sum(rows) + 0.7 * len(rows)))
    if not shown:
        axes = figure.add_subplot()
        axes.set_axis_off()
        axes.text(0.5, 0.5, "No displacement figure with a place", ha="center", va="center", color=GREY)
    else:
        grid = figure.subplots(len(shown), 1, height_ratios=[n + 1.6 for n in rows], squeeze=False)
        for (unit, own), axes in zip(shown, grid[:, 0], strict=True):
            _panel(axes, _UNITS[unit], own)
        grid[0, 0].set_title(_HOW, loc="left", fontsize=7.5, color=GREY)
        _legend(figure, [bar for _, own in shown for bar in own])
    figure.suptitle(TITLE, x=0.01, ha="left", color=INK, fontsize=11)
    return figure, [bar.where for _, own in shown for bar in own]


def _panel(axes: Any, unit: str, own: list[Bar]) -> None:
    steep = max(bar.high for bar in own) > _STEEP * max(1, min(bar.low for bar in own))
    for at, bar in enumerate(own):
        (_points if steep else _bar)(axes, at, bar)
        axes.text(bar.high, at, f"   {_number(bar)}", va="center", fontsize=8, color=INK)
    terms = (bar.term.value.replace("_", " ") for bar in own)
    names = (label(bar.where, term) for bar, term in zip(own, terms, strict=True))
    axes.set_yticks(range(len(own)), list(names))
    axes.set_ylim(len(own) - 0.4, -0.6)
    axes.tick_params(axis="y", length=0)
    axes.grid(axis="x")
    _scale(axes, unit, own, steep=steep)


def _bar(axes: Any, at: int, bar: Bar) -> None:
    colour = _FAMILIES[_FAMILY[bar.term]][0]
    if bar.done:
        axes.barh(at, bar.low, height=0.62, color=colour)
        axes.barh(at, bar.high - bar.low, left=bar.low, height=0.62, color=colour, alpha=0.35)
    else:
        axes.barh(at, bar.high, height=0.62, facecolor="white", edgecolor=colour, hatch=_PLANNED)


def _points(axes: Any, at: int, bar: Bar) -> None:
    """On a scale without a zero a bar's length would say nothing: the ends alone."""
    colour = _FAMILIES[_FAMILY[bar.term]][0]
    fill = colour if bar.done else "white"
    axes.plot(
        [bar.low, bar.high], [at, at], "o-", color=colour, markerfacecolor=fill, linewidth=2.5, alpha=0.9
    )


def _scale(axes: Any, unit: str, own: list[Bar], *, steep: bool) -> None:
    from matplotlib.ticker import FuncFormatter, MaxNLocator, NullLocator  # noqa: PLC0415

    most = max(bar.high for bar in own)
    if steep:
        axes.set_xscale("log")
        least = max(1, min(bar.low for bar in own if bar.low))
        axes.set_xlim(least / 2, most * (most / least) ** 0.3)
        powers = range(math.ceil(math.log10(least)), math.floor(math.log10(most)) + 1)
        axes.set_xticks([10.0**power for power in powers[:: -(-len(powers) // _MOST_TICKS)]])
        axes.xaxis.set_minor_locator(NullLocator())
    else:
        axes.set_xlim(0, most * 1.3 or 1)
        axes.xaxis.set_major_locator(MaxNLocator(nbins=5, integer=True))
    axes.xaxis.set_major_formatter(FuncFormatter(lambda value, _: f"{value:,.0f}"))
    axes.set_xlabel(f"{unit} (logarithmic)" if steep else unit)


def _number(bar: Bar) -> str:
    span = f"{bar.low:,.0f}" if bar.low == bar.high else f"{bar.low:,.0f} to {bar.high:,.0f}"
    return f"{span}, {bar.claims} claims" if bar.claims > 1 else span


def _legend(figure: Any, shown: list[Bar]) -> None:
    from matplotlib.patches import Patch  # noqa: PLC0415 - an optional dependency

    there = {_FAMILY[bar.term] for bar in shown}
    entries = [Patch(color=colour, label=name) for name, (colour, _) in _FAMILIES.items() if name in there]
    if any(not bar.done for bar in shown):
        entries.append(Patch(facecolor="white", edgecolor=GREY, hatch=_PLANNED, label="planned, not done"))
    figure.legend(handles=entries, loc="outside lower left", ncols=len(entries))
