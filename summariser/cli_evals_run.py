"""What ``summariser eval`` does, once its options are known to make sense."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from summariser.articles import load_article, parse_date
from summariser.engines.catalogue import catalogue
from summariser.errors import BadLabel, MissingExtra
from summariser.evals.cassettes import FOLDER, Recordings
from summariser.evals.documents import load_document
from summariser.evals.gate import BASELINE, compare, load_baseline, raise_baseline
from summariser.evals.labels import check
from summariser.evals.losses.table import loss_table
from summariser.evals.predictions import write_predictions
from summariser.evals.report import ScoredRun, write_report
from summariser.evals.report.data import PeerTable
from summariser.evals.run_log import RunLog, read_log, write_log
from summariser.evals.runner import Mode, Plan, Step, run, strays
from summariser.evals.scoring import score_log
from summariser.evals.suites.newsroom import NEWSROOM
from summariser.evals.suites.registry import SUITES, find_suites
from summariser.evals.tables import change_table, score_table, trait_tables
from summariser.files import write_whole
from summariser.normalise.places import PlaceResolver
from summariser.output import complain, write_stdout
from summariser.settings import Settings
from summariser.terminal_logs import say, speaks_json

__all__ = [
    "add_article",
    "check_labels",
    "hold_gate",
    "make_plan",
    "raise_to",
    "read_log",
    "replay_also",
    "report_faults",
    "run_with_progress",
    "score",
    "score_table",
    "trait_tables",
    "write_files",
    "write_losses",
    "write_page",
]

FAULTY: Final = 1
_MOST_FAULTS: Final = 20


def make_plan(
    names: Sequence[str],
    *,
    mode: Mode,
    model: str | None,
    base_url: str | None,
    cassettes: Path | None,
    data: Path | None,
    only: str,
    trait: str,
    workers: int,
    again: bool,
    strategy: str | None,
) -> Plan:
    """The plan that the options mean."""
    folder = (cassettes or FOLDER).resolve()
    if mode == "replay":
        name = model or catalogue().default
        recordings = Recordings.called(f"{name}+{strategy}" if strategy else name, folder)
    else:
        recordings = Recordings(Settings.from_environment(model, base_url, strategy=strategy), folder)
    return Plan(find_suites(names), recordings, mode, data, only, trait, workers=workers, again=again)


def run_with_progress(plan: Plan) -> RunLog:
    """Run a plan; live, each case is a line on standard error."""
    return run(plan, (lambda _: None) if plan.mode == "replay" else _tell)


def _tell(step: Step) -> None:
    record = step.record
    if record.error is not None:
        what = f"FAILED: {record.error.message}"
    elif step.kept:
        what = "still good"
    else:
        cost = record.summary.provenance if record.summary else None
        what = (
            f"{cost.calls} calls, {cost.tokens_out} tokens out, {record.seconds or 0:.0f} s" if cost else ""
        )
    left = "" if step.seconds_left is None else f"; about {_minutes(step.seconds_left)} left"
    line = f"[{step.done}/{step.total}] {step.case}: {what}{left}"
    if speaks_json():
        say(line)
        return
    sys.stderr.write(f"{line}\n")
    sys.stderr.flush()


def _minutes(seconds: float) -> str:
    return f"{seconds:.0f} s" if seconds < 90 else f"{seconds / 60:.0f} min"


def report_faults(plan: Plan, log: RunLog) -> int:
    """Say which cases failed, which cassettes belong to none, which suites did not run; the exit code."""
    faults = [record.error.message for record in log.cases if record.error is not None]
    if plan.mode != "live" and not (plan.only or plan.trait) and plan.data is None:
        faults += [
            f"{path.relative_to(plan.recordings.folder)}: belongs to no case. Delete it: git rm"
            for path in strays(plan)
        ]
    for suite, reason in log.head.not_run.items():
        complain(f"{suite} NOT RUN: {reason}")
    for fault in faults[:_MOST_FAULTS]:
        complain(fault)
    if len(faults) > _MOST_FAULTS:
        complain(f"and {len(faults) - _MOST_FAULTS} more")
    return FAULTY if faults else 0


def write_files(log: RunLog, path: Path | None, predictions: Path | None) -> None:
    """The run log and the predictions, where they are wanted."""
    if path is not None:
        write_log(path, log)
    if predictions is not None:
        for written in write_predictions(predictions, log):
            complain(f"wrote {written}")


def score(log: RunLog, data: Path | None) -> ScoredRun:
    """Score a log with the suites that there are."""
    return score_log(log, SUITES, data)


def replay_also(model: str, plan: Plan) -> ScoredRun:
    """The same suites from another model's cassettes."""
    other = replace(plan, recordings=Recordings.called(model, plan.recordings.folder), mode="replay", run="")
    log = run(other)
    report_faults(other, log)
    return score(log, plan.data)


