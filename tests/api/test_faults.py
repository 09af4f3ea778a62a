"""A fault of the program is a problem too: told whole to the log, to the caller as what to do, its key free again."""

import json
import logging

import pytest
from django.test import Client

from cocket.licensing.records import moving
from tests.api.licences import NUMBER, STEP, issue
from tests.licensing.conftest import database, patterns, ticking

__all__ = ["database", "patterns", "ticking"]


@pytest.mark.usefixtures("database")
def test_a_fault(monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> None:
    client = Client(raise_request_exception=False)

    def post(path: str, data: object, key: str) -> tuple[int, dict[str, str]]:
        answer = client.post(
            f"/api/v1{path}", json.dumps(data), content_type="application/json",
            headers={"Idempotency-Key": key, "Host": "localhost"},
        )  # fmt: skip
        return answer.status_code, json.loads(answer.content)

    def fails(*_: object) -> None:
        raise ZeroDivisionError("a secret of the program")

    assert post("/licences", issue(issued_on="2026-11-26", valid_until="2027-11-26"), "key-0001")[0] == 201
    with monkeypatch.context() as patched, caplog.at_level(logging.ERROR):
        patched.setattr(moving, "move", fails)
        status, told = post(f"/licences/{NUMBER}/suspend", STEP, "key-0002")
    assert (status, told["type"]) == (500, "urn:cocket:problem:fault")
    assert "secret" not in json.dumps(told)
    assert "a secret of the program" in caplog.text
    assert post(f"/licences/{NUMBER}/suspend", STEP, "key-0002") == (200, {"number": NUMBER, "status": "suspended"})
