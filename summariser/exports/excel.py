"""A workbook for people: one sheet a kind, and one of the articles.

Text is written as text whatever it looks like, and nothing in the file is a formula or a link.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any, Final

from summariser.exports.cells import LONGEST, Cell, cut, safe
from summariser.exports.common import ARTICLE, Source
from summariser.exports.extra import workbooks
from summariser.exports.records import KINDS, LABELS, columns_of, records
from summariser.exports.report import Notes

ARTICLES: Final = (
    *ARTICLE, "events", "humanitarian_facts", "headline", "model", "engine", "strategy", "summariser_version",
    "schema_version",
)  # fmt: skip
_MADE: Final = datetime(2000, 1, 1)
_OPTIONS: Final = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
_MOST_ROWS: Final = 1_048_575
_WIDE: Final = frozenset({"evidence", "text", "reason", "headline", "conditions", "damage", "targets"})
_WIDTH, _WIDER = 16, 60
_EARLIEST: Final = date(1900, 3, 1)
"""Excel takes 1900 for a leap year: days before this one would be off by one."""


def write(sources: Sequence[Source], notes: Notes) -> bytes:
    """The records as a workbook.

    Raises:
        MissingExtra: xlsxwriter is not installed.
    """
    file = io.BytesIO()
    with workbooks().Workbook(file, _OPTIONS) as book:
        book.set_properties({"title": "summariser export", "created": _MADE})
        sheets = {"article": _Sheet(book, "Articles", ARTICLES)}
        for kind in KINDS:
            sheets[kind] = _Sheet(book, LABELS[kind], columns_of(kind))
        for source in sources:
            sheets["article"].add(_article(source))
            for record in records(source):
                sheet, id_ = sheets[record.kind], str(record.cells["id"])
                if sheet.rows == _MOST_ROWS:
                    notes.leave_out(source.article_id, id_, f"a sheet holds {_MOST_ROWS:,} rows")
                    continue
                notes.row(record.kind)
                for column in sheet.add(record.cells):
                    notes.leave_out(
                        source.article_id,
                        id_,
                        f"a cell holds {LONGEST:,} characters; the rest is cut",
                        field=column,
                    )
        for sheet in sheets.values():
            sheet.finish()
    return file.getvalue()


class _Sheet:
    """One sheet, filled from the top."""

    def __init__(self, book: Any, label: str, columns: Sequence[str]) -> None:
        self.rows = 0
        self._columns = columns
        self._sheet = book.add_worksheet(label)
        self._day = book.add_format({"num_format": "yyyy-mm-dd"})
        head = book.add_format({"bold": True, "bottom": 1})
        for at, column in enumerate(columns):
            self._sheet.write_string(0, at, column, head)
            self._sheet.set_column(at, at, _WIDER if column in _WIDE else _WIDTH)
        self._sheet.freeze_panes(1, 1)

    def add(self, cells: dict[str, Cell]) -> Iterable[str]:
        """Write a row; the columns whose text had to be cut."""
        self.rows += 1
        return [
            column
            for at, column in enumerate(self._columns)
            if self._write(at, cells.get(column)) and isinstance(cells.get(column), str)
        ]

    def _write(self, at: int, value: Cell) -> bool:
        match value:
            case None:
                return False
            case bool():
                self._sheet.write_boolean(self.rows, at, value)
            case int() | float():
                self._sheet.write_number(self.rows, at, value)
            case date() if value >= _EARLIEST:
                self._sheet.write_datetime(self.rows, at, value, self._day)
            case date():
                self._sheet.write_string(self.rows, at, value.isoformat())
            case str():
                text = safe(value)
                self._sheet.write_string(self.rows, at, cut(text))
                return len(text) > LONGEST
        return False

    def finish(self) -> None:
        """Let the rows be filtered."""
        self._sheet.autofilter(0, 0, max(self.rows, 1), len(self._columns) - 1)


def _article(source: Source) -> dict[str, Cell]:
    summary = source.summary
    made = summary.provenance
    narratives = [s.narrative for s in (summary.events, summary.humanitarian) if s and s.narrative]
    return {
        **source.article(),
        "events": len(source.events()),
        "humanitarian_facts": sum(1 for _ in source.facts()),
        "headline": narratives[0].headline.text if narratives else None,
        "model": made.model,
        "engine": made.engine,
        "strategy": made.strategy,
        "summariser_version": made.summariser_version,
        "schema_version": made.schema_version,
    }
