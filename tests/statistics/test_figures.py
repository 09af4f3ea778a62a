"""Each figure beside the same counted by hand."""

from datetime import date

from cocket.licensing.clock import load_calendar
from cocket.licensing.clock.columns import NO_DAY, Timetable, day_number
from cocket.licensing.statistics.figures import (
    Figure,
    Waiting,
    of_deals,
    of_filed,
    of_steps,
    of_waiting,
)

TABLE = Timetable(load_calendar("cn"))
MONTH, ON = "2026-06", date(2026, 9, 1)


def day(month: int, number: int) -> int:
    return day_number(date(2026, month, number))


def named(figures: list[Figure]) -> dict[tuple[str, str], Figure]:
    return {(one.name, one.of): one for one in figures}


def test_steps_are_counted_and_a_grant_in_part_is_a_grant() -> None:
    found = named(list(of_steps(MONTH, {"file": 7, "file_again": 2, "grant": 3, "grant_in_part": 1, "refuse": 1})))
    assert found["filed", ""].value == 9
    assert found["granted", ""].value == 3
    assert (found["share_granted", ""].part, found["share_granted", ""].whole) == (4, 5)
    assert found["share_granted", ""].value == 0.8
    low, high = found["share_granted", ""].low, found["share_granted", ""].high
    assert low is not None
    assert high is not None
    assert 0 < low < 0.8 < high < 1


def test_a_month_without_decisions_has_no_share() -> None:
    found = named(list(of_steps(MONTH, {})))
    assert (found["share_granted", ""].value, found["share_granted", ""].low) == (None, None)
    (filed,) = of_filed(MONTH, 0, 0)
    assert filed.value is None


def test_deals_are_told_by_destination_and_by_item() -> None:
    deals = [("US", "1C902.a.4", "grant", 3), ("US", "1C902.a.4", "refuse", 1), ("DE", "", "grant", 2)]
    found = named(list(of_deals(MONTH, deals)))
    assert (found["share_granted", "destination=US"].part, found["share_granted", "destination=US"].whole) == (3, 4)
    assert found["share_granted", "destination=DE"].value == 1
    assert found["share_granted", "item=not stated"].whole == 2


def test_the_wait_is_in_working_days_without_the_stops() -> None:
    """Accepted Monday 8 June 2026, decided Friday 12 June: four working days, two of which the clock stood."""
    accepted, ended = day(6, 8), day(6, 12)
    waiting = [Waiting(accepted, ended, "granted"), Waiting(accepted, ended, "refused", [(day(6, 9), day(6, 11))])]
    found = named(list(of_waiting(MONTH, waiting, TABLE, ON)))
    assert found["days_until_ended", "cases=50%"].value == 2
    assert found["days_until_ended", "cases=90%"].value == 4
    assert found["granted_within", "days=10"].value == 0.5
    assert found["refused_within", "days=10"].value == 0.5
    assert found["still_open", ""].value == 0


def test_an_open_case_counts_as_open_and_not_as_quick() -> None:
    waiting = [Waiting(day(6, 8), day(6, 12), "issued"), Waiting(day(6, 8), NO_DAY, "review")]
    found = named(list(of_waiting(MONTH, waiting, TABLE, ON)))
    assert found["granted_within", "days=90"].value == 0.5
    assert found["days_until_ended", "cases=90%"].value is None
    assert found["still_open", ""].value == 1


def test_a_month_in_which_nothing_was_accepted_tells_no_wait() -> None:
    assert list(of_waiting(MONTH, [], TABLE, ON)) == []
