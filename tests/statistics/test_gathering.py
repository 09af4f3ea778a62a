"""The figures of cases that were really taken through, on both databases."""

from dataclasses import replace
from datetime import timedelta

import pytest

from cocket.accounts.actor import Actor
from cocket.accounts.errors import NotAllowed
from cocket.licensing.cases.models import CaseRecord
from cocket.licensing.records import clock
from cocket.licensing.records.clock import authority_day
from cocket.licensing.statistics.figures import Figure
from cocket.licensing.statistics.gathering import statistics
from cocket.licensing.statistics.queries import QUERIES
from tests.cases.filed import PARTIAL, filed, in_review, take
from tests.casework.people import ADVISER, APPROVER, CHECKER, EXPORTER, OFFICER

pytestmark = pytest.mark.usefixtures("database")


def asked(by: Actor = OFFICER) -> dict[tuple[str, str], Figure]:
    today = authority_day(clock.now())
    return {(one.name, one.of): one for one in statistics(by, today, today + timedelta(days=3), "cn")}


def test_cases_are_counted_by_what_became_of_them() -> None:
    granted = take(in_review(), OFFICER, "propose", **PARTIAL, granted="1")
    take(granted, APPROVER, "grant_in_part")
    refused = take(in_review(), OFFICER, "propose", outcome="refuse", criterion="a", citation="b")
    take(refused, APPROVER, "refuse")
    take(filed(), CHECKER, "send_back")
    take(filed(), EXPORTER, "withdraw")
    found = asked()
    counted = {name: found[name, ""].value for name in ("filed", "returned", "accepted", "refused", "withdrawn")}
    assert counted == {"filed": 4, "returned": 1, "accepted": 2, "refused": 1, "withdrawn": 1}
    assert (found["share_granted", ""].part, found["share_granted", ""].whole) == (1, 2)
    assert (found["share_returned", ""].part, found["share_returned", ""].whole) == (1, 4)
    assert (found["share_granted", "destination=US"].part, found["share_granted", "destination=US"].whole) == (1, 2)
    assert (found["share_granted", "destination=DE"].part, found["share_granted", "destination=DE"].whole) == (0, 2)
    assert found["refused_within", "days=10"].value == 0.5
    assert found["still_open", ""].value == 0


def test_the_days_of_acceptance_and_end_are_those_of_the_events() -> None:
    case = take(in_review(), EXPORTER, "withdraw")
    row = CaseRecord.objects.get(pk=case.number)
    by_step = {one.step: one.at for one in case.events}
    assert (row.accepted, row.ended) == (by_step["accept"], by_step["withdraw"])


def test_each_figure_names_a_query_that_there_is() -> None:
    in_review()
    names = {name for one in asked().values() for name in one.query.split(", ")}
    assert names <= QUERIES.keys()
    assert len(names) > 3


@pytest.mark.parametrize("by", [EXPORTER, CHECKER, ADVISER])
def test_who_decides_nothing_does_not_see_them(by: Actor) -> None:
    with pytest.raises(NotAllowed):
        asked(replace(by, stated=False))
