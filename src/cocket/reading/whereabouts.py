"""Countries and amounts that a description names. They are shown, and a contradiction is told; they decide nothing."""

import re
from collections.abc import Sequence
from typing import Final

from cocket.reading.facts import ReadFact
from cocket.reading.lexing import Item
from cocket.reading.places import find_country

_WORDS_MAX: Final = 3
_COUNTED: Final = re.compile(
    r"([0-9][0-9.,]*)\s?(kgs?|g|mg|t|mt|tons?|tonnes?|lbs?|pcs|pc|pieces?|sets?|units?|l|L|千克|公斤|克|公吨|吨|个|件|只|台|套|支|片|块)"
)
_MADE_IN_ZH: Final = re.compile(r"(?P<name>[\u4e00-\u9fff]{2,6})(?:产|制造|生产)")


def read_amount(items: Sequence[Item]) -> tuple[ReadFact, ...]:
    """The first amount with a unit of mass or count; sizes and powers are none."""
    for item in items:
        if item.role == "measure" and (amount := _COUNTED.fullmatch(item.text)):
            said = f"{amount[1]} {amount[2]}"
            return (ReadFact("quantity", (said,), "likely", item.text, item.start, item.end),)
    return ()


def read_places(items: Sequence[Item], text: str) -> tuple[tuple[Item, ...], tuple[ReadFact, ...]]:
    """The items with names of countries told apart from words that are not understood, and the facts they state."""
    kept: list[Item] = []
    facts: list[ReadFact] = []
    place = 0
    while place < len(items):
        led = items[place - 1].role if place else ""
        taken, code = _country(items, place, led=led in ("made_in", "sent_to"))
        if not taken:
            kept.append(items[place])
            place += 1
            continue
        start, end = items[place].start, items[place + taken - 1].end
        kept.append(Item("place", (code,), text[start:end], start, end))
        fact = {"made_in": "origin", "sent_to": "destination"}.get(led)
        fact = "origin" if _MADE_IN_ZH.fullmatch(text[start:end]) else fact
        if fact:
            facts.append(ReadFact(fact, (code,), "likely", text[start:end], start, end))
        place += taken
    return tuple(kept), tuple(facts)


def _country(items: Sequence[Item], place: int, *, led: bool) -> tuple[int, str]:
    """How many items name a country, and its code; short codes count only after "made in" and the like."""
    for count in range(min(_WORDS_MAX, len(items) - place), 0, -1):
        run = items[place : place + count]
        if any(one.role != "unknown" for one in run[: count if not led else 1]):
            continue
        name = " ".join(one.text for one in run)
        if made := _MADE_IN_ZH.fullmatch(name):
            name = made["name"]
        if len(name) < 2 or (name.isascii() and len(name) < 4 and not led):
            continue
        code = find_country(name)
        if code:
            return count, code
    return 0, ""
