"""What lines over a table say for heads that name people or families and not what befell them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile
from typing import Final

from summariser.lexicon.table_heads import BY_PLACE, NEEDED, PLACE_HEADS, REACHED, TERMS, TOLLS
from summariser.tables.heads import SOMEBODY, lost_homes, meaning_of, subject_of
from summariser.tables.model import Table, Words

_LONGEST: Final = 200
_SENTENCE: Final = re.compile(r"[.!?؟]\s*$")
_ENDS: Final = re.compile(r"[.!?؟:;,]\W*$")


def names_more(words: str) -> bool:
    """Whether a line over a table names what may have befallen people and no one thing that did.

    "Displaced and returned people by district" names two, "People in need" one that no summary counts as
    moved or hurt; so do lines of who was reached by help.
    """
    if subject_of(words) is not None:
        return False
    patterns = [pattern for _, pattern in (*TERMS, *TOLLS)]
    named = any(pattern.search(words) for pattern in (*patterns, NEEDED, REACHED))
    return named or lost_homes(words) is not None


def title_of(text: str) -> Words | None:
    """The first line of a text, where it is a title and no sentence, row or list."""
    start = len(text) - len(text.lstrip())
    line = text[start:].partition("\n")[0]
    words = line.strip(" \t#*_")
    if not words or len(line) > _LONGEST or "\t" in line or "|" in line or _ENDS.search(words):
        return None
    at = start + line.index(words)
    return Words(words, at, at + len(words))


def lines_over(table: Table) -> tuple[Words, ...]:
    """The lines over a table; what stands over a sentence that stands over it is the heading of both."""
    return tuple(takewhile(lambda c: not _SENTENCE.search(c.text), table.captions))


def with_title(tables: Sequence[Table], title: Words | None) -> list[Table]:
    """The tables, the one that the article's title speaks of with the title over it.

    It speaks of one where it says what is counted by which sort of place, no other table has such places, and
    the lines over the table leave open what its heads count: "Displaced people by district" over "District |
    Families | Individuals".

    Args:
        tables: The tables of the article.
        title: Its title.
    """
    if title is None or subject_of(title.text) is None:
        return list(tables)
    by = BY_PLACE.search(title.text)
    sorts = [p for p in PLACE_HEADS if by is not None and p.search(title.text, by.start())]
    meant = [
        at
        for at, table in enumerate(tables)
        if table.head_column is not None
        and any(p.search(table.columns[table.head_column].title) for p in sorts)
    ]
    if len(meant) != 1:
        return list(tables)
    [at] = meant
    over = lines_over(tables[at])
    if any(c == title or subject_of(c.text) is not None or names_more(c.text) for c in over):
        return list(tables)
    heads = [meaning_of(c.title) for c in tables[at].columns if c.of_numbers]
    if any(own is not None and own.label.startswith("term:") for own in heads) or not any(
        own is not None and own.label == SOMEBODY for own in heads
    ):
        return list(tables)
    return [replace(table, captions=(*over, title)) if n == at else table for n, table in enumerate(tables)]
