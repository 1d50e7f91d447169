"""Routes for correcting and labelling."""

from __future__ import annotations

import json
from typing import Annotated, Any, Final
from urllib.parse import quote

from fastapi import APIRouter, Header, Request
from markupsafe import Markup
from starlette.concurrency import run_in_threadpool
from starlette.responses import JSONResponse, RedirectResponse, Response

from summariser.batch.inputs import TEXT_ENDINGS
from summariser.errors import SummariserError
from summariser.evals.documents import GENRES, LANGUAGES
from summariser.page.folder import SETTLED, as_name, id_beside, slug
from summariser.page.history import Entry
from summariser.page.label_form import KINDS, countries
from summariser.page.label_keeping import Changed, document_of, failed, finish, keep, sent, standing
from summariser.page.label_rescue import article_of, for_rescue, put_back
from summariser.page.label_start import draft_of_summary
from summariser.page.labellers import COOKIE, Labeller, Window, known_as, quoted, who
from summariser.page.rendering import page
from summariser.page.room import Room
from summariser.page.shown import paper_of
from summariser.sentences import guess_language

JSON = dict[str, Any]
Mark = Annotated[str | None, Header(alias="if-match")]
_UNSAFE: Final = {ord(c): f"\\u{ord(c):04x}" for c in "<>&\u2028\u2029"}


def label_routes(room: Room) -> APIRouter:
    """The routes."""
    router = APIRouter()

    @router.get("/labels")
    def _labels(labeller: Labeller = "") -> Response:
        by = who(room, labeller)
        left = room.looks.next_for(by)  # first: it looks at files that nobody looked at yet
        room.looks.read_ahead()
        return page(
            "labels.html.jinja", room=room, rows=room.looks.rows(), by=by, next=left, endings=TEXT_ENDINGS
        )

    @router.post("/labeller")
    async def _who(request: Request) -> Response:
        async with request.form(max_fields=3) as form:
            back, name = str(form.get("back") or ""), as_name(form.get("name"))
        own = back.startswith("/") and not back.startswith(("//", "/\\"))
        answer = RedirectResponse(back if own else "/labels", 303)
        if name:
            answer.set_cookie(
                COOKIE, quoted(known_as(room, name)), httponly=True, samesite="strict", max_age=31_536_000
            )
        else:
            answer.delete_cookie(COOKIE)
        return answer

    @router.get("/queue/{name:path}")
    def _from_queue(name: str) -> Response:
        entry = room.history.queued(name)
        if entry is None:
            article, _ = room.folder.source(name)
            number = room.history.add(article, "all", "kept", name)
        else:
            number = entry.id
        return RedirectResponse(f"/articles/{number}/label", 303)

    @router.post("/articles/{number}/label/anew")
    def _anew(number: int) -> Response:
        """Label the text that a file of the queue has by now; what was begun on the old one stays with it."""
        entry = room.entry(number)
        if entry.queue is None or not _is_old(room, entry):
            return RedirectResponse(f"/articles/{number}/label", 303)
        room.folder.source(entry.queue)  # first: one that cannot be read takes no other's place
        room.history.leave_queue(number)
        return RedirectResponse(f"/queue/{quote(entry.queue)}", 303)

    @router.get("/articles/{number}/label")
    def _edit(number: int, start: str = "", labeller: Labeller = "") -> Response:
        entry = room.entry(number)
        data = _begun(room, entry, who(room, labeller), start)
        paper = paper_of(entry.article.text)
        settled = (
            standing(room, entry, data["by"], settled=True).label if data["reading"] == SETTLED else None
        )
        return page(
            "label.html.jinja",
            room=room, entry=entry, paper=paper, data=embed(data), by=data["by"], settled=settled,
        )  # fmt: skip

    @router.post("/articles/{number}/label/draft")
    async def _draft(
        number: int, request: Request, labeller: Labeller = "", window: Window = "", mark: Mark = None
    ) -> Response:
        by = who(room, labeller, window)
        return await run_in_threadpool(_keep, room, number, by, await request.body(), mark)

    @router.post("/articles/{number}/label/save")
    async def _save(
        number: int, request: Request, labeller: Labeller = "", window: Window = "", mark: Mark = None
    ) -> Response:
        by = who(room, labeller, window)
        return await run_in_threadpool(_finish, room, number, by, await request.body(), mark)

    @router.get("/articles/{number}/label/there")
    def _there(number: int, labeller: Labeller = "", window: Window = "", reading: str = "") -> Response:
        """What is there of a label: a window that was left asks before it is written on."""
        entry = room.history.entry(number)
        if entry is None:
            return _gone()
        by = who(room, labeller, window)
        return JSONResponse({"there": standing(room, entry, by, settled=reading == SETTLED).to_json()})

    @router.post("/articles/{number}/label/restore")
    async def _restore(
        number: int, request: Request, labeller: Labeller = "", window: Window = ""
    ) -> Response:
        by = who(room, labeller, window)
        return await run_in_threadpool(_rescued, room, number, by, await request.body())

    return router


