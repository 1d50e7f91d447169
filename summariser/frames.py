"""Deeds told by ordinary verbs: found by who does them and to what.

The lexicon of cues holds words that speak of violence by themselves. Most deeds are told otherwise: "rebels
took the town", "men in masks led the teacher away". Such a verb counts where the words that stand as its doer
and its object are of the right classes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from summariser.first_letters import ByFirstLetters
from summariser.lexicon.frames import CLASSES, FRAMES, Frame
from summariser.needed_letters import gated
from summariser.nouns import singular

_REACH: Final = 110
_WORD: Final = re.compile(r"[A-Za-zÀ-ÿ][\w'’]*(?:-\w+)*")
_WORD_STARTS: Final = re.compile(r"(?<!\w)(?<!\w-)[A-Za-z]")
_BORDER: Final = re.compile(r"[;:!?—–\"“”]|\.\s|\s-\s|\bbut\b|\bwhile\b|, (?:and|who|which|where)\b")
_OBJECT_END: Final = re.compile(
    r"[;:!?—–\"“”(]|\.(?:\s|$)|\b(?:by|when|while|after|before|as|but|because|where|who|which|that|until)\b",
    re.IGNORECASE,
)
_BE: Final = re.compile(
    r"\b(?:was|were|been|being|is|are|be|got)\s+(?:\w+ly\s+|also\s+|all\s+)*$", re.IGNORECASE
)
_BY: Final = re.compile(r"^(?:\s+[^\s,;:.]+){0,7}?\s+by\s+(?P<who>[^;:.!?]{2,70})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Deed:
    """A verb that tells of a deed: its kind, and where it stands in the text."""

    kind: str
    start: int
    end: int


def find_deeds(text: str, offset: int = 0) -> Iterator[Deed]:
    """The deeds that a sentence tells by ordinary verbs.

    Args:
        text: The sentence.
        offset: Where it begins in the article.
    """
    patterns, by_start = _compiled()
    past = 0
    for start in _WORD_STARTS.finditer(text):
        at = start.start()
        if at < past:
            continue
        for which in by_start.at(text, at):
            match = patterns[which].match(text, at)
            if match is not None and _fits(FRAMES[which], text, match):
                past = match.end()
                yield Deed(FRAMES[which].kind, offset + at, offset + past)
                break


@cache
def _compiled() -> tuple[tuple[re.Pattern[str], ...], ByFirstLetters[int]]:
    patterns = tuple(re.compile(rf"(?:{f.verbs})(?!\w)", re.IGNORECASE) for f in FRAMES)
    return patterns, ByFirstLetters([(at, p.pattern) for at, p in enumerate(patterns)])


def _fits(frame: Frame, text: str, verb: re.Match[str]) -> bool:
    """Whether doer and object of a verb are of the classes that its frame asks for."""
    if (
        frame.lead is not None
        and frame.lead.search(text, max(0, verb.start() - _REACH), verb.start()) is None
    ):
        return False
    if not (frame.by or frame.on or frame.near):
        return True
    before, after = _before(text, verb.start()), text[verb.end() : verb.end() + _REACH]
    doer, object_ = _sides(before, verb.group(), after)
    return (
        (not frame.by or is_any(doer, frame.by))
        and (not frame.on or is_any(object_, frame.on))
        and (not frame.near or is_any(before + after, frame.near))
    )


def doer_of(text: str, start: int, end: int) -> str:
    """The words that stand where the doer of a verb stands: before it, or after the "by" of a passive."""
    return _sides(_before(text, start), text[start:end], text[end : end + _REACH])[0]


def _sides(before: str, verb: str, after: str) -> tuple[str, str]:
    """The words where the doer stands, and those where the object stands."""
    by = _BY.match(after)
    border = _OBJECT_END.search(after)
    if by is None and _BE.search(before) is None:
        return before, verb + after[: border.start() if border else None]
    return (by["who"] if by is not None else ""), before


def _before(text: str, at: int) -> str:
    """The words of the same clause before a verb."""
    before = text[max(0, at - _REACH) : at]
    borders = [m.end() for m in _BORDER.finditer(before)]
    return before[borders[-1] :] if borders else before


_ALSO = gated({name: known.also for name, known in CLASSES.items() if known.also is not None})


@lru_cache(maxsize=64)
def is_any(text: str, classes: tuple[str, ...]) -> bool:
    """Whether some words have a noun of one of the classes."""
    heads = _heads(text)
    for name in classes:
        known = CLASSES[name]
        named = known.also is not None and not text.isupper()  # telegrams tell no acronym from a word
        if heads & known.nouns or (named and _ALSO[name].search(text)):
            return True
    return False


@lru_cache(maxsize=64)
def _heads(text: str) -> frozenset[str]:
    """The words of a text in lower case, as they stand and in the singular."""
    found = {w.lower().removesuffix("'s").removesuffix("’s") for w in _WORD.findall(text)}
    found |= {w.rsplit("-", 1)[1] for w in found if "-" in w}
    return frozenset(found | {singular(w) for w in found})
