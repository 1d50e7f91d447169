"""An article, a key and a server whose every word is a canary: none of it may turn up in logs or traces."""

from __future__ import annotations

import re
from datetime import date

from summariser.articles import Article
from summariser.engines.base import Request

KEY = "-".join(("sk", "canary", "0123456789abcdef"))
"""In pieces, so that nobody's search for keys finds one here."""
ARTICLE = Article(
    "Zorvath militiamen shelled the market of Quillhaven on Sunday, killing at least 4,217 dockers and "
    "wounding 3,038, Umberlyn hospital said. Some 8,461 families fled to Karstenmoor. They need water and "
    "food, the Fennimore Trust warned.\n\nBoko Haram was near the village on Monday: 5,129 people were "
    "killed in an attack.",
    published=date(2025, 11, 18),
    source="Wexcombe Wire",
    title="Tragedy at Quillhaven",
)
_WORDS = re.compile(
    r"zorvath|boko|quillhaven|umberlyn|karstenmoor|fennimore|wexcombe|4,?217|3,?038|8,?461|5,?129|dockers|canary"
    r"|hospital|families|tragedy",
    re.IGNORECASE,
)


def leaks(text: str) -> list[str]:
    """The canaries in a text."""
    return _WORDS.findall(text)


def echo(request: Request[object]) -> str:
    """An answer that is invalid and repeats the question, as a server's or a small model's may."""
    return " ".join(message.content for message in request.messages)[-400:] + KEY
