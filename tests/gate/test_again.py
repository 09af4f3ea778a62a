"""Asked again, changed, crashed in between: the first answer, one draw, and nothing half done."""

import json
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from cocket.check.checker import Checker
from cocket.gate.errors import Changed, EventRefused, UnknownDeclaration
from cocket.gate.service import Gate
from cocket.gate.verify import verify_receipts
from cocket.ledger import LedgerError, LedgerUnavailable
from tests.gate.desk import DAY, GENERAL, Desk, declaration, general, goods, licence, listed, unknown


class Killed(Exception):  # noqa: N818  # says what happens
    """The process ends here."""


def dies(*_: object, **__: object) -> Any:  # noqa: ANN401  # stands for whatever was to be called
    raise Killed


def test_a_repetition_gets_the_first_receipt(desk: Desk) -> None:
    desk.issue(licence())
    first = desk.declare(listed())
    again = desk.declare(listed(), today=DAY + timedelta(days=30))
    assert (again.body, again.hash, again.repeated) == (first.body, first.hash, True)
    assert desk.drawn() == (0, 400)


def test_another_content_under_the_same_number_is_refused_with_what_changed(desk: Desk) -> None:
    desk.issue(licence())
    desk.declare(listed(), goods())
    with pytest.raises(Changed) as refused:
        desk.declare(listed(quantity=401), goods(), destination="VN")
    assert refused.value.differences == (
        ("destination", "US", "VN"),
        ("line 1, quantity", "400 kg", "401 kg"),
    )
    assert desk.drawn() == (0, 400)


def test_the_form_in_which_it_is_sent_makes_no_other_declaration(desk: Desk) -> None:
    first = desk.declare(goods(quantity="400.00", unit="公斤"))
    assert desk.declare(goods()).hash == first.hash


@pytest.mark.parametrize("moment", ["before the ledger", "between ledger and receipt"])
@pytest.mark.parametrize("meanwhile", ["nothing", "suspended"])
def test_killed_in_between_and_repeated_there_is_one_answer_and_one_draw(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, moment: str, meanwhile: str
) -> None:
    desk.issue(general())
    with monkeypatch.context() as patch:
        if moment == "before the ledger":
            patch.setattr(Gate, "_finish", dies)
        else:
            patch.setattr(desk.gate.store, "add_receipt", dies)
        with pytest.raises(Killed):
            desk.declare(listed(GENERAL))
    if meanwhile == "suspended":
        desk.suspend(GENERAL)
    with Desk(desk.where, desk.checker, desk.shelf) as another:
        receipt = another.declare(listed(GENERAL))
        drew = moment == "between ledger and receipt" or meanwhile == "nothing"
        assert receipt.answer == ("release" if drew else "refuse")
        assert another.drawn(f"{GENERAL}/1") == (0, 400 if drew else 0)
        assert another.declare(listed(GENERAL)).hash == receipt.hash
        assert another.verified().holds


def test_a_crash_before_the_declaration_is_stored_leaves_nothing(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.issue(licence())
    with monkeypatch.context() as patch:
        patch.setattr(desk.gate.store, "add_step", dies)
        with pytest.raises(Killed):
            desk.declare(listed())
    assert desk.drawn() == (0, 0)
    with pytest.raises(UnknownDeclaration):
        desk.gate.history("D-1")
    assert desk.declare(listed()).answer == "release"


def test_what_a_crash_left_is_finished_by_whoever_looks(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.issue(licence())
    with monkeypatch.context() as patch:
        patch.setattr(desk.gate.store, "add_receipt", dies)
        with pytest.raises(Killed):
            desk.declare(listed())
    (step,) = desk.gate.history("D-1")
    assert step.receipt is not None and step.receipt.answer == "release"


def test_many_senders_of_one_declaration_get_one_receipt(desk: Desk) -> None:
    desk.issue(licence())
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda _: desk.declare(listed()), range(8)))
    assert len({receipt.hash for receipt in found}) == 1
    assert desk.drawn() == (0, 400)


def test_of_many_declarations_one_gets_the_one_export_of_a_single_licence(desk: Desk) -> None:
    desk.issue(licence(lines=()))
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda n: desk.declare(listed(quantity=1), number=f"D-{n}"), range(8)))
    assert sorted(receipt.answer for receipt in found) == ["refuse"] * 7 + ["release"]
    assert desk.drawn() == (0, 1)


def test_many_declarations_never_overdraw_a_general_licence(desk: Desk) -> None:
    desk.issue(general())
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda n: desk.declare(listed(GENERAL, quantity=300), number=f"D-{n}"), range(8)))
    assert sorted(receipt.answer for receipt in found) == ["refuse"] * 5 + ["release"] * 3
    assert desk.drawn(f"{GENERAL}/1") == (0, 900)
    assert desk.verified().holds


def test_two_results_at_once_are_taken_one_after_the_other(desk: Desk) -> None:
    desk.declare(unknown(), unknown())
    with ThreadPoolExecutor(2) as pool:
        found = list(pool.map(lambda line: desk.show("laboratory", line=line), ("1", "2")))
    assert sorted(receipt.answer for receipt in found) == ["hold", "release"]


