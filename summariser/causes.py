"""Why people had to go: by the words of the sentence, else of those before it, else of the article."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

from summariser.lexicon.motion import HINTS_OF_CAUSE
from summariser.reading import Reading
from summariser.schemas.codebooks import Cause

_IN_ONE_BREATH = 20
"""Two causes so many characters apart are told as one: "fighting and floods"."""
_BACK = 4
"""A cause that was told more sentences ago than this is not what the sentence is about."""
_OPENING, _OPENING_COUNTS = 3, 3
"""So many sentences open an article, and each says as much of what it is about as so many others."""


def cause_of(reading: Reading, sentence: str, near: int) -> Cause:
    """The cause of a movement; unknown where the words of two kinds are as near.

    Args:
        reading: The article.
        sentence: The sentence that tells of the movement.
        near: Where its number stands: of two causes in the sentence the nearer one is meant.
    """
    here = _told(reading, sentence, "cause")
    if here:
        nearest, at = min(here, key=lambda told: abs(told[1] - near))
        both = any(cause is not nearest and abs(start - at) <= _IN_ONE_BREATH for cause, start in here)
        return Cause.UNKNOWN if both else nearest
    whole = _of_the_article(reading)
    families = ("cause",) if whole is Cause.DISASTER else ("cause", "event")
    if _told(reading, sentence, *families):
        return Cause.CONFLICT
    hinted = _hinted(reading.sentence(sentence).text)
    if hinted is not None and {hinted, whole} != {Cause.CONFLICT, Cause.DISASTER}:
        return hinted
    at = reading.index(sentence)
    for earlier in reversed(reading.sentences[max(0, at - _BACK) : at]):
        causes = {cause for cause, _ in _told(reading, earlier.id, *families)}
        if len(causes) == 1:
            return causes.pop()
    return whole if hinted is None else hinted


def _of_the_article(reading: Reading) -> Cause:
    """What most sentences tell of; headline and opening say what an article is about."""
    key = ("cause", "article")  # asked for each movement
    if key not in reading.memo:
        reading.memo[key] = _counted_cause(reading)
    found: Cause = reading.memo[key]
    return found


def _counted_cause(reading: Reading) -> Cause:
    counted: Counter[Cause] = Counter()
    for at, one in enumerate(reading.sentences):
        for cause in {cause for cause, _ in _told(reading, one.id, "cause")}:
            counted[cause] += _OPENING_COUNTS if at < _OPENING else 1
    ranked = counted.most_common(2)
    if not ranked or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
        return Cause.UNKNOWN
    return ranked[0][0]


def _told(reading: Reading, sentence: str, *families: str) -> list[tuple[Cause, int]]:
    """The causes that a sentence names, and where; who attacks makes a conflict."""
    return [
        (Cause(cue.value) if cue.family == "cause" else Cause.CONFLICT, cue.start)
        for cue in reading.cues.of(sentence, *families)
    ]


@lru_cache(maxsize=16)  # of a row with hundreds of numbers it is asked for each
def _hinted(text: str) -> Cause | None:
    """The one cause that lesser words of a sentence show."""
    hinted: Iterable[Cause] = [cause for cause, words in HINTS_OF_CAUSE.items() if words.search(text)]
    found = list(hinted)
    return found[0] if len(found) == 1 else None
