"""Encodings of text tables: told by a mark or by sense, never guessed."""

import codecs
from pathlib import Path

import pytest

from cocket.check.tables import read_table
from cocket.check.tables.csv_text import CHUNK_BYTES
from tests.tables.files import refusal, stated, text_file

CONTENT = "行号,品名,海关编码\n1,钕铁硼磁体,8505110000\n"
STATED = [{"line": "1", "description": "钕铁硼磁体", "hs": "8505110000"}]


@pytest.mark.parametrize(
    "content",
    [
        CONTENT.encode(),
        codecs.BOM_UTF8 + CONTENT.encode(),
        codecs.BOM_UTF16_LE + CONTENT.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + CONTENT.encode("utf-16-be"),
        CONTENT.encode("gbk"),
        CONTENT.encode("gb18030"),
    ],
    ids=["utf-8", "utf-8 marked", "utf-16 le", "utf-16 be", "gbk", "gb18030"],
)
def test_chinese_lists_are_read_in_their_usual_encodings(tmp_path: Path, content: bytes) -> None:
    table = read_table(text_file(tmp_path, content))
    assert stated(table) == STATED
    assert table.row_count == 1


def test_gb18030_is_noted(tmp_path: Path) -> None:
    table = read_table(text_file(tmp_path, CONTENT.encode("gb18030")))
    assert table.notes[0].startswith("the file is not UTF-8 and was read as GB 18030")


def test_gb18030_is_not_assumed_without_a_chinese_header(tmp_path: Path) -> None:
    error = refusal(text_file(tmp_path, "line,goods\n1,磁体\n".encode("gbk")))
    assert error.what.startswith("byte 14 of the file (0xB4, in row 2) is not UTF-8")
    assert error.remedy == 'Save the file again as "CSV UTF-8"'


def test_gb18030_is_not_assumed_where_a_later_byte_denies_it(tmp_path: Path) -> None:
    content = CONTENT.encode("gb18030") + b"2,plate \xff,1\n"
    assert "is not UTF-8" in refusal(text_file(tmp_path, content)).what


def test_latin_1_is_refused_with_its_first_byte_and_row(tmp_path: Path) -> None:
    content = 'line,goods\n1,"two\nlines"\n2,plaqué\n'.encode("latin-1")
    error = refusal(text_file(tmp_path, content))
    at = content.index(b"\xe9") + 1
    assert error.what == (
        f"byte {at} of the file (0xE9, in row 3) is not UTF-8, and what other encoding it is cannot be told"
    )


def test_a_wrong_byte_far_down_is_found_before_anything_is_read(tmp_path: Path) -> None:
    line = b"1,magnet\n"
    good = b"line,goods\n" + line * (CHUNK_BYTES // len(line) + 10)
    error = refusal(text_file(tmp_path, good + b"2,\xe9\n"))
    assert f"byte {len(good) + 3} of the file (0xE9, in row {good.count(10) + 1})" in error.what


def test_a_character_cut_by_the_end_of_a_chunk_is_whole(tmp_path: Path) -> None:
    row = "magnet " * 1000 + "\n"
    content = "goods\n" + row * ((CHUNK_BYTES - 6) // len(row))
    content += "x" * (CHUNK_BYTES - len(content) - 1) + "磁体\n"
    assert len(content[: content.index("磁")].encode()) == CHUNK_BYTES - 1
    assert str(stated(read_table(text_file(tmp_path, content)))[-1]["description"]).endswith("磁体")


def test_a_nul_is_refused_with_its_row(tmp_path: Path) -> None:
    error = refusal(text_file(tmp_path, "line,goods\n1,magnet\n2,pla\0te\n"))
    assert error.what == "a NUL character stands in row 3"


def test_utf_16_without_its_mark_is_refused(tmp_path: Path) -> None:
    assert "NUL" in refusal(text_file(tmp_path, "line,goods\n1,x\n".encode("utf-16-le"))).what
