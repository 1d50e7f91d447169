"""The newsroom's articles on disk: a short header, a line of dashes, the text letter for letter.

::

    Id: sake-market-shelling
    Notice: Fictional. Written for this project; none of it happened.
    Published: 2024-03-12
    Source: Great Lakes Wire
    Language: en
    Genre: wire
    Tags: several-events, conflicting-tolls
    ---
    SAKE, March 12 (GLW) - ...
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from summariser.articles import Article, parse_date
from summariser.errors import BadLabel, SummariserError

GENRES: Final = frozenset({"wire", "tabloid", "local", "sitrep", "ngo", "liveblog", "radio"})
TAGS: Final = frozenset(
    {
        "one-event",
        "several-events",
        "no-event",
        "conflicting-tolls",
        "rising-toll",
        "hedged-numbers",
        "vague-numbers",
        "range",
        "number-words",
        "mixed-units",
        "background",
        "threat",
        "plan",
        "denial",
        "attempted",
        "figurative",
        "camp",
        "evacuation-done",
        "evacuation-planned",
        "returns",
        "access-refused",
        "aid-delivered",
        "disease",
        "disaster",
        "no-date",
        "relative-dates",
        "dateline-timezone",
        "same-named-places",
        "injection",
        "long",
        "short",
    }
)
LANGUAGES: Final = frozenset({"en", "ar", "fr", "es"})
NOTICES: Final = ("Fictional", "Third-party text")
"""How a notice begins: what was written for the evals, and what readers labelled for themselves."""
_KEYS: Final = ("Id", "Notice", "Published", "Source", "Language", "Genre", "Tags")
_LINE: Final = "\n---\n"
_ID: Final = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Document:
    """An article written for the evals, and what its header says of it.

    Attributes:
        id: Its name, that of the file as well.
        text: Everything after the line of dashes.
        published: None where the header says ``unknown``.
        source: Who is said to have published it.
        language: ISO 639-1.
        genre: One of ``GENRES``.
        tags: Traits, of ``TAGS``, by which scores can be read.
    """

    id: str
    text: str
    published: date | None
    source: str
    language: str
    genre: str
    tags: tuple[str, ...]

    @property
    def article(self) -> Article:
        """What is summarised."""
        return Article(self.text, published=self.published, source=self.source, name=self.id)


def load_document(path: Path) -> Document:
    """Read one.

    Raises:
        BadLabel: The header is not as it should be; says how.
    """
    try:
        whole = path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise BadLabel(f"{path.name}: cannot be read ({error})") from error
    head, found, text = whole.partition(_LINE)
    if not found:
        raise BadLabel(f"{path.name}: there is no line of three dashes between header and text")
    fields = dict(_field(path, line) for line in head.splitlines())
    if missing := [key for key in _KEYS if key not in fields]:
        raise BadLabel(f"{path.name}: the header lacks {', '.join(missing)}")
    if strange := sorted(set(fields) - set(_KEYS)):
        raise BadLabel(f"{path.name}: the header has what nobody reads: {', '.join(strange)}")
    tags = tuple(sorted({tag.strip() for tag in fields["Tags"].split(",") if tag.strip()}))
    wrong = [
        complaint
        for complaint, holds in (
            ("the id is not the file's name", fields["Id"] == path.stem),
            ("the id is not lower-case words with hyphens", _ID.fullmatch(fields["Id"]) is not None),
            (
                "the notice does not say that it is fictional, or a third party's",
                fields["Notice"].startswith(NOTICES),
            ),
            (f"the genre is none of {', '.join(sorted(GENRES))}", fields["Genre"] in GENRES),
            (f"the language is none of {', '.join(sorted(LANGUAGES))}", fields["Language"] in LANGUAGES),
            (f"unknown tags: {', '.join(sorted(set(tags) - TAGS))}", set(tags) <= TAGS),
            ("there is no text", bool(text.strip())),
        )
        if not holds
    ]
    if wrong:
        raise BadLabel(f"{path.name}: {'; '.join(wrong)}")
    try:
        published = None if fields["Published"] == "unknown" else parse_date(fields["Published"])
    except SummariserError as error:
        raise BadLabel(f"{path.name}: Published: {error}") from error
    return Document(
        fields["Id"], text, published, fields["Source"], fields["Language"], fields["Genre"], tags
    )


def _field(path: Path, line: str) -> tuple[str, str]:
    key, colon, value = line.partition(":")
    if not colon or not value.strip():
        raise BadLabel(f"{path.name}: the header's line {line!r} is not 'Key: value'")
    return key.strip(), value.strip()
