"""What follows from one bearer for each way in which its rules may hold: the interpreter's word, as small numbers.

A set of outcomes is a number with one bit for each outcome. Whether two are the same answer is looked up for all lines
at once, in tables that the outcome's own functions have filled.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

import numpy as np
import numpy.typing as npt

from cocket.determination.determine import reach_of
from cocket.determination.interpreter import BOTH_WAYS, Assumption, given_by, given_gap, given_listed
from cocket.determination.kernel.law_tables import Bearer, Stretch
from cocket.determination.kernel.planes import TRUTHS
from cocket.determination.logic import FALSE, TRUE, Truth, Verity, is_undecided
from cocket.determination.outcome import NOTHING, Outcome, Outcomes, answer_class, settle
from cocket.determination.regime_law import EXEMPTIONS, RegimeLaw
from cocket.law.view import EntryNorm, GapNorm, RuleNorm

Marks = npt.NDArray[np.uint16]

ASSUMED: Final = (
    BOTH_WAYS,
    Assumption(unknown=True),
    Assumption(unknown=False),
    Assumption(unresolved=True),
    Assumption(unresolved=False),
)
WHATEVER, ALL_BITES, NONE_BITES, RESOLVED_IN, RESOLVED_OUT = range(len(ASSUMED))
SETS: Final = 1 << len(Outcome)


@dataclass(frozen=True, slots=True)
class Follows:
    """``marks``: the outcomes under each of ``ASSUMED`` if the bearer holds. ``certain`` and ``maybe``: whether its
    control reaches the case. ``easing``: whether a missing fact leaves an exemption open."""

    marks: tuple[int, ...]
    certain: bool
    maybe: bool
    easing: bool


def mark(outcomes: Outcomes) -> int:
    return sum(1 << outcome for outcome in outcomes)


@cache
def outcomes_of(marked: int) -> Outcomes:
    return frozenset(outcome for outcome in Outcome if marked >> outcome & 1)


def follows(now: Stretch, bearer: Bearer, truths: Sequence[int]) -> Follows:
    """What follows where the rules of a bearer have these truths, each a place in ``TRUTHS``."""
    rules = now.law.rules
    ruling = [
        (rules[place], TRUTHS[one]) for place, one in zip(bearer.rules, truths, strict=True) if TRUTHS[one] != FALSE
    ]
    held = {id(rule): truth for rule, truth in ruling}
    match bearer.norm:
        case EntryNorm() as norm:
            marks = tuple(mark(given_listed(now.law, norm, held, one)) for one in ASSUMED)
            reach = reach_of(now.law, norm, held)
            eased = _is_easing_open(now.law, norm, held)
            return Follows(marks, reach == TRUE, reach != FALSE, eased)
        case GapNorm() as gap:  # nothing but bans and refusals acts on it, and on trade only the rule itself
            marks = tuple(mark(given_gap(gap, ruling, one)) for one in ASSUMED)
        case RuleNorm() as rule:
            marks = tuple(mark(given_by(rule, one)) for one in ASSUMED)
    eased = any(is_undecided(truth) and rule.rule.effect in EXEMPTIONS for rule, truth in ruling)
    return Follows(marks, certain=False, maybe=False, easing=eased)


def _is_easing_open(law: RegimeLaw, norm: EntryNorm, held: dict[int, Truth]) -> bool:
    acting = [rule for rule in law.acting[norm.name] if id(rule) in held]
    licences = [rule for rule in acting if rule.rule.effect == "licence"]
    modifiers = (one for rule in licences for one in law.modifying[rule.name])
    told = (rule for rule in (*acting, *modifiers) if rule.rule.effect in EXEMPTIONS)
    return any(is_undecided(held.get(id(rule), FALSE)) for rule in told)


@cache
def settled_sets() -> Marks:
    """A set of outcomes -> the set with what is free either way settled."""
    return np.array([mark(settle(outcomes_of(one))) if one else 0 for one in range(SETS)], np.uint16)


@cache
def answer_classes() -> Marks:
    """A set of outcomes -> the set with the free ones counted as one."""
    return np.array([mark(answer_class(outcomes_of(one))) if one else 0 for one in range(SETS)], np.uint16)


@cache
def bites() -> npt.NDArray[np.uint8]:
    """Assumption and truth -> 0: nothing follows, 1: what follows does, 2: one or the other."""
    table = np.zeros((len(ASSUMED), len(TRUTHS)), np.uint8)
    for row, assume in enumerate(ASSUMED):
        for column, truth in enumerate(TRUTHS):
            low, high = truth if assume.unknown is None else (truth[assume.unknown],) * 2
            table[row, column] = 1 if low is Verity.TRUE else 0 if high is Verity.FALSE else 2
    return table


FREE_MARK: Final = mark(NOTHING)
