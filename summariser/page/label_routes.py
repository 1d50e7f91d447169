"""Routes for correcting, labelling, comparing and settling."""

from __future__ import annotations

import json
from typing import Annotated, Any, Final

from fastapi import APIRouter, Cookie, Request
from markupsafe import Markup
from starlette.concurrency import run_in_threadpool
from starlette.responses import JSONResponse, RedirectResponse, Response

from summariser.errors import SummariserError
from summariser.evals.documents import GENRES, LANGUAGES, Document
from summariser.evals.gold import Label
from summariser.page.folder import SETTLED, About, Case, as_name, slug
from summariser.page.history import Entry
from summariser.page.label_check import check, is_draft
from summariser.page.label_form import KINDS, countries
from summariser.page.label_start import draft_of_summary
from summariser.page.rendering import page
from summariser.page.room import NotThere, Room
from summariser.page.settling import compare, open_questions, settle
from summariser.page.shown import paper_of
from summariser.sentences import guess_language
from summariser.store import Failure

JSON = dict[str, Any]
COOKIE: Final = "summariser-labeller"
Labeller = Annotated[str, Cookie(alias=COOKIE)]
_UNSAFE: Final = {ord(c): f"\\u{ord(c):04x}" for c in "<>&\u2028\u2029"}


def label_routes(room: Room) -> APIRouter:
    """The routes."""
    router = APIRouter()

    @router.get("/labels")
    def _labels(labeller: Labeller = "") -> Response:
        by = _unquoted(labeller) or room.labeller
        cases = room.folder.cases()
        left = next((c for c in cases if c.waits_for(by)), None)
        return page("labels.html.jinja", room=room, cases=cases, by=by, next=left)

    @router.post("/labeller")
    async def _who(request: Request) -> Response:
        async with request.form(max_fields=3) as form:
            back, name = str(form.get("back") or ""), as_name(form.get("name"))
        own = back.startswith("/") and not back.startswith(("//", "/\\"))
        answer = RedirectResponse(back if own else "/labels", 303)
        if name:
            answer.set_cookie(COOKIE, _quoted(name), httponly=True, samesite="strict", max_age=31_536_000)
        else:
            answer.delete_cookie(COOKIE)
        return answer

    @router.get("/queue/{name}")
    def _from_queue(name: str) -> Response:
        entry = room.history.queued(name)
        if entry is None:
            article, _ = room.folder.source(name)
            number = room.history.add(article, "all", "kept", name)
        else:
            number = entry.id
        return RedirectResponse(f"/articles/{number}/label", 303)

    @router.get("/articles/{number}/label")
    def _edit(number: int, start: str = "", labeller: Labeller = "") -> Response:
        entry = room.entry(number)
        data = _begun(room, entry, _unquoted(labeller) or room.labeller, start)
        paper = paper_of(entry.article.text)
        return page("label.html.jinja", room=room, entry=entry, paper=paper, data=embed(data), by=data["by"])

    @router.post("/articles/{number}/label/draft")
    async def _draft(number: int, request: Request, labeller: Labeller = "") -> Response:
        by = _unquoted(labeller) or room.labeller
        return await run_in_threadpool(_keep, room, number, by, await request.body())

    @router.post("/articles/{number}/label/save")
    async def _save(number: int, request: Request, labeller: Labeller = "") -> Response:
        by = _unquoted(labeller) or room.labeller
        return await run_in_threadpool(_finish, room, number, by, await request.body())

    @router.get("/settled/{case}")
    def _settled_label(case: str) -> Response:
        """The settled label of a case, in the editor."""
        document, _, _ = _two(room, case)
        entry = room.history.by_text(document.article.sha256)
        number = entry.id if entry is not None else room.history.add(document.article, "all", "kept")
        return RedirectResponse(f"/articles/{number}/label?start=settled", 303)

    @router.get("/compare/{case}")
    def _compare(case: str) -> Response:
        return _side_by_side(room, case)

    @router.post("/compare/{case}")
    async def _settle(case: str, request: Request, labeller: Labeller = "") -> Response:
        async with request.form(max_fields=5000) as form:
            choices = {name: str(value) for name, value in form.items()}
        return await run_in_threadpool(_settled, room, case, choices, _unquoted(labeller) or room.labeller)

    return router


