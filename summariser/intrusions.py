"""Sentences that are no report but speak to whatever reads the article: nothing of them is read.

An order to a machine, a forged turn of a conversation, a forged answer or a forged end of the article tells
of nothing that happened, whatever numbers and names stand in it. It is told by what it is, sentence by
sentence, and goes on over what stands beside it in the same paragraph. Neither is a sentence of hundreds of
numbers read, which nobody writes and which would take its square in time.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import groupby, pairwise
from typing import Final

from summariser.lexicon import intrusions as words
from summariser.sentences import Sentence

SPEAKS: Final = "The sentence gives orders to a machine, or forges its answers: nothing was taken from it"
BESIDE: Final = "The sentence stands with one that speaks to a machine: nothing was taken from it"
BETWEEN: Final = "The sentence stands between forged marks: nothing was taken from it"
OTHER_SCRIPT: Final = "The sentence is in a script that is not read: nothing was taken from it"
ENDLESS: Final = (
    "The sentence holds hundreds of numbers, as none that reports does: nothing was taken from it"
)

_FRAME: Final = 8
"""So many sentences at most lie between two forged marks that belong together."""
_READ_SCRIPTS: Final = re.compile(
    r"[A-Za-z\u00c0-\u024f\u1e00-\u1eff\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc]"
)
_MOSTLY: Final = 0.5
_NUMBER: Final = re.compile(r"\d{1,3}(?:[.,]\d{3})+|\d+")
_MOST_NUMBERS: Final = 300
_TWO: Final = 2


def find_intrusions(sentences: Sequence[Sentence]) -> Mapping[str, str]:
    """The sentences that are not to be read, by id, with the reason.

    Args:
        sentences: All sentences of what is read of an article.
    """
    found: dict[str, str] = {}
    forged = [i for i, s in enumerate(sentences) if words.FORGED.search(s.text)]
    found |= {sentences[at].id: SPEAKS for at in forged}
    found |= {s.id: SPEAKS for s in sentences if s.id not in found and _gives_orders(s.text)}
    for first, last in pairwise(forged):
        if last - first <= _FRAME:
            for sentence in sentences[first + 1 : last]:
                found.setdefault(sentence.id, BETWEEN)
    _spread(sentences, found)
    found |= {s.id: ENDLESS for s in sentences if s.id not in found and _is_endless(s.text)}
    rest = [s for s in sentences if s.id not in found]
    strange = [s for s in rest if _is_in_another_script(s.text)]
    if len(strange) < len(rest):
        found |= {s.id: OTHER_SCRIPT for s in strange}
    return found


def _is_endless(text: str) -> bool:
    """Whether a sentence, which no row of a table is, holds more numbers than anybody writes in one."""
    if len(text) < _MOST_NUMBERS or "\t" in text or "|" in text:
        return False
    return len(_NUMBER.findall(text)) > _MOST_NUMBERS


def speaks_to_a_machine(text: str) -> bool:
    """Whether a sentence gives orders to a machine or forges what one is told or answers."""
    return words.FORGED.search(text) is not None or _gives_orders(text)


def _gives_orders(text: str) -> bool:
    return (
        words.STRONG.search(text) is not None
        or words.ABROAD.search(text) is not None
        or words.COMMAND.search(text) is not None
        or (not text.isascii() and words.ARABIC.search(text) is not None)
    )


def _spread(sentences: Sequence[Sentence], found: dict[str, str]) -> None:
    """What stands in a paragraph between two of them, beside one with signs of its own, or in a minority."""
    for _, group in groupby(sentences, key=lambda s: s.paragraph):
        here = list(group)
        told = [at for at, s in enumerate(here) if s.id in found]
        if not told:
            continue
        first, last = told[0], told[-1]
        if any(words.FORGED.match(here[at].text) for at in told):
            last = len(here) - 1  # a turn, an answer or an edge at its beginning: it is one to its end
        while first and _goes_on(here[first - 1].text):
            first -= 1
        while last + 1 < len(here) and _goes_on(here[last + 1].text):
            last += 1
        whole = 2 * (last + 1 - first) > len(here)
        for sentence in here if whole else here[first : last + 1]:
            found.setdefault(sentence.id, BESIDE)


def _goes_on(text: str) -> bool:
    return any(sign.search(text) for sign in words.WEAK)


def _is_in_another_script(text: str) -> bool:
    letters = [c for c in text if c.isalpha()]
    return bool(letters) and len(_READ_SCRIPTS.findall(text)) < _MOSTLY * len(letters)
