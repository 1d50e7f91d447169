"""The strategy for large models: one call a kind of summary, under the closed schema of the article.

An article that is too long for one call, or for one answer, is asked about in pieces (`pieces`). One that the
model does not take is no failure: ``NotInOneCall`` says why, and it is asked about step by step.

Not measured against a hosted model here. Its answers pass the same verifier as the stepwise ones, which
believes it where the lexicon has no word (``verify.trust``): what such a model reads is not bounded by what
the rules made for a small one can find. ``summariser.evals.perfect`` measures how much comes through.
"""

from __future__ import annotations

from summariser.accounting import Account
from summariser.closing import closed_draft
from summariser.drafts import EventDraft, HumanitarianDraft
from summariser.engines.base import Message, Reply, Request, T
from summariser.errors import ArticleTooLong, ModelRefused
from summariser.prompting import load_prompt
from summariser.reading import Reading
from summariser.schemas import IssueCode
from summariser.strategies.cells import read_cells
from summariser.strategies.cutting import MOST_SENTENCES
from summariser.strategies.sites import find_sites
from summariser.verify.ledger import Ledger

MAX_TOKENS = 4096
CHARACTERS_A_TOKEN = 3
"""A cautious guess for any script, only to tell whether an article fits the context."""


class NotInOneCall(Exception):
    """The model does not take the whole article at once, or does not come to the end of its answer.

    Attributes:
        step: Which call it was.
        reason: Why, for the issues.
    """

    def __init__(self, step: str, reason: str) -> None:
        super().__init__(reason)
        self.step = step
        self.reason = reason


def fits(reading: Reading, context_tokens: int) -> bool:
    """Whether the article goes into one call of a model with this context, and its records into one answer.

    Args:
        reading: The article.
        context_tokens: The model's context, question and answer together.
    """
    if len(reading.sentences) > MOST_SENTENCES:
        return False
    asked = sum(len(m.content) for m in _messages(reading, "events and humanitarian facts"))
    return asked / CHARACTERS_A_TOKEN + MAX_TOKENS <= context_tokens


async def draft_single(
    reading: Reading, account: Account, ledger: Ledger, *, events: bool, humanitarian: bool
) -> tuple[EventDraft, HumanitarianDraft]:
    """Ask for each wanted kind in one call. A kind without a valid answer comes back empty, with an issue.

    Raises:
        NotInOneCall: The article or the answer is too long for one call, or the model declines it as a whole.
    """
    ledger.trusts_reader = True
    event_draft, fact_draft = EventDraft(), HumanitarianDraft()
    if events:
        account.tell("events", 1, 1)
        with account.timed("events"):
            closed = closed_draft(EventDraft, reading)
            reply = await _ask(account, _request("events", _messages(reading, "events"), closed))
        event_draft = reply.value or event_draft
        _note(ledger, "events", reply.error)
    if humanitarian:
        account.tell("facts", 1, 1)
        with account.timed("facts"):
            closing = closed_draft(HumanitarianDraft, reading)
            asked = _request("facts", _messages(reading, "humanitarian facts"), closing)
            answer = await _ask(account, asked)
        fact_draft = answer.value or fact_draft
        _note(ledger, "facts", answer.error)
    return with_tables(reading, ledger, event_draft if events else None, fact_draft if humanitarian else None)


def with_tables(
    reading: Reading, ledger: Ledger, events: EventDraft | None, facts: HumanitarianDraft | None
) -> tuple[EventDraft, HumanitarianDraft]:
    """The model's reading, and what stands in the cells of tables that it left unread."""
    used = {f.number for e in (events.events if events else ()) for f in e.figures}
    if facts is not None:
        used |= {f.number for f in facts.displacement} | {f.number for f in facts.harm}
        used |= {n for f in facts.needs for n in f.numbers} | {n for f in facts.response for n in f.numbers}
        used |= {n for site in facts.sites for n in (*site.population, *site.capacity)}
    tables = read_cells(reading, ledger).beside(used)
    if facts is not None:
        rows = {t.sentence for t in reading.cells.values() if t.of_site}
        sites = tuple(
            site
            for site in find_sites(reading)
            if rows.issuperset(site.sentences) and not used & {*site.population, *site.capacity}
        )
        facts = tables.with_facts(facts).model_copy(update={"sites": (*facts.sites, *sites)})
    return tables.with_events(events) if events else EventDraft(), facts or HumanitarianDraft()


async def _ask(account: Account, request: Request[T]) -> Reply[T]:
    try:
        reply = await account.ask(request, load_prompt("whole"))
    except (ArticleTooLong, ModelRefused) as error:
        raise NotInOneCall(request.step, error.message) from error
    if reply.value is None and reply.finish_reason == "length":
        raise NotInOneCall(request.step, f"the answer was {reply.error}")
    return reply


def _note(ledger: Ledger, step: str, error: str | None) -> None:
    if error is not None:
        ledger.refuse(IssueCode.NO_ANSWER, f"No valid answer after the re-ask: {error}", step=step)


def _request(step: str, messages: tuple[Message, ...], model: type[T]) -> Request[T]:
    return Request(step=step, messages=messages, response_model=model, context={}, max_tokens=MAX_TOKENS)


def _messages(reading: Reading, wanted: str) -> tuple[Message, ...]:
    published = reading.article.published
    return load_prompt("whole").messages(
        published=published.isoformat() if published else "not known",
        sentences=[{"id": s.id, "text": s.text} for s in reading.sentences],
        numbers=[{"id": n.id, "text": n.text, "sentence": n.sentence} for n in reading.numbers],
        names=list(dict.fromkeys([*(a.text for a in reading.actors), *(n.text for n in reading.names)])),
        wanted=wanted,
    )
