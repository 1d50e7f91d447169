"""Routes for giving articles in, watching them, and reading what came of them."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final

from fastapi import APIRouter, Request
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData, UploadFile
from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse, Response, StreamingResponse

from summariser.articles import MAX_BYTES, Article, article_from_bytes, parse_date
from summariser.errors import EmptyArticle, InputError, SummariserError
from summariser.page.cards import cited_by, groups_of, marks_of, narrative_of
from summariser.page.desk import STEPS, Live
from summariser.page.exporting import choices
from summariser.page.guard import MAX_BODY
from summariser.page.history import Entry
from summariser.page.label_keeping import document_of
from summariser.page.papers import article_of_file, plain_name
from summariser.page.pictures import HEIGHT, WIDTH, map_of, timeline_of, tolls_of
from summariser.page.rendering import page
from summariser.page.room import Room
from summariser.page.shown import Paper, paper_of
from summariser.schemas import Summary
from summariser.store import Failure
from summariser.terminal_values import by_whom

_MOST_FILES: Final = 200
"""Files of one form; a folder of thousands is a batch's work."""
_MOST_FIELD: Final = 12_000_000
"""Bytes of one field: a pasted article of two million characters in any script."""
_KINDS: Final = ("all", "events", "humanitarian")
_RECENT: Final = 8
_A_PAGE: Final = 50
_LOOK_AGAIN: Final = 0.25
_SAY_SOMETHING: Final = 15.0
"""Seconds after which a silent stream says that it is alive."""
_STEP_WORDS: Final = {
    "model": "Fetching the model",
    "engine": "Starting the engine",
    "read": "Reading the article",
    "topic": "What it is about",
    "figures": "What its numbers count",
    "events": "What happened",
    "facts": "What it means for people",
    "verify": "Checking every value",
}


@dataclass(slots=True)
class Filled:
    """The form as it was sent, so that nothing of it is lost with an error."""

    text: str = ""
    published: str = ""
    source: str = ""
    kind: str = "all"
    failures: list[tuple[str, Failure]] = field(default_factory=list)
    """What was wrong: the field, and why."""
    taken: list[Entry] = field(default_factory=list)
    """Articles that were taken all the same."""


def reading_routes(room: Room) -> APIRouter:
    """The routes."""
    router = APIRouter()

    @router.get("/")
    def _home() -> Response:
        return _form(room, Filled())

    @router.post("/articles")
    async def _give(request: Request) -> Response:
        limits = {"max_files": _MOST_FILES, "max_fields": 20, "max_part_size": _MOST_FIELD}
        try:
            async with request.form(**limits) as form:
                files = [(f.filename or "", await f.read()) for f in _files(form)]
                return await run_in_threadpool(_take, room, form, files)
        except HTTPException as error:
            return await run_in_threadpool(_form, room, Filled(failures=[("files", _not_read(error))]), 422)

    @router.get("/articles/{number}")
    def _article(number: int) -> Response:
        return page("article.html.jinja", **_shown(room, room.entry(number)))

    @router.get("/articles/{number}/state")
    def _state(number: int) -> Response:
        """The part of the article's page that changes while it is worked on."""
        return page("state.html.jinja", **_shown(room, room.entry(number)))

    @router.get("/articles/{number}/events")
    async def _events(number: int, request: Request) -> Response:
        room.entry(number)
        return StreamingResponse(_told(room, number, request), media_type="text/event-stream")

    @router.post("/articles/{number}/again")
    def _again(number: int) -> Response:
        room.desk.put(room.entry(number).id)
        return RedirectResponse(f"/articles/{number}", 303)

    @router.post("/articles/{number}/cancel")
    def _cancel(number: int, to: str = "") -> Response:
        """End the work on an article, or its waiting. One that is done meanwhile stays done."""
        room.desk.cancel(room.entry(number).id)
        return RedirectResponse("/history" if to == "history" else f"/articles/{number}", 303)

    @router.post("/cancel")
    def _cancel_all() -> Response:
        room.desk.cancel_all()
        return RedirectResponse("/history", 303)

    @router.post("/articles/{number}/remove")
    def _remove(number: int, labels: str = "") -> Response:
        """Forget an article; where a label of it was begun, only when that was said to go as well."""
        entry = room.entry(number)
        begun = room.history.begun_by(number)
        if begun and labels != "too":
            document = document_of(room, entry)
            case = room.folder.case(document.id) if document is not None else None
            saved = case if case is not None and case.readings else None
            return page("remove.html.jinja", 409, room=room, entry=entry, begun=begun, saved=saved)
        room.desk.cancel(number)  # nothing more is asked about what nobody will read
        room.history.remove(number)
        return RedirectResponse("/history", 303)

    @router.get("/history")
    def _history(q: str = "", before: int | None = None) -> Response:
        found = room.history.entries(q[:200], before=before, most=_A_PAGE + 1)
        more = found[_A_PAGE - 1].id if len(found) > _A_PAGE else None
        return page(
            "history.html.jinja",
            room=room, entries=found[:_A_PAGE], words=q[:200], more=more, before=before, forms=choices(),
        )  # fmt: skip

    @router.get("/help")
    def _help() -> Response:
        return page("help.html.jinja", room=room)

    return router


