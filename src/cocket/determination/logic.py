"""Truth as far as it is known: how false, and how true, a condition can still turn out to be.

A decided condition is false, open or true, in that order: open is what the text itself does not decide, so that a
person must. Where a fact is missing, a condition lies between two of these, and truth is the pair (at least, at most).
"And" takes the lower of both ends, "or" the higher, "not" turns the pair round. A missing fact is never false.
"""

from collections.abc import Callable, Iterator, Mapping
from enum import IntEnum
from operator import ge, gt, le, lt
from typing import TypeAlias

from cocket.determination.facts import Facts
from cocket.law.condition import All, AnyOf, Compare, Condition, Doubt, In, Leaf, Not, Operator, Party
from cocket.quantity.interval import Interval


class Verity(IntEnum):
    FALSE = 0
    OPEN = 1
    TRUE = 2


Truth: TypeAlias = tuple[Verity, Verity]
FALSE: Truth = (Verity.FALSE, Verity.FALSE)
OPEN: Truth = (Verity.OPEN, Verity.OPEN)
TRUE: Truth = (Verity.TRUE, Verity.TRUE)
UNKNOWN: Truth = (Verity.FALSE, Verity.TRUE)
COMPARISON: dict[Operator, Callable[[int, int], bool]] = {
    "above": gt,
    "at_least": ge,
    "below": lt,
    "at_most": le,
}
# One object for each pair, so that truths can be compared by identity.
SHARED: dict[tuple[Verity, Verity], Truth] = {(low, high): (low, high) for low in Verity for high in Verity}
SHARED.update({truth: truth for truth in (FALSE, OPEN, TRUE, UNKNOWN)})
OPPOSITE = {Verity.FALSE: Verity.TRUE, Verity.OPEN: Verity.OPEN, Verity.TRUE: Verity.FALSE}


def is_undecided(truth: Truth) -> bool:
    """Whether a missing fact could still change it."""
    return truth[0] is not truth[1]


def evaluate(condition: Condition, facts: Facts) -> Truth:
    """The truth of a condition for facts of which some may be missing or known only as a range."""
    match condition:
        case In() | Compare() | Doubt() | Party():
            return evaluate_leaf(condition, facts)
        case All(parts):
            return _all(parts, facts)
        case AnyOf(parts):
            return _any(parts, facts)
        case Not(part):
            return negated(evaluate(part, facts))


def shared(low: Verity, high: Verity) -> Truth:
    return SHARED[low, high]


def negated(truth: Truth) -> Truth:
    return SHARED[OPPOSITE[truth[1]], OPPOSITE[truth[0]]]


def _all(parts: tuple[Condition, ...], facts: Facts) -> Truth:
    low, high = TRUE
    for part in parts:
        truth = evaluate(part, facts)
        if truth == FALSE:
            return FALSE
        low, high = min(low, truth[0]), min(high, truth[1])
    return shared(low, high)


def _any(parts: tuple[Condition, ...], facts: Facts) -> Truth:
    low, high = FALSE
    for part in parts:
        truth = evaluate(part, facts)
        if truth == TRUE:
            return TRUE
        low, high = max(low, truth[0]), max(high, truth[1])
    return shared(low, high)


def evaluate_leaf(leaf: Leaf, facts: Facts) -> Truth:
    match leaf:
        case In(fact, values):
            return _chosen(facts.choice(fact), values)
        case Compare(fact, operator, threshold):
            return _compare(facts.number(fact), operator, threshold)
        case Doubt():
            return OPEN
        case Party():
            raise AssertionError("party conditions are bound to listings before evaluation")


def _chosen(said: frozenset[str] | None, values: frozenset[str]) -> Truth:
    if said is None:
        return UNKNOWN if values else FALSE
    return TRUE if said <= values else FALSE if said.isdisjoint(values) else UNKNOWN


