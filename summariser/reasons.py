"""The reason of a protest in the sentence that tells of it: no event, and no violence of the protest.

"Residents demonstrated against the killing of two boys last year" tells of a march. What it is about, who was
sentenced and which war is condemned stand in the same sentence, and were read as events of their own, as the
protest's violence or as a sign that the whole sentence tells of the past.
"""

from __future__ import annotations

from summariser.cues import Cue
from summariser.lexicon import reasons as words
from summariser.reading import Reading
from summariser.schemas.codebooks import SUB_EVENT_TYPES, EventType, SubEventType

PROTESTS = frozenset({*SUB_EVENT_TYPES[EventType.PROTESTS], SubEventType.VIOLENT_DEMONSTRATION})
_LEAST = 3
"""A reason has more letters than this."""


def reasons_in(reading: Reading, sentence_id: str) -> tuple[tuple[int, int], ...]:
    """The stretches of a sentence that say what a protest is about, as offsets in the sentence."""
    return reading.once("reasons", sentence_id, lambda: _reasons_in(reading, sentence_id))


def _reasons_in(reading: Reading, sentence_id: str) -> tuple[tuple[int, int], ...]:
    if reading.languages[sentence_id] != "en":
        return ()
    sentence = reading.sentence(sentence_id)
    text = sentence.text
    cues = [c for c in reading.cues.of(sentence_id, "event") if c.value in PROTESTS]
    marches = [
        c for c in cues if c.value == SubEventType.PEACEFUL_PROTEST
    ]  # a riot has causes, and they harm
    demanded = words.DEMANDED.match(text)
    if demanded is not None and (cues or _follows_a_protest(reading, sentence_id)):
        start = demanded.end()
    elif marches:
        start = marches[0].end - sentence.start
    else:
        return ()
    found: list[tuple[int, int]] = []
    if marches:
        first = marches[0].start - sentence.start
        who = words.WHO.search(text, 0, first)
        if who is not None:
            found.append((who.end(), first))
    at = start
    if demanded is not None and start == demanded.end():
        at = _closed(text, start)
        found.append((start, at))
    protested = next((c for c in cues if c.text.casefold() in {"protested", "protesting"}), None)
    if protested is not None and words.OBJECT.match(text, protested.end - sentence.start):
        at = protested.end - sentence.start
        found.append((at, at := max(at, _closed(text, at))))
    while (opened := words.OPENS.search(text, at)) is not None:
        at = _closed(text, opened.end())
        found.append((opened.end(), at))
    return tuple((a, b) for a, b in found if b - a > _LEAST)


def _closed(text: str, at: int) -> int:
    closes = words.CLOSES.search(text, at)
    return closes.start() if closes is not None else len(text)


def _follows_a_protest(reading: Reading, sentence_id: str) -> bool:
    """Whether one of the two sentences before tells of a protest."""
    at = reading.index(sentence_id)
    return any(
        c.value in PROTESTS
        for s in reading.sentences[max(0, at - 2) : at]
        for c in reading.cues.of(s.id, "event")
    )


def without_reasons(reading: Reading, sentence_id: str) -> str:
    """The text of a sentence with blanks where it says what a protest is about."""
    text = reading.sentence(sentence_id).text
    for start, end in reasons_in(reading, sentence_id):
        text = text[:start] + " " * (end - start) + text[end:]
    return text


def is_a_reason(reading: Reading, cue: Cue) -> bool:
    """Whether a mention stands in what a protest is about: "marched against the bombing of Karsa"."""
    return stands_in_a_reason(reading, cue.sentence, cue.start)


def stands_in_a_reason(reading: Reading, sentence_id: str, offset: int) -> bool:
    """Whether an offset of the article stands in what a protest is about."""
    at = offset - reading.sentence(sentence_id).start
    return any(start <= at < end for start, end in reasons_in(reading, sentence_id))
