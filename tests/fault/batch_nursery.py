"""Runs batches in processes of their own, for the tests to kill.

Started once, it loads the library and then makes each process as a copy of itself, so that one lives within
milliseconds. Reads commands from standard input, a JSON list of arguments a line, and answers each with the
process's id. The process writes one byte to the pipe that the first argument names for everything that it
does to the store or the output, so that whoever kills it can choose the moment by what is happening and
not by the clock: ``<`` before and ``>`` after a result is committed, ``w`` for a line of the output, ``r``
before and ``R`` after the output takes its place.
"""

from __future__ import annotations

import asyncio
import json
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import summariser.terminal_batch  # noqa: F401 - loaded before the copies are made
from summariser.api import Summariser
from summariser.articles import Article
from summariser.batch import outputs
from summariser.cli import main
from summariser.store import Store


def told(pipe: int, before: bytes, after: bytes, function: Callable[..., Any]) -> Callable[..., Any]:
    def wrapped(*arguments: Any, **named: Any) -> Any:
        if before:
            os.write(pipe, before)
        result = function(*arguments, **named)
        if after:
            os.write(pipe, after)
        return result

    return wrapped


def live(pipe: int, log: str, arguments: list[str]) -> int:
    file = os.open(log, os.O_CREAT | os.O_APPEND | os.O_WRONLY, 0o666)
    for number in (1, 2):
        os.dup2(file, number)
    Store.keep = told(pipe, b"<", b">", Store.keep)  # type: ignore[method-assign]
    outputs._Lines.add = told(pipe, b"", b"w", outputs._Lines.add)  # type: ignore[method-assign]
    Path.replace = told(pipe, b"r", b"R", Path.replace)  # type: ignore[method-assign]
    return main(arguments)


def warm_up(script: str, text: str) -> None:
    """Compile and cache what the first article of a process needs, and leave no thread behind."""

    async def once() -> None:
        async with Summariser(model=f"scripted:{script}") as summariser:
            summariser.identity()
            await summariser.asummarise(Article(text))

    asyncio.run(once())


def serve() -> None:
    warm_up(*json.loads(sys.stdin.readline()))
    for line in sys.stdin:
        fifo, log, *arguments = json.loads(line)
        child = os.fork()
        if child == 0:
            code = 70
            try:
                code = live(os.open(fifo, os.O_WRONLY), log, arguments)
            finally:
                os._exit(code)
        print(child, flush=True)
        print(os.waitpid(child, 0)[1], flush=True)


if __name__ == "__main__":
    serve()
