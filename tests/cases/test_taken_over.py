"""Cases of an older installation go on: numbers are not given again, and the guards stand."""

import pytest
from django.db import DatabaseError, connection, transaction
from django.db.migrations.executor import MigrationExecutor

from cocket.licensing.cases.finding import find_case
from cocket.licensing.cases.models import CaseRecord, DealRecord
from cocket.licensing.cases.noting import COLUMNS
from cocket.licensing.cases.seen import cases_for
from cocket.licensing.cases.taking import open_case
from cocket.licensing.records import clock
from tests.cases.desk import office
from tests.cases.filed import PAPERS, filed, in_review, take
from tests.casework.people import APPROVER, CHECKER, EXPORTER, OFFICER


def test_cases_of_an_older_installation_are_taken_over(database: str) -> None:
    executor = MigrationExecutor(connection)
    executor.migrate([("cases", None)])
    executor.loader.build_graph()
    executor.migrate([("cases", "0001_cases")])
    old = executor.loader.project_state([("cases", "0001_cases")]).apps
    moment = clock.now()
    old.get_model("cases", "CounterRecord").objects.create(series="C-2026", last=7)
    case = old.get_model("cases", "CaseRecord").objects.create(
        number="C-2026-000007", kind="licence", organisation="ningyuan", status="filed", version=1, changed=moment
    )
    old.get_model("cases", "EventRecord").objects.create(
        case=case, sequence=1, step="file", at=moment, person="li", name="Li", organisation="ningyuan",
        organisation_name="Ningyuan", organisation_kind="exporter", role="applicant", via="",
        said='{"papers": "contract"}',
    )  # fmt: skip
    executor.loader.build_graph()
    executor.migrate(executor.loader.graph.leaf_nodes())
    assert find_case("C-2026-000007").state.status == "filed"
    row = CaseRecord.objects.get(pk="C-2026-000007")
    assert (row.filed, row.returned, row.stops) == (row.changed, None, "")
    said = {"papers": "\n".join(PAPERS)}
    assert open_case(EXPORTER, "licence", said, clock.now(), office()).number == "C-2026-000008"
    assert [one.number for one in cases_for(OFFICER)] == ["C-2026-000007", "C-2026-000008"]
    for statement in ("delete from case_event", "update case_file set filing = 'A-1'"):
        with pytest.raises(DatabaseError, match="are kept"), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement)


def test_what_months_ask_is_taken_over_from_events_and_decisions(database: str) -> None:
    """Back to the tables of before and forward again: the columns come out as the steps had written them."""
    stood = take(take(in_review(), OFFICER, "stop", ground="stop-expert"), OFFICER, "resume", ground="stop-expert")
    take(filed(), CHECKER, "send_back", missing="contract")
    take(take(stood, OFFICER, "propose", outcome="refuse", criterion="a", citation="b"), APPROVER, "refuse")
    asked = ("number", *COLUMNS)
    before = list(CaseRecord.objects.order_by("number").values_list(*asked))
    days = list(DealRecord.objects.order_by("id").values_list("id", "day"))
    assert days
    executor = MigrationExecutor(connection)
    executor.migrate([("cases", "0005_notes")])
    executor.loader.build_graph()
    executor.migrate(executor.loader.graph.leaf_nodes())
    assert list(CaseRecord.objects.order_by("number").values_list(*asked)) == before
    assert list(DealRecord.objects.order_by("id").values_list("id", "day")) == days
    with pytest.raises(DatabaseError, match="are kept"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("update case_decision_deal set day = '2020-01-01'")
