"""Truth in four values. A missing fact is UNKNOWN; a text that does not decide is OPEN. Neither is ever false.

OPEN is what no fact can settle: a person must. Where both meet, UNKNOWN prevails, because with the fact supplied
the open question may vanish.
"""

from collections.abc import Callable, Iterable, Iterator
from enum import Enum
from operator import ge, gt, le, lt

from cocket.determination.facts import Facts
from cocket.law.condition import All, AnyOf, Compare, Condition, Doubt, In, Leaf, Not, Operator, Party
from cocket.quantity.interval import Interval


class Truth(Enum):
    TRUE = "true"
    FALSE = "false"
    UNKNOWN = "unknown"
    OPEN = "open"


TRUE, FALSE, UNKNOWN, OPEN = Truth.TRUE, Truth.FALSE, Truth.UNKNOWN, Truth.OPEN
NEGATION = {TRUE: FALSE, FALSE: TRUE, UNKNOWN: UNKNOWN, OPEN: OPEN}
COMPARISON: dict[Operator, Callable[[int, int], bool]] = {"above": gt, "at_least": ge, "below": lt, "at_most": le}


def evaluate(condition: Condition, facts: Facts) -> Truth:
    """The truth of a condition for facts of which some may be missing or known only as a range."""
    match condition:
        case In() | Compare() | Doubt() | Party():
            return evaluate_leaf(condition, facts)
        case All(parts):
            return _join((evaluate(part, facts) for part in parts), decisive=FALSE, neutral=TRUE)
        case AnyOf(parts):
            return _join((evaluate(part, facts) for part in parts), decisive=TRUE, neutral=FALSE)
        case Not(part):
            return NEGATION[evaluate(part, facts)]


def evaluate_leaf(leaf: Leaf, facts: Facts) -> Truth:
    match leaf:
        case In(fact, values):
            said = facts.choice(fact)
            if said is None:
                return UNKNOWN if values else FALSE
            return TRUE if said <= values else UNKNOWN if said & values else FALSE
        case Compare(fact, operator, threshold):
            return _compare(facts.number(fact), operator, threshold)
        case Doubt():
            return OPEN
        case Party():
            raise AssertionError("party conditions are bound to listings before evaluation")


def _compare(said: Interval | None, operator: Operator, threshold: int) -> Truth:
    if said is None:
        return UNKNOWN
    holds = COMPARISON[operator]
    low, high = holds(said.lo, threshold), holds(said.hi, threshold)
    return UNKNOWN if low is not high else TRUE if low else FALSE


def _join(truths: Iterable[Truth], *, decisive: Truth, neutral: Truth) -> Truth:
    """Conjunction (decisive FALSE) or disjunction (decisive TRUE)."""
    whole = neutral
    for truth in truths:
        if truth is decisive:
            return decisive
        if truth is UNKNOWN or (truth is OPEN and whole is neutral):
            whole = truth
    return whole


def undecided_leaves(condition: Condition, facts: Facts) -> Iterator[In | Compare]:
    """The leaves on missing facts that could still change the truth of the condition."""
    match condition:
        case All(parts) | AnyOf(parts):
            for part in parts:
                if evaluate(part, facts) is UNKNOWN:
                    yield from undecided_leaves(part, facts)
        case Not(part):
            yield from undecided_leaves(part, facts)
        case In() | Compare():
            if evaluate_leaf(condition, facts) is UNKNOWN:
                yield condition
        case _:
            return
