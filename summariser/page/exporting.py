"""Downloads: the forms of `summariser.exports`, and the summaries as they are."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Final

from starlette.responses import Response

from summariser.page.history import Entry
from summariser.page.room import NotThere
from summariser.schemas import Summary

_OWN: Final = {"json": ("Summary (JSON)", ".json", "application/json")}


def choices() -> list[tuple[str, str]]:
    """Name and label of each form."""
    return [(name, label) for name, (label, _, _) in _OWN.items()]


def download(found: Sequence[tuple[Entry, Summary]], form: str) -> Response:
    """A file of some summaries.

    Raises:
        NotThere: There is no such form.
    """
    if form not in _OWN:
        raise NotThere("There is no such form of export")
    _, suffix, media_type = _OWN[form]
    summaries = [json.loads(summary.model_dump_json()) for _, summary in found]
    content = json.dumps(summaries[0] if len(summaries) == 1 else summaries, ensure_ascii=False, indent=1)
    return attachment(content.encode(), f"{_stem(found)}{suffix}", media_type)


def attachment(content: bytes, name: str, media_type: str) -> Response:
    """A file to keep; its name is made of our own words and numbers."""
    return Response(
        content,
        media_type=media_type,
        headers={"content-disposition": f'attachment; filename="{name}"'},
    )


def _stem(found: Sequence[tuple[Entry, Summary]]) -> str:
    return f"summariser-{found[0][0].id}" if len(found) == 1 else f"summariser-{len(found)}-articles"
