"""The words of ``cocket clock`` in English."""

from typing import Final

WORDS: Final[dict[str, str]] = {
    "clock.head": "Calendar: {title}, digest {digest}",
    "clock.used": "{count} working days from {start} to {until} (the first day counts, the last does not).",
    "clock.deadline": "{days} working days from {start}: the last day in time is {deadline}.",
    "clock.open": "{days} working days from {start}: the last day is not known while a stop is open.",
    "clock.stop": "Not counted: from {since} to {until} ({reason}).",
    "clock.stop.open": "no day yet",
    "clock.provisional": "Provisional: days after {settled} are not settled.",
    "clock.columns": "day||what",
    "clock.worked": "worked in exchange for a day off",
    "clock.weekdays": "Mon Tue Wed Thu Fri Sat Sun",
    "clock.what": "neither a number of days nor a last day was given",
    "clock.what.remedy": "Add --days 45, --until with a day, or both",
    "clock.stop.no_dots": "is no pair of days",
    "clock.stop.remedy": "Write --stop 2026-03-10..2026-03-17 REASON, or 2026-03-10.. while it lasts",
    "help.clock": (
        "Count working days and find a deadline by a holiday calendar.\n\n"
        "The first day counts, the last does not. Days under a stop do not count; stops that overlap count once.\n\n"
        "Exit code: 0 answered, 2 the input could not be used."
    ),
    "help.clock.from": "The day of acceptance.",
    "help.clock.days": "Find the last day in time for so many working days.",
    "help.clock.until": "Count the working days used until this day.",
    "help.clock.calendar": "Whose days off: cn, gb-eng, de or us-federal.",
    "help.clock.stop": "A time that does not count, and why; may be given again.",
}
