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


class ProgressLine:
    """Shows `Progress` reports.

    On a terminal one line is redrawn in place. Elsewhere nothing is printed: the log tells of the steps.

    Args:
        console: Where to; standard error, so that standard output holds nothing but results.
    """

    def __init__(self, console: Console) -> None:
        self._console = console
        self._what = ""
        self._began = 0.0
        self._latest: Progress | None = None

    @contextmanager
    def during(self, what: str) -> Iterator[None]:
        """Show the reports that come while the block runs.

        Args:
            what: What is being done: the article's name, the model's.
        """
        self._what, self._began, self._latest = shown(what), time.monotonic(), None
        if not self._console.is_terminal:
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

    def _line(self) -> Text:
        frame = _SPINNER[int((time.monotonic() - self._began) * 8) % len(_SPINNER)]
        text = Text(f"{frame} {self._what}", no_wrap=True, overflow="ellipsis")
        if self._latest is not None:
            text.append(f" · {_describe(self._latest)}")
        return text.append(f" · {self._elapsed()}", style="dim")

    def _elapsed(self) -> str:
        seconds = int(time.monotonic() - self._began)
        return f"{seconds} s" if seconds < 60 else f"{seconds // 60} min {seconds % 60} s"


def _is_bytes(report: Progress) -> bool:
    return report.stage == "model"


def _describe(report: Progress) -> str:
    """``reading the figures, 3 of 12``; for bytes a bar and megabytes."""
    text = shown(report.text or report.stage)
    if not report.total:
        return text
    if not _is_bytes(report):
        return f"{text}, {report.done} of {report.total}"
    filled = min(_BAR, _BAR * report.done // report.total)
    drawn = "━" * filled + "─" * (_BAR - filled)
    return f"model file, {text} {drawn} {report.done / 1e6:,.0f} of {report.total / 1e6:,.0f} MB"
