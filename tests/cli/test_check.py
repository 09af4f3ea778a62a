"""``cocket check``: every row answered, in the form and with the exit code that a reader or a script relies on."""

import csv
import io
import json
import signal
import subprocess
from datetime import timedelta
from pathlib import Path

import pytest
from openpyxl import load_workbook

from cocket.cli.screen import shown_width
from cocket.law.lawbook import load_lawbook
from cocket.law.stale import looked_after_until
from tests.cli.command import CAUGHT, COMMAND, FREE, OPEN, ORDERS, cocket, environment, orders


@pytest.mark.parametrize(
    ("rows", "code"),
    [((FREE,), 0), ((FREE, CAUGHT), 1), ((FREE, CAUGHT, OPEN), 3), ((OPEN, "4,P-4,blancmange,,,,,,,,,,"), 2)],
    ids=["all free", "a licence", "something open", "a bad row"],
)
def test_the_exit_code_says_what_a_script_must_know(tmp_path: Path, rows: tuple[str, ...], code: int) -> None:
    assert cocket("check", orders(tmp_path, *rows), code=code).stdout


def test_plain_text_shows_every_row_then_the_counts_and_what_to_ask() -> None:
    answer = cocket("check", ORDERS, code=3)
    table, counts, asking, _ = answer.stdout.split("\n\n")
    rows = table.splitlines()[1:]
    assert [row.split()[:2] for row in rows] == [[str(number + 1), str(number)] for number in range(1, 11)]
    assert "4  facts missing (NEEDS_FACTS)" in counts
    assert "Strictest answer: facts missing (NEEDS_FACTS)" in counts
    assert "For product PLM-210 of Tin Teapot Magnetics please certify the dysprosium" in asking
    assert asking.count("Tin Teapot Magnetics") == 1
    assert answer.stderr == ""


@pytest.mark.parametrize(("columns", "width"), [({}, 100), ({"COLUMNS": "80"}, 80)])
def test_plain_text_keeps_to_its_width(columns: dict[str, str], width: int) -> None:
    lines = cocket("check", ORDERS, "--lang", "zh", code=3, **columns).stdout.splitlines()
    assert max(map(shown_width, lines)) <= width
    assert any("关于产品 PLM-210" in line for line in lines)


def test_the_locale_chooses_the_language(tmp_path: Path) -> None:
    assert "需要许可" in cocket("check", orders(tmp_path, CAUGHT), code=1, LANG="zh_CN.UTF-8").stdout


def test_an_answer_for_a_day_after_the_last_look_at_the_law_says_so(tmp_path: Path) -> None:
    looked = looked_after_until(load_lawbook())
    last, after = (CAUGHT.replace("2025-05-02", str(day)) for day in (looked, looked + timedelta(days=1)))
    assert "the oldest look" not in cocket("check", orders(tmp_path, last), "--known", "2027-01-01", code=1).stderr
    file = orders(tmp_path, after)
    told = f"note: some answers are for days after {looked}, the oldest look for changes of the law"
    assert told in cocket("check", file, "--known", "2027-01-01", code=1).stderr
    assert told in cocket("check", file, "--known", "2027-01-01", "--json", code=1).stderr
    shown = f"This day lies after the last look for changes and new announcements: {looked}"
    assert shown in cocket("why", file, "--row", 2, "--known", "2027-01-01", code=1).stdout
    assert shown not in cocket("why", file, "--row", 2, "--known", str(looked), code=1).stdout


def test_json_lines_hold_one_object_for_each_row() -> None:
    lines = [json.loads(line) for line in cocket("check", ORDERS, "--json", code=3).stdout.splitlines()]
    assert [one["line"] for one in lines] == [str(number) for number in range(1, 11)]
    assert lines[3]["answer"] == "NEEDS_FACTS"
    assert set(lines[3]["ask"]) == {"composition.Dy", "composition.Tb"}
    assert len({one["law_digest"] for one in lines}) == 1


def test_csv_goes_whole_to_the_standard_output() -> None:
    text = cocket("check", ORDERS, "--format", "csv", code=3).stdout
    rows = list(csv.DictReader(io.StringIO(text)))
    assert len(rows) == 10
    assert rows[9]["codes"] == "1C904.a.4; 1C905.a.4"
    assert rows[9]["warnings"] == "hs_mismatch"


def test_answers_go_into_a_workbook(tmp_path: Path) -> None:
    out = tmp_path / "answers.xlsx"
    assert str(out) in cocket("check", ORDERS, "--out", out, code=3).stdout
    header, first, *others = load_workbook(out).worksheets[0].iter_rows(values_only=True)
    assert dict(zip(header, first, strict=True))["product"] == "PLM-101"
    assert len(others) == 9


def test_what_was_known_changes_the_answer() -> None:
    known_then = cocket("check", ORDERS, "--known", "2025-06-11", "--json", code=3).stdout.splitlines()
    assert json.loads(known_then[8])["answer"] == "CONSULT"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--format", "xlsx"], "add --out"),
        (["--format", "csv", "--out", "answers.xlsx"], "does not fit"),
        (["--json", "--format", "csv"], "contradict"),
        (["--out", str(ORDERS)], "is the list itself"),
        (["--known", "30 February 2025"], "does not exist"),
        (["--out", "answers.doc"], 'the ending ".doc" is not known'),
    ],
)
def test_options_that_make_no_sense_are_refused(arguments: list[str], words: str) -> None:
    before = ORDERS.read_bytes()
    assert words in cocket("check", ORDERS, *arguments, code=2).stderr
    assert ORDERS.read_bytes() == before


def test_a_reader_that_goes_away_is_no_error(tmp_path: Path) -> None:
    many = orders(tmp_path, *[FREE] * 3000)
    running = subprocess.Popen(
        [*COMMAND, "check", str(many), "--json"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment()
    )
    assert running.stdout is not None
    assert running.stderr is not None
    running.stdout.readline()
    running.stdout.close()
    complaints = running.stderr.read()
    running.stderr.close()
    assert running.wait(timeout=60) == 141
    assert complaints == b""


def test_an_interrupt_ends_the_command_quietly(tmp_path: Path) -> None:
    many = orders(tmp_path, *[FREE] * 3000)
    running = subprocess.Popen(
        [*COMMAND, "check", str(many), "--json"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment()
    )
    assert running.stdout is not None
    running.stdout.readline()
    running.send_signal(signal.SIGINT)
    _, complaints = running.communicate(timeout=60)
    assert running.returncode == 130
    assert complaints == b""


def test_where_the_text_does_not_decide_the_question_to_put_is_told_once(tmp_path: Path) -> None:
    trace = "4,P-4,magnet,NdFeB,29,0.005,0,,10,DE,2025-05-02,Kettle Works,pumps"
    done = cocket("check", orders(tmp_path, trace, trace.replace("4,P-4", "5,P-5")), code=3)
    told = done.stdout[done.stdout.index("To put to the authority") :]
    assert told.count("is a trace below 0.01 %") == 1 and "lines 4, 5" in told.replace("\n     ", " ")
    assert "2025 No. 18" in told
