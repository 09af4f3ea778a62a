"""What holds the promises of the gate, each taken away once: then the promise is broken, so that is what holds it."""

import pytest

from cocket.gate import service
from cocket.gate.store import GateStore
from tests.gate.desk import DY, SINGLE, TB, Desk, general, licence, line_of, listed, reasons

TERBIUM = {"composition": {"Nd": 29.6, "Dy": 0, "Tb": 1.2}, "declaration_remarks": f"dual-use {TB}"}


@pytest.fixture
def two_lines(desk: Desk) -> Desk:
    """A single licence with a line for each of two codes: the ledger counts the uses of each line alone."""
    desk.issue(licence(lines=(line_of(SINGLE, code=DY), line_of(SINGLE, 2, code=TB))))
    return desk


def stale(monkeypatch: pytest.MonkeyPatch, times: int) -> None:
    """So often the look at who has the licence is from before the other one came."""
    look, left = GateStore.taken, [None] * times

    def taken(self: GateStore, licences: list[str]) -> dict[str, str]:
        if left:
            left.pop()
            return {}
        return look(self, licences)

    monkeypatch.setattr(GateStore, "taken", taken)


def test_the_key_of_a_single_licence_stops_who_looked_too_early(
    two_lines: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert two_lines.declare(listed(), number="D-1").answer == "release"
    stale(monkeypatch, times=1)
    receipt = two_lines.declare(listed(**TERBIUM), number="D-2")
    assert reasons(receipt) == [("taken", "licence")]


def test_without_the_key_a_single_licence_serves_two_exports(two_lines: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    add = GateStore.add_step
    monkeypatch.setattr(GateStore, "add_step", lambda self, step, _: add(self, step, ()))
    assert two_lines.declare(listed(), number="D-1").answer == "release"
    assert two_lines.declare(listed(**TERBIUM), number="D-2").answer == "release"


def test_without_ids_of_the_declaration_a_crash_draws_twice(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """As a gate would do it that makes a new id for each try."""
    desk.issue(general("26-AG-200001"))
    from_plain, count = service.from_plain, iter(range(9))
    monkeypatch.setattr(service, "from_plain", lambda plain: from_plain({**plain, "id": f"try/{next(count)}"}))
    with monkeypatch.context() as patch:
        patch.setattr(GateStore, "add_receipt", lambda *_, **__: 1 // 0)
        with pytest.raises(ZeroDivisionError):
            desk.declare(listed("26-AG-200001"))
    assert desk.declare(listed("26-AG-200001")).answer == "release"
    assert desk.drawn("26-AG-200001/1") == (0, 800)
