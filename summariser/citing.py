"""From places in the plain text that was read to places in the article that was given.

Everything of a summary is made in the plain text, whose offsets agree with one another. Only the finished
summary is put into the article's own: each sentence and each span is cut from it, dirt and all, and where the
article has pages each sentence is given its page.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypeVar

from summariser.articles import Article
from summariser.plain_text import PlainText
from summariser.schemas import EventSummary, Evidence, Figure, HumanitarianSummary, Span, Strict
from summariser.sharing import Sharing, taken_apart

M = TypeVar("M", bound=Strict)
H = TypeVar("H", EventSummary, HumanitarianSummary)


def cited(half: H, plain: PlainText, article: Article) -> H:
    """The events or the facts of a summary as the article has their words, with equal parts held once.

    Of a half that nobody else holds, each record is let go of when its copy is made: a long document's are
    not in memory twice.

    Args:
        half: It stands in ``plain.text``.
        plain: What was read.
        article: What was given.
    """
    citing = _Citing(plain, article) if plain.steps or article.pages else Sharing()
    kind, given, fields = type(half), half.model_fields_set, taken_apart(half)
    del half
    parts: dict[str, Any] = {
        name: tuple(map(citing.part, part)) if isinstance(part, Iterator) else citing.part(part)
        for name, part in fields
    }
    return kind.model_construct(given, **parts)


class _Citing(Sharing):
    def __init__(self, plain: PlainText, article: Article) -> None:
        super().__init__()
        self._plain = plain
        self._article = article.text
        self._place_on_page = article.place_on_page

    def whole(self, record: M) -> M:
        """The record and all in it, in the article's words."""
        if isinstance(record, (Evidence, Span)):
            return self.made(record, self._cut(record))
        parts = {name: self.part(part) for name, part in record}
        if isinstance(record, Figure) and record.counted is not None:
            parts["counted"] = self._counted(record, record.counted)
        return self.made(record, parts)

    def _cut(self, record: Evidence | Span) -> dict[str, Any]:
        """A sentence or a span with its place in the article, and what stands there."""
        start, end = self._plain.back(record.start, record.end)
        parts = dict(record) | {"start": start, "end": end, "text": self._article[start:end]}
        if isinstance(record, Evidence) and (place := self._place_on_page(start)) is not None:
            parts["page"], parts["page_start"] = place
        if isinstance(record, Evidence) and record.cell is not None:
            parts["cell"] = self.whole(record.cell)
        return parts

    def _counted(self, figure: Figure, words: str) -> str:
        """The counted noun as it stands behind its number, else before it in the sentence, else anywhere."""
        text, sentence = self._plain.text, figure.evidence[0]
        places = (
            text.find(words, figure.words.start, sentence.end),
            text.find(words, sentence.start, sentence.end),
            text.find(words),
        )
        at = next((place for place in places if place >= 0), None)
        if at is None:
            return words
        start, end = self._plain.back(at, at + len(words))
        return self._article[start:end]
