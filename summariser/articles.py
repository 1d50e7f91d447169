"""The article: its text, letter for letter, and what the caller knows about it.

Every offset in a summary counts in ``Article.text``, so the text is decoded once and never rewritten
after: no line ends unified, no quotes straightened, no white space trimmed.
"""

from __future__ import annotations

import bisect
import hashlib
import os
import re
import sys
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from typing import BinaryIO, Final, Literal

from summariser.decoding import decode
from summariser.errors import ArticleTooLong, BadDate, EmptyArticle, InputError, NotText, UnreadableSource
from summariser.papers.apart import read_paper
from summariser.papers.kinds import Kind, kind_of
from summariser.schemas.results import Origin
from summariser.web_pages import looks_like_html, read_page

Told = Literal["published", "source", "title"]
"""What a file may say of the article in it."""
TOLD: Final[tuple[Told, ...]] = ("published", "source", "title")

MAX_CHARACTERS: Final = 2_000_000
MAX_BYTES: Final = 20_000_000
STDIN: Final = "-"

_SPLIT: Final = "Split it into single articles"
_SHARE_OF_CONTROLS: Final = 0.1
_DATE: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)
_ORIGINS: Final[dict[Kind, Origin]] = {
    "pdf": "pdf_metadata",
    "docx": "docx_properties",
    "eml": "mail_header",
}
_FIRST_YEAR: Final = 1990
"""No file of these kinds is older: an earlier day is a clock that was never set."""
_DATE_ADVICE: Final = "Write it as YYYY-MM-DD, for example 2019-03-12"


@dataclass(frozen=True, slots=True)
class Article:
    """A news or situation article.

    Args:
        text: The text. It is never changed: offsets in a summary count in it, in code points.
        published: Day of publication; without it relative dates ("on Sunday") stay open.
        source: Who published it, for the record.
        title: Its title, for the record. It is not read: what stands only here is in no summary.
        name: How messages call it, usually the file's name.
        pages: Where the pages of a PDF begin in the text, the first one at 0; empty for what has no pages.
        unread: What of its file is not in the text (a scanned page, an attachment), in sentences.
        origins: Who says when it was published, by whom, and its title, where that is the file and not the
            caller: pairs of the field and who says so.

    Raises:
        InputError: Pages that do not lie in the text one behind the other.
        EmptyArticle: Nothing in the text can be read.
        NotText: NUL or many control characters, or lone surrogates.
        ArticleTooLong: More than ``MAX_CHARACTERS``.
        BadDate: ``published`` is not a plain date, or lies after tomorrow in UTC.
    """

    text: str
    published: date | None = None
    source: str | None = None
    title: str | None = None
    name: str | None = None
    pages: tuple[int, ...] = ()
    unread: tuple[str, ...] = ()
    origins: tuple[tuple[Told, Origin], ...] = ()

    def __post_init__(self) -> None:
        called = self.name or "The article"
        if not isinstance(self.text, str):
            raise NotText(
                f"{called} is {type(self.text).__name__}, not str", "Use article_from_bytes for bytes"
            )
        if len(self.text) > MAX_CHARACTERS:
            raise ArticleTooLong(
                f"{called} has {len(self.text):,} characters; the limit is {MAX_CHARACTERS:,}",
                _SPLIT,
                characters=len(self.text),
                limit=MAX_CHARACTERS,
            )
        _check_text(self.text, called)
        _check_published(self.published)
        for field in ("source", "title", "name"):
            _check_label(field, getattr(self, field))
        if self.pages and (
            self.pages[0] != 0 or any(a > b for a, b in pairwise((*self.pages, len(self.text))))
        ):
            raise InputError(f"{called} has pages that do not lie in its text", "Give where each page begins")

    def place_on_page(self, offset: int) -> tuple[int, int] | None:
        """The page on which a character of the text stands, from 1, and how far behind the page's start.

        None where there are no pages.
        """
        if not self.pages:
            return None
        # Of several that begin at one place only the last has any text.
        page = bisect.bisect_right(self.pages, offset)
        return page, offset - self.pages[page - 1]

    def origin_of(self, field: Told) -> Origin | None:
        """Who says when it was published, by whom, or its title; None where nobody does."""
        if getattr(self, field) is None:
            return None
        return dict(self.origins).get(field, "caller")

    @property
    def sha256(self) -> str:
        """SHA-256 of the text in UTF-8, in hexadecimal."""
        return hashlib.sha256(self.text.encode("utf-8")).hexdigest()


