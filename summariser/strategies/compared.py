"""Rows of a table that are no counts of their own: they compare the others with another time."""

from __future__ import annotations

from typing import Final

from summariser.lexicon.furniture import COMPARED_ROW
from summariser.schemas import IssueCode
from summariser.tables import Told
from summariser.verify.ledger import Ledger

STEP: Final = "tables"
"""The step that issues of tables name."""


def is_of_another_time(told: Told, ledger: Ledger) -> bool:
    """Whether a cell stands in such a row: "Difference | 65", "Previous total | 400".

    Args:
        told: What its table says of it.
        ledger: Where it is written down that it is refused.
    """
    if told.row is None or COMPARED_ROW.match(told.row.text) is None:
        return False
    ledger.refuse(
        IssueCode.UNPLACED,
        "Its row compares the table with another time, and is no count of its own",
        step=STEP,
        sentence=told.sentence,
        words=told.cell.text,
    )
    return True
