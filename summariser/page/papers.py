"""Files that people drop on the page, as articles."""

from __future__ import annotations

from datetime import date
from pathlib import PurePath
from typing import Final

from summariser.articles import Article, article_from_bytes

_LONGEST_NAME: Final = 120


def article_of_file(
    data: bytes, *, name: str, published: date | None = None, source: str | None = None
) -> Article:
    """An article from a file of any kind that is read.

    Args:
        data: Its bytes; they say what it is, the name does not.
        name: As the browser gives it; only for messages.
        published: Day of publication; else what the file says of itself.
        source: Who published it; likewise.

    Raises:
        InputError: It cannot be read, or there is no text in it; says why.
        MissingExtra: What reads this kind is not installed.
    """
    return article_from_bytes(data, name=plain_name(name), published=published, source=source)


def plain_name(name: str) -> str:
    """The last part of a name, without what could act where it is shown."""
    last = PurePath(name.replace("\\", "/")).name
    return "".join(c if c.isprintable() else " " for c in last)[:_LONGEST_NAME].strip() or "article"
