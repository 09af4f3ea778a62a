"""Decisions, statistics and what happened to a licence over HTTP. On both databases."""

import csv
import io

from tests.api.access import LICENCES, OWN, Cast, must
from tests.cli.command import cocket


def test_a_decision_is_listed_and_shown_with_what_it_rests_on(cast: Cast) -> None:
    case, number = cast.decided
    (only,) = must(cast.ask("wang", "GET", f"/decisions?case={case}&outcome=refuse")).data["items"]
    assert (only["number"], only["case"], only["outcome"]) == (number, case, "refuse")
    assert must(cast.ask("wang", "GET", f"/decisions?after={number}")).data == {"items": [], "next": None}
    assert cast.ask("wang", "GET", "/decisions?outcome=fine").problem == "bad-case"
    shown = must(cast.ask("ren", "GET", f"/decisions/{number}")).data
    assert (shown["criterion"], shown["licences"]) == ("the end use is in doubt", [])
    evidence = shown["evidence"]
    assert evidence["proofs"] and evidence["law_digest"] and evidence["screened"]["lists"]
    assert [len(one["sha256"]) for one in evidence["documents"]] == [64]
    assert cast.ask("wang", "GET", "/decisions/D-1999-000001").problem == "unknown-decision"


def test_a_decision_comes_out_again(cast: Cast) -> None:
    again = must(cast.ask("chen", "GET", f"/decisions/{cast.decided[1]}/replay")).data
    assert (again["decision"], again["identical"]) == (cast.decided[1], True), again


def test_the_nearest_earlier_decisions_are_told_with_their_differences(cast: Cast) -> None:
    (deal,) = must(cast.ask("wang", "GET", f"/cases/{cast.cases[OWN]}/near")).data["items"]
    assert (deal["request"], deal["item"]) == (1, 1)
    (near,) = deal["near"]
    assert (near["decision"], near["outcome"], near["differs"]) == (cast.decided[1], "refuse", {})
    opened = must(cast.ask("hu", "POST", "/cases", {"kind": "ruling", "said": {"question": "?"}}), 201).data["number"]
    refused = cast.ask("wang", "GET", f"/cases/{opened}/near")
    assert (refused.status, refused.problem) == (409, "nothing-to-compare")


def test_figures_are_those_of_the_command_as_json_and_as_csv(cast: Cast) -> None:
    figures = must(cast.ask("wang", "GET", "/statistics")).data["items"]
    refused = next(one for one in figures if one["name"] == "refused")
    assert refused["value"] == 1
    token = cast.tokens["wang"]
    said = cocket(
        "stats", "--csv", COCKET_TOKEN=token, DATABASE_URL=cast.server.url, XDG_DATA_HOME=str(cast.server.folder)
    ).stdout
    sent = cast.ask("wang", "GET", "/statistics.csv")
    assert sent.body == said and sent.headers["content-type"] == "text/csv; charset=utf-8"
    assert len(list(csv.DictReader(io.StringIO(sent.body)))) == len(figures)
    queries = must(cast.ask("ren", "GET", "/statistics/queries")).data["items"]
    assert {name for one in figures for name in one["query"].split(", ")} <= set(queries)
    assert must(cast.ask("wang", "GET", "/statistics?month=2026-01")).data["items"][0]["month"] == "2026-01"
    for month in ("2026-13", "2026-1", "now", "0000-01"):
        assert cast.ask("wang", "GET", f"/statistics?month={month}").problem == "bad-content", month
    assert cast.ask("wang", "GET", "/statistics?calendar=moon").problem == "clock-unread"


def test_usage_is_told_entry_by_entry_to_the_holder(cast: Cast) -> None:
    path = f"/licences/{LICENCES[OWN]}/lines/1/entries"
    entries = must(cast.ask("hu", "GET", path)).data["items"]
    assert entries[0]["kind"] == "open"
    taken = [one for one in entries if one["kind"] in ("reserve", "write_off")]
    assert taken and all(one["refused"] is None and one["quantity"].endswith(" kg") for one in taken)
    first = must(cast.ask("hu", "GET", f"{path}?limit=1")).data
    assert first["next"] == 1 and first["items"] == entries[:1]
    assert must(cast.ask("hu", "GET", f"{path}?after=1")).data["items"] == entries[1:]
    assert cast.ask("li", "GET", path).problem == "unknown-licence"
    assert cast.ask("hu", "GET", f"/licences/{LICENCES[OWN]}/lines/2/entries").problem == "unknown-licence"


def test_notes_of_a_licence_are_for_who_handles_licences(cast: Cast) -> None:
    assert must(cast.ask("wang", "GET", f"/licences/{LICENCES[OWN]}/notes")).data == {"items": []}
    assert cast.ask("hu", "GET", f"/licences/{LICENCES[OWN]}/notes").problem == "not-allowed"
