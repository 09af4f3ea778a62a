"""What customs punished is never free: the published enforcement cases as order lines."""

from functools import cache

import pytest

from cocket.check.tables import read_table
from cocket.determination.determine import Determination
from tests.examples.example_lines import CASES, checker, expected_rows, is_free, lines_of, words

EXPECTED = expected_rows(CASES.parent / "expected.csv")
NOT_YET = "law not yet in"
FORETOLD = [line for line, row in EXPECTED.items() if row["Expected outcome"] != NOT_YET]
FOR_PEOPLE = ["Authority", "Known outcome", "Source", "Source grade"]
# What an exporter in good order would add; no announcement names the destination.
CIVIL_USER = {"end_user_listed": False, "end_user_type": "civil", "end_use": "civil"}
UNNAMED_DESTINATION = {"destination": "DE"}
# Metals named without a figure. The gaps of the lawbook speak of metal that is mainly gallium, germanium or tungsten;
# as its share is not stated they are passed over, and the metal is taken to be free.
PASSED_OVER = (18, 19, 20)
SHARE_UNKNOWN = pytest.mark.xfail(
    strict=True,
    raises=AssertionError,
    reason="a gap is passed over when its element is named without a figure",
)
LINES = [pytest.param(line, marks=[SHARE_UNKNOWN] if line in PASSED_OVER else []) for line in EXPECTED]


@cache
def as_it_stands(line: int) -> Determination:
    return dual_use(line)


@cache
def for_a_civil_user(line: int) -> Determination:
    stated = lines_of(CASES)[line]
    return dual_use(line, **CIVIL_USER, **({} if "destination" in stated else UNNAMED_DESTINATION))


def dual_use(line: int, **added: object) -> Determination:
    return checker().check({**lines_of(CASES)[line], **added}, checker().lawbook.as_of).of("dual_use")


def test_every_line_has_an_expectation_and_all_seventeen_cases_are_there() -> None:
    lines = lines_of(CASES)
    assert list(lines) == list(EXPECTED)
    cases = {str(stated["product"])[: len("case-01")] for stated in lines.values()}
    assert cases == {f"case-{number:02}" for number in range(1, 18)}


def test_what_was_done_to_the_exporter_is_kept_out_of_the_facts() -> None:
    unread = [column.header for column in read_table(CASES).columns if column.key is None]
    assert unread == FOR_PEOPLE


@pytest.mark.parametrize("line", LINES)
def test_punished_goods_are_never_free(line: int) -> None:
    assert not is_free(as_it_stands(line)), as_it_stands(line)


@pytest.mark.parametrize("line", LINES)
def test_a_civil_user_on_no_list_does_not_free_them_either(line: int) -> None:
    assert not is_free(for_a_civil_user(line)), for_a_civil_user(line)


@pytest.mark.parametrize("line", FORETOLD)
def test_where_the_law_is_written_down_the_answer_is_foretold(line: int) -> None:
    row, answer = EXPECTED[line], as_it_stands(line)
    assert row["Law in the lawbook"] == "yes"
    assert answer.outcome.name == row["Expected outcome"]
    assert min(answer.possible).name == row["Least strict possible"]
    assert set(answer.codes) == words(row["Codes"])
    assert for_a_civil_user(line).outcome.name == row["For a civil user on no list"]
