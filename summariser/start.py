"""Where the program begins: before anything else is loaded, Ctrl-C is made to end it without a traceback."""

from __future__ import annotations

import os
import signal
from types import FrameType
from typing import Final

_INTERRUPTED: Final = 130


def main() -> int:
    """Load the command line and run it.

    Returns:
        The exit code.
    """
    before = signal.getsignal(signal.SIGINT)
    if before is not signal.SIG_IGN:
        # An exception would pass through the libraries that are being loaded, and some take it for a fault
        # of their own. Nothing has begun that would have to be ended.
        signal.signal(signal.SIGINT, _leave)
    from summariser.cli import main as run  # noqa: PLC0415 - loaded under that handler

    try:
        signal.signal(signal.SIGINT, before)
        return run()
    except KeyboardInterrupt:  # between the two lines
        return _INTERRUPTED


def _leave(_number: int, _frame: FrameType | None) -> None:
    os._exit(_INTERRUPTED)
