"""The command line. With the evals' commands, the only module that prints or decides an exit code.

Standard output carries results and nothing else; progress and messages go to standard error. A
mistake of the user's or of the world's is one line; a bug keeps its traceback.
"""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer
from typer.exceptions import TyperException

from summariser._version import __version__
from summariser.articles import STDIN, Article, load_article, parse_date
from summariser.cli_batch import EPILOG as BATCH_EPILOG
from summariser.cli_batch import Kind, batch
from summariser.cli_brief import EPILOG as BRIEF_EPILOG
from summariser.cli_brief import brief
from summariser.cli_evals import evals
from summariser.cli_export import EPILOG as EXPORT_EPILOG
from summariser.cli_export import export
from summariser.cli_logs import LogFormatOption, VerboseOption, watch
from summariser.cli_models import models, show_help
from summariser.cli_options import ConfidenceOption, ModelOption, UrlOption
from summariser.cli_page import EPILOG as PAGE_EPILOG
from summariser.cli_page import LABEL_EPILOG, label, serve
from summariser.cli_picture import EPILOG as PICTURE_EPILOG
from summariser.cli_picture import picture
from summariser.errors import SummariserError, befalls_all
from summariser.logs import bound
from summariser.output import Output, complain, forget_stdout, write_stdout
from summariser.progress import Progress
from summariser.schema_export import published_schema, to_json
from summariser.schemas import SCHEMA_VERSION
from summariser.terminal_logs import end_log
from summariser.terminal_progress import ProgressLine

if TYPE_CHECKING:
    from summariser.api import Summariser

INTERRUPTED: Final = 130
BROKEN_PIPE: Final = 141
"""As for any program that the signal SIGPIPE ends (128 + 13)."""
EXIT_CODES: Final = """\b
Exit codes:
  0    done
  2    bad use or bad input: an option, a file, a date, a model's name
  3    the engine, the way to it, or the model's file; no room on the disk
  130  stopped with Ctrl-C
  141  nobody read the output any more"""
"""The line with a backspace tells the help's formatter to leave the lines as they are."""


class SchemaKind(StrEnum):
    """Which schema to print."""

    EVENTS = "events"
    HUMANITARIAN = "humanitarian"
    SUMMARY = "summary"
    BRIEF = "brief"


app = typer.Typer(
    name="summariser",
    help="Typed, grounded summaries of conflict and humanitarian articles.",
    epilog=f"""\b
Examples:
  summariser summarise article.txt --published 2025-11-18
  summariser summarise page.html --json > summary.json
  summariser batch articles/ summaries.jsonl
  summariser brief articles/ -o brief.html
  summariser export summaries.jsonl --to acled -o events.csv
  summariser serve
  summariser model list

{EXIT_CODES}

'summariser batch' has two more, 4 and 5; 'brief' and 'export' have one, 5: see their help.""",
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
app.command(epilog=BATCH_EPILOG)(batch)
app.command(epilog=BRIEF_EPILOG)(brief)
app.command(epilog=EXPORT_EPILOG)(export)
app.command(epilog=PAGE_EPILOG)(serve)
app.command(epilog=PICTURE_EPILOG)(picture)
app.command(epilog=LABEL_EPILOG)(label)
app.add_typer(models, name="model")
app.add_typer(evals, name="eval")


def main(arguments: list[str] | None = None) -> int:
    """Run the command line.

    Args:
        arguments: In place of the process's own.

    Returns:
        The exit code.
    """
    for stream in (sys.stdout, sys.stderr):
        # JSON is UTF-8 whatever the locale, and an article's letters must not break a Latin-1 terminal.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    command = typer.main.get_command(app)
    try:
        with command.make_context(
            "summariser", sys.argv[1:] if arguments is None else list(arguments)
        ) as context:
            command.invoke(context)
    except typer.Exit as end:
        return end.exit_code
    except TyperException as error:
        complain(_explain_use(error))
        return 2
    except SummariserError as error:
        complain(str(error))
        return error.exit_code
    except (KeyboardInterrupt, typer.Abort):
        complain("Stopped.")
        return INTERRUPTED
    except BrokenPipeError:
        forget_stdout()
        return BROKEN_PIPE
    finally:
        end_log()
    return 0


def _explain_use(error: TyperException) -> str:
    context = getattr(error, "ctx", None)
    path = context.command_path if context is not None else "summariser"
    # "Value error" is pydantic's word for it, not the reader's.
    message = error.format_message().replace("Value error, ", "").rstrip(".")
    return f"{message}. See '{path} --help'"


def _show_version(wanted: bool) -> None:
    if wanted:
        write_stdout(f"summariser {__version__}, schema {SCHEMA_VERSION}\n")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def _root(
    context: typer.Context,
    _version: Annotated[
        bool,
        typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version and exit."),
    ] = False,
) -> None:
    show_help(context)


@app.command(
    epilog=f"""\b
Examples:
  summariser summarise article.txt --published 2025-11-18 --source "Harmattan Wire"
  summariser summarise article.txt --min-confidence 0.7
  summariser summarise article.txt --verbose
  summariser summarise *.txt --json --output summaries.jsonl
  curl -s https://example.org/story.html | summariser summarise - --json
  summariser summarise article.txt --model gpt-4.1-mini
  summariser summarise article.txt --base-url http://127.0.0.1:8000/v1

{EXIT_CODES}

Keys are read from the environment only (SUMMARISER_API_KEY, OPENAI_API_KEY): on the command line they
would stay in the shell's history."""
)
def summarise(
    files: Annotated[
        list[str],
        typer.Argument(
            metavar="FILE", help="Texts, web pages, PDF, Word files or mails; - reads standard input."
        ),
    ],
    *,
    published: Annotated[
        str | None,
        typer.Option(
            metavar="DATE",
            help="Day of publication of every file, YYYY-MM-DD. Without it 'on Sunday' stays open.",
        ),
    ] = None,
    source: Annotated[
        str | None, typer.Option(metavar="TEXT", help="Who published them, for the record.")
    ] = None,
    kind: Annotated[Kind, typer.Option(help="Which of the two summaries to make.")] = Kind.ALL,
    model: ModelOption = None,
    base_url: UrlOption = None,
    min_confidence: ConfidenceOption = None,
    as_json: Annotated[
        bool,
        typer.Option(
            "--json", help="Print JSON: one object, or one on each line (JSON Lines) for several files."
        ),
    ] = False,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FILE", help="Write the result there, whole or not at all."),
    ] = None,
    verbose: VerboseOption = 0,
    log_format: LogFormatOption = None,
) -> None:
    """Summarise articles: what happened, and what it means for people.

    Prints a readable page, or with --json the published schema ('summariser schema summary'). Several
    files are read one after the other; one that fails is reported on stderr and does not stop the rest.
    """
    if files.count(STDIN) > 1:
        raise typer.BadParameter("standard input can be read once only", param_hint="FILE")
    day = parse_date(published) if published is not None else None
    target = Output(output, as_json=as_json, several=len(files) > 1, timings=bool(verbose))
    target.check(files)
    progress = ProgressLine(watch(verbose, log_format))
    run = _Run(
        files,
        day,
        source,
        kind,
        target,
        progress,
        lambda: _make_summariser(model, base_url, progress, min_confidence),
    )
    code = run.to_the_end()
    if code:
        raise typer.Exit(code)


