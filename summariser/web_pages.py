"""The article in a web page: its text without menus and adverts, and what its markup says about it.

The text comes from trafilatura. The date does not: libraries for it guess from the text, the address
or the copyright line, and a wrong date of publication silently moves every "on Sunday" of the article.
Only what the page's markup declares to be its date of publication counts here.
"""

from __future__ import annotations

import logging
import re
from copy import deepcopy
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any, Final

_START: Final = re.compile(
    r"\s*(<\?xml[^>]*>\s*|<!--.*?-->\s*)*"
    r"<(!doctype\s+html|(html|head|body|title|meta|script|style|article|section|main|div|table|h1|p)[\s>/])",
    re.IGNORECASE | re.DOTALL,
)
_DATE_NAMES: Final = frozenset(
    {
        "article:published_time",
        "citation_publication_date",
        "date",
        "datepublished",
        "dc.date",
        "dc.date.issued",
        "dcterms.date",
        "dcterms.issued",
        "og:article:published_time",
        "og:published_time",
        "parsely-pub-date",
        "pubdate",
        "publication_date",
        "publish-date",
        "publishdate",
        "sailthru.date",
    }
)
"""Names and properties of ``<meta>`` that hold it, in lower case."""
_LD_DATE: Final = re.compile(r'"datePublished"\s*:\s*"([^"]{8,40})"')
_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)
_SENTENCE_ENDS: Final = (".", "!", "?", "…", "。", "؟", "۔", "।", '."', ".”", ".»")
_LONG_LINE: Final = 60
_LONG_ARTICLE: Final = 150
_LONG_MARK: Final = 4
_POWER: Final = re.compile(r"(?<![\d.,])10\s*$|(?<![a-z])[km]?m\s*$")
_OF_TABLES: Final = ("thead", "tbody", "tfoot", "tr", "td", "th")
_SEVERAL, _LONG_CELL = 3, 400
"""Blocks in a cell, and characters: more than a table of figures has."""
_MAY_HIDE: Final = re.compile(r"\bhidden\b|<template|<noscript|\bstyle\s*=", re.IGNORECASE)
_UNSHOWN: Final = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|opacity\s*:\s*0(?![.\d])|font-size\s*:\s*0(?![.\d])"
    r"|(?:left|right|top|bottom|text-indent)\s*:\s*-\s*\d{3,}|clip\s*:\s*rect\(\s*0",
    re.IGNORECASE,
)
"""Styles of an element that nobody sees."""


@dataclass(frozen=True, slots=True)
class WebPage:
    """What a web page holds of an article; ``text`` is None where it holds none."""

    text: str | None
    title: str | None = None
    site: str | None = None
    published: str | None = None
    """YYYY-MM-DD as the markup declares it, not yet checked."""
    unread: tuple[str, ...] = ()
    """What of the page is not in the text, in sentences without a full stop."""


def looks_like_html(text: str) -> bool:
    """Whether ``text`` begins as a web page does."""
    return _START.match(text[:4096]) is not None


def read_page(html: str) -> WebPage:
    """Take the article out of a page's source. Never raises for odd markup."""
    import trafilatura  # noqa: PLC0415  (it takes a second to load, and only web pages need it)

    for library in ("trafilatura", "htmldate", "justext", "courlan"):
        logger = logging.getLogger(library)
        if not logger.handlers:  # else their complaints about a page go to stderr
            logger.addHandler(logging.NullHandler())
    shown, headline, articles = _prepared(html)
    page = trafilatura.bare_extraction(shown, with_metadata=True, include_comments=False)
    if page is None or isinstance(page, dict):
        return WebPage(None)
    return WebPage(
        text=_headed(_in_paragraphs(page), headline) if _holds_prose(page.text or "") else None,
        title=page.title or None,
        site=page.sitename or page.hostname or None,
        published=published_in(html),
        unread=_others(articles, page.text or ""),
    )


def published_in(html: str) -> str | None:
    """The day that the markup declares as its date of publication, as YYYY-MM-DD.

    None where it declares none, or where it declares several that differ (a list of articles).
    """
    finder = _DateFinder()
    finder.feed(html)
    for values in (finder.meta, _LD_DATE.findall("".join(finder.linked_data)), finder.microdata):
        days = {match[0] for value in values if (match := _DAY.match(value.strip()))}
        if days:
            return days.pop() if len(days) == 1 else None
    return None


def _in_paragraphs(page: Any) -> str:
    """The article's text with a blank line between its blocks: line ends within one stay line ends."""
    from trafilatura.xml import xmltotxt  # noqa: PLC0415  (see `read_page`)

    whole: str = page.text
    blocks = [xmltotxt(deepcopy(block), include_formatting=False).strip() for block in page.body]
    text = "\n\n".join(block for block in blocks if block)
    # What the extractor itself says is trusted: should the two ever differ in a word, it is that.
    text = text if text.split() == whole.split() else whole
    rows = (list(table.iter("cell")) for table in page.body.iter("table"))
    run_together = {
        " ".join(word for c in cells for word in " ".join(c.itertext()).split()) for cells in rows
    }
    # A table in the midst of text comes twice: as a table, and with its cells run together.
    kept = (
        line for line in text.split("\n") if not line.strip() or " ".join(line.split()) not in run_together
    )
    return "\n".join(kept)


