"""Text of an article made safe to show in a terminal.

An article is untrusted: an escape sequence in it could repaint the screen or the window's title, a
bidirectional override could make a number read backwards, and square brackets would be markup to
rich. So article text reaches the page only through `shown`, and only inside `Text` objects, which
rich does not parse. The recorded text keeps every character: this is for the eye alone.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import Final

from rich.text import Text

from summariser.schemas import Evidence

_INVISIBLE: Final = re.compile(
    # Soft hyphen, zero-width space, explicit bidi marks and isolates, invisible operators, byte order
    # mark, interlinear marks, tags. ZWJ and ZWNJ stay: Persian and Hindi words need them.
    "[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e0fff]"
)
_ISOLATE, _END_ISOLATE = "\u2068", "\u2069"


def shown(text: str) -> str:
    """``text`` on one line, without anything that a terminal obeys instead of showing.

    White space becomes single spaces, control characters become visible signs, direction marks go.
    Right-to-left text is set apart by an isolate of ours, or the arrows, figures and tags that stand
    beside it would change places with it.
    """
    line = " ".join(_INVISIBLE.sub("", text).split())
    line = "".join(_visible(c) for c in line)
    if any(unicodedata.bidirectional(c) in {"R", "AL", "AN"} for c in line):
        return f"{_ISOLATE}{line}{_END_ISOLATE}"
    return line


def _visible(char: str) -> str:
    code = ord(char)
    if code < 0x20:
        return chr(0x2400 + code)  # the control pictures: "\x1b" shows as one sign that reads ESC
    if code == 0x7F:
        return "\u2421"
    if 0x80 <= code <= 0x9F or 0xD800 <= code <= 0xDFFF:
        return "\ufffd"
    return char


def quoted(text: str) -> str:
    """``text`` as words of the article, in quotation marks."""
    return f"“{shown(text).strip('“”')}”"


def tag(evidence: Iterable[Evidence], record: str | None = None) -> str:
    """The sentences that prove a value, with its own id before them: ``[F3·S6,S7]``."""
    sentences = ",".join(dict.fromkeys(proof.sentence for proof in evidence))
    return f"[{'·'.join(part for part in (record, sentences) if part)}]"


def line(*parts: str, tags: str = "", style: str = "") -> Text:
    """Parts joined by middle dots, the tag behind them in a quieter tone."""
    text = Text(" · ".join(part for part in parts if part), style=style)
    if tags:
        text.append(f" {tags}", style="not bold dim")
    return text


def counted(number: int, noun: str, plural: str | None = None) -> str:
    """``1 call``, ``2 calls``, ``12,345 tokens``."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"
