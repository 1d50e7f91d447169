"""What is in the files that are to be labelled: whose text it is, and why there is none.

A file is read once, and again when it changes. Papers take a second each: a thread reads ahead, so that the
list can say of every file what is wrong with it.
"""

from __future__ import annotations

import hashlib
import threading
from dataclasses import dataclass, replace
from pathlib import Path

from summariser.errors import BadLabel, SummariserError, UnreadableSource
from summariser.files import FileMark, mark_of
from summariser.page.folder import Case, Folder, id_beside
from summariser.store import Failure


@dataclass(frozen=True, slots=True)
class Looked:
    """What a file holds.

    Attributes:
        sha256: Of its article's text, as the page keeps it; None where it cannot be read.
        failure: Why it cannot.
    """

    sha256: str | None = None
    failure: Failure | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """A case of the list.

    Attributes:
        case: The case.
        failure: Why its article or a label cannot be read; None where all can, or nobody looked yet.
        same_as: The case that has the same text, and stands for it; None where it stands for itself.
        is_unseen: Whether nobody looked at its file yet.
    """

    case: Case
    failure: Failure | None = None
    same_as: str | None = None
    is_unseen: bool = False

    def waits_for(self, by: str) -> bool:
        """Whether this reader is to label it, as far as is known."""
        return self.case.waits_for(by) and self.failure is None and self.same_as is None


class Looks:
    """What was seen of a folder's files.

    Args:
        folder: The folder of labels and of what is to be labelled.
    """

    def __init__(self, folder: Folder) -> None:
        self._folder = folder
        self._seen: dict[Path, tuple[FileMark, Looked]] = {}
        self._reader: threading.Thread | None = None
        self._lock = threading.Lock()

    def read_ahead(self) -> None:
        """Look at every file that nobody looked at yet, in a thread that ends with the process."""
        with self._lock:
            if self._reader is None or not self._reader.is_alive():
                self._reader = threading.Thread(target=self._read_all, name="reading ahead", daemon=True)
                self._reader.start()

    def _read_all(self) -> None:
        for path in self._folder.sources():
            self.at(path)

    def at(self, path: Path) -> Looked:
        """What a file holds; it is read where that is not known."""
        known = self._known(path)
        if known is not None:
            return known
        try:
            mark = mark_of(path)
            looked = Looked(_hash(self._folder.read(path)[0].text))
        except SummariserError as error:
            failure = _failure(error)
            short = failure.message.replace(str(path), self._folder.name_of(path))
            looked = Looked(failure=replace(failure, message=short))
        except OSError as error:
            reason = error.strerror or type(error).__name__
            gone = UnreadableSource(f"{path.name} cannot be read: {reason}", "Check its permissions")
            return Looked(failure=Failure.of(gone))
        self._seen[path] = mark, looked
        return looked

    def _known(self, path: Path) -> Looked | None:
        try:
            mark, looked = self._seen.get(path, (None, None))
            return looked if mark is not None and mark == mark_of(path) else None
        except OSError:
            return None

    def rows(self) -> list[Row]:
        """All cases and all files that are to be labelled, with what is known of them."""
        paths = {self._folder.name_of(path): path for path in self._folder.sources()}
        found: list[tuple[Case, Looked | None]] = []
        cases = {case.id: case for case in self._folder.cases()}
        for case in list(cases.values()):
            path = paths.get(case.source or "")
            known = self._known(path) if path is not None else None
            own = self._own(case.id)
            if known is None or own is None or None in (known.sha256, own.sha256) or known == own:
                continue
            # The file was changed after it was labelled: its text waits under an id of its own.
            name = id_beside(case.id, str(known.sha256))
            cases[case.id] = replace(case, source=None)
            cases[name] = replace(cases.get(name, Case(name)), source=case.source)
        for case in sorted(cases.values(), key=lambda one: one.id):
            path = paths.get(case.source or "")
            known = self._known(path) if path is not None else None
            found.append((case, known or self._own(case.id)))
        # A case that was saved stands for its text, before a file that waits.
        standing: dict[str, str] = {}
        for case, looked in sorted(found, key=lambda one: self._own(one[0].id) is None):
            if looked is not None and looked.sha256 is not None:
                standing.setdefault(looked.sha256, case.id)
        return [_row(case, looked, standing) for case, looked in found]

    def next_for(self, by: str, after: str | None = None) -> Row | None:
        """The next file that a reader is to label and that can be read.

        Args:
            by: The reader.
            after: The file that was labelled last; those behind it come first.
        """
        paths = {self._folder.name_of(path): path for path in self._folder.sources()}
        names = list(paths)
        behind = names.index(after) + 1 if after in paths else 0
        rows = {row.case.source: row for row in self.rows()}
        for name in (*names[behind:], *names[:behind]):
            if name == after or not rows[name].waits_for(by):
                continue
            if self._known(paths[name]) is None:
                self.at(paths[name])
                rows = {row.case.source: row for row in self.rows()}  # its text may be another's
            if rows[name].waits_for(by) and self.at(paths[name]).failure is None:
                return rows[name]
        return None

    def _own(self, name: str) -> Looked | None:
        """The article of a saved case."""
        try:
            document = self._folder.document(name)
        except SummariserError as error:
            return Looked(failure=_failure(error))
        return None if document is None else Looked(_hash(document.text))


def _failure(error: SummariserError) -> Failure:
    failure = Failure.of(error)
    if isinstance(error, BadLabel):
        return replace(failure, advice="Give it the header of a case, or label it from another folder")
    return failure


def _row(case: Case, looked: Looked | None, standing: dict[str, str]) -> Row:
    failure = looked.failure if looked is not None else None
    if case.damage is not None:
        failure = Failure("BadLabel", case.damage, "Mend the file, or move it out of the folder")
    same = standing.get(looked.sha256 or "") if looked is not None else None
    return Row(case, failure, None if same == case.id else same, looked is None)


def _hash(text: str) -> str:
    """Of a text as the history keeps it: its line ends are those of files."""
    return hashlib.sha256(text.replace("\r\n", "\n").replace("\r", "\n").encode()).hexdigest()
