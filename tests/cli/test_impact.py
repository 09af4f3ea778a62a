"""``cocket impact``: which rows of a list change status between two looks at the law, as files and as a table."""

import csv
import io
import json
from pathlib import Path

import pytest
from openpyxl import load_workbook
from pyarrow.parquet import read_table as read_parquet

from cocket.cli.screen import shown_width
from tests.cli.command import CAUGHT, FREE, ORDERS, cocket, orders
from tests.cli.drafts import EXTENSION, free_18
from tests.tables.files import saved

APRIL = ("--from", "2025-04-03", "--to", "2025-04-04")
NOVEMBER = ("--from", "2025-11-06", "--to", "2025-11-07", "--as-known-then")
HEADER = "Line,Order,Product,Kind,Magnet family,Destination,End user,End user type,End use,licence.type,change.field"
GENERAL = '4,A,P-4,magnet,SmCo,JP,"MITSUI E&S Co., Ltd.",civil,civil,general,'
CHANGE = "5,A,P-5,magnet,SmCo,DE,Kettle Works,civil,civil,single,destination"


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_rows_that_change_are_shown_with_reasons_within_80_columns(lang: str) -> None:
    shown = cocket("impact", ORDERS, *APRIL, "--lang", lang, code=3).stdout
    assert max(map(shown_width, shown.splitlines())) <= 80
    table = shown.split("\n\n")[1].splitlines()[1:]
    assert [line.split()[0] for line in table] == ["2", "3", "4", "5", "6", "8", "10"]


def test_the_reason_names_the_act_and_its_citation_and_the_rest_is_counted() -> None:
    shown = cocket("impact", ORDERS, *APRIL, code=3).stdout
    assert "(cn/mofcom-gac/2025/18): came into" in shown
    assert "1C905.a.4 (四（一）4)" in shown
    assert "     3  unchanged" in shown
    assert "3     PLM-205  DE  free    licence        1    1C905.a.4" in shown


@pytest.mark.parametrize(
    ("rows", "options", "code"),
    [
        ((FREE,), APRIL, 0),
        ((FREE, CAUGHT), APRIL, 1),
        ((CAUGHT,), ("--from", "2025-04-04", "--to", "2025-04-03"), 0),  # eased to free
        ((CAUGHT,), ("--from", "2025-05-02", "--to", "2025-05-03"), 0),  # needs a licence, but does not change
        (("3,P-3,metal,,,,,,10,DE,2025-05-02,Kettle Works,pumps",), APRIL, 3),
        ((FREE, "4,P-4,blancmange,,,,,,,,,,"), APRIL, 2),
    ],
    ids=["nothing changes", "stricter", "eased", "strict as before", "open", "bad input"],
)
def test_the_exit_code_speaks_of_the_rows_that_change(
    tmp_path: Path, rows: tuple[str, ...], options: tuple[str, ...], code: int
) -> None:
    assert cocket("impact", orders(tmp_path, *rows), *options, code=code).stdout


def test_products_and_orders_are_shown_by_their_strictest_line() -> None:
    shown = cocket("impact", ORDERS, *APRIL, "--by", "product", code=3).stdout
    assert "PLM-205  2/2      free    facts missing  1    2, 3" in shown
    assert "PLM-101" not in shown
    assert "PLM-101" in cocket("impact", ORDERS, *APRIL, "--by", "product", "--all", code=3).stdout


def test_a_licence_held_is_shown_where_what_must_happen_to_it_changes(tmp_path: Path) -> None:
    listed = orders(tmp_path, GENERAL, CHANGE, header=HEADER)
    shown = cocket("impact", listed, *APRIL, code=1, COLUMNS="100").stdout
    assert "licence held: nothing to do → new application" in shown
    watched = cocket("impact", listed, "--from", "2026-06-28", "--to", "2026-06-29", code=1, COLUMNS="100").stdout
    assert "no general licence can be had any more" in watched
    assert "listed, from 2026-06-29: MITSUI E&S Co., Ltd." in watched.replace("\n     ", " ")


def test_a_row_keeps_its_own_day_where_only_knowledge_differs() -> None:
    done = cocket("impact", ORDERS, "--own-date", "--known-from", "2025-06-11", "--known-to", "2025-12-01")
    assert "PLA-501" in done.stdout
    assert "each row's own day" in done.stdout
    assert done.stderr == ""


def test_days_of_the_list_that_are_set_aside_are_named() -> None:
    assert 'the column "Export date" is set aside' in cocket("impact", ORDERS, *APRIL, code=3).stderr


def test_json_lines_and_csv_say_before_and_after() -> None:
    lines = [json.loads(one) for one in cocket("impact", ORDERS, *APRIL, "--json", code=3).stdout.splitlines()]
    assert [one["line"] for one in lines] == ["2", "3", "4", "5", "6", "8", "10"]
    assert (lines[1]["answer_before"], lines[1]["answer_after"]) == ("NOT_CONTROLLED", "LICENCE_REQUIRED")
    assert (lines[1]["date_before"], lines[1]["date_after"]) == ("2025-04-03", "2025-04-04")
    assert "1C905.a.4 in_force (cn/mofcom-gac/2025/18, 四（一）4)" in lines[1]["because"]
    text = cocket("impact", ORDERS, *APRIL, "--format", "csv", "--all", code=3).stdout
    rows = list(csv.DictReader(io.StringIO(text)))
    assert [row["turn"] for row in rows].count("same") == 3
    assert rows[2]["codes_after"] == "1C905.a.4"


