"""A paper read in a process of its own, which has limits, no key, and may open nothing.

A file that hangs, devours memory or crashes its reader costs one typed error and no more.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any, Final, get_args

from summariser.engines.child_environment import of_the_engine
from summariser.errors import ArticleTooLong, EmptyArticle, InputError, MissingExtra, NotText
from summariser.papers.found import Found, Trouble
from summariser.papers.kinds import PAPERS, Kind

TIMEOUT: Final = 60.0
"""Seconds for one file, on the clock."""
_LIBRARIES: Final = {"pdf": "pypdfium2", "docx": "python-docx"}
_BOOT: Final = "import sys; sys.path[:] = {path!r}; from summariser.papers.child import main; main({kind!r})"
_SLOW: Final = {-getattr(signal, name) for name in ("SIGXCPU", "SIGKILL") if hasattr(signal, name)}
"""How a process ends that has used up its time: the second where the first was not heeded."""


def read_paper(data: bytes, kind: Kind, name: str) -> Found:
    """The text of a paper.

    Args:
        data: The file.
        kind: What it is.
        name: How messages call it.

    Raises:
        EmptyArticle: There is no text in it: a scan.
        ArticleTooLong: More pages, or more text, than is read.
        NotText: It is damaged, or locked with a password.
        InputError: Reading it takes too long.
        MissingExtra: What reads this kind is not installed.
    """
    said = _said_of(data, kind)
    if "error" in said:
        trouble: Trouble = said["error"] if said["error"] in get_args(Trouble) else "broken"
        raise _explained(trouble, kind, name)
    return Found.unpacked(said)


def _said_of(data: bytes, kind: Kind) -> dict[str, Any]:
    # Where this package lies, and not where somebody happens to work: a "docx.py" may lie there.
    boot = _BOOT.format(path=[*filter(None, sys.path), str(Path(__file__).parents[2])], kind=kind)
    try:
        done = subprocess.run(  # noqa: S603 - our own module, and one of three words
            [sys.executable, "-P", "-c", boot],
            input=data,
            capture_output=True,
            timeout=TIMEOUT,
            check=False,
            env={**of_the_engine(os.environ), "PYTHONUTF8": "1"},
        )
    except subprocess.TimeoutExpired:
        return {"error": "slow"}
    try:
        said: dict[str, Any] = json.loads(done.stdout)
    except ValueError:  # it died over the file
        return {"error": "slow" if done.returncode in _SLOW else "broken"}
    return said


def _explained(trouble: Trouble, kind: Kind, name: str) -> InputError | MissingExtra:
    called = PAPERS[kind]
    match trouble:
        case "missing":
            return MissingExtra(
                f"To read a {called}, {_LIBRARIES.get(kind, 'a library')} is needed, and it is not installed",
                "Run: pip install 'summariser[documents]'",
                extra="documents",
            )
        case "locked":
            return NotText(f"{name} is locked with a password", "Save it without one", name=name)
        case "empty":
            scan = "; it may be a scan" if kind == "pdf" else ""
            return EmptyArticle(
                f"{name}: there is no text in this {called}{scan}",
                "Run text recognition over it, or paste the text" if scan else "Give a file with a text",
                name=name,
            )
        case "large":
            return ArticleTooLong(
                f"{name}: there is too much in this {called}", "Take the article's pages out of it", name=name
            )
        case "slow":
            return InputError(
                f"{name}: reading this {called} takes too long",
                "Copy the article's text out of it",
                name=name,
            )
        case "broken":
            return NotText(
                f"{name} cannot be read as a {called}", "Save it anew, or paste the text", name=name
            )
