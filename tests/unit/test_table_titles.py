"""Heads that name families and people take what befell them from one line that says one thing."""

from __future__ import annotations

from datetime import date

import pytest

from summariser import Article, Summariser
from summariser.evals.first_choice import rules_alone
from summariser.schemas import Summary
from summariser.tables.heads import subject_of

ROWS = "District\tFamilies\tIndividuals\nAbs\t120\t700\nHayran\t45\t260"
TITLE = "Displaced people by district, March 2024"
PROSE = "The table shows what partners have counted in Yemen."


def summary(text: str) -> Summary:
    with Summariser(engine=rules_alone()) as summariser:
        return summariser.summarise(Article(text, published=date(2024, 4, 5)))


def moved(text: str) -> set[tuple[str, str, str]]:
    return {(d.words.text, d.term, d.unit) for d in summary(text).humanitarian.displacement}


DISPLACED = {
    ("120", "displaced", "households"), ("700", "displaced", "people"),
    ("45", "displaced", "households"), ("260", "displaced", "people"),
}  # fmt: skip
RETURNED = {(words, "returned", unit) for words, _, unit in DISPLACED}


@pytest.mark.parametrize("title", [TITLE, f"# {TITLE}"])
def test_by_the_title_of_the_article(title: str) -> None:
    found = summary(f"{title}\n\n{PROSE}\n\n{ROWS}").humanitarian.displacement
    assert {(d.words.text, d.term, d.unit) for d in found} == DISPLACED
    assert {(d.when.start, d.when.end) for d in found if d.when} == {(date(2024, 3, 1), date(2024, 3, 31))}
    assert all(d.evidence[0].cell and d.evidence[0].cell.caption for d in found)


@pytest.mark.parametrize(
    "title", ["Returns by district, March 2024", "Returned displaced people by district"]
)
def test_a_title_about_returns(title: str) -> None:
    assert moved(f"{title}\n\n{PROSE}\n\n{ROWS}") == RETURNED
    assert moved(f"Yemen\n\n{title}\n\n{ROWS}") == RETURNED


@pytest.mark.parametrize(
    "line",
    [
        "Displaced and returned people by district",
        "Displacement and returns by district, March 2024",
        "Displaced people who returned, by district",
        "Displaced people killed by district",
        "People in need by district",
        "Displaced people in need by district",
        "Displaced people assisted by district",
        "Déplacés et retournés par district",
        "Desplazados y retornados por distrito",
    ],
)
def test_lines_that_say_two_things_or_speak_of_need_or_help(line: str) -> None:
    assert not moved(f"{line}\n\n{PROSE}\n\n{ROWS}")
    under = summary(f"Yemen\n\n{line}\n\n{ROWS}")
    assert not under.humanitarian.displacement
    assert {"120", "700", "45", "260"} <= {
        i.words for i in under.issues if "more than befell them" in i.reason
    }


@pytest.mark.parametrize("line", ["IDPs in camps by district", "Displaced people and refugees by district"])
def test_lines_that_say_one_thing_in_two_words(line: str) -> None:
    assert {term for _, term, _ in moved(f"Yemen\n\n{line}\n\n{ROWS}")} == {"displaced"}


@pytest.mark.parametrize(
    "text",
    [
        f"{TITLE}\n\n{PROSE}\n\nFamilies given cash\n\n{ROWS.replace('District', 'Partner')}",
        f"{TITLE}.\n\n{PROSE}\n\n{ROWS}",
        f"{TITLE}\n\n{PROSE}\n\n{ROWS}\n\nAlso this was counted.\n\n{ROWS}",
    ],
)
def test_a_title_that_may_speak_of_another_table(text: str) -> None:
    assert not moved(text)


def test_a_nearer_line_says_what_is_counted() -> None:
    assert moved(f"{TITLE}\n\n{PROSE}\n\nReturns by district\n\n{ROWS}") == RETURNED


def test_what_a_line_over_a_list_says_of_two_things() -> None:
    assert subject_of("Displaced and returned families:") is None
    assert subject_of("Families displaced:") is not None
