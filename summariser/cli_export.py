"""``summariser export``: summaries in the forms that other tools read."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated, Final

import typer

from summariser.articles import STDIN
from summariser.cli_reading import FAULTS, Reading, check_ending, check_output, tell_left_out
from summariser.errors import ConfigurationError
from summariser.exports import FORMS, Form, form_of, rendered
from summariser.exports import export as write_export
from summariser.output import complain, write_stdout_bytes

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
            help="Write there, whole or not at all; it ends as the form does. Else to standard output.",
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
    if not quiet:
        where = "" if output is None or str(output) == STDIN else f" in {output}"
        complain(f"{report.rows:,} rows from {report.articles:,} articles{where}")
        tell_left_out(report.left_out, "what the form cannot hold", verbose=verbose)
    if reading.faults:
        raise typer.Exit(FAULTS)


def _check(form: Form, inputs: list[str], output: Path | None) -> None:
    """See that the output is called what it is and is none of the inputs; no terminal gets a workbook.

    Raises:
        ConfigurationError: It ends like another kind of file, or is an input, or the terminal would.
    """
    if output is not None and str(output) != STDIN:
        check_output(output, inputs)
        check_ending(output, form.suffixes, f"the form {form.name!r}", needed=False)
    elif not form.is_text and sys.stdout.isatty():
        raise ConfigurationError(
            f"The form {form.name!r} cannot be shown in a terminal", f"Name a file: -o FILE{form.suffix}"
        )
