"""One article from end to end. The only place that knows the order of things.

Article -> Reading -> questions -> Draft -> Verified records -> Narrative -> Summary
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import logging
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from typing import Literal

from pydantic import ValidationError

from summariser import spans
from summariser._version import __version__
from summariser.accounting import Account, OnProgress
from summariser.articles import Article
from summariser.attribution import find_statements
from summariser.citing import cited
from summariser.confidence import (
    Rater,
    calibrated,
    keep_sure_events,
    keep_sure_facts,
    rate_events,
    rate_facts,
)
from summariser.cues import unit_and_group
from summariser.drafts import EventDraft, HumanitarianDraft
from summariser.engines.base import Engine
from summariser.errors import EmptyArticle
from summariser.languages import languages_of, statement, told_language
from summariser.logs import bound, bound_field, tell
from summariser.narrative import accept_lines, narrate_events, narrate_facts
from summariser.normalise.number_broken import WHY as BROKEN
from summariser.normalise.number_broken import is_broken
from summariser.normalise.places import PlaceResolver
from summariser.reading import Reading, read
from summariser.schemas import (
    SCHEMA_VERSION,
    ArticleInfo,
    CivilianHarm,
    DisplacementFigure,
    EventSummary,
    Figure,
    HumanitarianSummary,
    IssueCode,
    Provenance,
    Summary,
    When,
)
from summariser.strategies.pieces import draft_pieces, pieces_for
from summariser.strategies.single import NotInOneCall, draft_single, fits
from summariser.strategies.stepwise import OnPart, draft_stepwise
from summariser.strategies.untold import tell_of_unread_cells
from summariser.verify import Ledger, verify_events, verify_humanitarian

log = logging.getLogger(__name__)

Kind = Literal["all", "events", "humanitarian"]
Strategy = Literal["stepwise", "single"]
_LONGEST_WORDS = 80
_OF_EVENTS = ("roles", "roles abroad", "signals")
"""What a reading remembers for the questions and records of events."""
"""Languages whose lexicon was tried on many articles; that of others (`cues.READ_LANGUAGES`) on few."""


async def summarise_article(
    article: Article,
    engine: Engine,
    resolver: PlaceResolver,
    *,
    kind: Kind = "all",
    on_progress: OnProgress | None = None,
    min_confidence: float | None = None,
    rater: Rater = calibrated,
    with_parts: bool = False,
) -> Summary:
    """Summarise one article.

    Args:
        article: What to read.
        engine: The model.
        resolver: The gazetteer.
        kind: Which of the two summaries to make.
        on_progress: Told of steps as they begin.
        min_confidence: What is less sure goes into the issues; None keeps everything.
        rater: Gives each value its confidence; another than the calibrated one is for calibration itself.
        with_parts: Whether ``on_progress`` is told what is verified so far as well (``Progress.part``).

    Raises:
        EmptyArticle: It has no sentence.
        ArticleTooLong: The model takes it neither whole nor in pieces.
        EngineError: The way to the model failed for good.
    """
    account = Account(engine, on_progress, article.sha256)
    name = article.sha256[:12]
    about: spans.Attributes = {
        "summariser.article.sha256": name,
        "summariser.article.characters": len(article.text),
        "summariser.article.index": bound_field("index"),
        "summariser.kind": kind,
    }
    with bound(article=name), spans.span("article", about) as span, account.watch.running():
        tell(log, logging.INFO, "article.begun", characters=len(article.text), kind=kind)
        try:
            sure = _Sureness(rater, min_confidence)
            summary = await _summarise(article, account, resolver, kind, sure, with_parts)
        except BaseException as error:
            _tell_of_failure(error, account)
            raise
        _tell_of_success(summary, span)
        return summary


async def _summarise(
    article: Article,
    account: Account,
    resolver: PlaceResolver,
    kind: Kind,
    sure: _Sureness,
    with_parts: bool,
) -> Summary:
    account.tell("read", 0, 1)
    with account.timed("read"):
        reading = read(article, resolver)
        if not (reading.sentences or reading.unread):
            raise EmptyArticle("The article has no sentence", "Give the text of an article")
        ledger = Ledger(reading, find_statements(reading))
        _warn_of_language(ledger)
        _warn_of_the_unread(ledger)
    wants_events, wants_facts = kind != "humanitarian", kind != "events"
    on_part = _teller(account, ledger, kind, sure) if with_parts else None
    (told, found), strategy = await _draft(reading, account, ledger, wants_events, wants_facts, on_part)
    account.tell("verify", 1, 1)
    if strategy != "stepwise":
        sure = replace(sure, rater=None)
        if sure.least is not None:
            _warn_of_no_confidence(ledger)
    plain = reading.plain
    events = facts = None
    if wants_events:
        events = cited(_event_summary(told, account, ledger, sure), plain, article)
        told = EventDraft()
        reading.forget(*_OF_EVENTS)  # a long document's take more room than its facts
    if wants_facts:
        facts = cited(_fact_summary(found, account, ledger, sure), plain, article)
    if kind == "all":
        with account.watch.step("verify"):
            tell_of_unread_cells(ledger)
            _tell_of_the_rest(ledger)
    return Summary(
        kind=kind,
        article=_about(reading),
        events=events,
        humanitarian=facts,
        issues=tuple(ledger.issues),
        provenance=_provenance(account, strategy),
    )


def _tell_of_success(summary: Summary, span: spans.Span) -> None:
    cost, facts = summary.provenance, summary.humanitarian
    counts = {
        "events": len(summary.events.events) if summary.events is not None else None,
        "facts": _count(facts) if facts is not None else None,
        "issues": len(summary.issues),
    }
    tell(
        log, logging.INFO, "article.done", **counts,
        sentences=summary.article.sentences, language=summary.article.language,
        calls=cost.calls, reasks=cost.reasks, retries=cost.retries,
        tokens_in=cost.tokens_in, tokens_cached=cost.tokens_cached, tokens_out=cost.tokens_out,
        seconds=cost.seconds,
    )  # fmt: skip
    if span.is_recording:
        told: dict[str, spans.Value] = {f"summariser.article.{name}": n for name, n in counts.items()}
        told |= {
            "summariser.article.sentences": summary.article.sentences,
            "summariser.article.language": summary.article.language,
            "summariser.strategy": cost.strategy,
        }
        span.set(told)


def _count(facts: HumanitarianSummary) -> int:
    return sum(len(records) for records in dict(facts).values() if isinstance(records, tuple))


def _tell_of_failure(error: BaseException, account: Account) -> None:
    spent = account.total()
    tell(
        log, logging.INFO, "article.failed", error=type(error).__name__,
        calls=spent.calls, tokens_in=spent.tokens_in, tokens_out=spent.tokens_out,
        seconds=account.watch.total,
    )  # fmt: skip


async def _draft(
    reading: Reading, account: Account, ledger: Ledger, events: bool, facts: bool, on_part: OnPart | None
) -> tuple[tuple[EventDraft, HumanitarianDraft], Strategy]:
    # No span of its own: the steps inside it stand directly under the article's.
    with account.watch.step("draft"):
        return await _ask_for_draft(reading, account, ledger, events, facts, on_part)


async def _ask_for_draft(
    reading: Reading, account: Account, ledger: Ledger, events: bool, facts: bool, on_part: OnPart | None
) -> tuple[tuple[EventDraft, HumanitarianDraft], Strategy]:
    info = account.engine.info
    if info.strategy == "single":
        try:
            if fits(reading, info.context_tokens):
                draft = await draft_single(reading, account, ledger, events=events, humanitarian=facts)
                return draft, "single"
            pieces = pieces_for(reading, info.context_tokens)
            if pieces:
                draft = await draft_pieces(
                    reading, pieces, account, ledger, events=events, humanitarian=facts
                )
                return draft, "single"
        except NotInOneCall as why:
            _tell_of_steps(ledger, why)
    draft = await draft_stepwise(reading, account, ledger, events=events, humanitarian=facts, on_part=on_part)
    return draft, "stepwise"


def _teller(account: Account, ledger: Ledger, kind: Kind, sure: _Sureness) -> OnPart:
    """Verifies a part by itself, with a ledger of its own: what it refuses is refused again at the end."""

    def tell_of(step: str, events: EventDraft, facts: HumanitarianDraft) -> None:
        reading = ledger.reading
        scratch = Ledger(reading, ledger.statements, vouched=set(ledger.vouched))
        happened, told = verify_events(events, scratch), verify_humanitarian(facts, scratch)
        if sure.rater is not None:
            happened = rate_events(happened, reading, sure.rater)
            told = rate_facts(told, reading, sure.rater)
        plain, article = reading.plain, reading.article
        with contextlib.suppress(
            ValidationError
        ):  # a part that is not whole yet is no error of the article's
            part = Summary(
                kind=kind,
                article=_about(reading),
                events=cited(EventSummary(events=happened), plain, article)
                if kind != "humanitarian"
                else None,
                humanitarian=cited(told, plain, article) if kind != "events" else None,
                issues=tuple(ledger.issues),
                provenance=_provenance(account, "stepwise"),
            )
            account.show(step, part)

    return tell_of


def _tell_of_steps(ledger: Ledger, why: NotInOneCall) -> None:
    """The article is read like any other that is asked about step by step, not as a large model's reading."""
    ledger.trusts_reader = False
    ledger.pieces = {}
    ledger.refuse(
        IssueCode.NO_ANSWER,
        f"The article could not be asked about in one call ({why.reason}): it was asked about step by step",
        step=why.step,
    )