def _make_summariser(
    model: str | None,
    base_url: str | None,
    progress: Callable[[Progress], None],
    min_confidence: float | None,
) -> Summariser:
    # Imported here: what stands behind it takes seconds to load, and --help or a misspelt date need
    # not wait for it.
    from summariser.api import Summariser  # noqa: PLC0415

    return Summariser(model=model, base_url=base_url, on_progress=progress, min_confidence=min_confidence)


@dataclass(frozen=True)
class _Run:
    """Articles one after the other, with one engine, started when the first of them is readable."""

    files: list[str]
    published: date | None
    source: str | None
    kind: Kind
    output: Output
    progress: ProgressLine
    make_summariser: Callable[[], Summariser]

    def to_the_end(self) -> int:
        """Read them all; the exit code is the highest that any of them calls for."""
        try:
            with contextlib.ExitStack() as stack:
                code = self._read_all(stack)
        except KeyboardInterrupt:
            code = INTERRUPTED
        done = self.output.finish()
        if code == INTERRUPTED:
            complain(f"Stopped. {done} of {len(self.files)} articles were finished." if done else "Stopped.")
        return code

    def _read_all(self, stack: contextlib.ExitStack) -> int:
        summariser: Summariser | None = None
        code = 0
        for position, file in enumerate(self.files, start=1):
            try:
                article = self._load(file)
            except SummariserError as error:
                code = max(code, self._report(error, file))
                continue
            try:
                with self.progress.during(self._called(file, position)), bound(file=file):
                    summariser = summariser or stack.enter_context(self.make_summariser())
                    summary = summariser.summarise(article, kind=self.kind.value)
            except SummariserError as error:
                code = max(code, self._report(error, file))
                left = len(self.files) - position
                if summariser is None or befalls_all(error):
                    if left:
                        complain(f"{left} more not read, for the same would befall them")
                    break
            else:
                self.output.add(summary, article)
        return code

    def _load(self, file: str) -> Article:
        if file == STDIN and sys.stdin.isatty():
            complain("reading from the terminal, end with Ctrl-D")
        return load_article(file, published=self.published, source=self.source)

    def _called(self, file: str, position: int) -> str:
        name = "standard input" if file == STDIN else file
        return f"{position}/{len(self.files)} {name}" if len(self.files) > 1 else name

    def _report(self, error: SummariserError, file: str) -> int:
        text = str(error)
        complain(text if len(self.files) == 1 or file in text else f"{file}: {text}")
        return error.exit_code


@app.command(
    epilog="""\b
Examples:
  summariser schema summary > summary.schema.json
  summariser schema events"""
)
def schema(
    kind: Annotated[
        SchemaKind,
        typer.Argument(help="What --json prints is 'summary', of which two are parts; 'brief' is of many."),
    ],
) -> None:
    """Print the JSON Schema of the result (draft 2020-12)."""
    write_stdout(to_json(published_schema(kind.value)))
