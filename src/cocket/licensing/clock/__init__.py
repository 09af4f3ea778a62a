"""The honest clock: working days and deadlines as a function of dated events and a calendar (docs/clock.md)."""

from cocket.licensing.clock.calendar import Calendar, working_days
from cocket.licensing.clock.errors import CalendarError, ClockError
from cocket.licensing.clock.events import Event, Kind, clock_of
from cocket.licensing.clock.limits import limit_of
from cocket.licensing.clock.read_calendar import calendar_names, load_calendar
from cocket.licensing.clock.reading import Clock, Limit, Reading, Stop, deadline_of, reading

__all__ = [
    "Calendar", "CalendarError", "Clock", "ClockError", "Event", "Kind", "Limit", "Reading", "Stop", "calendar_names",
    "clock_of", "deadline_of", "limit_of", "load_calendar", "reading", "working_days",
]  # fmt: skip
