"""What a language must say for itself: its cues, its nouns, and the letters that do not matter in it.

English stands in the modules of this folder. Spanish, French and Arabic have a folder each, in the same
terms: label -> patterns. Their texts are *levelled* before they are searched, because accents and Arabic
vowel signs are left out as often as written ("mas de", "قُتل" and "قتل").
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

Table = Mapping[str, tuple[str, ...]]
"""Label or codebook term -> patterns, or nouns."""

_BARE: Final = str.maketrans(
    "áàâäéèêëíìîïóòôöúùûüçÁÀÂÄÉÈÊËÍÌÎÏÓÒÔÖÚÙÛÜÇ", "aaaaeeeeiiiioooouuuucAAAAEEEEIIIIOOOOUUUUC"
)
_ARABIC_BARE: Final = str.maketrans("أإآٱىة", "اااايه")
_SIGNS: Final = re.compile("[\u064b-\u065f\u0670\u0640]+")


@dataclass(frozen=True, slots=True)
class Tongue:
    """The lexicon of one language."""

    cues: Table
    """"family:value" -> patterns."""
    not_an_event: tuple[str, ...] = ()
    """Idioms: a word of violence inside one reports nothing."""
    not_a_toll: tuple[str, ...] = ()
    groups: Table = field(default_factory=dict)
    """Population group -> nouns that are counted, as they stand in the text."""
    units: Table = field(default_factory=dict)
    before: str = ""
    """What may be glued to the front of a word (Arabic "and", "the", "by")."""
    after: str = ""
    """What may be glued to its end."""


@dataclass(frozen=True, slots=True)
class Levelled:
    """A text without the letters that do not matter, and where each of its characters came from."""

    text: str
    at: tuple[int, ...] | None = None
    """Offsets into the original; None where they are the same."""

    def span(self, start: int, end: int) -> tuple[int, int]:
        """A stretch of the levelled text as offsets of the original."""
        if self.at is None:
            return start, end
        return self.at[start], self.at[end - 1] + 1


def level(text: str) -> str:
    """A text or a pattern with bare letters, and Arabic without its vowel signs."""
    return _SIGNS.sub("", text.translate(_BARE).translate(_ARABIC_BARE))


def levelled(text: str) -> Levelled:
    """The same with its offsets kept."""
    if not _SIGNS.search(text):
        return Levelled(text.translate(_BARE).translate(_ARABIC_BARE))
    at = tuple(i for i, c in enumerate(text) if not _SIGNS.match(c))
    return Levelled(level(text), at)


def phrases(*written: str) -> tuple[str, ...]:
    """Patterns written as running text, one after another, parted by semicolons."""
    return tuple(p.strip() for text in written for p in " ".join(text.split()).split(";") if p.strip())
