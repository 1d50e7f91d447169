"""Heads of a PDF's table, wrapped or over several columns, and the columns of rows with empty cells."""

from __future__ import annotations

import pytest

from summariser.papers.page_columns import in_columns
from summariser.papers.page_lines import Cell, Line
from summariser.papers.page_rows import is_row, whole_rows

HEIGHT = 10.0


def line(bottom: float, *cells: tuple[str, float]) -> Line:
    """A line of cells, each of which begins at a place; its letters are 5 points wide."""
    made = tuple(Cell(text, left, left + 5 * len(text)) for text, left in cells)
    return Line("\t".join(text for text, _ in cells), bottom, HEIGHT, made)


def texts(*lines: Line) -> list[str]:
    whole = whole_rows(lines)
    rows = [is_row(one) for one in whole]
    beside = [
        row or (len(one.cells) > 1 and any(rows[max(0, at - 1) : at]) and any(rows[at + 1 : at + 2]))
        for at, (row, one) in enumerate(zip(rows, whole, strict=True))
    ]
    return [one.text for one in in_columns(whole, beside)]


HEAD = line(100, ("District", 0), ("IDPs", 60), ("Returnees", 120), ("Houses damaged", 200))


class TestEmptyCells:
    def test_by_the_heads_where_one_row_has_all_cells(self) -> None:
        found = texts(
            HEAD,
            line(82, ("Aden", 0), ("1,400", 60), ("25", 200)),
            line(64, ("Taiz", 0), ("980", 60), ("140", 120)),
            line(46, ("Marib", 0), ("330", 120), ("210", 200)),
            line(28, ("Ibb", 0), ("2,700", 60), ("15", 120), ("9", 200)),
        )
        assert found[1:] == [
            "Aden\t1,400\t\t25",
            "Taiz\t980\t140\t",
            "Marib\t\t330\t210",
            "Ibb\t2,700\t15\t9",
        ]

    def test_by_the_heads_where_none_has(self) -> None:
        found = texts(HEAD, line(82, ("Aden", 0), ("25", 200)), line(64, ("Taiz", 0), ("980", 60)))
        assert found[1:] == ["Aden\t\t\t25", "Taiz\t980\t\t"]

    def test_a_column_that_is_empty_but_for_its_head(self) -> None:
        found = texts(
            HEAD,
            line(82, ("Aden", 0), ("1,400", 60), ("25", 200)),
            line(64, ("Taiz", 0), ("980", 60), ("14", 200)),
        )
        assert found == [HEAD.text, "Aden\t1,400\t\t25", "Taiz\t980\t\t14"]

    def test_two_rows_of_as_many_cells_that_lack_different_ones(self) -> None:
        found = texts(
            line(100, ("District", 0), ("IDPs", 60), ("Returnees", 120), ("Homes", 200), ("Tents", 260)),
            line(82, ("Aden", 0), ("1,400", 60), ("60", 120), ("25", 260)),
            line(64, ("Taiz", 0), ("980", 60), ("140", 120), ("12", 200)),
            line(46, ("Marib", 0), ("330", 60)),
        )
        assert found[1:] == ["Aden\t1,400\t60\t\t25", "Taiz\t980\t140\t12\t", "Marib\t330\t\t\t"]

    def test_a_number_between_two_heads_is_under_neither(self) -> None:
        rows = [line(82, ("Aden", 0), ("7", 98), ("25", 200)), line(64, ("Taiz", 0), ("980", 60))]
        assert texts(HEAD, *rows)[1:] == [row.text for row in rows]

    def test_a_row_of_which_all_cells_are_empty_ends_no_table(self) -> None:
        found = texts(
            HEAD,
            line(82, ("Aden", 0), ("1,400", 60), ("25", 200)),
            line(64, ("Taiz", 0)),
            line(46, ("Marib", 0), ("330", 120), ("210", 200)),
        )
        assert found[1:] == ["Aden\t1,400\t\t25", "Taiz\t\t\t", "Marib\t\t330\t210"]

    def test_the_words_under_a_table_are_no_row(self) -> None:
        rows = [line(82, ("Aden", 0), ("1,400", 60), ("25", 200)), line(64, ("Taiz", 0), ("980", 60))]
        assert texts(HEAD, *rows, line(46, ("Source", 0)))[-1] == "Source"

    def test_a_cell_over_two_rows_is_of_the_first(self) -> None:
        found = texts(
            line(100, ("Province", 0), ("District", 60), ("IDPs", 120), ("Returnees", 180)),
            line(73, ("Kunduz", 0)),
            line(82, ("Imam Sahib", 60), ("1,400", 120), ("200", 180)),
            line(64, ("Chardara", 60), ("980", 120), ("140", 180)),
            line(46, ("Baghlan", 0), ("Borka", 60), ("2,300", 120), ("330", 180)),
        )
        assert found[1:] == [
            "Kunduz\tImam Sahib\t1,400\t200", "\tChardara\t980\t140", "Baghlan\tBorka\t2,300\t330",
        ]  # fmt: skip


