"""``cocket serve`` as a process: who it lets in, what it says, how it ends."""

import stat
from pathlib import Path

import pytest

from tests.api.server import Server
from tests.cli.command import cocket


def sqlite(folder: Path) -> str:
    return f"sqlite:///{folder}/cocket.db"


@pytest.mark.parametrize("host", ["0.0.0.0", "192.0.2.1", "::", "localhost.example"])
def test_an_address_that_others_reach_is_refused(tmp_path: Path, host: str) -> None:
    done = cocket("serve", "--host", host, "--port", "0", code=2, XDG_DATA_HOME=str(tmp_path))
    assert done.stderr.count("\n") == 1
    assert "--host" in done.stderr
    assert not done.stdout
    assert not list(tmp_path.iterdir()), "nothing was begun"


def test_it_says_that_there_is_no_login(tmp_path: Path) -> None:
    with Server(tmp_path, sqlite(tmp_path)) as server:
        assert server.host == "127.0.0.1"
        assert "There is no login yet: only this machine" in server.said
        assert server.stop() == (0, "")


def test_whoever_lets_anyone_in_is_told_so_again(tmp_path: Path) -> None:
    with Server(tmp_path, sqlite(tmp_path), "--host", "0.0.0.0", "--let-anyone-in") as server:
        assert "THERE IS NO LOGIN" in server.said


def test_the_key_is_made_once_and_for_its_owner_only(tmp_path: Path) -> None:
    key = tmp_path / "cocket" / "secret-key"
    with Server(tmp_path, sqlite(tmp_path)):
        first = key.read_text()
        assert stat.S_IMODE(key.stat().st_mode) == 0o600
        assert len(first.strip()) >= 50
    with Server(tmp_path, sqlite(tmp_path)):
        assert key.read_text() == first
    key.chmod(0o644)
    done = cocket("serve", "--port", "0", code=2, XDG_DATA_HOME=str(tmp_path), DATABASE_URL=sqlite(tmp_path))
    assert f"Others may read the key in {key}. Type: chmod 600 {key}" in done.stderr


def test_a_port_that_is_taken_is_told(tmp_path: Path) -> None:
    with Server(tmp_path, sqlite(tmp_path)) as server:
        done = cocket(
            "serve", "--port", server.port, code=2, XDG_DATA_HOME=str(tmp_path), DATABASE_URL=sqlite(tmp_path)
        )
    assert f"127.0.0.1 port {server.port}: Address already in use. Choose another one with --port" in done.stderr
