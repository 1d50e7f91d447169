"""Routes for taking away what was read: exports, briefs and pictures of one article or of many."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from starlette.responses import Response

from summariser.page.chosen import all_chosen, chosen
from summariser.page.exporting import brief_of, download
from summariser.page.gallery import Gallery
from summariser.page.rendering import page
from summariser.page.room import NotThere, Room
from summariser.pictures import FORMS, KINDS

_MOST = 500
Numbers = Annotated[list[int], Query(max_length=_MOST)]
_TYPES = {"svg": "image/svg+xml", "png": "image/png"}
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'; sandbox"
"""A picture that is opened by itself: its shapes have styles of their own, and nothing in it may act."""


def taking_routes(room: Room) -> APIRouter:
    """The routes."""
    router = APIRouter()
    gallery = Gallery()

    @router.get("/export/{form}")
    def _export(form: str, article: Numbers) -> Response:
        return download(all_chosen(room, article), form)

    @router.get("/brief")
    def _brief(article: Numbers, form: str = "html") -> Response:
        return brief_of(all_chosen(room, article), form)

    @router.get("/pictures")
    def _pictures(article: Numbers) -> Response:
        found = chosen(room, article)
        shown = [gallery.shown(found, kind) for kind in KINDS]
        return page("pictures.html.jinja", room=room, chosen=found, pictures=shown, forms=FORMS)

    @router.get("/picture/{kind}.{form}")
    def _picture(kind: str, form: str, article: Numbers) -> Response:
        if kind not in KINDS or form not in FORMS:
            raise NotThere("There is no such picture")
        drawn = gallery.drawn(all_chosen(room, article), kind, form)
        headers = {"content-disposition": f'inline; filename="{kind}.{form}"'}
        if form == "svg":
            headers["content-security-policy"] = _POLICY
        return Response(drawn.content, media_type=_TYPES[form], headers=headers)

    return router
