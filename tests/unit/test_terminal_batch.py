"""The progress of a batch: what a line says, and when one is printed."""

from __future__ import annotations

import io

import pytest
from rich.console import Console

from summariser.batch import BatchState, Budget
from summariser.engines.base import Usage
from summariser.output import complain
from summariser.prices import Price
from summariser.terminal_batch import BatchProgress
from summariser.terminal_console import stderr_console


def state(done: int, **more: int) -> BatchState:
    budget = Budget(price=Price(1, 1, 1, "test"))
    budget.add(Usage(tokens_in=90_000, tokens_out=8_120))
    return BatchState(budget, total=200, done=done, **more)


class Shown:
    """A progress whose clock stands until it is told to go on."""

    def __init__(self, *, terminal: bool, quiet: bool = False) -> None:
        self.now = 0.0
        self.file = io.StringIO()
        console = Console(file=self.file, force_terminal=terminal, width=120)
        self.progress = BatchProgress(console, quiet=quiet, clock=lambda: self.now)

    def lines(self) -> list[str]:
        return self.file.getvalue().splitlines()


@pytest.mark.parametrize(
    ("seconds", "seen", "line"),
    [
        (0, state(0), "0/200 · 0 failed · 98,120 tokens · $0.0981"),
        (60, state(117, failed=3), "120/200 · 2.0/s · 40 s left · 3 failed · 98,120 tokens · $0.0981"),
        (600, state(10), "10/200 · 1.0/min · 3 h 10 min left · 0 failed · 98,120 tokens · $0.0981"),
        (0, state(0, at_once=8), "0/200 · 0 failed · 98,120 tokens · $0.0981 · limited to 8 at once"),
        (60, state(100, reused=100), "100/200 · 100 were done · 0 failed · 98,120 tokens · $0.0981"),
    ],
)
def test_a_line(seconds: float, seen: BatchState, line: str) -> None:
    shown = Shown(terminal=False)
    with shown.progress.shown():
        shown.now = seconds
        assert shown.progress.describe(seen) == line


def test_without_a_terminal_a_line_comes_now_and_then() -> None:
    shown = Shown(terminal=False)
    with shown.progress.shown():
        for done in range(1, 40):
            shown.progress(state(done))
        assert [line.split()[0] for line in shown.lines()] == ["20/200"]
        shown.now = 61
        shown.progress(state(39))
        shown.progress(state(39))
        assert [line.split()[0] for line in shown.lines()] == ["20/200", "39/200"]


@pytest.mark.parametrize("terminal", [True, False])
def test_quiet_is_quiet(terminal: bool) -> None:
    shown = Shown(terminal=terminal, quiet=True)
    with shown.progress.shown():
        shown.now = 100
        shown.progress(state(100))
    assert shown.lines() == []


@pytest.mark.parametrize("terminal", [True, False])
def test_a_progress_that_nobody_can_read_ends_nothing(
    terminal: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Gone(io.StringIO):
        """A terminal that was closed."""

        def write(self, _: str) -> int:
            raise BrokenPipeError

        def flush(self) -> None:
            raise OSError(5, "Input/output error")

        def isatty(self) -> bool:
            return terminal

    monkeypatch.setattr("sys.stderr", Gone())
    console = stderr_console()
    assert console.is_terminal == terminal
    progress = BatchProgress(console)
    with progress.shown():
        progress(state(200))
    complain("a message")


def test_a_terminal_has_a_bar() -> None:
    shown = Shown(terminal=True)
    with shown.progress.shown():
        shown.now = 60
        shown.progress(state(117, failed=3))
    assert "━" in shown.file.getvalue()
    assert "120/200" in shown.file.getvalue()
