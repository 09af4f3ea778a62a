"""``cocket serve`` as a process: who it lets in, what it says, how it ends."""

import stat
from pathlib import Path

import pytest

from tests.api.server import Server
from tests.cli.command import cocket


def sqlite(folder: Path) -> str:
    return f"sqlite:///{folder}/cocket.db"


@pytest.mark.parametrize("host", ["0.0.0.0", "192.0.2.1", "::", "localhost.example"])
def test_an_address_that_others_reach_is_refused_where_no_accounts_are_kept(tmp_path: Path, host: str) -> None:
    done = cocket("serve", "--host", host, "--port", "0", code=2, XDG_DATA_HOME=str(tmp_path))
    assert done.stderr.count("\n") == 1
    assert "--host" in done.stderr
    assert not done.stdout


def test_what_it_says_and_keeps_and_how_it_ends(tmp_path: Path) -> None:
    key = tmp_path / "cocket" / "secret-key"
    settings = {"XDG_DATA_HOME": str(tmp_path), "DATABASE_URL": sqlite(tmp_path)}
    with Server(tmp_path, sqlite(tmp_path)) as server:
        assert server.host == "127.0.0.1"
        assert "No accounts are kept: only this machine is served" in server.said
        assert stat.S_IMODE(key.stat().st_mode) == 0o600
        first = key.read_text()
        again = cocket("serve", "--port", server.port, code=2, **settings).stderr
        assert f"127.0.0.1 port {server.port}: Address already in use. Choose another one with --port" in again
        assert key.read_text() == first, "the key is made once"
        assert server.stop() == (0, "")
    key.chmod(0o644)
    others = cocket("serve", "--port", "0", code=2, **settings).stderr
    assert f"Others may read the key in {key}. Type: chmod 600 {key}" in others


def test_with_accounts_others_may_reach_it_and_each_request_wants_a_token(tmp_path: Path) -> None:
    settings = {"XDG_DATA_HOME": str(tmp_path), "DATABASE_URL": sqlite(tmp_path)}
    cocket("account", "organisation", "add", "mofcom", "--kind", "authority", "--name", "Ministry", **settings)
    with Server(tmp_path, sqlite(tmp_path), "--host", "0.0.0.0") as server:
        assert "each request bears a token" in server.said
        refused = server.get("/licences", Host="127.0.0.1")
        assert (refused.status, refused.problem) == (401, "no-entry")
        assert refused.headers["www-authenticate"] == 'Bearer realm="cocket"'


def test_accounts_that_come_later_hold_from_the_next_request_on(tmp_path: Path) -> None:
    settings = {"XDG_DATA_HOME": str(tmp_path), "DATABASE_URL": sqlite(tmp_path)}
    with Server(tmp_path, sqlite(tmp_path)) as server:
        assert server.get("/licences").status == 200
        cocket("account", "organisation", "add", "mofcom", "--kind", "authority", "--name", "Ministry", **settings)
        assert server.get("/licences").problem == "no-entry"
