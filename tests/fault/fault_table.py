"""The tables of ``docs/faults.md``: what the tests expect stands there and nowhere else."""

from __future__ import annotations

import re
from pathlib import Path

PAGE = Path(__file__).parents[2] / "docs" / "faults.md"


def rows(heading: str) -> dict[str, dict[str, str]]:
    """The table under a heading: by the id in its first column, each row's cells by the names of the columns.

    Raises:
        ValueError: No such heading, no table under it, an id twice, or a row with too few cells.
    """
    section = PAGE.read_text(encoding="utf-8").partition(f"\n## {heading}\n")[2].partition("\n## ")[0]
    lines = [line for line in section.splitlines() if line.startswith("|")]
    if len(lines) < 3:
        raise ValueError(f"{PAGE.name} has no table under {heading!r}")
    names, _, *body = ([cell.strip() for cell in line.strip("|").split("|")] for line in lines)
    found: dict[str, dict[str, str]] = {}
    for cells in body:
        if len(cells) != len(names):
            raise ValueError(f"{PAGE.name}, {heading}: {cells} has not {len(names)} cells")
        row = dict(zip(names, (cell.replace("`", "") for cell in cells), strict=True))
        if row[names[0]] in found or not re.fullmatch(r"[a-z0-9_-]+", row[names[0]]):
            raise ValueError(f"{PAGE.name}, {heading}: the id {row[names[0]]!r} is there twice, or is none")
        found[row[names[0]]] = row
    return found
