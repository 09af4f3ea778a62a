"""When the clock of one case stood, as text that a table can be asked by: a line for each stop, ``ground since/until``
in days of the authority, as ``stop-expert 2026-06-09/2026-06-11``; nothing after the slash while it stands."""

from collections.abc import Iterator
from datetime import date

Stop = tuple[date, date | None]


def stopped(text: str, ground: str, day: date) -> str:
    return f"{text}{ground} {day}/\n"


def resumed(text: str, ground: str, day: date) -> str:
    """The same where the clock does not stand on that ground."""
    lines = text.splitlines()
    for place, line in enumerate(lines):
        if line.startswith(f"{ground} ") and line.endswith("/"):
            lines[place] = f"{line}{day}"
    return "".join(f"{line}\n" for line in lines)


def stops(text: str) -> Iterator[Stop]:
    """In the order in which they began."""
    for line in text.splitlines():
        since, _, until = line.rpartition(" ")[2].partition("/")
        yield date.fromisoformat(since), date.fromisoformat(until) if until else None
