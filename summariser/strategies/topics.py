"""Step "topic": is the article about violence, disaster or need at all, or does it only use their words?

"Battle", "strike", "shot" and "storm" fill the sports and business pages. One question with the opening
of the article tells those apart; it is asked only where the words found anything.
"""

from __future__ import annotations

from summariser.accounting import Account
from summariser.closing import topic_question
from summariser.engines.base import Request
from summariser.prompting import load_prompt
from summariser.reading import Reading
from summariser.schemas import IssueCode
from summariser.verify.ledger import Ledger

STEP = "topic"
TOPICS = ("conflict", "disaster", "people in need", "sport", "business", "entertainment", "other")
_ELSEWHERE = {"sport", "business", "entertainment"}
_OPENING_SENTENCES, _OPENING_CHARACTERS = 4, 700
_MAX_TOKENS = 16


async def is_ours(reading: Reading, account: Account, ledger: Ledger) -> bool:
    """Whether to look for events and facts; a no is written into the issues."""
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
    reply = await account.ask(request, prompt)
    topic = reply.value.topic if reply.value is not None else "other"
    if topic in _ELSEWHERE:
        ledger.refuse(
            IssueCode.OFF_TOPIC,
            f"The article is taken to be about {topic}: words of conflict or need in it were not followed up",
            step=STEP,
        )
    return topic not in _ELSEWHERE
