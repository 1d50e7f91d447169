"""One process in which summariser is used with a key in every way, with everything logged and shown.

Run by ``test_secrets``: reads its steps and the key from standard input. Everything that a program can see of
our objects and errors goes to standard output and standard error, which the test searches. No variable here
holds the key in the clear, for the values of this program's own frames are shown as well.
"""

from __future__ import annotations

import dataclasses
import json
import logging
import os
import pickle
import sys
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import rich.console
import rich.pretty
import rich.traceback
from pydantic import SecretStr

from summariser.api import Summariser
from summariser.articles import Article
from summariser.cli import main
from summariser.engines import wire
from summariser.settings import Settings

TEXT = "Boko Haram was near the {} village on Monday: {} people were killed in an attack."


def say(*words: object) -> None:
    print(*words, flush=True)


def show(error: BaseException) -> None:
    """An error as programs show it: with its chain, its frames, their values; in a log; as a pickle."""
    say("ERROR", type(error).__name__, str(error), repr(error), vars(error))
    say("".join(traceback.TracebackException.from_exception(error, capture_locals=True).format()))
    trace = rich.traceback.Traceback.from_exception(
        type(error), error, error.__traceback__, show_locals=True, locals_max_string=10_000,
        locals_max_length=1000, suppress=(),
    )  # fmt: skip
    rich.console.Console(width=400).print(trace)
    logging.getLogger("somebody").error("it failed", exc_info=error)
    try:
        say(pickle.dumps(error))
    except Exception as problem:  # noqa: BLE001 - pydantic's errors cannot be
        say("not to be pickled:", type(problem).__name__)


def show_object(thing: Any) -> None:
    """An object as programs show it."""
    say(repr(thing), str(thing), format(thing), rich.pretty.pretty_repr(thing))
    if hasattr(thing, "__dict__"):
        say(vars(thing))
    if dataclasses.is_dataclass(thing) and not isinstance(thing, type):
        say(dataclasses.asdict(thing))
    if hasattr(thing, "model_dump"):
        say(thing.model_dump(), thing.model_dump(mode="json"), thing.model_dump_json())


@contextmanager
def environment(changes: dict[str, str | None], key: SecretStr) -> Iterator[None]:
    before = dict(os.environ)
    for name, value in changes.items():
        if value is None:
            os.environ.pop(name, None)
        else:
            os.environ[name] = filled(value, key)
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(before)


def filled(value: Any, key: SecretStr) -> Any:
    """With the key in the place of KEY: made where it is used, so that no variable here holds it."""
    if isinstance(value, dict):
        return {name: filled(inner, key) for name, inner in value.items()}
    if isinstance(value, list):
        return [filled(inner, key) for inner in value]
    return value.replace("KEY", key.get_secret_value()) if isinstance(value, str) else value


def command(arguments: list[str], key: SecretStr) -> None:
    try:
        say("CODE", main(filled(arguments, key)), arguments[:1])
    except Exception as error:  # noqa: BLE001 - whatever it is, it is shown
        show(error)


def as_library(key: SecretStr, options: dict[str, Any], *, bug: bool) -> None:
    real = wire.read
    if bug:
        wire.read = lambda *_: 1 / 0  # type: ignore[assignment]
    try:
        with Summariser(**filled(options, key)) as summariser:
            engine = summariser.engine
            for thing in (summariser, summariser._settings, engine, *vars(engine).values()):
                show_object(thing)
            say(summariser.identity().facts)
            try:
                say(summariser.summarise(Article(TEXT.format("Gamboru", 12))).model_dump_json())
            finally:
                show_object(engine)
    except Exception as error:  # noqa: BLE001 - whatever it is, it is shown
        show(error)
    finally:
        wire.read = real


def settings(key: SecretStr, options: dict[str, Any]) -> None:
    for make in (Settings, Settings.from_environment):
        try:
            show_object(make(**filled(options, key)))
        except Exception as error:  # noqa: BLE001 - whatever it is, it is shown
            show(error)


def run(key: SecretStr, steps: list[dict[str, Any]]) -> None:
    logging.basicConfig(level=logging.DEBUG, stream=sys.stderr, force=True)
    for name in ("asyncio", "MARKDOWN"):
        logging.getLogger(name).setLevel(logging.WARNING)
    for step in steps:
        with environment(step.get("environment", {}), key):
            say("STEP", step["name"])
            sys.stderr.write(f"STEP {step['name']}\n")
            if "command" in step:
                command(step["command"], key)
            if "library" in step:
                as_library(key, step["library"], bug=step.get("bug", False))
            if "settings" in step:
                settings(key, step["settings"])


if __name__ == "__main__":
    secret = SecretStr(sys.stdin.readline().rstrip("\n"))
    run(secret, json.load(sys.stdin))
