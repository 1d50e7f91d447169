"""Lines under a table or in a list that are none of its rows, and heads and groups of rows within it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

import pytest

from summariser.normalise.numbers import find_numbers
from summariser.row_lines import find_grids
from summariser.schemas import Summary
from summariser.sentences import split_sentences
from tests.conftest import Summarise

Moved = Callable[[str], list[tuple[float | None, str, str]]]


@pytest.fixture
def summarise(by_rules: Summarise) -> Summarise:
    """A summary by rules alone, of which every value stands in its text."""
    return partial(by_rules, published=date(2024, 3, 20))


@pytest.fixture
def moved(summarise: Callable[[str], Summary]) -> Moved:
    """Who moved, by number, term and unit."""

    def found(text: str) -> list[tuple[float | None, str, str]]:
        facts = summarise(text).humanitarian
        assert facts is not None
        return [(f.value, str(f.term), str(f.unit)) for f in facts.displacement]

    return found


ROWS = "Displaced people in Sudan, February 2024\n\nLocality\tIDPs\nKutum\t2,100\nTawila\t870\n"
OF_ROWS = [(2100, "displaced", "people"), (870, "displaced", "people")]


@pytest.mark.parametrize(
    "under",
    [
        "Sources: partners on the ground, round 9; phone 888123456",
        "\nFor more information: +249 912 345 678. Version 3. Page 2 of 14. Total population: 46 million.",
        "\nPage 2 of 14",
        "\nNote: figures of round 6.",
        "\nالمصدر: الجولة 15",
        "\nFuente: ronda 15",
    ],
)
def test_what_speaks_of_a_table_is_none_of_its_rows(moved: Moved, under: str) -> None:
    assert moved(ROWS + under) == OF_ROWS


def test_a_note_says_what_its_own_words_say(moved: Moved) -> None:
    assert 60 in [m[0] for m in moved(ROWS + "\nNote: 60 families fled Tawila on 2 March 2024.")]


def test_the_sources_of_a_list_are_no_item(moved: Moved) -> None:
    listed = "Displaced families in Darfur, Sudan:\n- Kutum: 410\n- Tawila: 95\n"
    assert [m[0] for m in moved(listed + "- Sources: partners, round 9; phone 888123456")] == [410, 95]
    assert [m[0] for m in moved(listed + "- Source villages: 120")] == [410, 95, 120]


def test_a_group_of_rows_does_not_end_a_table(moved: Moved) -> None:
    text = "Displaced families, Sudan\n\nLocality\tFamilies\nUpper part\nKutum\t410\nLower part\nTawila\t95"
    assert moved(text) == [(410, "displaced", "households"), (95, "displaced", "households")]


def test_a_line_that_says_what_is_counted_from_there_on_ends_it(moved: Moved) -> None:
    text = "Sudan\n\nLocality\tFamilies displaced\nKutum\t410\nReturned\nTawila\t95"
    assert moved(text) == [(410, "displaced", "households")]


@pytest.mark.parametrize(
    "second",
    [
        "Locality\tReturned\nEl Geneina\t640",
        "Area\tReturnees\nEl Geneina\t640",
        "\nLocality\tReturned\nEl Geneina\t640",
    ],
)
def test_heads_under_rows_begin_the_next_table(moved: Moved, second: str) -> None:
    assert moved(ROWS + second) == [*OF_ROWS, (640, "returned", "people")]


def test_heads_of_markdown_begin_it_too(moved: Moved) -> None:
    text = (
        "Displaced people in Sudan\n\n| Locality | IDPs |\n|---|--:|\n| Kutum | 2,100 |\n"
        "| Locality | Returned |\n|---|--:|\n| Tawila | 640 |"
    )
    assert moved(text) == [(2100, "displaced", "people"), (640, "returned", "people")]


def test_a_row_without_data_and_heads_told_again_do_not(moved: Moved) -> None:
    assert moved(ROWS + "Kabkabiya\tnot reached\nUmm Baru\tapprox. 60\nLocality\tIDPs\nMellit\t55") == [
        *OF_ROWS,
        (55, "displaced", "people"),
    ]


def test_tolls_of_one_table_do_not_reach_into_the_next(moved: Moved) -> None:
    text = "Sudan\n\nTown\tKilled\tInjured\nKutum\t12\t30\nTawila\t3\t8\nTown\tDisplaced\nMellit\t1,200"
    assert moved(text) == [(1200, "displaced", "people")]


def test_rows_that_compare_are_no_counts(summarise: Callable[[str], Summary], moved: Moved) -> None:
    text = ROWS + "Total\t2,970\nPrevious total\t2,500\nDifference\t470"
    assert [m[0] for m in moved(text)] == [2100, 870, 2970]
    refused = [i.words for i in summarise(text).issues if "another time" in i.reason]
    assert refused == ["2,500", "470"]


def test_numbers_that_nobody_counts_with() -> None:
    text = "Call 888123456, phone 912345. Round 9. There were 888,123,456 voters and 12345678 more."
    kinds = [n.kind for n in find_numbers(text, split_sentences(text))]
    assert kinds == ["identifier", "identifier", "identifier", "count", "count"]


def test_a_group_needs_a_row_of_the_same_form_under_it() -> None:
    text = "A\tB\nKutum\t410\nLower part\nTawila\t95\t3"
    assert [len(g.rows) for g in find_grids(text)] == [2]
