"""Two statements of one composition, joined so that nothing either of them allows is lost."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from cocket.check.passports.passport import BALANCE
from cocket.quantity.composition import PRESENT_FLOOR_PPB, Composition, read_composition
from cocket.quantity.errors import CompositionError
from cocket.quantity.fraction import show_share
from cocket.quantity.interval import Interval, exactly
from cocket.quantity.statements import read_statements

PRESENT = show_share(Interval(PRESENT_FLOOR_PPB, 1_000_000_000))  # what "balance" says without a figure


@dataclass(frozen=True, slots=True)
class Makeup:
    """``shares`` by substance, elements that ``contains`` names without a figure, and whether that is all."""

    shares: Mapping[str, object]
    contains: tuple[str, ...] = ()
    complete: bool = False

    @property
    def says_something(self) -> bool:
        return bool(self.shares or self.contains or self.complete)

    def read(self) -> Composition:
        """Raises CompositionError or QuantityError for what cannot be read or cannot be true."""
        return read_composition(plain_shares(self.shares), self.contains, self.complete)


@dataclass(frozen=True, slots=True)
class Joined:
    """``apart``: elements of which the two say what cannot both be true; ``wider``: where the newer says less."""

    makeup: Makeup
    apart: tuple[str, ...] = ()
    wider: tuple[str, ...] = ()


def plain_shares(shares: Mapping[str, object]) -> dict[str, object]:
    return {name: PRESENT if is_balance(share) else share for name, share in shares.items()}


def is_balance(share: object) -> bool:
    return isinstance(share, str) and share.strip().lower() in BALANCE


def join(older: Makeup, newer: Makeup) -> Joined:
    """What both say together. The newer one counts where it lies within the older; else both stay possible.

    Raises CompositionError where no composition allows both.
    """
    newer = _with_balance_told(older, newer)
    first, second = older.read(), newer.read()
    shares: dict[str, Interval] = {}
    apart, wider = [], []
    for symbol in sorted({*first.content, *second.content}):
        one, other = _said(older, first, symbol), _said(newer, second, symbol)
        if one is None or other is None:
            shares[symbol] = one or other or exactly(0)
            continue
        shares[symbol] = other if one.hull(other) == one else one.hull(other)
        if shares[symbol] != other:
            apart.append(symbol)
        elif other != one and one.hull(other) == other:
            wider.append(symbol)
    either = older.complete or newer.complete
    if not apart and not wider:
        both = _together(older, newer)
        if _can_be_true(both):
            return Joined(both)
    complete = (older.complete and newer.complete) if apart else either
    return Joined(_spread(shares, apart, older.contains, complete), tuple(apart), tuple(wider))


def _spread(shares: Mapping[str, Interval], apart: Iterable[str], contains: tuple[str, ...], complete: bool) -> Makeup:
    """Figures of elements alone; what is certain of the others must leave room for all that those apart may be."""
    spread = Makeup({symbol: show_share(share) for symbol, share in shares.items()}, contains, complete)
    if not apart or _can_be_true(spread):
        read = spread.read()
        if all(read.share(symbol) == shares[symbol] for symbol in apart):
            return spread
    loose = {symbol: share if symbol in apart else Interval(0, share.hi) for symbol, share in shares.items()}
    spread = Makeup({symbol: show_share(share) for symbol, share in loose.items()}, contains, complete)
    spread.read()
    return spread


def _with_balance_told(older: Makeup, newer: Makeup) -> Makeup:
    """A remainder without a figure says no more than that it is there; a figure that is known stays."""
    if not any(map(is_balance, newer.shares.values())):
        return newer
    known = older.read()
    told = {
        name: show_share(known.share(name)) if _is_known_balance(known, name, share) else share
        for name, share in newer.shares.items()
    }
    both = Makeup(told, newer.contains, newer.complete)
    return both if _can_be_true(both) else newer


def _is_known_balance(known: Composition, name: str, share: object) -> bool:
    return is_balance(share) and name in known.content and known.content[name].lo >= PRESENT_FLOOR_PPB


def _said(makeup: Makeup, read: Composition, symbol: str) -> Interval | None:
    """What is said of the element; a complete composition also speaks of what it leaves out."""
    return read.share(symbol) if symbol in read.content or makeup.complete else None


def _together(older: Makeup, newer: Makeup) -> Makeup:
    """The statements of both, the newer one's where both speak of a substance."""
    first = read_statements(plain_shares(older.shares), older.contains, older.complete)
    second = read_statements(plain_shares(newer.shares), newer.contains, newer.complete)
    spoken = set(first.figures) if newer.complete else set(second.symbols)
    formulas = {compound.formula for compound in second.compounds}
    dropped = {first.figures[symbol].key for symbol in spoken & first.figures.keys()}
    dropped |= {compound.key for compound in first.compounds if compound.formula in formulas}
    kept = {name: share for name, share in older.shares.items() if name not in dropped}
    contains = tuple(dict.fromkeys((*older.contains, *newer.contains)))
    return Makeup({**kept, **newer.shares}, contains, older.complete or newer.complete)


def _can_be_true(makeup: Makeup) -> bool:
    try:
        makeup.read()
    except CompositionError:
        return False
    return True


def holding(shares: Iterable[str], symbol: str) -> set[str]:
    """Names of substances that hold the element."""
    said = read_statements(dict.fromkeys(shares, ">=0"), (), complete=False)
    found = {compound.key for compound in said.holding(symbol)}
    return found | ({said.figures[symbol].key} if symbol in said.figures else set())
