"""Web pages: the article whole, with its headline, and nothing of what stands around it."""

from __future__ import annotations

import pytest

from summariser import Summariser
from summariser.evals.damage import bare, cases
from summariser.evals.first_choice import rules_alone
from summariser.evals.web import from_page, planted, words_of
from summariser.evals.web_layouts import LAYOUTS
from summariser.web_pages import read_page

_FEW = ("pul-e-khumri-bank-bombing", "zambezia-cyclone-sitrep", "dnb-marib-sitrep", "abs-sites-report-four")
_PROSE = "Rebels shelled the town of Saraqib on Sunday, killing six people, the governor said. " * 3


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_words_of_an_article_come_out_of_every_layout_and_no_others(layout: str) -> None:
    few = [case for case in cases() if case.id in _FEW]
    assert len(few) == len(_FEW)
    for case in few:
        assert words_of(from_page(case, layout).text) == words_of(case.article.text)


def test_a_page_gives_the_summary_of_its_clean_text() -> None:
    case = next(case for case in cases() if case.id == "pul-e-khumri-bank-bombing")
    with Summariser(engine=rules_alone()) as summariser:
        alone = summariser.summarise(case.article)
        assert alone.events is not None
        assert alone.events.events
        for layout in LAYOUTS:
            summary = summariser.summarise(from_page(case, layout))
            assert bare(summary) == bare(alone)
            assert not planted(summary, case.article.text)


def test_the_headline_that_stands_outside_the_body_is_the_first_line() -> None:
    html = (
        "<html><body><header><h1>Six killed in Saraqib</h1></header>"
        f"<main><article><p>{_PROSE}</p><p>{_PROSE}</p></article></main></body></html>"
    )
    text = read_page(html).text
    assert text is not None
    assert text.splitlines()[0] == "Six killed in Saraqib"
    assert text.count("Six killed") == 1


def test_of_several_first_headings_none_is_the_headline() -> None:
    html = (
        "<html><body><h1>The Daily Example</h1><h1>Six killed</h1>"
        f"<article><p>{_PROSE}</p><p>{_PROSE}</p></article></body></html>"
    )
    text = read_page(html).text
    assert text is not None
    assert text.startswith("Rebels shelled")


def test_paragraphs_are_parted_by_blank_lines_and_lines_within_one_are_not() -> None:
    html = (
        "<html><body><article><p>Highlights:<br>one line<br>another line</p>"
        f"<p>{_PROSE}</p></article></body></html>"
    )
    text = read_page(html).text
    assert text is not None
    assert [block.count("\n") for block in text.split("\n\n")] == [2, 0]


def test_a_table_of_figures_stays_a_table() -> None:
    rows = "".join(f"<tr><td><p>District {n}</p></td><td><p>{n}00</p></td></tr>" for n in range(1, 6))
    table = f"<table><tr><th>District</th><th>IDPs</th></tr>{rows}</table>"
    html = f"<html><body><article><p>{_PROSE}</p>{table}<p>{_PROSE}</p></article></body></html>"
    text = read_page(html).text
    assert text is not None
    row = next(line for line in text.splitlines() if "District 3" in line)
    assert "300" in row
    assert "|" in row


def test_a_table_within_a_table_that_lays_the_page_out_is_read_as_one() -> None:
    inner = "<table><tr><th>District</th><th>IDPs</th></tr><tr><td>Abs</td><td>300</td></tr></table>"
    html = (
        "<html><body><table><tr><td><a href='/'>Home</a><br><a href='/sport'>Sport</a></td>"
        f"<td><p>{_PROSE}</p>{inner}<p>{_PROSE}</p><p>{_PROSE}</p></td></tr></table></body></html>"
    )
    text = read_page(html).text
    assert text is not None
    assert "Sport" not in text
    assert any("Abs" in line and "300" in line and "|" in line for line in text.splitlines())


def test_a_table_in_the_midst_of_text_comes_once() -> None:
    table = "<table><tr><td>Place</td><td>Displaced</td></tr><tr><td>Bama</td><td>2,300</td></tr></table>"
    html = f"<html><body><div id='content'><div>GWOZA<br>{_PROSE}<br>{table}</div></div></body></html>"
    text = read_page(html).text
    assert text is not None
    assert text.count("2,300") == 1
    assert text.count("Bama") == 1


def test_what_is_struck_out_is_not_read_nor_are_the_marks_of_footnotes() -> None:
    html = (
        f"<html><body><article><p>{_PROSE}</p><p><del>41 were killed.</del> <s>50 were hurt.</s> "
        "Some 1,200<sup>3</sup> families fled<sup>[4]</sup> 30 km<sup>2</sup>, with 10<sup>6</sup> goats."
        "</p></article></body></html>"
    )
    text = read_page(html).text
    assert text is not None
    assert "41" not in text
    assert "50" not in text
    assert "Some 1,200 families fled 30" in text
    assert "[4]" not in text
    assert "6" in text.split("with")[1]


def test_a_second_article_of_a_page_is_said_to_be_left_out() -> None:
    second = "A flood near Jowhar killed nine people on Monday, officials said. " * 3
    teaser = "<article><h3>Weather</h3><p>Rain is near.</p></article>"
    one = f"<html><body><article><h1>Raid</h1><p>{_PROSE}</p><p>{_PROSE}</p></article>{teaser}</body></html>"
    assert read_page(one).unread == ()
    page = read_page(one.replace(teaser, f"<article><h2>Flood</h2><p>{second}</p></article>"))
    assert page.text is not None
    assert "Jowhar" not in page.text
    assert page.unread
