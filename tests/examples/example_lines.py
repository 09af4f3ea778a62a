"""Reads the example files and puts their lines to the checker, as the tests of this folder need it."""

import csv
from functools import cache
from pathlib import Path

from cocket.check.checker import Checker
from cocket.check.composition_text import gather_composition
from cocket.check.tables import Row, read_table
from cocket.determination.determine import Determination
from cocket.determination.outcome import FREE, Outcome
from cocket.law.lawbook import load_lawbook

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
ORDERS = EXAMPLES / "rare-earth-magnets" / "orders.csv"
ORDERS_FULL = EXAMPLES / "rare-earth-magnets" / "orders-full.csv"
AFTER_OCTOBER = EXAMPLES / "rare-earth-magnets" / "after-october.csv"
CASES = EXAMPLES / "enforcement" / "cases.csv"


@cache
def checker() -> Checker:
    return Checker(load_lawbook())


@cache
def lines_of(path: Path) -> dict[int, dict[str, object]]:
    """Line number -> what the line states; a row that cannot be used fails here, with what is wrong."""
    found = {}
    for row in read_table(path).rows():
        assert isinstance(row, Row), str(row)
        found[int(str(row.stated["line"]))] = gather_composition(row.stated)
    return found


def expected_rows(path: Path) -> dict[int, dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return {int(row["Line"]): row for row in csv.DictReader(file)}


def words(cell: str) -> set[str]:
    """The parts of a cell that holds several: "a; b" or "a, b"."""
    return {part.strip() for part in cell.replace(";", ",").split(",") if part.strip()}


def is_free(answer: Determination) -> bool:
    return isinstance(answer.outcome, Outcome) and answer.outcome in FREE
