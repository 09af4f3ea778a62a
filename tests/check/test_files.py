"""From rows to results: nothing dropped, faults named by their column, one exit code for the whole list."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cocket.check.checker import Checker
from cocket.check.files import (
    NOTHING_YET,
    RowResult,
    Tally,
    asked,
    check_row,
    column_of,
    no_element,
    possible,
    record,
    result_columns,
    rows_of,
)
from cocket.check.tables import BadRow, Row, read_table
from cocket.determination.outcome import FREE, Open, Outcome
from cocket.law.lawbook import load_lawbook
from tests.check.results import answer, bad, plain, result

KNOWN = date(2026, 11, 22)
CHECKER = Checker(load_lawbook())
COLUMNS = {"kind": "Kind", "composition.Nd": "Nd %", "composition.Dy": "Dy %", "destination": "To", "line": "No"}
STATED = {"kind": "magnet", "family": "SmCo", "destination": "DE", "date": "2025-05-02", "end_user": "Kettle Works"}


def tally(results: Iterable[RowResult]) -> Tally:
    counted = NOTHING_YET
    for one in results:
        counted = counted.with_result(one)
    return counted


@pytest.mark.parametrize(
    ("results", "code", "strictest"),
    [
        ([], 0, None),
        ([plain(2, Outcome.NOT_CONTROLLED), plain(3, Outcome.NOT_REQUIRED_SUSPENDED)], 0, "NOT_REQUIRED_SUSPENDED"),
        ([plain(2, Outcome.NOT_CONTROLLED), plain(3, Outcome.NO_LICENCE_REPORT)], 1, "NO_LICENCE_REPORT"),
        ([plain(2, Outcome.LICENCE_REQUIRED), plain(3, Open.CONSULT)], 3, "CONSULT"),
        ([plain(2, Outcome.PROHIBITED), plain(3, Open.CONSULT)], 3, "PROHIBITED"),
        ([plain(2, Open.CONSULT), plain(3, Open.NEEDS_FACTS)], 3, "NEEDS_FACTS"),
        ([plain(2, Open.NEEDS_FACTS), bad(3)], 2, "NEEDS_FACTS"),
        ([bad(2)], 2, None),
    ],
)
def test_the_strictest_answer_and_the_exit_code(results: list[RowResult], code: int, strictest: str | None) -> None:
    counted = tally(results)
    assert (counted.exit_code, counted.strictest) == (code, strictest)


@given(st.lists(st.sampled_from([*Outcome, *Open]).map(lambda one: plain(2, one)) | st.just(bad(2))))
def test_code_0_means_that_every_row_is_free_and_order_does_not_matter(results: list[RowResult]) -> None:
    counted = tally(results)
    free = all(one.verdict is not None and one.verdict.headline in FREE for one in results)
    assert (counted.exit_code == 0) == free
    assert sum(counted.counts.values()) == len(results)
    assert counted == tally(sorted(results, key=lambda one: one.answer))


def test_what_cannot_change_the_answer_is_not_asked() -> None:
    party = answer(
        "unreliable_entities", Open.NEEDS_FACTS, Outcome.PROHIBITED, Outcome.NOT_CONTROLLED, ask=("end_user",)
    )
    banned = result(2, {}, answer("dual_use", Outcome.PROHIBITED), party)
    licence = result(3, {}, answer("dual_use", Outcome.LICENCE_REQUIRED), party)
    assert banned.verdict is not None
    assert licence.verdict is not None
    assert asked(banned.verdict) == ()
    assert asked(licence.verdict) == ("end_user",)
    assert possible(licence.verdict) == (Outcome.PROHIBITED, Outcome.LICENCE_REQUIRED)


@pytest.mark.parametrize(
    ("key", "stated", "column"),
    [
        ("kind", ["kind"], "Kind"),
        ("composition.Dy", ["composition.Dy"], "Dy %"),
        ("composition", ["composition.Nd", "composition.Dy"], "Nd %, Dy %"),
        ("composition", ["composition.Dy"], "Dy %"),
        ("composition", [], "composition"),
        ("end_user", [], "end_user"),
    ],
)
def test_a_fault_is_named_by_the_header_it_stands_under(key: str, stated: list[str], column: str) -> None:
    assert column_of(key, Row(2, dict.fromkeys(stated, "1"), COLUMNS)) == column


@pytest.mark.parametrize(
    ("changed", "column", "problem"),
    [
        ({"destination": "Atlantis"}, "To", "Atlantis"),
        ({"composition.Nd": "60", "composition.Dy": "60"}, "Nd %", "120"),
        ({"known": "yesterday"}, "known", "yesterday"),
    ],
)
def test_a_row_that_cannot_be_used_becomes_bad_input(changed: dict[str, str], column: str, problem: str) -> None:
    found = check_row(CHECKER, Row(7, {**STATED, **changed}, COLUMNS), KNOWN)
    assert found.answer == "BAD_INPUT"
    assert found.problem is not None
    assert (found.problem.number, found.problem.column) == (7, column)
    assert problem in found.problem.message
    assert found.problem.remedy


def test_a_rows_own_day_of_knowledge_goes_first() -> None:
    found = check_row(CHECKER, Row(2, {**STATED, "known": "2025-04-03"}, COLUMNS), KNOWN)
    assert found.answer == "NOT_CONTROLLED"
    assert check_row(CHECKER, Row(2, STATED, COLUMNS), KNOWN).answer == "LICENCE_REQUIRED"


@pytest.mark.parametrize(
    ("header", "symbol"),
    [
        *(("Dx %", "Dx"), ("Xx (wt%)", "Xx"), ("Qq ppm", "Qq"), ("Zz 质量%", "Zz"), ("Xx_pct", "Xx")),
        *(("Dy %", None), ("VAT %", None), ("Discount %", None), ("Xx", None), ("Of note", None)),
    ],
)
def test_a_share_of_no_element_is_told_from_other_columns(header: str, symbol: str | None) -> None:
    assert no_element(header) == symbol


def test_every_row_below_a_share_of_no_element_is_bad(tmp_path: Path) -> None:
    file = tmp_path / "list.csv"
    file.write_text("Kind,Dx %,Destination\nmagnet,3,DE\nmagnet,,DE\n", encoding="utf-8")
    found = list(rows_of(read_table(file)))
    assert all(isinstance(one, BadRow) and one.column == "Dx %" for one in found)
    assert [one.number for one in found] == [2, 3]


def test_records_keep_to_the_columns_of_the_file() -> None:
    good = check_row(CHECKER, Row(2, {**STATED, "line": "1"}, COLUMNS), KNOWN)
    wrong = check_row(CHECKER, Row(3, {**STATED, "kind": "blancmange"}, COLUMNS), KNOWN)
    columns = result_columns(CHECKER.lawbook)
    records = [record(one, CHECKER.lawbook) for one in (good, wrong)]
    assert all(set(one) <= set(columns) for one in records)
    assert records[0] | {"codes": ["1C902.a.4"], "answer": "LICENCE_REQUIRED", "known": KNOWN} == records[0]
    assert str(records[1]["problem"]).startswith('row 3, column "Kind": ')


def test_a_regime_whose_law_of_that_day_was_not_read_is_named_and_is_not_told_free() -> None:
    stated = {**STATED, "family": "ferrite"}
    checked = check_row(CHECKER, Row(2, stated, COLUMNS), KNOWN)
    told = record(checked, CHECKER.lawbook)
    assert (told["answer"], told["ordinary_export_licence"]) == ("NOT_CONTROLLED", "NOT_CONSIDERED")
    assert tally([checked]).not_considered == {"ordinary_export_licence"}
    assert tally([check_row(CHECKER, Row(2, {**stated, "date": "2026-05-02"}, COLUMNS), KNOWN)]).not_considered == set()
