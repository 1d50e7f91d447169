"""A brief from its summaries: one pass, and nothing depends on the order in which they are given."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from summariser.brief import facts
from summariser.brief.articles import Told, read
from summariser.brief.counting import count_of
from summariser.brief.days import days
from summariser.brief.grouping import group
from summariser.brief.groups import GroupMaker
from summariser.brief.notebook import Notebook
from summariser.brief.ranges import totals
from summariser.errors import InputError
from summariser.exports.report import Named
from summariser.normalise.place_tables import country_name
from summariser.schemas import Summary
from summariser.schemas.brief import Brief, EventGroup

BEFORE: Final = timedelta(days=31)
"""What happened longer before the first article was printed is background, and in no total."""
_MOST_COUNTRIES: Final = 3


@dataclass(frozen=True, slots=True)
class BriefOptions:
    """How a brief is made.

    Attributes:
        title: Its title; by default the countries and the days.
        since: The first day that counts in totals; by default 31 days before the first article.
    """

    title: str | None = None
    since: date | None = None


def make_brief(summaries: Iterable[Summary | Named], options: BriefOptions | None = None) -> Brief:
    """Put what many articles tell of one crisis side by side.

    Args:
        summaries: Of the articles, in any order; `Named` where an article has a name but no title.
        options: How; see there.

    Returns:
        The brief. Every figure in it has notes, which are sentences of the articles.

    Raises:
        InputError: There is no summary.
    """
    options = options or BriefOptions()
    told = read(summaries)
    if not told:
        raise InputError("There is no summary to make a brief of", "Give at least one")
    articles = {one.article.id: one.article for one in told}
    printed = [one.article.published for one in told if one.article.published]
    since = options.since or (min(printed) - BEFORE if printed else None)
    notebook = Notebook()
    maker = GroupMaker(group(m for one in told for m in one.mentions), articles, notebook, since)
    groups = maker.groups()
    linked = maker.may_be_one()
    return Brief(
        title=options.title or _title(groups, told),
        start=since,
        end=max(printed, default=None),
        articles=tuple(articles.values()),
        events=count_of(groups),
        totals=totals(groups, lambda one, other: (min(one, other), max(one, other)) in linked),
        groups=groups,
        near_misses=maker.near_misses(),
        displacement=facts.displacement(told, notebook),
        sites=facts.sites(told, notebook),
        needs=facts.needs(told, notebook),
        access=facts.access(told, notebook),
        response=facts.response(told, notebook),
        notes=notebook.notes(),
    )


def _title(groups: Sequence[EventGroup], told: Sequence[Told]) -> str:
    codes = [g.country for g in groups if g.counted and g.country]
    often = sorted(set(codes), key=lambda code: (-codes.count(code), code))[:_MOST_COUNTRIES]
    printed = [one.article.published for one in told if one.article.published]
    where = ", ".join(filter(None, map(country_name, often))) or "Situation"
    return f"{where}: {days(min(printed), max(printed))}" if printed else where
