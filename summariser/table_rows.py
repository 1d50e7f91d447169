"""Rows of tables in plain text: the head above them, and what it says of a number's column."""

from __future__ import annotations

import re

from summariser.lexicon.sites import TOLL_HEAD
from summariser.normalise.numbers import NumberMention
from summariser.reading import Reading

_CELL = re.compile(r"[|\t]|\s/\s|:\s(?=[^/\n]*\s/\s)")
"""What parts the cells of a row, also where blanks stand around a slash: "Dorra: 4 / 9"."""


def counts_harm(reading: Reading, number: NumberMention) -> bool:
    """Whether a number of a table stands under "Killed" or "Missing"."""
    return TOLL_HEAD.search(title_of(reading, number)) is not None


def is_table_of_harm(reading: Reading, sentence_id: str) -> bool:
    """Whether a sentence is a row of a table whose head counts dead or wounded."""
    head = head_of_table(reading, sentence_id)
    return head is not None and TOLL_HEAD.search(head) is not None


def title_of(reading: Reading, number: NumberMention) -> str:
    """The head of the column that a number stands in; empty where there is none."""
    head = head_of_table(reading, number.sentence)
    if head is None:
        return ""
    # A row that begins with empty cells begins before its first words.
    begin = reading.text.rfind("\n", 0, number.start) + 1
    column = len(_CELL.findall(reading.text[begin : number.start]))
    cells = _CELL.split(head)
    return cells[column] if column < len(cells) else ""


def numbers_of_cell(reading: Reading, number: NumberMention) -> tuple[NumberMention, ...]:
    """The counts that stand in the same cell of a row as a number, itself among them."""
    sentence = reading.sentence(number.sentence)
    cuts = [sentence.start + m.end() for m in _CELL.finditer(sentence.text)]
    column = sum(cut <= number.start for cut in cuts)
    return tuple(
        n
        for n in reading.numbers_in(number.sentence)
        if n.kind == "count" and sum(cut <= n.start for cut in cuts) == column
    )


def head_of_table(reading: Reading, sentence_id: str) -> str | None:
    """The first row of the table that a sentence is a row of; heads under the rows of another begin it."""
    at = reading.index(sentence_id)
    first = reading.once("first rows of tables", "", lambda: _first_rows(reading))[at]
    if first is None or first == at:
        return None
    head = reading.sentences[first].text
    return head if not re.search(r"\d{3}", head) else None


def _first_rows(reading: Reading) -> list[int | None]:
    """For each sentence the first of the rows that it stands among; None for one that is no row."""
    found: list[int | None] = []
    begins = reading.table_starts
    for at, sentence in enumerate(reading.sentences):
        if not _CELL.search(sentence.text):
            found.append(None)
            continue
        above = found[-1] if found else None
        found.append(at if above is None or sentence.start in begins else above)
    return found
