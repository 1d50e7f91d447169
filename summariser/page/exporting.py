"""Downloads: the forms of `summariser.exports`, and the summaries as they are."""

from __future__ import annotations

import html
import json
import re
from typing import Final

from starlette.responses import HTMLResponse, Response

from summariser.brief import make_brief, to_html, to_markdown
from summariser.exports import FORMS, render
from summariser.page.chosen import Chosen
from summariser.page.room import NotThere

_OWN: Final = "json"
_HEAD: Final = 4_000
_STYLE: Final = re.compile(r"style-src 'sha256-[A-Za-z0-9+/=]+'")


def choices() -> list[tuple[str, str]]:
    """Name and label of each form."""
    return [*((form.name, form.label) for form in FORMS.values()), (_OWN, "Summaries as they are (JSON)")]


def download(chosen: Chosen, form: str) -> Response:
    """A file of the chosen summaries.

    Raises:
        NotThere: There is no such form.
        MissingExtra: It needs an extra that is not installed.
    """
    found = chosen.found
    stem = f"summariser-{found[0][0].id}" if len(found) == 1 else f"summariser-{len(found)}-articles"
    if form == _OWN:
        summaries = [json.loads(summary.model_dump_json()) for _, summary in found]
        text = json.dumps(summaries[0] if len(summaries) == 1 else summaries, ensure_ascii=False, indent=1)
        return attachment(text.encode(), f"{stem}.json", "application/json")
    if form not in FORMS:
        raise NotThere("There is no such form of export")
    wanted = FORMS[form]
    content = render(chosen.named, form)
    return attachment(content, f"{stem}-{form}{wanted.suffix}", wanted.media_type)


def brief_of(chosen: Chosen, form: str) -> Response:
    """The situation brief of some articles: a page to read, or a file to keep.

    Raises:
        NotThere: There is no such form.
    """
    brief = make_brief(chosen.named)
    if form == "html":
        text = to_html(brief)
        # The page brings its own style, named by its hash in its own policy: the header may be no stricter.
        own = _STYLE.search(html.unescape(text[:_HEAD]))
        policy = f"default-src 'none'; {own[0] if own else ''}; base-uri 'none'; frame-ancestors 'none'"
        return HTMLResponse(text, headers={"content-security-policy": policy})
    if form == "markdown":
        return attachment(to_markdown(brief).encode(), "brief.md", "text/markdown; charset=utf-8")
    if form == "json":
        return attachment(brief.model_dump_json(indent=1).encode(), "brief.json", "application/json")
    raise NotThere("There is no such form of a brief")


def attachment(content: bytes, name: str, media_type: str) -> Response:
    """A file to keep; its name is made of our own words and numbers."""
    return Response(
        content,
        media_type=media_type,
        headers={"content-disposition": f'attachment; filename="{name}"'},
    )
