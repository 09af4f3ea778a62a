"""Tables of goods: order lines in, answers out. See docs.md."""

from cocket.check.tables.days import parse_day
from cocket.check.tables.errors import TableError
from cocket.check.tables.read import read_table
from cocket.check.tables.table import BadRow, Column, Row, Table
from cocket.check.tables.write import write_jsonl, write_rows

__all__ = [
    "BadRow",
    "Column",
    "Row",
    "Table",
    "TableError",
    "parse_day",
    "read_table",
    "write_jsonl",
    "write_rows",
]
