"""``summariser picture``: summaries as SVG or PNG."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Final

import typer

from summariser.articles import STDIN
from summariser.cli_reading import FAULTS, Reading, check_ending, check_output, tell_left_out
from summariser.output import complain
from summariser.pictures import FORMS, KINDS, save_picture

_KINDS: Final = "\n".join(f"  {kind.name:<13} {kind.title}" for kind in KINDS.values())

EPILOG: Final = f"""\b
Kinds:
{_KINDS}

\b
Examples:
  summariser picture summaries.jsonl --kind tolls -o tolls.svg
  summariser picture summaries.jsonl --kind map -o map.png
  summariser picture monday.jsonl tuesday.jsonl --kind displacement -o moved.svg

\b
Exit codes:
  0    done; articles that a batch could not summarise are said and counted on stderr
  2    bad use or bad input: no such kind, the extra 'pictures' is not installed, no summary at all
  3    no room on the disk
  5    done, and some records of the inputs are no summaries; stderr says which

What each picture shows is explained in docs/pictures.md."""


def picture(
    inputs: Annotated[
        list[str],
        typer.Argument(
            metavar="INPUT...",
            help="What 'summarise --json' or 'batch' wrote: .json, .jsonl or .parquet; - for standard input.",
        ),
    ],
    *,
    kind: Annotated[str, typer.Option(metavar="KIND", help=f"One of: {', '.join(KINDS)}.")],
    output: Annotated[
        Path,
        typer.Option("--output", "-o", metavar="FILE", help="Ends in .svg or .png; whole or not at all."),
    ],
    verbose: Annotated[
        bool, typer.Option("--verbose", "-v", help="Name every record that it cannot show.")
    ] = False,
    quiet: Annotated[
        bool, typer.Option("--quiet", "-q", help="Say on stderr only which inputs could not be read.")
    ] = False,
) -> None:
    """Draw summaries: the dead over time by claimant, displacement by place, a map.

    stderr says what the picture cannot show, such as events without a day in the picture of tolls.
    """
    if inputs.count(STDIN) > 1:
        raise typer.BadParameter("standard input can be read once only", param_hint="INPUT")
    check_output(output, inputs)
    check_ending(output, [f".{form}" for form in FORMS], "a picture")
    reading = Reading(inputs)
    report = save_picture(reading, kind, output)
    if not quiet:
        complain(f"{report.drawn:,} records of {report.articles:,} articles in {output}")
        tell_left_out(report.left_out, "what the picture cannot show", verbose=verbose)
        if report.unwritable:
            complain(f"letters that its font does not have: {report.unwritable}")
    if reading.faults:
        raise typer.Exit(FAULTS)
