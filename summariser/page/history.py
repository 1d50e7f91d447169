"""What was done on the page: articles with their texts, what became of them, and labels that are begun.

It lies in the store of finished work (`summariser.store`), in tables beside its own: a store that a batch
made can be opened, and the other way round. Summaries stay where the store keeps them, under their keys.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, Final, Literal

from summariser.articles import Article
from summariser.errors import SummariserError
from summariser.schemas import Summary
from summariser.store import Failure, Store

State = Literal["waiting", "working", "done", "failed", "cancelled", "kept"]
"""``cancelled``: somebody ended the work on it; ``kept``: it is there to be labelled, and nobody asked for a
summary."""
_LARGEST: Final = 2**62
"""No number of an article is larger."""
_TABLES: Final = (
    """CREATE TABLE IF NOT EXISTS page_articles (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        text BLOB NOT NULL,          -- UTF-8, compressed with zlib
        sha256 TEXT NOT NULL,        -- of the text
        published TEXT,
        source TEXT,
        title TEXT,
        name TEXT,
        kind TEXT NOT NULL,          -- all, events or humanitarian
        state TEXT NOT NULL,         -- see State
        key BLOB,                    -- where the store keeps the summary
        failure TEXT,                -- kind, message and advice as JSON
        counts TEXT,                 -- events, facts and issues as JSON
        added TEXT NOT NULL,         -- UTC
        finished TEXT,
        queue TEXT                   -- name in the folder that is being labelled
    )""",
    "CREATE INDEX IF NOT EXISTS page_articles_sha256 ON page_articles (sha256)",
    "CREATE UNIQUE INDEX IF NOT EXISTS page_articles_queue ON page_articles (queue)",
    """CREATE TABLE IF NOT EXISTS page_files (
        article INTEGER PRIMARY KEY,
        told TEXT NOT NULL           -- pages, what was not read, and what the file said of itself, as JSON
    )""",
    """CREATE TABLE IF NOT EXISTS page_drafts (
        article INTEGER NOT NULL,
        labeller TEXT NOT NULL,
        draft TEXT NOT NULL,         -- the label as far as it has come, as JSON
        saved TEXT NOT NULL,         -- UTC
        PRIMARY KEY (article, labeller)
    )""",
    """CREATE TABLE IF NOT EXISTS page_drafts_on (
        article INTEGER NOT NULL,
        labeller TEXT NOT NULL,
        label TEXT NOT NULL,         -- the mark of the saved label that the draft was made beside
        PRIMARY KEY (article, labeller)
    )""",
)
_COLUMNS: Final = (
    "id, text, published, source, title, name, kind, state, key, failure, counts, added, finished, queue,"
    " (SELECT told FROM page_files WHERE article = page_articles.id)"
)
_LIST: Final = _COLUMNS.replace("text,", "substr(text, 1, 0),")


_FEW_WORDS: Final = 4


@dataclass(frozen=True, slots=True)
class Entry:
    """One article of the history.

    Attributes:
        id: Its number.
        packed: Its text, compressed; empty in lists.
        published: Day of publication.
        source: Who published it.
        title: Its title.
        name: The file's name.
        kind: Which summary was asked for.
        state: What became of it.
        key: Where its summary is.
        failure: Why there is none.
        counts: How many events, facts and issues the summary has.
        added: When it came, UTC.
        finished: When it was done or failed, UTC.
        queue: Its name in the folder that is being labelled.
        told: What its file told, as JSON; None where it told nothing.
    """

    id: int
    packed: bytes
    published: date | None
    source: str | None
    title: str | None
    name: str | None
    kind: Literal["all", "events", "humanitarian"]
    state: State
    key: bytes | None
    failure: Failure | None
    counts: dict[str, int]
    added: datetime
    finished: datetime | None
    queue: str | None
    told: str | None = None

    @property
    def article(self) -> Article:
        """The article itself."""
        told = json.loads(self.told) if self.told else {}
        return Article(
            zlib.decompress(self.packed).decode(),
            published=self.published,
            source=self.source,
            title=self.title,
            name=self.name,
            pages=tuple(told.get("pages", ())),
            unread=tuple(told.get("unread", ())),
            origins=tuple((field, origin) for field, origin in told.get("origins", ())),
        )

    @property
    def called(self) -> str:
        """What people call it."""
        return self.title or self.name or f"Article {self.id}"


class History(Store):
    """A store with the page's tables in it."""

    def __init__(self, path: Path | str) -> None:
        super().__init__(path)
        with self._explained():
            for statement in _TABLES:
                self._run(statement)

    def add(self, article: Article, kind: str, state: State = "waiting", queue: str | None = None) -> int:
        """Take an article in; its number.

        Line ends become those of text files: browsers and files have all kinds, and a label that points at a
        place of the text must find it in the file that it is saved beside.
        """
        article = replace(article, text=article.text.replace("\r\n", "\n").replace("\r", "\n"))
        title = article.title or _first_words(article.text)
        packed = zlib.compress(article.text.encode())
        published = article.published.isoformat() if article.published else None
        with self._explained(), self._lock:
            self._run(
                "INSERT INTO page_articles (text, sha256, published, source, title, name, kind, state, added,"
                " queue) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                *(packed, article.sha256, published, article.source, title, article.name, kind, state),
                *(_now(), queue),
            )
            number = int(str(self._one("SELECT last_insert_rowid()")))
            told = {"pages": article.pages, "unread": article.unread, "origins": article.origins}
            if any(told.values()):
                self._run("INSERT INTO page_files VALUES (?, ?)", number, json.dumps(told))
            return number

    def entry(self, number: int) -> Entry | None:
        """One article; None where there is none of that number."""
        if not 0 < number < _LARGEST:
            return None
        with self._explained():
            row = self._row(f"SELECT {_COLUMNS} FROM page_articles WHERE id = ?", number)  # noqa: S608
        return None if row is None else _entry(row)

    def queued(self, queue: str) -> Entry | None:
        """The article that has this name in the folder that is being labelled."""
        with self._explained():
            row = self._row(f"SELECT {_COLUMNS} FROM page_articles WHERE queue = ?", queue)  # noqa: S608
        return None if row is None else _entry(row)

    def by_text(self, sha256: str) -> Entry | None:
        """The newest article with this text; None where there is none."""
        with self._explained():
            row = self._row(
                f"SELECT {_COLUMNS} FROM page_articles WHERE sha256 = ? ORDER BY id DESC LIMIT 1",  # noqa: S608
                sha256,
            )
        return None if row is None else _entry(row)

    def entries(self, words: str = "", *, before: int | None = None, most: int = 50) -> list[Entry]:
        """The newest articles whose title, name or source holds some words.

        Args:
            words: What is looked for; empty for all.
            before: Only articles with a smaller number.
            most: So many at most.
        """
        like = "%" + words.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%"
        with self._explained(), self._lock:
            rows = self._connection.execute(
                f"SELECT {_LIST} FROM page_articles WHERE id < ?1 AND queue IS NULL AND ("  # noqa: S608
                "title LIKE ?2 ESCAPE '\\' OR coalesce(name, '') LIKE ?2 ESCAPE '\\'"
                " OR coalesce(source, '') LIKE ?2 ESCAPE '\\')"
                " ORDER BY id DESC LIMIT ?3",
                (min(before, _LARGEST) if before is not None else _LARGEST, like, most),
            ).fetchall()
        return [_entry(row) for row in rows]

    def unfinished(self) -> list[int]:
        """Numbers of the articles that were cut off or not begun, oldest first."""
        with self._explained(), self._lock:
            rows = self._connection.execute(
                "SELECT id FROM page_articles WHERE state IN ('waiting', 'working') ORDER BY id"
            ).fetchall()
        return [int(row[0]) for row in rows]

    def set_state(self, number: int, state: State) -> None:
        """What is being done with an article."""
        with self._explained():
            self._run(
                "UPDATE page_articles SET state = ?, failure = NULL, finished = NULL WHERE id = ?",
                *(state, number),
            )

    def finish(self, number: int, key: bytes | None, result: Summary | SummariserError) -> None:
        """What became of an article."""
        failure = Failure.of(result).to_json() if isinstance(result, SummariserError) else None
        counts = json.dumps(counts_of(result)) if isinstance(result, Summary) else None
        with self._explained():
            self._run(
                "UPDATE page_articles SET state = ?, key = ?, failure = ?, counts = ?, finished = ?"
                " WHERE id = ?",
                *("failed" if failure else "done", key, failure, counts, _now(), number),
            )

    def remove(self, number: int) -> None:
        """Forget an article, its drafts, and its summary where nothing else needs it."""
        entry = self.entry(number)
        if entry is None:
            return
        with self._explained(), self._lock:
            self._run("DELETE FROM page_articles WHERE id = ?", number)
            self._run("DELETE FROM page_drafts WHERE article = ?", number)
            self._run("DELETE FROM page_drafts_on WHERE article = ?", number)
            self._run("DELETE FROM page_files WHERE article = ?", number)
        if entry.key is not None:
            self.drop_result(entry.key)

    def drop_result(self, key: bytes) -> None:
        """Forget a summary, unless an article of the page or of a batch needs it."""
        with self._explained():
            self._run(
                "DELETE FROM results WHERE key = ?1"
                " AND NOT EXISTS (SELECT 1 FROM page_articles WHERE key = ?1)"
                " AND NOT EXISTS (SELECT 1 FROM items WHERE key = ?1)",
                key,
            )

    def summary_of(self, entry: Entry) -> Summary | None:
        """An article's summary; None where there is none, or one that this version cannot read."""
        return self.summary(entry.key) if entry.key is not None else None

    def draft(self, number: int, labeller: str) -> tuple[dict[str, Any], str] | None:
        """A label that is begun, and when it was saved; None where there is none."""
        with self._explained():
            row = self._row(
                "SELECT draft, saved FROM page_drafts WHERE article = ? AND labeller = ?", number, labeller
            )
        return None if row is None else (json.loads(str(row[0])), str(row[1]))

    def begun_by(self, number: int) -> list[str]:
        """Who has begun a label of an article and not saved it."""
        with self._explained(), self._lock:
            rows = self._connection.execute(
                "SELECT labeller FROM page_drafts WHERE article = ? ORDER BY labeller", (number,)
            ).fetchall()
        return list(dict.fromkeys(str(row[0]).partition("\n")[0] for row in rows))

    def leave_queue(self, number: int) -> None:
        """Let an article be one of the history like others: its file in the queue has another text by now."""
        with self._explained():
            self._run("UPDATE page_articles SET queue = NULL WHERE id = ?", number)

    def drafted_on(self, number: int, labeller: str) -> str | None:
        """The mark of the saved label that a draft was made beside; None where it was not noted."""
        with self._explained():
            row = self._row(
                "SELECT label FROM page_drafts_on WHERE article = ? AND labeller = ?", number, labeller
            )
        return None if row is None else str(row[0])

    def keep_draft(self, number: int, labeller: str, draft: dict[str, Any], on: str = "") -> str:
        """Keep a label as far as it has come, and which saved label it was made beside; the time of it."""
        saved = _now()
        with self._explained(), self._lock:
            self._run("INSERT OR REPLACE INTO page_drafts_on VALUES (?, ?, ?)", number, labeller, on)
            self._run(
                "INSERT OR REPLACE INTO page_drafts VALUES (?, ?, ?, ?)",
                *(number, labeller, json.dumps(draft), saved),
            )
        return saved

    def drop_draft(self, number: int, labeller: str) -> None:
        """Forget a label that was begun."""
        with self._explained():
            self._run("DELETE FROM page_drafts WHERE article = ? AND labeller = ?", number, labeller)
            self._run("DELETE FROM page_drafts_on WHERE article = ? AND labeller = ?", number, labeller)


