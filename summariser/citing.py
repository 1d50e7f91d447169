"""From places in the plain text that was read to places in the article that was given.

Everything of a summary is made in the plain text, whose offsets agree with one another. Only the finished
summary is put into the article's own: each sentence and each span is cut from it, dirt and all, and where the
article has pages each sentence is given its page.
"""

from __future__ import annotations

from typing import Any, TypeVar

from summariser.articles import Article
from summariser.plain_text import PlainText
from summariser.schemas import Evidence, Figure, Span, Strict

M = TypeVar("M", bound=Strict)


def cited(record: M, plain: PlainText, article: Article) -> M:
    """A summary, or a part of one, as the article has its words.

    Args:
        record: It stands in ``plain.text``.
        plain: What was read.
        article: What was given.
    """
    return _Citing(plain, article).record(record) if plain.steps or article.pages else record


class _Citing:
    def __init__(self, plain: PlainText, article: Article) -> None:
        self._plain = plain
        self._article = article.text
        self._place_on_page = article.place_on_page

    def record(self, record: M) -> M:
        """The record and all in it."""
        update: dict[str, Any]
        if isinstance(record, (Evidence, Span)):
            start, end = self._plain.back(record.start, record.end)
            update = {"start": start, "end": end, "text": self._article[start:end]}
            if isinstance(record, Evidence) and (place := self._place_on_page(start)) is not None:
                update["page"], update["page_start"] = place
            if isinstance(record, Evidence) and record.cell is not None:
                update["cell"] = self.record(record.cell)
        else:
            update = {name: self._part(getattr(record, name)) for name in type(record).model_fields}
        if isinstance(record, Figure) and record.counted is not None:
            update["counted"] = self._counted(record, record.counted)
        return record.model_copy(update=update)

    def _part(self, part: Any) -> Any:
        if isinstance(part, Strict):
            return self.record(part)
        return tuple(map(self._part, part)) if isinstance(part, tuple) else part

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
