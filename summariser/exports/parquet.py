"""Every record of every kind in one long table: what a database wants to be given.

One table and not one a kind, for it is one file: ``WHERE kind = 'displacement'`` takes out what a file of its
own would hold, and the columns that a kind does not have are null. Text stands letter for letter; the column
``record`` holds the whole record as JSON, with what no column has (the proof of each part, say).
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any, Final

from summariser.exports.cells import Cell
from summariser.exports.common import TAIL, Source
from summariser.exports.extra import arrow
from summariser.exports.records import KINDS, records
from summariser.exports.report import Notes

COLUMNS: Final = (
    "kind",
    "id",
    *dict.fromkeys(column for columns in KINDS.values() for column in columns),
    *TAIL,
    "record",
)
"""All columns: those of every kind, each once."""

_REAL: Final = ("number", "value", "low", "high", "overcrowding_ratio", "confidence")
_WHOLE: Final = ("position",)
_DAYS: Final = ("date_start", "date_end", "article_published")


def write(sources: Sequence[Source], notes: Notes) -> bytes:
    """The records as Parquet.

    Raises:
        MissingExtra: pyarrow is not installed.
    """
    pyarrow = arrow()
    schema = pyarrow.schema([(column, _type(pyarrow, column)) for column in COLUMNS])
    rows: list[dict[str, Cell]] = []
    for source in sources:
        for record in records(source):
            notes.row(record.kind)
            whole = record.value.model_dump_json()
            rows.append({"kind": record.kind, **record.cells, "record": whole})
    file = io.BytesIO()
    table = pyarrow.Table.from_pylist([_typed(row) for row in rows], schema=schema)
    pyarrow.parquet.write_table(table, file, compression="zstd", write_page_checksum=True)
    return file.getvalue()


def _type(pyarrow: Any, column: str) -> Any:
    if column in _REAL or column.endswith(("_lat", "_lon")):
        return pyarrow.float64()
    if column in _WHOLE or column.endswith("_geonames_id"):
        return pyarrow.int64()
    return pyarrow.date32() if column in _DAYS else pyarrow.string()


def _typed(row: dict[str, Cell]) -> dict[str, Cell]:
    """Whole numbers as real ones where the column is of those: pyarrow does not do it by itself."""
    return {name: float(cell) if name in _REAL and cell is not None else cell for name, cell in row.items()}  # type: ignore[arg-type]
