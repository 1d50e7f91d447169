"""The long report: its pages, its labels, and how a summary of it is scored."""

from __future__ import annotations

from datetime import date

import pytest

pytest.importorskip("pypdf")
pytest.importorskip("pypdfium2")
pytest.importorskip("docx")

from summariser.articles import Article, article_from_bytes
from summariser.evals.long.labelled import Labels, Record, labels
from summariser.evals.long.paper import pages, pdf
from summariser.evals.long.scoring import compare
from summariser.evals.long.source import HEAD, NOTICE
from summariser.evals.long.word import docx
from summariser.schemas import EventSummary, Summary
from summariser.schemas.codebooks import SubEventType
from tests.unit.reports import event, killed
from tests.unit.sample import sample_summary

KODOK: Record = {
    "id": "kodok", "start": "2024-09-06", "end": "2024-09-06", "place": "Kodok", "sub_type": "Attack",
    "quotes": [[1, "gunmen attacked Kodok"]],
    "figures": [
        {"measure": "killed", "value": 12, "quotes": [[1, "killing 12"]]},
        {"measure": "killed", "value": 9, "superseded": True, "quotes": [[4, "9 at first"]]},
    ],
}  # fmt: skip


@pytest.fixture(scope="module")
def article() -> Article:
    return article_from_bytes(pdf(), name="report.pdf")


def test_it_has_thirty_pages_and_says_on_each_that_it_is_fiction(article: Article):
    assert len(pages()) == len(article.pages) == 30
    assert NOTICE not in article.text, "heads and feet of pages are no text"
    assert HEAD not in article.text
    assert article.published == date(2023, 11, 8)
    assert pdf() == pdf()


def test_the_words_of_each_label_stand_on_its_page():
    laid = [" ".join(" ".join(page.text).split()) for page in pages()]
    ours = labels()
    records = [*ours.events, *ours.displacement, *ours.sites, *ours.harm, *ours.never]
    records += [figure for one in ours.events for figure in one["figures"]]
    for page, words in (quote for record in records for quote in record["quotes"]):
        goes_on = " ".join(laid[page - 1 : page + 1])
        assert words in goes_on, f"page {page}: {words}"
        assert page == len(laid) or words not in laid[page], f"page {page + 1} and not {page}: {words}"


def test_the_word_file_holds_the_same_tables(article: Article):
    text = article_from_bytes(docx(), name="report.docx").text
    assert "Ouaka\t98,400\t19,680\t12,250\t2,100" in text
    assert "Ouaka\t98,400\t19,680\t12,250\t2,100" in article.text


def test_a_summary_is_scored_by_what_it_finds_repeats_and_takes_from_elsewhere():
    given = [
        event(6, "Kodok", SubEventType.ATTACK, figures=[killed(12), killed(85)], number=1),
        event(6, "Kodok", SubEventType.ARMED_CLASH, figures=[killed(9)], number=2),
        event(20, "Lul", SubEventType.AIR_STRIKE, number=3),
    ]
    summary: Summary = sample_summary().model_copy(
        update={"events": EventSummary(events=tuple(given)), "humanitarian": None}
    )
    counts = compare(Labels("2024-10-08", [KODOK], [], [], [], []), summary)
    events, figures = counts["events"], counts["figures"]
    assert (events.needed, events.found, events.again, events.extra) == (1, 1, 1, 1)
    assert (figures.needed, figures.found, figures.extra, figures.taken_back) == (1, 1, 1, 1)
