"""``cocket gate`` as a process, on SQLite and on PostgreSQL."""

import json
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from tests.cli.command import ROOT, cocket, environment
from tests.ledger.conftest import cluster, postgres, where  # noqa: F401  # fixtures are found by their names here

BORDER = ROOT / "examples" / "border"
SHIPMENTS = BORDER / "shipments.csv"
ISSUE = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from cocket.config.start import start
start()
from cocket.law.lawbook import load_lawbook
from cocket.licensing.licences.reading import read_licence_file
from cocket.licensing.records.moving import Ordered, issue
for file in sorted(Path(sys.argv[1]).glob("*.yaml")):
    issue(read_licence_file(file), Ordered("Ministry", "test", datetime(2026, 6, 1, 2, tzinfo=UTC)), load_lawbook())
"""

Gate = Callable[..., "subprocess.CompletedProcess[str]"]


def desk_on(database: str) -> Gate:
    """The command on a database with the licences of the example."""
    url = database if "://" in database else f"sqlite:///{database}"
    done = subprocess.run(
        [sys.executable, "-c", ISSUE, str(BORDER / "licences")],
        env=environment(DATABASE_URL=url),
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr

    def run(*arguments: object, code: int = 0, **changes: str) -> "subprocess.CompletedProcess[str]":
        return cocket("gate", *arguments, code=code, DATABASE_URL=url, **changes)

    return run


@pytest.fixture
def gate(tmp_path: Path) -> Gate:
    return desk_on(str(tmp_path / "gate.db"))


def answers(shown: str) -> list[str]:
    return [line for line in shown.splitlines() if line.startswith("Declaration ")]


def test_shipments_are_released_refused_and_held_and_asked_again_get_the_same_receipts(
    where: str,  # noqa: F811  # the fixture
) -> None:
    gate = desk_on(where)
    first = gate("declare", SHIPMENTS, "--day", "2026-06-15", code=1).stdout
    assert answers(first) == [
        "Declaration D-1: RELEASED",
        "Declaration D-2: REFUSED",
        "Declaration D-3: REFUSED",
        "Declaration D-4: RELEASED",
        "Declaration D-5: RELEASED",
        "Declaration D-6: RELEASED",
        "Declaration D-7: REFUSED",
        "Declaration D-8: HELD",
    ]
    assert "  ledger: written off from 26-AA-100001/2, entry 2" in first
    again = gate("declare", SHIPMENTS, "--day", "2026-06-16", code=1).stdout
    assert "asked before; this is the first answer" in again
    assert [line for line in again.splitlines() if "asked before" not in line] == first.splitlines()
    assert "The receipts hold: 8 of them" in gate("verify").stdout
    chinese = gate("declare", SHIPMENTS, "--day", "2026-06-15", "--lang", "zh", code=1).stdout
    assert "报关单 D-3：不予放行" in chinese and "数量不符：申报为 500 kg，应为 ≤ 480 kg" in chinese


def test_a_hold_ends_with_a_laboratory_result_and_the_history_shows_both(gate: Gate) -> None:
    gate("declare", SHIPMENTS, "--day", "2026-06-15", code=1)
    gate("show", "D-8", code=3)
    given = ["--line", "1", "--by", "Tin Spectrometer Laboratory", "--date", "2026-06-16", "--day", "2026-06-16"]
    paper = ["--paper", BORDER / "laboratory-D-8.txt", "--composition", "Dy 0; Tb 0"]
    assert "D-8: RELEASED" in gate("event", "D-8", "laboratory", *given, *paper).stdout
    shown = gate("show", "D-8").stdout
    assert "2026-06-16  laboratory result by Tin Spectrometer Laboratory, line 1: RELEASED" in shown
    receipts = [json.loads(line) for line in gate("show", "D-8", "--json").stdout.splitlines()]
    assert [receipt["answer"] for receipt in receipts] == ["hold", "release"]
    assert receipts[1]["event"]["composition"] == {"Dy": "0", "Tb": "0"}
    assert len(receipts[1]["event"]["sha256"]) == 64


def test_an_event_that_shows_nothing_is_told_in_one_line(gate: Gate) -> None:
    gate("declare", SHIPMENTS, "--day", "2026-06-15", code=1)
    for given, told in NOTHING_SHOWN:
        done = gate("event", "D-8", *given, "--line", "1", "--by", "X", "--date", "2026-06-15", code=2)
        assert told in done.stderr and done.stderr.count("\n") == 1
    assert len(gate("show", "D-8", "--json", code=3).stdout.splitlines()) == 1


NOTHING_SHOWN: list[tuple[list[object], str]] = [
    (["laboratory", "--composition", "Dy 0"], "event laboratory: rests on no paper"),
    (["laboratory", "--paper", "none.pdf", "--composition", "Dy 0"], "there is no such file"),
    (["laboratory", "--paper", SHIPMENTS], "event laboratory: says nothing"),
    (["papers", "--paper", SHIPMENTS, "--fact", "end_use"], "this is no NAME=VALUE"),
    (["papers", "--paper", SHIPMENTS, "--fact", "end_use=pumps"], "papers is not what is asked for"),
]


def test_a_declaration_that_changed_is_refused_with_what_changed(gate: Gate, tmp_path: Path) -> None:
    gate("declare", SHIPMENTS, "--day", "2026-06-15", code=1)
    other = tmp_path / "other.csv"
    text = SHIPMENTS.read_text(encoding="utf-8")
    other.write_text(text.replace(",480,165600,", ",481,165600,"), encoding="utf-8")
    done = gate("declare", other, "--day", "2026-06-15", code=2)
    told = "declaration D-4: was declared before, and differs: line 1, quantity: first 480 kg, now 481 kg"
    assert told in done.stderr


def test_what_a_refused_declaration_lacked_is_not_told_as_if_it_could_still_be_shown(
    gate: Gate, tmp_path: Path
) -> None:
    both = tmp_path / "both.csv"
    first, *rows = SHIPMENTS.read_text(encoding="utf-8").splitlines()
    held = rows[-1]
    refused = held.replace("D-8,1,", "D-8,2,").replace(",,本批货物不属于两用物项", ",26-AA-999999,")
    both.write_text("\n".join([first, held, refused]) + "\n", encoding="utf-8")
    shown = gate("declare", both, "--day", "2026-06-15", code=1).stdout
    assert "      too late to show for this declaration: laboratory result: Dy, Tb in mass %" in shown
    assert "      show:" not in shown


def test_reasons_stand_beside_one_another_by_the_sign_of_the_language(gate: Gate, tmp_path: Path) -> None:
    several = tmp_path / "several.csv"
    text = SHIPMENTS.read_text(encoding="utf-8")
    several.write_text(text.replace(",VN,Ningbo,", ",TH,Ningbo,"), encoding="utf-8")
    shown = gate("declare", several, "--day", "2026-06-15", "--lang", "zh", code=1).stdout
    assert "目的地不符：申报为 TH，应为 VN；数量不符：申报为 500 kg，应为 ≤ 480 kg" in shown


def test_a_day_to_come_is_no_answer_that_stays(gate: Gate) -> None:
    done = gate("declare", SHIPMENTS, "--day", "2149-01-01", code=2)
    assert done.stderr.startswith("cocket: --day: 2149-01-01 has not come yet, and here it is ")
    assert "nothing was declared under this number" in gate("show", "D-1", code=2).stderr


def test_one_declaration_that_cannot_be_judged_keeps_none_of_the_others_from_its_answer(
    gate: Gate, tmp_path: Path
) -> None:
    first, *rows = SHIPMENTS.read_text(encoding="utf-8").splitlines()
    wrong = [row.replace(",2026-06-15,", ",2026-01-15,") if row.startswith("D-3") else row for row in rows]
    several = tmp_path / "several.csv"
    several.write_text("\n".join([first, *wrong]) + "\n", encoding="utf-8")
    done = gate("declare", several, "--day", "2026-06-15", code=2)
    assert [line.split(":")[0].split(" ")[1] for line in answers(done.stdout)] == [
        "D-1", "D-2", "D-4", "D-5", "D-6", "D-7", "D-8",
    ]  # fmt: skip
    fault, whole = done.stderr.splitlines()
    assert fault.startswith('cocket: declaration D-3, column "date": bears the day 2026-01-15')
    assert whole == "Declarations without an answer: 1 of 8; the others are answered."


def test_of_a_file_with_a_row_that_cannot_be_read_nothing_is_declared_and_that_is_said(
    gate: Gate, tmp_path: Path
) -> None:
    several = tmp_path / "several.csv"
    text = SHIPMENTS.read_text(encoding="utf-8")
    several.write_text(text.replace(",480,165600,", ',"1,480",165600,'), encoding="utf-8")
    done = gate("declare", several, "--day", "2026-06-15", code=2)
    assert done.stdout == "" and done.stderr.splitlines()[0] == "Nothing of several.csv was declared:"
    assert "nothing was declared under this number" in gate("show", "D-1", code=2).stderr


def test_a_number_under_which_nothing_was_declared_is_told(gate: Gate) -> None:
    assert "nothing was declared under this number" in gate("show", "D-99", code=2).stderr


def test_a_look_alike_letter_in_the_number_of_a_licence_is_named(gate: Gate, tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.csv"
    text = SHIPMENTS.read_text(encoding="utf-8")
    wrong.write_text(text.replace("26-AA-100003", "26-AА-100003"), encoding="utf-8")
    done = gate("declare", wrong, code=2)
    assert 'row 6, column "Licence No": Sign 5 of the number' in done.stderr
    assert "CYRILLIC CAPITAL LETTER A" in done.stderr
    near = tmp_path / "near.csv"
    near.write_text(text.replace("26-AA-100003", "26-AA-1OOOO3"), encoding="utf-8")
    shown = gate("declare", near, "--day", "2026-06-15", code=1).stdout
    assert "26-AA-100003 was issued, which has the digit 0 for the letter O in place" in shown
    shown = gate("declare", near, "--day", "2026-06-15", "--lang", "zh", code=1).stdout
    assert "没有许可证 26-AA-1OOOO3；已签发的是 26-AA-100003，其第 8 位是数字 0而非字母 O" in shown


@pytest.mark.parametrize("trouble", ["read-only", "full"])
def test_a_database_that_takes_nothing_is_told_and_keeps_nothing(tmp_path: Path, trouble: str) -> None:
    database = tmp_path / "gate.db"
    url = f"sqlite:///{database}"
    cocket("gate", "verify", DATABASE_URL=url)
    with closing(sqlite3.connect(database)) as connection:
        connection.execute("pragma journal_mode = delete")
        pages = connection.execute("pragma page_count").fetchone()[0]
    if trouble == "read-only":
        database.chmod(0o444)
        tmp_path.chmod(0o555)
    command = [sys.executable, "-c", FILLED.format(pages=pages if trouble == "full" else 0), str(SHIPMENTS)]
    done = subprocess.run(
        command, env=environment(DATABASE_URL=url), cwd=ROOT, capture_output=True, text=True, check=False
    )
    tmp_path.chmod(0o755)
    database.chmod(0o644)
    if trouble == "read-only" and done.returncode == 1:
        pytest.skip("whoever runs this may write where nobody may")
    assert done.returncode == 2 and done.stderr.count("\n") == 1 and "Traceback" not in done.stderr, done.stderr
    with closing(sqlite3.connect(database)) as connection:
        assert connection.execute("select count(*) from gate_step").fetchone() == (0,)


FILLED = """
import sqlite3, sys
from cocket.ledger import sqlite_book
connect = sqlite_book.connect
def limited(path):
    found = connect(path)
    if {pages}:
        found.execute("pragma max_page_count = {pages}")
    return found
