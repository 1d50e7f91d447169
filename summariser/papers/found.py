"""What the child found in a paper, and how it is handed over: JSON on a pipe."""

from __future__ import annotations

import re
from dataclasses import asdict, dataclass
from typing import Any, Final, Literal

MOST_CHARACTERS: Final = 2_000_000
"""Of the text: what an article may have."""
_LONGEST_LABEL: Final = 300
_UNFIT: Final = re.compile("[\x00\ud800-\udfff]")

Trouble = Literal["missing", "locked", "empty", "large", "slow", "broken"]


class Refused(Exception):
    """The file cannot be used; the argument is a `Trouble`, which `apart` explains."""


@dataclass(frozen=True, slots=True)
class Found:
    """The text of a paper, and what the paper says of itself.

    Attributes:
        text: Its text; of a mail that has only HTML, none.
        html: The HTML of a mail that has no plain text.
        pages: Where the pages begin in ``text``, the first one at 0; empty for what has no pages.
        title: Its title, or a mail's subject.
        source: Its author, or a mail's sender.
        published: The day that it gives for itself, as YYYY-MM-DD; not yet checked.
        unread: What of it is not in the text, in sentences without a full stop.
    """

    text: str
    html: str | None = None
    pages: tuple[int, ...] = ()
    title: str | None = None
    source: str | None = None
    published: str | None = None
    unread: tuple[str, ...] = ()

    def packed(self) -> dict[str, Any]:
        """As a JSON object."""
        return asdict(self)

    @classmethod
    def unpacked(cls, said: dict[str, Any]) -> Found:
        """From that object."""
        return cls(**{**said, "pages": tuple(said["pages"]), "unread": tuple(said["unread"])})


def clean(text: str) -> str:
    """Text without half characters and NULs, which no article may hold."""
    return _UNFIT.sub("\ufffd", text)


def label(value: object) -> str | None:
    """A title or a name on one line, of bounded length; None where there is nothing in it."""
    text = " ".join(clean(str(value)).split()) if value else ""
    return text[:_LONGEST_LABEL] if any(map(str.isalnum, text)) else None
