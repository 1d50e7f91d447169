"""``summariser batch``: many articles into one file, with nothing lost."""

from __future__ import annotations

import contextlib
import os
import signal
import threading
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING, Annotated, Final

import typer

from summariser.articles import parse_date
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
from summariser.errors import BudgetSpent
from summariser.files import check_place
from summariser.output import complain
from summariser.terminal_logs import speaks_json

if TYPE_CHECKING:
    from summariser.batch import BatchOptions, BatchState, Workforce

FAILURES: Final = 5
"""The batch is over, and some of its articles have no summary."""
INTERRUPTED: Final = 130
_CLOSED: Final = getattr(signal, "SIGHUP", None)
_LEAVE_SECONDS: Final = 5.0
"""After the second Ctrl-C, for the tidy way out."""
_SIGNALS: Final = [n for n in (signal.SIGINT, signal.SIGTERM, _CLOSED) if n is not None]


class Where(StrEnum):
    """Where the articles are worked on."""

    LOCAL = "local"
    RAY = "ray"


class Kind(StrEnum):
    """Which of the two summaries to make."""

    ALL = "all"
    EVENTS = "events"
    HUMANITARIAN = "humanitarian"


EPILOG: Final = """\b
Examples:
  summariser batch articles/ summaries.jsonl
  summariser batch articles/ summaries.jsonl --resume
  summariser batch articles/ summaries.jsonl --file-names '{published}_{source}_*'
  summariser batch 2024.csv 2025.parquet all.parquet --text-column body --id-column url
  summariser batch news.jsonl out.jsonl --model gpt-4.1-mini --concurrency 16 --max-cost 5
  summariser batch news.jsonl out.jsonl --base-url http://127.0.0.1:8000/v1 --max-minutes 480
  summariser batch news.jsonl out.parquet --errors failed.jsonl --max-tokens 2000000
  summariser batch news.jsonl out.jsonl --engine ray --ray-address auto --base-url URL

\b
Exit codes:
  0    done, every article has a summary
  2    bad use or bad input, an output that is there already, a store that cannot be used
  3    the engine or the way to it failed, or there is no room; --resume goes on
  4    a budget was spent; --resume goes on
  5    done, and some articles have no summary: the output says why, --resume tries them again
  130  stopped with Ctrl-C; --resume goes on (143 with SIGTERM, 129 with the terminal closed)

Finished articles are kept in a store beside OUTPUT (OUTPUT.store), so that nothing is done twice. Delete
it when OUTPUT is all you need."""