def _warn_of_language(ledger: Ledger) -> None:
    """Which language the article is in where that is not English alone, and what is less reliable in it."""
    reading = ledger.reading
    shared = languages_of(reading.sentences, reading.languages)
    for reason in statement(told_language(reading.text), reading.languages, shared):
        ledger.refuse(IssueCode.LANGUAGE, reason, step="read")


def _warn_of_the_unread(ledger: Ledger) -> None:
    """What of the article is not read, or not as it stands: each sentence, and each kind of disguise once."""
    for reason in ledger.reading.article.unread:
        ledger.refuse(IssueCode.NOT_READ, reason, step="read")
    for sentence, reason in ledger.reading.unread.items():
        ledger.refuse(IssueCode.NOT_READ, reason, step="read", sentence=sentence)
    for number in ledger.reading.numbers:
        if number.value is None and is_broken(number.text):
            ledger.refuse(
                IssueCode.NOT_READ, BROKEN, step="read", sentence=number.sentence, words=number.text
            )
    for what, places in ledger.reading.plain.disguises().items():
        first = places[0]
        words = ledger.reading.article.text[first.start : first.end]
        ledger.refuse(
            IssueCode.NOT_READ,
            f"Not read as it stands, in {len(places)} places: {what}",
            step="read",
            words=words[:_LONGEST_WORDS],
        )


