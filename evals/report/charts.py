"""Where the bars and points of the plots stand; the templates draw them as SVG.

Across, everything is in per cent of the plot's width and down in pixels, so that a plot fills a phone
and a desk's screen alike and its letters keep their size. Runs are told apart by their letter as well
as by their colour.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from summariser.evals.report.figures import DASH, Estimate

_BAR: Final = 12
_GAP: Final = 9
_TOP: Final = 6
_AXIS: Final = 20
_LINE: Final = 13
_LABEL_WIDTH: Final = 21
_PLOT_HEIGHT: Final = 200


def percent(share: float) -> str:
    """A share of the width as SVG takes it."""
    return f"{100 * share:.2f}%"


# --- bars -------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Bar:
    """One run's figure: its bar and the whisker of its interval."""

    run: int
    y: int
    estimate: Estimate

    @property
    def width(self) -> str | None:
        """None where there is nothing to draw: a bar of no length would say 0."""
        return None if self.estimate.value is None else percent(_within(self.estimate.value))

    @property
    def whisker(self) -> tuple[str, str] | None:
        """The ends of the interval."""
        low, high = self.estimate.low, self.estimate.high
        return None if low is None or high is None else (percent(_within(low)), percent(_within(high)))


@dataclass(frozen=True, slots=True)
class BarGroup:
    """The bars of all runs for one field or trait."""

    name: str
    lines: tuple[str, ...]
    y: int
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class BarChart:
    """Figures between 0 and 1, one group of bars below the other."""

    title: str
    desc: str
    groups: tuple[BarGroup, ...]
    height: int
    ticks: tuple[tuple[str, str], ...] = (("0.00%", "0"), ("50.00%", "0.5"), ("100.00%", "1"))


def bar_chart(title: str, desc: str, rows: Sequence[tuple[str, Sequence[tuple[int, Estimate]]]]) -> BarChart:
    """Lay out bars.

    Args:
        title: What is drawn.
        desc: The same for those who do not see it.
        rows: For each name: each run's number and figure.
    """
    groups: list[BarGroup] = []
    y = _TOP
    for name, estimates in rows:
        lines = _wrap(name)
        bars = tuple(Bar(run, y + _BAR * at, figure) for at, (run, figure) in enumerate(estimates))
        groups.append(BarGroup(name, lines, y, bars))
        y += max(_BAR * len(bars), _LINE * len(lines)) + _GAP
    return BarChart(title, desc, tuple(groups), y + _AXIS)


def _within(value: float) -> float:
    return min(max(value, 0.0), 1.0)


def _wrap(name: str) -> tuple[str, ...]:
    """A name on at most two lines of the label column, broken where a word ends."""
    lines = [""]
    for word in re.findall(r"[^\s_:/-]+[\s_:/-]*|[\s_:/-]+", name):
        if lines[-1] and _width(lines[-1] + word.rstrip()) > _LABEL_WIDTH:
            lines.append("")
        lines[-1] += word
    lines = [line.strip() for line in lines]
    if len(lines) > 2:
        lines = [lines[0], f"{lines[1]}…"]
    return tuple(_cut(line) for line in lines)


def _width(text: str) -> float:
    """In letters of middling width; a capital is wider."""
    return sum(1.3 if char.isupper() else 1.0 for char in text)


def _cut(line: str) -> str:
    if _width(line) <= _LABEL_WIDTH:
        return line
    while _width(line) > _LABEL_WIDTH - 1:
        line = line[:-1]
    return f"{line}…"


# --- points -----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Point:
    """One run: quality upwards, cost to the right."""

    run: int
    x: str
    y: float
    whisker: tuple[float, float] | None

    @property
    def aside(self) -> tuple[int, int]:
        """Where its letter stands, by the run: of two runs in one place, both can be read."""
        return ((12, 4), (-12, 4), (12, -6), (-12, 16))[self.run % 4]


@dataclass(frozen=True, slots=True)
class Scatter:
    """Quality against cost."""

    title: str
    desc: str
    across: str
    points: tuple[Point, ...]
    ticks: tuple[tuple[str, str], ...]
    absent: tuple[int, ...]
    """Runs that lack one of the two numbers: they are named below the plot and not put at 0."""
    plot_height: int = _PLOT_HEIGHT

    @property
    def levels(self) -> tuple[tuple[float, str], ...]:
        """Grid lines of quality."""
        return tuple((self.plot_height * (1 - v), f"{v:g}") for v in (0.0, 0.25, 0.5, 0.75, 1.0))


def scatter(
    title: str, desc: str, across: str, runs: Sequence[tuple[int, Estimate | None, float | None]]
) -> Scatter:
    """Lay out points.

    Args:
        title: What is drawn.
        desc: The same for those who do not see it.
        across: What the axis to the right measures.
        runs: Each run's number, figure and cost.
    """
    ticks = ticks_up_to(max((cost for _, _, cost in runs if cost is not None), default=1.0))
    points: list[Point] = []
    absent: list[int] = []
    for run, figure, cost in runs:
        if figure is None or figure.value is None or cost is None:
            absent.append(run)
            continue
        ends = None
        if figure.low is not None and figure.high is not None:
            ends = (_up(figure.low), _up(figure.high))
        points.append(Point(run, percent(cost / ticks[-1]), _up(figure.value), ends))
    marks = tuple((percent(t / ticks[-1]), f"{t:,.10g}" if t else "0") for t in ticks)
    return Scatter(title, desc, across, tuple(points), marks, tuple(absent))


def ticks_up_to(most: float) -> list[float]:
    """Round numbers from 0 that reach past ``most``, at most six of them."""
    if most <= 0:
        return [0.0, 1.0]
    size = 10 ** math.floor(math.log10(most / 5))
    step = next(size * k for k in (1, 2, 5, 10) if size * k * 5 >= most)
    return [round(step * i, 10) for i in range(math.ceil(round(most / step, 9)) + 1)]


def _up(value: float) -> float:
    return round(_PLOT_HEIGHT * (1 - _within(value)), 1)


def in_words(names: Sequence[str], rows: Sequence[tuple[str, Sequence[tuple[int, Estimate]]]]) -> str:
    """What a plot shows, for its description: short, because the table behind it has the figures."""
    if not rows:
        return "Nothing to draw."
    scored = [(e.value, name, run) for name, es in rows for run, e in es if e.value is not None]
    if not scored:
        return f"{len(rows)} rows, none scored ({DASH})."
    best, worst = max(scored), min(scored)
    return (
        f"{len(rows)} rows for {' and '.join(names)}, from {worst[0]:.3f} ({worst[1]}, run "
        f"{names[worst[2]]}) to {best[0]:.3f} ({best[1]}, run {names[best[2]]}). "
        "The table below has every figure."
    )
