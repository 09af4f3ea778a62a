"""Turns the conditions of a law file into condition values, or refuses them with the place and a remedy."""

from collections.abc import Callable

from cocket.law.condition import (
    All,
    AnyOf,
    Compare,
    Condition,
    Doubt,
    In,
    Not,
    Operator,
    Party,
    both,
    leaves,
)
from cocket.law.practice import CODE_NOT_STATED, MAIN_CONSTITUENT_PPB, TRACE_FLOOR_PPB, UNWRITTEN_CODE
from cocket.law.shapes import CONTROL_CODE, COUNTRY_CODE
from cocket.law.source import Field
from cocket.law.substances import Makeup
from cocket.law.vocabulary import PARTY_LISTS, PARTY_ROLES, Vocabulary, fact_type
from cocket.law.words import Words
from cocket.quantity.elements import ELEMENTS
from cocket.quantity.errors import QuantityError
from cocket.quantity.fraction import parse_number, parse_share
from cocket.quantity.interval import PPB

MILLIONTHS = 1_000_000
OPERATORS: tuple[Operator, ...] = ("above", "at_least", "below", "at_most")
UNKNOWN_MAKEUP = Makeup()
TRACE = Doubt(
    Words(
        zh="低于0.01%的痕量是否属“含有”？文本未规定下限",
        en='is a trace below 0.01 % "containing"? the text states no floor',
    )
)


def contains(element: str) -> Condition:
    """The element is contained, with the practice on traces."""
    fact = f"content.{element}"
    trace = All((Compare(fact, "above", 0), TRACE))
    return AnyOf((Compare(fact, "at_least", TRACE_FLOOR_PPB), trace))


def oxide_of(element: str) -> Condition:
    fact = f"oxide.{element}"
    trace = All((Compare(fact, "above", 0), TRACE))
    return AnyOf((Compare(fact, "at_least", TRACE_FLOOR_PPB), trace))


def main_constituent(element: str) -> Condition:
    return Compare(f"content.{element}", "at_least", MAIN_CONSTITUENT_PPB)


def _doubt(field: Field) -> Doubt:
    return Doubt(field.in_both())


