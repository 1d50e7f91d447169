"""summariser: typed, grounded summaries of conflict and humanitarian articles.

    from summariser import Article, Summariser

    summary = Summariser().summarise(Article(text=..., published=date(2019, 3, 12)))

Every value of a summary can be traced to the sentence that states it. See `Summariser`, `Article` and,
for what comes out, `summariser.schemas`. All errors derive from `SummariserError`.
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

from summariser._version import __version__

if TYPE_CHECKING:
    from summariser.api import Outcome, Summariser
    from summariser.articles import Article, load_article
    from summariser.errors import SummariserError
    from summariser.progress import Progress
    from summariser.schemas import Summary
    from summariser.settings import Settings

# Without a handler Python would print our warnings; a program that wants them says so itself.
logging.getLogger(__name__).addHandler(logging.NullHandler())

_HOMES = {
    "Article": "articles",
    "Outcome": "api",
    "Progress": "progress",
    "Settings": "settings",
    "Summariser": "api",
    "SummariserError": "errors",
    "Summary": "schemas",
    "load_article": "articles",
}

__all__ = [
    "Article",
    "Outcome",
    "Progress",
    "Settings",
    "Summariser",
    "SummariserError",
    "Summary",
    "__version__",
    "load_article",
]


def __getattr__(name: str) -> Any:
    # Loaded on first use: `summariser --help` and `from summariser.schemas import ...` need no engine.
    if name in _HOMES:
        from importlib import import_module  # noqa: PLC0415

        return getattr(import_module(f"summariser.{_HOMES[name]}"), name)
    raise AttributeError(f"module 'summariser' has no attribute {name!r}")


def __dir__() -> list[str]:
    return __all__
