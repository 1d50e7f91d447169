"""What is told of the cells of tables that became no figure: nothing of a table is lost without a word."""

from __future__ import annotations

from summariser.reading import Reading
from summariser.schemas import IssueCode
from summariser.strategies.compared import STEP
from summariser.tables import Row, Table, Told
from summariser.verify.ledger import Ledger

_UNKNOWN_TABLE = "No head of the table, nor a line over it, says what its numbers count: they are not read"
_UNKNOWN_COLUMN = (
    "Neither the head of the column nor the table says what its numbers count: they are not read"
)
_LONGEST_WORDS = 200


def tell_of_unread_cells(ledger: Ledger) -> None:
    """Each number that its cell or its row hides, each column and each table that no rule understands.

    Args:
        ledger: Where it is written down, once all else is: what became a figure after all is not named.
    """
    reading = ledger.reading
    if any(issue.code is IssueCode.OFF_TOPIC for issue in ledger.issues):
        return
    for told in reading.cells.values():
        if told.refused and told.number not in ledger.placed:
            number = reading.number(told.number)
            words = number.text if number is not None else told.cell.text
            ledger.refuse(IssueCode.UNPLACED, told.refused, step=STEP, sentence=told.sentence, words=words)
    for table in reading.tables:
        _tell_of_table(reading, ledger, table)


def _tell_of_table(reading: Reading, ledger: Ledger, table: Table) -> None:
    unread: dict[int, Row] = {}
    read = set()
    for row in table.rows:
        for cell in row.cells:
            if cell.number is None:
                continue
            if _is_unknown(reading.cells.get(cell.number.id)) and cell.number.id not in ledger.placed:
                unread.setdefault(cell.column, row)
            else:
                read.add(cell.column)
    if not unread:
        return
    if not read:
        heads = " | ".join(column.title for column in table.columns if column.title)
        words = heads or next((caption.text for caption in table.captions), None)
        sentence = next(iter(unread.values())).sentence
        _tell(ledger, _UNKNOWN_TABLE, sentence, words)
        return
    for column, row in unread.items():
        if column not in read:
            _tell(ledger, _UNKNOWN_COLUMN, row.sentence, table.columns[column].title or None)


def _is_unknown(told: Told | None) -> bool:
    return told is None or not told.label


def _tell(ledger: Ledger, reason: str, sentence: str, words: str | None) -> None:
    words = words[:_LONGEST_WORDS] if words else None
    ledger.refuse(IssueCode.UNPLACED, reason, step=STEP, sentence=sentence, words=words)
