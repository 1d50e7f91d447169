"""The log on standard error: lines to read, or JSON for programs; above a live line where there is one."""

from __future__ import annotations

import json
import logging
from datetime import UTC, datetime
from typing import Final, Literal

from rich.console import Console
from rich.text import Text

from summariser.logs import clean

LogFormat = Literal["text", "json"]

_OURS: Final = logging.getLogger("summariser")
_BARE: Final = frozenset(vars(logging.makeLogRecord({}))) | {"message", "asctime"}
"""Attributes that every record has: the others are an event's fields."""


class TextLines(logging.Formatter):
    """``2026-11-30T09:02:19.123Z INFO pipeline article.done article=3f2a… events=2``."""

    def format(self, record: logging.LogRecord) -> str:
        """One line."""
        name = record.name.removeprefix("summariser.")
        return f"{_when(record)} {record.levelname} {name} {_text(record)}"


class JsonLines(logging.Formatter):
    """One JSON object a line: ``time``, ``level``, ``logger``, ``event``, and the event's fields."""

    def format(self, record: logging.LogRecord) -> str:
        """One line."""
        facts = {name: value for name, value in vars(record).items() if name not in _BARE}
        event = facts.pop("event", None)
        if event is None:
            event, facts = "message", {"text": clean(record.getMessage())}
        head = {"time": _when(record), "level": record.levelname.lower(), "logger": record.name}
        return json.dumps({**head, "event": event, **facts}, ensure_ascii=False)


class _Handler(logging.Handler):
    def __init__(self, console: Console, *, as_json: bool) -> None:
        super().__init__()
        self.setFormatter(JsonLines() if as_json else TextLines())
        self.as_json = as_json
        self._console = console

    def emit(self, record: logging.LogRecord) -> None:
        try:
            line = self.format(record)
            if self._console.is_terminal:
                self._console.print(Text(line), soft_wrap=True)  # above the live line, if there is one
            else:
                self._console.file.write(f"{line}\n")
                self._console.file.flush()
        except Exception:  # noqa: BLE001 - as logging's own handlers: a log ends no program
            self.handleError(record)


def start_log(console: Console, level: int, form: LogFormat) -> None:
    """Show what is logged from here on.

    Args:
        console: Where to; standard error. On a terminal it must be the one that live lines are drawn on.
        level: Of `logging`.
        form: Lines to read, or JSON Lines.
    """
    end_log()
    _OURS.addHandler(_Handler(console, as_json=form == "json"))
    _OURS.setLevel(level)


def end_log() -> None:
    """Show nothing any more."""
    for handler in [h for h in _OURS.handlers if isinstance(h, _Handler)]:
        _OURS.removeHandler(handler)
        _OURS.setLevel(logging.NOTSET)


def speaks_json() -> bool:
    """Whether standard error is for programs: then nothing but JSON Lines may appear there."""
    return any(isinstance(h, _Handler) and h.as_json for h in _OURS.handlers)


def say(text: str) -> None:
    """A message for the user, as an event of the log."""
    record = _OURS.makeRecord(_OURS.name, logging.WARNING, "", 0, clean(text), (), None)
    record.event, record.text = "message", clean(text)
    for handler in _OURS.handlers:
        if isinstance(handler, _Handler):
            handler.handle(record)


def _when(record: logging.LogRecord) -> str:
    moment = datetime.fromtimestamp(record.created, UTC)
    return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _text(record: logging.LogRecord) -> str:
    text = record.getMessage()
    return text if hasattr(record, "event") else clean(text)
