"""The made-up law as an OpenFisca system that says all that the kernel says, written to be fast within its way of work.

What changes with time is told by dated formulas. To ask OpenFisca for a variable costs more than to look a thousand
lines up in a table, so what several formulas need is a variable of its own and nothing else is: what each instrument's
entries say of the goods, its case (``openfisca_meaning``), and what follows. Arrays are of the kind that OpenFisca
keeps. Lists of names are bits of whole numbers: the peer is spared the making of lists, which the kernel hands back.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, timedelta
from functools import reduce
from itertools import chain
from operator import and_, or_
from typing import Any, Final

import numpy as np

from bench import openfisca_formulas as formulas
from bench.measure import CannotRunError
from bench.openfisca_formulas import ROOM, Names
from bench.openfisca_meaning import FIRED, RULES, STANDS_AT, Standing, Way, place_of, tables_of
from bench.openfisca_truths import TRUE, Ask, Told, Weigh, Whole, truth_of, variable_name
from cocket.law.condition import All, Condition, Doubt, In, leaves
from cocket.law.instrument import Entry, Instrument, Rule
from cocket.law.lawbook import Lawbook

LONG_AGO: Final = date(1970, 1, 1)


class PeerLaw:
    """``facts``: the facts to be told, by the variables that take them.

    ``entries``: for each instrument the variable that says how far its entries hold, side by side.
    ``lists``: for each list of the answer the variables that tell it, with the name of each of their bits.
    """

    def __init__(self, law: Lawbook, told: Told) -> None:
        try:
            from openfisca_core.entities import build_entity
            from openfisca_core.taxbenefitsystems import TaxBenefitSystem
        except ImportError:
            raise CannotRunError("openfisca-core is missing; ./dev bench installs it") from None
        self._entity = build_entity(key="line", plural="lines", label="a line", is_person=True)
        self.system = TaxBenefitSystem([self._entity])
        self._told = told
        self._instruments = tuple(one for one in law.instruments if one.entries)
        self._standings = {one.id: standings(one, law) for one in self._instruments}
        (self._width,) = {len(one.entries) for one in self._instruments}
        self._tables = tables_of(Way.EITHER, Way.BITES, Way.BITES_NOT)
        self.facts = {variable_name(fact): fact for fact in self._spoken_of(self._conditions())}
        for name in self.facts:
            self._variable(name)
        self.entries = tuple(self._write_entries(one) for one in self._instruments)
        self._cases = self._write_cases()
        self.lists: dict[str, dict[str, Names]] = {"fired": {}, "suspended": {}, "needed": {}}
        self._write_outcomes()
        self._write_fired()
        self._write_needed()
        self._always("outcome", formulas.answer(tuple(self.lists["needed"])))

    @property
    def answer(self) -> Names:
        """The variables that tell all that the kernel says."""
        return ("outcome", "possible", *(name for some in self.lists.values() for name in some))

    @property
    def changes(self) -> Whole:
        """The days from which on some formula is another, in order, as days since 1970-01-01."""
        starts = {date.fromisoformat(day) for one in self.system.variables.values() for day in one.formulas}
        return np.array([(day - LONG_AGO).days for day in sorted(starts)], np.int64)

    def _conditions(self) -> Iterator[Condition]:
        for one in self._instruments:
            yield from (entry.controls for entry in one.entries)
            yield from (rule.when for rule in one.rules)

    def _spoken_of(self, conditions: Iterable[Condition]) -> Names:
        """The facts of some conditions, each once."""
        return tuple(dict.fromkeys(fact for one in conditions for fact in sorted(self._told.facts_of(one))))

    def _variable(self, name: str, dated: Mapping[date, Weigh] | None = None, kind: type = int) -> str:
        """A variable with a formula from each of some days on (before them it is 0); a fact if it has none."""
        from openfisca_core.periods import DateUnit
        from openfisca_core.variables import Variable

        own = {f"formula_{day:%Y_%m_%d}": _formula(weigh) for day, weigh in (dated or {}).items()}
        common = {"entity": self._entity, "definition_period": DateUnit.DAY, "value_type": kind}
        self.system.add_variable(type(name, (Variable,), common | own))
        return name

    def _always(self, name: str, weigh: Weigh, kind: type = int) -> str:
        return self._variable(name, {LONG_AGO: weigh}, kind)

    def _write_entries(self, one: Instrument) -> str:
        """The truths of an instrument's entries side by side, from what each fact says of all of them.

        Or the exporter states the code, and is taken at that word.
        """
        told, beside = self._told, formulas.side_by_side
        facts = self._spoken_of(entry.controls for entry in one.entries)
        looks = [told.looked_up(fact, [self._part(entry, fact) for entry in one.entries], beside) for fact in facts]
        codes = [In("control_code", frozenset({entry.id})) for entry in one.entries]
        stated = told.looked_up("control_code", codes, beside)

        def weigh(ask: Ask) -> Whole:
            return reduce(and_, (look(ask) for look in looks)) | stated(ask)

        return self._variable(f"entries_of_{variable_name(one.id)}", {one.in_force.since: weigh})

    def _part(self, entry: Entry, fact: str) -> Condition:
        """What an entry wants of one fact."""
        assert isinstance(entry.controls, All)
        facts_of = {part: self._told.facts_of(part) for part in entry.controls.parts}
        assert all(len(facts) == 1 for facts in facts_of.values())
        return All(tuple(part for part, facts in facts_of.items() if fact in facts))

    def _write_cases(self) -> Names:
        """The number of each instrument's case; what all instruments' rules want alike is weighed once."""
        wanted = Counter((rule.id, rule.when) for one in self._instruments for rule in one.rules if rule.id in RULES)
        of_all = {rule for rule, count in wanted.items() if count == len(self._instruments)}
        self._always("rules_of_all", _any_of([self._rule(*rule) for rule in of_all]))
        own = wanted.keys() - of_all
        return tuple(
            self._write_case(one, entries, [rule for rule in one.rules if (rule.id, rule.when) in own])
            for one, entries in zip(self._instruments, self.entries, strict=True)
        )

    def _write_case(self, one: Instrument, entries: str, own: list[Rule]) -> str:
        assert all(rule.in_force == one.in_force for rule in one.rules)
        assert all(truth_of(rule.when, None) == TRUE for rule in one.rules if rule.id == "licence")
        truths = _any_of([*(self._rule(rule.id, rule.when) for rule in own), lambda ask: ask("rules_of_all")])
        goods = formulas.goods(self._width)

        def standing(how: Standing) -> Weigh:
            return lambda ask: truths(ask) | goods.take(ask(entries), mode="wrap") | how << STANDS_AT

        dated = {day: standing(how) for day, how in self._standings[one.id].items()}
        return self._variable(f"case_of_{variable_name(one.id)}", dated)

    def _rule(self, rule: str, when: Condition) -> Weigh:
        """The truth of a rule at its place in the case."""
        assert not any(isinstance(leaf, Doubt) for leaf in leaves(when))
        return self._told.weighed(when, lambda truth: truth % 4 << place_of(rule))

    def _write_outcomes(self) -> None:
        self._always("outcomes", formulas.folded(self._tables, self._cases))
        self._always("possible", formulas.settled)
        self._always("asks", formulas.asks, kind=bool)
        unclear = formulas.differs(formulas.folded(tables_of(Way.APPLIES, Way.APPLIES_NOT), self._cases))
        days = self._days(Standing.UNRESOLVED)
        dated = {day: unclear if some else formulas.nothing for day, some in days.items()}
        self._variable("unresolved", dated, kind=bool)

    def _days(self, how: Standing) -> dict[date, list[Instrument]]:
        """From each day on which some instrument's standing changes, the instruments that stand so."""
        days = sorted({day for one in self._standings.values() for day in one})
        return {day: [one for one in self._instruments if self._standing(one, day) is how] for day in days}

    def _standing(self, one: Instrument, on: date) -> Standing:
        return [Standing.NOT_YET, *(how for day, how in self._standings[one.id].items() if day <= on)][-1]

    def _write_fired(self) -> None:
        surely = formulas.surely(self._width)
        codes = dict(zip(self.entries, ([entry.id for entry in one.entries] for one in self._instruments), strict=True))
        for some in formulas.portions(self.entries, ROOM // self._width):
            names = tuple(code for name in some for code in codes[name])
            self._write_held(names, formulas.joined(dict.fromkeys(some, surely), self._width))
        rules = dict(zip(self._cases, map(_fired_of, self._instruments), strict=True))
        for some in formulas.portions(self._cases, ROOM // len(FIRED)):
            names = tuple(rule for name in some for rule in rules[name])
            self._write_held(names, formulas.joined(dict.fromkeys(some, self._tables.fired), len(FIRED)))

    def _write_held(self, names: Names, weigh: Weigh) -> None:
        """A list of what holds, and of what of it belongs to instruments that are suspended on the day."""
        held = self._always(f"fired_{len(self.lists['fired'])}", weigh)
        dated: dict[date, Weigh] = {}
        for day, some in self._days(Standing.SUSPENDED).items():
            halted = {name for one in some for name in (*(entry.id for entry in one.entries), *_fired_of(one))}
            dated[day] = formulas.masked(held, sum(1 << bit for bit, name in enumerate(names) if name in halted))
        self.lists["fired"][held] = names
        self.lists["suspended"][self._variable(f"suspended_{held}", dated)] = names

    def _write_needed(self) -> None:
        """The missing facts that keep entries and rules undecided, where these can still change the answer."""
        undecided = dict.fromkeys(self._cases, self._tables.undecided)
        self._always("undecided_rules", formulas.joined(undecided))
        wanted = [[entry.controls for entry in one.entries] for one in self._instruments]
        for facts in formulas.portions(self._spoken_of(chain.from_iterable(wanted)), ROOM):
            keeping = [formulas.keeping_open([self._bits(facts, one) for one in some]) for some in wanted]
            self._write_list(facts, formulas.joined(dict(zip(self.entries, keeping, strict=True))))
        rules = [(rule.id, rule.when) for one in self._instruments for rule in one.rules if rule.id in RULES]
        facts, wanted_by = self._spoken_of(when for _, when in rules), dict.fromkeys(RULES, 0)
        for rule, when in rules:
            wanted_by[rule] |= self._bits(facts, when)
        self._write_list(facts, formulas.joined({"undecided_rules": formulas.keeping_rules(wanted_by)}))

    def _write_list(self, facts: Names, keeping: Weigh) -> None:
        weigh = formulas.needed([variable_name(fact) for fact in facts], keeping)
        self.lists["needed"][self._always(f"needed_{len(self.lists['needed'])}", weigh)] = facts

    def _bits(self, facts: Names, condition: Condition) -> int:
        return sum(1 << bit for bit, fact in enumerate(facts) if fact in self._told.facts_of(condition))


def standings(one: Instrument, law: Lawbook) -> dict[date, Standing]:
    """How an instrument stands from each of some days on, in order.

    An act suspends it from its own first day through its last one. Where somebody announced that it would last longer,
    it is not resolved until that day whether the instrument is in force; an announcement changes nothing else.
    """
    since = one.in_force.since
    found = {since: Standing.IN_FORCE}
    for other in law.instruments:
        for act in other.acts:
            if one.id in act.target:
                assert act.do == "suspend" and act.during.until is not None
                found[max(since, act.during.since)] = Standing.SUSPENDED
                over = act.during.until + timedelta(days=1)
                for said in (said for said in other.announced if said.about == act.id):
                    found[over], over = Standing.UNRESOLVED, said.until + timedelta(days=1)
                found[over] = Standing.IN_FORCE
    return dict(sorted(found.items()))


def _fired_of(one: Instrument) -> Names:
    return tuple(f"{one.id}#{rule}" for rule in FIRED)


def _any_of(parts: list[Weigh]) -> Weigh:
    return lambda ask: reduce(or_, (part(ask) for part in parts))


def _formula(weigh: Weigh) -> Callable[..., Whole]:
    def formula(line: Any, period: Any) -> Whole:  # noqa: ANN401  openfisca has no types
        return weigh(lambda name: line(name, period))

    return formula
