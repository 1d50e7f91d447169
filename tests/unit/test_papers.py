"""PDF, Word files and mails as articles: their text, their pages, and what they say of themselves."""

from __future__ import annotations

import io
import subprocess
import sys
import zipfile
from datetime import UTC, date, datetime
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("pypdf")
pytest.importorskip("pypdfium2")
pytest.importorskip("docx")

from answers import agree
from docx import Document
from docx.oxml import parse_xml
from page_papers import docx, pdf
from rich.console import Console

from summariser.articles import Article, article_from_bytes, load_article
from summariser.batch.inputs import Inputs
from summariser.citing import _Citing
from summariser.engines.loop import run_sync
from summariser.engines.scripted import ScriptedEngine
from summariser.errors import ArticleTooLong, EmptyArticle, InputError, MissingExtra, NotText
from summariser.evals.grounding import figures_of, ungrounded
from summariser.exports import Named, render
from summariser.normalise.places import PlaceResolver
from summariser.papers import apart, mail, word
from summariser.papers import pdf as pdf_reader
from summariser.papers.found import Refused
from summariser.papers.kinds import kind_of
from summariser.papers.page_lines import Cell, Glyph, Line, lines_of, turned
from summariser.papers.page_rows import whole_rows
from summariser.pipeline import summarise_article
from summariser.plain_text import plain_sentences
from summariser.schemas import Evidence
from summariser.terminal import render_summary

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
SAKE = "Shells fell on the market of Sake on Sunday, killing 12 people."


# What a file is


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"%PDF-1.7 ...", "pdf"),
        (b"\xef\xbb\xbf\n %PDF-1.4", "pdf"),
        (b"PK\x03\x04... word/document.xml", "docx"),
        (b"PK\x03\x04... xl/workbook.xml", None),
        (b"From: <Saved by Blink>\r\nDate: x\r\nMIME-Version: 1.0\r\n\r\n", None),
        (b"From: a@example.org\r\nDate: x\r\nMIME-Version: 1.0\r\n\r\nText.", "eml"),
        (b"Received: from a\n by b;\n Mon\nDate: x\nFrom: a@example.org\n\nText.", "eml"),
        (b"From a@example.org Mon\nFrom: a\nDate: x\nMessage-ID: <1>\n\nText.", "eml"),
        (b"From: our correspondent\nDate: 3 May\n\nShells fell.", None),  # the head of an article
        (b"A report on the %PDF-1.7 format", None),
        (b"Shells fell.", None),
        (b"<html><p>Shells fell.", None),
    ],
)
def test_what_a_file_is_says_its_beginning(data: bytes, kind: str | None) -> None:
    assert kind_of(data) == kind


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\x00\x00", "an old Office document"),
        (b"PK\x03\x04 xl/workbook.xml", "an Excel workbook"),
        (b"PK\x03\x04 word/document.xml, broken", "cannot be read as a Word document"),
        (b"%PDF-1.7\nnothing of the sort", "cannot be read as a PDF"),
        (pdf([[SAKE]], password="x"), "locked with a password"),
    ],
)
def test_what_cannot_be_read_is_said(data: bytes, words: str) -> None:
    with pytest.raises(NotText, match=words) as raised:
        article_from_bytes(data, name="it.txt")
    assert raised.value.advice


# PDF


def test_a_pdf_is_an_article_with_pages(tmp_path: Path) -> None:
    told = {"Title": "Situation report 4", "Author": "An office", "CreationDate": "D:20240312120000+01'00'"}
    path = tmp_path / "called.txt"
    path.write_bytes(pdf([[SAKE], ["Some 300 families fled."]], told=told))
    article = load_article(path)
    assert article.text == f"{SAKE}\n\nSome 300 families fled."
    assert (article.published, article.source, article.title) == (
        date(2024, 3, 12), "An office", "Situation report 4",
    )  # fmt: skip
    assert {article.origin_of(f) for f in ("published", "source", "title")} == {"pdf_metadata"}  # type: ignore[arg-type]
    at = article.text.index("300")
    assert article.place_on_page(at) == (2, len("Some "))
    assert article.place_on_page(0) == (1, 0)


