"""What PostgreSQL hands out of a ledger is what was written, whatever signs it holds; fingerprints tell rows apart."""

from collections.abc import Iterator

import psycopg
import pytest

from cocket.ledger import Kind, Ledger, open_ledger
from cocket.ledger.postgres_reader import entry_text
from cocket.ledger.postings import _agree
from cocket.ledger.request import movement
from cocket.ledger.rows import ENTRY
from cocket.ledger.schema import APPEND_ONLY
from cocket.ledger.verify import verify
from tests.ledger.trade import DAY, LINE, clock, correct, opened, part, reserve, write_off

NOTES = ("\\", "\\N", "\\x41", "a\\\\b\\t", "50 % \\x" + "0" * 64, "磁材 \\n €", "'\"")


@pytest.fixture
def noted(postgres: str) -> Iterator[Ledger]:
    with open_ledger(postgres, clock=clock) as ledger:
        opened(ledger)
        for number, note in enumerate(NOTES):
            ledger.post(movement(f"n{number}", Kind.WRITE_OFF, DAY, [part(1)], note))
        ledger.post(reserve("r", 5))
        ledger.post(write_off("w", 2, target="r"))
        ledger.post(correct("c", "w", 1))
        yield ledger


def changed(ledger: Ledger, statement: str) -> None:
    with psycopg.connect(str(ledger.book.address)) as server:  # type: ignore[attr-defined]
        for table in APPEND_ONLY:
            server.execute(f"alter table {table} disable trigger all".encode())
        server.execute("alter table ledger_entry alter column target drop not null, alter column digest drop not null")
        server.execute(statement.encode())


def agree(ledger: Ledger) -> bool | None:
    with ledger.book.snapshot() as reader:
        return _agree(reader)


def test_signs_that_mean_something_to_the_server_are_read_as_they_were_written(noted: Ledger) -> None:
    with noted.book.snapshot() as reader:
        verdict = verify(reader)
        texts = [text.decode().split("\t") for text, _ in reader.entries()]
    assert verdict.holds, verdict.first_break
    assert [text[ENTRY.index("note")] for text in texts if text[2] == "write_off"][: len(NOTES)] == list(NOTES)


@pytest.mark.parametrize("setting", ["bytea_output = 'escape'", "client_encoding = 'LATIN1'"])
def test_the_settings_of_the_database_change_nothing(noted: Ledger, postgres: str, setting: str) -> None:
    name, value = setting.split(" = ")
    with psycopg.connect(postgres, autocommit=True) as server:
        server.execute(f"alter role current_user set {name} = {value}".encode())
        try:
            with noted.book.snapshot() as reader:
                assert verify(reader).holds
        finally:
            server.execute(f"alter role current_user reset {name}".encode())


@pytest.mark.parametrize(
    "change",
    ["hash = '\\x00'", "hash = hash || '\\x00'", "digest = null", "target = null", "note = note || '\\N'"],
)
def test_what_is_cut_short_missing_or_added_is_named_at_its_entry(noted: Ledger, change: str) -> None:
    changed(noted, f"update ledger_entry set {change} where request = 'n2'")
    with noted.book.snapshot() as reader:
        broken = verify(reader).first_break
    assert broken is not None
    assert (broken.what, broken.line, broken.sequence) == ("hash", LINE, 4)


def test_a_value_missing_from_an_entry_has_no_hash_whatever_stands_there() -> None:
    row = b"\t".join(b"\\N" if name == "target" else b"\\\\x" + b"0" * 64 for name in ENTRY) + b"\n"
    assert entry_text(row)[1] is None


def test_a_reader_that_was_left_in_the_middle_reads_on(noted: Ledger) -> None:
    with noted.book.snapshot() as reader:
        next(reader.entries())
        assert len(list(reader.entries())) == len(NOTES) + 4
        next(reader.entries())
        assert next(reader.rows("select count(*) from ledger_entry"))[0] == len(NOTES) + 4


def test_postings_that_follow_from_the_entries_agree(noted: Ledger) -> None:
    assert agree(noted) is True


@pytest.mark.parametrize(
    "change",
    [
        "update ledger_posting set open_quantity = open_quantity - 1 where id = 'n1'",
        "update ledger_posting set open_quantity = open_quantity + 1 where id = 'r'",
        "update ledger_posting set spent_quantity = spent_quantity + 1 where id = 'r'",
        "update ledger_posting set target = '' where id = 'w'",
        "update ledger_posting set kind = 'reserve' where id = 'n1'",
        "delete from ledger_posting where id = 'n1'",
        "insert into ledger_posting values ('zz', 0, 'LINE', 99, 'reserve', 0, '', 5, 5, 0)",
        # two exchanged: every value is still there, beside others
        "update ledger_posting set seq = 5 - seq where id in ('n0', 'n1')",
    ],
)
def test_postings_of_which_one_is_changed_do_not(noted: Ledger, change: str) -> None:
    changed(noted, change)
    assert agree(noted) is False
    with noted.book.snapshot() as reader:
        assert not verify(reader).holds


def test_nobody_knows_a_fingerprint_before(noted: Ledger) -> None:
    found = set()
    for _ in range(3):
        with noted.book.snapshot() as reader:
            number = reader.fingerprint(("id",), ("seq",))
            found.add(next(reader.rows(f"select sum({number}) from ledger_posting"))[0])
    assert len(found) == 3
