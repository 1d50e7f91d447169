"""``python -m summariser.evals.peers``: run what is not in the log yet, and write the table."""

from __future__ import annotations

import argparse
import contextlib
import logging
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from pydantic import SecretStr

from summariser.engines import make_engine
from summariser.engines.base import Engine
from summariser.engines.catalogue import catalogue
from summariser.engines.embedded import EmbeddedEngine
from summariser.errors import MissingExtra, SummariserError
from summariser.evals.peers.bench import Job, chosen, jobs, pending, run
from summariser.evals.peers.forms import FORMS
from summariser.evals.peers.instructor_peer import InstructorPeer
from summariser.evals.peers.langextract_peer import LangExtractPeer
from summariser.evals.peers.log import Line, PeerLog
from summariser.evals.peers.own import Own
from summariser.evals.peers.systems import CALL_SECONDS, Server, System
from summariser.evals.peers.table import markdown, tables
from summariser.evals.suites.registry import find_suites
from summariser.files import write_whole
from summariser.settings import Settings

SYSTEMS: Final = ("summariser", "instructor-plain", "instructor-good", "langextract")
_NOBODY: Final = Server("http://127.0.0.1:9/v1", SecretStr("none"), "none")
"""Stands in for the server while only the log is looked at."""


def main(arguments: Sequence[str] | None = None) -> int:
    """The command; the exit code."""
    options = _options(arguments)
    try:
        log = PeerLog.open(options.log)
        engine = make_engine(_settings(options))
        if left := pending(_work(options, engine, _server(_NOBODY, engine, options)), log):
            sys.stderr.write(f"{len(left)} answers are not in {options.log}\n")
            with _serving(options, engine) as server:
                work = _work(options, engine, server)
                run(work, log, engine.info.model, _tell, warm=not options.no_warm_up)
        text = markdown(tables(log, options.systems, options.data), engine.info.model)
    except SummariserError as error:
        sys.stderr.write(f"{error}\n")
        return error.exit_code
    except KeyboardInterrupt:
        sys.stderr.write("\nStopped. What is done is in the log; the same command goes on.\n")
        return 130
    sys.stdout.write(text)
    if options.table is not None:
        write_whole(options.table, text)
    return 0


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m summariser.evals.peers",
        description="Other libraries on the same articles with the same model and server, beside summariser.",
    )
    parser.add_argument(
        "--suite", action="append", choices=list(FORMS), help="may be repeated; all by default"
    )
    parser.add_argument("--sample", type=int, metavar="N", help="N articles a suite, always the same ones")
    parser.add_argument("--only", default="", metavar="TEXT", help="only articles whose id holds this")
    parser.add_argument("--systems", type=_names, default=list(SYSTEMS), help=f"of {', '.join(SYSTEMS)}")
    parser.add_argument(
        "--log", type=Path, required=True, help="JSON Lines; goes on where it ends. Not to be committed"
    )
    parser.add_argument("--table", type=Path, metavar="FILE", help="write the table as Markdown")
    parser.add_argument("--data", type=Path, metavar="PATH", help="another file for the one suite named")
    parser.add_argument("--model", help="a model of 'summariser model list'; the default one if not given")
    parser.add_argument(
        "--base-url", help="a running server, in place of an embedded one; key from OPENAI_API_KEY"
    )
    parser.add_argument("--call-seconds", type=float, default=CALL_SECONDS, help="limit of one call")
    parser.add_argument("--no-warm-up", action="store_true", help="do not answer an example first")
    options = parser.parse_args(arguments)
    if options.data is not None and len(options.suite or ()) != 1:
        parser.error("--data is for one suite: name it with --suite")
    return options


def _names(text: str) -> list[str]:
    names = list(dict.fromkeys(filter(None, text.split(","))))
    if strange := [name for name in names if name not in SYSTEMS] or not names:
        raise argparse.ArgumentTypeError(f"{strange or text!r}: there are {', '.join(SYSTEMS)}")
    return names


def _settings(options: argparse.Namespace) -> Settings:
    return Settings.from_environment(
        options.model or catalogue().default, options.base_url, timeout_seconds=options.call_seconds
    )


@contextlib.contextmanager
def _serving(options: argparse.Namespace, engine: Engine) -> Iterator[Server]:
    """The server that answers everybody: started here, or the one named."""
    if isinstance(engine, EmbeddedEngine):
        with engine.served() as serving:
            yield _server(Server(serving.base_url, serving.api_key, ""), engine, options)
        return
    settings = _settings(options)
    address = settings.base_url or settings.openai_base_url or ""
    yield _server(Server(address, settings.api_key or _NOBODY.api_key, ""), engine, options)


def _server(where: Server, engine: Engine, options: argparse.Namespace) -> Server:
    return replace(where, model=engine.info.model, call_seconds=options.call_seconds)


def _work(options: argparse.Namespace, engine: Engine, server: Server) -> list[Job]:
    systems = [_system(name, engine, server) for name in options.systems]
    suites = find_suites(options.suite or list(FORMS))
    return [
        job
        for suite in suites
        for job in jobs(suite, chosen(suite.cases(options.data), options.sample, options.only), systems)
    ]


def _system(name: str, engine: Engine, server: Server) -> System:
    if name == "summariser":
        return Own(engine)
    if name.startswith("instructor"):
        return InstructorPeer(server, examples=name == "instructor-good")
    try:
        return LangExtractPeer(server)
    except ModuleNotFoundError as missing:
        raise MissingExtra(
            f"The bench needs {missing.name}, which is not installed", "pip install --group peers"
        ) from missing


def _tell(done: int, total: int, line: Line) -> None:
    what = line.failure or f"{line.calls} calls, {line.tokens_out} tokens out"
    sys.stderr.write(f"[{done}/{total}] {line.suite}/{line.id} {line.system}: {what}, {line.seconds:.1f} s\n")
    sys.stderr.flush()


if __name__ == "__main__":
    # It logs each invalid answer, which may repeat the article. Only here: who imports this keeps its log.
    logging.getLogger("instructor").setLevel(logging.CRITICAL + 1)
    raise SystemExit(main())
