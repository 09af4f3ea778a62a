"""``cocket ledger`` as a process: what holds, what does not and where, and the seal that somebody keeps."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from cocket.cli.words import table_of
from cocket.ledger import open_ledger
from cocket.ledger.rows import BALANCE
from tests.cli.command import cocket
from tests.ledger.trade import LINE, clock, opened, write_off


@pytest.fixture
def book(tmp_path: Path) -> Path:
    path = tmp_path / "ledger.db"
    with open_ledger(path, clock=clock) as ledger:
        opened(ledger)
        for number in range(5):
            ledger.post(write_off(f"w{number}", 25))
    return path


def test_a_book_that_holds_tells_how_much_was_seen(book: Path) -> None:
    assert cocket("ledger", "verify", book).stdout == "The ledger holds: 6 entries on 1 lines, 0 seals\n"
    assert "账本相符：1 行共 6 条" in cocket("ledger", "verify", book, "--lang", "zh").stdout
    assert json.loads(cocket("ledger", "verify", book, "--json").stdout)["entries"] == 6


def test_a_changed_quantity_is_found_at_its_line_and_entry(book: Path) -> None:
    with closing(sqlite3.connect(book, isolation_level=None)) as connection:
        connection.execute("drop trigger ledger_entry_no_update")
        connection.execute("update ledger_entry set quantity = 1 where seq = 3")
    done = cocket("ledger", "verify", book, code=1)
    assert "DOES NOT HOLD; 2 entries follow one another" in done.stdout
    assert f"{LINE}, entry 3: the entry does not agree with its hash" in done.stdout


def test_a_book_without_entries_is_a_failure(tmp_path: Path) -> None:
    open_ledger(tmp_path / "empty.db").close()
    assert "has no entries" in cocket("ledger", "verify", tmp_path / "empty.db", code=1).stdout


def test_what_is_no_ledger_is_told_and_none_is_made(tmp_path: Path) -> None:
    for command in ("verify", "seal"):
        done = cocket("ledger", command, tmp_path / "none.db", code=2)
        assert "cannot be opened" in done.stderr and done.stderr.count("\n") == 1
    assert not list(tmp_path.iterdir())


def test_a_seal_is_kept_and_compared(book: Path) -> None:
    kept = cocket("ledger", "seal", book).stdout.splitlines()[1]
    assert "Nothing grew" in cocket("ledger", "seal", book).stdout
    assert "1 seals" in cocket("ledger", "verify", book, "--seal", kept).stdout
    other = kept[:-1] + ("0" if kept[-1] != "0" else "1")
    assert "the log does not begin as the seal says" in cocket("ledger", "verify", book, "--seal", other, code=1).stdout
    assert "this is no seal" in cocket("ledger", "verify", book, "--seal", "12", code=2).stderr


def test_every_break_has_words() -> None:
    named = {
        "hash",
        "sequence",
        "terms",
        "no_line",
        "no_entries",
        "posting",
        "postings",
        "period",
        "sealed_entry",
        "seal",
    }
    for lang in ("en", "zh"):
        said = {key.removeprefix("ledger.break.") for key in table_of(lang) if key.startswith("ledger.break.")}
        assert said == named | set(BALANCE)


def test_a_book_that_cannot_be_opened_is_told_in_the_language_of_the_reader(tmp_path: Path) -> None:
    missing = str(tmp_path / "none" / "ledger.db")
    told = cocket("ledger", "verify", missing, "--lang", "zh", code=2).stderr
    assert told == "cocket: 无法打开账本文件。请查看文件夹是否存在、是否有权使用\n"
    told = cocket("ledger", "verify", missing, code=2).stderr
    assert told == "cocket: The file of the ledger cannot be opened. See whether the folder is there and yours\n"
