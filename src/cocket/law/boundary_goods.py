"""Goods for the tests of a new entry: one that meets it, and what becomes of it around each limit.

The outcome of each is worked out from the answers by the plain meaning of their words, not by the interpreter, so that
the two can be held against each other.
"""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import Literal, TypeAlias

from cocket.law.answers import Goods, Limit
from cocket.law.condition import Operator
from cocket.law.house_yaml import Plain
from cocket.law.practice import MAIN_CONSTITUENT_PPB, TRACE_FLOOR_PPB
from cocket.quantity.decimals import show_decimal
from cocket.quantity.elements import ELEMENTS
from cocket.quantity.fraction import parse_number, parse_share
from cocket.quantity.interval import PPB

Meets: TypeAlias = Literal["inside", "outside", "open"]
MILLIONTHS = 1_000_000
SHARE_DIGITS, MEASURE_DIGITS = 7, 6  # of a per cent in parts per billion; of a unit in millionths
CONTAINED_PPB = 50_000_000  # 5 %: plainly contained, and room is left for the rest
# Whether goods just below, at, and just above the figure meet it.
AROUND: dict[Operator, tuple[bool, bool, bool]] = {
    "at_least": (False, True, True),
    "above": (False, False, True),
    "at_most": (True, True, False),
    "below": (True, False, False),
}
PERCENT = PPB // 100
NOTHING_FIXED: Mapping[str, int] = {}
# What a magnet of the family is made of besides (typical grades); the first element takes what is left.
FAMILY_BASE: Mapping[str, Mapping[str, int]] = {
    "NdFeB": {"Fe": 0, "Nd": 30 * PERCENT, "B": PERCENT},
    "SmCo": {"Co": 0, "Sm": 25 * PERCENT},
    "SmFeN": {"Fe": 0, "Sm": 24 * PERCENT, "N": 3 * PERCENT},
}
PLACES = ("just below", "at", "just above")


@dataclass(frozen=True, slots=True)
class Case:
    """Goods with what the answers say of them; ``tried`` names what was varied, in words."""

    tried: str
    given: Mapping[str, Plain]
    meets: Meets


class NoSuchGoodsError(Exception):
    """No goods can meet the answers; the text says why, ``number`` which goods, counted from 0."""

    number = 0


def number_of(limit: Limit) -> int:
    """The figure as a whole number: parts per billion of a share, millionths of a measured unit."""
    found = parse_share(limit.figure) if limit.of in ELEMENTS else parse_number(limit.figure, scale=MILLIONTHS)
    return found.lo


def cases(one: Goods, filler: str) -> Iterator[Case]:
    """Goods that meet the answers, then goods around each limit; ``filler`` is an element that no law names."""
    shares, measures = plain_numbers(one)
    yield Case("", stated(one, shares, measures, filler), "open" if one.remaining else "inside")
    for limit in one.limits:
        for place, number, holds in around(limit):
            with suppress(NoSuchGoodsError):  # 100 % of one element leaves no room for another
                given = stated(one, *plain_numbers(one, {limit.of: number}), filler)
                yield Case(f"{place} {limit.figure} {limit.of}", given, _verdict(one, holds))
    for element in one.main:
        yield from _around_main(one, element, shares, measures, filler)
        break  # one of several is enough: the others are left out of the goods
    for element in floor_elements(one):
        yield from _around_floor(one, element, shares, measures, filler)
    for element in one.oxide_of:
        yield Case(f"without an oxide of {element}", stated(one, shares | {element: 0}, measures, filler), "outside")


def _verdict(one: Goods, holds: bool) -> Meets:
    return "outside" if not holds else "open" if one.remaining else "inside"


def around(limit: Limit) -> Iterator[tuple[str, int, bool]]:
    """Just below, at and just above: a thousandth of the figure's last place away, or the least unit."""
    number = number_of(limit)
    digits = str(number)
    step = 10 ** max(len(digits) - len(digits.rstrip("0")) - 3, 0)
    top = PPB if limit.of in ELEMENTS else None
    numbers = (number - step, number, number + step)
    for place, tried, holds in zip(PLACES, numbers, AROUND[limit.relation], strict=True):
        if tried >= 0 and (top is None or tried <= top):
            yield place, tried, holds


def floor_elements(one: Goods) -> Iterator[str]:
    """Elements that must be contained and for which the text itself names no least content."""
    floors = {limit.of for limit in one.limits if limit.relation in ("at_least", "above")}
    yield from (element for element in (*one.contains, *one.contains_any[:1]) if element not in {*floors, *one.main})