def batch(
    paths: Annotated[
        list[Path],
        typer.Argument(
            metavar="INPUT... OUTPUT",
            help="Folders of texts (.txt, .md, .html, .pdf, .docx, .eml), single ones, .jsonl, .csv or "
            ".parquet; at the end "
            "the file to write, .jsonl or .parquet.",
        ),
    ],
    *,
    resume: Annotated[
        bool, typer.Option("--resume", help="Go on where OUTPUT is there already; failures are tried again.")
    ] = False,
    concurrency: ConcurrencyOption = 4,
    workers: Annotated[
        int | None,
        typer.Option(
            metavar="N",
            min=0,
            max=64,
            help="Processes that read articles; by default one a core for endpoints and a concurrency of 16.",
        ),
    ] = None,
    max_cost: Annotated[
        float | None, typer.Option(metavar="USD", help="Stop when this run has cost so many dollars.")
    ] = None,
    max_tokens: Annotated[
        int | None, typer.Option(metavar="N", help="Stop when this run has used so many tokens, in and out.")
    ] = None,
    max_minutes: Annotated[
        float | None, typer.Option(metavar="M", help="Begin no further article after so many minutes.")
    ] = None,
    max_calls_per_article: Annotated[
        int | None, typer.Option(metavar="N", help="An article that needs more calls to the model fails.")
    ] = None,
    prices: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            help='Your price list: {"MODEL": {"input": USD, "output": USD}}, dollars a million tokens.',
        ),
    ] = None,
    errors: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Write the failures there as well, as JSON Lines."),
    ] = None,
    store: Annotated[
        Path | None,
        typer.Option(metavar="PATH", help="Keep finished work there instead of in OUTPUT.store."),
    ] = None,
    text_column: Annotated[
        str, typer.Option(metavar="NAME", help="The column, or JSON field, with the article's text.")
    ] = "text",
    id_column: Annotated[
        str | None, typer.Option(metavar="NAME", help="With its id; by default 'id', or file and line.")
    ] = None,
    published_column: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="With its day of publication; by default 'published' if there."),
    ] = None,
    source_column: Annotated[
        str | None, typer.Option(metavar="NAME", help="With who published it; by default 'source' if there.")
    ] = None,
    published: PublishedOption = None,
    source: SourceOption = None,
    file_names: FileNamesOption = None,
    kind: Annotated[Kind, typer.Option(help="Which of the two summaries to make.")] = Kind.ALL,
    model: ModelOption = None,
    base_url: UrlOption = None,
    min_confidence: ConfidenceOption = None,
    timings: Annotated[
        bool,
        typer.Option("--timings", help="Write the measured seconds, in which two runs differ, instead of 0."),
    ] = False,
    quiet: QuietOption = False,
    verbose: VerboseOption = 0,
    log_format: LogFormatOption = None,
    engine: Annotated[
        Where,
        typer.Option(help="Work here, or on the nodes of a Ray cluster (extra 'ray')."),
    ] = Where.LOCAL,
    ray_address: Annotated[
        str | None,
        typer.Option(
            metavar="ADDR",
            help="Ray: the cluster, HOST:PORT or 'auto'; by default $RAY_ADDRESS, or else one starts here.",
        ),
    ] = None,
    engines: Annotated[
        int | None,
        typer.Option(
            metavar="N",
            min=1,
            help="Ray: how many engines; by default one on each node. --concurrency is then of each.",
        ),
    ] = None,
    cores: Annotated[
        float | None,
        typer.Option(
            metavar="N",
            help="Ray: CPUs that each engine reserves; by default next to none.",
        ),
    ] = None,
    max_cost_per_node: Annotated[
        float | None,
        typer.Option(metavar="USD", help="Ray: as --max-cost, for each node."),
    ] = None,
    max_tokens_per_node: Annotated[
        int | None, typer.Option(metavar="N", help="Ray: as --max-tokens, for each node.")
    ] = None,
    max_minutes_per_node: Annotated[
        float | None,
        typer.Option(metavar="M", help="Ray: as --max-minutes, for each node."),
    ] = None,
) -> None:
    """Summarise many articles into one file: each exactly once, whatever happens on the way.

    OUTPUT has one record for each article, in the order of the input: a summary, or the error that kept the
    article from one. It is written at the end, whole or not at all. Ctrl-C once finishes what is in flight
    and writes what there is; twice stops now.
    """
    if len(paths) < 2:
        raise typer.BadParameter(
            "give at least one INPUT, and the OUTPUT at the end", param_hint="INPUT... OUTPUT"
        )
    # Imported here, as in `summarise`: what stands behind it takes seconds to load.
    from summariser.api import Summariser  # noqa: PLC0415
    from summariser.batch import BatchOptions, Columns, Limits, Origins, run_batch, store_beside  # noqa: PLC0415
    from summariser.ray import Pool, RaySummariser  # noqa: PLC0415
    from summariser.settings import Settings  # noqa: PLC0415
    from summariser.terminal_batch import BatchProgress  # noqa: PLC0415

    options = BatchOptions(
        resume=resume,
        concurrency=concurrency,
        kind=kind.value,
        columns=Columns(text_column, id_column, published_column, source_column),
        origins=Origins(None if published is None else parse_date(published), source or None, file_names),
        limits=Limits(max_tokens, max_cost, max_minutes, max_calls_per_article),
        prices=prices,
        store=store,
        errors=errors,
        timings=timings,
        workers=workers,
    )
    *inputs, output = paths
    for path in filter(None, (output, store)):
        check_place(path)
    of_node = Limits(max_tokens_per_node, max_cost_per_node, max_minutes_per_node, max_calls_per_article)
    of_ray = [ray_address, engines, cores, max_tokens_per_node, max_cost_per_node, max_minutes_per_node]
    if engine is Where.LOCAL and any(value is not None for value in of_ray):
        raise typer.BadParameter("an option of Ray was given without --engine ray", param_hint="--engine")
    if resume and output.exists() and not (store or store_beside(output)).exists():
        complain(f"there is no store {store or store_beside(output)}: every article is done anew")
    stop = Stop(threading.Event())
    console = watch(verbose, log_format)
    progress = BatchProgress(console, quiet=quiet or speaks_json())
    try:
        with contextlib.ExitStack() as stack:
            workforce: Workforce
            if engine is Where.RAY:
                wanted = Settings.from_environment(model, base_url)
                pool = Pool(wanted, None, min_confidence, engines, cores, of_node)
                cluster = stack.enter_context(RaySummariser(pool=pool, address=ray_address, stop=stop.asked))
                options = replace(options, concurrency=concurrency * cluster.engines)
                workforce = cluster
            else:
                workforce = stack.enter_context(
                    Summariser(model=model, base_url=base_url, min_confidence=min_confidence)
                )
            stack.enter_context(stop.listening())
            stack.enter_context(progress.shown())
            state = run_batch(
                inputs, output, options, summariser=workforce, on_state=progress, stop=stop.asked
            )
    except KeyboardInterrupt:
        complain(f"Stopped. What was finished is kept: go on with --resume ({output} was not written)")
        raise typer.Exit(stop.exit_code) from None
    finally:
        stop.left()
    code = _report(state, output, options, stop, quiet=quiet)
    if code:
        raise typer.Exit(code)


