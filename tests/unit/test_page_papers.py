"""Files that are dropped on the page: their text, and what is said where there is none."""

from __future__ import annotations

import io
import zipfile
from datetime import date

import pytest

pytest.importorskip("pypdf")
pytest.importorskip("docx")

from summariser.errors import ArticleTooLong, EmptyArticle, InputError, NotText
from summariser.page.paper_child import read_docx, read_pdf
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
    assert article.text == "\n\n".join([*LINES, "Camp | People\nBulengo | 22,400"])
    assert article.title == "Sake in March"


def test_what_a_file_is_says_its_content_and_not_its_name() -> None:
    assert article_of_file(pdf([LINES]), name="sake.txt").text.startswith("SAKE")
    assert article_of_file(b"Only text.", name="sake.pdf").text == "Only text."


def test_running_heads_and_page_numbers_are_no_text() -> None:
    pages = [[f"Situation report, page {n} of 4", f"Paragraph {word}.", "More of it.", f"{n}"] for n, word in
             enumerate(("one", "two", "three", "four"), 1)]  # fmt: skip
    text, _ = read_pdf(pdf(pages))
    assert text.splitlines() == [
        line for word in ("one", "two", "three", "four") for line in (f"Paragraph {word}.", "More of it.")
    ]


def test_thirty_pages_are_read() -> None:
    text, _ = read_pdf(pdf([[f"In village {n}, {n + 3} people were killed."] for n in range(30)]))
    assert text.count("people were killed") == 30


@pytest.mark.parametrize(
    ("data", "error", "words"),
    [
        (b"%PDF-1.7\nnothing of the sort", NotText, "cannot be read as a PDF"),
        (b"PK\x03\x04 broken", NotText, "cannot be read as a Word document"),
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


def test_a_zip_bomb_is_not_unpacked() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"\0" * 210_000_000)
    with pytest.raises(ArticleTooLong):
        article_of_file(out.getvalue(), name="bomb.docx")


def test_entities_of_a_word_file_are_not_resolved() -> None:
    packed = io.BytesIO(docx(["Text."]))
    out = io.BytesIO()
    with zipfile.ZipFile(packed) as old, zipfile.ZipFile(out, "w") as new:
        for entry in old.infolist():
            data = old.read(entry)
            if entry.filename == "word/document.xml":
                data = data.replace(b"?>", b'?><!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>', 1)
                data = data.replace(b"Text.", b"Text. &x;")
            new.writestr(entry, data)
    assert "root:" not in read_docx(out.getvalue())[0]


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
