"""One licence for each request of an application for single ones; one for all requests of a general one."""

from collections.abc import Callable
from datetime import date
from itertools import count

import pytest

from cocket.law.lawbook import Lawbook
from cocket.licensing.decisions.splitting import Placed, read_place, split
from cocket.licensing.licences.condition import DeclaredUntil, ReportDue, ReportedEvent
from cocket.licensing.licences.errors import LicenceError
from cocket.licensing.licences.licence import Kind
from cocket.licensing.licences.limits import months_after, refuse_beyond_law
from cocket.licensing.licences.reading import read_licence_json
from cocket.licensing.licences.writing import licence_text
from tests.decisions.samples import DAY, application, kg, two_items

CODES = {(request, item): "1C902.a.4" for request in (1, 2) for item in (1, 2)}
ARRIVAL = ReportDue(ReportedEvent.ARRIVAL, 30)


def numbers() -> Callable[[], str]:
    counted = count(1)
    return lambda: f"26-AA-{100_000 + next(counted)}"


def test_each_request_becomes_a_single_licence_of_its_own(lawbook: Lawbook) -> None:
    asked = application()
    first, second = split(asked, asked.requests, (), CODES, numbers(), DAY)
    assert (first.number, second.number) == ("26-AA-100001", "26-AA-100002")
    assert [(one.kind, one.lines[0].destinations, one.lines[0].terms.uses) for one in (first, second)] == [
        (Kind.SINGLE, ("US",), 1),
        (Kind.SINGLE, ("DE",), 1),
    ]
    assert [one.lines[0].terms.quantity for one in (first, second)] == [kg(100).number, kg(200).number]
    assert first.lines[0].end_uses == ("civil_industry", "pumps", "水泵")
    assert (first.valid_from, first.valid_until) == (DAY, date(2027, 11, 27))
    refuse_beyond_law(first, lawbook)


def test_a_general_licence_holds_all_requests_and_any_number_of_exports() -> None:
    asked = application(kind=Kind.GENERAL)
    (one,) = split(asked, asked.requests, (), CODES, numbers(), DAY)
    assert [line.destinations for line in one.lines] == [("US",), ("DE",)]
    assert {line.terms.uses for line in one.lines} == {None}


def test_conditions_stand_on_the_lines_that_they_are_placed_on() -> None:
    asked = two_items()
    until = DeclaredUntil(date(2027, 1, 31))
    (one,) = split(asked, asked.requests, (Placed(ARRIVAL), Placed(until, 1, 2)), CODES, numbers(), DAY)
    assert [line.conditions for line in one.lines] == [(ARRIVAL,), (ARRIVAL, until)]
    assert not Placed(until, 2).is_on(1, 1)


def test_a_limit_of_value_counts_goods_in_kilograms() -> None:
    asked = two_items()
    (one,) = split(asked, asked.requests, (), CODES, numbers(), DAY)
    terms = one.lines[1].terms
    assert (terms.value, terms.currency, terms.quantity, terms.unit.symbol) == (500_000, "CNY", None, "kg")


def test_what_is_made_can_be_kept_and_read_again() -> None:
    asked = two_items()
    (one,) = split(asked, asked.requests, (Placed(ARRIVAL),), CODES, numbers(), DAY)
    assert read_licence_json(licence_text(one), "kept") == one


@pytest.mark.parametrize(
    ("day", "months", "last"),
    [
        (date(2026, 11, 27), 12, date(2027, 11, 27)),
        (date(2028, 2, 29), 12, date(2029, 2, 28)),
        (date(2026, 8, 31), 6, date(2027, 2, 28)),
        (date(2026, 12, 31), 1, date(2027, 1, 31)),
        (date(2026, 1, 31), 36, date(2029, 1, 31)),
    ],
)
def test_months_end_on_the_same_day_or_the_last_of_the_month(day: date, months: int, last: date) -> None:
    assert months_after(day, months) == last


def test_the_place_of_a_condition_is_read() -> None:
    assert [read_place(text) for text in ("", "2", "2/3")] == [(None, None), (2, None), (2, 3)]
    for text in ("x", "/3", "2/", "2/x", "-1"):
        with pytest.raises(LicenceError, match="no request"):
            read_place(text)