def load_article(
    path: Path | str,
    *,
    published: date | None = None,
    source: str | None = None,
    stdin: BinaryIO | None = None,
) -> Article:
    """Read an article from a file, or from standard input where ``path`` is ``"-"``.

    Args:
        path: A text, a web page, a PDF, a Word file or a mail; what it is tells its content, not its name.
        published: Day of publication; what the file says of itself is taken where this is None.
        source: Who published it; likewise.
        stdin: Read in place of the process's standard input.

    Raises:
        UnreadableSource: It does not exist, is a directory, or may not be read.
        ArticleTooLong: More than ``MAX_BYTES``; found without reading the whole.
        InputError: Any other class under it, as `article_from_bytes` says.
    """
    if path == STDIN:
        name = "standard input"
        data = _read_at_most(stdin or sys.stdin.buffer, name)
    else:
        name = os.fspath(path).encode("utf-8", "replace").decode("utf-8")
        data = _read_file(Path(path), name)
    return article_from_bytes(data, name=name, published=published, source=source)


def article_from_bytes(
    data: bytes, *, name: str, published: date | None = None, source: str | None = None
) -> Article:
    """An article from the bytes of a file: a text, a web page, a PDF, a Word file (.docx) or a mail (.eml).

    What the file says of itself is only taken where the caller says nothing; `Article.origins` tells of it.

    Args:
        data: Its beginning tells what it is. Texts are in UTF-8, in UTF-16 or UTF-32 with a byte order mark,
            or in Windows-1252 or -1256 where that is plain.
        name: How messages call it.
        published: Day of publication; what the file says of itself is taken where this is None.
        source: Who published it; likewise.

    Raises:
        EmptyArticle: No text (a scan has none), or an HTML page without an article in it.
        NotText: Another format, one that is damaged or locked, or an encoding that cannot be told.
        MissingExtra: PDF or Word, and the extra "documents" is not installed.
        InputError: Reading it takes too long.
        ArticleTooLong: More than ``MAX_BYTES`` or ``MAX_CHARACTERS``.
        BadDate: ``published`` lies in the future.
    """
    if len(data) > MAX_BYTES:
        raise _too_many_bytes(name, len(data))
    if not data:
        raise EmptyArticle(f"{name} is empty", "Give a file with the text of an article", name=name)
    kind = kind_of(data)
    if kind is not None:
        return _article_from_paper(data, kind, name=name, published=published, source=source)
    text = decode(data, name).text
    if looks_like_html(text):
        return _article_from_html(text, name=name, published=published, source=source)
    if text.lstrip("\ufeff \t\r\n").startswith("<?xml"):
        raise NotText(f"{name} is an XML file", "Take the article's text out of it first", name=name)
    return Article(text, published=published, source=source, name=name)


def parse_date(text: str) -> date:
    """The day of publication that ``text`` names as YYYY-MM-DD.

    Raises:
        BadDate: Another form, no such day, or a day in the future.
    """
    day = read_date(text)
    _check_published(day)
    return day


def read_date(text: str) -> date:
    """The day that ``text`` names as YYYY-MM-DD, which may lie in the future.

    Raises:
        BadDate: Another form, or no such day.
    """
    if not _DATE.fullmatch(text):
        raise BadDate(f"{text[:40]!r} is not a date", _DATE_ADVICE, value=text)
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise BadDate(f"There is no day {text}", _DATE_ADVICE, value=text) from None


def _today() -> date:
    return datetime.now(UTC).date()


def _check_published(published: date | None) -> None:
    if published is None:
        return
    if not isinstance(published, date) or isinstance(published, datetime):
        raise BadDate(
            f"The date of publication is a {type(published).__name__}, not a date",
            "Give a datetime.date, such as date(2019, 3, 12)",
        )
    # Tomorrow in UTC is already today in the east of the Pacific.
    if published > _today() + timedelta(days=1):
        raise BadDate(
            f"The date of publication, {published}, lies in the future",
            "Give the day on which the article appeared",
            value=published.isoformat(),
        )


def _check_label(field: str, value: object) -> None:
    if value is None:
        return
    if not isinstance(value, str):
        raise InputError(
            f"The article's {field} is {type(value).__name__}, not str", "Give text or leave it out"
        )
    if any("\ud800" <= c <= "\udfff" for c in value):
        raise InputError(f"The article's {field} is not valid Unicode", "Give it in UTF-8")


