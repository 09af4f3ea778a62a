"""The figures of cases that were really taken through, on both databases."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from cocket.accounts.actor import Actor
from cocket.accounts.errors import NotAllowed
from cocket.licensing.cases.models import CaseRecord
from cocket.licensing.cases.taking import take_step
from cocket.licensing.clock import load_calendar
from cocket.licensing.clock.calendar import days
from cocket.licensing.records import clock
from cocket.licensing.records.clock import authority_day
from cocket.licensing.statistics.figures import Figure
from cocket.licensing.statistics.gathering import statistics
from cocket.licensing.statistics.queries import QUERIES
from tests.cases.desk import office
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


def test_the_row_of_a_case_says_of_its_events_what_a_month_asks() -> None:
    back = take(take(filed(), CHECKER, "send_back", missing="contract"), EXPORTER, "file_again", papers="contract")
    again = take(back, CHECKER, "send_back", missing="invoice")
    row = CaseRecord.objects.get(pk=again.number)
    assert row.filed == again.events[0].at
    assert row.returned == again.events[1].at  # the first time
    case = take(in_review(), OFFICER, "stop", ground="stop-expert")
    assert CaseRecord.objects.get(pk=case.number).stops == f"stop-expert {authority_day(case.events[-1].at)}/\n"
    case = take(case, OFFICER, "resume", ground="stop-expert")
    days = [authority_day(one.at) for one in case.events[-2:]]
    assert CaseRecord.objects.get(pk=case.number).stops == f"stop-expert {days[0]}/{days[1]}\n"


def test_days_on_which_the_clock_stood_are_not_counted() -> None:
    """Two cases of one day, both withdrawn two weeks later: the clock of one stood from the first day on."""
    gone_on, stood = in_review(), take(in_review(), OFFICER, "stop", ground="stop-expert")
    later = clock.now() + timedelta(days=14)
    take_step(OFFICER, stood.number, "resume", {"ground": "stop-expert"}, later, office())
    for case in (gone_on, stood):
        take_step(EXPORTER, case.number, "withdraw", {"reason": "not needed"}, later, office())
    today = authority_day(clock.now())
    found = {(one.name, one.of): one.value for one in statistics(OFFICER, today, today + timedelta(days=20), "cn")}
    assert found["days_until_ended", "cases=50%"] == 0
    assert found["days_until_ended", "cases=90%"] == worked(today, authority_day(later))


def worked(since: date, until: date) -> int:
    calendar = load_calendar("cn")
    return sum(calendar.is_working(day) for day in days(since, until))


def test_each_figure_names_a_query_and_each_query_makes_one() -> None:
    take(take(in_review(), OFFICER, "propose"), APPROVER, "grant")
    assert {one.query for one in asked().values()} == QUERIES.keys()


@pytest.mark.parametrize("by", [EXPORTER, CHECKER, ADVISER])
def test_who_decides_nothing_does_not_see_them(by: Actor) -> None:
    with pytest.raises(NotAllowed):
        asked(replace(by, stated=False))
