"""The text of pages: without what heads and ends each of them, in paragraphs that go on over their ends."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from summariser.papers.page_breaks import carried_over
from summariser.papers.page_columns import in_columns
from summariser.papers.page_lines import Line
from summariser.papers.page_rows import is_row, whole_rows

_EDGE: Final = 2
"""So many lines at the top and at the foot of a page can be its furniture."""
_FEWEST: Final = 3
_PARAGRAPH_GAP: Final = 1.3
"""Times the usual distance of lines: a new paragraph."""
_OTHER_SIZE: Final = 1.15
"""Letters so much larger or smaller: a heading, or what is under one."""
_FULL: Final = 0.75
"""Of the longest line: so long is one that goes on."""
_INDENT: Final = 3.0
"""Times the height of the letters: lines that begin as far apart stand in different columns."""
_HEADS: Final = 3
"""So many cells has a line of heads, and no line of prose."""
_BLANK: Final = 0.2
_SHORTEST: Final = 30
"""Letters of a line of prose."""
_BROKEN: Final = re.compile(r"[-\xad\u2010]$")
_ITEM: Final = re.compile(r"(?:[-–—*•◦▪●‣·>]\s|[•◦▪●‣]|\(?(?:\d{1,2}|[a-z])[.)]\s)")
_ENDS: Final = (".", "!", "?", "؟", "。", "…", ":", '."', ".”", ".»", ".)")
_LONE_NUMBER: Final = re.compile(
    r"\W*(?:page|seite|página|pág\.|p\.|صفحة|الصفحة)?\s*(\d{1,4})\s*(?:\W|(?:of|/|de|sur|من)\s*\d{1,4})*",
    re.IGNORECASE,
)
_NUMBER_OF_PAGE: Final = re.compile(
    r"(?:page|seite|página|pág\.|p\.|صفحة)?\s*\d+\s*(?:of|/|de|sur|من)\s*\d+"
    r"|(?:page|seite|página|pág\.|p\.|صفحة)\s*\d+|^\d{1,4}(?=\W)|(?<=\W)\d{1,4}$",
    re.IGNORECASE,
)


def joined_pages(pages: Sequence[Sequence[Line]]) -> tuple[str, tuple[int, ...]]:
    """The text of all pages, and where each begins in it.

    A page without text begins where the next one does.
    """
    whole = [_in_rows(page) for page in _without_furniture(pages)]
    goes_on = _with_tables_whole(whole)
    parts: list[str] = []
    starts, size = [], 0
    before: Sequence[Line] = ()
    for page, is_same_table in zip(whole, goes_on, strict=True):
        own = _text(page)
        if before and own:
            parts.append("\n" if is_same_table else _between(before, page, own))
            size += len(parts[-1])
        starts.append(size)
        parts.append(own)
        size += len(own)
        before = page or before
    return "".join(parts), tuple(starts)


def _with_tables_whole(pages: list[list[Line]]) -> list[bool]:
    """Which pages begin with rows of the table that the page before ended with; these get its columns.

    Running heads and feet between them, which a document of two pages has too few of to be known, are left
    out.
    """
    found = [False] * len(pages)
    for at in range(1, len(pages)):
        carried = carried_over(pages[at - 1], pages[at])
        if carried is not None:
            below, above, rows = carried
            del pages[at - 1][len(pages[at - 1]) - below :]
            pages[at][: above + len(rows)] = rows
            found[at] = True
    return found


def _between(before: Sequence[Line], page: Sequence[Line], own: str) -> str:
    """What parts the text of a page from that of the page before."""
    if not _goes_on(before[-1].text, own, _width(before)):
        return "\n\n"
    return " " if _is_prose(before[-1], page[0]) else "\n"


def _in_rows(lines: Sequence[Line]) -> list[Line]:
    """The lines of a page, rows of tables in one line each and with a tab between all their cells."""
    whole = whole_rows(lines)
    rows = [is_row(line) for line in whole]
    beside = [
        row or (len(line.cells) > 1 and any(rows[max(0, at - 1) : at]) and any(rows[at + 1 : at + 2]))
        for at, (row, line) in enumerate(zip(rows, whole, strict=True))
    ]
    return in_columns(whole, beside)


def _width(lines: Sequence[Line]) -> int:
    return max(len(line.text) for line in lines)


def _without_furniture(pages: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """Pages without the numbers and the lines that head or end most of them.

    What ends like a sentence stays: a report may well say the same thing on every page. Nothing is taken
    from a document of one or two pages, where nothing recurs.
    """
    edges = [[_key(line.text) for line in _edge(page)] for page in pages]
    often = Counter(key for keys in edges for key in set(keys) if key)
    half = sum(map(bool, pages)) / 2
    furniture = {key for key, times in often.items() if times >= _FEWEST and times > half}
    kept = []
    for page in pages:
        at_edge = {id(line) for line in _edge(page)}
        kept.append([line for line in page if id(line) not in at_edge or _key(line.text) not in furniture])
    return kept


def _edge(page: Sequence[Line]) -> list[Line]:
    return [*page[:_EDGE], *page[max(_EDGE, len(page) - _EDGE) :]]


def _key(line: str) -> str:
    """A line without the number of its page; nothing for one that is a sentence."""
    line = " ".join(line.split())
    if _LONE_NUMBER.fullmatch(line):
        return "#"
    return "" if line.endswith((".", "!", "?", "؟", "。")) else _NUMBER_OF_PAGE.sub("#", line)


def _text(page: Sequence[Line]) -> str:
    """Lines one under the other, an empty line between paragraphs; the rows of a table stand together."""
    if not page:
        return ""
    steps = [step for a, b in pairwise(page) if 0 < (step := _step(a, b)) < 3 * max(a.height, b.height)]
    usual = sorted(steps)[len(steps) // 2] if steps else 0.0
    width = _width(page)
    runs = [[page[0]]]
    for above, line in pairwise(page):
        if _begins_paragraph(above, line, usual, width):
            runs.append([])
        runs[-1].append(line)
    return "\n\n".join(_run(run, page) for run in runs)


def _run(lines: Sequence[Line], page: Sequence[Line]) -> str:
    """The lines of a paragraph: in one, where a sentence runs over their ends; lines of a list stay lines."""
    prose = any(line.text[:1].islower() for line in lines[1:])
    prose = prose or any(line.text.endswith(_ENDS) for line in lines)
    parts = [lines[0].text]
    for above, line in pairwise(lines):
        parts += [" " if prose and _is_wrapped(above, line, page) else "\n", line.text]
    return "".join(parts)


def _is_prose(above: Line, line: Line) -> bool:
    """Whether a line and the next are no rows, the next begins no item, and no word is broken there."""
    one_cell = len(above.cells) == 1 and len(line.cells) == 1 and line.text.strip() != ""
    return one_cell and _BROKEN.search(above.text) is None and _ITEM.match(line.text) is None


def _is_wrapped(above: Line, line: Line, page: Sequence[Line]) -> bool:
    """Whether a line ends only because the first word of the next one had no room behind it.

    It is measured: letters are not equally wide, so that a line with room for two more letters may be full.
    Where words are broken, and in lines from the right, the end of the line stays.
    """
    if not _is_prose(above, line):
        return False
    own, following = above.cells[0], line.cells[0]
    if abs(own.left - following.left) > _INDENT * above.height:
        return False
    beside = [
        other.cells[0].right
        for other in page
        if other is not above
        and len(other.cells) == 1
        and abs(other.cells[0].left - own.left) <= _INDENT * above.height
    ]
    first = line.text.split()[0]
    room = (following.right - following.left) * len(first) / len(line.text) + _BLANK * above.height
    if above.text.endswith(_ENDS) and max(beside) < own.right - room:
        return False  # no other line says where the margin is: the sentence's end may be the line's
    return own.right + room > max(beside) and len(above.text) > _SHORTEST


def _begins_paragraph(above: Line, line: Line, usual: float, width: int) -> bool:
    if "\t" in above.text and "\t" in line.text:
        return False
    if is_row(above) != is_row(line) or {len(above.cells) >= _HEADS, len(line.cells) >= _HEADS} == {
        True,
        False,
    }:
        return True
    small, large = sorted((above.height, line.height))
    if large > _OTHER_SIZE * small:
        return True
    step = _step(above, line)
    if step <= 0:  # the next column
        return not _goes_on(above.text, line.text, width)
    return step > _PARAGRAPH_GAP * usual


def _step(above: Line, line: Line) -> float:
    """How far under the foot of one line that of the next is."""
    return above.bottom - line.bottom - line.rise


def _goes_on(text: str, more: str, width: int) -> bool:
    """Whether a sentence goes on behind the end of a page or a column.

    Before a capital letter only where the line is full: "the camp of" goes on with "Bulengo", a heading ends.
    """
    if text.endswith(_ENDS):
        return False
    first = more.lstrip("\"'“‘«(")[:1]
    return not first.isupper() or len(text) > _FULL * width