def _form(room: Room, filled: Filled, status: int = 200) -> Response:
    recent = room.history.entries(most=_RECENT)
    limits = {"files": _MOST_FILES, "file": MAX_BYTES, "all": MAX_BODY}
    return page("home.html.jinja", status, room=room, filled=filled, recent=recent, limits=limits)


def _not_read(error: HTTPException) -> Failure:
    """Why a form could not be taken apart."""
    if "files" in str(error.detail):
        more = InputError(
            f"More than {_MOST_FILES} files came at once, and none was taken",
            "Send fewer at a time; 'summariser batch' takes whole folders",
        )
        return Failure.of(more)
    return Failure("RequestRefused", f"The form could not be read: {error.detail}", "Send it again")


def _files(form: FormData) -> list[UploadFile]:
    return [f for f in form.getlist("files") if isinstance(f, UploadFile) and f.filename]


def _take(room: Room, form: FormData, files: list[tuple[str, bytes]]) -> Response:
    """Take in what was given: each article by itself, so that a bad one costs no other."""
    text, day, source_, kind = (str(form.get(n) or "") for n in ("text", "published", "source", "kind"))
    filled = Filled(text, day, source_, kind if kind in _KINDS else "all")
    try:
        published = parse_date(filled.published.strip()) if filled.published.strip() else None
    except InputError as error:
        filled.failures.append(("published", Failure.of(error)))
        return _form(room, filled, 422)
    source = " ".join(filled.source.split())[:200] or None
    articles: list[Article] = []
    if filled.text.strip():
        _try(filled, "text", articles, lambda: _pasted(filled.text, published, source))
    for name, data in files:
        _try(
            filled, plain_name(name), articles,
            lambda name=name, data=data: article_of_file(data, name=name, published=published, source=source),
        )  # fmt: skip
    if not articles and not filled.failures:
        nothing = EmptyArticle("No article was given", "Paste a text, or choose files")
        filled.failures.append(("text", Failure.of(nothing)))
    numbers = [room.history.add(article, filled.kind) for article in articles]
    room.desk.put_all(numbers)
    if filled.failures:
        filled.taken = [room.entry(number) for number in numbers]
        if numbers and not any(name == "text" for name, _ in filled.failures):
            filled.text = ""  # it is in work: sending the form again must not send it twice
        return _form(room, filled, 422)
    return RedirectResponse(f"/articles/{numbers[0]}" if len(numbers) == 1 else "/history", 303)


def _pasted(text: str, published: date | None, source: str | None) -> Article:
    return article_from_bytes(text.encode(), name="The pasted text", published=published, source=source)


