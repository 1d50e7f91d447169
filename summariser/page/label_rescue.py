"""An article that was removed while its label was being written: put back from the window that shows it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from summariser.articles import Article, parse_date
from summariser.errors import SummariserError
from summariser.page.history import Entry
from summariser.page.label_keeping import sent
from summariser.page.room import NotThere, Room
from summariser.page.shown import SHOWN

JSON = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Rescued:
    """What a window sends of an article that is gone.

    Attributes:
        draft: The label as far as it has come.
        article: The article; None where the window does not hold it.
        queue: Its name in the folder that is being labelled.
    """

    draft: JSON
    article: Article | None
    queue: str | None


def for_rescue(entry: Entry) -> JSON:
    """What a window holds of its article, to put it back; without the text where that is very long."""
    article = entry.article
    return {
        "text": article.text if len(article.text) <= SHOWN else None,
        "published": article.published.isoformat() if article.published else None,
        "source": article.source,
        "title": article.title,
        "name": article.name,
        "told": json.loads(entry.told) if entry.told else {},
        "queue": entry.queue,
    }


def article_of(body: bytes) -> Rescued:
    """What was sent.

    Raises:
        NotThere: It is no label, or no article.
    """
    try:
        given = json.loads(body)
        about, draft = given["article"], given["draft"]
        article = _made(about) if about.get("text") else None
        queue = about.get("queue")
    except (ValueError, RecursionError, KeyError, TypeError, AttributeError, SummariserError):
        raise NotThere("What was sent is no article with a label") from None
    queue = queue if isinstance(queue, str) else None
    return Rescued(sent(json.dumps(draft).encode()), article, queue)


def _made(about: JSON) -> Article:
    told = about.get("told") or {}
    return Article(
        about["text"],
        published=parse_date(about["published"]) if about.get("published") else None,
        source=about.get("source"),
        title=about.get("title"),
        name=about.get("name"),
        pages=tuple(told.get("pages", ())),
        unread=tuple(told.get("unread", ())),
        origins=tuple((field, origin) for field, origin in told.get("origins", ())),
    )


def put_back(room: Room, given: Rescued) -> Entry:
    """The article in the history again; the one of the queue's file where it was opened anew meanwhile.

    Raises:
        NotThere: The window did not hold its text.
        SummariserError: The file of the queue cannot be read any more.
    """
    entry = room.history.queued(given.queue) if given.queue is not None else None
    if entry is not None and (given.article is None or entry.article.text == given.article.text):
        return entry
    article = given.article
    if article is None and given.queue is not None:
        article, _ = room.folder.source(given.queue)
    if article is None:
        raise NotThere("The article is too long to be put back from here: give it in again")
    queue = given.queue if entry is None else None
    return room.entry(room.history.add(article, "all", "kept", queue))
