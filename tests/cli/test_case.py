"""``cocket case`` as a process: the table, where a case stands, why not."""

import json
from pathlib import Path

import pytest

from tests.cli.command import ROOT, cocket

CASE = ROOT / "examples" / "cases" / "motor-rotors.yaml"


def changed(tmp_path: Path, was: str, becomes: str) -> Path:
    text = CASE.read_text(encoding="utf-8")
    assert was in text
    path = tmp_path / "case.yaml"
    path.write_text(text.replace(was, becomes, 1), encoding="utf-8")
    return path


def test_a_case_is_told_as_it_stands() -> None:
    told = json.loads(cocket("case", "look", CASE, "--json").stdout)
    assert (told["status"], told["clock_stands_on"]) == ("review", ["stop-consultation"])
    assert told["missing"] == []
    assert told["possible"]["zhao"] == {}
    assert [one["name"] for one in told["possible"]["wang"]["propose"]] == ["advised", "no_stop"]


def test_a_step_that_can_be_made_ends_with_0_and_one_that_cannot_with_1() -> None:
    assert "It can be done" in cocket("case", "whynot", CASE, "advise", "--by", "sun", "--say", "position=approve",
                                      "--say", "reason=civil").stdout  # fmt: skip
    told = json.loads(cocket("case", "whynot", CASE, "grant", "--by", "wang", "--json", code=1).stdout)
    assert {one["name"] for one in told["reasons"]} == {"status", "role"}


def test_reasons_are_told_in_chinese_too() -> None:
    told = cocket("case", "whynot", CASE, "propose", "--by", "wang", "--say", "outcome=grant", "--lang", "zh", code=1)
    assert "征询的意见尚未全部收到：miit" in told.stdout
    assert "须写明 reason" in told.stdout


@pytest.mark.parametrize(
    ("was", "becomes", "told"),
    [
        ("by: zhao, step: forward", "by: wang, step: forward", "event 4 (forward): It is for checker, not for officer"),
        ("by: zhao, step: forward", "by: nobody, step: forward", "'nobody' is not known here"),
        ("role: checker", "role: approver", "'approver' is not known here. Write one of: checker, administrator"),
        ("2026-06-04T15:00+08:00", "2026-06-04T15:00", "no moment with its offset"),
        ("2026-06-04T15:00+08:00", "2026-06-03T15:00+08:00", "comes before the event above it"),
        ("step: accept", "steps: accept", "does not tell 'step'"),
        ("ground: stop-consultation", "ground: weekend", "ground is one of stop-expert"),
        ('open_hits: "0"', 'open_hits: "1"', "event 7 (review): The parties are not screened, or a hit is not settled"),
        ("kind: licence", "kind: licences", "'licences' is not known here"),
    ],
)
def test_what_cannot_have_happened_is_told_with_its_place(was: str, becomes: str, told: str, tmp_path: Path) -> None:
    assert told in cocket("case", "look", changed(tmp_path, was, becomes), code=2).stderr


def test_the_province_does_not_forward_what_lacks_a_paper(tmp_path: Path) -> None:
    """The lawbook says which papers, not the history."""
    path = changed(tmp_path, "technical-description, end-user-certificate]", "technical-description]")
    assert (
        "Papers that the law asks for are missing: end-user-certificate" in cocket("case", "look", path, code=2).stderr
    )


def test_nobody_and_nothing_are_asked_back() -> None:
    assert "names nobody 'ma'" in cocket("case", "whynot", CASE, "grant", "--by", "ma", code=2).stderr
    assert "says nothing" in cocket("case", "whynot", CASE, "grant", "--by", "wang", "--say", "x", code=2).stderr
    assert "There is no step 'dance'" in cocket("case", "whynot", CASE, "dance", "--by", "wang", code=1).stdout


def test_the_table_names_every_step_and_what_it_needs() -> None:
    steps = [json.loads(line) for line in cocket("case", "table", "--json").stdout.splitlines()]
    assert {"file", "accept", "grant", "refuse", "withdraw"} <= {one["step"] for one in steps}
    assert all(one["basis"] for one in steps)


FILED = "papers=application-form,identity,contract,technical-description,end-user-certificate"
LI, ZHAO, WANG = "li@ningyuan:applicant", "zhao@zhejiang:checker", "wang@mofcom:officer"


