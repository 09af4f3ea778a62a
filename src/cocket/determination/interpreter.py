"""The reference interpreter: which outcomes are possible for these facts under one regime.

Read it in this order. 1. Every entry, rule and gap is weighed for how far it holds (``weigh``). 2. An entry that
holds makes the goods listed; what follows from that is the strictest of its licence (with policies and exemptions)
and its bans (``Consequences``). 3. Every norm contributes a set of possible outcomes, and the sets are folded to the
strictest (``possible``). A norm that is unknown, open or unresolved contributes both ways, so the set can only be too
wide, never too narrow.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from cocket.determination.domain import leaf_index
from cocket.determination.facts import Facts
from cocket.determination.logic import FALSE, TRUE, Truth, Verity, compiled, evaluate, is_undecided
from cocket.determination.outcome import NOTHING, Outcome, Outcomes, answer_class, fold
from cocket.law.check_lawbook import reaches
from cocket.law.condition import Compare, Condition, In, leaves
from cocket.law.fold import Standing
from cocket.law.instrument import Effect
from cocket.law.read_condition import TRACE_FLOOR_PPB
from cocket.law.view import EntryNorm, GapNorm, RuleNorm, View

Norm = TypeVar("Norm")

GIVES: dict[Effect, Outcome] = {
    "licence": Outcome.LICENCE_REQUIRED,
    "catch_all": Outcome.CATCH_ALL_LICENCE,
    "single_only": Outcome.LICENCE_REQUIRED_SINGLE_ONLY,
    "case_by_case": Outcome.CASE_BY_CASE,
    "deny": Outcome.PRESUMPTIVE_DENIAL,
    "prohibit": Outcome.PROHIBITED,
    "voucher": Outcome.VOUCHER,
    "report": Outcome.NO_LICENCE_REPORT,
}
EXEMPTIONS = ("voucher", "report")
POLICIES = ("single_only", "case_by_case", "deny")
STATED_UNLISTED = frozenset({"false"})
UNNAMED_KIND = frozenset({"other_goods"})  # goods stated to be of no kind that the law names
SUSPENDED_OUTCOME: Outcomes = frozenset({Outcome.NOT_REQUIRED_SUSPENDED})


@dataclass(frozen=True, slots=True)
class Assumption:
    """How to take what is unresolved, open or unknown: None keeps both ways, True lets the norm bite, False not."""

    unresolved: bool | None = None
    open_text: bool | None = None
    unknown: bool | None = None
    but_for_suspension: bool = False


BOTH_WAYS = Assumption()


@dataclass(frozen=True, slots=True)
class Weighed:
    """Norms that may hold (not FALSE), with their truth; those that are FALSE can never hold with more facts."""

    entries: tuple[tuple[EntryNorm, Truth], ...]
    rules: tuple[tuple[RuleNorm, Truth], ...]
    gaps: tuple[tuple[GapNorm, Truth], ...]

    @property
    def conditioned(self) -> tuple[tuple[EntryNorm | RuleNorm, Truth], ...]:
        """Entries and rules: the norms that a missing fact can leave undecided."""
        return (*self.entries, *self.rules)


class RegimeLaw:
    """The norms of one regime in one view, with which rule acts on which entry worked out once."""

    def __init__(self, view: View, regime: str) -> None:
        self.view = view
        self.regime = regime
        self.entries = tuple(view.live_entries(regime))
        self.rules = tuple(rule for rule in view.live_rules(regime) if rule.rule.effect != "remark")
        self.gaps = tuple(view.live_gaps(regime))

    @cached_property
    def conditioned(self) -> tuple[EntryNorm | RuleNorm, ...]:
        """Entries and rules: the norms that carry a condition of their own."""
        return (*self.entries, *self.rules)

    @cached_property
    def truth_of(self) -> dict[int, Callable[[Facts], Truth]]:
        """Norm (by id) -> its condition, compiled."""
        return {id(norm): compiled(norm.condition) for norm in self.conditioned}

    @cached_property
    def gap_truth_of(self) -> dict[int, Callable[[Facts], Truth]]:
        return {id(norm): compiled(norm.condition) for norm in self.gaps}

    @cached_property
    def gap_facts(self) -> frozenset[str]:
        """The facts that gaps speak of."""
        return frozenset(leaf_index(norm.condition for norm in self.gaps))

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

    @cached_property
    def index(self) -> dict[str, list[In | Compare]]:
        """Fact -> the leaves of the whole regime that speak of it."""
        return leaf_index(norm.condition for norm in self.conditioned)

    @cached_property
    def speaking_of(self) -> dict[str, tuple[int, ...]]:
        """Fact -> the entries and rules (by id) that speak of it."""
        found: dict[str, list[int]] = {}
        for norm in self.conditioned:
            for fact in leaf_index([norm.condition]):
                found.setdefault(fact, []).append(id(norm))
        return {fact: tuple(norms) for fact, norms in found.items()}

    @cached_property
    def modifying(self) -> dict[str, tuple[RuleNorm, ...]]:
        """Licence rule -> the policies and exemptions that modify it."""
        licences = [rule for rule in self.rules if rule.rule.effect == "licence"]
        modifiers = [rule for rule in self.rules if rule.rule.on.kind == "licence" or is_policy_on_entries(rule)]
        return {one.name: tuple(m for m in modifiers if modifies(m, one)) for one in licences}


def acts_on(rule: RuleNorm, norm: EntryNorm) -> bool:
    """Whether a rule names this entry: all listed codes, its own instrument's entries, or by name."""
    match rule.rule.on.kind:
        case "listed":
            return norm.entry.is_code
        case "own_entries":
            return rule.instrument.id == norm.instrument.id
        case "entries":
            same_place = norm.entry.is_code or rule.instrument.id == norm.instrument.id
            return same_place and any(reaches(name, norm.name) for name in rule.rule.on.names)
        case _:
            return False