def test_the_same_event_once_more_gets_its_first_receipt(desk: Desk) -> None:
    desk.declare(unknown(), unknown())
    first = desk.show("laboratory")
    assert desk.show("laboratory").hash == first.hash
    assert len(desk.gate.history("D-1")) == 2


@pytest.mark.parametrize(
    ("kind", "more", "told"),
    [
        ("laboratory", {"line": "9"}, "has no line 9"),
        ("laboratory", {"on": DAY + timedelta(days=2)}, "has not come yet"),
        ("papers", {}, "papers is not what is asked for"),
        ("remarks", {}, "remarks is not what is asked for"),
    ],
)
def test_an_event_that_nothing_waits_for_is_refused(desk: Desk, kind: str, more: dict[str, Any], told: str) -> None:
    desk.declare(unknown())
    with pytest.raises(EventRefused, match=told):
        desk.show(kind, **more)
    assert len(desk.gate.history("D-1")) == 1


def test_a_released_declaration_takes_no_more_events(desk: Desk) -> None:
    desk.declare(goods())
    with pytest.raises(EventRefused, match="Nothing is waited for"):
        desk.show("laboratory")


def test_a_ruling_cannot_free_what_the_law_catches(desk: Desk) -> None:
    desk.declare(unknown(composition={"Nd": 30, "Dy": "0.004", "Tb": 0}))
    with pytest.raises(EventRefused, match="VOUCHER cannot be the answer of dual_use"):
        desk.show("classification", outcome="VOUCHER")


def test_a_receipt_says_what_was_asked_and_answered_when_under_which_law(desk: Desk) -> None:
    desk.issue(licence())
    told = desk.declare(listed()).plain()
    assert told["declaration"]["lines"][0]["quantity"] == 400_000_000
    assert told["received"] == told["answered"] == "2026-06-15T09:30:00.000000+00:00"
    assert told["law"]["digest"] == desk.checker.lawbook.digest
    (booked,) = told["ledger"]
    with desk.ledger.book.snapshot() as reader:
        statement = "select line, seq, hash from ledger_entry where request = 'gate/D-1/write-off'"
        ((line, sequence, own),) = reader.rows(statement)
    assert booked["entries"] == [
        {"line": line, "sequence": sequence, "hash": bytes(own).hex(), "reason": "", "room": 0}
    ]


def test_receipts_are_chained_and_a_changed_one_is_found(desk: Desk) -> None:
    desk.issue(licence())
    desk.declare(listed(), number="D-1")
    desk.declare(goods(), number="D-2")
    with desk.ledger.book.snapshot() as reader:
        found = verify_receipts(reader)
    assert (found.receipts, found.first_break) == (2, None)


BREAKS: list[tuple[str, str]] = [
    ("update gate_receipt set body = replace(body, '\"release\"', '\"refuse\"') where sequence = 2", "hash"),
    ("delete from gate_receipt where sequence = 2", "sequence"),
    ("delete from gate_receipt where sequence = 3", "head"),
    ("update gate_step set content = replace(content, 'Ningbo', 'Xiamen') where declaration = 'D-2'", "declaration"),
    ("update ledger_entry set hash = zeroblob(32) where request = 'gate/D-1/write-off'", "ledger"),
]


@pytest.mark.parametrize(("change", "what"), BREAKS)
def test_whatever_is_changed_in_the_tables_is_named(
    tmp_path: Path,
    checker: Checker,
    change: str,
    what: str,
) -> None:
    with Desk(str(tmp_path / "gate.db"), checker) as desk:
        desk.issue(licence())
        desk.declare(listed(), number="D-1")
        desk.declare(goods(), number="D-2")
        desk.declare(unknown(), number="D-3")
        with closing(sqlite3.connect(desk.where, isolation_level=None)) as connection:
            for (name,) in connection.execute("select name from sqlite_master where type = 'trigger'").fetchall():
                connection.execute(f"drop trigger {name}")
            connection.execute(change)
        with desk.ledger.book.snapshot() as reader:
            found = verify_receipts(reader)
        assert found.first_break is not None and found.first_break.what == what


@pytest.mark.parametrize("table", ["gate_step", "gate_receipt"])
def test_the_tables_only_grow(desk: Desk, table: str) -> None:
    desk.declare(goods())
    with (
        closing(desk.ledger.book.another()) as book,
        pytest.raises(LedgerError, match="only grow"),
        book.transaction() as store,
    ):
        store.connection.execute(f"delete from {table}")  # type: ignore[attr-defined]


def test_a_database_that_can_only_be_read_takes_no_declaration_and_says_so(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def read_only(*_: object) -> bool:
        raise LedgerUnavailable("The ledger can only be read", "Nothing was booked; get the right to write")

    with monkeypatch.context() as patch:
        patch.setattr(desk.gate.store, "add_step", read_only)
        with pytest.raises(LedgerUnavailable):
            desk.declare(goods())
    assert desk.declare(goods()).answer == "release"


def test_the_store_keeps_what_was_declared_as_it_was(desk: Desk) -> None:
    desk.declare(unknown())
    (step,) = desk.gate.history("D-1")
    assert json.loads(step.content) == declaration(unknown()).content()
