"""Entries are tied to those before them in whatever order the table has them; what is out of turn is named."""

import sqlite3
from contextlib import closing
from pathlib import Path
from random import Random

import psycopg
import pytest

from cocket.ledger import chains, open_ledger
from cocket.ledger.chains import Scattered, first_break_of, follow
from cocket.ledger.entry import GENESIS, Entry, chained
from cocket.ledger.schema import APPEND_ONLY
from cocket.ledger.store import EntryText
from cocket.ledger.verify import verify
from tests.ledger.trade import LINE, OTHER, clock, opened, write_off


def entries(line: str, count: int) -> list[EntryText]:
    """Write-offs of 1, 2, 3 … as the ledger would write them."""
    head, made = GENESIS, []
    for seq in range(1, count + 1):
        entry = Entry(
            line, seq, "write_off", f"{line}-{seq}", 0, "", "", seq, 0, 0, 1, 0, 0,
            "2026-11-27", f"{seq:04}", b"", "", "", "",
        )  # fmt: skip
        head = chained(head, entry)
        made.append(("\t".join("" if value == b"" else str(value) for value in entry).encode(), head))
    return made


def breaks(rows: list[EntryText], early_max: int | None = 1000) -> list[tuple[str, str, int]]:
    found = (first_break_of(line, chain) for line, chain in sorted(follow(rows, early_max).items()))
    return [(one.what, one.line, one.sequence) for one in found if one]


@pytest.mark.parametrize("seed", range(20))
def test_every_order_gives_the_same_chains(seed: int) -> None:
    rows = entries("A", 40) + entries("B", 30)
    Random(seed).shuffle(rows)
    found = follow(rows, early_max=1000)
    assert {line: (one.seq, one.drawn_quantity, one.uses) for line, one in found.items()} == {
        "A": (40, 820, 40),
        "B": (30, 465, 30),
    }
    assert found["A"].head == entries("A", 40)[-1][1] and not breaks(rows)


@pytest.mark.parametrize("early_max", [1000, None])
def test_what_is_missing_changed_or_doubled_is_named_at_its_line(early_max: int | None) -> None:
    whole = entries("A", 9)
    text, own = whole[4]
    changed = (text.replace(b"\t5\t0\t0\t1", b"\t6\t0\t0\t1"), own)
    assert changed[0] != text
    assert breaks(whole[:4] + whole[5:], early_max) == [("sequence", "A", 6)]
    assert breaks([*whole[:4], changed, *whole[5:]], early_max) == [("hash", "A", 5)]
    assert breaks([*whole[:5], whole[4], *whole[5:]], early_max) == [("sequence", "A", 5)]
    assert breaks([*whole[:4], (text.replace(b"A\t5", b"A\tx"), own), *whole[5:]], early_max) == [("hash", "A", 5)]
    assert breaks([*whole[:4], (b"A", own), *whole[5:]], early_max) == [("hash", "A", 5)]
    assert breaks([*whole[:4], (text, None), *whole[5:]], early_max) == [("hash", "A", 5)]


def test_entries_that_wait_for_their_turn_are_not_kept_without_end() -> None:
    late = entries("A", 9)
    with pytest.raises(Scattered):
        follow([*late[1:], late[0]], early_max=7)
    assert not breaks([*late[1:], late[0]], early_max=8)


def test_a_table_out_of_order_is_sorted(postgres: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """As it is after its rows were written anew one by one; the oldest stand last then."""
    with open_ledger(postgres, clock=clock) as ledger:
        for line in (LINE, OTHER):
            opened(ledger, line)
            for number in range(9):
                ledger.post(write_off(f"{line}-{number}", 1, line=line))
        with psycopg.connect(postgres) as server:
            for table in APPEND_ONLY:
                server.execute(f"alter table {table} disable trigger all".encode())
            server.execute("update ledger_entry set note = note where seq < 3")
        monkeypatch.setattr(chains.read_chains, "__defaults__", (5,))
        with ledger.book.snapshot() as reader, pytest.raises(Scattered):
            follow(reader.entries(), 5)
        with ledger.book.snapshot() as reader:
            verdict = verify(reader)
    assert verdict.holds and verdict.entries == 20


def test_a_null_beside_a_tab_does_not_pass_for_two_fields(postgres: str) -> None:
    """The refusal of an entry, moved into the field after it: the text of the entry stays the same."""
    with open_ledger(postgres, clock=clock) as ledger:
        opened(ledger, quantity=1)
        assert not ledger.post(write_off("a", 2)).accepted
        with psycopg.connect(postgres) as server:
            server.execute("alter table ledger_entry disable trigger all")
            server.execute("alter table ledger_entry alter column outcome drop not null")
            server.execute(
                "update ledger_entry set outcome = null, target = outcome || chr(9) || target where request = 'a'"
            )
        with ledger.book.snapshot() as reader:
            broken = verify(reader).first_break
    assert broken is not None and (broken.what, broken.line, broken.sequence) == ("hash", LINE, 2)


def test_what_is_missing_from_a_file_does_not_pass_for_nothing(tmp_path: Path) -> None:
    """A note that was empty, taken out: what is printed of the entry stays the same."""
    path = tmp_path / "ledger.db"
    with open_ledger(path, clock=clock) as ledger:
        opened(ledger)
        ledger.post(write_off("a", 2))
        with closing(sqlite3.connect(path, isolation_level=None)) as file:
            file.execute("drop trigger ledger_entry_no_update")
            file.execute("pragma writable_schema = on")
            file.execute(
                "update sqlite_master set sql = replace(sql, 'note text not null', 'note text') "
                "where name = 'ledger_entry'"
            )
            file.execute("pragma writable_schema = reset")
            file.execute("update ledger_entry set note = null where request = 'a'")
        with ledger.book.snapshot() as reader:
            broken = verify(reader).first_break
    assert broken is not None and (broken.what, broken.line, broken.sequence) == ("hash", LINE, 2)