def is_policy_on_entries(rule: RuleNorm) -> bool:
    return rule.rule.effect in POLICIES and rule.rule.on.kind in ("entries", "own_entries", "listed")


def modifies(modifier: RuleNorm, licence: RuleNorm) -> bool:
    if is_policy_on_entries(modifier):
        return True  # narrowed to the entry when it is applied
    names = modifier.rule.on.names
    if not names:  # every licence for control codes; an annex names its own modifiers
        return all(entry.is_code for entry in licence.instrument.entries)
    return modifier.instrument.id == licence.instrument.id and licence.rule.id in names


def weigh(law: RegimeLaw, facts: Facts) -> Weighed:
    """The norms that can still matter, with their truth."""
    return standing_of(law, facts, truth_table(law, facts))


Table = dict[int, Truth]


def truth_table(law: RegimeLaw, facts: Facts) -> Table:
    """Entry or rule (by id) -> its truth."""
    return {norm: truth(facts) for norm, truth in law.truth_of.items()}


def table_after(law: RegimeLaw, facts: Facts, before: Table, changed: str) -> Table:
    """The table after one fact changed: only the norms that speak of it are weighed anew."""
    return before | {norm: law.truth_of[norm](facts) for norm in law.speaking_of.get(changed, ())}


def standing_of(law: RegimeLaw, facts: Facts, table: Table) -> Weighed:
    """The norms that are not FALSE and that have something to act on."""
    ruling = _standing((norm, table[id(norm)]) for norm in law.rules)
    acting = {id(rule) for rule, _ in ruling}
    reached = (norm for norm in law.entries if not acting.isdisjoint(law.acting_ids[norm.name]))
    listing = _standing((norm, _entry_truth(table[id(norm)], facts)) for norm in reached)
    gaps = _standing((norm, _gap_truth(law, norm, facts)) for norm in law.gaps)
    return Weighed(listing, _with_object(law, ruling, listing, gaps), gaps)


def weigh_again(law: RegimeLaw, facts: Facts, before: Weighed, changed: str, touched: set[int]) -> Weighed:
    """The same after one more fact is known, which only the entries and rules in ``touched`` (by id) speak of.

    More facts can only narrow: a norm that was FALSE stays FALSE, so only those still standing are looked at. A gap
    is no norm in that sense: more facts may come to point to it.
    """
    ruling = _standing(
        (norm, law.truth_of[id(norm)](facts) if id(norm) in touched else truth) for norm, truth in before.rules
    )
    acting = {id(rule) for rule, _ in ruling}
    listing = _standing(
        (norm, _entry_truth(law.truth_of[id(norm)](facts), facts) if id(norm) in touched else truth)
        for norm, truth in before.entries
        if not acting.isdisjoint(law.acting_ids[norm.name])
    )
    pointed = changed.startswith("content.") or changed in law.gap_facts
    gaps = _standing((norm, _gap_truth(law, norm, facts)) for norm in law.gaps) if pointed else before.gaps
    return Weighed(listing, _with_object(law, ruling, listing, gaps), gaps)


