"""``cocket bom`` as a process: a table for people, data for programs, and codes for scripts."""

import json
from pathlib import Path

from tests.cli.command import ROOT, cocket, written

BILL = ROOT / "examples" / "bill-of-materials" / "bill.csv"
TEXT = BILL.read_text(encoding="utf-8")
DATED = ("--known", "2026-11-22")


def bill(folder: Path, old: str, new: str) -> Path:
    assert old in TEXT
    return written(folder / "bill.csv", TEXT.replace(old, new).splitlines())


def test_the_example_lacks_one_price_and_is_open() -> None:
    done = cocket("bom", BILL, *DATED, code=3)
    assert "≥0.0741489 %" in done.stdout and "is open" in done.stdout
    assert "find out of part TB-1 (row 6): its price" in done.stdout
    assert max(map(len, done.stdout.splitlines())) <= 100


def test_with_the_price_the_limit_is_reached(tmp_path: Path) -> None:
    done = cocket("bom", bill(tmp_path, "0.000004,kg,\n", "0.000004,kg,900\n"), *DATED)
    assert "The limit of 0.1 %, included, is reached." in done.stdout


def test_a_share_of_exactly_the_limit_reaches_it_and_a_hair_less_does_not(tmp_path: Path) -> None:
    head = "part no,parent,kind,composition,composition complete,origin,quantity,unit price (USD)"
    top, metal = "P,,magnet,,,VN,1,{price}", "D,P,metal,Dy 100,yes,CN,1,1.00"
    for price, told in (("1000.00", "included, is reached"), ("1000.01", "included, is not reached")):
        path = written(tmp_path / "exact.csv", [head, top.format(price=price), metal])
        assert told in cocket("bom", path, *DATED).stdout


def test_data_for_programs(tmp_path: Path) -> None:
    found = json.loads(cocket("bom", BILL, "--json", *DATED, code=3).stdout)
    assert found["limits_ppb"] == [{"at_least": 1_000_000, "open": True}] and found["find_out"] == ["TB-1"]


def test_in_chinese() -> None:
    assert "是否达到 0.1 % 的比例（含本数）尚不能确定。" in cocket("bom", BILL, "--lang", "zh", *DATED, code=3).stdout


def test_a_fault_names_file_row_and_remedy(tmp_path: Path) -> None:
    done = cocket("bom", bill(tmp_path, "Ni 100", "Ni 130"), *DATED, code=2)
    assert "bill.csv, row 7" in done.stderr and "Check the figure" in done.stderr
