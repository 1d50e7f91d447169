"""The parent's side of the embedded engine's process: start, watch, stop.

Everything that can end ends the child: ``stop``, the interpreter's exit, and, because the child
reads from a pipe that dies with us, a kill that leaves no time for anything.
"""

from __future__ import annotations

import atexit
import collections
import contextlib
import json
import os
import queue
import re
import subprocess
import sys
import threading
import time
import weakref
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import IO, Any

from summariser.engines.child_environment import of_the_engine
from summariser.errors import EngineNotStarted

_CHILD = Path(__file__).with_name("embedded_child.py")
_LOG_LINES = 50
_STOP_SECONDS = 1.5
_POLL_SECONDS = 0.1

_SPINS = "1000"
"""How long llama.cpp's threads wait for each other in a loop before they sleep. With OpenMP's own
default a machine that is busy with anything else generates 1.4 tokens a second where this gives 10;
on an idle machine it costs some percent."""
_STAMPED = re.compile(r"[\d.]+ [EWI] ")

_running: weakref.WeakSet[ServerProcess] = weakref.WeakSet()


class ServerProcess:
    """One run of the child. Not restarted: make another one."""

    def __init__(self, config: Mapping[str, Any], command: list[str] | None = None) -> None:
        """Start the process; it loads the model in its own time.

        Args:
            config: What the child reads: model_path, model, api_key, context_tokens, threads.
            command: In place of the real child, for tests.

        Raises:
            EngineNotStarted: The system does not let us start a process.
        """
        self._log: collections.deque[str] = collections.deque(maxlen=_LOG_LINES)
        self._announced: queue.Queue[str] = queue.Queue()
        self._owner = os.getpid()
        # By path and with -P, so that neither the current folder nor a package's start-up code of the
        # same name takes part. A session of its own keeps a terminal's Ctrl-C away from the start.
        command = command or [sys.executable, "-P", str(_CHILD)]
        try:
            self._process = subprocess.Popen(  # noqa: S603 - our own file
                command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                start_new_session=True,
                env={"GOMP_SPINCOUNT": _SPINS, **of_the_engine(os.environ)},
            )
        except OSError as error:
            raise EngineNotStarted(
                f"The embedded engine's process cannot be started: {error.strerror}",
                "Check the Python installation",
            ) from error
        self._ended_for: str | None = None
        _running.add(self)
        self._log_reader = threading.Thread(target=self._read_log, daemon=True)
        self._log_reader.start()
        threading.Thread(target=self._read_announcement, daemon=True).start()
        with contextlib.suppress(OSError):  # it may have died already; wait_until_ready says so
            self._stdin.write(json.dumps(dict(config)).encode() + b"\n")
            self._stdin.flush()

    def wait_until_ready(self, timeout_seconds: float, check: Callable[[], None] = lambda: None) -> str:
        """The server's address, as soon as the model is loaded.

        Args:
            timeout_seconds: How long that may take.
            check: Called again and again; what it raises ends the wait and the process.

        Raises:
            EngineNotStarted: It died or took too long; with the first complaint of its log.
                ``details["killed"]`` says whether a signal ended it.
        """
        deadline = time.monotonic() + timeout_seconds
        try:
            line: str | None = None
            while line is None and time.monotonic() < deadline:
                check()
                with contextlib.suppress(queue.Empty):
                    line = self._announced.get(timeout=_POLL_SECONDS)
        except BaseException:
            self.stop()
            raise
        if line:
            return str(json.loads(line)["address"])
        if line is None:
            how = f"was not ready within {timeout_seconds:g} s"
        else:  # its output ended without an announcement
            with contextlib.suppress(subprocess.TimeoutExpired):
                self._process.wait(_STOP_SECONDS)
            how = f"ended at its start ({self.ending()})"
        killed = (self._process.poll() or 0) < 0  # before ``stop``, which may kill it as well
        self.stop()
        raise self._not_started(how, killed=killed)

    @property
    def pid(self) -> int:
        """The child's process id."""
        return self._process.pid

    def is_alive(self) -> bool:
        """Whether the child runs and is ours (a forked copy of us has no child)."""
        return self._owner == os.getpid() and self._process.poll() is None

    def is_gone(self, grace_seconds: float) -> bool:
        """Whether the child has ended, or does so within the grace."""
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._process.wait(grace_seconds)
        return not self.is_alive()

    def ending(self) -> str:
        """How the child ended: "signal 11", "exit code 1", "still running", or why we ended it."""
        if self._ended_for is not None:
            return self._ended_for
        code = self._process.poll()
        if code is None:
            return "still running"
        return f"signal {-code}" if code < 0 else f"exit code {code}"

    def last_words(self) -> str:
        """What native code wrote as it gave up, or nothing.

        llama.cpp's log lines start with a time; an assertion that ends the process does not.
        """
        # The child has ended; what it wrote last may still be on its way through the pipe.
        self._log_reader.join(_STOP_SECONDS)
        last = self._log[-1] if self._log else ""
        return "" if _STAMPED.match(last) else last

    def kill(self, why: str) -> None:
        """End the child without asking it: one that hangs would not hear.

        Args:
            why: What `ending` says from then on.
        """
        if self._owner != os.getpid():
            return
        self._ended_for = why
        self._process.kill()
        self.stop()

    def stop(self) -> None:
        """End the child: ask by closing its input, then insist."""
        if self._owner != os.getpid():
            return
        _running.discard(self)
        with contextlib.suppress(OSError):
            self._stdin.close()
        for insist in (self._process.terminate, self._process.kill, lambda: None):
            try:
                self._process.wait(_STOP_SECONDS)
                break
            except subprocess.TimeoutExpired:
                insist()

    @property
    def _stdin(self) -> IO[bytes]:
        assert self._process.stdin is not None
        return self._process.stdin

    def _not_started(self, how: str, *, killed: bool) -> EngineNotStarted:
        last = self.last_words()
        # The first complaint says what is wrong, the later ones what follows from it.
        line = next((_STAMPED.sub("", line) for line in self._log if _STAMPED.match(line)), last)
        return EngineNotStarted(
            f"The embedded engine {how}" + (f": {line}" if line else ""),
            "Check the model's file and the free memory",
            log=list(self._log),
            killed=killed,
        )

    def _read_log(self) -> None:
        assert self._process.stderr is not None
        with contextlib.suppress(ValueError, OSError), self._process.stderr as stream:
            for line in stream:
                text = line.decode(errors="replace").strip()
                if text:
                    self._log.append(text[:500])

    def _read_announcement(self) -> None:
        assert self._process.stdout is not None
        with contextlib.suppress(ValueError, OSError), self._process.stdout as stream:
            self._announced.put(stream.readline().decode(errors="replace").strip())


@atexit.register
def _stop_all() -> None:
    for process in list(_running):
        process.stop()
