"""Claims of a group side by side: who says how many, when; and which of them their own source replaced."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from summariser.brief.mentions import Mention
from summariser.brief.notebook import Notebook
from summariser.exports.common import counted, in_words
from summariser.schemas import EventFigure
from summariser.schemas.brief import BriefArticle, Claim
from summariser.schemas.codebooks import Measure


class _Given(NamedTuple):
    mention: Mention
    figure: EventFigure


def claims_of(
    mentions: Iterable[Mention], articles: dict[str, BriefArticle], notebook: Notebook
) -> dict[str, list[tuple[EventFigure, Claim]]]:
    """The claims of one group, by the event's id."""
    given = [_Given(mention, figure) for mention in mentions for figure in mention.figures]
    found: dict[str, list[tuple[EventFigure, Claim]]] = {}
    for one in given:
        later = any(_replaces(other, one, articles) for other in given)
        found.setdefault(one.mention.id, []).append((one.figure, _claim(one, later, notebook)))
    return found


def _replaces(other: _Given, one: _Given, articles: dict[str, BriefArticle]) -> bool:
    """Whether the same source gives a number for the same thing in a later article."""
    before, after = one.mention.published, other.mention.published
    if before is None or after is None or after <= before:
        return False
    return _thing(one.figure) == _thing(other.figure) and _source(one, articles) == _source(other, articles)


def _thing(figure: EventFigure) -> tuple[object, ...]:
    measure = Measure.KILLED if figure.measure is Measure.DIED else figure.measure
    return (measure, figure.unit, figure.group, figure.affiliation)


def _source(one: _Given, articles: dict[str, BriefArticle]) -> str:
    """Who says it; an article that says it itself is its publisher, or else nobody but itself."""
    if one.figure.claimed_by is not None:
        return f"said by {one.figure.claimed_by.name.casefold()}"
    article = articles[one.mention.article]
    return f"in {article.source.casefold()}" if article.source else f"in {article.id}"


def _claim(one: _Given, later: bool, notebook: Notebook) -> Claim:
    figure, mention = one.figure, one.mention
    return Claim(
        measure=figure.measure,
        value=figure.value,
        low=figure.low,
        high=figure.high,
        qualifier=figure.qualifier,
        said=in_words(figure),
        counted=counted(figure),
        unit=figure.unit,
        group=figure.group,
        affiliation=figure.affiliation,
        claimed_by=figure.claimed_by.name if figure.claimed_by else None,
        certainty=figure.certainty,
        article=mention.article,
        published=mention.published,
        later=later,
        notes=notebook.of(mention.article, figure.evidence),
    )
