"""What the heads of its cell add to a figure: evidence, unit, how many each number stands for."""

from __future__ import annotations

import re
from typing import Final

from summariser.cues import unit_and_group
from summariser.lexicon.table_heads import STAYING, scale_of
from summariser.reading import Reading
from summariser.schemas import Derivation, Evidence, TableCell
from summariser.schemas.codebooks import PopulationGroup, Unit
from summariser.tables import Told

_WORD: Final = re.compile(r"[^\W\d_][\w'’-]*")
Size = tuple[int | float | None, int | float | None, int | float | None]


def counted_in(told: Told) -> tuple[Unit, PopulationGroup | None] | None:
    """Unit and group by the heads; None where the words beside the number say it, as in a list."""
    if told.unit is None:
        return None
    people = PopulationGroup.PEOPLE if told.unit is Unit.PEOPLE else None
    return told.unit, told.group or people


def in_cell(reading: Reading, evidence: Evidence, told: Told) -> Evidence:
    """The row as evidence of one cell of it, with the heads and the caption that say what the cell is."""
    captions = told.captions
    cell = TableCell(
        words=reading.span(told.cell.start, told.cell.end),
        row=reading.span(told.row.start, told.row.end) if told.row is not None else None,
        column=tuple(reading.span(head.start, head.end) for head in told.column),
        caption=reading.span(captions[0].start, captions[0].end) if captions else None,
        total=told.total,
    )
    return evidence.model_copy(update={"cell": cell})


def scaled(size: Size, told: Told) -> Size:
    """Value and bounds, as many times as the head says: "28.8" under "IDPs (in thousands)" is 28,800."""
    if told.scale == 1:
        return size
    value, low, high = (None if n is None else round(n * told.scale, 6) for n in size)
    return _whole(value), _whole(low), _whole(high)


def derivation(told: Told) -> Derivation | None:
    """That the value is not the cell's own number, where it is not."""
    if told.scale == 1:
        return None
    heads = " ".join(h.text for h in (*told.column, *told.captions))
    return Derivation(rule=f"cell x {told.scale:,}, by its head", sources=(told.cell.text, heads))


def noun_of(told: Told, own: str | None) -> str | None:
    """The words of the heads that name what is counted, as the counted noun: "IDPs" of "IDPs (individuals)".

    Args:
        told: What the table says.
        own: The noun beside the number, which stands where the heads say nothing.
    """
    if not told.label or told.listed:
        return own
    for head in reversed(told.column):
        if told.scale > 1 and scale_of(head.text) > 1:
            return head.text  # "28.8 IDPs (in thousands)"
        for found in _WORD.finditer(head.text):
            if unit_and_group(found.group()) is not None and STAYING.search(found.group()) is None:
                return found.group()
    return None


def _whole(number: float | None) -> int | float | None:
    return int(number) if number is not None and float(number).is_integer() else number