def test_the_caller_knows_better_than_the_metadata() -> None:
    data = pdf([[SAKE]], told={"CreationDate": "D:20240312", "Author": "An office"})
    article = article_from_bytes(data, name="x", published=date(2024, 3, 11), source="A wire")
    assert (article.published, article.origin_of("published")) == (date(2024, 3, 11), "caller")
    assert (article.source, article.origin_of("source")) == ("A wire", "caller")
    assert article.origin_of("title") is None


@pytest.mark.parametrize("day", ["D:29991231", "D:19700101000000Z", "D:20241399", "yesterday", ""])
def test_a_day_that_cannot_be_is_none(day: str) -> None:
    article = article_from_bytes(pdf([[SAKE]], told={"CreationDate": day}), name="x")
    assert (article.published, article.origin_of("published")) == (None, None)


@pytest.mark.parametrize(
    "title", ["Microsoft Word - sitrep.docx", "untitled", "sitrep_final.indd", " ", "..."]
)
def test_a_title_that_a_program_wrote_is_none(title: str) -> None:
    assert pdf_reader.read(pdf([[SAKE]], told={"Title": title, "Author": "admin"})).title is None


def test_heads_feet_and_numbers_of_pages_are_no_text() -> None:
    pages = [
        [
            f"Situation report 9 | page {n} of 4",
            f"In village {n * 7}, {n + 3} people were killed.",
            "More of it.",
            str(n),
        ]
        for n in range(1, 5)
    ]
    text = pdf_reader.read(pdf(pages)).text
    assert text.split() == " ".join(line for page in pages for line in page[1:3]).split()


def test_what_stands_once_is_text_also_at_the_edge_of_a_page() -> None:
    pages = [["Displaced", "1,200"], ["Killed", "12"]]
    assert pdf_reader.read(pdf(pages)).text.split() == ["Displaced", "1,200", "Killed", "12"]


def test_sentences_and_words_go_on_over_the_end_of_a_page() -> None:
    found = pdf_reader.read(
        pdf([["Officials said that thousands were dis-"], ["placed from the camp of"], ["Bulengo."]])
    )
    plain, sentences = plain_sentences(found.text)
    assert [s.text for s in sentences] == [
        "Officials said that thousands were displaced from the camp of Bulengo."
    ]
    start = plain.text.index("camp")
    assert Article(found.text, pages=found.pages).place_on_page(plain.back(start, start + 4)[0]) == (2, 16)


def test_cells_of_a_table_are_parted_by_tabs() -> None:
    rows = ["Governorate{200}IDPs{300}Families", "Taiz City{200}1,200{300}200", "Marib{200}34,500{300}5,750"]
    text = pdf_reader.read(pdf([["Displaced in March.", *rows, "After it more fled."]])).text
    assert text == (
        "Displaced in March.\n\nGovernorate\tIDPs\tFamilies\nTaiz City\t1,200\t200\nMarib\t34,500\t5,750\n\n"
        "After it more fled."
    )


def placed(bottom: float, *cells: tuple[str, float]) -> Line:
    """A line of cells in letters that are 12 points high and 6 wide."""
    found = tuple(Cell(text, left, left + 6.0 * len(text)) for text, left in cells)
    return Line("\t".join(cell.text for cell in found), bottom, 12, found)


