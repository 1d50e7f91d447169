"""The page in the terminal: what an analyst reads before coding, with the proof beside every value.

The order is the reader's: the story in a few sentences, then the records, then the sentences that
prove them, then what is missing and why. Everything is readable without colour; a tag such as
``[F3·S6]`` names the record and the sentences that prove it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from pydantic import BaseModel
from rich.console import Console, RenderableType
from rich.text import Text

from summariser.articles import Article
from summariser.schemas import ArticleInfo, Evidence, Issue, IssueCode, Narrative, Provenance, Span, Summary
from summariser.terminal_events import card
from summariser.terminal_facts import FACT_LABEL_WIDTH, fact_groups
from summariser.terminal_layout import MARK, Row, grid, heading, listed, paragraph
from summariser.terminal_text import counted, line, quoted, shown, tag
from summariser.terminal_values import by_whom, day

MAX_WIDTH: Final = 120
"""Longer lines are hard to read, however wide the window."""

_ISSUES: Final = {
    IssueCode.NOT_GROUNDED: "Not in text",
    IssueCode.INVALID: "Invalid",
    IssueCode.DUPLICATE: "Repeated",
    IssueCode.UNRESOLVED_PLACE: "Place open",
    IssueCode.UNRESOLVED_DATE: "Date open",
    IssueCode.INFERRED: "Inferred",
    IssueCode.NO_ANSWER: "No answer",
    IssueCode.NOT_READ: "Not read",
    IssueCode.OFF_TOPIC: "Off topic",
    IssueCode.LANGUAGE: "Language",
    IssueCode.UNPLACED: "Unplaced",
    IssueCode.LOW_CONFIDENCE: "Too unsure",
}
_REFUSALS: Final = frozenset(
    {IssueCode.NOT_GROUNDED, IssueCode.INVALID, IssueCode.NO_ANSWER, IssueCode.NOT_READ, IssueCode.UNPLACED}
)

_STEP: Final = 10
"""Columns for the name of a step."""


def render_summary(summary: Summary, article: Article, console: Console, *, timings: bool = False) -> None:
    """Print a summary as a readable page.

    Args:
        summary: What to show.
        article: The article that it is about; gives the name where the summary has no title.
        console: Where to; its width is used up to `MAX_WIDTH` columns.
        timings: Show what each step cost as well.
    """
    width = min(console.width, MAX_WIDTH)
    for part in _page(summary, article, width):
        console.print(part, width=width, highlight=False)
    if timings:
        for text in _step_costs(summary.provenance):
            console.print(paragraph(Text(text)), width=width, highlight=False)


def _page(summary: Summary, article: Article, width: int) -> Iterator[RenderableType]:
    proofs = tuple(_proofs(summary))
    yield from _header(summary, article)
    yield from _narratives(summary, width)
    yield from _records(summary, proofs, width)
    yield from _sentences(proofs, width)
    yield from _issues(summary.issues, width)
    yield from heading("Cost", width)
    yield paragraph(Text(_cost(summary.provenance)))


def _header(summary: Summary, article: Article) -> Iterator[RenderableType]:
    info, origin = summary.article, summary.provenance
    yield paragraph(Text(shown(info.title or article.name or "Article"), style="bold"))
    facts = line(
        shown(info.source) if info.source else "",
        _published(info),
        f"language {shown(info.language)}",
        counted(info.sentences, "sentence"),
        counted(info.pages, "page") if info.pages else "",
    )
    yield paragraph(facts)
    yield paragraph(line(f"read by {shown(origin.model)}", shown(f"{origin.engine} {origin.engine_version}")))


def _published(info: ArticleInfo) -> str:
    """When it was published, and by whose word where the caller did not say it."""
    if info.published is None:
        return "date of publication not given"
    return f"published {day(info.published)}{by_whom(info.published_from)}"


def _narratives(summary: Summary, width: int) -> Iterator[RenderableType]:
    both = (summary.events, summary.humanitarian)
    narratives = [part.narrative for part in both if part is not None and part.narrative is not None]
    if not narratives:
        return
    yield from heading("In short", width)
    for position, narrative in enumerate(narratives):
        if position:
            yield Text()
        yield from _narrative(narrative)


def _narrative(narrative: Narrative) -> Iterator[RenderableType]:
    headline = narrative.headline
    yield paragraph(line(shown(headline.text), tags=tag(headline.evidence), style="bold"))
    yield grid(
        listed("", (line(shown(s.text), tags=tag(s.evidence)) for s in narrative.sentences)), label_width=0
    )


def _records(summary: Summary, proofs: Iterable[Evidence], width: int) -> Iterator[RenderableType]:
    def tag_of(span: Span) -> str:
        return tag([proof for proof in proofs if proof.start <= span.start < proof.end][:1])

    if summary.events is not None:
        yield from heading("Events", width)
        if not summary.events.events:
            yield Text(_nothing("conflict event", summary.issues))
        yield from _spaced(card(event, tag_of) for event in summary.events.events)
    if summary.humanitarian is not None:
        yield from heading("Humanitarian facts", width)
        groups = list(fact_groups(summary.humanitarian))
        if not groups:
            yield Text(_nothing("humanitarian fact", summary.issues))
        yield from _spaced(grid(rows, FACT_LABEL_WIDTH) for rows in groups)


def _spaced(parts: Iterable[RenderableType]) -> Iterator[RenderableType]:
    for position, part in enumerate(parts):
        if position:
            yield Text()
        yield part


def _nothing(what: str, issues: Iterable[Issue]) -> str:
    # "Nothing is reported" would be false where an answer was refused or never came.
    if any(map(_refuses, issues)):
        return f"No {what} could be established; what was refused stands below."
    return f"No {what} is reported."


def _refuses(issue: Issue) -> bool:
    # Without words, what is said of confidence is that answers have none: nothing was left out.
    return issue.code in _REFUSALS or (issue.code is IssueCode.LOW_CONFIDENCE and issue.words is not None)


def _sentences(proofs: Iterable[Evidence], width: int) -> Iterator[RenderableType]:
    by_number = {int(proof.sentence[1:]): proof for proof in proofs}
    if not by_number:
        return
    yield from heading("The sentences that prove it", width)
    rows: Iterator[Row] = (
        (by_number[key].sentence, "", _sentence(by_number[key])) for key in sorted(by_number)
    )
    yield grid(rows, max(len(f"S{key}") for key in by_number))


def _sentence(proof: Evidence) -> Text:
    text = Text(shown(proof.text))
    return text.append(f" [p. {proof.page}]", style="dim") if proof.page else text


def _issues(issues: Iterable[Issue], width: int) -> Iterator[RenderableType]:
    yield from heading("Refused or left open", width)
    rows = [(_ISSUES[issue.code], MARK, _issue(issue)) for issue in issues]
    yield grid(rows, max(map(len, _ISSUES.values()))) if rows else Text("Nothing.")


def _issue(issue: Issue) -> Text:
    where = ",".join(part for part in (issue.record, issue.sentence) if part)
    text = line(quoted(issue.words) if issue.words else "", shown(issue.reason))
    text.append(f" [{where}]" if where else "", style="dim")
    text.append(f" ({shown(issue.step)})", style="dim")
    return text


def _cost(origin: Provenance) -> str:
    again = [counted(origin.reasks, "re-ask")] if origin.reasks else []
    again += [counted(origin.retries, "retry", "retries")] if origin.retries else []
    if origin.unconstrained:
        again.append(f"{origin.unconstrained:,} without the schema")
    if origin.uncounted:
        again.append(f"{origin.uncounted:,} without a count of tokens")
    calls = counted(origin.calls, "call") + (f" ({', '.join(again)})" if again else "")
    tokens = f"{origin.tokens_in:,} tokens in ({origin.tokens_cached:,} cached), {origin.tokens_out:,} out"
    money = "" if origin.cost_usd is None else f"{origin.cost_usd:.4f} US dollars"
    return " · ".join(part for part in (f"{calls} in {origin.seconds:.1f} seconds", tokens, money) if part)


def _step_costs(origin: Provenance) -> Iterator[str]:
    """``figures      4.20 s  2 calls, 812 tokens in (494 cached), 18 out``; of no step the seconds twice."""
    for cost in origin.steps:
        asked = ""
        if cost.calls:
            tokens = f"{cost.tokens_in:,} tokens in ({cost.tokens_cached:,} cached), {cost.tokens_out:,} out"
            asked = f"  {counted(cost.calls, 'call')}, {tokens}"
        yield f"{shown(cost.step):<{_STEP}} {cost.seconds:>8.2f} s{asked}"


def _proofs(value: object) -> Iterator[Evidence]:
    """Every piece of evidence in a result, wherever it stands."""
    if isinstance(value, Evidence):
        yield value
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from _proofs(getattr(value, name))
    elif isinstance(value, tuple):
        for item in value:
            yield from _proofs(item)