def counts_of(summary: Summary) -> dict[str, int]:
    """How much there is in a summary."""
    facts = summary.humanitarian
    records = [part for part in dict(facts).values() if isinstance(part, tuple)] if facts is not None else []
    return {
        "events": len(summary.events.events) if summary.events is not None else 0,
        "facts": sum(len(part) for part in records),
        "issues": len(summary.issues),
    }


def titles(entries: Sequence[Entry]) -> str:
    """Some articles in a few words."""
    return ", ".join(entry.called for entry in entries[:3]) + (" ..." if len(entries) > 3 else "")


def _first_words(text: str) -> str:
    """The first line that says something ("STATEMENT" does not), cut at a word."""
    lines = [found for line in text[:4000].splitlines() if (found := " ".join(line.split()))]
    said = (line for line in lines[:4] if len(line.split()) >= _FEW_WORDS and not line.startswith("["))
    line = next(said, lines[0] if lines else "")
    return line if len(line) <= 90 else line[:90].rsplit(" ", 1)[0] + " ..."


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


def _entry(row: Sequence[Any]) -> Entry:
    (
        number,
        packed,
        published,
        source,
        title,
        name,
        kind,
        state,
        key,
        failure,
        counts,
        added,
        finished,
        queue,
        told,
    ) = row
    return Entry(
        id=number,
        packed=packed or b"",
        published=date.fromisoformat(published) if published else None,
        source=source,
        title=title,
        name=name,
        kind=kind,
        state=state,
        key=key,
        failure=Failure.from_json(failure) if failure else None,
        counts=json.loads(counts) if counts else {},
        added=datetime.fromisoformat(added),
        finished=datetime.fromisoformat(finished) if finished else None,
        queue=queue,
        told=told,
    )