@pytest.mark.parametrize(
    ("lines", "read"),
    [
        pytest.param(
            [
                placed(100, ("Al Hudaydah", 0)), placed(88, ("and Hajjah", 0)),
                placed(100, ("1,200", 90), ("200", 150), ("in camps", 200)), placed(88, ("and schools", 200)),
            ],
            ["Al Hudaydah and Hajjah\t1,200\t200\tin camps and schools"],
            id="cell by cell",
        ),
        pytest.param(
            [placed(100, ("Al Hudaydah", 0)), placed(88, ("and Hajjah", 0), ("1,200", 90), ("200", 150))],
            ["Al Hudaydah and Hajjah\t1,200\t200"],
            id="line by line",
        ),
        pytest.param(
            [placed(100, ("Taiz", 0), ("1,200", 90)), placed(88, ("Marib", 0), ("750", 90))],
            ["Taiz\t1,200", "Marib\t750"],
            id="two rows, set tightly",
        ),
        pytest.param(
            [placed(100, ("The table shows who fled.", 0)), placed(88, ("Taiz", 0), ("1,200", 90))],
            ["The table shows who fled.", "Taiz\t1,200"],
            id="prose above a row",
        ),
        pytest.param(
            [placed(100, ("Al Hudaydah", 0)), placed(80, ("Taiz", 0), ("1,200", 90))],
            ["Al Hudaydah", "Taiz\t1,200"],
            id="farther than lines of a cell",
        ),
        pytest.param(
            [
                placed(100, ("one line", 0)), placed(88, ("12", 0)),
                placed(100, ("the other", 200)), placed(88, ("more", 200)),
            ],
            ["one line", "12", "the other", "more"],
            id="columns of prose",
        ),
    ],
)  # fmt: skip
def test_wrapped_rows_are_whole_and_others_as_they_were(lines: list[Line], read: list[str]) -> None:
    beside = placed(140, ("Governorate", 0)), placed(60, ("Further down", 0))
    assert [line.text for line in whole_rows([beside[0], *lines, beside[1]])][1:-1] == read
    tight = placed(112, ("Governorate", 0))
    assert len(whole_rows([tight, *lines])) == len(lines) + 1, "no row where all lines are as near"


def row_of(letters: str, height: float = 10) -> list[Glyph]:
    """Letters side by side from the left, as wide as half their height; blanks are gaps."""
    return [Glyph(c, 5.0 * n, 5.0 * n + 5, 0, height) for n, c in enumerate(letters) if c != " "]


@pytest.mark.parametrize(
    ("seen", "read"),
    [
        ("اصخش ١٢ لتق", "قتل ١٢ شخصا"),  # 12, and never 21
        ("نورخآ 25 بيصأ", "أصيب 25 آخرون"),
        ("ةرسأ 1,200 حزن", "نزح 1,200 أسرة"),
        ("نلعأ Human Rights Watch ةمظنم", "منظمة Human Rights Watch أعلن"),
        ("(OCHA) بتكم", "مكتب (OCHA)"),
        ("بآ ١٠–١", "١–١٠ آب"),  # a dash leaves two numbers in the order of the line
        ("٢٠٢٠/٨/١ يف", "في ٢٠٢٠/٨/١"),
        ("Al-Shabaab تلاق", "قالت Al-Shabaab"),
    ],
)
def test_a_line_from_the_right_is_read_by_its_places(seen: str, read: str) -> None:
    glyphs = row_of(seen)
    assert [line.text for line in lines_of(glyphs)] == [read]
    assert [line.text for line in lines_of(glyphs[::-1])] == [read], "whatever the order in the file"


def test_a_line_from_the_right_that_is_broken_at_an_accent_is_whole() -> None:
    end = Glyph("\n", 0, 0, 0, 0)
    left, right = (
        row_of("مهمظعم"),
        [Glyph(g.letter, g.left + 40, g.right + 40, 0, 10) for g in row_of("باصم")],
    )
    below = [Glyph(g.letter, g.left, g.right, -12, -2) for g in row_of("نآلا")]
    high = Glyph("\u064b", 36, 38, 8, 10)
    above = [Glyph(g.letter, g.left, g.right, 12, 22) for g in row_of("لوأ")]
    stop = Glyph(".", -5, 0, 0, 10)
    lines = lines_of([stop, end, high, *left, end, end, *right, end, *above, end, *below])
    assert [line.text for line in lines] == ["أول", "مصاب\u064b معظمهم.", "الآن"]


