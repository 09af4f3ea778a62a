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


ORDERS = BILL.parent / "orders.csv"


def test_a_bill_counts_for_the_lines_of_its_product() -> None:
    without = cocket("check", ORDERS, "--known", "2026-11-20", code=3).stdout
    with_bill = cocket("check", ORDERS, "--known", "2026-11-20", "--bom", BILL, code=3).stdout
    assert answers(without) == ["NEEDS_FACTS", "NOT_CONTROLLED", "NOT_CONTROLLED", "NEEDS_FACTS"]
    assert answers(with_bill) == ["NEEDS_FACTS", "NOT_CONTROLLED", "NEEDS_FACTS", "NEEDS_FACTS"]
    assert "Rows whose product has a bill of materials: 3" in with_bill


def answers(table: str) -> list[str]:
    return [line.split()[5] for line in table.splitlines()[1:5]]


def test_the_explanation_and_the_proof_name_the_bill(tmp_path: Path) -> None:
    known = ("--known", "2026-11-20", "--bom", BILL, "--line", "3")
    told = cocket("why", ORDERS, *known, code=3).stdout
    assert "the list states 0.05 %, which the bill excludes; ≥0.05 % is kept possible" in told
    assert "find out of part TB-1 (row 6): its price" in told
    proof = cocket("why", ORDERS, *known, "--json", code=3).stdout
    assert json.loads(proof)["bill_of_materials"]["product"] == "MG-700"
    assert cocket("proof", "check", written(tmp_path / "proof.json", proof.splitlines())).stdout == "holds\n"


def test_a_file_of_answers_names_the_bill() -> None:
    rows = cocket("check", ORDERS, "--known", "2026-11-20", "--bom", BILL, "--json", code=3).stdout.splitlines()
    named = ["bill_of_materials" in json.loads(row) for row in rows]
    assert named == [True, True, True, False]


def test_a_bill_that_no_line_is_of_is_named(tmp_path: Path) -> None:
    other = bill(tmp_path, "MG-700", "MG-7O0")
    told = cocket("check", ORDERS, "--known", "2026-11-20", "--bom", other, code=3).stderr
    assert "the bill of materials bill.csv is of product MG-7O0, and no line that could be read is" in told


def test_what_is_no_bill_and_a_second_one_of_a_product_are_refused(tmp_path: Path) -> None:
    known = ("check", ORDERS, "--known", "2026-11-20")
    assert "bill.csv, row 4" in cocket(*known, "--bom", bill(tmp_path, "NF-1,PW-10", "NF-1,XX"), code=2).stderr
    assert "Give each product one bill" in cocket(*known, "--bom", BILL, "--bom", BILL, code=2).stderr
    assert "bill.csv, row 7" in cocket(*known, "--bom", bill(tmp_path, "Ni 100", "Ni 130"), code=2).stderr


def test_impact_takes_bills_too() -> None:
    days = ("--from", "2026-11-10", "--to", "2027-02-01", "--known-from", "2026-11-20", "--known-to", "2026-11-20")
    before, after = (cocket("impact", ORDERS, *days, *more, code=3).stdout for more in ((), ("--bom", BILL)))
    assert before != after and "MG-700" in after
