"""Events around the law, told with their source: talks, licences, answers, enforcement, and steps of the law itself.

They stand in ``lawbook/timeline.yaml``, change no answer, and are no part of the lawbook's digest.
"""

import re
from datetime import date
from pathlib import Path
from typing import Literal, TypeAlias, cast, get_args

import msgspec

from cocket.law.instrument import Words
from cocket.law.lawbook import LAWBOOK
from cocket.law.read_parts import read_question, read_words
from cocket.law.source import Field, read_file

EventKind: TypeAlias = Literal[
    "control",
    "suspension",
    "destination",
    "party",
    "law",
    "guidance",
    "licence",
    "framework",  # talks and arrangements between governments
    "enforcement",
    "exporter",
    "ordinary",
    "catalogue",
    "expiry",  # the last day in a text
    "technology",
]
MONTH = re.compile(r"[0-9]{4}-(0[1-9]|1[0-2])")
NAME = "timeline.yaml"


class ToldEvent(msgspec.Struct, frozen=True):
    """``day`` is the first of the month where only that is known; ``about`` names instruments whose step this is."""

    day: date
    is_month: bool
    kind: EventKind
    says: Words
    source: str
    about: tuple[str, ...] = ()
    question: Words | None = None

    @property
    def when(self) -> str:
        return f"{self.day:%Y-%m}" if self.is_month else self.day.isoformat()


def load_timeline(root: Path = LAWBOOK) -> tuple[ToldEvent, ...]:
    """The events in the order of their days; raises LawError for what is not whole, or out of order."""
    events: list[ToldEvent] = []
    for field in read_file(root / NAME, NAME).items():
        event = _read_event(field)
        if events and event.day < events[-1].day:
            raise field.refuse(f"{event.when} stands after {events[-1].when}", "Put events in the order of their days")
        events.append(event)
    return tuple(events)


def _read_event(field: Field) -> ToldEvent:
    parts = field.mapping(required=("day", "kind", "says", "source"), optional=("about", "question"))
    kind = parts["kind"].text()
    if kind not in get_args(EventKind):
        raise parts["kind"].refuse(f"'{kind}' is no kind of event", f"Write one of: {', '.join(get_args(EventKind))}")
    is_month = MONTH.fullmatch(parts["day"].text()) is not None
    return ToldEvent(
        day=date.fromisoformat(f"{parts['day'].text()}-01") if is_month else parts["day"].day(),
        is_month=is_month,
        kind=cast(EventKind, kind),
        says=read_words(parts["says"]),
        source=parts["source"].text(),
        about=parts["about"].texts() if "about" in parts else (),
        question=read_question(parts),
    )