@pytest.mark.parametrize("degrees", [0, 90, 180, 270])
def test_a_page_that_is_shown_turned_is_read_as_it_is_seen(degrees: int) -> None:
    seen = [*row_of("Taiz    1,200"), Glyph("\n", 0, 0, 0, 0)]
    seen += [Glyph(g.letter, g.left, g.right, g.bottom - 14, g.top - 14) for g in row_of("Marib    750")]
    drawn = [turned(glyph, (360 - degrees) % 360) for glyph in seen]
    assert [line.text for line in lines_of([turned(glyph, degrees) for glyph in drawn])] == [
        "Taiz\t1,200", "Marib\t750",
    ]  # fmt: skip


def test_letters_of_a_text_that_runs_upwards_stay_together() -> None:
    upwards = [Glyph(c, 0, 10, 8.0 * n, 8.0 * n + 7) for n, c in enumerate("DRAFT")]
    assert [line.text for line in lines_of(upwards)] == ["DRAFT"]


def test_blanks_that_fill_a_line_part_no_cells() -> None:
    def line(*lefts: float) -> list[Glyph]:
        return [
            Glyph(c, left + 5 * n, left + 5 * n + 5, 0, 10)
            for left in lefts for n, c in enumerate("word ")
        ]  # fmt: skip

    assert [found.text for found in lines_of(line(0, 40, 80, 120))] == ["word word word word"]
    assert [found.text for found in lines_of(line(0, 40, 120, 155))] == ["word\tword\tword\tword"]


def test_pages_without_text_are_told_and_blank_ones_are_not() -> None:
    article = article_from_bytes(pdf([[SAKE], ["scan"], ["scan"], [], ["More."], ["scan"]]), name="x")
    assert article.unread == ("Pages 2-3, 6 have no text: they may be scans or pictures, and were not read",)
    assert article.place_on_page(article.text.index("More")) == (5, 0)


def test_pages_in_letters_without_names_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_reader, "_letter", lambda code: "\ufffd" if chr(code) in "Xx" else chr(code))
    found = pdf_reader.read(pdf([[SAKE], ["XxxXx xxXxx xxx."], ["A taxi was hit."]]))
    assert found.text.split("\n\n") == [SAKE, "A ta\ufffdi was hit."]
    assert found.unread == ("Page 2 has letters that the PDF does not name, and was not read",)


def test_a_scan_is_no_article() -> None:
    with pytest.raises(EmptyArticle, match="may be a scan"):
        article_from_bytes(pdf([["scan"]]), name="x")


def test_too_many_pages_are_refused() -> None:
    with pytest.raises(Refused, match="large"):
        pdf_reader.read(pdf([[]] * 1_001))


def test_evidence_has_its_page() -> None:
    article = Article("One killed.\n\nTwo fled.", pages=(0, 13))
    plain, sentences = plain_sentences(article.text)
    proofs = [Evidence(sentence=s.id, start=s.start, end=s.end, text=s.text) for s in sentences]
    assert [(p.page, p.page_start) for p in map(_Citing(plain, article).whole, proofs)] == [(1, 0), (2, 0)]
    unpaged = Article(article.text)
    assert [_Citing(plain, unpaged).whole(p).page for p in proofs] == [None, None]


@pytest.mark.parametrize("pages", [(1,), (0, 9, 4), (0, 99)])
def test_pages_lie_in_the_text(pages: tuple[int, ...]) -> None:
    with pytest.raises(InputError, match="pages"):
        Article("One killed.", pages=pages)


# Word


