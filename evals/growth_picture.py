"""The growth curves as SVG: one panel a quantity, each with the line of growth in proportion beside it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from typing import Final

from summariser.evals.report.charts import ticks_up_to

_WIDTH, _HEIGHT = 300, 190
_LEFT, _TOP, _RIGHT, _BOTTOM = 64, 34, 14, 34
_COLOURS: Final = ("#1b5e8a", "#b3541e")
_STYLE: Final = "font: 11px sans-serif; fill: #333"

Curves = Mapping[str, Sequence[float]]
"""A line by its name, one value for each length."""


def growth_svg(pages: Sequence[int], panels: Mapping[str, Curves]) -> str:
    """The picture.

    Args:
        pages: The lengths, rising.
        panels: Curves by the title of their panel, which names the unit.
    """
    drawn = "".join(
        f'<g transform="translate({_WIDTH * at} 0)">{_panel(title, pages, curves)}</g>'
        for at, (title, curves) in enumerate(panels.items())
    )
    size = f'width="{_WIDTH * len(panels)}" height="{_HEIGHT}"'
    title = escape("; ".join(panels))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} role="img"><title>{title}</title>'
        f'<rect width="100%" height="100%" fill="#fff"/>{drawn}</svg>\n'
    )


def _panel(title: str, pages: Sequence[int], curves: Curves) -> str:
    most = max((v for values in curves.values() for v in values), default=0) or 1
    ticks = ticks_up_to(most)
    top, last = ticks[-1], pages[-1]
    wide, high = _WIDTH - _LEFT - _RIGHT, _HEIGHT - _TOP - _BOTTOM

    def at(page: float, value: float) -> str:
        return f"{_LEFT + wide * page / last:.1f},{_TOP + high * (1 - value / top):.1f}"

    parts = [_text(_LEFT, 14, title, "font-weight: bold")]
    for tick in ticks:
        y = _TOP + high * (1 - tick / top)
        parts.append(f'<path d="M{_LEFT} {y:.1f}h{wide}" stroke="#ddd"/>')
        parts.append(_text(_LEFT - 6, y + 4, f"{tick:,g}", "text-anchor: end"))
    for page in pages:
        x = _LEFT + wide * page / last
        parts.append(_text(x, _HEIGHT - 18, str(page), "text-anchor: middle"))
    parts.append(_text(_LEFT + wide / 2, _HEIGHT - 4, "pages", "text-anchor: middle"))
    for number, (name, values) in enumerate(curves.items()):
        colour = _COLOURS[number % len(_COLOURS)]
        points = " ".join(at(p, v) for p, v in zip(pages, values, strict=True))
        parts.append(f'<polyline points="{points}" fill="none" stroke="{colour}" stroke-width="2"/>')
        # In proportion: from nothing to the last point.
        parts.append(
            f'<path d="M{at(0, 0)} L{at(last, values[-1])}" stroke="{colour}" stroke-dasharray="2 4"/>'
        )
        parts.append(_text(_LEFT + 90 * number, 28, name, f"fill: {colour}"))
    return "".join(parts)


def _text(x: float, y: float, words: str, style: str) -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" style="{_STYLE}; {style}">{escape(words)}</text>'
