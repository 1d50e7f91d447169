"""The dead over time: each claimant's number for each event, with the range that it leaves open."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from summariser.exports.common import TOOK_PLACE, Source, place_name
from summariser.exports.report import Notes
from summariser.exports.tolls import accounts, why_not
from summariser.pictures.extra import explain, new_figure
from summariser.pictures.names import set_names
from summariser.pictures.style import BAND, BAND_EDGE, GREY, INK, label, styles
from summariser.schemas import Event

TITLE: Final = "The dead by event and claimant"
_BAND: Final = 0.8
"""Of a day: its claims stand within, so that none can be taken for another day's."""
_FEW: Final = 4
"""So many claims share a day's band at least: two of one day stay near one another."""
_MOST_TICKS: Final = 9
_READABLE: Final = 7.0
"""Points from mark to mark at which they are seen apart."""
_WIDE, _WIDER = 9.0, 13.0
"""Inches; the wider where the days are many and several have more than one claim."""
_LEGEND: Final = 3.0
_STEEP: Final = 100
"""With numbers so many times one another, the scale goes by orders of magnitude."""
_MOST_LABELS: Final = 25
_MOST_NAMED: Final = 7
OTHERS: Final = "others"
_OTHER: Final = (GREY, "h")
_HOW: Final = (
    "A mark: one claimant's number for one event; a line: the range that it leaves open; +: at least; "
    "dots link what is said of one event."
)
_HOLLOW: Final = "\nHollow: some groups of the dead alone, where another claimant counts all."
_SIDE_BY_SIDE: Final = "A grey band is one day: its marks stand side by side, and all are of that day."
_CROWDED: Final = "A grey stripe is one day: its marks lie within it, over one another where days are narrow."


@dataclass(frozen=True, slots=True)
class Claim:
    """What one claimant says of an event's dead.

    Attributes:
        day: The event's first day.
        claimant: Who says so; the article's source where it says so itself.
        total: By the rule of `summariser.exports.tolls`, of this claimant's figures alone.
        low: The least that the words allow.
        high: The most.
        where: The place, in words.
        event: Which event: claims of one stand together.
        more: The words leave it open upwards: "at least 14", "dozens".
        part: Only some groups of the dead, beside a claimant who counts all: in no range of the event's.
    """

    day: date
    claimant: str
    total: int
    low: int
    high: int
    where: str
    event: str
    more: bool = False
    part: bool = False


def claims(sources: Sequence[Source], notes: Notes) -> list[Claim]:
    """All claims about the dead of what took place, by day."""
    found = [claim for source in sources for claim in _of_source(source, notes)]
    return sorted(found, key=lambda c: (c.day, c.where, c.event, c.claimant))


def _of_source(source: Source, notes: Notes) -> Iterator[Claim]:
    for event in source.events():
        id_ = source.id("event", event)

        def lost(reason: str, field: str | None = None, id_: str = id_) -> None:
            notes.leave_out(source.article_id, id_, reason, field=field)

        day = event.when.start or event.when.end
        if not event.fatalities:
            continue
        if event.status not in TOOK_PLACE:
            lost(f"{event.status.value}: nobody died of it")
        elif day is None:
            lost(f"it has no day ({event.when.reason})")
        else:
            for figure in event.fatalities:
                if (reason := why_not(figure)) is not None:
                    lost(reason, "fatalities")
            notes.row("event")
            yield from _of_event(event, day, id_, source)


def _of_event(event: Event, day: date, id_: str, source: Source) -> Iterator[Claim]:
    voice = source.summary.article.source or source.name
    where = place_name(event.place) or "no place"
    told = accounts(event.fatalities)
    counted = any(account.whole for account in told)
    for account in told:
        name, found = account.source or voice, account.toll
        if found.total is not None and found.low is not None and found.high is not None:
            part = counted and not account.whole
            yield Claim(day, name, found.total, found.low, found.high, where, id_, found.or_more, part)


def draw(sources: Sequence[Source], notes: Notes) -> tuple[Any, list[str]]:
    """The picture, and the names in it."""
    found = claims(sources, notes)
    wide = _WIDE if not found or _gap(found, _WIDE) >= _READABLE else _WIDER
    figure = new_figure(wide, 5)
    axes = figure.add_subplot()
    axes.set_title(TITLE, loc="left", color=INK)
    axes.set_ylabel("dead")
    if not found:
        _say_nothing(axes, "No event with a day and a number of dead")
        return figure, []
    named = _named(found)
    looks = styles(named)
    places = _spread(found)
    for claim, at in zip(found, places, strict=True):
        colour, mark = looks.get(claim.claimant, _OTHER)
        axes.plot([at, at], [claim.low, claim.high], color=colour, linewidth=2, solid_capstyle="butt")
        edge, face = (colour, "white") if claim.part else ("white", colour)
        axes.plot(
            [at], [claim.total], mark, color=colour, markersize=6, markeredgecolor=edge, markerfacecolor=face
        )
        if claim.more:
            axes.annotate(
                "+", (at, claim.high), (0, 3), textcoords="offset points", ha="center", color=colour
            )
    for own in _by_event(found, places).values():
        if len(own) > 1:  # whose event the marks without a name beside them are of
            totals = [claim.total for claim, _ in own]
            axes.plot([at for _, at in own], totals, color=GREY, linewidth=0.8, linestyle=":", zorder=1)
    _scale(axes, found)
    _legend(axes, named, looks, others=len({c.claimant for c in found}) > len(named))
    axes.grid(axis="y")
    _bands(axes, found)
    hollow = _HOLLOW if any(claim.part for claim in found) else ""
    explain(figure, f"{_HOW}{hollow}\n{_SIDE_BY_SIDE if _gap(found, wide) >= _READABLE else _CROWDED}")
    set_names(figure, axes, _names(found, places), zip(places, (c.total for c in found), strict=True))
    return figure, [*(c.where for c in found), *named]


