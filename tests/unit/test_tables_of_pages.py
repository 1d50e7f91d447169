"""Tables of pages: what the places of the words leave unsure is not read, and said."""

from __future__ import annotations

from page_papers import pdf

from summariser import Article, Summariser
from summariser.evals.first_choice import rules_alone
from summariser.normalise.numbers import find_numbers
from summariser.papers.pdf import read
from summariser.plain_text import plain_sentences
from summariser.schemas import Summary
from summariser.tables import find_tables

HEADS = "District\tIDPs\tReturnees\tHouses damaged"


def columns(text: str, *, drawn: bool = True) -> dict[str, str]:
    """The head of each number's column, but for those of which nobody knows it."""
    plain, sentences = plain_sentences(text)
    numbers = find_numbers(plain.text, sentences)
    return {
        cell.words.text: table.columns[cell.column].title
        for table in find_tables(plain.text, sentences, numbers, drawn=drawn)
        for row in table.rows
        for cell in row.cells
        if cell.number is not None and not row.unsure
    }


def summary(text: str, *, pages: tuple[int, ...] = ()) -> Summary:
    with Summariser(engine=rules_alone()) as summariser:
        return summariser.summarise(Article(text, pages=pages))


def test_a_row_of_a_page_with_too_few_cells_is_refused() -> None:
    text = f"{HEADS}\nAden\t1,400\t60\t25\nTaiz\t980\t140"
    assert columns(text, drawn=False)["140"] == "Returnees"
    assert set(columns(text)) == {"1,400", "60", "25"}
    issues = summary(f"Yemen, March 2024\n\n{text}", pages=(0,)).issues
    assert {"980", "140"} <= {i.words for i in issues if "which ones it lacks" in i.reason}


def test_heads_of_a_page_that_are_too_few_are_of_no_column() -> None:
    text = "District\tIDPs\tReturnees\nAden\t1,400\t60\t25\nTaiz\t980\t140\t12"
    assert set(columns(text).values()) == {""}
    assert any("No head of the table" in i.reason for i in summary(text, pages=(0,)).issues)


def test_empty_cells_at_the_end_of_a_row_are_cells() -> None:
    text = f"{HEADS}\nAden\t\t\t25\nTaiz\t\t980\t\nMarib\t330\t\t\nIbb\t\t\t\nLahj\t\t15\t"
    assert columns(text) == {
        "25": "Houses damaged", "980": "Returnees", "330": "IDPs", "15": "Returnees",
    }  # fmt: skip


def test_heads_of_a_table_of_which_the_first_rows_end_empty() -> None:
    assert columns(f"{HEADS}\nAden\t1,400\t60\t\nTaiz\t980\t140\t12")["60"] == "Returnees"


def test_tabs_that_all_rows_end_with_are_no_column() -> None:
    found = columns("District\tIDPs\t\nAden\t1,400\t\nTaiz\t980\t", drawn=False)
    assert found == {"1,400": "IDPs", "980": "IDPs"}


def test_years_over_heads_and_under_them_are_heads() -> None:
    over = "\t2023\t\t2024\t\nDistrict\tIDPs\tReturnees\tIDPs\tReturnees\nAden\t1,400\t60\t25\t7"
    assert columns(f"{over}\nTaiz\t980\t140\t30\t8")["25"] == "2024 IDPs"
    under = "\tIDPs\t\tReturnees\t\nDistrict\t2023\t2024\t2023\t2024\nAden\t1,400\t60\t25\t7"
    assert columns(f"{under}\nTaiz\t980\t140\t30\t8")["60"] == "IDPs 2024"


def test_a_place_with_years_for_counts_is_a_row() -> None:
    assert columns("District\tIDPs\tReturnees\nAden\t2015\t2010\nTaiz\t980\t140")["2010"] == "Returnees"


def test_numbers_that_stand_as_far_apart_are_no_stretched_line() -> None:
    rows = ["Region{150}IDPs{250}Families{350}Homes", "Hajjah{150}30{250}75{350}83", "Ibb{150}93{250}7{350}4"]
    text = pdf_text(rows)
    assert "Hajjah\t30\t75\t83" in text


def test_heads_right_under_a_sentence_are_no_part_of_it() -> None:
    text = pdf_text(
        ["Displaced in March.", "Region{200}IDPs{300}Families", "Taiz{200}1,200{300}20", "Ibb{200}34{300}5"]
    )
    assert columns(text) == {"1,200": "IDPs", "20": "Families", "34": "IDPs", "5": "Families"}


def pdf_text(lines: list[str]) -> str:
    return read(pdf([lines])).text