def _around_main(
    one: Goods, element: str, shares: dict[str, int], measures: dict[str, int], filler: str
) -> Iterator[Case]:
    if any(limit.of == element for limit in one.limits):
        return  # its own figure decides
    for place, number, holds in around(Limit(element, "at_least", show_share(MAIN_CONSTITUENT_PPB))):
        given = stated(one, shares | {element: number}, measures, filler)
        yield Case(f"{place} half of it {element}", given, _verdict(one, holds))


def _around_floor(
    one: Goods, element: str, shares: dict[str, int], measures: dict[str, int], filler: str
) -> Iterator[Case]:
    """Our practice where the text has no floor: none is outside, a trace goes to a person, from the floor up inside."""
    tried: tuple[tuple[str, int, Meets], ...] = (
        (f"without {element}", 0, "outside"),
        (f"a trace of {element} below our floor", TRACE_FLOOR_PPB - 1_000, "open"),
        (f"{element} at our floor for traces", TRACE_FLOOR_PPB, _verdict(one, holds=True)),
    )
    for words, number, meets in tried:
        yield Case(words, stated(one, shares | {element: number}, measures, filler), meets)


def plain_numbers(one: Goods, fixed: Mapping[str, int] = NOTHING_FIXED) -> tuple[dict[str, int], dict[str, int]]:
    """Shares and measures that meet every limit but for those ``fixed``, with room for what must be contained.

    Raises NoSuchGoodsError where the answers contradict each other.
    """
    numbers = {of: fixed.get(of, _between(of, one)) for of in _limited(one)}
    shares = {of: number for of, number in numbers.items() if of in ELEMENTS}
    measures = {of: number for of, number in numbers.items() if of not in ELEMENTS}
    for element in one.main[:1]:
        shares.setdefault(element, MAIN_CONSTITUENT_PPB + MAIN_CONSTITUENT_PPB // 10)
    wanted = [one for one in (*one.contains, *one.contains_any[:1], *one.oxide_of) if one not in shares]
    room = PPB - sum(shares.values())
    for element in wanted:
        shares[element] = min(CONTAINED_PPB, room // (len(wanted) + 1))
    if room < 0 or any(share == 0 for element, share in shares.items() if element in wanted):
        raise NoSuchGoodsError(", ".join(f"{element} {show_share(share)}" for element, share in shares.items()))
    return shares, measures


def _limited(one: Goods) -> tuple[str, ...]:
    return tuple(dict.fromkeys(limit.of for limit in one.limits))


def _between(of: str, one: Goods) -> int:
    """A number within all limits on one thing: in the middle between two, a little above a single lower one."""
    own = [limit for limit in one.limits if limit.of == of]
    lowest = max(
        (number_of(x) + (x.relation == "above") for x in own if x.relation in ("at_least", "above")), default=0
    )
    top = PPB if of in ELEMENTS else 2 * max(number_of(x) for x in own) + MILLIONTHS
    highest = min(
        (number_of(x) - (x.relation == "below") for x in own if x.relation in ("at_most", "below")), default=top
    )
    if lowest > highest:
        raise NoSuchGoodsError("; ".join(f"{x.of} {x.relation} {x.figure}" for x in own))
    beyond = PERCENT if of in ELEMENTS and highest == top else highest
    return lowest + min((highest - lowest) // 2, beyond)


def stated(one: Goods, shares: Mapping[str, int], measures: Mapping[str, int], filler: str) -> dict[str, Plain]:
    """The goods as a line of a list states them; what the shares leave is the filler, so that nothing is unknown."""
    given: dict[str, Plain] = {"kind": one.kinds[0]}
    if one.technology_fields:
        given["technology_field"] = one.technology_fields[0]
    if one.families:
        given["family"] = one.families[0]
    if one.kinds[0] == "technology":
        return given | _measured(measures)
    base = dict(FAMILY_BASE.get(one.families[0], {}) if one.families else {})
    base = {element: share for element, share in base.items() if element not in shares}
    left = PPB - sum(shares.values()) - sum(base.values())
    composition = {_substance(one, element): show_share(share) for element, share in {**base, **shares}.items()}
    if left > 0:
        composition[next(iter(base), filler)] = show_share(left)
    whole: dict[str, Plain] = {"composition": composition, "composition_complete": True}
    return given | whole | _measured(measures)


def _substance(one: Goods, element: str) -> str:
    """An element, or its oxide where the text wants that: any formula says that it is one."""
    return f"{element}2O3" if element in one.oxide_of else element


def _measured(measures: Mapping[str, int]) -> dict[str, Plain]:
    return {f"param.{of}": show_decimal(number, MEASURE_DIGITS) for of, number in measures.items()}


def show_share(ppb: int) -> str:
    """In per cent, without its sign, as a composition states it."""
    return show_decimal(ppb, SHARE_DIGITS)