def _tell_of_the_rest(ledger: Ledger) -> None:
    """Every number of people or homes that is in no record, and of which nothing was said yet."""
    told = {(i.sentence, i.words) for i in ledger.issues}
    for number in ledger.reading.numbers:
        meaning = unit_and_group(number.noun) if number.noun else None
        if number.kind != "count" or number.implicit or not number.value or number.id in ledger.placed:
            continue
        if meaning is None or meaning[0] not in {"people", "households", "homes"}:
            continue
        if (number.sentence, number.text) not in told:
            ledger.refuse(
                IssueCode.UNPLACED,
                f"A number of {meaning[0]} that belongs to no record of the summary",
                step="verify",
                sentence=number.sentence,
                words=number.text,
            )


def _warn_of_no_confidence(ledger: Ledger) -> None:
    ledger.refuse(
        IssueCode.LOW_CONFIDENCE,
        "Confidence is calibrated for step-by-step questions only: answers of a single call have none, "
        "and nothing was left out for want of it",
        step="confidence",
    )


@dataclass(frozen=True, slots=True)
class _Sureness:
    """How confidences come about, and what they are held to."""

    rater: Rater | None
    least: float | None


def _event_summary(draft: EventDraft, account: Account, ledger: Ledger, sure: _Sureness) -> EventSummary:
    with account.timed("verify"):
        if sure.rater is None:
            events = verify_events(draft, ledger)
        else:
            events = rate_events(verify_events(draft, ledger), ledger.reading, sure.rater)
            if sure.least is not None:
                events = keep_sure_events(events, sure.least, ledger)
    with account.timed("narrative"):
        composed = narrate_events(events)
        figures = [f for e in events for f in (*e.fatalities, *e.injuries, *e.other_figures)]
        narrative = accept_lines(
            draft.headline, draft.narrative, figures, _days(e.when for e in events), composed, ledger
        )
        return EventSummary(events=events, narrative=narrative)


