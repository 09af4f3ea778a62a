"""Decision histories with their processing times in working days, from a public system's own scenarios."""

import json
import re
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from cocket.licensing.clock import Event, Kind, Limit, clock_of, load_calendar, reading

SCENARIOS = Path(__file__).resolve().parents[4] / "shared/data/lite/derived_lite_statistics_scenarios.json"
ZONE = ZoneInfo("Europe/London")
KINDS = {
    "submitted": Kind.STARTED, "issued": Kind.ENDED, "refused": Kind.ENDED, "withdrawn": Kind.ENDED,
    "closed": Kind.ENDED, "appealed": Kind.REOPENED, "issued on appeal": Kind.ENDED,
}  # fmt: skip
"""Revoked and surrendered: what becomes of a licence, not of the case, which had ended."""


def histories() -> list[tuple[str, list[Event], int]]:
    scenarios = json.loads(SCENARIOS.read_text(encoding="utf-8")) if SCENARIOS.is_file() else []
    found = []
    for one in scenarios:
        times = [days for step in one["steps"] for days in _processing_time(step)]
        events = [event for step in one["steps"] if (event := _event(step["text"]))]
        if times and events:
            found.append((one["scenario"], events, times[-1]))
    return found


def _processing_time(step: dict[str, Any]) -> list[int]:
    rows = step.get("table") or [[]]
    if "processing_time" not in rows[0]:
        return []
    return [int(row[rows[0].index("processing_time")]) for row in rows[1:]]


def _event(text: str) -> Event | None:
    found = re.search(r"application is (issued on appeal|\w+) at (\S+)", text)
    if not found or found[1] not in KINDS:
        return None
    return Event(KINDS[found[1]], datetime.fromisoformat(found[2]).replace(tzinfo=ZONE))


HISTORIES = histories()


@pytest.mark.skipif(not SCENARIOS.is_file(), reason="the shared scenarios are not on this machine")
def test_the_scenarios_are_all_found() -> None:
    assert [days for _, _, days in HISTORIES].count(38) == 6
    assert [days for _, _, days in HISTORIES].count(42) == 1


@pytest.mark.parametrize(("events", "days"), [one[1:] for one in HISTORIES], ids=[one[0] for one in HISTORIES])
def test_a_history_took_as_many_working_days_as_it_says(events: list[Event], days: int) -> None:
    clock = clock_of(events, Limit(None), ZONE)
    assert reading(clock, load_calendar("gb-eng"), datetime(2025, 3, 1, tzinfo=ZONE).date()).used == days
