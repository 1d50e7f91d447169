"""Long documents: where they are cut, what each piece carries, and how the answers come together."""

from __future__ import annotations

import asyncio
from datetime import date
from typing import Any

import pytest

from summariser.accounting import Account
from summariser.articles import Article
from summariser.drafts import DraftSite, EventDraft, HumanitarianDraft
from summariser.engines.base import Request
from summariser.engines.scripted import ScriptedEngine
from summariser.errors import ModelRefused
from summariser.evals.long_reports import made_report
from summariser.normalise.places import PlaceResolver
from summariser.periods import period_of, years
from summariser.pipeline import summarise_article
from summariser.polarity import is_retold
from summariser.reading import read
from summariser.schemas import IssueCode, Summary
from summariser.strategies.cutting import LEAST_SENTENCES, MOST_SENTENCES, cut, halves, size
from summariser.strategies.pieces import _all, _sites, pieces_for
from summariser.verify import Ledger
from tests.conftest import Read

REPORT = made_report(6)
CONTEXT = 32_768


def test_pieces_hold_every_sentence_once_and_fit(resolver: PlaceResolver) -> None:
    reading = read(Article(REPORT.text, published=REPORT.published), resolver)
    for characters in (1_500, 6_000, 1_000_000):
        pieces = cut(reading, characters)
        assert [s.id for p in pieces for s in p.sentences] == [s.id for s in reading.sentences]
        assert all(len(p.sentences) <= MOST_SENTENCES for p in pieces)
        assert all(sum(size(reading, s) for s in p.sentences) <= characters for p in pieces)


def test_an_answer_is_kept_without_its_closed_schema(resolver: PlaceResolver) -> None:
    report = made_report(6)
    article = Article(report.text, published=report.published)
    reading = read(article, resolver)
    pieces = pieces_for(reading, CONTEXT)
    assert len(pieces) > 1
    engine = ScriptedEngine(lambda _: {}, strategy="single", context_tokens=CONTEXT)
    ledger = Ledger(reading, ())
    drafts = asyncio.run(_all(reading, pieces, Account(engine), ledger, "facts", HumanitarianDraft))
    assert {type(d) for d in drafts} == {HumanitarianDraft}


def test_a_piece_begins_with_a_section_where_one_begins_near(resolver: PlaceResolver) -> None:
    reading = read(Article(REPORT.text, published=REPORT.published), resolver)
    starts = [p.sentences[0].text for p in cut(reading, 1_000_000)[1:]]
    assert starts
    assert all(text.endswith(" State") for text in starts)


def test_without_sections_a_piece_ends_with_a_paragraph(read_text: Read) -> None:
    text = "\n\n".join(
        "Gunmen killed six people. Houses burned down. Nobody said who it was." for _ in range(60)
    )
    pieces = cut(read_text(text), 1_000_000)
    assert len(pieces) == 2
    assert pieces[1].sentences[0].text == "Gunmen killed six people."


def test_what_a_piece_carries(read_text: Read) -> None:
    filler = "\n\n".join(f"Prices rose by {n} per cent in the markets." for n in range(20))
    reading = read_text(
        "Zandara: situation report\n\nThe Zandara Relief Army (ZRA) has fought the state since May.\n\n"
        f"Protection\n\nPeriod: 1-15 March 2024\n\nIn Bama\n\n{filler}\n\nZRA fighters killed six people.",
        published=date(2024, 4, 2),
    )
    last = cut(reading, 1_000_000, most=20)[-1]
    assert last.title == "Zandara: situation report"
    assert last.crisis == "The Zandara Relief Army (ZRA) has fought the state since May."
    assert [reading.sentence(h).text for h in last.headings] == ["Period: 1-15 March 2024", "In Bama"]
    assert last.aliases == ("ZRA = Zandara Relief Army",)
    assert cut(reading, 1_000_000)[0].crisis == ""


def test_a_heading_stands_under_no_heading_of_its_own_rank(read_text: Read) -> None:
    filler = " ".join(["Prices rose in the markets."] * 6)
    reading = read_text(f"Report\n\nIn Bama\n\n{filler}\n\nIn Konduga\n\n{filler}")
    second = next(p for p in cut(reading, 1_000_000, most=8) if p.sentences[0].text == "In Konduga")
    assert second.headings == ()


def test_halves_until_a_piece_is_small(read_text: Read) -> None:
    reading = read_text(" ".join(f"Gunmen killed {n + 2} people." for n in range(40)))
    (piece,) = cut(reading, 1_000_000)
    parts = halves(reading, piece)
    assert [s.id for p in parts for s in p.sentences] == [s.id for s in piece.sentences]
    assert len(parts) == 2
    small = cut(reading, 1_000_000, most=LEAST_SENTENCES)[0]
    assert halves(reading, small) == (small,)


def test_no_pieces_where_the_answer_alone_fills_the_context(read_text: Read) -> None:
    reading = read_text("Gunmen killed six people.")
    assert pieces_for(reading, 4_096) == ()
    assert len(pieces_for(reading, CONTEXT)) == 1


def _summary(answer: Any, resolver: PlaceResolver, context: int = CONTEXT) -> tuple[Summary, ScriptedEngine]:
    engine = ScriptedEngine(answer, strategy="single", context_tokens=context)
    article = Article(REPORT.text, published=REPORT.published)
    return asyncio.run(summarise_article(article, engine, resolver)), engine


