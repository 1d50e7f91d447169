"""Tables and lists of an article: their heads, rows and cells, and what each number in them counts.

`finding` knows the build of a table, `heads` what its heads say, `told` puts both together for each
number; `lists` does the same for lists.
"""

from summariser.tables.finding import find_tables
from summariser.tables.lists import told_in_lists
from summariser.tables.model import Cell, Column, Row, Table, Told
from summariser.tables.titles import title_of
from summariser.tables.told import told_in_tables

__all__ = [
    "Cell",
    "Column",
    "Row",
    "Table",
    "Told",
    "find_tables",
    "title_of",
    "told_in_lists",
    "told_in_tables",
]
