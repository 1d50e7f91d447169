"""Taking a key out of other people's text, in whatever form it comes back.

Servers repeat what they were sent: whole, cut short, quoted for a URL, escaped for JSON, in Base64. What
they say ends up in errors, logs, stores and recordings, so it is cleaned where it comes in.
"""

from __future__ import annotations

import base64
import json
import logging
import threading
import urllib.parse
import weakref
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from pydantic import SecretStr

_RUN: Final = 12
"""So many characters in a row that are in a key's form are taken for a piece of it. Shorter ones stay: an
answer's own words must not be blanked, and "sk-proj-" tells nobody anything."""
_HALF: Final = 6
_SHORTEST: Final = 6
"""A shorter key is a placeholder ("none"), and would blank ordinary words."""
_GONE: Final = "***"


@dataclass(frozen=True, eq=False)
class Redactor:
    """Cleans text of some secrets.

    Attributes:
        secrets: What must not be seen. Held as they came: what is made from them is made for each text anew,
            so that no object holds a key in the clear.
    """

    secrets: tuple[SecretStr, ...] = ()

    def clean(self, text: str) -> str:
        """The text with every piece of a secret replaced by ``***``."""
        for secret in self.secrets:
            text = _without(text, secret)
        return text


def _without(text: str, secret: SecretStr) -> str:
    key = secret.get_secret_value()
    if len(key) < _SHORTEST or not text:
        return text
    if len(key) < _RUN:
        for form in _forms(key):
            text = text.replace(form, _GONE)
        return text
    # A run of 12 holds one of the blocks of 6 that begin at each sixth character: most texts have none.
    blocks = {form[at : at + _HALF] for form in _forms(key) for at in range(len(form) - _HALF + 1)}
    if not any(text[at : at + _HALF] in blocks for at in range(0, len(text), _HALF)):
        return text
    pieces = {form[at : at + _RUN] for form in _forms(key) for at in range(len(form) - _RUN + 1)}
    kept: list[str] = []
    end = 0
    for at in range(len(text) - _RUN + 1):
        if text[at : at + _RUN] not in pieces:
            continue
        if at > end or not kept:
            kept += [text[end:at], _GONE]
        end = max(end, at + _RUN)
    return "".join(kept) + text[end:]


def _forms(key: str) -> Iterator[str]:
    """The key in the ways in which it may stand in a text."""
    yield key
    yield urllib.parse.quote(key, safe="")
    yield json.dumps(key)[1:-1]
    yield key.encode().hex()
    # In Base64 a text looks in one of three ways, after how many bytes stand before it. What mixes with its
    # neighbours, at the ends, is left out.
    for before in range(3):
        encoded = base64.b64encode(b"\0" * before + key.encode()).decode().rstrip("=")
        form = encoded[4 if before else 0 : -1]
        yield form
        yield form.replace("+", "-").replace("/", "_")


# --- logs of the libraries below us ------------------------------------------------------------

_LOGGERS: Final = (
    "openai._base_client", "httpx2", "httpcore2.connection", "httpcore2.http11", "httpcore2.http2",
    "httpcore2.proxy", "httpcore2.socks",
)  # fmt: skip
"""Those that log, at their finest, what a server answered: its headers and addresses."""


class _Filter(logging.Filter):
    """Cleans records of the secrets of every engine that there is."""

    def __init__(self) -> None:
        super().__init__()
        self.lock = threading.Lock()
        self.redactors: weakref.WeakSet[Redactor] = weakref.WeakSet()

    def filter(self, record: logging.LogRecord) -> bool:
        with self.lock:
            redactors = list(self.redactors)
        for redactor in redactors:
            message = record.getMessage()
            cleaned = redactor.clean(message)
            if cleaned != message:
                record.msg, record.args = cleaned, ()
            if record.exc_info:
                # As text from here on: a handler that shows the frames' values would show what was sent.
                record.exc_text = logging.Formatter().formatException(record.exc_info)
                record.exc_info = None
            if record.exc_text:
                record.exc_text = redactor.clean(record.exc_text)
        return True


_filter = _Filter()


def keep_from_logs(redactor: Redactor) -> None:
    """Clean what the HTTP libraries log of the redactor's secrets, for as long as the redactor lives."""
    with _filter.lock:
        _filter.redactors.add(redactor)
    for name in _LOGGERS:
        logging.getLogger(name).addFilter(_filter)  # adding it twice changes nothing
