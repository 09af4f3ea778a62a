"""``cocket licence`` as a process: issue, show, suspend, and what is said when it cannot be done."""

import json
import re
import sqlite3
import subprocess
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from cocket.cli.words import table_of
from cocket.ledger import Kind, Part, movement, open_ledger
from cocket.licensing.licences.condition import Field, ReportedEvent
from cocket.licensing.licences.licence import Kind as LicenceKind
from cocket.licensing.licences.status import UNMET, WHY_NOT, Move, Status
from cocket.quantity import Amount, Money, find_unit
from tests.cli.command import cocket

TODAY = datetime.now(UTC).date()  # the command reads the machine's clock
NUMBER = "26-AA-100001"
Command = Callable[..., subprocess.CompletedProcess[str]]


def licence_text(**changes: str) -> str:
    parts = {
        "number": NUMBER,
        "kind": "general",
        "issued_on": f'"{TODAY - timedelta(days=1)}"',
        "valid_until": f'"{TODAY + timedelta(days=300)}"',
        "quantity": "100 kg",
    } | changes
    return f"""\
number: {parts["number"]}
kind: {parts["kind"]}
regime: dual_use
holder: {{name: Ningde Magnet Works, country: "CN"}}
issued_on: {parts["issued_on"]}
valid_until: {parts["valid_until"]}
lines:
  - control_code: "1C902.a.4"
    goods: samarium-cobalt magnets
    destinations: ["DE"]
    end_users: [{{name: Kettle Works GmbH, also: [凯特尔]}}]
    quantity: {parts["quantity"]}
    value: 5000 CNY
    conditions: [{{only: port, in: [CNSHA]}}, {{declared_until: "2099-01-01"}}, {{report: arrival, within_days: 30}}]
"""


@pytest.fixture
def command(tmp_path: Path) -> Command:
    """The command with a database of its own."""

    def run(*arguments: object, code: int = 0, **changes: str) -> subprocess.CompletedProcess[str]:
        return cocket("licence", *arguments, code=code, **{"XDG_DATA_HOME": str(tmp_path), **changes})

    return run


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "licence.yaml"
    path.write_text(licence_text(), encoding="utf-8")
    return path


def test_issue_show_suspend_and_the_ledger_refuses(command: Command, file: Path, tmp_path: Path) -> None:
    assert "is issued; 1 lines" in command("issue", file, "--by", "Officer Li").stdout
    database = tmp_path / "cocket" / "cocket.db"
    part = Part(f"{NUMBER}/1", Amount(40_000_000, find_unit("kg")))
    with open_ledger(database) as ledger:
        value = Part(part.line, part.quantity, None)
        assert ledger.post(movement("d0", Kind.WRITE_OFF, TODAY, [value])).refusal, "the value is limited too"
    shown = command("show", NUMBER).stdout
    assert "100 kg: 0 kg written off, 0 kg reserved, 100 kg left" in shown
    assert "port: only CNSHA" in shown and "Officer Li: issued from licence.yaml" in shown
    assert "nothing can be drawn" in command("suspend", NUMBER, "--why", "end use in doubt").stdout
    with open_ledger(database) as ledger:
        refused = ledger.post(movement("d1", Kind.WRITE_OFF, TODAY, [part])).refusal
        assert refused is not None
        assert refused.reason == "not_usable"
    assert "SUSPENDED" in command("show", NUMBER, code=1).stdout
    command("resume", NUMBER, "--why", "cleared")
    assert cocket("ledger", "verify", database).stdout.startswith("The ledger holds: 5 entries")


