"""Title blocks: the header row is found below them if it is clear which it is."""

from pathlib import Path

from cocket.check.tables import read_table
from tests.tables.files import all_good, refusal, text_file

HEADER = "line,goods,hs,qty,unit,destination\n"
LINE = "1,magnet,8505,2,kg,DE\n"


def test_the_header_below_a_title_block_is_found_and_noted(tmp_path: Path) -> None:
    title = "PACKING LIST,,,,,\nOrder,4711,,Date,2025-04-04,\n,,,,,\n"
    table = read_table(text_file(tmp_path, title + HEADER + LINE))
    assert [row.number for row in all_good(table)] == [5]
    assert "the header was found in row 4; what stands above it was not used" in table.notes
    assert table.row_count == 1


def test_a_title_may_be_shorter_than_the_table(tmp_path: Path) -> None:
    table = read_table(text_file(tmp_path, "Packing list of Baotou Magnets\n\n" + HEADER + LINE))
    assert [row.number for row in all_good(table)] == [4]


def test_two_rows_that_could_be_the_header_are_refused(tmp_path: Path) -> None:
    error = refusal(text_file(tmp_path, "line,goods,hs,remarks\n1,magnet,8505,\nline,goods,hs,qty\n1,magnet,8505,2\n"))
    assert error.what == "rows 1, 3 could each be the header"


def test_goods_that_are_named_like_headers_are_goods(tmp_path: Path) -> None:
    table = read_table(text_file(tmp_path, "remarks,hs\nDy2O3,2846\nDysprosium,2805\ngoods,8505\n"))
    assert [row.number for row in all_good(table)] == [2, 3, 4]


def test_without_a_header_that_is_understood_the_first_row_is_shown(tmp_path: Path) -> None:
    assert (
        'no column was understood; the headers found are "Packing list"'
        in refusal(text_file(tmp_path, "Packing list,\nfoo,bar\n1,2\n")).what
    )