class ConditionReader:
    """Reads conditions against one vocabulary."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        self.special: dict[str, Callable[[Field], Condition]] = {
            "contains": lambda field: self._elements(field, contains, All),
            "contains_any": lambda field: self._elements(field, contains, AnyOf),
            "main": lambda field: self._elements(field, main_constituent, AnyOf),
            "oxide_of": lambda field: self._elements(field, oxide_of, All),
            "holds": lambda field: self._substance(self.values("substance", field), mostly=False),
            "party": self._party,
            "all": lambda field: All(self._parts(field)),
            "any": lambda field: AnyOf(self._parts(field)),
            "not": lambda field: Not(self.read(field)),
            "doubt": _doubt,
        }

    def read(self, field: Field) -> Condition:
        parts = [self._one(key, value) for key, value in field.any_mapping().items()]
        if not parts:
            raise field.refuse("an empty condition", "Name at least one fact")
        whole = parts[0]
        for part in parts[1:]:
            whole = both(whole, part)
        return whole

    def _parts(self, field: Field) -> tuple[Condition, ...]:
        parts = tuple(self.read(item) for item in field.items())
        if not parts:
            raise field.refuse("an empty list", "Name at least one condition")
        return parts

    def goods(self, field: Field) -> Condition:
        """A condition that may not speak of parties: these are known only for rules."""
        condition = self.read(field)
        if any(isinstance(leaf, Party) for leaf in leaves(condition)):
            raise field.refuse("a party condition cannot stand here", "Put it under rules, in 'when'")
        return condition

    def _one(self, key: str, value: Field) -> Condition:
        if key in self.special:
            return self.special[key](value)
        kind = fact_type(key)
        if kind == "measure" and key.partition(".")[2] not in self.vocabulary.parameters:
            raise value.refuse(f"there is no parameter '{key}'", f"Known: {', '.join(self.vocabulary.parameters)}")
        if kind is None or kind == "party":
            known = ", ".join(sorted(self.special))
            raise value.refuse(f"there is no fact '{key}'", f"Use a fact of docs/law-format.md or one of: {known}")
        if kind in ("share", "measure", "count"):
            return self._compare(key, kind, value)
        if value.is_mapping:
            return self._hedged(key, value)
        if kind == "yes_no":
            return In(key, frozenset({"true" if value.boolean() else "false"}))
        values = self.values(key, value)
        return self._substance(values, mostly=True) if key == "substance" else In(key, values)

    def _substance(self, values: frozenset[str], *, mostly: bool) -> Condition:
        """The goods are one of these, or hold it; and with it the element by which it is known.

        Goods that are mostly a substance hold half of what it has of the element.
        """
        least: dict[str | None, int] = {}
        for makeup in (self.vocabulary.substances.get(name, UNKNOWN_MAKEUP) for name in values):
            share = min(shares.get(str(makeup.mark), 0) for shares in makeup.least_shares) // 2
            least[makeup.mark] = min(least.get(makeup.mark, PPB), max(share, TRACE_FLOOR_PPB))
        held = [
            Compare(f"content.{symbol}", "at_least", share) if mostly else Compare(f"content.{symbol}", "above", 0)
            for symbol, share in sorted(least.items(), key=str)
        ]
        if None in least:
            return In("substance", values)
        return All((In("substance", values), held[0] if len(held) == 1 else AnyOf(tuple(held))))

    def _hedged(self, key: str, field: Field) -> Condition:
        parts = field.mapping(optional=("not", "any_of", "doubtful", "question"))
        if "not" in parts and len(parts) == 1:
            return Not(In(key, self.values(key, parts["not"])))
        if "any_of" not in parts or "doubtful" not in parts or "question" not in parts:
            raise field.refuse("a hedged choice is not whole", "Give any_of, doubtful and question, or not alone")
        doubtful = In(key, self.values(key, parts["doubtful"]))
        named = In(key, self.values(key, parts["any_of"]))
        return AnyOf((named, All((doubtful, _doubt(parts["question"])))))

    def values(self, fact: str, field: Field) -> frozenset[str]:
        values: set[str] = set()
        for item in field.one_or_more():
            values.update(self._value(fact, item))
        if not values:
            raise field.refuse("an empty list", "Name at least one value")
        return frozenset(values)

    def _value(self, fact: str, item: Field) -> tuple[str, ...]:
        name = item.text()
        if name.startswith("@"):
            groups = self.vocabulary.groups.get(fact, {})
            if name[1:] not in groups:
                raise item.refuse(f"there is no group '{name}'", f"Groups of {fact}: {', '.join(groups) or 'none'}")
            return groups[name[1:]]
        kind = fact_type(fact)
        if kind == "country":
            return (item.shaped(COUNTRY_CODE, "country_code", "DE"),)
        if fact == "control_code" and name not in (UNWRITTEN_CODE, CODE_NOT_STATED):
            return (item.shaped(CONTROL_CODE, "control_code", "1C905.a.4"),)
        if kind == "choice" and name not in self.vocabulary.exact(fact):
            known = ", ".join(sorted(self.vocabulary.exact(fact)))
            raise item.refuse(f"'{name}' is no value of {fact}", f"Values: {known}")
        return (name,)

    def _elements(self, field: Field, make: Callable[[str], Condition], join: type[All] | type[AnyOf]) -> Condition:
        conditions = []
        for item in field.one_or_more():
            symbol = item.text()
            if symbol not in ELEMENTS:
                raise item.refuse(f"'{symbol}' is no chemical element", "Write its symbol, such as Dy")
            conditions.append(make(symbol))
        if not conditions:
            raise field.refuse("an empty list", "Name at least one element")
        return conditions[0] if len(conditions) == 1 else join(tuple(conditions))

    def _compare(self, fact: str, kind: str, field: Field) -> Condition:
        parts = field.mapping(optional=OPERATORS)
        if not parts:
            raise field.refuse("no limit is given", f"Write one of: {', '.join(OPERATORS)}")
        given = (operator for operator in OPERATORS if operator in parts)
        limits = tuple(Compare(fact, operator, _threshold(kind, parts[operator])) for operator in given)
        return limits[0] if len(limits) == 1 else All(limits)

    def _party(self, field: Field) -> Condition:
        parts = field.mapping(required=("listed_in", "roles"), optional=("binds_abroad", "share_at_least"))
        abroad = "binds_abroad" in parts and parts["binds_abroad"].boolean()
        for key, known in (("listed_in", PARTY_LISTS), ("roles", PARTY_ROLES)):
            for item in parts[key].one_or_more():
                if item.text() not in known:
                    raise item.refuse(f"'{item.text()}' is not known", f"Write one of: {', '.join(known)}")
        party = Party(parts["listed_in"].texts(), parts["roles"].texts(), abroad)
        if "share_at_least" not in parts:
            return party
        return both(
            party,
            Compare("end_user_parent_share_pct", "at_least", _threshold("share", parts["share_at_least"])),
        )


def _threshold(kind: str, field: Field) -> int:
    try:
        text = field.text()
        if kind == "share":
            interval = parse_share(text)
        else:
            interval = parse_number(text, scale=1 if kind == "count" else MILLIONTHS)
    except QuantityError as error:
        raise field.refuse(str(error), 'Write a figure such as "0.1 %"') from None
    if interval.lo != interval.hi:
        raise field.refuse("a limit is one figure, not a range", "Write the figure that the text states")
    return interval.lo
