"""Templates, and what they may call."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import cache
from typing import Any, Final

from jinja2 import Environment
from starlette.responses import HTMLResponse

from summariser._version import __version__
from summariser.errors import SummariserError
from summariser.html_files import own_file, templates
from summariser.page.shown import direction, mixed, pieces, plain, said
from summariser.store import Failure
from summariser.terminal_values import day

_PACKAGE: Final = "summariser.page"


def page(template: str, status: int = 200, **values: Any) -> HTMLResponse:
    """An answer of a template.

    Args:
        template: Its name.
        status: HTTP's.
        **values: What it shows.
    """
    return HTMLResponse(_environment().get_template(template).render(**values), status)


def error_page(error: SummariserError, status: int = 400) -> HTMLResponse:
    """An error of ours as a page, with what to do about it."""
    return page("error.html.jinja", status, failure=Failure.of(error))


def static(name: str) -> bytes:
    """A file of the page's own."""
    return own_file(_PACKAGE, "static", name).encode()


@cache
def _environment() -> Environment:
    environment = templates(_PACKAGE)
    environment.globals.update(version=__version__)
    environment.filters.update(
        pieces=pieces,
        said=said,
        mixed=mixed,
        direction=direction,
        plain=plain,
        day=day,
        when=_when,
        ago=_when,
    )
    return environment


def _when(moment: datetime) -> str:
    """``30 Nov 2026, 14:05 UTC``."""
    moment = moment.astimezone(UTC) if moment.tzinfo else moment
    return f"{moment.day} {moment:%b %Y, %H:%M} UTC"
