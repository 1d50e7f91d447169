"""Keeping and saving labels: never over what another window of the same reader kept meanwhile.

Each answer carries a *mark* of what is there of a reader's label of an article, the draft and the saved
label together. Who writes says from which mark they come (``If-Match``); where another window has written
since, or another reader settled the label that counts anew, nothing is written, and what is there is sent
back. A draft that was made before the label was saved anew gives way to it, and is offered.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Final

from summariser.errors import SummariserError
from summariser.evals.documents import Document
from summariser.evals.gold import Label
from summariser.page.folder import SETTLED, About, Case, is_same_reader
from summariser.page.history import Entry
from summariser.page.label_check import check, is_draft
from summariser.page.room import NotThere, Room
from summariser.store import Failure

JSON = dict[str, Any]
WRITING: Final = threading.Lock()
"""From the look at the mark to the end of writing: two windows do not pass each other in between."""


class Changed(Exception):
    """Another window wrote meanwhile.

    Attributes:
        there: What it wrote.
    """

    def __init__(self, there: Standing) -> None:
        super().__init__(there.mark)
        self.there = there


@dataclass(frozen=True, slots=True)
class Standing:
    """What is there of a reader's label of an article.

    Attributes:
        draft: What was kept and not saved as a label; None where nothing was.
        kept: When, UTC.
        label: The saved label; None where there is none.
        on: The mark of the saved label that the draft was made beside; None where it was not noted.
    """

    draft: JSON | None = None
    kept: str = ""
    label: Label | None = None
    on: str | None = None

    @property
    def mark(self) -> str:
        """What changes whenever either does: the draft's mark and the label's, with a hyphen between."""
        return f"{_hashed(self.draft)}-{self.label_mark}"

    @property
    def label_mark(self) -> str:
        """What changes whenever the saved label does."""
        return _hashed(_fields_of(self.label))

    @property
    def is_behind(self) -> bool:
        """Whether the label was saved anew since the draft was kept: the draft knows nothing of it."""
        if self.draft is None or self.label is None:
            return False
        if self.on is not None:
            return self.on != self.label_mark
        return self.label.at is not None and self.kept < _utc(self.label.at)  # of an older version

    @property
    def is_label(self) -> bool:
        """Whether what stands is the saved label: there is no draft, or an older one."""
        return self.label is not None and (self.draft is None or self.is_behind)

    @property
    def fields(self) -> JSON:
        """The label as the editor holds it: the draft where there is one that the label does not outdate."""
        if self.draft is not None and not self.is_behind:
            return self.draft
        return _fields_of(self.label) or {}

    def to_json(self) -> JSON:
        """For the editor; ``is_kept`` where the server needs not be told that it was taken."""
        label = self.label if self.is_label else None
        return {
            "mark": self.mark,
            "draft": self.fields,
            "at": self.kept if label is None or label.at is None else _utc(label.at),
            "by": (label.by or "") if label is not None else "",
            "is_label": label is not None,
            "is_kept": not self.is_behind,
        }


def _fields_of(label: Label | None) -> JSON | None:
    return None if label is None else label.model_dump(mode="json", exclude_defaults=True)


def _hashed(fields: JSON | None) -> str:
    text = json.dumps(fields, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def _utc(at: datetime) -> str:
    return at.astimezone(UTC).isoformat(timespec="seconds")


def standing(room: Room, entry: Entry, by: str, *, settled: bool = False) -> Standing:
    """What is there of a reader's label; of the settled one with ``settled``, where there are two readings.

    One reader's label counts until then, and is not shown to the other.
    """
    document = document_of(room, entry)
    settled = settled and document is not None and room.folder.case(document.id).can_be_compared
    desk = desk_of(by, SETTLED if settled else None)
    kept = room.history.draft(entry.id, desk)
    label = None
    if document is not None:
        reading = SETTLED if settled else room.folder.reading_of(document.id, by)
        label = room.folder.label(document.id, reading) if reading is not None else None
    draft, when = kept if kept is not None else (None, "")
    return Standing(draft, when, label, room.history.drafted_on(entry.id, desk) if kept else None)


def document_of(room: Room, entry: Entry) -> Document | None:
    """The case that an article is, where it was saved before or waits in a suite's folder."""
    if entry.queue is not None and room.folder.is_suite:
        with contextlib.suppress(SummariserError):  # its file is not there any more, or not as it was
            return room.folder.source(entry.queue)[1]
    return room.folder.of_text(entry.article.text)


def _is_settled(room: Room, entry: Entry, draft: JSON) -> bool:
    """Whether what was sent is the settled label, and there can be one."""
    if draft.get("reading") != SETTLED:
        return False
    document = document_of(room, entry)
    return document is not None and room.folder.case(document.id).can_be_compared


def desk_of(by: str, reading: object) -> str:
    """Under which name a draft is kept: a settled label lies beside its settler's own."""
    return f"{by}\n{SETTLED}" if reading == SETTLED else by


def sent(body: bytes) -> JSON:
    """What the editor sent.

    Raises:
        NotThere: It is no label at all.
    """
    try:
        draft = json.loads(body)
        json.dumps(draft, ensure_ascii=False).encode()  # half a character could be kept, and never be shown
    except (ValueError, RecursionError):
        draft = None
    if not is_draft(draft, len(body)):
        raise NotThere("What was sent is no label")
    found: JSON = draft
    return found


