"""The question "what does this number count?" for people who moved and homes that were lost, in any language.

Rules know the words of the field in a few languages, and only what stands close to a number. The model
reads the whole passage, whatever it is written in, and says of which kind a number is; how sure it is of that
decides, together with what the rules found, whether it is believed (evals/EXPERIMENTS.md).
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from summariser.accounting import Account
from summariser.closing import figure_question
from summariser.count_labels import OTHER
from summariser.engines.base import Message, Reply, Request
from summariser.meanings import FigureCandidate, lent_by
from summariser.prompting import load_prompt
from summariser.reading import Reading
from summariser.schemas.codebooks import DisplacementTerm as T
from summariser.schemas.codebooks import Unit

STEP: Final = "figures"
PROMPT: Final = "movement"
_MAX_TOKENS: Final = 24
_BEFORE, _AFTER, _MOST = 300, 160, 700
"""How many characters of the passage are shown around the number's own sentence."""
_TERMS: Final[dict[str, str]] = {
    "displaced": f"term:{T.DISPLACED}",
    "evacuated": f"term:{T.EVACUATED}",
    "fled": f"term:{T.FORCED_TO_FLEE}",
    "sheltered": f"term:{T.SHELTERED}",
    "camp": f"term:{T.IN_RELIEF_CAMP}",
    "relocated": f"term:{T.RELOCATED}",
    "returned": f"term:{T.RETURNED}",
    "homeless": f"term:{T.HOMELESS}",
    "affected": f"term:{T.AFFECTED}",
    "destroyed": f"term:{T.DESTROYED_HOUSING}",
    "damaged": f"term:{T.PARTIALLY_DESTROYED_HOUSING}",
    "uninhabitable": f"term:{T.UNINHABITABLE_HOUSING}",
}
_FAMILIES: Final = {"harmed": ("measure",), "aid": ("need", "response")}
CHOICES: Final = (*_TERMS, *_FAMILIES, OTHER)
_OPENED: Final = re.compile(r':\s*"$')
_HOUSING: Final = {_TERMS[c] for c in ("destroyed", "damaged", "uninhabitable")}


@dataclass(frozen=True, slots=True)
class Belief:
    """What the model takes a number to count, and how likely it holds its own answer."""

    choice: str
    probability: float

    @property
    def term(self) -> str | None:
        """The label of a movement or a lost home; None for anything else."""
        return _TERMS.get(self.choice)


def question(reading: Reading, candidate: FigureCandidate) -> tuple[Message, ...]:
    """What the model is asked about a number. Two written alike in one passage make one question."""
    number = candidate.number
    shown = number.text if number.noun is None or number.inherited else f"{number.text} {number.noun}"
    return load_prompt(PROMPT).messages(sentences=passage(reading, candidate), number=shown)


async def ask_movement(account: Account, messages: tuple[Message, ...]) -> Belief | None:
    """Ask what a number counts; None where no valid answer came.

    Args:
        account: Where the question is asked and counted.
        messages: The question.
    """
    request = Request(
        step=STEP,
        messages=messages,
        response_model=figure_question(CHOICES),
        context={},
        max_tokens=_MAX_TOKENS,
        logprobs=True,
    )
    reply = await account.ask_piece(request, load_prompt(PROMPT))
    return Belief(reply.value.counts, _probability(reply)) if reply.value is not None else None


def _probability(reply: Reply) -> float:  # type: ignore[type-arg]  # of whatever was asked
    """How likely the answer is among the admissible ones; certain where the endpoint does not tell.

    The log-probabilities are those before the schema narrowed the choice: what the model would rather have
    said in other words ("dead" for "harmed") is left out of the sum. Each choice begins with its own token.
    """
    tokens = reply.token_logprobs or ()
    said = ""
    for at, token in enumerate(tokens):
        if _OPENED.search(said):
            offered = {text.strip(): math.exp(logprob) for text, logprob in token.top}
            offered[token.token.strip()] = math.exp(token.logprob)
            admissible = sum(p for text, p in offered.items() if _begins(text))
            rest = sum(t.logprob for t in tokens[at + 1 : -2])
            return math.exp(token.logprob + rest) / admissible if admissible else 1.0
        said += token.token
    return 1.0


def _begins(text: str) -> bool:
    return len(text) > 1 and any(choice.startswith(text) for choice in CHOICES)


def passage(reading: Reading, candidate: FigureCandidate) -> str:
    """The number's sentence with its heading, and what is told just before and after it."""
    number = candidate.number
    here = reading.index(number.sentence)
    shown = {here}
    for step, most in ((-1, _BEFORE), (1, _AFTER)):
        at, room = here + step, most
        while 0 <= at < len(reading.sentences) and len(reading.sentences[at].text) <= room:
            shown.add(at)
            room -= len(reading.sentences[at].text)
            at += step
    shown |= {reading.index(s) for s in lent_by(reading, number)}
    return _cut(reading, sorted(shown), here)


def _cut(reading: Reading, shown: list[int], here: int) -> str:
    texts = [" ".join(reading.sentences[i].text.split()) for i in shown]
    joined = " ".join(texts)
    if len(joined) <= _MOST:
        return joined
    before = len(" ".join(texts[: shown.index(here)]))
    start = max(0, min(before - _BEFORE, len(joined) - _MOST))
    return joined[start : start + _MOST]


def is_doubtful(candidate: FigureCandidate) -> bool:
    """Whether the model is to be asked: a movement among several readings, a far word, or none at all."""
    if not candidate.options:
        return True
    terms = [o for o in candidate.options if o.startswith("term:")]
    return bool(terms) and (len(candidate.options) > 1 or candidate.cost > _NEAR)


def worth_asking(unsaid: Sequence[FigureCandidate]) -> tuple[FigureCandidate, ...]:
    """As many of the numbers of which no word says what they count as an article may cost questions."""
    firm = [c for c in unsaid if c.unit is not Unit.PEOPLE]
    rest = [c for c in unsaid if c.unit is Unit.PEOPLE]
    kept = {c.number.id for c in (*firm, *rest)[:_MOST_UNSAID]}
    return tuple(c for c in unsaid if c.number.id in kept)


def settle(candidate: FigureCandidate, belief: Belief | None) -> str:
    """The label of a number, by what the rules admit and what the model believes."""
    options = candidate.options
    if belief is None:
        return options[0] if options else OTHER
    term = belief.term
    if term is not None and not _fits(term, candidate.unit):
        term = None
    if not options:
        return term if term is not None and belief.probability >= _bar(term) else OTHER
    if term is not None:
        if term in options or belief.probability >= _OVERRULES:
            return term
        return options[0]
    families = _FAMILIES.get(belief.choice, ())
    other = next((o for o in options if o.partition(":")[0] in families), None)
    if other is not None:
        return other
    return OTHER if belief.probability >= _DENIES else options[0]


_MOST_UNSAID: Final = 8
_NEAR: Final = 3.0
"""A word so close to its number is believed without a question."""
_OVERRULES: Final = 0.85
_DENIES: Final = 0.7
_BELIEVED: Final = 0.8
_AFFECTED_BAR: Final = 0.75


def _bar(term: str) -> float:
    return _AFFECTED_BAR if term == _TERMS["affected"] else _BELIEVED


def _fits(term: str, unit: Unit) -> bool:
    """Homes may be lost, damaged or emptied; people are not destroyed."""
    if unit is Unit.HOMES:
        return term in _HOUSING or term in {_TERMS["evacuated"], _TERMS["affected"]}
    return True
