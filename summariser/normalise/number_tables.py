"""Tables in plain text: which column a number stands in, and what its header says.

Situation reports print tables as lines of cells, parted by bars or tabs:

    District | Families affected | Persons
    Dorra    | 310               | 1,480

A line by line reader sees bare numbers there. The header is the last line above without a number that
has as many cells; rows follow it without a gap.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import zip_longest

from summariser.lexicon.furniture import FURNITURE
from summariser.lexicon.table_heads import GROUPS, HOMES_HEAD, HOUSEHOLDS, PEOPLE, TERMS, TOLLS
from summariser.row_lines import names_a_group
from summariser.sentences import Sentence

Span = tuple[int, int]
_BAR = re.compile(r"[|\t]")
_DIGIT = re.compile(r"\d")
_RULE = re.compile(r"[\s|:+=_-]*")
"""A line under a header: "|---|---|"."""
_FEWEST_CELLS = 2
_COUNTED = (HOUSEHOLDS, PEOPLE, HOMES_HEAD, *(pattern for _, pattern in (*TERMS, *TOLLS, *GROUPS)))


def column_headers(sentences: Sequence[Sentence]) -> dict[str, tuple[tuple[Span, Span], ...]]:
    """For each row of a table, by sentence id, its cells and the header of each, as spans of the article."""
    found: dict[str, tuple[tuple[Span, Span], ...]] = {}
    header: tuple[Span, ...] = ()
    for sentence, behind in zip_longest(sentences, sentences[1:]):
        if _BAR.search(sentence.text) is None:
            within = header and behind is not None and behind.start == sentence.end + 1
            if not (within and _is_group(sentence.text) and len(_cells(behind)) == len(header)):
                header = ()
            continue
        if _RULE.fullmatch(sentence.text):
            continue
        cells = _cells(sentence)
        if len(cells) < _FEWEST_CELLS:
            header = ()
        elif _DIGIT.search(sentence.text) is None:
            header = cells
        elif len(cells) == len(header):
            found[sentence.id] = tuple(zip(cells, header, strict=True))
    return found


def _is_group(line: str) -> bool:
    """Whether a line within a table names rows ("North"), and does not say what is counted from there on."""
    return names_a_group(line) and FURNITURE.match(line) is None and not any(p.search(line) for p in _COUNTED)


def _cells(sentence: Sentence) -> tuple[Span, ...]:
    """The cells of a line without their outer blanks; empty ones count, for they keep their column."""
    spans, at = [], 0
    text = sentence.text
    inner = text.strip().strip("|\t")
    at = text.find(inner)
    for cell in re.split(r"[|\t]", inner):
        left = len(cell) - len(cell.lstrip())
        start = sentence.start + at + left
        spans.append((start, start + len(cell.strip())))
        at += len(cell) + 1
    return tuple(spans)


def header_of(rows: dict[str, tuple[tuple[Span, Span], ...]], sentence: str, start: int) -> Span | None:
    """The header over the number that begins at ``start``."""
    for (a, b), header in rows.get(sentence, ()):
        if a <= start < b:
            return header
    return None