def _told(request: Request[Any]) -> Any:
    """One event of the first sentence of each piece that tells of dead."""
    if not issubclass(request.response_model, EventDraft):
        return {}
    lines = request.messages[1].content.splitlines()
    first = next(line.split()[0] for line in lines if line[:1] == "S" and "killed" in line)
    return {"events": [{"sub_type": "Attack", "status": "occurred", "sentences": [first]}]}


def test_each_piece_is_asked_with_its_own_values_only(resolver: PlaceResolver) -> None:
    summary, engine = _summary(_told, resolver)
    asked = [r for r in engine.requests if issubclass(r.response_model, EventDraft)]
    assert len(asked) == len(engine.requests) / 2 > 1
    assert [r.prompt and r.prompt[0] for r in asked] == ["piece"] * len(asked)
    assert summary.provenance.strategy == "single"
    assert summary.events is not None
    assert len(summary.events.events) == len(asked)
    listed = [
        set(r.response_model.values["SentenceRef"]) for r in asked if hasattr(r.response_model, "values")
    ]
    assert all(not a & b for a in listed for b in listed if a is not b)


def test_pieces_are_asked_at_once(resolver: PlaceResolver) -> None:
    flying = most = 0

    class Waiting(ScriptedEngine):
        async def ask(self, request: Request[Any]) -> Any:
            nonlocal flying, most
            flying += 1
            most = max(most, flying)
            await asyncio.sleep(0.01)
            flying -= 1
            return await super().ask(request)

    engine = Waiting(_told, strategy="single", context_tokens=CONTEXT)
    asyncio.run(summarise_article(Article(REPORT.text, published=REPORT.published), engine, resolver))
    assert most == len(engine.requests) / 2


def test_a_declined_piece_is_asked_about_in_halves_and_told_of(resolver: PlaceResolver) -> None:
    """The rest of the document is not lost with it."""

    def answer(request: Request[Any]) -> Any:
        if "(part 1 of" in request.messages[1].content:
            return ModelRefused("declined", "ask another")
        return _told(request)

    summary, _ = _summary(answer, resolver)
    assert summary.provenance.strategy == "single"
    assert summary.events is not None
    assert summary.events.events
    told = [i for i in summary.issues if i.code is IssueCode.NO_ANSWER]
    assert told
    assert all(i.reason.startswith("No valid answer about S") for i in told)


def test_where_every_piece_is_declined_it_is_asked_about_step_by_step(resolver: PlaceResolver) -> None:
    def answer(request: Request[Any]) -> Any:
        if request.prompt and request.prompt[0] == "piece":
            return ModelRefused("declined", "ask another")
        return next(iter({}), {"topic": "conflict"}) if request.step == "topic" else "no"

    summary, _ = _summary(answer, resolver)
    assert summary.provenance.strategy == "stepwise"


def test_sites_of_one_name_are_one() -> None:
    sites = _sites(
        [
            DraftSite(name="Bakasi camp", sentences=("S1",), population=("N1",)),
            DraftSite(name="Dalori camp", sentences=("S2",)),
            DraftSite(name="bakasi Camp", sentences=("S90",), population=("N1", "N7"), where="Maiduguri"),
        ]
    )
    assert [(s.name, s.sentences, s.population, s.where) for s in sites] == [
        ("Bakasi camp", ("S1", "S90"), ("N1", "N7"), "Maiduguri"),
        ("Dalori camp", ("S2",), (), None),
    ]


PERIODS = (
    "Period: 1-15 March 2024\n\nSome 500 people fled Bama.\n\n"
    "Period: 16-31 March 2024\n\nSome 500 people fled Bama.\n\n"
)


def test_a_part_tells_of_its_period_where_there_are_several(read_text: Read) -> None:
    reading = read_text(PERIODS, published=date(2024, 4, 2))
    fled = [s.id for s in reading.sentences if "fled" in s.text]
    found = [period_of(reading, s) for s in fled]
    assert [f and f.text for f in found] == ["1-15 March 2024", "16-31 March 2024"]
    one = read_text(PERIODS.partition("\n\nPeriod: 16")[0], published=date(2024, 4, 2))
    assert period_of(one, one.sentences[-1].id) is None


def test_a_count_of_two_periods_is_two_counts(resolver: PlaceResolver) -> None:
    """They were one figure: the same number of people, from the same town, without a day of its own."""
    engine = ScriptedEngine(lambda _: {})
    article = Article(PERIODS, published=date(2024, 4, 2))
    facts = asyncio.run(summarise_article(article, engine, resolver)).humanitarian
    assert facts is not None
    starts = [f.when.start for f in facts.displacement]
    assert starts == [date(2024, 3, 1), date(2024, 3, 16)]


@pytest.mark.parametrize(
    ("line", "retold"), [("Period: January to December 2023", False), ("Period: the last months", True)]
)
def test_the_year_of_its_period_is_no_other_year(read_text: Read, line: str, retold: bool) -> None:
    reading = read_text(f"{line}\n\nGunmen killed six people in March 2023.", published=date(2024, 1, 15))
    assert is_retold(reading, reading.sentences[-1].id) is retold
    assert years(reading) == (frozenset() if retold else {2023})
