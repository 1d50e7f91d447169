"""Short ids that survive re-runs: made of the article's identity and of what a record says.

The ids inside a summary (E1, F7) count its records: one event more, and all that follow are called
otherwise. What leaves the house needs names that stay, so that a row can be joined, corrected and loaded
again. They come from the text, source and day of the article, and from the words on which a record rests.
What may change without the record changing (a confidence, coordinates of a newer gazetteer, its place in the
list, the time of the run) does not enter.
"""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Iterable
from typing import Final

from summariser.schemas import (
    AccessConstraint,
    ArticleInfo,
    CivilianHarm,
    Claimant,
    DisplacementFigure,
    Event,
    EventFigure,
    Evidence,
    Figure,
    GroupAtRisk,
    Issue,
    NarrativeSentence,
    Need,
    Place,
    Response,
    Site,
    Span,
    Summary,
    When,
)

Exported = (
    Event | Figure | Site | Need | AccessConstraint | Response | GroupAtRisk | NarrativeSentence | Issue
)
"""What has a row of its own in one form or another."""

_LETTERS: Final = 12
"""Of base 32, 60 bits: two of a million records meet with a chance of one in two million."""


def article_id(article: ArticleInfo) -> str:
    """The article's id: its text, source and day of publication.

    The same text from two sources is two articles (``article_sha256`` tells that it is one text).
    """
    return _id("article", _article(article))


def event_id(article: ArticleInfo, event: Event) -> str:
    """The event's id: see `record_id`."""
    return record_id(article, "event", event)


def record_id(article: ArticleInfo, kind: str, record: Exported) -> str:
    """An id such as ``displacement-k3v7q2mzc5ad``.

    Args:
        article: Of the summary that holds the record.
        kind: The list in which it stands: see `summariser.exports.records.KINDS`.
        record: The record.

    Returns:
        The same for the same record of the same article, in every run and every version that reads the same
        in it. Two records that say the same of the same words have one id: see `Ids`.
    """
    return _id(kind, [_article(article), kind, _says(record)])


class Ids:
    """The ids of one summary's records, all of them different.

    Args:
        summary: Whose records.
    """

    def __init__(self, summary: Summary) -> None:
        self.article = article_id(summary.article)
        self._info = summary.article
        self._seen: dict[str, int] = {}

    def of(self, kind: str, record: Exported) -> str:
        """The record's id, once for each record: one that repeats another has ``-2`` at the end."""
        found = record_id(self._info, kind, record)
        times = self._seen[found] = self._seen.get(found, 0) + 1
        return found if times == 1 else f"{found}-{times}"


def _id(kind: str, facts: object) -> str:
    text = json.dumps(facts, ensure_ascii=False, separators=(",", ":"))
    digest = hashlib.sha256(text.encode("utf-8")).digest()
    return f"{kind}-{base64.b32encode(digest).decode('ascii').lower()[:_LETTERS]}"


def _article(article: ArticleInfo) -> list[object]:
    published = article.published.isoformat() if article.published else None
    return [article.sha256, article.source, published]


def _says(record: Exported) -> list[object]:
    """What a record says, in words of the article and terms of the codebooks."""
    match record:
        case Event():
            return [
                record.sub_type.value,
                record.status.value,
                _evidence(record.evidence),
                _place(record.place),
                _when(record.when),
                sorted([actor.role.value, *_span(actor.words)] for actor in record.actors),
            ]
        case Figure():
            return [*_figure(record), *_measured(record)]
        case Site():
            return [record.name, record.kind.value, _place(record.place), _evidence(record.evidence)]
        case Need():
            words = record.severity_words
            return [record.cluster.value, words, _place(record.place), _evidence(record.evidence)]
        case AccessConstraint():
            return [record.kind.value, _place(record.place), _evidence(record.evidence)]
        case Response():
            cluster = record.cluster.value if record.cluster else None
            helps = [record.actor, cluster, record.status.value]
            return [*helps, _place(record.place), _evidence(record.evidence)]
        case GroupAtRisk():
            return [record.group.value, record.words, _evidence(record.evidence)]
        case NarrativeSentence():
            return [record.text, _evidence(record.evidence)]
        case Issue():
            # Not the record that it is about: "E2" is a place in a list.
            return [record.code.value, record.step, record.sentence, record.words, record.reason]


def _figure(figure: Figure) -> list[object]:
    return [
        _span(figure.words),
        [figure.value, figure.low, figure.high, figure.qualifier.value],
        figure.unit.value,
        figure.group.value if figure.group else None,
        figure.counted,
        _claimant(figure.claimed_by),
        _evidence(figure.evidence),
    ]


def _measured(figure: Figure) -> list[object]:
    match figure:
        case EventFigure():
            return [figure.measure.value]
        case CivilianHarm():
            return [figure.measure.value, _place(figure.place)]
        case DisplacementFigure():
            places = (figure.place, figure.origin, figure.destination)
            return [figure.term.value, figure.status.value, *map(_place, places)]
        case _:
            return []


def _evidence(evidence: Iterable[Evidence]) -> list[list[int]]:
    return [[proof.start, proof.end] for proof in evidence]


def _span(span: Span) -> list[object]:
    return [span.start, span.end, span.text]


def _place(place: Place | None) -> list[object] | None:
    return _span(place.words) if place else None


def _when(when: When) -> list[object] | None:
    return _span(when.words) if when.words else None


def _claimant(claimant: Claimant | None) -> list[object] | None:
    return _span(claimant.words) if claimant else None
