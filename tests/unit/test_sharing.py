"""A long document's memory: equal parts held once, and nothing held longer than it is needed."""

from __future__ import annotations

import asyncio
import gc
import tracemalloc
import weakref
from collections.abc import Iterator

import pytest

from summariser.articles import Article
from summariser.citing import cited
from summariser.evals.first_choice import rules_alone
from summariser.evals.long_reports import made_report
from summariser.names import find_names
from summariser.normalise.places import PlaceResolver
from summariser.pipeline import summarise_article
from summariser.plain_text import plain_sentences
from summariser.reading import read
from summariser.roles import roles_of_sentences
from summariser.schemas import EventSummary, Evidence, Span, Strict, Summary
from summariser.sharing import Sharing, consumed, taken_apart

REPORT = made_report(2)


@pytest.fixture(scope="module")
def summary(resolver: PlaceResolver) -> Summary:
    """Of two pages with page breaks, so that all of it is put into the article's own words."""
    half = len(REPORT.text) // 2
    article = Article(REPORT.text, published=REPORT.published, pages=(0, half))
    return asyncio.run(summarise_article(article, rules_alone(), resolver))


def _parts(part: object) -> Iterator[Strict]:
    if isinstance(part, Strict):
        yield part
        for _, inner in part:
            yield from _parts(inner)
    elif isinstance(part, tuple):
        for inner in part:
            yield from _parts(inner)


def test_what_is_equal_in_a_summary_is_one_object(summary: Summary) -> None:
    for half in (summary.events, summary.humanitarian):
        proofs = [p for p in _parts(half) if isinstance(p, Evidence)]
        assert len(proofs) > 2 * len(set(proofs))
        assert len({id(p) for p in proofs}) == len(set(proofs))
        given = {id(p.model_fields_set): frozenset(p.model_fields_set) for p in _parts(half)}
        assert len(given) <= 2 * len(set(given.values()))


def test_a_summary_of_shared_parts_is_what_its_json_says(summary: Summary) -> None:
    assert Summary.model_validate_json(summary.model_dump_json()) == summary


def test_a_record_of_shared_parts_is_equal_and_knows_what_was_given() -> None:
    proof = Evidence(sentence="S1", start=0, end=3, text="Abs")
    sharing = Sharing()
    held = sharing.whole(proof)
    assert held == proof
    assert held.model_fields_set == proof.model_fields_set
    assert held.model_dump() == proof.model_dump()
    again = Evidence(sentence="S1", start=0, end=3, text="Abs", page=None)
    assert sharing.whole(again) is held
    other = held.model_copy(update={"page": 2})
    assert (other.page, held.page) == (2, None)
    assert "page" not in held.model_fields_set


def test_numbers_that_are_written_otherwise_are_not_one() -> None:
    sharing = Sharing()
    assert repr([sharing.once(n) for n in (1, 1.0, True)]) == "[1, 1.0, True]"


def test_what_is_consumed_is_let_go_one_by_one() -> None:
    spans = [Span(text="Abs", start=n, end=n + 3) for n in range(3)]
    kept = [weakref.ref(span) for span in spans]
    left = consumed(tuple(spans))
    del spans
    assert next(left).start == 0
    assert [ref() is None for ref in kept] == [True, False, False]


def test_a_half_that_nobody_holds_is_let_go_while_its_copy_is_made(summary: Summary) -> None:
    assert summary.events is not None
    events = [e.model_copy() for e in summary.events.events]
    half, kept = EventSummary.model_construct(events=tuple(events)), weakref.ref(events[0])
    del events
    fields = taken_apart(half)
    del half
    _, records = next(fields)
    next(records)
    next(records)
    assert kept() is None


def test_citing_what_stands_as_it_was_given_changes_nothing(resolver: PlaceResolver) -> None:
    article = Article(REPORT.text, published=REPORT.published)
    reading = read(article, resolver)
    proof = reading.evidence(reading.sentences[0].id)
    half = EventSummary(events=())
    assert cited(half, reading.plain, article) == half
    assert reading.evidence(reading.sentences[0].id)[0] is proof[0]


def test_finding_names_holds_no_words_of_sentences_that_are_done() -> None:
    plain, sentences = plain_sentences(made_report(8).text)
    find_names(plain.text, sentences)
    gc.collect()
    tracemalloc.start()
    find_names(plain.text, sentences)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < 12 * len(plain.text)  # the words of all sentences together take 45 bytes a character


def test_what_a_reading_forgets_is_worked_out_again(resolver: PlaceResolver) -> None:
    reading = read(Article(REPORT.text, published=REPORT.published), resolver)
    ids = [s.id for s in reading.sentences]

    def told() -> list[str]:
        roles = roles_of_sentences(reading, ids)
        return [p.words for p in (*roles.doers, *roles.sufferers, *roles.things)]

    first = told()
    assert first
    reading.forget("roles")
    assert not any(what == "roles" for what, _ in reading.memo)
    assert told() == first
