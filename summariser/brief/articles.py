"""The articles of a brief: each text once, however often it was printed or given."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from summariser.batch.inputs import TEXT_ENDINGS
from summariser.brief.mentions import Mention
from summariser.exports.ids import Ids
from summariser.exports.report import Named
from summariser.schemas import ArticleInfo, Summary
from summariser.schemas.brief import BriefArticle


@dataclass(frozen=True, slots=True)
class Told:
    """An article's summary, and its events as they go into groups."""

    article: BriefArticle
    summary: Summary
    mentions: tuple[Mention, ...]


def read(summaries: Iterable[Summary | Named]) -> tuple[Told, ...]:
    """The summaries by the day of publication. Of one text printed several times the first print is taken."""
    given = [s if isinstance(s, Named) else Named(s) for s in summaries]
    by_text: dict[str, list[Named]] = {}
    for named in sorted(given, key=_order):
        by_text.setdefault(named.summary.article.sha256, []).append(named)
    return tuple(_told(first, others) for first, *others in by_text.values())


def _order(named: Named) -> tuple[date, str, str, str]:
    info = named.summary.article
    return (info.published or date.max, info.source or "", named.name or "", info.sha256)


def _told(named: Named, others: list[Named]) -> Told:
    summary, ids = named.summary, Ids(named.summary)
    info = summary.article
    events = summary.events.events if summary.events else ()
    article = BriefArticle(
        id=ids.article,
        name=info.title or _file(named.name) or ids.article,
        source=info.source,
        published=info.published,
        language=info.language,
        sha256=info.sha256,
        events=len(events),
        copies=tuple(dict.fromkeys(_called(o) for o in others if not _is_same(o.summary.article, info))),
        refused=len(summary.issues),
    )
    mentions = tuple(Mention(ids.of("event", e), ids.article, info.published, e) for e in events)
    return Told(article, summary, mentions)


def _file(name: str | None) -> str | None:
    """A batch calls a text by the way to it; whose folder it lay in concerns no reader."""
    return name.rsplit("/", 1)[-1] if name and name.lower().endswith(TEXT_ENDINGS) else name


def _is_same(one: ArticleInfo, other: ArticleInfo) -> bool:
    """Whether a summary was merely given twice."""
    return (one.source, one.published) == (other.source, other.published)


def _called(named: Named) -> str:
    info = named.summary.article
    day = info.published.isoformat() if info.published else None
    return (
        ", ".join(part for part in (info.title or _file(named.name), info.source, day) if part)
        or "without a name"
    )