def embed(data: object) -> Markup:
    """JSON for a block of data: no text of it can end the block or start markup."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":")).translate(_UNSAFE)
    return Markup(text)  # noqa: S704 - escaped above


def _quoted(name: str) -> str:
    """A name as a cookie can carry it."""
    return name.encode().hex()


def _unquoted(value: str) -> str:
    try:
        return as_name(bytes.fromhex(value).decode())
    except ValueError:
        return ""


# --- the editor


def _begun(room: Room, entry: Entry, by: str, start: str) -> JSON:
    """What the editor begins with: a draft, the reader's own label, the summary, or nothing."""
    article = entry.article
    document = _document(room, entry)
    summary = room.history.summary_of(entry)
    name = document.id if document is not None else _free_id(room, entry)
    is_settled = start == SETTLED and room.folder.case(name).can_be_compared
    if start == SETTLED and not is_settled:
        start = ""  # one reader's label is not shown to the other
    reading = SETTLED if is_settled else room.folder.reading_of(name, by)
    kept = room.history.draft(entry.id, _desk_of(by, reading)) if start in {"", SETTLED} else None
    own = room.folder.label(name, reading) if reading is not None else None
    begun_from, saved = "nothing", ""
    if kept is not None:
        draft, saved = kept
    elif own is not None and start in {"", SETTLED} and (own.by == by or reading == SETTLED):
        draft = own.model_dump(mode="json", exclude_defaults=True)
        begun_from = own.begun_from
    elif summary is not None and start != "nothing":
        draft, begun_from = draft_of_summary(summary, article.text), "summary"
    else:
        draft = {}
    language = summary.article.language if summary is not None else guess_language(article.text)
    about = {"id": name, "language": language if language in LANGUAGES else "en", "genre": "wire"}
    if document is not None:
        about = {"id": name, "language": document.language, "genre": document.genre}
    about |= draft.get("about", {})
    return {
        "kinds": KINDS,
        "countries": countries(),
        "languages": sorted(LANGUAGES),
        "genres": sorted(GENRES),
        "draft": {
            **draft,
            "about": about,
            "begun_from": draft.get("begun_from", begun_from),
            "reading": SETTLED if reading == SETTLED else "own",
        },
        "fixed": document is not None,
        "saved": saved,
        "by": by,
        "reading": reading,
        "summary": summary is not None,
        "address": f"/articles/{entry.id}/label",
        "sentences": [
            {"id": s.id, "start": s.start, "end": s.end, "text": s.text} for s in paper_of(article.text).lines
        ],
        "next": _next(room, entry, by),
    }


def _document(room: Room, entry: Entry) -> Document | None:
    """The case that an article is, where it was saved before or waits in a suite's folder."""
    if entry.queue is not None and room.folder.queue == room.folder.root:
        return room.folder.source(entry.queue)[1]
    return room.folder.of_text(entry.article.text)


def _free_id(room: Room, entry: Entry) -> str:
    """An id for a new case that no other article has."""
    if entry.queue is not None:
        return room.folder.ids().get(entry.queue) or slug(entry.queue.rpartition(".")[0])
    name = slug(entry.called)
    return name if room.folder.document(name) is None else f"{name[:50]}-{entry.id}"


def _next(room: Room, entry: Entry, by: str) -> str | None:
    """The next article of the queue that this reader has not labelled; None where there is none."""
    if entry.queue is None:
        return None
    waiting = [c.source for c in room.folder.cases() if c.waits_for(by)]
    others = [name for name in waiting if name is not None and name != entry.queue]
    later = [name for name in others if name > entry.queue]
    return f"/queue/{(later or others)[0]}" if others else None


def _sent(body: bytes) -> JSON:
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


def _keep(room: Room, number: int, by: str, body: bytes) -> Response:
    entry, draft = room.entry(number), _sent(body)
    saved = room.history.keep_draft(entry.id, _desk_of(by, draft.get("reading")), draft)
    return JSONResponse({"saved": saved, "errors": _checked(room, entry, draft, by)[1]})


