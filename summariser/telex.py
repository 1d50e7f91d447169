"""Sentences of a telex end in a word: "12 KILLED STOP ARMY DENIES IT STOP".

Where all is in capitals and no stops are written, the word is read as one. It stays a word where it is a verb
or a noun ("POLICE STOP CAR", "TO STOP THEM", "AT A BUS STOP"), and in a text that has stops of its own.
"""

from __future__ import annotations

import re
from typing import Final

from summariser.rewriting import Rewriting, rewritten


def _words(*lines: str) -> frozenset[str]:
    return frozenset(" ".join(lines).split())


_STOP: Final = re.compile(r"(?<=[\w)\]\"'’”%])(?P<mark>(?:\s+STOP\b)+)\.?(?=\s|\Z)")
_WRITTEN: Final = re.compile(r"[.!?](?=\s|\Z)")
_WORD: Final = re.compile(r"[\w'’.-]+")
_LEADS: Final = _words(
    "to not never cannot can could will would shall should must may might do does did don't didn't won't",
    "please and or let's help helped make made a an the bus one every each first next last non full truck",
    "taxi without any this that these those immediately",
)
"""Behind these "stop" is a verb or a noun."""
_DOERS: Final = _words(
    "police troops soldiers forces army gunmen rebels militants militiamen fighters guards officers",
    "officials authorities protesters villagers residents workers agents peacekeepers marines bandits they",
    "we we'll who people men women children policía soldados militares policiers soldats gendarmes",
)
"""At the head of a sentence these stop somebody; behind a verb a sentence may end with them."""
_HEAD: Final = 3
_FEWEST: Final = 2
_NEAR: Final = 200


def telex_stops(text: str) -> Rewriting | None:
    """A shouted text with stops for the word that stands for them; None where it is no telex.

    Args:
        text: An article all in capitals.
    """
    found: list[tuple[int, int, str]] = []
    begins = 0
    for match in _STOP.finditer(text):
        if _is_a_word(text[max(begins, match.start() - _NEAR) : match.start()]):
            continue
        found.append((match.start(), match.end(), "."))
        begins = match.end()
    ends = bool(found) and not text[found[-1][1] :].strip()
    if len(found) < _FEWEST and not ends:
        return None
    return rewritten(text, found) if len(found) > len(_WRITTEN.findall(text)) else None


def _is_a_word(before: str) -> bool:
    """Whether what stands before it, from the last stop on, makes it a verb or a noun."""
    words = [word.lower().replace("’", "'") for word in _WORD.findall(before)]
    if not words or words[-1] in _LEADS:
        return True
    return len(words) <= _HEAD and words[-1] in _DOERS
