"""Downloads: the forms of `summariser.exports`, and the summaries as they are."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Final

from starlette.responses import Response

from summariser.exports import FORMS, Named, render
from summariser.page.history import Entry
from summariser.page.room import NotThere
from summariser.schemas import Summary

_OWN: Final = "json"


def choices() -> list[tuple[str, str]]:
    """Name and label of each form."""
    return [*((form.name, form.label) for form in FORMS.values()), (_OWN, "Summaries as they are (JSON)")]


def download(found: Sequence[tuple[Entry, Summary]], form: str) -> Response:
    """A file of some summaries.

    Raises:
        NotThere: There is no such form.
        MissingExtra: It needs an extra that is not installed.
    """
    stem = f"summariser-{found[0][0].id}" if len(found) == 1 else f"summariser-{len(found)}-articles"
    if form == _OWN:
        summaries = [json.loads(summary.model_dump_json()) for _, summary in found]
        text = json.dumps(summaries[0] if len(summaries) == 1 else summaries, ensure_ascii=False, indent=1)
        return attachment(text.encode(), f"{stem}.json", "application/json")
    if form not in FORMS:
        raise NotThere("There is no such form of export")
    wanted = FORMS[form]
    content = render([Named(summary, entry.called) for entry, summary in found], form)
    return attachment(content, f"{stem}-{form}{wanted.suffix}", wanted.media_type)


def attachment(content: bytes, name: str, media_type: str) -> Response:
    """A file to keep; its name is made of our own words and numbers."""
    return Response(
        content,
        media_type=media_type,
        headers={"content-disposition": f'attachment; filename="{name}"'},
    )
