"""``cocket account``, ``token`` and ``audit`` as processes: who may, what is said, and what stays secret."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from cocket.accounts.role import OrganisationKind, Role
from cocket.cli.words import table_of
from tests.cli.command import ROOT, cocket

Command = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def command(tmp_path: Path) -> Command:
    """The command with a database of its own."""

    def run(words: str, code: int = 0, **changes: str) -> subprocess.CompletedProcess[str]:
        return cocket(*words.split(), code=code, **{"XDG_DATA_HOME": str(tmp_path), **changes})

    return run


@pytest.fixture
def secret(command: Command) -> str:
    """Of an exporter's administrator."""
    command("account organisation add jl-mag --kind exporter --name Magnets --name-zh 磁材 --number 91X")
    command("account organisation add customs --kind customs --name Customs")
    command("account person add adam --name Adam --organisation jl-mag")
    command("account role give adam jl-mag administrator")
    made = command("token new adam-1 --person adam --organisation jl-mag --role administrator")
    assert "shown this once" in made.stderr
    return made.stdout.strip()


def test_an_administrator_keeps_its_own_people_by_its_token(command: Command, secret: str) -> None:
    command("account person add alice --name Alice --organisation jl-mag", COCKET_TOKEN=secret)
    command("account role give alice jl-mag applicant", COCKET_TOKEN=secret)
    people = json.loads(command("account person list --json", COCKET_TOKEN=secret).stdout)
    assert {one["short"]: one["roles"] for one in people}["alice"] == [{"organisation": "jl-mag", "role": "applicant"}]
    seen = json.loads(command("account organisation list --json", COCKET_TOKEN=secret).stdout)
    assert [one["short"] for one in seen] == ["jl-mag"]
    other = command("account person add eve --name Eve --organisation customs", 2, COCKET_TOKEN=secret)
    assert "There is no organisation 'customs'" in other.stderr
    strange = command("account organisation add new --kind exporter --name New", 2, COCKET_TOKEN=secret)
    assert "administrator of jl-mag may not add this organisation" in strange.stderr


def test_a_token_that_does_not_hold_is_refused_and_not_passed_over(command: Command, secret: str) -> None:
    listed = command("token list").stdout
    assert listed.startswith("adam-1  adam  administrator @ jl-mag  valid until ") and secret not in listed
    command("token revoke adam-1")
    refused = command("account person list", 2, COCKET_TOKEN=secret)
    assert refused.stderr.startswith("cocket: The token adam-1 was revoked.") and refused.stderr.count("\n") == 1
    for strange in ("x", "", " "):
        assert "not known" in command("account person list", 2, COCKET_TOKEN=strange).stderr
    assert "REVOKED" in command("token list").stdout


def test_the_audit_tells_who_and_where_from_and_holds(command: Command, secret: str) -> None:
    command("account person add alice --name Alice --organisation jl-mag", COCKET_TOKEN=secret)
    told = command("audit show person/alice").stdout
    assert "add  Adam, jl-mag, administrator (command line, token adam-1)" in told and secret not in told
    assert "There is no entry about person/nobody" in command("audit show person/nobody").stdout
    assert command("audit verify").stdout == "The audit holds: 6 entries about 5 subjects\n"
    assert "Who may: auditor, operator" in command("audit show person/alice", 2, COCKET_TOKEN=secret).stderr
    assert "Who may: auditor, operator" in command("audit verify", 2, COCKET_TOKEN=secret).stderr


def test_an_empty_audit_is_no_success(command: Command) -> None:
    assert "shows nothing" in command("audit verify", 1).stdout


def test_bad_input_ends_with_one_line(command: Command, secret: str) -> None:
    for words, said in [
        ("account organisation add JL --kind exporter --name X", "no short name"),
        ("account organisation add jl-mag --kind exporter --name X", "there already"),
        ("account role give adam jl-mag approver", "has no approver"),
        ("account role take adam jl-mag applicant", "adam is not applicant of jl-mag"),
        ("token new t --person adam --organisation jl-mag --role applicant", "Give the role first"),
        ("token new t --person adam --organisation jl-mag --role administrator --days 400", "400 days"),
        ("token revoke none", "There is no token 'none'"),
    ]:
        stderr = command(words, 2).stderr
        assert said in stderr and stderr.count("\n") == 1, stderr


def test_every_kind_and_role_has_words() -> None:
    for lang in ("en", "zh"):
        words = table_of(lang)
        roles = {one for one in Role if one is not Role.OPERATOR}
        for head, values in (("account.kind.", set(OrganisationKind)), ("account.role.", roles)):
            assert {key.removeprefix(head) for key in words if key.startswith(head)} == values


def test_an_exporter_files_with_a_province_and_nothing_else_does(command: Command) -> None:
    command("account organisation add zhejiang --kind province --name Zhejiang")
    added = command("account organisation add jl-mag --kind exporter --name Magnets")
    assert "No checker sees the cases of jl-mag yet" in added.stderr
    command("account organisation province jl-mag zhejiang")
    listed = {one["short"]: one for one in json.loads(command("account organisation list --json").stdout)}
    assert (listed["jl-mag"]["province"], listed["zhejiang"]["province"]) == ("zhejiang", None)
    told = json.loads(command("audit show organisation/jl-mag --json").stdout)[-1]
    assert (told["before"], told["after"]) == ({"province": None}, {"province": "zhejiang"})
    for words, said in [
        ("account organisation province zhejiang jl-mag", "files with no province"),
        ("account organisation province jl-mag jl-mag", "jl-mag is no province"),
        ("account organisation province jl-mag nowhere", "There is no organisation 'nowhere'"),
        ("account organisation add other --kind exporter --name Other --province jl-mag", "jl-mag is no province"),
    ]:
        assert said in command(words, 2).stderr
    assert "other" not in command("account organisation list").stdout


def test_the_example_has_somebody_in_each_role_and_is_not_let_in_beside_others(command: Command) -> None:
    made = json.loads(command("account example --json").stdout)
    assert {one["role"] for one in made} == {one.value for one in Role if one is not Role.OPERATOR}
    for one in made:
        keeps = one["role"] in ("administrator", "auditor")
        command("token list", 0 if keeps else 2, COCKET_TOKEN=one["token"])
    refused = command("account example", 2).stderr
    assert "Accounts are kept here already" in refused
    assert "The audit holds" in command("audit verify").stdout


def test_commands_on_licences_and_the_gate_ask_who_it_is(command: Command) -> None:
    """What each role is told is the policy's word and tried over HTTP; here, that the commands ask it at all."""
    made = {one["role"]: one["token"] for one in json.loads(command("account example --json").stdout)}
    single = f"licence issue {ROOT / 'examples' / 'licences' / 'single.yaml'}"
    assert "COCKET_TOKEN: is not set" in command(single, 2).stderr
    assert "Who may: approver" in command(single, 2, COCKET_TOKEN=made["officer"]).stderr
    for words in ("licence list", "gate show D-1", "case list", "decision show D-1"):
        assert "COCKET_TOKEN: is not set" in command(words, 2).stderr, words
        assert "may not read" in command(words, 2, COCKET_TOKEN=made["signatory"]).stderr, words
    shipments = f"gate declare {ROOT / 'examples' / 'border' / 'shipments.csv'} --day 2026-06-15"
    assert "Who may: customs_officer" in command(shipments, 2, COCKET_TOKEN=made["applicant"]).stderr
    assert "The receipts hold" in command("gate verify").stdout
    assert (
        "Who may: customs_officer, auditor, operator" in command("gate verify", 2, COCKET_TOKEN=made["adviser"]).stderr
    )