def _compare(said: Interval | None, operator: Operator, threshold: int) -> Truth:
    if said is None:
        return UNKNOWN
    holds = COMPARISON[operator]
    low, high = holds(said.lo, threshold), holds(said.hi, threshold)
    return UNKNOWN if low is not high else TRUE if low else FALSE


def compiled(condition: Condition) -> Callable[[Facts], Truth]:
    """``evaluate`` for one condition, with the walk over its parts done once: the same truths, sooner."""
    match condition:
        case All(parts):
            return _compiled_all(tuple(compiled(part) for part in parts))
        case AnyOf(parts):
            return _compiled_any(tuple(compiled(part) for part in parts))
        case Not(part):
            inner = compiled(part)
            return lambda facts: negated(inner(facts))
        case In(fact, values):
            return lambda facts: _chosen(facts.choice(fact), values)
        case Compare(fact, operator, threshold):
            return lambda facts: _compare(facts.number(fact), operator, threshold)
        case _:
            return lambda facts: evaluate(condition, facts)


def _compiled_all(parts: tuple[Callable[[Facts], Truth], ...]) -> Callable[[Facts], Truth]:
    def run(facts: Facts) -> Truth:
        low, high = TRUE
        for part in parts:
            truth = part(facts)
            if truth is TRUE:
                continue
            if truth is FALSE:
                return FALSE
            low, high = min(low, truth[0]), min(high, truth[1])
        return shared(low, high)

    return run


def _compiled_any(parts: tuple[Callable[[Facts], Truth], ...]) -> Callable[[Facts], Truth]:
    def run(facts: Facts) -> Truth:
        low, high = FALSE
        for part in parts:
            truth = part(facts)
            if truth is FALSE:
                continue
            if truth is TRUE:
                return TRUE
            low, high = max(low, truth[0]), max(high, truth[1])
        return shared(low, high)

    return run


def is_open_to(condition: Condition, known: Mapping[str, frozenset[str]]) -> bool:
    """Whether the condition can hold when these facts are known, whatever all the others are."""
    match condition:
        case In(fact, values) if fact in known:
            return not known[fact].isdisjoint(values)
        case Not(In(fact, values)) if fact in known:
            return not known[fact] <= values
        case All(parts):
            return all(is_open_to(part, known) for part in parts)
        case AnyOf(parts):
            return any(is_open_to(part, known) for part in parts)
        case _:
            return True


def undecided_leaves(condition: Condition, facts: Facts) -> Iterator[In | Compare]:
    """The leaves on missing facts that could still change the truth of the condition; none of one that is decided."""
    return iter(_with_leaves(condition, facts)[1])


def _with_leaves(condition: Condition, facts: Facts) -> tuple[Truth, tuple[In | Compare, ...]]:
    """The truth of a condition, and those leaves, in one walk."""
    match condition:
        case All(parts):
            return _together(parts, facts, FALSE, min)
        case AnyOf(parts):
            return _together(parts, facts, TRUE, max)
        case Not(part):
            truth, found = _with_leaves(part, facts)
            return negated(truth), found
        case In() | Compare():
            truth = evaluate_leaf(condition, facts)
            return truth, (condition,) if truth is UNKNOWN else ()
        case _:
            return evaluate_leaf(condition, facts), ()


def _together(
    parts: tuple[Condition, ...], facts: Facts, deciding: Truth, end: Callable[[Verity, Verity], Verity]
) -> tuple[Truth, tuple[In | Compare, ...]]:
    """Parts of which one with the truth ``deciding`` decides all; ``end`` tells which of two ends counts."""
    low, high = negated(deciding)
    found: list[In | Compare] = []
    for part in parts:
        truth, more = _with_leaves(part, facts)
        if truth is deciding:
            return deciding, ()
        low, high = end(low, truth[0]), end(high, truth[1])
        found += more
    truth = shared(low, high)
    return truth, tuple(found) if is_undecided(truth) else ()
