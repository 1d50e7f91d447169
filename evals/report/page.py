"""The report as one HTML file that opens from disk and asks the network for nothing.

Style and script are inline and named in the page's Content-Security-Policy by their hash, so that the
browser runs these and nothing else, whatever an article holds. Article text never goes through the
templates: it stands in a block of JSON (`cases`), and the script shows it as text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Final

from jinja2 import Environment
from markupsafe import Markup

from summariser._version import __version__
from summariser.evals.report.cases import block, embed
from summariser.evals.report.charts import percent
from summariser.evals.report.data import PeerTable, ScoredRun
from summariser.evals.report.figures import DASH, VERDICTS
from summariser.evals.report.sureness import sureness
from summariser.evals.report.views import letter, run_views, suite_names, suite_view
from summariser.files import write_whole
from summariser.html_files import hash_source, own_file, templates

NOTICE: Final = "Contains third-party text: do not publish"

_PACKAGE: Final = "summariser.evals.report"
_CONTROLS: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def render(
    runs: Sequence[ScoredRun], *, made: datetime | None = None, peers: Sequence[PeerTable] = ()
) -> str:
    """The page.

    Args:
        runs: What is compared, in the order of the columns.
        made: The time that the page says it was made at; now by default.
        peers: Other systems beside the library.

    Raises:
        BadData: A score points outside of its article.
    """
    names = suite_names(runs)
    style, script = (own_file(_PACKAGE, name) for name in ("style.css", "script.js"))
    views = [suite_view(runs, name, number) for number, name in enumerate(names)]
    return _environment().get_template("page.html.jinja").render(
        policy=_policy(style, script),
        style=Markup(style),  # noqa: S704 - our own file
        script=Markup(script),  # noqa: S704 - our own file
        data=Markup(embed(block(runs, names, [letter(n) for n in range(len(runs))]))),  # noqa: S704 - escaped by embed
        runs=run_views(runs),
        suites=views,
        sureness=sureness(runs),
        peers=peers,
        verdicts=VERDICTS,
        notice=NOTICE if any(v.external and v.ran for v in views) else None,
        made=(made or datetime.now(UTC)).strftime("%Y-%m-%d %H:%M UTC"),
        version=__version__,
    )  # fmt: skip


def write_report(path: Path, runs: Sequence[ScoredRun], *, peers: Sequence[PeerTable] = ()) -> None:
    """Write the page, whole or not at all.

    Raises:
        BadData: A score points outside of its article.
        ConfigurationError: The file cannot be written.
        DiskFull: There is no room for it.
    """
    write_whole(path, render(runs, peers=peers))


def _policy(style: str, script: str) -> str:
    """Only this style and this script; and the script may not make markup out of text."""
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src {hash_source(script)}",
            f"style-src {hash_source(style)}",
            "base-uri 'none'",
            "form-action 'none'",
            "require-trusted-types-for 'script'",
            "trusted-types 'none'",
        )
    )


@cache
def _environment() -> Environment:
    environment = templates(_PACKAGE, _plain)
    environment.globals.update(letter=letter, percent=percent, DASH=DASH)
    return environment


def _plain(value: object) -> object:
    """Text without characters that act instead of being seen: they stand there by their number.

    A run's name or a reason may come from a file; a bidirectional override in it would turn the rest
    of its line around, and half a character would not go into UTF-8.
    """
    if isinstance(value, Markup) or not isinstance(value, str):
        return value
    return _CONTROLS.sub(lambda found: f"[U+{ord(found[0]):04X}]", value)