def _standing(pairs: Iterable[tuple[Norm, Truth]]) -> tuple[tuple[Norm, Truth], ...]:
    return tuple(pair for pair in pairs if pair[1] != FALSE)


def _with_object(
    law: RegimeLaw,
    ruling: tuple[tuple[RuleNorm, Truth], ...],
    listing: tuple[tuple[EntryNorm, Truth], ...],
    gaps: tuple[tuple[GapNorm, Truth], ...],
) -> tuple[tuple[RuleNorm, Truth], ...]:
    """Rules that have something to act on: an entry, a gap or a licence that may stand, or trade of any kind."""
    reached = {id(rule) for norm, _ in listing for rule in law.acting[norm.name]}
    reached.update(id(rule) for gap, _ in gaps for rule, _ in ruling if acts_on_gap(rule, gap))
    for rule, _ in ruling:
        if id(rule) in reached and rule.rule.effect == "licence":
            reached.update(id(modifier) for modifier in law.modifying[rule.name])
    return tuple(pair for pair in ruling if id(pair[0]) in reached or pair[0].rule.on.kind == "trade")


def _entry_truth(truth: Truth, facts: Facts) -> Truth:
    """Goods stated to be on no list leave only entries that the stated facts fulfil."""
    stated_unlisted = truth != TRUE and facts.choice("goods_listed") == STATED_UNLISTED
    return FALSE if stated_unlisted else truth


def _gap_truth(law: RegimeLaw, norm: GapNorm, facts: Facts) -> Truth:
    """A gap speaks when the stated facts point to it; then the lawbook cannot decide: it is open at best.

    Goods that may be of its kind point to it as well when they hold one of its elements, or when nothing is said of
    what they are made of; goods whose stated composition does not name its elements do not, although more might be in
    them: without its particulars nothing useful could be asked.
    """
    truth = law.gap_truth_of[id(norm)](facts)
    if not is_undecided(truth):
        return truth
    if facts.choice("goods_listed") == STATED_UNLISTED:
        return FALSE
    pointed = facts.is_silent_on_composition and _may_be_of_its_kind(norm, facts)
    return truth if pointed or _holds_element(norm, facts) else FALSE


def _may_be_of_its_kind(norm: GapNorm, facts: Facts) -> bool:
    if facts.choice("kind") == UNNAMED_KIND:
        return False
    kinds = (leaf for leaf in leaves(norm.condition) if isinstance(leaf, In) and leaf.fact == "kind")
    return any(evaluate(kind, facts) != FALSE for kind in kinds)


def _holds_element(norm: GapNorm, facts: Facts) -> bool:
    named = (leaf.fact for leaf in leaves(norm.condition) if isinstance(leaf, Compare))
    shares = (facts.number(fact) for fact in named if fact in facts.values)
    return any(share is not None and share.lo >= TRACE_FLOOR_PPB for share in shares)


def possible(law: RegimeLaw, weighed: Weighed, assume: Assumption = BOTH_WAYS) -> Outcomes:
    """The outcomes that are possible, folded over all norms; at least one."""
    truths = {id(norm): truth for norm, truth in weighed.rules}
    whole = NOTHING
    follows: dict[tuple[int, Standing], Outcomes] = {}
    for norm, truth in weighed.entries:
        alike = (id(law.acting[norm.name]), norm.status.standing)
        if alike not in follows:
            follows[alike] = _given_listed(law, norm, truths, assume)
        whole = fold(whole, _either(truth, follows[alike], assume))
    for rule, truth in weighed.rules:
        if rule.rule.on.kind == "trade":
            whole = fold(whole, _either(truth, _by_standing(rule, assume), assume))
    for gap, truth in weighed.gaps:
        given = _choose(gap.status.standing, _given_gap(gap, weighed, assume), SUSPENDED_OUTCOME, assume)
        whole = fold(whole, _either(truth, given, assume))
    return whole


def _given_gap(gap: GapNorm, weighed: Weighed, assume: Assumption) -> Outcomes:
    """What follows if the unwritten law does control the goods: a licence, and the bans and refusals for such goods."""
    given: Outcomes = frozenset({Outcome.LICENCE_REQUIRED})
    for rule, truth in weighed.rules:
        if acts_on_gap(rule, gap):
            outcome: Outcomes = frozenset({GIVES[rule.rule.effect]})
            given = fold(given, _either(truth, _choose(rule.status.standing, outcome, NOTHING, assume), assume))
    return given


