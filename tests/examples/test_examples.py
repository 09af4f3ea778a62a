"""The order book of the examples gets the answers that its folder promises."""

import re
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from cocket.check.checker import Verdict
from cocket.check.files import asked
from cocket.check.tables import read_table
from cocket.determination.facts import NOT_LISTED_TOKEN
from cocket.determination.read_facts import LISTS
from tests.examples.example_lines import (
    AFTER_OCTOBER,
    ORDERS,
    ORDERS_FULL,
    checker,
    expected_rows,
    lines_of,
    words,
)

FOLDER = ORDERS.parent
EXPECTED = expected_rows(FOLDER / "expected-full.csv")
PROMISED = re.compile(
    r"^\| (?P<line>\d+) \| (?P<product>\S+) \| (?P<outcome>[A-Z_]+) \|(?P<codes>.*?)\|(?P<ask>.*?)\|",
    re.MULTILINE,
)


def check(line: int, **changed: object) -> Verdict:
    return checker().check({**lines_of(ORDERS_FULL)[line], **changed}, checker().lawbook.as_of)


def test_the_small_order_book_has_ten_lines_and_begins_the_large_one() -> None:
    small = ORDERS.read_text(encoding="utf-8").splitlines()
    large = ORDERS_FULL.read_text(encoding="utf-8").splitlines()
    assert small == large[: len(small)]
    assert list(lines_of(ORDERS)) == list(range(1, 11))
    assert list(lines_of(ORDERS_FULL)) == list(EXPECTED) == list(range(1, 61))


@pytest.mark.parametrize("path", [ORDERS, ORDERS_FULL, AFTER_OCTOBER], ids=lambda path: path.name)
def test_every_column_of_the_order_books_is_understood(path: Path) -> None:
    assert [column.header for column in read_table(path).columns if column.key is None] == []


@pytest.mark.parametrize("line", EXPECTED)
def test_each_line_gets_its_expected_answer(line: int) -> None:
    verdict, expected = check(line), EXPECTED[line]
    assert verdict.headline.name == expected["Expected outcome"]
    assert set(asked(verdict)) == words(expected["Ask"])
    assert set(verdict.of("dual_use").codes) == words(expected["Codes"])
    assert set(verdict.warnings) == words(expected["Warning"])


def test_the_readme_promises_what_the_ten_lines_get() -> None:
    readme = (FOLDER / "README.md").read_text(encoding="utf-8").partition("## The seven lines after October")[0]
    promised = {int(row["line"]): row for row in PROMISED.finditer(readme)}
    assert list(promised) == list(range(1, 11))
    for line, row in promised.items():
        verdict = check(line)
        assert row["product"] == lines_of(ORDERS)[line]["product"]
        assert row["outcome"] == verdict.headline.name
        assert words(row["codes"]) == set(verdict.of("dual_use").codes)
        assert words(row["ask"]) == set(asked(verdict))


def test_the_readme_promises_what_the_lines_after_october_get_on_each_day() -> None:
    table = (FOLDER / "README.md").read_text(encoding="utf-8").partition("## The seven lines after October")[2]
    header, *rows = [line for line in table.splitlines() if line.startswith("| ")]
    days = [[date.fromisoformat(day) for day in pair] for pair in re.findall(r"(\S+) as known (\S+)", header)]
    assert len(days) == 5
    lines = lines_of(AFTER_OCTOBER)
    promised = {int(cells[1]): cells for cells in ([cell.strip() for cell in row.split("|")] for row in rows)}
    assert list(promised) == list(lines)
    for line, cells in promised.items():
        assert cells[2] == lines[line]["product"]
        got = [checker().check({**lines[line], "date": on}, known).headline.name for on, known in days]
        assert got == cells[3:8], line


def test_the_same_product_raises_the_same_question_on_every_line_that_asks_about_it() -> None:
    questions: dict[tuple[object, object], set[frozenset[str]]] = {}
    for line, stated in lines_of(ORDERS_FULL).items():
        about_goods = {fact for fact in asked(check(line)) if fact.startswith(("composition", "family"))}
        if about_goods:
            questions.setdefault((stated["product"], stated["supplier"]), set()).add(frozenset(about_goods))
    assert len(questions) == 5
    assert all(len(different) == 1 for different in questions.values()), questions


def test_a_stated_civil_use_leaves_an_ordinary_licence() -> None:
    assert check(2, end_use="drive motors for passenger cars").headline.name == "LICENCE_REQUIRED"


def test_a_day_later_the_same_magnet_needs_a_licence() -> None:
    assert check(3).headline.name == "NOT_CONTROLLED"
    assert check(3, date="2025-04-04").headline.name == "LICENCE_REQUIRED"


def test_a_rotor_went_to_a_person_as_long_as_no_answer_spoke_of_rotors() -> None:
    stated = lines_of(ORDERS)[9]
    assert checker().check(stated, date(2025, 6, 11)).headline.name == "CONSULT"
    assert checker().check(stated, date(2025, 9, 15)).headline.name == "CONSULT"
    assert checker().check(stated, date(2025, 9, 16)).headline.name == "NOT_CONTROLLED"


def test_the_customs_number_of_another_kind_of_magnet_changes_no_answer() -> None:
    right, wrong = check(10, hs="85051110"), check(10)
    assert (right.warnings, wrong.warnings) == ((), ("hs_mismatch",))
    assert right.determinations == wrong.determinations


@pytest.mark.parametrize("column", ["supplier", "end_user"])
def test_made_up_names_resemble_no_listed_party(column: str) -> None:
    lines = [*lines_of(ORDERS_FULL).values(), *lines_of(AFTER_OCTOBER).values()]
    names = {str(stated[column]) for stated in lines if column in stated}
    assert len(names) > 3
    for name in names | {"Paper Lantern Magnets"}:
        for list_name in LISTS:
            assert checker().look_up(name, list_name) == frozenset({NOT_LISTED_TOKEN}), name


def test_a_composition_called_complete_adds_up_to_100_per_cent() -> None:
    lines = [*lines_of(ORDERS_FULL).values(), *lines_of(AFTER_OCTOBER).values()]
    complete = [one for one in lines if one.get("composition_complete") is True]
    assert complete
    for stated in complete:
        shares = stated["composition"]
        assert isinstance(shares, dict)
        assert sum(Decimal(str(share)) for share in shares.values()) == 100, stated["product"]
