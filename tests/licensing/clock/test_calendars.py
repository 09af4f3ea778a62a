"""The calendars that come with the lawbook, day by day where it matters, and what the reader refuses."""

from datetime import date, timedelta

import pytest

from cocket.law.errors import LawError
from cocket.licensing.clock import CalendarError, calendar_names, load_calendar
from tests.licensing.clock.samples import NORTHLAND, day, northland


def worked_in(name: str, year: int) -> int:
    calendar = load_calendar(name)
    start = date(year, 1, 1)
    return sum(calendar.is_working(start + timedelta(n)) for n in range((date(year + 1, 1, 1) - start).days))


@pytest.mark.parametrize(
    ("name", "year", "worked"),
    [  # counted from the notices and lists themselves: weekdays, less weekdays off, plus weekend days worked
        ("cn", 2023, 249), ("cn", 2024, 251), ("cn", 2025, 248), ("cn", 2026, 248),
        ("gb-eng", 2020, 254), ("gb-eng", 2022, 250), ("gb-eng", 2023, 251), ("gb-eng", 2024, 254),
        ("gb-eng", 2026, 253),
        ("de", 2024, 253), ("de", 2026, 254),
        ("us-federal", 2023, 249), ("us-federal", 2024, 250), ("us-federal", 2025, 247),
    ],
)  # fmt: skip
def test_a_year_has_its_number_of_working_days(name: str, year: int, worked: int) -> None:
    assert worked_in(name, year) == worked


@pytest.mark.parametrize(
    ("name", "on", "working"),
    [
        ("cn", "2026-02-14", True),  # a Saturday worked for the Spring Festival
        ("cn", "2026-02-28", True),
        ("cn", "2026-02-23", False),
        ("cn", "2026-10-10", True),
        ("cn", "2026-10-11", False),
        ("cn", "2025-10-08", False),
        ("gb-eng", "2022-09-19", False),
        ("gb-eng", "2023-05-08", False),
        ("gb-eng", "2026-12-28", False),
        ("de", "2026-05-14", False),
        ("de", "2026-06-04", True),  # Corpus Christi: a day off in some Laender only
        ("us-federal", "2025-12-26", False),  # closed by executive order
        ("us-federal", "2026-07-03", False),
        ("us-federal", "2025-01-09", False),
    ],
)
def test_a_day_is_worked_or_off_as_announced(name: str, on: str, working: bool) -> None:
    assert load_calendar(name).is_working(day(on)) is working


@pytest.mark.parametrize("name", calendar_names())
def test_each_calendar_holds_2023_to_2028_with_a_source_for_every_year(name: str) -> None:
    calendar = load_calendar(name)
    assert calendar.first <= date(2023, 1, 1) and calendar.last >= date(2028, 12, 31)
    assert set(calendar.sources) == set(range(calendar.first.year, calendar.last.year + 1))


@pytest.mark.parametrize("name", calendar_names())
def test_a_year_to_come_is_never_settled(name: str) -> None:
    assert load_calendar(name).settled_until < date(2027, 1, 1)


def test_a_day_outside_the_calendar_is_refused_and_not_guessed() -> None:
    with pytest.raises(
        CalendarError, match=r"from 2023-01-01 to 2028-12-31; it does not know 2022-12-31\. Add the year"
    ):
        load_calendar("cn").is_working(date(2022, 12, 31))


def test_an_unknown_calendar_names_those_there_are() -> None:
    with pytest.raises(CalendarError, match=r"no calendar 'fr'\. Choose one of cn, de, gb-eng, us-federal"):
        load_calendar("fr")


def test_a_changed_day_gives_another_digest_and_a_changed_remark_does_not() -> None:
    changed = northland(NORTHLAND.replace('"2031-05-01"', '"2031-05-02"'))
    worded = northland(NORTHLAND.replace("en: made up}", "en: invented}"))
    assert northland().digest == worded.digest != changed.digest


@pytest.mark.parametrize(
    ("old", "new", "key", "problem"),
    [
        ('work: ["2031-01-25"', 'work: ["2031-01-27"', "years[0].work[0]", "2031-01-27 is worked anyway"),
        ('day: "2031-05-01"', 'day: "2031-01-22"', "years[0].off[1].day", "2031-01-22 is off twice"),
        ('day: "2031-05-01"', 'day: "2032-05-01"', "years[0].off[1].day", "2032-05-01 is not in 2031"),
        ('to: "2031-01-24"', 'to: "2031-01-19"', "years[0].off[0].to", "ends (2031-01-19) before it begins"),
        ('to: "2031-01-24"', 'to: "2031-01-25"', "years[0].work[0]", "2031-01-25 is off as well"),
        ('year: "2032"', 'year: "2033"', "years[1].year", "2033 does not follow 2031"),
        ("Asia/Shanghai", "Asia/Nowhere", "zone", "'Asia/Nowhere' is no time zone"),
        ("[saturday, sunday]", "[saturday, sonntag]", "weekend[1]", "'sonntag' is no day of the week"),
        ('    source: "made up"\n', "", "years[0]", "'source' is missing"),
    ],
)  # fmt: skip
def test_a_wrong_calendar_is_refused_with_file_and_key(old: str, new: str, key: str, problem: str) -> None:
    assert old in NORTHLAND
    with pytest.raises(LawError) as caught:
        northland(NORTHLAND.replace(old, new, 1))
    assert (caught.value.file, caught.value.key) == ("calendars/northland.yaml", key)
    assert problem in caught.value.problem and caught.value.line > 1
