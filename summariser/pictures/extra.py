"""Matplotlib: an optional dependency, set up so that two runs draw the same bytes."""

from __future__ import annotations

import contextlib
import io
import logging
import threading
import warnings
from collections.abc import Iterator
from typing import Any, Final

from summariser.errors import MissingExtra

EXTRA: Final = "pictures"
FORMS: Final = ("svg", "png")

_SETTINGS: Final[dict[Any, Any]] = {
    "font.family": [
        "DejaVu Sans"
    ],  # comes with matplotlib: Latin, Greek, Cyrillic, Arabic, Hebrew and others
    "font.size": 9.0,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.edgecolor": "#555555",
    "axes.labelcolor": "#222222",
    "axes.axisbelow": True,
    "axes.unicode_minus": False,
    "grid.color": "#dddddd",
    "grid.linewidth": 0.6,
    "legend.frameon": False,
    "figure.facecolor": "white",
    "savefig.facecolor": "white",
    "svg.fonttype": "path",  # what the letters look like does not hang on the reader's fonts
    "svg.hashsalt": "summariser",
    "text.parse_math": False,  # a "$" in a name is no formula
    "text.usetex": False,
    "timezone": "UTC",
}
_METADATA: Final = {
    # No time of the run, no version of the library.
    "svg": {"Date": None, "Creator": None},
    "png": {"Software": None},
}
_DOTS: Final = 150
_ONE_AT_A_TIME: Final = threading.Lock()


@contextlib.contextmanager
def drawing() -> Iterator[None]:
    """Matplotlib's own settings and ours inside the block, whatever the user's say.

    One block at a time: matplotlib's settings are the whole process's, and a server draws in many threads.

    Raises:
        MissingExtra: It is not installed.
    """
    try:
        import matplotlib  # noqa: PLC0415 - an optional dependency
    except ImportError:
        raise MissingExtra(
            f"A picture needs the extra {EXTRA!r}, which is not installed",
            f"Run: pip install 'summariser[{EXTRA}]'",
            extra=EXTRA,
        ) from None
    quiet = logging.getLogger("matplotlib")
    level = quiet.level
    with _ONE_AT_A_TIME, matplotlib.rc_context(matplotlib.rcParamsDefault), warnings.catch_warnings():
        matplotlib.rcParams.update(_SETTINGS)
        # Letters that the font lacks are told by `unwritable`, once and by name.
        warnings.simplefilter("ignore", UserWarning)
        quiet.setLevel(logging.ERROR)
        try:
            yield
        finally:
            quiet.setLevel(level)


def new_figure(width: float, height: float) -> Any:
    """An empty figure, in inches. Inside `drawing` alone."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg  # noqa: PLC0415
    from matplotlib.figure import Figure  # noqa: PLC0415

    figure = Figure(figsize=(width, height), layout="constrained")
    FigureCanvasAgg(figure)  # measures letters, also for what is saved as SVG
    return figure


def explain(figure: Any, text: str) -> None:
    """A line at the foot of the figure: how to read it."""
    figure.supxlabel(text, x=0.01, ha="left", fontsize=7.5, color="#666666")


def saved(figure: Any, form: str, title: str) -> bytes:
    """The figure's bytes, the same in every run.

    Args:
        figure: From `new_figure`.
        form: One of `FORMS`.
        title: For those who do not see it.
    """
    file = io.BytesIO()
    figure.savefig(file, format=form, dpi=_DOTS, metadata={**_METADATA[form], "Title": title})
    # Readers of the screen say the title; without a role they would read out hundreds of shapes.
    named = f'<svg role="img" aria-label="{title}" '.encode()
    return file.getvalue().replace(b"<svg ", named, 1) if form == "svg" else file.getvalue()


def unwritable(texts: list[str]) -> str:
    """The letters of some texts that the font has no shape for, each once."""
    from matplotlib.font_manager import FontProperties, findfont, get_font  # noqa: PLC0415

    shapes = get_font(findfont(FontProperties(family="DejaVu Sans"))).get_charmap()
    return "".join(
        dict.fromkeys(c for text in texts for c in text if ord(c) not in shapes and c.isprintable())
    )
