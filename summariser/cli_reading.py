"""Summaries from files for the commands that make something of them, with what is wrong said on the way."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from summariser.articles import STDIN
from summariser.errors import ConfigurationError, UnreadableSource
from summariser.exports import LeftOut, Named, Unreadable, read_summaries, reasons, summaries_in
from summariser.files import check_place
from summariser.output import complain

FAULTS: Final = 5
"""The work is done, and some records of the inputs are no summaries."""
MOST_LINES: Final = 10


@dataclass(slots=True)
class Reading:
    """The summaries of some files, to be iterated once.

    Attributes:
        inputs: Files, or ``-``.
        found: Summaries so far.
        failed: Articles that have none, as a batch says.
        faults: Records that are none.
    """

    inputs: list[str]
    found: int = 0
    failed: int = 0
    faults: int = 0

    def __iter__(self) -> Iterator[Named]:
        for name in self.inputs:
            for record in self._of(name):
                if isinstance(record, Named):
                    self.found += 1
                    yield record
                else:
                    self._complain(record)
        self.close()
        # Before anything is written: a file must not be replaced by an empty one.
        if not self.found:
            raise UnreadableSource(
                "No summary in what was given", "Make one with 'summariser summarise --json'"
            )

    def _of(self, name: str) -> Iterator[Named | Unreadable]:
        if name == STDIN:
            return summaries_in(sys.stdin.buffer.read(), "standard input")
        return read_summaries(Path(name))

    def _complain(self, record: Unreadable) -> None:
        if record.failed:
            self.failed += 1
        else:
            self.faults += 1
        if self.failed + self.faults <= MOST_LINES:
            complain(str(record))

    def close(self) -> None:
        """The closing lines, where something could not be read."""
        more = self.failed + self.faults - MOST_LINES
        if more > 0:
            complain(f"and {more:,} more like these")
        if self.failed:
            complain(f"articles without a summary, as their batch says: {self.failed:,}")
        if self.faults:
            complain(f"records that are no summaries: {self.faults:,}")


def check_output(output: Path, inputs: list[str]) -> None:
    """See that the output can be a file, and is none of the inputs.

    Raises:
        ConfigurationError: It cannot, or it is one.
    """
    check_place(output)
    for name in inputs:
        if name != STDIN and output.exists() and Path(name).exists() and output.samefile(name):
            raise ConfigurationError(f"{output} is an input as well", "Name another file for the result")


def check_ending(output: Path, endings: Sequence[str], what: str, *, needed: bool = True) -> None:
    """See that the output's name says what will be in it: other programs open a file by its ending.

    Args:
        output: The file. What is there and no file (a device, a pipe) may be called anything.
        endings: Those that fit, such as ".csv".
        what: What is written, for the message: "A brief as markdown".
        needed: Whether a name without any ending is refused as well.

    Raises:
        ConfigurationError: It ends in something else.
    """
    ending = output.suffix.lower()
    if ending in endings or (not ending and not needed) or (output.exists() and not output.is_file()):
        return
    named = f"ends in {ending}" if ending else "has no ending"
    raise ConfigurationError(
        f"{output} {named}: {what} cannot be written there", f"Let it end in {' or '.join(endings)}"
    )


def tell_left_out(left_out: Sequence[LeftOut], heading: str, *, verbose: bool) -> None:
    """Say what could not be taken in: every one, or the reasons with how often."""
    if not left_out:
        return
    whole = sum(1 for left in left_out if left.field is None)
    complain(f"{heading}: {whole:,} records and {len(left_out) - whole:,} values of others")
    if verbose:
        for left in left_out:
            complain(f"  {left.record}{f', {left.field}' if left.field else ''}: {left.reason}")
        return
    said = reasons(left_out)
    for reason, times in said[:MOST_LINES]:
        complain(f"  {times:,} × {reason}")
    if len(said) > MOST_LINES:
        complain(f"  and {len(said) - MOST_LINES:,} more reasons; --verbose names every one")
