"""``summariser eval``: the suites, from recorded answers or a live engine; the gate; the report.

What stands behind it needs packages that a plain installation does not have, so it is loaded when a
command runs.
"""

from __future__ import annotations

import os
from enum import StrEnum
from pathlib import Path
from types import ModuleType
from typing import Annotated, Final

import typer

from summariser.cli_logs import LogFormatOption, VerboseOption, watch
from summariser.errors import MissingExtra
from summariser.output import complain, write_stdout

FAILED: Final = 1
"""Exit code of a gate that stays closed, and of a replay with stale cassettes."""
_NEEDED: Final = {"vcr", "yaml", "scipy", "numpy", "jsonschema"}


class Strategy(StrEnum):
    """How a model is asked."""

    STEPWISE = "stepwise"
    SINGLE = "single"


evals = typer.Typer(
    help="Measure quality on labelled articles: replay recordings, record them, gate, report.",
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
SuiteOption = Annotated[
    list[str] | None,
    typer.Option(
        "--suite", metavar="NAME", help="newsroom, baghouz, muc4, idmc or injection; may be repeated."
    ),
]
DataOption = Annotated[
    Path | None,
    typer.Option(
        "--data",
        metavar="PATH",
        help="Another file of the same form, for the one suite named; live unless --cassettes says where.",
    ),
]
HtmlOption = Annotated[
    Path | None, typer.Option("--html", metavar="FILE", help="Write the report as one page.")
]
PeersOption = Annotated[
    Path | None,
    typer.Option("--peers", metavar="FILE", help="With --html: the peer bench's log, as a table in it."),
]
LossesOption = Annotated[
    Path | None, typer.Option("--losses", metavar="FILE", help="Write where facts are lost, as a table.")
]
EveryOption = Annotated[bool, typer.Option("--every", help="Print every metric, not the headlines alone.")]
ByOption = Annotated[
    str,
    typer.Option(
        "--by", metavar="KIND", help="The figures by traits of one kind as well: lang, genre, part."
    ),
]
BaselineOption = Annotated[
    Path | None, typer.Option("--baseline", metavar="FILE", help="Instead of evals/baseline.json.")
]


@evals.callback(
    invoke_without_command=True,
    epilog="""\b
Examples:
  summariser eval                                    replay everything, print the scores
  summariser eval --gate                             and compare with evals/baseline.json, as CI does
  summariser eval --record                           record what is stale; stop and go on at will
  summariser eval --record --model qwen2.5-coder-0.5b
  summariser eval --suite idmc --data held-out.jsonl --log run.jsonl
  summariser eval --html report.html --also qwen2.5-coder-0.5b
  summariser eval score run.jsonl --html report.html
  summariser eval --suite idmc --losses losses.md
  summariser eval --suite newsroom --by lang         each language next to English
  summariser eval add article.txt --id sake-market-shelling

\b
Exit codes:
  0    done; with --gate: every figure is what the baseline holds
  1    a cassette is missing, stale or orphaned, a case failed, or the gate stays closed
  2    bad use or bad data
  3    the engine, the way to it, or the model's file
  130  stopped with Ctrl-C (what was recorded is kept)""",
)
def _evals(
    context: typer.Context,
    suite: SuiteOption = None,
    *,
    replay: Annotated[
        bool, typer.Option("--replay", help="From cassettes, with the network blocked. The default.")
    ] = False,
    record: Annotated[
        bool, typer.Option("--record", help="Record the cassettes that are missing or stale.")
    ] = False,
    live: Annotated[bool, typer.Option("--live", help="Ask the model and keep no cassette.")] = False,
    again: Annotated[bool, typer.Option("--again", help="With --record: ask everything anew.")] = False,
    gate: Annotated[
        bool, typer.Option("--gate", help="Compare with the baseline; exit 1 if anything moved.")
    ] = False,
    raise_baseline: Annotated[
        bool, typer.Option("--raise-baseline", help="Write what was reached into the baseline.")
    ] = False,
    only: Annotated[str, typer.Option("--only", metavar="TEXT", help="Only cases whose id holds this.")] = "",
    trait: Annotated[
        str, typer.Option("--trait", metavar="TRAIT", help="Only cases with it: lang:ar, part:test, camp...")
    ] = "",
    data: DataOption = None,
    cassettes: Annotated[
        Path | None, typer.Option("--cassettes", metavar="FOLDER", help="Instead of evals/cassettes.")
    ] = None,
    model: Annotated[str | None, typer.Option(metavar="NAME", help="As for 'summarise'.")] = None,
    base_url: Annotated[str | None, typer.Option(metavar="URL", help="As for 'summarise'.")] = None,
    strategy: Annotated[
        Strategy | None, typer.Option(help="Instead of the one that the catalogue gives the model.")
    ] = None,
    log: Annotated[
        Path | None, typer.Option("--log", metavar="FILE", help="Write the run log (JSON Lines).")
    ] = None,
    predictions: Annotated[
        Path | None,
        typer.Option("--predictions", metavar="FOLDER", help="Write predictions in the suites' own terms."),
    ] = None,
    html: HtmlOption = None,
    peers: PeersOption = None,
    losses: LossesOption = None,
    also: Annotated[
        list[str] | None,
        typer.Option(
            "--also", metavar="MODEL", help="A second set of cassettes for the report; may be repeated."
        ),
    ] = None,
    every: EveryOption = False,
    by: ByOption = "",
    baseline: BaselineOption = None,
    workers: Annotated[int, typer.Option(min=1, max=64, help="Processes that replay side by side.")] = min(
        2, os.cpu_count() or 1
    ),
    verbose: VerboseOption = 0,
    log_format: LogFormatOption = None,
) -> None:
    """Run the suites and print their scores.

    By default from the recorded answers of the default model: no model is needed and the network is
    blocked. A suite whose data is not on this machine is named as not run.
    """
    if context.invoked_subcommand is not None:
        return
    watch(verbose, log_format)
    _check_use(
        modes={"--replay": replay, "--record": record, "--live": live},
        data_without_suite=data is not None and len(suite or []) != 1,
        partial_baseline=raise_baseline and bool(only or trait or data),
        again_alone=again and not record,
        gate_of_live=(gate or raise_baseline) and live,
        homeless_recording=record and data is not None and cassettes is None,
    )
    if data is not None and cassettes is None and not replay:
        live = True  # nobody has recorded another file's articles
    work = _load()
    mode = "record" if record else "live" if live else "replay"
    plan = work.make_plan(
        suite or [], mode=mode, model=model, base_url=base_url,
        cassettes=cassettes, data=data, only=only, trait=trait, workers=workers, again=again,
        strategy=strategy.value if strategy else None,
    )  # fmt: skip
    run_log = work.run_with_progress(plan)
    code = work.report_faults(plan, run_log)
    work.write_files(run_log, log, predictions)
    runs = [work.score(run_log, data), *(work.replay_also(name, plan) for name in also or [])]
    write_stdout("\n".join(work.score_table(run, every=every) for run in runs))
    if by:
        write_stdout("\n" + "\n".join(work.trait_tables(run, by, every=every) for run in runs))
    if html is not None:
        work.write_page(html, runs, peers)
    if losses is not None:
        work.write_losses(losses, runs)
    if raise_baseline and not code:
        work.raise_to(runs, baseline)
    if gate:
        code = max(code, work.hold_gate(runs, baseline))
    if code:
        raise typer.Exit(code)


@evals.command(
    epilog="""\b
Examples:
  summariser eval score run.jsonl
  summariser eval score first.jsonl second.jsonl --html compared.html"""
)
def score(
    logs: Annotated[list[Path], typer.Argument(metavar="LOG", help="Run logs that --log wrote.")],
    *,
    data: DataOption = None,
    html: HtmlOption = None,
    peers: PeersOption = None,
    losses: LossesOption = None,
    every: EveryOption = False,
    gate: Annotated[bool, typer.Option("--gate", help="Compare with the baseline as well.")] = False,
    baseline: BaselineOption = None,
) -> None:
    """Score run logs anew, with no model: the labels and the scorers of today."""
    work = _load()
    runs = [work.score(work.read_log(path), data) for path in logs]
    write_stdout("\n".join(work.score_table(run, every=every) for run in runs))
    if html is not None:
        work.write_page(html, runs, peers)
    if losses is not None:
        work.write_losses(losses, runs)
    if gate and (code := work.hold_gate(runs, baseline)):
        raise typer.Exit(code)


@evals.command(
    epilog="""\b
Examples:
  summariser eval add story.txt --id sake-market-shelling --published 2024-03-12
  $EDITOR evals/newsroom/readings/first/sake-market-shelling.json   (evals/LABELLING.md says how)
  summariser eval check
  summariser eval --record --suite newsroom"""
)
def add(
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help="The article's text, written for this project.")
    ],
    *,
    name: Annotated[str, typer.Option("--id", metavar="ID", help="Lower-case words with hyphens.")],
    published: Annotated[str | None, typer.Option(metavar="DATE", help="YYYY-MM-DD, if it has one.")] = None,
    source: Annotated[
        str, typer.Option(metavar="TEXT", help="Who is said to have published it.")
    ] = "Newsroom",
    language: Annotated[str, typer.Option(help="en, ar, fr or es.")] = "en",
    genre: Annotated[
        str, typer.Option(help="wire, tabloid, local, sitrep, ngo, liveblog or radio.")
    ] = "wire",
    tags: Annotated[str, typer.Option(help="Traits, separated by commas.")] = "",
) -> None:
    """Add an article to the newsroom, with empty labels to fill in by hand.

    One reader fills readings/first, another, who has not seen it, readings/second; gold is what they are
    settled to. Put the id into evals/newsroom/split.json.
    """
    made = _load().add_article(file, name, published, source, language, genre, tags)
    for path in made:
        write_stdout(f"{path}\n")