ROWS = (
    line(46, ("Aden", 0), ("1,400", 80), ("60", 160)),
    line(28, ("Taiz City", 0), ("980", 80), ("140", 160)),
)


class TestWrappedHeads:
    def test_cell_by_cell(self) -> None:
        found = texts(
            line(64, ("District", 0)),
            line(100, ("People", 80)), line(88, ("displaced", 80)), line(76, ("since 1 March", 80)),
            line(64, ("2024", 80)),
            line(88, ("Families", 160)), line(76, ("returned in", 160)), line(64, ("May 2024", 160)),
            *ROWS,
        )  # fmt: skip
        assert found[0] == "District\tPeople displaced since 1 March 2024\tFamilies returned in May 2024"
        assert len(found) == 3

    def test_a_caption_over_them_is_none(self) -> None:
        found = texts(
            line(100, ("Table 2", 0)),
            line(64, ("District", 0)),
            line(76, ("People", 80)), line(64, ("displaced", 80)),
            line(76, ("Families", 160)), line(64, ("returned", 160)),
            *ROWS,
        )  # fmt: skip
        assert found[:2] == ["Table 2", "District\tPeople displaced\tFamilies returned"]

    def test_what_was_not_drawn_next_may_be_over_several_columns(self) -> None:
        """ "Returned" stands over "Men" and "Women": it is no head of "Men" alone."""
        heads = [
            line(64, ("District", 0)),
            line(82, ("Returned", 80)),
            line(64, ("Men", 80), ("Women", 160)),
        ]
        assert not any("\t" in text for text in texts(*heads, *ROWS)[:3])

    def test_over_one_row_whose_columns_nobody_knows_they_have_no_tabs(self) -> None:
        found = texts(
            line(82, ("District", 0)), line(88, ("Houses", 80)), line(76, ("lost", 80), ("Returnees", 160)),
            line(46, ("Aden", 0), ("60", 135)),
        )  # fmt: skip
        assert found == ["District", "Houses", "lost Returnees", "Aden\t60"]


def nested(*upper: tuple[str, float]) -> tuple[Line, Line]:
    return (
        line(100, ("Province", 0), ("District", 60), *upper),
        line(82, ("IDPs", 120), ("Families", 160), ("IDPs", 220), ("Families", 260)),
    )


NESTED = (
    line(64, ("Baghlan", 0), ("Borka", 60), ("2,300", 120), ("330", 160), ("2,100", 220), ("300", 260)),
    line(46, ("Kunduz", 0), ("Archi", 60), ("980", 120), ("140", 160), ("150", 260)),
)
UPPER = ["Province\tDistrict\tJanuary\t\tMarch\t", "\t\tIDPs\tFamilies\tIDPs\tFamilies"]


class TestHeadsOverSeveralColumns:
    @pytest.mark.parametrize("indent", [0, 25])
    def test_at_the_left_or_in_the_middle(self, indent: int) -> None:
        heads = nested(("January", 120 + indent), ("March", 220 + indent))
        found = texts(*heads, *NESTED)
        assert found[:2] == UPPER
        assert found[3] == "Kunduz\tArchi\t980\t140\t\t150"

    def test_years(self) -> None:
        found = texts(
            line(100, ("District", 0), ("IDPs", 60), ("Returnees", 160)),
            line(82, ("2023", 60), ("2024", 110), ("2023", 160), ("2024", 210)),
            line(64, ("Borka", 0), ("1,200", 60), ("330", 110), ("2,100", 160), ("300", 210)),
            line(46, ("Archi", 0), ("980", 60), ("140", 110), ("700", 160), ("150", 210)),
        )
        assert found[:2] == ["District\tIDPs\t\tReturnees\t", "\t2023\t2024\t2023\t2024"]

    def test_years_over_heads(self) -> None:
        found = texts(
            line(82, ("District", 0)),
            line(100, ("2023", 60), ("2024", 160)),
            line(82, ("IDPs", 60), ("Returnees", 100), ("IDPs", 160), ("Returnees", 200)),
            line(64, ("Borka", 0), ("1,200", 60), ("330", 100), ("2,100", 160), ("300", 200)),
            line(46, ("Archi", 0), ("980", 60), ("140", 100), ("700", 160), ("150", 200)),
        )
        assert found[:2] == ["\t2023\t\t2024\t", "District\tIDPs\tReturnees\tIDPs\tReturnees"]

    def test_one_that_nobody_can_place_leaves_no_heads(self) -> None:
        """One upper head over the first of three columns: it may be of two of them, or of all."""
        found = texts(
            line(82, ("District", 0)),
            line(100, ("Evacuated", 60)),
            line(82, ("Men", 60), ("Women", 120), ("Children", 180)),
            line(64, ("Borka", 0), ("1,200", 60), ("330", 120), ("21", 180)),
            line(46, ("Archi", 0), ("980", 60), ("140", 120), ("30", 180)),
        )
        assert found[-1] == "Archi\t980\t140\t30"
        assert not any("\t" in text for text in found[:-2])