def test_a_case_is_kept_and_moved_by_who_has_seen_it(tmp_path: Path) -> None:
    here = {"XDG_DATA_HOME": str(tmp_path)}
    made = json.loads(cocket("case", "open", "licence", "--as", LI, "--say", FILED, "--json", **here).stdout)
    number = made["number"]
    assert (made["status"], made["version"]) == ("filed", 1)
    cocket("case", "step", number, "forward", "--as", ZHAO, "--seen", 1, **here)
    stale = cocket("case", "step", number, "withdraw", "--as", LI, "--say", "reason=x", "--seen", 1, code=2, **here)
    assert f"{number} has changed since you looked: forward by zhao" in stale.stderr
    told = json.loads(cocket("case", "show", number, "--json", **here).stdout)
    assert [(one["step"], one["by"], one["role"]) for one in told["events"]] == [
        ("file", "li", "applicant"), ("forward", "zhao", "checker"),
    ]  # fmt: skip
    assert number in cocket("case", "list", "--status", "forwarded", **here).stdout
    assert cocket("case", "list", "--organisation", "other", **here).stdout == "No case.\n"


def test_a_step_that_cannot_be_taken_tells_every_reason(tmp_path: Path) -> None:
    here = {"XDG_DATA_HOME": str(tmp_path)}
    opened = cocket("case", "open", "licence", "--as", LI, "--say", "papers=contract", "--json", **here)
    number = json.loads(opened.stdout)["number"]
    told = cocket("case", "step", number, "forward", "--as", WANG, code=1, **here).stderr
    assert "It is for checker, not for officer" in told
    assert "application-form, end-user-certificate, identity, technical-description" in " ".join(told.split())
    refused = cocket("case", "open", "licence", "--as", WANG, "--say", FILED, "--json", code=1, **here)
    assert [one["name"] for one in json.loads(refused.stdout)["reasons"]] == ["role"]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("open", "licence", "--as", "li", "--say", FILED), "does not say who acts"),
        (("open", "licence", "--as", "li@ningyuan:king", "--say", FILED), "does not say who acts"),
        (("open", "licence", "--as", f"{'l' * 41}@ningyuan:applicant", "--say", FILED), "longer than 40 characters"),
        (("open", "appeal", "--as", LI), "'appeal' is no kind of case. Known here: licence, amendment, ruling"),
        (("show", "C-2026-000009"), "There is no case 'C-2026-000009'"),
        (("list", "--status", "lost"), "'lost' is no status of a case"),
    ],
)
def test_what_cannot_be_read_is_told(arguments: tuple[str, ...], told: str, tmp_path: Path) -> None:
    assert told in cocket("case", *arguments, code=2, XDG_DATA_HOME=str(tmp_path)).stderr


def test_where_accounts_are_kept_nobody_acts_who_is_only_stated(tmp_path: Path) -> None:
    here = {"XDG_DATA_HOME": str(tmp_path)}
    cocket("account", "organisation", "add", "ningyuan", "--kind", "exporter", "--name", "Ningyuan", **here)
    cocket("account", "person", "add", "li", "--name", "Li Na", "--organisation", "ningyuan", **here)
    cocket("account", "role", "give", "li", "ningyuan", "applicant", **here)
    made = cocket("token", "new", "li-1", "--person", "li", "--organisation", "ningyuan", "--role", "applicant", **here)
    token = {**here, "COCKET_TOKEN": made.stdout.strip()}
    assert "COCKET_TOKEN" in cocket("case", "open", "licence", "--as", LI, "--say", FILED, code=2, **here).stderr
    assert "already" in cocket("case", "open", "licence", "--as", LI, "--say", FILED, code=2, **token).stderr
    number = json.loads(cocket("case", "open", "licence", "--say", FILED, "--json", **token).stdout)["number"]
    assert "COCKET_TOKEN" in cocket("case", "show", number, code=2, **here).stderr
    (event,) = json.loads(cocket("case", "show", number, "--json", **token).stdout)["events"]
    assert (event["by"], event["via"]) == ("li", "command line, token li-1")
    wrong = {**here, "COCKET_TOKEN": "cocket_nobody"}
    assert "not known" in cocket("case", "step", number, "withdraw", "--say", "reason=x", code=2, **wrong).stderr


def test_who_is_stated_has_a_role_of_a_case(tmp_path: Path) -> None:
    told = cocket("case", "open", "licence", "--as", "li@ningyuan:operator", code=2, XDG_DATA_HOME=str(tmp_path)).stderr
    assert "does not say who acts" in told
    assert "Nobody is said to act" in cocket("case", "open", "licence", code=2, XDG_DATA_HOME=str(tmp_path)).stderr


def test_the_basis_of_a_limit_is_told_in_the_language_of_the_reader() -> None:
    decree = "（中华人民共和国国务院令第792号，第 17 条）"
    assert decree in cocket("case", "look", CASE, "--lang", "zh").stdout.replace("\n  ", "")
    clock = json.loads(cocket("case", "look", CASE, "--json").stdout)["clock"]
    assert clock["basis"] == "State Council Decree No. 792, Art. 17"
