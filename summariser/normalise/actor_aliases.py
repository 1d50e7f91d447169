"""Short names that an article itself defines: "Syrian Democratic Forces (SDF)" and "SDF (Syrian ...)".

A bracket is believed only if its letters are the initials of the words beside it, in order ("ICRC"),
as openings of the words ("CODECO"), or in another order because the acronym comes from another
language ("Manuel Rodriguez Patriotic Front (FPMR)"); or if the table knows both as one actor.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import Final

from summariser.normalise.actor_names import PARTICLES, Token, gap, is_acronym, tokens_of
from summariser.normalise.actor_table import CanonicalActor, table

_BRACKET: Final = re.compile(r"\(\s*([^()\n]{2,100}?)\s*\)")
_SHORT: Final = re.compile(r"[A-Z][A-Za-z0-9]*(?:[/&-][A-Za-z0-9]+)*")
_LONGEST_PREFIX: Final = 4
_MOST_WORDS: Final = 14


def aliases_in(text: str) -> dict[str, str]:
    """The short names that the text explains, each with the long one.

    >>> aliases_in("Fighters of the Zandara Relief Army (ZRA) left.")
    {'ZRA': 'Zandara Relief Army'}
    """
    found: dict[str, str] = {}
    for bracket in _BRACKET.finditer(text):
        before = text[: bracket.start()].rstrip()
        inside = re.split(r"[,;]|\bor\b", bracket[1])[0].strip(" \"'“”‘’").removeprefix("the ")
        pair = _short_inside(before, inside) or _long_inside(before, bracket[1])
        if pair is not None:
            found.setdefault(*pair)
    return found


def _short_inside(before: str, short: str) -> tuple[str, str] | None:
    if not _is_short(short):
        return None
    # White space and the closing quotation mark may stand between the name and the bracket.
    end = len(before.rstrip("\"'”’ "))
    words = tokens_of(before, max(0, end - 160), end)[-_MOST_WORDS:]
    long = _long_form(short, list(_runs(before, words)), before)
    return (short, long) if long else None


def _long_inside(before: str, inside: str) -> tuple[str, str] | None:
    last = re.search(r"(\S+)$", before)
    short = last[1].strip("\"'“”‘’,") if last else ""
    words = tokens_of(inside)
    if not _is_short(short) or len(words) < 2 or _is_short(inside):
        return None
    runs = [run for run in _runs(inside, words) if run[0] is words[0]]
    long = _long_form(short, runs, inside)
    return (short, long) if long else None


def _is_short(word: str) -> bool:
    return (
        _SHORT.fullmatch(word) is not None
        and len(word) <= 12
        and sum(letter.isupper() for letter in word) >= 2
    )


def _runs(text: str, words: Sequence[Token]) -> Iterator[list[Token]]:
    """The runs of words that end with the last one, the shortest first, up to any punctuation."""
    for first in range(len(words) - 1, -1, -1):
        if first < len(words) - 1 and not _together(text, words[first], words[first + 1]):
            return
        if words[first].text[0].isupper() and first < len(words) - 1:
            yield list(words[first:])


def _together(text: str, left: Token, right: Token) -> bool:
    """Whether one name can run over both words: "Movement/Army" and "U.N. Fund", not "district. Front"."""
    parting = gap(text, left, right)
    return parting in {"", "/"} or (parting == "." and (len(left.text) == 1 or right.start == left.end + 1))


def _long_form(short: str, runs: Sequence[Sequence[Token]], text: str) -> str | None:
    """The run of words that a short name stands for: the strictest test decides, then the next."""
    letters = re.sub(r"[^a-z0-9]", "", short.lower())
    tests: tuple[Callable[[Sequence[Token]], bool], ...] = (
        lambda run: _spells(letters, run, 1),
        lambda run: _spells(letters, run, _LONGEST_PREFIX),
        lambda run: len(letters) > 2 and _initials(run) == Counter(letters),
    )
    for test in tests:
        for run in runs:
            if test(run):
                return text[run[0].start : run[-1].end]
    # Longest first: "ICRC" is not the "Red Cross" at the end of its name.
    names = (text[run[0].start : run[-1].end] for run in reversed(runs))
    return next((name for name in names if _bearers(short) & _bearers(name)), None)


def _initials(run: Sequence[Token]) -> Counter[str]:
    return Counter(word.key[0] for word in run if word.key not in PARTICLES)


def _bearers(name: str) -> set[CanonicalActor]:
    known = table().names.whole(name)
    return {known} if known else set(table().ambiguous.whole(name) or ())


def _spells(letters: str, words: Sequence[Token], longest: int) -> bool:
    """Whether the letters are openings of the words, all of them but the particles, in order."""
    if not words:
        return not letters
    word, rest = words[0], words[1:]
    if word.key in PARTICLES and _spells(letters, rest, longest):
        return True
    # "UN Refugee Agency" gives two letters at once.
    most = len(word.text) if is_acronym(word.text) else longest
    return any(
        letters.startswith(word.key[:n]) and _spells(letters[n:], rest, longest)
        for n in range(1, min(most, len(word.key)) + 1)
    )
