"""The first moments of the program: Ctrl-C while it is still being loaded."""

from __future__ import annotations

import signal
import subprocess
import sys

import pytest

LOADING = """
import os, signal, sys
from summariser import start

class Interrupt:
    def find_spec(self, name, *_):
        if name == "summariser.cli":
            os.kill(os.getpid(), signal.SIGINT)

signal.signal(signal.SIGINT, getattr(signal, sys.argv.pop(1)))
sys.meta_path.insert(0, Interrupt())
sys.exit(start.main())
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows sends no such signal to a process alone")
@pytest.mark.parametrize(("handler", "code"), [("default_int_handler", 130), ("SIG_IGN", 0)])
def test_ctrl_c_while_it_is_being_loaded(handler: str, code: int) -> None:
    command = [sys.executable, "-c", LOADING, handler, "--version"]
    ended = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (ended.returncode, ended.stderr) == (code, "")
    assert signal.getsignal(signal.SIGINT)  # ours is untouched
