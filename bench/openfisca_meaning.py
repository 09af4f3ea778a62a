"""What the made-up law means, written a second time: in plain sets, for one instrument and one line.

It is written from what docs/law-format.md and the interpreter mean and calls no code of either's, so that it is worth
something when OpenFisca and the kernel agree. An instrument here has entries, a licence that always applies to them,
and five rules. What follows hangs on the truth of its goods and rules and on how it stands: few enough cases to work
all of them out, so that the peer has only to look them up.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import IntEnum
from itertools import product
from typing import Final

import numpy as np

from bench.openfisca_truths import FALSE, MAY, MAY_BE_OPEN, SURELY, SURELY_OPEN, TRUE, TRUTHS, UNKNOWN, Whole
from cocket.determination.outcome import Outcome

Outcomes = frozenset[Outcome]
NOTHING: Final[Outcomes] = frozenset({Outcome.NOT_CONTROLLED})
HALTED: Final[Outcomes] = frozenset({Outcome.NOT_REQUIRED_SUSPENDED})
RULES: Final = ("ban", "military", "listed", "by_case", "catch")
FIRED: Final = ("licence", *RULES)
POLICIES: Final = {"listed": Outcome.PRESUMPTIVE_DENIAL, "by_case": Outcome.CASE_BY_CASE}
BANS: Final = ("ban", "military")
SIDE: Final = len(Outcome)  # the bits of a set of outcomes


class Standing(IntEnum):
    NOT_YET = 0
    IN_FORCE = 1
    SUSPENDED = 2
    UNRESOLVED = 3


class Way(IntEnum):
    """How to take what is missing (either way, as if it bit, as if not), and which version of the law applies."""

    EITHER = 0
    BITES = 1
    BITES_NOT = 2
    APPLIES = 3
    APPLIES_NOT = 4


@dataclass(frozen=True, slots=True)
class Case:
    """How one instrument stands towards a line: the truth that the goods are of an entry, and that of each rule."""

    standing: Standing
    goods: int
    rules: Mapping[str, int]

    @property
    def number(self) -> int:
        """Four bits for the goods, two for each rule (surely, may be: no text leaves it open), two for the standing."""
        rules = sum(self.rules[rule] % 4 << place_of(rule) for rule in RULES)
        return self.goods | rules | self.standing << STANDS_AT


def place_of(rule: str) -> int:
    return 4 + 2 * RULES.index(rule)


STANDS_AT: Final = 4 + 2 * len(RULES)
CASES: Final = 1 << STANDS_AT + 2


def cases() -> Iterator[Case]:
    """All cases but that of an instrument not in force yet, whose number is 0."""
    live = (Standing.IN_FORCE, Standing.SUSPENDED, Standing.UNRESOLVED)
    for standing, goods, *rules in product(live, TRUTHS, *[(FALSE, UNKNOWN, TRUE)] * len(RULES)):
        yield Case(Standing(standing), goods, dict(zip(RULES, rules, strict=True)))


def follows(case: Case, way: Way) -> Outcomes:
    """What is possible by this instrument alone."""
    told = frozenset({Outcome.CATCH_ALL_LICENCE})
    catch = _either(case.rules["catch"], _as_it_stands(case, told, HALTED, way), way)
    return strictest(catch, _either(case.goods, _controlled(case, way), way))


def _controlled(case: Case, way: Way) -> Outcomes:
    """What follows if the goods are of an entry: a licence, refused or weighed by policies, or a ban."""
    licence: Outcomes = frozenset({Outcome.LICENCE_REQUIRED})
    for policy, outcome in POLICIES.items():
        made_stricter = _as_it_stands(case, frozenset({outcome}), NOTHING, way)
        licence = strictest(licence, _either(case.rules[policy], made_stricter, way))
    whole = _as_it_stands(case, licence, HALTED, way)
    for ban in BANS:
        barred = _as_it_stands(case, frozenset({Outcome.PROHIBITED}), HALTED, way)
        whole = strictest(whole, _either(case.rules[ban], barred, way))
    return _as_it_stands(case, whole, HALTED, way)


def _as_it_stands(case: Case, applied: Outcomes, halted: Outcomes, way: Way) -> Outcomes:
    match case.standing:
        case Standing.SUSPENDED:
            return halted
        case Standing.UNRESOLVED if way is not Way.APPLIES:
            return halted if way is Way.APPLIES_NOT else applied | halted
        case _:
            return applied


def _either(truth: int, given: Outcomes, way: Way) -> Outcomes:
    """What follows where something surely holds, nothing where it surely does not, else one or the other."""
    holds = truth & (MAY if way is Way.BITES else SURELY)
    may = truth & (SURELY_OPEN if way is Way.BITES_NOT else MAY_BE_OPEN)
    return given if holds else given | NOTHING if may else NOTHING


def strictest(first: Outcomes, second: Outcomes) -> Outcomes:
    return frozenset(max(pair) for pair in product(first, second))


def fired(case: Case) -> Iterator[str]:
    """The licence and rules that hold and have something to act on: an entry that the goods may be of, or all trade."""
    if case.goods & MAY_BE_OPEN:
        yield "licence"
    yield from (rule for rule in RULES if case.rules[rule] == TRUE and (rule == "catch" or case.goods & MAY_BE_OPEN))


def undecided(case: Case) -> Iterator[str]:
    """The rules in play that a missing fact keeps undecided; a suspended policy changes nothing, whatever its facts."""
    for rule in RULES:
        acts = rule == "catch" or case.goods
        idle = not acts or (rule in POLICIES and case.standing is Standing.SUSPENDED)
        if case.rules[rule] == UNKNOWN and not idle:
            yield rule


@dataclass(frozen=True, slots=True)
class Tables:
    """What follows by number of the case, as bits.

    Outcomes of several ``Way`` stand side by side, ten bits each. What is possible by several instruments is
    what any of them makes possible (``possible``) and none surpasses for certain (``unsurpassed``).
    """

    possible: Whole
    unsurpassed: Whole
    fired: Whole  # places in FIRED
    undecided: Whole  # places in RULES


def tables_of(*ways: Way) -> Tables:
    """The tables for some ways, three at most in the 31 bits that OpenFisca has."""
    nothing = sum(1 << SIDE * place for place in range(len(ways)))
    tables = Tables(*(np.zeros(CASES, np.int32) for _ in range(4)))
    tables.possible[0], tables.unsurpassed[0] = nothing, -1
    for case in cases():
        for place, way in enumerate(ways):
            marks = sum(1 << outcome for outcome in follows(case, way))
            above = (1 << SIDE) - (marks & -marks)
            tables.possible[case.number] |= marks << SIDE * place
            tables.unsurpassed[case.number] |= above << SIDE * place
        tables.fired[case.number] = sum(1 << FIRED.index(rule) for rule in fired(case))
        tables.undecided[case.number] = sum(1 << RULES.index(rule) for rule in undecided(case))
    return tables
