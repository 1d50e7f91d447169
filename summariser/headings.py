"""Which heading or lead-in a line stands under.

A situation report says once what many lines count: in a heading ("Displacement", "HOUSES DESTROYED"), or in
a lead-in that ends in a colon ("Families evacuated by district:"). List items and table rows say the rest.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from summariser.lexicon.furniture import FURNITURE
from summariser.sentences import Sentence

_BULLET = re.compile(r"\s*(?:[-–—*•◦▪●‣·>]\s|[•◦▪●‣])")
_ENUMERATOR = re.compile(r"(?:[IVXLC]{1,5}|\d{1,2}|[A-Za-z])[.)]?")
_NUMBERED = re.compile(
    r"\s*#*\s*(?:\d{1,2}(?:\.\d{1,2}){1,3}\.?|Ann?exe?s? [A-Z0-9]{1,3}\b[.:]?)\s*\S", re.IGNORECASE
)
_FINAL = re.compile(r"[.!?:;,…؟۔][\"'”’»)\]]*$")
_IN_BRACKETS = re.compile(r"\([^)]*\)|\[[^\]]*\]")
_MOST_WORDS = 10
_LONGEST_FRAGMENT = 14


def leads_of(text: str, sentences: Sequence[Sentence]) -> dict[str, tuple[str, ...]]:
    """For each sentence the ids of what it stands under, nearest first: its lead-in, its heading.

    A source, a contact or the number of a page stands under none.
    """
    found: dict[str, tuple[str, ...]] = {}
    heading: str | None = None
    lead_in: str | None = None
    for i, sentence in enumerate(sentences):
        alone = _stands_alone(text, sentences, i)
        if alone and _is_heading(text, sentence):
            heading, lead_in = sentence.id, None
            continue
        if is_furniture(text, sentence):
            found[sentence.id] = ()
            continue
        found[sentence.id] = tuple(s for s in (lead_in, heading) if s is not None)
        if sentence.text.rstrip().endswith(":"):
            lead_in = sentence.id
        elif not alone and not _BULLET.match(_line_start(text, sentence)):
            lead_in = None
    return found


def is_furniture(text: str, sentence: Sentence) -> bool:
    """Whether a sentence stands in a line that only speaks of the document: "Source: …", "- Contact: …"."""
    line = _line_start(text, sentence)
    bullet = _BULLET.match(line)
    return FURNITURE.match(line[bullet.end() if bullet else 0 :].lstrip(" \t#*_>(")) is not None


def is_numbered(sentence: Sentence) -> bool:
    """Whether a heading is that of a numbered part of a part, or of an annex: "4.2 Karsa district"."""
    return _NUMBERED.match(sentence.text) is not None


def is_fragment(text: str, sentence: Sentence) -> bool:
    """Whether a sentence is a list item, a label with its number, or a short line without a stop."""
    line = _line_start(text, sentence)
    if "|" in sentence.text or "\t" in sentence.text or _BULLET.match(line):
        return True
    if _FINAL.search(sentence.text.rstrip(":")):
        return False
    return len(sentence.text.split()) <= _LONGEST_FRAGMENT or ":" in sentence.text


def _line_start(text: str, sentence: Sentence) -> str:
    """The line from its beginning to the end of the sentence."""
    begin = text.rfind("\n", 0, sentence.start) + 1
    return text[begin : sentence.end]


def _stands_alone(text: str, sentences: Sequence[Sentence], i: int) -> bool:
    """Whether a sentence is a line of its own, but for an enumerator ("II.") before it."""
    sentence = sentences[i]
    before = text[text.rfind("\n", 0, sentence.start) + 1 : sentence.start].strip(" \t#>*=_-")
    after = text[sentence.end : sentence.end + 1]
    return (not before or _ENUMERATOR.fullmatch(before) is not None) and after in ("", "\n", "\r")


def _is_heading(text: str, sentence: Sentence) -> bool:
    words = _IN_BRACKETS.sub("", sentence.text).strip(" \t#>*=_")
    if not words or _FINAL.search(words) or len(words.split()) > _MOST_WORDS:
        return False
    if (
        "|" in words
        or "\t" in words
        or any(c.isdigit() for c in words.partition(" ")[2])
        or _BULLET.match(sentence.text)
    ):
        return False
    begin = text.rfind("\n", 0, sentence.start) + 1
    opens = begin == 0 or text[:begin].rstrip(" \t").endswith("\n\n") or text[begin - 2 : begin] == "\n\n"
    letters = [c for c in words if c.isalpha()]
    return bool(letters) and (opens or all(c.isupper() for c in letters))
