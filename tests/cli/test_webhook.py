"""``cocket webhook`` as a process, with a receiver that really listens."""

import base64
import hashlib
import hmac
import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread

import pytest

from tests.cli.command import cocket, written
from tests.cli.test_licence import NUMBER, licence_text


class Receiver(HTTPServer):
    """Answers with the status that the test set, and keeps what came."""

    status = 200

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.came: list[tuple[dict[str, str], bytes]] = []


class Handler(BaseHTTPRequestHandler):
    server: Receiver

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.came.append(({name.lower(): value for name, value in self.headers.items()}, body))
        self.send_response(self.server.status)
        self.send_header("Location", "/elsewhere")
        self.end_headers()

    def log_message(self, *_words: object) -> None:
        pass


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    server = Receiver()
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


def test_a_step_arrives_and_its_signature_holds(receiver: Receiver, tmp_path: Path) -> None:
    here = {"XDG_DATA_HOME": str(tmp_path)}
    url = f"http://127.0.0.1:{receiver.server_port}/hook"
    secret = json.loads(cocket("webhook", "add", "erp", url, "--inside", "--json", **here).stdout)["secret"]
    cocket("licence", "issue", written(tmp_path / "one.yaml", [licence_text()]), "--by", "Li", **here)
    done = cocket("webhook", "deliver", "--once", **here)
    assert f"licence.issue  licence/{NUMBER}  to erp: arrived (200 OK)" in done.stdout
    (headers, body), *others = receiver.came
    assert others == []
    assert json.loads(body)["data"] == {"number": NUMBER, "status": "valid", "step": 1, "why": "issued from one.yaml"}
    signed = b".".join((headers["webhook-id"].encode(), headers["webhook-timestamp"].encode(), body))
    key = base64.b64decode(secret.removeprefix("whsec_"))
    expected = base64.b64encode(hmac.new(key, signed, hashlib.sha256).digest()).decode()
    assert headers["webhook-signature"] == f"v1,{expected}"


@pytest.mark.parametrize("status", [302, 500])
def test_another_answer_than_yes_has_not_arrived(status: int, receiver: Receiver, tmp_path: Path) -> None:
    """A redirect would lead past the test of the address."""
    receiver.status = status
    here = {"XDG_DATA_HOME": str(tmp_path)}
    cocket("webhook", "add", "erp", f"http://127.0.0.1:{receiver.server_port}/", "--inside", **here)
    cocket("licence", "issue", written(tmp_path / "one.yaml", [licence_text()]), "--by", "Li", **here)
    done = cocket("webhook", "deliver", "--once", code=1, **here)
    assert f"not arrived ({status} " in done.stdout
    assert len(receiver.came) == 1


def test_the_secret_is_nowhere_in_the_database(tmp_path: Path) -> None:
    here = {"XDG_DATA_HOME": str(tmp_path)}
    secret = json.loads(cocket("webhook", "add", "erp", "https://example.org/", "--json", **here).stdout)["secret"]
    kept = (tmp_path / "cocket" / "cocket.db").read_bytes()
    assert b"example.org" in kept
    assert secret.removeprefix("whsec_").encode() not in kept
    assert base64.b64decode(secret.removeprefix("whsec_")) not in kept


def test_with_a_token_a_subscription_is_the_organisations_own(tmp_path: Path) -> None:
    here = {"XDG_DATA_HOME": str(tmp_path), "DATABASE_URL": f"sqlite:///{tmp_path}/cocket.db"}
    people = {one["person"]: one["token"] for one in json.loads(cocket("account", "example", "--json", **here).stdout)}
    cocket("webhook", "add", "all", "https://example.org/", **here)
    for person in ("hu", "li"):
        cocket("webhook", "add", "erp", "https://example.org/", COCKET_TOKEN=people[person], **here)
    own = json.loads(cocket("webhook", "list", "--json", COCKET_TOKEN=people["hu"], **here).stdout)["items"]
    assert [(one["name"], one["organisation"], one["role"]) for one in own] == [("erp", "ningyuan", "applicant")]
    every = json.loads(cocket("webhook", "list", "--json", **here).stdout)["items"]
    assert [one["name"] for one in every] == ["all", "ningyuan/erp", "paper-lantern/erp"]
    inside = cocket(
        "webhook", "add", "in", "http://127.0.0.1:9/", "--inside", code=2, COCKET_TOKEN=people["hu"], **here
    )
    assert "behind the walls of this house is not yours" in inside.stderr
    cocket("webhook", "remove", "paper-lantern/erp", code=2, COCKET_TOKEN=people["hu"], **here)
    cocket("webhook", "remove", "paper-lantern/erp", **here)
    assert not json.loads(cocket("webhook", "list", "--json", COCKET_TOKEN=people["li"], **here).stdout)["items"]


def test_one_that_is_nobodys_is_named_where_it_is_listed_and_where_messages_are_sent(tmp_path: Path) -> None:
    """As the upgrade leaves one that was made before subscriptions belonged to anyone."""
    here = {"XDG_DATA_HOME": str(tmp_path)}
    cocket("webhook", "add", "erp", "http://127.0.0.1:9/hook", "--inside", **here)
    with closing(sqlite3.connect(tmp_path / "cocket" / "cocket.db")) as database, database:
        database.execute("update outbox_subscription set role = ''")
    cocket("licence", "issue", written(tmp_path / "one.yaml", [licence_text()]), "--by", "Li", **here)
    told = "erp is told nothing: it was made before subscriptions belonged to anyone."
    assert told in cocket("webhook", "list", **here).stdout
    done = cocket("webhook", "deliver", "--once", **here)
    assert (done.stdout, told in done.stderr) == ("", True)
    assert "erp 不再收到任何消息" in cocket("webhook", "list", "--lang", "zh", **here).stdout