def embed(data: object) -> Markup:
    """JSON for a block of data: no text of it can end the block or start markup."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":")).translate(_UNSAFE)
    return Markup(text)  # noqa: S704 - escaped above


# --- the editor


def _begun(room: Room, entry: Entry, by: str, start: str) -> JSON:
    """What the editor begins with: a draft, the reader's own label, the summary, or nothing."""
    article = entry.article
    document = document_of(room, entry)
    summary = room.history.summary_of(entry)
    name = document.id if document is not None else _free_id(room, entry)
    is_settled = start == SETTLED and room.folder.case(name).can_be_compared
    if start == SETTLED and not is_settled:
        start = ""  # one reader's label is not shown to the other
    reading = SETTLED if is_settled else room.folder.reading_of(name, by)
    there = standing(room, entry, by, settled=is_settled)
    begun_from = "nothing"
    is_there = start in {"", SETTLED}
    if there.fields and is_there:
        draft = dict(there.fields)
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
        "saved": there.kept if there.draft is not None and not there.is_behind and is_there else "",
        "mark": there.mark,
        # What another beginning takes the place of: it can be had back.
        "before": there.fields if there.fields and not is_there else there.draft if there.is_behind else None,
        # The label was saved anew after this reader's draft was kept: by whom and when.
        "newer": there.to_json() if there.is_behind and is_there else None,
        "article": for_rescue(entry),
        "by": by,
        "window": quoted(by),
        "reading": reading,
        "is_old": _is_old(room, entry),
        "compare": f"/compare/{name}" if reading is None else None,
        "summary": summary is not None,
        "address": f"/articles/{entry.id}/label",
        "sentences": [
            {"id": s.id, "start": s.start, "end": s.end, "text": s.text} for s in paper_of(article.text).lines
        ],
        "next": _next(room, entry, by),
    }


def _free_id(room: Room, entry: Entry) -> str:
    """An id for a new case that no other article has."""
    if entry.queue is not None:
        name = room.folder.ids().get(entry.queue) or slug(entry.queue.rpartition(".")[0])
        # The file was labelled, and changed after: the case stays that of the old text.
        return name if room.folder.document(name) is None else id_beside(name, entry.article.sha256)
    name = slug(entry.called)
    return name if room.folder.document(name) is None else f"{name[:50]}-{entry.id}"


def _is_old(room: Room, entry: Entry) -> bool:
    """Whether the file of the queue has other words by now than the article that was made of it."""
    if entry.queue is None:
        return False
    try:
        looked = room.looks.at(room.folder.place_of(entry.queue))
    except SummariserError:  # it is not there any more
        return False
    return looked.sha256 is not None and looked.sha256 != entry.article.sha256


def _next(room: Room, entry: Entry, by: str) -> str | None:
    """The next article of the queue that this reader has not labelled; None where there is none."""
    found = room.looks.next_for(by, entry.queue) if entry.queue is not None else None
    return f"/queue/{quote(found.case.source)}" if found is not None and found.case.source else None


def _keep(room: Room, number: int, by: str, body: bytes, mark: str | None) -> Response:
    entry, draft = room.history.entry(number), sent(body)
    if entry is None:
        return _gone()
    try:
        return JSONResponse(keep(room, entry, by, draft, _bare(mark)))
    except Changed as changed:
        return JSONResponse({"there": changed.there.to_json()}, 412)
    except SummariserError as error:
        return JSONResponse(failed(error), 500)


def _finish(room: Room, number: int, by: str, body: bytes, mark: str | None) -> Response:
    entry, draft = room.history.entry(number), sent(body)
    if entry is None:
        return _gone()
    try:
        label, said = finish(room, entry, by, draft, _bare(mark))
    except Changed as changed:
        return JSONResponse({"there": changed.there.to_json()}, 412)
    except SummariserError as error:
        return JSONResponse(failed(error), 500)
    if label is None:
        return JSONResponse(said, 422)
    case = room.folder.case(label.id)
    return JSONResponse(
        {
            **said,
            "reading": label.reading,
            "at": label.at.isoformat() if label.at else "",
            "next": _next(room, entry, by),
            "compare": f"/compare/{label.id}" if case.can_be_compared else None,
        }
    )


def _bare(mark: str | None) -> str | None:
    return None if mark is None else mark.strip().strip('"')


def _gone() -> Response:
    """The article was removed: what was typed is in the window alone, and must stay there."""
    return JSONResponse({"gone": True}, 410)


def _rescued(room: Room, number: int, by: str, body: bytes) -> Response:
    given = article_of(body)
    entry = room.history.entry(number) or put_back(room, given)
    address = f"/articles/{entry.id}/label"
    try:
        return JSONResponse({**keep(room, entry, by, given.draft, None), "address": address})
    except Changed as changed:
        return JSONResponse({"there": changed.there.to_json(), "address": address}, 412)
    except SummariserError as error:
        return JSONResponse({**failed(error), "address": address}, 500)
