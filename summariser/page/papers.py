"""Files that people drop on the page: text and web pages, PDF and Word, as articles.

PDF and Word are read by libraries that were never meant for hostile files, so a process of its own does it,
with limits on time and memory: a file that hangs or devours it costs one error.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path, PurePath
from typing import Final

from summariser.articles import MAX_BYTES, Article, article_from_bytes
from summariser.engines.child_environment import of_the_engine
from summariser.errors import ArticleTooLong, EmptyArticle, InputError, MissingExtra, NotText

TIMEOUT: Final = 60.0
"""Seconds for one file."""
_KINDS: Final = {b"%PDF-": "pdf", b"PK\x03\x04": "docx"}
_LIBRARIES: Final = {"pdf": "pypdf", "docx": "docx"}
_CALLED: Final = {"pdf": "PDF", "docx": "Word document"}
_LONGEST_NAME: Final = 120


def article_of_file(
    data: bytes, *, name: str, published: date | None = None, source: str | None = None
) -> Article:
    """An article from a file of any kind that the page takes.

    Args:
        data: Its bytes; they say what it is, the name does not.
        name: As the browser gives it; only for messages.
        published: Day of publication.
        source: Who published it.

    Raises:
        InputError: It cannot be read, or there is no text in it; says why.
        MissingExtra: What reads this kind is not installed.
    """
    name = plain_name(name)
    kind = next((kind for start, kind in _KINDS.items() if data[:1024].lstrip().startswith(start)), None)
    if kind is None:
        return article_from_bytes(data, name=name, published=published, source=source)
    if len(data) > MAX_BYTES:
        raise ArticleTooLong(
            f"{name} has {len(data) / 1e6:,.0f} MB; the limit is {MAX_BYTES / 1e6:,.0f} MB",
            "Take the article's pages out of it",
        )
    text, title = _read_apart(data, kind, name)
    return Article(text, published=published, source=source, title=title, name=name)


def plain_name(name: str) -> str:
    """The last part of a name, without what could act where it is shown."""
    last = PurePath(name.replace("\\", "/")).name
    return "".join(c if c.isprintable() else " " for c in last)[:_LONGEST_NAME].strip() or "article"


def _read_apart(data: bytes, kind: str, name: str) -> tuple[str, str | None]:
    # The file and not the module: it needs nothing of ours, and so starts at once.
    command = [sys.executable, "-P", str(Path(__file__).with_name("paper_child.py")), kind]
    try:
        done = subprocess.run(  # noqa: S603 - our own module, and one of two words
            command,
            input=data,
            capture_output=True,
            timeout=TIMEOUT,
            check=False,
            env={**of_the_engine(os.environ), "PYTHONUTF8": "1"},
        )
    except subprocess.TimeoutExpired:
        raise InputError(
            f"{name}: reading this {_CALLED[kind]} takes too long", "Copy the article's text out of it"
        ) from None
    try:
        said = json.loads(done.stdout)
    except ValueError:
        said = {"error": "broken"}
    if "error" in said:
        raise _explained(str(said["error"]), kind, name)
    return str(said["text"]), str(said["title"]) if said.get("title") else None


def _explained(what: str, kind: str, name: str) -> InputError | MissingExtra:
    called = _CALLED[kind]
    if what == "missing":
        return MissingExtra(
            f"{called}s need {_LIBRARIES[kind]}, which is not installed",
            "Run: pip install 'summariser[page]'",
            extra="page",
        )
    if what == "locked":
        return NotText(f"{name} is locked with a password", "Save it without one")
    if what == "empty":
        return EmptyArticle(
            f"{name}: there is no text in this {called}; it may be a scan",
            "Run text recognition over it, or paste the text",
        )
    if what == "large":
        return ArticleTooLong(f"{name}: there is too much in this {called}", "Take the article out of it")
    return NotText(f"{name} cannot be read as a {called}", "Save it anew, or paste the text")
