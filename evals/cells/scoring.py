"""What of the labelled cells a summary holds, and what it says of cells that it must not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from summariser.evals.cells.material import Label, Table
from summariser.evals.tally import Tally
from summariser.schemas import (
    CivilianHarm,
    DisplacementFigure,
    EventFigure,
    Figure,
    HumanitarianSummary,
    Place,
    Summary,
    When,
)

FIELDS = ("cells", "place", "time", "cited", "totals")


@dataclass(frozen=True, slots=True)
class Read:
    """A figure of a summary, in the labels' terms."""

    counts: str
    figure: Figure
    place: str
    when: When | None


def compare(table: Table, summary: Summary) -> tuple[dict[str, Tally], list[str]]:
    """The counts of one table, and in words what was missed and what was too much.

    A cell is right where number, unit and what is counted agree, in the row of its label. Of right ones it is
    asked whether place and time are those of the label, whether their evidence cites the cell with the head
    of its column, and whether a total is marked as one.
    """
    left = list(table.labels)
    right: list[tuple[Label, Read]] = []
    told: list[str] = []
    extra = 0
    for read in sorted(_read(summary), key=lambda r: r.figure.words.start):
        fits = [label for label in left if _fits(label, read, table.article.text)]
        if not fits:
            extra += 1
            told.append(f"extra  {read.counts} {read.figure.words.text} {read.figure.unit} ({read.place})")
            continue
        left.remove(fits[0])
        if fits[0].total != "optional":
            right.append((fits[0], read))
    missed = [label for label in left if label.total != "optional"]
    told += [f"missed {m.counts} {m.value:g} {m.unit} ({m.row})" for m in missed]
    wanted = sum(label.total != "optional" for label in table.labels)
    placed = [(want, read) for want, read in right if want.row != "*"]
    timed = [(want, read) for want, read in right if read.when is not None]
    told += [f"place  {read.place!r} is not {want.row!r}" for want, read in placed if not _placed(want, read)]
    told += [
        f"time   {_days(read)} is not {_told(want)}" for want, read in timed if _days(read) != _told(want)
    ]
    tallies = {
        "cells": Tally(len(right), len(right) + extra, wanted),
        "place": _share(sum(_placed(want, read) for want, read in placed), len(placed)),
        "time": _share(sum(_days(read) == _told(want) for want, read in timed), len(timed)),
        "cited": _share(sum(_is_cited(read) for _, read in right), len(right)),
        "totals": _share(sum(_is_total(read) == (want.total == "total") for want, read in right), len(right)),
    }
    return tallies, told


def _share(hits: int, of: int) -> Tally:
    return Tally(hits, of, of)


def _fits(label: Label, read: Read, text: str) -> bool:
    figure = read.figure
    if (figure.value, figure.unit.value) != (label.value, label.unit):
        return False
    if label.counts not in ("any", read.counts):
        return False
    line = text[text.rfind("\n", 0, figure.words.start) + 1 : figure.words.start]
    above = text[: figure.words.start].rsplit("\n", 2)[-2] if "of which" in line else ""
    return label.row == "*" or label.row in line or label.row in above


def _placed(label: Label, read: Read) -> bool:
    return label.row in read.place or (bool(read.place) and read.place in label.row)


def _days(read: Read) -> tuple[str, str]:
    when = read.when
    return ("", "") if when is None else (str(when.start or ""), str(when.end or ""))


def _told(label: Label) -> tuple[str, str]:
    return label.start, label.end


def _is_cited(read: Read) -> bool:
    cell = getattr(read.figure.evidence[0], "cell", None)
    return cell is not None and bool(cell.column)


def _is_total(read: Read) -> bool:
    cell = getattr(read.figure.evidence[0], "cell", None)
    return cell is not None and cell.total


def _read(summary: Summary) -> Iterator[Read]:
    for event in summary.events.events if summary.events is not None else ():
        figures: tuple[EventFigure, ...] = (*event.fatalities, *event.injuries, *event.other_figures)
        for figure in figures:
            counts = f"event:{figure.measure.value}:{event.sub_type.value}"
            yield Read(counts, figure, _words(event.place), event.when)
    if summary.humanitarian is not None:
        yield from _facts(summary.humanitarian)


def _facts(facts: HumanitarianSummary) -> Iterator[Read]:
    moved: tuple[DisplacementFigure, ...] = (*facts.displacement, *facts.planned_returns)
    for one in moved:
        place = one.place or one.destination or one.origin
        yield Read(f"term:{one.term.value}", one, _words(place), one.when)
    harms: tuple[CivilianHarm, ...] = facts.civilian_harm
    for harm in harms:
        yield Read(f"harm:{harm.measure.value}", harm, _words(harm.place), harm.when)
    for site in facts.sites:
        yield from (Read("site:population", f, site.name, None) for f in site.population)
        yield from (Read("site:capacity", f, site.name, None) for f in site.capacity)
    for act in facts.response:
        yield from (Read("aid:reached", f, _words(act.place), None) for f in act.reached)
    for need in facts.needs:
        yield from (Read("need:people", f, _words(need.place), None) for f in need.people)


def _words(place: Place | None) -> str:
    return place.words.text if place is not None else ""