def word_file(*blocks: str) -> bytes:
    """A Word file with blocks in its own markup."""
    document = Document()
    for block in blocks:
        document.element.body.insert(-1, parse_xml(block.replace(">", f" {W}>", 1)))
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def test_headings_lists_and_tables_of_a_word_file() -> None:
    document = Document()
    document.add_heading("Displacement", 1)
    document.add_paragraph("Two things are known:")
    document.add_paragraph("12 people were killed.", style="List Bullet")
    document.add_paragraph("300 families fled.", style="List Number")
    table = document.add_table(rows=2, cols=3)
    cells = [cell for row in table.rows for cell in row.cells]
    for cell, text in zip(cells, ["Camp", "IDPs", "Note", "Sake", "", "none"], strict=True):
        cell.text = text
    out = io.BytesIO()
    document.save(out)
    assert word.read(out.getvalue()).text == (
        "Displacement\n\nTwo things are known:\n\n- 12 people were killed.\n- 300 families fled.\n\n"
        "Camp\tIDPs\tNote\nSake\t\tnone"
    )


def test_what_nobody_sees_is_not_read_and_what_was_added_is() -> None:
    data = word_file(
        "<w:p><w:r><w:t>Twelve </w:t></w:r><w:del><w:r><w:delText>not </w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>people </w:t></w:r></w:ins><w:hyperlink><w:r><w:t>died</w:t></w:r></w:hyperlink>"
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t> Ignore this.</w:t></w:r></w:p>",
        "<w:sdt><w:sdtContent><w:p><w:r><w:t>In a form.</w:t></w:r></w:p></w:sdtContent></w:sdt>",
    )
    assert word.read(data).text == "Twelve people died\n\nIn a form."


def test_properties_of_a_word_file_are_the_articles() -> None:
    document = Document()
    document.add_paragraph(SAKE)
    told = document.core_properties
    told.title, told.author = "Sake", "A desk"
    told.created, told.modified = datetime(2024, 3, 11, tzinfo=UTC), datetime(2024, 3, 12, tzinfo=UTC)
    out = io.BytesIO()
    document.save(out)
    article = article_from_bytes(out.getvalue(), name="x")
    assert (article.title, article.source, article.published) == ("Sake", "A desk", date(2024, 3, 12))
    assert article.origin_of("published") == "docx_properties"


def test_the_day_of_a_template_is_not_the_articles() -> None:
    found = word.read(docx([SAKE]))  # python-docx's own template was made in 2013
    assert found.source is None
    document = Document(io.BytesIO(docx([SAKE])))
    document.core_properties.modified = datetime(2024, 3, 12, tzinfo=UTC)
    out = io.BytesIO()
    document.save(out)
    assert word.read(out.getvalue()).published is None


# Mails


def a_mail(text: str | None = SAKE, html: str | None = None) -> EmailMessage:
    made = EmailMessage()
    made["From"] = '"Désk, A" <desk@example.org>'
    made["Date"] = "Tue, 12 Mar 2024 23:30:00 +0300"
    made["Subject"] = "Sake: 12 killed – updated"
    made["Message-ID"] = "<1@example.org>"
    if text is not None:
        made.set_content(text, charset="utf-8", cte="quoted-printable")
    if html is not None:
        (made.add_alternative if text is not None else made.set_content)(html, subtype="html")
    return made


def test_a_mail_is_an_article_with_its_header() -> None:
    article = article_from_bytes(bytes(a_mail("À Ménaka, 3 personnes sont mortes.\n")), name="x.txt")
    assert article.text == "À Ménaka, 3 personnes sont mortes."
    assert (article.title, article.source) == ("Sake: 12 killed – updated", "Désk, A")
    assert (article.published, article.origin_of("published")) == (date(2024, 3, 12), "mail_header")


def test_of_the_same_in_two_forms_the_plain_one_is_read() -> None:
    assert mail.read(bytes(a_mail(html="<p>Otherwise.</p>"))).text == SAKE


def test_a_mail_of_html_is_read_as_a_web_page() -> None:
    html = f"<html><body><nav><a href='#'>Menu</a></nav><article><p>{SAKE} {SAKE}</p></article></body></html>"
    assert article_from_bytes(bytes(a_mail(None, html)), name="x").text == f"{SAKE} {SAKE}"