def _named(found: list[Claim]) -> list[str]:
    """The claimants with a colour of their own: those who say most; the others share grey."""
    times = Counter(claim.claimant for claim in found)
    most = sorted(times, key=lambda name: (-times[name], name))
    return sorted(most[:_MOST_NAMED])


def _spread(found: list[Claim]) -> list[float]:
    """Where each claim stands on the axis of days: within its own day, those of one day side by side."""
    of_day: Counter[date] = Counter(claim.day for claim in found)
    seen: Counter[date] = Counter()
    places = []
    for claim in found:
        middle = (of_day[claim.day] - 1) / 2
        places.append(claim.day.toordinal() + (seen[claim.day] - middle) * _step(of_day[claim.day]))
        seen[claim.day] += 1
    return places


def _step(claims_of_day: int) -> float:
    """Days from one claim of a day to the next."""
    return _BAND / max(claims_of_day, _FEW)


def _gap(found: list[Claim], wide: float) -> float:
    """Points between the nearest two claims of one day, in so many inches; infinite where there are none."""
    most = max(Counter(claim.day for claim in found).values())
    days = found[-1].day.toordinal() - found[0].day.toordinal() + 2 * _margin(found)
    return (wide - _LEGEND) * 72 / days * _step(most) if most > 1 else math.inf


def _margin(found: list[Claim]) -> float:
    """Days of room before the first claim and after the last."""
    return max(0.75, (found[-1].day - found[0].day).days / 12)


def _bands(axes: Any, found: list[Claim]) -> None:
    """The days that have claims, as stripes: what stands in one is of that day."""
    for day in sorted({claim.day.toordinal() for claim in found}):
        axes.axvspan(day - 0.5, day + 0.5, facecolor=BAND, edgecolor=BAND_EDGE, linewidth=0.5, zorder=0)


def _scale(axes: Any, found: list[Claim]) -> None:
    from matplotlib.ticker import FuncFormatter, MaxNLocator, NullLocator  # noqa: PLC0415 - an optional dependency

    least, most = min(c.total for c in found), max(c.high for c in found)
    if most > _STEEP * max(least, 1):
        axes.set_yscale("symlog", linthresh=10)
        axes.set_ylabel("dead (logarithmic above 10)")
        axes.set_yticks([0, 2, 5, *_powers(most)])
        axes.yaxis.set_minor_locator(NullLocator())
    else:
        axes.yaxis.set_major_locator(MaxNLocator(integer=True, nbins=6))
    axes.set_ylim(0, most * 1.25 + 1)
    axes.yaxis.set_major_formatter(FuncFormatter(lambda value, _: f"{value:,.0f}"))
    first, last = found[0].day, found[-1].day
    margin = _margin(found)
    axes.set_xlim(first.toordinal() - margin, last.toordinal() + margin)
    ticks = _ticks([claim.day for claim in found])
    axes.set_xticks(
        [day.toordinal() for day in ticks], [day.isoformat() for day in ticks], rotation=30, ha="right"
    )
    axes.set_xticks(sorted({claim.day.toordinal() for claim in found}), minor=True)


def _powers(most: int) -> list[int]:
    """10, 20, 50, 100... up to a number; the powers of ten alone where those would be many."""
    steps = (1, 2, 5) if most < 10_000 else (1,)
    return [n for power in range(1, len(str(most))) for step in steps if (n := step * 10**power) <= most]


def _ticks(days: list[date]) -> list[date]:
    """Days that have claims, in order, as far as their names have room."""
    apart = max(1, math.ceil((days[-1] - days[0]).days / _MOST_TICKS))
    found: list[date] = []
    for day in days:
        if not found or (day - found[-1]).days >= apart:
            found.append(day)
    return found


def _names(found: list[Claim], places: list[float]) -> list[tuple[str, float, float]]:
    """The place of each event at its highest claim, the deadliest event first."""
    events = _by_event(found, places).values()
    tops = [max(own, key=lambda pair: pair[0].total) for own in events]
    tops.sort(key=lambda pair: -pair[0].total)
    return [(claim.where, at, claim.total) for claim, at in tops[:_MOST_LABELS]]


def _by_event(found: list[Claim], places: list[float]) -> dict[str, list[tuple[Claim, float]]]:
    """The claims of each event, with where they stand."""
    events: dict[str, list[tuple[Claim, float]]] = {}
    for claim, at in zip(found, places, strict=True):
        events.setdefault(claim.event, []).append((claim, at))
    return events


def _legend(axes: Any, named: list[str], looks: dict[str, tuple[str, str]], *, others: bool) -> None:
    from matplotlib.lines import Line2D  # noqa: PLC0415 - an optional dependency

    entries = [(label(name), *looks[name]) for name in named]
    if others:
        entries.append((OTHERS, *_OTHER))
    lines = [Line2D([], [], color=c, marker=m, linewidth=2, label=text) for text, c, m in entries]
    axes.legend(
        handles=lines, loc="upper left", bbox_to_anchor=(1.0, 1.0), title="who says so", alignment="left"
    )


def _say_nothing(axes: Any, why: str) -> None:
    axes.text(0.5, 0.5, why, ha="center", va="center", transform=axes.transAxes, color=GREY)
    axes.set_xticks([])
    axes.set_yticks([])
