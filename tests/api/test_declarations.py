"""Declarations over HTTP: receipts, conflicts and refusals, and a suspension that holds from its answer on."""

from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

from tests.api.licences import STEP, issue
from tests.api.server import Server

# the authority's day: the server's own clock decides what today is
TODAY = datetime.now(UTC).astimezone(ZoneInfo("Asia/Shanghai")).date()


def declared(licence: str, number: str = "", **more: object) -> dict[str, Any]:
    """Samarium-cobalt magnets under a licence of `tests.api.licences`; the declaration bears its number."""
    line = {
        "description": "samarium-cobalt magnets", "hs": "85051190", "kind": "magnet", "family": "SmCo",
        "composition": {"Sm": 25.5, "Co": 50, "Fe": 16, "Cu": 6, "Zr": 2.5}, "composition_complete": True,
        "quantity": 40, "unit": "kg", "value": 32800, "currency": "CNY", "licence_number": licence,
        "declaration_remarks": "dual-use 1C902.a.4",
    }  # fmt: skip
    header = {
        "declaration": number or f"D-{licence}", "exporter": "Ningde Magnet Works", "destination": "DE",
        "port": "CNSHA", "end_user": "Kettle Works GmbH", "end_user_type": "civil",
        "end_use": "sensors for household appliances",
    }  # fmt: skip
    return header | {"lines": [line | more]}


def test_a_declaration_gets_a_receipt_and_the_same_one_when_it_is_sent_again(server: Server, number: str) -> None:
    assert server.post("/licences", issue(number)).status == 201
    first = server.post("/declarations", declared(number))
    assert first.status == 200, first.body
    assert (first.data["answer"], first.data["repeated"]) == ("release", False)
    again = server.post("/declarations", declared(number))
    assert (again.data["hash"], again.data["repeated"]) == (first.data["hash"], True)
    shown = server.get(f"/declarations/D-{number}").data["receipts"]
    assert [receipt["hash"] for receipt in shown] == [first.data["hash"]]
    changed = server.post("/declarations", declared(number, quantity=41))
    assert (changed.status, changed.problem) == (409, "declaration-changed")
    assert changed.data["differences"] == [{"field": "line 1, quantity", "first": "40 kg", "now": "41 kg"}]


def test_a_suspension_stops_the_next_declaration(server: Server, number: str) -> None:
    server.post("/licences", issue(number))
    assert server.post("/declarations", declared(number)).data["answer"] == "release"
    assert server.post(f"/licences/{number}/suspend", STEP).status == 200
    refused = server.post("/declarations", declared(number, f"E-{number}")).data
    assert refused["answer"] == "refuse"
    assert refused["lines"][0]["reasons"][0]["code"] == "licence_status"


def test_what_cannot_be_read_and_what_is_not_there_are_problems(server: Server, number: str) -> None:
    bad = server.post("/declarations", declared(number, unit="barrel"))
    assert (bad.status, bad.problem) == (422, "bad-declaration")
    assert bad.data["errors"][0]["key"] == "unit"
    assert server.get("/declarations/D-9").problem == "unknown-declaration"


def test_an_event_that_is_none_or_that_nothing_waits_for_is_a_problem(server: Server, number: str) -> None:
    event = {"kind": "guess", "line": "1", "by": "X", "on": str(TODAY)}
    where = f"/declarations/D-{number}/events"
    assert server.post(where, event).problem == "event-refused"
    assert server.post(where, event | {"colour": "red"}).problem == "bad-declaration"
    nameless = {key: value for key, value in event.items() if key != "by"}
    assert (
        'the key "by" is missing. Give it; known here: kind, line, by, on'
        in server.post(where, nameless).data["detail"]
    )
    shown = event | {"kind": "remarks", "text": "not controlled"}
    assert server.post(where, shown).problem == "unknown-declaration"
    assert server.post("/declarations", declared(number)).data["answer"] == "refuse"  # no such licence
    assert server.post(where, shown).problem == "event-refused"