@evals.command(
    epilog="""\b
Examples:
  summariser eval check
  summariser eval check evals/newsroom/gold/sake-market-shelling.json"""
)
def check(
    labels: Annotated[
        list[Path] | None,
        typer.Argument(metavar="LABEL", help="Label files; all of the newsroom's by default."),
    ] = None,
) -> None:
    """Check the form of labels, and that their quotes stand in the articles."""
    found, n = _load().check_labels(labels or [])
    write_stdout("".join(f"{line}\n" for line in found))
    complain(f"{n} labels checked, {len(found)} problems")
    if found:
        raise typer.Exit(FAILED)


def _check_use(
    *,
    modes: dict[str, bool],
    data_without_suite: bool,
    partial_baseline: bool,
    again_alone: bool,
    gate_of_live: bool,
    homeless_recording: bool,
) -> None:
    chosen = [name for name, on in modes.items() if on]
    for wrong, message in (
        (len(chosen) > 1, f"{' and '.join(chosen)} exclude one another"),
        (data_without_suite, "--data is for one suite: name it with --suite"),
        (partial_baseline, "a baseline is raised from whole suites, not with --only, --trait or --data"),
        (again_alone, "--again goes with --record"),
        (gate_of_live, "the baseline is of recordings: --live has none"),
        (homeless_recording, "other data is not recorded among the project's own: give --cassettes FOLDER"),
    ):
        if wrong:
            raise typer.BadParameter(message)


def _load() -> ModuleType:
    """What stands behind the command.

    Raises:
        MissingExtra: A package that it needs is not installed.
    """
    try:
        from summariser import cli_evals_run  # noqa: PLC0415 - see the module's docstring
    except ModuleNotFoundError as missing:
        if (missing.name or "").split(".")[0] not in _NEEDED:
            raise
        raise MissingExtra(
            f"The evals need {missing.name}, which is not installed", "pip install 'summariser[evals]'"
        ) from missing
    return cli_evals_run
