"""All that is said of goods, from a list or from passports, and two such statements joined."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from cocket.check.composition_text import CONTENT, gather_composition
from cocket.check.passports.makeup import Makeup, join
from cocket.check.passports.passport import COMPLETE, WHOLE
from cocket.determination.read_facts import MILLIONTHS, read_yes_no
from cocket.law.vocabulary import CHOICES, Vocabulary
from cocket.quantity.decimals import show_decimal
from cocket.quantity.fraction import UNBOUNDED, parse_number
from cocket.quantity.interval import Interval

CONTAINS: Final = "contains"
SUBSTANCE: Final = "substance"  # a name as people write it; the law's vocabulary knows some of them
OF_COMPOSITION: Final = (WHOLE, CONTAINS, COMPLETE)


@dataclass(frozen=True, slots=True)
class Goods:
    """``facts`` are choices as sets of values, measured properties as intervals, other words as text."""

    makeup: Makeup
    facts: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Met:
    """Two statements joined. ``apart``: facts on which both cannot be right; ``wider``: the newer says less."""

    goods: Goods
    apart: tuple[str, ...]
    wider: tuple[str, ...]


NOTHING_SAID: Final = Goods(Makeup({}))


def goods_of(stated: Mapping[str, object], vocabulary: Vocabulary) -> Goods:
    """The statements on goods among ``stated``, whose words must be those of the vocabulary.

    Raises FactError or QuantityError for what cannot be read.
    """
    whole = gather_composition(stated)
    shares = whole.get(WHOLE, {})
    contains = whole.get(CONTAINS, ())
    makeup = Makeup(
        dict(shares) if isinstance(shares, Mapping) else {},
        tuple(map(str, contains)) if isinstance(contains, list | tuple) else (),
        read_yes_no(COMPLETE, whole.get(COMPLETE, "no")),
    )
    facts = {key: _read(key, value, vocabulary) for key, value in whole.items() if _is_of_goods(key)}
    return Goods(makeup, facts)


def meet(older: Goods, newer: Goods) -> Met:
    """What both say together; raises CompositionError where no composition allows both."""
    apart, wider = [], []
    facts = dict(older.facts)
    for key, value in newer.facts.items():
        before = facts.get(key)
        facts[key] = value if before is None else _joined(before, value)
        if before is None or facts[key] == before == value:
            continue
        if facts[key] != value:
            apart.append(key)
        elif _joined(value, before) != before:
            wider.append(key)
    if not (older.makeup.says_something and newer.makeup.says_something):
        return Met(Goods(newer.makeup if newer.makeup.says_something else older.makeup, facts), (*apart,), (*wider,))
    joined = join(older.makeup, newer.makeup)
    goods = Goods(joined.makeup, facts)
    return Met(goods, (*apart, *_contents(joined.apart)), (*wider, *_contents(joined.wider)))


def stated_of(goods: Goods) -> dict[str, object]:
    """The statements in the words a line is read from; what is left out may be anything."""
    makeup = goods.makeup
    stated: dict[str, object] = {key: shown for key, value in goods.facts.items() if (shown := _shown(value))}
    if makeup.shares:
        stated[WHOLE] = dict(makeup.shares)
    if makeup.contains:
        stated[CONTAINS] = list(makeup.contains)
    return stated | ({COMPLETE: "yes"} if makeup.complete else {})


def speaks_of(stated: Mapping[str, object]) -> list[str]:
    """The keys of statements on goods."""
    return [key for key in stated if _is_of_goods(key) or key in OF_COMPOSITION or key.startswith(CONTENT)]


def _is_of_goods(key: str) -> bool:
    return key in ("kind", "family", "equipment", "technology_field", "origin", SUBSTANCE) or key.startswith("param.")


def _contents(symbols: Iterable[str]) -> tuple[str, ...]:
    return tuple(CONTENT + symbol for symbol in symbols)


def _read(key: str, value: object, vocabulary: Vocabulary) -> object:
    if key in CHOICES and key != SUBSTANCE:
        names = value if isinstance(value, list | tuple) else [value]
        known = vocabulary.values[key]
        return frozenset(one for name in names for one in (known[str(name)].may_be if str(name) in known else [name]))
    if key.startswith("param.") and key not in ("param.shape", "param.graphite_kind"):
        return parse_number(str(value), scale=MILLIONTHS)
    return str(value).strip()


def _joined(older: object, newer: object) -> object:
    """The newer where it lies within the older, else all that either allows; the empty text stands for anything."""
    if isinstance(older, frozenset) and isinstance(newer, frozenset):
        return newer if newer <= older else older | newer
    if isinstance(older, Interval) and isinstance(newer, Interval):
        return newer if older.hull(newer) == older else older.hull(newer)
    return newer if older in (newer, "") and newer else ""


def _shown(value: object) -> object:
    match value:
        case frozenset():
            return sorted(value) if len(value) > 1 else next(iter(value))
        case Interval(lo, hi) if lo == hi:
            return show_decimal(lo, 6)
        case Interval(lo, hi):
            low = show_decimal(lo, 6)
            return f">={low}" if hi == UNBOUNDED else f"{low}-{show_decimal(hi, 6)}"
    return value
