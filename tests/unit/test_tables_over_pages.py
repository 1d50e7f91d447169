"""Tables of a PDF that go on over the end of a page, without their heads."""

from __future__ import annotations

from datetime import date

from page_papers import pdf

from summariser import Article, Summariser
from summariser.evals.first_choice import rules_alone
from summariser.normalise.numbers import find_numbers
from summariser.papers.found import Found
from summariser.papers.page_breaks import carried_over
from summariser.papers.page_lines import Cell, Line
from summariser.papers.pdf import read
from summariser.plain_text import plain_sentences
from summariser.schemas import Summary
from summariser.tables import find_tables

FIRST = [
    "Displaced people by governorate, 1 to 15 March 2024",
    "Governorate{150}IDPs{250}Returnees{350}Houses damaged",
    "Hajjah{150}1,230{250}175{350}83",
    "Ibb{150}4,931{250}771{350}47",
]
SECOND = ["Taiz{150}2,120{250}310{350}19", "Marib{150}8,455{250}662{350}28"]
ALL = {
    "1,230": "IDPs", "175": "Returnees", "83": "Houses damaged",
    "4,931": "IDPs", "771": "Returnees", "47": "Houses damaged",
    "2,120": "IDPs", "310": "Returnees", "19": "Houses damaged",
    "8,455": "IDPs", "662": "Returnees", "28": "Houses damaged",
}  # fmt: skip


def found(*pages: list[str]) -> Found:
    return read(pdf(pages))


def columns(*pages: list[str]) -> dict[str, str]:
    """The head of each number's column, but for those of which nobody knows it."""
    plain, sentences = plain_sentences(found(*pages).text)
    numbers = find_numbers(plain.text, sentences)
    return {
        cell.words.text: table.columns[cell.column].title
        for table in find_tables(plain.text, sentences, numbers, drawn=True)
        for row in table.rows
        for cell in row.cells
        if cell.number is not None and not row.unsure
    }


def summary(*pages: list[str]) -> Summary:
    read_pages = found(*pages)
    with Summariser(engine=rules_alone()) as summariser:
        return summariser.summarise(
            Article(read_pages.text, pages=read_pages.pages, published=date(2024, 3, 20), title="Yemen")
        )


def test_rows_on_the_next_page_have_the_heads_of_the_page_before() -> None:
    assert columns(FIRST, SECOND) == ALL
    assert columns(FIRST, [*SECOND, "", "The roads to all of them are open again."]) == ALL


def test_their_period_and_their_page_are_told() -> None:
    told = [f for f in summary(FIRST, SECOND).humanitarian.displacement if f.term == "displaced"]
    days = {(f.when.start, f.when.end) for f in told}
    assert days == {(date(2024, 3, 1), date(2024, 3, 15))}
    assert [f.evidence[0].page for f in told] == [1, 1, 2, 2]


def test_over_three_pages() -> None:
    third = ["Abyan{150}610{250}41{350}7"]
    assert columns(FIRST, SECOND, third) == ALL | {"610": "IDPs", "41": "Returnees", "7": "Houses damaged"}


def test_running_heads_and_feet_of_two_pages_between() -> None:
    first = ["Yemen situation report", *FIRST, "Page 1 of 2"]
    second = ["Yemen situation report", *SECOND, "Page 2 of 2"]
    assert columns(first, second) == ALL


def test_one_row_that_lacks_a_cell() -> None:
    assert columns(FIRST, ["Taiz{150}2,120{350}19"])["19"] == "Houses damaged"


def test_other_columns_are_of_a_table_without_heads() -> None:
    for row in ("Taiz{190}2,120{290}310{420}19", "Taiz{150}2,120{250}310", "Taiz{158}2,120{250}310{350}19"):
        heads = columns(FIRST, [row, row.replace("Taiz", "Marib")])
        if row.count("{") == 3:
            assert heads.get("2,120", "") == "", row


def test_rows_behind_the_total_are_of_another_table() -> None:
    total = "Total{150}6,161{250}946{350}130"
    assert columns([*FIRST, total], SECOND).get("2,120", "") == ""


def test_heads_of_the_next_page_are_its_own() -> None:
    heads = "Governorate{150}Families{250}Missing{350}Injured"
    assert columns(FIRST, [heads, *SECOND])["2,120"] == "Families"


def test_rows_of_arabic_keep_their_words() -> None:
    lines = [Line("حجة\t1230\t175", 90.0, 12.0), Line("إب\t4931\t771", 76.0, 12.0)]
    cells = (Cell("Ibb", 10, 30), Cell("4,931", 60, 90), Cell("771", 120, 140))
    rows = [Line("Ibb\t4,931\t771", foot, 12.0, cells) for foot in (90.0, 76.0)]
    assert carried_over(rows, lines) is None
    assert carried_over(lines, rows) is None


def test_text_between_parts_tables() -> None:
    assert columns(FIRST, ["Of these the reports are old.", *SECOND]).get("2,120", "") == ""
