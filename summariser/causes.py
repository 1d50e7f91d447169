"""Why people had to go: by the words of the sentence, else of those before it, else of the article."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from summariser.lexicon.motion import HINTS_OF_CAUSE
from summariser.reading import Reading
from summariser.schemas.codebooks import Cause

_BACK = 4
"""A cause that was told more sentences ago than this is not what the sentence is about."""
_CLEARLY = 2
"""An article is about what it tells this many times as often as the other."""


def cause_of(reading: Reading, sentence: str, near: int) -> Cause:
    """The cause of a movement; unknown where the words of two kinds are as near.

    Args:
        reading: The article.
        sentence: The sentence that tells of the movement.
        near: Where its number stands: of two causes in the sentence the nearer one is meant.
    """
    here = _told(reading, sentence)
    if here:
        return min(here, key=lambda told: abs(told[1] - near))[0]
    hinted = _hinted(reading, sentence)
    if hinted is not None:
        return hinted
    at = reading.index(sentence)
    for earlier in reversed(reading.sentences[max(0, at - _BACK) : at]):
        causes = {cause for cause, _ in _told(reading, earlier.id)}
        if len(causes) == 1:
            return causes.pop()
    counted = Counter(cause for s in reading.sentences for cause, _ in _told(reading, s.id))
    (first, most), (_, rest) = (*counted.most_common(2), (Cause.UNKNOWN, 0), (Cause.UNKNOWN, 0))[:2]
    return first if most > _CLEARLY * rest else Cause.UNKNOWN


def _told(reading: Reading, sentence: str) -> list[tuple[Cause, int]]:
    """The causes that a sentence names, and where; who attacks makes a conflict."""
    return [
        (Cause(cue.value) if cue.family == "cause" else Cause.CONFLICT, cue.start)
        for cue in reading.cues.of(sentence, "cause", "event")
    ]


def _hinted(reading: Reading, sentence: str) -> Cause | None:
    """The one cause that lesser words of the sentence show."""
    text = reading.sentence(sentence).text
    hinted: Iterable[Cause] = [cause for cause, words in HINTS_OF_CAUSE.items() if words.search(text)]
    found = list(hinted)
    return found[0] if len(found) == 1 else None
