"""``summariser export``: summaries in the forms that other tools read."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Final

import typer

from summariser.articles import STDIN
from summariser.errors import ConfigurationError, UnreadableSource
from summariser.exports import (
    FORMS,
    ExportReport,
    Form,
    Named,
    Unreadable,
    form_of,
    read_summaries,
    rendered,
    summaries_in,
)
from summariser.exports import export as write_export
from summariser.files import check_place
from summariser.output import complain, write_stdout_bytes

FAULTS: Final = 5
"""The export is written, and some records of the inputs are no summaries."""
_MOST_LINES: Final = 10
_FORMS: Final = "\n".join(f"  {form.name:<10} {form.label}" for form in FORMS.values())

EPILOG: Final = f"""\b
Forms:
{_FORMS}

\b
Examples:
  summariser export summary.json --to markdown
  summariser export summaries.jsonl --to acled -o events.csv
  summariser export monday.jsonl tuesday.parquet --to excel -o week.xlsx
  summariser export summaries.jsonl --to geojson -o map.geojson --verbose
  summariser summarise article.txt --json | summariser export - --to idmc

\b
Exit codes:
  0    done; articles that a batch could not summarise are said and counted on stderr
  2    bad use or bad input: no such form, an extra that is not installed, no summary at all
  3    no room on the disk
  5    done, and some records of the inputs are no summaries; stderr says which

What a form cannot hold is counted on stderr by its reason. The columns are explained in docs/exports.md."""


def export(
    inputs: Annotated[
        list[str],
        typer.Argument(
            metavar="INPUT...",
            help="What 'summarise --json' or 'batch' wrote: .json, .jsonl or .parquet; - for standard input.",
        ),
    ],
    *,
    to: Annotated[str, typer.Option("--to", metavar="FORM", help=f"One of: {', '.join(FORMS)}.")],
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help="Write there, whole or not at all; else to standard output.",
        ),
    ] = None,
    verbose: Annotated[
        bool,
        typer.Option(
            "--verbose", "-v", help="Name every record that the form cannot hold, not only how many."
        ),
    ] = False,
    quiet: Annotated[
        bool, typer.Option("--quiet", "-q", help="Say on stderr only which inputs could not be read.")
    ] = False,
) -> None:
    """Write summaries in a form that other tools read: tables, a map, a workbook, a brief.

    Every row carries the sentences that prove it and an id that survives re-runs. Nothing is left out without
    a word: stderr says what the form cannot hold.
    """
    form = form_of(to)
    if inputs.count(STDIN) > 1:
        raise typer.BadParameter("standard input can be read once only", param_hint="INPUT")
    _check(form, inputs, output)
    reading = Reading(inputs)
    if output is None or str(output) == STDIN:
        content, report = rendered(reading, to)
        write_stdout_bytes(content)
    else:
        report = write_export(reading, to, output)
    reading.close()
    if not quiet:
        _tell(report, output, verbose=verbose)
    if reading.faults:
        raise typer.Exit(FAULTS)


@dataclass(slots=True)
class Reading:
    """The summaries of some files, with what is wrong with them said on the way.

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
        # Before anything is written: a file must not be replaced by an empty one.
        if not self.found:
            self.close()
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
        if self.failed + self.faults <= _MOST_LINES:
            complain(str(record))

    def close(self) -> None:
        """The closing line, where something could not be read."""
        more = self.failed + self.faults - _MOST_LINES
        if more > 0:
            complain(f"and {more:,} more like these")
        if self.failed:
            complain(f"articles without a summary, as their batch says: {self.failed:,}")
        if self.faults:
            complain(f"records that are no summaries: {self.faults:,}")


def _check(form: Form, inputs: list[str], output: Path | None) -> None:
    """See that the output is none of the inputs, and that nobody's terminal gets a workbook.

    Raises:
        ConfigurationError: It is one, or the terminal would.
    """
    if output is None or str(output) == STDIN:
        if not form.is_text and sys.stdout.isatty():
            raise ConfigurationError(
                f"The form {form.name!r} cannot be shown in a terminal", f"Name a file: -o FILE{form.suffix}"
            )
        return
    check_place(output)
    for name in inputs:
        if name != STDIN and output.exists() and Path(name).exists() and output.samefile(name):
            raise ConfigurationError(f"{output} is an input as well", "Name another file for the export")


def _tell(report: ExportReport, output: Path | None, *, verbose: bool) -> None:
    where = f" in {output}" if output is not None and str(output) != STDIN else ""
    complain(f"{report.rows:,} rows from {report.articles:,} articles{where}")
    if not report.left_out:
        return
    values = len(report.left_out) - report.records_left_out
    complain(
        f"what the form cannot hold: {report.records_left_out:,} records and {values:,} values of others"
    )
    if verbose:
        for left in report.left_out:
            complain(f"  {left.record}{f', {left.field}' if left.field else ''}: {left.reason}")
        return
    reasons = report.reasons()
    for reason, times in reasons[:_MOST_LINES]:
        complain(f"  {times:,} × {reason}")
    if len(reasons) > _MOST_LINES:
        complain(f"  and {len(reasons) - _MOST_LINES:,} more reasons; --verbose names every one")