def test_attachments_are_counted_and_not_read() -> None:
    made = a_mail()
    made.add_attachment(b"%PDF-", maintype="application", subtype="pdf", filename="list of\u202e names.pdf")
    made.add_attachment("Secret.", filename="note.txt")
    article = article_from_bytes(bytes(made), name="x")
    assert article.text == SAKE
    assert article.unread == (
        "2 attachments were not read: list of names.pdf (application/pdf), note.txt (text/plain)",
    )


def test_forwarded_mails_are_read_to_some_depth() -> None:
    made = a_mail("Depth 6.")
    for depth in range(5, 0, -1):
        outer = a_mail(f"Depth {depth}.")
        outer.add_attachment(made)
        made = outer
    found = mail.read(bytes(made))
    assert found.text == "Depth 1.\n\nDepth 2.\n\nDepth 3."
    assert "depth of 3: 1 below" in found.unread[0]


@pytest.mark.parametrize(
    ("head", "body", "text"),
    [
        ("text/plain; charset=windows-1256", "قتل ١٢".replace("١٢", "12").encode("cp1256"), "قتل 12"),
        ("text/plain; charset=no-such-thing", "Ménaka".encode(), "Ménaka"),
        ("text/plain; charset=utf-8", "Ménaka".encode("latin-1"), "Ménaka"),
        (
            "text/plain; format=flowed",
            b"Shells fell \r\non Sake.\r\n From there",
            "Shells fell on Sake.\nFrom there",
        ),
    ],
)
def test_the_encoding_of_a_mail(head: str, body: bytes, text: str) -> None:
    data = (
        f"From: a@example.org\r\nDate: x\r\nMIME-Version: 1.0\r\nContent-Type: {head}\r\n\r\n".encode() + body
    )
    found = mail.read(data)
    assert (found.text.strip(), found.published) == (text, None)


# Files that mean harm


def test_a_zip_bomb_is_not_unpacked() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", b"x")
        with archive.open("word/document.xml", "w") as entry:
            for _ in range(210):
                entry.write(b"\0" * 1_000_000)
    with pytest.raises(ArticleTooLong):
        article_from_bytes(out.getvalue(), name="bomb.docx")


