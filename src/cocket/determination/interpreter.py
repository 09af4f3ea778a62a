"""The reference interpreter: which outcomes are possible for these facts under one regime.

Read it in this order. 1. Every entry, rule and gap is weighed for how far it holds (``weighing``). 2. An entry that
holds makes the goods listed; what follows from that is the strictest of its licence (with policies and exemptions)
and its bans. 3. Every norm contributes a set of possible outcomes, and the sets are folded to the strictest
(``possible``). A norm that is unknown, open or unresolved contributes both ways, so the set can only be too wide,
never too narrow.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from cocket.determination.logic import FALSE, TRUE, Truth, Verity, is_undecided
from cocket.determination.outcome import NOTHING, Outcome, Outcomes, answer_class, fold
from cocket.determination.regime_law import EXEMPTIONS, POLICIES, RegimeLaw, acts_on_gap
from cocket.determination.weighing import Weighed
from cocket.law.fold import Standing
from cocket.law.instrument import Effect
from cocket.law.view import EntryNorm, GapNorm, RuleNorm

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
SUSPENDED_OUTCOME: Outcomes = frozenset({Outcome.NOT_REQUIRED_SUSPENDED})


@dataclass(frozen=True, slots=True)
class Assumption:
    """How to take what is unresolved, open or unknown: None keeps both ways, True lets the norm bite, False not."""

    unresolved: bool | None = None
    open_text: bool | None = None
    unknown: bool | None = None
    but_for_suspension: bool = False


BOTH_WAYS = Assumption()


def possible(law: RegimeLaw, weighed: Weighed, assume: Assumption = BOTH_WAYS) -> Outcomes:
    """The outcomes that are possible, folded over all norms; at least one."""
    truths = {id(norm): truth for norm, truth in weighed.rules}
    whole = NOTHING
    follows: dict[tuple[int, Standing], Outcomes] = {}
    for norm, truth in weighed.entries:
        alike = (id(law.acting[norm.name]), norm.status.standing)
        if alike not in follows:
            follows[alike] = given_listed(law, norm, truths, assume)
        whole = fold(whole, _either(truth, follows[alike], assume))
    for rule, truth in weighed.rules:
        if rule.rule.on.kind == "trade":
            whole = fold(whole, _either(truth, given_by(rule, assume), assume))
    for gap, truth in weighed.gaps:
        whole = fold(whole, _either(truth, given_gap(gap, weighed.rules, assume), assume))
    return whole


def given_gap(gap: GapNorm, rules: Iterable[tuple[RuleNorm, Truth]], assume: Assumption) -> Outcomes:
    """What follows if the unwritten law does control the goods: a licence, and the bans and refusals for such goods."""
    given: Outcomes = frozenset({Outcome.LICENCE_REQUIRED})
    for rule, truth in rules:
        if acts_on_gap(rule, gap):
            outcome: Outcomes = frozenset({GIVES[rule.rule.effect]})
            given = fold(given, _either(truth, _choose(rule.status.standing, outcome, NOTHING, assume), assume))
    return _choose(gap.status.standing, given, SUSPENDED_OUTCOME, assume)


def _either(truth: Truth, given: Outcomes, assume: Assumption) -> Outcomes:
    """What a norm contributes: what follows if it holds, nothing if not, both if that is not decided."""
    low, high = truth if assume.unknown is None else (truth[assume.unknown],) * 2
    holds = low is Verity.TRUE or (low is Verity.OPEN and assume.open_text is True)
    fails = high is Verity.FALSE or (high is Verity.OPEN and assume.open_text is False)
    if holds:
        return given
    return NOTHING if fails else given | NOTHING


def given_listed(law: RegimeLaw, norm: EntryNorm, truths: Mapping[int, Truth], assume: Assumption) -> Outcomes:
    """What follows if the goods are of this entry, by the entry's own standing."""
    applied = NOTHING
    halted = NOTHING
    for rule in law.acting[norm.name]:
        truth = truths.get(id(rule), FALSE)
        if truth == FALSE or rule.rule.effect in POLICIES:
            continue
        follows = _licence(law, rule, norm, truths, assume) if rule.rule.effect == "licence" else None
        bites = given_by(rule, assume, follows)
        applied = fold(applied, _either(truth, bites, assume))
        if rule.rule.effect == "licence":
            halted = fold(halted, _either(truth, SUSPENDED_OUTCOME, assume))
    return _choose(norm.status.standing, applied, halted, assume)


def given_by(rule: RuleNorm, assume: Assumption, follows: Outcomes | None = None) -> Outcomes:
    """What follows from a rule by its own standing: its effect, or what was worked out for it."""
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
    law: RegimeLaw, licence: RuleNorm, norm: EntryNorm, truths: Mapping[int, Truth], assume: Assumption
) -> Outcomes:
    """A licence with the policies that make it stricter, then the exemptions that stand in for it."""
    needed: Outcomes = frozenset({Outcome.LICENCE_REQUIRED})
    exempt: list[tuple[Truth, Standing, Outcomes]] = []
    for modifier in (*law.modifying[licence.name], *law.policies[norm.name]):
        truth = truths.get(id(modifier), FALSE)
        if truth == FALSE:
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
