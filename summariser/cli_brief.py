"""``summariser brief``: many articles on one crisis, what they tell of the same events side by side."""

from __future__ import annotations

import threading
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from summariser.articles import STDIN, parse_date, read_date
from summariser.cli_batch import FAILURES, Stop
from summariser.cli_logs import LogFormatOption, VerboseOption, watch
from summariser.cli_options import (
    ConcurrencyOption,
    ConfidenceOption,
    FileNamesOption,
    ModelOption,
    PublishedOption,
    QuietOption,
    SourceOption,
    UrlOption,
)
from summariser.cli_reading import Reading, check_ending, check_output
from summariser.errors import BadDate
from summariser.files import write_whole
from summariser.output import complain, write_stdout
from summariser.terminal_logs import speaks_json

if TYPE_CHECKING:
    from summariser.api import Summariser
    from summariser.batch import BatchOptions
    from summariser.schemas.brief import Brief
    from summariser.terminal_batch import BatchProgress


class BriefForm(StrEnum):
    """How the brief is written."""

    HTML = "html"
    MARKDOWN = "markdown"
    JSON = "json"


_ENDINGS: Final = {
    BriefForm.HTML: (".html", ".htm"),
    BriefForm.MARKDOWN: (".md", ".markdown", ".txt"),
    BriefForm.JSON: (".json",),
}
_BY_ENDING: Final = {
    ending: form for form, endings in _ENDINGS.items() for ending in endings if ending != ".txt"
}
"""What a name says alone; a text file can be anything."""

EPILOG: Final = """\b
Examples:
  summariser brief crisis/ -o brief.html
  summariser brief crisis/ --file-names '{published}_{source}_*' -o brief.html
  summariser brief summaries.jsonl --since 2024-09-01 -o brief.md
  summariser brief crisis/ --to json > brief.json

\b
Exit codes:
  0    done
  2    bad use or bad input, no summary at all
  3    the engine or the way to it failed, or there is no room; the same command goes on
  5    the brief is written, and some articles have no summary, or records are none; stderr says which
  130  stopped with Ctrl-C; the same command goes on

The summaries of a folder FOLDER are kept in FOLDER.summaries.jsonl, as 'summariser batch' writes it: a second
run does what is new and nothing else."""


def brief(
    inputs: Annotated[
        list[Path],
        typer.Argument(
            metavar="INPUT...",
            help="A folder of articles, single articles, or what 'summarise --json' or 'batch' wrote.",
        ),
    ],
    *,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help="Write there: .html, .md or .json. Else to standard output.",
        ),
    ] = None,
    to: Annotated[
        BriefForm | None,
        typer.Option("--to", help="The form; by default that of FILE's ending, else markdown."),
    ] = None,
    title: Annotated[
        str | None, typer.Option(metavar="TEXT", help="Its title; by default countries and days.")
    ] = None,
    since: Annotated[
        str | None,
        typer.Option(
            metavar="DATE",
            help="First day that counts in totals, YYYY-MM-DD; by default 31 days before the first article.",
        ),
    ] = None,
    summaries: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Keep the summaries of articles there; see below."),
    ] = None,
    published: PublishedOption = None,
    source: SourceOption = None,
    file_names: FileNamesOption = None,
    concurrency: ConcurrencyOption = 4,
    model: ModelOption = None,
    base_url: UrlOption = None,
    min_confidence: ConfidenceOption = None,
    quiet: QuietOption = False,
    verbose: VerboseOption = 0,
    log_format: LogFormatOption = None,
) -> None:
    """Group what many articles tell of the same events, with every claim beside the others.

    Nothing is merged: each group lists its reports, why they are together, and who claims what. Totals are
    ranges over events, not sums of reports.
    """
    # Imported here, as in `summarise`: what stands behind it takes seconds to load.
    from summariser.api import Summariser  # noqa: PLC0415
    from summariser.batch import BatchOptions, Origins  # noqa: PLC0415
    from summariser.brief import BriefOptions, make_brief  # noqa: PLC0415
    from summariser.terminal_batch import BatchProgress  # noqa: PLC0415

    if output is not None and str(output) != STDIN:
        check_output(output, list(map(str, inputs)))
    form = _form(output, to)
    options = BriefOptions(title, _first_day(since) if since is not None else None)
    made = [path for path in inputs if _holds_summaries(path)]
    articles = [path for path in inputs if path not in made]
    kept = summaries or (_beside(articles[0]) if articles else None)
    if kept is not None and articles:
        batch = BatchOptions(
            resume=True,
            concurrency=concurrency,
            origins=Origins(parse_date(published) if published is not None else None, source, file_names),
        )
        progress = BatchProgress(watch(verbose, log_format), quiet=quiet or speaks_json())
        summariser = Summariser(model=model, base_url=base_url, min_confidence=min_confidence)
        _summarise(articles, kept, batch, summariser, progress)
        made = [kept, *made]
    reading = Reading(list(map(str, made)))
    _write(make_brief(reading, options), output, form)
    if reading.failed or reading.faults:
        raise typer.Exit(FAILURES)