def _try(filled: Filled, name: str, articles: list[Article], make: Any) -> None:
    try:
        articles.append(make())
    except SummariserError as error:
        filled.failures.append((name, Failure.of(error)))


def _page_marks(article: Article, paper: Paper) -> dict[str, int]:
    """The first sentence of each page of a PDF, and the page's number."""
    places = [(line.id, place[0]) for line in paper.lines if (place := article.place_on_page(line.start))]
    first = {page: name for name, page in reversed(places)}
    return {name: page for page, name in first.items()}


def _shown(room: Room, entry: Entry) -> dict[str, Any]:
    """Everything that an article's page shows."""
    live = room.desk.live.get(entry.id)
    summary = live.part if live is not None else room.history.summary_of(entry)
    article = entry.article
    paper = paper_of(article.text)
    groups = groups_of(summary, paper) if summary is not None else []
    return {
        "room": room,
        "entry": entry,
        "live": live,
        "steps": _steps(live) if live is not None else [],
        "summary": summary,
        "paper": paper,
        "page_marks": _page_marks(article, paper),
        "published_by": by_whom(article.origin_of("published")),
        "groups": groups,
        "cited": cited_by(groups),
        "marks": marks_of(groups),
        "narratives": narrative_of(summary) if summary is not None else [],
        "map": map_of(summary) if summary is not None else None,
        "map_size": (WIDTH, HEIGHT),
        "timeline": timeline_of(summary) if summary is not None else None,
        "tolls": tolls_of(summary) if summary is not None else None,
        "issues": _issues(summary),
        "forms": choices(),
        "lost": live is None and entry.state == "done" and summary is None,
    }


def _issues(summary: Summary | None) -> list[tuple[str, list[Any]]]:
    """What was refused, by why."""
    found: dict[str, list[Any]] = {}
    for issue in summary.issues if summary is not None else ():
        found.setdefault(issue.code.replace("_", " "), []).append(issue)
    return list(found.items())


def _steps(live: Live) -> list[tuple[str, str, str]]:
    """Each step in words, whether it is done, and how far it is."""
    stage = live.stage
    if stage in {"model", "engine"} or not stage:
        detail = _amount(live) if stage == "model" else ""
        first = [(_STEP_WORDS.get(stage, "Waiting for its turn"), "now", detail)]
        return first + [(_STEP_WORDS[name], "later", "") for name in STEPS]
    at = STEPS.index(stage) if stage in STEPS else len(STEPS)
    return [
        (
            _STEP_WORDS[name],
            "done" if n < at else "now" if n == at else "later",
            _amount(live) if n == at else "",
        )
        for n, name in enumerate(STEPS)
    ]


def _amount(live: Live) -> str:
    if live.stage == "model":
        return f"{live.done / 1e6:,.0f} of {live.total / 1e6:,.0f} MB" if live.total else ""
    count = f"{live.done} of {live.total}" if live.total > 1 else ""
    return " · ".join(part for part in (count, live.text) if part)


async def _told(room: Room, number: int, request: Request) -> AsyncIterator[str]:
    """Server-sent events: ``step`` with how far it is, ``part`` when more is there, ``done`` at the end."""
    seen, parts, silent = -1, -1, 0.0
    while not await request.is_disconnected():
        live = room.desk.live.get(number)
        if live is None:
            yield _event("done", {})
            return
        if live.version != seen:
            seen, silent = live.version, 0.0
            yield _event("step", {"steps": _steps(live)})
            if live.parts != parts:
                parts = live.parts
                yield _event("part", {"parts": parts})
        elif silent >= _SAY_SOMETHING:
            silent = 0.0
            yield ": still here\n\n"
        await asyncio.sleep(_LOOK_AGAIN)
        silent += _LOOK_AGAIN


def _event(name: str, data: Any) -> str:
    return f"event: {name}\ndata: {json.dumps(data)}\n\n"