def test_json_for_a_script(command: Command, file: Path) -> None:
    said = json.loads(command("issue", file, "--json").stdout)
    assert said == {"number": NUMBER, "move": "issue", "status": "valid"}
    shown = json.loads(command("show", NUMBER, "--json").stdout)
    assert (shown["status"], shown["standing"]) == ("valid", "valid")
    assert shown["lines"][0]["balance"]["quantity"] == {"written_off": "0 kg", "reserved": "0 kg", "left": "100 kg"}
    assert [step["move"] for step in shown["steps"]] == ["issue"]
    listed = json.loads(command("list", "--json").stdout)
    assert [one["number"] for one in listed["items"]] == [NUMBER] and listed["next"] is None
    assert json.loads(command("list", "--status", "revoked", "--json").stdout)["items"] == []


def test_what_the_table_does_not_allow_ends_with_1_and_says_why(command: Command, file: Path) -> None:
    command("issue", file)
    command("revoke", NUMBER, "--why", "false certificate")
    done = command("resume", NUMBER, "--why", "mistake", code=1)
    assert done.stderr == f"cocket: {NUMBER} cannot be resumed: it was revoked, for good. Nothing was changed.\n"
    zh = command("resume", NUMBER, "--why", "错误", "--lang", "zh", code=1)
    assert zh.stderr == f"cocket：{NUMBER} 不能恢复：该证已撤销，不可恢复。未作任何更改。\n"


def test_an_amendment_from_its_beginning_to_the_new_licence(command: Command, file: Path, tmp_path: Path) -> None:
    command("issue", file)
    command("amend", NUMBER, "--why", "more is needed")
    assert "IN AMENDMENT" in command("show", NUMBER, code=1).stdout
    new = tmp_path / "new.yaml"
    new.write_text(licence_text(number="26-AA-100002").replace('"DE"', '"FR"', 1), encoding="utf-8")
    refused = command("replace", NUMBER, new, "--why", "granted", code=2)
    assert "destinations of line 26-AA-100002/1" in refused.stderr
    new.write_text(licence_text(number="26-AA-100002", quantity="200 kg"), encoding="utf-8")
    done = json.loads(command("replace", NUMBER, new, "--why", "granted", "--json").stdout)
    assert done == {"number": "26-AA-100002", "move": "replace", "status": "valid"}
    assert json.loads(command("show", NUMBER, "--json", code=1).stdout)["steps"][-1]["other"] == "26-AA-100002"
    assert "  replaced (26-AA-100002)  " in command("show", NUMBER, code=1).stdout
    assert f"  issued ({NUMBER})  " in command("show", "26-AA-100002").stdout
    command("surrender", "26-AA-100002", "--why", "order cancelled")
    assert ", 200 kg lapsed\n" in command("show", "26-AA-100002", code=1).stdout
    late = command("keep", "26-AA-100002", "--why", "mistake", code=1)
    assert "handed it back, for good" in late.stderr


def test_bad_input_ends_with_2_and_one_line(command: Command, file: Path, tmp_path: Path) -> None:
    command("issue", file)
    bad = tmp_path / "bad.yaml"
    bad.write_text(licence_text(quantity="100 stone"), encoding="utf-8")
    beyond = tmp_path / "beyond.yaml"
    beyond.write_text(licence_text(number="26-AA-2", valid_until='"2099-01-01"'), encoding="utf-8")
    for arguments, said in [
        (("issue", bad), 'bad.yaml:12: lines[0].quantity: The unit "stone" is not known here'),
        (("issue", tmp_path / "none.yaml"), "none.yaml"),
        (("issue", beyond), "Decree No. 792, Art. 15"),
        (("issue", file), "was issued before"),
        (("show", "26-АА-100001"), "CYRILLIC CAPITAL LETTER A"),
        (("show", "26-AA-1OOOO1"), f"{NUMBER} was issued, which has the digit 0 for the letter O in place 8"),
        (("suspend", "26-AA-9", "--why", "x"), "There is no licence 26-AA-9"),
        (("suspend", NUMBER, "--why", " "), "why: No reason is given"),
        (("suspend", NUMBER, "--why", "x", "--by", ""), "by: Nobody is named"),
        (("list", "--status", "fine"), "fine is no status"),
    ]:
        stderr = command(*arguments, code=2).stderr
        assert said in stderr, stderr
        assert stderr.count("\n") == 1
    assert [step["move"] for step in json.loads(command("show", NUMBER, "--json").stdout)["steps"]] == ["issue"]


