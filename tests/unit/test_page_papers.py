"""Files that are dropped on the page: their text, and what is said where there is none."""

from __future__ import annotations

from datetime import date

import pytest

pytest.importorskip("pypdf")
pytest.importorskip("pypdfium2")
pytest.importorskip("docx")

from summariser.errors import EmptyArticle, InputError, NotText
from summariser.page.papers import article_of_file, plain_name
from tests.unit.page_papers import docx, pdf

LINES = ["SAKE, March 12 - Shells fell on the market on Sunday, killing 12 people.", "Hundreds fled."]


def test_a_pdf_becomes_an_article() -> None:
    article = article_of_file(pdf([LINES]), name="sake.pdf", published=date(2024, 3, 12), source="A wire")
    assert article.text.splitlines() == LINES
    assert (article.published, article.source, article.name) == (date(2024, 3, 12), "A wire", "sake.pdf")


def test_a_word_file_becomes_an_article_with_its_tables() -> None:
    data = docx(LINES, [["Camp", "People"], ["Bulengo", "22,400"]], title="Sake in March")
    article = article_of_file(data, name="sake.docx")
    assert article.text == "\n\n".join([*LINES, "Camp\tPeople\nBulengo\t22,400"])
    assert article.title == "Sake in March"


def test_what_a_file_is_says_its_content_and_not_its_name() -> None:
    assert article_of_file(pdf([LINES]), name="sake.txt").text.startswith("SAKE")
    assert article_of_file(b"Only text.", name="sake.pdf").text == "Only text."


@pytest.mark.parametrize(
    ("data", "error", "words"),
    [
        (b"%PDF-1.7\nnothing of the sort", NotText, "cannot be read as a PDF"),
        (b"PK\x03\x04 word/ broken", NotText, "cannot be read as a Word document"),
        (pdf([[]]), EmptyArticle, "may be a scan"),
        (pdf([LINES], password="x"), NotText, "locked with a password"),
        (docx([]), EmptyArticle, "no text"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", NotText, "it.pdf"),
    ],
)
def test_a_file_without_a_text_says_what_it_is(data: bytes, error: type[InputError], words: str) -> None:
    with pytest.raises(error, match=words) as raised:
        article_of_file(data, name="it.pdf")
    assert raised.value.advice


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\x\\report.pdf", "report.pdf"),
        ("a\u202egpj.exe\n", "a gpj.exe"),
        ("", "article"),
        ("..", ".."),
    ],
)
def test_a_name_is_no_path(name: str, shown: str) -> None:
    assert plain_name(name) == shown
