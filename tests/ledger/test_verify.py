"""Whatever somebody changes in the tables behind the ledger's back, verify names it."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import psycopg
import pytest

from cocket.ledger import Kind, Ledger, LedgerError, Period, movement, open_ledger, usability
from cocket.ledger.postgres_book import PostgresBook
from cocket.ledger.schema import APPEND_ONLY
from cocket.ledger.seal import Seal, seal
from cocket.ledger.sqlite_book import SqliteBook
from cocket.ledger.verify import Verdict, verify
from tests.ledger.trade import (
    DAY,
    LINE,
    OTHER,
    YEAR_END,
    clock,
    correct,
    excess,
    kg,
    opened,
    part,
    release,
    reserve,
    write_off,
    yuan,
)  # fmt: skip


def verdict(ledger: Ledger, kept: tuple[int, bytes] | None = None) -> Verdict:
    with ledger.book.snapshot() as reader:
        return verify(reader, kept)


def sealed(ledger: Ledger) -> Seal:
    book = ledger.book.another()
    try:
        return seal(book, clock)
    finally:
        book.close()


def fill(ledger: Ledger) -> None:
    """Something of everything."""
    opened(
        ledger,
        LINE,
        100,
        value=yuan(1000).number,
        currency="CNY",
        uses=9,
        periods=(Period(DAY, YEAR_END, kg(90).number),),
    )
    opened(ledger, OTHER, 100)
    for request in (
        reserve("r", 50, value=400),
        write_off("w1", 20, value=150, target="r"),
        write_off("w2", 10, value=50),
        correct("c1", "w1", 5, value=10),
        release("x", "r", 5, value=10),
        excess("e", 3, value=7),
        write_off("no", 99, value=1),
        movement("both", Kind.WRITE_OFF, DAY, [part(1, line=LINE, value=1), part(2, line=OTHER)]),
        usability("stop", [OTHER], usable=False, day=DAY),
    ):
        ledger.post(request)


@pytest.fixture
def filled(where: str) -> Iterator[Ledger]:
    with open_ledger(where, clock=clock) as ledger:
        fill(ledger)
        sealed(ledger)
        ledger.post(correct("later", "w2"))
        yield ledger


def test_a_book_as_the_ledger_wrote_it_holds(filled: Ledger) -> None:
    found = verdict(filled)
    assert found.holds and found.first_break is None
    assert (found.entries, found.lines, found.seals) == (13, 2, 1)


def test_a_book_without_entries_does_not_hold(ledger: Ledger) -> None:
    found = verdict(ledger)
    assert not found.holds and found.entries == 0 and found.first_break is None


@pytest.mark.parametrize(
    ("statement", "what"),
    [
        ("update ledger_entry set quantity = quantity - 1000000 where request = 'w2'", ("hash", LINE, 4)),
        ("update ledger_entry set note = 'x' where line = 'LINE' and seq = 2", ("hash", LINE, 2)),
        ("update ledger_entry set outcome = '' where request = 'no'", ("hash", LINE, 8)),
        ("delete from ledger_entry where request = 'w2'", ("sequence", LINE, 5)),
        ("delete from ledger_entry where request = 'later'", ("reserved", LINE, 0)),
        ("delete from ledger_entry where line = 'LINE'", ("no_entries", LINE, 0)),
        ("update ledger_line set drawn_quantity = drawn_quantity - 1 where id = 'LINE'", ("drawn_quantity", LINE, 0)),
        ("update ledger_line set reserved_value = 0 where id = 'LINE'", ("reserved_value", LINE, 0)),
        ("update ledger_line set limit_quantity = 2 * limit_quantity where id = 'LINE'", ("terms", LINE, 0)),
        ("update ledger_line set valid_until = '2030-01-01' where id = 'LINE'", ("terms", LINE, 0)),
        ("update ledger_line set limit_uses = null where id = 'LINE'", ("terms", LINE, 0)),
        ("update ledger_line set usable = 1 where id = 'OTHER'", ("usable", OTHER, 0)),
        ("update ledger_line set uses = 0 where id = 'LINE'", ("uses", LINE, 0)),
        ("update ledger_line set excess_quantity = 0 where id = 'LINE'", ("excess_quantity", LINE, 0)),
        ("update ledger_period set drawn_quantity = 0", ("period", LINE, 0)),
        ("update ledger_period set limit_quantity = null", ("terms", LINE, 0)),
        ("update ledger_posting set open_quantity = open_quantity + 1 where id = 'r'", ("posting", LINE, 2)),
        ("update ledger_posting set spent_quantity = 0 where id = 'r'", ("posting", LINE, 2)),
        ("update ledger_posting set open_value = 0 where id = 'w2'", None),
        ("delete from ledger_posting where id = 'e'", ("posting", LINE, 7)),
        ("insert into ledger_posting values ('zz', 0, 'LINE', 99, 'reserve', 0, '', 5, 5, 0)", ("postings", "", 0)),
        ("update ledger_seal set root = sealed_root", ("seal", "", 2)),
        ("delete from ledger_seal_leaf where position = 1", ("seal", "", 2)),
        ("update ledger_seal_leaf set seq = 1 where position = 1", ("sealed_entry", OTHER, 1)),
    ],
)
def test_a_change_behind_its_back_is_named(filled: Ledger, statement: str, what: tuple[str, str, int] | None) -> None:
    if what is None:
        statement, what = "update ledger_posting set open_value = 1 where id = 'w2'", ("posting", LINE, 4)
    tamper(filled, statement.replace("LINE", LINE).replace("OTHER", OTHER))
    broken = verdict(filled).first_break
    assert broken is not None
    if what[0] == "reserved":  # the entry cut off at the end had corrected a write-off
        assert (broken.what, broken.line) == ("drawn_quantity", LINE)
    else:
        assert (broken.what, broken.line, broken.sequence) == what


ZERO = "00" * 32


def tamper(ledger: Ledger, statement: str) -> None:
    """As somebody with all rights on the database would: the second locks are taken away first."""
    if isinstance(ledger.book, SqliteBook):
        with closing(sqlite3.connect(ledger.book.path, isolation_level=None)) as connection:
            for (name,) in connection.execute("select name from sqlite_master where type = 'trigger'").fetchall():
                connection.execute(f"drop trigger {name}")
            assert connection.execute(statement.replace("sealed_root", f"x'{ZERO}'")).rowcount >= 1
        return
    assert isinstance(ledger.book, PostgresBook)
    with psycopg.connect(ledger.book.address, autocommit=True) as server:
        for table in APPEND_ONLY:
            server.execute(f"alter table {table} disable trigger all".encode())
        assert server.execute(statement.replace("sealed_root", f"'\\x{ZERO}'").encode()).rowcount >= 1


def test_a_whole_book_written_anew_is_found_by_a_kept_seal(filled: Ledger, tmp_path: Path) -> None:
    kept = sealed(filled)
    assert verdict(filled, (kept.size, kept.root)).holds
    with open_ledger(tmp_path / "forged.db", clock=clock) as forged:
        opened(forged, LINE, 900)
        made = sealed(forged)
        assert verdict(forged).holds
        broken = verdict(forged, (kept.size, kept.root)).first_break
        assert made.root != kept.root and broken is not None and broken.what == "seal"


def test_a_seal_keeps_what_earlier_seals_held(ledger: Ledger) -> None:
    fill(ledger)
    first = sealed(ledger)
    assert sealed(ledger) == type(first)(first.size, first.root, first.sealed, 0)
    ledger.post(write_off("more", 1, value=1))
    second = sealed(ledger)
    assert (first.size, second.size, second.new) == (2, 3, 1)
    assert verdict(ledger, (first.size, first.root)).holds and verdict(ledger, (second.size, second.root)).holds


@pytest.mark.parametrize("statement", ["update ledger_entry set note = 'x'", "delete from ledger_entry"])
def test_entries_are_never_changed_through_the_database_either(ledger: Ledger, statement: str) -> None:
    fill(ledger)
    book = ledger.book.another()
    with pytest.raises(LedgerError, match="ledger_entry only grows"), book.transaction() as store:
        store.connection.execute(statement)  # type: ignore[attr-defined]
    book.close()
