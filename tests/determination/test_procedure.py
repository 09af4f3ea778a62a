"""The second question, what must happen to a licence that is held: answered beside the first, never folded with it."""

from datetime import date

import pytest

from cocket.check.checker import Checker
from cocket.determination.outcome import Open, Procedure
from cocket.determination.procedure import procedure_answer

LINE: dict[str, object] = {
    "kind": "magnet",
    "family": "SmCo",
    "date": "2025-09-01",
    "destination": "DE",
    "end_user_listed": False,
    "end_user_type": "civil",
    "end_use": "civil",
}


def answer(checker: Checker, known: date | None = None, **stated: object) -> Procedure | Open:
    line = {key.replace("__", "."): value for key, value in {**LINE, **stated}.items() if value is not None}
    on_day = known or checker.lawbook.as_of
    verdict = checker.check(line, on_day)
    return procedure_answer(checker.time, verdict.line.facts, verdict.of("dual_use"), on_day)


@pytest.mark.parametrize("field", ["destination", "end_user", "end_use", "item"])
def test_another_destination_user_use_or_item_needs_another_application(field: str, checker: Checker) -> None:
    assert answer(checker, change__field=field) is Procedure.NEW_APPLICATION


def test_any_other_change_is_an_amendment(checker: Checker) -> None:
    assert answer(checker, change__field="port") is Procedure.AMENDMENT


def test_a_single_licence_is_for_one_export(checker: Checker) -> None:
    held = {"licence__type": "single"}
    assert answer(checker, **held, licence__exports_completed=1) is Procedure.NEW_APPLICATION
    assert answer(checker, **held, licence__exports_completed=0) is Open.CONSULT
    assert answer(checker, licence__type="general", licence__exports_completed=5) is Open.CONSULT


def test_a_breach_prevails_over_what_could_be_applied_for(checker: Checker) -> None:
    assert answer(checker, exported_without_licence=True, change__field="destination") is Procedure.VIOLATION


@pytest.mark.parametrize(("issued", "wanted"), [("2025-09-02", Procedure.VIOLATION), ("2025-09-01", Open.CONSULT)])
def test_a_licence_issued_after_the_declaration_does_not_cure(
    issued: str, wanted: Procedure | Open, checker: Checker
) -> None:
    assert answer(checker, licence_issued=issued, declared="2025-09-01") is wanted


@pytest.mark.parametrize(
    ("kind", "issued", "wanted"),
    [
        ("single", "2024-09-01", Open.CONSULT),  # a year to the day: its face says
        ("single", "2024-08-30", Procedure.NEW_APPLICATION),
        ("general", "2024-08-30", Open.CONSULT),
        ("general", "2022-08-30", Procedure.NEW_APPLICATION),
        ("voucher", "2022-08-30", Open.CONSULT),  # the regulations give no life to a voucher
    ],
)
def test_a_licence_older_than_it_can_be_valid_serves_no_more(
    kind: str, issued: str, wanted: Procedure | Open, checker: Checker
) -> None:
    assert answer(checker, licence__type=kind, licence_issued=issued) is wanted


def test_whatever_changes_of_a_voucher_is_registered_anew(checker: Checker) -> None:
    assert answer(checker, licence__type="voucher", change__field="port") is Procedure.NEW_APPLICATION
    assert answer(checker, licence__type="voucher") is Open.CONSULT


def test_where_no_rule_speaks_a_person_decides(checker: Checker) -> None:
    assert answer(checker) is Open.CONSULT


def test_no_licence_was_due_for_free_goods(checker: Checker) -> None:
    """Without a licence to hold there is nothing to breach; the case is not the law's."""
    assert answer(checker, family="ferrite", composition={"Ho": 0}, exported_without_licence=True) is Open.CONSULT


def test_the_rules_count_from_their_day_and_once_they_are_known(checker: Checker) -> None:
    assert answer(checker, known=date(2024, 9, 29), change__field="destination") is Open.CONSULT
    assert answer(checker, date=None, change__field="destination") is Open.CONSULT