@pytest.mark.parametrize("ending", ["csv", "xlsx", "parquet", "jsonl"])
def test_a_workbook_goes_in_and_every_kind_of_file_comes_out(tmp_path: Path, ending: str) -> None:
    with ORDERS.open(encoding="utf-8", newline="") as file:
        book = saved(tmp_path, list(csv.reader(file)))
    out = tmp_path / f"changes.{ending}"
    done = cocket("impact", book, *APRIL, "--out", out, code=3)
    assert str(out) in done.stdout
    turns = [row["turn"] for row in records(out)]
    assert (turns.count("stricter"), turns.count("open")) == (3, 4)


def records(path: Path) -> list[dict[str, object]]:
    match path.suffix:
        case ".csv":
            return list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8"))))  # type: ignore[arg-type]
        case ".jsonl":
            return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        case ".parquet":
            return read_parquet(path).to_pylist()
    header, *rows = load_workbook(path)["Sheet1"].iter_rows(values_only=True)
    return [dict(zip(map(str, header), row, strict=True)) for row in rows]


def test_orders_can_be_written_to_a_file(tmp_path: Path) -> None:
    out = tmp_path / "orders.csv"
    cocket("impact", orders(tmp_path, GENERAL, CHANGE, header=HEADER), *APRIL, "--by", "order", "--out", out, code=1)
    (row,) = records(out)
    assert (row["order"], row["rows"], row["changed"], row["answer_after"]) == ("A", "2", "2", "LICENCE_REQUIRED")


def test_under_a_draft_the_answer_says_so_and_carries_the_digest_of_both(tmp_path: Path) -> None:
    draft = free_18(tmp_path)
    shown = cocket("impact", orders(tmp_path, CAUGHT), "--to", "2030-03-01", "--draft", draft, code=3).stdout
    assert "ASSUMED on the later side, not law: draft draft/free-18" in shown
    listed = orders(tmp_path, CAUGHT.replace(",,,,8505", ",29,3,0,8505").replace("SmCo", "NdFeB"))
    done = cocket("impact", listed, "--to", "2030-03-01", "--draft", draft, "--json", "--all", code=3)
    (line,) = [json.loads(one) for one in done.stdout.splitlines()]
    assert line["drafts"] == ["draft/free-18"]
    assert line["law_digest_before"] != line["law_digest_after"]
    assert line["known_after"] == "2030-02-01"


def test_the_draft_of_the_examples_settles_what_is_unresolved_until_its_last_day() -> None:
    listed = ORDERS.with_name("after-october.csv")
    # holmium metal may need the ordinary licence all the same: a person must say, in 2026 and after
    for day, settled, code in (("2026-12-15", 5, 3), ("2027-01-10", 5, 3), ("2027-01-11", 0, 0)):
        done = cocket("impact", listed, "--to", day, "--draft", EXTENSION, "--json", code=code)
        lines = [json.loads(line) for line in done.stdout.splitlines()]
        turns = [(one["dual_use_before"], one["dual_use_after"]) for one in lines]
        assert turns == [("UNRESOLVED", "NOT_REQUIRED_SUSPENDED")] * settled


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("do: suspend", "do: halt", "draft.yaml:13: acts[0].do: 'halt' is no act"),
        ("kind: announcement", "kind: wish", "draft.yaml:3: kind: 'wish' is not known here"),
        ("2025/18]", "2025/19]", "there is no 'cn/mofcom-gac/2025/19'"),
        ("draft/free-18", "cn/mofcom-gac/2025/18", "stands in cn/mofcom-gac/2025/018.yaml as well"),
    ],
)
def test_a_draft_that_breaks_the_format_is_refused(tmp_path: Path, old: str, new: str, words: str) -> None:
    draft = free_18(tmp_path, old, new)
    assert words in cocket("impact", ORDERS, "--to", "2030-03-01", "--draft", draft, code=2).stderr


def test_a_draft_issued_after_the_day_of_knowledge_is_refused(tmp_path: Path) -> None:
    options = ("--to", "2030-03-01", "--known-to", "2030-01-31", "--draft", free_18(tmp_path))
    assert "Give --known-to 2030-02-01 or later" in cocket("impact", ORDERS, *options, code=2).stderr


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ((), "--from and --to"),
        (("--own-date", *APRIL), "--own-date keeps"),
        (("--own-date", "--as-known-then"), "--own-date keeps"),
        ((*APRIL, "--format", "xlsx"), "--out answers.xlsx"),
        ((*APRIL, "--out", str(ORDERS)), "is the list itself"),
    ],
)
def test_options_that_contradict_each_other_are_refused(options: tuple[str, ...], words: str) -> None:
    assert words in cocket("impact", ORDERS, *options, code=2).stderr
