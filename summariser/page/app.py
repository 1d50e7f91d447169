"""The page as an ASGI application."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Final
from urllib.parse import urlencode

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import Response
from starlette.types import ASGIApp

from summariser.errors import SummariserError, fault
from summariser.page.chosen import NotAll
from summariser.page.guard import MAX_BODY, Access, Guard
from summariser.page.heads import Heads
from summariser.page.label_routes import label_routes
from summariser.page.reading_routes import reading_routes
from summariser.page.rendering import error_page, page, static
from summariser.page.room import NotThere, Room
from summariser.page.settle_routes import settle_routes
from summariser.page.taking_routes import taking_routes
from summariser.store import Failure

_FILES: Final = {
    "style.css": "text/css; charset=utf-8",
    "page.js": "text/javascript; charset=utf-8",
    "label.js": "text/javascript; charset=utf-8",
    "label-dom.js": "text/javascript; charset=utf-8",
    "label-keeping.js": "text/javascript; charset=utf-8",
    "label-differences.js": "text/javascript; charset=utf-8",
    "label-notices.js": "text/javascript; charset=utf-8",
    "icon.svg": "image/svg+xml",
}


def make_app(room: Room, access: Access, *, max_body: int = MAX_BODY) -> ASGIApp:
    """The page, behind its guard.

    Args:
        room: What it works with; its desk is closed with the application.
        access: Who may ask.
        max_body: Bytes of one request.
    """

    @asynccontextmanager
    async def lifespan(_app: FastAPI) -> AsyncIterator[None]:
        yield
        room.desk.close()

    # Without FastAPI's own pages: they load scripts from another host.
    app = FastAPI(openapi_url=None, docs_url=None, redoc_url=None, lifespan=lifespan)
    app.include_router(reading_routes(room))
    app.include_router(taking_routes(room))
    app.include_router(label_routes(room))
    app.include_router(settle_routes(room))

    @app.get("/static/{name}")
    def _static(name: str) -> Response:
        if name not in _FILES:
            raise NotThere(f"There is no file {name[:40]}")
        return Response(static(name), media_type=_FILES[name], headers={"cache-control": "no-cache"})

    @app.exception_handler(NotThere)
    def _not_there(_request: Request, missing: NotThere) -> Response:
        failure = Failure("NotThere", str(missing), "Go to the history and choose one that is there")
        return page("error.html.jinja", 404, failure=failure)

    @app.exception_handler(NotAll)
    def _not_all(request: Request, missing: NotAll) -> Response:
        rest = [(k, v) for k, v in request.query_params.multi_items() if k != "article"]
        rest += [("article", str(entry.id)) for entry, _ in missing.chosen.found]
        address = f"{request.url.path}?{urlencode(rest)}"
        status = 409 if missing.chosen.found else 404
        return page("not_all.html.jinja", status, room=room, chosen=missing.chosen, address=address)

    @app.exception_handler(HTTPException)
    def _http(_request: Request, error: HTTPException) -> Response:
        if error.status_code == 404:
            return _not_there(_request, NotThere("There is no such page"))
        failure = Failure("RequestRefused", str(error.detail), "Go back and try again")
        return page("error.html.jinja", error.status_code, failure=failure)

    @app.exception_handler(RequestValidationError)
    def _not_so(_request: Request, _error: RequestValidationError) -> Response:
        return _not_there(_request, NotThere("The address is not one of this page"))

    @app.exception_handler(SummariserError)
    def _ours(_request: Request, error: SummariserError) -> Response:
        return error_page(error)

    @app.exception_handler(Exception)
    def _fault(_request: Request, error: Exception) -> Response:
        return error_page(fault(error), 500)  # and the server prints the traceback

    return Guard(Heads(app), access, max_body)
