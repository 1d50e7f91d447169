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
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

from summariser.articles import Article, load_article
from summariser.batch.inputs import texts_in
from summariser.errors import BadLabel, UnreadableSource
from summariser.evals.documents import GENRES, LANGUAGES, Document, load_document
from summariser.evals.gold import Label, load_label, problems, to_json
from summariser.files import printable, write_whole

READINGS: Final = ("first", "second")
SETTLED: Final = "settled"
_NOTICE: Final = "Third-party text, labelled by a reader: not to be published."
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
        source: The file that it is to be labelled from, as the folder names it; None for a case without one.
        damage: Why one of its labels cannot be read; None where all can.
        changed: Who changed their reading after it was settled.
    """

    id: str
    readings: tuple[tuple[str, str], ...] = ()
    settled: str | None = None
    both: bool = False
    source: str | None = None
    damage: str | None = None
    changed: tuple[str, ...] = ()

    def waits_for(self, by: str) -> bool:
        """Whether it is to be labelled, and this reader has not done it, nor two others."""
        return bool(self.source) and not self.can_be_compared and not self.is_of(by)

    def is_of(self, by: str) -> bool:
        """Whether this reader has made one of its readings."""
        return any(is_same_reader(who, by) for _, who in self.readings)

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
        """The folder of ``summariser label``: a suite labels its own articles, another gets ``labels``.

        A folder ``articles`` makes no suite: its texts have a suite's headers, or labels lie beside it.
        """
        return cls(folder, folder) if _is_suite(folder) else cls(folder / "labels", folder)

    # --- what there is

    def cases(self) -> list[Case]:
        """All cases, and all articles that are to be labelled, by id."""
        names = {path.stem for path in self._in("articles").glob("*.txt")}
        found = {name: self.case(name) for name in names}
        ids = self.ids()
        for path in self.sources():
            source = self.name_of(path)
            found[ids[source]] = replace(found.get(ids[source], Case(ids[source])), source=source)
        return [found[name] for name in sorted(found)]

    def ids(self) -> dict[str, str]:
        """The id of every file that is to be labelled, by its name: no two have one.

        Where names say the same in the letters of ids, or nothing ("خبر.txt"), a piece of a hash tells them
        apart; the first of them keeps the plain one.
        """
        found: dict[str, str] = {}
        for path in self.sources():
            name = slug(path.stem)
            source = self.name_of(path)
            if (name == _NAMELESS and path.stem != name) or name in found.values():
                name = f"{name[: _LONGEST_ID - 9]}-{hashlib.sha256(source.encode()).hexdigest()[:8]}"
            found[source] = name
        return found

    def case(self, name: str) -> Case:
        """One case; one without labels where there is none of that id."""
        readings: list[tuple[str, str]] = []
        found: list[Label] = []
        gold, damage = None, None
        for reading in (*READINGS, SETTLED):
            try:
                label = self.label(name, reading)
            except BadLabel as error:
                label, damage = None, error.message
            if label is not None and reading == SETTLED:
                gold = label
            elif label is not None:
                readings.append((reading, label.by or "not named"))
                found.append(label)
        return Case(
            name,
            tuple(readings),
            None if gold is None else gold.by or "not named",
            bool(gold and gold.readers),
            damage=damage,
            changed=tuple(
                label.by or "not named"
                for label in found
                if gold and gold.readers and gold.at and label.at and label.at > gold.at
            ),
        )

    @property
    def is_suite(self) -> bool:
        """Whether what is to be labelled are the articles of a suite, with headers."""
        return self.queue == self.root

    def sources(self) -> list[Path]:
        """Files that are to be labelled, below the folder as well; those of a suite are its articles.

        A folder that cannot be read is among them: there may be articles in it.
        """
        if self.queue is None:
            return []
        try:
            found = texts_in(self._in("articles") if self.is_suite else self.queue)
            return [path for path in found if self.is_suite or not path.is_relative_to(self.root)]
        except UnreadableSource:
            return []

    def name_of(self, path: Path) -> str:
        """How a file that is to be labelled is called: its place below the folder."""
        above = self._in("articles") if self.is_suite else self.queue
        return printable(path.relative_to(above) if above is not None else path)

    def place_of(self, name: str) -> Path:
        """The file that is to be labelled of a name.

        Raises:
            BadLabel: There is no such file in the folder.
        """
        path = next((path for path in self.sources() if self.name_of(path) == name), None)
        if path is None:
            raise BadLabel(f"There is no file {name[:80]} in the folder", "Choose one of the list")
        return path

    def source(self, name: str) -> tuple[Article, Document | None]:
        """An article that is to be labelled, by its file's name.

        Raises:
            BadLabel: There is no such file in the folder, or it lacks a suite's header.
            InputError: It cannot be read.
        """
        return self.read(self.place_of(name))

    def read(self, path: Path) -> tuple[Article, Document | None]:
        """The article in a file that is to be labelled, and a suite's document.

        Raises:
            BadLabel: It lacks a suite's header.
            InputError: It cannot be read.
        """
        self._see_inside(path)
        if self.is_suite:
            document = load_document(path)
            return document.article, document
        if path.exists() and not path.is_file():  # a pipe would be waited for without end
            what = "folder" if path.is_dir() else "pipe or device"
            raise UnreadableSource(f"The {what} {path} cannot be read", "Check its permissions")
        article = load_article(path)
        return replace(article, name=path.name), None

    def _see_inside(self, path: Path) -> None:
        """Refuse a link that leads out of the folder: whoever made it would have another's file shown."""
        above = self._in("articles") if self.is_suite else self.queue
        if path.is_symlink() and above is not None and not path.resolve().is_relative_to(above.resolve()):
            raise UnreadableSource(
                f"The link {path} leads out of the folder, and is not followed",
                "Put the file itself into the folder",
            )

    def document(self, name: str) -> Document | None:
        """A case's article; None where there is none of that id.

        Raises:
            BadLabel: It is not as it should be.
        """
        path = self._file("articles", name, ".txt")
        return load_document(path) if path.is_file() else None

    def of_text(self, text: str) -> Document | None:
        """The case of a text, the first where several hold it; None where it was not labelled yet."""
        size = len(text.encode())
        # A header is a few hundred bytes: other articles need not be read.
        near = (
            p for p in self._in("articles").glob("*.txt") if 0 < p.stat().st_size - size < _LONGEST_HEADER
        )
        return next((d for d in map(_document, sorted(near)) if d is not None and d.text == text), None)

    def label(self, name: str, reading: str) -> Label | None:
        """A label; None where there is none.

        Raises:
            BadLabel: It is not as it should be.
        """
        path = self.path_of(name, reading)
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
        own = next((reading for reading, who in readers.items() if is_same_reader(who, by)), None)
        return own or next((reading for reading in READINGS if reading not in readers), None)

    # --- saving

    def save(self, article: Article, about: About, label: Label) -> Path:
        """Write an article with a label: a reader's own, or a settled one.

        Raises:
            BadLabel: The id is another article's, the article has another id, or the reading is another's.
            ConfigurationError: The folder cannot be written to.
            DiskFull: There is no room.
        """
        text = article.text
        known = self.document(about.id)
        if known is not None and known.text != text:
            raise BadLabel(f"There is another article {about.id} in the folder", "Choose another id")
        if known is None and (same := self.of_text(text)) is not None:
            raise BadLabel(f"This text is the case {same.id} already", f"Save it under the id {same.id}")
        if found := problems(label, text):
            raise BadLabel("; ".join(found), "Choose the sentence anew")
        there = self.label(about.id, label.reading) if label.reading != SETTLED else None
        if there is not None and not is_same_reader(there.by, label.by):  # another process was faster
            raise BadLabel(
                f"The {label.reading} reading is {there.by or 'somebody'}'s by now",
                "Save again: yours becomes the other reading",
            )
        for part in ("articles", "readings/first", "readings/second", "gold"):
            self._in(part).mkdir(parents=True, exist_ok=True)
        if known is None:
            write_whole(self._file("articles", about.id, ".txt"), _header(article, about, label) + text)
            load_document(self._file("articles", about.id, ".txt"))
        path = self.path_of(about.id, label.reading)
        write_whole(path, to_json(label))
        gold = self.label(about.id, SETTLED)
        if label.reading != SETTLED and (gold is None or (gold.by == label.by and not gold.readers)):
            settled = label.model_copy(update={"reading": SETTLED})
            write_whole(self.path_of(about.id, SETTLED), to_json(settled))
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

    def path_of(self, name: str, reading: str) -> Path:
        """Where a label is, or would be.

        Raises:
            BadLabel: The id is none; it would be a path.
        """
        return self._file("gold" if reading == SETTLED else f"readings/{reading}", name, ".json")


def _is_suite(folder: Path) -> bool:
    if not (folder / "articles").is_dir():
        return False
    if any((folder / part).is_dir() for part in ("readings", "gold")):
        return True
    return any(_document(path) is not None for path in (folder / "articles").glob("*.txt"))


def _document(path: Path) -> Document | None:
    """An article of a suite; None where it is none."""
    try:
        return load_document(path)
    except BadLabel:
        return None


def id_beside(name: str, sha256: str) -> str:
    """An id for the text that a file has after its first text became the case of that name."""
    return f"{name[: _LONGEST_ID - 9]}-{sha256[:8]}"


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


def is_same_reader(one: str | None, other: str | None) -> bool:
    """Whether two names are one reader's: "ana" is "Ana"."""
    return (one or "").casefold() == (other or "").casefold()


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
