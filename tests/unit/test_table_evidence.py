"""A value of a table cites its cell: in the schema, in each form that shows it, and when it is checked."""

from __future__ import annotations

import pytest
from sample import sample_summary

from summariser.articles import Article
from summariser.citing import cited
from summariser.evals.grounding import ungrounded
from summariser.exports.common import in_table, proof
from summariser.lexicon.table_heads import scale_of
from summariser.page.shown import Mark, paper_of
from summariser.plain_text import plain_sentences
from summariser.schemas import Evidence, Span, Summary, TableCell
from summariser.terminal_values import backing

TEXT = "New displacement, 1-15 March\n\nDistrict | IDPs\nDorra | 1,240\nKarsa | 655\nTotal | 1,895"


def span(words: str, text: str = TEXT) -> Span:
    start = text.index(words)
    return Span(text=words, start=start, end=start + len(words))


CELL = TableCell(words=span("1,240"), row=span("Dorra"), column=(span("IDPs"),))
TOTAL = TableCell(words=span("1,895"), row=span("Total"), column=(span("IDPs"),), total=True)


def row(cell: TableCell, words: str = "Dorra | 1,240") -> Evidence:
    line = span(words)
    return Evidence(sentence="S3", start=line.start, end=line.end, text=words, cell=cell)


def test_a_cell_is_named_by_the_heads_of_row_and_column() -> None:
    assert CELL.heads == ("Dorra", "IDPs")
    assert in_table(CELL) == f"Dorra · IDPs: 1,240 [{CELL.words.start}-{CELL.words.end}]"
    assert in_table(TOTAL).endswith("(total)")


def test_exports_have_a_column_for_it() -> None:
    assert proof([row(CELL)])["evidence_cells"] == in_table(CELL)
    assert proof([row(CELL).model_copy(update={"cell": None})])["evidence_cells"] is None


def test_the_terminal_says_where_in_the_table_it_stands() -> None:
    figure = sample_summary().figures()[0]
    assert "table" not in backing(figure)
    assert "table: “Dorra”, “IDPs”" in backing(figure.model_copy(update={"evidence": (row(CELL),)}))
    assert "(a total)" in backing(figure.model_copy(update={"evidence": (row(TOTAL),)}))


def test_the_page_has_a_mark_for_cell_and_heads() -> None:
    names = {Mark(s.start, s.end).name for s in (CELL.words, *CELL.column)}
    parts = [part for line in paper_of(TEXT).lines for part in line.parts(names)]
    assert {(name, words) for name, words in parts if name} == {
        (Mark(CELL.words.start, CELL.words.end).name, "1,240"),
        (Mark(CELL.column[0].start, CELL.column[0].end).name, "IDPs"),
    }
    shown = ["".join(words for _, words in line.parts(names)) for line in paper_of(TEXT).lines]
    assert shown == [line.text for line in paper_of(TEXT).lines]


def test_a_cell_is_cited_as_the_article_has_it() -> None:
    given = TEXT.replace("1,240", "1,240\u200b").replace("Dorra |", "Dorra\u00a0  |")
    plain, _ = plain_sentences(given)
    read = TableCell(words=span("1,240", plain.text), column=(span("IDPs", plain.text),))
    line = span("1,240", plain.text)
    there = cited(
        Evidence(sentence="S3", start=line.start, end=line.end, text=line.text, cell=read),
        plain,
        Article(given),
    )
    assert there.cell is not None
    for part in (there.cell.words, *there.cell.column):
        assert given[part.start : part.end] == part.text


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"words": span("655")}, "does not stand in its cell"),
        ({"row": span("Karsa")}, "another line"),
        ({"column": (span("Total"),)}, "behind the cell"),
        ({}, ""),
    ],
)
def test_a_cell_that_is_another_one_is_found_out(change: dict[str, object], fault: str) -> None:
    summary: Summary = sample_summary()
    assert summary.humanitarian is not None
    figure = summary.humanitarian.displacement[0].model_copy(
        update={"words": CELL.words, "evidence": (row(CELL.model_copy(update=change)),)}
    )
    made = summary.model_copy(
        update={
            "humanitarian": summary.humanitarian.model_copy(update={"displacement": (figure,)}),
        }
    )
    found = [f for f in ungrounded(made, Article(TEXT)) if "displacement[0]" in f]
    cells = [f for f in found if "cell" in f or "another line" in f]
    assert (any(fault in f for f in cells)) if fault else not cells


@pytest.mark.parametrize(
    ("head", "scale"),
    [
        ("IDPs (in thousands)", 1_000),
        ("Déplacés (en milliers)", 1_000),
        ("Desplazados (miles)", 1_000),
        ("النازحون (بالآلاف)", 1_000),
        ("IDPs, millions", 1_000_000),
        ("IDPs", 1),
        ("Familias", 1),
        ("Thousands of people displaced", 1),
        ("Similes", 1),
    ],
)
def test_heads_say_how_many_each_number_stands_for(head: str, scale: int) -> None:
    assert scale_of(head) == scale