def changed(data: bytes, old: bytes, new: bytes) -> bytes:
    """A Word file with its document changed."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as before,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as after,
    ):
        for entry in before.infolist():
            content = before.read(entry)
            after.writestr(
                entry, content.replace(old, new) if entry.filename == "word/document.xml" else content
            )
    return out.getvalue()


@pytest.mark.parametrize(
    "entities",
    [
        b'<!ENTITY x SYSTEM "file:///etc/passwd">',
        b'<!ENTITY a "'
        + b"x" * 1_000
        + b'"><!ENTITY b "'
        + b"&a;" * 1_000
        + b'"><!ENTITY x "'
        + b"&b;" * 1_000
        + b'">',
    ],
    ids=["outside", "laughs"],
)
def test_entities_are_not_resolved(entities: bytes) -> None:
    data = changed(docx(["Text."]), b"<w:document ", b"<!DOCTYPE d [" + entities + b"]><w:document ")
    try:
        text = article_from_bytes(changed(data, b"Text.", b"Text. &x;"), name="x").text
    except InputError:
        return
    assert text.strip() == "Text."


def test_depth_without_bound_is_refused() -> None:
    nested = b"<w:sdt><w:sdtContent>" * 5_000 + b"</w:sdtContent></w:sdt>" * 5_000
    with pytest.raises(InputError):
        article_from_bytes(changed(docx(["Text."]), b"<w:body>", b"<w:body>" + nested), name="x")
    layers = "".join(f"--b{n}\nContent-Type: multipart/mixed; boundary=b{n + 1}\n\n" for n in range(300))
    head = "From: a@example.org\nDate: x\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b0\n\n"
    with pytest.raises(InputError):
        article_from_bytes((head + layers).encode(), name="x")


def booted(monkeypatch: pytest.MonkeyPatch, code: str) -> None:
    monkeypatch.setattr(apart, "_BOOT", f"{code}\n{apart._BOOT}")


@pytest.mark.parametrize(
    ("code", "error", "words"),
    [
        ("import os; os.abort()", NotText, "cannot be read"),
        (
            "import sys; sys.modules['pypdfium2'] = None",
            MissingExtra,
            r"pip install 'summariser\[documents\]'",
        ),
        ("import sys; sys.stdout.write('x')", NotText, "cannot be read"),
    ],
)
def test_what_befalls_the_reader_is_an_error_of_ours(
    monkeypatch: pytest.MonkeyPatch, code: str, error: type[Exception], words: str
) -> None:
    booted(monkeypatch, code)
    with pytest.raises(error, match=words):
        article_from_bytes(pdf([[SAKE]]), name="x")


def test_a_reader_that_hangs_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    booted(monkeypatch, "import time; time.sleep(60)")
    monkeypatch.setattr(apart, "TIMEOUT", 0.2)
    with pytest.raises(InputError, match="takes too long"):
        article_from_bytes(pdf([[SAKE]]), name="x")


def test_the_reader_gets_no_key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "sk-none")
    given: dict[str, Any] = {}

    def run(command: list[str], **options: Any) -> subprocess.CompletedProcess[bytes]:
        given.update(options)
        return subprocess.CompletedProcess(command, 0, b'{"error": "empty"}', b"")

    monkeypatch.setattr(subprocess, "run", run)
    with pytest.raises(EmptyArticle):
        article_from_bytes(pdf([[SAKE]]), name="x")
    assert "sk-none" not in given["env"].values()


@pytest.mark.skipif(sys.platform == "win32", reason="has no such limits")
@pytest.mark.parametrize(
    ("kind", "said"), [("pdf", "refused refused refused"), ("docx", "done refused refused")]
)
def test_the_reader_may_do_nothing_else(kind: str, said: str) -> None:
    code = (
        f"from summariser.papers.child import limit\nimport socket\nlimit({kind!r})\n"
        f"for act in (lambda: open({__file__!r}), lambda: open('x', 'w'), socket.socket):\n"
        "    try:\n        act()\n        print('done')\n    except OSError:\n        print('refused')\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert " ".join(done.stdout.split()) == said


# Many


def test_one_bad_file_of_a_folder_costs_no_other(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(pdf([[SAKE]]))
    (tmp_path / "b.pdf").write_bytes(b"%PDF-1.7 broken")
    (tmp_path / "c.docx").write_bytes(docx([SAKE]))
    (tmp_path / "d.eml").write_bytes(bytes(a_mail()))
    (tmp_path / "e.md").write_text(f"# Sake\n\n{SAKE}\n")
    inputs = Inputs([tmp_path])
    inputs.check()
    rows = list(inputs.rows())
    assert [row.error is None for row in rows] == [True, False, True, True, True]
    assert inputs.count() == 5


# From end to end


def test_a_report_in_pages_is_grounded_page_by_page(resolver: PlaceResolver) -> None:
    pages = [
        [
            "Situation report",
            "Jets struck the port of Dorra on Sunday, killing at least 12 dockers, police said.",
        ],
        ["Situation report", "Some 1,200 families fled to Karsa. They need water, UNHCR warned."],
        ["Situation report"],
        ["Situation report", "scan"],
    ]
    data = pdf(pages, told={"CreationDate": "D:20251118"})
    article = article_from_bytes(data, name="x")
    summary = run_sync(summarise_article(article, ScriptedEngine(agree), resolver))
    assert ungrounded(summary, article) == []
    about = summary.article
    assert (about.pages, about.published_from, about.source_from) == (4, "pdf_metadata", None)
    proofs = {(f.value, f.evidence[0].page) for f in figures_of(summary)}
    assert {(12, 1), (1200, 2)} <= proofs
    assert summary.events is not None
    assert summary.events.events[0].when.start == date(2025, 11, 16)
    shown = io.StringIO()
    render_summary(summary, article, Console(file=shown, width=100))
    assert "[p. 2]" in shown.getvalue()
    assert "(by the PDF’s metadata)" in shown.getvalue()
    assert ", p. 1, S1, characters" in render([Named(summary, "x")], "markdown").decode()
    for proof in [f.evidence[0] for f in figures_of(summary)]:
        assert proof.page is not None
        at = article.pages[proof.page - 1] + (proof.page_start or 0)
        assert article.text[at:].startswith(proof.text)


def test_a_file_that_is_stored_on_the_page_keeps_its_pages(tmp_path: Path) -> None:
    history = pytest.importorskip("summariser.page.history")
    article = article_from_bytes(
        pdf([[SAKE], ["scan"], ["More."]], told={"CreationDate": "D:20240312"}), name="x"
    )
    with history.History(tmp_path / "page.sqlite") as kept:
        again = kept.entry(kept.add(article, "all")).article
    assert (again.pages, again.unread, again.origins) == (article.pages, article.unread, article.origins)


HOSTILE = {
    "a form that draws itself": (
        b"<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 5 0 R>>>>/Length 6>>"
        b"stream\n/X Do \nendstream",
        b"<</Length 46>>stream\n/X Do BT /F1 9 Tf 50 50 Td (Text 12.) Tj ET    \nendstream",
    ),
    "arrays without end": (b"[" * 50_000 + b"]" * 50_000, b"<</Length 0>>stream\n\nendstream"),
}


@pytest.mark.parametrize(("drawn", "content"), HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_pdf_costs_one_error_at_most(drawn: bytes, content: bytes) -> None:
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R 2 0 R]/Count 2>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 6 0 R"
        b"/Resources<</Font<</F1 4 0 R>>/XObject<</X 5 0 R>>>>>>",
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        drawn,
        content,
    ]
    body = b"".join(b"%d 0 obj\n%b\nendobj\n" % (n, o) for n, o in enumerate(objects, 1))
    try:
        text = article_from_bytes(b"%PDF-1.7\n" + body + b"trailer\n<</Root 1 0 R>>\n%%EOF", name="x").text
    except InputError:
        return
    assert text == "Text 12."


# Wrapped lines


def test_a_line_is_full_by_the_width_of_its_letters():
    # By the number of letters "23" has room behind "killing": the last line has more of them, narrow ones.
    lines = [
        "On Sunday gunmen attacked the weekly market of Ippy, killing",
        "23 people.",
        "At first it was still, till little by little all fell ill till it filled.",
    ]
    assert "killing 23 people" in article_from_bytes(pdf([lines]), name="a.pdf").text


def test_short_lines_under_each_other_stay_lines():
    lines = [
        "Ministry of the Interior of the Republic",
        "Department of Civil Protection",
        "The river rose over its banks on Monday, and the water came into the town.",
    ]
    text = article_from_bytes(pdf([lines]), name="a.pdf").text
    assert "Republic\nDepartment of Civil Protection\nThe river" in text


def test_lines_of_a_list_without_marks_stay_lines():
    lines = ["Camp of Dorra, 4,000 people", "Camp of Karsa, 3,900 people", "Camp of Milna, 3,100 people"]
    assert "people\nCamp of Karsa" in article_from_bytes(pdf([lines]), name="a.pdf").text


def test_items_of_a_list_stay_apart_however_long_their_lines():
    lines = [
        "\x95 On Sunday gunmen attacked the market and killed at least 23 people there",
        "\x95 On Monday the people of the town buried them, and the shops stayed shut.",
    ]
    text = article_from_bytes(pdf([[line.replace("\x95", "-") for line in lines]]), name="a.pdf").text
    assert "there\n- On Monday" in text


def test_a_sentence_goes_on_over_the_end_of_a_page_in_one_line():
    first = [
        "The mayor of the town spoke to the families on Friday for an hour.",
        "The fighting, which had been limited to the far villages since",
    ]
    text = article_from_bytes(
        pdf([first, ["May, reached the town of Zemio on 19 October."]]), name="a.pdf"
    ).text
    assert "since May, reached" in text
