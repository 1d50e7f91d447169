"""What the library logs: events with fields, through the standard library's `logging`.

Quiet unless the program that uses us asks: the logger ``summariser`` has a handler that does nothing, and
nothing here touches another logger. A record is an event (``article.done``) with typed fields; both stand in
its text and, for programs, as attributes of the record (``record.event``, ``record.tokens_in``).

No event has a field for text of an article, of a prompt or of an answer, nor for a key, at any level. What
comes from outside (names of files and models, ids, words of a server) can still hold anything: `clean` makes
it one short line, so that nobody can forge a line of a log.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path
from typing import Final

Field = str | int | float | bool | None
"""What a field of an event may be; None means that it is not there."""

_MOST_TEXT: Final = 200
_USER: Final = re.compile(r"//[^/@\s]*@")
"""User and password in a URL."""
_PLAIN: Final = re.compile(r"[^\s\"=\\]+")

_bound: ContextVar[Mapping[str, Field]] = ContextVar("summariser_log_fields", default={})  # noqa: B039 - never changed in place


def tell(log: logging.Logger, level: int, event: str, **fields: Field) -> None:
    """Log an event.

    Args:
        log: The module's logger.
        level: Of `logging`: INFO for what is done, DEBUG for how.
        event: What happened: ``article.done``.
        **fields: Its facts. Seconds are rounded to milliseconds; text goes through `clean`.
    """
    if not log.isEnabledFor(level):
        return
    given = {name: value for name, value in {**_bound.get(), **fields}.items() if value is not None}
    text = " ".join([event, *(f"{name}={_word(value)}" for name, value in given.items())])
    facts = {name: _tidy(value) for name, value in given.items()}
    # Without arguments logging takes the text as it is: a "%" in it is no format.
    log.log(level, text, extra={"event": event, **facts}, stacklevel=2)


@contextmanager
def bound(**fields: Field) -> Iterator[None]:
    """Add fields to every event of the block, also of the tasks and threads that it begins."""
    token = _bound.set({**_bound.get(), **fields})
    try:
        yield
    finally:
        _bound.reset(token)


def bound_field(name: str) -> Field:
    """A field that `bound` has added; None where it has not."""
    return _bound.get().get(name)


def bound_fields() -> Mapping[str, Field]:
    """All fields that `bound` has added."""
    return _bound.get()


def place_of(error: BaseException) -> str | None:
    """File and line that raised an error, which say where to look; its message can quote the article."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    return None if trace is None else f"{Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}"


def clean(text: str) -> str:
    r"""Text from outside on one line, 200 characters at most: ``\n`` and what a terminal obeys as escapes."""
    return _escaped(_short(text))


def _short(text: str) -> str:
    text = _USER.sub("//***@", text)
    return text if len(text) <= _MOST_TEXT else f"{text[:_MOST_TEXT]}…"


def _escaped(text: str) -> str:
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode("ascii") for c in text)


def _tidy(value: Field) -> Field:
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, float):
        return round(value, 3)
    return value


def _word(value: Field) -> str:
    """A value in a line of text: in quotes where it would not end by itself."""
    if isinstance(value, bool):
        return str(value).lower()
    if not isinstance(value, str):
        return str(_tidy(value))
    text = _short(value)
    if _PLAIN.fullmatch(text) and text.isprintable():
        return text
    return '"' + _escaped(text.replace("\\", "\\\\").replace('"', '\\"')) + '"'
