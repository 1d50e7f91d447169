"""Names beside their marks, where there is room for them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from summariser.pictures.style import GREY, INK, label, shortened

_Side = tuple[tuple[float, float], str, str]
_BESIDE: Final[tuple[_Side, ...]] = (
    ((8, 0), "left", "center"),
    ((-8, 0), "right", "center"),
    ((0, 8), "center", "bottom"),
    ((0, -8), "center", "top"),
    ((6, 9), "left", "bottom"),
    ((-6, 9), "right", "bottom"),
    ((6, -9), "left", "top"),
    ((-6, -9), "right", "top"),
)
"""Where a name can stand: to the right, else to the left, above, below, else at a corner."""
_UPON: Final[tuple[_Side, ...]] = (((0, 0), "center", "center"),)
_LONGEST: Final = 26
_MARK: Final = 6.0
"""Points that a mark takes, across."""
_OF_MARKS: Final = {"fontsize": 8, "color": INK, "zorder": 3}
_OF_AREAS: Final = {"fontsize": 7, "color": GREY, "style": "italic", "zorder": 1}

Name = tuple[str, float, float]
"""A name and its point, in the axes' own measures."""


def set_names(
    figure: Any,
    axes: Any,
    names: Iterable[Name],
    marks: Iterable[tuple[float, float]],
    areas: Iterable[Name] = (),
) -> None:
    """Set names beside points, the first ones first; one that would cover another or a mark is left away.

    Args:
        figure: With its layout still to be made: nothing may be added to it afterwards.
        axes: Where the points are.
        names: Of points.
        marks: All points.
        areas: Names to set upon their points, where there is still room.
    """
    # An optional dependency.
    from matplotlib.transforms import Bbox  # noqa: PLC0415

    figure.draw_without_rendering()  # where things are is known after the layout alone
    half = _MARK * figure.dpi / 72 / 2
    taken: list[Any] = [
        Bbox.from_extents(x - half, y - half, x + half, y + half)
        for x, y in axes.transData.transform(list(marks) or [(0.0, 0.0)])
    ]
    for name in names:
        _set(figure, axes, name, taken, _BESIDE, _OF_MARKS)
    for name in areas:
        _set(figure, axes, name, taken, _UPON, _OF_AREAS)


def _set(
    figure: Any, axes: Any, name: Name, taken: list[Any], sides: Iterable[_Side], style: dict[str, Any]
) -> None:
    """Set one name where it has room, which is then taken."""
    from matplotlib.patheffects import withStroke  # noqa: PLC0415 - an optional dependency

    renderer = figure.canvas.get_renderer()
    frame = axes.get_window_extent(renderer)
    text, x, y = name
    for offset, sideways, upright in sides:
        shown = axes.annotate(
            label(shortened(text, _LONGEST)), (x, y), offset, textcoords="offset points", ha=sideways,
            va=upright, path_effects=[withStroke(linewidth=2.2, foreground="white")], **style,
        )  # fmt: skip
        shown.set_in_layout(False)
        box = shown.get_window_extent(renderer)
        inside = frame.contains(box.x0, box.y0) and frame.contains(box.x1, box.y1)
        if inside and not box.count_overlaps(taken):
            taken.append(box)
            return
        shown.remove()
