"""Step "topic": is the article about violence, disaster or need at all, or does it only use their words?

Pages full of another field's words ("coach", "half-time", "top corner") are told by them alone: the
default model took a match report with "bombardment" and "rockets" for war. Plain words of harm settle it
the other way: a report may open with a committee and come to the dead on its tenth page.

"Battle", "strike", "shot" and "storm" fill the sports and business pages. One question with the opening
of the article tells those apart; it is asked only where the words found anything.
"""

from __future__ import annotations

import re

from summariser.accounting import Account
from summariser.closing import topic_question
from summariser.engines.base import Request
from summariser.prompting import load_prompt
from summariser.reading import Reading
from summariser.schemas import IssueCode
from summariser.schemas.codebooks import DisplacementTerm, Measure
from summariser.verify.ledger import Ledger

STEP = "topic"
TOPICS = ("conflict", "disaster", "people in need", "sport", "business", "entertainment", "other")
_ELSEWHERE = {"sport", "business", "entertainment"}
_OPENING_SENTENCES, _OPENING_CHARACTERS = 4, 700
_MAX_TOKENS = 16
_ENOUGH_WORDS = 4
_PLAIN_HARM = 3
"""With so many different words of harm ("killed", "wounded", "fled") nobody need be asked."""
_HARM = {
    *(
        f"measure:{m}"
        for m in (Measure.KILLED, Measure.DIED, Measure.INJURED, Measure.MISSING, Measure.ABDUCTED)
    ),
    *(f"term:{t}" for t in DisplacementTerm),
}
"""What befalls people: rockets and assaults are on every sports page."""


_SAID_OF_GAMES = re.compile(
    r"(?:beat|slaughter|massacr|execut|loss|los[ei]|lost|shot|hit|struck|fell|bur[iy]|eliminat|snatch|hack|grab|critical|dying|captive|slay|slain|bod(?:y|ies)"
    r"|liquidat|trapp|mauled|crush|hang|in hospital|broken|fractur|held|reserve|ransom|put out|los).*",
    re.IGNORECASE,
)
"""Words of harm that sports pages are full of: they settle nothing."""


async def is_ours(reading: Reading, account: Account, ledger: Ledger) -> bool:
    """Whether to look for events and facts; a no is written into the issues."""
    harm = _words_of_harm(reading)
    elsewhere = any(reading.cues.of(s.id, "off") for s in reading.sentences)
    topic = _told_by_words(reading, harm)
    if topic is None and (len(harm) >= _PLAIN_HARM or (harm and not elsewhere)):
        return True  # pages of other fields use plain words of harm beside their own, hardly ever alone
    if topic is None:
        topic = await _ask(reading, account)
    if topic in _ELSEWHERE:
        ledger.refuse(
            IssueCode.OFF_TOPIC,
            f"The article is taken to be about {topic}: words of conflict or need in it were not followed up",
            step=STEP,
        )
    return topic not in _ELSEWHERE


def _words_of_harm(reading: Reading) -> set[str]:
    return {
        c.text.casefold()
        for s in reading.sentences
        for c in reading.cues.of(s.id)
        if c.label in _HARM and not _SAID_OF_GAMES.fullmatch(c.text)
    }


def _told_by_words(reading: Reading, harm: set[str]) -> str | None:
    """The field whose own words outnumber those of harm; None where they do not."""
    words: dict[str, set[str]] = {}
    for sentence in reading.sentences:
        for cue in reading.cues.of(sentence.id, "off"):
            words.setdefault(cue.value, set()).add(cue.text.casefold())
    topic = max(words, key=lambda t: len(words[t]), default=None)
    if topic is None or len(words[topic]) < _ENOUGH_WORDS or len(words[topic]) <= len(harm):
        return None
    return topic


async def _ask(reading: Reading, account: Account) -> str:
    opening = " ".join(s.text for s in reading.sentences[:_OPENING_SENTENCES])[:_OPENING_CHARACTERS]
    prompt = load_prompt("topic")
    account.tell(STEP, 1, 1, "what the article is about")
    request = Request(
        step=STEP,
        messages=prompt.messages(opening=opening),
        response_model=topic_question(TOPICS),
        context={},
        max_tokens=_MAX_TOKENS,
    )
    reply = await account.ask_piece(request, prompt)
    # Without a valid answer the article is read: losing one costs more than reading one too many.
    return reply.value.topic if reply.value is not None else "other"
