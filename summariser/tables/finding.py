"""Where the tables of an article are, and how each is built: heads, rows, totals, what stands over it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import replace
from typing import Final

from summariser.lexicon.furniture import FURNITURE
from summariser.lexicon.table_heads import (
    DATE_COLUMN,
    FROM_HEAD,
    PLACE_HEADS,
    SITE_COLUMN,
    TOTAL_COLUMN,
    TOTAL_ROW,
    YEAR_HEAD,
)
from summariser.normalise.numbers import NumberMention
from summariser.row_lines import Grid, GridRow, find_grids, is_number, is_value
from summariser.sentences import Sentence
from summariser.tables.heads import meaning_of
from summariser.tables.model import Cell, Column, Row, Table, Words

_MOST_HEAD_ROWS: Final = 3
_MOST_CAPTIONS: Final = 2
_LONGEST_CAPTION: Final = 200
_NEAR: Final = 1_000
"""No farther than so many characters is looked for what stands over a table and under it."""
_NOTE: Final = re.compile(
    r"(?:sources?|notes?|n\.b\.|fuentes?|المصدر|ملاحظة)\s*[:：]|[*†‡]|\(?[a-z0-9]\)", re.IGNORECASE
)
_LETTERS: Final = re.compile(r"[^\W\d_]{2,}")
_COUNTS: Final = frozenset({"count", "year", "measure", "identifier", "ratio", "ordinal", "age", "time"})
"""As what a number is read that stands alone: in a cell "1915" is a count of people and no year."""


def find_tables(
    text: str, sentences: Sequence[Sentence], numbers: Sequence[NumberMention], *, drawn: bool = False
) -> tuple[Table, ...]:
    """The tables of an article, in text order.

    Args:
        text: The plain text.
        sentences: Its sentences: each row of a table is one.
        numbers: Its numbers.
        drawn: It comes from pages, of which the places of the words tell where cells are empty: a row that
            has too few all the same lacks nobody knows which.
    """
    by_start = {s.start: s for s in sentences}
    filed: dict[str, list[NumberMention]] = {}
    for number in numbers:
        filed.setdefault(number.sentence, []).append(number)
    found = []
    for grid in find_grids(text, _begins_another):
        table = _Build(text, grid, by_start, filed, drawn=drawn).table()
        if table is not None:
            found.append(table)
    return tuple(found)


def _begins_another(line: str) -> bool:
    """Whether a line between two rows says what is counted from there on, or speaks of the table."""
    return meaning_of(line) is not None or FURNITURE.match(line) is not None


class _Build:
    def __init__(
        self,
        text: str,
        grid: Grid,
        sentences: Mapping[int, Sentence],
        numbers: Mapping[str, Sequence[NumberMention]],
        *,
        drawn: bool,
    ) -> None:
        self.text = text
        self.grid = grid
        self.sentences = sentences
        self.numbers = numbers
        self.drawn = drawn and grid.mark == "\t"
        self.width = grid.width
        self.lines = [self._headed(row, at) for at, row in enumerate(r for r in grid.rows if not r.rule)]

    def _headed(self, row: GridRow, at: int) -> GridRow:
        """A first line of heads of which the first tab was lost: the heads of the rows have no head."""
        if at or self.drawn or self.grid.mark != "\t" or len(row.cells) != self.width - 1:
            return row
        counts = meaning_of(self.text[slice(*row.cells[0])])
        return _behind(row, 1) if counts is not None else row

    def _aligned(self, row: GridRow, columns: Sequence[Column]) -> GridRow | None:
        """A row with fewer cells than the table has columns, under the heads that its cells are of.

        Its last cells are left out, or its first ones were lost: whichever puts no number under words and no
        words under numbers. None where neither does, or where a row of numbers fits both ways; and in a table
        of a page, where each cell would have its place if anybody knew it.
        """
        missing = self.width - len(row.cells)
        if not missing or len(row.cells) == 1:
            return row
        if self.drawn:
            return None
        fits = [one for one in (row, _behind(row, missing)) if self._fits(one, columns)]
        named = any(not is_value(self.text[a:b]) for a, b in row.cells)
        return fits[0] if fits and (named or len(fits) == 1) else None

    def _fits(self, row: GridRow, columns: Sequence[Column]) -> bool:
        for column, (start, end) in zip(columns, row.cells, strict=False):
            words = self.text[start:end]
            if is_number(words) if not column.of_numbers else not is_value(words) and not _has_digit(words):
                return False
        return True

    def table(self) -> Table | None:
        """The table; None where its lines have no body."""
        first = next((i for i, row in enumerate(self.lines) if self._is_body(i, row)), len(self.lines))
        if first > _MOST_HEAD_ROWS:
            first = self._after_rule() or 1
        body = self.lines[first:]
        if not body:
            return None
        columns = self._columns(self._heads(self.lines[:first]), body)
        placed = [(self._aligned(row, columns), row) for row in body]
        body = [row or given for row, given in placed]
        unsure = frozenset(given.start for row, given in placed if row is None)
        head_column = self._head_column(columns, [row for row in body if row.start not in unsure])
        rows = tuple(self._rows(body, columns, head_column, unsure))
        columns = tuple(replace(c, total=self._is_total_column(i, columns)) for i, c in enumerate(columns))
        if not any(cell.number is not None for row in rows for cell in row.cells):
            return None
        captions = () if not first and self._is_within_another() else self._captions()
        return Table(columns, rows, head_column, captions, self._notes())

    def _words(self, start: int, end: int) -> Words:
        return Words(self.text[start:end], start, end)

    def _is_body(self, at: int, row: GridRow) -> bool:
        """Whether a line holds a number in a cell of its own; years alone are heads, in the first line."""
        cells = [self.text[a:b] for a, b in row.cells]
        numbers = sum(is_number(c) for c in cells)
        if numbers == 0:
            # "Wadi Tamil | n/a | -" is a row; a head has words in most of its cells.
            return sum(is_value(c) and bool(c) for c in cells[1:]) > len(cells) // 2
        years = all(_is_year(c) for c in cells if is_number(c))
        places = [c for c in cells if c and not is_number(c)]
        if years and at and numbers > 1 and all(any(p.search(c) for p in PLACE_HEADS) for c in places):
            return False  # "District | 2023 | 2024" under "IDPs"
        return not years or (at > 0 and bool(cells[0]) and not is_value(cells[0]))

    def _after_rule(self) -> int | None:
        at = next((i for i, row in enumerate(self.grid.rows) if row.rule), None)
        return at if at else None

    def _heads(self, lines: Sequence[GridRow]) -> list[tuple[Words, ...]]:
        """The heads of each column; one that stands over several columns is a head of each."""
        heads: list[list[Words]] = [[] for _ in range(self.width)]
        if self.drawn and any(len(row.cells) < self.width for row in lines):
            return [()] * self.width  # nobody knows which column each is of
        for number, row in enumerate(lines):
            last = number == len(lines) - 1
            for column, (start, end) in enumerate(self._spread(row, last=last)):
                if end > start:
                    heads[column].append(self._words(start, end))
        return [tuple(h) for h in heads]

    def _spread(self, row: GridRow, *, last: bool) -> list[tuple[int, int]]:
        cells = list(row.cells)
        over = self.width - 1
        if len(cells) < self.width and not last and len(cells) > 1 and over % (len(cells) - 1) == 0:
            times = over // (len(cells) - 1)
            return [cells[0], *(c for cell in cells[1:] for c in [cell] * times)]
        cells += [(row.end, row.end)] * (self.width - len(cells))
        if last:
            return cells
        spread: list[tuple[int, int]] = []
        for i, (start, end) in enumerate(cells):
            empty = end == start and i > 1 and spread[-1][1] > spread[-1][0]
            spread.append(spread[-1] if empty else (start, end))
        return spread

    def _columns(self, heads: Sequence[tuple[Words, ...]], body: Sequence[GridRow]) -> tuple[Column, ...]:
        found = []
        whole = [row for row in body if len(row.cells) == self.width]
        for i in range(self.width):
            cells = [self.text[slice(*row.cells[i])] for row in whole or body if i < len(row.cells)]
            if not any(cells):  # full rows leave it empty: others tell what stands in it
                cells = [self.text[slice(*row.cells[i])] for row in body if i < len(row.cells)]
            values = sum(is_value(c) and bool(c) for c in cells)
            words = sum(not is_value(c) and not _has_digit(c) for c in cells)  # "7 (3 children)" is neither
            found.append(Column(heads[i], of_numbers=values > words))
        return tuple(found)

    def _head_column(self, columns: Sequence[Column], body: Sequence[GridRow]) -> int | None:
        """The column that says what a row is about: a site, the smallest place, or the first of words."""
        worded = [i for i, c in enumerate(columns) if not c.of_numbers and self._is_filled(i, body)]
        if not worded:
            return None
        for pattern in (SITE_COLUMN, FROM_HEAD, *PLACE_HEADS):
            whole = pattern in (SITE_COLUMN, FROM_HEAD)
            fits = [
                i
                for i in worded
                if (
                    pattern.fullmatch(columns[i].title.strip()) if whole else pattern.search(columns[i].title)
                )
            ]
            if fits:
                # Of two of one rank, provinces and departments, the smaller are named more differently.
                return max(fits, key=lambda i: (len(self._named(i, body)), -i))
        undated = [i for i in worded if not DATE_COLUMN.search(columns[i].title)]
        return (undated or worded)[0]

    def _named(self, column: int, body: Sequence[GridRow]) -> Set[str]:
        return {self.text[slice(*row.cells[column])] for row in body if column < len(row.cells)} - {""}

    def _is_filled(self, column: int, body: Sequence[GridRow]) -> bool:
        cells = [self.text[slice(*row.cells[column])] for row in body if column < len(row.cells)]
        return sum(bool(_LETTERS.search(c)) for c in cells) * 2 >= len(body)

    def _rows(
        self,
        body: Sequence[GridRow],
        columns: Sequence[Column],
        head_column: int | None,
        unsure: Set[int],
    ) -> Iterator[Row]:
        for line in body:
            sentence = self._sentence(line)
            if sentence is None:
                continue
            cells = tuple(
                self._cell(sentence, i, start, end)
                for i, (start, end) in enumerate(line.cells)
                if end > start
            )
            names = [c for c in cells if c.number is None and _LETTERS.search(c.words.text)]
            head = next((c for c in names if c.column == head_column), None)
            if head is None:
                # A remark is no head: in a table of places only the cell of another place, or "Total", is.
                heads = [c for c in names if self._can_head(c, columns, head_column)]
                head = next((c for c in heads if not is_value(c.words.text)), None)
            total = any(TOTAL_ROW.fullmatch(c.words.text) for c in names if c is head or c is names[0])
            yield Row(
                sentence.id,
                cells,
                head.words if head is not None else None,
                total,
                unsure=line.start in unsure,
            )

    def _can_head(self, cell: Cell, columns: Sequence[Column], head_column: int | None) -> bool:
        def is_of_places(column: int) -> bool:
            return any(p.search(columns[column].title) for p in PLACE_HEADS)

        if head_column is None or not is_of_places(head_column):
            return True
        return is_of_places(cell.column) or TOTAL_ROW.fullmatch(cell.words.text) is not None

    def _sentence(self, line: GridRow) -> Sentence | None:
        start = (
            line.start
            + len(self.text[line.start : line.end])
            - len(self.text[line.start : line.end].lstrip())
        )
        found = self.sentences.get(start)
        return found if found is not None and found.end <= line.end else None

    def _cell(self, sentence: Sentence, column: int, start: int, end: int) -> Cell:
        words = self._words(start, end)
        inside = [
            n
            for n in self.numbers.get(sentence.id, ())
            if start <= n.start and n.end <= end and not n.implicit and n.kind in _COUNTS
        ]
        alone = len(inside) == 1 and is_number(words.text) and "%" not in words.text
        return Cell(words, column, inside[0] if alone else None, tuple(inside))

    def _is_total_column(self, at: int, columns: Sequence[Column]) -> bool:
        """Whether a column is headed "Total" alone, beside others of the same upper head."""
        column = columns[at]
        if not column.of_numbers or not column.heads:
            return False
        if TOTAL_COLUMN.fullmatch(column.heads[-1].text.strip()) is None:
            return False
        upper = column.heads[:-1]
        return any(
            i != at and c.of_numbers and c.heads and c.heads[:-1] == upper for i, c in enumerate(columns)
        )

    def _is_within_another(self) -> bool:
        """Whether only a line of words stands between it and rows of another table, whose heads it may share.

        "Returned" over rows without heads may mean families or people: the heads farther above would tell.
        """
        start = self.grid.rows[0].start
        above = self.text[max(0, start - _NEAR) : start].split("\n")[:-1]
        return len(above) > 1 and bool(above[-1].strip()) and ("\t" in above[-2] or "|" in above[-2])

    def _captions(self) -> tuple[Words, ...]:
        """The nearest lines over the table; another table's rows are none."""
        found: list[Words] = []
        end = self.grid.rows[0].start
        for line in reversed(self.text[max(0, end - _NEAR) : end].split("\n")):
            start = end - len(line)
            words = line.strip(" \t#*_")
            end = start - 1
            if not words:
                continue
            if len(line) > _LONGEST_CAPTION or "|" in line or "\t" in line.strip():
                break
            at = start + line.index(words)
            found.append(self._words(at, at + len(words)))
            if len(found) == _MOST_CAPTIONS or end < 0:
                break
        return tuple(found)

    def _notes(self) -> tuple[Words, ...]:
        found: list[Words] = []
        at = self.grid.rows[-1].end + 1
        for line in self.text[at : at + _NEAR].split("\n"):
            words = line.strip()
            if words and not _NOTE.match(words):
                break
            if words:
                start = at + line.index(words)
                found.append(self._words(start, start + len(words)))
            at += len(line) + 1
        return tuple(found)


def _is_year(cell: str) -> bool:
    return YEAR_HEAD.fullmatch(cell.strip()) is not None


def _has_digit(cell: str) -> bool:
    return any(char.isdigit() for char in cell)


def _behind(row: GridRow, empty: int) -> GridRow:
    """A row behind so many empty cells."""
    return replace(row, cells=((row.start, row.start),) * empty + row.cells)
