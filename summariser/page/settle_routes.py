"""Routes for comparing two readers' labels, and for settling them."""

from __future__ import annotations

import hashlib
from typing import Any

from fastapi import APIRouter, Request
from starlette.concurrency import run_in_threadpool
from starlette.responses import RedirectResponse, Response

from summariser.errors import BadLabel
from summariser.evals.documents import Document
from summariser.evals.gold import Label, locate, to_json
from summariser.page.folder import SETTLED, About
from summariser.page.label_check import check
from summariser.page.label_keeping import WRITING
from summariser.page.labellers import Labeller, quoted, who
from summariser.page.rendering import page
from summariser.page.room import NotThere, Room
from summariser.page.settling import chosen_before, compare, open_questions, settle
from summariser.page.shown import paper_of
from summariser.store import Failure

JSON = dict[str, Any]


def settle_routes(room: Room) -> APIRouter:
    """The routes."""
    router = APIRouter()

    @router.get("/cases/{case}")
    def _case(case: str) -> Response:
        """A saved case, in the editor."""
        return RedirectResponse(f"/articles/{_number_of(room, case)}/label", 303)

    @router.get("/settled/{case}")
    def _settled_label(case: str) -> Response:
        """The settled label of a case, in the editor."""
        _two(room, case)
        return RedirectResponse(f"/articles/{_number_of(room, case)}/label?start=settled", 303)

    @router.get("/compare/{case}")
    def _compare(case: str, labeller: Labeller = "") -> Response:
        return _side_by_side(room, case, who(room, labeller))

    @router.post("/compare/{case}")
    async def _settle(case: str, request: Request, labeller: Labeller = "") -> Response:
        async with request.form(max_fields=5000) as form:
            choices = {name: str(value) for name, value in form.items()}
        by = who(room, labeller, choices.get("by", ""))
        return await run_in_threadpool(_settled, room, case, choices, by)

    return router


def _number_of(room: Room, case: str) -> int:
    """The number of the article of a saved case; it is taken into the history where it is not there."""
    document = room.folder.document(case)
    if document is None:
        raise NotThere(f"There is no case {case[:80]}")
    entry = room.history.by_text(document.article.sha256)
    return entry.id if entry is not None else room.history.add(document.article, "all", "kept")


def _two(room: Room, case: str) -> tuple[Document, Label, Label]:
    document = room.folder.document(case)
    first, second = (room.folder.label(case, reading) for reading in ("first", "second"))
    if document is None or first is None or second is None:
        raise NotThere(f"There are no two labels of {case[:80]}")
    return document, first, second


def _mark(*labels: Label | None) -> str:
    """What changes when one of the labels does: choices are about these and no others."""
    text = "\n".join("" if label is None else to_json(label) for label in labels)
    return hashlib.sha256(text.encode()).hexdigest()[:24]


def _settled_one(room: Room, case: str) -> Label | None:
    gold = room.folder.label(case, SETTLED)
    return gold if gold is not None and gold.readers else None


def _side_by_side(
    room: Room,
    case: str,
    by: str,
    *,
    status: int = 200,
    failure: Failure | None = None,
    choices: dict[str, str] | None = None,
    is_done: bool = False,
) -> Response:
    document, first, second = _two(room, case)
    sections = compare(first, second, document.text)
    agreed, total = open_questions(sections)
    gold = _settled_one(room, case)
    if choices is None and gold is not None:
        fields = gold.model_dump(mode="json", exclude_defaults=True)
        choices = {**chosen_before(sections, fields, document.text), "notes": gold.notes}
    paper = paper_of(document.text)

    def lines(fact: JSON | None) -> list[str]:
        """The ids of the sentences that a fact cites."""
        quotes = [fact.get("quote", ""), *fact.get("more", [])] if fact is not None else []
        found = []
        for quote in quotes:
            try:
                found.append(paper.at(locate(str(quote), document.text)[0]))
            except BadLabel:  # a label that was changed by hand
                continue
        return [name for name in dict.fromkeys(found) if name is not None]

    return page(
        "compare.html.jinja", status,
        room=room, document=document, first=first, second=second, sections=sections, agreed=agreed,
        total=total, paper=paper, failure=failure, gold=gold, done=is_done, choices=choices or {},
        mark=_mark(first, second, gold), by=by, window=quoted(by), lines=lines,
        changed=room.folder.case(case).changed,
    )  # fmt: skip


def _settled(room: Room, case: str, choices: dict[str, str], by: str) -> Response:
    with WRITING:
        document, first, second = _two(room, case)
        gold = _settled_one(room, case)
        mark = choices.get("mark", _mark(first, second, None))
        if mark != _mark(first, second, gold):
            changed = Failure(
                "LabelChanged", "One of the labels was changed while this page was open",
                "Nothing was written: look at the choices again, and settle",
            )  # fmt: skip
            return _side_by_side(room, case, by, status=409, failure=changed)
        draft = settle(compare(first, second, document.text), choices)
        draft["notes"] = choices.get("notes", "")[:5000]
        label, errors = check(draft, document.text, case=case, reading=SETTLED, by=by)
        if label is not None:
            readers = (first.by or "not named", second.by or "not named")
            begun = "summary" if "summary" in (first.begun_from, second.begun_from) else "nothing"
            label = label.model_copy(update={"readers": readers, "begun_from": begun})
            room.folder.save(document.article, About(case, document.language, document.genre), label)
    if label is None:
        told = "; ".join(f"{e['path']} {e['message']}" for e in errors[:5])
        failure = Failure("BadLabel", told, "Choose otherwise there")
        return _side_by_side(room, case, by, status=422, failure=failure, choices=choices)
    return _side_by_side(room, case, by, is_done=True)
