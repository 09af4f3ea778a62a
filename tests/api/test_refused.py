"""Whatever is wrong with a request is told as a problem, and leaves nothing behind. One server, on SQLite, for all."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.api.licences import NUMBER, STEP, content, issue
from tests.api.server import Server

JSON = {"Content-Type": "application/json", "Idempotency-Key": "some-key-1"}
ORDERED = ("suspend", "resume", "revoke", "amend", "keep", "replace", "surrender")
LINE = content()["lines"][0]


@pytest.fixture(scope="module")
def one(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    folder: Path = tmp_path_factory.mktemp("data")
    with Server(folder, f"sqlite:///{folder}/cocket.db") as server:
        yield server
        assert server.get("/licences").data["items"] == [], "nothing that was refused was kept"
        code, errors = server.stop()
        assert (code, errors) == (0, "")


def without(data: dict[str, object], key: str) -> dict[str, object]:
    return {name: value for name, value in data.items() if name != key}


BAD_CONTENT = {
    "no body": b"",
    "no JSON": b"{",
    "no object": b"[]",
    "nothing in it": b"{}",
    "a key twice": json.dumps(issue()).replace('"kind"', '"kind": "single", "kind"', 1).encode(),
    "deep": b"[" * 100_000,
    "deep within": json.dumps(issue()).replace('"100 kg"', "[" * 5000 + "]" * 5000, 1).encode(),
    "half a sign": json.dumps(issue()).replace("samarium", "\\ud800", 1).encode(),
    "not UTF-8": json.dumps(issue(), ensure_ascii=False).encode("gb18030"),
    "control characters": json.dumps({**issue(), "why": "a\nb"}).encode(),
    "nobody": json.dumps({**issue(), "by": " "}).encode(),
    "no reason": json.dumps({**issue(), "why": ""}).encode(),
    "a long reason": json.dumps({**issue(), "why": "x" * 301}).encode(),
    "no licence": json.dumps(without(issue(), "licence")).encode(),
    "strange key": json.dumps({**issue(), "admin": True}).encode(),
    **{
        name: json.dumps(issue(**changes)).encode()
        for name, changes in {
            "strange key within": {"colour": "red"},
            "null": {"holder": None},
            "no lines": {"lines": []},
            "a line that is none": {"lines": ["x"]},
            "zero": {"lines": [{**LINE, "quantity": "0 kg"}]},
            "below zero": {"lines": [{**LINE, "quantity": "-1 kg"}]},
            "no unit": {"lines": [{**LINE, "quantity": "100"}]},
            "a number and no text": {"lines": [{**LINE, "quantity": 100}]},
            "unknown unit": {"lines": [{**LINE, "quantity": "100 stone"}]},
            "two readings": {"lines": [{**LINE, "quantity": "1,000 kg"}]},
            "too large": {"lines": [{**LINE, "quantity": "99999999999999999999 kg"}]},
            "a remark": {"lines": [{**LINE, "conditions": [{"remark": "be careful"}]}]},
            "no country": {"lines": [{**LINE, "destinations": ["UK"]}]},
            "beyond the law": {"valid_until": "2999-01-01"},
            "in the future": {"issued_on": "2999-01-01", "valid_until": "2999-02-01"},
            "no day": {"issued_on": "yesterday"},
            "other regime": {"regime": "ordinary_export_licence"},
            "a letter that looks alike": {"number": "26-AА-100001"},
            "two users on a single licence": {
                "kind": "single", "lines": [{**LINE, "end_users": [{"name": "A"}, {"name": "B"}]}],
            },
        }.items()
    },
}  # fmt: skip


@pytest.mark.parametrize("name", BAD_CONTENT)
def test_bad_content(one: Server, name: str) -> None:
    answer = one.ask("POST", "/licences", BAD_CONTENT[name], JSON)
    assert answer.status in (400, 422), answer
    assert answer.problem in ("bad-content", "bad-licence", "bad-request")


def test_the_key_of_what_could_not_be_read_stays_free(one: Server) -> None:
    assert one.post("/licences", issue(kind="bulk"), "free-key-1").status == 422
    assert one.post("/licences/26-AA-9/suspend", STEP, "free-key-1").status == 404


@pytest.mark.parametrize(
    ("method", "path", "headers", "status", "problem"),
    [
        ("POST", "/licences", {"Content-Type": "application/json"}, 400, "no-key"),
        ("POST", "/licences", JSON | {"Idempotency-Key": "short"}, 400, "no-key"),
        ("POST", "/licences", JSON | {"Idempotency-Key": "k" * 65}, 400, "no-key"),
        ("POST", "/licences", JSON | {"Content-Type": "text/plain"}, 415, "not-json"),
        ("POST", "/licences", JSON | {"Content-Type": "application/x-www-form-urlencoded"}, 415, "not-json"),
        ("POST", "/licences", JSON | {"Host": "evil.example"}, 400, "unknown-host"),
        ("GET", "/licences", {"Host": "evil.example"}, 400, "unknown-host"),
        ("PUT", "/licences", JSON, 405, "no-such-method"),
        ("DELETE", f"/licences/{NUMBER}", JSON, 405, "no-such-method"),
        ("GET", "/nothing", {}, 404, "no-such-address"),
        ("POST", f"/licences/{NUMBER}/forgive", JSON, 404, "no-such-address"),
        ("GET", "/licences/%00", {}, 422, "bad-licence"),
        ("GET", f"/licences/{'A' * 2000}", {}, 422, "bad-licence"),
        ("GET", "/licences/..%2f..%2fetc", {}, 404, "no-such-address"),
        ("GET", "/licences?holder=%00", {}, 422, "bad-licence"),
        ("GET", "/licences?after=%0A", {}, 422, "bad-licence"),
    ],
)
def test_bad_requests(one: Server, method: str, path: str, headers: dict[str, str], status: int, problem: str) -> None:
    answer = one.ask(method, path, json.dumps(issue()).encode() if method != "GET" else None, headers)
    assert answer.status == status, answer
    assert answer.problem == problem


def test_a_body_larger_than_any_licence(one: Server) -> None:
    for size in (600_000, 6_000_000):
        answer = one.ask("POST", "/licences", b" " * size, JSON)
        assert (answer.status, answer.problem) == (413, "too-large")


def test_the_description_is_served_and_fetches_nothing_from_elsewhere(one: Server) -> None:
    answer = one.get("/openapi.json")
    licences = {path: told for path, told in answer.data["paths"].items() if path.startswith("/api/v1/licences")}
    assert set(licences) == {
        "/api/v1/licences", "/api/v1/licences/{number}", "/api/v1/licences/{number}/notes",
        "/api/v1/licences/{number}/lines/{line}/entries", "/api/v1/licences/{number}/reports",
        *(f"/api/v1/licences/{{number}}/{move}" for move in ORDERED),
        *(f"/api/v1/licences/{{number}}/{told}" for told in ("reports", "notes", "lines/{line}/entries")),
    }  # fmt: skip
    for path, operations in licences.items():
        for method, operation in operations.items():
            keyed = any(one.get("name") == "Idempotency-Key" and one["required"] for one in operation["parameters"])
            assert keyed == (method == "post"), path
    body = answer.body.replace("https://example.org/hook", "")  # an address as somebody might give it
    assert "http:" not in body and "https:" not in body
    assert one.get("/docs").status == 404
