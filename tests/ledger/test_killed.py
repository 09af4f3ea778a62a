"""A few kills each; ./dev bench ledger_kill has twenty and more on each database."""

from pathlib import Path

from bench.cluster import Cluster
from bench.ledger_kill import kill_clients, kill_server


def test_killed_clients_lose_no_answer_and_leave_nothing_half_done(where: str, tmp_path: Path) -> None:
    outcome = kill_clients(where, tmp_path, kills=3)
    assert outcome.faults == []
    assert outcome.answered >= outcome.kills


def test_a_killed_server_loses_no_answer_and_leaves_nothing_half_done(cluster: Cluster, tmp_path: Path) -> None:
    outcome = kill_server(cluster, tmp_path, kills=2)
    assert outcome.faults == []
    assert outcome.answered >= outcome.kills