def _others(articles: list[str], text: str) -> tuple[str, ...]:
    """A sentence for further articles of a page that are no teasers and not in the text."""
    read = " ".join(text.split())
    lost = [a for a in articles if len(a) > _LONG_ARTICLE and a[-_LONG_LINE:] not in read]
    if not lost or len(lost) == len(articles):
        return ()
    return (f"The page holds further articles ({len(lost)}): save each as a page of its own",)


def _prepared(html: str) -> tuple[str, str | None, list[str]]:
    """The page as the extractor should see it, its headline if it has just one, and its articles' texts.

    Without what is struck out, marks of footnotes, and what a browser does not show, as far as the elements'
    own attributes tell (what a style sheet hides stays: that would need a browser). Tables that only lay the
    page out are taken apart, as their cells would else be read as those of a table of figures. A page that
    cannot be parsed is given back as it is.
    """
    from lxml.html import tostring  # type: ignore[import-untyped]  # noqa: PLC0415  (see `read_page`)
    from trafilatura.utils import load_html  # noqa: PLC0415

    if (tree := load_html(html)) is None:
        return html, None, []
    changed = False
    for element in [e for e in tree.iter("del", "s", "strike", "sup") if e.tag != "sup" or _is_a_mark(e)]:
        element.drop_tree()
        changed = True
    if _MAY_HIDE.search(html) is not None:
        for element in [e for e in tree.iter() if _is_unshown(e)]:
            if element.getparent() is not None:
                element.drop_tree()
                changed = True
    for table in [t for t in tree.iter("table") if _lays_out(t)]:
        parts = [p for p in table.iter(*_OF_TABLES) if _table_of(p) is table]
        longest = max((p for p in parts if p.tag in {"td", "th"}), key=lambda p: len(p.text_content()))
        for part in (table, *parts):
            part.tag = "article" if part is longest else "div"
        changed = True
    articles = [
        " ".join(a.text_content().split()) for a in tree.iter("article") if a.find(".//p") is not None
    ]
    return str(tostring(tree, encoding="unicode")) if changed else html, _headline(tree), articles


def _is_a_mark(raised: Any) -> bool:
    """Whether raised letters are a footnote's mark: not the power of "10<sup>6</sup>" or "km<sup>2</sup>"."""
    previous = raised.getprevious()
    before = (raised.getparent().text if previous is None else previous.tail) or ""
    if _POWER.search(before):
        return False
    return len(raised.text_content().strip()) <= _LONG_MARK


def _headline(tree: Any) -> str | None:
    """The page's only first heading; without one, the second heading with which its title begins."""
    first = _words_of(tree, "h1")
    if not first:
        titles = _words_of(tree, "title")
        first = {h for h in _words_of(tree, "h2") if any(title.startswith(h) for title in titles)}
    return first.pop() if len(first) == 1 else None


def _words_of(tree: Any, tag: str) -> set[str]:
    return {" ".join(element.text_content().split()) for element in tree.iter(tag)} - {""}


def _table_of(part: Any) -> Any:
    return next(part.iterancestors("table"), None)


def _lays_out(table: Any) -> bool:
    """Whether a table lays a page out: one of its cells holds several blocks, or a long text."""
    for cell in table.iter("td"):
        if _table_of(cell) is not table:
            continue
        blocks = sum(1 for _ in cell.iter("p", "h1", "h2", "h3", "h4", "ul", "ol", "table"))
        if blocks >= _SEVERAL or (blocks and len(cell.text_content()) > _LONG_CELL):
            return True
    return False


def _headed(text: str, headline: str | None) -> str:
    """A text under its headline, which on many pages stands outside what the extractor takes."""
    if headline is None or headline in " ".join(text[: len(headline) + _LONG_CELL].split()):
        return text
    return f"{headline}\n\n{text}"


def _is_unshown(element: Any) -> bool:
    if not isinstance(element.tag, str):
        return False  # a comment
    hidden = element.get("hidden") is not None or element.tag in {"template", "noscript"}
    return hidden or _UNSHOWN.search(element.get("style", "")) is not None


def _holds_prose(text: str) -> bool:
    # Where a page has no article the extractor falls back on all its text: a menu, a form. Some
    # scripts end no sentence with a mark, so a long line counts as well.
    lines = [line.strip() for line in text.splitlines()]
    return any(line.endswith(_SENTENCE_ENDS) or len(line) >= _LONG_LINE for line in lines)


@dataclass
class _DateFinder(HTMLParser):
    meta: list[str] = field(default_factory=list)
    microdata: list[str] = field(default_factory=list)
    linked_data: list[str] = field(default_factory=list)
    _in_linked_data: bool = False

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if tag == "meta" and (values.get("property") or values.get("name", "")).lower() in _DATE_NAMES:
            self.meta.append(values.get("content", ""))
        if values.get("itemprop", "").lower() == "datepublished":
            self.microdata.append(values.get("datetime") or values.get("content", ""))
        if tag == "script":
            self._in_linked_data = "ld+json" in values.get("type", "").lower()

    def handle_endtag(self, tag: str) -> None:
        if tag == "script":
            self._in_linked_data = False

    def handle_data(self, data: str) -> None:
        if self._in_linked_data:
            self.linked_data.append(data)
