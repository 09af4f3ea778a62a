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


@pytest.mark.parametrize("line", EXPECTED)
def test_punished_goods_are_never_free(line: int) -> None:
    assert not is_free(as_it_stands(line)), as_it_stands(line)


@pytest.mark.parametrize("line", EXPECTED)
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
