"""Lines of plain text that are rows of a table, and where their cells stand.

Reports print tables with bars or tabs between the cells, in columns of blanks, as lines of a spreadsheet's
file, or as "Dorra: 4 / 9". A line that has such marks is a row only beside others like it: "HAITI | Update 9"
is a title, and a sentence may have a slash.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, Literal

Span = tuple[int, int]
Mark = Literal["|", "\t", "/"]

_RULE: Final = re.compile(r"[\s|:+=_–—-]*[-=_–—+][\s|:+=_–—-]*")
"""A line under heads: "|---|---|", "+-----+"."""
_SLASHED: Final = re.compile(r"(?P<head>[^\d/:|\t]{1,60}):\s+(?P<rest>[^/:]{1,40}(?:\s/\s[^/:]{1,40})+)$")
_VALUE: Final = re.compile(
    r"[*_~≈±<>+\s]*(?:[\d٠-٩۰-۹][\d٠-٩۰-۹.,٬٫\s]*(?:[-–—]\s*[\d٠-٩۰-۹][\d٠-٩۰-۹.,٬٫\s]*)?(?:(?:million|thousand|mille|millones|mil|[km]|bn)?%?|[*†‡+]|\([a-z0-9]\))?|[-–—…]+|n\.?/?[ad]\.?|s/?d|nd|n\.d\.|\.\.\.?)?[*_\s]*",
    re.IGNORECASE,
)
"""What stands in a cell of numbers: a number or a range, or a sign that there is none."""
_NUMBER: Final = re.compile(r"[\d٠-٩۰-۹]")
_GAP: Final = re.compile(r"(?<=\S) {2,}(?=\S)")
_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_FEWEST_IN_BLANKS: Final = 3
"""A table in columns of blanks has a head and two rows at least: two lines may be aligned by chance."""
_FEWEST_FIELDS: Final = 3
_MOST_WORDS_OF_A_GROUP: Final = 5
_TWO: Final = 2
_WORDY: Final = re.compile(r"[^\W\d_]{2,}")
_ENDS_IN_A_COUNT: Final = re.compile(r"(?<![\d.,])(?!(?:19|20)\d\d$)\d[\d.,]*$")
"""Of "approx. 109", and not of "Returned in 2023"."""
_NO_DATA: Final = re.compile(
    r"(?:no|not|none|nil|unknown|pending|missing|inaccess|unavail|aucun|pas |non |inconnu|sin |ningun"
    r"|desconocid|لا |غير ).{0,30}",
    re.IGNORECASE,
)
"""What stands in a cell for a number that nobody has."""
_LONGEST: Final = 400
"""A longer line is a paragraph with a bar in it."""
_DELIMITERS: Final = (";", ",")


@dataclass(frozen=True, slots=True)
class GridRow:
    """One line of a table: where its cells stand, without blanks around them; empty ones count."""

    start: int
    end: int
    cells: tuple[Span, ...]
    rule: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """Lines under each other whose cells are parted by one mark."""

    mark: Mark
    rows: tuple[GridRow, ...]

    @property
    def width(self) -> int:
        """The number of cells of its widest row."""
        return max(len(row.cells) for row in self.rows)


def is_value(cell: str) -> bool:
    """Whether a cell holds a number and nothing else, or says that there is none."""
    return _VALUE.fullmatch(cell) is not None


def is_number(cell: str) -> bool:
    """Whether a cell holds a number and nothing else."""
    return _NUMBER.search(cell) is not None and is_value(cell)


def find_grids(text: str, ends: Callable[[str], bool] | None = None) -> tuple[Grid, ...]:
    """The tables of a text whose cells are parted by bars, tabs, or slashes, in text order.

    Args:
        text: Plain text: columns of blanks and lines of a spreadsheet have tabs by then (`tabs_for`).
        ends: Whether a line of words between two rows ends the table, and does not only name the rows under
            it; without it all such lines name them.
    """
    found: list[Grid] = []
    run: list[GridRow] = []
    mark: Mark | None = None
    for start, end in (*_lines(text), (len(text), len(text))):
        line = text[start:end]
        now = _mark_of(line)
        if run and mark is not None and _RULE.fullmatch(line) and (now in (None, mark)) and line.strip():
            run.append(GridRow(start, end, (), rule=True))
            continue
        within = run and now is None and names_a_group(line) and (ends is None or not ends(line.strip()))
        if within and _goes_on(text, end + 1, mark, len(run[-1].cells)):
            continue  # "North" over the districts of the north
        if now != mark and run:
            found += _grids_of(text, mark, run)
            run = []
        mark = now
        if now is not None and not (_RULE.fullmatch(line)):
            run.append(GridRow(start, end, _cells(line, start, now)))
    return tuple(found)


def names_a_group(line: str) -> bool:
    """Whether a line within a table may name the rows under it, by its form: some words and no number.

    Args:
        line: A line without a mark, between two rows of a table.
    """
    words = line.strip(" \t*_#:")
    return (
        0 < len(words.split()) <= _MOST_WORDS_OF_A_GROUP
        and words[0].isalpha()
        and not any(c.isdigit() or c in ".!?؟;" for c in words)
    )


def _goes_on(text: str, at: int, mark: Mark | None, cells: int) -> bool:
    """Whether the next line is a row of the same form with a number in it."""
    end = text.find("\n", at)
    line = text[at : end if end >= 0 else len(text)]
    if mark is None or _mark_of(line) != mark:
        return False
    row = _cells(line, at, mark)
    return len(row) == cells and any(is_number(text[a:b]) for a, b in row[1:])


def _grids_of(text: str, mark: Mark | None, run: Sequence[GridRow]) -> list[Grid]:
    """The tables of a run of lines: heads under the rows of one begin the next."""
    found: list[Grid] = []
    first = 0
    heads: list[str] = []
    numbered: set[int] = set()
    for at, row in enumerate(run):
        if row.rule:
            continue
        cells = [text[a:b] for a, b in row.cells]
        if heads and _are_new_heads(cells, heads, numbered):
            found += _grid(text, mark, run[first:at])
            first = at
            heads, numbered = [], set()
        first_line = not heads
        heads = heads or [cell.casefold() for cell in cells]
        numbers = {i for i, cell in enumerate(cells) if i and is_number(cell)}
        if not (first_line and all(_YEAR.fullmatch(cells[i]) for i in numbers)):
            numbered |= numbers  # years over the heads of a table are heads
    return found + _grid(text, mark, run[first:])


def _are_new_heads(cells: Sequence[str], heads: Sequence[str], numbered: AbstractSet[int]) -> bool:
    """Whether a row under others has words in all columns of numbers, or says again what its rows are.

    Args:
        cells: The words of its cells.
        heads: Those of the first row above it, in small letters.
        numbered: The columns in which a row above it has a number.
    """
    if not numbered or len(cells) < _TWO or [c.casefold() for c in cells] == heads:
        return False
    if heads[0] and cells[0].casefold() == heads[0]:
        return True
    words = [cells[i] for i in sorted(numbered) if i < len(cells)]
    return (
        not is_value(cells[0])
        and bool(words)
        and not any(is_number(cell) for cell in cells)
        and all(_WORDY.match(word) and not _ENDS_IN_A_COUNT.search(word) for word in words)
        and not all(_NO_DATA.fullmatch(word) for word in words)
    )


def second_tables(text: str) -> Iterator[int]:
    """Where the words begin of tables that stand directly under the rows of another one."""
    for one, other in pairwise(find_grids(text)):
        first = other.rows[0]
        if one.rows[-1].end + 1 == first.start:
            line = text[first.start : first.end]
            yield first.end - len(line.lstrip())


def row_lines(lines: Sequence[str]) -> frozenset[int]:
    """Which lines of a paragraph are rows of a table, by their place in it."""
    starts = []
    at = 0
    for line in lines:
        starts.append(at)
        at += len(line) + 1
    rows = {row.start for grid in find_grids("\n".join(lines)) for row in grid.rows}
    return frozenset(i for i, start in enumerate(starts) if start in rows)


def _lines(text: str) -> Iterator[Span]:
    at = 0
    for line in text.split("\n"):
        yield at, at + len(line)
        at += len(line) + 1


def _mark_of(line: str) -> Mark | None:
    if len(line) > _LONGEST:
        return None
    if "|" in line.strip():
        return "|"
    if "\t" in line.strip(" "):
        return "\t"
    return "/" if _SLASHED.match(line.strip()) else None


def _cells(line: str, start: int, mark: Mark) -> tuple[Span, ...]:
    """The cells of a line as spans of the text."""
    left, right = 0, len(line)
    if mark == "|":
        left = len(line) - len(line.lstrip())
        right = len(line.rstrip())
        if line[left] == "|":
            left += 1
        if right - 1 > left and line[right - 1] == "|":
            right -= 1
    cuts = [left]
    if mark == "/":
        colon = line.index(":")
        cuts += [colon + 1]
        edges = [(left, colon)]
        at = colon + 1
        for found in re.finditer(r"\s/\s", line[colon + 1 :]):
            edges.append((at, colon + 1 + found.start()))
            at = colon + 1 + found.end()
        edges.append((at, right))
    else:
        edges, at = [], left
        for found in re.finditer(re.escape(mark), line[left:right]):
            edges.append((at, left + found.start()))
            at = left + found.end()
        edges.append((at, right))
    return tuple(_trimmed(line, start, a, b) for a, b in edges)


def _trimmed(line: str, start: int, a: int, b: int) -> Span:
    words = line[a:b]
    stripped = words.strip(' \t*_"“”')
    if not stripped:
        return start + a, start + a
    at = a + words.index(stripped)
    return start + at, start + at + len(stripped)


def _grid(text: str, mark: Mark | None, run: Sequence[GridRow]) -> list[Grid]:
    """The run as a table, if it is one: two rows, two columns, and a number in a cell of its own."""
    rows = [r for r in run if not r.rule]
    if mark is None or len(rows) < 2:
        return []
    wide = [r for r in rows if len(r.cells) > 1]
    numbers = [r for r in wide if any(is_number(text[a:b]) for a, b in r.cells)]
    if len(wide) < 2 or not numbers:
        return []
    return [Grid(mark, tuple(run))]


def tabs_for(text: str) -> list[tuple[int, int, str]]:
    """What to put in a text so that tabs part the cells of tables in columns of blanks or of a spreadsheet.

    Returns:
        Edits: start, end, and what stands there instead.
    """
    edits: list[tuple[int, int, str]] = []
    run: list[Span] = []
    for start, end in (*_lines(text), (len(text), len(text))):
        line = text[start:end]
        if line.strip() and "\t" not in line and "|" not in line and len(line) <= _LONGEST:
            run.append((start, end))
            continue
        edits += _in_blanks(text, run) or _in_fields(text, run)
        run = []
    return edits


def _in_blanks(text: str, lines: Sequence[Span]) -> list[tuple[int, int, str]]:
    """Tabs for the gaps of lines that stand in columns."""
    edits: list[tuple[int, int, str]] = []
    at = 0
    while at < len(lines):
        last = at
        while last < len(lines) and _GAP.search(text, *lines[last]):
            last += 1
        if last - at >= _FEWEST_IN_BLANKS:
            edits += _columns(text, lines[at:last])
        at = max(last, at + 1)
    return edits


def _columns(text: str, lines: Sequence[Span]) -> list[tuple[int, int, str]]:
    cells = [_parted(text, start, end) for start, end in lines]
    width = max(map(len, cells))
    full = [row for row in cells if len(row) == width]
    valued = sum(any(is_number(text[a:b]) for a, b in row[1:]) for row in cells)
    if len(full) < 2 or valued < len(cells) // 2 or valued < 2:
        return []
    offset = {id(row): line[0] for row, line in zip(cells, lines, strict=True)}
    # Where each column reaches from and to, by the rows that have all of them.
    reach = [
        (min(r[i][0] - offset[id(r)] for r in full), max(r[i][1] - offset[id(r)] for r in full))
        for i in range(width)
    ]
    if any(a[1] > b[0] + 1 for a, b in pairwise(reach)) and not _is_even(text, full):
        return []  # the lines have gaps, and no columns
    edits: list[tuple[int, int, str]] = []
    for row in cells:
        places = _places(row, reach, offset[id(row)], width)
        if places is None:
            return []
        if places[0]:
            edits.append((offset[id(row)], row[0][0], "\t" * places[0]))
        for (one, other), (a, b) in zip(pairwise(row), pairwise(places), strict=True):
            edits.append((one[1], other[0], "\t" * (b - a)))
    return edits


def _is_even(text: str, full: Sequence[Sequence[Span]]) -> bool:
    """Whether rows that do not stand under each other have numbers in the same columns all the same."""
    return len(full) > 2 and all(
        sum(is_value(text[slice(*row[i])]) for row in full) >= len(full) - 1 for i in range(1, len(full[0]))
    )


def _places(row: Sequence[Span], reach: Sequence[Span], offset: int, width: int) -> list[int] | None:
    """Which column each cell of a row stands in."""
    if len(row) == width:
        return list(range(width))
    places: list[int] = []
    for start, end in row:
        a, b = start - offset, end - offset
        best = max(range(width), key=lambda i: min(b, reach[i][1]) - max(a, reach[i][0]))
        if places and best <= places[-1]:
            return None
        places.append(best)
    return places


def _parted(text: str, start: int, end: int) -> list[Span]:
    cells, at = [], start + len(text[start:end]) - len(text[start:end].lstrip())
    for gap in _GAP.finditer(text, start, end):
        if gap.start() < at:
            continue
        cells.append((at, gap.start()))
        at = gap.end()
    cells.append((at, start + len(text[start:end].rstrip())))
    return cells


def _in_fields(text: str, lines: Sequence[Span]) -> list[tuple[int, int, str]]:
    """Tabs for the commas or semicolons of lines that a spreadsheet has written, where all have as many."""
    for mark in _DELIMITERS:
        pattern = re.compile(rf'{mark}(?=(?:[^"]*"[^"]*")*[^"]*$)')
        spaced = re.compile(rf"{mark}\s")
        at = 0
        while at < len(lines):
            width, last = 0, at
            while last < len(lines):
                line = text[slice(*lines[last])]
                if line.count(mark) + 1 < _FEWEST_FIELDS:
                    break
                many = len(pattern.findall(line)) + 1 if not spaced.search(line) else 1
                if many < _FEWEST_FIELDS or (width and many != width):
                    break
                width, last = many, last + 1
            rows = lines[at:last]
            if len(rows) >= _FEWEST_IN_BLANKS and _are_fields(text, rows, pattern):
                return [
                    (start + found.start(), start + found.end(), "\t")
                    for start, end in rows
                    for found in pattern.finditer(text[start:end])
                ]
            at = max(last, at + 1)
    return []


def _are_fields(text: str, rows: Sequence[Span], pattern: re.Pattern[str]) -> bool:
    head, *body = (pattern.split(text[slice(*row)]) for row in rows)
    return not any(is_number(cell.strip('"')) for cell in head) and all(
        any(is_number(cell.strip('" ')) for cell in row) and not is_value(row[0].strip('"')) for row in body
    )
