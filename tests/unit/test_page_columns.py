"""Lines of a PDF's table get a tab between all their cells, also where gaps are narrow; prose does not."""

from __future__ import annotations

from summariser.papers.page_columns import in_columns
from summariser.papers.page_lines import Cell, Line
from summariser.papers.page_rows import is_row

HEIGHT = 10.0


def line(bottom: float, *cells: tuple[str, float]) -> Line:
    """A line of cells, each of which begins at a place; its letters are 5 points wide, its blanks 2.5."""
    made = []
    for text, left in cells:
        words, at = [], left
        for word in text.split(" "):
            words.append((word, at, at + 5 * len(word)))
            at += 5 * len(word) + 2.5
        made.append(Cell(text, left, words[-1][2], tuple(words) if len(words) > 1 else ()))
    return Line("\t".join(c.text for c in made), bottom, HEIGHT, tuple(made))


def close(bottom: float, *cells: tuple[str, float]) -> Line:
    """A line whose cells stand too close for tabs: one cell, with its words where they stand."""
    parted = line(bottom, *cells)
    words = tuple(w for c in parted.cells for w in (c.words or ((c.text, c.left, c.right),)))
    text = " ".join(w for w, _, _ in words)
    return Line(text, bottom, HEIGHT, (Cell(text, words[0][1], words[-1][2], words),))


ROWS = [
    line(76, ("Ouaka", 0), ("98,400", 100), ("19,680", 150), ("2,100", 200)),
    line(64, ("Kotto", 0), ("71,250", 100), ("14,250", 150), ("1,900", 200)),
    line(52, ("Ouham", 0), ("64,300", 100), ("12,860", 150), ("2,450", 200)),
]


def texts(lines: list[Line]) -> list[str]:
    return [one.text for one in in_columns(lines, [is_row(one) for one in lines])]


def test_heads_that_stand_close_have_tabs() -> None:
    head = close(88, ("Area", 0), ("Persons", 98), ("Homes", 148), ("Returns", 198))
    assert texts([head, *ROWS])[0] == "Area\tPersons\tHomes\tReturns"


def test_heads_of_two_lines_are_one() -> None:
    head = [
        close(100, ("Area", 0), ("Displaced", 98), ("Homes", 150), ("Returned", 198)),
        line(88, ("in May", 200)),
    ]
    found = texts([*head, *ROWS])
    assert found[0] == "Area\tDisplaced\tHomes\tReturned in May"
    assert len(found) == 4


def test_a_caption_is_no_head() -> None:
    caption = close(112, ("Displaced people by area, as of the end of the month of May", 0))
    head = close(88, ("Area", 0), ("Persons", 98), ("Homes", 148), ("Returns", 198))
    assert texts([caption, head, *ROWS])[0] == caption.text
    assert texts([caption, *ROWS])[0] == caption.text


def test_an_empty_cell_keeps_its_column_and_close_ones_are_parted() -> None:
    rows = [*ROWS, line(40, ("Total", 0), ("233,950", 98), ("6,450", 200))]
    assert texts(rows)[-1] == "Total\t233,950\t\t6,450"
    tight = Line(
        "Vakaga\t9,000 1,800\t310", 28, HEIGHT,
        (Cell("Vakaga", 0, 30), Cell("9,000 1,800", 100, 175, (("9,000", 100, 125), ("1,800", 150, 175))),
         Cell("310", 200, 215)),
    )  # fmt: skip
    assert texts([*ROWS, tight])[-1] == "Vakaga\t9,000\t1,800\t310"


def test_lines_that_are_no_table_stay_as_they_are() -> None:
    prose = [close(100 - 12 * n, ("Some 1,240 people fled to the town on that day", 0)) for n in range(4)]
    assert texts(prose) == [p.text for p in prose]
    assert texts(ROWS[:1]) == [ROWS[0].text]


def test_empty_cells_of_many_rows_keep_their_columns_by_the_rows_that_have_none() -> None:
    rows = [
        line(76, ("Ouaka", 0), ("98,400", 100), ("19,680", 150), ("2,100", 200)),
        line(64, ("Kotto", 0), ("14,250", 150), ("1,900", 200)),
        line(52, ("Ouham", 0), ("64,300", 100), ("2,450", 200)),
        line(40, ("Vakaga", 0), ("9", 218)),
        line(28, ("Lobaye", 0), ("7,300", 105), ("1,200", 155), ("310", 210)),
    ]
    assert texts(rows)[1:4] == ["Kotto\t\t14,250\t1,900", "Ouham\t64,300\t\t2,450", "Vakaga\t\t\t9"]


def test_a_cell_that_stands_between_the_columns_leaves_all_as_they_are() -> None:
    rows = [
        line(76, ("Ouaka", 0), ("98,400", 100), ("19,680", 150), ("2,100", 200)),
        line(64, ("Kotto", 0), ("14", 135), ("1,900", 200)),
        line(52, ("Ouham", 0), ("2,450", 200)),
        line(40, ("Lobaye", 0), ("7,300", 105), ("1,200", 155), ("310", 210)),
    ]
    assert texts(rows) == [row.text for row in rows]
