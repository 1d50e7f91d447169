"""A brief as one HTML file: it opens from disk, asks the network for nothing, and runs no script.

The style is inline and named by its hash in the page's Content-Security-Policy, so that a browser applies
this style and nothing else, whatever an article holds. Every text is escaped; characters that act instead of
being seen become signs.
"""

from __future__ import annotations

from functools import cache
from typing import Final

from jinja2 import Environment
from markupsafe import Markup

from summariser._version import __version__
from summariser.brief import wording
from summariser.exports.cells import plain
from summariser.html_files import hash_source, own_file, templates
from summariser.schemas.brief import Brief

_PACKAGE: Final = "summariser.brief"
_WORDS: Final = (
    "EARLIER", "HOW_GROUPS_ARE_MADE", "HOW_TOTALS_ARE_MADE", "MOST_NEAR_MISSES", "NOT_HAPPENED", "background",
    "claims_by_measure", "counted_words", "head_words", "heading_parts", "how_sure", "measure_name",
    "movement_day", "movement_words", "not_happened", "period_words", "plural", "range_words", "runs",
    "says_who", "several", "sides", "source_parts", "status_words", "term_words", "when_words", "where_parts",
)  # fmt: skip


def to_html(brief: Brief) -> str:
    """The page of a brief."""
    style = own_file(_PACKAGE, "style.css")
    return _environment().get_template("brief.html.jinja").render(
        brief=brief,
        articles={article.id: (n, article) for n, article in enumerate(brief.articles, start=1)},
        groups={group.id: (n, group) for n, group in enumerate(brief.groups, start=1)},
        sentences={note.number: note for note in brief.notes},
        policy=_policy(style),
        style=Markup(style),  # noqa: S704 - our own file
        version=__version__,
    )  # fmt: skip


def _policy(style: str) -> str:
    return f"default-src 'none'; style-src {hash_source(style)}; base-uri 'none'; form-action 'none'"


@cache
def _environment() -> Environment:
    environment = templates(_PACKAGE, _plain)
    environment.globals.update({name: getattr(wording, name) for name in _WORDS})
    return environment


def _plain(value: object) -> object:
    return plain(value) if isinstance(value, str) and not isinstance(value, Markup) else value
