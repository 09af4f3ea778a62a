"""Joins an entry's text with the official readings known on a day.

The text names some kinds of goods for certain; its words might reach others (`open_kinds`). An official reading
puts such a kind inside or outside; without one, a person decides.
"""

from datetime import date

import msgspec

from cocket.law.check_lawbook import reaches
from cocket.law.condition import NEVER, All, AnyOf, Condition, Doubt, In, Not, both
from cocket.law.instrument import Act, Entry, Words
from cocket.law.lawbook import Lawbook

OPEN_QUESTION = Words(
    zh="文本是否及于此类货物？就所问日期未见官方答复",
    en="does the text reach goods of this kind? no official answer is known for the day asked",
)


class Reading(msgspec.Struct, frozen=True):
    """An official reading that bears on an entry; ``name`` is ``instrument#act``."""

    name: str
    act: Act


def readings_of(lawbook: Lawbook, entry: Entry, known: date) -> tuple[Reading, ...]:
    """Readings published by ``known``, without those that a later one overrides."""
    found = [
        Reading(f"{one.id}#{act.id}", act)
        for one in lawbook.instruments
        if one.known_from <= known
        for act in one.acts
        if act.do == "interpret" and any(reaches(target, entry.id) for target in act.target)
    ]
    overridden = {name for reading in found for name in reading.act.overrides}
    return tuple(reading for reading in found if reading.name not in overridden)


def effective_condition(entry: Entry, readings: tuple[Reading, ...]) -> Condition:
    """What the entry controls: its text, with the readings of the kinds that its text leaves open.

    Goods that the exporter itself states to meet a code are taken at that word, whatever else is said of them.
    """
    if entry.is_code:
        return AnyOf((_by_text(entry, readings), In("control_code", frozenset({entry.id}))))
    return _by_text(entry, readings)


def _by_text(entry: Entry, readings: tuple[Reading, ...]) -> Condition:
    wider = [widen(entry.controls, entry.open_kinds)] if entry.open_kinds else []
    wider += [entry.might_reach] if entry.might_reach != NEVER else []
    if not wider:
        return entry.controls
    widened = wider[0] if len(wider) == 1 else AnyOf(tuple(wider))
    inside = tuple(r.act.when for r in readings if r.act.reading == "inside" and r.act.when is not None)
    spoken = tuple(r.act.when for r in readings if r.act.when is not None)
    unspoken = All((widened, Not(AnyOf(spoken)), Doubt(entry.question or OPEN_QUESTION)))
    return AnyOf((entry.controls, *(both(widened, when) for when in inside), unspoken))


def widen(condition: Condition, kinds: frozenset[str]) -> Condition:
    """The same condition for other kinds of goods."""
    match condition:
        case In("kind", _):
            return In("kind", kinds)
        case All(parts):
            return All(tuple(widen(part, kinds) for part in parts))
        case AnyOf(parts):
            return AnyOf(tuple(widen(part, kinds) for part in parts))
        case Not(part):
            return Not(widen(part, kinds))
        case _:
            return condition
