"""One process at a time: a lock on a file that the operating system gives back when its holder dies."""

from __future__ import annotations

import contextlib
import errno
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO

_POLL_SECONDS = 0.2


@contextlib.contextmanager
def exclusive(path: Path, waiting: Callable[[], None] = lambda: None) -> Iterator[IO[bytes]]:
    """Hold the lock on ``path`` inside the block; other processes and threads wait.

    The file itself stays behind: deleting it would let a third process lock a new one while a
    second still waits for the old. No process id is stored, so there is nothing to go stale.

    Args:
        path: The lock file; created if need be.
        waiting: Called again and again while somebody else holds it; may raise to give up.

    Yields:
        The open file, whose lock is held.
    """
    with path.open("a+b") as file:
        while not _try_lock(file):
            waiting()
            time.sleep(_POLL_SECONDS)
        try:
            yield file
        finally:
            _unlock(file)


if sys.platform == "win32":
    import msvcrt

    def _try_lock(file: IO[bytes]) -> bool:
        try:
            file.seek(0)
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

    def _unlock(file: IO[bytes]) -> None:
        file.seek(0)
        msvcrt.locking(file.fileno(), msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def _try_lock(file: IO[bytes]) -> bool:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError as error:
            # Some network file systems have no locks; then two downloads at once are possible, and
            # harmless but for the waste: the result is checked and moved into place as a whole.
            if error.errno in {errno.ENOLCK, errno.ENOTSUP, errno.ENOSYS}:
                return True
            raise
        return True

    def _unlock(file: IO[bytes]) -> None:
        with contextlib.suppress(OSError):
            fcntl.flock(file, fcntl.LOCK_UN)
