"""Rows of a Ray Dataset: articles in, and what became of them out, as Arrow tables."""

from __future__ import annotations

import json
import pickle
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any, Final, Protocol

from summariser.articles import Article
from summariser.batch.inputs import Row, row_of_fields
from summariser.batch.outputs import written
from summariser.batch.parquet import arrow, rows_of
from summariser.batch.tables import Columns, fields_of, find
from summariser.engines.base import Usage
from summariser.errors import BadRow, SummariserError
from summariser.prices import Price, cost_of
from summariser.store import Failure

COST: Final = ("calls", "tokens_in", "tokens_cached", "tokens_out")


@dataclass(frozen=True, slots=True)
class Done:
    """What became of one article.

    Attributes:
        summary: The summary as JSON, the measured seconds in it; None where there is none.
        error: Why there is none.
        left: Which limit kept it from being worked on to its end, in words; then there is neither of both.
            (None of the three is there of a place in a feed that was done already.)
        usage: What it cost, failed calls included.
        seconds: Wall time.
    """

    summary: str | None = None
    error: SummariserError | None = None
    left: str | None = None
    usage: Usage = Usage()  # noqa: RUF009 - frozen
    seconds: float = 0.0

    @property
    def is_empty(self) -> bool:
        """Whether nothing became of it."""
        return self.summary is None and self.error is None and self.left is None


class Form(Protocol):
    """How a table holds articles, and another what became of them."""

    def read(self, table: Any) -> list[Row]:
        """The articles."""
        ...

    def write(self, table: Any, rows: Sequence[Row], done: Sequence[Done], price: Price | None) -> Any:
        """What became of them, a row for each."""
        ...


@dataclass(frozen=True, slots=True)
class DatasetForm:
    """The rows of a caller's dataset.

    Args:
        columns: The names of its columns.
        carry: Columns that are handed through to the result.
        timings: With the seconds that were measured.
    """

    columns: Columns
    carry: tuple[str, ...] = ()
    timings: bool = False

    def read(self, table: Any) -> list[Row]:
        """The articles; a row that holds none has an error."""
        found = (find(name, table.column_names) for name in self.columns.read())
        there = list(dict.fromkeys(name for name in found if name is not None))
        batches = table.select(there).to_batches() if there else []
        rows = [row for batch in batches for row in rows_of(batch, "row ", 1)]
        return [self._row(row) for row in rows] if there else [self._row({})] * table.num_rows

    def _row(self, cells: dict[str, Any] | BadRow) -> Row:
        if isinstance(cells, BadRow):
            return Row("", "", None, cells)
        name = find(self.columns.id or "id", cells)
        id_ = None if name is None else cells[name]
        # The place is for people: a dataset has no lines, so it is the id.
        place = "a row without an id" if id_ in (None, "") else str(id_)
        return row_of_fields(fields_of(place, cells, self.columns))

    def write(self, table: Any, rows: Sequence[Row], done: Sequence[Done], price: Price | None) -> Any:
        """A row for each, in the same order; see `summarise_dataset` for the columns."""
        pa = arrow()
        records = [self._record(row, one, price) for row, one in zip(rows, done, strict=True)]
        text, count, real = pa.string(), pa.int64(), pa.float64()
        names = ("id", "place", "summary", "error_kind", "error_message", "error_advice")
        schema = pa.schema(
            [*((n, text) for n in names), *((n, count) for n in COST), ("cost_usd", real), ("seconds", real)]
        )
        result = pa.Table.from_pylist(records, schema=schema)
        for name in self.carry:
            result = result.append_column(table.schema.field(name), table.column(name))
        return result

    def _record(self, row: Row, done: Done, price: Price | None) -> dict[str, Any]:
        record: dict[str, Any] = {"id": row.id, "place": row.place, "seconds": done.seconds}
        record |= {name: getattr(done.usage, name) for name in COST}
        record["cost_usd"] = cost_of(price, done.usage)
        if done.summary is not None:
            return record | {"summary": written(done.summary, timings=self.timings)}
        if done.error is not None:
            failure = Failure.of(done.error)
        else:
            failure = Failure("BudgetSpent", done.left or "", "Give it to another run")
        return record | {
            "error_kind": failure.kind,
            "error_message": failure.message,
            "error_advice": failure.advice,
        }


@dataclass(frozen=True, slots=True)
class FeedForm:
    """The articles of a batch, whose driver keeps the books: its number, and the article as it is."""

    def read(self, table: Any) -> list[Row]:
        """The articles. An empty cell is one that is done, see `feeding.Feed`."""
        return [
            Row(str(row["index"]), "", pickle.loads(row["article"]) if row["article"] else None)  # noqa: S301 - our own driver's
            for row in table.to_pylist()
        ]

    def write(self, table: Any, rows: Sequence[Row], done: Sequence[Done], price: Price | None) -> Any:  # noqa: ARG002
        """Number, summary, error, limit and cost of each."""
        pa = arrow()
        records = [
            {
                "index": int(row.id),
                "summary": one.summary,
                "error": None if one.error is None else Failure.of(one.error).to_json(),
                "left": one.left,
                "usage": json.dumps(asdict(one.usage)),
                "seconds": one.seconds,
            }
            for row, one in zip(rows, done, strict=True)
        ]
        text = pa.string()
        schema = pa.schema(
            [
                ("index", pa.int64()),
                *((name, text) for name in ("summary", "error", "left", "usage")),
                ("seconds", pa.float64()),
            ]
        )
        return pa.Table.from_pylist(records, schema=schema)

    @staticmethod
    def results(table: Any) -> list[tuple[int, Done]]:
        """What `write` wrote."""
        return [
            (
                row["index"],
                Done(
                    row["summary"],
                    None if row["error"] is None else Failure.from_json(row["error"]).as_error(),
                    row["left"],
                    Usage(**json.loads(row["usage"])),
                    row["seconds"],
                ),
            )
            for row in table.to_pylist()
        ]


def packed(article: Article) -> bytes:
    """An article as `FeedForm` reads it."""
    return pickle.dumps(article)