def test_a_reason_must_be_given(command: Command, file: Path) -> None:
    assert "--why" in command("suspend", NUMBER, code=2).stderr


def test_an_end_that_nobody_booked_is_shown_all_the_same(command: Command, file: Path) -> None:
    past = licence_text(issued_on='"2025-01-01"', valid_until=f'"{TODAY - timedelta(days=2)}"')
    file.write_text(past, encoding="utf-8")
    command("issue", file)
    shown = command("show", NUMBER, code=1).stdout
    assert "EXPIRED" in shown and "booked as valid" in shown
    assert "end was booked now: 1" in command("expire").stdout
    assert "booked as" not in command("show", NUMBER, code=1).stdout
    assert "end was booked now: 0" in command("expire").stdout


def test_what_is_wrong_with_the_file_is_told_in_chinese(command: Command, file: Path, tmp_path: Path) -> None:
    whole = licence_text()
    backwards = 'valid_from: "2099-01-01"\n    quantity'
    for text, said in [
        (whole.replace(f'"{TODAY - timedelta(days=1)}"', "2026-01-01"), "5: issued_on：2026-01-01 没有加引号。请写作"),
        (whole.replace("goods:", "good:"), "9: lines[0].good：键“good”无法识别。此处可用的键：control_code、goods、"),
        (whole.replace('"1C902.a.4"', "SmCo"), "“SmCo”不是管制编码。请写作"),
        (whole.replace("quantity", backwards), "lines[0]：该行至"),
        ("", "licence.yaml:1：文件是空的。请以其格式中的键开头"),
    ]:
        file.write_text(text, encoding="utf-8")
        stderr = command("issue", file, "--lang", "zh", code=2).stderr
        assert said in stderr, stderr
    missing = command("issue", tmp_path / "none.yaml", code=2).stderr
    assert missing == "cocket: none.yaml:1: cannot be read: No such file or directory. Check the name and the folder\n"


def test_a_licence_that_has_not_begun_is_not_valid_today(command: Command, file: Path) -> None:
    begins = TODAY + timedelta(days=9)
    text = licence_text().replace("valid_until:", f'valid_from: "{begins}"\nvalid_until:')
    file.write_text(text, encoding="utf-8")
    command("issue", file)
    assert f"not to be used before {begins}" in command("show", NUMBER, code=1).stdout


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("mysql://x:secret@y/z", "DATABASE_URL begins with 'mysql'"),
        ("sqlite://", "names no file"),
        ("orders.db", "DATABASE_URL is no address"),
        ("postgresql://x:secret@y:port/z", "DATABASE_URL is no address"),
        ("postgresql://x:secret@127.0.0.1", "DATABASE_URL names no database"),
        ("postgresql://nobody:secret@127.0.0.1:1/none", "The database of licences cannot be used"),
    ],
)
def test_a_database_that_is_none_is_told_without_its_password(command: Command, url: str, said: str) -> None:
    stderr = command("list", code=2, DATABASE_URL=url).stderr
    assert said in stderr and "secret" not in stderr
    assert stderr.count("\n") == 1


