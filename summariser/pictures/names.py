"""Names beside their marks, where there is room for them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from summariser.pictures.style import INK, label, shortened

_SIDES: Final = (
    ((8, 0), "left", "center"),
    ((-8, 0), "right", "center"),
    ((0, 8), "center", "bottom"),
    ((0, -8), "center", "top"),
)
"""Where a name can stand: to the right, else to the left, above, below."""
_LONGEST: Final = 26
_MARK: Final = 6.0
"""Points that a mark takes, across."""


def set_names(
    figure: Any, axes: Any, names: Iterable[tuple[str, float, float]], marks: Iterable[tuple[float, float]]
) -> None:
    """Set names beside points, the first ones first; one that would cover another or a mark is left away.

    Args:
        figure: With its layout still to be made: nothing may be added to it afterwards.
        axes: Where the points are.
        names: Each with its point, in the axes' own measures.
        marks: All points, likewise.
    """
    # An optional dependency.
    from matplotlib.patheffects import withStroke  # noqa: PLC0415
    from matplotlib.transforms import Bbox  # noqa: PLC0415

    figure.draw_without_rendering()  # where things are is known after the layout alone
    renderer = figure.canvas.get_renderer()
    frame = axes.get_window_extent(renderer)
    half = _MARK * figure.dpi / 72 / 2
    taken: list[Any] = [
        Bbox.from_extents(x - half, y - half, x + half, y + half)
        for x, y in axes.transData.transform(list(marks) or [(0.0, 0.0)])
    ]
    for name, x, y in names:
        for offset, sideways, upright in _SIDES:
            text = axes.annotate(
                label(shortened(name, _LONGEST)), (x, y), offset, textcoords="offset points",
                fontsize=8, ha=sideways, va=upright, color=INK, zorder=3,
                path_effects=[withStroke(linewidth=2.2, foreground="white")],
            )  # fmt: skip
            text.set_in_layout(False)
            box = text.get_window_extent(renderer)
            inside = frame.contains(box.x0, box.y0) and frame.contains(box.x1, box.y1)
            if inside and not box.count_overlaps(taken):
                taken.append(box)
                break
            text.remove()
