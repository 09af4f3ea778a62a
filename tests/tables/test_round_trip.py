"""Any text that is written is read back as it was."""

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cocket.check.tables import read_table, write_rows
from tests.tables.files import stated, text_file

# What no text table or workbook can hold: NUL, halves of characters, and the two that XML has not.
TEXT = st.text(
    st.characters(exclude_categories=("Cs",), exclude_characters="\0\ufffe\uffff"), min_size=1, max_size=30
).map(str.strip)
# A second row of names would be taken for the header printed once more; a figure in front of it is not.
ROWS = st.lists(st.tuples(st.integers(1, 999).map(str), TEXT, TEXT), min_size=1, max_size=6)


@pytest.mark.parametrize("ending", [".csv", ".xlsx", ".jsonl", ".parquet"])
@given(rows=ROWS)
@settings(max_examples=25)
def test_text_cells_come_back_as_they_were(
    tmp_path_factory: pytest.TempPathFactory, ending: str, rows: list[tuple[str, str, str]]
) -> None:
    path = tmp_path_factory.mktemp("round") / f"list{ending}"
    columns = ["line", "description", "product"]
    records = [dict(zip(columns, row, strict=True)) for row in rows]
    assert write_rows(path, columns, records) == len(rows)
    filled = [{key: value for key, value in record.items() if value} for record in records]
    assert stated(read_table(path)) == filled


@given(rows=st.lists(st.tuples(TEXT, TEXT), min_size=1, max_size=6), delimiter=st.sampled_from(",;\t|"))
@settings(max_examples=60)
def test_any_delimiter_is_found_whatever_the_cells_hold(
    tmp_path_factory: pytest.TempPathFactory, rows: list[tuple[str, str]], delimiter: str
) -> None:
    buffer = io.StringIO()
    writer = csv.writer(buffer, delimiter=delimiter, quoting=csv.QUOTE_ALL)
    writer.writerow(["line", "description", "product", "hs"])
    for number, row in enumerate(rows, start=1):
        writer.writerow([number, *row, "8505"])
    path = text_file(tmp_path_factory.mktemp("delimited"), buffer.getvalue())
    found = [(row.get("description", ""), row.get("product", "")) for row in stated(read_table(path))]
    assert found == rows


@given(content=st.binary(max_size=300), ending=st.sampled_from([".csv", ".xlsx", ".jsonl", ".parquet"]))
@settings(max_examples=100)
def test_any_bytes_are_read_or_refused_in_words(
    tmp_path_factory: pytest.TempPathFactory, content: bytes, ending: str
) -> None:
    _read_or_refuse(text_file(tmp_path_factory.mktemp("bytes"), content, f"list{ending}"))


@given(content=st.text("goods,hs;Dy%\n\"'0123{}[]:品名 \t", max_size=120), ending=st.sampled_from([".csv", ".jsonl"]))
@settings(max_examples=100)
def test_any_text_that_looks_like_a_list_is_read_or_refused_in_words(
    tmp_path_factory: pytest.TempPathFactory, content: str, ending: str
) -> None:
    _read_or_refuse(text_file(tmp_path_factory.mktemp("texts"), f"goods,hs\n{content}", f"list{ending}"))


def _read_or_refuse(path: Path) -> None:
    from cocket.check.tables import BadRow, Row, TableError

    try:
        rows = list(read_table(path).rows())
    except TableError as error:
        words = [error.what, error.where, error.remedy]
    else:
        words = [word for row in rows if isinstance(row, BadRow) for word in (row.message, row.remedy)]
        assert all(isinstance(row, BadRow) or (isinstance(row, Row) and row.stated) for row in rows)
    assert all(words)
