"""The statements of a composition, each read on its own: so much of an element or a compound."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from cocket.quantity.decimals import shown
from cocket.quantity.elements import find_element
from cocket.quantity.errors import CompositionError, QuantityError
from cocket.quantity.faults import wrong
from cocket.quantity.formula import Formula, mass_share
from cocket.quantity.fraction import parse_share
from cocket.quantity.interval import PPB, Interval, exactly
from cocket.quantity.substance import read_substance
from cocket.wording import shapes

ABSENT: Final = exactly(0)


@dataclass(frozen=True, slots=True)
class Statement:
    """``share`` of the substance in ppb of the whole, under the ``key`` it was stated by."""

    key: str
    formula: Formula
    share: Interval

    def brings(self, symbol: str) -> Interval:
        """How much of the element this substance holds, in ppb of the whole."""
        part = mass_share(self.formula, symbol)
        return Interval(self.share.lo * part.lo // PPB, -(-self.share.hi * part.hi // PPB))


@dataclass(frozen=True, slots=True)
class Statements:
    """All that was said of one composition.

    ``figures``: elements with a figure of their own. ``holders``: for each element the compounds with it.
    ``named``: elements present without a figure of their own, so that their chemical form is unknown.
    """

    figures: Mapping[str, Statement]
    compounds: tuple[Statement, ...]
    holders: Mapping[str, tuple[Statement, ...]]
    named: frozenset[str]
    complete: bool

    @property
    def symbols(self) -> list[str]:
        return sorted({*self.figures, *self.holders, *self.named})

    def holding(self, symbol: str) -> tuple[Statement, ...]:
        return self.holders.get(symbol, ())

    def only_in_compounds(self, symbol: str) -> bool:
        """Whether compounds alone give the element and nothing else is present: no other place for it."""
        return self.complete and symbol not in self.figures and symbol not in self.named


def read_statements(shares: Mapping[str, object], contains: Iterable[str], complete: bool) -> Statements:
    """Raises CompositionError naming the statement that cannot be read or says what another one says."""
    figures: dict[str, Statement] = {}
    compounds: dict[Formula, Statement] = {}
    for key, value in shares.items():
        statement = _read_statement(key, value)
        symbol = statement.formula.only_element
        twice = figures.get(symbol) if symbol else compounds.get(statement.formula)
        if twice:
            raise CompositionError(*wrong("same_substance", one=twice.key, other=key), (twice.key, key))
        if symbol:
            figures[symbol] = statement
        else:
            compounds[statement.formula] = statement
    named = _read_named(contains, figures) - figures.keys()
    return Statements(figures, tuple(compounds.values()), _by_element(compounds), named, complete)


def brought(compounds: Iterable[Statement], symbol: str) -> Interval:
    """How much of the element the compounds hold together, in ppb of the whole."""
    parts = [compound.brings(symbol) for compound in compounds]
    return Interval(sum(part.lo for part in parts), sum(part.hi for part in parts))


def _by_element(compounds: Mapping[Formula, Statement]) -> dict[str, tuple[Statement, ...]]:
    holding: dict[str, tuple[Statement, ...]] = {}
    for formula, statement in compounds.items():
        for symbol, _ in formula.atoms:
            holding[symbol] = (*holding.get(symbol, ()), statement)
    return holding


def _read_statement(key: object, value: object) -> Statement:
    if not isinstance(key, str):
        # YAML reads an unquoted No as false
        raise CompositionError(*wrong("key_no_text", text=shown(key)), (str(key),))
    try:
        return Statement(key, read_substance(key), parse_share(value))
    except QuantityError as error:
        raise CompositionError(shapes.at(key, error.what), error.remedy, (key,)) from error


def _read_named(contains: Iterable[object], figures: Mapping[str, Statement]) -> frozenset[str]:
    if isinstance(contains, str):
        # taken letter by letter, "No" would name nitrogen and oxygen
        raise CompositionError(*wrong("one_text", text=shown(contains)))
    return frozenset(_read_name(name, figures) for name in contains)


def _read_name(name: object, figures: Mapping[str, Statement]) -> str:
    symbol = find_element(name) if isinstance(name, str) else None
    if symbol is None:
        raise CompositionError(*wrong("named_no_element", text=shown(name)), (str(name),))
    if symbol in figures and figures[symbol].share == ABSENT:
        raise CompositionError(*wrong("named_and_absent", symbol=symbol), (figures[symbol].key,))
    return symbol