def write_page(path: Path, runs: Sequence[ScoredRun], peers: Path | None = None) -> None:
    """The report, with the peer bench's tables where there is a log of it.

    Raises:
        MissingExtra: The peer bench is not here: it is in no wheel.
    """
    write_report(path, runs, peers=_peer_tables(peers) if peers is not None else ())
    complain(f"wrote {path}")
    if any(suite.external and suite.cases for run_ in runs for suite in run_.suites):
        complain("It holds texts of external suites: do not publish it")


def _peer_tables(path: Path) -> list[PeerTable]:
    try:
        from summariser.evals.peers.log import PeerLog  # noqa: PLC0415 - only a checkout has it
        from summariser.evals.peers.table import tables  # noqa: PLC0415
    except ModuleNotFoundError as missing:
        raise MissingExtra("The peer bench is not installed", "Run it in a checkout") from missing
    return tables(PeerLog.open(path))


def write_losses(path: Path, runs: Sequence[ScoredRun]) -> None:
    """Where facts are lost, as counts."""
    text = loss_table(runs, PlaceResolver(Settings.from_environment().cache_dir))
    write_whole(path, text)
    complain(f"wrote {path}")


def hold_gate(runs: Sequence[ScoredRun], path: Path | None) -> int:
    """Compare with the baseline; the exit code."""
    baseline = load_baseline(path or BASELINE)
    code = 0
    for scored in runs:
        changes = compare(scored, baseline)
        stops = [c for c in changes if c.stops]
        if changes:
            write_stdout(f"\nGate, {scored.name}:\n{change_table(changes)}")
        if stops:
            code = FAULTY
            complain(
                f"The gate is closed for {scored.name}: {len(stops)} findings. If they are meant, "
                "raise the baseline in a commit of its own: summariser eval --raise-baseline"
            )
        else:
            passed = [s.name for s in scored.suites if s.not_run is None]
            complain(f"The gate is open for {scored.name}: {', '.join(passed)}")
    return code


def raise_to(runs: Sequence[ScoredRun], path: Path | None) -> None:
    """Write what was reached, and show what that changes."""
    for scored in runs:
        changes = compare(scored, load_baseline(path or BASELINE))
        write_stdout(f"\nBaseline, {scored.name}:\n{change_table(changes)}")
        raise_baseline(scored, path or BASELINE)


def add_article(
    file: Path, name: str, published: str | None, source: str, language: str, genre: str, tags: str
) -> tuple[Path, ...]:
    """Put an article and empty labels into the newsroom: two readings, and what they are settled to.

    Raises:
        BadLabel: There is one of that id, or the header would not be as it should be.
    """
    article = NEWSROOM / "articles" / f"{name}.txt"
    labels = {
        "first": NEWSROOM / "readings" / "first" / f"{name}.json",
        "second": NEWSROOM / "readings" / "second" / f"{name}.json",
        "settled": NEWSROOM / "gold" / f"{name}.json",
    }
    if any(path.exists() for path in (article, *labels.values())):
        raise BadLabel(f"There is an article {name} already", "Choose another --id")
    day = parse_date(published).isoformat() if published else "unknown"
    text = load_article(file).text
    header = {
        "Id": name, "Notice": "Fictional. Written for this project; none of it happened.", "Published": day,
        "Source": source, "Language": language, "Genre": genre, "Tags": tags or "one-event",
    }  # fmt: skip
    lines = "".join(f"{key}: {' '.join(value.split())}\n" for key, value in header.items())
    article.parent.mkdir(parents=True, exist_ok=True)
    write_whole(article, f"{lines}---\n{text}")
    try:
        load_document(article)
    except BadLabel:
        article.unlink()
        raise
    for reading, path in labels.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, f'{{\n "id": "{name}",\n "reading": "{reading}",\n "events": []\n}}\n')
    return article, *labels.values()


def check_labels(paths: Sequence[Path]) -> tuple[list[str], int]:
    """Problems of labels, and how many were looked at; by default all of the newsroom."""
    chosen = list(paths) or sorted([*NEWSROOM.glob("gold/*.json"), *NEWSROOM.glob("readings/*/*.json")])
    return [problem for path in chosen for problem in check(path)], len(chosen)