def _check_text(text: str, called: str) -> None:
    if "\x00" in text:
        raise NotText(f"{called} holds NUL characters", "Give the text of an article, not a binary file")
    surrogate = re.search("[\ud800-\udfff]", text)
    if surrogate:
        raise NotText(
            f"{called} holds half a character (a lone surrogate) at {surrogate.start()}",
            "Decode its bytes strictly",
            offset=surrogate.start(),
        )
    if not any(c.isalnum() for c in text):
        raise EmptyArticle(f"{called} holds no letter or figure", "Give a file with the text of an article")
    broken = _count_broken(text)
    if broken > _SHARE_OF_CONTROLS * len(text):
        raise NotText(
            f"{called} is not text: {broken:,} of its {len(text):,} characters are control characters or "
            "marks of a failed decoding",
            "Save it as plain text (UTF-8)",
        )


_BROKEN: Final = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufffd]")
"""Control characters that no text is written with, and the mark of a failed decoding."""


def _count_broken(text: str) -> int:
    return sum(1 for _ in _BROKEN.finditer(text))


def _too_many_bytes(name: str, size: int | None) -> ArticleTooLong:
    much = f"{size / 1e6:,.0f} MB" if size else f"more than {MAX_BYTES / 1e6:,.0f} MB"
    return ArticleTooLong(
        f"{name} has {much}; the limit is {MAX_BYTES / 1e6:,.0f} MB",
        _SPLIT,
        name=name,
        bytes=size,
        limit=MAX_BYTES,
    )


def _read_file(path: Path, name: str) -> bytes:
    try:
        if path.is_dir():
            raise UnreadableSource(f"{name} is a directory", "Name the files in it", path=name)
        with path.open("rb") as file:
            size = os.fstat(file.fileno()).st_size
            if size > MAX_BYTES:
                raise _too_many_bytes(name, size)
            return _read_at_most(file, name)
    except FileNotFoundError:
        advice = "Check the name"
        if re.match("https?:/", name):
            advice = "An address is not fetched: save the page to a file first"
        raise UnreadableSource(f"{name} does not exist", advice, path=name) from None
    except PermissionError:
        raise UnreadableSource(f"{name} may not be read", "Check its permissions", path=name) from None
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        reason = getattr(error, "strerror", None) or error
        raise UnreadableSource(f"{name!r} cannot be read: {reason}", "Check the name", path=name) from None


def _read_at_most(file: BinaryIO, name: str) -> bytes:
    # One byte over the limit is enough to know: a pipe may have no end.
    data = file.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise _too_many_bytes(name, None)
    return data


def _article_from_html(text: str, *, name: str, published: date | None, source: str | None) -> Article:
    page = read_page(text)
    if page.text is None:
        raise EmptyArticle(
            f"{name} is a web page in which no article was found",
            "Copy the article's text into a text file",
            name=name,
        )
    article = Article(
        page.text,
        published=published or _page_date(page.published),
        source=source or page.site,
        title=page.title,
        name=name,
        unread=page.unread,
    )
    return _with_origins(article, "page_markup", published=published, source=source)


def _article_from_paper(
    data: bytes, kind: Kind, *, name: str, published: date | None, source: str | None
) -> Article:
    found = read_paper(data, kind, name)
    text = found.text
    if found.html is not None:
        text = read_page(found.html).text or ""
        if not text:
            raise EmptyArticle(f"{name} is a mail without a text", "Copy its text into a file", name=name)
    day = _page_date(found.published)
    article = Article(
        text,
        published=published or (day if day and day.year >= _FIRST_YEAR else None),
        source=source or found.source,
        title=found.title,
        name=name,
        pages=found.pages,
        unread=found.unread,
    )
    return _with_origins(article, _ORIGINS[kind], published=published, source=source)


def _with_origins(article: Article, origin: Origin, *, published: date | None, source: str | None) -> Article:
    """The article, with what the caller did not give said to be the file's."""
    given = {"published": published, "source": source, "title": None}
    return replace(
        article,
        origins=tuple(
            (field, origin) for field in TOLD if not given[field] and getattr(article, field) is not None
        ),
    )


def _page_date(text: str | None) -> date | None:
    """The page's date of publication; None where it is malformed or in the future."""
    try:
        return parse_date(text) if text else None
    except BadDate:
        return None