sqlite_book.connect = limited
sys.argv = ["cocket", "gate", "declare", sys.argv[1], "--day", "2026-06-15"]
from cocket.cli.main import main
sys.exit(main())
"""


def test_what_is_wrong_is_told_in_chinese(gate: Gate, tmp_path: Path) -> None:
    gate("declare", SHIPMENTS, "--day", "2026-06-15", code=1)
    text = SHIPMENTS.read_text(encoding="utf-8")
    other, worthless = tmp_path / "other.csv", tmp_path / "worthless.csv"
    other.write_text(text.replace(",480,165600,", ",481,165600,"), encoding="utf-8")
    worthless.write_text(text.replace(",480,165600,", ",480,0,"), encoding="utf-8")

    def told(*arguments: object) -> str:
        shown = gate(*arguments, "--lang", "zh", code=2).stderr.splitlines()
        return next(line for line in shown if line.startswith("cocket"))

    assert told("show", "D-99") == "cocket: 报关单 D-99：该编号下没有申报。请核对编号。"
    assert told("declare", other, "--day", "2026-06-15") == (
        "cocket: 报关单 D-4：此前已申报，且内容不同：第 1 项，数量：首次为 480 kg，现为 481 kg。"
        "首次答复仍然有效；其他货物请以另一编号申报。"
    )
    assert told("declare", worthless) == (
        "cocket: worthless.csv，第 7 行，“Value (CNY)”列：0 CNY 不是货值。免费提供的货物也有价值，请按其实际价值填写。"
    )
    strange = tmp_path / "strange.csv"
    strange.write_text(text.replace("D-4,", "单-4,"), encoding="utf-8")
    assert "“Declaration No”列：报关单编号 '单-4' 含有 CJK UNIFIED IDEOGRAPH-5355。请只用" in told("declare", strange)
    late = ("event", "D-4", "papers", "--line", "1", "--by", "X", "--date", "2026-06-15", "--paper", SHIPMENTS)
    assert told(*late, "--fact", "end_use=pumps") == "cocket: 报关单 D-4：答复为 放行。无需再出示任何内容。"
    shown = ("event", "D-8", "papers", "--line", "1", "--by", "X", "--date", "2026-06-15", "--paper", SHIPMENTS)
    assert told(*shown, "--fact", "end_use=pumps").startswith(
        "cocket: 报关单 D-8，第 1 项：没有要求 papers。请出示所要求的内容：laboratory（"
    )