def keep(room: Room, entry: Entry, by: str, draft: JSON, mark: str | None) -> JSON:
    """Keep a label as far as it has come.

    Args:
        room: Where it is kept.
        entry: Its article.
        by: Who labels.
        draft: The fields.
        mark: What the window that sends it saw last; None where it saw nothing.

    Raises:
        Changed: Another window wrote meanwhile. Nothing was written.
        StoreError: It cannot be kept.
    """
    is_settled = _is_settled(room, entry, draft)
    desk = desk_of(by, SETTLED if is_settled else None)
    with WRITING:
        there = standing(room, entry, by, settled=is_settled)
        label, errors = _checked(room, entry, draft, by)
        if there.draft is None and _is_same(label, there.label):
            return {"saved": _now(), "errors": errors, "mark": there.mark}  # it is in the label already
        _see(there, mark, draft)
        saved = room.history.keep_draft(entry.id, desk, draft, there.label_mark)
        return {
            "saved": saved,
            "errors": errors,
            "mark": standing(room, entry, by, settled=is_settled).mark,
        }


def finish(room: Room, entry: Entry, by: str, draft: JSON, mark: str | None) -> tuple[Label | None, JSON]:
    """Save a label. What is none is kept as a draft, with what is wrong.

    Args:
        room: Where it is saved.
        entry: Its article.
        by: Who labels.
        draft: The fields.
        mark: As in `keep`.

    Raises:
        Changed: Another window wrote meanwhile. Nothing was written.
        StoreError: A draft cannot be kept.
    """
    is_settled = _is_settled(room, entry, draft)
    desk = desk_of(by, SETTLED if is_settled else None)
    with WRITING:
        there = standing(room, entry, by, settled=is_settled)
        label, errors = _checked(room, entry, draft, by)
        is_there = _is_same(label, there.label)
        # Sent again because the answer was lost: it is done.
        if not (is_there and there.draft is None):
            _see(there, mark, draft)
        path = ""
        if is_there and there.label is not None:
            label = there.label  # it keeps its time: nothing was changed
            path = str(room.folder.path_of(label.id, label.reading))
        elif label is not None:
            try:
                path = str(room.folder.save(entry.article, _about(draft), label))
            except SummariserError as error:
                label, errors = None, [{"path": "about.id", "message": str(error)}]
        if label is None:
            room.history.keep_draft(entry.id, desk, draft, there.label_mark)
        else:
            room.history.drop_draft(entry.id, desk)
        now = standing(room, entry, by, settled=is_settled)
    return label, {"errors": errors, "mark": now.mark, "path": path}


def _see(there: Standing, mark: str | None, draft: JSON) -> None:
    """Whether a window knows what it writes over. A draft that is sent twice is no other's; a label is."""
    seen, _, label = (mark or Standing().mark).partition("-")
    if label != there.label_mark or (there.draft != draft and seen != _hashed(there.draft)):
        raise Changed(there)


def _is_same(label: Label | None, other: Label | None) -> bool:
    """Whether two labels say the same, whenever they were saved."""
    if label is None or other is None:
        return False
    return label.model_copy(update={"at": None}) == other.model_copy(update={"at": None})


def _checked(room: Room, entry: Entry, draft: JSON, by: str) -> tuple[Label | None, list[JSON]]:
    about = _about(draft)
    wrong: list[JSON] = list(about.problems()) or list(_taken(room, entry, about))
    case = room.folder.case(about.id) if not wrong else Case(about.id)
    is_settled = draft.get("reading") == SETTLED and case.can_be_compared
    reading = SETTLED if is_settled else room.folder.reading_of(about.id, by) if not wrong else "first"
    if reading is None:
        readers = " and ".join(who for _, who in case.readings)
        return None, [
            {
                "path": "about.id",
                "message": f"was labelled by {readers} already: compare and settle them",
                "compare": f"/compare/{about.id}",
            }
        ]
    by = next((who for _, who in case.readings if is_same_reader(who, by)), by)
    label, found = check(
        draft, entry.article.text, case=about.id, reading=reading, by=by,
        begun_from="summary" if draft.get("begun_from") == "summary" else "nothing",
    )  # fmt: skip
    if label is not None and is_settled:
        label = label.model_copy(update={"readers": tuple(who for _, who in case.readings)})
    return (None if wrong else label), [*wrong, *found]


def _taken(room: Room, entry: Entry, about: About) -> Iterator[JSON]:
    """Whether the id is another text's, or the text another id's: one of two cases would be hidden."""
    text = entry.article.text
    known = room.folder.document(about.id)
    if known is not None and known.text != text:
        yield {"path": "about.id", "message": "is the id of another article: choose another one"}
    elif known is None and (same := room.folder.of_text(text)) is not None:
        message = f"is not the id of this text, which is the case {same.id} already"
        yield {"path": "about.id", "message": message, "case": same.id}


def _about(draft: JSON) -> About:
    given = draft.get("about", {})
    return About(*(str(given.get(name, "")) for name in ("id", "language", "genre")))


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


def failed(error: SummariserError) -> JSON:
    """An error for the editor."""
    failure = Failure.of(error)
    return {"failure": {"message": failure.message, "advice": failure.advice}}
