"""No code reads rows past the policy. The check is shown to fire beside."""

import pytest

from tests.tidy.past_access import (
    ALLOWED,
    FACES_ALLOWED,
    SQL_ALLOWED,
    guarded_models,
    house_only_in_a_face,
    past_access,
    sql_past_access,
)
from tests.tidy.test_tidy import PYTHON_FILES, assert_no_faults
from tests.tidy.tree import SourceFile

MODELS = guarded_models(PYTHON_FILES)


def face(text: str) -> SourceFile:
    return SourceFile("src/cocket/api/cases.py", text)


def test_no_code_reads_rows_past_the_policy() -> None:
    assert_no_faults([fault for file in PYTHON_FILES for fault in past_access(file, MODELS)])


def test_no_face_takes_what_is_for_the_house() -> None:
    assert_no_faults([fault for file in PYTHON_FILES for fault in house_only_in_a_face(file)])


def test_no_statement_of_its_own_reads_past_the_policy() -> None:
    assert_no_faults([fault for file in PYTHON_FILES for fault in sql_past_access(file)])


def test_every_table_of_the_house_is_seen() -> None:
    assert {
        "LicenceRecord",
        "CaseRecord",
        "EventRecord",
        "ApplicationRecord",
        "DecisionRecord",
        "TokenRecord",
    } <= MODELS
    paths = {file.path for file in PYTHON_FILES}
    assert not {*ALLOWED, *FACES_ALLOWED, *SQL_ALLOWED} - paths, "a file that is gone needs no leave"


@pytest.mark.parametrize(
    "text",
    [
        "CaseRecord.objects.get(pk=1)",
        "models.CaseRecord.objects.all()",
        "from cocket.licensing.cases.models import CaseRecord as C\nC.objects.filter()",
        "LicenceRecord._default_manager.all()",
        "record.eventrecord_set.all()",
        "apps.get_model('cases', 'CaseRecord')",
    ],
)
def test_a_way_past_the_policy_is_found(text: str) -> None:
    assert len(past_access(face(text), MODELS)) == 1


def test_what_asks_first_is_no_fault() -> None:
    asks = "access_rows(actor, CaseRecord).filter(pk=number)\nAnswered.objects.get(pk=key)"
    assert past_access(face(asks), MODELS) == []


def test_a_statement_of_ones_own_is_found() -> None:
    for text in ("from django.db import connection\nconnection.cursor()", "CaseRecord.objects.raw('select 1')"):
        assert len(sql_past_access(face(text))) == 1
    assert sql_past_access(face("self._connection.cursor()")) == []


def test_a_face_that_takes_what_asks_nobody_is_found() -> None:
    for text in (
        "from cocket.licensing.records.finding import find_licence",
        "from cocket.licensing.records import moving",
    ):
        assert len(house_only_in_a_face(face(text))) == 1
    assert house_only_in_a_face(face("from cocket.licensing.records.finding import licence_for")) == []
