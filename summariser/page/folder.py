"""The folder of labels: articles and what readers found in them, in the form of the newsroom suite.

::

    FOLDER/articles/ID.txt              the article, below a short header
    FOLDER/readings/first/ID.json       one reader's label
    FOLDER/readings/second/ID.json      another's
    FOLDER/gold/ID.json                 the label that counts

``summariser eval --suite newsroom --data FOLDER`` reads it as it is. The label that counts is the first
reading until two readings are settled.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from summariser.articles import Article, load_article
from summariser.errors import BadLabel
from summariser.evals.documents import GENRES, LANGUAGES, Document, load_document
from summariser.evals.gold import Label, load_label, problems, to_json
from summariser.files import write_whole
from summariser.page.papers import article_of_file

READINGS: Final = ("first", "second")
SETTLED: Final = "settled"
_NOTICE: Final = "Third-party text, labelled by a reader: not to be published."
_SUFFIXES: Final = frozenset({".txt", ".text", ".md", ".html", ".htm", ".pdf", ".docx"})
_ID: Final = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_NAMELESS: Final = "article"
_LONGEST_ID: Final = 60
_LONGEST_NAME: Final = 80
_LONGEST_HEADER: Final = 5_000


@dataclass(frozen=True, slots=True)
class About:
    """What a case's header says.

    Attributes:
        id: Lower-case words with hyphens.
        language: ISO 639-1, one of four.
        genre: What kind of text it is.
    """

    id: str
    language: str = "en"
    genre: str = "wire"

    def problems(self) -> Iterator[dict[str, str]]:
        """What is wrong with it, at the field."""
        if not _ID.fullmatch(self.id) or len(self.id) > _LONGEST_ID:
            message = f"is not lower-case words with hyphens, of at most {_LONGEST_ID} letters"
            yield {"path": "about.id", "message": message}
        if self.language not in LANGUAGES:
            yield {"path": "about.language", "message": f"is none of {', '.join(sorted(LANGUAGES))}"}
        if self.genre not in GENRES:
            yield {"path": "about.genre", "message": f"is none of {', '.join(sorted(GENRES))}"}


@dataclass(frozen=True, slots=True)
class Case:
    """One article of the folder and its labels.

    Attributes:
        id: Its id.
        readings: Who made each reading.
        settled: Who settled it, or made the only reading; None where no label counts yet.
        both: Whether the label that counts settles two readings.
        source: The file that it is to be labelled from; None for a case without one.
    """

    id: str
    readings: tuple[tuple[str, str], ...] = ()
    settled: str | None = None
    both: bool = False
    source: str | None = None

    def waits_for(self, by: str) -> bool:
        """Whether it is to be labelled, and this reader has not done it, nor two others."""
        return bool(self.source) and not self.can_be_compared and by not in [who for _, who in self.readings]

    @property
    def can_be_compared(self) -> bool:
        """Whether two people have labelled it."""
        return len(self.readings) == len(READINGS)


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder of labels.

    Attributes:
        root: Where it is; made when the first label is saved.
        queue: Where the articles are that are to be labelled; None where none are waiting.
    """

    root: Path
    queue: Path | None = None

    @classmethod
    def of_queue(cls, folder: Path) -> Folder:
        """The folder of ``summariser label``: a suite labels its own articles, another gets ``labels``."""
        return cls(folder, folder) if (folder / "articles").is_dir() else cls(folder / "labels", folder)

    # --- what there is

    def cases(self) -> list[Case]:
        """All cases, and all articles that are to be labelled, by id."""
        names = {path.stem for path in self._in("articles").glob("*.txt")}
        found = {name: self.case(name) for name in names}
        ids = self.ids()
        for path in self.sources():
            name = ids[path.name]
            known = found.get(name, Case(name))
            found[name] = Case(name, known.readings, known.settled, known.both, path.name)
        return [found[name] for name in sorted(found)]

    def ids(self) -> dict[str, str]:
        """The id of every file that is to be labelled, by its name: no two have one.

        Where names say the same in the letters of ids, or nothing ("خبر.txt"), a piece of a hash tells them
        apart; the first of them keeps the plain one.
        """
        found: dict[str, str] = {}
        for path in self.sources():
            name = slug(path.stem)
            if (name == _NAMELESS and path.stem != name) or name in found.values():
                name = f"{name[: _LONGEST_ID - 9]}-{hashlib.sha256(path.name.encode()).hexdigest()[:8]}"
            found[path.name] = name
        return found

    def case(self, name: str) -> Case:
        """One case; one without labels where there is none of that id."""
        readings = []
        for reading in READINGS:
            label = self.label(name, reading)
            if label is not None:
                readings.append((reading, label.by or "not named"))
        gold = self.label(name, SETTLED)
        return Case(
            name,
            tuple(readings),
            None if gold is None else gold.by or "not named",
            bool(gold and gold.readers),
        )

    def sources(self) -> list[Path]:
        """Files that are to be labelled; those of a suite are its articles."""
        if self.queue is None:
            return []
        folder = self._in("articles") if self.queue == self.root else self.queue
        try:
            return sorted(p for p in folder.iterdir() if p.is_file() and p.suffix.lower() in _SUFFIXES)
        except OSError:
            return []

    def source(self, name: str) -> tuple[Article, Document | None]:
        """An article that is to be labelled, by its file's name.

        Raises:
            BadLabel: There is no such file in the folder.
            InputError: It cannot be read.
        """
        path = next((path for path in self.sources() if path.name == name), None)
        if path is None:
            raise BadLabel(f"There is no file {name[:80]} in the folder", "Choose one of the list")
        if self.queue == self.root:
            document = load_document(path)
            return document.article, document
        if path.suffix.lower() in {".pdf", ".docx"}:
            return article_of_file(path.read_bytes(), name=path.name), None
        return load_article(path), None

    def document(self, name: str) -> Document | None:
        """A case's article; None where there is none of that id.

        Raises:
            BadLabel: It is not as it should be.
        """
        path = self._file("articles", name, ".txt")
        return load_document(path) if path.is_file() else None

    def of_text(self, text: str) -> Document | None:
        """The case of a text; None where it was not labelled yet.

        Raises:
            BadLabel: An article of the folder is not as it should be.
        """
        size = len(text.encode())
        # A header is a few hundred bytes: other articles need not be read.
        near = (
            p for p in self._in("articles").glob("*.txt") if 0 < p.stat().st_size - size < _LONGEST_HEADER
        )
        return next((d for d in map(load_document, sorted(near)) if d.text == text), None)

    def label(self, name: str, reading: str) -> Label | None:
        """A label; None where there is none.

        Raises:
            BadLabel: It is not as it should be.
        """
        path = self._path(name, reading)
        if not path.is_file():
            return None
        label = load_label(path)
        # `summariser eval add` makes empty labels to fill in: they are nobody's.
        return (
            None if label.by is None and not any(True for _ in label.facts()) and not label.notes else label
        )

    def reading_of(self, name: str, by: str) -> str | None:
        """Which reading is this person's: the one that they made, or a free one; None: both are taken."""
        readers = {reading: label.by for reading in READINGS if (label := self.label(name, reading))}
        own = next((reading for reading, who in readers.items() if who == by), None)
        return own or next((reading for reading in READINGS if reading not in readers), None)

    # --- saving

    def save(self, article: Article, about: About, label: Label) -> Path:
        """Write an article with a label: a reader's own, or a settled one.

        Raises:
            BadLabel: The id is another article's, or both readings are others'.
            ConfigurationError: The folder cannot be written to.
            DiskFull: There is no room.
        """
        text = article.text
        known = self.document(about.id)
        if known is not None and known.text != text:
            raise BadLabel(f"There is another article {about.id} in the folder", "Choose another id")
        if found := problems(label, text):
            raise BadLabel("; ".join(found), "Choose the sentence anew")
        for part in ("articles", "readings/first", "readings/second", "gold"):
            self._in(part).mkdir(parents=True, exist_ok=True)
        if known is None:
            write_whole(self._file("articles", about.id, ".txt"), _header(article, about, label) + text)
            load_document(self._file("articles", about.id, ".txt"))
        path = self._path(about.id, label.reading)
        write_whole(path, to_json(label))
        gold = self.label(about.id, SETTLED)
        if label.reading != SETTLED and (gold is None or (gold.by == label.by and not gold.readers)):
            settled = label.model_copy(update={"reading": SETTLED})
            write_whole(self._path(about.id, SETTLED), to_json(settled))
        return path

    def _in(self, part: str) -> Path:
        return self.root / part

    def _file(self, part: str, name: str, suffix: str) -> Path:
        """A file of a case.

        Raises:
            BadLabel: The id is none; it would be a path.
        """
        if not _ID.fullmatch(name) or len(name) > _LONGEST_ID:
            raise BadLabel(f"{name[:80]!r} is no id of a case", "Lower-case words with hyphens")
        return self._in(part) / f"{name}{suffix}"

    def _path(self, name: str, reading: str) -> Path:
        return self._file("gold" if reading == SETTLED else f"readings/{reading}", name, ".json")


def slug(name: str) -> str:
    """A title or a file's name as an id; "article" where nothing of it can be one."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    words = re.findall(r"[a-z0-9]+", plain)
    found = ""
    for word in words:
        longer = f"{found}-{word}" if found else word[:_LONGEST_ID]
        if len(longer) > _LONGEST_ID:
            break
        found = longer
    return found or _NAMELESS


def as_name(words: object) -> str:
    """A labeller's name on one line; nothing where it is none."""
    return " ".join(str(words or "").split())[:_LONGEST_NAME]


def _header(article: Article, about: About, label: Label) -> str:
    n = len([event for event in label.events if not event.optional])
    fields: dict[str, Any] = {
        "Id": about.id,
        "Notice": _NOTICE,
        "Published": article.published.isoformat() if article.published else "unknown",
        "Source": article.source or "not named",
        "Language": about.language,
        "Genre": about.genre,
        "Tags": "no-event" if not n else "one-event" if n == 1 else "several-events",
    }
    lines = (f"{key}: {' '.join(str(value).split())}\n" for key, value in fields.items())
    return f"{''.join(lines)}---\n"
