"""The outcomes, in order of strictness, and how several fold into one."""

from enum import IntEnum, StrEnum
from functools import lru_cache
from itertools import product


class Outcome(IntEnum):
    """What one regime demands; a higher number is stricter. LICENCE_REQUIRED upward means: not without a licence."""

    NOT_CONTROLLED = 0
    NOT_REQUIRED_SUSPENDED = 1
    NO_LICENCE_REPORT = 2
    VOUCHER = 3
    CATCH_ALL_LICENCE = 4
    LICENCE_REQUIRED = 5
    LICENCE_REQUIRED_SINGLE_ONLY = 6
    CASE_BY_CASE = 7
    PRESUMPTIVE_DENIAL = 8
    PROHIBITED = 9


class Open(StrEnum):
    """Why a case is not decided, the first that applies."""

    NEEDS_FACTS = "NEEDS_FACTS"  # a missing fact could change the answer
    UNRESOLVED = "UNRESOLVED"  # the sources do not say which version of the law applies
    CONSULT = "CONSULT"  # the text does not decide: ask the authority or an expert


class Procedure(StrEnum):
    """What must happen to a licence held; never folded with the others."""

    NEW_APPLICATION = "NEW_APPLICATION"
    AMENDMENT = "AMENDMENT"
    VIOLATION = "VIOLATION"


Outcomes = frozenset[Outcome]
FREE: Outcomes = frozenset({Outcome.NOT_CONTROLLED, Outcome.NOT_REQUIRED_SUSPENDED})
NOTHING: Outcomes = frozenset({Outcome.NOT_CONTROLLED})


@lru_cache(maxsize=4096)
def fold(first: Outcomes, second: Outcomes) -> Outcomes:
    """The strictest of two, for sets of what is possible: one outcome of each, in every combination."""
    return frozenset(max(pair) for pair in product(first, second))


def settle(possible: Outcomes) -> Outcomes:
    """Free either way is free: of two free outcomes the stricter is the answer."""
    return frozenset({max(possible)}) if possible <= FREE else possible


def answer_class(outcomes: Outcomes) -> Outcomes:
    """Outcomes with the free ones counted as one: nothing is asked to tell them apart."""
    return outcomes - FREE | NOTHING if outcomes & FREE else outcomes


# The fold of a whole shipment: an open answer stands above every free one and below a proven ban only.
OPEN_ORDER = (Open.NEEDS_FACTS, Open.UNRESOLVED, Open.CONSULT)
