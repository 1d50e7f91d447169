"""A table as its reader sees it: columns under heads, rows behind heads, cells with words or a number."""

from __future__ import annotations

from dataclasses import dataclass

from summariser.normalise.numbers import NumberMention


@dataclass(frozen=True, slots=True)
class Words:
    """Words of the plain text and where they stand."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell.

    Attributes:
        words: What is written in it, without blanks and emphasis around it.
        column: Which column it stands in, from 0.
        number: The number that it holds, where it holds nothing else.
    """

    words: Words
    column: int
    number: NumberMention | None = None


@dataclass(frozen=True, slots=True)
class Column:
    """One column.

    Attributes:
        heads: The words over it, the uppermost first.
        of_numbers: Whether numbers stand in it, and no words.
        total: Whether it sums up others.
    """

    heads: tuple[Words, ...] = ()
    of_numbers: bool = False
    total: bool = False

    @property
    def title(self) -> str:
        """All its heads in one."""
        return " ".join(head.text for head in self.heads)


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the body.

    Attributes:
        sentence: The id of the sentence that it is.
        cells: Its cells; a column that it has none in is left out.
        head: What it is about: the place, the site; None where nothing says so.
        total: Whether it sums up others.
        within: The row of which it is a part: "of which children".
    """

    sentence: str
    cells: tuple[Cell, ...]
    head: Words | None
    total: bool = False
    within: Words | None = None

    def cell(self, column: int) -> Cell | None:
        """Its cell in a column."""
        return next((c for c in self.cells if c.column == column), None)


@dataclass(frozen=True, slots=True)
class Table:
    """One table or list.

    Attributes:
        columns: Its columns.
        rows: The rows of its body, in order.
        head_column: Which column holds the heads of the rows; None where none does.
        captions: The lines over it, the nearest first.
        notes: The lines under it that speak of it.
        listed: It is a list: each item has a head, and a number with its noun.
    """

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    head_column: int | None
    captions: tuple[Words, ...] = ()
    notes: tuple[Words, ...] = ()
    listed: bool = False
