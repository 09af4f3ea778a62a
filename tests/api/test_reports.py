"""Reports on exports over HTTP: due after an export, made once, and what nobody waits for is refused."""

from typing import Any

from tests.api.licences import STEP, TODAY, issue
from tests.api.server import Server
from tests.api.test_declarations import declared

WAITED = {"report": "arrival", "within_days": 30}


def exported(server: Server, number: str) -> None:
    body = issue(number)
    body["licence"]["lines"][0]["conditions"].append(WAITED)
    assert server.post("/licences", body).status == 201
    assert server.post("/declarations", declared(number)).data["answer"] == "release"


def owed(server: Server, number: str) -> list[dict[str, Any]]:
    return [one for one in server.get("/reports").data["items"] if one["line"] == f"{number}/1"]


def test_an_export_makes_a_report_due_until_it_is_made(server: Server, number: str) -> None:
    exported(server, number)
    (due,) = owed(server, number)
    assert (due["export"], due["event"]) == (f"gate/D-{number}/write-off", "arrival")
    assert (due["happened_on"], due["overdue"]) == (None, False)
    body = {**STEP, "export": due["export"], "event": "arrival", "day": due["exported_on"]}
    for wrong, key in (({"export": "D-9"}, "export"), ({"day": "2020-01-01"}, "day"), ({"event": "use"}, "export")):
        refused = server.post(f"/licences/{number}/reports", {**body, **wrong})
        assert (refused.status, refused.problem) == (422, "bad-licence")
        assert refused.data["errors"][0]["key"] == key
    assert server.post(f"/licences/{number}/reports", {**body, "day": 20261127}).status == 422
    made = server.post(f"/licences/{number}/reports", body, f"key-{number}")
    assert (made.status, made.data["happened_on"]) == (201, due["exported_on"])
    assert server.post(f"/licences/{number}/reports", body, f"key-{number}").body == made.body
    assert owed(server, number) == []
    (told,) = server.get(f"/licences/{number}/reports").data["items"]
    assert told == made.data


def test_of_a_licence_that_is_not_there_no_report_is_told(server: Server) -> None:
    assert server.get("/licences/26-NOBODY-1/reports").problem == "unknown-licence"
    body = {**STEP, "export": "D-1", "event": "arrival", "day": str(TODAY)}
    assert server.post("/licences/26-NOBODY-1/reports", body).problem == "unknown-licence"
