"""A file that grows part by part and survives being cut off in the middle.

Beside the data lies a small journal: how many parts are in, and how many bytes that makes. What
was written after the last entry is cut away when the work goes on, so a part is in or it is not.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import IO

from summariser.files import replacing

_BLOCK = 1 << 20


class PartialFile:
    """The parts so far of ``path``."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._journal = path.with_name(path.name + ".json")
        self.parts, self.size = self._read_journal()

    def append(self, source: IO[bytes], wrote: Callable[[int], None], limit: int) -> None:
        """Append one part, and only then count it.

        Args:
            source: The part's bytes.
            wrote: Called with the file's size after each block.
            limit: What the whole file may not exceed.

        Raises:
            ValueError: The part would make the file longer than ``limit``.
        """
        with self.path.open("r+b" if self.path.exists() else "w+b") as file:
            file.truncate(self.size)
            size = file.seek(self.size)
            while block := source.read(_BLOCK):
                size += len(block)
                if size > limit:
                    raise ValueError("the parts are larger than the whole")
                file.write(block)
                wrote(size)
            file.flush()
            os.fsync(file.fileno())
        self._write_journal(self.parts + 1, size)

    def discard(self) -> None:
        """Forget everything."""
        self.path.unlink(missing_ok=True)
        self._journal.unlink(missing_ok=True)
        self.parts = self.size = 0

    def move_to(self, target: Path) -> None:
        """Give the finished file its name, at once or not at all."""
        self.path.replace(target)
        self._journal.unlink(missing_ok=True)

    def _read_journal(self) -> tuple[int, int]:
        with contextlib.suppress(OSError, ValueError, KeyError, TypeError):
            entry = json.loads(self._journal.read_text())
            parts, size = int(entry["parts"]), int(entry["size"])
            if 0 <= size <= self.path.stat().st_size:
                return parts, size
        return 0, 0

    def _write_journal(self, parts: int, size: int) -> None:
        beside = self._journal.with_name(self._journal.name + ".new")
        with replacing(self._journal, beside) as file:
            file.write(json.dumps({"parts": parts, "size": size}).encode())
        self.parts, self.size = parts, size


def free_bytes(folder: Path) -> int:
    """Room on the folder's disk for this user."""
    return shutil.disk_usage(folder).free
