"""Parties of a shipment beside its answers: hits stop a line and never change what the law says of it."""

import json
from pathlib import Path

import pytest

from tests.cli.command import HEADER, cocket, orders, written

LIST = ["id,name,kind,follows", "1,Dvornikov Machine Works LLC,firm,no business", "2,Testmann Arvid,person,"]
FREE_FOR = "1,P-1,magnet,ferrite,,,,85051900,10,DE,2025-05-02,{},pumps"


def run(folder: Path, *arguments: object, code: int = 0) -> tuple[str, str]:
    done = cocket(*arguments, code=code, XDG_DATA_HOME=str(folder / "data"))
    return done.stdout, done.stderr


@pytest.fixture
def home(tmp_path: Path) -> Path:
    own = written(tmp_path / "own.csv", LIST)
    run(tmp_path, "lists", "import", own, "--as", "own", "--date", "2026-03-02")
    return tmp_path


def free_for(folder: Path, *users: str) -> Path:
    return orders(folder, *(FREE_FOR.format(user) for user in users))


def records(text: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in text.splitlines()]


def test_a_line_without_a_hit_goes_as_before(home: Path) -> None:
    (line,) = records(run(home, "check", free_for(home, "Kettle Works"), "--json")[0])
    assert line["answer"] == "NOT_CONTROLLED"
    assert not {"hits", "weak_hits", "party_hits"} & line.keys()


def test_a_hit_stops_the_line_and_leaves_the_laws_answer_as_it_is(home: Path) -> None:
    (line,) = records(run(home, "check", free_for(home, "Dvornikow Machine Works"), "--json", code=3)[0])
    assert (line["answer"], line["dual_use"]) == ("NOT_CONTROLLED", "NOT_CONTROLLED")
    (hit,) = line["party_hits"]
    assert (hit["column"], hit["list"], hit["entry"], hit["stops"], hit["follows"]) == (
        "end_user", "own", "1", True, "no business",
    )  # fmt: skip
    assert "may be Dvornikov Machine Works LLC (own of 2026-03-02, 1)" in line["hits"][0]


def test_the_table_shows_the_hit_at_the_answer_and_in_the_sum(home: Path) -> None:
    out, _ = run(home, "check", free_for(home, "Kettle Works", "Dvornikow Machine Works"), code=3)
    kettle, dvornikov = out.splitlines()[1:3]
    assert "NOT_CONTROLLED + HIT" in dvornikov
    assert "HIT" not in kettle
    assert "1 rows: a person has to look at a party first" in out


@pytest.mark.parametrize("ending", ["csv", "xlsx", "parquet", "jsonl"])
def test_files_of_every_format_hold_the_hits(home: Path, ending: str) -> None:
    out = home / f"answers.{ending}"
    run(home, "check", free_for(home, "Dvornikow Machine Works"), "--out", out, code=3)
    if ending in ("csv", "jsonl"):
        assert "may be Dvornikov Machine Works LLC" in out.read_text(encoding="utf-8")
    assert out.stat().st_size > 0


def test_a_cleared_hit_lets_the_line_go_and_still_shows(home: Path) -> None:
    lines = free_for(home, "Dvornikow Machine Works")
    (hit,) = records(run(home, "check", lines, "--json", code=3)[0])[0]["party_hits"]
    run(home, "screen", lines, "--clear", hit["hit"], "--because", "a mill in Kazan, seen the register")
    (line,) = records(run(home, "check", lines, "--json")[0])
    assert "a mill in Kazan" in line["cleared_hits"][0]
    assert "hits" not in line


def test_a_weaker_likeness_is_shown_and_stops_only_where_that_is_asked_for(home: Path) -> None:
    lines = free_for(home, "Arvind Tessmann")
    (line,) = records(run(home, "check", lines, "--json")[0])
    assert "may be Testmann Arvid" in line["weak_hits"][0]
    assert "hits" in records(run(home, "check", lines, "--json", "--level", "wide", code=3)[0])[0]


def test_a_stale_list_warns_in_every_answer(home: Path) -> None:
    out, err = run(home, "check", free_for(home, "Kettle Works", "Alder Pumps"), "--json")
    assert "the list own is of 2026-03-02 and was to be renewed by 2026-03-09" in err
    assert [line["stale_lists"] for line in records(out)] == [["own of 2026-03-02"]] * 2


@pytest.mark.parametrize(("name", "why"), [("A" * 1001, "too_long"), ("——", "no_letter")])
def test_what_cannot_be_screened_does_not_go(home: Path, name: str, why: str) -> None:
    lines = orders(home, FREE_FOR.format("Kettle Works") + f",{name}", header=HEADER + ",Supplier")
    assert records(run(home, "check", lines, "--json", code=3)[0])[0]["not_screened"] == [f"supplier: {why}"]


def test_a_listing_that_the_law_has_weighed_is_told_once(tmp_path: Path) -> None:
    (line,) = records(run(tmp_path, "check", free_for(tmp_path, "Lockheed Martin Corporation"), "--json")[0])
    assert not {"hits", "weak_hits"} & line.keys()


def test_parties_that_the_law_does_not_ask_for_are_screened_against_its_listings(tmp_path: Path) -> None:
    lines = orders(
        tmp_path, FREE_FOR.format("Kettle Works") + ",Lockheed Martin Aeronautics", header=HEADER + ",Supplier"
    )
    (line,) = records(run(tmp_path, "check", lines, "--json", code=3)[0])
    assert line["party_hits"][0]["list"] == "lawbook"


def test_a_listed_consignee_of_whom_no_rule_speaks_is_a_hit(tmp_path: Path) -> None:
    lines = orders(
        tmp_path, FREE_FOR.format("Kettle Works") + ",Lockheed Martin Corporation", header=HEADER + ",Consignee"
    )
    (line,) = records(run(tmp_path, "check", lines, "--json", code=3)[0])
    assert line["answer"] == "NOT_CONTROLLED"
    assert line["party_hits"][0]["column"] == "consignee"


def test_a_row_that_cannot_be_answered_still_shows_its_hits(home: Path) -> None:
    lines = orders(home, FREE_FOR.replace("ferrite,,", "ferrite,90,90").format("Dvornikow Machine Works"))
    (line,) = records(run(home, "check", lines, "--json", code=2)[0])
    assert line["answer"] == "BAD_INPUT"
    assert "may be Dvornikov Machine Works LLC" in line["hits"][0]


def test_why_tells_every_hit_of_its_row(home: Path) -> None:
    lines = free_for(home, "Dvornikow Machine Works")
    out, _ = run(home, "why", lines, "--line", "1", code=3)
    assert "! end user: Dvornikow Machine Works: may be Dvornikov Machine Works LLC (own of 2026-03-02, 1)" in out
    proof, _ = run(home, "why", lines, "--line", "1", "--json", code=3)
    assert json.loads(proof)["party_hits"][0]["entry"] == "1"


def test_the_hits_are_told_in_chinese(home: Path) -> None:
    out, _ = run(home, "check", free_for(home, "Dvornikow Machine Works"), "--lang", "zh", code=3)
    assert "+ 命中" in out
    assert "1 行：无论法律结论如何，须先由人核对主体" in out
