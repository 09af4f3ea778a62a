"""``cocket law stale``: tells what to read again and ends with 1 where something is."""

import json

import pytest

from cocket.cli.options import today
from cocket.cli.screen import shown_width
from cocket.law.lawbook import load_lawbook
from cocket.law.stale import to_read_again
from tests.cli.command import cocket


def test_nothing_is_stale_on_a_day_before_every_look() -> None:
    done = cocket("law", "stale", "--on", "2020-01-01")
    assert done.stdout.startswith("All ")
    assert cocket("law", "stale", "--on", "2020-01-01", "--json").stdout == ""


def test_what_is_stale_is_told_with_its_reasons_and_where_to_read() -> None:
    shown = cocket("law", "stale", "--on", "2026-11-05", code=1).stdout
    part = shown.partition("cn/mofcom-gac/2025/70: ")[2].partition("\n\n")[0]
    assert "a suspension ends on 2026-11-10 (cn/mofcom-gac/2025/70#suspend)" in part
    assert "announced, not law: cn/mofcom-gac/2025/70#extension" in part
    assert "https://exportcontrol.mofcom.gov.cn/" in part
    assert "a suspension has ended since, on 2026-11-10" in cocket("law", "stale", "--on", "2026-11-11", code=1).stdout


def test_the_data_are_the_same_and_in_the_same_order() -> None:
    shown = cocket("law", "stale", "--on", "2027-03-01", code=1).stdout
    rows = [
        json.loads(line) for line in cocket("law", "stale", "--on", "2027-03-01", "--json", code=1).stdout.splitlines()
    ]
    assert [line.partition(": ")[0] for line in shown.splitlines() if line.startswith("cn/")] == [
        one["id"] for one in rows
    ]
    assert [one["checked_until"] for one in rows] == sorted(one["checked_until"] for one in rows)
    assert all(one["sources"] and one["days_past"] > 0 for one in rows)


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_all_but_the_addresses_fits_the_terminal(lang: str) -> None:
    lines = cocket("law", "stale", "--on", "2027-03-01", "--lang", lang, code=1, COLUMNS="60").stdout.splitlines()
    wide = [line for line in lines if shown_width(line) > 60]
    assert wide
    assert all("/" in line and line.startswith("    ") for line in wide)


def test_doctor_counts_the_same_instruments() -> None:
    stale = to_read_again(load_lawbook(), today())
    told = f": {len(stale)} instruments, first {stale[0].instrument.id}" if stale else "All instruments"
    assert told in cocket("doctor").stdout
