"""A few kills each; ./dev bench ledger_kill has twenty and more on each database."""

from pathlib import Path

from bench.cluster import Cluster
from bench.ledger_client import framed, whole_notes
from bench.ledger_kill import kill_clients, kill_server


def test_killed_clients_lose_no_answer_and_leave_nothing_half_done(where: str, tmp_path: Path) -> None:
    outcome = kill_clients(where, tmp_path, kills=3)
    assert outcome.faults == []
    assert outcome.answered >= outcome.kills


def test_a_killed_server_loses_no_answer_and_leaves_nothing_half_done(cluster: Cluster, tmp_path: Path) -> None:
    outcome = kill_server(cluster, tmp_path, kills=2)
    assert outcome.faults == []
    assert outcome.answered >= outcome.kills


def test_a_note_that_a_killed_client_did_not_finish_is_none(tmp_path: Path) -> None:
    log, torn = tmp_path / "log", framed("answer p1 K-2 427 quantity a07911")
    for end in range(1, len(torn)):
        log.write_bytes(framed("ask p1") + torn[:end] + framed("ask p2"))
        assert list(whole_notes(log)) == ["ask p1", "ask p2"]
    log.write_bytes(framed("ask p1") + torn + framed("ask p2"))
    assert len(list(whole_notes(log))) == 3
