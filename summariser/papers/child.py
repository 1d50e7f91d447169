"""The process that reads one paper: its bytes on standard input, JSON on standard output."""

from __future__ import annotations

import codecs
import contextlib
import importlib
import json
import logging
import sys
from typing import Any, Final, Protocol, cast

from summariser.papers.found import MOST_CHARACTERS, Found, Refused

_MEMORY: Final = 2_000_000_000
"""Bytes of address space."""
_SECONDS: Final = 50
"""Of the processor."""
_READERS: Final = {
    "pdf": "summariser.papers.pdf",
    "docx": "summariser.papers.word",
    "eml": "summariser.papers.mail",
}


class _Reader(Protocol):
    def read(self, data: bytes) -> Found: ...


def main(kind: str) -> None:
    """Read, and say what was found or what is wrong."""
    logging.disable(logging.CRITICAL)
    data = sys.stdin.buffer.read()
    sys.stdout.write(json.dumps(_said(kind, data)))


def _said(kind: str, data: bytes) -> dict[str, Any]:
    try:
        reader = cast(_Reader, importlib.import_module(_READERS[kind]))
        limit(kind)
        found = reader.read(data)
        if not any(c.isalnum() for c in found.html or found.text):
            return {"error": "empty"}
        if len(found.html or found.text) > MOST_CHARACTERS:
            return {"error": "large"}
        return found.packed()
    except Refused as refused:
        return {"error": str(refused)}
    except ImportError:
        return {"error": "missing"}
    except (MemoryError, RecursionError):
        return {"error": "large"}
    except Exception:  # noqa: BLE001 - the libraries raise whatever a broken file brings out
        return {"error": "broken"}


def limit(kind: str) -> None:
    """Bound this process: its time and memory, and what it may do beside reading what it was given.

    Called when the reader is loaded. pdfium, which is no Python, gets no file and no connection from the
    system from here on; Python code may still load modules, but neither write, connect nor start anything.
    Where the platform has no such limits (Windows), the parent's clock and the second rule hold.
    """
    sys.addaudithook(_refuse)
    try:
        import resource  # noqa: PLC0415 - not on every platform
    except ImportError:
        return
    limits = [
        (resource.RLIMIT_AS, _MEMORY),
        (resource.RLIMIT_CPU, _SECONDS),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ]
    if kind == "pdf":
        codecs.lookup("utf-16-le")  # loaded when it is first needed, by opening a file
        limits.append((resource.RLIMIT_NOFILE, 0))
    for which, most in limits:
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(which, (most, most))


def _refuse(event: str, arguments: tuple[object, ...]) -> None:
    writes = event == "open" and (set(str(arguments[1] or "r")) & set("wax+"))
    if writes or event.startswith(("socket.", "subprocess.", "os.exec", "os.fork", "os.system", "os.remove")):
        raise PermissionError(event)
