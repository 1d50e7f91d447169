"""Runs batches in processes of their own, for the tests to kill.

Started once, it loads the library and then makes each process as a copy of itself, so that one lives within
milliseconds. Reads commands from standard input, one a line in JSON, and answers each with the process's id
and then with its status. The process writes one byte to the pipe that it is given for everything that it
does to the store or the output, so that whoever kills it can choose the moment by what is happening and
not by the clock: ``<`` before and ``>`` after a result is committed, ``w`` for a line of the output, ``r``
before and ``R`` after the output takes its place, ``c`` after something was told on standard error, ``h``
where the model holds its answer back.
"""

from __future__ import annotations

import asyncio
import ctypes
import fcntl
import json
import os
import resource
import signal
import struct
import sys
import termios
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openai  # noqa: F401 - loaded before the copies are made

import summariser.terminal_batch  # noqa: F401 - the same
from summariser import cli_batch
from summariser.api import Summariser
from summariser.articles import Article
from summariser.batch import outputs
from summariser.cli import main
from summariser.engines.scripted import ScriptedEngine
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


def live(
    fifo: str,
    log: str,
    arguments: list[str],
    *,
    terminal: str | None = None,
    pause_after: int | None = None,
    go: str = "",
    largest_file: int | None = None,
    obeys: bool = False,
) -> int:
    """Run a batch to its end.

    Args:
        fifo: The pipe for the events.
        log: Where the batch's standard error goes.
        arguments: The command line.
        terminal: A terminal that is to be its own, in place of the log.
        pause_after: After so many answers the model gives no other until the file ``go`` is there.
        go: That file.
        largest_file: No file may have more bytes, as if the disk were full then.
        obeys: It has to heed the rights of files also where it runs as root.
    """
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):  # the tests' runner may have ignored some
        signal.signal(number, signal.SIG_DFL)
    signal.signal(signal.SIGINT, signal.default_int_handler)
    pipe = os.open(fifo, os.O_WRONLY)
    if terminal is not None:
        os.setsid()
        file = os.open(terminal, os.O_RDWR)
        fcntl.ioctl(file, termios.TIOCSCTTY, 0)
    else:
        file = os.open(log, os.O_CREAT | os.O_APPEND | os.O_WRONLY, 0o666)
    for number in (1, 2):
        os.dup2(file, number)
    os.close(file)
    # New ones: those that there are know of what stood there before whether it can be sought in.
    sys.stdout, sys.stderr = (os.fdopen(number, "w", closefd=False) for number in (1, 2))
    if largest_file is not None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (largest_file, largest_file))
    if obeys and os.geteuid() == 0:
        renounce()
    Store.keep = told(pipe, b"<", b">", Store.keep)  # type: ignore[method-assign]
    outputs._Lines.add = told(pipe, b"", b"w", outputs._Lines.add)  # type: ignore[method-assign]
    Path.replace = told(pipe, b"r", b"R", Path.replace)  # type: ignore[method-assign]
    cli_batch.complain = told(pipe, b"", b"c", cli_batch.complain)
    if pause_after is not None:
        ScriptedEngine.ask = pausing(pipe, ScriptedEngine.ask, pause_after, go)  # type: ignore[method-assign]
    return main(arguments)


def pausing(pipe: int, ask: Callable[..., Any], after: int, go: str) -> Callable[..., Any]:
    left = iter(range(after))

    async def wrapped(*arguments: Any) -> Any:
        if next(left, None) is None:
            os.write(pipe, b"h")
            await asyncio.to_thread(wait_for, Path(go))
        return await ask(*arguments)

    return wrapped


def wait_for(file: Path) -> None:
    while not file.is_file():
        time.sleep(0.02)


def renounce() -> None:
    """Give up root's right to write where the rights of a folder say no."""
    header = struct.pack("=Ii", 0x20080522, 0)  # version 3 of capset, this process
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.capset(header, bytes(24)):
        raise OSError(ctypes.get_errno(), "capset")


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
        conditions = json.loads(line)
        child = os.fork()
        if child == 0:
            code = 70
            try:
                code = live(**conditions)
            finally:
                os._exit(code)
        print(child, flush=True)
        print(os.waitpid(child, 0)[1], flush=True)


if __name__ == "__main__":
    serve()
