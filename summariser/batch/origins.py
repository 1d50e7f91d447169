"""When and by whom articles were published, where neither a column nor the article itself says so.

What is said of one article wins over what is said of all: a table's columns and a file's name over a web
page's own markup and the metadata of a PDF, a Word file or a mail, and that over `Origins.published` and
`Origins.source`. A file's name is only read where the caller gives the pattern: the day in it is as often
that of the download, and a wrong day of publication silently moves every "on Sunday" of the article.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Final

from summariser.articles import Article, parse_date
from summariser.errors import BadName, ConfigurationError
from summariser.files import printable

_ADVICE: Final = "Write it with {published}, {source} and *, as in '{published}_{source}_*'"
_PARTS: Final = {
    "{published}": "(?P<published>[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{8})",
    "{source}": "(?P<source>[^/]+?)",
    "*": "[^/]*?",
}


@dataclass(frozen=True)
class Origins:
    """What is known of the origin of articles that do not tell it.

    Args:
        published: Their day of publication.
        source: Who published them.
        file_names: How the names of texts tell it: ``{published}`` is a day (2024-03-05 or 20240305),
            ``{source}`` the shortest text that fits, ``*`` anything. The ending does not count; with a ``/``
            the folder's name counts as well, as in ``{source}/{published}*``.

    Raises:
        ConfigurationError: A pattern that is not one.
    """

    published: date | None = None
    source: str | None = None
    file_names: str | None = None

    def __post_init__(self) -> None:
        if self.file_names is not None:
            _ = self._pattern  # a wrong one is told before any work is done

    def of_file(self, path: Path) -> tuple[date | None, str | None]:
        """The day and the source that a file's name tells; None where no pattern was given.

        Raises:
            BadName: The name does not fit the pattern.
            BadDate: There is no such day, or it lies in the future.
        """
        if self.file_names is None:
            return None, None
        parts = path.with_suffix("").parts[-self.file_names.count("/") - 1 :]
        found = self._pattern.fullmatch("/".join(parts))
        if found is None:
            raise BadName(
                f"The name of {printable(path)} does not fit the pattern {self.file_names}",
                "Rename the file, or change the pattern (--file-names)",
                path=printable(path),
            )
        told = found.groupdict()
        day = told.get("published")
        if day is not None and "-" not in day:
            day = f"{day[:4]}-{day[4:6]}-{day[6:]}"
        return None if day is None else parse_date(day), told.get("source")

    def fill(self, article: Article) -> Article:
        """The article, with what it does not tell itself."""
        missing = (article.published is None and self.published) or (article.source is None and self.source)
        if not missing:
            return article
        return replace(
            article, published=article.published or self.published, source=article.source or self.source
        )

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        pattern = self.file_names or ""
        pieces = re.split(r"(\{[^{}]*\}|\*)", pattern)
        for piece in pieces:
            if piece not in _PARTS and set(piece) & set("{}"):
                raise ConfigurationError(f"{piece} in the pattern {pattern!r} means nothing", _ADVICE)
        named = [piece for piece in pieces if piece in _PARTS and piece != "*"]
        if not named or len(named) != len(set(named)):
            times = "twice" if named else "not"
            raise ConfigurationError(
                f"{named[0] if named else '{published} or {source}'} is {times} in the pattern {pattern!r}",
                _ADVICE,
            )
        return re.compile("".join(_PARTS.get(piece, re.escape(piece)) for piece in pieces))
