"""Whether a sentence asserts what its words seem to say.

"Killed" stands in "nobody was killed", "could have killed 200", "it is not true that 40 were killed" and
"an evacuation of 4,500 was cancelled". A number is a figure only where the text says that it happened;
otherwise it is refused with the reason, because a wrong toll can hurt people.
"""

from __future__ import annotations

from summariser.corrections import is_withdrawn
from summariser.cues import Cue
from summariser.lexicon import polarity as words
from summariser.lexicon import polarity_abroad as abroad
from summariser.lexicon import unreal
from summariser.lexicon.corrections import NOT_BUT_IN
from summariser.lexicon.saying import VERB
from summariser.normalise.numbers import NumberMention
from summariser.periods import years
from summariser.reading import Reading
from summariser.reasons import without_reasons
from summariser.shares import why_no_count

_UNTRUE = "The sentence calls it untrue, or tells it as fiction"
_PAST = "Told of the past: a memorial names them"


def why_not_asserted(reading: Reading, number: NumberMention, label: str) -> str | None:
    """Why the number may not be taken for this; None where the text asserts it."""
    if is_withdrawn(reading, number):
        return "The text takes this number back, or another has taken its place"
    sentence = reading.sentence(number.sentence)
    family = label.partition(":")[0]
    cue = _nearest(reading, number, label)
    reason = why_no_count(reading, number, cue)
    if reason is not None:
        return reason
    if cue is None:
        return _UNTRUE if is_unreal(reading, sentence.id, number.start) else None
    before = sentence.text[: cue.start - sentence.start]
    first = min(cue.start, number.start)
    after = sentence.text[max(cue.end, number.end) - sentence.start :]
    if reading.language != "en":
        return _why_not_abroad(family, before, sentence.text[: first - sentence.start], after)
    if family in {"measure", "term"}:
        if words.NEGATED.search(NOT_BUT_IN.sub("", before)):
            return "The sentence says that it did not happen"
        if is_unreal(reading, sentence.id, first):
            return _UNTRUE
    if family == "measure":
        return _why_no_harm(before)
    return _why_nobody_moved(before, after) if family == "term" else None


def _why_no_harm(before: str) -> str | None:
    """Why a word of harm with this before it harmed nobody, or nobody of whom the news is."""
    if words.WHO_HAD_DONE.search(before):
        return "An earlier act, by which the sentence names somebody"
    if unreal.NEARLY.search(before):
        return "It did not come to it: a near miss"
    if words.POSSIBLE.search(before):
        return "Spoken of as possible, planned or tried, not as having happened"
    if words.CONDITION.search(before):
        return "Said under a condition"
    return _PAST if unreal.REMEMBERED.search(before) else None


def _why_nobody_moved(before: str, after: str) -> str | None:
    """The same of movements alone: they may be called off or refused."""
    if words.MAYBE.search(before):
        return "Spoken of as possible, not as having happened"
    if words.CANCELLED.search(after):
        return "The sentence says that it was called off"
    return "The sentence says that they refused" if words.REFUSED.search(after) else None


def is_unreal(reading: Reading, sentence_id: str, at: int) -> bool:
    """Whether what stands from an offset on is called untrue, supposed, or played: nobody reports it."""
    sentence = reading.sentence(sentence_id)
    before, after = sentence.text[: at - sentence.start], sentence.text[at - sentence.start :]
    if any(p.search(before) for p in (words.UNTRUE, unreal.RUMOURED, unreal.STAGED)):
        return True
    if unreal.IMAGINED.search(sentence.text) or _goes_on_with_a_play(reading, sentence_id):
        return True
    return _is_called_untrue(before, after)


def _is_called_untrue(before: str, after: str) -> bool:
    """ "Claims that 30 died are baseless": in the article's own voice; a denial by somebody is disputed."""
    if not unreal.A_CLAIM.search(before) or unreal.CALLS_IT.search(before):
        return False
    told = unreal.IS_UNTRUE.match(after)
    return told is not None and VERB.search(after, told.end()) is None


def is_called_a_lie(reading: Reading, cue: Cue) -> bool:
    """Whether somebody says of the claim that a word stands in that it is untrue: an event that is denied."""
    sentence = reading.sentence(cue.sentence)
    before, after = (sentence.text[: cue.start - sentence.start], sentence.text[cue.end - sentence.start :])
    told = unreal.IS_UNTRUE.match(after) if unreal.A_CLAIM.search(before) else None
    return told is not None and VERB.search(after, told.end()) is not None


def _goes_on_with_a_play(reading: Reading, sentence_id: str) -> bool:
    """Whether the sentence goes on with a drill or a film of the sentence before it."""
    before = reading.before(sentence_id)
    if before is None or not unreal.AND_IN_IT.match(reading.sentence(sentence_id).text):
        return False
    return unreal.STAGED.search(before.text) is not None


def is_remembered(reading: Reading, cue: Cue) -> bool:
    """Whether a word of violence stands behind a memorial to those whom it befell."""
    sentence = reading.sentence(cue.sentence)
    return unreal.REMEMBERED.search(sentence.text[: cue.start - sentence.start]) is not None


def _why_not_abroad(family: str, before: str, first: str, after: str) -> str | None:
    """The same in Spanish, French and Arabic."""
    if family in {"measure", "term"} and abroad.UNCONFIRMED.search(first):
        return "The sentence says that it is not confirmed"
    if family in {"measure", "term"}:
        if abroad.NEGATED.search(before):
            return "The sentence says that it did not happen"
        if abroad.UNTRUE.search(first):
            return _UNTRUE
        if abroad.DENIED.search(first) or abroad.IS_DENIED.match(after):
            return "The sentence says that it is denied"
    if family in {"measure", "term"} and abroad.POSSIBLE.search(before):
        return "Spoken of as possible, planned or tried, not as having happened"
    return None


_SAID_ALSO_BY = {"measure:killed": ("measure:died",), "measure:arrested": ("measure:abducted",)}


def _nearest(reading: Reading, number: NumberMention, label: str) -> Cue | None:
    either = {label, *_SAID_ALSO_BY.get(label, ())}
    cues = [c for c in reading.cues.of(number.sentence) if c.label in either]
    return min(cues, key=lambda c: min(abs(c.start - number.end), abs(c.end - number.start)), default=None)


def is_retold(reading: Reading, sentence_id: str) -> bool:
    """Whether a sentence tells of the past beside the news: another year, "years ago", an anniversary."""
    return reading.once("retold", sentence_id, lambda: _is_retold(reading, sentence_id))


def _is_retold(reading: Reading, sentence_id: str) -> bool:
    text = without_reasons(reading, sentence_id)
    spoken = words if reading.language == "en" else abroad
    if spoken.RETOLD.search(text):
        return True
    published = reading.article.published
    if published is None:
        return False
    named = {int(m.group("year")) for m in spoken.YEAR.finditer(text)}
    return any(year < published.year for year in named - years(reading))
