"""Bad input: the message names the row, the column and the remedy, and every other row is answered all the same."""

import csv
from pathlib import Path

import pytest
from openpyxl import Workbook

from tests.cli.command import CAUGHT, FREE, HEADER, cocket, orders

BAD_ROWS = {
    "130 % in all": ("3,P-3,magnet,NdFeB,90,20,20,,10,DE,2025-05-02,,", "Nd %", "130", "mass shares of the whole"),
    "a negative quantity": (
        "4,P-4,magnet,NdFeB,29,0,0,,-10,DE,2025-05-02,,",
        "Quantity (kg)",
        "below zero",
        "zero or more",
    ),
    "an unknown country": (
        "5,P-5,magnet,NdFeB,29,0,0,,10,Atlantis,2025-05-02,,",
        "Destination",
        "Atlantis",
        "ISO code",
    ),
    "seven digits": (
        "6,P-6,magnet,NdFeB,29,0,0,8505111,10,DE,2025-05-02,,",
        "HS code",
        "7 digits",
        "4, 6, 8 or 10 digits",
    ),
    "30 February": ("7,P-7,magnet,NdFeB,29,0,0,,10,DE,2025-02-30,,", "Export date", "does not exist", "year-month-day"),
    "an unknown kind": ("8,P-8,blancmange,NdFeB,29,0,0,,10,DE,2025-05-02,,", "Kind", "blancmange", "leave it empty"),
    "no figure": ("9,P-9,magnet,NdFeB,plenty,0,0,,10,DE,2025-05-02,,", "Nd %", "cannot be read", "Write a figure"),
    "cells left out": ("10,P-10,magnet", "row 10", "3 cells", "Write a separator"),
}


@pytest.fixture(scope="module")
def checked(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, list[dict[str, str]]]:
    """The complaints and the answers for a list of two good rows and all the bad ones."""
    folder = tmp_path_factory.mktemp("bad")
    file = orders(folder, FREE, *(row for row, *_ in BAD_ROWS.values()), CAUGHT)
    out = folder / "answers.csv"
    complaints = cocket("check", file, "--out", out, code=2).stderr
    with out.open(encoding="utf-8", newline="") as answers:
        return complaints, list(csv.DictReader(answers))


@pytest.mark.parametrize("name", BAD_ROWS)
def test_a_bad_row_is_named_with_its_column_and_what_to_do(
    checked: tuple[str, list[dict[str, str]]], name: str
) -> None:
    complaints, answers = checked
    _, column, problem, remedy = BAD_ROWS[name]
    number = list(BAD_ROWS).index(name) + 3
    line = next(line for line in complaints.splitlines() if f"row {number}" in line)
    assert all(word in line for word in ("list.csv", column, problem, remedy)), line
    answer = answers[number - 2]
    assert (answer["row"], answer["answer"]) == (str(number), "BAD_INPUT")
    assert problem in answer["problem"]


def test_the_rows_around_bad_ones_are_answered(checked: tuple[str, list[dict[str, str]]]) -> None:
    _, answers = checked
    assert len(answers) == len(BAD_ROWS) + 2
    assert answers[0]["answer"] == "NOT_CONTROLLED"
    assert (answers[-1]["answer"], answers[-1]["codes"]) == ("LICENCE_REQUIRED", "1C902.a.4")


def test_a_share_of_no_element_makes_the_rows_bad(tmp_path: Path) -> None:
    file = orders(tmp_path, FREE, header=HEADER.replace("Dy %", "Dx %"))
    answer = cocket("check", file, code=2)
    assert "row 2, column \"Dx %\": there is no element 'Dx'. Correct its symbol" in answer.stderr
    assert "BAD_INPUT" in answer.stdout


def merged(folder: Path) -> Path:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Line", "Composition", None, "Destination"])
    sheet.append(["1", "Nd 29", "Dy 3", "DE"])
    sheet.merge_cells("B1:C1")
    book.save(folder / "list.xlsx")
    return folder / "list.xlsx"


def latin_1(folder: Path) -> Path:
    (folder / "list.csv").write_bytes(HEADER.encode() + "\n1,Flügel,magnet,,,,,,,DE,,,\n".encode("latin-1"))
    return folder / "list.csv"


def empty(folder: Path) -> Path:
    (folder / "list.csv").write_bytes(b"")
    return folder / "list.csv"


def column_twice(folder: Path) -> Path:
    return orders(folder, FREE, header=HEADER.replace("Tb %", "Dy %"))


def not_there(folder: Path) -> Path:
    return folder / "nowhere.csv"


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (merged, ("B1:C1", "merged", "list.xlsx")),
        (latin_1, ("row 2", "not UTF-8", "Save the file again")),
        (empty, ("the file is empty", "Write a header row")),
        (column_twice, ("row 1", '"Dy %" (column F)', '"Dy %" (column G)', "Rename or delete")),
        (not_there, ("no such file", "Check the name")),
    ],
)
def test_a_file_that_cannot_be_used_is_refused_in_one_line(
    tmp_path: Path, make: object, words: tuple[str, ...]
) -> None:
    answer = cocket("check", make(tmp_path), code=2)  # type: ignore[operator]  # one of the functions above
    assert answer.stdout == ""
    assert answer.stderr.count("\n") == 1
    assert all(word in answer.stderr for word in words), answer.stderr
