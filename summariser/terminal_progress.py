"""One live line on stderr while a reader waits, gone when the work is done."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from rich.console import Console
from rich.live import Live
from rich.text import Text

from summariser.progress import Progress
from summariser.terminal_text import shown

_SPINNER: Final = "⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏"
_BAR: Final = 20
_PLAIN_PARTS: Final = 10
"""A download in plain lines reports each tenth."""


class ProgressLine:
    """Shows `Progress` reports.

    On a terminal one line is redrawn in place. Elsewhere nothing is printed, unless ``verbose`` asks
    for one plain line for each step.

    Args:
        console: Where to; standard error, so that standard output holds nothing but results.
        verbose: Plain lines instead.
    """

    def __init__(self, console: Console, *, verbose: bool = False) -> None:
        self._console = console
        self._verbose = verbose
        self._what = ""
        self._began = 0.0
        self._latest: Progress | None = None
        self._said: tuple[str, int] | None = None

    @contextmanager
    def during(self, what: str) -> Iterator[None]:
        """Show the reports that come while the block runs.

        Args:
            what: What is being done: the article's name, the model's.
        """
        self._what, self._began, self._latest, self._said = shown(what), time.monotonic(), None, None
        if self._verbose or not self._console.is_terminal:
            yield
            return
        with Live(
            get_renderable=self._line,
            console=self._console,
            transient=True,
            refresh_per_second=8,
            redirect_stdout=False,
            redirect_stderr=False,
        ):
            yield

    def __call__(self, report: Progress) -> None:
        """Take a report; may be called from any thread."""
        self._latest = report
        if self._verbose:
            self._say(report)

    def _say(self, report: Progress) -> None:
        steps = (
            _PLAIN_PARTS * report.done // report.total if _is_bytes(report) and report.total else report.done
        )
        if self._said == (report.stage, steps):
            return
        self._said = (report.stage, steps)
        text = f"{self._what}: {_describe(report)} ({self._elapsed()})"
        self._console.print(Text(text), soft_wrap=True)

    def _line(self) -> Text:
        frame = _SPINNER[int((time.monotonic() - self._began) * 8) % len(_SPINNER)]
        text = Text(f"{frame} {self._what}", no_wrap=True, overflow="ellipsis")
        if self._latest is not None:
            text.append(f" · {_describe(self._latest, bar=True)}")
        return text.append(f" · {self._elapsed()}", style="dim")

    def _elapsed(self) -> str:
        seconds = int(time.monotonic() - self._began)
        return f"{seconds} s" if seconds < 60 else f"{seconds // 60} min {seconds % 60} s"


def _is_bytes(report: Progress) -> bool:
    return report.stage == "model"


def _describe(report: Progress, *, bar: bool = False) -> str:
    """``reading the figures, 3 of 12``; for bytes a bar and megabytes."""
    text = shown(report.text or report.stage)
    if not report.total:
        return text
    if not _is_bytes(report):
        return f"{text}, {report.done} of {report.total}"
    filled = min(_BAR, _BAR * report.done // report.total)
    drawn = "━" * filled + "─" * (_BAR - filled) + " " if bar else ""
    return f"model file, {text} {drawn}{report.done / 1e6:,.0f} of {report.total / 1e6:,.0f} MB"