def _desk_of(by: str, reading: object) -> str:
    """Under which name a draft is kept: a settled label lies beside its settler's own."""
    return f"{by}\n{SETTLED}" if reading == SETTLED else by


def _checked(room: Room, entry: Entry, draft: JSON, by: str) -> tuple[Label | None, list[JSON]]:
    about = _about(draft)
    wrong: list[JSON] = list(about.problems())
    case = room.folder.case(about.id) if not wrong else Case(about.id)
    is_settled = draft.get("reading") == SETTLED and case.can_be_compared
    reading = SETTLED if is_settled else room.folder.reading_of(about.id, by) if not wrong else "first"
    if reading is None:
        readers = " and ".join(who for _, who in case.readings)
        message = f"was labelled by {readers}: compare and settle them, or choose another id"
        return None, [{"path": "about.id", "message": message}]
    label, found = check(
        draft, entry.article.text, case=about.id, reading=reading, by=by,
        begun_from="summary" if draft.get("begun_from") == "summary" else "nothing",
    )  # fmt: skip
    if label is not None and is_settled:
        label = label.model_copy(update={"readers": tuple(who for _, who in case.readings)})
    return (None if wrong else label), [*wrong, *found]


def _about(draft: JSON) -> About:
    given = draft.get("about", {})
    return About(*(str(given.get(name, "")) for name in ("id", "language", "genre")))


def _finish(room: Room, number: int, by: str, body: bytes) -> Response:
    entry, draft = room.entry(number), _sent(body)
    label, errors = _checked(room, entry, draft, by)
    if label is None:
        room.history.keep_draft(entry.id, _desk_of(by, draft.get("reading")), draft)
        return JSONResponse({"errors": errors}, 422)
    try:
        path = room.folder.save(entry.article, _about(draft), label)
    except SummariserError as error:
        return JSONResponse({"errors": [{"path": "about.id", "message": str(error)}]}, 422)
    room.history.drop_draft(entry.id, _desk_of(by, draft.get("reading")))
    case = room.folder.case(label.id)
    return JSONResponse(
        {
            "path": str(path),
            "reading": label.reading,
            "at": label.at.isoformat() if label.at else "",
            "next": _next(room, entry, by),
            "compare": f"/compare/{label.id}" if case.can_be_compared else None,
        }
    )


# --- two readers


def _two(room: Room, case: str) -> tuple[Document, Label, Label]:
    document = room.folder.document(case)
    first, second = (room.folder.label(case, reading) for reading in ("first", "second"))
    if document is None or first is None or second is None:
        raise NotThere(f"There are no two labels of {case[:80]}")
    return document, first, second


def _side_by_side(
    room: Room, case: str, failure: Failure | None = None, done: Label | None = None
) -> Response:
    document, first, second = _two(room, case)
    sections = compare(first, second, document.text)
    agreed, total = open_questions(sections)
    gold = done or room.folder.label(case, SETTLED)
    return page(
        "compare.html.jinja", 422 if failure else 200,
        room=room, document=document, first=first, second=second, sections=sections, agreed=agreed,
        total=total, paper=paper_of(document.text), failure=failure, gold=gold, done=done is not None,
    )  # fmt: skip


def _settled(room: Room, case: str, choices: dict[str, str], by: str) -> Response:
    document, first, second = _two(room, case)
    draft = settle(compare(first, second, document.text), choices)
    draft["notes"] = choices.get("notes", "")[:5000]
    label, errors = check(draft, document.text, case=case, reading=SETTLED, by=by)
    if label is None:
        told = "; ".join(f"{e['path']} {e['message']}" for e in errors[:5])
        return _side_by_side(room, case, Failure("BadLabel", told, "Choose otherwise there"))
    readers = (first.by or "not named", second.by or "not named")
    begun = "summary" if "summary" in (first.begun_from, second.begun_from) else "nothing"
    label = label.model_copy(update={"readers": readers, "begun_from": begun})
    room.folder.save(document.article, About(case, document.language, document.genre), label)
    return _side_by_side(room, case, done=label)
