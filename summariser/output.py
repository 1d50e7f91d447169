"""Where results go: standard output as they come, or one file that appears whole or not at all."""

from __future__ import annotations

import contextlib
import io
import os
import sys
from pathlib import Path
from typing import Final

from rich.console import Console

from summariser.articles import STDIN, Article
from summariser.errors import ConfigurationError
from summariser.files import cannot_write, check_writable, replacing
from summariser.schemas import Summary
from summariser.terminal import render_summary
from summariser.terminal_logs import say, speaks_json
from summariser.terminal_text import shown

_BETWEEN_PAGES: Final = "\n" + "═" * 20 + "\n\n"


class Output:
    """Takes results one by one.

    Args:
        path: The file to write; None or ``-`` for standard output.
        as_json: The published schema instead of the page: indented for one article, one line for
            each of several (JSON Lines).
        several: Whether more than one article was asked for.
        timings: Whether the page shows what each step cost.
    """

    def __init__(self, path: Path | None, *, as_json: bool, several: bool, timings: bool = False) -> None:
        self._path = None if path is None or str(path) == STDIN else path
        self._as_json = as_json
        self._several = several
        self._timings = timings
        self._count = 0
        self._kept = io.StringIO()

    def check(self, inputs: list[str]) -> None:
        """See that the file can be written, before any work is done for it.

        Raises:
            ConfigurationError: It cannot, or it is one of the inputs.
        """
        if self._path is None:
            return
        for name in inputs:
            if name != STDIN and self._path.exists() and Path(name).exists() and self._path.samefile(name):
                raise ConfigurationError(
                    f"{self._path} is an input as well", "Name another file for the result"
                )
        if self._path.is_dir():
            raise ConfigurationError(f"{self._path} is a directory", "Name a file in it")
        if not self._is_special():
            try:
                check_writable(self._path)
            except OSError as error:
                raise cannot_write(self._path, error) from None

    def add(self, summary: Summary, article: Article) -> None:
        """Take one result; on standard output it appears at once.

        Raises:
            SummariserError: Standard output cannot be written.
            BrokenPipeError: Nobody reads it any more.
        """
        if self._as_json:
            text = summary.model_dump_json(indent=None if self._several else 2) + "\n"
        else:
            text = (_BETWEEN_PAGES if self._count else "") + self._page(summary, article)
        if self._path is None:
            write_stdout(text)
        else:
            self._kept.write(text)
        self._count += 1

    def finish(self) -> int:
        """Write the file, where one was asked for and there is anything to write.

        Returns:
            The number of results taken.

        Raises:
            SummariserError: The file cannot be written; the results then go to standard output.
        """
        if self._path is None or not self._count:
            return self._count
        text = self._kept.getvalue()
        try:
            if self._is_special():
                self._path.write_text(text, encoding="utf-8")
            else:
                with replacing(self._path) as file:
                    file.write(text.encode("utf-8"))
        except OSError as error:
            write_stdout(text)  # minutes of work must not be lost with it
            problem = cannot_write(self._path, error)
            problem.advice = "The result was written to standard output instead"
            raise problem from None
        return self._count

    def _page(self, summary: Summary, article: Article) -> str:
        # Rendered into memory, so that no page is cut in two by a failure to write it; and rich, left to
        # write by itself, ends the program when nobody reads.
        if self._path is not None:
            # Never colour in a file, whatever the environment says about terminals.
            console = Console(file=io.StringIO(), force_terminal=False)
        else:
            real = Console(file=sys.stdout)
            console = Console(file=io.StringIO(), force_terminal=real.is_terminal, width=real.width)
        render_summary(summary, article, console, timings=self._timings)
        page = console.file
        assert isinstance(page, io.StringIO)
        return page.getvalue()

    def _is_special(self) -> bool:
        """A device or a pipe, such as /dev/stdout: written to, never replaced."""
        return self._path is not None and self._path.exists() and not self._path.is_file()


def write_stdout(text: str) -> None:
    """Write a result to standard output, now.

    Raises:
        SummariserError: It cannot be written to.
        BrokenPipeError: Nobody reads it any more.
    """
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        forget_stdout()
        raise cannot_write(Path("standard output"), error) from None


def write_stdout_bytes(content: bytes) -> None:
    """Write a result that is no text, or is UTF-8 already, to standard output. Raises as `write_stdout`."""
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        forget_stdout()
        raise cannot_write(Path("standard output"), error) from None


def complain(message: str) -> None:
    """One line on standard error, with nothing in it that a terminal would obey.

    Where nobody can read it (the terminal was closed, the log's disk is full) it is lost: the work is not to
    end of it.
    """
    if speaks_json():
        say(message)
        return
    with contextlib.suppress(OSError, ValueError):
        sys.stderr.write(f"summariser: {shown(message)}\n")
        sys.stderr.flush()


def forget_stdout() -> None:
    """Let go of a standard output that is broken, or the interpreter would complain when it ends."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