def _summarise(
    articles: list[Path], kept: Path, options: BatchOptions, summariser: Summariser, progress: BatchProgress
) -> None:
    """Do what is not done yet, as a batch does it; a stop ends the command, and the same one goes on."""
    from summariser.batch import run_batch  # noqa: PLC0415

    stop = Stop(threading.Event())
    try:
        with summariser, stop.listening(), progress.shown():
            state = run_batch(
                articles, kept, options, summariser=summariser, on_state=progress, stop=stop.asked
            )
    finally:
        stop.left()
    if state.stopped is None:
        return
    left = f"{state.done:,} of {state.total:,} articles are done: the same command goes on"
    if isinstance(state.stopped, KeyboardInterrupt):
        complain(f"Stopped. {left}")
        raise typer.Exit(stop.exit_code)
    complain(f"{state.stopped}; {left}")
    raise typer.Exit(state.stopped.exit_code)


def _holds_summaries(path: Path) -> bool:
    """Whether a file is a batch's or `summarise`'s, and no table of articles."""
    from summariser.exports import Named, read_summaries  # noqa: PLC0415

    if path.is_dir() or path.suffix.lower() not in {".json", ".jsonl", ".ndjson", ".parquet"}:
        return False
    if path.suffix.lower() == ".json":
        return True
    first = next(read_summaries(path), None)
    return isinstance(first, Named) or (first is not None and first.failed)


def _beside(first: Path) -> Path:
    """Where the summaries of articles are kept: beside what they are of."""
    whole = first.resolve()
    return whole.with_name(f"{whole.name}.summaries.jsonl")


def _first_day(text: str) -> date:
    """The first day that counts.

    Raises:
        BadDate: No day, or one that is still to come: nothing could count.
    """
    day = read_date(text)
    if day > datetime.now(UTC).date() + timedelta(days=1):  # tomorrow in UTC is today in the far east
        raise BadDate(
            f"--since {day} lies in the future: no event could count",
            "Give the first day whose events are to count, or leave it out",
            value=text,
        )
    return day


def _form(output: Path | None, to: BriefForm | None) -> BriefForm:
    """The form that was asked for, else that of the file's ending.

    Raises:
        ConfigurationError: The file's ending is of another form, or of none.
    """
    if output is None or str(output) == STDIN:
        return to or BriefForm.MARKDOWN
    if to is None:
        check_ending(output, tuple(_BY_ENDING), "a brief")
        return _BY_ENDING.get(output.suffix.lower(), BriefForm.MARKDOWN)
    check_ending(output, _ENDINGS[to], f"a brief as {to.value}", needed=False)
    return to


def _write(made: Brief, output: Path | None, form: BriefForm) -> None:
    from summariser.brief import to_html, to_markdown  # noqa: PLC0415

    match form:
        case BriefForm.HTML:
            text = to_html(made)
        case BriefForm.MARKDOWN:
            text = to_markdown(made)
        case BriefForm.JSON:
            text = made.model_dump_json(indent=2) + "\n"
    if output is None or str(output) == STDIN:
        write_stdout(text)
    else:
        write_whole(output, text)
