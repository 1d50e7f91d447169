"""What the bytes of a file are. Its name says nothing: a PDF that is called .txt is a PDF."""

from __future__ import annotations

import re
from typing import Final, Literal

Kind = Literal["pdf", "docx", "eml"]

PAPERS: Final[dict[Kind, str]] = {"pdf": "PDF", "docx": "Word document", "eml": "mail"}
"""The kinds that are read here, and how messages call them."""
_HEAD: Final = 1_024
_LONGEST_HEADERS: Final = 64_000
_BLANKS: Final = b"\xef\xbb\xbf\x00 \t\r\n\f"
_HEADER: Final = re.compile(rb"([!-9;-~]{1,76}):[ \t]?[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*")
_ENVELOPE: Final = re.compile(rb"From \S[^\r\n]*\r?\n")
"""The line with which a file of mails begins each."""
_SENT: Final = frozenset({b"from", b"date"})
_OF_A_MAIL: Final = frozenset({b"message-id", b"mime-version", b"received", b"return-path", b"content-type"})
_SAVED_PAGE: Final = b"From: <Saved by"
"""So begins what browsers save as one file (.mhtml), which is no mail."""


def kind_of(data: bytes) -> Kind | None:
    """Which kind of paper some bytes are; None where they are none, as texts and web pages are."""
    start = data[:_HEAD].lstrip(_BLANKS)
    if start.startswith(b"%PDF-"):
        return "pdf"
    if data.startswith(b"PK\x03\x04"):
        return (
            "docx" if b"word/" in data else None
        )  # the names of a ZIP archive's files stand in it as they are
    if start.startswith(_SAVED_PAGE):
        return None
    return "eml" if _is_mail(data[:_LONGEST_HEADERS]) else None


def _is_mail(start: bytes) -> bool:
    """Whether it begins with the header fields that every mail has, and one that only mails have.

    "From: our correspondent" and "Date: 3 May" also head the texts of articles.
    """
    envelope = _ENVELOPE.match(start)
    at, names = envelope.end() if envelope else 0, set()
    while found := _HEADER.match(start, at):
        names.add(found[1].lower())
        at = found.end()
    return names >= _SENT and not names.isdisjoint(_OF_A_MAIL)
