"""``cocket ask``: forms written once, never over one that may have been filled in, and nothing left unsaid."""

from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.cli.command import CAUGHT, ORDERS, cocket, orders

HEADER = "Line,Product,Supplier,Exporter,Kind,Magnet family,Destination,Export date,End user,End user type,End use"
OPEN = "1,P-1,Teapot,Lantern,magnet,NdFeB,DE,2025-05-02,Kettle Works,civil,pumps"


def texts(path: Path) -> str:
    page = load_workbook(path).worksheets[0]
    return "\n".join(str(cell.value) for row in page.iter_rows() for cell in row if cell.value)


def test_each_supplier_gets_one_workbook(tmp_path: Path) -> None:
    told = cocket("ask", ORDERS, "--out", tmp_path / "new" / "forms").stdout
    found = sorted((tmp_path / "new" / "forms").iterdir())
    assert [path.name.rpartition("-CQ-")[0] for path in found] == [
        "Paper-Lantern-Magnets-works-1",
        "Tin-Teapot-Magnetics",
    ]
    assert all(str(path) in told for path in found)
    assert "Please state the end use (line 2)." in told, "what no supplier can know is told as well"
    words = texts(found[1])
    for part in ("PLM-210", "How much dysprosium (Dy)", "How much terbium (Tb)", "1C905.a.4", "2025 No. 18"):
        assert words.count(part) >= 1
    assert words.count("How much dysprosium") == 1, "asked once, for both lines"


def test_a_page_is_written_in_the_language_that_is_asked_for(tmp_path: Path) -> None:
    cocket("ask", ORDERS, "--out", tmp_path, "--format", "html", "--lang", "zh")
    page = next(tmp_path.glob("Tin-*.html")).read_text(encoding="utf-8")
    assert '<html lang="zh-CN">' in page
    assert "镝(Dy)的含量" in page


def test_a_form_that_is_there_is_left_as_it_is(tmp_path: Path) -> None:
    file = orders(tmp_path, OPEN, header=HEADER)
    cocket("ask", file, "--out", tmp_path)
    (form,) = tmp_path.glob("*.xlsx")
    form.write_bytes(b"filled in meanwhile")
    assert "there already" in cocket("ask", file, "--out", tmp_path).stdout
    assert form.read_bytes() == b"filled in meanwhile"


@pytest.mark.parametrize(
    ("arguments", "asker"),
    [([], "Asked by: Lantern"), (["--asker", "纸灯笼"], "Asked by: 纸灯笼")],
    ids=["list", "option"],
)
def test_the_form_says_who_asks(tmp_path: Path, arguments: list[str], asker: str) -> None:
    cocket("ask", orders(tmp_path, OPEN, header=HEADER), "--out", tmp_path, *arguments)
    assert asker in texts(next(tmp_path.glob("*.xlsx")))


def test_two_exporters_in_one_list_are_not_mistaken_for_one(tmp_path: Path) -> None:
    other = OPEN.replace("1,P-1,Teapot,Lantern", "2,P-2,Teapot,Kite")
    cocket("ask", orders(tmp_path, OPEN, other, header=HEADER), "--out", tmp_path)
    assert "Asked by: the sender of this form" in texts(next(tmp_path.glob("*.xlsx")))


def test_where_nothing_is_missing_nothing_is_written(tmp_path: Path) -> None:
    told = cocket("ask", orders(tmp_path, CAUGHT), "--out", tmp_path / "forms").stdout
    assert told == "There is nothing to ask a supplier.\n"
    assert not (tmp_path / "forms").exists()


def test_bad_rows_are_told_and_the_others_asked_about(tmp_path: Path) -> None:
    file = orders(tmp_path, OPEN, OPEN.replace("magnet", "blancmange", 1), header=HEADER)
    done = cocket("ask", file, "--out", tmp_path, code=2)
    assert "row 3" in done.stderr
    assert len(list(tmp_path.glob("*.xlsx"))) == 1


def test_goods_without_a_name_are_told(tmp_path: Path) -> None:
    done = cocket("ask", orders(tmp_path, OPEN.replace("P-1", ""), header=HEADER), "--out", tmp_path)
    assert "neither a product number nor a description" in done.stdout
    assert "rows 2" in done.stdout


def test_names_that_are_no_file_names_do_no_harm(tmp_path: Path) -> None:
    rows = [OPEN.replace("Teapot", name) for name in ("../../etc/x", "=cmd|' /C calc'!A1", "茶壶 <磁材>", "...")]
    cocket("ask", orders(tmp_path, *rows, header=HEADER), "--out", tmp_path / "forms")
    assert sorted(path.name.rpartition("CQ-")[0] for path in (tmp_path / "forms").iterdir()) == [
        "", "cmd-C-calc-A1-", "etc-x-", "茶壶-磁材-",
    ]  # fmt: skip


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("", encoding="utf-8")
    done = cocket("ask", orders(tmp_path, OPEN, header=HEADER), "--out", tmp_path / "taken", code=2)
    assert done.stderr.startswith("cocket: ")
    assert "taken" in done.stderr
