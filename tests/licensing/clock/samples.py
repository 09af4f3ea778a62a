"""A small made-up calendar, and how a clock is written down in a test."""

from collections.abc import Iterable
from datetime import date

import numpy as np

from cocket.law.source import read_text
from cocket.licensing.clock import Calendar, Clock, Limit, Stop
from cocket.licensing.clock.columns import NO_DAY, NO_LIMIT, Clocks, day_number
from cocket.licensing.clock.read_calendar import read_calendar

NORTHLAND = """
calendar: northland
title: {zh: 北国, en: Northland}
zone: Asia/Shanghai
weekend: [saturday, sunday]
settled_until: "2031-06-30"
remark: {zh: 虚构, en: made up}
years:
  - year: "2031"
    source: "made up"
    off:
      - {day: "2031-01-20", to: "2031-01-24", name: {zh: 雪节, en: Snow week}}
      - {day: "2031-05-01", name: {zh: 五月节, en: May feast}}
    work: ["2031-01-25", "2031-01-26"]
  - year: "2032"
    source: "made up"
    off:
      - {day: "2032-01-01", name: {zh: 元旦, en: New Year}}
"""


def northland(text: str = NORTHLAND) -> Calendar:
    return read_calendar(read_text(text, "calendars/northland.yaml"))


def day(text: str) -> date:
    return date.fromisoformat(text)


def stop(since: str, until: str | None = None, reason: str = "stop-expert") -> Stop:
    return Stop(day(since), day(until) if until else None, reason)


def clock(started: str, *stops: Stop, days: int | None = 45, ended: str | None = None) -> Clock:
    return Clock(Limit(days), day(started), stops, day(ended) if ended else None)


def columns(clocks: Iterable[Clock]) -> Clocks:
    def number(one: date | None) -> int:
        return NO_DAY if one is None else day_number(one)

    clocks = tuple(clocks)
    stops = [one for each in clocks for one in each.stops]
    return Clocks(
        limit_days=np.array([NO_LIMIT if one.limit.days is None else one.limit.days for one in clocks], np.int32),
        started=np.array([number(one.started) for one in clocks], np.int32),
        ended=np.array([number(one.ended) for one in clocks], np.int32),
        offsets=np.cumsum([0, *(len(one.stops) for one in clocks)], dtype=np.int64),
        since=np.array([number(one.since) for one in stops], np.int32),
        until=np.array([number(one.until) for one in stops], np.int32),
    )
