"""The table as published: what no authority should be able to do, whatever it writes into it."""

import json
from pathlib import Path

import pytest

from cocket.law.errors import LawError
from cocket.law.source import read_text
from cocket.law.words import Words
from cocket.licensing.casework.read_table import FILE, casework_table, grounds, read_table
from cocket.licensing.casework.steps import NEEDS
from cocket.licensing.casework.table import Status, Step, Table

TABLE = casework_table()
LITE = Path(__file__).resolve().parents[3] / "shared" / "data" / "lite" / "derived_lite_case_transitions.json"


def test_each_need_has_a_meaning_and_each_meaning_a_need() -> None:
    assert set(NEEDS) == set(TABLE.needs)


def test_each_need_is_asked_for_by_a_step() -> None:
    assert {name for step in TABLE.steps.values() for name in step.needs} == set(TABLE.needs)


def test_each_status_is_reached_from_none_and_each_that_has_not_ended_leads_on() -> None:
    reached = {"none"}
    while (
        more := {step.after for step in TABLE.steps.values() if step.after != "same" and reached & set(step.before)}
        - reached
    ):
        reached |= more
    assert reached == set(TABLE.statuses)
    leads_on = {status for step in TABLE.steps.values() if step.after != "same" for status in step.before}
    assert leads_on == {name for name, status in TABLE.statuses.items() if not status.ended}


def test_whoever_has_a_side_is_held_to_it_in_every_step() -> None:
    """Officer, adviser and approver are never the same person: no step may forget to ask."""
    for step in TABLE.steps.values():
        if {"officer", "adviser", "approver"} & set(step.who):
            assert "one_side" in step.needs, step.name


def test_only_the_approver_decides() -> None:
    decided = {"granted", "partly_granted", "refused", "ruled"}
    assert {role for step in TABLE.steps.values() if step.after in decided for role in step.who} == {"approver"}


def test_the_clock_stands_on_grounds_of_the_lawbook_alone(lawbook: object) -> None:
    from cocket.law.lawbook import Lawbook

    assert isinstance(lawbook, Lawbook)
    decree = lawbook.by_id["cn/state-council/2024/792"]
    named = {one.id for one in decree.provisions if one.kind == "stop_clock"}
    assert set(grounds()) <= named


@pytest.mark.parametrize(
    ("was", "becomes", "told"),
    [
        ("from: [filed], to: returned", "from: [issued], to: returned", "has ended"),
        ("from: [filed], to: returned", "from: [fled], to: returned", "no status"),
        ("from: [filed], to: returned", "from: [filed], to: retuned", "no status"),
        ("who: [checker], says", "who: [cheker], says", "no role"),
        ("needs: [own], says: [papers]", "needs: [owns], says: [papers]", "no need"),
        ("clock: starts", "clock: begins", "nothing a clock does"),
    ],
)
def test_a_table_that_cannot_be_followed_is_refused(was: str, becomes: str, told: str) -> None:
    text = FILE.read_text(encoding="utf-8")
    assert was in text
    with pytest.raises(LawError, match=told):
        read_table(read_text(text.replace(was, becomes, 1), "steps.yaml"))


def test_another_authority_s_table_fits_the_form() -> None:
    """LITE's 35 statuses: 1,225 pairs, of which its code opens 1,089 to caseworkers, some with a right."""
    if not LITE.exists():
        pytest.skip("needs the shared data on LITE")
    told = json.loads(LITE.read_text(encoding="utf-8"))
    rows = [("caseworker", before, after, tuple(rights)) for before, after, rights in told["caseworker_allowed"]]
    rows += [("exporter", before, after, ()) for before, after in told["exporter_allowed"]]
    text = Words(zh="", en="")
    steps = {
        f"{who}:{before}:{after}": Step(f"{who}:{before}:{after}", text, (before,), after, (who,), needs)
        for who, before, after, needs in rows
    }
    lite = Table({}, {name: Status(name, text) for name in told["statuses"]}, steps, {})
    pairs = [(before, after) for before in told["statuses"] for after in told["statuses"]]
    assert len(pairs) == 1225
    everybody = {(before, after) for who, before, after, _ in rows if who == "caseworker"}
    without_rights = {(before, after) for who, before, after, rights in rows if who == "caseworker" and not rights}
    exporters = {(before, after) for who, before, after, _ in rows if who == "exporter"}
    for pair in pairs:
        assert lite.may(*pair, "caseworker", lambda _need: True) == (pair in everybody)
        assert lite.may(*pair, "caseworker", lambda _need: False) == (pair in without_rights)
        assert lite.may(*pair, "exporter", lambda _need: True) == (pair in exporters)
    assert (len(everybody), len(without_rights)) == (1089, 832)


def test_ours_is_strict_where_that_one_is_open() -> None:
    """No pair of statuses is open to everybody, and no ended case moves again."""
    pairs = {(before, step.after) for step in TABLE.steps.values() if step.after != "same" for before in step.before}
    assert len(pairs) < len(TABLE.statuses) * 2
    for name, status in TABLE.statuses.items():
        assert not (status.ended and any(name in step.before for step in TABLE.steps.values()))
