"""The report as it was written: headings, paragraphs, items of lists, tables."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Final, Literal

FOLDER: Final = Path(__file__).resolve().parent
_TITLE: Final = "Central African Republic: Monthly Situation Report No. 10"
HEAD: Final = f"{_TITLE} | October 2023"
NOTICE: Final = "Fictional report, written for a test: none of it happened"


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of the report.

    Attributes:
        kind: What it is; ``title`` is that of a chapter or an annex.
        text: Its words; of a table none.
        rows: Of a table, the first one being its heads.
    """

    kind: Literal["title", "heading", "item", "paragraph", "table"]
    text: str = ""
    rows: tuple[tuple[str, ...], ...] = ()


def blocks() -> tuple[Block, ...]:
    """The whole report, in order."""
    lines = (line for line in (FOLDER / "report.md").read_text("utf-8").splitlines() if line.strip())
    found: list[Block] = []
    for is_table, group in groupby(lines, lambda line: line.startswith("|")):
        if is_table:
            rows = [tuple(cell.strip() for cell in row.strip("|").split("|")) for row in group]
            found.append(Block("table", rows=(rows[0], *rows[2:])))  # without the rule under the heads
        else:
            found += [_block(line) for line in group]
    return tuple(found)


def _block(line: str) -> Block:
    if line.startswith("# "):
        return Block("title", line[2:])
    if line.startswith("## "):
        return Block("heading", line[3:])
    return Block("item", f"• {line[2:]}") if line.startswith("- ") else Block("paragraph", line)
