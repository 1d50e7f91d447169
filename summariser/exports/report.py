"""What an export wrote, and what its form could not hold: nothing is dropped without a word."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from summariser.schemas import Summary


class Named(NamedTuple):
    """A summary, and how its article is called where it has no title: a file's name, an id."""

    summary: Summary
    name: str | None = None


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A row or a value that the form cannot hold.

    Attributes:
        article: Id of the article.
        record: Id of the record; that of the article where a whole summary is left out.
        kind: What it is: "event", "displacement"...
        field: The value, as the form or the schema calls it; None where the whole record is left out.
        reason: Why.
    """

    article: str
    record: str
    kind: str
    field: str | None
    reason: str


@dataclass(frozen=True, slots=True)
class ExportReport:
    """What an export wrote.

    Attributes:
        form: The name of the form.
        articles: Summaries that were given, without those given twice.
        rows: Rows of records: not headers, and not what explains them.
        by_kind: The rows of each kind.
        left_out: Everything that the form cannot hold.
    """

    form: str
    articles: int
    rows: int
    by_kind: Mapping[str, int]
    left_out: tuple[LeftOut, ...]

    @property
    def records_left_out(self) -> int:
        """How many whole records are not in the export."""
        return sum(1 for left in self.left_out if left.field is None)

    def reasons(self) -> list[tuple[str, int]]:
        """What was left out in words, each with how often; the most frequent first."""
        return reasons(self.left_out)


def reasons(left_out: Iterable[LeftOut]) -> list[tuple[str, int]]:
    """What was left out in words, each with how often; the most frequent first."""
    said = Counter(f"{x.kind}{f', {x.field}' if x.field else ''}: {x.reason}" for x in left_out)
    return sorted(said.items(), key=lambda item: (-item[1], item[0]))


@dataclass(slots=True)
class Notes:
    """Taken while a form is written."""

    rows: Counter[str] = field(default_factory=Counter)
    left_out: list[LeftOut] = field(default_factory=list)

    def row(self, kind: str) -> None:
        """A row was written."""
        self.rows[kind] += 1

    def leave_out(self, article: str, record: str, reason: str, *, field: str | None = None) -> None:
        """A record, or a value of it, is not in the export. The kind is the beginning of the id."""
        self.left_out.append(LeftOut(article, record, record.split("-", maxsplit=1)[0], field, reason))
