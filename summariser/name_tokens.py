"""Words of a sentence, each with its offsets and what its letters say about it.

A name is recognised by its capitals, so this is where capitals are judged: an article in lower case may
precede one ("al-Hol"), a compound may begin with one and go on without ("US-backed" holds "US"), and a
word that only shouts ("SHOWDOWN") is no acronym.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_WORD = re.compile(
    r"(?:[^\W\d_]\.){2,}(?:[^\W\d_](?![\w]))?"  # U.S., D.R.C
    r"|[^\W_]+(?:[-‐‑’'ʼ`·][^\W_]+)*"
)
_ARTICLE = re.compile(
    r"^(?:al|el|an|ar|as|ash|at|ad|az|ed|ez|es|en|er|ul|d|l|bin|ibn|abu|ou)[-‐‑’'](?=[^\W\d_])", re.IGNORECASE
)
_PREFIX = re.compile(
    r"^(?:anti|pro|non|ex|post|pre|mid|trans|inter|neo|sub|pan)[-‐‑](?=[^\W\d_])", re.IGNORECASE
)
# "l'Artibonite", "d'Ituri": no part of the name, but for "Côte d'Ivoire".
_ELIDED = re.compile(r"^(?:[ld]|qu)['’](?=[^\W\d_])")
# "L'attaque", "C'est", "Qu'il" open a sentence: the capital is that of a small word.
_ELIDED_FIRST = re.compile(r"^(?:[LCJS]|Qu)['’](?=[aeiouhyàâéèêëîïôûœ])")
_POSSESSIVE = re.compile(r"['’ʼ`][sS]$")
_HYPHEN = re.compile(r"[-‐‑]")
PARTICLES = frozenset(
    [
        "de",
        "del",
        "la",
        "las",
        "los",
        "do",
        "da",
        "dos",
        "das",
        "du",
        "des",
        "von",
        "van",
        "der",
        "den",
        "bin",
        "ag",
        "ould",
        "wallet",
        "ibn",
        "bint",
        "al",
        "el",
        "ul",
        "ud",
        "ez",
        "y",
    ]
)
"""Lower-case words that stand inside names, between two capitals."""
LINKS = frozenset({"of", "for", "and", "the", "&"})
"""Lower-case words that may, after certain words only ("Ministry of Health")."""


@dataclass(frozen=True, slots=True)
class Token:
    """One word. Offsets are code points into the article."""

    text: str
    start: int
    end: int
    capital: bool
    """It could be, or begin, a name."""
    shouted: bool
    """Two or more letters, all of them capitals."""
    possessive: bool
    """A possessive ending followed, which is not part of the span."""
    compound: bool
    """Lower-case words are tied to it by hyphens ("US-backed"): it describes and ends its run."""
    gap: str
    """What stands between the word before and this one."""

    @property
    def lower(self) -> str:
        """In lower case, with straight apostrophes."""
        return self.text.lower().replace("’", "'")


def tokenise(text: str, start: int, end: int) -> list[Token]:
    """The words of text[start:end]."""
    return list(_tokens(text, start, end))


def _tokens(text: str, start: int, end: int) -> Iterator[Token]:
    last, follows_capital = start, False
    for match in _WORD.finditer(text, start, end):
        word, first = match[0], match.start()
        gap, last = text[last:first], match.end()
        if word.islower() and word.isalpha():  # most words: nothing about them can be part of a name
            follows_capital = False
            yield Token(word, first, last, False, False, False, False, gap)
            continue
        bare = _POSSESSIVE.sub("", word) if len(word) > 2 else word
        possessive = bare != word
        prefix = _PREFIX.match(bare) or (None if follows_capital else _ELIDED.match(bare))
        if prefix and bare[prefix.end()].isupper():
            first, bare, gap = first + prefix.end(), bare[prefix.end() :], gap + prefix[0]
        core = _without_tail(bare)
        follows_capital = _has_capital(core) and gap.isspace()
        letters = [letter for letter in core if letter.isalpha()]
        yield Token(
            text=core,
            start=first,
            end=first + len(core),
            capital=_has_capital(core),
            shouted=len(letters) > 1 and all(map(str.isupper, letters)),
            possessive=possessive,
            compound=core != bare,
            gap=gap,
        )


def _without_tail(word: str) -> str:
    """ "US-backed" to "US", "al-Shabaab-linked" to "al-Shabaab"; "Sar-e-Pul" and "al-Hol" as they are."""
    if not _HYPHEN.search(word) or not _has_capital(word):
        return word
    end = len(word)
    for match in reversed(list(_HYPHEN.finditer(word))):
        tail = word[match.end() : end]
        if not tail[:1].islower() or not _has_capital(word[: match.start()]):
            break
        end = match.start()
    return word[:end]


def _has_capital(word: str) -> bool:
    if word[:1].isupper():
        return _ELIDED_FIRST.match(word) is None
    article = _ARTICLE.match(word)
    return bool(article and word[article.end()].isupper())
