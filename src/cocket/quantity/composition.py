"""What a stated composition proves about each element: at least so much of the mass, at most so much.

A composition states mass shares of elements and compounds. Elements partition the mass, so each element's
share is bounded from below by what is said of it and from above by what the others leave. Nothing is assumed
of what is not stated, unless the statement is said to be complete.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from cocket.quantity.errors import CompositionError
from cocket.quantity.faults import wrong
from cocket.quantity.fraction import show_share
from cocket.quantity.interval import PPB, Interval
from cocket.quantity.statements import ABSENT, Statements, brought, read_statements
from cocket.wording import shapes

PRESENT_FLOOR_PPB: Final = 100_000
"""0.01 %. An element named as present without a figure counts as at least this. Our own practice: no law seen
draws the line, and below it a person decides."""

ROUNDING_SLACK_PPB: Final = 10_000_000
"""One percentage point. Published figures are rounded and need not add up to 100."""

# A compound's figure and its element's own figure are rounded apart from each other: 87 % Dy beside 99.9 %
# Dy2O3 (87.04 % Dy) is no contradiction. Beyond a twentieth of the amount it is one.
_ROUNDED_APART: Final = 20


@dataclass(frozen=True, slots=True)
class Composition:
    """Mass shares in ppb of the whole.

    ``content``: each element that something was said of, in whatever form it is present.
    ``oxide``: the part of an element that stands in binary oxides of it (mass of the element, not of the
    oxide), where something is known of it.
    ``rest_hi``: at most so much of any element not in ``content``.
    """

    content: Mapping[str, Interval]
    oxide: Mapping[str, Interval]
    complete: bool
    rest_hi: int

    def share(self, symbol: str) -> Interval:
        return self.content.get(symbol, Interval(0, self.rest_hi))

    def oxide_share(self, symbol: str) -> Interval:
        return self.oxide.get(symbol, Interval(0, self.share(symbol).hi))


def read_composition(shares: Mapping[str, object], contains: Iterable[str] = (), complete: bool = False) -> Composition:
    """What ``shares`` (by element, formula or name; figures as in `parse_share`) and ``contains`` prove.

    ``contains`` names elements present without a figure. ``complete`` means that nothing else is present. An
    element's own figure is its total; a compound is a lower bound for its elements unless complete. An oxide
    stated as 0 means none of the element is oxide and leaves other forms open.
    Raises CompositionError naming the statements that cannot be read, or cannot be true together.
    """
    said = read_statements(shares, contains, complete)
    least = {symbol: _least(said, symbol) for symbol in said.symbols}
    _refuse_contradictions(said)
    _refuse_wrong_total(said, least)
    left = PPB + ROUNDING_SLACK_PPB - sum(least.values())
    content = {symbol: _content(said, symbol, least[symbol], left + least[symbol]) for symbol in least}
    oxide = {symbol: _oxide(said, symbol, content[symbol]) for symbol in least}
    return Composition(
        content=content,
        oxide={symbol: known for symbol, known in oxide.items() if known is not None},
        complete=complete,
        rest_hi=0 if complete else min(left, PPB),
    )


def _content(said: Statements, symbol: str, least: int, room: int) -> Interval:
    """``room``: what the least of all other elements leaves for this one."""
    if symbol in said.figures:
        figure = said.figures[symbol].share
        # a compound rounded to a little more than the figure gives way to it: the figure is the total
        return figure.intersect(Interval(least, min(room, PPB))) or figure
    if said.only_in_compounds(symbol):
        room = min(room, brought(said.holding(symbol), symbol).hi)
    return Interval(least, min(room, PPB))


def _oxide(said: Statements, symbol: str, content: Interval) -> Interval | None:
    """None when nothing is known beyond what the element's content says."""
    if symbol == "O":
        return None
    oxides = [compound for compound in said.holding(symbol) if compound.formula.is_oxide_of(symbol)]
    others = [compound for compound in said.holding(symbol) if compound not in oxides]
    if content.hi == 0 or (oxides and all(oxide.share == ABSENT for oxide in oxides)):
        return ABSENT
    in_oxides = brought(oxides, symbol)
    most = content.hi - brought(others, symbol).lo
    if said.only_in_compounds(symbol):
        most = min(most, in_oxides.hi)
    if most == content.hi and not oxides:
        return None
    most = max(most, 0)
    return Interval(min(in_oxides.lo, most), most)


def _least(said: Statements, symbol: str) -> int:
    """At least so much of the element, whatever the rest is."""
    in_compounds = brought(said.holding(symbol), symbol).lo
    if symbol in said.figures:
        return max(in_compounds, said.figures[symbol].share.lo)
    return PRESENT_FLOOR_PPB if symbol in said.named and in_compounds == 0 else in_compounds


def _refuse_contradictions(said: Statements) -> None:
    for symbol, figure in said.figures.items():
        keys = tuple(compound.key for compound in said.holding(symbol) if compound.share.lo > 0)
        least = brought(said.holding(symbol), symbol).lo
        if least - figure.share.hi > min(ROUNDING_SLACK_PPB, least // _ROUNDED_APART):
            told = {"key": figure.key, "share": show_share(figure.share), "least": _per_cent(least), "symbol": symbol}
            fault = "more_in_compound" if len(keys) == 1 else "more_in_compounds"
            raise CompositionError(*wrong(fault, compounds=shapes.all_of(keys), **told), (figure.key, *keys))


def _refuse_wrong_total(said: Statements, least: Mapping[str, int]) -> None:
    statements = (*said.figures.values(), *said.compounds)
    keys = tuple(statement.key for statement in statements)
    if sum(least.values()) > PPB + ROUNDING_SLACK_PPB:
        raise CompositionError(*wrong("over_total", keys=keys, least=_per_cent(sum(least.values()))), keys)
    if not said.complete or said.named:
        return
    most = sum(_most_stated(said, symbol) for symbol in least)
    if most < PPB - ROUNDING_SLACK_PPB:
        raise CompositionError(*wrong("under_total", most=_per_cent(most)), keys)


def _most_stated(said: Statements, symbol: str) -> int:
    own = said.figures.get(symbol)
    return own.share.hi if own else brought(said.holding(symbol), symbol).hi


def _per_cent(ppb: int) -> str:
    """Cut off after two decimals, which is enough for a message."""
    return f"{ppb // 10_000_000}.{ppb // 100_000 % 100:02d} %"