@dataclass(slots=True)
class Stop:
    """The wish to stop, as signals bring it.

    The first one asks to finish what is in flight, a second one is an exception, as Ctrl-C ever was. SIGTERM
    (a scheduler, a shutdown) is heard like Ctrl-C, and so is SIGHUP (the terminal was closed), of which
    shells often send two: a further one changes nothing.

    Attributes:
        asked: Set by the first.
        exit_code: As for any program that the signal ends: 128 and its number.
    """

    asked: threading.Event
    exit_code: int = INTERRUPTED
    _way_out: threading.Timer | None = None

    @contextlib.contextmanager
    def listening(self) -> Iterator[None]:
        """Hear signals inside the block. Those that this process was started to ignore stay ignored."""
        if threading.current_thread() is not threading.main_thread():
            yield
            return
        heard = [n for n in _SIGNALS if signal.getsignal(n) != signal.SIG_IGN]
        before = [signal.signal(number, self._hear) for number in heard]
        try:
            yield
        finally:
            for number, handler in zip(heard, before, strict=True):
                signal.signal(number, handler)

    def _hear(self, number: int, _frame: FrameType | None) -> None:
        if not self.asked.is_set():
            self.asked.set()
            self.exit_code = 128 + number
            complain("finishing what is in flight; Ctrl-C again stops now")
        elif number != _CLOSED:
            # A long article may hold the loop that the way out leads through; the store needs no farewell.
            if self._way_out is None:
                self._way_out = threading.Timer(_LEAVE_SECONDS, os._exit, (self.exit_code,))
                self._way_out.daemon = True
                self._way_out.start()
            raise KeyboardInterrupt

    def left(self) -> None:
        """The tidy way out was taken."""
        if self._way_out is not None:
            self._way_out.cancel()


def _report(state: BatchState, output: Path, options: BatchOptions, stop: Stop, *, quiet: bool) -> int:
    """The closing lines, and the exit code."""
    if state.passed_over:
        complain(f"files of other kinds and linked folders that were not read: {state.passed_over:,}")
    if state.damaged:
        complain(f"results in the store that could not be read, and were not used: {state.damaged:,}")
    if state.failed:
        where = options.errors or output
        complain(f"{state.failed:,} of {state.total:,} articles have no summary; {where} says why")
    if state.stopped is None:
        if not quiet:
            complain(f"{state.done:,} summaries in {output}; spent: {state.budget.in_words()}")
        return FAILURES if state.failed else 0
    kept = f"{state.done:,} of {state.total:,} articles are done, {state.left:,} are left"
    spent = f"spent: {state.budget.in_words()}"
    if isinstance(state.stopped, KeyboardInterrupt):
        complain(f"Stopped. {kept}: go on with --resume; {spent}")
        return stop.exit_code
    complain(str(state.stopped))
    complain(
        f"{kept}: go on with --resume" + ("" if isinstance(state.stopped, BudgetSpent) else f"; {spent}")
    )
    return state.stopped.exit_code
