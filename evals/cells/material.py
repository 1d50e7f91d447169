"""The tables, and the label of each cell."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from summariser.articles import Article

FOLDER: Final = Path(__file__).resolve().parent
_MONTHS: Final = {
    "january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8,
    "september": 9, "october": 10, "november": 11, "december": 12, "janvier": 1, "mars": 3, "mayo": 5,
    "abril": 4, "شباط": 2, "حزيران": 6,
}  # fmt: skip
_DAY: Final = re.compile(r"(\d{1,2}) (?:de )?([^\W\d_]+) (?:de )?(\d{4})")


@dataclass(frozen=True, slots=True)
class Label:
    """A cell that a summary must hold.

    Attributes:
        counts: What it counts: "term:displaced", "harm:killed", "event:killed:Attack", "site:capacity",
            "aid:reached"; "any" where it does not matter.
        value: The number.
        unit: people, households or homes.
        row: The head of its row, which is its place or its site; "*" in a row of totals.
        start: First day, as an ISO date; empty where the table tells no time.
        end: Last day.
        total: "total" in a row of totals; "optional" where it neither costs nor earns.
    """

    counts: str
    value: float
    unit: str
    row: str
    start: str
    end: str
    total: str


@dataclass(frozen=True, slots=True)
class Table:
    """A file and its labels."""

    name: str
    half: str
    article: Article
    labels: tuple[Label, ...]


def tables() -> tuple[Table, ...]:
    """Every table, in the order of their names."""
    with (FOLDER / "labels.tsv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    found = []
    for path in sorted((FOLDER / "tables").iterdir()):
        text = path.read_text("utf-8")
        labels = tuple(_label(row) for row in rows if path.name.startswith(f"{row['table']}-"))
        half = "work" if path.name.startswith("w") else "hold"
        found.append(Table(path.stem, half, Article(text, published=_published(text)), labels))
    return tuple(found)


def _label(row: dict[str, str]) -> Label:
    told = (row["row"], row["from"], row["to"], row["total"] or "")
    return Label(row["counts"], float(row["value"]), row["unit"], *told)


def _published(text: str) -> date | None:
    """The day that a file's opening names last: each report begins with its own."""
    days = [
        date(int(year), _MONTHS[month.lower()], int(day))
        for day, month, year in _DAY.findall("\n".join(text.split("\n")[:2]))
        if month.lower() in _MONTHS
    ]
    return max(days, default=None)
