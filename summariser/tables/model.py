"""A table as its reader sees it: columns under heads, rows behind heads, and what is told of each number."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from summariser.normalise.dates import DateMention
from summariser.normalise.numbers import NumberMention
from summariser.schemas.codebooks import PopulationGroup, Unit


@dataclass(frozen=True, slots=True)
class Words:
    """Words of the plain text and where they stand."""

    text: str
    start: int
    end: int


def words_of(date: DateMention) -> Words:
    """The words of a time."""
    return Words(date.text, date.start, date.end)


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell.

    Attributes:
        words: What is written in it, without blanks and emphasis around it.
        column: Which column it stands in, from 0.
        number: The number that it holds, where it holds nothing else.
        numbers: All the numbers in it.
    """

    words: Words
    column: int
    number: NumberMention | None = None
    numbers: tuple[NumberMention, ...] = ()


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
        unsure: It has fewer cells than the table has columns, and nobody can tell which ones it lacks.
    """

    sentence: str
    cells: tuple[Cell, ...]
    head: Words | None
    total: bool = False
    within: Words | None = None
    unsure: bool = False

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


@dataclass(frozen=True, slots=True)
class Told:
    """What a table says of one of its numbers.

    Attributes:
        number: Its id.
        sentence: The sentence that is its row.
        label: What it counts; "nothing" (`heads.NOTHING`) where it counts nothing that a summary holds;
            empty where the words beside it say so, as in a list.
        unit: In which unit; None where its own noun says so.
        group: Which people.
        scale: How many each number stands for.
        cell: The words of its cell.
        row: The head of its row, which is its place or its site; None where there is none.
        role: Whether the row's head is where people are, whence they came, or whither they went.
        column: The heads of its column.
        date: The words of its time, where head, row or caption tell one.
        captions: The lines over the table of which one says what it counts, or when.
        over: All the lines over the table that are no sentences.
        total: It sums up others.
        of_site: The head of its row is a camp or a shelter.
        place: Its place: the head of its row, or of its column where the rows say what is counted.
        is_place: Whether a head over it says that it is one.
        of_incidents: The rows of its table are incidents: a column says of which kind.
        listed: The heads of all items, where it stands in a list: its own words count before ``label``.
        beside: What other cells of its row are, by what their column is headed as: "kind", "actor", "item",
            "where".
        refused: Why it is not read, though its head says what it counts; empty where it is read.
    """

    number: str
    sentence: str
    label: str
    unit: Unit | None
    group: PopulationGroup | None
    scale: int
    cell: Words
    row: Words | None
    role: str
    column: tuple[Words, ...]
    date: Words | None
    captions: tuple[Words, ...]
    total: bool
    over: tuple[Words, ...] = ()
    of_site: bool = False
    place: Words | None = None
    is_place: bool = False
    of_incidents: bool = False
    listed: tuple[str, ...] = ()
    beside: Mapping[str, Words] = field(default_factory=dict)
    refused: str = ""
