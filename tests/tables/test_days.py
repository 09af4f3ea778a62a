"""A day is read from what people write, unless it could be two days or none."""

from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cocket.check.tables import parse_day
from cocket.check.tables.days import FIRST_YEAR, LAST_YEAR

FOURTH_OF_APRIL = date(2025, 4, 4)


@pytest.mark.parametrize(
    "written",
    [
        "2025-04-04",
        "2025/4/4",
        "2025.4.4",
        "20250404",
        20250404,
        "4 April 2025",
        "4 Apr 2025",
        "04-Apr-2025",
        "4th April, 2025",
        "April 4, 2025",
        "Apr. 4 2025",
        "2025年4月4日",
        "2025 年 4 月 4 日",
        "２０２５年４月４日",
        " 2025-04-04 ",
        "2025-04-04 10:30",
        "2025-04-04T23:59:59",
        "2025-04-04T23:59:59+08:00",
        date(2025, 4, 4),
        datetime(2025, 4, 4, 23, 30),  # noqa: DTZ001  as a workbook gives it
        datetime(2025, 4, 4, 23, 30, tzinfo=timezone(timedelta(hours=8))),
        "04/04/2025",  # both readings are the same day
    ],
)
def test_one_day_in_many_forms(written: object) -> None:
    assert parse_day(written) == FOURTH_OF_APRIL


@pytest.mark.parametrize(("written", "day"), [("25/12/2025", 25), ("12/25/2025", 25), ("31.12.2025", 31)])
def test_the_year_may_stand_last_where_only_one_reading_is_a_day(written: str, day: int) -> None:
    assert parse_day(written) == date(2025, 12, day)


@pytest.mark.parametrize("written", ["04/05/2025", "4.5.2025", "04-05-2025", "5/4/2025 10:00"])
def test_a_text_that_could_be_two_days_is_refused_with_both(written: str) -> None:
    with pytest.raises(ValueError, match="could be 5 April 2025 or 4 May 2025"):
        parse_day(written)


@pytest.mark.parametrize("written", ["2025-02-30", "30 February 2025", "2025年2月30日", "31/31/2025", "20251301"])
def test_a_day_that_does_not_exist_is_refused(written: str) -> None:
    with pytest.raises(ValueError, match="does not exist"):
        parse_day(written)


@pytest.mark.parametrize("written", ["4/5/25", "25-12-04"])
def test_a_year_of_two_digits_is_refused(written: str) -> None:
    with pytest.raises(ValueError, match="two digits"):
        parse_day(written)


@pytest.mark.parametrize("written", ["0205-04-04", date(1900, 1, 1), "2925-04-04"])
def test_a_year_outside_reason_is_refused(written: object) -> None:
    with pytest.raises(ValueError, match="lies outside the years"):
        parse_day(written)


@pytest.mark.parametrize("written", [45751, "45751", Decimal("45751.5")])
def test_the_bare_number_of_a_spreadsheet_date_is_refused(written: object) -> None:
    with pytest.raises(ValueError, match="not formatted as a date"):
        parse_day(written)


@pytest.mark.parametrize(
    "written", ["", "soon", "2025", "2025-04", "2025年4月", "4 Foo 2025", True, None, 1.5, "2025-04/04"]
)
def test_what_is_no_day_is_refused(written: object) -> None:
    with pytest.raises(ValueError, match="is not a day"):
        parse_day(written)


@pytest.mark.parametrize(
    "written", ["2025-04-03T16:00:00Z", "2025-04-04T00:00-05:00", datetime(2025, 4, 3, 16, tzinfo=UTC)]
)
def test_a_time_of_another_zone_is_refused_because_it_may_be_another_day_in_china(written: object) -> None:
    with pytest.raises(ValueError, match="China's time zone"):
        parse_day(written)


@given(st.dates(date(FIRST_YEAR, 1, 1), date(LAST_YEAR, 12, 31)))
def test_every_day_is_read_back_from_each_unambiguous_form(day: date) -> None:
    month = day.strftime("%B")
    forms = (
        day.isoformat(),
        f"{day.year}/{day.month}/{day.day}",
        f"{day.day} {month} {day.year}",
        f"{month} {day.day}, {day.year}",
        f"{day.year}年{day.month}月{day.day}日",
        f"{day:%Y%m%d}",
    )
    assert {parse_day(form) for form in forms} == {day}


@given(st.dates(date(FIRST_YEAR, 1, 1), date(LAST_YEAR, 12, 31)))
def test_day_and_month_in_figures_before_the_year_are_never_swapped(day: date) -> None:
    readings = {reading_or_reason(f"{day:%d/%m/%Y}"), reading_or_reason(f"{day:%m/%d/%Y}")}
    assert readings == {day} or all("could be" in str(one) for one in readings)


@given(st.text(max_size=20))
def test_any_text_is_a_day_or_refused_with_a_sentence(text: str) -> None:
    found = reading_or_reason(text)
    assert isinstance(found, date) or found.startswith('"')


def reading_or_reason(text: str) -> date | str:
    try:
        return parse_day(text)
    except ValueError as refused:
        return str(refused)
