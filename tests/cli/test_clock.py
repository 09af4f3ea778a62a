"""``cocket clock``: counts, deadlines and the days off between, as people and programs read them."""

import json
from typing import Any

import pytest

from tests.cli.command import cocket

ENGLAND = ("--from", "2024-12-20", "--until", "2025-01-06", "--calendar", "gb-eng")
STOPPED = ("--from", "2026-02-12", "--days", "45", "--stop", "2026-03-10..2026-03-17", "stop-expert")


def data(*arguments: str) -> dict[str, Any]:
    found = json.loads(cocket("clock", *arguments, "--json").stdout)
    assert isinstance(found, dict)
    return found


def test_a_count_names_the_days_off_that_lay_between() -> None:
    shown = cocket("clock", *ENGLAND).stdout
    assert "8 working days from 2024-12-20 to 2025-01-06" in shown
    assert [line[:10] for line in shown.splitlines() if line.startswith("20")] == [
        "2024-12-25", "2024-12-26", "2025-01-01",
    ]  # fmt: skip
    assert [one["en"] for one in data(*ENGLAND)["off"]] == ["Christmas Day", "Boxing Day", "New Year's Day"]


def test_a_stop_moves_the_deadline_and_make_up_saturdays_are_told() -> None:
    found = data(*STOPPED)
    assert (found["deadline"], data(*STOPPED[:4])["deadline"]) == ("2026-04-30", "2026-04-23")
    assert found["worked"] == ["2026-02-14", "2026-02-28"]
    assert found["stops"] == [{"since": "2026-03-10", "until": "2026-03-17", "reason": "stop-expert"}]
    assert "2026-02-14  Sat  worked in exchange" in cocket("clock", *STOPPED).stdout


def test_an_open_stop_gives_no_deadline() -> None:
    asked = ("--from", "2026-03-02", "--days", "5", "--stop", "2026-03-03..", "stop-site")
    assert "not known while a stop is open" in cocket("clock", *asked).stdout
    assert data(*asked).get("deadline") is None


def test_what_rests_on_a_year_not_announced_says_so_in_both_languages() -> None:
    asked = ("--from", "2026-12-01", "--days", "45")
    assert "Provisional: days after 2026-12-31" in cocket("clock", *asked).stdout
    assert "暂定：2026-12-31 之后" in cocket("clock", *asked, "--lang", "zh").stdout
    assert data(*asked)["provisional"] is True and data(*STOPPED)["provisional"] is False


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ("--from 2026-12-01", "neither a number of days nor a last day was given. Add --days"),
        ("--from 2026-12-01 --days 4 --stop 2026-12-02 why", "--stop 2026-12-02: is no pair of days. Write --stop"),
        ("--from 2026-12-01 --days 4 --stop 2026-12-02..noon why", "--stop 2026-12-02..noon: "),
        ("--from 2026-12-01 --days 4 --stop 2026-12-04..2026-12-02 why", "The stop 'why' ends (2026-12-02) before"),
        ("--from 2026-12-01 --days 4 --calendar fr", "There is no calendar 'fr'. Choose one of cn, de, gb-eng"),
        ("--from 2021-12-01 --days 4", "does not know 2021-12-01. Add the year"),
        ("--from 2028-12-01 --days 45", "does not know 2029-01-01. Add the year"),
        ("--from 2026-12-01 --until 2026-11-01", "The end (2026-11-01) lies before the start"),
        ("--from 2026-12-01 --days -4", "-4 is not in the range"),
    ],
)
def test_what_cannot_be_answered_is_refused_with_what_to_do(arguments: str, told: str) -> None:
    done = cocket("clock", *arguments.split(), code=2)
    assert told in done.stderr and done.stdout == ""