def test_a_home_that_cannot_be_written_is_told(command: Command, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    stderr = command("list", code=2, XDG_DATA_HOME=str(tmp_path / "file")).stderr
    assert "Set XDG_DATA_HOME" in stderr


def test_tables_of_a_newer_version_are_left_alone(command: Command, file: Path, tmp_path: Path) -> None:
    command("issue", file)
    with closing(sqlite3.connect(tmp_path / "cocket" / "cocket.db", isolation_level=None)) as connection:
        connection.execute(
            "insert into django_migrations (app, name, applied) values ('licensing', '9999_more', '2030-01-01')"
        )
    assert "newer version of cocket" in command("show", NUMBER, code=2).stderr


def test_every_name_has_words() -> None:
    for lang in ("en", "zh"):
        words = table_of(lang)
        named = {
            "status": tuple(Status), "move": tuple(Move), "kind": tuple(LicenceKind), "field": tuple(Field),
            "event": tuple(ReportedEvent), "why_not": [one or "none" for one in WHY_NOT] + list(UNMET),
        }  # fmt: skip
        for kind, values in named.items():
            found = {key.removeprefix(f"licence.{kind}.") for key in words if re.match(rf"licence\.{kind}\.", key)}
            assert found == set(values)


def test_a_report_is_due_late_and_kept(command: Command, tmp_path: Path) -> None:
    file = tmp_path / "old.yaml"
    file.write_text(licence_text(issued_on=f'"{TODAY - timedelta(days=100)}"'), encoding="utf-8")
    command("issue", file, "--by", "Officer Li")
    kilograms, yuan = Amount(40_000_000, find_unit("kg")), Money(100_000, "CNY")
    exported = TODAY - timedelta(days=60)
    with open_ledger(tmp_path / "cocket" / "cocket.db") as ledger:
        drawn = movement("D-1", Kind.WRITE_OFF, exported, [Part(f"{NUMBER}/1", kilograms, yuan)])
        assert ledger.post(drawn).accepted
    due = TODAY - timedelta(days=30)
    assert f"arrival: not reported, and late since {due}" in command("reports", NUMBER, code=1).stdout
    assert "未报告" in command("reports", "--lang", "zh", code=1).stdout
    tell = ("report", NUMBER, "--export", "D-1", "--by", "Li", "--why", "whole", "--on", str(exported))
    assert "'birth' is nothing to report on" in command(*tell, "--event", "birth", code=2).stderr
    kept = json.loads(command(*tell, "--event", "arrival", "--json").stdout)
    assert (kept["happened_on"], kept["overdue"]) == (str(exported), False)
    assert command("reports").stdout == "No report is due.\n"
    assert f"arrival: on {exported}, as reported" in command("reports", NUMBER).stdout


def test_what_is_left_of_each_period_is_shown(command: Command, file: Path, tmp_path: Path) -> None:
    days = [TODAY + timedelta(days=number) for number in (-1, 100, 101, 300)]
    first, last, second, end = days
    periods = f"""periods:
      - {{first: "{first}", last: "{last}", quantity: 60 kg, value: 4000 CNY}}
      - {{first: "{second}", last: "{end}", quantity: 70 kg}}
    conditions"""
    file.write_text(licence_text().replace("conditions", periods), encoding="utf-8")
    command("issue", file)
    with open_ledger(tmp_path / "cocket" / "cocket.db") as ledger:
        for name, kind, kilograms in (("d1", Kind.WRITE_OFF, 15), ("d2", Kind.RESERVE, 5)):
            part = Part(f"{NUMBER}/1", Amount(kilograms * 1_000_000, find_unit("kg")), Money(kilograms * 1000, "CNY"))
            assert ledger.post(movement(name, kind, TODAY, [part])).accepted
    shown = command("show", NUMBER).stdout
    told = "60 kg: 15 kg written off, 5 kg reserved, 40 kg left; "
    told += "4000 CNY: 150 CNY written off, 50 CNY reserved, 3800 CNY left"
    assert f"{first} to {last}: {told}" in shown
    assert f"{second} to {end}: 70 kg: 0 kg written off, 0 kg reserved, 70 kg left\n" in shown
    assert "exports     2 made or under way, " in shown  # what is only reserved has not left
    view = json.loads(command("show", NUMBER, "--json").stdout)
    left = [period["balance"]["quantity"]["left"] for period in view["lines"][0]["periods"]]
    assert left == ["40 kg", "70 kg"]
