"""The norms of one regime on one day, with what acts on what worked out once for the many lines that share it."""

from collections.abc import Callable
from functools import cached_property

from cocket.determination.domain import askable, element_fact, leaf_index
from cocket.determination.facts import NO_FACTS, STANDS_FOR, Facts
from cocket.determination.logic import FALSE, Truth, compiled, is_open_to
from cocket.law.check_lawbook import headings
from cocket.law.condition import Compare, In, leaves
from cocket.law.fold import Standing
from cocket.law.view import EntryNorm, GapNorm, RuleNorm, View
from cocket.quantity.interval import Interval

EXEMPTIONS = ("voucher", "report")
TELLING = ("kind", "control_code", "movement")  # facts that rule out most norms at once
POLICIES = ("single_only", "case_by_case", "deny")


class RegimeLaw:
    """The norms of one regime in one view, with which rule acts on which entry worked out once."""

    def __init__(self, view: View, regime: str) -> None:
        self.view = view
        self.regime = regime
        self.entries = tuple(view.live_entries(regime))
        self.rules = tuple(rule for rule in view.live_rules(regime) if rule.rule.effect != "remark")
        self.gaps = tuple(view.live_gaps(regime))
        self._open_to: dict[frozenset[tuple[str, frozenset[str]]], tuple[int, ...]] = {}
        self._indexes: dict[object, dict[str, list[In | Compare]]] = {}

    @cached_property
    def conditioned(self) -> tuple[EntryNorm | RuleNorm, ...]:
        """Entries and rules: the norms that carry a condition of their own."""
        return (*self.entries, *self.rules)

    @cached_property
    def truth_of(self) -> dict[int, Callable[[Facts], Truth]]:
        """Norm (by id) -> its condition, compiled."""
        return {id(norm): compiled(norm.condition) for norm in self.conditioned}

    @cached_property
    def none_holds(self) -> dict[int, Truth]:
        """The table of truths in which every norm fails."""
        return dict.fromkeys(map(id, self.conditioned), FALSE)

    def open_to(self, facts: Facts) -> tuple[int, ...]:
        """The entries and rules (by id) that do not fail on kind, stated code and movement alone; most do."""
        known = {fact: said for fact in TELLING if (said := facts.choice(fact)) is not None}
        alike = frozenset(known.items())
        if alike not in self._open_to:
            self._open_to[alike] = tuple(id(one) for one in self.conditioned if is_open_to(one.condition, known))
        return self._open_to[alike]

    @cached_property
    def gap_truth_of(self) -> dict[int, Callable[[Facts], Truth]]:
        return {id(norm): compiled(norm.condition) for norm in self.gaps}

    @cached_property
    def acting(self) -> dict[str, tuple[RuleNorm, ...]]:
        """Entry -> the rules that act on it; entries with the same rules share one tuple."""
        shared: dict[tuple[int, ...], tuple[RuleNorm, ...]] = {}
        acting = {}
        for norm in self.entries:
            rules = tuple(rule for rule in self.rules if acts_on(rule, norm))
            acting[norm.name] = shared.setdefault(tuple(map(id, rules)), rules)
        return acting

    @cached_property
    def acting_ids(self) -> dict[str, frozenset[int]]:
        return {name: frozenset(map(id, rules)) for name, rules in self.acting.items()}

    def index(self, facts: Facts) -> dict[str, list[In | Compare]]:
        """Fact -> the leaves of the whole regime that speak of it, under the fact that one would change or ask for."""
        # what ``askable`` looks at: stand-ins that are stated, and elements of exactly known amount
        stated = frozenset(fact for fact in facts.values if fact.partition("@")[0] in STANDS_FOR)
        exact = frozenset(
            f for f, known in facts.values.items() if isinstance(known, Interval) and known.lo == known.hi
        )
        alike = (stated, exact, facts.rest_hi == 0)
        if alike not in self._indexes:
            self._indexes[alike] = leaf_index((norm.condition for norm in self.conditioned), facts)
        return self._indexes[alike]

    @cached_property
    def speaking_of(self) -> dict[str, tuple[int, ...]]:
        """Fact -> the entries and rules (by id) whose truth it can touch, directly or by standing for another."""
        found: dict[str, dict[int, None]] = {}
        for norm in self.conditioned:
            for leaf in leaves(norm.condition):
                if isinstance(leaf, In | Compare):
                    for fact in (element_fact(leaf.fact), askable(leaf.fact, NO_FACTS)):
                        found.setdefault(fact, {})[id(norm)] = None
        return {fact: tuple(norms) for fact, norms in found.items()}

    @cached_property
    def modifying(self) -> dict[str, tuple[RuleNorm, ...]]:
        """Licence rule -> the policies and exemptions on licences that modify it."""
        licences = [rule for rule in self.rules if rule.rule.effect == "licence"]
        modifiers = [rule for rule in self.rules if rule.rule.on.kind == "licence"]
        return {one.name: tuple(m for m in modifiers if modifies(m, one)) for one in licences}

    @cached_property
    def policies(self) -> dict[str, tuple[RuleNorm, ...]]:
        """Entry -> the policies on it, which make every licence for it stricter."""
        return {name: tuple(one for one in rules if one.rule.effect in POLICIES) for name, rules in self.acting.items()}


def acts_on(rule: RuleNorm, norm: EntryNorm) -> bool:
    """Whether a rule names this entry: all listed codes, its own instrument's entries, or by name."""
    match rule.rule.on.kind:
        case "listed":
            return norm.entry.is_code
        case "own_entries":
            return rule.instrument.id == norm.instrument.id
        case "entries":
            same_place = norm.entry.is_code or rule.instrument.id == norm.instrument.id
            return same_place and not headings(norm.name).isdisjoint(rule.rule.on.names)
        case _:
            return False


def modifies(modifier: RuleNorm, licence: RuleNorm) -> bool:
    names = modifier.rule.on.names
    if not names:  # every licence for control codes; an annex names its own modifiers
        return all(entry.is_code for entry in licence.instrument.entries)
    return modifier.instrument.id == licence.instrument.id and licence.rule.id in names


def acts_on_gap(rule: RuleNorm, gap: GapNorm) -> bool:
    """Rules on everything listed, or on a code that the gap stands for; not those that need the entry itself."""
    if rule.rule.effect not in ("prohibit", *POLICIES):
        return False
    codes = rule.rule.on.names if rule.rule.on.kind == "entries" else ()
    return rule.rule.on.kind == "listed" or any(code in gap.gap.at for code in codes)


def is_idle(rule: RuleNorm) -> bool:
    """A policy or an exemption that is suspended: whatever its facts, it changes nothing."""
    return rule.rule.effect in (*POLICIES, *EXEMPTIONS) and rule.status.standing is Standing.SUSPENDED
