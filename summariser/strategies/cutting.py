"""Cutting a long document into pieces that a model can take whole, and what each of them carries along.

A piece ends where a section ends, else where a paragraph does, else after a sentence: the best such place in
its last half. A sentence need not name again what stands before it, so each piece carries the day of
publication, the title, how the document begins, the headings and the reporting period that it stands under,
and the long forms of the short names in it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from summariser.lexicon.headings import PERIOD
from summariser.reading import Reading
from summariser.sentences import Sentence

MOST_SENTENCES: Final = 120
"""What one answer can hold: some four pages, as an answer has at most 24 records of a kind."""
LEAST_SENTENCES: Final = 8
"""Fewer are not cut again."""
_A_NUMBER, _A_SENTENCE = 14, 8
"""Characters that a number and a sentence add to a question beside their own words."""
_LONGEST_CRISIS, _LONGEST_HEADING, _MOST_HEADINGS, _MOST_ALIASES = 300, 120, 2, 24
MOST_CARRIED: Final = 2_500
"""Characters that what is carried along takes at most."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of an article.

    Attributes:
        sentences: Its own.
        title: The document's.
        crisis: How the document begins; empty for the first piece.
        headings: Ids of the lines that its first sentence stands under, the widest first.
        aliases: Short names in it whose long form stands elsewhere: "ZRA = Zandara Relief Army".
    """

    sentences: tuple[Sentence, ...]
    title: str
    crisis: str
    headings: tuple[str, ...]
    aliases: tuple[str, ...]

    @property
    def ids(self) -> frozenset[str]:
        """Of its sentences."""
        return frozenset(s.id for s in self.sentences)


def cut(reading: Reading, characters: int, most: int = MOST_SENTENCES) -> tuple[Piece, ...]:
    """The pieces of an article, in order, all its sentences once.

    Args:
        reading: The article.
        characters: What a question may hold of it, besides what it carries. A sentence that is longer by
            itself is a piece by itself.
        most: Sentences of a piece.
    """
    return tuple(_piece(reading, run) for run in _runs(reading, reading.sentences, characters, most))


def halves(reading: Reading, piece: Piece) -> tuple[Piece, ...]:
    """A piece in two; itself alone where it is small."""
    if len(piece.sentences) <= LEAST_SENTENCES:
        return (piece,)
    half = (len(piece.sentences) + 1) // 2
    at = _best_end(reading, piece.sentences[: half + half // 2], half // 2)
    return tuple(_piece(reading, run) for run in (piece.sentences[:at], piece.sentences[at:]))


def size(reading: Reading, sentence: Sentence) -> int:
    """Characters that a sentence takes in a question, its numbers and names included."""
    numbers = sum(len(n.text) + _A_NUMBER for n in reading.numbers_in(sentence.id))
    names = sum(len(n.text) + 2 for n, _ in reading.names_in(sentence.id))
    return len(sentence.text) + _A_SENTENCE + numbers + names


def _runs(
    reading: Reading, sentences: Sequence[Sentence], characters: int, most: int
) -> list[tuple[Sentence, ...]]:
    runs: list[tuple[Sentence, ...]] = []
    left = list(sentences)
    while left:
        taken = used = 0
        while taken < min(len(left), most) and (not taken or used + size(reading, left[taken]) <= characters):
            used += size(reading, left[taken])
            taken += 1
        at = taken if taken == len(left) else _best_end(reading, left[: taken + 1], taken // 2)
        runs.append(tuple(left[:at]))
        left = left[at:]
    return runs


def _best_end(reading: Reading, sentences: Sequence[Sentence], least: int) -> int:
    """Before which of these to cut: the last that begins a section, else a paragraph, else the last."""

    def worth(at: int) -> tuple[bool, bool, int]:
        section = reading.section(sentences[at].id)
        opens = section.is_heading and not reading.section(sentences[at - 1].id).is_heading
        return opens, sentences[at].paragraph != sentences[at - 1].paragraph, at

    return max(range(max(least, 1), len(sentences)), key=worth, default=len(sentences))


def _piece(reading: Reading, sentences: tuple[Sentence, ...]) -> Piece:
    first = reading.index(sentences[0].id)
    body = next((s for s in reading.sentences if s.role == "body"), None)
    is_first = first == 0 or body is None or reading.index(body.id) >= first
    title = reading.article.title or next((s.text for s in reading.sentences if s.role == "headline"), "")
    text = " ".join(s.text for s in sentences)
    return Piece(
        sentences=sentences,
        title=title[:_LONGEST_HEADING] or "not known",
        crisis="" if is_first or body is None else body.text[:_LONGEST_CRISIS],
        headings=_headings(reading).get(sentences[0].id, ()),
        aliases=tuple(
            f"{short} = {long}"
            for short, long in reading.aliases.items()
            if short in text and long not in text
        )[:_MOST_ALIASES],
    )


def _headings(reading: Reading) -> dict[str, tuple[str, ...]]:
    """The lines that each sentence stands under: its heading, the one right above that, the last period.

    A heading stands under none but one right above it: the headings before it may be of its own rank.
    """
    return reading.once("lines above", "", lambda: _lines_above(reading))


def _lines_above(reading: Reading) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    headings: tuple[str, ...] = ()
    period: tuple[str, ...] = ()
    goes_on = False
    for sentence in reading.sentences:
        opens = reading.section(sentence.id).is_heading and len(sentence.text) <= _LONGEST_HEADING
        if opens and not goes_on:
            headings = ()
        found[sentence.id] = (*period, *headings)
        if opens:
            headings = (*headings, sentence.id)[-_MOST_HEADINGS:]
        elif PERIOD.match(sentence.text):
            period = (sentence.id,)
        goes_on = opens
    return found
