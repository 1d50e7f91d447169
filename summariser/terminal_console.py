"""Standard error as rich sees it."""

from __future__ import annotations

import io
import sys
from contextlib import suppress
from typing import IO, cast

from rich.console import Console


class _Forgiving(io.TextIOBase):
    """Standard error for work that is not to end because nobody can read how far it has come: the terminal
    was closed, the reader of a pipe is gone, the log's disk is full. rich would end the program."""

    def write(self, text: str) -> int:
        with suppress(OSError, ValueError):
            sys.stderr.write(text)
        return len(text)

    def flush(self) -> None:
        with suppress(OSError, ValueError):
            sys.stderr.flush()

    def isatty(self) -> bool:
        with suppress(OSError, ValueError):
            return sys.stderr.isatty()
        return False

    def fileno(self) -> int:
        return sys.stderr.fileno()

    @property
    def encoding(self) -> str:  # type: ignore[override]
        return sys.stderr.encoding


def stderr_console() -> Console:
    """A console on standard error that outlives it."""
    return Console(file=cast(IO[str], _Forgiving()))