def acts_on_gap(rule: RuleNorm, gap: GapNorm) -> bool:
    """Rules on everything listed, or on a code that the gap stands for; not those that need the entry itself."""
    if rule.rule.effect not in ("prohibit", *POLICIES):
        return False
    codes = rule.rule.on.names if rule.rule.on.kind == "entries" else ()
    return rule.rule.on.kind == "listed" or any(code in gap.gap.at for code in codes)


def _either(truth: Truth, given: Outcomes, assume: Assumption) -> Outcomes:
    """What a norm contributes: what follows if it holds, nothing if not, both if that is not decided."""
    low, high = truth if assume.unknown is None else (truth[assume.unknown],) * 2
    holds = low is Verity.TRUE or (low is Verity.OPEN and assume.open_text is True)
    fails = high is Verity.FALSE or (high is Verity.OPEN and assume.open_text is False)
    if holds:
        return given
    return NOTHING if fails else given | NOTHING


def _given_listed(law: RegimeLaw, norm: EntryNorm, truths: dict[int, Truth], assume: Assumption) -> Outcomes:
    """What follows if the goods are of this entry, by the entry's own standing."""
    applied = NOTHING
    halted = NOTHING
    for rule in law.acting[norm.name]:
        truth = truths.get(id(rule), FALSE)
        if truth == FALSE or rule.rule.effect in POLICIES:
            continue
        follows = _licence(law, rule, norm, truths, assume) if rule.rule.effect == "licence" else None
        bites = _by_standing(rule, assume, follows)
        applied = fold(applied, _either(truth, bites, assume))
        if rule.rule.effect == "licence":
            halted = fold(halted, _either(truth, SUSPENDED_OUTCOME, assume))
    return _choose(norm.status.standing, applied, halted, assume)


def _by_standing(rule: RuleNorm, assume: Assumption, follows: Outcomes | None = None) -> Outcomes:
    applied = follows if follows is not None else frozenset({GIVES[rule.rule.effect]})
    return _choose(rule.status.standing, applied, SUSPENDED_OUTCOME, assume)


def _choose(standing: Standing, applied: Outcomes, halted: Outcomes, assume: Assumption) -> Outcomes:
    if standing is Standing.IN_FORCE or (assume.but_for_suspension and standing is Standing.SUSPENDED):
        return applied
    if standing is Standing.SUSPENDED:
        return halted
    if assume.unresolved is None:
        return applied | halted
    return applied if assume.unresolved else halted


def _licence(
    law: RegimeLaw, licence: RuleNorm, norm: EntryNorm, truths: dict[int, Truth], assume: Assumption
) -> Outcomes:
    """A licence with the policies that make it stricter, then the exemptions that stand in for it."""
    needed: Outcomes = frozenset({Outcome.LICENCE_REQUIRED})
    exempt: list[tuple[Truth, Standing, Outcomes]] = []
    for modifier in law.modifying[licence.name]:
        truth = truths.get(id(modifier), FALSE)
        if truth == FALSE or (is_policy_on_entries(modifier) and not acts_on(modifier, norm)):
            continue
        outcome: Outcomes = frozenset({GIVES[modifier.rule.effect]})
        if modifier.rule.effect in EXEMPTIONS:
            exempt.append((truth, modifier.status.standing, outcome))
        else:
            lifted = _choose(modifier.status.standing, outcome, NOTHING, assume)
            needed = fold(needed, _either(truth, lifted, assume))
    for truth, standing, outcome in exempt:
        eased = outcome if truth == TRUE else needed | outcome
        needed = _choose(standing, eased, needed, assume)
    return needed


def settled(law: RegimeLaw, weighed: Weighed) -> bool:
    """Whether no missing fact can change the answer: it is the same with every undecided norm biting and with none.

    What lies between the two extremes lies between their answers, except for exemptions, which bite by easing.
    """
    if any(is_undecided(truth) and rule.rule.effect in EXEMPTIONS for rule, truth in weighed.rules):
        return False
    bites = possible(law, weighed, Assumption(unknown=True))
    return answer_class(bites) == answer_class(possible(law, weighed, Assumption(unknown=False)))


def undecided_norms(weighed: Weighed) -> Iterator[tuple[str, Condition]]:
    """Name and condition of the norms that a missing fact leaves undecided."""
    for norm, truth in weighed.conditioned:
        if is_undecided(truth):
            yield norm.name, norm.condition