def _fact_summary(
    draft: HumanitarianDraft, account: Account, ledger: Ledger, sure: _Sureness
) -> HumanitarianSummary:
    with account.timed("verify"):
        if sure.rater is None:
            facts = verify_humanitarian(draft, ledger)
        else:
            facts = rate_facts(verify_humanitarian(draft, ledger), ledger.reading, sure.rater)
            if sure.least is not None:
                facts = keep_sure_facts(facts, sure.least, ledger)
    with account.timed("narrative"):
        dated: list[DisplacementFigure | CivilianHarm] = [*facts.displacement, *facts.planned_returns]
        dated += facts.civilian_harm
        figures: list[Figure] = list(dated)
        figures += [f for s in facts.sites for f in (*s.population, *s.capacity)]
        days = _days(f.when for f in dated)
        composed = narrate_facts(facts)
        narrative = accept_lines(draft.headline, draft.narrative, figures, days, composed, ledger)
        return facts.model_copy(update={"narrative": narrative})


def _days(times: Iterable[When]) -> list[date]:
    return [day for when in times for day in (when.start, when.end) if day is not None]


def _about(reading: Reading) -> ArticleInfo:
    article = reading.article
    return ArticleInfo(
        sha256=article.sha256,
        characters=len(article.text),
        sentences=len(reading.sentences) + len(reading.unread),
        language=told_language(reading.text),
        published=article.published,
        source=article.source,
        title=article.title,
        published_from=article.origin_of("published"),
        source_from=article.origin_of("source"),
        title_from=article.origin_of("title"),
        pages=len(article.pages) or None,
    )


@cache
def _schema_sha256() -> str:
    return hashlib.sha256(json.dumps(Summary.model_json_schema(), sort_keys=True).encode()).hexdigest()


def _provenance(account: Account, strategy: Strategy) -> Provenance:
    info, total = account.engine.info, account.total()
    return Provenance(
        summariser_version=__version__,
        schema_version=SCHEMA_VERSION,
        schema_sha256=_schema_sha256(),
        engine=info.engine,
        engine_version=info.engine_version,
        model=info.model,
        model_sha256=info.model_sha256,
        strategy=strategy,
        prompts=tuple(account.prompts.values()),
        steps=account.steps(),
        calls=total.calls,
        reasks=total.reasks,
        retries=total.retries,
        tokens_in=total.tokens_in,
        tokens_cached=total.tokens_cached,
        tokens_out=total.tokens_out,
        unconstrained=total.unconstrained,
        uncounted=total.uncounted,
        seconds=round(account.watch.total, 3),
    )
